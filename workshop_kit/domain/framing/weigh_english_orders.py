"""English orders that are a means or an end by what they act on: works, things used, what is brought to a standard."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.measures import Sort
from workshop_kit.domain.framing.orders import Order
from workshop_kit.domain.framing.weights import Force
from workshop_kit.domain.framing.words import list_plain

_FIRM: Final = (Sort.SAID, Sort.CHANGE, Sort.SHARE, Sort.THRESHOLD, Sort.ZERO)
_Known = tuple[Force, str] | None
_MEANS: Final = (Force.MEANS, "means")
_STATE: Final = (Force.END, "state")
_PRICED: Final = list_plain(
    "bus train ferry tram parking swimming entry admission museum pool wifi lunch breakfast meal prescription travel "
    "gym "
    "library ticket transport childcare nursery"
)
_WORKS_ON: Final = list_plain(
    "lower raise widen deepen level straighten narrow strengthen redesign remodel reorganise rebuild reconfigure "
    "simplify shorten lengthen improve_on"
)
_WORKED_ON: Final = list_plain(
    "junction crossing roundabout carriageway layout website form leaflet timetable logo bypass slip-road toilet bench "
    "changing-room playground pitch stand pier quay slipway jetty car-park shelter kitchen entrance porch "
    "kerb pavement road roadway bridge wall fence path step threshold counter shelf desk platform ceiling roof bank "
    "culvert doorway door gate gateway lane track ditch pond hedge"
)


def weigh_to_be(order: Order) -> _Known:
    """What is to be bought or built is a means: "£250,000 to be invested in drainage"."""
    if order.evidence.language != "en":
        return None
    if order.clause.lemma == "get" and order.is_one_thing() and re.search(r" for (?:every|each|all)\b", order.told):
        return None if order.measured((Sort.SAID, Sort.CHANGE, Sort.THRESHOLD, Sort.ZERO)) else _MEANS
    if order.clause.lemma != "be":
        return None
    words, verb = order.evidence.words, order.clause.verb
    made = verb + 1 < len(words) and words[verb + 1].lemma in order.lexicon.MEANS - {"open", "close", "run"}
    return _MEANS if made and words[verb - 1].plain == "to" else None


def weigh_used(order: Order) -> _Known:
    """What is used as something else, or made free of charge, is a means: "use the old station as a shelter"."""
    words = order.evidence.words[order.clause.verb + 1 : order.clause.end]
    used = order.clause.lemma in {"use", "reuse", "repurpose"} and bool(
        re.search(r" (?:as|for) (?:an?|the) ", order.told)
    )
    if order.clause.lemma == "bring" and re.search(r" to \w", order.told) and not order.every:
        used = used or any(word.lemma in order.lexicon.MEANS_THINGS for word in words[:4])
    priced = order.clause.lemma in {"render", "make", "improve"} and any(word.lemma in _PRICED for word in words)
    free = re.search(r"\bfree\b(?! (?:of|from))", order.told) is not None
    english = order.evidence.language == "en" and not order.measured(_FIRM)
    return _MEANS if english and (bool(used) or (priced and free)) else None


def weigh_standard(order: Order) -> _Known:
    """What is brought to a standard by a day is an end: "clean the river to bathing standard"."""
    held = order.clause.lemma in {"hold", "keep", "cap", "peg", "limit", "freeze"} and order.measured(_FIRM)
    if held and re.search(r" (?:below|under|at|to|within|above|over)\b", order.told):
        return _STATE
    brought = order.clause.lemma in {
        "clean",
        "upgrade",
        "bring",
        "refit",
        "renovate",
        "raise",
        "lift",
        "insulate",
        "build",
    }
    firm = bool(order.evidence.deadlines or order.measured(_FIRM)) or order.every
    standard = re.search(r" to (?:[\w'-]+ ){0,4}?(?:standards?|levels?|quality|grade|rating)\b", order.told) is not None
    return _STATE if brought and standard and firm else None


def weigh_moved(order: Order) -> _Known:
    """What is brought to a figure is an end, however it is said: "get the wait down to a week"."""
    moved = order.clause.lemma in {"get", "bring", "take", "drive", "push"} and order.evidence.language == "en"
    doing = order.clause.lemma in {"get", "have"} and _EACH_DOING.match(order.told) is not None
    return _STATE if (moved and _MOVED.search(order.told)) or doing else None


_EACH_DOING: Final = re.compile(
    r" (?:every|each|all|both|half)\b[^.;:!?,]{2,50}? (?!during|evening|morning)\w{3,}ing\b"
)
_MOVED: Final = re.compile(r" (?:down|back|up) (?:to|below|under|above) (?:an?|one|two|half|\d+) ?\w")


def weigh_works(order: Order) -> _Known:
    """Works on a thing one could touch are a means: "lower the kerbs", "widen the path"."""
    worked = order.clause.lemma in _WORKS_ON
    words = order.evidence.words[order.clause.verb + 1 : order.clause.verb + 4]
    things = any(word.lemma in _WORKED_ON for word in words)
    return _MEANS if worked and things and not order.measured(list(Sort)) else None
