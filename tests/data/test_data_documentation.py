"""docs/data.md describes each frame as it is, and its example runs."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from workshop_kit.data import FRAMES, WorkshopData, open_data

PAGE = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    found = re.search(rf"^## `{name}`$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, f"docs/data.md has no section on {name}"
    return found[1]


@pytest.mark.parametrize("name", FRAMES)
def test_a_frames_columns_are_described_in_their_order(name: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \| `([^`]+)` \| (\S.*) \|$", section(name), re.MULTILINE)
    assert [(column, kind) for column, kind, _ in rows] == list(FRAMES[name].items())


def test_no_frame_is_described_that_there_is_not() -> None:
    assert set(re.findall(r"^## `(\w+)`$", PAGE, re.MULTILINE)) == set(FRAMES)


def test_help_names_every_column() -> None:
    said = inspect.getdoc(WorkshopData) or ""
    contacts = inspect.getdoc(WorkshopData.contacts) or ""
    for name, columns in FRAMES.items():
        for column in columns:
            assert f"``{column}``" in (contacts if name == "contacts" else said), f"{name}: {column}"


def test_the_signature_is_the_one_shown() -> None:
    parameters = [parameter.name for parameter in inspect.signature(open_data).parameters.values()]
    shown = re.search(r"^`open_data\((.*)\)`$", PAGE, re.MULTILINE)
    assert shown is not None
    assert [word.partition("=")[0].strip() for word in shown[1].replace("*, ", "").split(",")] == parameters


def test_the_example_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert example is not None
    monkeypatch.chdir(folder.parent)
    exec(example[1].replace("my-workshop", folder.name), {})
