"""The contract of the course: where the room and each challenge stand, what comes next, and the timers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.entries import MINUTES, MINUTES_MORE, NUMBER, TABLES
from workshop_kit.domain.plans import Plan, RoundStep
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.shared import NumberedChallenge, Timer

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class MoveRoom:
    """The phase to move the room to; ``since`` is the last step of the history that the page knew."""

    phase: Annotated[Phase, OneOf("unknown-phase")]
    since: Annotated[int, NUMBER]
    read_first: bool | None = None


@dataclass(frozen=True)
class MoveChallengeOn:
    """The stage to bring a challenge to, beside those already open if ``together``; ``since`` as for the room.

    ``read_first`` says whether what is revealed waits for a press before it reaches the screen, here and from now on;
    false lets this move alone through at once, ``None``: as it was set for all.
    """

    challenge: Id
    stage: Annotated[Stage, OneOf("unknown-phase")]
    since: Annotated[int, NUMBER]
    together: bool = False
    read_first: bool | None = None


@dataclass(frozen=True)
class TurnTo:
    """The challenge that the room turns to; what is left is closed if its results were shown.

    The room leaves the one it is at, and ``leaving``, which the page led when it was pressed; ``None``: no other.
    """

    challenge: Id
    since: Annotated[int, NUMBER]
    leaving: Id | None = None


@dataclass(frozen=True)
class ChangeTables:
    """The challenge whose people change tables and write on; ``since`` as for the room."""

    challenge: Id
    since: Annotated[int, NUMBER]


@dataclass(frozen=True)
class TakeBack:
    """The last move, or a press since then that ended a timer, to take back."""

    move: Id


@dataclass(frozen=True)
class NameTables:
    """Which tables work on a challenge, in the facilitator's words, such as ``1 à 3``; empty: all of them."""

    challenge: Id
    tables: Annotated[str, TABLES]


@dataclass(frozen=True)
class StartTimer:
    """For how long the timer of a challenge, or with ``None`` the room's, is set from now."""

    minutes: Annotated[int, MINUTES]
    challenge: Id | None = None


@dataclass(frozen=True)
class ChangeTimer:
    """By how many minutes a timer is made longer, or shorter below 0."""

    minutes: Annotated[int, MINUTES_MORE]
    challenge: Id | None = None


@dataclass(frozen=True)
class PauseTimer:
    """Whether a timer stands still or goes on."""

    paused: bool
    challenge: Id | None = None


@dataclass(frozen=True)
class WhichTimer:
    """The timer of a challenge, or with ``None`` the room's."""

    challenge: Id | None = None


# -- what is shown --------------------------------------------------------------------------------------------------


class Done(TypedDict):
    """What came of a press: the ``move`` that can be taken back, ``None`` when there is none."""

    move: str | None


class Left(TypedDict):
    """What a move takes phones away from: ``leaves`` are the numbers of the challenges that people write on.

    ``silent`` have not written there yet; ``leaves_vote`` are those that people vote on, ``voteless`` have not voted.
    """

    leaves: list[int]
    silent: int
    leaves_vote: list[int]
    voteless: int


class Foreseen(Left):
    """What a move means: what the room is shown, whether it goes back, whether a timer with time left ends.

    ``covered`` counts the places of results that nobody unveiled and that phones show once it is made. Of the vote that
    it opens, ``unread`` counts the ideas held back that were corrected since, ``costless`` those that nobody can choose
    for want of a cost.
    """

    shows: list[str]
    covered: int
    unread: int
    costless: int
    hides: bool
    ends_timer: bool
    asks: bool


class NextMove(Foreseen):
    """A move that the facilitator may make.

    ``code`` says it in the catalogs: ``open-<stage>``, ``again-<stage>``, ``again-writing-empty`` (the vote that
    follows is the second of a plan), ``first-results`` (of a vote that was closed untold), ``vote-again`` (the second
    vote of a plan), ``next-table``, ``turn`` or ``phase-<phase>``. ``next-table``
    is asked for by ``change_tables``; any other by ``move_challenge_on`` where ``stage`` is given, by ``turn_to`` where
    ``challenge`` alone is, else by ``move_room``.
    ``waits`` is whether the screen shows what is there at a press of its own only. ``unseen`` are the places that are
    still covered of results that the room leaves for another vote: nobody will have seen them.
    """

    code: str
    phase: Phase | None
    challenge: str | None
    stage: Stage | None
    moment: Moment
    waits: bool
    unseen: int


class Turn(TypedDict):
    """At which table of how many (``of``) people write, one after the other; they are ``seated`` in rounds."""

    number: int
    of: int
    seated: int


class CourseChallenge(NumberedChallenge):
    """A challenge in the strip: where it stands, and how many of those present wrote and voted.

    ``next`` is what comes next for it, ``skip`` what follows without the other tables or the second vote of its plan,
    ``back`` what it can go back to, ``again`` where it can be taken up again once its results were there. ``plan`` is
    how it is worked, ``step`` where it stands in it. ``planned`` is for how many minutes the agenda, or else the plan,
    plans where it stands or begins; ``at`` when it is opened by the agenda, in milliseconds since 1970, ``None``: open
    already, or nobody planned it. ``to_read`` counts the ideas held back that were corrected since. ``vote`` is how it
    is voted on, ``lacks_costs`` whether it is by a budget and no idea has a cost: such a vote is not opened. ``turn``
    stands while people write at one table after the other.
    """

    stage: Stage
    round: int
    plan: Plan
    step: RoundStep | None
    tables: str
    timer: Timer | None
    ideas: int
    wrote: int
    voted: int
    to_read: int
    vote: VoteKind
    lacks_costs: bool
    turn: Turn | None
    planned: int
    at: int | None
    next: NextMove | None
    skip: NextMove | None
    back: NextMove | None
    again: list[NextMove]


class PlannedPhase(TypedDict):
    """A phase of the room beside the challenges; ``at`` is when the agenda begins it, ``None``: it does not say."""

    phase: Phase
    at: int | None
    state: Literal["done", "now", "ahead"]


class Undo(TypedDict):
    """A press that can be taken back: for how many ``left`` milliseconds, and what it did.

    ``timer``: it ended one, that of the ``challenge`` if a number is given, else the room's. ``table``: its people
    changed tables.
    """

    move: str
    code: Literal["move", "timer", "table"]
    left: int
    moment: Moment
    challenge: int | None


class OpenStakes(TypedDict):
    """Stakes that phones are asked about instead of their seat: nobody can join before ``ends`` is pressed for.

    ``number`` counts who gave something: the browsers that proposed, or those that judged, papers among them;
    ``unfinished`` of those have not come to the end, and their ballots do not count as they stand.
    """

    stage: Literal["gathering", "sorting", "judging"]
    number: int
    unfinished: int
    ends: Literal["closed", "judged"]


class CourseModel(TypedDict):
    """Where the room stands and what comes next; ``since`` is the number of the last step of the history.

    ``phases`` are those beside the challenges, in their order; ``planned`` is for how many minutes the present one is.
    ``leave`` goes on without the challenges that are not worked on yet. ``undo`` is the newest press that can be taken
    back, ``earlier`` are those before it that still can: the end of a timer is no move, and takes no move's place.
    ``stakes`` stands while they keep phones from joining.
    """

    phase: Phase
    moment: Moment
    since: int
    challenge: str | None
    challenges: list[CourseChallenge]
    phases: list[PlannedPhase]
    timer: Timer | None
    planned: int
    people: int
    next: NextMove | None
    back: NextMove | None
    leave: NextMove | None
    undo: Undo | None
    earlier: list[Undo]
    read_first: bool
    stakes: OpenStakes | None
