"""The scales on which people answer."""

from __future__ import annotations

from typing import Final

COMPETENCES: Final = range(0, 4)
INTERESTS: Final = range(-2, 3)
DOTS_PER_CHALLENGE: Final = 5
DOTS_PER_OPTION: Final = 2
#: More than anybody puts one by one with a thumb.
DOTS_AT_MOST: Final = 20
#: The greatest sum to spend or cost, in whole euros, and the most points that each person spreads over a budget.
SUM_AT_MOST: Final = 1_000_000_000
POINTS_AT_MOST: Final = 100
