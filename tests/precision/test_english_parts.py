"""English places, measures and people of the author's own sentences: whoever changes a rule sees what it costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.precision.evaluate import agree
from workshop_kit.domain.challenge_reading import read_challenge
from workshop_kit.domain.parts import Part

LINES = [
    line.split("|", 2)
    for line in Path(__file__).with_name("english_parts.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("part", [Part.TERRITORY, Part.INDICATOR, Part.POPULATION])
def test_the_parts_of_the_authors_own_english_sentences_do_not_fall(part: Part) -> None:
    of_part = [(text, words) for name, text, words in LINES if name == part]
    wrong = [text for text, words in of_part if not _is_found(text, words, part)]
    assert len(wrong) <= 0.03 * len(of_part), wrong


def _is_found(text: str, words: str, part: Part) -> bool:
    reading = read_challenge(text, "en")
    return reading.words(part) is None if words == "-" else agree(text, words, reading, part)
