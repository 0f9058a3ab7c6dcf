"""When a matrix is drawn for the room (disclosure control): once drawn, it does not change mark by mark.

Where one mark appears, moves or goes alone, everybody who watches knows whose it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from workshop_kit.domain.model import Score
from workshop_kit.domain.projection import Drawing, Mark

#: A mark in a matrix of fewer people is somebody: it is drawn nowhere public.
ANSWERS_AT_LEAST: Final = 5
#: So many marks that change at once are nobody's: a drawn matrix may take them in.
TOGETHER_AT_LEAST: Final = 5


def list_marks(scores: Iterable[Score]) -> tuple[Mark, ...]:
    """Return the marks of the scores of one challenge: who answered stands in its matrix or beside it."""
    return tuple(
        sorted(
            (Mark(score.participant, score.competence, score.interest) for score in scores if score.answered),
            key=lambda mark: mark.participant,
        )
    )


def count_placed(marks: Iterable[Mark]) -> int:
    """Count the marks that stand in the matrix itself."""
    return sum(mark.competence is not None for mark in marks)


def count_changed(drawing: Drawing, marks: Iterable[Mark]) -> int:
    """Count the people who stand elsewhere now than in the drawing, or stand only in one of the two."""
    changed = set(drawing.marks).symmetric_difference(marks)
    return len({mark.participant for mark in changed})


def is_due(kept: Drawing | None, marks: Sequence[Mark], *, waited: int, pressed: bool) -> bool:
    """Tell whether a matrix is to be drawn anew by itself.

    A matrix is drawn first when nobody present is waited for, or when the facilitator ``pressed``; then again once five
    people stand elsewhere, be they new or corrected. The last answer of a room does not draw it anew: it would be one
    mark that appears.

    Parameters
    ----------
    kept
        How it was drawn last; ``None``: it never was.
    marks
        Who stands where now.
    waited
        How many of those present have not answered.
    pressed
        Whether the facilitator had the matrices drawn though answers are waited for.

    """
    if count_placed(marks) < ANSWERS_AT_LEAST:
        return False
    if kept is None:
        return pressed or waited == 0
    return count_changed(kept, marks) >= TOGETHER_AT_LEAST
