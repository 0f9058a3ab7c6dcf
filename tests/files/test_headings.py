"""Headings of lists and forms: understood by their words and by what stands under them, or named."""

from __future__ import annotations

import pytest

from tests.files.reading_of import HOUSING, KNOWN, WAY, columns, make_workbook, names, notes, read, tell
from workshop_kit.files.reading.columns import COLUMNS
from workshop_kit.files.reading.values import Choices, KnownNames, Place

#: By kind: headings as people and forms write them, a value under each, and what they are.
HEADINGS: dict[str, list[tuple[str, str, str | None]]] = {
    "volunteers": [
        ("Adresse email", "a@example.org", "email"),
        ("ADRESSE MAIL :", "a@example.org", "email"),
        ("Mél.", "a@example.org", "email"),
        ("Votre adresse e-mail *", "a@example.org", "email"),
        ("Quelle est votre adresse électronique ?", "a@example.org", "email"),
        ("Adresse e-mail (facultatif)", "a@example.org", "email"),
        ("Téléphone portable", "0639980701", "phone"),
        ("N° de téléphone", "0639980701", "phone"),
        ("GSM", "0639980701", "phone"),
        ("Tél. mobile", "0639980701", "phone"),
        ("Numéro de téléphone (pour vous joindre)", "0639980701", "phone"),
        ("À quel numéro peut-on vous joindre ?", "0639980701", "phone"),
        ("Lieu de résidence", "Bourg", "sector"),
        ("Commune de résidence", "Bourg", "sector"),
        ("Quartier / hameau", "Bourg", "sector"),
        ("Où habitez-vous ?", "Bourg", "sector"),
        ("Dans quel hameau vivez-vous ?", "Bourg", "sector"),
        ("Hameaux", "Bourg", "sector"),
        ("Consentement RGPD", "oui", "consent"),
        ("D’accord pour être recontacté·e ?", "oui", "consent"),
        ("D'accord pour être recontacté(e)", "oui", "consent"),
        ("J'accepte que mes données personnelles soient utilisées pour l’atelier", "Oui", "consent"),
        ("Acceptez-vous d’être contacté.e par la mairie ?", "Non", "consent"),
        ("Horodateur", "2026/11/02 9:14:05 PM UTC+1", "consented_at"),
        ("Date de soumission", "02/11/2026 21:14:05", "consented_at"),
        ("Heure de soumission", "02/11/2026 - 21:14", "consented_at"),
        ("Je suis bénévole pour…", "Logement", "challenges"),
        ("Quels défis vous intéressent ?", "Logement, Mobilité", "challenges"),
        ("Prénom(s)", "Ana", "first_name"),
        ("PRENOM. Votre prénom", "Ana", "first_name"),
        ("Vos coordonnées [Prénom]", "Ana", "first_name"),
        ("Nom complet - Prénom", "Ana", "first_name"),
        ("G1Q01[SQ004]. Vos coordonnées [Tél. portable]", "0639980701", "phone"),
        ("Landline", "0199000701", "phone"),
        # what shares a word and means something else
        ("Nom de la structure", "Mairie", None),
        ("Nom du référent", "Luc", None),
        ("Votre conjoint [Prénom]", "Luc", None),
        ("Hameau - Nom", "Bourg", "sector"),
        ("Personne à prévenir - Téléphone", "0639980709", None),
        ("Adresse postale", "1 rue Haute", None),
        ("Adresse", "1 rue Haute", None),
        ("Date de naissance", "02/11/1950", None),
        ("Lieu de naissance", "Bourg", None),
        ("Code postal de résidence", "01000", None),
        ("Consentement photo", "oui", None),
        ("J'autorise la prise de photos", "oui", None),
        ("Souhaitez-vous recevoir la newsletter par mail ?", "oui", None),
        ("Téléphone d'urgence (conjoint)", "0639980709", None),
        ("Numéro d'adhérent", "12345678", None),
        ("Comment souhaitez-vous être recontacté ?", "par mail", None),
        ("Permis B", "oui", None),
        ("Numéro de soumission", "17", None),
        ("Adresse IP", "192.0.2.1", None),
    ],
    "scores": [
        ("Bénévole·s", "Ana", "volunteer"),
        ("Compétence (0 à 3)", "2", "competence"),
        ("Niveau (0 à 3)", "2", "competence"),
        ("NOM. Votre nom", "Ana", "volunteer"),
    ],
    "ideas": [
        ("Quelle est votre idée ?", "Un banc", "text"),
        ("D'où le savez-vous ?", "vécu", "source"),
        ("Sur quel défi ?", "Logement", "challenge"),
        ("D'où la tenez-vous ?", "vécu", "source"),
        ("Horodateur", "2026/11/02 9:14:05", "written_at"),
    ],
}


@pytest.mark.parametrize(
    ("kind", "heading", "value", "column"), [(kind, *row) for kind, rows in HEADINGS.items() for row in rows]
)
def test_a_heading_is_understood_or_named(kind: str, heading: str, value: str, column: str | None) -> None:
    first = {"volunteers": "Nom", "scores": "Défi", "ideas": "Auteur"}[kind]
    reading = read(f'{first}\t{heading}\nX\t"{value}"\nY\t"{value}"\n', kind)
    assert columns(reading)[heading] == column
    assert (heading in reading.ignored) == (column is None)
    (found,) = [one for one in reading.columns if one.heading == heading]
    assert (found.filled, found.values) == (2, (value,))


def test_a_column_that_is_not_understood_is_named_and_may_be_chosen() -> None:
    content = "Nom;Où;Permis B\nAna;Bourg;oui\n"
    assert read(content).ignored == ("Où", "Permis B")
    chosen = read(content, choices=Choices(columns={"Où": "sector", "Permis B": ""}))
    assert tell(chosen, "name", "sector") == [("Ana", "Bourg")]
    assert columns(chosen) == {"Nom": "name", "Où": "sector", "Permis B": ""}
    assert chosen.ignored == ("Permis B",)


def test_a_choice_can_make_a_file_usable_that_has_no_usual_heading() -> None:
    content = "Qui;Quoi\nAna;oui\nLuc;non\n"
    assert read(content).missing == ("name",)
    assert read(content).lines == ()
    assert names(read(content, choices=Choices(columns={"Qui": "name", "Quoi": "consent"}))) == ["Ana", "Luc"]


def test_a_column_without_a_heading_is_named_by_its_letter() -> None:
    assert columns(read("Nom;;Secteur\nAna;au fond;Bourg\n")) == {"Nom": "name", "B": None, "Secteur": "sector"}


def test_a_column_of_addresses_is_understood_by_what_it_holds_and_said() -> None:
    reading = read("Nom;Pour écrire\nAna;ana@example.org\nLuc;luc@example.org\n")
    assert tell(reading, "email") == [("ana@example.org",), ("luc@example.org",)]
    assert notes(reading) == ["column-guessed"]
    assert columns(read("Nom;Mail du référent\nAna;r@example.org\nLuc;r@example.org\n"))["Mail du référent"] is None


def test_a_first_name_or_a_surname_alone_is_enough() -> None:
    assert names(read("Prénom;Courriel\nAna;\n")) == ["Ana"]
    assert names(read("Nom de famille;Prénom\nROUX;\n;Luc\nMOREL;Zoé\n")) == ["ROUX", "Luc", "Zoé MOREL"]


GOOGLE = (
    "Horodateur,Nom et prénom,Adresse e-mail,Sur quels défis voulez-vous aider ?,Accord\n"
    '2026/11/02 9:14:05 PM UTC+1,Léa Simon,lea@example.org,"Logement, Mobilité",'
    "\"Oui, j'accepte d'être recontacté·e\"\n"
    "2026/11/03 8:02:10 AM UTC+1,Eva Durand,eva@example.org,{way},\n"
    '2026/11/03 8:05:00 AM UTC+1,Ali Benali,,Logement,"Non, je préfère pas"\n'
)


def test_the_register_of_google_forms_is_read() -> None:
    reading = read(GOOGLE.format(way=WAY))
    assert tell(reading, "name", "challenges", "consented_at") == [
        ("Léa Simon", "Logement | Mobilité", "2026-11-02T21:14:05+01:00"),
        ("Eva Durand", WAY, "2026-11-03T08:02:10+01:00"),
        ("Ali Benali", "Logement", "2026-11-03T08:05:00+01:00"),
    ]


def test_a_statement_with_commas_is_one_challenge_among_others() -> None:
    statement = "Loger, nourrir, soigner chacun"
    known = KnownNames(("Logement", statement, "Mobilité"))
    content = f'Nom\tDéfis\nAna\t"{statement}, Mobilité"\nLuc\t"Mobilité;Logement"\nZoé\t"Mobilité\nLogement"\n'
    assert tell(read(content, known=known), "challenges") == [
        (f"{statement} | Mobilité",),
        ("Mobilité | Logement",),
        ("Mobilité | Logement",),
    ]


@pytest.mark.parametrize("tick", ["Oui", "X", "1", "Logement"])
def test_the_register_of_limesurvey_has_a_column_for_each_choice(tick: str) -> None:
    choices = ["Quels défis vous intéressent ? [Logement]", "G1Q2[SQ2]. Quels défis ? [Mobilité]"]
    heads = ["id", "submitdate", "Votre nom", *choices]
    rows = [["1", "2026-11-02 21:14:05", "Ana", tick, "Non"], ["2", "2026-11-03 08:00:00", "Luc", "", ""]]
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in [heads, *rows])
    reading = read(text)
    assert tell(reading, "name", "challenges") == [("Ana", "Logement"), ("Luc", "")]
    assert columns(reading)["id"] is None


def test_the_register_of_framaforms_has_its_choices_under_their_question() -> None:
    rows = [
        ["Numéro de soumission", "Heure de soumission", "Achevé", "Nom", "Quels défis ?", "", "Accord"],
        ["", "", "", "", "Logement", "Mobilité", ""],
        ["1", "02/11/2026 - 21:14", "Oui", "Ana", "X", "", "J'accepte"],
        ["2", "03/11/2026 - 08:00", "Oui", "Luc", "X", "X", ""],
    ]
    reading = read("\n".join(";".join(row) for row in rows))
    assert tell(reading, "name", "challenges", "consent", "consented_at") == [
        ("Ana", "Logement", "J'accepte", "2026-11-02T21:14:00"),
        ("Luc", "Logement | Mobilité", "", "2026-11-03T08:00:00"),
    ]
    assert "Achevé" in reading.ignored


WIDE = {
    "brackets": "Bénévole;Logement (compétence);Logement (intérêt);Mobilité (compétence);Mobilité (intérêt)",
    "underscores": "Nom;Logement_C;Logement_I;Mobilité_competence;Mobilité_interet",
    "letters": "Nom;Logement – C;Logement – I;Mobilité – C;Mobilité – I",
    "in front": "Nom;Compétence Logement;Intérêt Logement;Compétence : Mobilité;Intérêt : Mobilité",
    "form": "Nom;Compétence [Logement];Intérêt [Logement];Compétence [Mobilité];Intérêt [Mobilité]",
    "statements": f"Nom;{HOUSING} (compétence);{HOUSING} (intérêt);{WAY} – compétence;{WAY} – intérêt",
    "scales": "Nom;Logement compétence (0 à 3);Logement intérêt (-2 à +2);Mobilité compétence (0-3);Mobilité intérêt",
    "two rows": "Nom;Logement;;Mobilité;\n;Compétence;Intérêt;Compétence;Intérêt",
    "two rows, letters": "Nom;Logement;;Mobilité;\n;C;I;C;I",
}


@pytest.mark.parametrize("form", WIDE)
def test_a_table_with_a_column_a_challenge_is_a_line_for_each(form: str) -> None:
    reading = read(f"{WIDE[form]}\nAna Roux;3;+2;1;-1\nLuc Morel;0;−1;;\n", "scores")
    home, way = (HOUSING, WAY) if form == "statements" else ("Logement", "Mobilité")
    first = 3 if form.startswith("two") else 2
    assert tell(reading, "volunteer", "challenge", "competence", "interest") == [
        ("Ana Roux", home, "3", "+2"),
        ("Ana Roux", way, "1", "-1"),
        ("Luc Morel", home, "0", "−1"),
    ]
    assert [line.place for line in reading.lines] == [
        Place("", first, home),
        Place("", first, way),
        Place("", first + 1, home),
    ]
    assert reading.ignored == ()


def test_a_wide_table_whose_group_heading_is_merged_is_read() -> None:
    rows = [["Nom", "Logement", None], [None, "Compétence", "Intérêt"], ["Ana", 3, -2]]
    content = make_workbook(("F", rows), mend=lambda book: book.worksheets[0].merge_cells("B1:C1"))
    assert tell(read(content, "scores"), "volunteer", "challenge", "competence", "interest") == [
        ("Ana", "Logement", "3", "-2")
    ]


def test_a_challenge_that_nobody_knows_is_read_as_the_heading_names_it() -> None:
    reading = read("Nom;Voirie (compétence);Voirie (intérêt)\nAna;1;1\n", "scores")
    assert tell(reading, "challenge") == [("Voirie",)]


def test_one_line_of_a_wide_table_is_corrected_by_its_part() -> None:
    choices = Choices(cells={Place("", 2, "Mobilité"): {"competence": "2"}})
    reading = read(f"{WIDE['brackets']}\nAna Roux;3;+2;9;-1\n", "scores", choices)
    assert tell(reading, "challenge", "competence") == [("Logement", "3"), ("Mobilité", "2")]


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_name_of_a_column_is_understood_as_it(kind: str) -> None:
    from workshop_kit.files.reading.usual import find_column

    for column, others in COLUMNS[kind].items():
        assert {find_column(kind, written) for written in (column, *others, column.upper())} == {column}


def test_known_names_are_those_of_the_workshop() -> None:
    assert "Logement" in KNOWN.challenges


@pytest.mark.parametrize(
    "heading",
    [
        "G1Q01[SQ001]. Vos coordonnées [Nom];G1Q01[SQ002]. Vos coordonnées [Prénom]",
        "Nom complet - Nom;Nom complet - Prénom",
        "Votre identité – Nom de famille;Votre identité – Prénom",
    ],
)
def test_a_name_that_a_form_asks_for_in_two_columns_of_one_question_is_whole(heading: str) -> None:
    reading = read(f"{heading};Courriel\nRoux;Ana;ana@example.org\nMorel;Luc;luc@example.org\n")
    assert (names(reading), reading.ignored) == (["Ana Roux", "Luc Morel"], ())


def test_a_choice_that_a_form_says_again_in_a_column_of_its_own_counts_once() -> None:
    heading = "Nom,Quels défis ?,Quels défis ? (Logement),Quels défis ? (Mobilité)"
    reading = read(f'{heading}\nAna,"Logement, Mobilité",TRUE,TRUE\nLuc,Mobilité,FALSE,TRUE\n')
    assert tell(reading, "challenges") == [("Logement | Mobilité",), ("Mobilité",)]


def test_a_row_of_groups_that_looks_like_headings_is_no_table_without_rows() -> None:
    rows = [
        ["Identité", None, "Coordonnées", None, "Hameau", "Accord RGPD"],
        ["Nom", "Prénom", "Mél", "Portable"],
        ["Roux", "Ana", "ana@example.org", "06 39 98 07 01", "Bourg", "oui"],
    ]
    ranges = ("A1:B1", "C1:D1", "E1:E2", "F1:F2")
    reading = read(
        make_workbook(("Liste", rows), mend=lambda book: [book.worksheets[0].merge_cells(one) for one in ranges])
    )
    assert (tell(reading, "sector", "consent", "email"), reading.ignored) == ([("Bourg", "oui", "ana@example.org")], ())


def test_a_name_of_birth_beside_the_one_in_use_is_said() -> None:
    reading = read("Nom de naissance;Nom d'usage;Prénom\nRoy;Bel;Anna\nCor;;Léa\n")
    assert names(reading) == ["Anna Bel", "Léa Cor"]
    assert [(one.before, one.why.code) for one in reading.lines[0].repairs] == [("Bel / Roy", "several-columns")]


def test_of_several_numbers_and_addresses_the_persons_own_is_kept_and_the_others_are_named() -> None:
    reading = read(
        "Nom;Tél. fixe;Portable 2;GSM;Mail pro;Mail perso\n"
        "Ana;01 99 00 07 01;06 39 98 07 02;06 39 98 07 01;ana@work.example.org;ana@example.org\n"
        "Luc;01 99 00 07 02;;;luc@work.example.org;\n"
    )
    assert tell(reading, "phone", "email") == [
        ("06 39 98 07 01", "ana@example.org"),
        ("01 99 00 07 02", "luc@work.example.org"),
    ]
    others = [one.why.values["others"] for one in reading.lines[0].repairs if one.why.code == "several-columns"]
    assert others == ["01 99 00 07 01, 06 39 98 07 02", "ana@work.example.org"]
