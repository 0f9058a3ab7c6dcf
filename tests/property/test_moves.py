"""Whatever is pressed and taken back, the state beside the history is what the history adds up to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.made_once import copy_new_store
from workshop_kit.domain.course import PHASES, STAGES, Phase, Stage
from workshop_kit.domain.history import Course, find_last_move, read_course
from workshop_kit.domain.model import Challenge, Dots, Idea, Origin, Participant, new_workshop
from workshop_kit.domain.moves import Move, find_next, plan_phase, plan_stage
from workshop_kit.live.acts.moving import carry_out_move, find_spot, read_present, take_back
from workshop_kit.live.acts.rewording import change_challenge
from workshop_kit.live.challenge import read_options
from workshop_kit.live.screen.showing import find_place
from workshop_kit.store import Repository, Store

NOON = datetime(2027, 1, 12, 12, tzinfo=UTC)
THREE = ("one", "two", "three")

_STAGES = st.tuples(st.just("stage"), st.sampled_from(THREE), st.sampled_from(STAGES), st.booleans())
_PHASES = st.tuples(st.just("phase"), st.sampled_from(PHASES))
_WORDINGS = st.tuples(st.just("reword"), st.sampled_from(THREE), st.sampled_from("abc"))
_VOTES = st.tuples(st.just("vote"), st.sampled_from(THREE), st.integers(0, 2))
_PRESSES = st.lists(st.one_of(_STAGES, _PHASES, st.just(("next",)), st.just(("undo",)), _WORDINGS, _VOTES), max_size=14)


@contextmanager
def open_workshop() -> Iterator[Store]:
    """A workshop of three challenges, the last without an idea."""
    with TemporaryDirectory() as folder:
        store = copy_new_store(Path(folder) / "atelier", new_workshop("Atelier", "Val-Brume", "fr", NOON))
        try:
            store.perform(None, _lay_out)
            yield store
        finally:
            store.close()


def _lay_out(hall: Repository) -> None:
    hall.add_participant(Participant("ana", "Coquelicot", "shop", "", Origin.ROOM, NOON))
    for place, challenge in enumerate(THREE):
        hall.add_challenge(Challenge(challenge, challenge, f"Défi {challenge}.", position=place))
        if challenge != "three":
            hall.add_idea(Idea(f"{challenge}-idea", challenge, "Une idée", None, "ana", NOON, 1))


def normalise(course: Course) -> Course:
    """Say every challenge's round and wording, and leave out glimpses, which stand in the history alone."""
    return Course(
        course.phase,
        course.focus,
        {one: course.stage_of(one) for one in THREE},
        {one: course.rounds.get(one, 1) for one in THREE},
        {one: course.wordings.get(one, 1) for one in THREE},
        course.revealed_at,
        course.results_at,
        announced=course.announced,
    )


def plan(course: Course, press: tuple[object, ...]) -> Move:
    match press:
        case ("stage", str(challenge), Stage() as stage, bool(together)):
            return plan_stage(course, challenge, stage, together=together)
        case ("phase", Phase() as phase):
            return plan_phase(course, phase)
    ahead = find_next(course, THREE)
    return Move() if ahead is None else ahead[1]


def press_one(hall: Repository, press: tuple[object, ...], now: datetime) -> None:
    match press:
        case ("undo",):
            last = find_last_move(hall.list_steps())
            if last:
                take_back(hall, last[0].move, now)
        case ("reword", str(challenge), str(said)):
            known = hall.find_challenge(challenge)
            changed = Challenge(**{**vars(known), "statement": f"Défi {challenge}, dit {said}."})
            change_challenge(hall, changed, now, "facilitator")
        case ("vote", str(challenge), int(count)) if challenge != "three":
            hall.update_dots(Dots("ana", challenge, f"{challenge}-idea", count, hall.find_challenge(challenge).round))
        case ("stage" | "phase" | "next", *_):
            move = plan(read_present(hall), press)
            if not move.is_none:
                carry_out_move(hall, move, now)


def check_state(hall: Repository) -> None:
    present = read_present(hall)
    assert normalise(present) == normalise(read_course(hall.list_steps()))
    place = find_place(hall)
    assert PHASES.index(place.phase) <= PHASES.index(present.phase), "the screen never leads the room"
    if place.stage is not None:
        assert STAGES.index(place.stage) <= STAGES.index(present.stage_of(place.challenge))
    for vote in hall.list_votes():
        assert vote.round == hall.find_challenge(vote.challenge).round


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_PRESSES)
def test_the_state_beside_the_history_is_what_the_history_adds_up_to(presses: list[tuple[object, ...]]) -> None:
    with open_workshop() as store:
        for second, press in enumerate(presses):
            now = NOON + timedelta(seconds=second)
            store.perform(None, lambda hall, press=press, now=now: press_one(hall, press, now))  # type: ignore[misc]
            store.read(check_state)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_PRESSES, st.one_of(_STAGES, _PHASES))
def test_a_move_taken_back_gives_the_state_before_with_dots_timers_uncovered_places_done_marks_and_screen(
    presses: list[tuple[object, ...]], last: tuple[object, ...]
) -> None:
    ends_at = NOON + timedelta(hours=1)

    def start_timers(hall: Repository) -> None:
        hall.update_workshop(type(workshop := hall.find_workshop())(**{**vars(workshop), "timer_ends_at": ends_at}))
        for one in hall.list_challenges():
            options = tuple(option.id for option in read_options(hall, one))
            hall.update_challenge(replace(one, timer_ends_at=ends_at, uncovered=options))
            hall.add_finished(one.id, one.stage, "ana")

    def read_all(hall: Repository) -> object:
        timers = [hall.find_workshop().timer_ends_at, *(one.timer_ends_at for one in hall.list_challenges())]
        challenges = hall.list_challenges()
        # an option that had its place uncovered is told by the results alone: elsewhere none is shown
        uncovered = {one.id: one.uncovered for one in challenges if one.stage is Stage.RESULTS}
        done = {one.id: hall.list_finished(one.id, one.stage) for one in challenges}
        return normalise(read_present(hall)), hall.list_votes(), timers, uncovered, done, find_spot(find_place(hall))

    with open_workshop() as store:
        for second, press in enumerate(presses):
            now = NOON + timedelta(seconds=second)
            store.perform(None, lambda hall, press=press, now=now: press_one(hall, press, now))  # type: ignore[misc]
        store.perform(None, start_timers)
        before, now = store.read(read_all), NOON + timedelta(minutes=1)
        move = store.read(lambda hall: plan(read_present(hall), last))
        if move.is_none:
            return
        made = store.perform(None, lambda hall: carry_out_move(hall, move, now))
        store.perform(None, lambda hall: take_back(hall, made, now + timedelta(seconds=3)))
        assert store.read(read_all) == before
