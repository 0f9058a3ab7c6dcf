"""What every page may know of a closed vote: what each option gathered, never from whom."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_kit.domain.course import Stage
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.voting import Place, Tally, list_places
from workshop_kit.live.contract.shared import Tallied


def describe_tally(tally: Tally) -> Tallied:
    """Return what one option gathered."""
    return {"dots": tally.dots, "supporters": tally.supporters, "rank": tally.rank}


def find_covered(tallies: Sequence[Tally], challenge: Challenge) -> tuple[Place, ...]:
    """Return the first places that are still to be uncovered: the last is uncovered first, a closed one hides none.

    A place is uncovered once a press uncovered every option in it, and every place after it: whatever votes or ideas go
    meanwhile, what comes to stand lower down stays covered.
    """
    if challenge.stage is not Stage.RESULTS:
        return ()
    places = list_places(tallies)
    seen = set(challenge.uncovered)
    hidden = [at for at, place in enumerate(places, start=1) if not all(one.option.id in seen for one in place.tallies)]
    return places[: max(hidden, default=0)]
