"""How much memory a room is said to need, and how much is said to be left."""

from __future__ import annotations

import pytest

from workshop_kit.i18n import Translator
from workshop_kit.serving import memory
from workshop_kit.serving.config import KernelMode
from workshop_kit.serving.memory import describe_memory, estimate_memory, find_free_memory, read_meminfo, read_vm_stat

VM_STAT = """Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                                5000.
Pages active:                            200000.
Pages inactive:                           90000.
Pages speculative:                         5000.
"""


def test_this_machine_tells_what_it_has_left() -> None:
    free = find_free_memory()
    assert free is not None
    assert free > 1 << 20


def test_what_linux_says_is_read() -> None:
    assert read_meminfo("MemTotal:  8000 kB\nMemFree:  10 kB\nMemAvailable:    2000 kB\n") == 2_048_000
    assert read_meminfo("MemTotal:  8000 kB\n") is None


def test_what_macos_says_is_read() -> None:
    assert read_vm_stat(VM_STAT) == 100_000 * 16384
    assert read_vm_stat("nothing of the kind") is None


def test_kernels_started_ahead_need_more_than_copies() -> None:
    assert estimate_memory(40, KernelMode.AUTO, "win32") > estimate_memory(40, KernelMode.AUTO, "linux")
    assert estimate_memory(40, KernelMode.PREHEAT) == 2_400_000_000


def test_the_estimate_is_said_before_seats_are_made_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "find_free_memory", lambda: 6_000_000_000)
    assert describe_memory(40, KernelMode.FORK, Translator("fr")) is None
    said = describe_memory(40, KernelMode.PREHEAT, Translator("fr"))
    assert said is not None
    assert "40 places demandent 2,4\u00a0Go" in said
    assert "6,0" in said
    assert "trop peu" not in said


def test_too_little_memory_is_said_whatever_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "find_free_memory", lambda: 1_000_000_000)
    said = describe_memory(100, KernelMode.FORK, Translator("en"))
    assert said is not None
    assert "too little" in said
