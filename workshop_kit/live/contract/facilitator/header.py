"""The contract of the head of every page: the workshop, who was heard, the way to join, and the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

from workshop_kit.domain.course import Moment
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.facilitator.agenda import AgendaOutlook
from workshop_kit.live.contract.facilitator.course import CourseModel
from workshop_kit.live.contract.shared import WaysIn

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SwitchLanguage:
    """Speak another language on this page."""

    language: str


@dataclass(frozen=True)
class ChooseWay:
    """Another of the ways in, by its id; the code shows it from then on."""

    network: str


@dataclass(frozen=True)
class NameChallenge:
    """One challenge of the workshop."""

    challenge: Id


# -- what is shown --------------------------------------------------------------------------------------------------


class TroubleModel(TypedDict):
    """Why nothing can be saved: the ``code`` of the error, and how many intentions wait on phones meanwhile."""

    code: str
    waiting: int


class RetentionNotice(TypedDict):
    """What goes by date, announced before it does, or gone just now (``erased``).

    ``number`` people and bodies are concerned, 0 where nobody is counted; ``day`` as ``YYYY-MM-DD``. ``doubtful``: the
    clock is too far ahead to be believed, and nothing goes. The others as ``Retention.leaving`` says.
    """

    code: Literal["announced", "doubtful", "erased", "sealed", "undoing", "copies"]
    number: int
    day: str


class HeaderModel(TypedDict):
    """The head of every page; ``step`` is the one of the ``steps`` whose page belongs to this moment.

    ``code`` has a row of ``0`` and ``1`` for each line of modules of the join code; ``door`` are the words in it that
    newcomers type besides the address, or empty. ``now`` and ``ends_at``, when the
    room must end, are in milliseconds since 1970; ``outlook`` says whether it will. ``trouble`` stands
    while the workshop cannot be saved; ``retention`` tells what goes by date, as this page found it when it was opened.
    """

    title: str
    territory: str
    workshop_language: str
    moment: Moment
    course: CourseModel
    people: int
    heard: int
    now: int
    ends_at: int | None
    outlook: AgendaOutlook
    join_url: str
    home_url: str
    screen_url: str
    code: list[str]
    door: str
    ways: WaysIn
    steps: list[str]
    step: str
    trouble: TroubleModel | None
    retention: list[RetentionNotice]
