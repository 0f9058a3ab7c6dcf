"""The solver is exact, on problems whose optimum others published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.load.assigning import assign_ours, make_beginners, make_case
from tests.property.assigned import make_room, read_levels
from workshop_kit.domain.assigning import lexicographic
from workshop_kit.domain.assignment import Assignments, assign_volunteers
from workshop_kit.domain.solving import EXACT_AT_MOST, Pair, choose_pairs

# Generalised assignment problems of the OR-Library (Beasley), with their published optima.
PROBLEMS = Path(__file__).parent / "or-library"
OPTIMA = {
    "gap1": (336, 327, 339, 341, 326),
    "gap2": (434, 436, 420, 419, 428),
    "gap3": (580, 564, 573, 570, 564),
}


def read_problems(name: str) -> list[tuple[list[Pair], int, list[int]]]:
    numbers = map(int, (PROBLEMS / f"{name}.txt").read_text(encoding="ascii").split())
    problems = []
    for _ in range(next(numbers)):
        agents, jobs = next(numbers), next(numbers)
        values = [[next(numbers) for _ in range(jobs)] for _ in range(agents)]
        uses = [[next(numbers) for _ in range(jobs)] for _ in range(agents)]
        capacities = [next(numbers) for _ in range(agents)]
        pairs = [Pair(j, i, values[i][j], uses[i][j]) for i in range(agents) for j in range(jobs)]
        problems.append((pairs, jobs, capacities))
    return problems


@pytest.mark.parametrize("name", OPTIMA)
def test_the_published_optima_are_reached(name: str) -> None:
    found = [
        sum(pair.value for pair in choose_pairs(pairs, jobs, capacities, everyone=True))
        for pairs, jobs, capacities in read_problems(name)
    ]
    assert tuple(found) == OPTIMA[name]


def test_no_holder_goes_over_its_capacity() -> None:
    pairs = [Pair(0, 0, 5, use=3), Pair(1, 0, 4, use=2), Pair(2, 0, 4, use=2)]
    assert choose_pairs(pairs, 3, [4]) == (pairs[1], pairs[2])


def test_an_item_that_must_go_somewhere_and_cannot_is_an_error() -> None:
    with pytest.raises(ValueError, match="no assignment found"):
        choose_pairs([Pair(0, 0, 1, use=2)], 1, [1], everyone=True)


def test_values_too_large_to_be_exact_are_refused() -> None:
    with pytest.raises(ValueError, match="exactly"):
        choose_pairs([Pair(0, 0, EXACT_AT_MOST)], 1, [1])


def test_what_the_prices_do_not_settle_is_solved_level_by_level(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ArithmeticError

    for seed in range(12):
        room = make_room(Random(seed), 7, 5)
        quick = read_levels(room.assign())
        with monkeypatch.context() as patch:
            patch.setattr(lexicographic._Search, "run", refuse)
            assert read_levels(room.assign()) == quick


def test_where_most_are_beginners_whole_numbers_reach_what_the_bounds_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("a level is branched for by itself: the bounds promise more than whole numbers can do")

    monkeypatch.setattr(lexicographic._Search, "_settle", refuse)
    for seed in (0, 2):
        assert list(assign_ours(make_beginners(make_case(150, 30, seed), seed, 0.9)))


class Enough(Exception):
    """Nobody waits for it any more."""


def test_the_search_ends_within_a_level_once_nobody_waits_for_it() -> None:
    room = make_room(Random(3), 40, 20)
    told: list[float] = []

    def solve(tell: Callable[[float], None]) -> Assignments:
        given = room.people, room.scores, room.missions, room.kept
        return assign_volunteers(
            *given, volunteers=room.volunteers, challenges=room.challenges, rule=room.rule, tell=tell
        )

    def tell(share: float) -> None:
        told.append(share)
        if told.count(share) > 5:
            raise Enough

    with pytest.raises(Enough):
        solve(tell)
    assert told.count(told[-1]) == 6
    assert solve(lambda share: None) == room.assign()
