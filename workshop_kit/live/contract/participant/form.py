"""The contract of the volunteer form, filled in before the workshop: who and for what, the stakes, the days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.entries import COMPETENCE, DAYS_WORD, FORM_NAME, INTEREST, REACH
from workshop_kit.domain.forms import Day, Purpose
from workshop_kit.live.contract.asking import Id
from workshop_kit.live.contract.participant.scores import ScoredChallenge
from workshop_kit.live.contract.shared import Hidden

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SayWho:
    """Who one is, how to be reached, and what for; ``reach`` ``None``: as it stands, where it is not shown again.

    Without a purpose neither is kept.
    """

    name: Annotated[str, FORM_NAME]
    reach: Annotated[str, REACH] | None
    purposes: tuple[Purpose, ...]


@dataclass(frozen=True)
class AnswerStake:
    """One's competence and interest on one stake, or "I don't know"; nothing at all takes the answer back."""

    challenge: Id
    competence: Annotated[int, COMPETENCE] | None
    interest: Annotated[int, INTEREST] | None
    unsure: bool = False


@dataclass(frozen=True)
class SayDays:
    """When one can help: chips, and a word."""

    days: tuple[Day, ...]
    word: Annotated[str, DAYS_WORD]


@dataclass(frozen=True)
class TakeConsentBack:
    """The purpose for which one's details may be used no more."""

    purpose: Purpose


# -- what is shown --------------------------------------------------------------------------------------------------


class FormPurpose(TypedDict):
    """One purpose; ``on`` is the day on which it was agreed to, in words, ``""``: it is not."""

    purpose: Purpose
    on: str


class GivenToForm(TypedDict):
    """Who one said one is, what for, and when one can help.

    ``concealed``: the details were given on another device, and are not shown here.
    """

    name: str
    reach: str
    concealed: bool
    purposes: list[FormPurpose]
    days: list[Day]
    word: str


class FormModel(GivenToForm):
    """The form with one's own answers, and nobody else's.

    ``open``: it may be filled in; else it is there to be read and taken back. ``begun``: something is kept.
    ``seated``: one is in the room by now, and what else one agreed to is shown beside what one gave there.
    ``found``: how often this page was brought to what one gave by one's personal code; it says so where it stands.
    ``day`` is the workshop's, in words, empty: nobody said it; ``organiser`` keeps the data, ``contact`` is whom to
    call, ``retention`` the last day.
    """

    visible: Literal[True]
    open: bool
    begun: bool
    seated: bool
    place: str
    day: str
    organiser: str
    contact: str
    retention: str
    challenges: list[ScoredChallenge]
    code: str
    found: int
    returned: bool


FormPanelModel = FormModel | Hidden
