"""Who does what: the rules, what is kept, and the reasons."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from workshop_kit.domain.assignment import Assignments, Levels, assign_volunteers
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.i18n import LANGUAGES, Translator

NOW = datetime(2027, 1, 12, tzinfo=UTC)
NAMES = ("ana", "ben", "cleo", "dan")


def people(*names: str, sector: str = "") -> list[Participant]:
    return [
        Participant(name, name, "", sector, Origin.ROOM, NOW + timedelta(minutes=rank))
        for rank, name in enumerate(names or NAMES)
    ]


def pairs(found: Assignments) -> set[tuple[str, str]]:
    return {(one.participant, one.mission) for one in found.assignments}


def why_not(found: Assignments) -> dict[str, str]:
    return {person: reason.code for person, reason in found.unassigned}


def why_unfilled(found: Assignments) -> dict[str, str]:
    return {one.mission: one.reason.code for one in found.unfilled}


def test_more_places_filled_come_before_a_better_fit() -> None:
    scores = [Score("ana", "c", 3, 2), Score("ben", "c", 0, 1)]
    missions = [Mission("easy", "c", "Easy", 1), Mission("hard", "c", "Hard", 1, min_competence=2)]
    assert pairs(assign_volunteers(people(), scores, missions)) == {("ana", "hard"), ("ben", "easy")}


def test_the_best_fit_takes_the_only_place() -> None:
    scores = [Score("ana", "c", 1, 2), Score("ben", "c", 3, 2)]
    found = assign_volunteers(people(), scores, [Mission("m", "c", "M", 1)])
    assert pairs(found) == {("ben", "m")}
    assert why_not(found) == {"ana": "unassigned-full"}


def test_the_same_sector_decides_between_equals() -> None:
    scores = [Score("ana", "c", 2, 1), Score("ben", "c", 2, 1)]
    room = [*people("ana"), *people("ben", sector="LE MOULIN")]
    found = assign_volunteers(room, scores, [Mission("m", "c", "M", 1, sector="Le Moulin")])
    assert pairs(found) == {("ben", "m")}
    assert found.assignments[0].reason == Reason(
        "assigned-sector", {"competence": 2, "interest": 1, "sector": "Le Moulin"}
    )


def test_between_equals_names_are_drawn_and_neither_the_first_come_nor_the_alphabet_decides() -> None:
    scores = [Score(name, "c", 2, 1) for name in NAMES]
    taken = {
        title: {person for person, _ in pairs(assign_volunteers(people(), scores, [Mission("m", "c", title, 2)]))}
        for title in ("Veille", "Collecte", "Repas", "Accueil")
    }
    late_first = assign_volunteers(reversed(people()), scores, [Mission("m", "c", "Veille", 2)])
    assert {person for person, _ in pairs(late_first)} == taken["Veille"]
    assert {"ana", "ben", "cleo", "dan"} == set().union(*taken.values())


@pytest.mark.parametrize(
    ("score", "code"),
    [
        (Score("ana", "c", 3, 0), "unassigned-no-wish"),
        (Score("ana", "c", 3, -2), "unassigned-no-wish"),
        (Score("ana", "c", 0, 2), "unassigned-competence"),
        (Score("ana", "c", None, None, unsure=True), "unassigned-unsure"),
        (Score("ana", "c", None, 2), "unassigned-unscored"),
        (Score("ana", "other", 3, 2), "unassigned-no-mission"),
    ],
)
def test_nobody_is_placed_against_their_score(score: Score, code: str) -> None:
    found = assign_volunteers(people("ana"), [score], [Mission("m", "c", "M", 1, min_competence=1)])
    assert found.assignments == ()
    assert why_not(found) == {"ana": code}


def test_who_offered_help_without_a_score_is_told_and_who_did_neither_is_left_out() -> None:
    offer = Volunteer("ben", "Ben", "", "", "", None, "")
    found = assign_volunteers(people(), [], [Mission("m", "c", "M", 1)], volunteers=[offer])
    assert why_not(found) == {"ben": "unassigned-unscored"}


def test_help_offered_for_one_challenge_is_not_used_for_another() -> None:
    offer = Volunteer("ana", "Ana", "", "", "", None, "", challenges=("d",))
    scores = [Score("ana", "c", 3, 2), Score("ana", "d", 1, 1)]
    missions = [Mission("m", "c", "M", 1), Mission("n", "d", "N", 1)]
    assert pairs(assign_volunteers(people("ana"), scores, missions, volunteers=[offer])) == {("ana", "n")}


@pytest.mark.parametrize(
    ("offer", "scores", "code"),
    [
        ({}, [Score("ana", "c", 3, 0)], "unassigned-no-interest"),
        ({"challenges": ("d",)}, [Score("ana", "c", 3, 2)], "unassigned-no-interest"),
        ({"declined": ("c",)}, [Score("ana", "c", 3, 2)], "unassigned-no-wish"),
    ],
)
def test_who_said_yes_is_never_told_to_have_said_none(offer: dict[str, Any], scores: list[Score], code: str) -> None:
    volunteer = Volunteer("ana", "Ana", "", "", "", None, "", **offer)
    found = assign_volunteers(people("ana"), scores, [Mission("m", "c", "M", 1)], volunteers=[volunteer])
    assert why_not(found) == {"ana": code}


def test_what_was_decided_by_hand_stays_and_takes_its_place() -> None:
    by_hand = Assignment("ana", "m", Reason("by-hand"), by_hand=True)
    scores = [Score("ana", "c", 0, -2), Score("ben", "c", 3, 2)]
    found = assign_volunteers(people(), scores, [Mission("m", "c", "M", 1)], [by_hand])
    assert found.assignments == (by_hand,)
    assert why_not(found) == {"ben": "unassigned-full"}
    assert found.unfilled == ()


def test_what_was_declined_is_not_proposed_again() -> None:
    declined = Assignment("ana", "m", Reason("assigned"), status=AssignmentStatus.DECLINED)
    found = assign_volunteers(people("ana"), [Score("ana", "c", 3, 2)], [Mission("m", "c", "M", 1)], [declined])
    assert found.assignments == ()
    assert why_not(found) == {"ana": "unassigned-declined"}
    assert why_unfilled(found) == {"m": "unfilled-declined"}


def test_who_was_taken_off_by_hand_is_not_told_to_have_declined() -> None:
    scores = [Score("ana", "c", 3, 2), Score("ben", "c", 3, 2)]
    no = Assignment("ana", "m", Reason("assigned"), status=AssignmentStatus.DECLINED)
    off = [Assignment(one, "m", Reason("taken-off"), True, AssignmentStatus.DECLINED) for one in ("ana", "ben")]
    missions = [Mission("m", "c", "M", 2)]
    found = assign_volunteers(people("ana", "ben"), scores, missions, off)
    assert why_not(found) == dict.fromkeys(("ana", "ben"), "unassigned-taken-off")
    assert [one.reason for one in found.unfilled] == [Reason("unfilled-taken-off", {"able": 2})]
    found = assign_volunteers(people("ana", "ben"), scores, missions, [no, off[1]])
    assert why_not(found) == {"ana": "unassigned-declined", "ben": "unassigned-taken-off"}
    assert [one.reason for one in found.unfilled] == [Reason("unfilled-set-aside", {"declined": 1, "off": 1})]


def test_who_declined_one_mission_and_was_taken_off_another_is_told_both() -> None:
    rows = [
        Assignment("ana", "m", Reason("assigned"), status=AssignmentStatus.DECLINED),
        Assignment("ana", "n", Reason("taken-off"), status=AssignmentStatus.DECLINED),
    ]
    missions = [Mission("m", "c", "M", 1), Mission("n", "c", "N", 1)]
    found = assign_volunteers(people("ana"), [Score("ana", "c", 3, 2)], missions, rows)
    assert why_not(found) == {"ana": "unassigned-set-aside"}


def test_a_mission_kept_over_its_places_takes_nobody_more() -> None:
    kept = [Assignment(name, "m", Reason("by-hand"), by_hand=True) for name in ("ana", "ben")]
    found = assign_volunteers(people(), [Score("cleo", "c", 3, 2)], [Mission("m", "c", "M", 1)], kept)
    assert pairs(found) == {("ana", "m"), ("ben", "m")}


def test_each_empty_place_says_why() -> None:
    scores = [Score("ana", "c", 1, 2), Score("ben", "d", 2, 0)]
    missions = [
        Mission("hard", "c", "Hard", 1, min_competence=3),
        Mission("two", "c", "Two", 2),
        Mission("alone", "d", "Alone", 1),
    ]
    found = assign_volunteers(people(), scores, missions)
    assert why_unfilled(found) == {
        "hard": "unfilled-competence",
        "two": "unfilled-elsewhere",
        "alone": "unfilled-nobody",
    }
    assert [(one.places, one.filled) for one in found.unfilled] == [(1, 0), (2, 1), (1, 0)]


def test_nothing_to_do_is_not_an_error() -> None:
    assert assign_volunteers([], [], []) == Assignments((), (), (), Levels((0, 0, 0), 0, 0, 0, (), 0))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_is_a_sentence_in_both_languages(language: str) -> None:
    say = Translator(language)
    found = assign_volunteers(
        people(), [Score("ana", "c", 1, 2), Score("ben", "c", 0, 2)], [Mission("m", "c", "M", 3, min_competence=1)]
    )
    reasons = [found.assignments[0].reason, found.unassigned[0][1], found.unfilled[0].reason]
    for reason in reasons:
        sentence = say(f"reasons.{reason.code}", **reason.values)
        assert "{" not in sentence
        assert sentence.endswith(".")
