"""The tally sheet of a vote as the database counts it: of ten thousand votes it tells how many gave each value.

Whoever has the votes at hand counts those. A hundred phones that show the same results at once have them not, and read
no votes but those that numbers do not tell apart: of people with several seats, and on ideas that were gathered since,
where one person may have marked several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.counting import TallySheet, fill_sheet, gather_ballots, read_value
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Dots, Vote
from workshop_kit.domain.seats import Seats, list_sharing, resolve_seats, stand_for_votes
from workshop_kit.domain.voting import find_holders
from workshop_kit.store.repository import Repository

#: Seats of people with several, and ideas gathered, whose votes are read apart; of more, all votes are.
APART_AT_MOST: Final = 40
#: By the id of an option or of an idea, how many seats gave each value.
_Numbers = dict[str, dict[int, int]]


def read_sheet(
    repository: Repository,
    challenge: str,
    round: int,
    rule: VoteRule,
    options: Sequence[Option],
    *,
    every_kind: bool = False,
) -> TallySheet:
    """Return what a round of a challenge gave: what ``fill_sheet`` returns of what ``Persons`` lists.

    With ``every_kind`` the seat that votes for a person is found by what they gave on any kind of ballot, as
    ``Persons.list_votes_of`` does, else on the rule's own, as ``Persons.list_votes`` does.
    """
    seats, sharing = _find_sharing(repository)
    counted = repository.count_given(challenge, round, rule.kind) if len(sharing) <= APART_AT_MOST else {}
    gathered = _list_gathered(options, counted)
    if max(len(sharing), len(gathered)) > APART_AT_MOST:
        votes = _choose(repository.list_votes(challenge, every_round=True), round, None if every_kind else rule.kind)
        return fill_sheet(rule, options, stand_for_votes(votes, seats))
    given = [vote for seat in sharing for vote in repository.list_votes(challenge, seat, every_round=True)]
    theirs = _choose(given, round, None if every_kind else rule.kind)
    _take_out(counted, _choose(theirs, round, rule.kind))
    by_hand = list(stand_for_votes(theirs, seats))
    ballots = 0
    if rule.kind is VoteKind.GRADES:
        found = _count_ballots(repository, challenge, round, counted.keys() - find_holders(options).keys(), sharing)
        ballots = found + len(gather_ballots(rule, options, by_hand))
    for one in gathered:
        votes = repository.list_given_to(one, challenge, round, rule.kind)
        by_hand += (vote for vote in votes if vote.participant not in sharing)
        del counted[one]
    return TallySheet(_fill(rule, options, counted, by_hand), ballots)


def _choose(votes: Iterable[Vote], round: int, kind: VoteKind | None) -> tuple[Vote, ...]:
    """Return those of some votes that are of a round and, unless it is ``None``, of one kind of ballot."""
    return tuple(vote for vote in votes if vote.round == round and kind in (None, vote.kind))


def _find_sharing(repository: Repository) -> tuple[Seats, Collection[str]]:
    """Return who stands for which seat, and the seats of people with several; nothing where nobody has."""
    if not repository.is_any_joined():
        return {}, ()
    seats = resolve_seats(repository.list_participants())
    return seats, list_sharing(seats)


def _take_out(counted: _Numbers, votes: Iterable[Vote]) -> None:
    """Count some votes no more."""
    for vote in votes:
        counted[vote.option][vote.count if isinstance(vote, Dots) else vote.value] -= 1


def _count_ballots(
    repository: Repository, challenge: str, round: int, stray: Iterable[str], sharing: Collection[str]
) -> int:
    """Return how many seats, but those of people with several, graded anything that is an option, or left it blank."""
    graded = repository.count_given_by(challenge, round, VoteKind.GRADES)
    for one in stray:
        for vote in repository.list_given_to(one, challenge, round, VoteKind.GRADES):
            graded[vote.participant] -= 1
    return sum(number > 0 and seat not in sharing for seat, number in graded.items())


def _list_gathered(options: Sequence[Option], counted: Mapping[str, object]) -> frozenset[str]:
    """Return the ids of what was voted on and is one option now with something else that was."""
    together: defaultdict[str, list[str]] = defaultdict(list)
    for one, option in find_holders(options).items():
        if one in counted:
            together[option].append(one)
    return frozenset(one for several in together.values() if len(several) > 1 for one in several)


def _fill(rule: VoteRule, options: Sequence[Option], counted: _Numbers, by_hand: Iterable[Vote]) -> _Numbers:
    """Return how many people gave each value to each option, those whose votes were read by hand among them."""
    given: _Numbers = {one: dict(numbers) for one, numbers in fill_sheet(rule, options, by_hand).given.items()}
    holders = find_holders(options)
    for one, seats in counted.items():
        if one in holders:
            numbers = given.setdefault(holders[one], {})
            for value, number in seats.items():
                worth = read_value(rule, value)
                if worth is not None:
                    numbers[worth] = numbers.get(worth, 0) + number
    return given
