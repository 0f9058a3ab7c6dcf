"""Say a sentence as a challenge where its own words allow it; what only its author knows is left as a gap, "…"."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.clauses import Form
from workshop_kit.domain.framing.reader import Found
from workshop_kit.domain.framing.values import Kind
from workshop_kit.domain.framing.weights import Force
from workshop_kit.domain.framing.words import list_plain

#: Intentions to which "by how much" gives an end.
_MEASURABLE: Final = list_plain(
    "réduire diminuer baisser limiter augmenter accroître reduce increase cut lower raise decrease curb lessen"
)
_GAP: Final = {"fr": " de … %", "en": " by … %"}
#: Signs of a sentence that are said anew.
_AT_MOST: Final = 300


def rewrite(found: Found) -> str | None:
    """Return the sentence as a challenge, or ``None`` where its own words do not hold one.

    "Réduire les déchets" becomes "Réduire les déchets de … %"; "Acheter un minibus pour que chacun aille au marché"
    is a challenge already. A means whose end is said after it gives way to that end. Nothing is invented.
    """
    if len(found.text.plain) > _AT_MOST:
        return None
    if found.kind is Kind.THEME:
        return _leave_gap(found)
    if found.kind is Kind.SOLUTION:
        return _take_purpose(found)
    return None


def _leave_gap(found: Found) -> str | None:
    own = [one for one in found.weighed if not one.clause.purpose]
    if len(own) != 1 or own[0].force is not Force.VAGUE or own[0].clause.form is not Form.ORDER:
        return None
    clause = own[0].clause
    if clause.lemma not in _MEASURABLE or clause.end - clause.verb < 2:
        return None
    start, end = found.words[clause.verb].start, found.words[clause.end - 1].end
    begins, ends = found.text.locate(start, end)
    rest = found.text.given[ends:].rstrip(" ?!.\u202f\u00a0")
    return _close(f"{found.text.given[begins:ends]}{_GAP[found.language]}{rest}")


def _take_purpose(found: Found) -> str | None:
    for one in found.weighed:
        if one.clause.purpose and one.force is Force.END:
            begins, _ = found.text.locate(found.words[one.clause.start].start, found.words[one.clause.end - 1].end)
            return _close(found.text.given[begins:].rstrip(" ?!.\u202f\u00a0"))
    return None


def _close(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:1].upper()}{text[1:]}."
