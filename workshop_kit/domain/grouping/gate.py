"""The gate above any likeness: ideas that oppose each other, or that speak of something else, are never gathered."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from workshop_kit.domain.grouping import antonyms, small_words
from workshop_kit.domain.grouping.comparing import HEAVY_FROM, Comparison
from workshop_kit.domain.grouping.parts import Reading, Term

#: Prefixes that turn a word round: "armer", "désarmer".
_UNDOING: Final = {
    "fr": ("des", "de", "non", "in", "im", "anti", "mal"),
    "en": ("un", "de", "dis", "non", "in", "im", "anti"),
}
_UNDONE_LETTERS: Final = 5
#: From which likeness of terms on, the same words in other places oppose each other.
TURNED_FROM: Final = 0.6
#: Terms that weigh less may stand anywhere.
_TURNED_WEIGHT: Final = 0.3
#: Who does it stands behind these.
_PASSIVE: Final = frozenset({"par", "by", "aux", "au"})
_SIGNS: Final = (1, -1)
_BOUNDS: Final = frozenset({"less", "more"})
#: Small words of place that exclude each other tell something of sentences this alike alone.
_WORDED_FROM: Final = 0.3
_BARE: Final = frozenset({"bare"})
#: Directions that are not one another's, though neither is against the thing.
_APART: Final = (
    (frozenset({"exist"}), frozenset({"keep", "improve"})),
    (frozenset({"bare"}), frozenset({"keep"})),
    (frozenset({"more"}), frozenset({"improve", "keep"})),
    (frozenset({"change"}), frozenset({"keep", "more", "improve", "open"})),
    (frozenset({"less"}), frozenset({"remove"})),
)


class Relation(StrEnum):
    """What stands between two ideas: nothing, an opposition about one thing, or another thing."""

    FREE = "free"
    OPPOSED = "opposed"
    APART = "apart"


def relate(first: Reading, second: Reading, pair: Comparison) -> Relation:
    """Say what stands between two ideas, whatever their likeness; the order of the two changes nothing."""
    if find_sides(first, second) or _are_signs_opposed(first, second, pair) or _is_any_undone(first, pair):
        return Relation.OPPOSED
    if _are_roles_swapped(first, second, pair) or _are_numbers_swapped(first, second):
        return Relation.OPPOSED
    if (
        _take_other_sides(first, second)
        or _say_contrasts(first, second, pair)
        or _are_turned_about(first, second, pair)
    ):
        # What is said in nearly the same words, and turned about, is an opposition too.
        return Relation.OPPOSED if pair.likeness >= TURNED_FROM else Relation.APART
    if (
        _say_other_numbers(first, second)
        or _name_others(first, second, pair)
        or _are_acts_apart(first, second, pair)
        or _is_any_turned(first, second, pair)
    ):
        return Relation.APART
    return Relation.FREE


def _are_signs_opposed(first: Reading, second: Reading, pair: Comparison) -> bool:
    """Say whether one wants what the other does not: each thing they share, or one that weighs, or the whole."""
    if _bound_alike(first, second):
        return False
    differ = [one.sign != other.sign for one, other in pair.agreed]
    if not differ:
        return first.head != second.head and first.spent == second.spent
    wanted = {one.sign for one, other in pair.agreed if one.sign != other.sign}
    if len(wanted) == len(_SIGNS):
        return True  # "tenants, not landlords", "landlords, not tenants"
    if first.spent != second.spent:
        return False
    if first.head == second.head == -1:
        # "Fermer la rue aux voitures" and "une rue sans voitures" differ about the street, and want the same.
        return all(differ) and len(differ) > 1
    heavy = any(one.sign != other.sign and min(one.weight, other.weight) >= HEAVY_FROM for one, other in pair.agreed)
    return heavy or all(differ) or (first.head != second.head and any(differ))


def _bound_alike(first: Reading, second: Reading) -> bool:
    """Say whether both bound something by one number, of which one says that it is less: "lower it to 20", "20"."""
    if not first.numbers or first.numbers != second.numbers:
        return False
    bounds = [reading.acts for reading in (first, second) if reading.acts]
    return len(bounds) < 2 and all(acts <= _BOUNDS for acts in bounds)


def _take_other_sides(first: Reading, second: Reading) -> bool:
    """Say whether one takes a side of an opposition that the other does not, or takes both where that takes one."""
    axes = {axis for axis, _ in first.sides} & {axis for axis, _ in second.sides}
    return any(_list_sides(first, axis) != _list_sides(second, axis) for axis in axes)


def find_sides(first: Reading, second: Reading) -> frozenset[int]:
    """Return the oppositions of which each takes another side."""
    axes = {axis for axis, _ in first.sides} & {axis for axis, _ in second.sides}
    return frozenset(axis for axis in axes if _list_sides(first, axis).isdisjoint(_list_sides(second, axis)))


def _list_sides(reading: Reading, axis: int) -> set[int]:
    return {side for one, side in reading.sides if one == axis}


def _is_any_turned(first: Reading, second: Reading, pair: Comparison) -> bool:
    """Say whether one alone says what it does not want."""
    if first.head == second.head == -1 or first.spent != second.spent:
        return False
    return any(term.sign < 0 and not term.rather and term.weight >= HEAVY_FROM for term in (*pair.left, *pair.right))


def _say_contrasts(first: Reading, second: Reading, pair: Comparison) -> bool:
    """Say whether each has a small word that excludes one of the other's, in much the same words."""
    if first.language != second.language:
        return False
    unlike = pair.template < _WORDED_FROM
    alone, also = first.vocabulary - second.vocabulary, second.vocabulary - first.vocabulary
    if not unlike and antonyms.exclude(first.words, second.words, first.language, turns=True):
        return True
    contrasting = small_words.CONTRASTING[first.language]
    return any(
        other in also and not (unlike and {one, other} & small_words.PLACING)
        for one in contrasting.keys() & alone
        for other in contrasting[one]
    )


def _name_others(first: Reading, second: Reading, pair: Comparison) -> bool:
    """Say whether each names those, or a time or a place, that exclude the other's, in much the same words."""
    if first.language != second.language or pair.template < _WORDED_FROM:
        return False
    return antonyms.exclude(first.words, second.words, first.language, turns=False)


def _are_turned_about(first: Reading, second: Reading, pair: Comparison) -> bool:
    """Say whether what stands before a word such as "before" or "rather than" in one stands after it in the other."""
    heavy = [(one, other) for one, other in pair.agreed if min(one.weight, other.weight) >= _TURNED_WEIGHT]
    for hinge, word in first.hinges:
        for also in (place for place, other in second.hinges if other == word):
            crossed = {(one.start < hinge, other.start < also) for one, other in heavy}
            if {(True, False), (False, True)} <= crossed:
                return True
    return False


def _is_any_undone(first: Reading, pair: Comparison) -> bool:
    """Say whether a word of one is a word of the other with a prefix that turns it round."""
    left, right = {term.plain for term in pair.left}, {term.plain for term in pair.right}
    prefixes = _UNDOING[first.language]
    return any(
        other in (prefix + word, f"{prefix}-{word}")
        for words, others in ((left, right), (right, left))
        for other in others
        if other.startswith(prefixes)  # few words do
        for word in words
        if len(word) >= _UNDONE_LETTERS
        for prefix in prefixes
    )


def _say_other_numbers(first: Reading, second: Reading) -> bool:
    """Say whether both give numbers, and each one that the other does not."""
    return bool(first.numbers - second.numbers) and bool(second.numbers - first.numbers)


def _are_numbers_swapped(first: Reading, second: Reading) -> bool:
    """Say whether one goes from a number to another, and the other back: "from 50 to 30", "from 30 to 50"."""
    one, other = first.counted, second.counted
    return len(set(one)) > 1 and one != other and one == other[::-1]


def _are_acts_apart(first: Reading, second: Reading, pair: Comparison) -> bool:
    one, other = first.acts or _BARE, second.acts or _BARE
    if one & other or first.sides & second.sides or _is_deed_shared(first, second, pair):
        return False
    return any((one & a and other & b) or (one & b and other & a) for a, b in _APART)


def _is_deed_shared(first: Reading, second: Reading, pair: Comparison) -> bool:
    """Say whether what one does is what the other names: "a place to repair things", "start a repair café"."""
    return any(
        (one.start, one.end, "act") in first.marks or (other.start, other.end, "act") in second.marks
        for one, other in pair.agreed
    )


def _are_roles_swapped(first: Reading, second: Reading, pair: Comparison) -> bool:
    """Say whether who does it and to whom are exchanged: "pupils teach the old", "the old teach pupils"."""
    if _PASSIVE.isdisjoint(first.vocabulary) != _PASSIVE.isdisjoint(second.vocabulary):
        return False
    people = [(one, other) for one, other in pair.agreed if any(key.startswith("person:") for key in one.keys)]
    for place, (one, other) in enumerate(people):
        for also, too in people[place + 1 :]:
            if (one.start < also.start) != (other.start < too.start) and all(
                _is_deed_between(reading, *sorted((here, there), key=lambda term: term.start))
                for reading, here, there in ((first, one, also), (second, other, too))
            ):
                return True
    return False


def _is_deed_between(reading: Reading, one: Term, other: Term) -> bool:
    return any(
        one.end <= term.start and term.end <= other.start for term in reading.terms if term.kind == "deed"
    ) or any(one.end <= start and end <= other.start for start, end, kind in reading.marks if kind == "act")
