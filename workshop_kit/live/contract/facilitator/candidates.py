"""The contract of the candidates in step 2: whom the registers know, to look through, tick and take in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypedDict

from workshop_kit.domain.candidates import Register
from workshop_kit.domain.entries import NUMBER, SEARCH
from workshop_kit.live.contract.asking import Id

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class LookAtCandidates:
    """What is looked for: words, a kind by its code in the catalogue, a sector; and which page of it, from 1."""

    search: Annotated[str, SEARCH] = ""
    entry: str = ""
    sector: str = ""
    page: Annotated[int, NUMBER] = 1


@dataclass(frozen=True)
class TakeCandidates:
    """Candidates to put on the list of invitations."""

    candidates: tuple[Id, ...]


@dataclass(frozen=True)
class LetCandidateGo:
    """A candidate to take off the list again."""

    candidate: Id


# -- what is shown --------------------------------------------------------------------------------------------------


class RegisterCount(TypedDict):
    """How many a register knows."""

    register: Register
    count: int


class CountedEntry(TypedDict):
    """A kind of the catalogue, by how many the registers know of it; ``why`` it could matter."""

    code: str
    name: str
    why: str
    count: int
    unexpected: bool


class CandidateRow(TypedDict):
    """One body of a register; ``taken``: it is on the list, ``gone``: the latest file has it no more.

    ``alike``: who is on the list under the same name without having been taken from here, ``""``: nobody.
    """

    id: str
    name: str
    entry: str
    description: str
    address: str
    hamlet: str
    unexpected: bool
    taken: bool
    gone: bool
    alike: str


class CountedSector(TypedDict):
    """How many candidates are in a sector."""

    name: str
    count: int


class CandidatesModel(TypedDict):
    """Whom the registers know, as far as they are looked for; ``found`` of ``all``, ``rows`` of one page of them."""

    registers: list[RegisterCount]
    entries: list[CountedEntry]
    sectors: list[CountedSector]
    all: int
    found: int
    taken: int
    page: int
    pages: int
    search: str
    entry: str
    sector: str
    rows: list[CandidateRow]


class Taken(TypedDict):
    """How many were taken in."""

    added: int
