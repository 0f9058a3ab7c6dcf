"""What goes out comes back: a workshop exported and imported into a new one holds the same values."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.course import Phase
from workshop_kit.domain.entries import IDEA, clean_line, clean_name, clean_text
from workshop_kit.domain.forms import Consent, Day, Purpose
from workshop_kit.domain.model import (
    Category,
    Challenge,
    Idea,
    Mission,
    Origin,
    Participant,
    Score,
    Source,
    Stakeholder,
    StakeholderStatus,
    Volunteer,
    Workshop,
)
from workshop_kit.domain.names import fold_name
from workshop_kit.files import KINDS, export_workshop, import_file
from workshop_kit.files.formulas import protect_cell, unprotect_cell
from workshop_kit.files.reading.contacts import read_number
from workshop_kit.files.reading.listed import holds_several
from workshop_kit.files.reading.repairs import says_none, says_the_same
from workshop_kit.files.reading.tables.mojibake import undo_double_encoding
from workshop_kit.files.reading.tables.spoilt import has_asked_letters
from workshop_kit.store import Repository, Store, create_store, open_store

NOON = datetime(2027, 1, 12, 12, 0, tzinfo=UTC)
WORKSHOP = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOON, NOON + timedelta(days=365))

# Cleaned as every entry is, and without what reading takes off the ends of a cell; the rest of Unicode, quotes,
# delimiters, formulas and, where an entry may have them, line breaks included. Letters that are the signs of others
# encoded twice (``Â°``) are put right wherever they come from.
ENDS = " \t\n\u00a0\u202f\ufeff"
LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")) | st.sampled_from("\n;,\"'=+-@\t«»é")


def texts(
    forbidden: str = "", clean: Callable[[object], str] = clean_line, shortest: int = 1
) -> st.SearchStrategy[str]:
    return (
        st.text(LETTERS, min_size=shortest, max_size=20)
        .map(lambda text: clean("".join(c for c in text if c not in forbidden)).strip(ENDS))
        .filter(lambda text: len(text) >= shortest and bool(fold_name(text).strip(" .")))
        .filter(lambda text: undo_double_encoding(text)[1] == 0)
    )


def says_something(text: str) -> bool:
    """Tell whether a sector, a stake or a category is called so; "NULL", "idem" and the like are what lists write."""
    as_written = protect_cell(text)  # a lone apostrophe stands in the file as the two that lists write for "the same"
    return not says_none(text) and not any(map(says_the_same, (text, as_written))) and not has_asked_letters(text)


#: The name of a challenge may stand beside others in one cell.
SENTENCES = texts(forbidden="|\n/")
STAKES = texts(forbidden="|\n/", clean=clean_name).filter(says_something)
SECTORS = st.just("") | texts(clean=clean_name).filter(says_something)
BLANK_OR_TEXT = st.just("") | texts()
#: A question mark between letters stands for one that was lost before a list came: such a row is refused and told.
NAMES = texts(clean=clean_name).filter(lambda text: not has_asked_letters(text))
EMAILS = st.just("") | st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.org", fullmatch=True)
PHONES = st.just("") | st.from_regex(r"(0|\+33 ?)[1-9]( ?[0-9]{2}){4}", fullmatch=True).map(
    lambda number: read_number(number).value
)
#: Sectors among others in one cell: with signs that part them, or called as something else is said there.
SECTOR_NAMES = st.sampled_from(
    (
        "Bourg-Centre",
        "Les Granges, le haut",
        "A/B",
        'Rue "Haute"',
        "Saint-Jean et Paul",
        "partout",
        "5 km",
        "X",
        "non",
        "=1",
    )
) | texts(clean=clean_name).map(lambda text: f"Lieu {text}")
BLANK_OR_DAY = st.just("") | st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(date.isoformat)
BLANK_OR_HOUR = st.just("") | st.times().map(lambda time: time.strftime("%H:%M"))
DAYS = st.lists(st.sampled_from(Day), unique=True).map(lambda days: tuple(sorted(days, key=tuple(Day).index)))
WORDS = st.just("") | texts()
LANGUAGES_SPOKEN = texts(clean=clean_name).filter(says_something)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


@dataclass
class Content:
    challenges: list[Challenge]
    stakeholders: list[Stakeholder]
    participants: list[Participant]
    volunteers: list[Volunteer]
    missions: list[Mission]
    scores: list[Score]
    ideas: list[Idea]


@st.composite
def contents(draw: st.DrawFn) -> Content:
    stakes = draw(st.lists(STAKES, min_size=1, max_size=3, unique_by=lambda text: fold_name(text).rstrip(" .")))
    part = st.just("") | SENTENCES
    challenges = [
        Challenge(f"c{i}", stake, draw(SENTENCES), draw(part), draw(part), draw(part), draw(part), draw(part), i)
        for i, stake in enumerate(stakes)
    ]
    categories = st.sampled_from(list(Category)) | texts(clean=clean_name).filter(says_something)
    bodies = draw(
        st.lists(st.tuples(categories, NAMES), max_size=3, unique_by=lambda pair: tuple(map(fold_name, pair)))
    )
    stakeholders = [
        Stakeholder(
            f"s{i}",
            understand_category(category),
            name,
            draw(st.just("") | NAMES),
            draw(EMAILS),
            draw(SECTORS),
            draw(st.sampled_from(StakeholderStatus)),
        )
        for i, (category, name) in enumerate(bodies)
    ]
    pseudonyms = draw(st.lists(NAMES, max_size=3, unique_by=fold_name))
    participants = [Participant(f"{i:032x}", name, "", "", Origin.ROOM, NOON) for i, name in enumerate(pseudonyms)]
    ids = [challenge.id for challenge in challenges]
    return Content(
        challenges,
        stakeholders,
        participants,
        [draw(volunteers(person, ids)) for person in participants if draw(st.booleans())],
        draw(missions(ids)),
        [draw(scores(person.id, id)) for person in participants for id in ids if draw(st.booleans())],
        draw(ideas(ids, [person.id for person in participants])),
    )


@st.composite
def volunteers(draw: st.DrawFn, person: Participant, challenges: list[str]) -> Volunteer:
    name = draw(st.just(person.pseudonym) | st.just(f"Nom de {person.id[-1]}"))
    consented = draw(st.none() | MOMENTS)
    others = draw(st.lists(st.sampled_from((Purpose.INVITE, Purpose.NEWS)), unique=True).map(sorted))
    reachable = consented is not None or bool(others)
    return Volunteer(
        person.id,
        name,
        draw(EMAILS) if reachable else "",
        draw(PHONES) if reachable else "",
        draw(SECTORS),
        consented,
        "" if consented is None else draw(texts(clean=clean_text)),
        draw(st.booleans()),
        tuple(draw(st.lists(st.sampled_from(challenges), unique=True))),
        days=draw(DAYS),
        days_word=draw(WORDS),
        consents=tuple(Consent(purpose, draw(MOMENTS)) for purpose in others),
        max_missions=draw(st.integers(1, 20)),
        reach=tuple(draw(st.lists(SECTOR_NAMES, max_size=3, unique_by=fold_name))),
        often=draw(WORDS),
        until=draw(BLANK_OR_DAY),
        car=draw(st.none() | st.booleans()),
        languages=tuple(draw(st.lists(LANGUAGES_SPOKEN, max_size=3, unique_by=fold_name))),
    )


@st.composite
def missions(draw: st.DrawFn, challenges: list[str]) -> list[Mission]:
    titles = draw(st.lists(NAMES, max_size=3, unique_by=fold_name))
    return [draw(one_mission(f"m{i}", title, challenges)) for i, title in enumerate(titles)]


@st.composite
def one_mission(draw: st.DrawFn, id: str, title: str, challenges: list[str]) -> Mission:
    places = draw(st.integers(1, 1000))
    first, last = sorted((draw(BLANK_OR_DAY), draw(BLANK_OR_DAY)))
    begins, finishes = sorted((draw(BLANK_OR_HOUR), draw(BLANK_OR_HOUR)))
    return Mission(
        id,
        draw(st.sampled_from(challenges)),
        title,
        places,
        draw(st.integers(0, 3)),
        draw(SECTORS),
        owner=draw(st.just("") | NAMES),
        first_date=first,
        next_step=draw(BLANK_OR_TEXT),
        min_places=draw(st.integers(0, places)),
        importance=draw(st.integers(1, 3)),
        last_date=last,
        begins=begins,
        finishes=finishes,
        days=draw(DAYS),
        car=draw(st.booleans()),
        language=draw(st.just("") | LANGUAGES_SPOKEN.filter(lambda text: not holds_several(text))),
    )


@st.composite
def scores(draw: st.DrawFn, person: str, challenge: str) -> Score:
    if draw(st.booleans()):
        return Score(person, challenge, None, None, unsure=draw(st.booleans()))
    return Score(person, challenge, draw(st.none() | st.integers(0, 3)), draw(st.none() | st.integers(-2, 2)))


@st.composite
def ideas(draw: st.DrawFn, challenges: list[str], people: list[str]) -> list[Idea]:
    written = draw(st.lists(texts(clean=clean_text, shortest=IDEA.shortest), max_size=4, unique_by=fold_name))
    authors = st.sampled_from([*people, None])
    return [
        Idea(
            f"i{i}",
            draw(st.sampled_from(challenges)),
            text,
            draw(st.none() | st.sampled_from(Source)),
            draw(authors),
            draw(MOMENTS),
        )
        for i, text in enumerate(written)
    ]


def put(repository: Repository, content: Content) -> None:
    for challenge in content.challenges:
        repository.add_challenge(challenge)
    for body in content.stakeholders:
        repository.add_stakeholder(body)
    for person in content.participants:
        repository.add_participant(person)
    for volunteer in content.volunteers:
        repository.update_volunteer(volunteer)
    for mission in content.missions:
        repository.add_mission(mission)
    for score in content.scores:
        repository.update_score(score)
    for idea in content.ideas:
        repository.add_idea(idea)


def list_values(repository: Repository) -> dict[str, list[Any]]:
    """Return everything that files carry, with names in the place of ids."""
    of = {one.id: (one.stake, one.statement) for one in repository.list_challenges()}
    who = {one.id: one.pseudonym for one in repository.list_participants()}
    return {
        "challenges": [replace(one, id="") for one in repository.list_challenges()],
        "stakeholders": [replace(one, id="") for one in repository.list_stakeholders()],
        "volunteers": [
            (replace(one, participant="", challenges=()), who[one.participant], [of[id] for id in one.challenges])
            for one in repository.list_volunteers()
        ],
        "missions": [(replace(one, id="", challenge=""), of[one.challenge]) for one in repository.list_missions()],
        "scores": sorted(
            (repr(replace(one, participant="", challenge="")), who[one.participant], of[one.challenge])
            for one in repository.list_scores()
        ),
        "ideas": [
            (replace(one, id="", challenge="", author=None), of[one.challenge], who.get(one.author or ""))
            for one in repository.list_ideas()
        ],
    }


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop just made, to be copied: making one anew for each example would take most of the time."""
    folder = tmp_path_factory.mktemp("blank") / "atelier"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WORKSHOP_KIT_STORE", raising=False)
        create_store(folder, WORKSHOP).close()
    return folder


@contextmanager
def copied(blank: Path, folder: Path) -> Iterator[Store]:
    shutil.copytree(blank, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WORKSHOP_KIT_STORE", raising=False)
        store = open_store(folder)
    try:
        yield store
    finally:
        store.close()


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(contents(), st.sampled_from(["fr", "en"]))
def test_a_workshop_exported_and_imported_is_the_same(blank: Path, content: Content, language: str) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        out = Path(place) / "out"
        with copied(blank, Path(place) / "before") as before:
            before.perform(None, lambda repository: put(repository, content))
            expected = before.read(list_values)
            export_workshop(before, out, language)
        with copied(blank, Path(place) / "after") as after:
            for kind in KINDS:
                report = import_file(after, kind, out / f"{kind}.csv")
                assert (report.rejected, report.unchanged, report.added) == ((), 0, len(expected[kind])), kind
            assert after.read(list_values) == expected
            for kind in KINDS:
                report = import_file(after, kind, out / f"{kind}.csv")
                assert (report.rejected, report.added) == ((), 0), kind


RISKY = st.text(
    st.sampled_from("=+-@＝＋－＠',;|\t\n\r \u2028\u00a0\u200b\ufeff\ufe0f1aé") | st.characters(), max_size=12
)


@settings(deadline=None)
@given(RISKY)
def test_a_protected_cell_comes_back_exactly(text: str) -> None:
    assert unprotect_cell(protect_cell(text)) == text


@settings(deadline=None)
@given(RISKY)
def test_a_protected_cell_cannot_be_run_whatever_the_delimiter_it_is_opened_with(text: str) -> None:
    protected = protect_cell(text)
    for piece in re.split("[,;|\t\n\r\u2028]", protected):
        seen = piece.strip(" \u00a0\u200b\ufeff\ufe0f")
        assert not seen.startswith(tuple("=@＝＋－＠"))
        assert not seen.startswith(("+", "-")) or re.fullmatch(r"[+-]\d{1,3}", protected, re.ASCII)


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "@x",
        "-x",
        "+33 1",
        "＝1",
        "a;=1",
        "a,=1",
        "a\t=1",
        "a|=1",
        "a\n=1",
        "a\r\n-x",
        "\ufeff=1",
        " \u200b=1",
        "a, ＠x",
    ],
)
def test_a_sign_that_would_begin_a_formula_has_an_apostrophe_before_it(text: str) -> None:
    protected = protect_cell(text)
    assert protected.count("'") == 1
    assert protected.replace("'", "") == text


@pytest.mark.parametrize("text", ["'0", "'Le Coin'", "''x", "'"])
def test_an_apostrophe_that_begins_a_text_is_no_mark_when_it_comes_back(text: str) -> None:
    assert protect_cell(text) == f"'{text}"
    assert unprotect_cell(f"'{text}") == text


@pytest.mark.parametrize(
    "text",
    [
        "'t Hooft",
        "'s Gravesande",
        "-1",
        "+2",
        "1-2",
        "a = b",
        "jeanne@example.org",
        "l'été",
        "porte-à-porte",
        "d'accord, oui",
    ],
)
def test_a_number_and_ordinary_words_stay_as_they_are(text: str) -> None:
    assert protect_cell(text) == text
