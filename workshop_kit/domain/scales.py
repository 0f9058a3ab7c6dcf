"""The scales on which people answer."""

from __future__ import annotations

from typing import Final

COMPETENCES: Final = range(0, 4)
INTERESTS: Final = range(-2, 3)
DOTS_PER_CHALLENGE: Final = 5
DOTS_PER_OPTION: Final = 2
