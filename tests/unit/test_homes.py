"""A household's address is told from the name of a hamlet or a quarter."""

from __future__ import annotations

import pytest

from workshop_kit.domain.homes import is_home


@pytest.mark.parametrize(
    "text",
    [
        "12 rue des Lilas",
        "12 bis, rue des Lilas",
        "3, grande rue",
        "rue des Lilas, 12",
        "4 chemin du Moulin, Sainte-Aure",
        "chez Mme Petit",
        "Le Bourg, appt 4",
        "Les Tilleuls bât B",
        "14 Mill Lane",
        "Le Moulin 06 39 98 09 01",
        "Le Moulin, jeanne@example.org",
    ],
)
def test_what_leads_to_one_door_is_a_home(text: str) -> None:
    assert is_home(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hameau du Moulin", "Le Bourg", "Quartier de la gare", "Sainte-Aure", "Rue du Pont", "Place de l'Église",
        "Les 3 Chênes",
        "Quartier 4", "Secteur 12", "Lyon 3e", "38000 Grenoble", "La Cité", "Résidence des Tilleuls", "Route de Lyon",
        "St Pierre",
        "Cours d'Eau", "Zone 2, Le Haut", "Bas du village", "Les Quatre Routes", "10 St Andrews", "Le 8 mai", "",
    ],
)  # fmt: skip
def test_the_name_of_a_part_of_the_territory_is_none(text: str) -> None:
    assert not is_home(text)
