"""The results on a phone: read again when something of them has changed, and not at every press of the facilitator."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Phone, Room, fill
from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Challenge, Dots, Participant
from workshop_kit.live.contract.participant.vote import TalliedChallenge
from workshop_kit.live.participant import vote
from workshop_kit.store import Repository
from workshop_kit.store.plain import Found, PlainConnection
from workshop_kit.store.statements import Rows, Statement


class Reads(list[str]):
    """The challenges whose tallies were read, in order."""


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(fill)
    room.walk_to(Moment.RESULTS)
    room.unveil()
    return room


@pytest.fixture
def phone(room: Room) -> Phone:
    phone = room.phone()
    phone.do("join", "join", pseudonym="Mésange", category="resident", sector="")
    return phone


@pytest.fixture
def reads(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> Reads:
    reads, read = Reads(), vote._read_tallies

    def note(repository: Repository, me: Participant, challenge: Challenge, turned: int) -> TalliedChallenge:
        reads.append(challenge.id)
        return read(repository, me, challenge, turned)

    monkeypatch.setattr(vote, "_read_tallies", note)
    return reads


def test_a_press_that_touches_no_result_has_none_read_again(room: Room, phone: Phone, reads: Reads) -> None:
    phone.refresh("vote")
    before = phone.model("vote")
    reads.clear()
    room.write(lambda hall: hall.update_workshop(replace(hall.find_workshop(), title="Atelier du soir")))
    phone.follow_once()
    phone.refresh("vote")
    assert reads == []
    assert phone.model("vote") == before


def test_dots_that_go_are_missed_at_once(room: Room, phone: Phone, reads: Reads) -> None:
    given = next(one for one in room.read(lambda hall: hall.list_dots("home")) if one.counts)
    shown = {one["id"]: one["dots"] for one in phone.model("vote")["challenges"][0]["options"]}
    reads.clear()
    room.write(lambda hall: hall.update_dots(Dots(given.participant, "home", given.option, 0, given.round)))
    phone.follow_once()
    assert set(reads) == {"home"}
    after = {one["id"]: one["dots"] for one in phone.model("vote")["challenges"][0]["options"]}
    assert after[given.option] == shown[given.option] - given.count


def test_who_is_joined_to_another_is_counted_with_them_at_once(room: Room, phone: Phone, reads: Reads) -> None:
    voters = sorted({one.participant for one in room.read(lambda hall: hall.list_dots("home")) if one.counts})
    assert len(voters) > 1
    reads.clear()
    first, second = voters[:2]
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant(first), joined_to=second)))
    phone.follow_once()
    phone.refresh("vote")
    assert reads
    expected = {one.participant for one in room.read(lambda hall: hall.list_dots("home")) if one.counts} - {first}
    options = phone.model("vote")["challenges"][0]["options"]
    assert max(one["supporters"] for one in options) <= len(expected)


@pytest.mark.parametrize("kind", VoteKind, ids=str)
def test_what_results_ask_the_store_was_prepared_beforehand(
    room: Room, phone: Phone, kind: VoteKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = room.challenge()
    room.write(lambda hall: hall.update_vote_rule("home", known.counted_round, VoteRule(kind, to_spend=9)))
    asked: set[Statement] = set()
    execute = PlainConnection.execute

    def note(connection: PlainConnection, statement: Statement, values: Rows = None, /) -> Found:
        asked.add(statement)
        return execute(connection, statement, values)

    monkeypatch.setattr(PlainConnection, "execute", note)
    phone.window.store.read(lambda hall: hall.find_participant(phone.me.id))  # as whoever looks for their seat does
    phone.window.store.read(lambda hall: hall.list_joined(phone.me.id))
    assert phone.window._learn_to_count in phone.window._tried
    phone.window._learn_to_count()
    prepared = set(asked)
    asked.clear()
    room.read(lambda hall: vote._read_tallies(hall, phone.me, known, 1))
    assert {one.form for one in asked - prepared} == set()
