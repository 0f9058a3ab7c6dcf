from __future__ import annotations

from workshop_kit.serving.leases import FAIR_SHARE, LEFT_AFTER, UNCLAIMED_AFTER, Leases

PER_VISITOR = 4


class Book:
    """The leases of a room whose clock the test holds."""

    def __init__(self, seats: int = 20, cull_after: float = 900, unkept_after: float | None = None) -> None:
        self.now = 0.0
        self.leases = Leases(seats, cull_after, PER_VISITOR, unkept_after, clock=lambda: self.now)

    def add(self, kernel: str, visitor: str = "v", page: str = "home", address: str = "10.0.0.1") -> None:
        self.now += 0.001
        self.leases.add(kernel, visitor, page, address)


def test_a_kernel_that_no_page_claims_is_released() -> None:
    book = Book()
    book.add("k")
    assert book.leases.due() == []
    book.now += UNCLAIMED_AFTER + 1
    assert book.leases.due() == ["k"]


def test_a_connected_kernel_is_kept_for_ever() -> None:
    book = Book()
    book.add("k")
    book.leases.connect("k")
    book.now += 1e9
    assert book.leases.due() == []


def test_a_lost_connection_keeps_the_kernel_until_it_is_culled() -> None:
    book = Book(cull_after=900)
    book.add("k")
    book.leases.connect("k")
    book.leases.disconnect("k", left=False)
    book.now += 899
    assert book.leases.due() == []
    book.now += 2
    assert book.leases.due() == ["k"]


def test_a_page_that_was_left_gives_its_kernel_back_soon() -> None:
    book = Book()
    book.add("k")
    book.leases.connect("k")
    book.leases.disconnect("k", left=True)
    assert book.leases.due() == []
    book.now += LEFT_AFTER + 0.1
    assert book.leases.due() == ["k"]


def test_a_page_that_comes_straight_back_keeps_its_kernel() -> None:
    book = Book()
    book.add("k")
    book.leases.connect("k")
    book.leases.disconnect("k", left=True)
    book.leases.connect("k")
    book.now += 1000
    assert book.leases.due() == []


def test_a_reload_releases_the_kernel_it_replaces_as_soon_as_that_is_disconnected() -> None:
    book = Book()
    book.add("old")
    book.leases.connect("old")
    book.add("new")
    book.leases.connect("new")
    assert book.leases.due() == []
    book.leases.disconnect("old", left=False)
    assert book.leases.due() == ["old"]


def test_two_tabs_of_one_visitor_both_live() -> None:
    book = Book()
    for kernel in ("one", "two"):
        book.add(kernel)
        book.leases.connect(kernel)
    book.now += 1000
    assert book.leases.due() == []


def test_another_page_of_the_same_visitor_replaces_nothing() -> None:
    book = Book()
    book.add("one", page="home")
    book.leases.connect("one")
    book.leases.disconnect("one", left=False)
    book.add("two", page="other")
    assert book.leases.due() == []


def test_the_oldest_disconnected_kernel_makes_way_for_one_more() -> None:
    book = Book()
    for number in range(PER_VISITOR):
        book.add(str(number))
        book.leases.connect(str(number))
    book.leases.disconnect("2", left=False)
    assert book.leases.over_limit("v") == ["2"]
    assert book.leases.over_limit("w") == []


def test_a_kernel_belongs_to_its_visitor_alone() -> None:
    book = Book()
    book.add("k", visitor="v")
    assert book.leases.belongs_to("k", "v")
    assert not book.leases.belongs_to("k", "w")
    assert not book.leases.belongs_to("k", None)
    assert not book.leases.belongs_to("gone", None)


def test_the_last_tenth_of_the_seats_is_for_addresses_that_hold_few() -> None:
    book = Book(seats=40)
    for number in range(36):
        book.add(str(number), visitor=str(number), address="greedy")
    assert not book.leases.has_seat("greedy", 0)
    assert book.leases.has_seat("modest", 0)
    for number in range(FAIR_SHARE):
        book.add(f"m{number}", visitor=f"m{number}", address="modest")
    assert not book.leases.has_seat("modest", 0)


def test_this_machine_may_take_every_seat() -> None:
    book = Book(seats=20)
    for number in range(19):
        book.add(str(number), address="127.0.0.1")
    assert book.leases.has_seat("127.0.0.1", 0, local=True)
    assert not book.leases.has_seat("127.0.0.1", 1, local=True)


def test_promised_seats_are_not_given_twice() -> None:
    book = Book(seats=3)
    assert book.leases.has_seat("a", 2)
    assert not book.leases.has_seat("a", 3)


def test_a_page_that_was_away_when_it_was_asked_is_asked_once_it_is_back_and_has_time_to_answer() -> None:
    book = Book(unkept_after=120)
    book.add("k")
    book.leases.connect("k")
    book.leases.disconnect("k", left=False)
    book.now += 91
    assert book.leases.to_ask() == {"k": False}
    book.now += 28
    book.leases.connect("k")
    book.now += 1
    assert book.leases.to_ask() == {"k": False}
    book.now += 25
    assert book.leases.overdue() == []
    book.leases.touch("k")
    book.now += 80
    assert (book.leases.to_ask(), book.leases.overdue()) == ({}, [])


def test_a_page_that_says_unasked_that_somebody_is_there_gains_nothing() -> None:
    book = Book(unkept_after=120)
    book.add("k")
    for _ in range(89):
        book.now += 1
        book.leases.touch("k")
    book.now += 2
    assert book.leases.to_ask() == {"k": False}


def test_those_make_way_first_whom_nobody_looks_at_then_the_newest_of_who_holds_most() -> None:
    book = Book()
    for kernel, address in (
        ("typing", "10.0.0.1"),
        ("script-1", "10.0.0.9"),
        ("script-2", "10.0.0.9"),
        ("left", "10.0.0.3"),
    ):
        book.add(kernel, visitor=kernel, address=address)
        book.leases.connect(kernel)
    book.add("new", visitor="new", address="10.0.0.4")
    book.leases.connect("new")
    book.leases.disconnect("left", left=True)
    assert book.leases.list_unjoined(()) == ["left", "script-2", "script-1", "new", "typing"]
