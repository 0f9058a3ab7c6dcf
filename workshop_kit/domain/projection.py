"""What the facilitator lets the room's screen show, and the matrices that were drawn for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_kit.domain.course import Phase, Stage


class Cover(StrEnum):
    """What covers the screen (*écran*): nothing, blackness, the code to join in large, or the plan of the tables."""

    NONE = "none"
    BLACK = "black"
    CODE = "code"
    TABLES = "tables"


@dataclass(frozen=True)
class Projection:
    """What the facilitator lets the screen show (*télécommande*).

    ``phase``, ``challenge`` and ``stage`` are where the screen stands: it may be behind the room, never before it.
    ``page`` is the page shown, from 0. ``drawn``: the matrices are drawn though answers are still waited for.
    ``frozen``: it stays where it is. ``read_first``: what is revealed reaches the screen only at the facilitator's next
    press. ``named``: the missions, with the names beside them, were brought to the screen.
    """

    phase: Phase = Phase.WELCOME
    challenge: str | None = None
    stage: Stage | None = None
    page: int = 0
    drawn: bool = False
    cover: Cover = Cover.NONE
    frozen: bool = False
    read_first: bool = True
    named: bool = False


@dataclass(frozen=True)
class Shown:
    """One press that brought something to the room (*geste*), kept while it may be taken back.

    ``by`` is whose press it was, an id that names no browser, ``press`` its own id, ``at`` an aware time. ``before``
    and ``after`` are what stood before and after it, in JSON. ``brought`` is the challenge whose ideas the screen had
    not shown until then, ``ideas`` those that had waited to be read.
    """

    by: str
    press: str
    at: datetime
    before: str
    after: str
    brought: str | None = None
    ideas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mark:
    """Where one person stands in a drawing (*marque*): both ``None`` is the answer "I don't know"."""

    participant: str
    competence: int | None
    interest: int | None


@dataclass(frozen=True)
class Drawing:
    """A matrix as it was drawn for the room (*tracé*), which it stays until it is drawn anew.

    ``at`` is when, an aware time; ``room`` how many people were there then, ``waited`` how many of them had not
    answered, ``others`` how many of the marks are of people who were not. ``withdrawn``: somebody in it was erased
    since, and it is shown no more.
    """

    challenge: str
    at: datetime
    room: int
    waited: int
    others: int
    marks: tuple[Mark, ...]
    withdrawn: bool = False
