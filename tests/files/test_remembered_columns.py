"""What columns were said to hold is remembered for files made alike, and said."""

from __future__ import annotations

from tests.files.conftest import NOON
from workshop_kit.domain.files import LAYOUTS_AT_MOST, Layout
from workshop_kit.files import preview_import, write_import
from workshop_kit.files.reading.values import Choices
from workshop_kit.store import Store

TEXT = "Nom;Truc bidule;Permis B;Consentement\nAna Roux;Bourg;oui;oui\n"
CHOSEN = Choices(columns={"Truc bidule": "sector", "Permis B": ""})


def column(store: Store, text: str, heading: str, choices: Choices | None = None) -> str | None:
    plan = preview_import(store, "volunteers", "l.csv", text.encode(), choices or Choices(), now=NOON)
    return next(one.column for one in plan.reading.columns if one.heading == heading)


def notes(store: Store, text: str) -> list[str]:
    plan = preview_import(store, "volunteers", "l.csv", text.encode(), now=NOON)
    return [note.code for note in plan.reading.notes]


def test_the_next_file_made_alike_is_read_as_the_last_one_and_says_so(store: Store) -> None:
    assert column(store, TEXT, "Truc bidule") is None
    write_import(store, "volunteers", "l.csv", TEXT.encode(), CHOSEN, now=NOON)
    another = TEXT.replace("Ana Roux", "Luc Morel")
    assert column(store, another, "Truc bidule") == "sector"
    assert column(store, another, "Permis B") == ""
    assert "layout-remembered" in notes(store, another)
    assert write_import(store, "volunteers", "m.csv", another.encode(), now=NOON).added == 1
    assert store.read(lambda repository: repository.list_volunteers())[1].sector == "Bourg"


def test_what_is_said_now_goes_before_what_was_said_then(store: Store) -> None:
    write_import(store, "volunteers", "l.csv", TEXT.encode(), CHOSEN, now=NOON)
    again = Choices(columns={"Truc bidule": ""})
    assert column(store, TEXT, "Truc bidule", again) == ""
    write_import(store, "volunteers", "l.csv", TEXT.encode(), again, now=NOON)
    assert column(store, TEXT, "Truc bidule") == ""


def test_a_file_with_other_headings_is_another(store: Store) -> None:
    write_import(store, "volunteers", "l.csv", TEXT.encode(), CHOSEN, now=NOON)
    other = "Nom;Truc bidule;Consentement\nLuc Morel;Bourg;oui\n"
    assert column(store, other, "Truc bidule") is None
    assert notes(store, other) == []


def test_a_bounded_number_of_layouts_is_kept(store: Store) -> None:
    def keep(number: int) -> None:
        layout = Layout(f"{number:03d}", "ideas", NOON, {"x": ""})
        store.perform(None, lambda repository: repository.update_layout(layout))

    for number in range(LAYOUTS_AT_MOST + 1):
        keep(number)
    kept = store.read(lambda repository: [repository.find_layout(f"{n:03d}") for n in range(LAYOUTS_AT_MOST + 1)])
    assert sum(one is not None for one in kept) == LAYOUTS_AT_MOST
