"""Service discovery for phones: by which of the laptop's addresses they come in now, followed as networks come and go.

Whoever serves looks every few seconds. The address shown stays as long as phones can come in by it; once it is gone,
the best other one is shown, and the one before is taken again when it comes back. What was chosen on a page, or given
by hand, goes before what is found.
"""

from __future__ import annotations

import contextlib
import ipaddress
import re
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from workshop_kit.domain.entries import quote
from workshop_kit.errors import InvalidEntry
from workshop_kit.hosting.networks import (
    Network,
    NetworkKind,
    choose_network,
    find_routed_address,
    find_same,
    find_wifi_name,
    list_adapters,
    list_networks,
)
from workshop_kit.live.contract.shared import NetworkChoice, WaysIn
from workshop_kit.live.joining import check_usable

#: Listened on, these are all of this laptop's addresses.
EVERYWHERE: Final = ("", "0.0.0.0", "::")  # noqa: S104 — compared with, never bound here
#: Seconds between two looks; an address that is gone for less than the second is not worth a word.
_LOOK_EVERY: Final = 1.0
_GONE_AFTER: Final = 3.0
#: Seconds for which it is told that the address is another one: by then everybody has come again.
_MOVED_FOR: Final = 900.0
#: Seconds for which the name of a Wi-Fi is believed, and between two looks for the laptop's own name.
_NAME_KEPT: Final = 20.0
_ASK_EVERY: Final = 30.0

ListNetworks = Callable[[], tuple[Network, ...]]


class Reach(StrEnum):
    """Whom the address shown reaches."""

    ROOM = "room"
    #: Another one than was chosen, which is gone.
    FELL_BACK = "fell-back"
    #: The one that was given by hand is none of this laptop's: something else must lead phones here.
    NOT_OURS = "not-ours"
    #: This laptop alone, as it was told to listen there alone.
    THIS_COMPUTER = "this-computer"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Showing:
    """What is shown to those who join.

    Attributes
    ----------
    networks
        All the ways in and those that are none, the best first.
    shown
        The one shown; ``None``: nobody can come in.
    reach
        Whom it reaches.
    missed
        What was chosen and is gone, by its name.
    moved
        The address shown until lately, by which phones came in, where another one is shown now.

    """

    networks: tuple[Network, ...] = ()
    shown: Network | None = None
    reach: Reach = Reach.NOBODY
    missed: str = ""
    moved: str = ""

    @property
    def host(self) -> str:
        """The address or the name shown, ``""`` where nobody can come in."""
        return "" if self.shown is None else self.shown.address


class Ways:
    """The ways into a room (*par où entrent les téléphones*), and the one that is shown.

    Parameters
    ----------
    given
        An address or a name that is to be shown, set by hand; empty: the best that is found.
    host
        The address listened on; phones come in by no other than this one, unless it stands for all.
    networks, routed, resolve
        List this laptop's networks, find the address by which it reaches others, find the addresses of a name.
    clock
        In seconds, never going back.

    """

    def __init__(
        self,
        given: str = "",
        host: str = EVERYWHERE[1],
        *,
        networks: ListNetworks | None = None,
        routed: Callable[[], str] | None = None,
        resolve: Callable[[str], frozenset[str]] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._given, self._host, self._clock = given, host, clock
        self._list = networks or WifiNames(six=host == "::", clock=clock).list_networks
        self._routed = routed or find_routed_address
        self._own_name = OwnName(resolve or resolve_name, clock)
        self._guard = threading.RLock()
        self._wanted = _name_given(given) if given else ""
        #: The id of what was chosen last, here or on a page.
        self.chosen = ""
        self._missed = ""
        self._showing = Showing()
        self._looked = -_LOOK_EVERY
        self._gone_since: float | None = None
        self._known, self._moved_at = "", 0.0
        self._came: set[str] = set()

    def look(self, *, at_once: bool = False) -> Showing:
        """Return what is to be shown now; the system is asked once a second at most unless ``at_once``."""
        with self._guard:
            now = self._clock()
            if at_once or now - self._looked >= _LOOK_EVERY:
                self._looked = now
                self._showing = self._note_move(self._choose(self._list_ways(), now), now)
            return self._showing

    def want(self, identifier: str) -> None:
        """Show the network with this id from now on, whenever it is there.

        Raises
        ------
        InvalidEntry
            ``network-gone``, or ``network-unusable`` for one that phones cannot come in by.

        """
        with self._guard:
            check_usable({one.id: (one.name, one.usable) for one in self.look().networks}, identifier)
            self.chosen = self._wanted = identifier
            self._missed, self._gone_since = "", None
            self.look(at_once=True)

    def note(self, way: str) -> None:
        """Take note that a device came in by this address of the laptop's; ``""``: it is not known by which."""
        with self._guard:
            shown = self._showing.shown
            named = shown is not None and shown.kind in (NetworkKind.NAME, NetworkKind.GIVEN)
            self._came.add(self._showing.host if named or not way else way)

    def settle(self) -> None:
        """Take the address shown for the one that phones know: nobody came by another."""
        with self._guard:
            self._known = ""
            self._came.clear()
            self._showing = self._note_move(self._showing, self._clock())

    def _list_ways(self) -> tuple[Network, ...]:
        found = self._list()
        given = (_describe_given(self._given),) if self._given else ()
        if self._host not in EVERYWHERE:
            same = next((one for one in found if one.address == self._host), _describe_given(self._host))
            return (*given, replace(same, usable=True, why=""))
        own = self._own_name.find(found)
        return (*given, *found, *(() if own is None or own.address == self._given else (own,)))

    def _choose(self, ways: tuple[Network, ...], now: float) -> Showing:
        wanted = find_same(ways, self._wanted)
        if self._host not in EVERYWHERE:  # there is no other way to fall back to
            return Showing(ways, wanted or ways[0], self._find_reach(wanted or ways[0], ways))
        if wanted is not None and wanted.usable:
            self._gone_since, self._missed = None, wanted.name or wanted.address
            return Showing(ways, wanted, self._find_reach(wanted, ways))
        before = self._showing.shown
        kept = None if before is None else find_same(ways, before.id)
        if before is not None and (kept is None or not kept.usable):
            self._gone_since = now if self._gone_since is None else self._gone_since
            if now - self._gone_since < _GONE_AFTER:
                return replace(self._showing, networks=ways)
        self._gone_since = None
        adapters = [one for one in ways if one.kind is not NetworkKind.NAME]
        shown = kept if kept is not None and kept.usable else choose_network(adapters, routed=self._routed())
        if shown is None:
            return Showing(ways, None, Reach.NOBODY, self._missed)
        if not self._wanted and shown.kind is not NetworkKind.UNKNOWN:  # a doubtful way is no way to come back to
            self._wanted, self._missed = shown.id, shown.name
        fell_back = self._missed if self._wanted != shown.id else ""
        reach = Reach.FELL_BACK if fell_back else self._find_reach(shown, ways)
        return Showing(ways, shown, reach, fell_back)

    def _note_move(self, showing: Showing, now: float) -> Showing:
        """Return ``showing`` with the address that phones know, until they had the time to come by the new one.

        An address that nobody came by, as one that was wrong and that another was chosen for, is known to no phone.
        """
        if not self._known or self._known not in self._came or showing.host == self._known:
            self._known = showing.host or self._known
            return replace(showing, moved="")
        if showing.host and showing.host != self._showing.host:
            self._moved_at = now
        elif showing.host and now - self._moved_at >= _MOVED_FOR:
            self._known = showing.host
            return replace(showing, moved="")
        return replace(showing, moved=self._known if showing.host else "")

    def _find_reach(self, shown: Network, ways: Sequence[Network]) -> Reach:
        if shown.kind is not NetworkKind.GIVEN:
            return Reach.ROOM
        address = read_address(shown.address)
        if shown.address == "localhost" or (address is not None and address.is_loopback):
            return Reach.THIS_COMPUTER
        known = {one.address for one in ways if one.kind is not NetworkKind.GIVEN} | set(self._list_own())
        return Reach.ROOM if address is None or str(address) in known else Reach.NOT_OURS

    def _list_own(self) -> tuple[str, ...]:
        return () if self._host in EVERYWHERE else tuple(one.address for one in self._list())


class WifiNames:
    """Lists this laptop's networks with the names of their Wi-Fis, for which the system is asked now and then."""

    def __init__(self, *, six: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._six, self._clock = six, clock
        self._known: dict[str, tuple[float, str]] = {}

    def list_networks(self) -> tuple[Network, ...]:
        """Return the networks, the best first."""
        return list_networks(list_adapters(six=self._six), ssid=self._name)

    def _name(self, adapter: str) -> str:
        now = self._clock()
        at, name = self._known.get(adapter, (-_NAME_KEPT, ""))
        if now - at >= _NAME_KEPT:
            name = find_wifi_name(adapter)
            self._known[adapter] = (now, name)
        return name


class OwnName:
    """The name by which the room may find this laptop (``laptop.local``), where it leads to one of its addresses.

    A browser keeps its cookie by the name: seats are kept when the address changes. A name is looked up in a thread of
    its own, since one that nobody knows is waited for for seconds.
    """

    def __init__(self, resolve: Callable[[str], frozenset[str]], clock: Callable[[], float]) -> None:
        self._resolve, self._clock = resolve, clock
        self.name = f"{socket.gethostname().partition('.')[0]}.local".lower()
        self._asked: tuple[float, frozenset[str]] | None = None
        self._works = False
        self._thread: threading.Thread | None = None

    def find(self, networks: Sequence[Network]) -> Network | None:
        """Return the name as a way in; ``None`` where nothing answers to it, or none of what phones can reach."""
        addresses = frozenset(one.address for one in networks if one.usable)
        now = self._clock()
        stale = self._asked is None or self._asked[1] != addresses or now - self._asked[0] >= _ASK_EVERY
        if stale and (self._thread is None or not self._thread.is_alive()):
            self._asked = now, addresses
            self._thread = threading.Thread(target=self._ask, args=(addresses,), daemon=True)
            self._thread.start()
        if not (self._works and addresses):
            return None
        return Network(f"name/{self.name}", self.name, self.name, NetworkKind.NAME, usable=True, limited=False, why="")

    def await_answer(self, seconds: float) -> None:
        """Wait until the name was looked up, for tests."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _ask(self, addresses: frozenset[str]) -> None:
        self._works = bool(self._resolve(self.name) & addresses)


def resolve_name(name: str) -> frozenset[str]:
    """Return the addresses that the system knows for a name."""
    with contextlib.suppress(OSError, UnicodeError):
        return frozenset(str(one[4][0]) for one in socket.getaddrinfo(name, None, type=socket.SOCK_STREAM))
    return frozenset()


def read_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return ``host`` as an address, ``None`` if it is a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


#: A name as networks take it: letters without accents, digits and hyphens, in parts.
_PART: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_LONGEST_NAME: Final = 253


def read_given(text: str, host: str) -> str:
    """Return an address or a name that was given by hand, as it is shown; ``""`` for none.

    Parameters
    ----------
    text
        What was given.
    host
        The address listened on.

    Raises
    ------
    InvalidEntry
        ``address-with-more`` for a whole web address or one with its port, ``address-for-listening`` for one that
        stands for all, ``address-of-one-cable`` and ``address-needs-six`` for IPv6 that no phone could open,
        ``address-malformed`` for what is neither an address nor a name.

    """
    given = text.strip()
    if not given:
        return ""
    bare = given[1:-1] if given.startswith("[") and given.endswith("]") else given
    if "/" in bare or "@" in bare or re.fullmatch(r"[^:]+:\d*|\[.*\]:\d*", bare):
        raise InvalidEntry("address-with-more", address=quote(given))
    address = read_address(bare)
    if address is None:
        return _read_name(bare)
    if address.is_unspecified or address.is_multicast or str(address) == "255.255.255.255":
        raise InvalidEntry("address-for-listening", address=quote(given))
    if address.version == 6 and ("%" in bare or address.is_link_local):
        raise InvalidEntry("address-of-one-cable", address=quote(given))
    if address.version == 6 and ":" not in host:
        raise InvalidEntry("address-needs-six", address=quote(given))
    return str(address)


def _read_name(name: str) -> str:
    """Return a name as it is shown; one whose last part is a number would be taken for an address."""
    parts = name.removesuffix(".").split(".")
    if len(name) > _LONGEST_NAME or parts[-1].isdigit() or not all(_PART.fullmatch(part) for part in parts):
        raise InvalidEntry("address-malformed", address=quote(name))
    return ".".join(parts).lower()


def _name_given(host: str) -> str:
    return f"given/{host}"


def _describe_given(host: str) -> Network:
    return Network(_name_given(host), host, host, NetworkKind.GIVEN, usable=True, limited=False, why="")


def describe_ways(showing: Showing) -> WaysIn:
    """Return the ways in as pages are told them."""
    shown = "" if showing.shown is None else showing.shown.id
    return {
        "reach": showing.reach.value,
        "missed": showing.missed,
        "moved": showing.moved,
        "networks": [_describe_network(one, shown=one.id == shown) for one in showing.networks],
    }


def _describe_network(network: Network, *, shown: bool) -> NetworkChoice:
    return {
        "id": network.id,
        "name": network.name,
        "address": network.address,
        "kind": network.kind.value,
        "usable": network.usable,
        "limited": network.limited,
        "why": network.why,  # type: ignore[typeddict-item]
        "shown": shown,
    }
