"""Why a budget funds what it funds: for each project a code, how many people, and the amounts of its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop_kit.domain.budget import Amount, BallotKind, BudgetOutcome, BudgetRule, Funded, Means, Unfunded
from workshop_kit.domain.budget_margin import BudgetMargin
from workshop_kit.domain.greedy_budget import Difference


@dataclass(frozen=True)
class Why:
    """A reason (*pourquoi*): the catalog key ``budget.<code>``.

    Parameters
    ----------
    code
        The end of the key.
    number
        How many people or ballots the sentence counts.
    amounts
        Sums of money by the name of their placeholder.
    counts
        Other numbers by the name of their placeholder.

    """

    code: str
    number: int = 0
    amounts: Mapping[str, Amount] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)


def explain_funded(one: Funded, kind: BallotKind) -> Why:
    """Return why a project is funded."""
    people = one.support.people
    if one.means is Means.RANK:
        return Why("why.rank", people, {"before": one.before})
    if one.means is Means.REST:
        return Why("why.rest", people, {"missing": one.cost - (one.behind or 0), "before": one.before})
    if not one.paid or one.price is None:
        return Why("why.shares-free", people)
    if kind is BallotKind.POINTS:
        return Why("why.shares-points", people, {"price": one.price})
    same = len(one.paid) == 1 and one.paid[0].people == people
    return Why("why.shares-equal" if same else "why.shares-short", people, {"price": one.price})


def explain_unfunded(one: Unfunded, total: Amount) -> Why:
    """Return why a project is not funded: nobody wants it, it costs more than there is, or something is missing."""
    people = one.support.people
    if not people:
        return Why("why.nobody")
    if one.cost > total:
        return Why("why.dear", people, {"over": one.cost - total})
    if one.behind is None:
        return Why("why.not-rank", people, {"before": one.before, "missing": one.missing})
    return Why("why.not-shares", people, {"behind": one.behind, "missing": one.missing})


def explain_options(outcome: BudgetOutcome, kind: BallotKind) -> dict[str, Why]:
    """Return of every project why it is funded, or not, by its id."""
    reasons = {one.project: explain_funded(one, kind) for one in outcome.funded}
    return reasons | {one.project: explain_unfunded(one, outcome.total) for one in outcome.unfunded}


def explain_rule(outcome: BudgetOutcome) -> tuple[Why, ...]:
    """Return how a rule counts; with equal shares, what each person held."""
    if outcome.rule is not BudgetRule.EQUAL_SHARES:
        return (Why(f"rule.{outcome.rule}"),)
    if outcome.share is None or outcome.raised is None:
        return ()
    held = Why("rule.equal-shares", amounts={"share": outcome.share})
    return (
        (held,) if outcome.raised == outcome.share else (held, Why("rule.raised", amounts={"raised": outcome.raised}))
    )


def explain_difference(difference: Difference) -> Why:
    """Return how equal shares (first) and another rule (second) differ for the people who voted."""
    if not difference.first_only and not difference.second_only:
        return Why("difference.same")
    return Why("difference.reached", difference.first_reached, counts={"other": difference.second_reached})


def explain_margin(margin: BudgetMargin) -> Why:
    """Return how solid a result is, with no more certainty than there is."""
    if margin.at_most is None:
        return Why("margin.never" if margin.certain else "margin.unknown")
    if margin.exact:
        return Why("margin.exact", margin.at_most)
    if margin.at_least > 1:
        return Why("margin.between", counts={"least": margin.at_least, "most": margin.at_most})
    return Why("margin.at-most", margin.at_most)
