"""French turns that unlike sentences are made of: what kind they are, and where each part is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop_kit.domain.challenge_reading import read_challenge
from workshop_kit.domain.parts import Part

#: Of a hundred sentences of one sort, as many may be read otherwise: whoever changes a rule weighs what it costs.
_WRONG_AT_MOST = 0.02


def _read(sort: str) -> Iterator[tuple[str, str]]:
    lines = (Path(__file__).parent / "french_turns.txt").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        asked, expected, sentence = line.split("|", 2)
        if asked == sort:
            yield expected, sentence


def test_the_kinds_of_french_turns_do_not_change() -> None:
    sentences = list(_read("kind"))
    wrong = [text for kind, text in sentences if read_challenge(text, "fr").kind.value != kind]
    assert len(wrong) <= _WRONG_AT_MOST * len(sentences), wrong


@pytest.mark.parametrize("part", Part)
def test_each_part_is_found_where_a_french_turn_says_it(part: Part) -> None:
    sentences = list(_read(part.value))
    assert len(sentences) > 10
    wrong = [text for words, text in sentences if (read_challenge(text, "fr").words(part) or "") != words]
    assert len(wrong) <= _WRONG_AT_MOST * len(sentences), wrong
