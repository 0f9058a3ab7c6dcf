"""The rule of a vote as every page is told it."""

from __future__ import annotations

from workshop_kit.domain.ballots import VoteRule
from workshop_kit.live.contract.participant.vote import ShownRule


def describe_rule(rule: VoteRule) -> ShownRule:
    """Return a rule with its grades, the best first."""
    return {
        "kind": rule.kind,
        "budget": rule.budget,
        "most": rule.most,
        "grades": rule.grades,
        "scale": [int(grade) for grade in reversed(rule.scale.grades)],
        "blanks_count": rule.blanks_count,
        "to_spend": rule.to_spend,
        "points": rule.points,
    }
