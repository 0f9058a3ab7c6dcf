"""Whatever the parts of a challenge are, its sentence is one, and no word that joins stands there twice."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.model import Challenge
from workshop_kit.domain.precision import PARTS, assemble_statement

FRENCH = {
    "population": [
        "les jeunes", "agriculteurs", "personnes âgées", "tous", "familles et voisins", "une famille", "enfant",
        "ceux qui vivent seuls", "50 familles", "les plus de 65 ans", "moins de 25 ans",
    ],
    "territory": [
        "le bourg et ses hameaux", "la rue", "l'école", "centre-ville", "villages du nord", "le moulin", "partout",
        "tout le territoire", "les trois communes", "mairie", "terres rurales", "l'ensemble du canton",
    ],
    "deadline": [
        "décembre 2028", "fin 2027", "31/12/2028", "2028-12-31", "deux ans", "l'été prochain", "rentrée", "2028",
        "un de ces jours", "le printemps", "la fin du mandat",
    ],
}  # fmt: skip
ENGLISH = {
    "population": [
        "farmers",
        "the elderly",
        "people who live alone",
        "child",
        "young people",
        "everyone",
        "50 families",
    ],
    "territory": ["the town", "city centre", "villages", "the whole valley", "boats", "our school", "everywhere"],
    "deadline": ["next summer", "the end of the year", "two years", "some day", "December 2028", "2028-12-31", "2028"],
}
FRENCH_JOINS = ["", "pour", "à", "dans", "d'ici", "chez", "avant", "en", "sur"]
ENGLISH_JOINS = ["", "for", "in", "by", "at", "before", "across"]
NAMES = [
    "Le Mans",
    "Les Sables",
    "La Rochelle",
    "Val-Brume",
    "Lyon",
    "Bretagne",
    "La Drôme",
    "Saint-Denis",
    "Paris et Lyon",
]
#: Words that join a part to the sentence, twice in a row, and articles that French contracts.
TWICE = re.compile(r"\b(pour|à|au|aux|dans|d’ici|chez|avant|en|sur|for|in|by|at|before) \1\b", re.IGNORECASE)
UNCONTRACTED = re.compile(r"\b(?:à|de) les? ", re.IGNORECASE)


@st.composite
def typed(draw: st.DrawFn, ordinary: list[str], joins: list[str]) -> str:
    """Return a part as people type it: with a preposition or not, with a capital or not, with a full stop or not."""
    part = f"{draw(st.sampled_from(joins))} {draw(st.sampled_from(ordinary))}".strip()
    part = part[0].upper() + part[1:] if draw(st.booleans()) else part
    return part + draw(st.sampled_from(["", ".", " .", ";", " "]))


def typed_parts(parts: dict[str, list[str]], joins: list[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({part: typed(ordinary, joins) for part, ordinary in parts.items()})


def assemble(language: str, **parts: str) -> str:
    return assemble_statement(Challenge("c", "Stake", "", **parts), language)  # type: ignore[arg-type]


def check_one_sentence(said: str) -> None:
    assert said == said.strip()
    assert not re.search(r"\s{2}", said)
    assert re.search(r"[^.]\.$|\?$", said)
    assert ".." not in said
    assert " ," not in said


def check_ordinary_words(said: str) -> None:
    """Check a sentence of words without any name: what is glued is small, and nothing joins twice."""
    check_one_sentence(said)
    assert not TWICE.search(said)
    assert said.count(".") == 1
    if "— " not in said:
        rest = re.sub(r"\bDecember\b", "", said[1:])
        assert rest == rest.lower()


@given(typed_parts(FRENCH, FRENCH_JOINS))
def test_ordinary_french_words_are_joined_once_and_contracted(parts: dict[str, str]) -> None:
    said = assemble("fr", action="Agir", **parts)
    check_ordinary_words(said)
    assert not UNCONTRACTED.search(said)


@given(typed_parts(ENGLISH, ENGLISH_JOINS))
def test_ordinary_english_words_are_joined_once(parts: dict[str, str]) -> None:
    check_ordinary_words(assemble("en", action="Act", **parts))


@given(typed(NAMES, FRENCH_JOINS))
def test_a_name_keeps_its_capital_and_its_article_is_contracted(territory: str) -> None:
    said = assemble("fr", action="Agir", territory=territory)
    check_one_sentence(said)
    assert not TWICE.search(said)
    assert not UNCONTRACTED.search(said)
    assert re.search(r"Mans|Sables|Rochelle|Val-Brume|Lyon|Bretagne|Drôme|Saint-Denis", said)


@given(st.sampled_from(["fr", "en"]), st.lists(st.text(max_size=40), min_size=5, max_size=5))
def test_any_text_makes_at_most_one_sentence(language: str, texts: list[str]) -> None:
    said = assemble(language, **dict(zip(PARTS, texts, strict=True)))
    assert said == "" or (not re.search(r"\s{2}", said) and re.search(r"(?:[^.]\.|\?)$", said))
