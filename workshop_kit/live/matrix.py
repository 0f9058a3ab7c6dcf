"""What every page may know of a matrix: counts, never names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.matrix import COLUMNS, ROWS, Matrix, place_scores, zone_of
from workshop_kit.domain.model import Participant, Score
from workshop_kit.domain.presence import list_seated, list_waited
from workshop_kit.domain.projection import Drawing
from workshop_kit.domain.seats import resolve_seats, stand_for_scores
from workshop_kit.domain.spread import spread_marks
from workshop_kit.live.contract.shared import MatrixCounts, MatrixSpread, ZoneName


def name_zone(competence: int, interest: int) -> ZoneName:
    """Name the zone of one place in the matrix: competence 0 to 3, interest -2 to +2."""
    return zone_of(competence, interest).value


#: The zone of each cell, rows from interest +2 down to -2, columns from competence 0 to 3.
ZONES: Final = tuple(tuple(name_zone(competence, interest) for competence in COLUMNS) for interest in ROWS)


def count_matrix(scores: Sequence[Score], participants: Sequence[Participant]) -> MatrixCounts:
    """Return the counts of one challenge's matrix: one mark a person; a slip typed in is not waited for.

    Parameters
    ----------
    scores
        The scores of that challenge alone.
    participants
        Everybody in the workshop.

    """
    matrix = place_scores(stand_for_scores(scores, resolve_seats(participants)))
    took_part = {one.id for one in list_seated(participants)}
    asked = {one.id for one in list_waited(participants)}
    heard = {*matrix.everybody, *matrix.unsure}
    waited, others = len(asked - heard), len(heard - took_part)
    return _describe(matrix, room=len(asked), waited=waited, others=others)


def count_drawing(drawing: Drawing) -> MatrixCounts:
    """Return the counts of a matrix as it was drawn for the room."""
    scores = [
        Score(mark.participant, drawing.challenge, mark.competence, mark.interest, unsure=mark.competence is None)
        for mark in drawing.marks
    ]
    return _describe(place_scores(scores), room=drawing.room, waited=drawing.waited, others=drawing.others)


def _describe(matrix: Matrix, *, room: int, waited: int, others: int) -> MatrixCounts:
    return {
        "counts": [list(row) for row in matrix.counts],
        "spread": _spread(matrix),
        "zones": [list(row) for row in ZONES],
        "in_zone": {zone.value: number for zone, number in matrix.zones.items()},
        "answered": matrix.placed,
        "unsure": len(matrix.unsure),
        "room": room,
        "heard": room - waited,
        "waited": waited,
        "others": others,
    }


def _spread(matrix: Matrix) -> MatrixSpread:
    spread = spread_marks(matrix.counts)
    return {"across": spread.across, "down": spread.down, "wide": [list(row) for row in spread.wide]}
