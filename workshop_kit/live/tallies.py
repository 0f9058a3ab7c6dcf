"""What every page may know of a closed vote: what each option gathered, never from whom."""

from __future__ import annotations

from workshop_kit.domain.voting import Tally
from workshop_kit.live.contract.shared import Tallied


def describe_tally(tally: Tally) -> Tallied:
    """Return what one option gathered."""
    return {"dots": tally.dots, "supporters": tally.supporters, "rank": tally.rank}
