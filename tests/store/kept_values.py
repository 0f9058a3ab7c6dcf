"""What is known of each kept database: ``kept_0001.py`` and its successors say it, a file each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from workshop_kit.domain.agenda import AgendaItem
from workshop_kit.domain.ballots import BallotMark, VoteRule
from workshop_kit.domain.candidates import Candidate
from workshop_kit.domain.clarity import Asking, Rating
from workshop_kit.domain.course import Stage
from workshop_kit.domain.history import Step
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.lots import Lot
from workshop_kit.domain.model import (
    Assignment,
    AssignmentRule,
    AssignmentStep,
    Challenge,
    Change,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Participant,
    Removal,
    Score,
    Sector,
    Stakeholder,
    Volunteer,
    Wording,
    Workshop,
)
from workshop_kit.domain.projection import Drawing, Projection, Shown
from workshop_kit.domain.stakes import ProposedStake, StakeGrade, StakesCourse

#: Who was added to the people of the sample, and gave something of everything.
PERSON: Final = "kept-person"


@dataclass(frozen=True)
class Kept:
    """How many rows each table has once the present version has opened the file, and some values of each kind.

    ``finished`` names the challenge and the stage that ``PERSON`` was done with; ``scores`` are all of theirs.
    """

    counts: Mapping[str, int]
    workshop: Workshop
    challenges: tuple[Challenge, ...]
    sector: Sector
    stakeholder: Stakeholder
    steps: tuple[Step, ...]
    wordings: tuple[Wording, ...]
    agenda: tuple[AgendaItem, ...]
    projection: Projection
    helpers: tuple[str, ...]
    people: tuple[Participant, ...]
    volunteer: Volunteer
    finished: tuple[str, Stage]
    ideas: tuple[Idea, ...]
    group: IdeaGroup
    dots: tuple[Dots, ...]
    scores: tuple[Score, ...]
    missions: tuple[Mission, ...]
    assignments: tuple[Assignment, ...]
    removals: tuple[Removal, ...]
    drawings: tuple[Drawing, ...]
    first_change: Change
    tries: tuple[tuple[str, datetime], ...] = ()
    printed: tuple[range, ...] = ()
    typists: tuple[tuple[str, str], ...] = ()
    shown: Shown | None = None
    invitation: Invitation = field(default_factory=Invitation)
    stakes_course: StakesCourse = field(default_factory=StakesCourse)
    stakes: tuple[ProposedStake, ...] = ()
    grades: tuple[StakeGrade, ...] = ()
    lots: tuple[Lot, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    askings: tuple[Asking, ...] = ()
    ballots: tuple[BallotMark, ...] = ()
    rules: tuple[tuple[str, int, VoteRule], ...] = ()
    costs: tuple[tuple[str, str, int], ...] = ()
    ratings: tuple[Rating, ...] = ()
    assignment_rule: AssignmentRule = field(default_factory=AssignmentRule)
    assignment_steps: tuple[AssignmentStep, ...] = ()
