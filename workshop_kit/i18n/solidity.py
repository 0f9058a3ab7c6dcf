"""How solid a result is, in two sentences; and what a budget spends, beside what the simple rule would."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Protocol

from workshop_kit.i18n.money import Reckoning, say_amount, say_reckoning
from workshop_kit.i18n.translator import Translator


class PlaceMargin(Protocol):
    """On how many ballots a first place hangs: ``domain.margins.Margin``."""

    @property
    def ballots(self) -> int | None:
        """Return the fewest that would have changed it."""

    @property
    def added(self) -> int | None:
        """Return the fewest more that would have."""

    @property
    def absent(self) -> int:
        """Return how many of those present cast none."""


class SpendingMargin(Protocol):
    """On how many ballots a budget hangs: ``domain.shares_margin.BudgetSolidity``."""

    @property
    def why(self) -> Reckoning:
        """Return what is known of their number."""

    @property
    def absent(self) -> int:
        """Return how many of those present handed none in."""

    @property
    def could(self) -> bool | None:
        """Return whether these could have changed it, ``None``: it is not known."""


class Weighed(Protocol):
    """What a vote gave, as far as it is told how solid it is: ``domain.results.VoteResult``."""

    @property
    def agreed(self) -> bool:
        """Return whether the room agreed or disagreed with statements, which have no places."""

    @property
    def margin(self) -> PlaceMargin | None:
        """Return on how many ballots the first place hangs."""

    @property
    def solidity(self) -> SpendingMargin | None:
        """Return on how many it hangs what a budget funds."""


class Spending(Protocol):
    """What a budget spends: ``domain.budget.BudgetOutcome``."""

    @property
    def total(self) -> int | Fraction:
        """Return the sum."""

    @property
    def spent(self) -> int | Fraction:
        """Return what is funded costs."""


def say_solidity(translator: Translator, result: Weighed) -> str:
    """Say how solid a result is, ``""`` where nothing is known of it, such as where nobody voted."""
    if result.margin is not None:
        margin = result.margin
        return say_margin(translator, margin.ballots, margin.added, margin.absent, agreed=result.agreed)
    if result.solidity is not None:
        return _say_budget_margin(translator, result.solidity)
    return ""


def say_margin(
    translator: Translator, ballots: int | None, added: int | None, absent: int, *, agreed: bool = False
) -> str:
    """Say how many ballots would have changed the first place, and whether those who cast none could have.

    Parameters
    ----------
    translator
        In whose language.
    ballots, added, absent
        As ``domain.margins.Margin`` has them.
    agreed
        The vote was on statements: nothing of it is a place.

    """
    if added is None:
        return translator("report.margin.alone-agreed" if agreed else "report.margin.alone")
    if ballots is None:
        return translator("report.margin.nobody-agreed" if agreed else "report.margin.nobody")
    changed = translator.plural("report.margin.changed-agreed" if agreed else "report.margin.changed", ballots)
    if absent == 0:
        return f"{changed} {translator('report.margin.all-voted')}"
    more = translator.plural("report.margin.added", added)
    could = translator.plural(f"report.margin.{'could' if added <= absent else 'could-not'}", absent)
    return f"{changed} {more} {could}"


def _say_budget_margin(translator: Translator, solidity: SpendingMargin) -> str:
    changed = say_reckoning(translator, solidity.why)
    if solidity.absent == 0:
        return f"{changed} {translator('report.margin.all-voted')}"
    ends = {True: "could", False: "could-not", None: "could-unknown"}
    return f"{changed} {translator.plural(f'report.margin.{ends[solidity.could]}', solidity.absent)}"


def say_spent(translator: Translator, budget: Spending, rule: Iterable[Reckoning]) -> str:
    """Say the sum, what of it equal shares spend, and how they count, as ``explain_rule`` has it."""
    sums = {"total": budget.total, "spent": budget.spent, "left": budget.total - budget.spent}
    amounts = {name: say_amount(one, translator.language) for name, one in sums.items()}
    said = (say_reckoning(translator, one) for one in rule)
    return " ".join((translator("report.result.spent", **amounts), *said))


def say_simple(translator: Translator, rule: Iterable[Reckoning], difference: Reckoning) -> str:
    """Say how the simple rule counts, and how it differs for the people who voted."""
    said = (say_reckoning(translator, one) for one in (*rule, difference))
    return " ".join((translator("report.result.simple"), *said))
