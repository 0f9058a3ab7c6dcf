"""Paging for the projector: which cards stand on which page, so that the screen and the remote count alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


#: Ideas are set large, under their challenge; missions smaller, on the whole page.
IDEAS: Final = Sheet(12, 38, 1.5)
MISSIONS: Final = Sheet(18.5, 48, 1.2)
#: Lines that each further paragraph takes beside its text.
_APART: Final = 0.3


def weigh_card(title: str, texts: Sequence[str], *, notes: int = 0, sheet: Sheet = IDEAS) -> float:
    """Return how many lines a card takes: its title, its texts and its ``notes``, each a line."""
    paragraphs = [*((title,) if title else ()), *texts]
    lines = sum(max(1, ceil(len(line) / sheet.signs)) for one in paragraphs for line in one.split("\n"))
    return lines + notes + sheet.edges + _APART * max(0, len(paragraphs) + notes - 1)


def fill_pages(weights: Sequence[float], sheet: Sheet = IDEAS) -> list[int]:
    """Return how many cards stand on each page, in their order: two columns each, a card never broken in two.

    A card that is longer than a column has a page of its own.
    """
    pages: list[int] = []
    left, columns = 0.0, 0
    for weight in weights:
        if not pages or weight > left:
            if not pages or columns == 2 or weight > sheet.lines:
                pages.append(0)
                columns = 0
            columns = 2 if weight > sheet.lines else columns + 1
            left = sheet.lines
        pages[-1] += 1
        left -= weight
    return pages
