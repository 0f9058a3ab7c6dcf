"""The contract of a phone's ideas: one's own while writing, everybody's once revealed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.course import Stage
from workshop_kit.domain.entries import CLARIFICATION, IDEA, NUMBER
from workshop_kit.domain.model import Source
from workshop_kit.live.contract.asking import Id, OneOf
from workshop_kit.live.contract.shared import ChallengeText, Hidden

# -- what may be asked ----------------------------------------------------------------------------------------------

KnownSource = Annotated[Source, OneOf("unknown-source")]


class Finishable(StrEnum):
    """What one may be done with."""

    WRITING = Stage.WRITING
    VOTE = Stage.VOTE


@dataclass(frozen=True)
class WriteIdea:
    """An idea of one's own for a challenge, and how one knows, if one says so.

    ``wording`` is the number of the wording that the person read, ``None``: the present one.
    """

    challenge: Id
    text: Annotated[str, IDEA]
    source: KnownSource | None = None
    wording: Annotated[int, NUMBER] | None = None


@dataclass(frozen=True)
class CorrectIdea:
    """Another text or source for an idea of one's own."""

    idea: Id
    text: Annotated[str, IDEA]
    source: KnownSource | None = None


@dataclass(frozen=True)
class RemoveIdea:
    """An idea of one's own to take back."""

    idea: Id


@dataclass(frozen=True)
class Finish:
    """Say "I am done" with a stage of a challenge, or not yet."""

    challenge: Id
    stage: Finishable
    finished: bool


@dataclass(frozen=True)
class AnswerQuestion:
    """What the author of an idea means by it, in a sentence; an empty one takes the answer back."""

    idea: Id
    answer: Annotated[str, CLARIFICATION]


@dataclass(frozen=True)
class TurnIdeas:
    """Another page of a challenge's ideas, revealed or voted on, from 1."""

    challenge: Id
    page: Annotated[int, NUMBER]


class Written(TypedDict):
    """The id of an idea just written or corrected."""

    idea: str


# -- what is shown --------------------------------------------------------------------------------------------------


class OwnIdea(TypedDict):
    """An idea of one's own; ``earlier``: it answers an earlier wording of the challenge.

    ``held`` is the reason for which the facilitator holds it back from the room, ``""``: it is not held back.
    ``corrected``: it was changed since, and the facilitator did not read it again yet. ``voted_on``: people voted since
    it says this, or a mission was made of it, so that it is neither corrected nor taken back; of one that is held back
    it says after the results alone whether it was chosen.
    """

    id: str
    text: str
    source: Source | None
    earlier: bool
    held: str
    corrected: bool
    voted_on: bool


class WritingChallenge(ChallengeText):
    """A challenge that is being written on, with one's own ideas.

    ``seen`` says what the room has seen of its ideas already: nothing, some for seconds by mistake, or all those
    written before the writing was opened again. ``nudged``: the facilitator encourages who has said nothing yet, and
    this person has not. ``ahead``: it is written on at leisure, before the room works on it.
    """

    stage: Literal["writing"]
    seen: Literal["nothing", "glimpse", "before"]
    ideas: list[OwnIdea]
    finished: bool
    nudged: bool
    ahead: bool


class RevealedIdea(TypedDict):
    """An idea that everybody may read, and whether it is one's own.

    ``answer`` is what its author answered to "what do you mean?", ``""``: nothing. ``discuss``: it is marked for
    discussion.
    """

    text: str
    mine: bool
    answer: str
    discuss: bool


class AskedIdea(TypedDict):
    """An idea of one's own of which the room asks what is meant, and what one answered so far, ``""``: nothing."""

    id: str
    text: str
    answer: str


class RevealedOption(TypedDict):
    """An idea, or some of the ``gathered`` ideas under a title."""

    title: str
    lone: bool
    gathered: int
    ideas: list[RevealedIdea]


class RevealedChallenge(ChallengeText):
    """A challenge whose ideas are revealed, in an order of this person's own; ``held`` of one's own are held back.

    Of many ideas a phone is given a ``page`` of ``pages`` at a time; ``count`` is how many there are in all, ``own``
    what one's own of them say; of those ``asked`` the room asks what is meant. A group that goes on over a page stands
    on both.
    """

    stage: Literal["reveal"]
    options: list[RevealedOption]
    count: int
    page: int
    pages: int
    own: list[str]
    asked: list[AskedIdea]
    held: list[OwnIdea]


class OpenIdeas(TypedDict):
    """The challenges whose ideas this person writes or reads now; each as far as that challenge has come."""

    visible: Literal[True]
    challenges: list[WritingChallenge | RevealedChallenge]


IdeasModel = OpenIdeas | Hidden
