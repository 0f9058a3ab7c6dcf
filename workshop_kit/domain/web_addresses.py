"""Whether a web address leads somewhere from outside (*adresse publique*), or in the room alone."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Final

#: The end of names that a network gives its own devices, and no other network knows (RFC 6762, RFC 8375, ICANN).
_OF_A_NETWORK: Final = frozenset(
    {"local", "localhost", "localdomain", "lan", "home", "internal", "intranet", "private", "corp", "arpa"}
)
#: The host of an address: behind its scheme, before a port, a path or a question; between brackets where it has colons.
_HOST: Final = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*://)?(?:\[(?P<six>[^\]]*)\]|(?P<name>[^\s/:?#]*))", re.IGNORECASE)


def is_of_room_alone(address: str) -> bool:
    """Tell whether an address opens nothing outside the network it was given in; ``""`` is none.

    What stands on a letter or a poster is opened at home, days before: there a number of the room's Wi-Fi, or a
    laptop's own name, leads nowhere, or to a device of the reader's.
    """
    found = _HOST.match(address)
    if found is None or not address.strip():
        return False
    host = (found["six"] or found["name"] or "").lower().rstrip(".")
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in _OF_A_NETWORK
