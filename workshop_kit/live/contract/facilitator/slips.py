"""The contract of the slips of missions: what is typed in of them, and who is asked on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypedDict

from workshop_kit.domain.entries import REFUSAL_SAID
from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.live.contract.asking import Id

# -- what may be asked ----------------------------------------------------------------------------------------------


class PaperAnswer(StrEnum):
    """What somebody answered to a mission: yes, another one, no, or that they will say later."""

    YES = "yes"
    ANOTHER = "another"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True)
class TypeAnswer:
    """What somebody answered on paper or by telephone; ``said`` is why not, in their words, and may be left out."""

    participant: Id
    mission: Id
    answer: PaperAnswer
    said: Annotated[str, REFUSAL_SAID] = ""


# -- what is shown --------------------------------------------------------------------------------------------------


class SlipMission(TypedDict):
    """A mission proposed to somebody, and their answer.

    ``said`` is why they said no and ``another`` whether they would like another; ``trace`` says who typed the answer in
    and when, empty: they gave it themselves, or not yet.
    """

    id: str
    title: str
    status: AssignmentStatus
    said: str
    another: bool
    trace: str


class SlipPerson(TypedDict):
    """Somebody to whom missions are proposed; ``here``: they read them on a phone in the room."""

    id: str
    name: str
    here: bool
    missions: list[SlipMission]


class SlipsModel(TypedDict):
    """Everybody who is asked about missions, those without a phone here first.

    ``without`` a phone here so many have yet to answer, of all who are ``waiting``. ``withdrawn`` says of whom a
    proposal went with the offer that they took back, so that nobody waits for the slip.
    """

    people: list[SlipPerson]
    without: int
    waiting: int
    withdrawn: list[str]
