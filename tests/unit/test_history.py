"""The course is what its history adds up to: what was taken back, rounds, glimpses, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.course import OPEN_STAGES, PHASES, STAGES, Moment, Phase, Stage
from workshop_kit.domain.history import Course, Step, StepKind, find_last_move, read_course
from workshop_kit.domain.moves import Move, find_next, foresee, make_steps, plan_phase, plan_stage

NOON = datetime(2027, 1, 12, 12, tzinfo=UTC)
FIVE = ("one", "two", "three", "four", "five")


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


class Book:
    """A history that is written move by move, each a second after the last unless it is said."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._moves = count(1)

    @property
    def course(self) -> Course:
        return read_course(self.steps)

    def write(
        self, move: Move, *, at: datetime | None = None, by: str = "facilitator", ideas: int | None = None
    ) -> str:
        identifier = f"move-{next(self._moves)}"
        made = make_steps(move, identifier, at or later(len(self.steps)), by)
        self.steps += [Step(**{**vars(step), "ideas": ideas if step.kind is StepKind.STAGE else None}) for step in made]
        return identifier

    def bring(
        self,
        challenge: str,
        stage: Stage,
        *,
        together: bool = False,
        at: datetime | None = None,
        ideas: int | None = None,
    ) -> str:
        return self.write(plan_stage(self.course, challenge, stage, together=together), at=at, ideas=ideas)

    def send(self, phase: Phase) -> str:
        return self.write(plan_phase(self.course, phase))

    def take_back(self, move: str, *, at: datetime | None = None) -> None:
        self.steps.append(Step(f"undo-{move}", StepKind.UNDO, at or later(len(self.steps)), "facilitator", undoes=move))


@pytest.fixture
def book() -> Book:
    return Book()


# -- adding up ---------------------------------------------------------------------------------------------------------


def test_an_empty_history_is_a_welcome_with_nothing_opened() -> None:
    course = read_course([])
    assert (course.phase, course.focus, course.open, course.moment) == (Phase.WELCOME, None, (), Moment.WELCOME)
    assert course.stage_of("one") is Stage.UNOPENED


def test_a_challenge_opened_brings_the_room_to_it(book: Book) -> None:
    book.bring("two", Stage.WRITING)
    assert (book.course.phase, book.course.focus, book.course.moment) == (Phase.WORK, "two", Moment.WRITING)


def test_two_challenges_stand_where_each_was_brought(book: Book) -> None:
    book.bring("one", Stage.WRITING)
    book.bring("two", Stage.WRITING, together=True)
    book.bring("one", Stage.REVEAL)
    assert book.course.stages == {"one": Stage.REVEAL, "two": Stage.WRITING}
    assert book.course.open == ("one", "two")
    assert book.course.focus == "one"


def test_ideas_were_shown_at_the_first_reveal_and_results_at_the_first_results(book: Book) -> None:
    book.bring("one", Stage.REVEAL, at=later(10), ideas=3)
    book.bring("one", Stage.VOTE, at=later(20), ideas=3)
    book.bring("one", Stage.RESULTS, at=later(30), ideas=3)
    book.bring("one", Stage.REVEAL, at=later(40), ideas=3)
    book.bring("one", Stage.RESULTS, at=later(50), ideas=3)
    assert book.course.revealed_at == {"one": later(10)}
    assert book.course.results_at == {"one": later(30)}


def test_a_reveal_of_no_idea_showed_none(book: Book) -> None:
    book.bring("one", Stage.REVEAL, at=later(10), ideas=0)
    assert book.course.revealed_at == {}
    book.bring("one", Stage.VOTE, at=later(20), ideas=1)
    assert book.course.revealed_at == {"one": later(20)}


@pytest.mark.parametrize(
    ("walked", "rounds"),
    [
        ((Stage.WRITING, Stage.VOTE, Stage.RESULTS, Stage.CLOSED), 1),
        ((Stage.VOTE, Stage.REVEAL, Stage.VOTE, Stage.RESULTS), 1),
        ((Stage.RESULTS, Stage.VOTE), 2),
        ((Stage.RESULTS, Stage.REVEAL, Stage.VOTE), 2),
        ((Stage.RESULTS, Stage.CLOSED, Stage.RESULTS), 1),
        ((Stage.RESULTS, Stage.CLOSED, Stage.WRITING, Stage.VOTE, Stage.RESULTS, Stage.VOTE), 3),
    ],
)
def test_a_round_begins_when_a_challenge_is_taken_up_again_after_its_results(
    book: Book, walked: Sequence[Stage], rounds: int
) -> None:
    for stage in walked:
        book.bring("one", stage)
    assert book.course.rounds.get("one", 1) == rounds


def test_a_wording_has_its_number_and_moves_nothing(book: Book) -> None:
    book.bring("one", Stage.WRITING)
    before = book.course
    book.steps.append(Step("said", StepKind.WORDING, later(9), "facilitator", challenge="one", wording=2))
    assert book.course.wordings == {"one": 2}
    assert (book.course.stages, book.course.focus, book.course.phase) == (before.stages, before.focus, before.phase)


# -- taking back -------------------------------------------------------------------------------------------------------


def test_a_reveal_taken_back_was_a_glimpse_and_no_reveal(book: Book) -> None:
    book.bring("one", Stage.WRITING)
    early = book.bring("one", Stage.REVEAL, at=later(60), ideas=2)
    book.take_back(early, at=later(66))
    assert book.course.stage_of("one") is Stage.WRITING
    assert book.course.revealed_at == {}
    assert book.course.glimpsed == {"one": 6}
    again = book.bring("one", Stage.REVEAL, at=later(80), ideas=2)
    book.take_back(again, at=later(80.1))
    assert book.course.glimpsed == {"one": 7}, "a glimpse lasts a second at least"


def test_nothing_was_glimpsed_of_ideas_that_were_shown_before_or_that_were_not_there(book: Book) -> None:
    none = book.bring("one", Stage.REVEAL, at=later(10), ideas=0)
    book.take_back(none, at=later(15))
    book.bring("two", Stage.REVEAL, at=later(20), ideas=2)
    book.bring("two", Stage.WRITING, at=later(30), ideas=2)
    again = book.bring("two", Stage.REVEAL, at=later(40), ideas=2)
    book.take_back(again, at=later(45))
    assert book.course.glimpsed == {}


def test_a_move_of_several_steps_is_taken_back_whole(book: Book) -> None:
    book.bring("one", Stage.RESULTS)
    before = book.course
    move = book.bring("two", Stage.WRITING)
    assert book.course.stage_of("one") is Stage.CLOSED
    book.take_back(move)
    assert (book.course.stages, book.course.focus, book.course.phase) == (before.stages, before.focus, before.phase)


def test_a_round_begun_by_a_slip_did_not_begin(book: Book) -> None:
    book.bring("one", Stage.RESULTS)
    book.take_back(book.bring("one", Stage.VOTE))
    assert book.course.rounds.get("one", 1) == 1
    book.bring("one", Stage.VOTE)
    assert book.course.rounds["one"] == 2


def test_the_last_move_can_be_taken_back_and_nothing_once_one_was(book: Book) -> None:
    assert find_last_move(book.steps) == ()
    book.bring("one", Stage.WRITING)
    last = book.bring("one", Stage.REVEAL)
    assert {step.move for step in find_last_move(book.steps)} == {last}
    book.take_back(last)
    assert find_last_move(book.steps) == ()
    newer = book.bring("one", Stage.REVEAL)
    assert {step.move for step in find_last_move(book.steps)} == {newer}


def test_a_rewording_is_no_move_and_hides_none(book: Book) -> None:
    move = book.bring("one", Stage.WRITING)
    book.steps.append(Step("said", StepKind.WORDING, later(9), "facilitator", challenge="one", wording=2))
    assert {step.move for step in find_last_move(book.steps)} == {move}


def test_what_nobody_pressed_for_cannot_be_taken_back(book: Book) -> None:
    book.bring("one", Stage.WRITING)
    book.write(plan_phase(book.course, Phase.SCORING), by="migration")
    assert find_last_move(book.steps) == ()


# -- what comes next ---------------------------------------------------------------------------------------------------


def follow(book: Book, challenges: Sequence[str]) -> Iterator[str]:
    """Press what comes next until there is nothing left."""
    while (ahead := find_next(book.course, challenges)) is not None:
        code, move = ahead
        assert not move.is_none, code
        yield code
        book.write(move)


def test_five_challenges_are_walked_one_after_the_other_to_the_thanks(book: Book) -> None:
    each = ["open-writing", "open-reveal", "open-vote", "open-results"]
    ends = ["phase-scoring", "phase-offer", "phase-missions", "phase-thanks"]
    assert list(follow(book, FIVE)) == each * 5 + ends
    assert book.course.stages == dict.fromkeys(FIVE, Stage.CLOSED)
    assert book.course.phase is Phase.THANKS


def test_with_two_in_parallel_the_room_turns_to_the_other_before_it_opens_a_third(book: Book) -> None:
    book.bring("one", Stage.WRITING)
    book.bring("two", Stage.WRITING, together=True)
    assert book.course.focus == "one"
    walk = follow(book, FIVE)
    walked = [next(walk) for _ in range(8)]
    assert walked == [
        *("open-reveal", "open-vote", "open-results", "turn"),
        *("open-reveal", "open-vote", "open-results", "open-writing"),
    ]
    assert book.course.stages == {"one": Stage.CLOSED, "two": Stage.RESULTS}


def test_the_next_of_a_challenge_is_its_own_whatever_the_room_is_at(book: Book) -> None:
    book.bring("one", Stage.VOTE)
    book.bring("two", Stage.WRITING, together=True)
    assert [find_next(book.course, FIVE, one) for one in ("one", "two")] == [
        ("open-results", Move(None, None, {"one": Stage.RESULTS})),
        ("open-reveal", Move(None, None, {"two": Stage.REVEAL})),
    ]


def test_the_challenge_one_turned_to_is_the_next_to_be_opened(book: Book) -> None:
    book.write(Move(Phase.WORK, "three"))
    code, move = find_next(book.course, FIVE) or ("", Move())
    assert (code, move.stages) == ("open-writing", {"three": Stage.WRITING})


def test_without_a_challenge_work_leads_on() -> None:
    code, move = find_next(Course(phase=Phase.WORK), ()) or ("", Move())
    assert (code, move.phase) == ("phase-scoring", Phase.SCORING)


def test_after_the_thanks_comes_nothing() -> None:
    assert find_next(Course(phase=Phase.THANKS), FIVE) is None


def test_leaving_the_work_closes_what_was_shown_and_not_what_is_open(book: Book) -> None:
    book.bring("one", Stage.RESULTS)
    book.bring("two", Stage.VOTE, together=True)
    book.send(Phase.SCORING)
    assert book.course.stages == {"one": Stage.CLOSED, "two": Stage.VOTE}
    book.send(Phase.WORK)
    assert book.course.stages == {"one": Stage.CLOSED, "two": Stage.VOTE}
    assert plan_phase(book.course, Phase.WORK).is_none


# -- what a move means -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "shows", "hides"),
    [
        (Stage.UNOPENED, Stage.WRITING, (), False),
        (Stage.WRITING, Stage.REVEAL, ("ideas",), False),
        (Stage.WRITING, Stage.VOTE, ("ideas",), False),
        (Stage.REVEAL, Stage.VOTE, (), False),
        (Stage.VOTE, Stage.RESULTS, ("results",), False),
        (Stage.RESULTS, Stage.CLOSED, (), False),
        (Stage.VOTE, Stage.REVEAL, (), True),
        (Stage.REVEAL, Stage.WRITING, (), True),
        (Stage.CLOSED, Stage.RESULTS, ("results",), False),
        (Stage.CLOSED, Stage.WRITING, (), True),
        (Stage.CLOSED, Stage.VOTE, (), True),
        (Stage.RESULTS, Stage.VOTE, (), True),
    ],
)
def test_a_stage_shows_and_hides_what_it_does(before: Stage, after: Stage, shows: tuple[str, ...], hides: bool) -> None:
    course = Course(Phase.WORK, "one", {"one": before})
    seen = foresee(course, plan_stage(course, "one", after), timer_runs=False)
    assert (seen.shows, seen.hides, seen.asks) == (shows, hides, bool(shows) or hides)


@pytest.mark.parametrize(
    ("announced", "shows", "hides"),
    [({}, ("results",), False), ({"one": 1}, ("results",), False), ({"one": 2}, (), True)],
)
def test_results_of_a_closed_vote_are_shown_unless_this_round_was_announced(
    announced: dict[str, int], shows: tuple[str, ...], hides: bool
) -> None:
    course = Course(Phase.WORK, "one", {"one": Stage.CLOSED}, {"one": 2}, announced=announced)
    seen = foresee(course, plan_stage(course, "one", Stage.RESULTS), timer_runs=False)
    assert (seen.shows, seen.hides, seen.asks) == (shows, hides, True)


def test_a_timer_cut_short_is_reason_enough_to_ask() -> None:
    course = Course(Phase.WORK, "one", {"one": Stage.REVEAL})
    move = plan_stage(course, "one", Stage.VOTE)
    assert not foresee(course, move, timer_runs=False).asks
    assert foresee(course, move, timer_runs=True).asks


@pytest.mark.parametrize(
    ("before", "after", "shows"),
    [
        (Stage.RESULTS, Stage.CLOSED, ("results",)),
        (Stage.RESULTS, Stage.VOTE, ()),
        (Stage.VOTE, Stage.CLOSED, ()),
    ],
)
def test_results_closed_with_covered_places_show_them_and_ask(
    before: Stage, after: Stage, shows: tuple[str, ...]
) -> None:
    course = Course(Phase.WORK, "one", {"one": before})
    move = Move(stages={"one": after})
    assert foresee(course, move, timer_runs=False, covered=("one",)).shows == shows
    assert foresee(course, move, timer_runs=False, covered=("two",)).shows == ()


def test_the_missions_show_names_and_going_back_hides() -> None:
    there = Course(phase=Phase.OFFER)
    assert foresee(there, plan_phase(there, Phase.MISSIONS), timer_runs=False).shows == ("names",)
    assert foresee(there, plan_phase(there, Phase.SCORING), timer_runs=False).hides
    after = Course(phase=Phase.THANKS)
    assert foresee(after, plan_phase(after, Phase.MISSIONS), timer_runs=False).shows == ()
    assert not foresee(there, plan_phase(there, Phase.THANKS), timer_runs=False).hides


# -- whatever is pressed -----------------------------------------------------------------------------------------------

stage_moves = st.tuples(st.just("stage"), st.sampled_from(FIVE), st.sampled_from(STAGES), st.booleans())
phase_moves = st.tuples(st.just("phase"), st.sampled_from(PHASES))
next_moves = st.tuples(st.just("next"))
undos = st.tuples(st.just("undo"))
presses = st.lists(st.one_of(stage_moves, phase_moves, next_moves, undos), max_size=30)


def plan(course: Course, press: tuple[object, ...]) -> Move:
    match press:
        case ("stage", str(challenge), Stage() as stage, bool(together)):
            return plan_stage(course, challenge, stage, together=together)
        case ("phase", Phase() as phase):
            return plan_phase(course, phase)
    ahead = find_next(course, FIVE)
    return Move() if ahead is None else ahead[1]


@given(presses)
def test_taking_back_gives_exactly_the_state_before_but_for_the_glimpse(pressed: list[tuple[object, ...]]) -> None:
    book = Book()
    before, last = book.course, ""
    for press in pressed:
        if press == ("undo",):
            if last:
                book.take_back(last)
                unseen: dict[str, Any] = {"glimpsed": {}, "glimpsed_at": {}}
                assert Course(**{**vars(book.course), **unseen}) == Course(**{**vars(before), **unseen})
            last = ""
            continue
        move = plan(book.course, press)
        if move.is_none:
            continue
        before = book.course
        last = book.write(move)


@given(presses)
def test_a_move_touches_the_challenges_it_names_alone_and_closes_only_what_was_shown(
    pressed: list[tuple[object, ...]],
) -> None:
    book = Book()
    for press in pressed:
        before, move = book.course, plan(book.course, press)
        book.write(move)
        for challenge in FIVE:
            here, there = before.stage_of(challenge), book.course.stage_of(challenge)
            assert (here is there) or move.stages[challenge] is there
            named = press[1] if press[0] == "stage" else None
            if here is not there and there is Stage.CLOSED and challenge != named:
                assert here is Stage.RESULTS
        opened = {one for one, stage in move.stages.items() if stage in OPEN_STAGES}
        assert len(opened) <= 1, "a press reveals one challenge at most"
