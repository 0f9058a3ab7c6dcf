"""The values a workshop is made of, in the words of the method."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeAlias

from workshop_kit.domain.ballots import BallotMark, VoteKind
from workshop_kit.domain.course import Stage
from workshop_kit.domain.forms import Consent, Purpose
from workshop_kit.domain.missions import Assignment as Assignment
from workshop_kit.domain.missions import AssignmentChange as AssignmentChange
from workshop_kit.domain.missions import AssignmentRule as AssignmentRule
from workshop_kit.domain.missions import AssignmentStatus as AssignmentStatus
from workshop_kit.domain.missions import AssignmentStep as AssignmentStep
from workshop_kit.domain.missions import Mission as Mission
from workshop_kit.domain.missions import Reason as Reason
from workshop_kit.domain.plans import Plan
from workshop_kit.domain.scales import COMPETENCES as COMPETENCES
from workshop_kit.domain.scales import DOTS_PER_CHALLENGE as DOTS_PER_CHALLENGE
from workshop_kit.domain.scales import DOTS_PER_OPTION as DOTS_PER_OPTION
from workshop_kit.domain.scales import INTERESTS as INTERESTS
from workshop_kit.domain.workshops import RETENTION_DAYS as RETENTION_DAYS
from workshop_kit.domain.workshops import Workshop as Workshop
from workshop_kit.domain.workshops import count_retention as count_retention
from workshop_kit.domain.workshops import new_workshop as new_workshop

CHALLENGES_AT_MOST: Final = 5


class Source(StrEnum):
    """How the author of an idea knows (*source*)."""

    LIVED = "lived"
    FIELD = "field"
    DATA = "data"
    HEARSAY = "hearsay"


class Category(StrEnum):
    """The usual categories of stakeholders; an organiser may use other words, kept as they are."""

    ELECTED = "elected"
    CIVIL_SERVANT = "civil_servant"
    ASSOCIATION = "association"
    SHOP = "shop"
    COMPANY = "company"
    RESIDENT = "resident"
    HEALTH = "health"
    SCHOOL = "school"
    CULTURE_SPORT = "culture_sport"
    CHARITY = "charity"
    UNION = "union"
    OTHER = "other"


class StakeholderStatus(StrEnum):
    """How far the invitation of a stakeholder has come."""

    TO_INVITE = "to_invite"
    INVITED = "invited"
    COMING = "coming"
    DECLINED = "declined"
    CAME = "came"


class Origin(StrEnum):
    """How a participant came into the workshop."""

    ROOM = "room"
    PROXY = "proxy"
    FILE = "file"
    FORM = "form"

    @property
    def seated(self) -> bool:
        """Whether they have a seat in the room: who is known from a file or the form alone was never there."""
        return self in (Origin.ROOM, Origin.PROXY)


class Remover(StrEnum):
    """Who removed an idea: the one whose idea it was, or the facilitator. Never a name."""

    AUTHOR = "author"
    FACILITATOR = "facilitator"


@dataclass(frozen=True)
class Challenge:
    """The precise statement (*défi*) worked on under one stake (*enjeu*).

    ``statement`` is what the room reads; the five parts say an action, for whom, where, by when, measured how.
    An empty part is what the challenge still lacks. ``position`` orders the challenges from 0. ``stage``, ``round``,
    ``wording`` (the number of the present wording, from 1), ``revealed_at`` and ``results_at`` (when its ideas and its
    results were first shown to the room, ``None`` before) are what the history adds up to. ``timer_ends_at`` and
    ``timer_left`` are its own timer, as the workshop has one. ``tables`` says which tables work on it, in words.
    ``uncovered`` are the ids of the options whose place in its results was uncovered by a press. ``brought``: its ideas
    were brought to the screen since they were revealed. ``announced`` is the round of the vote whose results the room
    was shown last, ``None``: of none. ``plan`` is how it is worked, ``nudged_at`` when those who had said nothing in
    its present stage were last given a gentle line, ``None``: they were not.
    """

    id: str
    stake: str
    statement: str
    action: str = ""
    population: str = ""
    territory: str = ""
    deadline: str = ""
    indicator: str = ""
    position: int = 0
    revealed_at: datetime | None = None
    stage: Stage = Stage.UNOPENED
    round: int = 1
    wording: int = 1
    results_at: datetime | None = None
    timer_ends_at: datetime | None = None
    timer_left: int | None = None
    tables: str = ""
    uncovered: tuple[str, ...] = ()
    brought: bool = False
    announced: int | None = None
    plan: Plan = Plan.SPRINT
    nudged_at: datetime | None = None

    @property
    def counted_round(self) -> int:
        """The round of its vote that counts; ``find_counted_round`` says which."""
        return find_counted_round(self.stage, self.round, self.announced)


def find_counted_round(stage: Stage, present: int, announced: int | None) -> int:
    """Return the round of a vote that every page and the synthesis count.

    While a challenge is worked on it is the present round. Once closed it is the one whose results the room was shown
    last: a vote that was taken up again and not brought to its results changes nothing of what was announced.
    """
    return announced if stage is Stage.CLOSED and announced is not None else present


@dataclass(frozen=True)
class Wording:
    """One wording of a challenge (*formulation*): its ``number`` from 1, what it said, and since when."""

    challenge: str
    number: int
    statement: str
    at: datetime


@dataclass(frozen=True)
class Sector:
    """A part of the territory (*secteur*), with its referent (*référent·e*), whose name may be unknown."""

    id: str
    name: str
    referent: str = ""


@dataclass(frozen=True)
class Stakeholder:
    """A person or body to invite (*partie prenante*).

    ``category`` is a ``Category`` value or the organiser's own word. ``contact`` is whom to speak to there, ``address``
    where a letter goes, in lines. ``reason`` says why they are invited, and why they are unexpected. ``challenges`` are
    the ids of the challenges they are invited for, empty: the whole workshop; ids that are no more may stand there.
    ``register`` is their number in the register they were picked from. The times are aware: when the invitation left,
    when they were reminded, and when it was noted that they came.
    """

    id: str
    category: str
    name: str
    contact: str = ""
    email: str = ""
    sector: str = ""
    status: StakeholderStatus = StakeholderStatus.TO_INVITE
    phone: str = ""
    address: str = ""
    reason: str = ""
    challenges: tuple[str, ...] = ()
    register: str = ""
    invited_at: datetime | None = None
    reminded_at: datetime | None = None
    came_at: datetime | None = None


@dataclass(frozen=True)
class Participant:
    """Someone taking part (*participant·e*), known by a pseudonym in the room; volunteers of a file as well.

    Who filled in the form before the workshop stands under a number instead, until they choose a pseudonym in the room.

    ``away_at`` is when the facilitator noted that they left, ``None``: they are there. ``joined_to`` is the id of the
    seat that is the same person's, ``None``: this seat stands for itself. ``may_ask`` is whether they said that a
    mission may be proposed to them, ``None``: they did not say. ``slip`` is the number of the paper that speaks for
    them.
    """

    id: str
    pseudonym: str
    category: str
    sector: str
    origin: Origin
    joined_at: datetime
    language: str | None = None
    away_at: datetime | None = None
    joined_to: str | None = None
    may_ask: bool | None = None
    slip: int | None = None


@dataclass(frozen=True)
class Volunteer:
    """Someone who offers help (*bénévole*): the contact details, apart from the contributions.

    ``consented_at`` is when consent to be contacted was given for ``purpose``; ``None`` means no consent, and then
    ``email`` and ``phone`` are empty. ``may_show_name`` allows the name beside a mission, on the
    screen and in the synthesis. ``challenges`` are the ids of the challenges the help is offered for; empty means any.
    ``declined`` are the ids of those for which they said "not me". ``consents`` are what else the details may be used
    for, by the form before the workshop: without the yes to ``purpose`` they are kept for that alone, and the row is no
    offer of help. ``days`` and ``days_word`` say when they can help, ``often`` how often in their own words, ``until``
    the last day on which they can, as ``YYYY-MM-DD``; ``""`` is not said. ``max_missions`` is how many missions they
    take at most, 1..20. ``reach`` are the sectors they can go to besides their own, as the workshop writes them, empty:
    anywhere. ``car`` is whether they have one, ``None``: not said. ``languages`` are those they speak besides French,
    in people's own words.
    """

    participant: str
    name: str
    email: str
    phone: str
    sector: str
    consented_at: datetime | None
    purpose: str
    may_show_name: bool = False
    challenges: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    days_word: str = ""
    consents: tuple[Consent, ...] = ()
    max_missions: int = 1
    reach: tuple[str, ...] = ()
    often: str = ""
    until: str = ""
    car: bool | None = None
    languages: tuple[str, ...] = ()

    def list_purposes(self) -> tuple[Consent, ...]:
        """Return every yes that they gave, that to a mission among them."""
        mission = () if self.consented_at is None else (Consent(Purpose.MISSION, self.consented_at),)
        return tuple(sorted((*self.consents, *mission), key=lambda one: tuple(Purpose).index(one.purpose)))


@dataclass(frozen=True)
class Idea:
    """What one person proposes for a challenge (*idée*).

    ``author`` is a participant's id, ``None`` when unknown. ``wording`` is the number of the challenge's wording that
    it answers, ``None`` when nobody knows. ``held`` is the reason for which the facilitator holds it back from the
    room, ``""``: it is shown. ``corrected``: it is held, and its author changed it since, which nobody read yet.
    ``unread``: it was written or changed while what is revealed is read first, and no press has brought it to the
    screen since. ``asked``: its author was asked what they mean, and ``answer`` is what they answered, ``""``: nothing
    yet. ``discuss``: it is marked for discussion. ``once_held``: it was held back, and may have been given back since.
    """

    id: str
    challenge: str
    text: str
    source: Source | None
    author: str | None
    written_at: datetime
    wording: int | None = None
    held: str = ""
    corrected: bool = False
    unread: bool = False
    asked: bool = False
    answer: str = ""
    discuss: bool = False
    once_held: bool = False


@dataclass(frozen=True)
class Removal:
    """How many ideas of a challenge were removed, and on whose side (*retrait*): ``count`` is 1 or more."""

    challenge: str
    by: Remover
    count: int


@dataclass(frozen=True)
class IdeaGroup:
    """Ideas merged before the vote (*regroupement*); reversible: a group undone keeps its lineage.

    ``members`` are the ids of its ideas (two or more); ``undone_at`` is ``None`` while the group stands.
    """

    id: str
    challenge: str
    title: str
    members: tuple[str, ...]
    formed_at: datetime
    undone_at: datetime | None = None


@dataclass(frozen=True)
class Dots:
    """The dots (1 or 2) one participant put on one option: a standing group or an idea outside any group.

    ``round`` is the round of the challenge in which they were put, from 1.
    """

    participant: str
    challenge: str
    option: str
    count: int
    round: int = 1

    @property
    def counts(self) -> bool:
        """Whether it says anything: no dot at all is no vote."""
        return self.count > 0

    @property
    def kind(self) -> VoteKind:
        """How the room votes that gives dots."""
        return VoteKind.DOTS


#: What one person gave in a vote, whatever its kind.
Vote: TypeAlias = Dots | BallotMark


@dataclass(frozen=True)
class Score:
    """One person's place in the matrix (*matrice*) of one challenge.

    ``competence`` 0..3, ``interest`` -2..+2. ``None`` is no answer yet. ``unsure`` is the answer "I don't know",
    different from 0: then both are ``None``. ``early``: it was given with the form before the workshop, and not changed
    in the room since.
    """

    participant: str
    challenge: str
    competence: int | None
    interest: int | None
    unsure: bool = False
    early: bool = False

    @property
    def answered(self) -> bool:
        """Whether it is an answer: both, or "I don't know"; one of the two is half an answer, and none yet."""
        return self.unsure or (self.competence is not None and self.interest is not None)


#: Stands in the feed in the place of an ``entity`` where one act changed many at once: it may be anyone's.
SEVERAL: Final = "*"


@dataclass(frozen=True)
class Change:
    """One entry of the change feed: ``sequence`` grows with every commit, ``kind`` is a table's noun."""

    sequence: int
    kind: str
    entity: str
    challenge: str | None = None
