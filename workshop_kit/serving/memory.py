"""Capacity planning: how much memory a room takes, and how much this machine has left."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from babel.numbers import format_decimal

from workshop_kit.i18n import Translator
from workshop_kit.serving.config import KernelMode
from workshop_kit.serving.sources import choose_mode

#: Bytes that belong to one kernel alone, by the way it is made: an assumption, taken from a page of some weight (eight
#: panels over SQLite). A page of a few widgets takes half of it; only the sentence before a serve rests on it.
SEAT_BYTES: Final = {KernelMode.FORK: 12_000_000, KernelMode.PREHEAT: 60_000_000, KernelMode.SPAWN: 60_000_000}


def estimate_memory(seats: int, mode: KernelMode, platform: str = sys.platform) -> int:
    """Return the bytes that ``seats`` kernels take once they are all there."""
    return seats * SEAT_BYTES[choose_mode(mode, platform)]


def describe_memory(seats: int, wanted: KernelMode, say: Translator) -> str | None:
    """Say what the seats need and what there is, if they are made ahead or if it is too little; else ``None``."""
    mode = choose_mode(wanted)
    needed, free = estimate_memory(seats, mode), find_free_memory()
    if free is None or (mode is not KernelMode.PREHEAT and needed <= free):
        return None
    amounts = {"needed": needed, "free": free}
    words = {name: format_decimal(number / 1e9, "0.0", locale=say.language) for name, number in amounts.items()}
    sentence = say("serving.memory", seats=seats, **words)
    return f"{sentence} {say('serving.memory.too-little')}" if needed > free else sentence


def find_free_memory() -> int | None:
    """Return the bytes that programs may still take without pushing others out; ``None`` if the system tells not."""
    try:
        if sys.platform == "win32":
            return _ask_windows()
        if sys.platform == "darwin":
            pages = subprocess.run(["/usr/bin/vm_stat"], capture_output=True, text=True, check=True, timeout=5)
            return read_vm_stat(pages.stdout)
        return read_meminfo(Path("/proc/meminfo").read_text(encoding="ascii"))
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def read_meminfo(text: str) -> int | None:
    """Return the bytes available according to Linux."""
    found = re.search(r"^MemAvailable:\s+(\d+) kB", text, re.MULTILINE)
    return None if found is None else int(found[1]) * 1024


def read_vm_stat(text: str) -> int | None:
    """Return the bytes available according to macOS: free pages, and those it gives up when asked."""
    size = re.search(r"page size of (\d+) bytes", text)
    pages = re.findall(r"^Pages (?:free|inactive|speculative):\s+(\d+)\.", text, re.MULTILINE)
    return None if size is None or not pages else int(size[1]) * sum(map(int, pages))


def _ask_windows() -> int | None:
    class Status(ctypes.Structure):
        _fields_ = [
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "free", "a", "b", "c", "d", "e")),
        ]

    status = Status()
    status.length = ctypes.sizeof(status)
    kernel32 = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    return int(status.free) if kernel32.GlobalMemoryStatusEx(ctypes.byref(status)) else None
