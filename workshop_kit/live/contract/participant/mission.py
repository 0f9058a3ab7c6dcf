"""The contract of a phone's missions: those proposed to this person, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypedDict

from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.live.contract.asking import Id

# -- what may be asked ----------------------------------------------------------------------------------------------


class Reply(StrEnum):
    """A person's answer to a mission proposed to them."""

    ACCEPTED = AssignmentStatus.ACCEPTED
    DECLINED = AssignmentStatus.DECLINED


@dataclass(frozen=True)
class AnswerMission:
    """One's answer to a mission proposed to oneself."""

    mission: Id
    answer: Reply


# -- what is shown --------------------------------------------------------------------------------------------------


class OwnMission(TypedDict):
    """A mission proposed to oneself, with the reason in words.

    ``owner`` calls before ``first_date``, a day in words, for ``next_step``; empty: nobody said it yet.
    """

    id: str
    title: str
    challenge: str
    stake: str
    statement: str
    places: int
    sector: str
    referent: str
    owner: str
    first_date: str
    next_step: str
    reason: str
    status: AssignmentStatus


Offered = Literal["yes", "no", "unanswered"]


class Afterwards(TypedDict):
    """What a person needs to know for afterwards, and what is asked of them if nobody could reach them.

    ``contact`` is whom to call, empty: nobody said it yet. ``called_off`` are the titles of missions that they had
    accepted, and that the facilitator took them off. ``reachable``: their contact details are kept;
    ``organiser``, ``purpose`` and ``retention`` say by whom, for what and until when they would be. ``offered`` is what
    they answered to the offers as a whole: who answered nothing still may.
    """

    contact: str
    called_off: list[str]
    reachable: bool
    organiser: str
    purpose: str
    retention: str
    offered: Offered


class MissionModel(Afterwards):
    """The missions proposed to oneself."""

    visible: Literal[True]
    missions: list[OwnMission]
