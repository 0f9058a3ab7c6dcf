"""Names in sentences: what a small word before them becomes."""

from __future__ import annotations

import pytest

from workshop_kit.i18n.joining import say_of


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("le maire", "du maire"),
        ("les voisins du 4", "des voisins du 4"),
        ("la présidente", "de la présidente"),
        ("l’adjointe", "de l’adjointe"),
        ("une laïque", "d’une laïque"),
        ("Odette Marchal", "d’Odette Marchal"),
        ("Éloi", "d’Éloi"),
        ("Yves", "d’Yves"),
        ("Yasmine", "de Yasmine"),
        ("Samia Ferrand", "de Samia Ferrand"),
        ("Le Goff", "de Le Goff"),
        ("L’Hostis", "de L’Hostis"),
        ("Le maire", "du maire"),
        ("Les élus", "des élus"),
        ("La présidente", "de la présidente"),
        ("L’adjointe", "de l’adjointe"),
        ("Une voisine", "d’une voisine"),
        ("des voisins", "de voisins"),
        ("Des élus", "d’élus"),
        ("Léa", "de Léa"),
        ("onze voisins", "de onze voisins"),
    ],
)
def test_what_says_whose_runs_together_with_a_french_article_and_loses_its_vowel(name: str, said: str) -> None:
    assert say_of(name, "fr") == said
    assert say_of(name, "en") == f"of {name}"


@pytest.mark.parametrize(
    ("name", "said"), [("The mayor", "of the mayor"), ("The Bell", "of The Bell"), ("An elder", "of an elder")]
)
def test_an_english_article_is_small_within_a_sentence_unless_it_is_of_a_name(name: str, said: str) -> None:
    assert say_of(name, "en") == said
