"""Network interfaces: by which of this laptop's addresses the phones of a room may come in, and by which they cannot.

What an adapter is can only be guessed from its name and its address; a wrong guess greys nothing that is the only way.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import struct
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import ifaddr

from workshop_kit.serving import lifeline

#: Seconds for which the system may think about the name of a Wi-Fi.
_ANSWER_WITHIN: Final = 3.0
#: Linux' question for the flags of an adapter, and the flag of one that is up with something at its other end.
_GET_FLAGS: Final = 0x8913
_RUNNING: Final = 0x40


class NetworkKind(StrEnum):
    """What an adapter is."""

    WIFI = "wifi"
    CABLE = "cable"
    HOTSPOT = "hotspot"
    VPN = "vpn"
    VIRTUAL = "virtual"
    THIS_COMPUTER = "this-computer"
    UNKNOWN = "unknown"
    #: No adapter: the laptop's own name in the room, such as ``laptop.local``, and what was given by hand.
    NAME = "name"
    GIVEN = "given"


#: In the order in which one is chosen for the room.
_PREFERRED: Final = (NetworkKind.WIFI, NetworkKind.CABLE, NetworkKind.HOTSPOT, NetworkKind.UNKNOWN)
_USELESS: Final = (NetworkKind.VPN, NetworkKind.VIRTUAL, NetworkKind.THIS_COMPUTER)
#: The networks that phones make when they share their connection, and the one that Windows makes.
_SHARED: Final = tuple(
    map(ipaddress.ip_network, ("172.20.10.0/28", "192.168.43.0/24", "192.168.42.0/24", "192.168.137.0/24"))
)
#: What a Mac gives out when it shares its own connection; other bridges of its are those of virtual machines.
_SHARED_BY_A_MAC: Final = ipaddress.ip_network("192.168.2.0/24")
#: Addresses that belong to the networks of a few programs that tunnel (Tailscale takes them from this range).
_TUNNELLED: Final = ipaddress.ip_network("100.64.0.0/10")
_NO_ADDRESS: Final = (ipaddress.ip_network("169.254.0.0/16"), ipaddress.ip_network("fe80::/10"))
_VPN: Final = re.compile(
    r"^(tun|tap|utun|wg|ppp|ipsec|zt|tailscale|nordlynx|gpd)\d*|vpn|wireguard|tap-windows|wintun|anyconnect|forti|"
    r"globalprotect|openconnect|zerotier|pangp|juniper|checkpoint|stormshield|secure client",
    re.IGNORECASE,
)
_VIRTUAL: Final = re.compile(
    r"^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|podman|awdl|llw|anpi|ap\d|bridge\d|vnic)|virtualbox|"
    r"vmware|hyper-v|vethernet|wsl|docker|parallels|loopback|npcap|bluetooth|teredo|pseudo",
    re.IGNORECASE,
)
_SHARING: Final = re.compile(r"wi-?fi direct|hosted network|hotspot|rndis|^usb\d|tether|iphone usb", re.IGNORECASE)
_WIFI: Final = re.compile(r"^wl|wi-?fi|wireless|wlan|802\.11|airport|sans fil|centrino|ax2\d\d", re.IGNORECASE)
_CABLE: Final = re.compile(r"^(en[ospx]?|eth|em)\d+|^en[ospx]|ethernet|gigabit|gbe|lan\b|realtek pcie", re.IGNORECASE)


@dataclass(frozen=True)
class Network:
    """One address of this laptop, by which phones may come in or not.

    Attributes
    ----------
    id
        Names it as long as the laptop has it.
    name
        What a person would call it: the Wi-Fi's name where it is known, else the adapter's.
    address
        Without a port: IPv4, or IPv6 where that is listened on; of ``NAME`` and ``GIVEN`` perhaps a name.
    kind
        What the adapter is, as far as its name and address tell.
    usable
        Whether phones can come in by it.
    limited
        Whether it carries about ten phones.
    why
        Why it is not usable: the kind's word, ``no-address`` or ``off``; empty if it is.

    """

    id: str
    name: str
    address: str
    kind: NetworkKind
    usable: bool
    limited: bool
    why: str


@dataclass(frozen=True)
class Adapter:
    """An adapter as the system lists it: its own name, the readable one, its addresses, whether it is connected."""

    name: str
    readable: str
    addresses: tuple[str, ...]
    connected: bool = True


def list_networks(
    adapters: Iterable[Adapter] | None = None, ssid: Callable[[str], str] = lambda _name: ""
) -> tuple[Network, ...]:
    """Return the addresses of this laptop, the best for a room first.

    Parameters
    ----------
    adapters
        As the system lists them; ``None`` asks it.
    ssid
        Returns the name of the Wi-Fi that an adapter is in, ``""`` if that is not known.

    """
    found = [
        _describe(adapter, address, ssid)
        for adapter in (list_adapters() if adapters is None else adapters)
        for address in adapter.addresses
        if not ipaddress.ip_address(address).is_loopback
    ]
    if not any(network.usable for network in found):  # rather a doubtful way in than none
        found = [
            replace(one, usable=True, why="", kind=NetworkKind.UNKNOWN) if one.why == NetworkKind.VIRTUAL else one
            for one in found
        ]
    return tuple(sorted(found, key=_order))


def list_adapters(*, six: bool = False) -> tuple[Adapter, ...]:
    """Return this laptop's adapters that have an address: IPv4, with ``six`` IPv6 too.

    Of IPv6, addresses that a browser cannot be given (those of one cable alone, which need a zone) are left out.
    """
    try:
        found = list(ifaddr.get_adapters())
    except OSError:
        return ()
    adapters = []
    for one in found:
        addresses = [str(ip.ip) for ip in one.ips if isinstance(ip.ip, str)]
        if six:
            addresses += [str(ip.ip[0]) for ip in one.ips if not isinstance(ip.ip, str) and _is_wide(str(ip.ip[0]))]
        name = one.name.decode("utf-8", "replace") if isinstance(one.name, bytes) else str(one.name)
        readable = str(one.nice_name) if isinstance(one.nice_name, str) else name
        if addresses:
            adapters.append(Adapter(name, readable, tuple(addresses), _is_connected(name)))
    return tuple(adapters)


def _is_wide(address: str) -> bool:
    six = ipaddress.ip_address(address)
    return not (six.is_link_local or six.is_loopback or six.is_multicast)


def _is_connected(adapter: str) -> bool:
    """Tell whether something is at an adapter's other end; only Linux keeps the address of one that was unplugged."""
    if sys.platform != "linux":
        return True
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            asked = struct.pack("16sH14x", adapter.encode()[:15], 0)
            flags = struct.unpack("16sH14x", fcntl.ioctl(probe, _GET_FLAGS, asked))[1]
        except OSError:  # an address of a second name, such as eth0:1
            return True
    return bool(flags & _RUNNING)


def choose_network(networks: Sequence[Network], wanted: str = "", routed: str = "") -> Network | None:
    """Return the network the code shows: the one wanted, else the one the system routes by, else the best.

    Parameters
    ----------
    networks
        As ``list_networks`` returns them.
    wanted
        The id of the one that was chosen.
    routed
        The address by which this laptop reaches others.

    """
    usable = [one for one in networks if one.usable]
    chosen = find_same(usable, wanted)
    return chosen or next((one for one in usable if one.address == routed), None) or (usable[0] if usable else None)


def find_same(networks: Sequence[Network], identifier: str) -> Network | None:
    """Return the network of an id; where its adapter was given another address meanwhile, with that address."""
    adapter, _, address = identifier.rpartition("/")
    six = ":" in address
    same = (one for one in networks if adapter and one.id.rpartition("/")[0] == adapter and (":" in one.address) == six)
    return next((one for one in networks if one.id == identifier), None) or next(same, None)


def find_routed_address() -> str:
    """Return the address by which this laptop reaches others, ``""`` without any network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a datagram socket sends nothing when it connects
            return str(probe.getsockname()[0])
        except OSError:
            return ""


def find_wifi_name(adapter: str) -> str:
    """Return the name of the Wi-Fi that an adapter is in, as the system tells it; ``""`` where it does not."""
    if sys.platform == "win32":
        return read_netsh(_ask("netsh", "wlan", "show", "interfaces"))
    if sys.platform == "darwin":
        told = _ask("/usr/sbin/networksetup", "-getairportnetwork", adapter)
        return told.partition(": ")[2].strip()
    return _ask("iwgetid", adapter, "--raw").strip()


def read_netsh(text: str) -> str:
    """Return the name of the Wi-Fi in what Windows' ``netsh wlan show interfaces`` says, in any language."""
    found = re.search(r"^\s+SSID\s+: (.+?)\s*$", text, re.MULTILINE)
    return "" if found is None else found[1]


def _ask(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_ANSWER_WITHIN, check=False, **lifeline.no_window())
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _describe(adapter: Adapter, address: str, ssid: Callable[[str], str]) -> Network:
    kind = _find_kind(adapter, ipaddress.ip_address(address))
    why = kind.value if kind in _USELESS else ""
    if any(ipaddress.ip_address(address) in network for network in _NO_ADDRESS):
        why = "no-address"
    elif not adapter.connected:
        why = "off"
    name = (ssid(adapter.name) if kind in (NetworkKind.WIFI, NetworkKind.HOTSPOT) else "") or adapter.readable
    return Network(
        id=f"{adapter.name}/{address}"[-100:],
        name=name,
        address=address,
        kind=kind,
        usable=not why,
        limited=kind is NetworkKind.HOTSPOT,
        why=why,
    )


def _find_kind(adapter: Adapter, address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> NetworkKind:
    names = (adapter.name, adapter.readable)
    if any(_SHARING.search(name) for name in names) or any(address in network for network in _SHARED):
        return NetworkKind.HOTSPOT
    if adapter.name.startswith("bridge") and address in _SHARED_BY_A_MAC:
        return NetworkKind.HOTSPOT
    if address in _TUNNELLED or any(_VPN.search(name) for name in names):
        return NetworkKind.VPN
    if any(_VIRTUAL.search(name) for name in names):
        return NetworkKind.VIRTUAL
    if any(_WIFI.search(name) for name in names) or (sys.platform == "darwin" and adapter.name == "en0"):
        return NetworkKind.WIFI
    if any(_CABLE.search(name) for name in names):
        return NetworkKind.CABLE
    return NetworkKind.UNKNOWN


def _order(network: Network) -> tuple[bool, bool, int, str]:
    rank = _PREFERRED.index(network.kind) if network.kind in _PREFERRED else len(_PREFERRED)
    return not network.usable, ":" in network.address, rank, network.id
