"""The contract of a phone's missions: those proposed to this person, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.entries import MISSION_MARK, REFUSAL_SAID
from workshop_kit.domain.forms import Purpose
from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.live.contract.asking import Id

# -- what may be asked ----------------------------------------------------------------------------------------------


class Reply(StrEnum):
    """A person's answer to a mission proposed to them."""

    ACCEPTED = AssignmentStatus.ACCEPTED
    DECLINED = AssignmentStatus.DECLINED
    LATER = AssignmentStatus.LATER


@dataclass(frozen=True)
class AnswerMission:
    """One's answer to a mission proposed to oneself.

    With a no may come why, in a word, and that one would like ``another``. ``read`` is the mark of the mission as one
    read it, empty: unsaid; a yes to what has changed since is refused.
    """

    mission: Id
    answer: Reply
    said: Annotated[str, REFUSAL_SAID] = ""
    another: bool = False
    read: Annotated[str, MISSION_MARK] = ""


# -- what is shown --------------------------------------------------------------------------------------------------


class OwnMission(TypedDict):
    """A mission proposed to oneself, with the reason in words.

    ``number`` is its challenge's. ``owner`` calls before ``first_date``, a day in words with its hours, for
    ``next_step``; ``last_date`` is the last day, ``""`` where it is the first; empty: nobody said it yet. ``hours``
    stand where no first day does; ``days`` of the week and ``needs``, a car or a language, are words too. ``names`` are
    those who accepted and agreed to be shown, ``others`` how many more accepted. ``pair`` says who goes with whom,
    empty: nobody does. ``read`` is the mark of what is read here, and ``changed`` whether one's yes was to another.
    ``said`` and ``another`` came with one's no. ``alone``: one accepted it and offers no help there any more: that yes
    stands by itself, until one says no.
    """

    id: str
    title: str
    challenge: str
    number: int
    stake: str
    statement: str
    places: int
    sector: str
    referent: str
    owner: str
    first_date: str
    last_date: str
    hours: str
    days: str
    needs: str
    next_step: str
    names: list[str]
    others: int
    reason: str
    pair: str
    status: AssignmentStatus
    said: str
    another: bool
    read: str
    changed: bool
    alone: bool


Offered = Literal["yes", "no", "unanswered"]


class KeptDetails(TypedDict):
    """One's contact details as this seat gave them, whatever they are kept for, and the day of consent in words.

    ``concealed``: they are read only where the seat was taken, not here. ``mission``: also for a mission.
    """

    name: str
    email: str
    phone: str
    mission: bool
    consented_on: str
    concealed: bool


class Afterwards(TypedDict):
    """What a person needs to know for afterwards, and what is asked of them if nobody could reach them.

    ``contact`` is whom to call, empty: nobody said it yet. ``called_off`` are the titles of missions that they had
    accepted, and that the facilitator took them off. ``reachable``: their contact details are kept for a mission;
    ``kept`` are those that this seat gave for anything, ``None``: none;
    ``organiser``, ``purpose`` and ``retention`` say by whom, for what and until when they would be, and ``agreed`` to
    which other purposes they said yes already. ``offered`` is what they answered to the offers as a whole: who answered
    nothing still may. ``shown`` is whether it may be said who they are, ``None``: not asked here, and ``shown_as`` what
    the others of their missions would read.
    """

    contact: str
    called_off: list[str]
    reachable: bool
    kept: KeptDetails | None
    organiser: str
    purpose: str
    retention: str
    agreed: list[Purpose]
    offered: Offered
    shown: bool | None
    shown_as: str


class MissionModel(Afterwards):
    """The missions proposed to oneself; ``slip``: a paper slip opened the page, which says nothing of one's offer."""

    visible: Literal[True]
    slip: bool
    missions: list[OwnMission]
