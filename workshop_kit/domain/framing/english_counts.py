"""What English counts and does not aim at: how many there are, how far away, how dear."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.measure_sorts import Sort

#: "in all 31 buildings", "a village of 600": so many there are.
_THERE_ARE: Final = re.compile(
    r"\b(?:(?:in|from|at|across|on|throughout|between|to|into|of|over|around) (?:all|each of|every one of|any of)"
    r"(?: of)?(?: the| our| its| these)? ?|"
    r"(?:village|town|city|hamlet|island|parish|community|population|council|team|group|class|club|school|family|crew|"
    r"panel|committee|board|choir|estate|place|congregation|settlement|street) of (?:some |about |around |nearly |"
    r"only |"
    r"just |barely |under |over )?)$"
)
#: "residents of the three tower blocks": where they live.
_OF_THESE: Final = re.compile(r"\b(?:of|in|from|at|on|across|around|between|to|near) (?:the|our|these|its) $")
_BUILT: Final = re.compile(
    r"(?:blocks?|tower|towers|high-rises?|buildings?|flats|sites|stations|halls|bridges|schools|surgeries|"
    r"libraries|parks|"
    r"churches|chapels|stops|fields|farms|shops|pubs|colleges|campuses|hospitals|squares|lanes|roads|bays|beaches|"
    r"valleys|communes|townships|reserves|camps|centres|depots|ports|harbours|markets)$"
)
#: How far it is, and what it costs.
_FAR: Final = re.compile(r"\b(?:for|every|each|some) $")
_WORTH: Final = re.compile(r"\b(?:worth|costing|budget of|cost of|price of|grant of) $")
_PAID: Final = re.compile(
    r"(?:doubl|halv|tripl|trebl)\w+ (?:the |our |its |their )?(?:[a-z]+ )?(?:grants?|budgets?|funding|funds?|"
    r"subsid(?:y|ies)|"
    r"allowances?|spending|investment|bonus(?:es)?|bursar(?:y|ies)|fees|fines|precept)\b"
)


def is_given(sort: Sort, plain: str, span: tuple[int, int], began: int) -> bool:
    """Say whether a measure only says what there is; ``began``: where it began before a date or an age was cut off."""
    before, said = plain[max(0, span[0] - 40) : span[0]], plain[slice(*span)]
    if sort is Sort.COUNT:
        there = _THERE_ARE.search(before) is not None
        article = re.match(r"the |our |these ", said)
        named = before + (article[0] if article else "")
        built = _OF_THESE.search(named) is not None and _BUILT.search(said) is not None
        return there or built or began < span[0]
    if sort is Sort.THRESHOLD and re.match(r"\S+ (?:miles?|km|kilomet\w+|met\w+|yards)\b", said):
        return _FAR.search(before) is not None
    if sort is Sort.SHARE:
        return _WORTH.search(before) is not None
    return sort is Sort.CHANGE and _PAID.match(plain[span[0] :]) is not None
