"""Whoever has the name of somebody else is told apart by what they said and what was decided, never by an id."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.assigned import NOW
from tests.property.full_rooms import FullRoom, make_full_room
from workshop_kit.domain.model import Assignment, Mission, Origin, Participant, Score, Volunteer


def make_namesakes(rng: Random, people: int, missions: int) -> FullRoom:
    """Make a room in which people and missions share few names."""
    room = make_full_room(rng, people, missions)
    names, sector = {one.id: rng.choice(("Marie", "Marie", "Jean")) for one in room.people}, rng.choice(("", "Bourg"))
    room.people = [replace(one, pseudonym=names[one.id], sector=sector) for one in room.people]
    alike = rng.random()
    room.scores = [
        Score(one.participant, one.challenge, 2, 2) if rng.random() < 0.3 + alike else one for one in room.scores
    ]
    room.volunteers = [replace(one, name=names[one.participant], sector="", reach=()) for one in room.volunteers]
    room.missions = [
        replace(one, title=rng.choice(("Repas", "Navette")), sector="", places=1, min_places=0, importance=2,
                min_competence=rng.choice((0, 0, 3)), first_date=rng.choice(("", "2027-02-01")), last_date="")
        for one in room.missions
    ]  # fmt: skip
    room.kept = [
        one for at, one in enumerate(room.kept) if one.mission not in {other.mission for other in room.kept[:at]}
    ]
    return room


def give_other_ids(room: FullRoom, rng: Random) -> FullRoom:
    """Return the same room under other ids, its rows elsewhere."""
    people, missions = [one.id for one in room.people], [one.id for one in room.missions]
    of = dict(zip((*people, *missions), (*_mix(rng, people), *_mix(rng, missions)), strict=True))
    given = room.copy()
    given.people = [replace(one, id=of[one.id]) for one in room.people]
    given.scores = [replace(one, participant=of[one.participant]) for one in room.scores]
    given.volunteers = [replace(one, participant=of[one.participant]) for one in room.volunteers]
    given.missions = [replace(one, id=of[one.id]) for one in room.missions]
    given.kept = [_rename(one, of) for one in room.kept]
    given.proposed = [_rename(one, of) for one in room.proposed]
    given.shuffle(rng)
    return given


def _mix(rng: Random, ids: list[str]) -> list[str]:
    return rng.sample(ids, len(ids))


def _rename(one: Assignment, of: dict[str, str]) -> Assignment:
    beside = None if one.beside is None else of.get(one.beside, one.beside)
    return replace(one, participant=of[one.participant], mission=of[one.mission], beside=beside)


def describe(room: FullRoom) -> dict[str, str]:
    """Return by the id of each person and mission what is known of them, without any id."""
    missions = {one.id: repr(replace(one, id="")) for one in room.missions}
    names = {one.id: one.pseudonym for one in room.people}
    known = {one.id: [repr(replace(one, id=""))] for one in room.people}
    for score in room.scores:
        known[score.participant].append(repr(replace(score, participant="")))
    for offer in room.volunteers:
        known[offer.participant].append(repr(replace(offer, participant="")))
    decided: dict[str, list[str]] = {one: [] for one in missions}
    for kind, rows in (("kept", room.kept), ("proposed", room.proposed)):
        for one in rows:
            said = f"{kind} {one.status} {one.reason} {names.get(one.beside or '', one.beside)}"
            known[one.participant].append(f"{missions[one.mission]} {said}")
            decided[one.mission].append(f"{names[one.participant]} {said}")
            if one.beside in known:
                known[one.beside].append(f"leads {names[one.participant]} {missions[one.mission]}")
    told = {one: f"{missions[one]} {sorted(decided[one])}" for one in missions}
    return told | {one: str(sorted(said)) for one, said in known.items()}


def solve(room: FullRoom) -> tuple[Counter[str], ...]:
    """Return the answer in what is known of people and missions."""
    told, found = describe(room), room.assign()
    made = Counter(
        f"{told[one.participant]} / {told[one.mission]} / {told.get(one.beside or '')} / {one.reason} / {one.status}"
        for one in found.assignments
    )
    without = Counter(f"{told[person]} / {reason}" for person, reason in found.unassigned)
    free = Counter(
        f"{told[one.mission]} / {one.filled} / {one.reason} / {one.binding and one.binding.kind}"
        for one in found.unfilled
    )
    return made, without, free


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 2**32), st.integers(1, 8), st.integers(1, 5))
def test_other_ids_give_the_same_answer_to_namesakes(seed: int, people: int, missions: int) -> None:
    rng = Random(seed)
    room = make_namesakes(rng, people, missions)
    assert solve(give_other_ids(room, rng)) == solve(room)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({"max_missions": 2}, {}),
        ({"car": True}, {}),
        ({"languages": ("Portugais",)}, {}),
        ({"days": ("weekends",)}, {}),
        ({"until": "2027-06-01"}, {}),
        ({"challenges": ("c",)}, {}),
        ({"declined": ("d",)}, {}),
        ({}, {"car": True}),
        ({}, {"days": ("weekends",)}),
    ],
)
def test_two_of_one_name_are_told_apart_by_anything_that_they_say(
    said: dict[str, object], asked: dict[str, object]
) -> None:
    answers = []
    for first, other in (("x1", "x2"), ("x2", "x1")):
        room = FullRoom(
            people=[Participant(one, "Marie", "", "", Origin.FILE, NOW) for one in ("x1", "x2")],
            scores=[Score(one, "c", 2, 2) for one in ("x1", "x2")],
            volunteers=[
                replace(Volunteer(first, "Marie", "", "", "", NOW, "", car=True), **said),  # type: ignore[arg-type]
                Volunteer(other, "Marie", "", "", "", NOW, "", car=None if "car" in said else True),
            ],
            missions=[
                replace(Mission(first, "c", "Repas", 1), **asked),  # type: ignore[arg-type]
                *([Mission(other, "c", "Repas", 1)] if asked else []),
            ],
        )
        room.volunteers = room.volunteers[:1] if asked else room.volunteers
        room.scores = [one for one in room.scores if not asked or one.participant == first]
        answers.append([(one.participant == first, one.mission == first) for one in room.assign().assignments])
    assert answers[0] == answers[1]
