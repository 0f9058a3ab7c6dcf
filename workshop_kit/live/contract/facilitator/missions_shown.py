"""What the page of missions shows: missions, the people on them, why places are free, and what a trial would change."""

from __future__ import annotations

from typing import Literal, TypedDict

from workshop_kit.domain.assigning.comparing import Level
from workshop_kit.domain.model import AssignmentStatus
from workshop_kit.live.contract.shared import KnownPerson, NumberedChallenge


class Piece(TypedDict):
    """A piece of a sentence; one that names somebody or a mission leads to it: ``person`` and ``mission`` are ids."""

    text: str
    person: str
    mission: str


class PersonOnMission(KnownPerson):
    """Somebody on a mission: why, and in words which of the method's rules that breaks.

    ``offered``: they offered help here or may be asked; ``reachable``: contact details are kept with their consent.
    ``has_phone``: a phone of theirs tells them when they are taken off.
    ``also`` are the titles of their other missions. ``beside`` is the id of whom they go with, empty: nobody.
    """

    competence: int | None
    interest: int | None
    status: AssignmentStatus
    by_hand: bool
    reason: str
    breaks: list[str]
    offered: bool
    reachable: bool
    has_phone: bool
    also: list[str]
    beside: str


class MissionFollowUp(TypedDict):
    """Who answers for a mission, the day it begins (``YYYY-MM-DD``) and what is done first; empty: not said yet."""

    owner: str
    first_date: str
    next_step: str


class BookedMission(MissionFollowUp):
    """A mission with the people on it; ``unfilled`` says why places are free, empty when none is or nobody was asked.

    ``filled`` counts those who accepted, ``waiting`` those who still think. ``idea`` is the title of the result it
    came from, empty when it came otherwise; ``day`` says its first date in words, ``when`` its days and hours.
    ``concealed``: others read its title without the contact details in it. ``accepted`` are the pseudonyms of those who
    said yes to it, those taken off afterwards too: once it is removed, no phone says anything of it. ``helps`` says the
    smallest change that would fill a place; ``could`` are those who fit, did not offer help, and refused nothing.
    """

    id: str
    title: str
    concealed: bool
    places: int
    min_places: int
    importance: int
    filled: int
    waiting: int
    min_competence: int
    sector: str
    last_date: str
    begins: str
    finishes: str
    days: list[str]
    car: bool
    language: str
    idea: str
    day: str
    when: str
    accepted: list[str]
    people: list[PersonOnMission]
    unfilled: list[Piece]
    helps: str
    could: list[KnownPerson]


class MissionChallenge(NumberedChallenge):
    """A challenge with its missions."""

    missions: list[BookedMission]


class PersonWithout(KnownPerson):
    """Somebody without a mission, and why; ``bound`` names the people and missions that bind, where they do."""

    reason: str
    bound: list[Piece]


class PersonPlaced(KnownPerson):
    """Somebody who has a mission, and its title."""

    mission: str


class PersonAsked(TypedDict):
    """What somebody answered when they were asked for help, to be known before they are placed by hand.

    ``offers`` are the ids of the challenges under which a mission may be proposed to them, ``said_no`` of those under
    which they said that none may. ``declined`` are the ids of the missions they declined; ``reachable``: contact
    details are kept with their consent.
    """

    offers: list[str]
    said_no: list[str]
    declined: list[str]
    reachable: bool


class SetAside(KnownPerson):
    """Who declined what, or was taken off it, in a sentence.

    ``note`` is what they wrote about it; ``another``: they would like another mission. ``off``: they were taken off.
    """

    mission: str
    said: str
    note: str
    another: bool
    off: bool


class SolvingModel(TypedDict):
    """How the working out stands: for a proposal or for a trial; ``sentence`` says what went wrong.

    ``proposals`` is how many proposals this page wrote: one more, and what was asked for is done.
    """

    state: Literal["none", "working", "stopped", "failed"]
    what: Literal["propose", "try"]
    share: float
    sentence: str
    proposals: int


class NamedMission(TypedDict):
    """A mission by its title."""

    id: str
    title: str


class TriedChange(KnownPerson):
    """What is tried of somebody: that they are on a mission, or (``stays`` is false) never on it."""

    mission: NamedMission
    stays: bool


class MovedPerson(KnownPerson):
    """Somebody whose missions a trial would change: ``leaves`` and ``takes``.

    ``alone``: they would have none left. ``notes`` are what to know before that.
    """

    leaves: list[NamedMission]
    takes: list[NamedMission]
    alone: bool
    notes: list[str]


class LevelCost(TypedDict):
    """What one level is and would be; ``most`` is what it could come to, ``None``: there is no such number."""

    level: Level
    before: int
    after: int
    most: int | None


class TrialModel(TypedDict):
    """What was tried, who would move, what each level comes to in the order that counts, and one plain sentence.

    ``renewed``: what it rests on changed meanwhile, and it was worked out again by itself. ``stale``: it changed once
    more, and is worked out again when it is asked for.
    """

    number: int
    tried: list[TriedChange]
    moves: list[MovedPerson]
    costs: list[LevelCost]
    word: str
    changes: int
    renewed: bool
    stale: bool


class StepModel(TypedDict):
    """A step that can be taken back or done again, with what it is called."""

    number: int
    label: str


class FitRule(TypedDict):
    """How much competence and interest weigh in a fit, each 0 to 10."""

    competence: int
    interest: int


class MissionBookModel(TypedDict):
    """Step 5: the missions, those without one, and those set aside; each with its reason in words.

    ``said_no`` are those without one who said no to helping at all: they are not asked again. ``asked`` is about those
    who may be placed by hand, by id. ``filled`` of the ``places`` are accepted, ``waiting`` more are proposed and not
    answered yet. ``pending`` people would be elsewhere if missions were proposed now. ``solving`` and ``trial`` live
    with this page alone.
    """

    current: str | None
    challenges: list[MissionChallenge]
    sectors: list[str]
    unassigned: list[PersonWithout]
    said_no: list[KnownPerson]
    placed: list[PersonPlaced]
    asked: dict[str, PersonAsked]
    declined: list[SetAside]
    proposed: bool
    pending: int
    filled: int
    waiting: int
    places: int
    rule: FitRule
    undo: StepModel | None
    redo: StepModel | None
    solving: SolvingModel
    trial: TrialModel | None
