"""Moderation of words (*modération*): what in an idea a person should read before the room does, and why.

Nothing is removed by it. What is found holds an idea back until its author or the facilitator has read it again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from workshop_kit.domain.contacts import find_contacts
from workshop_kit.domain.insults import find_insults
from workshop_kit.domain.people_named import find_people


class FindingKind(StrEnum):
    """What may not reach the projector unread: the key of the reason under ``words.held``."""

    INSULT = "hurts"
    PERSON = "person"
    CONTACT = "contact"


@dataclass(frozen=True)
class Finding:
    """Something in a text that is read before it is shown (*passage signalé*), from ``start`` to ``end``."""

    kind: FindingKind
    start: int
    end: int


def find_unfit(text: str, room: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what in ``text`` a person should read before the room does, from left to right.

    Parameters
    ----------
    text
        What somebody writes.
    room
        What those present are called: to name one of them by a first name names somebody.

    """
    contacts = [Finding(FindingKind.CONTACT, one.start, one.end) for one in find_contacts(text)]
    found = [Finding(FindingKind.INSULT, *span) for span in find_insults(text)]
    found += [Finding(FindingKind.PERSON, *span) for span in find_people(text, room)]
    apart = [one for one in found if not any(one.start < other.end and other.start < one.end for other in contacts)]
    return tuple(sorted((*contacts, *apart), key=lambda one: (one.start, one.end, one.kind)))


def find_reason(found: Collection[Finding]) -> FindingKind | None:
    """Return for what an idea is held back, the one that hurts most first; ``None``: for nothing."""
    kinds = {one.kind for one in found}
    return next((kind for kind in FindingKind if kind in kinds), None)
