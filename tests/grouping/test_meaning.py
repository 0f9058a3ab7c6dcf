"""Meanings are measured once a text, in the process that asks, where the extra is installed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

from workshop_kit.domain.model import Idea
from workshop_kit.live import meaning


class Counted:
    """A model that counts the texts it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def query(self, texts: list[str]) -> Any:
        self.asked += texts
        return np.array([[len(text), 1.0, 2.0] for text in texts], dtype=np.float32)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(meaning, "_load_model", lambda: counted)
    monkeypatch.setattr(meaning, "_find_middle", lambda: np.zeros(3, dtype=np.float32))
    monkeypatch.setattr(meaning, "is_installed", lambda: True)
    monkeypatch.setattr(meaning, "_vectors", type(meaning._vectors)())
    return counted


def make_ideas(*texts: str) -> list[Idea]:
    moment = datetime(2027, 1, 12, tzinfo=UTC)
    return [Idea(str(place), "c", text, None, None, moment) for place, text in enumerate(texts)]


def test_each_text_is_computed_once(model: Counted) -> None:
    meaning.measure_meaning(make_ideas("Une laverie", "Un banc"))
    found = meaning.measure_meaning(make_ideas("Une laverie", "Un banc", "Un arbre", "Un arbre"))
    assert model.asked == ["Une laverie", "Un banc", "Un arbre"]
    assert sorted(found) == ["0", "1", "2", "3"]
    assert all(abs(float(np.linalg.norm(vector)) - 1) < 1e-5 for vector in found.values())


def test_what_is_remembered_is_bounded(model: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "_REMEMBERED", 2)
    for text in ("a", "b", "c", "d"):
        meaning.measure_meaning(make_ideas(text))
    assert len(meaning._vectors) == 2


def test_without_the_extra_there_are_no_meanings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "is_installed", lambda: False)
    assert meaning.measure_meaning(make_ideas("Une laverie")) == {}
