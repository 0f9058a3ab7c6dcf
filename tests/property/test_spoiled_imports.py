"""Export, spoil as spreadsheets do, import: nothing is lost without a word, and twice changes nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.property.test_round_trips import NOON, blank, copied
from workshop_kit.domain.files import Trait
from workshop_kit.files import list_imports, preview_import, undo_import, write_import
from workshop_kit.files.importing.plan import Fate
from workshop_kit.files.reading.values import Choices, Place
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.store import Repository, Store

__all__ = ["blank"]

COLUMNS_OF_PEOPLE = ("nom", "prénom", "courriel", "téléphone", "secteur", "consentement")
FIRST = ("Jean", "Jeanne", "Maël", "Zahra", "D'Arcy", "Anne-Marie", "")
LAST = ("Martin", "El Amrani", "Durand", "Lefèvre")
SECTORS = ("", "Bourg", "Les Granges")
JEAN = ("Martin", "Jean")
EL_AMRANI = ("El Amrani", "Jean")
AT_1, ON_1 = "p1@example.org", "06 39 98 00 01"
CHALLENGES = "enjeu;énoncé\nLogement;Plus personne ne dort dehors.\n"

Row = tuple[str, ...]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(LAST),
        st.sampled_from(FIRST),
        st.just("") | st.integers(1, 6).map(lambda n: f"p{n}@example.org"),
        st.just("") | st.integers(1, 6).map(lambda n: f"06 39 98 00 0{n}"),
        st.sampled_from(SECTORS),
        st.sampled_from(("oui", "oui", "non", "")),
    ),
    min_size=1,
    max_size=8,
)
SPOILS = st.frozensets(
    st.sampled_from(("zeros", "scientific", "comma", "tab", "cp1252", "utf-16", "order", "unknown", "total", "spaces"))
)


def spoil(rows: Sequence[Row], spoils: frozenset[str], rng: Random) -> bytes:
    """Write rows as a spreadsheet and those who keep it leave them."""
    columns = list(COLUMNS_OF_PEOPLE)
    table = [dict(zip(columns, row, strict=True)) for row in rows]
    for row in table:
        digits = row["téléphone"].replace(" ", "")
        if "zeros" in spoils:
            row["téléphone"] = digits.lstrip("0")
        elif "scientific" in spoils and digits:
            row["téléphone"] = f"{digits[1]},{digits[2:].rstrip('0')}E+08"
        if "spaces" in spoils:
            row["courriel"] = f" {row['courriel']}\u00a0"
        row["taille de tee-shirt"] = "M"
    if "unknown" in spoils:
        columns.append("taille de tee-shirt")
    if "order" in spoils:
        rng.shuffle(columns)
    delimiter = "," if "comma" in spoils else "\t" if "tab" in spoils else ";"
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in table)
    if "total" in spoils:
        writer.writerow([f"Total : {len(rows)} bénévoles", *("" for _ in columns[1:])])
    return file.getvalue().encode("utf-16" if "utf-16" in spoils else "cp1252" if "cp1252" in spoils else "utf-8")


def list_all(store: Store) -> object:
    return store.read(
        lambda repository: (
            repository.list_participants(),
            repository.list_volunteers(),
            repository.list_sectors(),
            repository.list_scores(),
        )
    )


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])  # fmt: skip  # noqa: E501
@given(ROWS, SPOILS, st.randoms(use_true_random=False))
def test_a_spoiled_list_loses_nothing_without_a_word(
    blank: Path, rows: list[Row], spoils: frozenset[str], rng: Random
) -> None:
    content = spoil(rows, spoils, rng)
    with TemporaryDirectory(ignore_cleanup_errors=True) as place, copied(blank, Path(place) / "a") as store:
        plan = preview_import(store, "volunteers", "liste.csv", content, now=NOON)
        assert plan.unusable is None
        assert sum(plan.counts.values()) == len(plan.lines)
        assert len(plan.lines) + len(plan.reading.left) == len(rows) + ("total" in spoils)
        named = {one.heading for one in plan.reading.columns if one.column}
        assert named | set(plan.reading.ignored) == {one.heading for one in plan.reading.columns}
        report = write_import(store, "volunteers", "liste.csv", content, now=NOON)
        assert report.read == report.added + report.unchanged + len(report.doubtful) + len(report.rejected)
        told = {one.place for one in plan.lines if one.fate in (Fate.DOUBTFUL, Fate.REFUSED)}
        assert len(told) == len(report.doubtful) + len(report.rejected)
        kept = {one.email for one in store.read(lambda repository: repository.list_volunteers())} - {""}
        assert kept <= {row[2] for row in rows if row[5] == "oui" or row[5] == ""}


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])  # fmt: skip  # noqa: E501
@given(st.lists(ROWS.map(lambda rows: [(*row[:5], row[5].replace("non", "")) for row in rows]), min_size=1, max_size=3))
@example(  # the fourth row tells whom the third is about
    [
        [
            (*JEAN, "", "", "", "oui"),
            (*JEAN, AT_1, "", "", "oui"),
            (*EL_AMRANI, AT_1, ON_1, "", "oui"),
            (*EL_AMRANI, "", ON_1, "", "oui"),
        ]
    ]
)
@example(  # the same, and the row that tells has another address: the last in the file stays
    [
        [
            (*JEAN, AT_1, "", "", "oui"),
            (*EL_AMRANI, AT_1, ON_1, "", "oui"),
            (*EL_AMRANI, "p2@example.org", ON_1, "", "oui"),
        ]
    ]
)
@example(  # the third row makes of the second somebody else of that name
    [
        [
            (*JEAN, AT_1, "", "", "oui"),
            (*JEAN, "", ON_1, "", "oui"),
            (*JEAN, AT_1, "06 39 98 00 02", "", "oui"),
        ]
    ]
)
@example(  # who consents in a later row of the file has the details of the earlier one kept
    [[(*JEAN, AT_1, ON_1, "", ""), (*JEAN, AT_1, "", "", "oui")]]
)
def test_any_list_taken_in_twice_in_a_row_changes_nothing_and_undoing_all_restores(
    blank: Path, lists: list[list[Row]]
) -> None:
    """Without a no: it takes what its person's former details were with it, also from what undoes an import."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as place, copied(blank, Path(place) / "a") as store:
        states = [list_all(store)]
        for number, rows in enumerate(lists):
            content = spoil(rows, frozenset(), Random(0))
            report = write_import(store, "volunteers", "l.csv", content, now=NOON + timedelta(days=number))
            if report.import_id is not None:
                states.append(list_all(store))
            before = list_all(store)
            again = write_import(store, "volunteers", "l.csv", content, now=NOON + timedelta(days=number, hours=1))
            assert (again.added, list_all(store)) == (0, before)
        for state in reversed(states[:-1]):
            standing = [one.taken for one in list_imports(store) if one.taken.undone_at is None]
            done = undo_import(store, standing[0].id, NOON)
            assert done.kept == ()
            assert list_all(store) == state


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])  # fmt: skip  # noqa: E501
@given(ROWS, st.randoms(use_true_random=False))
def test_who_was_erased_is_brought_back_by_no_list_that_was_there_before(
    blank: Path, rows: list[Row], rng: Random
) -> None:
    content = spoil(rows, frozenset(), rng)
    later = NOON + timedelta(days=1)
    with TemporaryDirectory(ignore_cleanup_errors=True) as place, copied(blank, Path(place) / "a") as store:
        write_import(store, "volunteers", "l.csv", content, now=NOON)
        people = store.read(lambda repository: repository.list_participants())

        def erase(repository: Repository) -> None:
            for person in people:
                erase_person(repository, person.id, later, with_ideas=True)

        store.perform(None, erase)
        report = write_import(store, "volunteers", "l.csv", content, now=later)
        offers = store.read(lambda repository: repository.list_volunteers())
        told = {one.line for one in report.doubtful} | {one.line for one in report.rejected}
        told |= {one.line for one in report.line_notes}
        assert offers == ()
        assert report.added == 0
        assert len(told) == report.read


@pytest.mark.parametrize("answers", [True, False])
def test_answered_or_not_a_doubt_is_the_same_the_second_time(blank: Path, tmp_path: Path, answers: bool) -> None:
    rows: list[Row] = [
        ("Martin", "Jean", "", "01 99 00 00 01", "", "oui"),
        ("Durand", "Anne", "", "01 99 00 00 01", "", "oui"),
    ]
    content = spoil(rows, frozenset(), Random(0))
    chosen = Choices(people={Place("", 3): ""}) if answers else Choices()
    with copied(blank, tmp_path / "a") as store:
        write_import(store, "volunteers", "l.csv", content, chosen, now=NOON)
        again = write_import(store, "volunteers", "l.csv", content, now=NOON)
        assert (again.added, len(again.doubtful)) == (0, 0 if answers else 1)
        marks = store.read(lambda repository: repository.list_marks())
        assert sum(mark.kind is Trait.ROW for mark in marks) == (2 if answers else 1)
