"""A small workshop for the facilitator's tests, with its clock, and the way its panels and its door are asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Challenge, Idea, Origin, Participant, Workshop
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.store import Repository, Store, create_store
from workshop_kit.widgets.panel import Panel

T = TypeVar("T")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class Stage:
    """One store and one facilitator's window, at ``moment``: noon, until a test says otherwise."""

    folder: Path
    store: Store
    moment: datetime = NOON

    def __post_init__(self) -> None:
        self._numbers = count()
        self.window = FacilitatorWindow(self.folder, now=lambda: self.moment)

    def ask(self, intention: str, /, **payload: object) -> Any:
        """Ask the door without a panel, what it must not refuse, and return the result."""
        return self.window.carry_out(intention, payload, f"asked-{next(self._numbers)}")

    def do(self, panel: Panel, intention: str, /, **payload: object) -> Any:
        """Answer an intention that must succeed, and return its result."""
        answer = panel.answer(intention, payload, f"intention-{next(self._numbers)}")
        assert answer["ok"], answer
        return answer["result"]

    def refuse(self, panel: Panel, intention: str, /, **payload: object) -> str:
        """Answer an intention that must be refused, and return the sentence."""
        answer = panel.answer(intention, payload, f"intention-{next(self._numbers)}")
        assert not answer["ok"], answer
        return str(answer["sentence"])

    def read(self, action: Callable[[Repository], T]) -> T:
        """Read the store."""
        return self.store.read(action)

    def write(self, action: Callable[[Repository], T]) -> T:
        """Write to the store, as another window would."""
        return self.store.perform(None, action)

    def workshop(self) -> Workshop:
        """Return the workshop as stored."""
        return self.read(lambda repository: repository.find_workshop())

    def close(self) -> None:
        """Close both."""
        self.window.close()
        self.store.close()


def set_stage(folder: Path, *, challenges: int = 0, people: int = 0) -> Stage:
    """Create a workshop with some challenges (``c0``…) and some people in the room (``p0``…)."""
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOON, date_of(2999, 9, 1))
    store = create_store(folder / "atelier", workshop)

    def fill(repository: Repository) -> None:
        for index in range(challenges):
            repository.add_challenge(Challenge(f"c{index}", f"Enjeu {index}", f"Défi {index}.", position=index))
        for index in range(people):
            category = ("association", "shop", "resident")[index % 3]
            repository.add_participant(Participant(f"p{index}", f"Fleur {index}", category, "", Origin.ROOM, NOON))

    store.perform(None, fill)
    return Stage(folder / "atelier", store)


def date_of(year: int, month: int, day: int) -> datetime:
    """Return the start of a day."""
    return datetime.combine(date(year, month, day), datetime.min.time(), UTC)


def add_ideas(stage: Stage, challenge: str, *texts: str) -> list[str]:
    """Write ideas for ``challenge``, each by another of the people in the room; return their ids."""
    ids = [f"{challenge}-i{index}" for index in range(len(texts))]

    def write(repository: Repository) -> None:
        for index, text in enumerate(texts):
            repository.add_idea(Idea(ids[index], challenge, text, None, f"p{index}", NOON))

    stage.write(write)
    return ids
