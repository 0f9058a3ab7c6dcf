"""Erasure is whole: a person's other seat is erased as well, and nobody erases a stranger who was joined by mistake."""

from __future__ import annotations

from typing import Any

from tests.widgets.test_two_phones import OFFER, Pair, pair
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Participant

__all__ = ["pair"]


def ask_about(pair: Pair) -> list[dict[str, Any]]:
    pair.laptop.refresh("people")
    return [one for one in pair.laptop.model("people")["doubts"] if one["kind"] == "erasure"]


def find(pair: Pair, seat: str) -> Participant:
    return pair.room.read(lambda hall: hall.find_participant(seat))


def erase_from_cle(pair: Pair, *, with_ideas: bool = True) -> None:
    """Have ana's offer and ideas stand on the old phone, and erase from the new one."""
    pair.join("ana", "cle")
    pair.lead(Moment.OFFER)
    pair.ana.do("offer", "offer_help", **OFFER)
    pair.cle.do("thanks", "erase", with_ideas=with_ideas)
    pair.look()


def test_the_facilitator_is_asked_about_the_other_seat_until_it_is_answered(pair: Pair) -> None:
    erase_from_cle(pair)
    (asked,) = ask_about(pair)
    assert (asked["seats"], asked["with_ideas"], asked["contact"]) == (["ana"], True, True)
    assert pair.room.laptop().model("people")["doubts"][0]["kind"] == "erasure"


def test_a_seat_whose_person_was_erased_is_no_more_present(pair: Pair) -> None:
    pair.laptop.refresh("people")
    before = pair.laptop.model("people")["present"]
    erase_from_cle(pair)
    pair.laptop.refresh("people")
    assert pair.laptop.model("people")["present"] == before - 2
    assert find(pair, "ana").away_at is not None


def test_erasing_the_other_seat_leaves_nothing_of_the_person(pair: Pair) -> None:
    erase_from_cle(pair)
    pair.laptop.do("people", "answer_erasure", participant="ana", erased=True, with_ideas=True)
    everybody, offers, ideas = pair.room.read(
        lambda hall: (hall.list_participants(), hall.list_volunteers(), hall.list_ideas())
    )
    assert not {"ana", "cle"} & {one.id for one in everybody}
    assert "ana" not in {one.participant for one in offers}
    assert "ana" not in {one.author for one in ideas}
    assert ask_about(pair) == []


def test_a_stranger_who_was_joined_by_mistake_keeps_everything_and_is_there(pair: Pair) -> None:
    erase_from_cle(pair)
    kept = pair.room.read(lambda hall: hall.list_ideas(author="ana"))
    pair.laptop.do("people", "answer_erasure", participant="ana", erased=False, with_ideas=True)
    assert find(pair, "ana").away_at is None
    assert pair.room.read(lambda hall: hall.find_volunteer("ana")) is not None
    assert pair.room.read(lambda hall: hall.list_ideas(author="ana")) == kept
    assert ask_about(pair) == []


def test_whether_the_ideas_go_is_as_the_person_wished(pair: Pair) -> None:
    erase_from_cle(pair, with_ideas=False)
    assert [one["with_ideas"] for one in ask_about(pair)] == [False]


def test_the_facilitator_erases_all_seats_of_a_person_at_once(pair: Pair) -> None:
    pair.join("ana", "cle")
    pair.laptop.refresh("synthesis")
    persons = {one["id"]: one for one in pair.laptop.model("synthesis")["persons"]}
    assert persons["cle"]["others"] == [persons["ana"]["label"]]
    assert persons["ana"]["others"] == [persons["cle"]["label"]]
    pair.laptop.do("synthesis", "erase_person", person="cle", with_ideas=True)
    assert not {"ana", "cle"} & {one.id for one in pair.room.read(lambda hall: hall.list_participants())}
