"""The five parts of a precise challenge, named as its fields are."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """A part of a precise challenge, named as its field is; in the order of the sentence."""

    ACTION = "action"
    POPULATION = "population"
    TERRITORY = "territory"
    DEADLINE = "deadline"
    INDICATOR = "indicator"


PARTS: Final = tuple(Part)
