"""Which headings ask whether somebody may be contacted, and which words under them say a clear yes."""

from __future__ import annotations

import pytest

from tests.files.conftest import Take
from tests.files.reading_of import columns, make_workbook, read, tell
from workshop_kit.files.reading.whose import asks_for_no
from workshop_kit.files.reading.words import speaks_against, understand_consent
from workshop_kit.store import Store

OF_CONTACT = (
    "Consentement", "Consentement (oui/non)", "RGPD (O/N)", "RGPD ok ?", "CNIL", "Accord écrit", "Accord signé",
    "Consentement reçu", "Accord du bénévole", "J'accepte", "D'accord ?", "Autorise le contact",
    "Peut être contacté(e)", "D'accord pour être rappelé", "Accepte que la mairie le recontacte",
    "Souhaite être tenu informé", "Veut être tenu au courant", "J'autorise la commune à conserver mes coordonnées",
    "Accord pour être recontacté par mail ou téléphone", "Do you consent to being contacted?", "OK to contact?",
    "Accord mail", "May we get in touch?", "Happy to be contacted", "Contactable", "Permission",
)  # fmt: skip
OF_ANYTHING_ELSE = (
    "Accepte les SMS publicitaires", "Accepte de recevoir les offres des partenaires", "Accepte appels commerciaux",
    "J'accepte de recevoir le bulletin municipal par mail", "Accepte le prélèvement", "Accepte d'héberger",
    "Accepte de conduire", "Accepte le covoiturage", "Accepte d'être référent", "Accepte la mission",
    "D'accord avec le projet ?", "J'accepte que mes données soient transmises à nos partenaires",
    "Autorise la publication de son nom", "D'accord pour être affiché", "Accepte de témoigner dans la presse",
    "Accord bailleur", "Accord assurance", "Consentement cookies", "Autorise WhatsApp", "Autorise le bureau à voter",
    "A déjà été contacté", "Recontacté ?", "Agrees to marketing", "SMS marketing consent", "Permission to publish",
    "Agree to share data with third parties", "Agrees to volunteer", "Permission slip",
    "Accord diffusion coordonnées", "Partage de mes coordonnées : accord", "Accepte de recevoir des informations",
)  # fmt: skip


@pytest.mark.parametrize("heading", OF_CONTACT)
def test_a_heading_that_asks_for_contact_is_a_consent(heading: str) -> None:
    assert columns(read(f"Nom;{heading}\nAna;oui\nLuc;non\n"))[heading] == "consent"


@pytest.mark.parametrize("heading", OF_ANYTHING_ELSE)
def test_an_agreement_to_anything_else_is_named_and_keeps_nobodys_details(
    store: Store, take: Take, heading: str
) -> None:
    report = take("volunteers", f"Nom;Courriel;{heading}\nAna;a@example.org;oui\nLuc;l@example.org;oui\n")
    assert report.ignored_columns == (heading,)
    assert {one.email for one in store.read(lambda repository: repository.list_volunteers())} == {""}


@pytest.mark.parametrize(
    ("heading", "no"),
    [
        ("Consentement : non", True), ("Consentement NON", True), ("RGPD non", True), ("Accord ? Non", True),
        ("Accepte d'être recontacté : Non", True), ("Consent No", True), ("Recontact_non", True),
        ("RGPD refusé", True), ("Accord non donné", True), ("RGPD KO", True),
        ("Consentement : oui", False), ("Consentement oui/non", False), ("Accord oui ou non", False),
        ("Accord/refus", False), ("Accord accepté ou refusé", False), ("Consent yes/no", False),
    ],
)  # fmt: skip
def test_a_heading_that_ends_with_its_answer_asks_for_it(heading: str, no: bool) -> None:
    assert asks_for_no(heading) is no


@pytest.mark.parametrize("between", [" : ", " ", "\n"])
def test_of_a_column_for_the_yes_and_one_for_the_no_each_tick_counts_as_what_it_stands_under(between: str) -> None:
    heading = f'"Consentement{between}oui";"Consentement{between}non"'
    reading = read(f"Nom;{heading}\nAna;X;\nLuc;;X\nZoé;;\nIvo;X;X\n")
    said = [understand_consent(consent) if consent else "" for (consent,) in tell(reading, "consent")]
    assert said == [True, False, "", None]


def test_a_yes_and_a_no_under_one_heading_are_told_apart() -> None:
    rows = [["Nom", "Consentement", None], [None, "Oui", "Non"], ["Ana", "X", None], ["Luc", None, "X"]]
    reading = read(make_workbook(("Liste", rows), mend=lambda book: book.worksheets[0].merge_cells("B1:C1")))
    assert [understand_consent(consent) for (consent,) in tell(reading, "consent")] == [True, False]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("oui par mail", None), ("oui (mail)", None), ("OK mail", None), ("oui, tél", None), ("oui, aucun appel", None),
        ("oui sans mail", None), ("oui pour la newsletter", None), ("J'accepte la charte", None),
        ("autorise photo", None), ("yes, marketing", None), ("Oui - décédé", None), ("oui (parti)", None),
        ("oui (sa femme)", None), ("accord mari", None), ("oui, en cas d'urgence", None),
        ("Oui, à partir de septembre", None), ("oui, après le 15/12", None), ("oui (maman)", None),
        ("Oui par mail ou téléphone", True), ("oui à partir de 18h", True), ("volontiers", True), ("bien sûr", True),
        ("oui, partie prenante", True), ("Oui, j'ai lu la charte et j'accepte d'être recontacté", True),
        ("☐ oui ☑ non", False), ("☑ oui ☐ non", True), ("[x] oui [ ] non", True), ("[ ] oui [ ] non", None),
        ("[x]", True), ("[ ]", False), ("☑ oui ☑ non", None),
        ("—", False), ("–", False), ("pas ok", False), ("KO", False),
    ],
)  # fmt: skip
def test_a_yes_to_one_way_to_something_else_or_by_another_is_left_to_a_person(written: str, says: bool | None) -> None:
    assert understand_consent(written) is says


def test_answers_with_conditions_leave_the_column_what_it_is() -> None:
    reading = read("Nom;Peut-on vous recontacter ?\nAna;Oui, mais par mail\nLuc;Oui, sauf le soir\nZoé;Oui\n")
    assert columns(reading)["Peut-on vous recontacter ?"] == "consent"


def test_errors_of_a_spreadsheet_and_words_for_none_leave_the_column_what_it_is() -> None:
    rows = [
        ["Nom", "Numéro pour vous joindre", "Mail où vous écrire"],
        ["Ana", "06 39 98 07 01", "#N/A"],
        ["Luc", "#VALEUR!", "pas de mail"],
        ["Zoé", "aucun", "néant"],
        ["Ivo", "#REF!", "i@example.org"],
    ]
    reading = read(make_workbook(("Liste", rows)))
    assert tell(reading, "phone", "email") == [("06 39 98 07 01", ""), ("", ""), ("", ""), ("", "i@example.org")]


@pytest.mark.parametrize(
    ("heading", "remark"),
    [
        ("Observations", "NE PLUS CONTACTER (12/11)"), ("Statut", "décédée"), ("Statut", "désinscrit"),
        ("Remarques", "Ne souhaite plus être appelée."), ("Notes", "a déménagé"), ("Notes", "do not call any more"),
    ],
)  # fmt: skip
def test_a_remark_that_speaks_against_a_yes_leaves_it_to_a_person(
    store: Store, take: Take, heading: str, remark: str
) -> None:
    people = f"Ana;a@example.org;oui;{remark}\nLuc;l@example.org;oui;ne pas appeler le matin\nZoé;;non;{remark}\n"
    report = take("volunteers", f"Nom;Courriel;Accord;{heading}\n{people}")
    assert [(one.line, one.value) for one in report.rejected] == [(2, f"oui / {remark}")]
    assert report.ignored_columns == (heading,)
    assert {one.name for one in store.read(lambda repository: repository.list_volunteers())} == {"Luc", "Zoé"}


@pytest.mark.parametrize(
    "remark",
    ["ne pas appeler après 20h", "ne pas oublier de rappeler", "mari décédé en 2019", "partie civile", "RAS", "", "1"],
)
def test_a_remark_on_when_or_on_another_speaks_against_nobody(remark: str) -> None:
    assert not speaks_against(remark)


def test_a_remark_about_somebody_else_speaks_against_nobody() -> None:
    reading = read("Nom;Courriel;Accord;Conjoint\nAna;a@example.org;oui;décédé\nLuc;l@example.org;oui;\n")
    assert tell(reading, "consent") == [("oui",), ("oui",)]
