"""What goes out as a workbook: in words, in one file that comes back, and a contact list of those who consented."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import cycle
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from tests.files.conftest import NOON
from tests.property.test_round_trips import list_values
from workshop_kit.domain.model import (
    Category,
    Idea,
    Mission,
    Origin,
    Participant,
    Score,
    Source,
    StakeholderStatus,
    Volunteer,
)
from workshop_kit.files import KINDS, count_contacts, export_contacts, export_workbook, import_file
from workshop_kit.files.reading.columns import REQUIRED
from workshop_kit.files.reading.usual import find_column
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, Store, create_store

KIND_OF = {
    "fr": {
        "Défis": "challenges", "Idées": "ideas", "Matrices": "scores", "Missions": "missions",
        "Personnes": "volunteers", "Parties prenantes": "stakeholders",
    },
    "en": {
        "Challenges": "challenges", "Ideas": "ideas", "Matrices": "scores", "Missions": "missions",
        "People": "volunteers", "Stakeholders": "stakeholders",
    },
}  # fmt: skip


@pytest.fixture
def full(framed: Store, take: Callable[[str, str], object]) -> Store:
    lines = "".join(f"{category};Corps {category};coming\n" for category in Category)
    take("stakeholders", f"catégorie;nom;statut\n{lines}")
    take("volunteers", "nom;pseudonyme;courriel;consentement\nZoé Noël;Mésange;zoe@example.org;oui\nPaul Roy;;;non\n")
    take("missions", "défi;intitulé;places;première date\nLogement;=GARDE();2;2027-01-31\n")
    take("scores", "bénévole;défi;compétence;intérêt\nMésange;Logement;2;-1\nMésange;Mobilité;?;?\n")
    take("ideas", "défi;texte;source;auteur\nLogement;Une laverie;vécu;Mésange\nLogement;Un banc;;\n")
    return framed


def open_book(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def read_sheet(content: bytes, name: str) -> list[dict[str, object]]:
    rows = list(open_book(content)[name].iter_rows(values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def test_headings_and_values_are_french_in_a_french_workshop(full: Store) -> None:
    content = export_workbook(full, "fr")
    assert open_book(content).sheetnames == [
        "Défis", "Idées", "Votes", "Matrices", "Missions", "Affectations", "Personnes", "Parties prenantes",
    ]  # fmt: skip
    assert read_sheet(content, "Défis")[0]["Où il en est"] == "Pas ouvert"
    idea = read_sheet(content, "Idées")[0]
    assert (idea["Idée"], idea["Origine"], idea["Pseudonyme"]) == ("Une laverie", "Vécu", "Mésange")
    assert [(line["Compétence"], line["Intérêt"]) for line in read_sheet(content, "Matrices")] == [
        (2, -1),
        ("ne sait pas", "ne sait pas"),
    ]
    people = {line["Nom"]: line["Consentement"] for line in read_sheet(content, "Personnes")}
    assert people == {"Zoé Noël": "oui", "Paul Roy": None}
    bodies = read_sheet(content, "Parties prenantes")
    assert {line["Statut"] for line in bodies} == {"Vient"}
    assert bodies[0]["Catégorie"] == "Élue ou élu"
    assert read_sheet(content, "Missions")[0]["Première date"] == datetime(2027, 1, 31)


def test_they_are_english_in_an_english_one(full: Store) -> None:
    content = export_workbook(full, "en")
    assert read_sheet(content, "People")[0]["Consent"] == "yes"
    assert read_sheet(content, "Ideas")[0]["Source"] == "Lived it"
    assert read_sheet(content, "Matrices")[1]["Interest"] == "don’t know"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_heading_of_what_comes_back_is_known_to_the_import(full: Store, language: str) -> None:
    book = open_book(export_workbook(full, language))
    for sheet, kind in KIND_OF[language].items():
        cells = [str(cell.value) for cell in book[sheet][1]]
        assert {find_column(kind, cell) for cell in cells} >= set(REQUIRED[kind]), sheet
        unknown = {cell for cell in cells if find_column(kind, cell) is None}
        assert unknown <= {"Où il en est", "How far it is"}, sheet


@contextmanager
def restored(store: Store, language: str, folder: Path) -> Iterator[tuple[Store, Path]]:
    """A new workshop with all that the workbook of another brings, and that workbook."""
    book = folder / "atelier.xlsx"
    book.write_bytes(export_workbook(store, language))
    other = create_store(folder / "other", store.read(lambda repository: repository.find_workshop()))
    try:
        for kind in KINDS:
            report = import_file(other, kind, book)
            assert report.rejected == (), kind
        yield other, book
    finally:
        other.close()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_workbook_taken_into_a_new_workshop_gives_the_same_values(full: Store, language: str, tmp_path: Path) -> None:
    with restored(full, language, tmp_path) as (other, book):
        assert other.read(list_values) == full.read(list_values)
        for kind in KINDS:
            report = import_file(other, kind, book)
            assert (report.rejected, report.added) == ((), 0), kind


def test_headings_stay_in_sight_and_every_column_filters_and_is_as_wide_as_its_texts(full: Store) -> None:
    for sheet in open_book(export_workbook(full, "fr")).worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(8 <= dimension.width <= 56 for dimension in sheet.column_dimensions.values())
        assert all(cell.font.bold for cell in sheet[1])


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＠", "\u200b=", " ="])
def test_a_text_that_begins_as_a_formula_is_a_text_and_stays_one(full: Store, sign: str) -> None:
    def write(repository: Repository) -> None:
        challenge = repository.list_challenges()[0].id
        repository.add_idea(Idea("f", challenge, f"{sign}HYPERLINK(1)", Source.DATA, None, NOON))

    full.perform(None, write)
    sheet = open_book(export_workbook(full, "fr"))["Idées"]
    (cell,) = (row[1] for row in sheet.iter_rows() if "HYPERLINK" in str(row[1].value))
    assert (cell.value, cell.data_type, cell.quotePrefix) == (f"{sign}HYPERLINK(1)", "s", True)


def test_a_sign_that_xml_cannot_hold_stops_no_workbook(full: Store) -> None:
    def write(repository: Repository) -> None:
        challenge = repository.list_challenges()[0].id
        repository.add_idea(Idea("f", challenge, "Un signe\x1b \ufffe étrange\x0b", None, None, NOON))

    full.perform(None, write)
    texts = {line["Idée"] for line in read_sheet(export_workbook(full, "fr"), "Idées")}
    assert "Un signe  étrange" in texts


def test_of_people_the_workbook_holds_names_and_what_those_who_consented_left(full: Store) -> None:
    def contact(repository: Repository) -> None:
        body = repository.list_stakeholders()[0]
        repository.update_stakeholder(replace(body, contact="Mme Hélène Cros", email="cros@example.org"))

    full.perform(None, contact)
    said = repr([list(sheet.values) for sheet in open_book(export_workbook(full, "fr")).worksheets])
    assert "zoe@example.org" in said
    assert "Cros" not in said
    assert "cros@example.org" not in said


def test_a_contact_within_what_somebody_wrote_is_not_readable_in_the_workbook(full: Store) -> None:
    def write(repository: Repository) -> None:
        challenge = repository.list_challenges()[0].id
        repository.add_idea(Idea("f", challenge, "Un camion, 0639 980 901", Source.DATA, None, NOON))
        mission = repository.list_missions()[0]
        repository.update_mission(replace(mission, title="Appeler zoe (at) example.org", option="f"))

    full.perform(None, write)
    said = repr([list(sheet.values) for sheet in open_book(export_workbook(full, "fr")).worksheets])
    assert "0639 980 901" not in said
    assert "zoe (at)" not in said
    assert said.count("Un camion, […]") == 3
    assert "Appeler […]" in said


def test_an_idea_whose_contact_the_workbook_conceals_is_the_same_idea_when_it_is_read_back(
    full: Store, tmp_path: Path
) -> None:
    def write(repository: Repository) -> None:
        challenge = repository.list_challenges()[0].id
        author = repository.list_participants()[0].id
        repository.add_idea(Idea("f", challenge, "Un camion, 0639 980 901", Source.DATA, author, NOON))
        repository.add_idea(Idea("g", challenge, "Un camion, 0639 980 902", Source.DATA, None, NOON))

    full.perform(None, write)
    before = full.read(lambda repository: repository.list_ideas())
    book = tmp_path / "atelier.xlsx"
    book.write_bytes(export_workbook(full, "fr"))
    report = import_file(full, "ideas", book)
    assert (report.added, report.rejected) == (0, ())
    assert full.read(lambda repository: repository.list_ideas()) == before


def test_a_mission_whose_contact_the_workbook_conceals_is_the_same_mission_when_it_is_read_back(
    full: Store, tmp_path: Path
) -> None:
    def write(repository: Repository) -> None:
        challenge = repository.list_challenges()[0].id
        for number, title in enumerate(("Appeler le 0639 980 901", "Appeler le 0639 980 902", "Garde", "Garde")):
            repository.add_mission(Mission(f"m{number}", challenge, title, 1 + number))

    full.perform(None, write)
    before = full.read(lambda repository: repository.list_missions())
    book = tmp_path / "atelier.xlsx"
    book.write_bytes(export_workbook(full, "fr"))
    report = import_file(full, "missions", book)
    assert (report.added, report.rejected) == (0, ())
    assert full.read(lambda repository: repository.list_missions()) == before


def test_two_missions_and_two_ideas_that_look_the_same_once_concealed_stay_two_in_a_new_workshop(
    full: Store, tmp_path: Path
) -> None:
    def write(repository: Repository) -> None:
        challenge = repository.list_challenges()[0].id
        author = repository.list_participants()[0].id
        for number in (1, 2):
            repository.add_mission(Mission(f"m{number}", challenge, f"Appeler le 0639 980 90{number}", number))
            repository.add_idea(Idea(f"i{number}", challenge, f"Voir 0639 980 90{number}", None, author, NOON))

    full.perform(None, write)
    with restored(full, "fr", tmp_path) as (other, _):
        titles = [one.title for one in other.read(lambda repository: repository.list_missions())]
        texts = [one.text for one in other.read(lambda repository: repository.list_ideas())]
        assert (titles.count("Appeler le […]"), texts.count("Voir […]")) == (2, 2)


#: In Paris: winter, summer, the seconds around both changes, and both of the hours that come twice in autumn.
MOMENTS = [
    datetime(2027, 1, 12, 23, 30, 5, 123456, tzinfo=UTC),
    datetime(2027, 7, 1, 22, 15, 59, 999999, tzinfo=UTC),
    datetime(2027, 3, 28, 0, 59, 59, tzinfo=UTC),
    datetime(2027, 3, 28, 1, 0, 1, tzinfo=UTC),
    datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
    datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one zone for all its processes")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_moment_goes_out_as_the_clock_of_the_place_shows_it_and_comes_back_to_the_second(
    full: Store, language: str, tmp_path: Path, clock: Callable[[str], None]
) -> None:
    clock("Europe/Paris")

    def write(repository: Repository) -> None:
        challenge = repository.list_challenges()[0].id
        for number, moment in enumerate(MOMENTS):
            person = Participant(f"{number:032x}", f"Personne {number}", "", "", Origin.FILE, NOON)
            repository.add_participant(person)
            repository.update_volunteer(
                Volunteer(person.id, person.pseudonym, f"p{number}@example.org", "", "", moment, "pour aider")
            )
            repository.add_idea(Idea(f"i{number}", challenge, f"Idée du moment {number}", None, person.id, moment))

    full.perform(None, write)
    before = full.read(list_values)
    with restored(full, language, tmp_path) as (other, book):
        cells = [row[4] for row in load_workbook(book).worksheets[1].iter_rows(min_row=4)]
        assert [isinstance(cell.value, datetime) for cell in cells] == [True, True, True, True, True, False]
        assert cells[0].value == datetime(2027, 1, 13, 0, 30, 5)
        assert cells[0].number_format == {"fr": "dd/mm/yyyy hh:mm", "en": "d mmm yyyy hh:mm"}[language]
        consents = [one.consented_at for one in other.read(lambda repository: repository.list_volunteers())]
        written = [one.written_at for one in other.read(lambda repository: repository.list_ideas())]
        assert consents[-len(MOMENTS) :] == written[-len(MOMENTS) :] == [one.replace(microsecond=0) for one in MOMENTS]
        for kind in KINDS:
            report = import_file(full, kind, book)
            assert (report.rejected, report.added) == ((), 0), kind
        assert full.read(list_values) == before


def test_who_said_nothing_of_a_consent_is_not_written_down_as_a_no(full: Store, tmp_path: Path) -> None:
    book = tmp_path / "atelier.xlsx"
    book.write_bytes(export_workbook(full, "fr"))

    def consent(repository: Repository) -> None:
        paul = next(one for one in repository.list_volunteers() if one.name == "Paul Roy")
        repository.update_volunteer(replace(paul, email="paul@example.org", consented_at=NOON, purpose="pour aider"))

    full.perform(None, consent)
    import_file(full, "volunteers", book)
    paul = next(one for one in full.read(lambda it: it.list_volunteers()) if one.name == "Paul Roy")
    assert (paul.email, paul.consented_at) == ("paul@example.org", NOON)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_key_stands_last_in_a_narrow_column_and_says_what_it_is_for(full: Store, language: str) -> None:
    book = open_book(export_workbook(full, language))
    say = Translator(language)
    for name in ("ideas", "scores", "people"):
        sheet = book[say(f"files.export.sheet.{name}")]
        letter = get_column_letter(sheet.max_column)
        heading = sheet[letter][0]
        assert find_column({"people": "volunteers"}.get(name, name), str(heading.value)) == "key"
        assert heading.comment is not None
        assert heading.comment.text == say("files.export.key-is-for")
        assert sheet.column_dimensions[letter].width == 8
        assert {cell.alignment.horizontal for cell in sheet[letter][1:]} == {"fill"}


def test_the_contact_list_names_those_who_consented_with_the_day_and_what_for(full: Store) -> None:
    content = export_contacts(full, "fr")
    assert open_book(content).sheetnames == ["Contacts"]
    (line,) = read_sheet(content, "Contacts")
    assert line["Nom"] == "Zoé Noël"
    assert line["Courriel"] == "zoe@example.org"
    assert line["Accord donné le"] == datetime.combine(NOON.astimezone().date(), datetime.min.time())
    assert str(line["Finalité"]).startswith("me proposer une mission")
    assert line["Défis"] == "tous les défis"
    assert count_contacts(full) == 1


def test_who_withdrew_is_on_no_contact_list(full: Store) -> None:
    def withdraw(repository: Repository) -> None:
        for one in repository.list_volunteers():
            repository.update_volunteer(replace(one, email="", phone="", consented_at=None, purpose=""))

    full.perform(None, withdraw)
    assert read_sheet(export_contacts(full, "fr"), "Contacts") == []
    assert count_contacts(full) == 0


def test_two_seats_of_one_person_are_on_the_contact_list_once(full: Store) -> None:
    def join(repository: Repository) -> None:
        person = next(one.participant for one in repository.list_volunteers() if one.consented_at)
        repository.add_participant(Participant("again", "Mésange 2", "", "", Origin.ROOM, NOON))
        repository.update_volunteer(Volunteer("again", "Zoé", "zoe@example.org", "", "", NOON, "pour aider"))
        repository.update_score(Score("again", repository.list_challenges()[0].id, 1, 1))
        repository.update_participant(replace(repository.find_participant(person), joined_to="again"))

    full.perform(None, join)
    assert count_contacts(full) == 1


def test_once_the_retention_is_over_the_contact_list_is_empty(full: Store) -> None:
    def let_pass(repository: Repository) -> None:
        workshop = repository.find_workshop()
        repository.update_workshop(replace(workshop, retention_until=datetime(2020, 1, 1, tzinfo=UTC)))

    full.perform(None, let_pass)
    assert count_contacts(full) == 0


def test_every_word_that_a_sheet_says_of_a_status_is_understood_again(full: Store, tmp_path: Path) -> None:
    def spread(repository: Repository) -> None:
        for body, status in zip(repository.list_stakeholders(), cycle(StakeholderStatus), strict=False):
            repository.update_stakeholder(replace(body, status=status))

    full.perform(None, spread)
    for language in ("fr", "en"):
        book = tmp_path / f"{language}.xlsx"
        book.write_bytes(export_workbook(full, language))
        report = import_file(full, "stakeholders", book)
        assert (report.rejected, report.added, report.unchanged) == ((), 0, 12)
