"""How alike two readings are: which of their terms say the same, and how much of each idea these are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from workshop_kit.domain.grouping.parts import Reading, Term

#: Two words of which no dictionary has one are the same word from this likeness on, of 100.
_ALIKE_FROM: Final = 84.0
_ALIKE_LETTERS: Final = 5
#: A term that weighs less sets nothing apart by itself.
HEAVY_FROM: Final = 0.5


@dataclass(frozen=True)
class Comparison:
    """Two ideas term by term: the pairs that agree, and what is left of each.

    ``likeness`` is Dice's coefficient of the weights, from 0 to 1; ``covered`` the larger of the two shares that
    agree; ``template`` how alike the sentences are word by word and in order, from 0 to 1; ``replaced`` whether each
    has a word in the place of another's; ``aligned`` whether they do one thing to what they speak of, or both refuse.
    """

    agreed: tuple[tuple[Term, Term], ...]
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    likeness: float
    covered: float
    template: float
    replaced: bool
    aligned: bool

    @property
    def alone(self) -> float:
        """The weight of all that one says and the other does not."""
        return _weigh(self.left) + _weigh(self.right)

    @property
    def spare(self) -> float:
        """The weight by which both go on alone: what one of the two says instead of what the other says."""
        return min(_weigh(self.left), _weigh(self.right))


def compare(first: Reading, second: Reading) -> Comparison:
    """Match the terms of two readings; the order of the two changes nothing but the order of the pairs."""
    open_: list[Term] = list(second.terms)
    agreed: list[tuple[Term, Term]] = []
    left: list[Term] = []
    said = {term.plain for term in second.terms}
    listed = all(term.listed for term in second.terms)
    # A word that the other says too takes it before another of its class does.
    for term in sorted(first.terms, key=lambda one: one.plain not in said):
        alike = [at for at, other in enumerate(open_) if not term.keys.isdisjoint(other.keys)]
        # Of several that agree, the word itself comes first, then what is done alike to it.
        if len(alike) > 1:
            alike.sort(key=lambda at: (open_[at].plain != term.plain, open_[at].sign != term.sign))
        place = alike[0] if alike else None
        if place is None and not (term.listed and listed):
            place = next((at for at, other in enumerate(open_) if is_same_word(term, other)), None)
        if place is None:
            left.append(term)
        else:
            agreed.append((term, open_.pop(place)))
    agreed.sort(key=lambda one: one[0].start)
    left.sort(key=lambda one: one.start)
    # A term said twice agrees twice: what is left may still agree with what another has taken.
    left = [one for one in left if all(one.keys.isdisjoint(other.keys) for _, other in agreed)]
    right = [one for one in open_ if all(one.keys.isdisjoint(other.keys) for other, _ in agreed)]
    return _weigh_up(first, second, agreed, left, right)


def _weigh_up(
    first: Reading, second: Reading, agreed: list[tuple[Term, Term]], left: list[Term], right: list[Term]
) -> Comparison:
    one, other = first.weight, second.weight
    shared, also = one - _weigh(left), other - _weigh(right)
    likeness = (shared + also) / (one + other) if one + other else 0.0
    covered = max(shared / one if one else 0.0, also / other if other else 0.0)
    template = fuzz.ratio(first.words, second.words) / 100
    replaced = _is_any_replaced(first, second, agreed)
    aligned = bool(first.acts & second.acts) or first.head == second.head == -1
    return Comparison(tuple(agreed), tuple(left), tuple(right), likeness, covered, template, replaced, aligned)


def _is_any_replaced(first: Reading, second: Reading, agreed: list[tuple[Term, Term]]) -> bool:
    """Say whether each has a word that the other lacks, and that agrees with none of those that this one lacks."""
    alone, also = first.vocabulary - second.vocabulary, second.vocabulary - first.vocabulary
    for one, other in agreed:
        mine, theirs = set(one.plain.split()), set(other.plain.split())
        if not mine & theirs and (mine & alone or theirs & also):
            alone, also = alone - mine, also - theirs
    return not alone.isdisjoint(first.said) and not also.isdisjoint(second.said)


def is_same_word(term: Term, other: Term) -> bool:
    """Say whether one of two words is the other misspelt: no dictionary has it, and their letters are alike."""
    return not (term.listed and other.listed) and _is_alike(*sorted((term.plain, other.plain)))


def is_spelt_alike(word: str, other: str) -> bool:
    """Say whether two are one word, but for its ending or a misspelling: "tenant", "tennants"."""
    return word == other or _is_alike(*sorted((word, other)))


@lru_cache(maxsize=16384)
def _is_alike(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _ALIKE_LETTERS or word[:1] != other[:1]:
        return False
    return fuzz.ratio(word, other) >= _ALIKE_FROM


def _weigh(terms: tuple[Term, ...] | list[Term]) -> float:
    return sum(term.weight for term in terms)
