"""Votes kept at hand are those of the database, in its order, whatever happened to them meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.store.followed import check_kept_votes
from tests.store.values import a_group, a_participant, add_the_usual, an_idea
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.model import Dots, Remover
from workshop_kit.store import Repository, Store, open_store
from workshop_kit.store.kept_votes import APART_AT_MOST, KeptVotes

PEOPLE = tuple(f"q{number}" for number in range(APART_AT_MOST + 5))
Deed = Callable[[Repository, Random], None]


@pytest.fixture(autouse=True)
def usual(store: Store) -> None:
    def fill(hall: Repository) -> None:
        add_the_usual(hall)
        for person in PEOPLE:
            hall.add_participant(a_participant(person))
        for number in range(6):
            hall.add_idea(an_idea(f"x{number}", challenge=f"c{number % 2 + 1}", author=f"q{number}"))
        hall.update_vote_rule("c2", 1, VoteRule(VoteKind.STATEMENTS))

    store.perform(None, fill)


def dot(hall: Repository, chance: Random, person: str | None = None) -> None:
    who = person or chance.choice(hall.list_participants()).id
    idea = chance.choice(hall.list_ideas())
    hall.update_dots(Dots(who, idea.challenge, idea.id, chance.randrange(3), chance.randint(1, 2)))


def mark(hall: Repository, chance: Random, person: str | None = None) -> None:
    who = person or chance.choice(hall.list_participants()).id
    idea = chance.choice(hall.list_ideas())
    made = BallotMark(who, idea.challenge, idea.id, VoteKind.STATEMENTS, chance.randint(-1, 1), chance.randint(1, 2))
    if chance.random() < 0.2:
        hall.remove_ballot_mark(made)
    else:
        hall.update_ballot_mark(made)


def mark_by_all(hall: Repository, chance: Random) -> None:
    for one in hall.list_participants():
        mark(hall, chance, one.id)


def bring(hall: Repository, chance: Random) -> None:
    """Bring marks of many people at once, which the change log names as several."""
    people = [one.id for one in hall.list_participants()]
    hall.update_ballot_marks(BallotMark(one, "c2", "x1", VoteKind.STATEMENTS, chance.randint(-1, 1)) for one in people)


def lower(hall: Repository, _chance: Random) -> None:
    hall.lower_dots(Dots(one.participant, one.challenge, one.option, one.count - 1) for one in hall.list_dots("c1"))


def erase(hall: Repository, chance: Random) -> None:
    people = [one.id for one in hall.list_participants() if one.id in PEOPLE]
    if len(people) > APART_AT_MOST:
        hall.remove_participant(chance.choice(people))


def drop(hall: Repository, chance: Random) -> None:
    ideas = hall.list_ideas("c1")
    if len(ideas) > 1:
        hall.remove_idea(chance.choice(ideas).id, Remover.FACILITATOR)


def come(hall: Repository, chance: Random) -> None:
    hall.add_participant(a_participant(f"z{chance.random()}"))


DEEDS: tuple[Deed, ...] = (dot, dot, mark, mark, mark, mark_by_all, bring, lower, erase, drop, come)


@pytest.mark.parametrize("seed", range(6))
def test_votes_at_hand_are_those_of_the_database(store: Store, seed: int) -> None:
    chance, kept = Random(seed), KeptVotes()
    for _ in range(60):
        for _ in range(chance.randint(1, 3)):
            deed = chance.choice(DEEDS)
            store.perform(None, lambda hall, deed=deed: deed(hall, chance))  # type: ignore[misc]
        store.read(lambda hall: check_kept_votes(hall, kept))


def test_only_what_changed_is_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, read = KeptVotes(), []
    real = Repository._read_votes

    def watch(hall: Repository, challenge: str | None, participant: str | None = None) -> object:
        read.append((challenge, participant))
        return real(hall, challenge, participant)

    monkeypatch.setattr(Repository, "_read_votes", watch)

    def ask(hall: Repository) -> object:
        return Repository(hall._connection, kept_votes=kept).list_votes("c1", every_round=True)

    store.perform(None, lambda hall: mark_by_all(hall, Random(1)))
    store.read(ask)
    assert store.read(ask) is store.read(ask)
    store.perform(None, lambda hall: hall.update_dots(Dots("p1", "c1", "i1", 2)))
    store.perform(None, lambda hall: hall.add_group(a_group()))
    assert Dots("p1", "c1", "i1", 2) in store.read(ask)  # type: ignore[operator]
    assert read == [("c1", None), ("c1", "p1")]


def test_a_store_keeps_votes_for_whoever_asks_for_it(store: Store, folder: Path) -> None:
    store.perform(None, lambda hall: mark_by_all(hall, Random(2)))
    with open_store(folder, keeps_votes=True) as other:
        ask = lambda hall: hall.list_votes("c2", every_round=True)  # noqa: E731
        assert other.read(ask) is other.read(ask)
        assert other.read(ask) == store.read(ask)
        store.perform(None, lambda hall: hall.update_dots(Dots("p2", "c2", "i3", 1)))
        assert other.read(ask) == store.read(ask)
