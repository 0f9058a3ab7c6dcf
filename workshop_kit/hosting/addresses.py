"""Service discovery: the addresses of the pages, and the serve file that tells them while they are served.

A serve that is killed leaves its file behind. The pages still open in the room look for the ports it names, so that the
next serve of the same folder takes them up again, with the same token.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

from workshop_kit.i18n import Translator
from workshop_kit.store.plain_files import read_beginning

#: Addresses of the pages while they are served; gone when they are not.
SERVE_FILE: Final = "serve.json"
_LARGEST: Final = 20_000


@dataclass(frozen=True)
class Addresses:
    """The addresses of the pages, each opening as it is."""

    participants: str
    facilitator: str
    screen: str


@dataclass(frozen=True)
class LeftAddresses:
    """What a serve that was killed left behind: its ports and its token; all ``None`` if there was none."""

    token: str | None = None
    port: int | None = None
    facilitator_port: int | None = None
    screen_port: int | None = None


def describe_addresses(addresses: Addresses, say: Translator) -> str:
    """Say the three addresses, one a line."""
    return "\n".join(say(f"cli.serve.{name}", address=address) for name, address in vars(addresses).items())


def write_serve_file(folder: Path, addresses: Addresses) -> None:
    """Tell the addresses, and this process's number, in the workshop's folder."""
    content = {**vars(addresses), "pid": os.getpid()}
    draft = folder / f"{SERVE_FILE}.new"
    draft.unlink(missing_ok=True)
    # the token opens the facilitator's page: nobody else on this machine may read it
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=2)
    draft.replace(folder / SERVE_FILE)


def remove_serve_file(folder: Path) -> None:
    """Tell nothing any more; a folder that is gone tells nothing by itself."""
    with contextlib.suppress(OSError):
        (folder / SERVE_FILE).unlink()


def read_served_addresses(folder: Path) -> Addresses | None:
    """Return the addresses of whoever serves ``folder`` now, as its serve file tells them; ``None`` without one."""
    try:
        content = json.loads(read_beginning(folder / SERVE_FILE, _LARGEST))
        return Addresses(*(str(content[name]) for name in ("participants", "facilitator", "screen")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_left_addresses(folder: Path) -> LeftAddresses:
    """Return what the last serve of ``folder`` did not come to clear away; nothing if it ended in order."""
    try:
        content = json.loads(read_beginning(folder / SERVE_FILE, _LARGEST))
        addresses = [urlsplit(content[name]) for name in ("participants", "facilitator", "screen")]
        ports = [address.port for address in addresses]
        return LeftAddresses(parse_qs(addresses[1].query)["token"][0], *ports)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return LeftAddresses()
