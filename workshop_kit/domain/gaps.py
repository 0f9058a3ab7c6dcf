"""What the follow-up still lacks: told to the facilitator before publication; of missions the synthesis counts it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workshop_kit.domain.model import Challenge, Mission, Workshop


class GapKind(StrEnum):
    """What is missing: of a mission its owner, its first date or its next step; of the workshop what is said of it.

    The workshop says whom to call, what follows, and who keeps the data.
    """

    OWNER = "owner"
    DATE = "date"
    STEP = "step"
    CONTACT = "contact"
    FOLLOW_UP = "follow_up"
    ORGANISER = "organiser"


@dataclass(frozen=True)
class Gap:
    """One thing that is not said yet (*manque*).

    ``mission`` is the mission's id, ``title`` its title and ``challenge`` its challenge's id; ``None``, ``""`` and
    ``None`` when the gap is the workshop's own.
    """

    kind: GapKind
    mission: str | None = None
    title: str = ""
    challenge: str | None = None


def find_gaps(workshop: Workshop, challenges: Iterable[Challenge], missions: Iterable[Mission]) -> tuple[Gap, ...]:
    """Return what is missing: mission by mission in the order of the challenges, then the workshop's own.

    A field that holds nothing but spaces is empty.
    """
    order = {challenge.id: challenge.position for challenge in challenges}
    gaps = [
        Gap(kind, mission.id, mission.title, mission.challenge)
        for mission in sorted(missions, key=lambda one: order.get(one.challenge, len(order)))
        for kind, said in (
            (GapKind.OWNER, mission.owner),
            (GapKind.DATE, mission.first_date),
            (GapKind.STEP, mission.next_step),
        )
        if not said.strip()
    ]
    own = (
        (GapKind.CONTACT, workshop.contact),
        (GapKind.FOLLOW_UP, workshop.follow_up),
        (GapKind.ORGANISER, workshop.organiser),
    )
    return (*gaps, *(Gap(kind) for kind, said in own if not said.strip()))


def count_gaps(gaps: Iterable[Gap]) -> dict[GapKind, int]:
    """Return how many gaps there are of each kind; kinds that lack nothing are left out."""
    found = [gap.kind for gap in gaps]
    return {kind: found.count(kind) for kind in GapKind if kind in found}
