"""What holds for every assignment: no rule is broken, every level is the best there is, the order changes nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.property.assigned import NOW, Oracle, Room, make_room, make_standing_room, read_levels
from workshop_kit.domain.assigning.explaining import Need
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)

SEEDS = st.integers(0, 2**32)


def taken_in(room: Room) -> dict[str, tuple[str, ...]]:
    """Return what was newly found, by person."""
    stands = {(one.participant, one.mission) for one in room.kept}
    new = defaultdict(list)
    for one in room.assign().assignments:
        if (one.participant, one.mission) not in stands:
            new[one.participant].append(one.mission)
    return {person: tuple(chosen) for person, chosen in new.items()}


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(0, 4), st.integers(0, 4))
def test_every_level_is_the_best_of_all_answers(seed: int, people: int, missions: int) -> None:
    room = make_room(Random(seed), people, missions)
    oracle = Oracle(room)
    assert read_levels(room.assign(), oracle.lost) == max(map(oracle.value, oracle.answers()))


@pytest.mark.parametrize("seed", range(12))
def test_every_level_is_the_best_of_all_answers_of_six_people_and_four_missions(seed: int) -> None:
    room = make_room(Random(seed), 6, 4)
    oracle = Oracle(room)
    assert read_levels(room.assign(), oracle.lost) == max(map(oracle.value, oracle.answers()))


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.integers(0, 6), st.integers(0, 4))
def test_the_rules_are_never_broken(seed: int, people: int, missions: int) -> None:
    room = make_room(Random(seed), people, missions)
    oracle, taken = Oracle(room), taken_in(room)
    assert oracle.has_mentors(taken)
    for person, chosen in taken.items():
        assert tuple(sorted(chosen)) in {tuple(sorted(one)) for one in oracle.options(person)}
    for job in room.missions:
        stands = sum(one.mission == job.id for one in oracle.stands)
        assert len(oracle.on(taken, job.id)) <= max(job.places, stands)


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.integers(0, 8), st.integers(0, 5))
def test_the_order_of_rows_changes_nothing(seed: int, people: int, missions: int) -> None:
    rng = Random(seed)
    room = make_room(rng, people, missions)
    first = room.assign()
    room.shuffle(rng)
    again = room.assign()
    assert set(map(repr, again.assignments)) == set(map(repr, first.assignments))
    assert (again.levels, set(again.pairs)) == (first.levels, set(first.pairs))
    assert set(map(repr, again.unfilled)) == set(map(repr, first.unfilled))
    assert set(map(repr, again.unassigned)) == set(map(repr, first.unassigned))


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.integers(0, 7), st.integers(1, 5))
def test_one_more_who_is_willing_and_skilled_never_worsens_a_level(seed: int, people: int, missions: int) -> None:
    rng = Random(seed)
    room = make_room(rng, people, missions)
    before = room.assign().levels
    add_helper(room, rng.choice(("c0", "c1")), 3)
    after = room.assign().levels
    assert (*after.min_places, after.people, after.places) >= (*before.min_places, before.people, before.places)


# -- where much stands already ---------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=250)
@given(SEEDS, st.integers(1, 5), st.integers(1, 3))
def test_every_level_is_the_best_of_all_answers_where_answers_and_pairs_stand(
    seed: int, people: int, missions: int
) -> None:
    room = make_standing_room(Random(seed), people, missions)
    oracle = Oracle(room)
    assert read_levels(room.assign(), oracle.lost) == max(map(oracle.value, oracle.answers()))


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 7), st.integers(1, 4))
def test_what_stands_stays_and_nobody_takes_two_along(seed: int, people: int, missions: int) -> None:
    room = make_standing_room(Random(seed), people, missions)
    oracle, found = Oracle(room), room.assign()
    made = {(one.participant, one.mission): one for one in found.assignments}
    for stood in oracle.stands:
        assert replace(made[stood.participant, stood.mission], beside=stood.beside) == stood
    assert {(one.beginner, one.mentor, one.mission) for one in found.pairs} == {
        (one.participant, one.beside, one.mission)
        for one in found.assignments
        if one.beside is not None and (one.beside, one.mission) in made
    }
    taking = [one.mentor for one in found.pairs]
    assert all(taking.count(one) == 1 or one in oracle.taken for one in taking)
    for pair in found.pairs:
        assert oracle.is_still_below(pair.beginner, pair.mission)


@settings(deadline=None, max_examples=100)
@given(SEEDS, st.integers(1, 7), st.integers(1, 4))
@example(60, 4, 2)
@example(18, 5, 3)
def test_the_order_of_rows_changes_nothing_where_answers_and_pairs_stand(seed: int, people: int, missions: int) -> None:
    rng = Random(seed)
    room = make_standing_room(rng, people, missions)
    first = room.assign()
    room.shuffle(rng)
    again = room.assign()
    assert set(map(repr, again.assignments)) == set(map(repr, first.assignments))
    assert (again.levels, set(again.pairs)) == (first.levels, set(first.pairs))
    assert set(map(repr, again.unfilled)) == set(map(repr, first.unfilled))
    assert set(map(repr, again.unassigned)) == set(map(repr, first.unassigned))


@settings(deadline=None, max_examples=100)
@given(SEEDS, st.integers(1, 7), st.integers(1, 4))
def test_one_more_who_is_willing_and_skilled_never_worsens_a_level_where_answers_and_pairs_stand(
    seed: int, people: int, missions: int
) -> None:
    rng = Random(seed)
    room = make_standing_room(rng, people, missions)
    lost = Oracle(room).lost
    before = read_levels(room.assign(), lost)
    add_helper(room, rng.choice(("c0", "c1")), 3)
    assert read_levels(room.assign(), lost)[:6] >= before[:6]


# -- explanations: each is put to the test by taking its cause away --------------------------------------------------


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 8), st.integers(1, 5))
def test_what_would_help_a_mission_helps_it(seed: int, people: int, missions: int) -> None:
    room = make_room(Random(seed), people, missions)
    found = room.assign()
    for one in found.unfilled:
        helped = copy_of(room)
        add_helper(helped, one.need.challenge, one.need.competence, one.need)
        helped.kept += [refuse("helper", job.id) for job in room.missions if job.id != one.mission]
        before, after = found.levels, helped.assign().levels
        assert (*after.min_places, after.people, after.places) > (*before.min_places, before.people, before.places)
        assert one.mission == one.need.opens[0]


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 8), st.integers(1, 5))
def test_the_missions_that_bind_ask_for_more_people_than_may_come(seed: int, people: int, missions: int) -> None:
    room = make_room(Random(seed), people, missions)
    oracle, found = Oracle(room), room.assign()
    for one in found.unfilled:
        if one.binding is None:
            continue
        named = {*one.binding.people, *one.binding.held, *one.binding.waiting}
        asked = sum(
            job.places - min(job.places, sum(s.mission == job.id for s in oracle.stands))
            for job in room.missions
            if job.id in one.binding.missions
        )
        assert one.binding.asked == asked > one.binding.there
        for person in room.people:
            if person.id not in named:
                assert not any(oracle.may(person.id, job) for job in one.binding.missions)


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 8), st.integers(1, 5))
def test_one_place_more_gives_a_mission_to_whom_too_few_places_leave_without(
    seed: int, people: int, missions: int
) -> None:
    room = make_room(Random(seed), people, missions)
    oracle, found = Oracle(room), room.assign()
    for person, binding in found.bindings.items():
        assert binding.asked > binding.there
        assert person in binding.people
        stands = {s.participant for s in oracle.stands}
        for one in {*binding.people} - stands:
            assert {job for chosen in oracle.options(one) for job in chosen} <= {*binding.missions}
        wider = copy_of(room)
        wider.missions = [
            replace(job, places=job.places + 1) if job.id == binding.missions[0] else job for job in room.missions
        ]
        assert wider.assign().levels.people > found.levels.people


@settings(deadline=None, max_examples=100)
@given(SEEDS, st.integers(1, 7), st.integers(1, 4))
def test_who_is_needed_leaves_a_place_free_that_nobody_else_fills(seed: int, people: int, missions: int) -> None:
    room = make_room(Random(seed), people, missions)
    found = room.assign()
    for one in found.assignments:
        if one.reason.values.get("needed") == 1:
            without = copy_of(room)
            without.people = [person for person in room.people if person.id != one.participant]
            without.scores = [score for score in room.scores if score.participant != one.participant]
            without.volunteers = [offer for offer in room.volunteers if offer.participant != one.participant]
            without.kept = [stood for stood in room.kept if stood.participant != one.participant]
            assert without.assign().levels.places < found.levels.places


def copy_of(room: Room) -> Room:
    """Return a room that may be changed without changing the other."""
    return Room(
        list(room.people), list(room.scores), list(room.volunteers), list(room.missions), list(room.kept),
        list(room.challenges), room.rule,
    )  # fmt: skip


def refuse(person: str, mission: str) -> Assignment:
    """Return a no of somebody's to a mission."""
    return Assignment(person, mission, Reason("assigned"), status=AssignmentStatus.DECLINED)


def add_helper(room: Room, challenge: str, competence: int, need: Need | None = None) -> None:
    """Have one more person offer help with a challenge, who can go anywhere they are needed."""
    helper = Participant("helper", "Renfort", "", "", Origin.FILE, NOW)
    room.people.append(helper)
    room.scores.append(Score("helper", challenge, competence, 2))
    languages = (need.language,) if need is not None and need.language else ()
    room.volunteers.append(
        Volunteer("helper", "Renfort", "", "", "", NOW, "", challenges=(challenge,), car=True, languages=languages)
    )
