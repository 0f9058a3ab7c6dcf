"""Network namespaces for tests: laptops and phones with networks of their own, on this machine and apart from its own.

Each is held by a process that ends when the test does, and everything in it goes with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from types import TracebackType
from typing import Any

import pytest

#: Seconds that a command which only sets something up may take.
_SET_WITHIN = 10
_HELD = "echo held; exec cat"


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


class Namespace:
    """One network namespace, with a loop and nothing else until something is added.

    Parameters
    ----------
    beside
        Another one, whose user owns this one too: adapters can be moved between them.

    """

    def __init__(self, beside: Namespace | None = None) -> None:
        self._beside = beside
        self._holder: subprocess.Popen[str]
        self.pid = 0

    def __enter__(self) -> Namespace:
        missing = [name for name in ("unshare", "nsenter", "ip") if shutil.which(name) is None]
        if sys.platform != "linux" or missing:
            pytest.skip(f"network namespaces need Linux with {', '.join(missing) or 'its tools'}")
        own_user = [] if _is_root() or self._beside else ["--user", "--map-root-user"]
        into = [] if self._beside is None else self._beside.inside()
        self._holder = subprocess.Popen(
            [*into, "unshare", *own_user, "--net", "sh", "-c", _HELD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._holder.stdout is not None
        if self._holder.stdout.readline() != "held\n":
            _, refusal = self._holder.communicate(timeout=_SET_WITHIN)
            pytest.skip(f"this system forbids network namespaces: {refusal.strip()}")
        self.pid = self._holder.pid
        self.ip("link", "set", "lo", "up")
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._holder.communicate(timeout=_SET_WITHIN)  # closes its standard input, with which it ends

    def inside(self) -> list[str]:
        """Return what a command begins with to run in here."""
        user = [] if _is_root() else ["--user", "--preserve-credentials"]
        return ["nsenter", "--target", str(self.pid), *user, "--net"]

    def run(self, *command: str, seconds: float = _SET_WITHIN) -> str:
        """Run a command in here to its end, and return what it said; fail if it does."""
        done = subprocess.run([*self.inside(), *command], capture_output=True, text=True, timeout=seconds, check=False)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        return done.stdout

    def start(self, *command: str, **named: Any) -> subprocess.Popen[Any]:
        """Start a command in here; whoever starts it ends it."""
        return subprocess.Popen([*self.inside(), *command], **named)

    def ip(self, *arguments: str) -> str:
        """Set something up by the command ``ip``."""
        return self.run("ip", *arguments)

    def add(self, adapter: str, address: str) -> None:
        """Add an adapter with an address such as ``192.168.5.1/24``, and a cable that ends in here without one."""
        self.ip("link", "add", adapter, "type", "veth", "peer", "name", f"end-{adapter}")
        self.ip("addr", "add", address, "dev", adapter)
        for name in (adapter, f"end-{adapter}"):
            self.ip("link", "set", name, "up")

    def connect(self, adapter: str, other: Namespace, theirs: str) -> None:
        """Lay a cable from an adapter of this one to an adapter of another."""
        self.ip("link", "add", adapter, "type", "veth", "peer", "name", theirs, "netns", str(other.pid))
        self.ip("link", "set", adapter, "up")
        other.ip("link", "set", theirs, "up")
