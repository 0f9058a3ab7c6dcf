"""How a challenge is worked: the steps of each plan, and what comes after the first results."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workshop_kit.domain.course import Phase, Stage
from workshop_kit.domain.history import Course
from workshop_kit.domain.moves import find_next, plan_ahead
from workshop_kit.domain.plans import PLANS, Plan, RoundStep, count_minutes, find_step, is_to_vote_again, votes_twice


def stand(stage: Stage, plan: Plan, round: int = 1) -> Course:
    return Course(Phase.WORK, "home", {"home": stage}, {"home": round}, plans={"home": plan})


def test_a_sprint_takes_twenty_minutes() -> None:
    assert count_minutes(Plan.SPRINT) == 20


@pytest.mark.parametrize("plan", Plan)
def test_one_writes_alone_and_votes_in_private_whatever_the_plan(plan: Plan) -> None:
    steps = [one.step for one in PLANS[plan]]
    assert steps[0] is RoundStep.WRITE
    assert steps.index(RoundStep.WRITE) < steps.index(RoundStep.REVEAL) < steps.index(RoundStep.VOTE)
    assert steps[-1] is RoundStep.DECIDE


@pytest.mark.parametrize("plan", Plan)
def test_a_discussion_comes_between_two_votes(plan: Plan) -> None:
    steps = [one.step for one in PLANS[plan]]
    assert votes_twice(plan) == (RoundStep.DISCUSS in steps)
    if votes_twice(plan):
        between = steps[steps.index(RoundStep.VOTE) + 1 : steps.index(RoundStep.VOTE_AGAIN)]
        assert between == [RoundStep.DISCUSS]


def test_the_next_step_after_the_first_results_is_the_second_vote() -> None:
    found = find_next(stand(Stage.RESULTS, Plan.NOMINAL), ["home"])
    assert found is not None
    assert found[0] == "vote-again"
    assert found[1].stages == {"home": Stage.VOTE}


DAY = ["one", "two", "three"]


def test_what_is_written_from_home_comes_at_its_turn_of_the_day() -> None:
    course = Course(Phase.WELCOME, plans={"three": Plan.PREWORK})
    opened = plan_ahead(course, "three", opens=True)
    assert opened is not None
    course = replace(course, stages=opened.stages)
    found = find_next(course, DAY)
    assert found is not None
    assert (found[0], found[1].phase, found[1].focus) == ("open-writing", Phase.WORK, "one")
    course = replace(course, phase=Phase.WORK, focus="one", stages={**course.stages, "one": Stage.RESULTS})
    found = find_next(course, DAY)
    assert found is not None
    assert (found[0], found[1].focus) == ("open-writing", "two")
    course = replace(course, focus="two", stages={**course.stages, "one": Stage.CLOSED, "two": Stage.RESULTS})
    found = find_next(course, DAY)
    assert found is not None
    assert (found[0], found[1].focus) == ("turn", "three")


def test_after_a_challenge_that_was_taken_first_comes_the_first_that_was_not_worked_on() -> None:
    course = Course(Phase.WORK, "three", {"three": Stage.RESULTS}, plans={"three": Plan.SPRINT})
    found = find_next(course, DAY)
    assert found is not None
    assert (found[0], found[1].focus) == ("open-writing", "one")


@pytest.mark.parametrize(("plan", "round"), [(Plan.SPRINT, 1), (Plan.NOMINAL, 2), (Plan.CAFE, 1), (Plan.PREWORK, 3)])
def test_once_it_is_decided_the_room_goes_on(plan: Plan, round: int) -> None:
    found = find_next(stand(Stage.RESULTS, plan, round), ["home"])
    assert found is not None
    assert found[0] == "phase-scoring"


def test_results_are_discussed_the_first_time_and_decide_the_second() -> None:
    assert find_step(Plan.NOMINAL, Stage.RESULTS, 1) is RoundStep.DISCUSS
    assert find_step(Plan.NOMINAL, Stage.RESULTS, 2) is RoundStep.DECIDE
    assert find_step(Plan.NOMINAL, Stage.RESULTS, 3) is RoundStep.DECIDE
    assert find_step(Plan.SPRINT, Stage.RESULTS, 1) is RoundStep.DECIDE
    assert find_step(Plan.SPRINT, Stage.CLOSED, 1) is None


def test_what_is_taken_up_again_has_a_step_too() -> None:
    assert find_step(Plan.NOMINAL, Stage.WRITING, 2) is RoundStep.WRITE
    assert find_step(Plan.NOMINAL, Stage.REVEAL, 2) is RoundStep.REVEAL
    assert find_step(Plan.SPRINT, Stage.VOTE, 2) is RoundStep.VOTE, "its plan foresees no second one"
    assert find_step(Plan.NOMINAL, Stage.VOTE, 3) is RoundStep.VOTE_AGAIN
    assert not is_to_vote_again(Plan.NOMINAL, Stage.RESULTS, 2)
