"""Code that is run put side by side."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from types import FunctionType

import pytest

from workshop_kit.environment import HOLES_VARIABLE
from workshop_kit.serving.packing import pack_code

#: Makes 3,000 functions and runs every tenth; tells on how many pages of memory the code of these lay, and lies.
_SPREAD = """
from workshop_kit.serving.packing import pack_code
made = {}
for number in range(3000):
    exec(f"def one_{number}(a, b={number}):\\n    return [a + n for n in range(b % 3)], a or b, a and b", made)
hot = [made[f"one_{number}"] for number in range(0, 3000, 10)]
def rehearse():
    for one in hot:
        one(1)
def count_pages():
    return len({id(one.__code__) // 4096 for one in hot})
before = count_pages()
packed = pack_code(rehearse)
print(before, count_pages(), packed)
"""


def test_the_code_that_ran_lies_side_by_side() -> None:
    made = subprocess.run([sys.executable, "-c", _SPREAD], capture_output=True, text=True, check=True)
    before, after, packed = map(int, made.stdout.split())
    assert packed >= 300
    assert before > 150
    assert after < before / 3


def _make_counter(start: int) -> tuple[FunctionType, FunctionType]:
    count = start

    def step(by: int = 1, *, twice: bool = False) -> int:
        nonlocal count
        double: Callable[[int], int] = (lambda number: number * 2) if twice else (lambda number: number)
        count = count + double(by)
        return count

    def steps(times: int) -> Iterator[int]:
        for _ in range(times):
            yield step()

    assert isinstance(step, FunctionType)
    assert isinstance(steps, FunctionType)
    return step, steps


def test_packed_functions_do_what_they_did(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOLES_VARIABLE, raising=False)
    step, steps = _make_counter(10)
    another, _ = _make_counter(100)
    old = step.__code__
    under_way = steps(3)
    next(under_way)

    def rehearse() -> None:
        step(twice=True)
        list(steps(2))
        another()

    pack_code(rehearse)
    assert step.__code__ is not old
    assert step.__code__ is another.__code__  # two functions of one code still share it
    assert step(by=5) == 10 + 1 + 2 + 2 + 5
    assert another(twice=True) == 103
    assert [*under_way] == [21, 22]  # one that was under way goes on
    assert step.__code__.co_firstlineno == old.co_firstlineno


def test_a_rehearsal_that_fails_is_no_longer_watched() -> None:
    def fail() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        pack_code(fail)
    assert sys.getprofile() is None


def test_the_packing_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOLES_VARIABLE, "1")
    ran = []
    step, _ = _make_counter(0)
    old = step.__code__
    assert pack_code(lambda: ran.append(step())) == 0
    assert ran == [1]
    assert step.__code__ is old


def test_what_runs_in_a_thread_of_the_rehearsal_is_packed_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOLES_VARIABLE, raising=False)
    step, _ = _make_counter(0)
    old = step.__code__

    def rehearse() -> None:
        running = threading.Thread(target=step)
        running.start()
        running.join()

    pack_code(rehearse)
    assert step.__code__ is not old
    assert threading.getprofile() is None
