"""By which of a laptop's addresses phones come in, as far as names and addresses tell."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from workshop_kit.hosting.networks import Adapter, NetworkKind, choose_network, list_networks, read_netsh
from workshop_kit.serving import origins
from workshop_kit.serving.origins import find_origin


@pytest.mark.parametrize(
    ("name", "readable", "address", "kind"),
    [
        ("wlp2s0", "wlp2s0", "192.168.1.24", NetworkKind.WIFI),
        ("{GUID}", "Intel(R) Wi-Fi 6 AX201 160MHz", "192.168.1.24", NetworkKind.WIFI),
        ("{GUID}", "Carte réseau sans fil Broadcom", "192.168.1.24", NetworkKind.WIFI),
        ("enp0s31f6", "enp0s31f6", "10.0.0.5", NetworkKind.CABLE),
        ("{GUID}", "Realtek PCIe GbE Family Controller", "10.0.0.5", NetworkKind.CABLE),
        ("wlp2s0", "wlp2s0", "172.20.10.3", NetworkKind.HOTSPOT),
        ("{GUID}", "Microsoft Wi-Fi Direct Virtual Adapter #2", "192.168.137.1", NetworkKind.HOTSPOT),
        ("{GUID}", "Remote NDIS based Internet Sharing Device", "192.168.42.7", NetworkKind.HOTSPOT),
        ("bridge100", "bridge100", "192.168.2.1", NetworkKind.HOTSPOT),
        ("bridge100", "bridge100", "192.168.64.1", NetworkKind.VIRTUAL),
        ("tun0", "tun0", "10.8.0.6", NetworkKind.VPN),
        ("utun3", "utun3", "10.8.0.6", NetworkKind.VPN),
        ("{GUID}", "TAP-Windows Adapter V9", "10.8.0.6", NetworkKind.VPN),
        ("{GUID}", "Fortinet SSL VPN Virtual Ethernet Adapter", "10.8.0.6", NetworkKind.VPN),
        ("tailscale0", "tailscale0", "100.101.1.2", NetworkKind.VPN),
        ("docker0", "docker0", "172.17.0.1", NetworkKind.VIRTUAL),
        ("{GUID}", "Hyper-V Virtual Ethernet Adapter", "172.28.0.1", NetworkKind.VIRTUAL),
        ("{GUID}", "VirtualBox Host-Only Ethernet Adapter", "192.168.56.1", NetworkKind.VIRTUAL),
        ("xyz0", "xyz0", "10.0.0.5", NetworkKind.UNKNOWN),
    ],
)
def test_an_adapter_is_told_by_its_name_and_its_address(
    name: str, readable: str, address: str, kind: NetworkKind
) -> None:
    wifi = Adapter("wlan9", "wlan9", ("192.168.9.9",))  # so that nothing is the only way in
    found = {one.address: one for one in list_networks([Adapter(name, readable, (address,)), wifi])}[address]
    assert found.kind is kind
    assert found.usable is (kind not in (NetworkKind.VPN, NetworkKind.VIRTUAL))
    assert found.limited is (kind is NetworkKind.HOTSPOT)


def test_the_name_of_a_wifi_stands_for_its_adapter() -> None:
    [found] = list_networks([Adapter("wlan0", "wlan0", ("192.168.1.2",))], ssid=lambda _: "Salle-des-Tilleuls")
    assert found.name == "Salle-des-Tilleuls"


def test_a_laptop_is_not_told_its_own_loop() -> None:
    assert list_networks([Adapter("lo", "lo", ("127.0.0.1",))]) == ()


def test_an_address_that_nobody_gave_cannot_be_joined() -> None:
    [found] = list_networks([Adapter("wlan0", "wlan0", ("169.254.3.4",))])
    assert (found.usable, found.why) == (False, "no-address")


def test_a_doubtful_way_in_is_better_than_none() -> None:
    [found] = list_networks([Adapter("vmnet8", "vmnet8", ("10.0.2.15",))])
    assert found.usable


def test_the_room_is_shown_the_way_the_system_goes_unless_phones_cannot_follow() -> None:
    networks = list_networks(
        [
            Adapter("tun0", "tun0", ("10.8.0.6",)),
            Adapter("eth0", "eth0", ("10.0.0.5",)),
            Adapter("wlan0", "wlan0", ("192.168.1.2",)),
        ]
    )

    def shown(wanted: str = "", routed: str = "") -> str:
        chosen = choose_network(networks, wanted, routed)
        return "" if chosen is None else chosen.address

    assert shown(routed="10.0.0.5") == "10.0.0.5"
    assert shown(routed="10.8.0.6") == "192.168.1.2", "a tunnel leads no phone here"
    assert shown(wanted="eth0/10.0.0.5", routed="192.168.1.2") == "10.0.0.5"
    assert shown(wanted="gone/1.2.3.4", routed="192.168.1.2") == "192.168.1.2"
    assert choose_network((), "", "") is None


def test_windows_is_understood_in_any_language() -> None:
    said = "    Nom      : Wi-Fi\r\n    SSID     : Salle des fêtes\r\n    BSSID      : 00:11\r\n"
    assert read_netsh(said) == "Salle des fêtes"
    assert read_netsh("There is no wireless interface on the system.") == ""


OWN = (("127.0.0.1", 8), ("192.168.1.24", 24), ("10.8.0.6", 32), ("fe80::1", 64))


@pytest.mark.parametrize(
    ("address", "kind", "way"),
    [
        ("192.168.1.77", "network", "192.168.1.24"),
        ("::ffff:192.168.1.77", "network", "192.168.1.24"),
        ("8.8.8.8", "network", ""),
        ("fe80::9%eth0", "network", "fe80::1"),
        ("127.0.0.1", "this-machine", ""),
        ("127.0.0.5", "this-machine", ""),
        ("::1", "this-machine", ""),
        ("192.168.1.24", "this-machine", ""),
        ("::ffff:192.168.1.24", "this-machine", ""),
        ("10.8.0.6", "this-machine", ""),
        ("", "this-machine", ""),
        ("nonsense", "this-machine", ""),
    ],
)
def test_a_visit_from_any_address_of_the_laptop_itself_is_its_own(address: str, kind: str, way: str) -> None:
    origin = find_origin(address, OWN)
    assert (origin.kind, origin.way) == (kind, way)


@pytest.mark.parametrize("length", [255, -1, 33])
def test_an_address_whose_network_cannot_be_told_keeps_no_visit_from_being_placed(length: int) -> None:
    odd = (("192.168.7.1", length), *OWN)
    assert find_origin("192.168.7.1", odd).kind == "this-machine"
    assert (find_origin("192.168.7.9", odd).kind, find_origin("192.168.7.9", odd).way) == ("network", "")
    assert find_origin("192.168.1.77", odd).way == "192.168.1.24"


def test_the_system_is_asked_for_our_addresses_once_for_many_visits(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    now = 1e9
    monkeypatch.setattr(origins, "list_own", lambda: asked.append(now) or OWN)  # type: ignore[func-returns-value]
    monkeypatch.setattr(f"{origins.__name__}.time", SimpleNamespace(monotonic=lambda: now))
    assert find_origin("127.0.0.1").kind == "this-machine"
    assert not asked
    for _ in range(100):
        assert find_origin("192.168.1.77").way == "192.168.1.24"
    now += 2 * origins.ASKED_EVERY  # and again, since a network may have changed
    assert find_origin("192.168.1.77").way == "192.168.1.24"
    assert asked == [1e9, now]
