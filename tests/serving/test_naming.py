"""Names that are interned first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.load.names import find_names, read_names
from workshop_kit.environment import NAMES_VARIABLE
from workshop_kit.serving.naming import intern_first, list_names

#: Interns 300 names among 30,000 of a module, before or after it is loaded; tells on how many pages of memory they lie.
_SPREAD = """
import os, sys
from workshop_kit.serving.naming import intern_first
def load():
    return [compile(f"one.name_{number}", "", "eval") for number in range(30_000)]
first = sys.argv[1] == "first"
loaded = [] if first else load()
kept = intern_first()
loaded = loaded or load()
names = [loaded[number].co_names[-1] for number in range(0, 30_000, 100)]
print(len(kept), len({id(name) // 4096 for name in names}))
"""


def _count_pages(names: Path, when: str) -> int:
    made = subprocess.run(
        [sys.executable, "-c", _SPREAD, when],
        env={**os.environ, NAMES_VARIABLE: str(names), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    kept, pages = map(int, made.stdout.split())
    assert kept == 300
    return pages


def test_names_that_are_interned_first_lie_side_by_side(tmp_path: Path) -> None:
    names = tmp_path / "page.names"
    names.write_text("\n".join(f"name_{number}" for number in range(0, 30_000, 100)), encoding="utf-8")
    assert _count_pages(names, "first") < 20 < 100 < _count_pages(names, "last")


def test_a_page_without_a_list_interns_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAMES_VARIABLE, raising=False)
    assert intern_first() == []
    monkeypatch.setenv(NAMES_VARIABLE, str(tmp_path / "none.names"))
    assert intern_first() == []
    broken = tmp_path / "broken.names"
    broken.write_bytes(b"\xff\xfe")
    monkeypatch.setenv(NAMES_VARIABLE, str(broken))
    assert intern_first() == []


def test_names_are_those_that_code_looks_up() -> None:
    def look(local: list[int]) -> object:
        local.append(len(local))
        return sys.modules if "a key" in ("whole", "a key") else local

    assert list_names([look.__code__, look.__code__]) == ["append", "whole", "modules"]


def test_the_list_is_of_what_a_visit_runs_now() -> None:
    used = set(find_names())
    assert len(used) > 500
    missing = sorted(used - set(read_names()))
    assert len(missing) < len(used) / 10, f"list them anew with python -m tests.load.names: {missing}"
