"""Which state of a matrix the room sees (disclosure control): once drawn, it does not change mark by mark.

Where one mark appears or moves alone, everybody who watches knows whose it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.model import Challenge
from workshop_kit.live.contract.screen import ScreenMatrix
from workshop_kit.live.contract.shared import MatrixCounts
from workshop_kit.store import Repository

#: So many new answers at once are nobody's: a drawn matrix may take them in.
TOGETHER_AT_LEAST: Final = 5


@dataclass(frozen=True)
class _Drawing:
    """A matrix as it was drawn, and the number of the facilitator's press before it."""

    counts: MatrixCounts
    pressed: int

    @property
    def complete(self) -> bool:
        return self.counts["waited"] == 0

    @property
    def people(self) -> int:
        return _count_people(self.counts)


class Drawings:
    """Keeps every matrix as it was drawn, for one open page.

    A newer state is shown at the facilitator's next press, once everybody present has answered a matrix that was drawn
    before, or when five more people have. Somebody who comes late does not undo a drawing. A page that is opened later
    kept nothing: it draws what was pressed for only if nobody has answered since.
    """

    def __init__(self) -> None:
        self._kept: dict[str, _Drawing] = {}
        self._few: set[str] = set()
        self._pressed: int | None = None

    def hold(
        self, repository: Repository, challenges: Sequence[Challenge], matrices: Sequence[ScreenMatrix]
    ) -> list[ScreenMatrix]:
        """Return the matrices, which are as they could be drawn now, as the room is to see them."""
        drawn, pressed = repository.find_projection().drawn, repository.find_last_drawing()
        held: list[ScreenMatrix] = []
        for challenge, matrix in zip(challenges, matrices, strict=True):
            kept = self._kept.get(challenge.id)
            if matrix["few"] or (kept is not None and not drawn and not kept.complete):
                self._kept.pop(challenge.id, None)
            counts = matrix["counts"]
            if counts is not None and self._may_draw(repository, challenge.id, counts, pressed):
                self._kept[challenge.id] = _Drawing(counts, pressed)
            kept = self._kept.get(challenge.id)
            held.append({**matrix, "counts": None if kept is None else kept.counts})
        self._pressed = pressed
        self._few = {one.id for one, matrix in zip(challenges, matrices, strict=True) if matrix["few"]}
        return held

    def leave(self) -> None:
        """Forget what was drawn: the room does not look at matrices any more."""
        self._kept.clear()
        self._few.clear()

    def _may_draw(self, repository: Repository, challenge: str, counts: MatrixCounts, pressed: int) -> bool:
        kept, complete = self._kept.get(challenge), counts["waited"] == 0
        if kept is not None:
            anew = pressed != kept.pressed or (complete and not kept.complete)
            return anew or _count_people(counts) - kept.people >= TOGETHER_AT_LEAST
        if complete or challenge in self._few:
            return True
        if self._pressed is None:
            return repository.find_last_score(challenge) <= pressed
        return pressed != self._pressed


def _count_people(counts: MatrixCounts) -> int:
    return counts["answered"] + counts["unsure"]
