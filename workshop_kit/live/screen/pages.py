"""Paging for the projector: which cards stand on which page, so that the screen and the remote count alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final


@dataclass(frozen=True)
class Sheet:
    """What a page holds at the narrowest projector: two columns of ``lines`` of text, with ``signs`` in a line.

    ``edges`` are the lines that a card takes beside its text: its edges, and the space to the next.
    """

    lines: float
    signs: int
    edges: float


#: Ideas are set under their challenge; missions on the whole page.
IDEAS: Final = Sheet(12.5, 40, 1.25)
MISSIONS: Final = Sheet(15.5, 40, 1)
#: Lines that each further paragraph takes beside its text.
_APART: Final = 0.3
#: Lines of its own that one text has on the projector.
LINES_AT_MOST: Final = 8
#: Signs that stand for several words each (Arabic presentation forms).
_WIDE: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
#: One sign over and over.
_REPEATED: Final = re.compile(r"(\S)\1{11,}")


def set_text(text: str) -> str:
    """Return a text as the projector sets it: what people say is kept, what only takes up room is not.

    Empty lines go, line breaks beyond some become spaces, a sign repeated many times is cut visibly, and letters joined
    into one wide sign are written apart.
    """
    lines = [" ".join(line.split()) for line in _WIDE.sub(_write_apart, text).split("\n")]
    said = [_REPEATED.sub(r"\1\1\1…", line) for line in lines if line]
    rest = " ".join(said[LINES_AT_MOST - 1 :])
    return "\n".join([*said[: LINES_AT_MOST - 1], *([rest] if rest else [])])


def shorten_text(text: str, room: int) -> str:
    """Cut a text that is longer than ``room`` signs after a whole word, visibly."""
    if len(text) <= room:
        return text
    kept = text[: room - 1]
    at = kept.rfind(" ")
    return f"{kept[: at if at > room // 2 else len(kept)].rstrip(' ,;:')}…"


def _write_apart(sign: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", sign[0])


def _measure(line: str) -> int:
    """Return how many signs of usual width a line is as wide as (East Asian width, Unicode annex 11)."""
    return len(line) if line.isascii() else sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line)


def weigh_card(title: str, texts: Sequence[str], *, notes: int = 0, sheet: Sheet = IDEAS) -> float:
    """Return how many lines a card takes: its title, its texts and its ``notes``, each a line."""
    paragraphs = [*((title,) if title else ()), *texts]
    lines = sum(max(1, ceil(_measure(line) / sheet.signs)) for one in paragraphs for line in one.split("\n"))
    return lines + notes + sheet.edges + _APART * max(0, len(paragraphs) + notes - 1)


def weigh_row(texts: Sequence[str], *, notes: int = 0, sheet: Sheet = MISSIONS) -> float:
    """Return how many lines something takes that stands with others on one card, which has edges of its own."""
    return weigh_card("", texts, notes=notes, sheet=sheet) - sheet.edges + 2 * _APART


def fill_pages(weights: Sequence[float], sheet: Sheet = IDEAS) -> list[int]:
    """Return how many cards stand on each page, in their order: two columns each, a card never broken in two.

    There are as few pages as can be, and they are filled alike, so that the last one is no orphan (bin packing in
    order, by dynamic programming). A card that is longer than a column has a page of its own.
    """
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(weights) + 1):
        best.append(
            min(
                (best[start][0] + 1, best[start][1] + filled**2, -start)
                for start, filled in _list_last_pages(weights[:end], sheet)
            )
        )
    ends = [len(weights)]
    while ends[-1] > 0:
        ends.append(-best[ends[-1]][2])
    return [end - start for start, end in pairwise(reversed(ends))]


def _list_last_pages(weights: Sequence[float], sheet: Sheet) -> Iterator[tuple[int, float]]:
    """List where a page that ends with the last card may begin, and how many lines it then holds.

    The right column is filled from its end, then the left one: whatever fits in that way fits in two columns.
    """
    columns, left, filled = 1, sheet.lines, 0.0
    for start in range(len(weights) - 1, -1, -1):
        weight = weights[start]
        if weight > left:
            columns, left = columns + 1, sheet.lines
        if columns > 2 or weight > left:
            if start == len(weights) - 1:
                yield start, min(weight, 2 * sheet.lines)
            return
        left -= weight
        filled += weight
        yield start, filled
