"""A room for the participant's tests: one store, and phones whose panels are answered as by a browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest

from workshop_kit import visit
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Challenge, Idea, Origin, Participant, Sector, Workshop
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.store import Repository, Store, create_store
from workshop_kit.widgets import participant as page
from workshop_kit.widgets.panel import Panel

T = TypeVar("T")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FACTORIES: dict[str, Callable[[ParticipantWindow], Panel]] = {
    "seat": page.seat_panel,
    "join": page.join_panel,
    "ideas": page.ideas_panel,
    "vote": page.vote_panel,
    "scores": page.scores_panel,
    "offer": page.offer_panel,
    "mission": page.mission_panel,
    "thanks": page.thanks_panel,
}
_numbers = count()


class Phone:
    """One browser on the participant's page."""

    def __init__(self, folder: Path, visitor: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PAGE_SERVES_BUNDLES", "1")
        monkeypatch.setattr(visit, "_begun", None)
        if visitor is None:
            monkeypatch.delenv("VISITOR_ID", raising=False)
        else:
            monkeypatch.setenv("VISITOR_ID", visitor)
        self.window = page.open_workshop(folder)
        self.panels = {name: make(self.window) for name, make in FACTORIES.items()}

    def model(self, panel: str) -> dict[str, Any]:
        """Return a panel's read model as the page has it."""
        return dict(self.panels[panel].model)

    def words(self, panel: str) -> dict[str, Any]:
        """Return a panel's words."""
        return dict(self.panels[panel].words)

    def send(self, panel: str, intention: str, identifier: str | None = None, /, **payload: object) -> dict[str, Any]:
        """Send an intention and return its acknowledgement."""
        answer = self.panels[panel].answer(intention, payload, identifier or f"intention-{next(_numbers)}")
        self.window.follow_once()
        return answer

    def do(self, panel: str, intention: str, /, **payload: object) -> None:
        """Send an intention that must succeed."""
        answer = self.send(panel, intention, **payload)
        assert answer["ok"], answer

    def refuse(self, panel: str, intention: str, /, **payload: object) -> str:
        """Send an intention that must be refused, and return the sentence."""
        answer = self.send(panel, intention, **payload)
        assert not answer["ok"], answer
        return str(answer["sentence"])

    def join(self, pseudonym: str, category: str = "association", sector: str = "") -> Phone:
        """Take a seat."""
        self.do("join", "join", pseudonym=pseudonym, category=category, sector=sector)
        return self

    @property
    def me(self) -> Participant:
        """Who sits here."""
        assert self.window.participant is not None
        return self.window.participant

    def everything(self) -> str:
        """Return the whole state that this page's visitor can read, as text."""
        return json.dumps([panel.get_state() for panel in self.panels.values()], ensure_ascii=False, default=str)


class Room:
    """A workshop with two challenges, a sector, and one idea of someone else's."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "atelier"
        self._monkeypatch = monkeypatch
        workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOON, NOON + timedelta(days=365))
        self.store: Store = create_store(self.folder, workshop)
        self.write(_fill)
        self._phones: list[Phone] = []

    def phone(self, visitor: str | None = "browser-1") -> Phone:
        """Open the page in a browser."""
        phone = Phone(self.folder, visitor, self._monkeypatch)
        self._phones.append(phone)
        return phone

    def read(self, action: Callable[[Repository], T]) -> T:
        """Read the store."""
        return self.store.read(action)

    def write(self, action: Callable[[Repository], T]) -> T:
        """Write to the store, as another window would."""
        return self.store.perform(None, action)

    def move(self, phase: Phase, *phones: Phone) -> None:
        """Move the workshop, and let the phones see it."""
        self.write(lambda repository: repository.update_workshop(replace(repository.find_workshop(), phase=phase)))
        for phone in phones:
            phone.window.follow_once()

    def close(self) -> None:
        """Close everything."""
        for phone in self._phones:
            phone.window.close()
        self.store.close()


def _fill(repository: Repository) -> None:
    repository.add_challenge(Challenge("c0", "Logement", "Plus personne ne dort dehors.", position=0))
    repository.add_challenge(Challenge("c1", "Mobilité", "Chaque hameau rejoint le bourg.", position=1))
    repository.add_sector(Sector("s0", "Les Tilleuls", "Mme Roy"))
    repository.add_participant(Participant("other", "Mésange", "shop", "", Origin.ROOM, NOON))
    repository.add_idea(Idea("secret", "c0", "Une laverie près de la gare", None, "other", NOON))
