"""The agenda: planned from the guide, measured against the clock, shortened where it hurts least."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from workshop_kit.domain.agenda import (
    LENGTHS,
    AgendaItem,
    advise_shortening,
    list_remedies,
    measure_outlook,
    plan_agenda,
    shorten,
)
from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.history import Course, Step, StepKind

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FIVE = ("a", "b", "c", "d", "e")


def total(agenda: tuple[AgendaItem, ...]) -> int:
    return sum(item.minutes for item in agenda)


def minutes_of(agenda: tuple[AgendaItem, ...], challenge: str) -> int:
    return sum(item.minutes for item in agenda if item.challenge == challenge)


def stage_step(challenge: str, stage: Stage, at: datetime) -> Step:
    return Step(f"{challenge}-{stage}", StepKind.STAGE, at, "facilitator", challenge=challenge, stage=stage)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_agenda_fits_in_the_length_it_is_made_for(length: int, number: int) -> None:
    assert length - number < total(plan_agenda(FIVE[:number], length)) <= length


def test_every_challenge_has_its_four_steps_in_order() -> None:
    agenda = plan_agenda(FIVE, 210)
    for challenge in FIVE:
        steps = [item.moment for item in agenda if item.challenge == challenge]
        assert steps == [Moment.WRITING, Moment.REVEAL, Moment.VOTE, Moment.RESULTS]


def test_too_many_challenges_make_the_agenda_longer_rather_than_senseless() -> None:
    agenda = plan_agenda(FIVE, 90)
    assert total(agenda) > 90
    assert all(item.minutes >= 1 for item in agenda)
    assert minutes_of(agenda, "a") == 13


def test_half_a_day_has_a_break_in_its_middle() -> None:
    agenda = plan_agenda(FIVE[:4], 210)
    at = [item.moment for item in agenda].index(Moment.CHOICE)
    assert {item.challenge for item in agenda[:at]} == {None, "a", "b"}
    assert {item.challenge for item in agenda[at + 1 :]} == {None, "c", "d"}


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_the_break_counts_until_the_challenges_planned_before_it_are_closed(number: int) -> None:
    agenda = plan_agenda(FIVE[:number], 210)
    at = [item.moment for item in agenda].index(Moment.CHOICE)
    before = list(dict.fromkeys(item.challenge for item in agenda[:at] if item.challenge))
    for closed in range(number):
        # a course that was read from its history knows of those challenges alone that were moved
        stages = {**dict.fromkeys(FIVE[:closed], Stage.CLOSED), FIVE[closed]: Stage.WRITING}
        course = Course(Phase.WORK, FIVE[closed], stages)
        outlook = measure_outlook(agenda, course, (), NOON, None)
        rest = closed < len(before)
        assert (outlook.starts[at] is not None) is rest
        assert outlook.left == total(agenda[1:]) - closed * minutes_of(agenda, "a") - (
            0 if rest else agenda[at].minutes
        )


def test_before_anything_began_all_is_left() -> None:
    agenda = plan_agenda(FIVE[:3], 120)
    outlook = measure_outlook(agenda, Course(), (), NOON, NOON + timedelta(minutes=110))
    assert outlook.left == total(agenda)
    assert outlook.late is None  # nobody is late for what was not opened
    assert outlook.starts[0] == NOON
    assert outlook.starts[1] == NOON + timedelta(minutes=10)


def test_until_it_begins_the_day_is_counted_from_the_hour_that_was_set() -> None:
    agenda, set_for = plan_agenda(FIVE[:3], 120), NOON + timedelta(days=5)
    outlook = measure_outlook(agenda, Course(), (), NOON, None, set_for)
    assert outlook.starts[:2] == (set_for, set_for + timedelta(minutes=10))
    assert outlook.finish == set_for + timedelta(minutes=total(agenda))
    assert outlook.slips_from == set_for
    later = set_for + timedelta(hours=1)
    assert measure_outlook(agenda, Course(), (), later, None, set_for).starts[0] == later
    begun = Course(Phase.WORK, "a", {"a": Stage.WRITING})
    assert measure_outlook(agenda, begun, (), NOON, None, set_for).starts[1] == NOON


def test_a_welcome_that_stood_since_the_form_was_closed_takes_its_time_on_the_day() -> None:
    agenda = plan_agenda(FIVE[:1], 90)
    set_for = NOON + timedelta(days=14)
    closed_form = Step("m", StepKind.PHASE, NOON, "facilitator", phase=Phase.WELCOME)
    welcome = timedelta(minutes=agenda[0].minutes)
    for now, since in ((NOON + timedelta(hours=1), set_for), (set_for + timedelta(minutes=4), set_for)):
        starts = measure_outlook(agenda, Course(Phase.WELCOME), [closed_form], now, None, set_for).starts
        assert starts[1] == since + welcome


@pytest.mark.parametrize("minute", [0, 3, 8, 9, 20])
def test_the_end_holds_while_a_step_has_time_left_and_then_slips_with_the_clock(minute: int) -> None:
    agenda = (
        AgendaItem(Moment.WRITING, "a", 8),
        AgendaItem(Moment.VOTE, "a", 5),
        AgendaItem(Moment.WRITING, "b", 12),
        AgendaItem(Moment.THANKS, None, 5),
    )
    course = Course(Phase.WORK, "a", {"a": Stage.WRITING, "b": Stage.WRITING})
    history = (stage_step("a", Stage.WRITING, NOON), stage_step("b", Stage.WRITING, NOON))
    first = measure_outlook(agenda, course, history, NOON, NOON)
    later = NOON + timedelta(minutes=minute)
    foretold = first.finish + max(timedelta(0), later - first.slips_from)
    assert measure_outlook(agenda, course, history, later, NOON).finish == foretold


def test_what_is_done_takes_no_more_time_and_what_is_under_way_only_its_rest() -> None:
    agenda = (
        AgendaItem(Moment.WELCOME, None, 10),
        AgendaItem(Moment.WRITING, "a", 8),
        AgendaItem(Moment.REVEAL, "a", 10),
        AgendaItem(Moment.THANKS, None, 5),
    )
    course = Course(Phase.WORK, "a", {"a": Stage.REVEAL})
    history = (stage_step("a", Stage.REVEAL, NOON - timedelta(minutes=4)),)
    outlook = measure_outlook(agenda, course, history, NOON, None)
    assert (outlook.left, outlook.late) == (6 + 5, None)
    assert outlook.starts[:2] == (None, None)


def test_a_step_that_takes_longer_than_planned_costs_what_comes_after_it() -> None:
    agenda = (AgendaItem(Moment.WRITING, "a", 8), AgendaItem(Moment.THANKS, None, 5))
    course = Course(Phase.WORK, "a", {"a": Stage.WRITING})
    history = (stage_step("a", Stage.WRITING, NOON - timedelta(minutes=30)),)
    assert measure_outlook(agenda, course, history, NOON, NOON).late == 5


def test_two_challenges_worked_on_together_take_the_time_of_the_longer() -> None:
    agenda = (
        AgendaItem(Moment.WRITING, "a", 8),
        AgendaItem(Moment.WRITING, "b", 12),
        AgendaItem(Moment.THANKS, None, 5),
    )
    course = Course(Phase.WORK, "a", {"a": Stage.WRITING, "b": Stage.WRITING})
    history = (stage_step("a", Stage.WRITING, NOON), stage_step("b", Stage.WRITING, NOON))
    assert measure_outlook(agenda, course, history, NOON, None).left == 12 + 5


def test_once_the_challenges_are_left_those_never_opened_take_no_time() -> None:
    agenda = plan_agenda(FIVE[:2], 120)
    course = Course(Phase.OFFER, "a", {"a": Stage.CLOSED, "b": Stage.UNOPENED})
    assert measure_outlook(agenda, course, (), NOON, None).left == 5 + 15 + 5


@pytest.mark.parametrize("stage", [Stage.WRITING, Stage.REVEAL, Stage.VOTE])
def test_a_challenge_that_the_room_went_on_without_takes_no_time_and_is_not_shortened(stage: Stage) -> None:
    agenda = plan_agenda(FIVE[:2], 120)
    course = Course(Phase.OFFER, "a", {"a": stage, "b": Stage.UNOPENED})
    assert measure_outlook(agenda, course, (), NOON, None).left == 5 + 15 + 5
    assert list_remedies(agenda, course) == ()


def test_the_advice_shortens_what_is_not_opened_yet_by_as_much_as_is_missing() -> None:
    agenda = plan_agenda(FIVE[:3], 120)
    before = minutes_of(agenda, "b")
    course = Course(Phase.WORK, "a", {"a": Stage.VOTE})
    advice = advise_shortening(agenda, course, 8)
    assert advice is not None
    assert (advice.challenges, advice.before, advice.after, advice.wins) == (("b", "c"), before, before - 4, 8)
    shortened = shorten(agenda, advice)
    assert total(agenda) - total(shortened) == 8
    assert minutes_of(shortened, "a") == minutes_of(agenda, "a")


def test_when_shortening_is_not_enough_the_advice_says_so() -> None:
    advice = advise_shortening(plan_agenda(FIVE[:2], 120), Course(Phase.WORK, "a", {"a": Stage.VOTE}), 90)
    assert advice is not None
    assert advice.after == 13
    assert advice.wins < 90


def test_without_anything_to_shorten_there_is_no_advice() -> None:
    course = Course(Phase.WORK, "a", {"a": Stage.VOTE})
    assert advise_shortening(plan_agenda(("a",), 120), course, 8) is None
    assert advise_shortening(plan_agenda(FIVE, 120), Course(), 0) is None
