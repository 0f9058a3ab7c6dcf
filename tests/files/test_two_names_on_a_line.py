"""Lists that give two names on a line: of birth and in use, or of a body and of whom to speak to there."""

from __future__ import annotations

from tests.files.reading_of import columns, names, read, tell

ELECTORAL = "NOM de naissance;Nom d'usage;Prénoms;Consentement\nDELAUNAY;ROUX;Ana;oui\nMARTIN;;Luc;oui\n"


def test_a_name_in_use_goes_before_the_name_of_birth_which_stands_where_it_is_empty() -> None:
    reading = read(ELECTORAL)
    assert names(reading) == ["Ana ROUX", "Luc MARTIN"]
    assert columns(reading)["NOM de naissance"] == "name"


def test_beside_a_column_of_bodies_a_name_is_the_person_to_speak_to() -> None:
    content = "Nom;Prénom;Organisme;Type\nRoux;Ana;Croix Verte;association\nMartin;Luc;Garage du Pont;entreprise\n"
    assert tell(read(content, "stakeholders"), "name", "contact") == [
        ("Croix Verte", "Ana Roux"),
        ("Garage du Pont", "Luc Martin"),
    ]


def test_a_column_of_kinds_of_bodies_is_no_column_of_bodies() -> None:
    content = "Nom;Structure;Type\nCroix Verte;association;association\nGarage du Pont;entreprise;entreprise\n"
    assert [name for (name,) in tell(read(content, "stakeholders"), "name")] == ["Croix Verte", "Garage du Pont"]
