"""The volunteers of one challenge, placed by competence and interest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop_kit.domain.entries import COMPETENCE, INTEREST
from workshop_kit.domain.model import COMPETENCES, INTERESTS, Score
from workshop_kit.errors import InvalidEntry

#: The matrix is read from the most wished for to the least.
ROWS: Final = tuple(reversed(INTERESTS))
COLUMNS: Final = tuple(COMPETENCES)

#: Interest below this offers nothing: no mission is proposed.
INTEREST_NEEDED: Final = 1
_ABLE: Final = 2
#: The least interest is a refusal, which is not asked again for anything, an advice neither.
_REFUSAL: Final = min(INTERESTS)


class Zone(StrEnum):
    """What a place in the matrix invites to do.

    ``READY`` (competence 2 or more, interest 1 or more): missions at once. ``LEARNING`` (interest 1 or more, competence
    below 2): missions beside someone who knows. ``ADVICE`` (competence 2 or more, interest -1 or 0): skilled, not now;
    ask for advice. ``RESTING`` (interest -2 always, and 0 or less with a competence below 2): leave in peace on this
    challenge.
    """

    READY = "ready"
    LEARNING = "learning"
    ADVICE = "advice"
    RESTING = "resting"


@dataclass(frozen=True)
class Matrix:
    """The volunteers of one stake on the two axes (*matrice*).

    Attributes
    ----------
    cells
        5 rows (interest +2 down to -2) of 4 columns (competence 0 to 3), each the participants' ids placed there.
    unsure
        Ids of those who answered "I don't know", which is not a 0.
    unanswered
        Ids of those whose score lacks an answer on at least one axis.

    """

    cells: tuple[tuple[tuple[str, ...], ...], ...]
    unsure: tuple[str, ...]
    unanswered: tuple[str, ...]

    @property
    def counts(self) -> tuple[tuple[int, ...], ...]:
        """How many people stand in each cell: 5 rows (interest +2..-2) of 4 columns (competence 0..3)."""
        return tuple(tuple(len(cell) for cell in row) for row in self.cells)

    @property
    def everybody(self) -> tuple[str, ...]:
        """The ids of all who stand in the matrix; who does not know stands nowhere."""
        return tuple(person for row in self.cells for cell in row for person in cell)

    @property
    def placed(self) -> int:
        """How many people stand in the matrix."""
        return sum(map(sum, self.counts))

    @property
    def zones(self) -> dict[Zone, int]:
        """How many people stand in each zone."""
        totals = dict.fromkeys(Zone, 0)
        for interest, row in zip(ROWS, self.counts, strict=True):
            for competence, count in zip(COLUMNS, row, strict=True):
                totals[zone_of(competence, interest)] += count
        return totals


def zone_of(competence: int, interest: int) -> Zone:
    """Return the zone of one place in the matrix: competence 0 to 3, interest -2 to +2."""
    if interest >= INTEREST_NEEDED:
        return Zone.READY if competence >= _ABLE else Zone.LEARNING
    return Zone.ADVICE if competence >= _ABLE and interest > _REFUSAL else Zone.RESTING


def place_scores(scores: Iterable[Score]) -> Matrix:
    """Place the scores of one challenge in its matrix; each score lands in one cell, or as unsure, or unanswered.

    Raises
    ------
    InvalidEntry
        A score is outside the scales.

    """
    cells: list[list[list[str]]] = [[[] for _ in COLUMNS] for _ in ROWS]
    unsure: list[str] = []
    unanswered: list[str] = []
    for score in scores:
        check_score(score.competence, score.interest, unsure=score.unsure)
        if score.unsure:
            unsure.append(score.participant)
        elif score.competence is None or score.interest is None:
            unanswered.append(score.participant)
        else:
            cells[ROWS.index(score.interest)][COLUMNS.index(score.competence)].append(score.participant)
    return Matrix(tuple(tuple(map(tuple, row)) for row in cells), tuple(unsure), tuple(unanswered))


def check_score(competence: int | None, interest: int | None, *, unsure: bool = False) -> None:
    """Refuse what is not on the scales: competence 0 to 3, interest -2 to +2, whole numbers, ``None`` for no answer.

    Raises
    ------
    InvalidEntry
        ``competence-out-of-range``, ``interest-out-of-range``, or ``unsure-with-score`` when "I don't know" comes
        with a number.

    """
    if competence is not None:
        COMPETENCE.read(competence)
    if interest is not None:
        INTEREST.read(interest)
    if unsure and not (competence is None and interest is None):
        raise InvalidEntry("unsure-with-score")
