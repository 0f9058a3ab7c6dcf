"""What every page may know of a matrix: counts, never names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from workshop_kit.domain.matrix import COLUMNS, ROWS, place_scores, zone_of
from workshop_kit.domain.model import Origin, Participant, Score

#: The zone of each cell, rows from interest +2 down to -2, columns from competence 0 to 3.
ZONES: Final = tuple(tuple(zone_of(competence, interest).value for competence in COLUMNS) for interest in ROWS)


def count_matrix(scores: Sequence[Score], participants: Sequence[Participant]) -> dict[str, Any]:
    """Return the counts of one challenge's matrix.

    Rows go from interest +2 down to -2, columns from competence 0 to 3. ``waited`` counts the people of the room
    who have not answered yet; a volunteer of a file is waited for only once they began to answer.

    Parameters
    ----------
    scores
        The scores of that challenge alone.
    participants
        Everybody in the workshop.

    """
    matrix = place_scores(scores)
    expected = {one.id for one in participants if one.origin is not Origin.FILE} | {one.participant for one in scores}
    return {
        "counts": [list(row) for row in matrix.counts],
        "zones": [list(row) for row in ZONES],
        "in_zone": {zone.value: number for zone, number in matrix.zones.items()},
        "answered": matrix.placed,
        "unsure": len(matrix.unsure),
        "waited": max(0, len(expected) - matrix.placed - len(matrix.unsure)),
    }
