from __future__ import annotations

import asyncio

import pytest

from workshop_kit.serving.admission import ABANDONED_AFTER, TURN_LASTS, Admission, Place


class Queue:
    """An admission whose clock and seats the test holds."""

    def __init__(self, seats: int = 100, at_once: int = 2) -> None:
        self.now = 0.0
        self.seats = seats
        self.admission = Admission(lambda _, promised: promised < self.seats, at_once=at_once, clock=lambda: self.now)

    def join(self, *visitors: str) -> list[Place]:
        return [self.admission.join(visitor, "10.0.0.1") for visitor in visitors]


def called(places: list[Place]) -> list[str]:
    return [place.visitor for place in places if place.called is not None]


def test_a_few_are_called_at_once_and_in_the_order_they_came() -> None:
    queue = Queue(at_once=2)
    assert called(queue.join("a", "b", "c", "d")) == ["a", "b"]


def test_the_end_of_a_start_calls_the_next() -> None:
    queue = Queue(at_once=1)
    places = queue.join("a", "b", "c")
    assert queue.admission.take(places[0])
    assert called(places[1:]) == []
    queue.admission.finish()
    assert called(places[1:]) == ["b"]


def test_a_turn_is_taken_once() -> None:
    queue = Queue()
    (place,) = queue.join("a")
    assert queue.admission.take(place)
    assert not queue.admission.take(place)


def test_a_turn_that_has_not_come_cannot_be_taken() -> None:
    queue = Queue(at_once=1)
    assert not queue.admission.take(queue.join("a", "b")[1])


def test_places_are_counted_from_one_among_those_who_wait() -> None:
    queue = Queue(at_once=1)
    places = queue.join("a", "b", "c")
    assert [queue.admission.number(place) for place in places[1:]] == [1, 2]


def test_who_comes_again_keeps_their_place() -> None:
    queue = Queue(at_once=1)
    places = queue.join("a", "b", "c")
    assert queue.join("b") == [places[1]]
    assert queue.admission.waiting == 2


def test_an_abandoned_place_is_given_up() -> None:
    queue = Queue(at_once=1)
    a, _b, c = queue.join("a", "b", "c")
    queue.admission.take(a)
    queue.now = ABANDONED_AFTER
    queue.join("c")
    queue.now = ABANDONED_AFTER + 1
    queue.admission.finish()
    assert c.called is not None


def test_a_watched_place_is_never_timed_out() -> None:
    queue = Queue(at_once=1)
    a, b = queue.join("a", "b")
    queue.admission.take(a)
    b.watchers = 1
    queue.now = 100 * ABANDONED_AFTER
    queue.admission.finish()
    assert b.called is not None


def test_a_turn_not_taken_passes_to_the_next() -> None:
    queue = Queue(at_once=1)
    a, b = queue.join("a", "b")
    assert a.called is not None
    queue.now = TURN_LASTS + 1
    queue.admission.advance()
    assert b.called is not None
    assert not queue.admission.take(a)


def test_nobody_is_called_while_the_room_is_full_and_the_first_is_when_a_seat_is_free() -> None:
    queue = Queue(seats=0)
    places = queue.join("a", "b")
    assert called(places) == []
    assert queue.admission.is_blocked(places[0])
    queue.seats = 1
    queue.admission.advance()
    assert called(places) == ["a"]


def test_leaving_lets_the_next_one_move_up() -> None:
    queue = Queue(at_once=1)
    a, b = queue.join("a", "b")
    queue.admission.leave(a)
    assert b.called is not None


def test_waiting_ends_with_the_turn() -> None:
    async def wait() -> None:
        queue = Queue(at_once=1)
        a, b = queue.join("a", "b")
        waiting = asyncio.create_task(queue.admission.wait(b, 30))
        await asyncio.sleep(0)
        queue.admission.take(a)
        queue.admission.finish()
        assert await waiting

    asyncio.run(wait())


@pytest.mark.parametrize("seconds", [0.0, 0.01])
def test_waiting_says_when_the_turn_has_not_come(seconds: float) -> None:
    queue = Queue(at_once=1)
    _, b = queue.join("a", "b")
    assert not asyncio.run(queue.admission.wait(b, seconds))
    assert b.watchers == 0


def test_those_who_joined_come_before_newcomers_and_keep_their_order_among_themselves() -> None:
    queue = Queue(at_once=1)
    first, *newcomers = queue.join("a", "b", "c")
    ada, bob = (queue.admission.join(one, "10.0.0.1", joined=True) for one in ("ada", "bob"))
    assert [queue.admission.number(one) for one in (ada, bob, *newcomers)] == [1, 2, 3, 4]
    queue.admission.take(first)
    queue.admission.finish()
    assert called([ada, bob, *newcomers]) == ["ada"]


def test_whoever_comes_for_a_seat_of_their_own_takes_nobody_elses() -> None:
    admission = Admission(
        lambda place, promised: place.visitor == "own" or promised < 1, lambda place: place.visitor == "own", at_once=4
    )
    own, other, third = (admission.join(one, "10.0.0.1") for one in ("own", "other", "third"))
    assert called([own, other, third]) == ["own", "other"]
    assert admission.promised == 1


def test_once_the_room_is_closed_nobody_waits_any_longer() -> None:
    async def wait() -> None:
        queue = Queue(seats=0)
        (place,) = queue.join("a")
        waiting = asyncio.create_task(queue.admission.wait(place, 30))
        await asyncio.sleep(0)
        queue.admission.close()
        assert not await waiting

    asyncio.run(wait())
