"""The tally sheet that the database counts is the one that all votes fill, whoever gave them and whatever on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from random import Random
from typing import Final

import pytest

from tests.store.values import NOON, a_challenge, a_group, a_participant, an_idea
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.counting import count_sheet, count_votes, fill_sheet
from workshop_kit.domain.course import Stage
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Dots, Vote
from workshop_kit.live.challenge import read_options
from workshop_kit.live.tallies import read_tallies, read_tallies_before
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons
from workshop_kit.store.sheets import read_sheet

#: Rooms that are made up for each kind of ballot, one after the other in one store.
ROOMS: Final = 25
IDEAS: Final = tuple(f"i{number}" for number in range(7))
VALUES: Final = {
    VoteKind.DOTS: (1, 2, 3),
    VoteKind.GRADES: (-1, 0, 1, 3, 6),
    VoteKind.STATEMENTS: (-1, 0, 1),
    VoteKind.BUDGET: (1, 2, 5),
}


class Hall:
    """A challenge of which everything is random: its rules, groups, seats joined to seats, ballots of every kind."""

    def __init__(self, rng: Random, kind: VoteKind, name: str) -> None:
        self._rng, self._kind, self._name = rng, kind, name
        self.challenge = a_challenge(f"c-{name}", round=rng.choice((1, 2, 2)), stage=Stage.RESULTS)

    def fill(self, hall: Repository) -> None:
        """Add it to what is there; the seats of another challenge's people are other seats."""
        hall.add_challenge(self.challenge)
        groups = self._add_ideas(hall)
        for round in (1, 2):
            hall.update_vote_rule(self.challenge.id, round, self._draw_rule(round))
        for seat in self._add_seats(hall):
            self._vote(hall, seat, [*(self._call(idea) for idea in IDEAS), *groups])
        if self._kind is VoteKind.BUDGET:
            hall.update_costs(self.challenge.id, {self._call(one): 10 for one in IDEAS[::2]})
            if self._rng.random() < 0.5:
                hall.note_funded(self.challenge.id, [self._call(IDEAS[0])])

    def _call(self, name: str) -> str:
        return f"{name}-{self._name}"

    def _add_ideas(self, hall: Repository) -> list[str]:
        """Add ideas, some held back and some in groups, of which one may be undone; return the groups."""
        for one in IDEAS:
            held = "insult" if self._rng.random() < 0.15 else ""
            title = self._rng.choice(("Banc", "Navette", "Verger"))
            hall.add_idea(an_idea(self._call(one), challenge=self.challenge.id, text=title, author=None, held=held))
        left = [self._call(one) for one in self._rng.sample(IDEAS, self._rng.choice((0, 2, 4, 5)))]
        groups = {self._call("g0"): left[:2], self._call("g1"): left[2:]}
        for group, members in groups.items():
            undone = NOON if self._rng.random() < 0.2 else None
            hall.add_group(a_group(group, tuple(members), challenge=self.challenge.id, undone_at=undone))
        return list(groups)

    def _draw_rule(self, round: int) -> VoteRule:
        kind = self._kind if round == 2 or self._rng.random() < 0.8 else self._rng.choice(tuple(VoteKind))
        if kind is VoteKind.BUDGET:
            return VoteRule(kind, to_spend=20, points=5)
        return VoteRule(kind, most=2, blanks_count=self._rng.random() < 0.5)

    def _add_seats(self, hall: Repository) -> list[str]:
        """Add seats, some of which are the same person's."""
        seats = [self._call(f"p{number}") for number in range(self._rng.choice((0, 1, 5, 8)))]
        for number, seat in enumerate(seats):
            joined = seats[self._rng.randrange(number)] if number and self._rng.random() < 0.3 else None
            at = NOON + timedelta(minutes=self._rng.randrange(3))
            hall.add_participant(replace(a_participant(seat), joined_at=at, joined_to=joined))
        return seats

    def _vote(self, hall: Repository, seat: str, options: list[str]) -> None:
        """Put something on some options in each round, now and then on another kind of ballot than the room's."""
        for round in (1, 2):
            for option in options:
                if self._rng.random() < 0.4:
                    other = self._rng.random() < 0.15
                    self._put(hall, seat, option, self._rng.choice(tuple(VoteKind)) if other else self._kind, round)

    def _put(self, hall: Repository, seat: str, option: str, kind: VoteKind, round: int) -> None:
        value = self._rng.choice(VALUES[kind])
        if kind is VoteKind.DOTS:
            hall.update_dots(Dots(seat, self.challenge.id, option, value, round))
        else:
            hall.update_ballot_mark(BallotMark(seat, self.challenge.id, option, kind, value, round))


def check_counts(hall: Repository, challenge: Challenge) -> None:
    """Check that what the database counts is what all votes give, in the round that counts and the one before."""
    persons, options = Persons(hall), read_options(hall, challenge)
    round = challenge.counted_round
    rule, votes = hall.find_vote_rule(challenge.id, round), persons.list_votes(challenge.id)
    check_sheet(hall, rule, options, votes, round)
    costs, funded = hall.list_costs(challenge.id), hall.list_funded(challenge.id)
    assert read_tallies(hall, challenge) == count_votes(rule, options, votes, costs, funded)
    for number in (1, 2):
        rule, votes = hall.find_vote_rule(challenge.id, number), persons.list_votes_of(challenge.id, number)
        counted = read_sheet(hall, challenge.id, number, rule, options, every_kind=True)
        assert count_sheet(rule, options, counted) == count_votes(rule, options, votes)
    before = read_tallies_before(hall, challenge, options)
    assert before == read_tallies_before(hall, challenge, options, persons)


def check_sheet(
    hall: Repository, rule: VoteRule, options: tuple[Option, ...], votes: tuple[Vote, ...], round: int
) -> None:
    """Check the sheet itself: what nobody gave may stand there as given by nobody."""
    filled = fill_sheet(rule, options, votes)
    read = read_sheet(hall, options[0].challenge if options else "nowhere", round, rule, options)
    given = {option: {value: number for value, number in row.items() if number} for option, row in read.given.items()}
    assert {option: row for option, row in given.items() if row} == filled.given
    assert read.ballots == filled.ballots


@pytest.mark.parametrize("apart", [40, 2], ids=["apart", "all at once"])
@pytest.mark.parametrize("ballot", VoteKind, ids=str)
def test_the_database_counts_as_all_votes_do(
    ballot: VoteKind, apart: int, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop_kit.store.sheets.APART_AT_MOST", apart)
    rng = Random(ballot)
    for number in range(ROOMS):
        made = Hall(rng, ballot, f"{number}")
        store.perform(None, made.fill)
        store.read(partial(check_counts, challenge=made.challenge))


def test_a_plan_counts_what_it_is_to_write(store: Store) -> None:
    def put_and_count(hall: Repository) -> None:
        made = Hall(Random(1), VoteKind.GRADES, "1")
        made.fill(hall)
        check_counts(hall, made.challenge)
        hall.update_ballot_mark(BallotMark("p0-1", made.challenge.id, "i0-1", VoteKind.GRADES, 6, 2))
        check_counts(hall, made.challenge)

    store.perform(None, put_and_count)


def test_no_vote_is_read_where_numbers_say_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def vote(hall: Repository) -> None:
        hall.add_challenge(a_challenge(stage=Stage.RESULTS))
        hall.update_vote_rule("c1", 1, VoteRule(VoteKind.GRADES))
        for seat in ("p1", "p2"):
            hall.add_participant(a_participant(seat))
        hall.add_idea(an_idea())
        hall.update_ballot_marks(BallotMark(seat, "c1", "i1", VoteKind.GRADES, 4) for seat in ("p1", "p2"))

    store.perform(None, vote)
    monkeypatch.setattr("workshop_kit.domain.ballots.BallotMark.__init__", None)
    (tally,) = store.read(lambda hall: read_tallies(hall, a_challenge(stage=Stage.RESULTS)))
    assert tally.judgment is not None
    assert tally.judgment.counts == (0, 0, 0, 0, 2, 0, 0)
