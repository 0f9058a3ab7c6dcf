"""Say whether a sentence, parted where something is added, is two ends: each half is read for itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from workshop_kit.domain.framing.asides import Around
from workshop_kit.domain.framing.clauses import Form
from workshop_kit.domain.framing.english_apart import leads_with_end, names_two_ills
from workshop_kit.domain.framing.english_apart import part_in_two as part_in_english
from workshop_kit.domain.framing.english_short_states import find_short_state
from workshop_kit.domain.framing.french_apart import give_verb, names_state, part_in_two, shares_verb, tells_reached
from workshop_kit.domain.framing.french_today import tells_today
from workshop_kit.domain.framing.judging import decide
from workshop_kit.domain.framing.looking import Seen, look, weigh_all
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.values import Kind
from workshop_kit.domain.framing.weights import Force

type_of_span = tuple[int, int]
#: A longer text is no sentence, and is not parted; of the ways to part one so many are tried.
_PARTED_AT_MOST: Final = 360
_WAYS_AT_MOST: Final = 8
#: So many signs are read again at most, whichever way they are parted.
_PARTED_SIGNS: Final = 1000


def is_two_in_french(text: PlainText, seen: Seen, whole: Kind) -> bool:
    """Say whether a French sentence, parted where something is added, is two ends, or an end and a means."""
    days = seen.evidence.deadlines
    if len(text.plain) > _PARTED_AT_MOST or tells_today(seen.clauses, seen.evidence):
        return False
    if whole is Kind.CHALLENGE and shares_verb(text):
        return True
    for halves in islice(chain(give_verb(text, days), part_in_two(text, days)), _WAYS_AT_MOST):
        ends = len(halves[0].plain.rstrip())
        begins = len(halves[1].plain) - len(halves[1].plain.lstrip())
        parted = bool(set("+;|") & set(text.plain[ends:begins]))
        first = _read_french_half(halves[0], named=parted)
        if first[0] is Kind.THEME and not names_state(halves[0]) and not tells_reached(halves[0]):
            continue
        read_halves = [first, _read_french_half(halves[1], named=parted)]
        kinds = {kind for kind, _ in read_halves}
        if kinds == {Kind.CHALLENGE, Kind.THEME}:
            firm = read_halves[0][0] is Kind.CHALLENGE
            vague = halves[1] if firm else halves[0]
            told = any(told for _, told in read_halves)
            if (not told and names_state(vague)) or tells_reached(vague):
                return True
        if kinds <= {Kind.CHALLENGE, Kind.SOLUTION, Kind.SEVERAL} and kinds != {Kind.SOLUTION}:
            return True
    return False


def _read_french_half(half: PlainText, *, named: bool) -> tuple[Kind, bool]:
    """Return what a half of a sentence is, read for itself, and whether a verb tells it.

    ``named``: it stands apart, so that a thing that it only names is a means.
    """
    weighed, groups, thing = weigh_all(half, look(Around(half, half), "fr", half))
    kind, deciding = decide(weighed, len(groups), thing is not None)
    return (kind if deciding or named or kind is Kind.CHALLENGE else Kind.THEME), bool(weighed)


def is_two_in_english(text: PlainText, seen: Seen, whole: Kind) -> bool:
    """Say whether an English sentence, parted where something is added, is two ends, or an end and a means."""
    days = seen.evidence.deadlines
    if (
        len(text.plain) > _PARTED_AT_MOST
        or tells_today(seen.clauses, seen.evidence)
        or ("?" in text.plain and whole is not Kind.CHALLENGE)
    ):
        return False
    if names_two_ills(text.plain):
        return True
    ways = min(_WAYS_AT_MOST, _PARTED_SIGNS // max(len(text.plain), 1))
    for first, second, weak in islice(part_in_english(text, days), ways):
        read = [_read_half(first, weak=weak)]
        if leads_with_end(text.plain) and not weak and read[0].kind is Kind.THEME:
            read[0] = _Half(Kind.CHALLENGE, firm=True)
        if read[0].kind is Kind.THEME:
            continue
        read.append(_read_half(second, weak=weak))
        kinds = {one.kind for one in read}
        if (
            Kind.THEME in kinds
            or kinds == {Kind.SOLUTION}
            or not any(one.firm and not (weak and one.named) for one in read)
        ):
            continue
        shared = read[0].named and (read[1].told or read[1].named)
        if not (weak and (shared or (read[1].ordered and not read[0].ordered))):
            return True
    return False


@dataclass(frozen=True)
class _Half:
    """What a part of a sentence is, and how it says it: by itself, with a verb, as an order, or by a name alone."""

    kind: Kind
    firm: bool
    told: bool = False
    ordered: bool = False
    named: bool = False


def _read_half(half: PlainText, *, weak: bool) -> _Half:
    """Read a part of an English sentence for itself; ``weak``: only "and" joins it to the other one."""
    seen = look(Around(half, half), "en", half)
    weighed, groups, thing = weigh_all(half, seen)
    kind, deciding = decide(weighed, len(groups), thing is not None)
    evidence = seen.evidence
    state = find_short_state(evidence.words, evidence.measures, evidence.deadlines)
    told = any(one.force is Force.END for one in deciding)
    named = kind is Kind.SOLUTION and weak and not any(one.force is Force.MEANS for one in weighed)
    if (kind is Kind.THEME or named) and state is not None:
        return _Half(Kind.CHALLENGE, state[2])
    if named:
        kind = Kind.THEME
    ordered = bool(deciding) and deciding[0].clause.form is Form.ORDER
    return _Half(kind, kind is not Kind.SOLUTION, told, ordered, not told and state is None)
