"""Gauges and margins counted anew from what people did, by the formulas of docs/method, for few people and ideas.

Nothing here asks the product how it counts: likeness of words, Gini's coefficient by all pairs, and how solid a first
place is by trying every ballot that anybody could have filled in.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, combinations_with_replacement, product
from math import log, sqrt
from typing import Final

#: Dots a person has, and at most so many on one option; below which likeness an idea is like no other.
DOTS, MOST = 5, 2
LIKE_NO_OTHER = 0.15
#: Articles, prepositions and pronouns that the ideas of the afternoon hold.
_SMALL: Final = frozenset(re.findall(r"\w+", "a au avec chez dans de des du en et il l la le les par pour qui un une"))

#: What each person gave each option.
Ballot = Mapping[str, int]


def measure_nearest(texts: Sequence[str]) -> dict[str, float]:
    """Return how alike each text is to the nearest other (docs/method/ideas.md); nothing of the only one."""
    counted = [Counter(_cut(text)) for text in texts]
    found = Counter(piece for pieces in counted for piece in pieces)
    weights = [
        {piece: (1 + log(n)) * (log((1 + len(texts)) / (1 + found[piece])) + 1) for piece, n in pieces.items()}
        for pieces in counted
    ]
    if len(texts) < 2:
        return {}
    return {
        text: max(_compare(mine, other) for place, other in enumerate(weights) if place != own)
        for own, (text, mine) in enumerate(zip(texts, weights, strict=True))
    }


def _cut(text: str) -> Iterable[str]:
    """Yield the pieces of four letters of the words that matter, each between two spaces; a shorter one is whole."""
    plain = "".join(one for one in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(one))
    for word in re.findall(r"\w+", plain):
        framed = f" {word} "
        if word not in _SMALL:
            yield from (framed[start : start + 4] for start in range(max(1, len(framed) - 3)))


def _compare(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    lengths = sqrt(sum(w * w for w in one.values())) * sqrt(sum(w * w for w in other.values()))
    return sum(weight * other.get(piece, 0) for piece, weight in one.items()) / lengths if lengths else 0.0


def measure_participation(gave: Sequence[int]) -> float:
    """Return one less Gini's coefficient, over all pairs of people (docs/method/gauges.md)."""
    apart = sum(abs(one - other) for one in gave for other in gave)
    return 1 - apart / (2 * len(gave) * sum(gave))


def find_first(options: Iterable[str], ballots: Iterable[Ballot]) -> frozenset[str]:
    """Return the options in the first place: by dots, then by supporters."""
    cast = list(ballots)
    stand = {one: (sum(b.get(one, 0) for b in cast), sum(b.get(one, 0) > 0 for b in cast)) for one in options}
    best = max(stand.values())
    return frozenset(one for one, place in stand.items() if place == best)


def count_changed(options: Sequence[str], ballots: Sequence[Ballot]) -> int:
    """Return the least number of ballots that, filled in otherwise, make another first place: all are tried."""
    first, possible = find_first(options, ballots), _list_ballots(options)
    for number in range(1, len(ballots) + 1):
        for who in combinations(range(len(ballots)), number):
            kept = [one for place, one in enumerate(ballots) if place not in who]
            if any(find_first(options, (*kept, *others)) != first for others in product(possible, repeat=number)):
                return number
    raise AssertionError(f"no ballots change the first place of {options}")


def count_added(options: Sequence[str], ballots: Sequence[Ballot]) -> int:
    """Return the least number of ballots more that make another first place: all are tried."""
    first, possible = find_first(options, ballots), _list_ballots(options)
    number = 1
    while not any(
        find_first(options, (*ballots, *more)) != first for more in combinations_with_replacement(possible, number)
    ):
        number += 1
    return number


def _list_ballots(options: Sequence[str]) -> list[Ballot]:
    """List every ballot that the rule allows and that says something."""
    filled = product(range(MOST + 1), repeat=len(options))
    return [dict(zip(options, dots, strict=True)) for dots in filled if 0 < sum(dots) <= DOTS]
