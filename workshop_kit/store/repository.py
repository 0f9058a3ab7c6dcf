"""The repository: every noun of a workshop, inside one transaction."""

from __future__ import annotations

from workshop_kit.store.assignments import AssignmentShelf
from workshop_kit.store.candidates import CandidateShelf
from workshop_kit.store.challenges import ChallengeShelf
from workshop_kit.store.changes import ChangeShelf
from workshop_kit.store.clarity import ClarityShelf
from workshop_kit.store.ideas import IdeaShelf
from workshop_kit.store.lots import LotShelf
from workshop_kit.store.missions import MissionShelf
from workshop_kit.store.people import PeopleShelf
from workshop_kit.store.returning import ReturnShelf
from workshop_kit.store.scores import ScoreShelf
from workshop_kit.store.seating import SeatingShelf
from workshop_kit.store.sectors import SectorShelf
from workshop_kit.store.stakeholders import StakeholderShelf
from workshop_kit.store.stakes import StakeShelf
from workshop_kit.store.workshop import WorkshopShelf


class Repository(
    WorkshopShelf,
    ChallengeShelf,
    SectorShelf,
    StakeholderShelf,
    StakeShelf,
    CandidateShelf,
    PeopleShelf,
    ReturnShelf,
    IdeaShelf,
    ScoreShelf,
    MissionShelf,
    AssignmentShelf,
    ClarityShelf,
    SeatingShelf,
    LotShelf,
    ChangeShelf,
):
    """Repository: what an action given to ``Store.perform`` or ``Store.read`` works with.

    Values go in and come out as frozen dataclasses of ``domain``; ids are made by the callers. What is
    not there raises ``MissingEntry``, what cannot stand raises ``InvalidEntry``, both before anything is written,
    so that an action may catch them and go on. Each write adds to the change feed.
    """
