"""How solid a result is (*solidité*): the fewest ballots that would make another one come first.

The *result* is the set of options in the first place, those that are equal there together. It is another result as
soon as that set is another one: one more option beside the first changes it, and so does one fewer of several. The
options behind the first place may change theirs as they like.

A ballot is *cast* where it says something of an option that stands. Cast ballots may be changed to any other that the
rule allows. Ballots may also be added, as if some who were there and cast none had.

All rules here reward an option and another apart, so that the set is another one if and only if, of one that is first
and one other option, the other comes to stand level or before it (or strictly before it, where both are first). So
each such pair is looked at by itself, and a changed ballot gives the one all it can and the other nothing. For dots
that leaves a sum. For grades: ``domain.merit_margins``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from workshop_kit.domain.ballots import USUAL_DOTS, DotRule
from workshop_kit.domain.judgment import SEVEN_GRADES, Grade, GradeScale
from workshop_kit.domain.merit_margins import JudgedPair, list_best
from workshop_kit.domain.statements import AGREE


@dataclass(frozen=True)
class Margin:
    """How many ballots a result hangs on (*marge*).

    Attributes
    ----------
    rule
        ``dots``, ``grades`` or ``statements``.
    ballots
        The fewest of the cast ballots that, changed, would make the first place another one; ``None`` where none was
        cast or there is nothing else to come first.
    added
        The fewest ballots more that would; ``None`` where there is nothing else to come first.
    absent
        How many of those present cast none.

    """

    rule: str
    ballots: int | None
    added: int | None
    absent: int

    @property
    def could(self) -> bool:
        """Whether those who cast none could have changed the first place."""
        return self.added is not None and self.added <= self.absent

    def describe(self) -> dict[str, str | int | bool | None]:
        """Return its values by name, for a sentence."""
        return {
            "rule": self.rule,
            "ballots": self.ballots,
            "added": self.added,
            "absent": self.absent,
            "could": self.could,
        }


def measure_dots_margin(
    options: Sequence[str], ballots: Mapping[str, Mapping[str, int]], present: int, rule: DotRule = USUAL_DOTS
) -> Margin:
    """Measure on how many ballots the first place by dots hangs, those equal in dots parted by supporters.

    Parameters
    ----------
    options
        The ids of the options.
    ballots
        By person, the dots by option, as ``voting.gather_dots`` counts them. One without a dot is not cast.
    present
        How many are there and may vote.
    rule
        How many dots a changed or added ballot has.

    """
    cast = [
        counted
        for ballot in ballots.values()
        if (counted := {one: ballot[one] for one in options if ballot.get(one, 0) > 0})
    ]
    # a dot weighs more than all supporters together: values compare as pairs (dots, supporters) do
    weight = 4 * (len(cast) + 1)
    values = [{one: count * weight + 1 for one, count in ballot.items()} for ballot in cast]
    sums = {one: sum(ballot.get(one, 0) for ballot in values) for one in options}
    first = [one for one in options if cast and sums[one] == max(sums.values())]
    most = rule.most * weight + 1
    changed: int | None = None
    added: int | None = None
    for leader, rival, need in _list_pairs(options, first, sums):
        added = _take_least(added, -(-need // most))
        gains = sorted((most - ballot.get(rival, 0) + ballot.get(leader, 0) for ballot in values), reverse=True)
        changed = _take_least(changed, _count_up_to(gains, need))
        if changed == added == 1:
            break
    return _close("dots", options, len(cast), present, changed, added)


def measure_judgment_margin(
    options: Sequence[str],
    ballots: Mapping[str, Mapping[str, Grade | None]],
    present: int,
    scale: GradeScale = SEVEN_GRADES,
    *,
    blanks_count: bool = True,
    empty_counts: bool = False,
) -> Margin:
    """Measure on how many ballots the first place by majority judgment hangs.

    Parameters
    ----------
    options, present
        As ``measure_dots_margin``.
    ballots
        By person, the grade of each option, ``None`` or left out for a blank. One without a grade is not cast,
        unless ``empty_counts``.
    scale
        The grades that a ballot may give.
    blanks_count, empty_counts
        As ``judgment.rank_by_judgment``.

    """
    place_of: dict[Grade | None, int | None] = {grade: place for place, grade in enumerate(scale.grades)}
    blank = 0 if blanks_count else None
    cast = [
        {one: blank if ballot.get(one) is None else place_of[ballot[one]] for one in options}
        for ballot in ballots.values()
        if empty_counts or any(ballot.get(one) is not None for one in options)
    ]
    return _measure_judged("grades", options, cast, present, len(scale.grades))


def measure_statement_margin(
    statements: Sequence[str], ballots: Mapping[str, Mapping[str, int]], present: int
) -> Margin:
    """Measure on how many ballots it hangs with which statement the greatest share agrees.

    The share is of those who agreed, disagreed or passed; what nobody said anything of comes last. By the share of
    those who agree statements stand as by majority judgment with two grades where blanks count for nothing.

    Parameters
    ----------
    statements, present
        As ``measure_dots_margin``.
    ballots
        By person, 1 agree, 0 pass or −1 disagree by statement; left out where nothing was said.

    """
    cast = [
        {one: int(ballot[one] == AGREE) if one in ballot else None for one in statements}
        for ballot in ballots.values()
        if any(one in ballot for one in statements)
    ]
    return _measure_judged("statements", statements, cast, present, 2)


def _measure_judged(
    rule: str, options: Sequence[str], cast: Sequence[Mapping[str, int | None]], present: int, grades: int
) -> Margin:
    best, others = list_best(options, cast, grades)
    pairs = [(leader, rival, False) for leader in best for rival in others]
    pairs += [(leader, rival, True) for leader in best for rival in best if rival != leader]
    if not cast:
        return _close(rule, options, 0, present, None, None)
    changed: int | None = None
    added: int | None = None
    for leader, rival, strictly in sorted(pairs, key=lambda pair: not pair[2]):
        pair = JudgedPair([(ballot[rival], ballot[leader]) for ballot in cast], grades, strictly=strictly)
        added = _take_least(added, pair.count_added())
        limit = len(cast) if changed is None else changed - 1
        changed = _take_least(changed, pair.count_changed(limit))
        if changed == added == 1:
            break
    return _close(rule, options, len(cast), present, changed, added)


def _list_pairs(
    options: Sequence[str], first: Sequence[str], sums: Mapping[str, int]
) -> Iterator[tuple[str, str, int]]:
    """Yield who is first, who could be instead, and by how much the second must gain on it."""
    for leader in first:
        for rival in first:
            if rival != leader:
                yield leader, rival, 1
    for leader in first:
        for rival in options:
            if rival not in first:
                yield leader, rival, sums[leader] - sums[rival]


def _count_up_to(gains: Iterable[int], need: int) -> int | None:
    """Return how many gains, the greatest first, come up to ``need``."""
    return next((number for number, found in enumerate(accumulate(gains), start=1) if found >= need), None)


def _take_least(one: int | None, other: int | None) -> int | None:
    return min((value for value in (one, other) if value is not None), default=None)


def _close(
    rule: str, options: Sequence[str], cast: int, present: int, changed: int | None, added: int | None
) -> Margin:
    if not cast and options:  # nobody is first yet: any ballot makes somebody so
        added = 1
    return Margin(rule, changed, added, max(0, present - cast))
