"""The contract of the remote: what the projector shows, how it is turned, covered and held, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import Moment
from workshop_kit.domain.entries import NUMBER
from workshop_kit.domain.projection import Cover
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.screen import ScreenModel

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TurnPage:
    """The page to show, from 0: a number, so that two presses on two pages never turn two pages."""

    page: Annotated[int, NUMBER]


@dataclass(frozen=True)
class CoverScreen:
    """What covers the screen from now on."""

    cover: Cover


@dataclass(frozen=True)
class FreezeScreen:
    """Whether the screen stays as it is."""

    frozen: bool


@dataclass(frozen=True)
class SetReadFirst:
    """Whether what is revealed waits for the facilitator's press before it reaches the screen."""

    read_first: bool


@dataclass(frozen=True)
class ShowOnScreen:
    """The challenge to bring to the screen as it stands, without moving a phone; ``None``: what the room is at.

    ``moment`` is what it stood at on the page that was pressed; ``None``: wherever it stands. ``ideas`` are those of
    its ideas that were counted there: others wait for another press; ``None``: all of them.
    """

    challenge: Id | None = None
    moment: Moment | None = None
    ideas: tuple[Id, ...] | None = None


@dataclass(frozen=True)
class Unveil:
    """How many places of a challenge's results are unveiled from now on, the last first; more than there are: all.

    ``of`` is how many places there were on the page that asks; ``None``: whatever there are.
    """

    challenge: Id
    unveiled: Annotated[int, NUMBER]
    of: Annotated[int, NUMBER] | None = None


@dataclass(frozen=True)
class TakeBackShown:
    """The last press of this browser that brought something to the room, to take back."""

    press: Id


@dataclass(frozen=True)
class DrawMatrices:
    """Whether the matrices are drawn though answers are still waited for."""

    drawn: bool


# -- what is shown --------------------------------------------------------------------------------------------------


class AheadShow(TypedDict):
    """The screen stands behind: it can be brought to ``moment``, of a ``challenge`` if it is about one.

    The room would read ``ideas`` there that it has not read yet, and ``names`` counts the people it would read of.
    """

    code: Literal["show"]
    moment: Moment
    challenge: str | None
    number: int | None
    ideas: list[str]
    names: int


class ReadIdea(TypedDict):
    """An idea to be read before the room does."""

    id: str
    text: str


class AheadRead(TypedDict):
    """``ideas`` that came or were changed after those of the challenge were brought to the screen, where they wait."""

    code: Literal["read"]
    challenge: str
    ideas: list[ReadIdea]


class AheadUnveil(TypedDict):
    """The next place to unveil: its ``rank`` and the ``titles`` that share it; ``unveiled`` is what to ask for.

    ``of`` is how many places there are.

    ``dots`` and ``supporters`` are those of each that shares the place; where grades were given (``vote``), ``grade``
    is the majority grade of each, by its number. ``left`` counts the places still covered.
    """

    code: Literal["unveil"]
    challenge: str
    unveiled: int
    of: int
    rank: int
    titles: list[str]
    vote: VoteKind
    dots: int
    supporters: int
    grade: int | None
    left: int


class AheadDraw(TypedDict):
    """The matrix of the page shown can be drawn; ``few``: not yet, fewer than five have answered.

    ``since`` it was drawn answers ``changed``, or a person in it was ``erased``; ``none``: it is not drawn.
    """

    code: Literal["draw"]
    heard: int
    room: int
    few: bool
    since: Literal["none", "changed", "erased"]


class RemoteChallenge(TypedDict):
    """A challenge that could be brought to the screen: what would be shown, which ``ideas`` for the first time."""

    id: str
    number: int
    stake: str
    moment: Moment
    ideas: list[str]


class RemoteUndo(TypedDict):
    """What this browser last brought to the screen or unveiled, while it can be taken back: ``left`` milliseconds."""

    press: str
    code: Literal["show", "unveil"]
    left: int


class RemoteModel(TypedDict):
    """The remote (*télécommande*): what the room sees as the screen has it, and what can be done about it.

    ``number`` is the challenge on the screen, ``None`` where it is about none or several; ``focus`` is the one that
    the room is at, while it is at work, and ``open`` how many challenges are open. ``undo`` is of this
    browser alone: what another one brought there is not taken back from here. ``tables``: phones are told a table, so
    that their plan may cover the screen.
    """

    screen: ScreenModel
    number: int | None
    focus: str | None
    open: int
    frozen: bool
    read_first: bool
    others: list[RemoteChallenge]
    ahead: AheadShow | AheadRead | AheadUnveil | AheadDraw | None
    undo: RemoteUndo | None
    tables: bool
