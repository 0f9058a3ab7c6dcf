"""What makes a stretch of a sentence a measure."""

from __future__ import annotations

from enum import StrEnum


class Sort(StrEnum):
    """What makes a stretch a measure; the first are the surest."""

    SAID = "said"
    CHANGE = "change"
    SHARE = "share"
    THRESHOLD = "threshold"
    COUNT = "count"
    ZERO = "zero"
    WITHOUT = "without"
    OVER = "over"  # "fini les expulsions": a state, and no measure
