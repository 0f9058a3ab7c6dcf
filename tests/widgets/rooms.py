"""Small workshops that the tests of steps 4 to 6 and of the screen stand on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from workshop_kit.domain import course
from workshop_kit.domain.course import Phase, Role
from workshop_kit.domain.model import (
    Challenge,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Score,
    Sector,
    Source,
    Volunteer,
    Workshop,
)
from workshop_kit.store import Repository, Store, create_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
#: The end of a retention that no test outlives.
NEVER = datetime(2999, 1, 1, tzinfo=UTC)
PSEUDONYMS = {"ana": "Coquelicot", "bob": "Hirondelle", "cle": "Girouette", "dan": "Boussole"}
SECRETS = ("Jeanne Petit", "Paul Blanc", "jeanne@exemple.fr", "06 11 22 33 44")
MILL = "Hameau du Moulin"
IDEAS = ("Ouvrir le gymnase la nuit", "Un tour de garde des clubs", "Une laverie près de la gare")


def make_room(folder: Path) -> Store:
    """Four people, two challenges, three ideas of which two are gathered, dots, scores, offers and two missions."""
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOON, NEVER)
    store = create_store(folder, workshop)
    store.perform(None, _fill)
    move(store, Phase.WELCOME)
    return store


def _fill(repository: Repository) -> None:
    repository.add_challenge(Challenge("home", "Logement", "Plus personne ne dort dehors.", position=0))
    repository.add_challenge(Challenge("move", "Mobilité", "Aller au marché sans voiture.", position=1))
    repository.add_sector(Sector("mill", MILL, "Mme Roy"))
    for identifier, pseudonym in PSEUDONYMS.items():
        repository.add_participant(Participant(identifier, pseudonym, "shop", MILL, Origin.ROOM, NOON))
    for number, text in enumerate(IDEAS):
        repository.add_idea(Idea(f"idea-{number}", "home", text, Source.LIVED, "ana", NOON))
    repository.add_group(IdeaGroup("group", "home", "Garde de nuit", ("idea-0", "idea-1"), NOON))
    repository.update_dots(Dots("ana", "home", "group", 2))
    repository.update_dots(Dots("bob", "home", "group", 1))
    repository.add_finished(Phase.WRITING, "ana")
    repository.update_score(Score("ana", "home", 3, 2))
    repository.update_score(Score("bob", "home", 0, 1))
    repository.update_score(Score("cle", "home", None, None, unsure=True))
    repository.add_mission(Mission("watch", "home", "Tour de garde", 1, 2, MILL))
    repository.add_mission(Mission("wash", "home", "Accueil de la laverie", 2))
    shown = Volunteer("ana", SECRETS[0], SECRETS[2], SECRETS[3], MILL, NOON, "missions", may_show_name=True)
    repository.update_volunteer(shown)
    repository.update_volunteer(Volunteer("bob", SECRETS[1], "", SECRETS[3], "", NOON, "missions"))


def write(store: Store, action: Callable[[Repository], Any]) -> None:
    """Change the store as somebody else would."""
    store.perform(None, action)


def move(store: Store, phase: Phase, challenge: str | None = "home") -> None:
    """Move the workshop to ``phase``."""

    def action(repository: Repository) -> None:
        workshop = repository.find_workshop()
        repository.update_workshop(replace(workshop, phase=phase, current_challenge=challenge))

    write(store, action)


def show_in(monkeypatch: pytest.MonkeyPatch, role: Role, **phases: tuple[Phase, ...]) -> None:
    """Have the table of the phases say otherwise when a role is shown what is named."""
    monkeypatch.setattr(course, "SHOWS", {**course.SHOWS, role: {**course.SHOWS[role], **phases}})


class Stopwatch:
    """A clock and its alarms, moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self.alarms: list[tuple[float, Callable[[], None]]] = []

    def __call__(self) -> float:
        return self.now

    def later(self, seconds: float, callback: Callable[[], None]) -> None:
        self.alarms.append((self.now + seconds, callback))

    def pass_time(self, seconds: float) -> None:
        """Let time pass and ring what is due."""
        self.now += seconds
        due = [alarm for alarm in self.alarms if alarm[0] <= self.now + 1e-9]
        self.alarms = [alarm for alarm in self.alarms if alarm not in due]
        for _, callback in due:
            callback()
