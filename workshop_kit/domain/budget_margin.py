"""How solid a budget is (*solidité*): the smallest number of ballots that, filled in otherwise, would fund otherwise.

It is measured in ``domain.shares_margin`` and said by ``domain.budget_reasons``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BudgetMargin:
    """A margin (*marge*): at least and at most so many ballots; where they are equal, exactly so many.

    ``None`` for ``at_most``: no change was found, and where ``certain`` there is none.
    """

    at_least: int
    at_most: int | None
    certain: bool = True

    @property
    def exact(self) -> bool:
        """Whether both bounds are one number."""
        return self.at_least == self.at_most

    @property
    def known(self) -> bool:
        """Whether it is one number, or certainly none."""
        return self.exact or (self.at_most is None and self.certain)
