"""An answer joins a challenge’s sentence as people would write it, and a sentence with two challenges comes apart."""

from __future__ import annotations

import pytest

from workshop_kit.domain.challenge_adding import extend_statement, is_built_on, split_statement
from workshop_kit.domain.challenge_reading import read_challenge
from workshop_kit.domain.framing.values import Kind
from workshop_kit.domain.parts import Part

A, P, T, D, I = Part  # noqa: E741
NB, NNB = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("statement", "part", "answer", "language", "found", "expected"),
    [
        ("Plus personne ne dort dehors.", T, "Val-Brume", "fr", {}, "Plus personne ne dort dehors, à Val-Brume."),
        ("Plus personne ne dort dehors", T, "le bourg", "fr", {}, "Plus personne ne dort dehors, dans le bourg."),
        ("Chacun a un toit !", D, "juin 2027", "fr", {}, "Chacun a un toit, d’ici juin 2027!"),
        ("Chacun a un toit.", P, "habitants", "fr", {}, "Chacun a un toit, pour les habitants."),
        ("Nobody sleeps rough.", D, "June 2027", "en", {}, "Nobody sleeps rough, by June 2027."),
        ("Nobody sleeps rough.", T, "Val-Brume", "en", {}, "Nobody sleeps rough, in Val-Brume."),
        ("Comment loger chacun ?", D, "2028", "fr", {}, f"Comment loger chacun, d’ici 2028{NNB}?"),
        ("La pauvreté", A, "plus personne ne saute un repas", "fr", {}, "Plus personne ne saute un repas."),
        ("", D, "2028", "fr", {}, "D’ici 2028."),
        ("Chacun a un toit d’ici 2028.", D, "D’ici 2028", "fr", {D: "d’ici 2028"}, "Chacun a un toit d’ici 2028."),
        (
            "Les aînés de Val-Brume d’ici 2028", A, "chacun reçoit une visite", "fr",
            {P: "Les aînés", T: "de Val-Brume", D: "d’ici 2028"},
            "Chacun reçoit une visite, pour les aînés, à Val-Brume, d’ici 2028.",
        ),
        (
            f"Chacun reçoit une visite{NNB}; mesure{NB}: 120 visites.", D, "juin 2027", "fr", {I: "120 visites"},
            f"Chacun reçoit une visite, d’ici juin 2027{NNB}; mesure{NB}: 120 visites.",
        ),
        (
            "Chacun a un toit.", I, "les 120 inscrits ont été vus", "fr", {},
            f"Chacun a un toit{NNB}; mesuré par{NB}: les 120 inscrits ont été vus.",
        ),
        ("Chacun a un toit.", P, "gens; truc", "fr", {}, f"Chacun a un toit{NB}— pour qui{NB}: gens; truc."),
    ],
)  # fmt: skip
def test_an_answer_joins_the_sentence(
    statement: str, part: Part, answer: str, language: str, found: dict[Part, str], expected: str
) -> None:
    assert extend_statement(statement, part, answer, language, found) == expected


@pytest.mark.parametrize(
    ("statement", "part", "answer", "language"),
    [
        ("Chaque ancien reçoit une visite par semaine.", I, "le nombre de visites", "fr"),
        ("Chaque ancien reçoit une visite.", I, "une enquête", "fr"),
        ("Chaque ancien reçoit une visite.", I, "registre du CCAS", "fr"),
        ("Chaque ancien reçoit une visite.", I, "plus personne ne se plaint", "fr"),
        ("Chaque ancien reçoit une visite.", T, "le Lac", "fr"),
        ("Ouvrir une épicerie à Val-Brume.", P, "moi", "fr"),
        ("Each older person has a visit.", I, "the number of visits", "en"),
        ("Each older person has a visit.", I, "a survey", "en"),
        ("Each older person has a visit.", T, "the Lake hamlet", "en"),
    ],
)
def test_what_was_answered_is_found_in_the_sentence_it_joined(
    statement: str, part: Part, answer: str, language: str
) -> None:
    extended = extend_statement(statement, part, answer, language, {})
    read = read_challenge(extended)
    assert answer in (read.words(part) or ""), extended
    assert read.kind is not Kind.SEVERAL, "a measure is no second challenge"


@pytest.mark.parametrize(
    ("statement", "answer", "language", "expected"),
    [
        ("La solitude à Saint-Elme", "D'ici Noël 2028", "fr", "La solitude à Saint-Elme, d’ici Noël 2028."),
        ("La solitude", "Noël 2028", "fr", "La solitude, d’ici Noël 2028."),
        ("La solitude", "2028", "fr", "La solitude, d’ici 2028."),
        ("La solitude", "à Saint-Elme", "fr", "La solitude, à Saint-Elme."),
        ("La solitude", "pour les jeunes", "fr", "La solitude, pour les jeunes."),
        ("La solitude", "D’ici 2028, à Saint-Elme", "fr", "La solitude, d’ici 2028, à Saint-Elme."),
        ("Ouvrir une épicerie.", "avant fin 2027", "fr", "Ouvrir une épicerie, avant fin 2027."),
        ("Loneliness in Wexham", "By Christmas 2028", "en", "Loneliness in Wexham, by Christmas 2028."),
        ("Loneliness", "for young people", "en", "Loneliness, for young people."),
    ],
)
def test_what_is_no_action_joins_the_sentence_and_never_replaces_it(
    statement: str, answer: str, language: str, expected: str
) -> None:
    found = {mark.part: statement[mark.start : mark.end] for mark in read_challenge(statement).marks}
    assert extend_statement(statement, A, answer, language, found) == expected


@pytest.mark.parametrize("answer", ["un toit pour chacun", "moins de 10 personnes seules", "une visite par semaine"])
def test_what_says_more_than_when_where_and_for_whom_is_built_on(answer: str) -> None:
    assert is_built_on("La solitude", A, answer, "fr")
    assert is_built_on("", A, "D’ici 2028", "fr")


def test_what_an_answer_says_itself_is_not_said_again() -> None:
    found = {P: "personnes âgées", T: "à Val-Brume"}
    said = extend_statement("Aider les personnes âgées.", A, "chaque personne âgée reçoit une visite", "fr", found)
    assert said == "Chaque personne âgée reçoit une visite, à Val-Brume."


def test_a_measure_that_is_a_figure_is_said_behind_its_semicolon() -> None:
    said = extend_statement("Chacun a un toit.", I, "9 personnes sur 10", "fr", {})
    assert said.startswith(f"Chacun a un toit{NNB}; ")
    assert said.endswith("9 personnes sur 10.")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Loger chacun, et garder l’école ouverte.", ("Loger chacun.", "Garder l’école ouverte.")),
        ("Loger les jeunes et les aînés ; garder l’école.", ("Loger les jeunes et les aînés.", "Garder l’école.")),
        ("House everybody and keep the school open", ("House everybody.", "Keep the school open.")),
        ("Loger chacun.", None),
        ("Pain et vin", None),
    ],
)
def test_a_sentence_with_two_challenges_comes_apart(statement: str, expected: tuple[str, str] | None) -> None:
    assert split_statement(statement, lambda _half: False) == expected


def test_it_comes_apart_where_both_halves_are_challenges() -> None:
    statement = "Nourrir petits et grands et garder l’école ouverte"
    whole = {"Nourrir petits et grands.", "Garder l’école ouverte."}
    assert split_statement(statement, lambda half: half in whole) == (
        "Nourrir petits et grands.",
        "Garder l’école ouverte.",
    )


@pytest.mark.parametrize(
    ("statement", "part", "answer"),
    [
        ("Sauver le café de Noël.", D, "Noël"),
        ("Que plus personne ne dorme dehors le soir de l’été.", D, "l’été"),
        ("Garder la maison des jeunes ouverte.", P, "jeunes"),
    ],
)
def test_an_answer_whose_words_say_something_else_in_the_sentence_joins_it_once(
    statement: str, part: Part, answer: str
) -> None:
    read = read_challenge(statement)
    assert part in read.missing
    extended = extend_statement(
        statement, part, answer, "fr", {mark.part: read.words(mark.part) or "" for mark in read.marks}
    )
    assert part not in read_challenge(extended).missing, extended
    assert extend_statement(extended, part, answer, "fr", {}) == extended


@pytest.mark.parametrize("part", [P, T, D, I])
def test_what_a_sentence_says_of_a_part_is_not_joined_again(part: Part) -> None:
    words = {P: "chaque aîné", T: "à Val-Brume", D: "avant Noël 2027", I: "9 aînés sur 10"}
    said = "Chaque aîné a une visite à Val-Brume, avant Noël 2027 ; 9 aînés sur 10."
    assert extend_statement(said, part, words[part], "fr", words) == said
