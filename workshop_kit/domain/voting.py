"""Dots to give, so many each and so many at most on one option; dots and supporters are counted apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256
from itertools import groupby
from typing import Final

from workshop_kit.domain.ballots import USUAL_DOTS, DotRule, VoteKind, VoteRule
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.judgment import Judgment
from workshop_kit.domain.model import Dots, Vote
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry

#: Letters that no pen writes like a digit or like one another.
_LETTERS: Final = "ACEFHKLMNPRTXY"


@dataclass(frozen=True)
class Stances:
    """How many agree with a statement, disagree, and pass (*avis*)."""

    agree: int
    disagree: int
    passed: int

    @property
    def answered(self) -> int:
        """How many said anything, those who pass among them."""
        return self.agree + self.disagree + self.passed

    @property
    def share(self) -> Fraction:
        """The share that agrees, 0..1, of those who said anything; 0 where nobody did."""
        return Fraction(self.agree, self.answered) if self.answered else Fraction(0)


@dataclass(frozen=True)
class Tally:
    """What one option gathered.

    ``supporters`` are people, ``dots`` what they put: stacked dots must not hide how many agree. ``rank`` begins at 1;
    options with the same dots and supporters share a rank, and the next rank counts them (1, 2, 2, 4).

    By another ``kind`` of vote: ``supporters`` are those who judged it, who agree with it, or who would spend on it,
    ``dots`` the points of a budget; ``judgment``, ``stances``, ``cost`` and ``funded`` are what that kind says
    besides.
    """

    option: Option
    dots: int
    supporters: int
    rank: int
    kind: VoteKind = VoteKind.DOTS
    judgment: Judgment | None = None
    stances: Stances | None = None
    cost: int | None = None
    funded: bool | None = None

    @property
    def placed(self) -> bool:
        """Whether it stands in a place of the results: somebody gave it something, and a budget reaches it."""
        return self.supporters > 0 and self.funded is not False


def check_dots(current: Iterable[Dots], new: Dots, rule: DotRule = USUAL_DOTS) -> None:
    """Refuse dots that break the rule: too many on one option, or more than a person has for a challenge.

    Parameters
    ----------
    current
        What the same participant already put on this challenge; what stands on ``new``'s option is replaced. Other
        people's dots and other challenges' are ignored.
    new
        What the participant wants on that option; 0 takes the dots back.
    rule
        How many dots there are to give.

    Raises
    ------
    InvalidEntry
        ``dots-out-of-range``, or ``no-dots-left``.

    """
    rule.read(new.count)
    elsewhere = sum(
        dots.count
        for dots in current
        if dots.participant == new.participant and dots.challenge == new.challenge and dots.option != new.option
    )
    if elsewhere + new.count > rule.budget:
        raise InvalidEntry("no-dots-left", most=rule.budget)


def read_ballot(options: Sequence[Option], numbers: Iterable[int], rule: DotRule = USUAL_DOTS) -> dict[str, int]:
    """Return the dots of a ballot by option: each time an option's number is named is one dot.

    Parameters
    ----------
    options
        The options as the ballot numbers them, from 1.
    numbers
        What stands on the ballot, in any order; none is an empty ballot.
    rule
        How many dots there are to give.

    Raises
    ------
    InvalidEntry
        ``no-such-option`` with the ``number``, ``dots-out-of-range``, or ``no-dots-left``.

    """
    given: dict[str, int] = defaultdict(int)
    for number in numbers:
        if not 1 <= number <= len(options):
            raise InvalidEntry("no-such-option", number=number, most=len(options))
        given[options[number - 1].id] += 1
    for count in given.values():
        rule.read(count)
    if sum(given.values()) > rule.budget:
        raise InvalidEntry("no-dots-left", most=rule.budget)
    return dict(given)


def name_series(options: Sequence[Option], rule: VoteRule | None = None, round: int = 1) -> str:
    """Return the mark of a ballot, such as ``K42``: another one when its options, their numbers or its rule are others.

    So it is in another round, from 1: what was filled in for a vote says nothing in the next. ``None``: the usual dots.
    """
    lines = [f"{one.id} {one.title}" for one in options]
    terms = [*_list_terms(rule or VoteRule()), *([f"round {round}"] if round > 1 else [])]
    digest = sha256("\n".join([*lines, *terms]).encode()).digest()
    return f"{_LETTERS[digest[0] % len(_LETTERS)]}{digest[1] % 100:02d}"


def _list_terms(rule: VoteRule) -> Iterator[str]:
    """Yield what a ballot says of the rule that it is filled in by: of its own kind alone."""
    if rule.kind is VoteKind.DOTS:
        if rule.dots != USUAL_DOTS:  # the mark of ballots with the usual dots is that of their options
            yield f"{rule.kind} {rule.budget} {rule.most}"
    elif rule.kind is VoteKind.GRADES:
        yield f"{rule.kind} {rule.grades} {rule.blanks_count}"
    elif rule.kind is VoteKind.BUDGET:
        yield f"{rule.kind} {rule.to_spend} {rule.points}"
    else:
        yield rule.kind


def count_dots(options: Iterable[Option], given: Iterable[Vote], rule: DotRule = USUAL_DOTS) -> dict[str, int]:
    """Count one person's dots by option as the tally does: those on an idea merged since count for its group."""
    return {tally.option.id: tally.dots for tally in tally_votes(tuple(options), given, rule) if tally.dots > 0}


def gather_dots(
    options: Sequence[Option], dots: Iterable[Vote], rule: DotRule = USUAL_DOTS
) -> dict[str, dict[str, int]]:
    """Return what each option received from whom: option's id, participant's id, dots from 1 to ``rule.most``.

    Dots put on an idea before it joined a group count for the group, still at most ``rule.most`` a person. Dots on
    something that is no option any more (a group undone since) count for nothing; votes of another kind are left aside.
    """
    holders = find_holders(options)
    given: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in dots:
        if isinstance(one, Dots) and one.option in holders and one.count > 0:
            given[holders[one.option]][one.participant] += one.count
    return {
        option: {person: min(count, rule.most) for person, count in people.items()} for option, people in given.items()
    }


def find_spent(
    options: Sequence[Option], dots: Iterable[Dots], returned: Sequence[str], rule: DotRule = USUAL_DOTS
) -> tuple[Dots, ...]:
    """Return the dots that stand no more, with fewer of them, on ideas that came back: their owners put them elsewhere.

    Nobody has more than their dots; of the ideas ``returned``, in this order, the last are left first.
    """
    given, holders = tuple(dots), find_holders(options)
    gathered = gather_dots(options, given, rule)
    spent: dict[str, int] = defaultdict(int)
    for people in gathered.values():
        for person, count in people.items():
            spent[person] += count
    theirs: dict[tuple[str, str], list[Dots]] = defaultdict(list)
    for one in given:
        if one.option in holders:
            theirs[holders[one.option], one.participant].append(one)
    found: list[Dots] = []
    for option in dict.fromkeys(holders[idea] for idea in reversed(returned) if idea in holders):
        for person, count in gathered.get(option, {}).items():
            beyond = spent[person] - rule.budget
            if beyond > 0:
                spent[person] -= min(beyond, count)
                found += _leave(theirs[option, person], max(0, count - beyond))
    return tuple(found)


def _leave(dots: Iterable[Dots], most: int) -> Iterator[Dots]:
    """Return those of one person's dots on one option that must be fewer for all of them to be ``most``."""
    for one in dots:
        kept = min(one.count, most)
        most -= kept
        if kept < one.count:
            yield replace(one, count=kept)


def find_holders(options: Sequence[Option]) -> dict[str, str]:
    """Return by id for which option the dots on an option, or on an idea of its group, count."""
    holders = {option.id: option.id for option in options}
    for option in options:
        for idea in option.ideas:
            holders.setdefault(idea.id, option.id)
    return holders


def tally_votes(options: Sequence[Option], votes: Iterable[Vote], rule: DotRule = USUAL_DOTS) -> tuple[Tally, ...]:
    """Count dots and supporters of each option, as ``gather_dots`` gives them, the best first, ties by title."""
    given = gather_dots(options, votes, rule)
    received = ((option, given.get(option.id, {})) for option in options)
    return rank_dots((option, sum(people.values()), len(people)) for option, people in received)


def rank_dots(counted: Iterable[tuple[Option, int, int]]) -> tuple[Tally, ...]:
    """Return options with their dots and supporters, the best first, ties by title."""
    received = {option.id: (option, number, supporters) for option, number, supporters in counted}
    results = {one: (-number, -supporters) for one, (_, number, supporters) in received.items()}
    order = order_options([option for option, _, _ in received.values()], results)
    ranks: dict[tuple[int, int], int] = {}
    for place, option in enumerate(order, start=1):
        ranks.setdefault(results[option.id], place)
    return tuple(Tally(*received[option.id], ranks[results[option.id]]) for option in order)


def order_options(options: Iterable[Option], results: Mapping[str, tuple[float, ...]]) -> list[Option]:
    """Return options by their results, the least first, ties by title; only those of a tie are read for it."""
    tied: defaultdict[tuple[float, ...], list[Option]] = defaultdict(list)
    for option in options:
        tied[results[option.id]].append(option)
    return [
        one
        for result in sorted(tied)
        for one in (tied[result] if len(tied[result]) == 1 else sorted(tied[result], key=_read_title))
    ]


def _read_title(option: Option) -> tuple[str, str]:
    return fold_name(option.title), option.id


#: How many options are uncovered one place at a time; what comes after them is counted.
PODIUM: Final = 5
#: The kinds of vote whose results are uncovered place by place; the others have no first place to wait for.
_BY_PLACES: Final = frozenset({VoteKind.DOTS, VoteKind.GRADES})


@dataclass(frozen=True)
class Place:
    """One place of the results (*place*): options with the same dots and supporters share it, as a tie."""

    rank: int
    tallies: tuple[Tally, ...]

    @property
    def tie(self) -> bool:
        """Whether several options share it."""
        return len(self.tallies) > 1


def list_places(tallies: Sequence[Tally]) -> tuple[Place, ...]:
    """Return the first places, the best first: those of the first five options that were given anything, ties whole."""
    places: list[Place] = []
    taken = 0
    for rank, shared in groupby((one for one in tallies if one.placed), key=lambda one: one.rank):
        if taken >= PODIUM:
            break
        places.append(Place(rank, tuple(shared)))
        taken += len(places[-1].tallies)
    return tuple(places)


def list_covered(tallies: Sequence[Tally], uncovered: Collection[str]) -> tuple[Place, ...]:
    """Return the first places that no press has uncovered yet: the last is uncovered first.

    What a room says of statements, and what a budget reaches, is shown at once and covers nothing.

    A place is uncovered once a press uncovered every option in it, and every place after it: whatever votes or ideas go
    meanwhile, what comes to stand lower down stays covered.

    Parameters
    ----------
    tallies
        What each option gathered, the best first.
    uncovered
        The ids of the options that presses uncovered.

    """
    if any(tally.kind not in _BY_PLACES for tally in tallies):
        return ()
    places, seen = list_places(tallies), set(uncovered)
    hidden = [at for at, place in enumerate(places, start=1) if not all(one.option.id in seen for one in place.tallies)]
    return places[: max(hidden, default=0)]
