"""What unites opinion groups and what sets each apart, as sentences of the catalog ``opinion``."""

from __future__ import annotations

from workshop_kit.domain.model import Reason
from workshop_kit.domain.opinion.groups import OpinionGroup
from workshop_kit.domain.opinion.representing import Distinction, Unity
from workshop_kit.domain.statements import AGREE


def explain_unity(unity: Unity, text: str) -> Reason | None:
    """Say how many in ten of every group, at least, answer a statement so; None where it does not unite them.

    Where all who answered it did so, it says that.
    """
    stance = unity.unites
    if stance is None:
        return None
    shares = [10 * (one.agree if stance == AGREE else one.disagree) // one.seen for one in unity.counts]
    if min(shares) == 10:
        return Reason(f"unites.all-{_name(stance)}", {"text": text})
    return Reason(f"unites.{_name(stance)}", {"text": text, "least": min(shares)})


def explain_distinction(group: OpinionGroup, distinction: Distinction, text: str) -> Reason:
    """Say what a group is known by: it answers so more than the others, or just so where nothing sets it apart."""
    kind = "distinguishes" if distinction.likelier > 1 else "holds"
    values: dict[str, str | int] = {
        "letter": group.letter,
        "text": text,
        "count": distinction.count,
        "seen": distinction.seen,
    }
    return Reason(f"{kind}.{_name(distinction.stance)}", values)


def _name(stance: int) -> str:
    return "agree" if stance == AGREE else "disagree"
