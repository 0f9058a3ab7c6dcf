"""What there is to do under the challenges, who takes it, and how that came about (*missions, affectations*)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final


class AssignmentStatus(StrEnum):
    """What became of an assignment once proposed; ``LATER`` holds its place as ``PROPOSED`` does."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LATER = "later"


#: Proposed and not answered for good: it holds its place.
WAITING: Final = (AssignmentStatus.PROPOSED, AssignmentStatus.LATER)
#: Why somebody whom the facilitator took off is on a mission no more.
TAKEN_OFF: Final = "taken-off"


def is_answered(status: AssignmentStatus) -> bool:
    """Tell whether a mission was answered for good (*répondu*): "not now" is no answer yet, and stands in none's way.

    What somebody answered for good on a phone nobody types over, nor reads who speaks for them.
    """
    return status not in WAITING


@dataclass(frozen=True)
class Reason:
    """Why something is as it is: the catalog key ``reasons.<code>`` and the values of its sentence."""

    code: str
    values: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Mission:
    """A job under a challenge (*mission*).

    ``places`` is 1 or more, ``min_competence`` 0..3, ``sector`` a name or ``""`` for anywhere. ``option`` is the idea
    or group it came from, ``None``: it came otherwise. ``owner`` answers for it (its *référent·e*), ``first_date`` is
    the day on which it begins as ``YYYY-MM-DD``, ``next_step`` what is done first; ``""`` is not said yet.

    ``min_places`` is how many people it takes at least, 0 to ``places``, 0: none was said. ``importance`` is 1 (first)
    to 3 (last), 2 where nobody said. ``last_date`` is the day on which it ends, ``begins`` and ``finishes`` are hours
    of the day as ``HH:MM``; ``""`` is not said. ``days`` are words of ``forms.Day`` on which it happens, empty: not
    said. ``car`` is whether it asks for a car, ``language`` a language it asks for, as people write it.
    """

    id: str
    challenge: str
    title: str
    places: int
    min_competence: int = 0
    sector: str = ""
    option: str | None = None
    owner: str = ""
    first_date: str = ""
    next_step: str = ""
    min_places: int = 0
    importance: int = 2
    last_date: str = ""
    begins: str = ""
    finishes: str = ""
    days: tuple[str, ...] = ()
    car: bool = False
    language: str = ""


@dataclass(frozen=True)
class Assignment:
    """A volunteer's place in a mission (*affectation*), with its reason.

    ``by_hand`` assignments were decided by the facilitator and are kept when the rest is computed again.
    ``reason`` is a message code with its values, said in the reader's language by the catalogs. ``beside`` is the
    participant with whom a beginner goes (*binôme*), who is below the mission's least competence; ``None``: nobody.
    ``said`` is what they wrote when they declined, ``another``: they declined and would like another mission.
    """

    participant: str
    mission: str
    reason: Reason
    by_hand: bool = False
    status: AssignmentStatus = AssignmentStatus.PROPOSED
    beside: str | None = None
    said: str = ""
    another: bool = False


def is_taken_off(assignment: Assignment) -> bool:
    """Tell whether the facilitator took somebody off a mission: it is kept as declined, and they declined nothing."""
    return assignment.reason.code == TAKEN_OFF


def has_declined(assignment: Assignment) -> bool:
    """Tell whether somebody said no to a mission themselves: it is never proposed to them again."""
    return assignment.status is AssignmentStatus.DECLINED and not is_taken_off(assignment)


@dataclass(frozen=True)
class AssignmentRule:
    """How much competence and interest weigh in the fit of a person and a mission (*poids*): whole numbers, 0..10."""

    competence: int = 1
    interest: int = 1


@dataclass(frozen=True)
class AssignmentChange:
    """What one step made of one person's place in one mission; ``None`` is no place there."""

    participant: str
    mission: str
    before: Assignment | None
    after: Assignment | None


@dataclass(frozen=True)
class AssignmentStep:
    """One change of the facilitator's to the assignments, to be undone and done again (*étape d'affectation*).

    ``number`` is its place, from 1, ``at`` an aware time. ``code`` and ``values`` are its label's catalog key and the
    values of its sentence, which name nobody: who is concerned stands in ``changes``, from which whoever is erased
    goes. ``undone``: it was taken back, and can be done again.
    """

    number: int
    code: str
    values: dict[str, str | int]
    at: datetime
    undone: bool = False
    changes: tuple[AssignmentChange, ...] = ()


def holds(assignment: Assignment | None) -> bool:
    """Tell whether an assignment takes a place."""
    return assignment is not None and assignment.status is not AssignmentStatus.DECLINED
