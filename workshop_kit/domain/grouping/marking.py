"""The words by which ideas agree, and those by which they oppose each other, marked where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_kit.domain.grouping.comparing import compare
from workshop_kit.domain.grouping.gate import find_sides
from workshop_kit.domain.grouping.parts import Reading
from workshop_kit.domain.grouping.reading import read_idea

Span = tuple[int, int]


def find_agreeing(texts: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    """Return for each text where it has words that another text has too, or that say the same there."""
    readings = [read_idea(text) for text in texts]
    found: list[set[Span]] = [set() for _ in texts]
    for place, reading in enumerate(readings):
        for other in range(place + 1, len(readings)):
            pair = compare(reading, readings[other])
            found[place] |= {(one.start, one.end) for one, _ in pair.agreed}
            found[other] |= {(one.start, one.end) for _, one in pair.agreed}
            if reading.acts & readings[other].acts:
                found[place] |= _list_acts(reading)
                found[other] |= _list_acts(readings[other])
    return tuple(tuple(sorted(spans)) for spans in found)


def mark_opposing(first: str, second: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return two texts in pieces, every second one made of words that oppose the other text.

    The pieces join to the text again; the first is empty where the text begins with such a word.
    """
    one, other = read_idea(first), read_idea(second)
    sides = {f"side:{axis}" for axis in find_sides(one, other)}
    # Where a quality opposes, the verbs beside it need not.
    wanted = sides | {"turn"} if sides else {"act", "turn"}
    return _cut(first, _list_marks(one, wanted)), _cut(second, _list_marks(other, wanted))


def _list_acts(reading: Reading) -> set[Span]:
    return {(start, end) for start, end, kind in reading.marks if kind == "act"}


def _list_marks(reading: Reading, kinds: set[str]) -> list[Span]:
    return sorted({(start, end) for start, end, kind in reading.marks if kind in kinds})


def _cut(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    pieces, end = [], 0
    for start, stop in spans:
        if start >= end and stop > start:
            pieces += [text[end:start], text[start:stop]]
            end = stop
    return (*pieces, text[end:])
