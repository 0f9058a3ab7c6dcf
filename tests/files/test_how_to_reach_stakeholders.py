"""How to reach a stakeholder and why it is invited, as organisers' lists say it: telephone, postal address, reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.files.conftest import Take
from tests.files.reading_of import columns, read, tell
from workshop_kit.domain.model import Stakeholder
from workshop_kit.files import export_workbook, export_workshop, import_file
from workshop_kit.store import Store

NUMBER = "01 99 00 12 34"
HEADINGS = [
    ("Téléphone", NUMBER, "phone"),
    ("Tél.", NUMBER, "phone"),
    ("N° de tél", NUMBER, "phone"),
    ("Portable du contact", NUMBER, "phone"),
    ("Téléphone de l’association", NUMBER, "phone"),
    ("À quel téléphone peut-on joindre la structure ?", NUMBER, "phone"),
    ("Standard", NUMBER, "phone"),
    ("Phone number", NUMBER, "phone"),
    ("Landline", NUMBER, "phone"),
    ("Work phone", NUMBER, "phone"),
    ("Adresse", "3, rue du Lac", "address"),
    ("Adresse postale", "3, rue du Lac", "address"),
    ("ADRESSE DU SIÈGE SOCIAL", "3, rue du Lac", "address"),
    ("Adresse postale complète de la structure", "3, rue du Lac", "address"),
    ("Siège social", "3, rue du Lac", "address"),
    ("N° et rue", "3, rue du Lac", "address"),
    ("Où envoyer la lettre ?", "3, rue du Lac", "address"),
    ("Postal address", "3 Lake Street", "address"),
    ("Street", "3 Lake Street", "address"),
    ("Where should we send the letter?", "3 Lake Street", "address"),
    ("Address (office)", "3 Lake Street", "address"),
    ("Complément d’adresse", "Bâtiment B", "complement"),
    ("Address line 2", "Building B", "complement"),
    ("Code postal", "00120", "postcode"),
    ("CP / Ville", "00120 Val-Brume", "postcode"),
    ("Zip code", "00120", "postcode"),
    ("Ville du siège", "Val-Brume", "posttown"),
    ("Town/City", "Val-Brume", "posttown"),
    ("Raison", "Elle voit tout le monde", "reason"),
    ("Raison de l’invitation", "Elle voit tout le monde", "reason"),
    ("Pourquoi ?", "Elle voit tout le monde", "reason"),
    ("Pourquoi l’inviter", "Elle voit tout le monde", "reason"),
    ("Pourquoi cet acteur est-il insoupçonné ?", "Elle voit tout le monde", "reason"),
    ("Pour quelle raison l’invitons-nous ?", "Elle voit tout le monde", "reason"),
    ("Motif de l’invitation", "Elle voit tout le monde", "reason"),
    ("Ce qu’il voit que nous ne voyons pas", "La rue, le matin", "reason"),
    ("Why invite them?", "They see everybody", "reason"),
    ("Reason for the invitation", "They see everybody", "reason"),
    ("What do they bring to the table?", "They see everybody", "reason"),
    ("Why are they unexpected?", "They see everybody", "reason"),
    ("Invité pour", "Logement", "challenges"),
    ("Défi", "Logement", "challenges"),
    ("Pour quels enjeux ?", "Logement", "challenges"),
    # what shares a word and means something else
    ("Adresse électronique", "a@example.org", "email"),
    ("Adresse mail", "a@example.org", "email"),
    ("Adresse du site internet", "example.org", None),
    ("Adresse IP", "192.0.2.1", None),
    ("Raison sociale", "Boulangerie", "name"),
    ("Motif du refus", "en congé", None),
    ("Raison de l’absence", "en congé", None),
    ("Pourquoi pas venu ?", "en congé", None),
    ("Fax", NUMBER, None),
    ("Numéro SIRET", "12345678900012", None),
    ("N° RNA", "W595000001", None),
    ("Date du téléphone", "12/01/2027", None),
    ("Date d’envoi du courrier à l’adresse", "12/01/2027", None),
    ("Enjeux de la structure", "la rentrée", None),
    ("Réponse à l’invitation", "vient", "status"),
]


@pytest.mark.parametrize(("heading", "value", "column"), HEADINGS)
def test_a_heading_of_a_list_of_stakeholders_is_understood_or_named(
    heading: str, value: str, column: str | None
) -> None:
    first = "Structure" if column != "name" else "Contact"
    reading = read(f'{first}\tCatégorie\t{heading}\nX\tCommerce\t"{value}"\nY\tClub\t"{value}"\n', "stakeholders")
    assert columns(reading)[heading] == column
    assert (heading in reading.ignored) == (column is None)


def test_addresses_of_mail_are_no_place_whatever_their_column_is_called() -> None:
    reading = read("Structure;Catégorie;Adresse\nX;Club;x@example.org\nY;Club;y@example.org\nZ;Club;\n", "stakeholders")
    assert columns(reading)["Adresse"] == "email"


def test_a_number_of_a_register_is_no_telephone() -> None:
    reading = read("Structure;Catégorie;SIREN\nX;Club;123456789\nY;Club;223456789\n", "stakeholders")
    assert columns(reading)["SIREN"] is None


def take_one(take: Take, store: Store, content: str) -> Stakeholder:
    report = take("stakeholders", content)
    assert report.rejected == (), report.to_json("fr")
    (one,) = store.read(lambda hall: hall.list_stakeholders())
    return one


@pytest.mark.parametrize(
    ("headings", "cells", "address"),
    [
        ("Adresse", "3, rue du Lac, 00120 Val-Brume", "3, rue du Lac, 00120 Val-Brume"),
        ("Adresse", '"3, rue du Lac\n00120 Val-Brume"', "3, rue du Lac\n00120 Val-Brume"),
        ("Adresse;CP;Ville", "3, rue du Lac;00120;Val-Brume", "3, rue du Lac\n00120 Val-Brume"),
        ("Adresse;Complément;CP;City", "3, rue du Lac;Bât. B;00120;Brume", "3, rue du Lac\nBât. B\n00120 Brume"),
        ("Rue;CP Ville;Quartier", "3, rue du Lac;00120 Val-Brume;Bourg", "3, rue du Lac\n00120 Val-Brume"),
        ("Rue;CP;Ville du siège;Quartier", "3, rue du Lac;00120;Brume;Bourg", "3, rue du Lac\n00120 Brume"),
        ("Adresse;CP;Ville", "3, rue du Lac 00120 Val-Brume;00120;Val-Brume", "3, rue du Lac 00120 Val-Brume"),
        ("Adresse;CP;Ville", "néant;00120;Val-Brume", ""),
        ("Adresse;CP;Ville", ";00120;Val-Brume", ""),
    ],
)
def test_an_address_is_put_together_of_the_columns_it_stands_in(
    framed: Store, take: Take, headings: str, cells: str, address: str
) -> None:
    assert take_one(take, framed, f"Structure;Catégorie;{headings}\nÉpicerie;Commerce;{cells}\n").address == address


def test_a_telephone_is_read_as_people_write_it_and_one_nobody_answers_is_refused(framed: Store, take: Take) -> None:
    one = take_one(
        take, framed, "Structure;Catégorie;Tél fixe;Portable\nÉpicerie;Commerce;199001234;+33 6 39 98 07 01\n"
    )
    assert one.phone == "06 39 98 07 01"  # the one that reaches somebody, as with volunteers
    report = take("stakeholders", "Structure;Catégorie;Tél\nGarage;Commerce;01 99\n")
    assert [(row.column, row.value) for row in report.rejected] == [("Tél", "01 99")]


def test_a_reason_and_the_challenges_are_kept_and_a_later_list_without_them_leaves_them(
    framed: Store, take: Take
) -> None:
    one = take_one(
        take,
        framed,
        "Structure;Catégorie;Pourquoi ?;Invité pour\nÉpicerie;Commerce;Elle voit tout;Logement, Mobilité\n",
    )
    named = {each.id: each.stake for each in framed.read(lambda hall: hall.list_challenges())}
    assert (one.reason, [named[each] for each in one.challenges]) == ("Elle voit tout", ["Logement", "Mobilité"])
    again = take_one(take, framed, "Structure;Catégorie;Pourquoi ?;Tél\nÉpicerie;Commerce;;0199001234\n")
    assert (again.reason, again.challenges, again.phone) == (one.reason, one.challenges, NUMBER)


WHOLE = (
    "catégorie;nom;contact;courriel;tél;adresse;raison;invité pour;statut\n"
    'Commerce;Épicerie;Mme Roy;e@example.org;0199001234;"3, rue du Lac\n00120 Val-Brume";'
    '"Elle voit tout le monde, appelez le 06 39 98 07 01";Logement;vient\n'
)


def test_what_is_exported_comes_back_the_same(framed: Store, take: Take, tmp_path: Path) -> None:
    one = take_one(take, framed, WHOLE)
    for language in ("fr", "en"):
        files = {path.name: path for path in export_workshop(framed, tmp_path / language, language)}
        report = import_file(framed, "stakeholders", files["stakeholders.csv"])
        assert (report.rejected, report.added, report.unchanged) == ((), 0, 1)
    assert framed.read(lambda hall: hall.list_stakeholders()) == (one,)


def test_the_workbook_that_is_passed_on_says_why_and_reaches_nobody(framed: Store, take: Take, tmp_path: Path) -> None:
    one = take_one(take, framed, WHOLE)
    book = tmp_path / "workshop.xlsx"
    book.write_bytes(export_workbook(framed, "fr"))
    cells = tell(read(book.read_bytes(), "stakeholders"), "reason", "phone", "address", "contact")
    assert [("Elle voit" in reason, "06 39" in reason, *others) for reason, *others in cells] == [
        (True, False, "", "", "")
    ]
    report = import_file(framed, "stakeholders", book)
    assert (report.rejected, report.added, report.unchanged) == ((), 0, 1)
    assert framed.read(lambda hall: hall.list_stakeholders()) == (one,)
