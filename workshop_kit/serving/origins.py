"""The origin of a visit: this machine itself, by whichever of its addresses, or a device of one of its networks.

Only the kind of an address is told on, and by which address of ours it came; the visitor's own stays here.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import ifaddr

Own = tuple[str, int]
Interface = ipaddress.IPv4Interface | ipaddress.IPv6Interface

#: Seconds for which the system's answer is believed.
ASKED_EVERY: Final = 1.0


@dataclass(frozen=True)
class Origin:
    """Where a visit came from; ``way`` is the address of ours whose network it is in, ``""`` if it is in none."""

    kind: Literal["this-machine", "network"]
    way: str


def find_origin(address: str, own: Iterable[Own] | None = None) -> Origin:
    """Return where a visit from ``address`` came from.

    A visit that was sent out and came back (by a tunnel, or round a router) bears an address of ours: it is this
    machine's, and proves nothing about other devices.

    Parameters
    ----------
    address
        As the connection has it.
    own
        The addresses of this machine with the lengths of their prefixes; ``None`` asks the system, which takes long
        enough that a hundred visits at once ask it together (``ASKED_EVERY``).

    """
    try:
        peer = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return Origin("this-machine", "")
    if isinstance(peer, ipaddress.IPv6Address) and peer.ipv4_mapped is not None:
        peer = peer.ipv4_mapped
    if peer.is_loopback:
        return Origin("this-machine", "")
    networks = _list_networks(int(time.monotonic() / ASKED_EVERY)) if own is None else _read_networks(own)
    if any(peer == one.ip for one in networks):
        return Origin("this-machine", "")
    return Origin("network", next((str(one.ip) for one in networks if peer in one.network), ""))


@lru_cache(maxsize=1)
def _list_networks(_moment: int) -> tuple[Interface, ...]:
    return _read_networks(list_own())


def _read_networks(own: Iterable[Own]) -> tuple[Interface, ...]:
    return tuple(_read_network(ip, length) for ip, length in own)


def _read_network(ip: str, length: int) -> Interface:
    """Return an address with its network; of a length that is none, as Windows tells some (255), itself alone."""
    try:
        return ipaddress.ip_interface(f"{ip}/{length}")
    except ValueError:
        return ipaddress.ip_interface(ip)


def list_own() -> tuple[Own, ...]:
    """Return this machine's addresses with the lengths of their prefixes, as they are now."""
    try:
        found = [ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    except OSError:
        return ()
    return tuple((ip.ip if isinstance(ip.ip, str) else ip.ip[0].partition("%")[0], ip.network_prefix) for ip in found)
