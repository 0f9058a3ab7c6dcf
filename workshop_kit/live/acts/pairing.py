"""Who goes with whom on a mission (*binôme*), and how somebody may be called there: one rule for phones and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Assignment, AssignmentStatus, Participant, Volunteer


class PairRole(StrEnum):
    """What somebody is in a pair: who begins, or who takes a beginner along."""

    BEGINS = "begin"
    TAKES = "take"


@dataclass(frozen=True)
class Pair:
    """With whom somebody goes on a mission (*binôme*), as they may read it.

    ``name`` is how the other may be called, ``""``: they did not accept yet, or nothing may be said of them.
    ``missing``: somebody is still to be found for who begins.
    """

    role: PairRole
    name: str = ""
    missing: bool = False


def find_pair(person: str, on: Iterable[Assignment], call: Callable[[str], str]) -> Pair | None:
    """Return with whom a person goes on a mission; ``None``: with nobody.

    Parameters
    ----------
    person
        The id of the person who reads it.
    on
        The assignments to that mission, each under its person's id.
    call
        Says how somebody who accepted may be called in a pair; see ``call_in_pair``.

    """
    standing = {one.participant: one for one in on if one.status is not AssignmentStatus.DECLINED}
    mine = standing.get(person)
    if mine is None:
        return None
    mentor = None if mine.beside is None else standing.get(mine.beside)
    if mentor is not None:
        return Pair(PairRole.BEGINS, _call(mentor, call))
    if mine.beside is not None or mine.reason.code == "assigned-beside":
        return Pair(PairRole.BEGINS, missing=True)
    beginner = next((one for one in standing.values() if one.beside == person), None)
    return None if beginner is None else Pair(PairRole.TAKES, _call(beginner, call))


def _call(other: Assignment, call: Callable[[str], str]) -> str:
    return call(other.participant) if other.status is AssignmentStatus.ACCEPTED else ""


def call_in_pair(seat: Participant | None, offer: Volunteer | None) -> str:
    """Return how the other of a pair reads somebody who accepted: the name they let be said, else their pseudonym."""
    return name_shown(seat, offer) or name_seat(seat)


def name_shown(seat: Participant | None, offer: Volunteer | None) -> str:
    """Return how anybody on a mission reads somebody who agreed to be named, ``""``: they did not."""
    if offer is None or not offer.may_show_name:
        return ""
    return conceal_contacts(offer.name) or name_seat(seat)


def name_seat(seat: Participant | None) -> str:
    """Return the pseudonym that somebody chose in the room; of a file it may be their name, which nobody reads."""
    return conceal_contacts(seat.pseudonym) if seat is not None and seat.origin.seated else ""


def is_told(mine: Assignment, seat: Participant | None, offer: Volunteer | None) -> bool:
    """Tell whether somebody is yet to be told that, by their yes, the other of the pair reads their pseudonym."""
    unsaid = name_seat(seat) and not name_shown(seat, offer)
    return bool(unsaid) and mine.status is not AssignmentStatus.ACCEPTED
