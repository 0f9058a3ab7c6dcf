"""Files as town halls send them, read where they lie beside the checkout: what each holds, and what is said of it.

They do not come with the kit. Where they are not, as in a clone, nothing stands here but the list of them: the files
that the other tests write, ``field.py`` and ``reading_of.py`` first, are of the same kinds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.files.conftest import NOON
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.files import ImportReport, import_file
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.store import Repository, Store

FOLDER: Final = Path(__file__).resolve().parents[3] / "shared" / "data" / "field-files"
LAID: Final = sorted(path.name for path in FOLDER.glob("[0-9]*"))

Rows = tuple[tuple[object, ...], ...]


def write_number(end: str) -> str:
    return f"06 39 98 {end}"


@dataclass(frozen=True)
class Right:
    """What is right for a file: its kind, its values, and by line the codes of what is said of it.

    ``said`` has what was refused (``refused:``), doubtful (``doubt:``), left aside (``left:``) or mended (``mended:``),
    and, at line 0, what concerns the whole.
    """

    kind: str
    rows: Rows
    said: tuple[tuple[int, str], ...] = ()


_TWELVE: Final = tuple(
    (f"Bénévole {number:02}", f"b{number:02}@example.org", write_number(f"01 {number:02}"), "Bourg")
    for number in range(1, 13)
)
_HELENE: Final = ("Hélène Béranger", "", "", "Les Tilleuls d’été")
_FRANCOIS: Final = ("François Noël", "", "", "Châtaigneraie")

RIGHT: Final = {
    "00-defis.csv": Right(
        "challenges",
        (
            ("Logement", "Plus personne ne dort dehors d’ici décembre 2028."),
            ("Mobilité", "Depuis chaque hameau on rejoint le marché sans voiture."),
        ),
    ),
    "02-benevoles-dimension-courte.xlsx": Right("volunteers", _TWELVE),
    "03-benevoles-une-feuille-par-hameau.xlsx": Right(
        "volunteers",
        (
            ("Ana Roux", "", "", "Bourg"),
            ("Jean Petit", "", "", "Bourg"),
            ("Luc Morel", "", "", "Les Granges"),
            ("Zoé Blanc", "", "", "Les Granges"),
            ("Ivo Faure", "", "", "Les Granges"),
            ("Inès Colin", "", "", "Le Moulin"),
        ),
    ),
    "04-idees-x000D.xlsx": Right(
        "ideas",
        (
            ("Logement", "Ouvrir le gymnase\nles nuits de grand froid\navec les clubs", None),
            ("Mobilité", "Un car\nle samedi", None),
        ),
    ),
    "05-benevoles-homonymes.csv": Right(
        "volunteers",
        (
            ("Jean Martin", "jean.martin1950@example.org", write_number("02 01"), "Bourg"),
            ("Jean Martin", "j.martin.fils@example.org", write_number("02 02"), "Les Granges"),
        ),
        ((4, "doubt:several"),),
    ),
    "06-benevoles-consentement.csv": Right(
        "volunteers", (("Claire Fontaine", "claire.fontaine@example.org", write_number("03 01"), ""),)
    ),
    "07-benevoles-nom-de-salle.csv": Right(
        "volunteers", (("Jeanne Martin", "jeanne.martin@example.org", write_number("04 01"), ""),)
    ),
    "07-missions.csv": Right(
        "missions", (("Logement", "Tour de garde", 1, 1), ("Logement", "Répondre au téléphone", 1, 1))
    ),
    "07-scores-nom-de-salle.csv": Right("scores", (("Jeanne Martin", "Logement", 3, 2),)),
    "08b-benevoles-entetes-usuels.csv": Right(
        "volunteers", (("Ana Roux", "ana.roux@example.org", write_number("05 01"), "Les Granges"),)
    ),
    "09-benevoles-formulaire.csv": Right(
        "volunteers",
        (
            ("Léa Simon", "lea.simon@example.org", write_number("06 01"), ""),
            ("Ali Benali", "ali.benali@example.org", write_number("06 02"), ""),
            ("Eva Durand", "", "", ""),
        ),
        ((0, "no-consent"), (2, "mended:phone-zero")),
    ),
    "10-benevoles-telephones.csv": Right(
        "volunteers",
        (
            ("A Formule", "", write_number("07 01"), ""),
            ("B Scientifique", "", write_number("07 02"), ""),
            ("D Flottant", "", write_number("07 04"), ""),
            ("E Apostrophe", "", write_number("07 05"), ""),
            ("F Espaces", "", write_number("07 06"), ""),
            ("G Sans plus", "", write_number("07 07"), ""),
            ("H Deux", "", write_number("07 08"), ""),
        ),
        (
            (2, "mended:phone-formula"),
            (3, "mended:phone-scientific"),
            (4, "refused:phone-digits-lost"),
            (5, "mended:phone-float"),
            (6, "mended:phone-apostrophe"),
            (7, "mended:phone-zero"),
            (8, "mended:phone-no-plus"),
            (9, "mended:phone-several"),
        ),
    ),
    "11-idees-deux-guillemets.csv": Right(
        "ideas",
        (
            ("Logement", "Ouvrir le gymnase", "lived"),
            ("Logement", '"Toit pour tous', "field"),
            ("Mobilité", "Un car le samedi", "lived"),
            ("Mobilité", "Des vélos partagés", "lived"),
            ("Logement", "Prêter des caravanes", "hearsay"),
            ("Mobilité", '"Stop-bus" au rond-point', "field"),
            ("Logement", "Une laverie", "lived"),
        ),
        ((0, "stray-quotes"),),
    ),
    "12-benevoles-cp850.csv": Right(
        "volunteers", (("Hélène Béranger", "", "", "Les Tilleuls d'été"), _FRANCOIS), ((0, "encoding"),)
    ),
    "12-benevoles-double-utf8.csv": Right("volunteers", (_HELENE, _FRANCOIS), ((0, "double-encoded"),)),
    "12-benevoles-macroman.csv": Right("volunteers", (_HELENE, _FRANCOIS), ((0, "encoding"),)),
    "12-benevoles-utf8-un-octet-abime.csv": Right(
        "volunteers", (_HELENE, _FRANCOIS, ("Rémi Garçon", "", "", "Bourg")), ((0, "bytes-mended"),)
    ),
    "13-benevoles-marques-invisibles.csv": Right(
        "volunteers",
        (
            ("Nora Haddad", "nora.haddad@example.org", write_number("08 01"), ""),
            ("Paul Vidal", "paul.vidal@example.org", write_number("08 02"), ""),
            ("Lise Roy", "lise.roy@example.org", write_number("08 03"), ""),
        ),
        ((2, "mended:email-tidied"), (2, "mended:invisible"), (3, "mended:email-tidied")),
    ),
    "14-idees-identiques.csv": Right(
        "ideas",
        (
            ("Mobilité", "Plus de bancs", None),
            ("Mobilité", "Plus de bancs", None),
            ("Mobilité", "plus de bancs", None),
            ("Mobilité", "Plus de bus", None),
        ),
    ),
    "15-benevoles-erreurs-excel.xlsx": Right(
        "volunteers",
        (("Ana Roux", "ana.roux@example.org", "", ""), ("Jean Petit", "", "", "Bourg")),
        ((2, "mended:error-value"), (3, "mended:error-value"), (4, "mended:error-value"), (4, "refused:empty")),
    ),
    "16-missions-cellules-fusionnees.xlsx": Right(
        "missions",
        (
            ("Logement", "Tour de garde", 4, 1),
            ("Logement", "Numéro unique", 2, 2),
            ("Logement", "Bagagerie", 2, 0),
            ("Mobilité", "Chauffeur", 3, 1),
            ("Mobilité", "Standard", 1, 0),
        ),
    ),
    "17-benevoles-lignes-filtrees.xlsx": Right(
        "volunteers",
        (("Ana Roux", "ana.roux@example.org", "", ""), ("Luc Morel", "luc.morel@example.org", "", "")),
        ((3, "left:hidden"),),
    ),
    "18-benevoles-total.csv": Right(
        "volunteers",
        (("Ana Roux", "", "", "Bourg"), ("Luc Morel", "", "", "Les Granges"), ("Zoé Blanc", "", "", "Le Moulin")),
        ((1, "left:above"), (5, "left:heading-repeated"), (7, "left:total"), (8, "left:note")),
    ),
    "19-benevoles-strict.xlsx": Right("volunteers", _TWELVE[:3]),
    "20-benevoles.ods": Right("volunteers", _TWELVE[:3]),
    "23-benevoles-desordre.csv": Right(
        "volunteers",
        (
            ("MAËL AUBIN", "mael.aubin@example.com", write_number("10 01"), ""),
            ("Maël", "maelaubin@example.net", "", ""),
            ("Lise Cartier", "lise.cartier@example.org", write_number("10 02"), ""),
            ("Zahra el-Amrani", "zahra@example.org", "", ""),
            ("Éric D'Aboville", "eric.daboville@example.net", write_number("10 03"), ""),
        ),
        ((5, "doubt:no-name"), (7, "doubt:near-name"), (12, "doubt:takes-away")),
    ),
    "25-scores-en-largeur.csv": Right(
        "scores",
        (
            ("Ana Roux", "Logement", 3, 2),
            ("Ana Roux", "Mobilité", 1, -1),
            ("Luc Morel", "Logement", 0, -1),
            ("Luc Morel", "Mobilité", 2, 1),
        ),
    ),
}
#: Files of ideas that are looked at for what becomes of their signs: see the tests below.
SIGNS: Final = {"21-idees-ecritures.csv": 17, "22-idees-contacts.csv": 10}
#: What is done about a number is told of each line of this one, beside what is tested here.
_TOLD_ELSEWHERE: Final = {"23-benevoles-desordre.csv": "mended:"}

TakeLaid = Callable[[str, str], ImportReport]


@pytest.fixture
def take_laid(store: Store) -> TakeLaid:
    """Take a file of the folder into a workshop."""

    def take_it(name: str, kind: str) -> ImportReport:
        return import_file(store, kind, FOLDER / name, now=NOON)

    return take_it


def read_rows(repository: Repository, kind: str) -> Rows:
    stakes = {one.id: one.stake for one in repository.list_challenges()}
    called = {one.id: one.pseudonym for one in repository.list_participants()}
    rows: dict[str, list[tuple[object, ...]]] = {
        "challenges": [(one.stake, one.statement) for one in repository.list_challenges()],
        "volunteers": [(one.name, one.email, one.phone, one.sector) for one in repository.list_volunteers()],
        "ideas": [(stakes[one.challenge], one.text, one.source) for one in repository.list_ideas()],
        "missions": [
            (stakes[one.challenge], one.title, one.places, one.min_competence) for one in repository.list_missions()
        ],
        "scores": sorted(
            (called[one.participant], stakes[one.challenge], one.competence, one.interest)
            for one in repository.list_scores()
        ),
    }
    return tuple(rows[kind])


def list_said(report: ImportReport) -> list[tuple[int, str]]:
    return sorted(
        [
            *((0, note.code) for note in report.notes),
            *((one.line, f"refused:{one.reason.code}") for one in report.rejected),
            *((one.line, f"doubt:{one.reason.code}") for one in report.doubtful),
            *((one.place.line, f"left:{one.why.code}") for one in report.left),
            *((one.line, f"mended:{one.repair.why.code}") for one in report.mended),
        ]
    )


def test_each_file_that_lies_there_is_one_that_is_looked_at_here() -> None:
    assert set(LAID) <= RIGHT.keys() | SIGNS.keys()
    assert set(LAID) in (set(), RIGHT.keys() | SIGNS.keys())


if LAID:

    @pytest.mark.parametrize("name", [name for name in LAID if name in RIGHT])
    def test_a_field_file_gives_its_values_says_what_it_was_in_doubt_of_and_read_twice_adds_nothing(
        name: str, store: Store, take_laid: TakeLaid
    ) -> None:
        right = RIGHT[name]
        if right.kind != "challenges":
            take_laid("00-defis.csv", "challenges")
        if name == "07-scores-nom-de-salle.csv":
            take_laid("07-benevoles-nom-de-salle.csv", "volunteers")
        report = take_laid(name, right.kind)
        assert store.read(lambda repository: read_rows(repository, right.kind)) == right.rows
        elsewhere = _TOLD_ELSEWHERE.get(name, "nothing")
        assert [one for one in list_said(report) if not one[1].startswith(elsewhere)] == list(right.said)
        assert report.ignored_columns == ()
        assert take_laid(name, right.kind).added == 0
        assert store.read(lambda repository: read_rows(repository, right.kind)) == right.rows

    def test_who_was_erased_is_not_brought_back_by_the_list_they_stood_in(store: Store, take_laid: TakeLaid) -> None:
        take_laid("06-benevoles-consentement.csv", "volunteers")
        (claire,) = store.read(lambda repository: repository.list_participants())
        store.perform(None, lambda repository: erase_person(repository, claire.id, NOON, with_ideas=True))
        report = take_laid("06-benevoles-consentement.csv", "volunteers")
        assert ([note.code for note in report.notes], report.added) == (["withheld"], 0)
        assert [note.reason.code for note in report.line_notes] == ["erased"]
        assert store.read(lambda repository: repository.list_participants()) == ()

    @pytest.mark.parametrize("name", SIGNS)
    def test_an_idea_in_any_script_comes_in_sign_by_sign(name: str, store: Store, take_laid: TakeLaid) -> None:
        take_laid("00-defis.csv", "challenges")
        assert take_laid(name, "ideas").rejected == ()
        texts = [one.text for one in store.read(lambda repository: repository.list_ideas())]
        lines = (FOLDER / name).read_text(encoding="utf-8-sig").splitlines()[1:]
        written = [line.split(";", 1)[1].strip().strip('"') for line in lines if line]
        assert [unicodedata.normalize("NFC", text) for text in texts] == [
            unicodedata.normalize("NFC", " ".join(text.split(" "))) for text in written
        ]
        assert len(texts) == SIGNS[name]

    def test_no_number_of_the_field_is_readable_in_what_is_published(store: Store, take_laid: TakeLaid) -> None:
        take_laid("00-defis.csv", "challenges")
        take_laid("22-idees-contacts.csv", "ideas")
        shown = [conceal_contacts(one.text) for one in store.read(lambda repository: repository.list_ideas())]
        assert shown == [f"{number}) appelez-moi […]" for number in range(1, 11)]
