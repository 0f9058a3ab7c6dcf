"""The parts of the measure of suggestions that can be wrong: which ideas, what is known, and what is told of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.load.aims import list_aims
from tests.load.report_suggestions import write_suggestions
from tests.load.revealing import list_ideas, suggests
from tests.load.suggestions import KNOWN_WITHIN, LAST, SAID, compare_plainly, is_met, list_texts
from workshop_kit.live import meaning


def row(way: str, *, at_once: bool, **more: float) -> dict[str, Any]:
    known = 20.0 if at_once and way == "meaning" else 0.8
    return {"way": way, "at_once": at_once, "told": 0.5, "known": known, "groups": 24, "longest": 0.3, **more}


def measure(**more: float) -> dict[str, Any]:
    rows = [row(way, at_once=at_once) for at_once in (False, True) for way in ("words", "meaning")]
    rows[1] |= more
    instead = [{"what": "rapidfuzz, every two", "took": 0.1, "pairs": 22}, {"what": "x", "took": 9.0, "pairs": None}]
    return {"ideas": 500, "rows": rows, "instead": instead}


def test_five_hundred_different_ideas_end_with_two_that_say_the_same() -> None:
    texts = list_texts(500)
    assert len(set(texts)) == 500
    assert texts[-2:] == [SAID, LAST]


def test_a_table_knows_of_an_idea_once_it_suggests_it_with_another() -> None:
    ideas = [{"id": one, "text": text} for one, text in (("a", SAID), ("b", LAST), ("c", "Une haie"))]
    model: dict[str, Any] = {"options": [{"ideas": [one]} for one in ideas], "suggestions": []}
    assert list_ideas(model) == ideas
    assert not suggests(model, LAST)
    assert suggests({**model, "suggestions": [{"ideas": ["a", "b"]}]}, LAST)
    assert not suggests({**model, "suggestions": [{"ideas": ["a", "c"]}]}, LAST)


def test_letters_alone_find_the_pair_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "is_installed", lambda: False)
    (found,) = compare_plainly([SAID, LAST, "Une haie le long du chemin"])
    assert found["pairs"] == 1


def test_ideas_that_come_at_once_are_suggested_by_words_in_time_and_by_meaning_later() -> None:
    assert is_met(measure())
    assert all(aim.met for aim in list_aims({"suggestions": measure()}))


@pytest.mark.parametrize("missed", [{"told": KNOWN_WITHIN + 0.1}, {"known": KNOWN_WITHIN + 0.1}], ids=str)
def test_each_aim_can_be_missed(missed: dict[str, float]) -> None:
    assert not is_met(measure(**missed))
    assert sum(not aim.met for aim in list_aims({"suggestions": measure(**missed)})) == 1


def test_the_report_tells_what_somebody_would_do_instead() -> None:
    report = write_suggestions(measure())
    assert "| the last one, words alone | 0.50 s |  | 24 | 0.30 s |" in report
    assert "| all at once, words and meaning | 0.50 s | 20.00 s | 24 | 0.30 s |" in report
    assert "rapidfuzz, every two 0.10 s (22 pairs); x 9.00 s." in report
