"""A file put down on the import page: read over, decided upon, written, and taken back."""

from __future__ import annotations

import asyncio
import base64
import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.files.register_files import an_association, an_establishment, write_rna, write_sirene
from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room, lay_out
from workshop_kit.domain.files import UNDOABLE_AT_MOST
from workshop_kit.files import KINDS
from workshop_kit.files.importing.plan import ImportPlan, KnownImport, Undone
from workshop_kit.files.importing.report import ImportReport
from workshop_kit.files.reading import last_reading
from workshop_kit.files.reading.columns import COLUMNS
from workshop_kit.files.reading.read_file import OpenedFile
from workshop_kit.files.reading.tables import ENCODINGS
from workshop_kit.files.reading.values import Choices, Reading
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.contract.facilitator.imports import ImportKind
from workshop_kit.store import Store
from workshop_kit.widgets.import_view import A_PAGE
from workshop_kit.widgets.import_work import ImportWork, Planned, Work
from workshop_kit.widgets.importing import FILES_AT_MOST, Importing

PEOPLE = (
    "Nom;Courriel;Téléphone;Consentement;Permis B\n"
    "Ana Roux;ana.roux@example.org;06 39 98 20 11;oui;oui\n"
    "Odile Garnier;odile.garnier@@example.org;06 39 98 52 40;oui;non\n"
    "Yann Le Goff;;;;\n"
)
#: The last row takes something away, and names nobody in particular.
HOMONYMS = (
    "Nom;Prénom;Courriel;Téléphone;Secteur;Consentement\n"
    "Martin;Jean;jean.martin1950@example.org;06 39 98 02 01;Bourg;oui\n"
    "Martin;Jean;j.martin.fils@example.org;06 39 98 02 02;Les Granges;oui\n"
    "MARTIN;jean;;;;non\n"
)
FORGOTTEN = (
    "Nom;Courriel;Téléphone;Consentement\n"
    "Ana Roux;ana.roux@example.org;06 39 98 20 11;oui\n"
    "Eva Durand;;639980603;\n"
    "Rose Roux;ana.roux@example.org;;\n"
)
IDEAS = "défi;idée\nLogement;Ouvrir le gymnase\nMobilité;Un car le samedi\n"


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(lay_out)


@pytest.fixture
def laptop(room: Room) -> Laptop:
    return room.laptop(imports=Importing())


def put(laptop: Laptop, text: str, kind: str | None = "volunteers", name: str = "liste.csv", first: bool = True) -> str:
    """Put a file down, in pieces, and return its id."""
    content = text.encode()
    file: str = laptop.do("imports", "begin_file", name=name, size=len(content), kind=kind, first=first)["file"]
    for at in range(0, len(content), 5000):
        piece = base64.b64encode(content[at : at + 5000]).decode()
        laptop.do("imports", "take_piece", file=file, at=at, piece=piece)
    return file


def shown(laptop: Laptop) -> dict[str, Any]:
    preview: dict[str, Any] = laptop.model("imports")["shown"]
    return preview


def group(laptop: Laptop, name: str) -> dict[str, Any]:
    return next(one for one in shown(laptop)["groups"] if one["group"] == name)


def at(line: dict[str, Any]) -> dict[str, Any]:
    return {name: line[name] for name in ("sheet", "line", "part")}


def count(laptop: Laptop) -> dict[str, int]:
    return {one["group"]: one["all"] for one in shown(laptop)["groups"] if one["all"]}


def list_people(room: Room) -> list[str]:
    return sorted(one.name for one in room.read(lambda hall: hall.list_volunteers()))


def test_what_may_be_imported_is_the_same_on_the_page_and_in_the_files() -> None:
    assert {*ImportKind} == {*KINDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_a_word_for_its_reader(language: str) -> None:
    say = Translator(language)
    named = [f"column.{kind}.{column.replace('_', '-')}" for kind in KINDS for column in COLUMNS[kind]]
    assert [one for one in named if not say.knows(f"facilitator.imports.{one}")] == []


def test_nothing_is_written_before_somebody_says_so(room: Room, laptop: Laptop) -> None:
    before = room.store.latest_sequence()
    put(laptop, PEOPLE)
    assert count(laptop) == {"new": 2, "refused": 1}
    assert shown(laptop)["read"] == 3
    assert room.store.latest_sequence() == before


def test_a_piece_that_comes_twice_is_taken_once(laptop: Laptop) -> None:
    content = PEOPLE.encode()
    file = laptop.do("imports", "begin_file", name="a.csv", size=len(content), kind=None, first=True)["file"]
    pieces = [base64.b64encode(content[start : start + 60]).decode() for start in range(0, len(content), 60)]
    for number, piece in enumerate(pieces):
        for _ in range(2):
            answer = laptop.do("imports", "take_piece", file=file, at=60 * number, piece=piece)
    assert answer == {"received": len(content)}
    assert count(laptop) == {"new": 2, "refused": 1}


def test_a_gap_in_a_file_is_refused(laptop: Laptop) -> None:
    file = laptop.do("imports", "begin_file", name="a.csv", size=9, kind=None, first=True)["file"]
    laptop.refuse("imports", "take_piece", file=file, at=5, piece=base64.b64encode(b"abcd").decode())
    laptop.refuse("imports", "take_piece", file=file, at=0, piece="no base64 at all")
    laptop.refuse("imports", "take_piece", file=file, at=0, piece=base64.b64encode(b"more than nine").decode())


def test_a_file_too_large_or_empty_is_a_sentence_before_it_is_sent(laptop: Laptop) -> None:
    assert "a.csv" in laptop.refuse("imports", "begin_file", name="a.csv", size=60_000_000, kind=None, first=True)
    assert "a.csv" in laptop.refuse("imports", "begin_file", name="a.csv", size=0, kind=None, first=True)


def test_what_a_file_holds_is_told_by_its_headings(laptop: Laptop) -> None:
    put(laptop, IDEAS, kind=None)
    assert (shown(laptop)["kind"], shown(laptop)["guessed"]) == ("ideas", True)


def test_a_file_that_tells_nothing_is_asked_about(laptop: Laptop) -> None:
    file = put(laptop, "x;y\n1;2\n", kind=None)
    assert shown(laptop) is None
    assert [(one["kind"], one["state"]) for one in laptop.model("imports")["files"]] == [(None, "ready")]
    laptop.do("imports", "choose_kind", file=file, kind="volunteers")
    assert shown(laptop)["missing"] == ["name"]


def test_a_list_of_another_kind_is_noticed_and_read_as_such(laptop: Laptop) -> None:
    file = put(laptop, PEOPLE, kind="ideas")
    assert shown(laptop)["likely"] == "volunteers"
    laptop.do("imports", "choose_kind", file=file, kind="volunteers")
    assert shown(laptop)["likely"] is None
    assert count(laptop) == {"new": 2, "refused": 1}


def test_a_missing_column_is_chosen_right_there(laptop: Laptop) -> None:
    file = put(laptop, "Qui;Courriel\nAna Roux;ana.roux@example.org\n")
    assert shown(laptop)["missing"] == ["name"]
    laptop.do("imports", "choose_column", file=file, heading="Qui", column="name", aside=False)
    assert shown(laptop)["missing"] == []
    assert count(laptop) == {"new": 1}


def test_a_column_not_understood_is_named_until_it_is_ignored_or_used(laptop: Laptop) -> None:
    file = put(laptop, PEOPLE)

    def find() -> str | None:
        found: dict[str, str | None] = {one["heading"]: one["column"] for one in shown(laptop)["columns"]}
        return found["Permis B"]

    assert find() is None
    laptop.do("imports", "choose_column", file=file, heading="Permis B", column=None, aside=True)
    assert find() == ""
    laptop.do("imports", "choose_column", file=file, heading="Permis B", column="sector", aside=False)
    assert find() == "sector"
    laptop.refuse("imports", "choose_column", file=file, heading="Nowhere", column="sector", aside=False)


def test_a_number_and_a_title_of_a_list_are_idle_and_asked_about_by_nobody(laptop: Laptop) -> None:
    put(laptop, "N°;Civilité;Nom;Titre;Numéro\n1;Mme;Ana Roux;Adjointe au maire;12 bis\n")
    told = {one["heading"]: (one["column"], one["idle"]) for one in shown(laptop)["columns"]}
    assert told == {
        "N°": (None, True),
        "Civilité": (None, True),
        "Nom": ("name", False),
        "Titre": (None, False),
        "Numéro": (None, False),
    }


def test_a_refused_line_is_corrected_in_place_and_becomes_new(laptop: Laptop) -> None:
    file = put(laptop, PEOPLE)
    (line,) = group(laptop, "refused")["lines"]
    assert (line["title"], line["refusal"]["column"]) == ("Odile Garnier", "email")
    corrected = {"columns": ["email"], "values": ["odile.garnier@example.org"]}
    laptop.do("imports", "correct_line", file=file, **at(line), **corrected)
    assert count(laptop) == {"new": 3}
    assert shown(laptop)["writes"] == 3


def test_a_line_is_left_aside_by_hand_and_taken_again(laptop: Laptop) -> None:
    file = put(laptop, PEOPLE)
    (line,) = group(laptop, "refused")["lines"]
    laptop.do("imports", "take_line", file=file, **at(line), take=False)
    assert count(laptop) == {"new": 2, "left": 1}
    (left,) = group(laptop, "left")["lines"]
    assert (left["title"], left["aside"]) == ("Odile Garnier", True)
    assert shown(laptop)["read"] == 2
    laptop.do("imports", "take_line", file=file, **at(left), take=True)
    assert count(laptop) == {"new": 2, "refused": 1}


def test_a_doubt_is_answered_by_three_answers_none_of_them_given_beforehand(laptop: Laptop) -> None:
    file = put(laptop, HOMONYMS)
    (line,) = group(laptop, "doubtful")["lines"]
    assert line["doubt"]["answer"] is None
    assert (shown(laptop)["open"], shown(laptop)["writes"]) == (1, 2)
    for answer, writes in (("later", 2), ("apart", 3)):
        laptop.do("imports", "answer_doubt", file=file, **at(line), answer=answer, person=None)
        (decided,) = group(laptop, "doubtful")["lines"]
        assert decided["doubt"] is None or decided["doubt"]["answer"] == answer
        assert shown(laptop)["writes"] == writes
    assert (shown(laptop)["open"], shown(laptop)["decided"]) == (0, 1)
    laptop.refuse("imports", "answer_doubt", file=file, **at(line), answer="same", person="nobody")


def test_an_import_is_written_at_once_and_undone(room: Room, laptop: Laptop) -> None:
    file = put(laptop, PEOPLE)
    laptop.do("imports", "write_file", file=file)
    assert list_people(room) == ["Ana Roux", "Yann Le Goff"]
    model = laptop.model("imports")
    assert (model["files"], model["shown"]) == ([], None)
    (past,) = model["past"]
    assert (past["id"], past["name"], past["written"], past["left"], past["ignored"]) == (
        model["done"],
        "liste.csv",
        2,
        1,
        1,
    )
    laptop.do("imports", "undo_import", id=past["id"])
    assert list_people(room) == []
    assert laptop.model("imports")["past"][0]["undone"]


def test_what_became_of_a_file_is_a_text_to_keep(laptop: Laptop) -> None:
    file = put(laptop, PEOPLE)
    (line,) = group(laptop, "refused")["lines"]
    laptop.do("imports", "take_line", file=file, **at(line), take=False)
    laptop.do("imports", "write_file", file=file)
    report = laptop.do("imports", "read_import", id=laptop.model("imports")["done"])
    assert report["name"] == "compte-rendu-liste.txt"
    assert "Permis B" in report["text"]
    assert "Ligne 3, Odile Garnier" in report["text"]
    laptop.refuse("imports", "read_import", id="no import")


def test_step_2_offers_the_way_back_from_its_last_import(laptop: Laptop) -> None:
    assert laptop.model("last_import") == {"last": None}
    laptop.do("imports", "write_file", file=put(laptop, PEOPLE))
    assert laptop.model("last_import")["last"]["name"] == "liste.csv"
    laptop.do("imports", "write_file", file=put(laptop, IDEAS, kind="ideas", name="idees.csv"))
    last = laptop.model("last_import")["last"]
    assert last["name"] == "liste.csv"
    laptop.do("last_import", "undo_import", id=last["id"])
    assert laptop.model("last_import") == {"last": None}


def test_the_same_file_twice_brings_nothing(laptop: Laptop) -> None:
    laptop.do("imports", "write_file", file=put(laptop, PEOPLE))
    put(laptop, PEOPLE)
    assert count(laptop) == {"same": 2, "refused": 1}
    assert shown(laptop)["writes"] == 0


def test_ideas_wait_for_the_challenges_that_are_put_down_next(make_room: MakeRoom) -> None:
    laptop = make_room().laptop(imports=Importing())
    put(laptop, IDEAS, kind="ideas", name="idees.csv")
    assert laptop.model("imports")["challenges"] == []
    assert count(laptop) == {"refused": 2}
    challenges = put(laptop, "enjeu;énoncé\nLogement;Un toit.\nMobilité;Un car.\n", kind="challenges", name="defis.csv")
    assert shown(laptop)["name"] == "defis.csv"
    laptop.do("imports", "write_file", file=challenges)
    assert shown(laptop)["name"] == "idees.csv"
    assert count(laptop) == {"new": 2}


def test_of_several_files_put_down_together_the_first_is_shown_and_the_others_wait(laptop: Laptop) -> None:
    put(laptop, PEOPLE, name="a.csv")
    second = put(laptop, IDEAS, kind=None, name="b.csv", first=False)
    assert shown(laptop)["name"] == "a.csv"
    laptop.do("imports", "show_file", file=second)
    assert shown(laptop)["name"] == "b.csv"
    laptop.do("imports", "leave_file", file=second)
    assert [one["name"] for one in laptop.model("imports")["files"]] == ["a.csv"]
    assert shown(laptop)["name"] == "a.csv"


def test_a_page_holds_only_so_many_files(laptop: Laptop) -> None:
    for number in range(FILES_AT_MOST):
        laptop.do("imports", "begin_file", name=f"{number}.csv", size=5, kind=None, first=True)
    laptop.refuse("imports", "begin_file", name="one more.csv", size=5, kind=None, first=True)


def test_a_long_list_is_sent_by_the_page_and_searched(laptop: Laptop) -> None:
    lines = [f"{chr(97 + number % 26) * 9} Personne {number:04};p{number}@example.org;;oui" for number in range(400)]
    file = put(laptop, "\n".join(["Nom;Courriel;Téléphone;Consentement", *lines]))
    assert group(laptop, "new")["all"] == 400
    assert len(group(laptop, "new")["lines"]) == 3
    laptop.do("imports", "look_at_lines", file=file, group="new", at=A_PAGE, search="")
    opened = group(laptop, "new")
    assert (opened["open"], len(opened["lines"]), opened["lines"][0]["title"]) == (
        True,
        A_PAGE,
        "zzzzzzzzz Personne 0025",
    )
    laptop.do("imports", "look_at_lines", file=file, group="new", at=0, search="p399@")
    assert [one["title"] for one in group(laptop, "new")["lines"]] == ["jjjjjjjjj Personne 0399"]
    laptop.do("imports", "look_at_lines", file=file, group=None, at=0, search="")
    assert not group(laptop, "new")["open"]


@pytest.mark.parametrize("kind", [None, "volunteers"])
def test_a_file_that_is_no_table_is_a_sentence_and_no_question(laptop: Laptop, kind: str | None) -> None:
    put(laptop, "%PDF-1.7 nothing of a table", name="scan.pdf", kind=kind)
    (file,) = laptop.model("imports")["files"]
    assert file["state"] == "unreadable"
    assert "scan.pdf" in file["sentence"]


@pytest.mark.parametrize("kind", [None, "stakeholders"])
@pytest.mark.parametrize("register", ["rna", "sirene"])
def test_a_register_dropped_here_is_sent_to_where_registers_are_read(
    laptop: Laptop, register: str, kind: str | None
) -> None:
    text = write_rna([an_association()]) if register == "rna" else write_sirene([an_establishment()])
    put(laptop, text, name="registre.csv", kind=kind)
    (file,) = laptop.model("imports")["files"]
    assert file["state"] == "unreadable"
    assert file["sentence"] == Translator("fr")("errors.register-as-list", file="registre.csv")
    assert shown(laptop) is None


def test_a_page_without_a_way_to_read_files_says_so(room: Room) -> None:
    laptop = room.laptop()
    assert laptop.model("imports")["files"] == []
    assert "workshop-kit serve" in laptop.refuse("imports", "show_file", file="f")


class Held(Work):
    """The work, held back until a test lets it go on."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()

    def plan(self, folder: Path, kind: str, name: str, content: bytes, choices: Choices, now: datetime) -> Planned:
        assert self.gate.wait(30)
        return super().plan(folder, kind, name, content, choices, now)


def test_while_a_file_is_read_the_page_answers_and_then_hears_of_it(room: Room) -> None:
    work = Held()

    async def within() -> Laptop:
        laptop = room.laptop(imports=Importing(work))
        put(laptop, PEOPLE)
        assert [one["state"] for one in laptop.model("imports")["files"]] == ["reading"]
        assert laptop.ask("imports", "write_file", file=laptop.model("imports")["files"][0]["id"])["ok"] is False
        heard = asyncio.Event()
        laptop.panels["imports"].observe(lambda change: heard.set() if change["new"]["shown"] else None, "model")
        work.gate.set()
        await asyncio.wait_for(heard.wait(), 10)
        return laptop

    laptop = asyncio.run(within())
    assert count(laptop) == {"new": 2, "refused": 1}


class Failing(ImportWork):
    """Work of which nothing comes."""

    bytes_at_most = 1000

    def forget(self) -> None:
        return None

    def guess_kind(
        self, folder: Path, name: str, content: bytes, chosen: ImportKind | None, encoding: str = ""
    ) -> ImportKind | None:
        return chosen

    def plan(self, folder: Path, kind: str, name: str, content: bytes, choices: Choices, now: datetime) -> Planned:
        if content == b"bad":
            raise ZeroDivisionError
        return Planned(ImportPlan(Reading(kind, name, (), (), ()), (), choices))

    def write(
        self, folder: Path, kind: str, name: str, content: bytes, choices: Choices, now: datetime, by: str
    ) -> ImportReport:
        raise ZeroDivisionError

    def undo(self, folder: Path, import_id: str, now: datetime) -> Undone:
        raise ZeroDivisionError

    def list_past(self, store: Store) -> Sequence[KnownImport]:
        return ()


def test_a_mistake_of_ours_is_a_sentence_with_a_way_on(room: Room) -> None:
    laptop = room.laptop(imports=Importing(Failing()))
    put(laptop, "bad")
    (file,) = laptop.model("imports")["files"]
    assert "xlsx" in file["sentence"]
    assert "xlsx" in laptop.refuse("imports", "write_file", file=put(laptop, "good"))


def test_two_are_compared_by_their_yes_too_and_a_number_without_one_is_not_said_to_be_written(laptop: Laptop) -> None:
    put(laptop, FORGOTTEN)
    groups = {one["group"]: one["lines"] for one in shown(laptop)["groups"]}
    (doubtful,) = groups["doubtful"]
    asked = doubtful["doubt"]["candidates"][0]["likenesses"][-1]
    assert (asked["column"], asked["read"], asked["verdict"]) == ("consent", "case vide", "stays")
    assert asked["known"].startswith("oui, le ")
    assert [line["unkept"] for line in groups["new"] if line["title"] == "Eva Durand"] == [["phone"]]


def test_a_line_that_changes_an_address_shows_both_and_never_stands_among_the_identical(laptop: Laptop) -> None:
    put(laptop, "Nom;Courriel;Consentement\nAna Roux;a@example.org;oui\nAna Roux;a@example.org;oui\n")
    assert count(laptop) == {"new": 1, "same": 1}
    laptop.do("imports", "leave_file", file=shown(laptop)["id"])
    put(
        laptop,
        "Nom;Courriel;Téléphone;Consentement\n"
        "Ana Roux;a@example.org;0639982011;oui\nAna Roux;b@example.org;0639982011;oui\n",
    )
    assert count(laptop) == {"new": 1, "changed": 1}
    (changed,) = group(laptop, "changed")["lines"]
    assert changed["changes"] == [{"column": "email", "before": "a@example.org", "after": "b@example.org"}]
    assert shown(laptop)["writes"] == 1


#: Greek bytes, which give no words in any encoding that is tried.
GREEK = "Nom;Secteur\nΓιώργος Παπαδόπουλος;Βουνό\nΜαρία Ωραία;Θάλασσα\nΧρήστος Ψαράς;Ύδρα\n".encode("cp1253")


def test_letters_that_cannot_be_read_are_read_once_somebody_says_how_they_are_written(laptop: Laptop) -> None:
    begun = {"name": "liste.csv", "size": len(GREEK), "kind": "volunteers", "first": True}
    file = laptop.do("imports", "begin_file", **begun)["file"]
    laptop.do("imports", "take_piece", file=file, at=0, piece=base64.b64encode(GREEK).decode())
    (refused,) = laptop.model("imports")["files"]
    assert (refused["state"], refused["encodings"]) == ("unreadable", list(ENCODINGS))
    laptop.do("imports", "choose_encoding", file=file, encoding="cp1253")
    assert laptop.model("imports")["files"][0]["encodings"] == []
    assert group(laptop, "new")["lines"][0]["title"] == "Γιώργος Παπαδόπουλος"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_encoding_that_can_be_chosen_has_a_name(language: str) -> None:
    said = Translator(language)
    assert all(said(f"facilitator.imports.encoding.{one.replace('_', '-')}") for one in ENCODINGS)


def test_the_words_of_an_undoing_say_how_many_imports_can_be_undone() -> None:
    assert UNDOABLE_AT_MOST == 5
    assert "cinq derniers" in Translator("fr")("facilitator.imports.undo.what")


def test_a_row_that_holds_several_scores_is_counted_once_as_a_row(room: Room, laptop: Laptop) -> None:
    stake, other = [one.stake for one in room.read(lambda hall: hall.list_challenges())][:2]
    heads = ";".join(f"{one} - {word}" for one in (stake, other) for word in ("compétence", "intérêt"))
    put(laptop, f"Nom;{heads}\nAna Roux;2;3;1;0\nLuc Morel;1;1;2;3\n", kind="scores")
    assert (shown(laptop)["rows"], shown(laptop)["read"]) == (2, 4)


def test_an_answer_or_a_correction_opens_no_file_anew_and_a_file_that_is_left_is_forgotten(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def count_opening(name: str, *arguments: Any, **named: Any) -> OpenedFile:
        opened.append(name)
        return OpenedFile(name, *arguments, **named)

    monkeypatch.setattr(last_reading, "OpenedFile", count_opening)
    file = put(laptop, HOMONYMS)
    (line,) = [one for one in group(laptop, "doubtful")["lines"] if one["title"] == "jean MARTIN"]
    first = len(opened)
    laptop.do("imports", "answer_doubt", file=file, **at(line), answer="apart", person=None)
    laptop.do("imports", "correct_line", file=file, **at(line), columns=["sector"], values=["Le Lac"])
    assert (first, len(opened)) == (1, 1)
    laptop.do("imports", "leave_file", file=file)
    put(laptop, HOMONYMS)
    assert len(opened) == 2
