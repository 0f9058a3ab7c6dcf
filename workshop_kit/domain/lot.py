"""A lot that is fair to each person (*tirage au sort*): chances, a thousand panels, and the dice that choose one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from workshop_kit.domain.leximin import find_bound, find_fairest
from workshop_kit.domain.lot_panels import PanelMaker, count_chances, draw_from, name_people
from workshop_kit.domain.lot_pool import Pool, apply_changes, make_pool, relax_quotas
from workshop_kit.domain.lots import Lot, Quota, RelaxedBound, Tell, tell_nobody
from workshop_kit.errors import InvalidEntry

if TYPE_CHECKING:
    from workshop_kit.domain.lot_pool import Numbers

__all__ = [
    "PANELS",
    "Lottery",
    "find_figures",
    "make_lottery",
    "read_dice",
    "relax_quotas",
    "throw_dice",
]

#: How many panels the lottery has: three ten-sided dice choose one.
PANELS: Final = 1000
_FIGURES: Final = 3
#: Up to so many kinds, lotteries over whole panels are searched exactly; beyond, they are made near their bound.
EXACT_KINDS: Final = 120
#: Where made panels are further than this from the bound, whole panels cannot reach it: then it is searched exactly.
_FAR: Final = 0.004


@dataclass(frozen=True)
class Lottery:
    """Uniform lottery over panels (*loterie*): each panel is drawn with the same chance.

    Attributes
    ----------
    chances
        Of each person, in the order of the list: the share of the panels that they are in.
    ideal
        Of each person, the chance that leximin gives them, before it is rounded to thousandths. In a pool of many
        kinds it is what leximin would give them if people could be divided: no lottery gives more, and the panels come
        as near as ``deviation`` says.
    missing
        By how much the ideal of some person may be below the leximin one; 0 where it is proved.
    panels
        The people of each panel, by their place in the list.
    quotas
        What each panel fulfils: as asked, or relaxed.
    relaxed
        The bounds that were changed.

    """

    chances: tuple[float, ...]
    ideal: tuple[float, ...]
    missing: float
    panels: tuple[tuple[int, ...], ...]
    quotas: tuple[Quota, ...]
    relaxed: tuple[RelaxedBound, ...]

    @property
    def deviation(self) -> float:
        """By how much the chance of some person differs from the ideal one, at most."""
        return max(abs(chance - ideal) for chance, ideal in zip(self.chances, self.ideal, strict=True))


def throw_dice(lot: Lot, dice: str, at: datetime) -> Lot:
    """Return the lot as drawn by some figures; raises ``InvalidEntry`` where they are none, or too few."""
    return replace(lot, dice=find_figures(dice), drawn=lot.panels[read_dice(dice) % len(lot.panels)], drawn_at=at)


def make_lottery(
    people: Sequence[Sequence[int]], quotas: Sequence[Quota], size: int, changes: Sequence[RelaxedBound] = (),
    tell: Tell = tell_nobody,
) -> Lottery:  # fmt: skip
    """Return the fairest lottery; the same data give the same one, whatever the words of the features.

    Parameters
    ----------
    people
        For each person, the quotas they count for, by their place in ``quotas``: at most one of a category.
    quotas
        What is asked of each panel.
    size
        How many people are in a panel.
    changes
        Bounds that are relaxed with the organiser's consent, from ``relax_quotas``.
    tell
        Told what is done, and how far it is.

    Raises
    ------
    InvalidEntry
        The panel has nobody, or more people than there are; or no panel fulfils the quotas.

    """
    check_size(people, size)
    tell("quotas", 0.0)
    relaxed = apply_changes(quotas, changes)
    if relax_quotas(people, relaxed, size):
        raise InvalidEntry("lot-impossible", size=size)
    pool = make_pool(people, relaxed, size)
    panels, wanted, missing = _make_panels(pool, tell)
    named = name_people(pool, panels)
    ideal = [0.0] * len(people)
    for kind, members in enumerate(pool.members):
        for person in members:
            ideal[person] = float(wanted[kind])
    return Lottery(count_chances(named, len(people)), tuple(ideal), missing, named, relaxed, tuple(changes))


def check_size(people: Sequence[object], size: int) -> None:
    """Refuse a panel of nobody, or of more people than there are."""
    if not people:
        raise InvalidEntry("lot-nobody")
    if not 1 <= size <= len(people):
        raise InvalidEntry("lot-size", size=size, people=len(people))


def _make_panels(pool: Pool, tell: Tell) -> tuple[Numbers, Numbers, float]:
    """Return the panels, the chances they are made for, and by how much those may fall short of leximin."""
    tell("chances", 0.0)
    if len(pool.members) > EXACT_KINDS:
        bound = find_bound(pool)
        panels, rest = PanelMaker(pool, bound).make(PANELS, tell)
        if (abs(rest) / pool.sizes).max() <= _FAR * PANELS:
            return panels, bound, 0.0
    fairest = find_fairest(pool, tell)
    panels = draw_from(fairest.panels, fairest.shares, fairest.chances, pool, PANELS)
    return panels, fairest.chances, fairest.missing


def read_dice(dice: str) -> int:
    """Return which panel some figures choose, from 0 to 999: their last three, with no panel likelier than another.

    Raises
    ------
    InvalidEntry
        Something else than figures was given, or fewer than three: those could not choose every panel.

    """
    return int(find_figures(dice)[-_FIGURES:])


def find_figures(dice: str) -> str:
    """Return the figures of a throw without what stands between them: ``0 4 1 7`` and ``0417`` are one throw.

    Raises
    ------
    InvalidEntry
        As ``read_dice``.

    """
    figures = re.sub(r"[\s.,;·\-–—_/]+", "", dice)
    if not re.fullmatch(r"[0-9]+", figures):
        raise InvalidEntry("lot-dice", dice=dice)
    if len(figures) < _FIGURES:
        raise InvalidEntry("lot-dice-few", dice=dice, figures=_FIGURES)
    return figures
