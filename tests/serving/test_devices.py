"""Which devices hold the seats, and to whom a door is closed: never to a whole room."""

from __future__ import annotations

from workshop_kit.serving.devices import A_FEW, REMEMBERED, Devices
from workshop_kit.serving.leases import Leases

PHONE, SCRIPT = "phone", "script"


class Hall:
    """The seats of a room, some of them joined from."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.leases = Leases(500, 900, 4, 120, clock=lambda: self.now)
        self.devices = Devices(now=lambda: self.now + 1e9, clock=lambda: self.now)
        self._kernels = 0

    def sit(self, number: int, address: str, agent: str = PHONE, *, joined: bool) -> list[str]:
        visitors = []
        for _ in range(number):
            self._kernels += 1
            visitors.append(f"visitor {self._kernels}")
            self.leases.add(f"kernel {self._kernels}", visitors[-1], "page", address, agent)
            self.leases.keep(f"kernel {self._kernels}", kept=joined)
        return visitors

    def list_crowds(self) -> list[tuple[int, int, bool, int]]:
        return [(one.seats, one.kept, one.mixed, one.beside) for one in self.devices.list_crowds(self.leases)]


def test_a_device_that_holds_more_than_a_few_seats_is_named_with_since_when() -> None:
    hall = Hall()
    hall.sit(A_FEW, "10.0.0.1", joined=True)
    hall.sit(12, "10.0.0.2", SCRIPT, joined=False)
    hall.now += 60
    (crowd,) = hall.devices.list_crowds(hall.leases)
    assert (crowd.seats, crowd.kept, crowd.closed, crowd.mixed) == (12, 0, "", False)
    assert crowd.since == 1000.0 + 1e9
    assert hall.devices.count(hall.leases) == 2
    assert "10.0" not in crowd.id


def test_closing_the_door_ends_its_pages_and_refuses_it_until_it_is_opened_again() -> None:
    hall = Hall()
    hall.sit(3, "10.0.0.1", joined=True)
    visitors = hall.sit(12, "10.0.0.2", SCRIPT, joined=False)
    (crowd,) = hall.devices.list_crowds(hall.leases)
    assert len(hall.devices.close(crowd.id, hall.leases, everybody=True)) == 12
    assert hall.devices.refuses(None, "10.0.0.2", SCRIPT, joined=False)
    assert hall.devices.refuses(visitors[0], "10.0.0.99", PHONE, joined=False), "its browsers, wherever they come from"
    assert not hall.devices.refuses(None, "10.0.0.1", SCRIPT, joined=False)
    assert not hall.devices.refuses(None, "10.0.0.2", PHONE, joined=False)
    hall.devices.open(crowd.id)
    assert not hall.devices.refuses(visitors[0], "10.0.0.2", SCRIPT, joined=False)


def test_a_closed_door_stays_in_the_list_when_nothing_of_the_device_is_left() -> None:
    hall = Hall()
    hall.sit(12, "10.0.0.2", SCRIPT, joined=False)
    (crowd,) = hall.devices.list_crowds(hall.leases)
    for kernel in hall.devices.close(crowd.id, hall.leases, everybody=False):
        hall.leases.remove(kernel)
    (left,) = hall.devices.list_crowds(hall.leases)
    assert (left.id, left.seats, left.closed) == (crowd.id, 0, "newcomers")


def test_closed_to_newcomers_keeps_those_who_joined() -> None:
    hall = Hall()
    hall.sit(2, "10.0.0.9", joined=True)
    hall.sit(3, "10.0.0.2", SCRIPT, joined=True)
    hall.sit(9, "10.0.0.2", SCRIPT, joined=False)
    (crowd,) = hall.devices.list_crowds(hall.leases)
    assert len(hall.devices.close(crowd.id, hall.leases, everybody=False)) == 9
    assert hall.devices.refuses("new", "10.0.0.2", SCRIPT, joined=False)
    assert not hall.devices.refuses("visitor 3", "10.0.0.2", SCRIPT, joined=True)


def test_who_joined_keeps_the_door_open_though_another_of_their_tabs_was_closed() -> None:
    hall = Hall()
    hall.sit(2, "10.0.0.9", joined=True)
    hall.sit(6, "10.0.0.2", SCRIPT, joined=True)
    hall.leases.add("second tab", "visitor 3", "page", "10.0.0.2", SCRIPT)
    (crowd,) = hall.devices.list_crowds(hall.leases)
    assert hall.devices.close(crowd.id, hall.leases, everybody=False) == ["second tab"]
    assert not hall.devices.refuses("visitor 3", "10.0.0.2", SCRIPT, joined=True)


def test_a_door_is_never_closed_to_everybody_who_joined() -> None:
    hall = Hall()
    hall.sit(40, "10.0.0.1", joined=True)
    hall.sit(12, "10.0.0.1", joined=False)
    (crowd,) = hall.devices.list_crowds(hall.leases)
    assert crowd.whole
    assert len(hall.devices.close(crowd.id, hall.leases, everybody=True)) == 12
    assert not hall.devices.refuses("visitor 1", "10.0.0.1", PHONE, joined=True)


def test_a_script_among_phones_behind_one_router_is_named_without_them() -> None:
    hall = Hall()
    for number in range(30):
        hall.sit(1, "10.0.0.1", f"phone {number}", joined=True)
    hall.sit(20, "10.0.0.1", SCRIPT, joined=False)
    assert hall.list_crowds() == [(20, 0, False, 30), (30, 30, True, 20)]
    script, phones = hall.devices.list_crowds(hall.leases)
    assert len(hall.devices.close(script.id, hall.leases, everybody=True)) == 20
    assert not hall.devices.refuses("visitor 1", "10.0.0.1", "phone 1", joined=False)
    assert hall.devices.close(phones.id, hall.leases, everybody=True) == [], "several kinds of device may be a room"


def test_a_script_that_calls_itself_otherwise_each_time_is_named_too() -> None:
    hall = Hall()
    hall.sit(3, "10.0.0.7", joined=True)
    for number in range(20):
        hall.sit(1, "10.0.0.2", f"invented {number}", joined=False)
    (crowd,) = hall.devices.list_crowds(hall.leases)
    assert (crowd.seats, crowd.mixed) == (20, True)
    assert len(hall.devices.close(crowd.id, hall.leases, everybody=False)) == 20
    assert hall.devices.refuses("new", "10.0.0.2", "another name", joined=False)


def test_an_unknown_device_changes_nothing() -> None:
    hall = Hall()
    hall.sit(12, "10.0.0.2", SCRIPT, joined=False)
    assert hall.devices.close("none", hall.leases, everybody=True) == []
    hall.devices.open("none")
    assert not hall.devices.refuses("visitor 1", "10.0.0.2", SCRIPT, joined=False)


def test_the_devices_remembered_are_a_bounded_number_and_closed_doors_stay_closed() -> None:
    hall = Hall()
    hall.sit(5, "10.0.0.2", SCRIPT, joined=False)
    (crowd,) = hall.devices.list_crowds(hall.leases)
    for kernel in hall.devices.close(crowd.id, hall.leases, everybody=False):
        hall.leases.remove(kernel)
    for number in range(REMEMBERED + 50):
        hall.sit(5, f"2001:db8::{number:x}", joined=False)
        hall.devices.list_crowds(hall.leases)
        for lease in hall.leases:
            hall.leases.remove(lease.kernel)
    assert len(hall.devices._known) <= REMEMBERED
    assert hall.devices.refuses(None, "10.0.0.2", SCRIPT, joined=False)
