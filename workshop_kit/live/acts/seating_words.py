"""What a seating reached, in sentences: for the page, and for the command."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.seating_plan import SeatingPlan
from workshop_kit.i18n import Translator

#: How many categories or sectors one reads in a breath.
_NAMED_AT_MOST: Final = 3


def say_sizes(plan: SeatingPlan, say: Translator) -> str:
    """Say how many tables there are of which sizes, and why where none is of the size that was wished."""
    people = [len(table) for tables in plan.rounds for table in tables if table]
    tables = max((sum(bool(table) for table in one) for one in plan.rounds), default=0)
    least, most = min(people), max(people)
    key = "tables.said.sizes.same" if least == most else "tables.said.sizes"
    said = say.plural(key, tables, least=least, most=most)
    wished = {"fewest": plan.sizes.fewest, "most": plan.sizes.most}
    if plan.sizes.fewest <= least and most <= plan.sizes.most:
        return said
    if not plan.sizes.fit:  # no number of tables would have fitted
        return f"{said} {say('tables.said.sizes.few', count=sum(plan.sizes.people), **wished)}"
    return f"{said} {say('tables.said.sizes.moved', **wished)}"


def say_spread(plan: SeatingPlan, say: Translator) -> str:
    """Say whether each table has its share of each category and of each sector, and what to do where one has not."""
    if not plan.categories and not plan.sectors:
        return say("tables.said.spread.unknown")
    off = {say.category(word): share.off for word, share in plan.categories.items() if share.off}
    off |= {word: share.off for word, share in plan.sectors.items() if share.off}
    if off:
        named = ", ".join(list(off)[:_NAMED_AT_MOST])
        return say.plural(
            "tables.said.spread.off",
            sum(plan.off),
            named=named,
        )
    if not plan.sectors:
        return say("tables.said.spread.categories")
    return say("tables.said.spread.sectors" if not plan.categories else "tables.said.spread.even")


def say_met(plan: SeatingPlan, say: Translator) -> str:
    """Say how many people meet, of how many at most, and how many each meets on the mean."""
    people = len({one for tables in plan.rounds for table in tables for one in table})
    bound = min(plan.bound, plan.attainable)
    share = 100 * plan.met / bound if bound else 100.0
    values = {
        "met": plan.met,
        "bound": bound,
        "share": _say_number(share, say),
        "each": _say_number(2 * plan.met / max(people, 1), say),
    }
    return say.plural("tables.said.met", len(plan.rounds), **values)


def _say_number(value: float, say: Translator) -> str:
    """Return a number with one decimal, rounded down so that what is not whole never reads as whole."""
    tenths = int(value * 10 + 1e-9)
    whole, tenth = divmod(tenths, 10)
    return str(whole) if tenth == 0 else f"{whole}{say('tables.said.point')}{tenth}"
