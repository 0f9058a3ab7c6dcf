"""What a lot is made of, and what is kept of it: quotas, the list it is drawn from, chances, panels, dice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

#: Told what is done to make a lot, one of ``LOT_STEPS``, and how far that is, from 0 to 1.
Tell = Callable[[str, float], None]
LOT_STEPS: Final = ("quotas", "chances", "panels", "proof", "keeping")


def tell_nobody(step: str, share: float) -> None:
    """Tell nobody how far a lot is."""


@dataclass(frozen=True)
class Quota:
    """Quota (*quota*): how many of a panel have a feature, at least and at most."""

    category: str
    feature: str
    least: int
    most: int


@dataclass(frozen=True)
class RelaxedBound:
    """Relaxed bound (*quota desserré*): a bound of a quota as it was asked, and as some panel can have it.

    Attributes
    ----------
    people
        How many of the pool have the feature at all.

    """

    category: str
    feature: str
    bound: Literal["min", "max"]
    before: int
    after: int
    people: int

    def to_json(self) -> dict[str, Any]:
        """Return a relaxed bound in plain values."""
        return {
            "category": self.category,
            "feature": self.feature,
            "bound": self.bound,
            "from": self.before,
            "to": self.after,
            "people": self.people,
        }


@dataclass(frozen=True)
class LotBasis:
    """What a lot is made of (*base du tirage*): people by the quotas they count for, and by what both are known again.

    Attributes
    ----------
    people
        For each person, the quotas they count for, by their place in ``quotas``.
    file, digest
        The list they come from; no name where they are the workshop's volunteers.
    quotas_file, quotas_digest
        The file of the quotas.
    ids
        The participants, where they are volunteers.

    """

    people: tuple[tuple[int, ...], ...]
    quotas: tuple[Quota, ...]
    file: str
    digest: str
    quotas_file: str
    quotas_digest: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lot:
    """Lot (*tirage au sort*), as the workshop keeps it, so that it can be proved afterwards.

    Attributes
    ----------
    file, digest, quotas_file, quotas_digest
        The list and the quotas that it was made of.
    size, quotas, relaxed
        What each panel fulfils, and which bounds were changed for it with the organiser's consent.
    chances, ideal, missing
        Of each person, as in ``Lottery``.
    panels
        The numbers, from 1, of the people in each panel; panels are numbered from 0.
    at
        When the panels were made.
    dice, drawn, drawn_at
        The figures without what stood between them, the numbers of the people drawn, and when; empty before.

    """

    id: str
    file: str
    digest: str
    quotas_file: str
    quotas_digest: str
    size: int
    quotas: tuple[Quota, ...]
    relaxed: tuple[RelaxedBound, ...]
    chances: tuple[float, ...]
    ideal: tuple[float, ...]
    missing: float
    panels: tuple[tuple[int, ...], ...]
    at: datetime
    dice: str = ""
    drawn: tuple[int, ...] = ()
    drawn_at: datetime | None = None

    @property
    def floor(self) -> float:
        """The chance of the least likely person."""
        return min(self.chances)

    @property
    def never(self) -> tuple[int, ...]:
        """The numbers of those who are in no panel: none that fulfils the quotas has room for them."""
        return tuple(number for number, chance in enumerate(self.chances, start=1) if chance == 0)

    def to_csv(self) -> str:
        """Return the panels, one a line: its number, then the numbers of its people."""
        panels = (f"{number:03},{' '.join(map(str, panel))}" for number, panel in enumerate(self.panels))
        return "\n".join(("panel,people", *panels, ""))

    def to_json(self) -> dict[str, Any]:
        """Return what the command prints."""
        return {
            "chances": {str(number): chance for number, chance in enumerate(self.chances, start=1)},
            "floor": self.floor,
            "panels": len(self.panels),
            "drawn": list(self.drawn),
            "relaxed": [one.to_json() for one in self.relaxed],
        }
