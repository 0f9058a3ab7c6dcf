"""What reading a sentence as a challenge comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workshop_kit.domain.model import Reason
from workshop_kit.domain.parts import Part


class Kind(StrEnum):
    """What a sentence is: a subject, a state to be reached (*défi*), a means, or two challenges in one."""

    THEME = "theme"
    CHALLENGE = "challenge"
    SOLUTION = "solution"
    SEVERAL = "several"


@dataclass(frozen=True)
class Mark:
    """Where a part stands in the text as it was given: characters from ``start`` up to ``end``, not included.

    Marks of two parts may overlap: in "no child sleeps rough", "child" says whom, "no child" the measure, and the whole
    is the action.
    """

    part: Part
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A sentence read as a challenge.

    ``language`` is the one it was read in; ``score`` 0..1; ``marks`` in the order of the text, at most one of a part;
    ``missing`` in the order of the parts. ``questions`` are what to ask its author, the first one first; ``why`` says
    what decided, in the words of the sentence: both are entries of the catalog ``framing``, said by
    ``Translator.reason(reason, "framing")``. ``rewrite`` is the same sentence made a challenge, ``None`` where that
    needs what only its author knows.
    """

    text: str
    language: str
    kind: Kind
    score: float
    marks: tuple[Mark, ...]
    missing: tuple[Part, ...]
    questions: tuple[Reason, ...]
    why: tuple[Reason, ...]
    rewrite: str | None

    def words(self, part: Part) -> str | None:
        """Return the words of the sentence that say ``part``, ``None`` where it is missing."""
        return next((self.text[mark.start : mark.end] for mark in self.marks if mark.part is part), None)
