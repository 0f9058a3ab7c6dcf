"""The contract of step 6: what the synthesis holds, how far its makings are, and whom to erase."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypedDict

from workshop_kit.domain.course import Phase
from workshop_kit.live.contract.asking import Id

# -- what may be asked ----------------------------------------------------------------------------------------------


class ReportForm(StrEnum):
    """What the synthesis is made as."""

    PDF = "pdf"
    HTML = "html"


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


# -- what is shown --------------------------------------------------------------------------------------------------


class MakingDetails(TypedDict, total=False):
    """While it works: how far (0 to 1), and what it does; once failed: why.

    Once ready: its size in kB, and which signs could not be drawn, ``""``: all were.
    """

    share: float
    doing: str
    size: int
    undrawn: str
    sentence: str


class MakingModel(MakingDetails):
    """How a making stands; ``number`` grows with every one that ended, well, badly or by a wish."""

    state: MakingWord
    number: int


class ErasablePerson(TypedDict):
    """Somebody as a page that is mirrored may list them, and the ``name`` to show once they are chosen.

    ``others`` are their other seats, which are erased with this one.
    """

    id: str
    label: str
    name: str
    others: list[str]


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
    filled: int
    waiting: int
    persons: list[ErasablePerson]


class SynthesisModel(SynthesisCounts):
    """Step 6: what the synthesis will hold, the name of its file, and how far its makings are."""

    file: str
    pdf: MakingModel
    html: MakingModel
