"""Who goes with whom on a mission (*binôme*), and how somebody may be called there: one rule for phones and paper.

A yes lets the other of a pair read one's pseudonym where the page that took it said so, and nobody else who comes to
the pair later: for them one is "somebody", until one says yes again or agreed to be named to all on the mission.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b
from typing import Final

from workshop_kit.domain.model import Assignment, AssignmentStatus, Participant, Volunteer
from workshop_kit.domain.shown_names import name_seat, name_shown

#: Under which an assignment keeps beside its reason to whom, by a mark that names nobody, its yes told a pseudonym.
_TOLD: Final = "told"


class PairRole(StrEnum):
    """What somebody is in a pair: who begins, or who takes a beginner along."""

    BEGINS = "begin"
    TAKES = "take"


@dataclass(frozen=True)
class Pair:
    """With whom somebody goes on a mission (*binôme*), as they may read it.

    ``other`` is the other's id, ``name`` how they may be called, ``""``: they did not accept yet, or nothing may be
    said of them. ``missing``: somebody is still to be found for who begins.
    """

    role: PairRole
    other: str = ""
    name: str = ""
    missing: bool = False


def find_pair(person: str, on: Iterable[Assignment], call: Callable[[str, bool], str]) -> Pair | None:
    """Return with whom a person goes on a mission; ``None``: with nobody.

    Parameters
    ----------
    person
        The id of the person who reads it.
    on
        The assignments to that mission, each under its person's id.
    call
        Says how somebody who accepted may be called in a pair, by their id and whether their yes told the person
        their pseudonym; see ``call_in_pair``.

    """
    standing = {one.participant: one for one in on if one.status is not AssignmentStatus.DECLINED}
    mine = standing.get(person)
    if mine is None:
        return None
    mentor = None if mine.beside is None else standing.get(mine.beside)
    if mentor is not None:
        return Pair(PairRole.BEGINS, mentor.participant, _call(mentor, person, call))
    if mine.beside is not None or mine.reason.code == "assigned-beside":
        return Pair(PairRole.BEGINS, missing=True)
    beginner = next((one for one in standing.values() if one.beside == person), None)
    return None if beginner is None else Pair(PairRole.TAKES, beginner.participant, _call(beginner, person, call))


def _call(other: Assignment, person: str, call: Callable[[str, bool], str]) -> str:
    return call(other.participant, _tells(other, person)) if other.status is AssignmentStatus.ACCEPTED else ""


def call_in_pair(seat: Participant | None, offer: Volunteer | None, told: bool) -> str:
    """Return how the other of a pair reads somebody who accepted: the name they let be said, else what they told."""
    return name_shown(seat, offer) or (name_seat(seat) if told else "")


def tell_pseudonym(mine: Assignment, on: Iterable[Assignment]) -> Assignment:
    """Return a yes with a mark of whom it lets read one's pseudonym: the other of the pair as it stands, or nobody."""
    values = {key: value for key, value in mine.reason.values.items() if key != _TOLD}
    pair = find_pair(mine.participant, on, lambda _other, _told: "")
    if pair is not None and pair.other:
        values[_TOLD] = _mark(pair.other)
    return replace(mine, reason=replace(mine.reason, values=values))


def _tells(mine: Assignment, other: str) -> bool:
    return mine.reason.values.get(_TOLD) == _mark(other)


def _mark(person: str) -> str:
    return blake2b(person.encode(), digest_size=6).hexdigest()


class Telling(StrEnum):
    """What a person is to be told of their pseudonym in a pair."""

    BY_YES = "told"
    BY_YES_AGAIN = "told-again"


def find_telling(mine: Assignment, pair: Pair, seat: Participant | None, offer: Volunteer | None) -> Telling | None:
    """Return what to say of who reads one's pseudonym: that a yes is enough, or that one's yes came before the pair.

    ``None``: nothing, as the other reads it, or one is named or has no pseudonym.
    """
    if not name_seat(seat) or name_shown(seat, offer):
        return None
    if mine.status is not AssignmentStatus.ACCEPTED:
        return Telling.BY_YES
    return None if _tells(mine, pair.other) else Telling.BY_YES_AGAIN
