"""The holes of the allocators."""

from __future__ import annotations

import subprocess
import sys

import pytest

from workshop_kit.environment import HOLES_VARIABLE
from workshop_kit.serving.heap import fill_holes, fill_pools

#: Makes holes: every other piece is freed; then fills them twice. In a process of its own, since they stay filled.
_HOLES = """
from workshop_kit.serving.heap import fill_holes
pieces = [bytes(2000) for _ in range(2000)]
del pieces[::2]
print(fill_holes(), fill_holes())
"""

#: The same in the pools of Python's small pieces, each of which takes 128 bytes.
_POOLS = """
from workshop_kit.serving.heap import fill_pools
pieces = [bytes(90) for _ in range(20_000)]
del pieces[::2]
print(fill_pools(), fill_pools())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc's heap is known")
def test_holes_are_filled_once_and_for_all() -> None:
    made = subprocess.run([sys.executable, "-c", _HOLES], capture_output=True, text=True, check=True)
    first, second = map(int, made.stdout.split())
    assert first > 1_900_000
    assert second < first / 20


def test_pools_are_filled_once_and_for_all() -> None:
    made = subprocess.run([sys.executable, "-c", _POOLS], capture_output=True, text=True, check=True)
    first, second = map(int, made.stdout.split())
    assert first > 10_000 * 128 * 0.95
    assert second < first / 20


def test_the_filling_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOLES_VARIABLE, "1")
    assert fill_holes() == fill_pools() == 0


def test_a_system_whose_heap_is_not_known_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert fill_holes() == 0
