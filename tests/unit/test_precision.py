"""What a challenge says and lacks, and its sentence."""

from __future__ import annotations

import pytest

from workshop_kit.domain.model import Challenge
from workshop_kit.domain.precision import assemble_statement, list_lost


def make_challenge(statement: str = "", **parts: str) -> Challenge:
    return Challenge("c", "Logement", statement, **parts)  # type: ignore[arg-type]


def test_a_whole_challenge_becomes_one_french_sentence() -> None:
    challenge = make_challenge(
        action="ouvrir une halte de nuit",
        population="Les personnes sans abri",
        territory="Val-Brume",
        deadline="décembre 2028",
        indicator="Nombre de nuits dehors",
    )
    assert assemble_statement(challenge, "fr") == (
        "Ouvrir une halte de nuit, pour les personnes sans abri, à Val-Brume, d’ici décembre 2028\u202f; "
        "mesuré par\u00a0: nombre de nuits dehors."
    )


def test_a_whole_challenge_becomes_one_english_sentence() -> None:
    challenge = make_challenge(
        action="open a night shelter",
        population="Everyone who sleeps rough",
        territory="our town",
        deadline="2028-12-01",
        indicator="Number of nights outside.",
    )
    assert assemble_statement(challenge, "en") == (
        "Open a night shelter, for everyone who sleeps rough, in our town, by 1 December 2028; "
        "measured by: number of nights outside."
    )


@pytest.mark.parametrize(
    ("territory", "said"),
    [
        ("Val-Brume", "à Val-Brume"),
        ("Le Havre", "au Havre"),
        ("Les Tilleuls", "aux Tilleuls"),
        ("La Rochelle", "à La Rochelle"),
        ("L'Isle-Adam", "à L’Isle-Adam"),
        ("les hameaux", "dans les hameaux"),
        ("l'ensemble du canton", "dans l’ensemble du canton"),
        ("Dans le bourg", "dans le bourg"),
        ("en Ardèche", "en Ardèche"),
    ],
)
def test_a_place_takes_its_own_preposition(territory: str, said: str) -> None:
    assert assemble_statement(make_challenge(action="Agir", territory=territory), "fr") == f"Agir, {said}."


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        ("2028", "d’ici 2028"),
        ("l'hiver 2028", "d’ici l’hiver 2028"),
        ("31/12/2027", "d’ici le 31/12/2027"),
        ("1er juin", "d’ici le 1er juin"),
        ("2028-12-01", "d’ici le 1er décembre 2028"),
        ("d'ici l'été", "d’ici l’été"),
        ("Avant Noël", "avant Noël"),
        ("dans deux ans", "dans deux ans"),
    ],
)
def test_a_deadline_takes_its_own_preposition(deadline: str, said: str) -> None:
    assert assemble_statement(make_challenge(action="Agir", deadline=deadline), "fr") == f"Agir, {said}."


@pytest.mark.parametrize(
    ("population", "said"),
    [
        ("personnes âgées", "pour les personnes âgées"),
        ("tous les habitants", "pour tous les habitants"),
        ("chaque famille", "pour chaque famille"),
        ("pour ceux qui l'aident", "pour ceux qui l’aident"),
        ("tout public", "pour tout public"),
    ],
)
def test_the_people_take_their_own_article(population: str, said: str) -> None:
    assert assemble_statement(make_challenge(action="Agir", population=population), "fr") == f"Agir, {said}."


def test_what_the_action_already_says_is_not_said_twice() -> None:
    challenge = make_challenge(
        action="Former dix aidants à Val-Brume d’ici 2028.",
        population="aidants",
        territory="Val-Brume",
        deadline="2028",
    )
    assert assemble_statement(challenge, "fr") == "Former dix aidants à Val-Brume d’ici 2028."


def test_a_word_inside_another_word_is_still_said() -> None:
    challenge = make_challenge(action="Ouvrir un bourgeon", territory="Bourg")
    assert assemble_statement(challenge, "fr") == "Ouvrir un bourgeon, à Bourg."


def test_no_part_makes_no_sentence() -> None:
    assert assemble_statement(make_challenge("Un énoncé"), "fr") == ""


def test_an_acronym_keeps_its_capitals() -> None:
    said = assemble_statement(make_challenge(action="Agir", indicator="CAF et Insee"), "fr")
    assert said.endswith("CAF et Insee.")


def test_a_part_that_a_statement_in_own_words_says_otherwise_is_lost() -> None:
    parts = {"territory": "Val-Brume", "deadline": "décembre 2028"}
    own = make_challenge("Plus personne ne dort dehors à Val-Brume d’ici décembre 2027.", **parts)
    assert list_lost(own) == ("deadline",)


def test_an_assembled_statement_loses_no_part() -> None:
    parts = {"action": "Ouvrir une halte", "population": "les personnes sans abri", "deadline": "2028"}
    assembled = assemble_statement(make_challenge(**parts), "fr")
    assert list_lost(make_challenge(assembled, **parts)) == ()


@pytest.mark.parametrize(
    ("part", "typed", "own"),
    [
        ("territory", "Le bourg", "Un lit prêt chaque soir au bourg."),
        ("deadline", "2028-12-31", "Un lit prêt chaque soir, d’ici le 31 décembre 2028."),
        ("deadline", "2028-12-31", "A bed ready each night by 31 December 2028."),
        ("population", "Personnes sans abri", "Un lit pour les personnes sans abri."),
    ],
)
def test_a_part_said_as_a_sentence_joins_it_is_not_lost(part: str, typed: str, own: str) -> None:
    assert list_lost(make_challenge(own, **{part: typed})) == ()
    assert list_lost(make_challenge("Un toit pour chacun.", **{part: typed})) == (part,)


def test_a_part_of_nothing_but_marks_is_lost_and_breaks_nothing() -> None:
    assert list_lost(make_challenge("Un toit pour chacun.", territory="?")) == ("territory",)
