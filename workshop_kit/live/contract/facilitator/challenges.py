"""The contract of step 1: the workshop's own words, its challenges by parts, and its sectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, TypedDict

from workshop_kit.domain.entries import (
    ANSWER,
    PART,
    REFERENT,
    SECTOR,
    STAKE,
    STATEMENT,
    WORKSHOP_TERRITORY,
    WORKSHOP_TITLE,
    Whole,
)
from workshop_kit.domain.precision import Part
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.facilitator.clarity import ClarityOfChallenge, Reading, SavedSentence, WaysToRead
from workshop_kit.live.contract.facilitator.followup import WorkshopAfterwards
from workshop_kit.live.contract.shared import ChallengeText

# -- what may be asked ----------------------------------------------------------------------------------------------

#: One place up or down a list; no page offers more.
_ONE_PLACE: Final = Whole(-1, 1, "malformed-intention")


@dataclass(frozen=True)
class DescribeWorkshop:
    """The workshop's own words, and the language its pages start in."""

    title: Annotated[str, WORKSHOP_TITLE]
    territory: Annotated[str, WORKSHOP_TERRITORY]
    language: str


@dataclass(frozen=True, kw_only=True)
class PreviewChallenge:
    """A challenge by parts as it is being typed; an empty ``statement`` takes the sentence that the parts make.

    With the ``id`` of a challenge that is there already, its words are compared with these.
    """

    id: Id | None = None
    statement: Annotated[str, STATEMENT] = ""
    action: Annotated[str, PART] = ""
    population: Annotated[str, PART] = ""
    territory: Annotated[str, PART] = ""
    deadline: Annotated[str, PART] = ""
    indicator: Annotated[str, PART] = ""


@dataclass(frozen=True, kw_only=True)
class WriteChallenge(PreviewChallenge):
    """A challenge to add, or to change when its ``id`` is given.

    ``solution``: what was written first and was a means; it is kept among the sentences, before the one it led to.
    """

    stake: Annotated[str, STAKE]
    solution: Annotated[str, STATEMENT] = ""


@dataclass(frozen=True)
class ExtendChallenge:
    """A sentence as it is being typed, and the answer to the question after one of its parts."""

    statement: Annotated[str, STATEMENT]
    part: Annotated[Part, OneOf("malformed-intention")]
    answer: Annotated[str, ANSWER]


@dataclass(frozen=True, kw_only=True)
class SplitChallenge(WriteChallenge):
    """A challenge to write as ``WriteChallenge``, and a second one out of the same sentence, right after it."""

    second: Annotated[str, STATEMENT]
    second_stake: Annotated[str, STAKE]


@dataclass(frozen=True)
class MoveChallenge:
    """A challenge to move up (-1) or down (1) the list."""

    challenge: Id
    places: Annotated[int, _ONE_PLACE]


@dataclass(frozen=True, kw_only=True)
class WriteSector:
    """A sector to add, or to change when its ``id`` is given."""

    id: Id | None = None
    name: Annotated[str, SECTOR]
    referent: Annotated[str, REFERENT] = ""


@dataclass(frozen=True)
class RemoveSector:
    """A sector to remove."""

    sector: Id


# -- what is shown --------------------------------------------------------------------------------------------------


class ChallengePrecision(TypedDict):
    """The sentence that a challenge's parts make, and how the one it has is read.

    ``lost`` are the parts that are filled and that a statement in somebody's own words does not take up: the report
    does not print them beside it.
    """

    assembled: str
    lost: list[Part]
    reading: Reading


class ChallengePreview(ChallengePrecision):
    """A challenge as it is being typed; ``renewed`` says that, once saved, phones tell that the question changed."""

    renewed: bool


class ExtendedChallenge(TypedDict):
    """The sentence with the answer in it; ``built``: on the answer, so that what stood there gave way to it."""

    statement: str
    built: bool


class ChallengeByParts(ChallengeText, ChallengePrecision):
    """A challenge with its parts, whether a person worded its statement, and how many ideas people wrote for it.

    ``sentences`` are those that were saved for it, the latest first; ``open``: people have begun to work on it.
    """

    own_words: bool
    action: str
    population: str
    territory: str
    deadline: str
    indicator: str
    ideas: int
    open: bool
    sentences: list[SavedSentence]
    clarity: ClarityOfChallenge


class SectorEntry(TypedDict):
    """A part of the territory and the name of its referent, empty when unknown."""

    id: str
    name: str
    referent: str


class ChallengesModel(WorkshopAfterwards):
    """Step 1: the workshop's own words, its challenges by parts, and its sectors."""

    title: str
    territory: str
    language: str
    challenges: list[ChallengeByParts]
    ways: WaysToRead
    sectors: list[SectorEntry]
