"""The contract that several roles, or several panels of a role, share."""

from __future__ import annotations

from typing import Literal, TypedDict


class Hidden(TypedDict):
    """A panel that shows nothing in this phase."""

    visible: Literal[False]


class Timer(TypedDict):
    """A countdown: when it ends and what time the server has, in milliseconds since 1970; only their difference counts.

    A device's own clock may be wrong. One that is ``paused`` does not pass.
    """

    ends_at: int
    now: int
    paused: bool


class Choice(TypedDict):
    """One thing to choose: what is sent for it, and what is read."""

    key: str
    label: str


class ChallengeText(TypedDict):
    """A challenge as it is read anywhere."""

    id: str
    stake: str
    statement: str


class NumberedChallenge(ChallengeText):
    """A challenge with its place among the workshop's, from 1."""

    number: int


class KnownPerson(TypedDict):
    """Somebody the workshop knows."""

    id: str
    pseudonym: str


class Entered(TypedDict):
    """The id of what was just added or changed."""

    id: str


class JudgedOption(TypedDict):
    """How an option was judged: how many gave each grade, 0..6, blanks where the rule says.

    ``median`` is the majority grade by its place in ``counts``, ``None``: nobody judged it.
    """

    counts: list[int]
    blanks: int
    median: int | None


class StanceCounts(TypedDict):
    """How many agree with a statement, disagree, and pass."""

    agree: int
    disagree: int
    passed: int


class RoundTally(TypedDict):
    """What an option gathered in one round: ``rank`` from 1, ``supporters`` are people.

    Of dots, ``dots`` are what they put; of a budget, their points. ``judgment`` and ``stances`` are what those kinds of
    ballots say besides.
    """

    dots: int
    supporters: int
    rank: int
    judgment: JudgedOption | None
    stances: StanceCounts | None


class Tallied(RoundTally):
    """What an option gathered in the vote, for whoever may see it.

    ``before`` is what it had gathered in the round before, where the same was asked and its results were shown;
    ``cost`` what it costs, ``funded`` whether the sum reaches it, ``None``: it is no matter of a budget.
    """

    before: RoundTally | None
    cost: int | None
    funded: bool | None


ZoneName = Literal["ready", "learning", "advice", "resting"]


class MatrixSpread(TypedDict):
    """How marks are spread in the cells: ``down`` rows of ``across`` places, and how many of its marks stand in a row.

    ``wide`` has the rows and columns of the counts. Where each mark stands follows from it and from the counts.
    """

    across: int
    down: int
    wide: list[list[int]]


class MatrixCounts(TypedDict):
    """The counts of one challenge's matrix: rows from interest +2 down to -2, columns from competence 0 to 3.

    ``counts``, ``answered`` (placed in the matrix) and ``unsure`` count everybody who scored. ``heard`` of the ``room``
    have answered and the ``waited`` have not; ``others`` answered without being in the room, through a file.
    """

    counts: list[list[int]]
    spread: MatrixSpread
    zones: list[list[ZoneName]]
    in_zone: dict[ZoneName, int]
    answered: int
    unsure: int
    room: int
    heard: int
    waited: int
    others: int


class NetworkChoice(TypedDict):
    """One address by which phones might come in.

    ``name`` is the system's for it, such as the name of a Wi-Fi where it can be known, else of the adapter. A ``name``
    is the laptop's own in the room (``laptop.local``), ``given`` what was set by hand. ``usable`` is false for what
    phones cannot come in by, with the reason in ``why``; ``limited`` carries about ten phones. ``shown`` is the one
    that the code shows.
    """

    id: str
    name: str
    address: str
    kind: Literal["wifi", "cable", "hotspot", "vpn", "virtual", "this-computer", "unknown", "name", "given"]
    usable: bool
    limited: bool
    why: Literal["", "vpn", "virtual", "this-computer", "no-address", "off"]
    shown: bool


#: Whom the address shown reaches: ``fell-back``: another one than was chosen, which is gone; ``not-ours``: it was given
#: by hand and is none of this laptop's.
ReachCode = Literal["room", "fell-back", "not-ours", "this-computer", "nobody"]


class WaysIn(TypedDict):
    """By which addresses phones may come in, whom the one shown reaches, what was chosen and is gone (``missed``).

    ``moved`` is the address that phones came in by until lately, where another is shown now: they have to come again.
    """

    reach: ReachCode
    missed: str
    moved: str
    networks: list[NetworkChoice]
