"""A ballot that is typed or dictated (*bulletin papier*), read by whichever rule the room votes by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.budget import Project, check_choice, check_points
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.statements import read_stance
from workshop_kit.domain.voting import read_ballot
from workshop_kit.errors import InvalidEntry


def read_paper(
    rule: VoteRule,
    options: Sequence[Option],
    numbers: Sequence[int],
    values: Sequence[int] = (),
    costs: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """Return what a ballot says, by option.

    Parameters
    ----------
    rule
        How the room votes.
    options
        The options as the ballot numbers them, from 1.
    numbers
        The options that bear a mark. By dots each time an option is named is a dot.
    values
        What each of the ``numbers`` was given, in their order: a grade by its number, a stance, or points; none by
        dots and by a budget without points, where naming an option says all.
    costs
        What options cost, by id.

    Raises
    ------
    InvalidEntry
        ``other-ballot``: values where there are none, or none where there are. ``no-such-option`` with the ``number``,
        ``option-marked-twice``; ``dots-out-of-range``, ``no-dots-left``; ``grade-not-offered``; ``stance-unknown``;
        ``option-without-cost`` with the ``number``, ``choice-over-sum``, ``project-points-out-of-range``,
        ``no-points-left``.

    """
    if len(values) != (len(numbers) if _takes_values(rule) else 0):
        raise InvalidEntry("other-ballot")
    if rule.kind is VoteKind.DOTS:
        return read_ballot(options, numbers, rule.dots)
    _check_numbers(options, numbers)
    ids = [options[number - 1].id for number in numbers]
    if rule.kind is VoteKind.GRADES:
        return {one: int(rule.scale.read(value)) for one, value in zip(ids, values, strict=True)}
    if rule.kind is VoteKind.STATEMENTS:
        return {one: read_stance(value) for one, value in zip(ids, values, strict=True)}
    for number, one in zip(numbers, ids, strict=True):
        if one not in (costs or {}):
            raise InvalidEntry("option-without-cost", number=number)
    return _read_budget(rule, ids, values, costs or {})


def _takes_values(rule: VoteRule) -> bool:
    return rule.kind in (VoteKind.GRADES, VoteKind.STATEMENTS) or (rule.kind is VoteKind.BUDGET and rule.points > 0)


def _check_numbers(options: Sequence[Option], numbers: Sequence[int]) -> None:
    for number, times in Counter(numbers).items():
        if not 1 <= number <= len(options):
            raise InvalidEntry("no-such-option", number=number, most=len(options))
        if times > 1:
            raise InvalidEntry("option-marked-twice", number=number)


def _read_budget(rule: VoteRule, ids: Sequence[str], values: Sequence[int], costs: Mapping[str, int]) -> dict[str, int]:
    projects = [Project(one, cost) for one, cost in costs.items()]
    if rule.points:
        wanted = dict(zip(ids, values, strict=True))
        check_points(projects, wanted, rule.points)
        return {one: points for one, points in wanted.items() if points > 0}
    chosen = dict.fromkeys(ids, 1)
    check_choice(projects, rule.to_spend, chosen)
    return chosen
