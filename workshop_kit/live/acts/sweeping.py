"""Holding a flood back (bulk moderation): everything of one device, or of newcomers, since a moment; reversibly.

Nobody learns from it who wrote what: a device is named by one of its ideas, and how many there are is all that is told.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from workshop_kit.domain.floods import Sweep, list_of_device
from workshop_kit.domain.model import Idea, Origin
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.holding import hold_ideas
from workshop_kit.live.acts.naming_ideas import is_from_phone
from workshop_kit.live.held import FLOOD, is_held_for
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


def sweep_device(repository: Repository, idea: Idea, since: datetime, now: datetime) -> Sweep:
    """Hold back every idea that came from where ``idea`` came from since then, for whichever challenge.

    Raises ``InvalidEntry`` (``nothing-to-sweep``) where there is none that the room would read.
    """
    theirs = list_of_device(
        repository.list_ideas(), idea, Persons(repository).seats, lambda one: is_from_phone(repository, one)
    )
    return _sweep(repository, theirs, since, now)


def sweep_newcomers(repository: Repository, since: datetime, now: datetime) -> Sweep:
    """Hold back what was written since then by whoever took a seat on a phone since then, or gave one back.

    For many seats of one device, each with a few ideas; raises as ``sweep_device``.
    """
    new = {one.id for one in repository.list_participants() if one.origin is Origin.ROOM and one.joined_at >= since}
    theirs = [
        idea
        for idea in repository.list_ideas()
        if idea.author in new or (idea.author is None and is_from_phone(repository, idea))
    ]
    return _sweep(repository, theirs, since, now)


def undo_sweep(repository: Repository, sweep: Sweep, now: datetime) -> int:
    """Give back to the room what was held back together and is so still; return how many ideas these are."""
    standing = list_standing(repository.list_ideas(), sweep)
    hold_ideas(repository, standing, "")
    repository.update_sweep(replace(sweep, undone_at=now))
    return len(standing)


def list_standing(ideas: Collection[Idea], sweep: Sweep) -> list[Idea]:
    """Return those of ``ideas`` that a sweep holds back still: others were given back, or held for another reason."""
    swept = frozenset(sweep.ideas) if sweep.undone_at is None else frozenset()
    return [idea for idea in ideas if idea.id in swept and is_held_for(FLOOD, idea.held)]


def _sweep(repository: Repository, ideas: Collection[Idea], since: datetime, now: datetime) -> Sweep:
    swept = [idea for idea in ideas if not idea.held and idea.written_at >= since]
    if not swept:
        raise InvalidEntry("nothing-to-sweep")
    reason = Translator(repository.find_workshop().language)(f"words.held.{FLOOD}")
    hold_ideas(repository, swept, reason)
    sweep = Sweep(uuid4().hex, now, tuple(idea.id for idea in swept))
    repository.add_sweep(sweep)
    return sweep
