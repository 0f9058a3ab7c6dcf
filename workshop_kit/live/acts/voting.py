"""What one person puts on a ballot, by whichever rule the room votes: each rule's limits, once.

Where two seats are joined as one person's, their vote is kept on one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule, check_kind
from workshop_kit.domain.budget import Project, check_choice, check_points
from workshop_kit.domain.counting import gather_marks
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Vote
from workshop_kit.domain.statements import STANCE_VALUES, Stance
from workshop_kit.domain.voting import count_dots
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


def give_grade(repository: Repository, person: str, challenge: str, option: str, grade: int | None) -> None:
    """Have a grade of one person on an option, by its number; ``None`` leaves it blank again.

    Raises
    ------
    InvalidEntry
        ``other-ballot``: the room votes in another way. ``grade-not-offered``.
    MissingEntry
        ``option-gone``: the idea was merged into a group meanwhile, or is not there.

    """
    voted, rule, held = _open_ballot(repository, challenge, option, VoteKind.GRADES)
    if grade is not None:
        rule.scale.read(grade)
    _put(repository, person, voted, held, VoteKind.GRADES, grade)


def say_stance(repository: Repository, person: str, challenge: str, option: str, stance: Stance | None) -> None:
    """Have what one person says to a statement; ``None`` takes it back. Raises as ``give_grade``."""
    voted, _, held = _open_ballot(repository, challenge, option, VoteKind.STATEMENTS)
    value = None if stance is None else STANCE_VALUES[stance]
    _put(repository, person, voted, held, VoteKind.STATEMENTS, value)


def spend_on(repository: Repository, person: str, challenge: str, option: str, points: int) -> None:
    """Have what one person puts on an option of a budget: 1 approves it where the rule gives no points, 0 takes back.

    Raises
    ------
    InvalidEntry
        ``other-ballot``; ``no-cost``: nobody said what the option costs; and what ``budget.check_choice`` and
        ``budget.check_points`` refuse.
    MissingEntry
        ``option-gone``.

    """
    voted, rule, held = _open_ballot(repository, challenge, option, VoteKind.BUDGET)
    costs = repository.list_costs(voted.id)
    if points > 0 and option not in costs:
        raise InvalidEntry("no-cost")
    mine = read_own_marks(repository, person, voted, VoteKind.BUDGET)
    if points > mine.get(option, 0):  # to take something back is never too much
        projects = [Project(one, cost) for one, cost in costs.items()]
        wanted = {**{one: number for one, number in mine.items() if one in costs}, option: points}
        if rule.points:
            check_points(projects, wanted, rule.points)
        else:
            check_choice(projects, rule.to_spend, dict.fromkeys(wanted, 1))
    kept = points if rule.points else min(points, 1)
    _put(repository, person, voted, held, VoteKind.BUDGET, kept or None)


def cast_marks(repository: Repository, person: str, challenge: str, marks: Mapping[str, int]) -> None:
    """Have one person's whole ballot be ``marks``, by option, whatever it was; raises as the acts above."""
    voted = repository.find_challenge(challenge)
    kind = repository.find_vote_rule(voted.id).kind
    before = read_own_marks(repository, person, voted, kind)
    for held in read_options(repository, voted):
        if held.id in before and held.id not in marks:
            _put(repository, person, voted, held, kind, None)
    # what is taken away first: neither the points nor the sum are exceeded on the way
    for option, value in sorted(marks.items(), key=lambda item: (item[1] - before.get(item[0], 0), item[0])):
        if kind is VoteKind.GRADES:
            give_grade(repository, person, challenge, option, value)
        elif kind is VoteKind.STATEMENTS:
            stance = next(one for one, number in STANCE_VALUES.items() if number == value)
            say_stance(repository, person, challenge, option, stance)
        else:
            spend_on(repository, person, challenge, option, value)


def read_own_marks(repository: Repository, person: str, challenge: Challenge, kind: VoteKind) -> dict[str, int]:
    """Return what one person's ballot of the round that counts says, by option."""
    given = Person(repository, person).list_votes(challenge.id)
    return read_given(VoteRule(kind), read_options(repository, challenge), given)


def read_given(rule: VoteRule, options: Sequence[Option], given: Iterable[Vote]) -> dict[str, int]:
    """Return by option what one person's votes of one round say by its rule: dots, or marks of its kind."""
    if rule.kind is VoteKind.DOTS:
        return count_dots(options, given, rule.dots)
    return next(iter(gather_marks(options, given, rule.kind).values()), {})


def read_before(repository: Repository, person: str, challenge: Challenge) -> dict[str, int]:
    """Return what one person gave in the round before the present one, by option: dots, or marks of its kind.

    Nothing where there was none, or where it was another kind of ballot.
    """
    if challenge.round < 2:
        return {}
    rule = repository.find_vote_rule(challenge.id)
    if not rule.asks_the_same(repository.find_vote_rule(challenge.id, challenge.round - 1)):
        return {}
    given = Person(repository, person).list_votes_of(challenge.id, challenge.round - 1)
    return read_given(rule, read_options(repository, challenge), given)


def _open_ballot(
    repository: Repository, challenge: str, option: str, kind: VoteKind
) -> tuple[Challenge, VoteRule, Option]:
    voted = repository.find_challenge(challenge)
    rule = repository.find_vote_rule(voted.id)
    check_kind(rule, kind)
    return voted, rule, _find_option(repository, voted, option)


def _find_option(repository: Repository, challenge: Challenge, option: str) -> Option:
    """Return what is voted on under an id, as ``read_options`` has it: an idea in no group is found by itself.

    Hundreds of ideas are not read anew at each press on one of them.
    """
    groups = repository.list_groups(challenge.id)
    if all(one.id != option and option not in one.members for one in groups):
        try:
            idea = repository.find_idea(option)
        except MissingEntry as error:
            raise MissingEntry("option-gone") from error
        if idea.challenge == challenge.id and not idea.held:
            return Option(idea.id, idea.text, idea.challenge, (idea,), lone=True)
    for one in read_options(repository, challenge):
        if one.id == option:
            return one
    raise MissingEntry("option-gone")


def _put(
    repository: Repository, person: str, challenge: Challenge, option: Option, kind: VoteKind, value: int | None
) -> None:
    """Have a person's mark on an option, and none on the ideas that are gathered in it."""
    seat = Person(repository, person).find_voting_seat(challenge.id)
    members = {idea.id for idea in option.ideas}
    for mark in repository.list_ballot_marks(challenge.id, seat, kind):
        if mark.round == challenge.round and mark.option in members and mark.option != option.id:
            repository.remove_ballot_mark(mark)
    mark = BallotMark(seat, challenge.id, option.id, kind, value or 0, challenge.round)
    if value is None:
        repository.remove_ballot_mark(mark)
    else:
        repository.update_ballot_mark(mark)
