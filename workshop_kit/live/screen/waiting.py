"""What waits to be read before the room reads it on the screen: ideas that no press brought there yet, and names."""

from __future__ import annotations

from workshop_kit.domain.course import Stage
from workshop_kit.domain.model import AssignmentStatus, Challenge, Idea
from workshop_kit.domain.shown_names import list_shown_names
from workshop_kit.live.challenge import read_shown_ideas
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


def list_waiting(repository: Repository, challenge: Challenge) -> tuple[Idea, ...]:
    """Return the ideas that the room would read for the first time, were the challenge brought to the screen."""
    if challenge.stage is not Stage.REVEAL:
        return ()
    ideas = read_shown_ideas(repository, challenge.id)
    return tuple(idea for idea in ideas if idea.unread or not challenge.brought)


def count_names(repository: Repository) -> int:
    """Return how many people the missions name on the screen: who accepted one and agreed to be named."""
    persons = Persons(repository)
    named = list_shown_names(persons.list_participants(), persons.list_volunteers())
    accepted = {one.participant for one in persons.list_assignments() if one.status is AssignmentStatus.ACCEPTED}
    return len(named.keys() & accepted)
