"""How fast one device and one address may come in and ask: a whole room at once, a script not for long."""

from __future__ import annotations

import pytest

from workshop_kit.serving import pacing
from workshop_kit.serving.pacing import LONGEST_PAUSE, Bucket, Buckets, Pace, Recently, find_network


class Hall:
    """The pace of a room whose clock the test holds."""

    def __init__(self, seats: int = 60) -> None:
        self.now = 0.0
        self.pace = Pace(seats, 4, clock=lambda: self.now)

    def come(self, number: int, address: str = "10.0.0.1") -> float:
        return self.pace.enter(f"visitor {number}", address, known=False)


@pytest.mark.parametrize("phones", [100, 200])
def test_a_whole_room_behind_one_address_comes_at_once(phones: int) -> None:
    hall = Hall(seats=200)
    assert [hall.come(number) for number in range(phones)] == [0.0] * phones
    for number in range(phones):  # each loads its page once more
        assert hall.pace.enter(f"visitor {number}", "10.0.0.1", known=True) == 0.0
    for _ in range(20 * phones):
        assert hall.pace.ask(None, "10.0.0.1") == 0.0


def test_a_script_that_takes_seats_over_and_over_from_one_address_soon_waits() -> None:
    hall = Hall(seats=60)
    let_in = 0
    for number in range(3000):  # ten a second for five minutes
        hall.now += 0.1
        let_in += hall.come(number) == 0.0
    assert 60 <= let_in <= 60 * 3
    assert hall.come(-1, address="10.0.0.2") == 0.0, "another address does not wait for it"


def test_whoever_waits_is_told_how_long_and_then_comes_in() -> None:
    hall = Hall()
    number = 0
    while (wait := hall.come(number)) == 0.0:
        number += 1
    hall.now += wait
    assert hall.come(number) == 0.0
    assert hall.pace.held_back.count() == 1


def test_a_device_that_loads_its_page_over_and_over_soon_waits_and_nobody_beside_it() -> None:
    hall = Hall()
    loads = sum(hall.pace.enter("one", "10.0.0.1", known=True) == 0.0 for _ in range(500))
    assert loads == pacing.FEWEST_LOADS
    assert hall.pace.enter("another", "10.0.0.1", known=True) == 0.0
    hall.now += 2
    assert hall.pace.enter("one", "10.0.0.1", known=True) == 0.0


def test_a_room_in_which_people_join_goes_on_letting_people_in() -> None:
    hall = Hall(seats=200)
    for number in range(600):  # 600 people in three minutes, through one address
        hall.now += 0.3
        assert hall.come(number) == 0.0
        hall.pace.welcome("10.0.0.1")


def test_questions_are_answered_slowly_before_they_are_not_answered() -> None:
    hall = Hall()
    waits = [hall.pace.ask(None, "10.0.0.1") for _ in range(10_000)]
    assert waits[0] == 0.0
    assert max(wait for wait in waits if wait <= LONGEST_PAUSE) > 0.0
    assert waits[-1] > LONGEST_PAUSE
    hall.now += 60
    assert hall.pace.ask(None, "10.0.0.1") == 0.0


def test_one_device_that_asks_too_much_does_not_use_up_its_address() -> None:
    hall = Hall()
    for _ in range(5000):
        hall.pace.ask("loud", "10.0.0.1")
    assert hall.pace.ask("loud", "10.0.0.1") > LONGEST_PAUSE
    assert hall.pace.ask("quiet", "10.0.0.1") == 0.0


def test_connections_of_one_device_are_few_a_second() -> None:
    hall = Hall()
    opened = sum(hall.pace.may_connect("one") for _ in range(500))
    assert opened == pacing.SOCKETS
    hall.now += 1
    assert hall.pace.may_connect("one")


def test_all_pages_of_a_device_share_one_pace_and_nobody_beside_it_waits() -> None:
    hall = Hall()
    hall.pace = Pace(60, 4, clock=lambda: hall.now, acts_a_second=5.0)
    sent = 0
    for _ in range(600):  # a minute: ten pages, each read again when its pause is over
        hall.now += 0.1
        while hall.pace.act("one") == 0.0:
            sent += 1
    assert sent <= 5 * pacing.ACTS_AT_ONCE + 60 * 5
    assert hall.pace.act("another") == 0.0
    assert Pace(60, 4).act("one") == 0.0, "other servers pace no widgets"


def test_guessing_the_door_is_braked_for_an_address_and_for_the_room() -> None:
    hall = Hall()
    wrong = 0
    for _ in range(600):  # one a second for ten minutes
        hall.now += 1
        if hall.pace.wait_to_guess("10.0.0.1") == 0.0:
            hall.pace.note_wrong_guess("10.0.0.1")
            wrong += 1
    assert wrong <= pacing.GUESSES + 600 * pacing.GUESSES_AGAIN + 1
    tried = 0
    for number in range(6000):  # a hundred addresses, ten tries a second between them
        hall.now += 0.1
        address = f"10.0.1.{number % 100}"
        if hall.pace.wait_to_guess(address) == 0.0:
            hall.pace.note_wrong_guess(address)
            tried += 1
    assert tried < 2000
    assert hall.pace.wait_to_guess("10.0.2.1") == 0.0, "whoever knows the code still gets in"


def test_buckets_are_a_bounded_number_and_the_one_in_use_stays() -> None:
    now = 0.0
    buckets = Buckets(2, 1, 100, lambda: now)
    for number in range(10_000):
        buckets.of("in use").take()
        buckets.of(f"invented {number}")
    assert len(buckets) == 100
    assert buckets.of("in use").wait() > 0


def test_visitors_who_are_invented_fill_no_memory() -> None:
    hall = Hall()
    for number in range(50_000):
        hall.come(number)
        hall.pace.ask(None, "10.0.0.1")
    assert len(hall.pace._tabs) == 0
    assert len(hall.pace._asked) == 0
    assert len(hall.pace._newcomers) == 1


def test_a_bucket_holds_no_more_than_it_is_made_for() -> None:
    now = 0.0
    bucket = Bucket(3, 1, lambda: now)
    now = 1e6
    for _ in range(3):
        bucket.take()
    assert bucket.wait() == pytest.approx(1.0)
    bucket.give_back(10)
    assert bucket.wait() == 0.0
    bucket.take_what_is_left()
    bucket.take_what_is_left()
    assert bucket.wait() == 0.0


def test_what_was_held_back_is_counted_for_some_minutes() -> None:
    now = 0.0
    recently = Recently(lambda: now)
    for _ in range(5):
        recently.note()
    now = 200.0
    recently.note()
    assert recently.count() == 6
    now = 400.0
    assert recently.count() == 1
    now = 1000.0
    assert recently.count() == 0


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.168.1.7", "192.168.1.7"),
        ("::ffff:192.168.1.7", "192.168.1.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("fe80::1%wlan0", "fe80::/64"),
        ("", ""),
    ],
)
def test_a_device_has_any_number_of_addresses_of_its_ipv6_network(address: str, network: str) -> None:
    assert find_network(address) == network


def test_one_device_that_joined_ends_few_pages_of_others_and_a_whole_room_comes_back_at_once() -> None:
    hall = Hall(seats=60)
    ended = 0
    for _ in range(600):  # one a second for ten minutes
        hall.now += 1
        if hall.pace.may_return("one", "10.0.0.1"):
            hall.pace.note_return("one", "10.0.0.1")
            ended += 1
    assert 2 <= ended <= 12
    room = Hall(seats=60)
    for number in range(60):
        assert room.pace.may_return(str(number), "10.0.0.1")
        room.pace.note_return(str(number), "10.0.0.1")
    assert not room.pace.may_return("one more", "10.0.0.1"), "nor does one address that invents people who joined"
    assert room.pace.may_return("one more", "10.0.0.2")
