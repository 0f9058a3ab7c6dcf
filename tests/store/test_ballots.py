"""Rules of votes, costs, and ballots that are not of dots, as the store keeps them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.values import add_the_usual, changes_of
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.model import Dots, Remover
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Repository, Store

GRADES = VoteRule(VoteKind.GRADES, grades=5, blanks_count=False)
MARK = BallotMark("p1", "c1", "i1", VoteKind.GRADES, 4)


@pytest.fixture(autouse=True)
def usual(store: Store) -> None:
    store.perform(None, add_the_usual)


def test_a_challenge_without_a_rule_is_voted_on_with_five_dots(store: Store) -> None:
    assert store.read(lambda hall: hall.find_vote_rule("c1")) == VoteRule()
    with pytest.raises(MissingEntry, match="no-challenge"):
        store.read(lambda hall: hall.find_vote_rule("nowhere"))


def test_a_rule_stands_from_its_round_on(store: Store) -> None:
    before = store.latest_sequence()
    store.perform(None, lambda hall: hall.update_vote_rule("c1", 2, GRADES))
    rules = store.read(lambda hall: [hall.find_vote_rule("c1", number) for number in (1, 2, 3)])
    assert rules == [VoteRule(), GRADES, GRADES]
    assert store.read(lambda hall: hall.find_vote_rule("c2", 2)) == VoteRule()
    assert changes_of(store, before) == [("vote-rule", "c1", "c1"), ("challenge", "c1", "c1")]


def test_a_mark_is_put_changed_and_taken_back(store: Store) -> None:
    def put(hall: Repository) -> None:
        hall.update_vote_rule("c1", 1, GRADES)
        hall.update_ballot_mark(MARK)
        hall.update_ballot_mark(replace(MARK, value=0))

    store.perform(None, put)
    assert store.read(lambda hall: hall.list_votes("c1")) == (replace(MARK, value=0),)
    store.perform(None, lambda hall: hall.remove_ballot_mark(MARK))
    assert store.read(lambda hall: hall.list_votes("c1")) == ()


def test_a_mark_needs_a_person_and_an_option_that_are_there(store: Store) -> None:
    with pytest.raises(MissingEntry, match="no-participant"):
        store.perform(None, lambda hall: hall.update_ballot_mark(replace(MARK, participant="nobody")))
    with pytest.raises(MissingEntry, match="no-option"):
        store.perform(None, lambda hall: hall.update_ballot_mark(replace(MARK, option="i3")))


def test_votes_are_those_of_the_ballot_that_the_room_was_asked_with(store: Store) -> None:
    dots = Dots("p1", "c1", "i2", 1)

    def put(hall: Repository) -> None:
        hall.update_dots(dots)
        hall.update_ballot_mark(MARK)

    store.perform(None, put)
    assert store.read(lambda hall: hall.list_votes("c1")) == (dots,)
    store.perform(None, lambda hall: hall.update_vote_rule("c1", 1, GRADES))
    assert store.read(lambda hall: hall.list_votes("c1")) == (MARK,)
    assert store.read(lambda hall: hall.list_votes("c1", every_kind=True)) == (dots, MARK)


def test_an_idea_that_goes_takes_its_marks_along_and_a_person_theirs(store: Store) -> None:
    def put(hall: Repository) -> None:
        hall.update_ballot_marks([MARK, replace(MARK, participant="p2"), replace(MARK, option="i2")])

    store.perform(None, put)
    store.perform(None, lambda hall: hall.remove_idea("i1", Remover.AUTHOR))
    assert store.read(lambda hall: hall.list_ballot_marks()) == (replace(MARK, option="i2"),)
    store.perform(None, lambda hall: hall.remove_participant("p1"))
    assert store.read(lambda hall: hall.list_ballot_marks()) == ()


def test_marks_stand_in_the_next_round_as_they_were_given(store: Store) -> None:
    store.perform(None, lambda hall: hall.update_ballot_mark(MARK))
    store.perform(None, lambda hall: hall.take_ballot_marks_along("c1", 1, 2))
    assert store.read(lambda hall: {one.round for one in hall.list_ballot_marks("c1", "p1", VoteKind.GRADES)}) == {1, 2}
    assert store.read(lambda hall: hall.list_ballot_marks(kind=VoteKind.BUDGET)) == ()


def test_costs_are_kept_by_option(store: Store) -> None:
    store.perform(None, lambda hall: hall.update_costs("c1", {"i1": 4500, "i2": 0}))
    store.perform(None, lambda hall: hall.update_costs("c1", {"i2": None}))
    assert store.read(lambda hall: hall.list_costs("c1")) == {"i1": 4500}
    assert store.read(lambda hall: hall.list_costs("c2")) == {}
