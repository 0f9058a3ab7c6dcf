"""What every page may know of a matrix: counts, never names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from workshop_kit.domain.matrix import COLUMNS, ROWS, place_scores, zone_of
from workshop_kit.domain.model import Participant, Score
from workshop_kit.domain.presence import list_room

#: The zone of each cell, rows from interest +2 down to -2, columns from competence 0 to 3.
ZONES: Final = tuple(tuple(zone_of(competence, interest).value for competence in COLUMNS) for interest in ROWS)


def count_matrix(scores: Sequence[Score], participants: Sequence[Participant]) -> dict[str, Any]:
    """Return the counts of one challenge's matrix.

    Rows go from interest +2 down to -2, columns from competence 0 to 3. ``counts``, ``answered`` (placed in the
    matrix) and ``unsure`` count everybody who scored. ``heard`` of the ``room`` have answered and the ``waited`` have
    not; ``others`` answered without being in the room, through a file or a poster.

    Parameters
    ----------
    scores
        The scores of that challenge alone.
    participants
        Everybody in the workshop.

    """
    matrix = place_scores(scores)
    room = {one.id for one in list_room(participants)}
    heard = {person for row in matrix.cells for cell in row for person in cell} | set(matrix.unsure)
    return {
        "counts": [list(row) for row in matrix.counts],
        "zones": [list(row) for row in ZONES],
        "in_zone": {zone.value: number for zone, number in matrix.zones.items()},
        "answered": matrix.placed,
        "unsure": len(matrix.unsure),
        "room": len(room),
        "heard": len(heard & room),
        "waited": len(room - heard),
        "others": len(heard - room),
    }
