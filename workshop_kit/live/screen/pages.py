"""Paging for the projector: which cards stand on which page, so that the screen and the remote count alike."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

#: Lines of text that one page holds, over its two columns, at the narrowest projector (4:3), and signs in a line.
_LINES: Final = 20
_SIGNS: Final = 38
#: Lines that a card takes beside its text: its edges, and the space to the next.
_EDGES: Final = 1.2


def weigh_card(title: str, texts: Sequence[str], *, notes: int = 0) -> float:
    """Return how many lines a card takes: its title, its texts and its ``notes``, each a line."""
    written = [line for text in ((title,) if title else ()) + tuple(texts) for line in text.split("\n")]
    lines = sum(max(1, ceil(len(line) / _SIGNS)) for line in written)
    return lines + notes + _EDGES


def fill_pages(weights: Sequence[float]) -> list[int]:
    """Return how many cards stand on each page, in their order: two columns each, a card never broken in two.

    A card that is longer than a column has a page of its own.
    """
    pages: list[int] = []
    column = _LINES / 2
    left, columns = 0.0, 0
    for weight in weights:
        if not pages or weight > left:
            if not pages or columns == 2 or weight > column:
                pages.append(0)
                columns = 0
            columns = 2 if weight > column else columns + 1
            left = column
        pages[-1] += 1
        left -= weight
    return pages
