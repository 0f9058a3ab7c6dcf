"""The contract of the agenda: for how long each step is planned, when the room must end, and what to shorten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.course import Moment
from workshop_kit.domain.entries import HOUR, NUMBER, PLANNED
from workshop_kit.live.contract.asking import Id, OneOf

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PlanAgenda:
    """About how many minutes the workshop takes: a plan for all its challenges is made anew."""

    minutes: Annotated[int, PLANNED]


@dataclass(frozen=True)
class SetLength:
    """For how many minutes a step of the room is planned, or of a challenge if one is named."""

    moment: Annotated[Moment, OneOf("unknown-phase")]
    minutes: Annotated[int, PLANNED]
    challenge: Id | None = None


@dataclass(frozen=True)
class SetEnd:
    """The hour at which the room must end, as ``HH:MM`` on the laptop's clock; empty: none."""

    hour: Annotated[str, HOUR]


@dataclass(frozen=True)
class Shorten:
    """To how many minutes each challenge not yet opened is shortened, as the advice said it."""

    minutes: Annotated[int, NUMBER]


# -- what is shown --------------------------------------------------------------------------------------------------


class AgendaLine(TypedDict):
    """One line of the agenda; ``number`` is the challenge's, ``at`` when it begins, in milliseconds since 1970.

    ``left``: the room went on without opening the challenge.
    """

    moment: Moment
    challenge: str | None
    number: int | None
    stake: str
    minutes: int
    at: int | None
    state: Literal["done", "left", "ahead"]


class ShorteningAdvice(TypedDict):
    """The challenges to shorten, by number, from so many minutes to so many; how many minutes it ``wins``."""

    challenges: list[int]
    before: int
    after: int
    wins: int


class AgendaOutlook(TypedDict):
    """How the day stands, and what can be shortened: ``remedies``, the mildest first.

    ``late`` are minutes, below 0 early; ``None``: no hour was set, or nothing has begun yet. ``finish`` is when the day
    would end, in milliseconds since 1970, and ``slips_from`` until when that holds although nothing is moved on: a page
    tells from them, by itself, how late it has become; ``None``: there is no agenda.
    """

    late: int | None
    finish: int | None
    slips_from: int | None
    remedies: list[ShorteningAdvice]


class AgendaModel(AgendaOutlook):
    """The agenda; ``total`` is its length in minutes, ``hour`` when the room must end as ``HH:MM``, empty: not said.

    ``unusual`` is whether it is as no usual length plans it: to plan anew would lose lengths that no press brings back.
    """

    lines: list[AgendaLine]
    unusual: bool
    total: int
    left: int
    hour: str
    ends_at: int | None
    lengths: list[int]
