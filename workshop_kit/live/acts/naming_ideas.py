"""Ids of ideas (*keyed identifiers*): one that a phone wrote tells so to the workshop, and to nobody else.

An idea may lose its author, by an erasure, or have had none: the facilitator typed it, or a file held it. What of it
came from a phone must be told all the same, where a flood is held back. The id says so by a digest that is keyed with
the workshop's secret: no page, no file and no other workshop can tell it from chance, so that nobody learns which ideas
were spoken or written on paper; and two ideas of one phone have nothing in common.
"""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from workshop_kit.domain.model import Idea
from workshop_kit.store import Repository

_CHANCE: Final = 20
_WHOLE: Final = 32


def name_idea(repository: Repository, *, by_phone: bool) -> str:
    """Return an id for a new idea."""
    chance = uuid4().hex
    return _sign(repository, chance[:_CHANCE]) if by_phone else chance


def is_from_phone(repository: Repository, idea: Idea) -> bool:
    """Tell whether an idea was written on a participant's own phone, whoever its author is or was."""
    return len(idea.id) == _WHOLE and idea.id == _sign(repository, idea.id[:_CHANCE])


def _sign(repository: Repository, chance: str) -> str:
    return chance + repository.digest("phone", chance)[: _WHOLE - _CHANCE]
