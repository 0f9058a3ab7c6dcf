"""Small values for the tests of the store."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any

from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import (
    Challenge,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Sector,
    Source,
    Volunteer,
    Workshop,
)
from workshop_kit.store import Repository, Store
from workshop_kit.store.planning import READ_AGAIN_AT_MOST

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WORKSHOP = Workshop("Bien vieillir", "Val-de-Brume", "fr", Phase.WELCOME, None, None, NOON, NOON + timedelta(days=90))


def a_challenge(entity: str = "c1", **values: Any) -> Challenge:
    return Challenge(entity, **{"stake": "Logement", "statement": "Personne ne dort dehors", **values})


def a_participant(entity: str = "p1", pseudonym: str | None = None) -> Participant:
    return Participant(entity, pseudonym or f"Nom {entity}", "resident", "", Origin.ROOM, NOON)


def an_idea(entity: str = "i1", **values: Any) -> Idea:
    given = {"challenge": "c1", "text": "Un banc à l’ombre", "source": Source.LIVED, "author": "p1", "written_at": NOON}
    return Idea(entity, **{**given, **values})


def a_group(entity: str = "g1", members: tuple[str, ...] = ("i1", "i2"), **values: Any) -> IdeaGroup:
    given = {"challenge": "c1", "title": "Bancs", "members": members, "formed_at": NOON}
    return IdeaGroup(entity, **{**given, **values})


def a_mission(entity: str = "m1", **values: Any) -> Mission:
    return Mission(entity, **{"challenge": "c1", "title": "Tenir la permanence", "places": 2, **values})


def a_volunteer(participant: str = "p1", **values: Any) -> Volunteer:
    given = {"name": "Anne Onyme", "email": "anne@exemple.fr", "phone": "01 02 03 04 05", "sector": "Bourg"}
    consent = {"consented_at": NOON, "purpose": "être rappelée pour ce défi"}
    return Volunteer(participant, **{**given, **consent, **values})


def add_the_usual(repository: Repository) -> None:
    """Two challenges, two participants, three ideas (the third under the second challenge) and a mission."""
    repository.add_challenge(a_challenge("c1", position=0))
    repository.add_challenge(a_challenge("c2", stake="Mobilité", position=1))
    repository.add_participant(a_participant("p1"))
    repository.add_participant(a_participant("p2"))
    repository.add_idea(an_idea("i1"))
    repository.add_idea(an_idea("i2", author="p2"))
    repository.add_idea(an_idea("i3", challenge="c2", author=None, source=None))
    repository.add_mission(a_mission("m1"))


def notices_a_change(store: Store) -> bool:
    """Tell whether the store notices a change; PostgreSQL's notification may arrive a moment after the commit."""
    until = time.monotonic() + 10
    while not store.has_changed():
        if time.monotonic() > until:
            return False
    return True


def changes_of(store: Store, since: int) -> list[tuple[str, str, str | None]]:
    return [(change.kind, change.entity, change.challenge) for change in store.changes_since(since)]


def many_sectors(repository: Repository) -> None:
    """Add more sectors than are read again to see whether they changed."""
    for number in range(READ_AGAIN_AT_MOST + 1):
        repository.add_sector(Sector(f"s{number}", f"Hameau {number}", ""))
