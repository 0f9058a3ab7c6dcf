"""What is claimed of somebody: who asks or campaigns for a thing is after a means."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing.orders import Order
from workshop_kit.domain.framing.weights import Force
from workshop_kit.domain.framing.words import list_plain

_CLAIMING: Final = frozenset({"demander", "reclamer", "solliciter", "exiger"})
_CALLING: Final = list_plain(
    "ask lobby urge persuade convince campaign push press petition apply fight militer plaider"
)


def weigh_called_for(order: Order) -> tuple[Force, str] | None:
    """Who campaigns for a thing is after a means: "lobby the minister for a new bridge"."""
    if order.clause.lemma in _CLAIMING and not order.asked:
        near = order.evidence.words[order.clause.verb + 1 : order.clause.end]
        one = next((place for place, word in enumerate(near[:8]) if word.plain in {"un", "une"}), len(near))
        named = near[one + 1 : one + 3]
        return (Force.MEANS, "means") if any(word.lemma in order.lexicon.MEANS_THINGS for word in named) else None
    if order.clause.lemma not in _CALLING:
        return None
    later = order.clauses[order.number + 1 : order.number + 2]
    if any(one.purpose and one.lemma in order.lexicon.MEANS for one in later):
        return Force.MEANS, "means"
    words = order.evidence.words[order.clause.verb + 1 : order.clause.end]
    places = [place for place, word in enumerate(words) if word.plain in {"for", "pour"}]
    things = any(w.lemma in order.lexicon.MEANS_THINGS for at in places[:1] for w in words[at + 2 : at + 5])
    return (Force.MEANS, "means") if things else None
