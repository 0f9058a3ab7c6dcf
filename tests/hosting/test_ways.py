"""The way in that is shown: kept while phones can come in by it, left when it is gone, taken again when it is back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workshop_kit.errors import InvalidEntry
from workshop_kit.hosting.networks import Adapter, Network, NetworkKind, list_networks
from workshop_kit.hosting.ways import Reach, Showing, Ways, describe_ways, read_given
from workshop_kit.i18n import Translator
from workshop_kit.live.joining import read_wanted, replace_file

WIFI = Adapter("wlan0", "wlan0", ("192.168.1.24",))
OTHER = Adapter("wlan1", "wlan1", ("192.168.5.7",))
CABLE = Adapter("eth0", "eth0", ("10.1.2.3",))
VPN = Adapter("tun0", "tun0", ("10.8.0.6",))
DOCKER = Adapter("docker0", "docker0", ("172.17.0.1",))


class Laptop:
    """A laptop whose adapters come and go, and a clock that is moved by hand."""

    def __init__(self, *adapters: Adapter, routed: str = "", given: str = "", host: str = "0.0.0.0") -> None:
        self.adapters, self.routed, self.at = adapters, routed, 0.0
        self.names: frozenset[str] = frozenset()
        self.ways = Ways(
            given,
            host,
            networks=self.list_networks,
            routed=lambda: self.routed,
            resolve=lambda _name: self.names,
            clock=lambda: self.at,
        )

    def list_networks(self) -> tuple[Network, ...]:
        return list_networks(self.adapters)

    def look(self, *adapters: Adapter, after: float = 5.0) -> Showing:
        """Have these adapters, and look some seconds later, twice: what is gone must be gone for a while."""
        self.adapters = adapters
        for _ in range(2):
            self.at += after
            showing = self.ways.look()
        return showing


def test_without_any_way_out_the_wifi_is_shown_and_not_this_laptop_itself() -> None:
    assert Laptop(DOCKER, WIFI).ways.look().host == "192.168.1.24"


def test_a_tunnel_that_takes_everything_is_not_shown() -> None:
    assert Laptop(VPN, WIFI, routed="10.8.0.6").ways.look().host == "192.168.1.24"


def test_what_is_shown_stays_though_a_better_one_comes() -> None:
    laptop = Laptop(CABLE)
    assert laptop.ways.look().host == "10.1.2.3"
    assert laptop.look(WIFI, CABLE).host == "10.1.2.3", "phones hold cookies for it"


def test_a_network_that_is_gone_is_replaced_and_taken_again_when_it_is_back() -> None:
    laptop = Laptop(WIFI, CABLE)
    laptop.ways.look()
    showing = laptop.look(CABLE)
    assert (showing.host, showing.reach, showing.missed) == ("10.1.2.3", Reach.FELL_BACK, "wlan0")
    showing = laptop.look(WIFI, CABLE)
    assert (showing.host, showing.reach, showing.missed) == ("192.168.1.24", Reach.ROOM, "")


def test_an_address_that_blinks_moves_no_code() -> None:
    laptop = Laptop(WIFI, CABLE)
    laptop.ways.look()
    assert laptop.look(CABLE, after=1.0).host == "192.168.1.24"
    assert laptop.look(WIFI, CABLE, after=1.0).host == "192.168.1.24"
    assert laptop.look(CABLE, after=1.0).host == "192.168.1.24", "it was there in between"
    assert laptop.look(CABLE, after=2.0).host == "10.1.2.3"


def test_the_same_adapter_with_another_address_is_the_same_way_in() -> None:
    laptop = Laptop(WIFI, CABLE)
    laptop.ways.look()
    showing = laptop.look(replace(WIFI, addresses=("192.168.77.3",)), CABLE)
    assert (showing.host, showing.reach) == ("192.168.77.3", Reach.ROOM)


def test_phones_are_said_to_come_again_until_they_had_the_time_or_the_address_is_the_old_one() -> None:
    laptop = Laptop(WIFI, CABLE)
    assert laptop.ways.look().moved == ""
    laptop.ways.note("192.168.1.24")
    elsewhere = replace(WIFI, addresses=("192.168.77.3",))
    assert laptop.look(elsewhere).moved == "192.168.1.24", "the same Wi-Fi with another address is a move as well"
    assert laptop.look().moved == "", "nobody can come in: that is what is said"
    assert laptop.look(elsewhere).moved == "192.168.1.24"
    assert describe_ways(laptop.ways.look())["moved"] == "192.168.1.24"
    assert laptop.look(WIFI).moved == "", "everything comes back by itself"
    assert laptop.look(elsewhere).moved == "192.168.1.24"
    assert laptop.look(elsewhere, after=1000).moved == ""
    laptop.ways.note("192.168.77.3")
    assert laptop.look(WIFI).moved == "192.168.77.3"
    laptop.ways.settle()
    assert laptop.ways.look().moved == "", "nobody was in by the other one"


def test_nobody_is_told_to_come_again_by_an_address_that_was_wrong_and_that_no_phone_came_by() -> None:
    laptop = Laptop(WIFI, OTHER)
    assert laptop.ways.look().host == "192.168.1.24"
    laptop.ways.want("wlan1/192.168.5.7")
    laptop.ways.note("192.168.5.7")
    assert laptop.look(WIFI, OTHER).moved == ""
    assert laptop.look(WIFI).moved == "192.168.5.7", "this one phones know"
    assert laptop.look(WIFI, OTHER).moved == ""


def test_phones_that_came_by_a_name_or_by_an_unknown_way_know_what_was_shown() -> None:
    for given, way in (("salle.local", "192.168.1.24"), ("", "")):
        laptop = Laptop(WIFI, OTHER, given=given)
        shown = laptop.ways.look().host
        laptop.ways.note(way)
        laptop.ways.want("wlan1/192.168.5.7")
        assert laptop.look(WIFI, OTHER).moved == shown


def test_the_chosen_one_goes_before_and_choosing_the_present_one_ends_the_waiting() -> None:
    laptop = Laptop(WIFI, OTHER, CABLE)
    laptop.ways.want("wlan1/192.168.5.7")
    assert laptop.ways.look().host == "192.168.5.7"
    showing = laptop.look(WIFI, CABLE)
    assert (showing.host, showing.reach, showing.missed) == ("192.168.1.24", Reach.FELL_BACK, "wlan1")
    laptop.ways.want("wlan0/192.168.1.24")
    assert laptop.look(WIFI, OTHER, CABLE).host == "192.168.1.24"
    assert laptop.ways.look().reach is Reach.ROOM


@pytest.mark.parametrize(("wanted", "code"), [("gone/1.2.3.4", "network-gone"), ("tun0/10.8.0.6", "network-unusable")])
def test_what_reaches_nobody_cannot_be_chosen(wanted: str, code: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        Laptop(WIFI, VPN).ways.want(wanted)
    assert refused.value.code == code


def test_nobody_can_come_in_where_there_is_no_network_until_there_is_one() -> None:
    laptop = Laptop(VPN)
    showing = laptop.ways.look()
    assert (showing.host, showing.reach) == ("", Reach.NOBODY)
    assert laptop.look(VPN, WIFI).host == "192.168.1.24"
    assert laptop.look(VPN).reach is Reach.NOBODY
    assert describe_ways(laptop.ways.look())["missed"] == "wlan0"


def test_a_doubtful_way_is_left_as_soon_as_there_is_a_sound_one_and_never_waited_for() -> None:
    laptop = Laptop(DOCKER)
    assert laptop.ways.look().host == "172.17.0.1"
    showing = laptop.look(DOCKER, WIFI)
    assert (showing.host, showing.reach) == ("192.168.1.24", Reach.ROOM)


def test_an_adapter_with_nothing_at_its_other_end_lets_nobody_in() -> None:
    showing = Laptop(replace(CABLE, connected=False), WIFI).ways.look()
    assert showing.host == "192.168.1.24"
    assert [(one.address, one.why) for one in showing.networks if not one.usable] == [("10.1.2.3", "off")]


def test_what_is_given_by_hand_is_shown_whatever_happens_to_the_networks() -> None:
    laptop = Laptop(WIFI, given="192.168.1.24")
    assert (laptop.ways.look().host, laptop.ways.look().reach) == ("192.168.1.24", Reach.ROOM)
    showing = laptop.look(CABLE)
    assert (showing.host, showing.reach) == ("192.168.1.24", Reach.NOT_OURS), "it says so, and changes nothing"
    laptop.ways.want("eth0/10.1.2.3")
    assert laptop.ways.look().host == "10.1.2.3", "unless a person chooses another"


def test_an_address_that_is_listened_on_alone_is_the_only_way_in() -> None:
    laptop = Laptop(WIFI, CABLE, host="10.1.2.3")
    showing = laptop.ways.look()
    assert [(one.address, one.kind) for one in showing.networks] == [("10.1.2.3", NetworkKind.CABLE)]
    assert laptop.look(WIFI).reach is Reach.NOT_OURS
    assert Laptop(WIFI, host="127.0.0.1").ways.look().reach is Reach.THIS_COMPUTER


def test_the_laptops_own_name_is_offered_only_where_it_leads_to_an_address_it_has() -> None:
    laptop = Laptop(WIFI)
    own = laptop.ways._own_name

    def offered() -> list[str]:
        own.await_answer(5)
        laptop.at += 40
        laptop.ways.look()
        own.await_answer(5)
        laptop.at += 2
        return [one.address for one in laptop.ways.look().networks if one.kind is NetworkKind.NAME]

    assert offered() == []
    laptop.names = frozenset({"127.0.1.1"})
    assert offered() == [], "a name that leads to the laptop itself leads no phone here"
    laptop.names = frozenset({"fe80::1", "192.168.1.24"})
    assert offered() == [own.name]
    assert laptop.ways.look().host == "192.168.1.24", "it is offered, and not every phone knows such names"
    laptop.ways.want(f"name/{own.name}")
    laptop.names = frozenset({"10.0.0.9"})
    assert laptop.look(replace(WIFI, addresses=("10.0.0.9",))).host == own.name, "a name outlives an address"
    assert laptop.look().reach is Reach.NOBODY


@pytest.mark.parametrize(
    ("given", "host", "shown"),
    [
        ("", "0.0.0.0", ""),
        (" 192.168.1.24 ", "0.0.0.0", "192.168.1.24"),
        ("Portable.local", "0.0.0.0", "portable.local"),
        ("portable", "0.0.0.0", "portable"),
        ("[fd00::1]", "::", "fd00::1"),
        ("FD00::1", "::", "fd00::1"),
        ("salle.example.org.", "0.0.0.0", "salle.example.org"),
    ],
)
def test_an_address_or_a_name_may_be_given(given: str, host: str, shown: str) -> None:
    assert read_given(given, host) == shown


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("http://192.168.1.24", "address-with-more"),
        ("192.168.1.24:8866", "address-with-more"),
        ("[fd00::1]:8866", "address-with-more"),
        ("portable.local/", "address-with-more"),
        ("a@b", "address-with-more"),
        ("0.0.0.0", "address-for-listening"),
        ("::", "address-for-listening"),
        ("224.0.0.1", "address-for-listening"),
        ("255.255.255.255", "address-for-listening"),
        ("fe80::1%wlan0", "address-of-one-cable"),
        ("fe80::1", "address-of-one-cable"),
        ("fd00::1", "address-needs-six"),
        ("192.168.1", "address-malformed"),
        ("192.168.1.300", "address-malformed"),
        ("salle des fêtes", "address-malformed"),
        ("fête.local", "address-malformed"),
        ("-a.local", "address-malformed"),
        ("a..b", "address-malformed"),
        ("under_score", "address-malformed"),
        ("a" * 64, "address-malformed"),
        ("a." * 150 + "a", "address-malformed"),
        ("192.168.1.24\x00", "address-malformed"),
        ("?door=x", "address-malformed"),
    ],
)
def test_what_no_phone_could_open_is_refused_in_a_sentence(given: str, code: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_given(given, "0.0.0.0")
    assert refused.value.code == code
    for language in ("fr", "en"):
        assert "192.168.1.24" in (said := Translator(language).sentence(refused.value)) or ".local" in said


def test_a_wish_that_comes_while_another_is_taken_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "ways.wanted"
    replace_file(file, "first")
    read = Path.read_text

    def read_slowly(path: Path, *args: str, **named: str) -> str:
        replace_file(file, "second")
        return read(path, *args, **named)

    with monkeypatch.context() as slow:
        slow.setattr(Path, "read_text", read_slowly)
        assert read_wanted(file) == "first"
    assert read_wanted(file) == "second"
    assert read_wanted(file) == ""
    assert list(tmp_path.iterdir()) == []
