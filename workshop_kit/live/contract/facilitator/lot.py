"""The contract of the lot in step 2: whom it is drawn from, its quotas, the chances, and the dice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.entries import BYTES, FILE_NAME, LOT_DICE, LOT_SIZE, NUMBER
from workshop_kit.domain.lot_lists import LotSource
from workshop_kit.live.contract.asking import Id


class LotPaper(StrEnum):
    """A file to keep of a lot: those drawn, or what anybody needs to redo it."""

    DRAWN = "drawn"
    CHANCES = "chances"
    PANELS = "panels"
    PEOPLE = "people"
    QUOTAS = "quotas"


# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ChoosePool:
    """Whom the lot is drawn from."""

    source: LotSource


@dataclass(frozen=True)
class SizeLot:
    """How many people are drawn."""

    size: Annotated[int, LOT_SIZE]


@dataclass(frozen=True)
class CountColumn:
    """The bounds of a column, in the order of its values; none at all: it does not count. ``None``: no upper one."""

    column: Annotated[int, NUMBER]
    least: tuple[Annotated[int, NUMBER], ...]
    most: tuple[Annotated[int, NUMBER] | None, ...]


@dataclass(frozen=True)
class CountLikePool:
    """A column of which the panel has the same shares as the list."""

    column: Annotated[int, NUMBER]


@dataclass(frozen=True)
class BeginLotFile:
    """A file that is about to arrive: people, or quotas; it tells which."""

    name: Annotated[str, FILE_NAME]
    size: Annotated[int, BYTES]


@dataclass(frozen=True)
class TakeLotPiece:
    """The bytes of a file from one place on, in base64."""

    file: Id
    at: Annotated[int, BYTES]
    piece: str


@dataclass(frozen=True)
class MakeLot:
    """Begin to make the panels; with the quotas ``relaxed`` as it was proposed."""

    relaxed: bool = False


@dataclass(frozen=True)
class LookAtLot:
    """A lot that is shown, a page of its chances from 1, and whether people are named."""

    lot: Id
    page: Annotated[int, NUMBER] = 1
    named: bool = False


@dataclass(frozen=True)
class ThrowDice:
    """The figures of the dice; ``again``: these panels were drawn already, and are drawn once more beside it."""

    lot: Id
    dice: Annotated[str, LOT_DICE]
    again: bool = False


@dataclass(frozen=True)
class NameLot:
    """One lot."""

    lot: Id


@dataclass(frozen=True)
class FetchLot:
    """A file to keep of a lot."""

    lot: Id
    paper: LotPaper


class LotText(TypedDict):
    """A file to keep, as a text, and a name for it."""

    name: str
    text: str


class DrawnInvited(TypedDict):
    """How many of those drawn are new on the list of invitations."""

    added: int


# -- what is shown --------------------------------------------------------------------------------------------------


class LotPool(TypedDict):
    """Somewhere to draw from, and how many people are there; ``about`` says which."""

    source: LotSource
    people: int
    about: str


class LotValue(TypedDict):
    """A value of a column: how many of the list have it, and how many of the panel may; ``None``: as many as come."""

    value: str
    people: int
    least: int
    most: int | None


class LotColumn(TypedDict):
    """What quotas may count; ``blank``: so many people have nothing there, and count for no quota of it.

    ``like``: the panel has the shares of the list.
    """

    name: str
    counts: bool
    like: bool
    blank: int
    values: list[LotValue]


class LotFileModel(TypedDict):
    """The file of people, or of quotas, that was put down last; ``sentence`` says what is wrong with it."""

    state: Literal["none", "arriving", "reading", "ready", "unreadable"]
    name: str
    sentence: str


class LotMaking(TypedDict):
    """How the panels stand: ``doing`` in words and its ``share``; ``changes`` is what would make them possible."""

    state: Literal["none", "working", "impossible", "failed", "stopped", "ready"]
    doing: str
    share: float
    sentence: str
    changes: list[str]


class LotBar(TypedDict):
    """Chances in hundred: how many people have them in this lot, and how many would in a draw without quotas."""

    chances: str
    people: int
    simple: int


class LotPerson(TypedDict):
    """Somebody of a lot by their number; ``name`` only while names are shown."""

    number: int
    name: str
    about: str
    chance: str


class LotThrow(TypedDict):
    """Dice that were thrown on the panels of a lot: ``said`` is when, and which panel they chose."""

    lot: str
    said: str


class LotShown(TypedDict):
    """A lot: what it rests on, who has which chance, and whom the dice drew.

    ``known``: the people under its numbers are known here; else ``unknown`` says how they would be. ``names``: they
    have names. ``invites``: those drawn can be put on the list of invitations, ``marked``: they are volunteers.
    """

    id: str
    made: str
    fair: str
    simple: str
    notes: list[str]
    bars: list[LotBar]
    people: list[LotPerson]
    page: int
    pages: int
    named: bool
    known: bool
    unknown: str
    names: bool
    invites: bool
    marked: bool
    digest: str
    dice: str
    panel: str
    drawn: list[LotPerson]
    throws: list[LotThrow]


class LotKept(TypedDict):
    """A lot of before."""

    id: str
    label: str


class LotModel(TypedDict):
    """The lot (*tirage au sort*): the list, the quotas, how the panels stand, and the lot that is shown."""

    pools: list[LotPool]
    source: LotSource | None
    size: int
    columns: list[LotColumn]
    left: str
    notes: list[str]
    file: LotFileModel
    quotas: LotFileModel
    making: LotMaking
    shown: LotShown | None
    kept: list[LotKept]
    bytes_at_most: int
