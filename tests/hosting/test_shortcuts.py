"""An icon on each system opens the home page, and goes again without a trace."""

from __future__ import annotations

import configparser
import plistlib
import shlex
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from workshop_kit.hosting.shortcuts import (
    find_program,
    make_shortcuts,
    remove_shortcuts,
    write_icns,
    write_ico,
    write_link_script,
)
from workshop_kit.i18n import Translator
from workshop_kit.places import icon_file

FR = Translator("fr")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "data"))
    return tmp_path / "Bureau avec espaces"


def test_linux_has_an_entry_that_starts_this_very_installation(place: Path) -> None:
    [made] = make_shortcuts(FR, place, "linux")
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(made, encoding="utf-8")
    told = entry["Desktop Entry"]
    assert told["Name"] == told["Name[fr]"] == "Ateliers"
    assert told["Name[en]"] == "Workshops"
    assert shlex.split(told["Exec"]) == [sys.executable, "-P", "-m", "workshop_kit"]
    assert Path(told["Icon"]).read_bytes().startswith(b"\x89PNG")
    assert remove_shortcuts(place, "linux") == [made]
    assert list(place.iterdir()) == []


def test_macos_has_an_application_with_an_icon(place: Path) -> None:
    [made] = make_shortcuts(FR, place, "darwin")
    told = plistlib.loads((made / "Contents" / "Info.plist").read_bytes())
    program = made / "Contents" / "MacOS" / told["CFBundleExecutable"]
    assert shlex.split(program.read_text(encoding="utf-8").splitlines()[1])[1:] == [
        sys.executable,
        "-P",
        "-m",
        "workshop_kit",
    ]
    icon = (made / "Contents" / "Resources" / "icon.icns").read_bytes()
    assert (icon[:4], struct.unpack(">I", icon[4:8])[0]) == (b"icns", len(icon))
    assert remove_shortcuts(place, "darwin") == [made]
    assert list(place.iterdir()) == []


def test_windows_has_a_link_made_by_powershell(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        asked.append(command)
        (place / "Ateliers.lnk").write_bytes("L… workshop_kit".encode("utf-16-le"))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("workshop_kit.hosting.shortcuts.subprocess.run", run)
    [made] = make_shortcuts(FR, place, "win32")
    assert made == place / "Ateliers.lnk"
    assert asked[0][0] == "powershell"
    assert "workshop_kit" in asked[0][-1]
    assert remove_shortcuts(place, "win32") == [made]


def test_windows_without_powershell_has_a_command_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("workshop_kit.hosting.shortcuts.subprocess.run", refuse)
    [made] = make_shortcuts(FR, place, "win32")
    assert made == place / "Ateliers.cmd"
    assert "-m workshop_kit" in made.read_text(encoding="utf-8")
    assert remove_shortcuts(place, "win32") == [made]


def test_no_quote_in_a_path_ends_the_script(tmp_path: Path) -> None:
    script = write_link_script(Path("C:/L'été/O’Brien.lnk"), "p.exe", ["-m", "x"], Path("i.ico"), "d'un")
    assert "CreateShortcut('C:/L''été/O’’Brien.lnk')" in script


def test_windows_is_started_without_a_black_window(tmp_path: Path) -> None:
    for name in ("python.exe", "pythonw.exe"):
        (tmp_path / name).touch()
    assert find_program("win32", str(tmp_path / "python.exe"))[0] == str(tmp_path / "pythonw.exe")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_what_somebody_else_called_so_stays(place: Path, platform: str) -> None:
    place.mkdir()
    for name in ("Ateliers.lnk", "workshop-kit.desktop"):
        (place / name).write_text("of another program", encoding="utf-8")
    (place / "Ateliers.app").mkdir()
    assert remove_shortcuts(place, platform) == []


def test_the_icons_hold_the_picture() -> None:
    png = icon_file("png").read_bytes()
    assert icon_file("svg").read_text(encoding="utf-8").startswith("<svg")
    assert struct.unpack(">II", png[16:24]) == (256, 256)
    ico = write_ico(png, 256)
    size, offset = struct.unpack("<II", ico[14:22])
    assert ico[offset : offset + size] == png
    assert write_icns(png).endswith(png)
