"""Every cause that is named for a free place is true: taken away, something gets better; and the rules in full."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.assigned import read_levels
from tests.property.full_rooms import FullOracle, FullRoom, ask_of, make_full_room
from workshop_kit.domain.assigning.explaining import Binding, Binds
from workshop_kit.domain.assigning.people import gather_candidates, put_missions_in_order
from workshop_kit.domain.assigning.problem import state_problem
from workshop_kit.domain.assigning.rules import BELOW, find_barriers, mark_service, serves
from workshop_kit.domain.assigning.times import clash
from workshop_kit.domain.assignment import Assignments, measure_assignments
from workshop_kit.domain.model import Assignment, AssignmentRule, AssignmentStatus, Mission, Reason

SEEDS = st.integers(0, 2**32)


def measure(found: Assignments) -> tuple[int, ...]:
    """Return the levels that somebody more on a mission makes better."""
    one = found.levels
    return (*one.min_places, one.people, one.places)


def measure_what_is_left(room: FullRoom, found: Assignments) -> tuple[int, ...]:
    """Return what an answer comes to in a room with fewer missions, nobody taking another."""
    jobs = {job.id for job in room.missions}
    left = [one for one in found.assignments if one.mission in jobs]
    one = measure_assignments(room.people, room.scores, room.missions, left, volunteers=room.volunteers)
    return (*one.min_places, one.people, one.places)


def list_bindings(room: FullRoom, found: Assignments, *kinds: Binds) -> list[tuple[Mission, Binding]]:
    """Return the missions with a free place that one of these keeps free, and what binds."""
    of = {job.id: job for job in room.missions}
    return [(of[one.mission], one.binding) for one in found.unfilled if one.binding and one.binding.kind in kinds]


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 8), st.integers(1, 5))
def test_where_somebody_to_go_with_is_short_places_are_filled_once_nobody_needs_any(
    seed: int, people: int, missions: int
) -> None:
    room = make_full_room(Random(seed), people, missions)
    oracle, found = FullOracle(room), room.assign()
    for _, binding in list_bindings(room, found, Binds.MENTORS):
        assert measure(without_pairs(room, binding).assign()) > measure(found)
        for person in binding.waiting:
            assert person not in binding.people
            mine = [one.mission for one in oracle.stands if one.participant == person]
            wished = [job for job in binding.missions if oracle.may(person, job) and job not in mine]
            assert wished
            assert all(oracle.below(person, job) for job in wished)


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 8), st.integers(2, 5))
def test_where_time_is_short_places_are_filled_once_nothing_is_at_the_same_time(
    seed: int, people: int, missions: int
) -> None:
    room = make_full_room(Random(seed), people, missions)
    oracle, found = FullOracle(room), room.assign()
    for _, binding in list_bindings(room, found, Binds.TIME):
        assert measure(without_dates(room).assign()) > measure(found)
        assert_torn(oracle, found, binding)


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 8), st.integers(2, 5))
def test_where_both_are_short_places_are_filled_once_neither_is(seed: int, people: int, missions: int) -> None:
    room = make_full_room(Random(seed), people, missions)
    oracle, found = FullOracle(room), room.assign()
    for _, binding in list_bindings(room, found, Binds.BOTH):
        assert measure(without_dates(without_pairs(room, binding)).assign()) > measure(found)
        assert_torn(oracle, found, binding)


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 8), st.integers(2, 5))
def test_where_people_are_short_neither_time_nor_somebody_to_go_with_fills_a_place(
    seed: int, people: int, missions: int
) -> None:
    room = make_full_room(Random(seed), people, missions)
    oracle, found = FullOracle(room), room.assign()
    for mission, binding in list_bindings(room, found, Binds.PEOPLE):
        assert binding.waiting == ()
        stands = sum(one.mission in binding.missions for one in oracle.stands)
        freed = without_dates(without_pairs(forbid(room, oracle), binding)).assign()
        on = sum(one.mission in binding.missions for one in freed.assignments) - stands
        if not room.kept:
            assert on <= binding.there
        if len(binding.missions) > 1:
            others = {*binding.missions[1:]}
            alone = room.keep_missions(lambda one, others=others: one not in others)  # type: ignore[misc]
            if all(oracle.below(person, mission.id) for person in binding.near):
                alone = without_pairs(alone, binding)  # there is nobody they could go with either
            assert measure(alone.assign()) > measure_what_is_left(alone, found)


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.integers(1, 8), st.integers(1, 5))
def test_exactly_whom_is_asked_for_helps_every_mission_that_is_named(seed: int, people: int, missions: int) -> None:
    rng = Random(seed)
    room = make_full_room(rng, people, missions)
    found = room.assign()
    for one in found.unfilled:
        assert one.mission == one.need.opens[0]
        for target in one.need.opens:
            assert measure(ask_of(rng, room, one.need, target).assign()) > measure(found)


@settings(deadline=None, max_examples=100)
@given(SEEDS, st.integers(0, 8), st.integers(0, 5))
def test_the_rules_are_never_broken_whatever_people_and_missions_say(seed: int, people: int, missions: int) -> None:
    room = make_full_room(Random(seed), people, missions)
    oracle, found = FullOracle(room), room.assign()
    stands = {(one.participant, one.mission) for one in room.kept}
    new = defaultdict(list)
    for one in found.assignments:
        if (one.participant, one.mission) not in stands:
            new[one.participant].append(one.mission)
    for person, chosen in new.items():
        assert tuple(sorted(chosen)) in {tuple(sorted(one)) for one in oracle.options(person)}


@settings(deadline=None, max_examples=100)
@given(SEEDS, st.integers(0, 4), st.integers(0, 4))
def test_every_level_is_the_best_of_all_answers_whatever_people_and_missions_say(
    seed: int, people: int, missions: int
) -> None:
    room = make_full_room(Random(seed), people, missions)
    oracle = FullOracle(room)
    assert read_levels(room.assign(), oracle.lost) == max(map(oracle.value, oracle.answers()))


@settings(deadline=None, max_examples=100)
@given(SEEDS, st.integers(0, 8), st.integers(0, 5))
def test_the_order_of_rows_changes_nothing_whatever_people_and_missions_say(
    seed: int, people: int, missions: int
) -> None:
    rng = Random(seed)
    room = make_full_room(rng, people, missions)
    first = room.assign()
    room.shuffle(rng)
    again = room.assign()
    assert set(map(repr, again.assignments)) == set(map(repr, first.assignments))
    assert set(map(repr, again.unfilled)) == set(map(repr, first.unfilled))
    assert set(map(repr, again.unassigned)) == set(map(repr, first.unassigned))


@settings(deadline=None, max_examples=100)
@given(SEEDS, st.integers(1, 8), st.integers(1, 6))
def test_what_keeps_somebody_from_a_mission_is_the_same_where_it_is_solved_and_where_it_is_said(
    seed: int, people: int, missions: int
) -> None:
    room = make_full_room(Random(seed), people, missions)
    candidates = gather_candidates(room.people, room.scores, room.volunteers, {})
    jobs = put_missions_in_order(room.missions, {})
    never = [(one.participant, one.mission) for one in room.kept if one.status is AssignmentStatus.DECLINED]
    problem = state_problem(candidates, jobs, (), never, {}, AssignmentRule())
    for row, person in enumerate(candidates):
        for column, job in enumerate(jobs):
            barriers = {one.code for one in find_barriers(person, job)}
            declined = (person.id, job.id) in never
            assert problem.able[row, column] == (not barriers and not declined)
            assert problem.learning[row, column] == (barriers == {BELOW} and not declined)


@settings(deadline=None, max_examples=100)
@given(SEEDS)
def test_missions_are_at_the_same_time_where_they_have_a_quarter_of_an_hour_in_common(seed: int) -> None:
    room = make_full_room(Random(seed), 0, 5)
    oracle = FullOracle(room)
    for one in room.missions:
        for other in room.missions:
            if one is not other:
                assert clash(one, other) is oracle.together(one.id, other.id)


def forbid(room: FullRoom, oracle: FullOracle) -> FullRoom:
    """Return a room in which nobody can be asked what the rules keep them from now."""
    told = room.copy()
    decided = {(one.participant, one.mission) for one in room.kept}
    told.kept += [
        Assignment(person.id, job.id, Reason("assigned"), status=AssignmentStatus.DECLINED)
        for person in room.people
        for job in room.missions
        if not oracle.may(person.id, job.id) and (person.id, job.id) not in decided
    ]
    return told


def without_pairs(room: FullRoom, binding: Binding) -> FullRoom:
    """Return a room in which everybody is up to the missions that bind."""
    return room.change_missions(lambda job: replace(job, min_competence=0) if job.id in binding.missions else job)


def without_dates(room: FullRoom) -> FullRoom:
    """Return a room in which nothing is at the same time."""
    return room.change_missions(lambda job: replace(job, first_date="", last_date=""))


def assert_torn(oracle: FullOracle, found: Assignments, binding: Binding) -> None:
    """See that those who are named have a mission that is at the same time as one that they may take."""
    assert binding.waiting
    mine = defaultdict(list)
    for one in found.assignments:
        mine[one.participant].append(one.mission)
    for person in binding.waiting:
        others = [job for job in binding.missions if oracle.may(person, job) and job not in mine[person]]
        assert mine[person]
        assert others


@settings(deadline=None, max_examples=100)
@given(SEEDS, st.integers(1, 4), st.integers(2, 12))
def test_who_would_help_could_take_each_open_mission_that_they_serve(seed: int, people: int, missions: int) -> None:
    room = make_full_room(Random(seed), people, missions)
    room.kept, jobs = [], {one.id: one for one in room.missions}
    unfilled = room.assign().unfilled
    open_ = {one.mission for one in unfilled}
    for free in unfilled:
        served = {
            one for one in open_ if one != free.mission and serves(jobs[free.mission], free.need.competence, jobs[one])
        }
        if not free.need.mentor:
            assert set(free.need.opens) == {free.mission, *served}
            assert free.need.opens[0] == free.mission
    for one in room.missions:
        for other in room.missions:
            if mark_service(one) == mark_service(other):
                assert all(serves(job, 2, one) == serves(job, 2, other) for job in room.missions)
