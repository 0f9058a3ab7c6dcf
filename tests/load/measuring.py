"""What a server costs: the processor time, memory and descriptors of everything it started.

The processes of a server are found by a variable in their environment, so that copies, sessions of their own and
orphans all count. Linux only: the figures come from ``/proc``.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

#: The variable that marks every process of one server under test.
TAG_VARIABLE = "BENCH_ROOM"


@dataclass(frozen=True)
class Footprint:
    """One look at a server's processes.

    Attributes
    ----------
    cpu
        Seconds of processor time used so far, with that of children that ended.
    private
        Bytes that belong to one process alone (USS), by process.
    proportional
        Bytes of all processes, shared ones counted in shares (PSS).
    descriptors
        Open descriptors of all processes.

    """

    cpu: float
    private: dict[int, int] = field(default_factory=dict)
    proportional: int = 0
    descriptors: int = 0

    @property
    def processes(self) -> int:
        """How many processes there are."""
        return len(self.private)


def find_processes(tag: str) -> list[int]:
    """Return the processes that carry ``tag`` in their environment."""
    mark = f"{TAG_VARIABLE}={tag}".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if mark in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
    return found


def look(tag: str) -> Footprint:
    """Measure every process that carries ``tag``."""
    private: dict[int, int] = {}
    proportional = descriptors = 0
    for pid in find_processes(tag):
        with contextlib.suppress(OSError):
            own, shared_out = _read_memory(pid)
            descriptors += len(list(Path(f"/proc/{pid}/fd").iterdir()))
            private[pid] = own
            proportional += shared_out
    return Footprint(use_cpu(tag), private, proportional, descriptors)


def use_cpu(tag: str) -> float:
    """Return the seconds of processor time that the processes with ``tag`` have used so far."""
    if sys.platform == "win32":
        raise NotImplementedError("a room is measured on Linux")
    total, ticks = 0.0, os.sysconf("SC_CLK_TCK")
    for pid in find_processes(tag):
        with contextlib.suppress(OSError, IndexError):
            total += time.clock_gettime((~pid << 3) | 2)  # the process's own clock: exact, ended threads included
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            total += (int(fields[13]) + int(fields[14])) / ticks  # children that ended and were reaped
    return total


def private_growth(before: Footprint, after: Footprint) -> int:
    """Return the private bytes that came: all of the new processes, and what the others have more than before.

    A process that has less than before (a fork server whose pages became shared) does not count against it.
    """
    return sum(max(0, own - before.private.get(pid, 0)) for pid, own in after.private.items())


def end_all(tag: str) -> int:
    """Kill whatever still carries ``tag`` and return how many that were."""
    left = find_processes(tag)
    for pid in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, 9)
    return len(left)


def _read_memory(pid: int) -> tuple[int, int]:
    values: dict[str, int] = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()[1:]:
        name, _, rest = line.partition(":")
        values[name] = int(rest.split()[0]) * 1024
    return values["Private_Clean"] + values["Private_Dirty"], values["Pss"]
