"""A means that English only names, whatever is told of it: "Walking groups led by nurses", "An app where …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from workshop_kit.domain.framing.clauses import Clause, Form
from workshop_kit.domain.framing.english_things import NOT_THINGS
from workshop_kit.domain.framing.english_verbs import NUMBERS, PREPOSITIONS
from workshop_kit.domain.framing.english_words import ABSTRACT, EFFORTS, MEANS_THINGS, VAGUE
from workshop_kit.domain.framing.force_words import FAUNA, ILLS
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.people_words import ENGLISH_PEOPLE
from workshop_kit.domain.framing.words import Word, list_plain

_ONE: Final = list_plain("a an another")
#: What may stand before things that are only named, and is no article: "free bus passes", "secure cycle racks".
_NOT_FIRST: Final = list_plain(
    "the our every each no all zero half more fewer less most many some any not this that these those my your their "
    "too nobody everyone both his her its what how why if when where who"
)
#: Verbs of meaning well that tell how a thing is as well: "secure cycle racks".
_SO_TOO: Final = list_plain("secure green slow back work study")
#: What is told of a thing behind its name.
_PARTICIPLES: Final = list_plain(
    "run led staffed driven paid funded made built hosted given taught delivered filled handed kept organised held "
    "starting offered provided sponsored managed fitted placed planted installed set equipped open available financed "
    "supported linking connecting serving offering teaching giving selling supplied designed aimed based owned hired "
    "lent put painted printed powered subsidised reserved"
)
_PLACED: Final = list_plain(
    "for at from between outside inside behind along beside near under over beneath beyond by opposite around across "
    "through before after during until on in throughout to with against via within into"
)
_TOLD: Final = list_plain("where when whenever who that which whose if")
#: Happenings and things to have that are named in the plural, and are in no list of what is bought.
_NAMED_TOO: Final = list_plain(
    "swap lesson morning afternoon alert cup mug tree walk ride visit circle corner round surgery outing trip hub "
    "class get-together gathering loan rental voucher ticket reminder ride-share stroller basket coupon tasting "
    "rehearsal stay placement apprenticeship internship scholarship patrol bell clock badge sticker beacon bowl bay "
    "sail awning mirror rail bell hose hose-pipe bucket crate shelf tool rack feeder box trap net lock cooker pan"
)
#: Of what is there already one complains: "cars on the pavement", "shops on Castle Street".
_SEEN: Final = list_plain(
    "car van lorry truck taxi vehicle shop pub house home flat apartment dwelling road street light toilet building "
    "garage scooter drone boat firework takeaway bar restaurant supermarket office factory school bus train drain "
    "sewer bill fee fine tax toll rent letter number barrier hedge bin skip wall place hospital surgery post "
    "coat nurse teacher doctor dentist carer farm job"
)
_GONE: Final = re.compile(
    r"closed|lost|gone|shut|empty|broken|dirty|vandalised|overflowing|boarded|derelict|noisy|rude"
)
#: A verb of its own tells what is so of it.
_TELL: Final = list_plain("is are was were be will must should can could has have had do does may might would shall")
#: Nouns of what one only thinks, and of how long or how far.
_THOUGHT: Final = re.compile(
    r"(?:ness|ity|tion|sion|ment|ship|hood|ism|ance|ence|cy|ing|th|dom|hour|minute|mile|km|metre|degree|ton(?:ne)?|"
    r"acre|hectare|kilo|litre|pint|point|grade|case|bird|species|pair)$"
)
_MARKS: Final = frozenset(".;:!?,()-–—")
_MOST: Final = 5


def find_named_means(words: Sequence[Word], measures: Sequence[Measure], *, dated: bool) -> tuple[int, int] | None:
    """Return the first group of nouns of a sentence that names a means and tells no state, ``None`` elsewhere."""
    first = _find_first(words)
    rule = None if first is None else _find_rule(words, first)
    if rule is not None:
        return words[first or 0].start, words[rule].end
    if first is None or _tells_state(words, measures, first, dated=dated):
        return None
    head = _find_head(words, first)
    if head is None or not _names_thing(words, first, head):
        return None
    return words[first].start, words[head].end


def mark_what_for(words: Sequence[Word], clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses, the first a purpose where it says what one thing is to be had for: "an app to report …"."""
    first = clauses[0] if clauses else None
    if first is None or first.form is not Form.ORDER or first.verb < 3 or words[0].plain not in _ONE:
        return list(clauses)
    named = words[first.verb - 1].plain == "to" and words[first.verb - 2].lemma in MEANS_THINGS
    return [replace(first, purpose=True), *clauses[1:]] if named else list(clauses)


#: Rules, and what they are put on: "a curfew on delivery vans", "two-hour limit on parking".
_RULES: Final = list_plain(
    "limit curfew ban deposit quota levy toll fine moratorium cap duty tax surcharge restriction bye-law by-law charge"
)
_PUT_ON: Final = list_plain("on against for of in outside between past at within")


def _find_rule(words: Sequence[Word], first: int) -> int | None:
    """Return the noun of a rule that a sentence without a verb names, whoever and however many it is for."""
    plain = {word.plain for word in words}
    if plain & (_TELL | {",", ";", "+"}) or ("and" in plain and "between" not in plain):
        return None
    for place in range(first + (words[first].lemma not in _RULES), min(first + _MOST, len(words) - 1)):
        if words[place].plain in PREPOSITIONS:
            return None
        if words[place].lemma in _RULES and words[place + 1].plain in _PUT_ON:
            return place if words[first].plain in _ONE or words[place - 1].plain != "of" else None
    return None


def _find_first(words: Sequence[Word]) -> int | None:
    """Return the first word of what is named: behind a heading, "More shade: forty plane trees"."""
    marks = [place for place, word in enumerate(words[:6]) if word.plain == ":"]
    counted = bool(marks) and marks[0] + 2 < len(words)
    if counted and (words[marks[0] + 1].plain in NUMBERS | _ONE or words[marks[0] + 1].plain[:1].isdigit()):
        return marks[0] + 1
    first = next((place for place, word in enumerate(words) if word.is_word or word.plain[:1].isdigit()), None)
    if first is None or words[first].plain in _NOT_FIRST | PREPOSITIONS | {"better", "worse"} | (
        (VAGUE | EFFORTS) - _SO_TOO
    ):
        return None
    compared = words[first].plain.endswith("er") and words[first].lemma != words[first].plain
    return None if compared else first


def _tells_state(words: Sequence[Word], measures: Sequence[Measure], first: int, *, dated: bool) -> bool:
    """Say whether what stands there is a state: each has it on a day, it is measured, or another end is joined."""
    plain = [word.plain for word in words]
    if any(one in {"free", "clear", "rid"} and after == "of" for one, after in pairwise(plain)):
        return True
    if any(one.sort in {Sort.SHARE, Sort.ZERO, Sort.CHANGE, Sort.THRESHOLD, Sort.SAID} for one in measures):
        return True
    every = any(
        word in {"every", "each", "all", "nobody", "everyone", "everybody"}
        and (plain[place + 1 : place + 2] != ["other"] and plain[place - 1 : place] != ["for"])
        for place, word in enumerate(plain)
    )
    joined = any(
        word in {";", "+", "&"} or (word in {",", "."} and plain[place + 1 : place + 2] in (["and"], ["so"]))
        for place, word in enumerate(plain[first:], first)
    )
    below = next((place for place, word in enumerate(plain) if word in _TOLD), len(plain))
    tells = bool(_TELL - {"be"} & set(plain[:below]))
    return tells or (every and dated) or joined or "so that" in " ".join(plain) or plain[-1] == "?"


def _find_head(words: Sequence[Word], first: int) -> int | None:
    """Return the last word of the first group of nouns: behind it stands where it is, or what is told of it."""
    for place in range(first, min(first + _MOST + 1, len(words))):
        word = words[place]
        if (not word.is_word and not word.plain[:1].isdigit()) or (place > first and word.plain in _NOT_FIRST | _TELL):
            return None
        behind = words[place + 1].plain if place + 1 < len(words) else "."
        ends = behind in _MARKS | _PLACED | _TOLD or behind == "and"
        ends = ends or (behind in _PARTICIPLES and place > first)
        if ends and place > first:
            return place
    return None


def _is_concrete(noun: Word) -> bool:
    """Say whether a noun that no list has may be bought: it names no one, no animal, and nothing one only thinks."""
    general = ABSTRACT | NOT_THINGS | FAUNA | ILLS | ENGLISH_PEOPLE
    return noun.lemma not in general and _THOUGHT.search(noun.lemma) is None


def _names_thing(words: Sequence[Word], first: int, head: int) -> bool:
    """Say whether a group of nouns names what is set up, bought or held."""
    opening, noun = words[first], words[head]
    behind = words[head + 1].plain if head + 1 < len(words) else "."
    one = opening.plain in _ONE
    counted = opening.plain in NUMBERS or opening.plain[:1].isdigit()
    if noun.lemma in ENGLISH_PEOPLE - MEANS_THINGS or noun.is_name:
        return False
    named = [word.plain for word in words[first : head + 1]]
    if any(_GONE.fullmatch(word) for word in named) or any(word.endswith("'s") for word in named[:1]):
        return False
    known = noun.lemma in (MEANS_THINGS | _NAMED_TOO) - NOT_THINGS - ABSTRACT
    if one and first and known:
        return behind in _PLACED
    if one:
        told = behind in _TOLD and len(words) > head + 3
        return told and known and noun.plain not in {"place", "school", "park", "street", "centre", "day", "event"}
    plural = noun.plain != noun.lemma and noun.plain.endswith("s")
    known = known or (counted and behind in _PLACED | {","} and _is_concrete(noun))
    if not known or not plural:
        return False
    if behind == "and" or (behind in _TOLD and not counted):
        return False
    if noun.lemma in _SEEN:
        return counted and behind in {"for", ","}
    return counted or behind != "." or head - first > 0
