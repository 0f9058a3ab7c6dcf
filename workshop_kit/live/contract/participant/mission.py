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
    """A mission proposed to oneself, with the reason in words."""

    id: str
    title: str
    stake: str
    statement: str
    places: int
    sector: str
    referent: str
    reason: str
    status: AssignmentStatus


class MissionModel(TypedDict):
    """The missions proposed to oneself."""

    visible: Literal[True]
    missions: list[OwnMission]
