"""Totals, notes, titles and repeated headings are no people; people called like them are."""

from __future__ import annotations

import pytest

from tests.files.reading_of import left, make_workbook, names, read, tell
from workshop_kit.files.reading.values import Choices, Place
from workshop_kit.i18n import LANGUAGES, Translator

TABLE = "Nom;Prénom;Secteur;Consentement\nRoux;Ana;Bourg;oui\n{}\nMorel;Luc;Les Granges;oui\n"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Total : 2 bénévoles;;;", "total"),
        ("TOTAL;;;2", "total"),
        ("Total;2;;", "total"),
        ("Total général;;;2", "total"),
        ("Sous-total Bourg;;;1", "total"),
        ("Nombre de bénévoles : 2;;;", "total"),
        ("Nombre d'inscrits;2;;", "total"),
        ("2 personnes;;;", "total"),
        ("Mis à jour le 12/11/2026;;;", "note"),
        ("MAJ le 12/11;;;", "note"),
        ("NB : rappeler les absents;;;", "note"),
        ("* à confirmer;;;", "note"),
        ("Source : mairie;;;", "note"),
        ("Liste des bénévoles de la commune;;;", "note"),
        ("Fait à Val-Brume, le 12 novembre 2026;;;", "note"),
        ("Secteur Nord;;;", "title"),
        ("Hameau des Granges;;;", "title"),
        ("-----;-----;-----;-----", "rule"),
        ("Nom;Prénom;Secteur;Consentement", "heading-repeated"),
        ("NOM :;PRÉNOM;secteur;consentement", "heading-repeated"),
    ],
)
def test_what_is_no_record_is_left_aside_and_said(line: str, code: str) -> None:
    reading = read(TABLE.format(line))
    assert names(reading) == ["Ana Roux", "Luc Morel"]
    assert left(reading) == [(3, code)]
    assert reading.left[0].text
    assert names(read(TABLE.format(line), choices=Choices(taken=frozenset({Place("", 3)}))))[1:2] != ["Luc Morel"]
    for language in LANGUAGES:
        assert Translator(language).reason(reading.left[0].why, "files.left")


@pytest.mark.parametrize(
    "line",
    [
        "Total;Jean;Bourg;oui",
        "Total;Jean;;",
        "Totalement;;;",
        "La Note;Paul;La Note;non",
        "Note;;;",
        "Hameau;Louise;;oui",
        "Bourgeois;;;",
        "Secteur;;;",
        "🩷;;;",
        "Nombre;Ali;;",
        "Le Maire;;;",
        "Sum Yee;;;",
        "Average;Joe;;",
        "Le 8 Fabrique;;;",
        "Fin de Partie;;;",
        "Suite au Bois;;;",
    ],
)
def test_people_with_such_names_are_people(line: str) -> None:
    reading = read(TABLE.format(line))
    assert len(reading.lines) == 3
    assert reading.left == ()


def test_who_signs_below_the_last_person_is_left_aside() -> None:
    reading = read(TABLE.format("Haddad;Nora;;oui") + "Le 12 novembre 2026;;;\nLa maire,;;;\n")
    assert names(reading) == ["Ana Roux", "Nora Haddad", "Luc Morel"]
    assert left(reading) == [(5, "note"), (6, "note")]


def test_a_telephone_number_is_no_total_of_anything() -> None:
    reading = read("Nom;Téléphone;Accord\nTotal;01 99 00 12 34;\nTotal;2;\nAna;01 99 00 12 35;oui\n")
    assert tell(reading, "name", "phone") == [("Total", "01 99 00 12 34"), ("Ana", "01 99 00 12 35")]
    assert left(reading) == [(3, "total")]


@pytest.mark.parametrize(
    "idea",
    [
        "Total des déchets à réduire de moitié", "Nombre de places de la cantine à doubler",
        "Nombre d'arbres : planter plus", "Moyenne section : une classe de plus", "Sum up each meeting in one page",
        "Total people : invite everybody",
    ],
)  # fmt: skip
def test_ideas_that_begin_like_a_total_are_ideas(idea: str) -> None:
    assert tell(read(f"Défi;Idée\n;{idea}\nLogement;Des bancs\n", "ideas"), "text") == [(idea,), ("Des bancs",)]


@pytest.mark.parametrize(
    "line",
    ["Total : 12", "Total des gens inscrits à ce jour : 12", "Nombre d'inscrits = 12", "Sous-total", "Moyenne : 4"],
)
def test_a_total_below_a_list_of_one_column_is_a_total(line: str) -> None:
    assert names(read(f"Nom\nAna Roux\n{line}\n")) == ["Ana Roux"]


def test_titles_above_the_headings_are_named_and_one_merged_over_the_table_too() -> None:
    rows = [["LISTE DES BÉNÉVOLES"], ["Mairie", "de", "Val-Brume"], [], ["Nom", "Secteur", "Consentement"], ["Ana Roux", "Bourg", "oui"], ["Les absents"], ["Luc Morel", "Bourg", "non"]]  # fmt: skip  # noqa: E501

    content = make_workbook(("F", rows), mend=lambda book: book.worksheets[0].merge_cells("A6:C6"))
    reading = read(content)
    assert names(reading) == ["Ana Roux", "Luc Morel"]
    assert left(reading) == [(1, "above"), (2, "above"), (6, "title")]


def test_tables_under_each_other_are_read_each_by_its_own_headings() -> None:
    above = "".join(f"Note {number};\n" for number in range(30))
    tables = "Nom;Courriel\nAna Roux;ana@example.org\nSecteur;Nom;Accord\nBourg;Luc Morel;oui\n"
    reading = read(above + tables)
    assert tell(reading, "name", "email", "sector", "consent") == [
        ("Ana Roux", "ana@example.org", "", ""),
        ("Luc Morel", "", "Bourg", "oui"),
    ]
    assert {code for _, code in left(reading)} == {"above"}
    assert len(reading.left) == 30


def test_a_line_may_be_left_aside_by_choice_and_cells_corrected() -> None:
    content = "Nom;Téléphone\nAna;6,4E+08\nLuc;0639980702\n"
    choices = Choices(left=frozenset({Place("", 3)}), cells={Place("", 2): {"phone": "639980701", "sector": "Bourg"}})
    reading = read(content, choices=choices)
    assert tell(reading, "name", "phone", "sector") == [("Ana", "06 39 98 07 01", "Bourg")]
    assert left(reading) == [(3, "chosen")]


def test_invisible_marks_leave_names_and_emoji_keep_their_joiners() -> None:
    reading = read("Nom;Secteur\n\u200eNora\u00ad Haddad\u200b;Le\u2060 Moulin\u202c\n")
    assert tell(reading, "name", "sector") == [("Nora Haddad", "Le Moulin")]
    assert {one.why.code for one in reading.lines[0].repairs} == {"invisible"}
    idea = "Soin ❤️\u200d🔥 👩\u200d🌾 🩷🫩 می\u200cخواهم"
    assert tell(read(f"défi;idée\nLogement;{idea}\n", "ideas"), "text") == [(idea,)]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("Oui, j’accepte d’être recontacté·e", True),
        ("J'accepte", True),
        ("En cochant cette case, j'accepte que la mairie me contacte.", True),
        ("J’ai lu et accepté la politique", True),
        ("Oui, je n'y vois pas d'inconvénient", True),
        ("I agree to be contacted", True),
        ("Non, je préfère pas", False),
        ("Je n'accepte pas", False),
        ("Je ne souhaite pas être recontacté", False),
        ("I do not agree", False),
        ("Oui, mais pas par téléphone", None),
        ("Peut-être", None),
        ("J'accepte de ne pas être rappelé", None),
    ],
)
def test_a_sentence_of_consent_says_yes_or_no_or_is_left_to_a_person(written: str, says: bool | None) -> None:
    from workshop_kit.files.reading.words import understand_consent

    assert understand_consent(written) is says


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026/11/02 9:14:05 PM UTC+1", "2026-11-02T21:14:05+01:00"),
        ("2026/11/02 12:14:05 AM UTC−3", "2026-11-02T00:14:05-03:00"),
        ("02/11/2026 21:14:05", "2026-11-02T21:14:05"),
        ("02/11/26", "2026-11-02T00:00:00"),
        ("2.11.2026 à 21h14", "2026-11-02T21:14:00"),
        ("lundi 2 novembre 2026", "2026-11-02T00:00:00"),
        ("1er août 2026", "2026-08-01T00:00:00"),
        ("nov. 2, 2026", "2026-11-02T00:00:00"),
        ("November 2, 2026 at 9:14 PM", "2026-11-02T21:14:00"),
        ("Mon, Nov 2, 2026 12:05 am", "2026-11-02T00:05:00"),
        ("Bât 12, 2026", None),
        ("3/11/2026 9:14am", "2026-11-03T09:14:00"),
        ("03/11/2026 12:05:10 PM", "2026-11-03T12:05:10"),
        ("46328", "2026-11-02T00:00:00"),
        ("46328,5", "2026-11-02T12:00:00"),
        ("2026-11-02T21:14:05Z", "2026-11-02T21:14:05+00:00"),
        ("31/02/2026", None),
        ("2026", None),
        ("0639980701", None),
        ("bientôt", None),
    ],
)
def test_a_moment_is_read_as_forms_and_people_write_it(written: str, moment: str | None) -> None:
    from workshop_kit.files.reading.moments import understand_moment

    found = understand_moment(written)
    assert (None if found is None else found.isoformat()) == moment


def test_a_row_of_counts_under_a_table_is_a_total() -> None:
    reading = read("Nom;3 nov.;5 nov.;Accord\nAna;OK;;oui\nLuc;OK;OK;oui\nNombre;2;1;\n")
    assert (names(reading), left(reading)) == (["Ana", "Luc"], [(4, "total")])
    assert names(read("Nom;Accord\nNombre;oui\nLuc;oui\n")) == ["Nombre", "Luc"]


def test_hours_as_in_america_tell_that_the_month_stands_before_the_day() -> None:
    reading = read("Name,Consent,Consent date\nAnn,yes,11/3/2026 9:14am\nJoe,yes,11/2/2026 9:14 PM\n")
    assert tell(reading, "consented_at") == [("2026-11-03T09:14:00",), ("2026-11-02T21:14:00",)]


@pytest.mark.parametrize(
    "title", ["DÉSINSCRITS", "Ne souhaitent plus être contactés :", "Refus", "Bénévoles décédés", "Removed"]
)
def test_people_under_a_title_that_says_they_are_gone_are_left_aside_and_said(title: str) -> None:
    header = "Nom;Courriel;Tél;Accord\n"
    content = f"{header}Bénévoles actifs;;;\nAna;a@example.org;;oui\n{title};;;\nLuc;l@example.org;;oui\n"
    reading = read(content + "Liste d'attente;;;\nZoé;z@example.org;;oui\n")
    assert names(reading) == ["Ana", "Zoé"]
    assert left(reading) == [(2, "title"), (4, "title"), (5, "gone"), (6, "title")]
    assert names(read(content, choices=Choices(taken=frozenset({Place("", 5)})))) == ["Ana", "Luc"]
    assert names(read(f"{header}Ana Refus;;;\nLuc;l@example.org;;oui\nZoé;z@example.org;;oui\n"))[1:] == ["Luc", "Zoé"]
