"""What the facilitator may ask and is shown in steps 3 to 6: ideas, matrix, missions, synthesis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.course import Phase
from workshop_kit.domain.entries import COMPETENCE, GROUP_TITLE, IDEA, INTEREST, MISSION_TITLE, PLACES
from workshop_kit.domain.model import AssignmentStatus, Source
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.shared import Choice, MatrixCounts, NumberedChallenge, Tallied


class IdeaStage(StrEnum):
    """How much of the ideas may be seen."""

    HIDDEN = "hidden"
    REVEAL = "reveal"
    VOTE = "vote"
    RESULTS = "results"


class ReportForm(StrEnum):
    """What the synthesis is made as."""

    PDF = "pdf"
    HTML = "html"


# -- what may be asked: ideas ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class WriteFor:
    """An idea of someone without a phone; without a pseudonym it has no author.

    A pseudonym that is not yet in the room needs a ``category``.
    """

    text: Annotated[str, IDEA]
    source: Annotated[Source, OneOf("unknown-source")] | None = None
    pseudonym: str = ""
    category: str = ""


@dataclass(frozen=True)
class RemoveAnyIdea:
    """An idea to take away, whoever wrote it."""

    idea: Id


@dataclass(frozen=True)
class GatherIdeas:
    """Ideas that become one option under a title; members of standing groups bring their whole group along."""

    ideas: tuple[Id, ...]
    title: Annotated[str, GROUP_TITLE]


@dataclass(frozen=True)
class RenameGroup:
    """Another title for a standing group."""

    group: Id
    title: Annotated[str, GROUP_TITLE]


@dataclass(frozen=True)
class UndoGroup:
    """A group whose ideas are parted again."""

    group: Id


class Gathered(TypedDict):
    """The group just made, and all its ideas."""

    group: str
    members: list[str]


# -- what may be asked: matrix ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ScoreFor:
    """A score said for someone: a known ``participant``, or else a new person with a pseudonym and a category.

    Competence and interest are both needed unless ``unsure``, the answer "I don't know".
    """

    challenge: Id
    participant: Id | None = None
    pseudonym: str = ""
    category: str = ""
    competence: Annotated[int, COMPETENCE] | None = None
    interest: Annotated[int, INTEREST] | None = None
    unsure: bool = False


class ScoredFor(TypedDict):
    """For whom a score was kept: an id alone, since an answer outlives an erasure."""

    participant: str


# -- what may be asked: missions -------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class MissionEntries:
    """What a mission consists of; ``sector`` is a sector's name, or empty for anywhere."""

    title: Annotated[str, MISSION_TITLE]
    places: Annotated[int, PLACES]
    min_competence: Annotated[int, COMPETENCE]
    sector: str = ""


@dataclass(frozen=True, kw_only=True)
class AddMission(MissionEntries):
    """A new mission under a challenge."""

    challenge: Id


@dataclass(frozen=True, kw_only=True)
class ChangeMission(MissionEntries):
    """Other entries for a mission."""

    mission: Id


@dataclass(frozen=True)
class RemoveMission:
    """A mission to take away; the people on it are free again."""

    mission: Id


@dataclass(frozen=True)
class OnMission:
    """Somebody, and the mission they are put on or taken off."""

    participant: Id
    mission: Id


class Placed(TypedDict):
    """The codes of the method's rules that a placement by hand breaks."""

    breaks: list[str]


# -- what may be asked: synthesis ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ReportAsked:
    """In which form the synthesis is made, cancelled or fetched."""

    format: ReportForm


@dataclass(frozen=True)
class ErasePerson:
    """Somebody who asks to be erased, with or without their ideas."""

    person: Id
    with_ideas: bool


MakingWord = Literal["none", "working", "ready", "failed", "cancelled"]


class MakingStands(TypedDict):
    """How a making stands."""

    state: MakingWord


class Fetched(TypedDict):
    """What was made, a PDF in base64 or a page as its text, and the ``number`` of its making."""

    content: str
    number: int


# -- what is shown: ideas --------------------------------------------------------------------------------------------


class PlacedChallenge(NumberedChallenge):
    """The current challenge, with its place among the ``total``."""

    total: int


class RoomCounts(TypedDict):
    """How many are in the room, wrote, are done, or have done neither."""

    people: int
    ideas: int
    finished: int
    silent: int


class Gauge(TypedDict):
    """A measure from 0 to 1 that helps to act now, with the sentence that says what to do about it."""

    key: Literal["diversity", "field", "independence", "originality"]
    value: float | None
    sentence: str


class TableIdea(TypedDict):
    """An idea as the facilitator reads it; ``category`` says in words as whom its author speaks."""

    id: str
    text: str
    source: Source | None
    category: str | None


class OptionTally(TypedDict, total=False):
    """What an option gathered; only once the vote is closed."""

    tally: Tallied


class TableOption(OptionTally):
    """What the room votes on: ideas gathered under a title, or an idea by itself (``lone``)."""

    id: str
    title: str
    lone: bool
    original: bool
    ideas: list[TableIdea]


class IdeaTableModel(TypedDict):
    """Step 3: texts stand in it only once revealed, tallies only once the vote is closed.

    ``suggestions`` are the ids of ideas that say nearly the same.
    """

    phase: Phase
    stage: IdeaStage
    challenge: PlacedChallenge | None
    counts: RoomCounts
    gauges: list[Gauge]
    categories: list[Choice]
    options: list[TableOption]
    suggestions: list[list[str]]
    may_gather: bool
    voted: int


# -- what is shown: matrix -------------------------------------------------------------------------------------------


class KnownPerson(TypedDict):
    """Somebody the workshop knows."""

    id: str
    pseudonym: str


class NamedMatrix(NumberedChallenge, MatrixCounts):
    """A challenge's matrix with the pseudonyms of each cell, by ``row-column``, and of those who don't know."""

    names: dict[str, list[str]]
    unsure_names: list[str]


class MatricesModel(TypedDict):
    """Step 4: every matrix, and the people one may score for."""

    current: str | None
    challenges: list[NamedMatrix]
    people: list[KnownPerson]
    categories: list[Choice]


# -- what is shown: missions -----------------------------------------------------------------------------------------


class PersonOnMission(KnownPerson):
    """Somebody on a mission: why, and in words which of the method's rules that breaks."""

    competence: int | None
    interest: int | None
    status: AssignmentStatus
    by_hand: bool
    reason: str
    breaks: list[str]


class BookedMission(TypedDict):
    """A mission with the people on it; ``unfilled`` says why places are free, empty when none is."""

    id: str
    title: str
    places: int
    min_competence: int
    sector: str
    people: list[PersonOnMission]
    unfilled: str


class MissionChallenge(NumberedChallenge):
    """A challenge with its missions."""

    missions: list[BookedMission]


class PersonWithout(KnownPerson):
    """Somebody without a mission, and why."""

    reason: str


class SetAside(TypedDict):
    """Who declined what, or was taken off it, in a sentence."""

    said: str


class MissionBookModel(TypedDict):
    """Step 5: the missions, those without one, and those set aside; each with its reason in words."""

    current: str | None
    challenges: list[MissionChallenge]
    sectors: list[str]
    unassigned: list[PersonWithout]
    declined: list[SetAside]
    proposed: bool
    placed: int
    places: int


# -- what is shown: synthesis ----------------------------------------------------------------------------------------


class MakingDetails(TypedDict, total=False):
    """While it works: how far (0 to 1), and what it does; once ready: its size in kB; once failed: why."""

    share: float
    doing: str
    size: int
    sentence: str


class MakingModel(MakingDetails):
    """How a making stands; ``number`` grows with every one that ended, well, badly or by a wish."""

    state: MakingWord
    number: int


class ErasablePerson(TypedDict):
    """Somebody by pseudonym, with the name they left if it is another."""

    id: str
    label: str


class SynthesisCounts(TypedDict):
    """What the synthesis will hold, in numbers.

    ``known`` are volunteers known from a file or a poster alone: counted apart, they were not there.
    """

    title: str
    territory: str
    phase: Phase
    challenges: int
    people: int
    known: int
    ideas: int
    scored: int
    missions: int
    places: int
    placed: int
    persons: list[ErasablePerson]


class SynthesisModel(SynthesisCounts):
    """Step 6: what the synthesis will hold, the name of its file, and how far its makings are."""

    file: str
    pdf: MakingModel
    html: MakingModel
