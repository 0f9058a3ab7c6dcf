"""The search for a seating: a cyclic construction, then exchanges of two people, the best of all first (*tabu*).

Seats are dealt like cards: people in the order of category and sector, one to each table in turn, so that each table
has its share of each. For the next rounds the people of the p-th place of each table move on by p tables, twice p, …
(a Latin square): two who sat together part, and the p-th places keep their categories. Where the number of tables does
not allow it whole, exchanges mend it. What each exchange would change is computed for all of them at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import comb
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Whole: TypeAlias = npt.NDArray[np.int64]
Real: TypeAlias = npt.NDArray[np.float32]

#: What one person beyond the share of a category, or of a sector, weighs in meetings that are lost.
CATEGORY_WEIGHS: Final = 1000.0
SECTOR_WEIGHS: Final = 30.0
#: Exchanges tried before the best plan found stands, and without any progress.
EXCHANGES_AT_MOST: Final = 20_000
PATIENCE: Final = 6000
#: Exchanges without progress after which people are exchanged at random, and how many in each round.
SHAKEN_AFTER: Final = 300
SHAKEN: Final = 3
#: People looked at in one step, of those who may gain.
MOST_ROWS: Final = 60
#: Work in one search at most, in pairs of people looked at: rooms of hundreds are given fewer tries.
LOOKED_AT_MOST: Final = 300_000_000


@dataclass
class Search:
    """What is searched: ``sizes`` of tables, what is known of each person, who stays where, and how many rounds."""

    sizes: Sequence[int]
    categories: Sequence[str]
    sectors: Sequence[str]
    staying: Mapping[int, int]
    rounds: int
    attainable: int = 0
    people: int = field(init=False)

    def __post_init__(self) -> None:
        self.people = len(self.categories)


def improve(search: Search, seed: int) -> list[list[int]]:
    """Return, for each round, the table of each person."""
    places = construct(search)
    if len(search.sizes) == 1:
        return [list(map(int, row)) for row in places]
    state = _State(search, places, np.random.default_rng(seed))
    state.run()
    return [list(map(int, row)) for row in state.best]


def construct(search: Search) -> Whole:
    """Return a first plan: dealt by category and sector, then moved on as in a Latin square."""
    order = sorted(range(search.people), key=lambda one: (search.categories[one], search.sectors[one], one))
    places = np.zeros((search.rounds, search.people), dtype=np.int64)
    for turn in range(search.rounds):
        places[turn] = _deal(search, order, turn)
    return places


def _deal(search: Search, order: Sequence[int], turn: int) -> Whole:
    """Deal one round: the p-th of each table moves on by ``turn`` × p; who stays is seated before."""
    tables = len(search.sizes)
    free = list(search.sizes)
    found = np.full(search.people, -1, dtype=np.int64)
    for person, table in search.staying.items():
        found[person] = table
        free[table] -= 1
    moving = [one for one in order if one not in search.staying]
    for place, person in enumerate(moving):
        row, column = divmod(place, tables)
        wanted = (column + turn * row) % tables
        table = next((one % tables for one in range(wanted, wanted + tables) if free[one % tables] > 0), wanted)
        found[person] = table
        free[table] -= 1
    return found


class _Mix:
    """How far the tables of each round are from an even share of some words, and what exchanges would change."""

    def __init__(self, words: Sequence[str], sizes: Sequence[int], rounds: int, weight: float) -> None:
        known = {word: place for place, word in enumerate(sorted({one for one in words if one}))}
        self.codes: Whole = np.array([known.get(one, len(known)) for one in words], dtype=np.int64)
        self.weight = weight
        counts = np.bincount(self.codes, minlength=len(known) + 1)
        share = np.broadcast_to(counts[:, None], (len(counts), len(sizes)))
        self.low, self.high = share // len(sizes), -(-share // len(sizes))
        if len(known) < len(counts):  # what nobody said is not mixed by
            self.low[len(known) :], self.high[len(known) :] = 0, len(words)
        self.has = np.zeros((rounds, len(counts), len(sizes)), dtype=np.int64)

    def count(self, turn: int, places: Whole) -> None:
        """Count one round anew."""
        self.has[turn] = 0
        np.add.at(self.has[turn], (self.codes, places), 1)

    def weigh(self) -> float:
        """Return how many people are beyond the shares, weighed."""
        return self.weight * float(self._beyond(self.has).sum())

    def is_off(self, turn: int, places: Whole) -> npt.NDArray[np.bool_]:
        """Tell of each person whether they sit at a table whose share of their word is too high, or too low."""
        off: npt.NDArray[np.bool_] = np.asarray(self._beyond(self.has[turn]).any(axis=0))
        return np.asarray(off[places])

    def change(self, turn: int, places: Whole, rows: Whole) -> Real:
        """Return what it changes to exchange each person of ``rows`` with each other."""
        has = self.has[turn]
        now = self._beyond(has)
        more = (self._beyond(has + 1) - now).astype(np.float32)
        less = (self._beyond(has - 1) - now).astype(np.float32)
        mine, theirs = self.codes[rows], self.codes
        here, there = places[rows], places
        change = less[mine, here][:, None] + more[theirs[None, :], here[:, None]]
        change += more[mine[:, None], there[None, :]] + less[theirs, there][None, :]
        change[mine[:, None] == theirs[None, :]] = 0.0
        return np.asarray(change * np.float32(self.weight), dtype=np.float32)

    def _beyond(self, has: Whole) -> Whole:
        return np.asarray(np.maximum(np.maximum(has - self.high, self.low - has), 0))


class _State:
    """One search: the plan as it stands, the best so far, and how often each pair sits together."""

    def __init__(self, search: Search, places: Whole, rng: np.random.Generator) -> None:
        self.search, self.places, self.rng = search, places, rng
        self.together = np.zeros((search.people, search.people), dtype=np.int16)
        self.mixes = [
            _Mix(search.categories, search.sizes, search.rounds, CATEGORY_WEIGHS),
            _Mix(search.sectors, search.sizes, search.rounds, SECTOR_WEIGHS),
        ]
        self._count_all()
        self.moves = np.ones(search.people, dtype=bool)
        self.moves[list(search.staying)] = False
        self.held = np.zeros((search.rounds, search.people), dtype=np.int64)
        self.seats = search.rounds * sum(comb(one, 2) for one in search.sizes)
        self.best, self.least = places.copy(), self._weigh()

    def run(self) -> None:
        """Exchange people until nothing is left to gain, or patience is."""
        nothing = float(self.seats - self.search.attainable)
        since, looked, now = 0, 0, self.least
        for step in range(EXCHANGES_AT_MOST):
            if self.least <= nothing or since >= PATIENCE or looked >= LOOKED_AT_MOST:
                return
            if since and since % SHAKEN_AFTER == 0:
                now = self._shake(step)
            turn = step % self.search.rounds
            rows = self._choose_rows(turn)
            looked += self.search.people**2
            found = self._find_exchange(turn, rows, step, self.least - now) if len(rows) else None
            since += 1
            if found is None:
                continue
            self._exchange(turn, *found[:2], step)
            now += found[2]
            if now < self.least - 0.5:
                self.best, self.least, since = self.places.copy(), now, 0

    def _shake(self, step: int) -> float:
        """Go back to the best plan and exchange some people at random: another way may lead on from there."""
        self.places = self.best.copy()
        self._count_all()
        movable = np.flatnonzero(self.moves)
        for turn in range(self.search.rounds):
            for _ in range(SHAKEN):
                one, other = (int(found) for found in self.rng.choice(movable, 2))
                if self.places[turn, one] != self.places[turn, other]:
                    self._exchange(turn, one, other, step)
        return self._weigh()

    def _choose_rows(self, turn: int) -> Whole:
        """Return who may gain by moving: those who sit with somebody again, or at a table off its shares."""
        places = self.places[turn]
        same = places[:, None] == places[None, :]
        wrong = ((self.together > 1) & same).any(axis=1)
        for mix in self.mixes:
            wrong |= mix.is_off(turn, places)
        rows = np.flatnonzero(wrong & self.moves)
        if len(rows) > MOST_ROWS:
            rows = np.sort(self.rng.choice(rows, MOST_ROWS, replace=False))
        return rows

    def _find_exchange(self, turn: int, rows: Whole, step: int, needed: float) -> tuple[int, int, float] | None:
        """Return the best exchange that is not held back; one that leads to the best plan of all is never held back."""
        places = self.places[turn]
        change = self._change_meetings(turn, rows)
        for mix in self.mixes:
            change += mix.change(turn, places, rows)
        barred = (places[rows][:, None] == places[None, :]) | ~self.moves[None, :]
        held = self.held[turn] > step
        recent = (held[rows][:, None] | held[None, :]) & (change > needed - 0.5)
        change[barred | recent] = np.inf
        least = change.min()
        if not np.isfinite(least):
            return None
        equal = np.flatnonzero(change.ravel() <= least + 0.25)
        chosen = int(equal[self.rng.integers(len(equal))])
        row, other = divmod(chosen, self.search.people)
        return int(rows[row]), other, float(least)

    def _change_meetings(self, turn: int, rows: Whole) -> Real:
        """Return how many meetings are lost by exchanging each person of ``rows`` with each other."""
        places = self.places[turn]
        tables = np.zeros((self.search.people, len(self.search.sizes)), dtype=np.float32)
        tables[np.arange(self.search.people), places] = 1
        know = (self.together > 0).astype(np.float32)
        again = (self.together > 1).astype(np.float32)
        known_at, again_at = know @ tables, again @ tables
        everyone = np.arange(self.search.people)
        change = known_at[rows][:, places] + known_at.T[places[rows]]
        change -= again_at[rows, places[rows]][:, None] + again_at[everyone, places][None, :]
        return np.asarray(change - 2 * know[rows], dtype=np.float32)

    def _exchange(self, turn: int, one: int, other: int, step: int) -> None:
        places = self.places[turn]
        with_one = np.flatnonzero(places == places[one])
        with_other = np.flatnonzero(places == places[other])
        for person, left, met in ((one, with_one, with_other), (other, with_other, with_one)):
            stranger = other if person == one else one
            self._note(person, left[left != person], -1)
            self._note(person, met[met != stranger], 1)
        places[one], places[other] = places[other], places[one]
        self.held[turn, [one, other]] = step + self.search.rounds * (2 + int(self.rng.integers(8)))
        for mix in self.mixes:
            mix.count(turn, places)

    def _note(self, person: int, others: Whole, times: int) -> None:
        self.together[person, others] += times
        self.together[others, person] += times

    def _count_all(self) -> None:
        self.together[:] = 0
        for turn, places in enumerate(self.places):
            self.together += places[:, None] == places[None, :]
            for mix in self.mixes:
                mix.count(turn, places)
        np.fill_diagonal(self.together, 0)

    def _weigh(self) -> float:
        again = float(np.maximum(self.together - 1, 0).sum()) / 2
        return again + sum(mix.weigh() for mix in self.mixes)
