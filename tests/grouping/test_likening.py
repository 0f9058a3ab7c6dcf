"""Meanings are made ready beside the facilitator's page: no read waits for them, and it hears once they are there."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any, cast

import numpy as np
import pytest

from tests.grouping.test_meaning import make_ideas
from workshop_kit.domain.grouping import suggesting
from workshop_kit.domain.ideas import measure_originality
from workshop_kit.domain.model import Idea
from workshop_kit.live import meaning
from workshop_kit.live.facilitator import likening
from workshop_kit.live.facilitator.likening import Likening, find_groups, find_tensions

RAIN, TANKS, CARDS = "Arroser les massifs avec la pluie", "Des cuves sous les toits", "Un tournoi de belote"
#: Where two texts point that say the same, and one that does not.
ANGLES = {RAIN: 0.0, TANKS: 0.2, CARDS: 3.0}


class Model:
    """A model that computes when a test lets it, a text at a time."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.begun = threading.Event()
        self.gate = threading.Event()
        self.gate.set()
        self.error: Exception | None = None

    def query(self, texts: list[str]) -> Any:
        self.begun.set()
        assert self.gate.wait(30)
        if self.error is not None:
            raise self.error
        self.asked += texts
        angles = [ANGLES.get(text, 1.5) for text in texts]
        return np.array([[np.cos(angle), np.sin(angle), 0] for angle in angles], dtype=np.float32)


class Loop:
    """A page's loop, which keeps what it is asked to call."""

    def __init__(self) -> None:
        self.called: list[Callable[[], None]] = []

    def call_soon_threadsafe(self, callback: Callable[[], None]) -> None:
        self.called.append(callback)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Model]:
    slow = Model()
    monkeypatch.setattr(meaning, "_load_model", lambda: slow)
    monkeypatch.setattr(meaning, "_find_middle", lambda: np.zeros(3, dtype=np.float32))
    monkeypatch.setattr(meaning, "_vectors", type(meaning._vectors)())
    monkeypatch.setattr(likening, "is_installed", lambda: True)
    find_groups.cache_clear()
    find_tensions.cache_clear()
    yield slow
    slow.gate.set()
    find_groups.cache_clear()
    find_tensions.cache_clear()


@pytest.fixture
def loop() -> Loop:
    return Loop()


@pytest.fixture
def page(model: Model, loop: Loop) -> Iterator[Likening]:
    """What a page makes ready, begun."""
    begun = Likening(lambda: None, pause=0)
    begun.start(cast("asyncio.AbstractEventLoop", loop))
    yield begun
    model.gate.set()
    begun.close()
    begun.wait()


def plain(*texts: str) -> tuple[Idea, ...]:
    return tuple(make_ideas(*texts))


def test_meanings_are_there_at_the_reveal_since_they_are_made_while_nobody_reads(
    page: Likening, loop: Loop, model: Model
) -> None:
    page.offer(plain(RAIN))
    page.offer(plain(RAIN, TANKS, CARDS), later=["Un banc"])
    page.wait()
    assert loop.called == [], "there is nothing to be drawn again"
    assert page.read(plain(RAIN, TANKS, CARDS)) == {"0", "1", "2"}
    assert find_groups(plain(RAIN, TANKS, CARDS), frozenset("012")) == (("0", "1"),)
    page.wait()
    assert model.asked == [RAIN, TANKS, CARDS, "Un banc"]


def test_dictionaries_are_read_before_any_idea_came(page: Likening, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(likening, "list_lone", lambda options: read.extend(one.ideas[0].text for one in options))
    page.wait()
    assert read == [], "a page that shows no ideas has none to compare"
    page.offer(())
    page.wait()
    assert set(read) == set(likening._FIRST_READ)
    page.offer(())
    page.wait()
    assert len(read) == 2 * len(likening._FIRST_READ), "once"


def test_groups_tensions_and_lone_ideas_are_found_among_the_same_pairs() -> None:
    ideas = plain("Des bancs au parc", "Des bancs dans le parc", "Fermer la gare du bourg", "Ouvrir la gare du bourg")
    suggesting.suggest_groups(ideas)
    before = suggesting._pair_once.cache_info().misses
    assert suggesting.find_tensions(ideas) == (("2", "3"),)
    assert measure_originality(ideas) == ()
    assert suggesting._pair_once.cache_info().misses == before


def test_no_read_waits_for_the_model_and_the_page_hears_once_the_last_meaning_is_there(
    page: Likening, loop: Loop, model: Model
) -> None:
    model.gate.clear()
    assert page.read(plain(RAIN, TANKS)) == frozenset()
    assert model.begun.wait(30)
    assert page.read(plain(RAIN, TANKS, CARDS)) == frozenset()
    assert find_groups(plain(RAIN, TANKS, CARDS), frozenset()) == ()
    model.gate.set()
    page.wait()
    assert len(loop.called) == 1
    assert sorted(model.asked) == sorted([RAIN, TANKS, CARDS])
    assert page.read(plain(RAIN, TANKS, CARDS)) == {"0", "1", "2"}
    page.wait()
    assert len(loop.called) == 1


def test_what_the_next_read_needs_is_compared_before_the_page_is_told(page: Likening, loop: Loop) -> None:
    page.read(plain(RAIN, TANKS, CARDS))
    page.wait()
    before = find_groups.cache_info().misses, find_tensions.cache_info().misses
    find_groups(plain(RAIN, TANKS, CARDS), frozenset("012"))
    find_tensions(plain(RAIN, TANKS, CARDS), frozenset("012"))
    assert (find_groups.cache_info().misses, find_tensions.cache_info().misses) == before
    assert len(loop.called) == 1


def test_after_an_error_of_the_model_words_go_on(
    page: Likening, loop: Loop, model: Model, caplog: pytest.LogCaptureFixture
) -> None:
    model.error = OSError("the model is broken")
    with caplog.at_level(logging.ERROR):
        page.read(plain("Fermer la poste", "Ouvrir la poste"))
        page.wait()
        known = page.read(plain("Fermer la poste", "Ouvrir la poste", RAIN))
        page.wait()
    assert len([one for one in caplog.records if one.name == likening.__name__]) == 1
    assert find_tensions(plain("Fermer la poste", "Ouvrir la poste", RAIN), known) == (("0", "1"),)
    assert loop.called == []


def test_closing_the_page_ends_the_thread_after_the_batch_it_is_at(page: Likening, loop: Loop, model: Model) -> None:
    texts = [f"Idée {number}" for number in range(20)]
    model.gate.clear()
    page.read(plain(*texts))
    assert model.begun.wait(30)
    page.close()
    model.gate.set()
    page.wait()
    assert len(model.asked) == likening.BATCH
    page.read(plain(*texts))
    assert not [one for one in threading.enumerate() if one.name == "likening"]
    assert loop.called == []


def test_nothing_begins_before_the_page_has_a_visitor(model: Model, loop: Loop) -> None:
    ahead = Likening(lambda: None, pause=0)
    ahead.read(plain(RAIN))
    ahead.wait()
    assert model.asked == [], "a page made ahead of its visitors has no thread to lose"
    ahead.start(cast("asyncio.AbstractEventLoop", loop))
    ahead.wait()
    assert model.asked == [RAIN]
    assert len(loop.called) == 1


def test_without_the_extra_ideas_are_compared_ahead_by_words(
    page: Likening, loop: Loop, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likening, "is_installed", lambda: False)
    page.offer(plain("Fermer la poste", "Ouvrir la poste"))
    page.wait()
    assert (model.asked, loop.called) == ([], [])
    assert find_tensions.cache_info().misses == 1


def test_what_a_read_finds_by_words_is_not_found_beside_it_at_the_same_time(
    page: Likening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likening, "is_installed", lambda: False)
    page.offer(())  # the dictionaries are read before any idea came
    page.wait()
    compared: list[object] = []
    monkeypatch.setattr(likening, "find_groups", lambda ideas, measured: compared.append(ideas))
    page.read(plain("Un banc", "Des bancs"))
    page.wait()
    assert compared == []
    page.offer(plain("Un banc", "Des bancs", "Une fontaine"))
    page.wait()
    assert len(compared) == 1


def test_while_a_new_idea_has_no_meaning_yet_what_is_known_stays_suggested(page: Likening) -> None:
    page.read(plain(RAIN, TANKS, CARDS))
    page.wait()
    ideas = plain(RAIN, TANKS, CARDS, "Organiser un tournoi de belote", "Fermer la poste", "Ouvrir la poste")
    assert find_groups(ideas, frozenset()) == (("2", "3"),)
    assert find_groups(ideas, frozenset("012")) == (("0", "1"), ("2", "3"))
    assert find_tensions(ideas, frozenset("012")) == (("4", "5"),)


def test_a_text_that_two_windows_ask_for_is_computed_once(page: Likening, model: Model, loop: Loop) -> None:
    other = Likening(lambda: None, pause=0)
    other.start(cast("asyncio.AbstractEventLoop", loop))
    model.gate.clear()
    page.read(plain(RAIN))
    assert model.begun.wait(30)
    other.read(plain(RAIN))
    model.gate.set()
    page.wait()
    other.wait()
    assert model.asked == [RAIN]
    other.close()
