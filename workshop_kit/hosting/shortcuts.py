"""Desktop integration: an icon on the desktop and in the menu that opens the home page, without a terminal."""

from __future__ import annotations

import os
import plistlib
import shlex
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

import platformdirs

from workshop_kit.environment import PYTHON
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.places import icon_file
from workshop_kit.serving import lifeline
from workshop_kit.store.marks import refuse_writing

#: The name of our files where a person does not see it.
_NAME: Final = "workshop-kit"
_MAKE_WITHIN: Final = 30.0


def make_shortcuts(say: Translator, where: Path | None = None, platform: str = sys.platform) -> list[Path]:
    """Make the icons of this system and return their paths.

    Parameters
    ----------
    say
        Names the icon.
    where
        The one folder in which to make one; ``None``: the desktop, and on Linux the menu of programs too.
    platform
        ``"win32"``, ``"darwin"`` or another.

    Raises
    ------
    StoreUnavailable
        Nothing can be written there.

    """
    made = []
    for folder in [where] if where else list_usual_folders(platform):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            made.append(_make(folder, say, platform))
        except OSError as error:
            raise refuse_writing(folder, error) from error
    return made


def remove_shortcuts(where: Path | None = None, platform: str = sys.platform) -> list[Path]:
    """Remove the icons that ``make_shortcuts`` makes, in whichever language they were named; return their paths."""
    removed = []
    for folder in [where] if where else list_usual_folders(platform):
        for path in _list_ours(folder, platform):
            try:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            except OSError as error:
                raise refuse_writing(path, error) from error
            removed.append(path)
    return removed


def has_shortcut(where: Path | None = None, platform: str = sys.platform) -> bool:
    """Tell whether an icon of ours is there; where it cannot be looked for there is none."""
    try:
        return any(
            True for one in ([where] if where else list_usual_folders(platform)) for _ in _list_ours(one, platform)
        )
    except OSError:
        return False


def list_usual_folders(platform: str = sys.platform) -> list[Path]:
    """Return where a person looks for an icon."""
    desktop = Path(platformdirs.user_desktop_dir())
    if platform in ("win32", "darwin"):
        return [desktop]
    menu = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "applications"
    return [menu, *([desktop] if desktop.is_dir() else [])]


def find_program(platform: str = sys.platform, executable: str = sys.executable) -> list[str]:
    """Return the command that opens the home page: on Windows by the Python that opens no black window."""
    python = Path(executable)
    if platform == "win32":
        quiet = python.with_name("pythonw.exe")
        python = quiet if quiet.exists() else python
    return [str(python), *PYTHON[1:], "-m", "workshop_kit"]


def write_ico(png: bytes, size: int) -> bytes:
    """Return an icon for Windows that holds one PNG of ``size`` pixels, at most 256."""
    side = 0 if size >= 256 else size
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, side, side, 0, 0, 1, 32, len(png), 22) + png


def write_icns(png: bytes) -> bytes:
    """Return an icon for macOS that holds one PNG of 256 pixels."""
    entry = b"ic08" + struct.pack(">I", len(png) + 8) + png
    return b"icns" + struct.pack(">I", len(entry) + 8) + entry


def _make(folder: Path, say: Translator, platform: str) -> Path:
    if platform == "win32":
        return _make_windows(folder, say)
    if platform == "darwin":
        return _make_macos(folder, say)
    return _make_linux(folder, say)


def _list_ours(folder: Path, platform: str) -> Iterator[Path]:
    endings = {"win32": (".lnk", ".cmd"), "darwin": (".app",)}.get(platform, (".desktop",))
    names = {Translator(language)("cli.shortcut.name") for language in LANGUAGES} | {_NAME}
    for path in (folder / f"{name}{ending}" for name in sorted(names) for ending in endings):
        if path.exists() and _is_ours(path):
            yield path


def _is_ours(path: Path) -> bool:
    """Tell whether an icon of our name is ours: somebody may have a folder called so."""
    if path.suffix == ".app":
        return (path / "Contents" / "MacOS" / _NAME).is_file()
    return b"workshop_kit" in path.read_bytes().replace(b"\0", b"")


def _make_linux(folder: Path, say: Translator) -> Path:
    path = folder / f"{_NAME}.desktop"
    command = " ".join(f'"{_escape(part)}"' for part in find_program("linux"))
    names = "".join(
        f"Name[{one}]={Translator(one)('cli.shortcut.name')}\nComment[{one}]={Translator(one)('cli.help')}\n"
        for one in LANGUAGES
    )
    text = (
        "[Desktop Entry]\nType=Application\nVersion=1.0\n"
        f"Name={say('cli.shortcut.name')}\nComment={say('cli.help')}\n{names}"
        f"Exec={command}\nIcon={icon_file('png')}\nTerminal=false\nCategories=Office;Education;\n"
        "StartupNotify=false\n"
    )
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    if shutil.which("gio"):  # some desktops open only what was trusted
        command_line = ["gio", "set", str(path), "metadata::trusted", "true"]
        subprocess.run(command_line, capture_output=True, timeout=_MAKE_WITHIN, check=False)
    return path


def _escape(part: str) -> str:
    """Return a part of a command as the desktop entry's own quotes want it."""
    for sign in ("\\", '"', "`", "$"):
        part = part.replace(sign, f"\\{sign}")
    return part.replace("%", "%%")


def _make_macos(folder: Path, say: Translator) -> Path:
    path = folder / f"{say('cli.shortcut.name')}.app"
    contents = path / "Contents"
    (contents / "MacOS").mkdir(parents=True, exist_ok=True)
    (contents / "Resources").mkdir(exist_ok=True)
    program = contents / "MacOS" / _NAME
    program.write_text(f"#!/bin/sh\nexec {shlex.join(find_program('darwin'))}\n", encoding="utf-8")
    program.chmod(0o755)
    (contents / "Resources" / "icon.icns").write_bytes(write_icns(icon_file("png").read_bytes()))
    told = {
        "CFBundleName": say("cli.shortcut.name"),
        "CFBundleDisplayName": say("cli.shortcut.name"),
        "CFBundleIdentifier": "org.workshop-kit.home",
        "CFBundleVersion": metadata.version("workshop-kit"),
        "CFBundleShortVersionString": metadata.version("workshop-kit"),
        "CFBundlePackageType": "APPL",
        "CFBundleExecutable": _NAME,
        "CFBundleIconFile": "icon",
        "LSUIElement": True,  # its window is the browser's: it has no place of its own in the Dock
    }
    (contents / "Info.plist").write_bytes(plistlib.dumps(told))
    return path


def _make_windows(folder: Path, say: Translator) -> Path:
    """Make a shortcut by PowerShell, which every Windows has; where it may not run, a command file does the same."""
    path = folder / f"{say('cli.shortcut.name')}.lnk"
    program, *arguments = find_program("win32")
    icon = Path(platformdirs.user_data_dir("workshop-kit", appauthor=False)) / "workshop-kit.ico"
    icon.parent.mkdir(parents=True, exist_ok=True)
    icon.write_bytes(write_ico(icon_file("png").read_bytes(), 256))
    script = write_link_script(path, program, arguments, icon, say("cli.help"))
    try:
        done = subprocess.run(
            ["powershell", "-NoProfile", "-NonInteractive", "-Command", script],
            capture_output=True,
            timeout=_MAKE_WITHIN,
            check=False,
            **lifeline.no_window(),
        )
        if done.returncode == 0 and path.exists():
            return path
    except (OSError, subprocess.SubprocessError):
        pass
    plain = path.with_suffix(".cmd")
    plain.write_text(f'@chcp 65001 >nul\r\n@start "" "{program}" {" ".join(arguments)}\r\n', encoding="utf-8")
    return plain


def write_link_script(path: Path, program: str, arguments: list[str], icon: Path, comment: str) -> str:
    """Return the PowerShell that makes a link at ``path``; everything in it stands between its plain quotes."""
    return (
        f"$link = (New-Object -ComObject WScript.Shell).CreateShortcut({_quote(path)}); "
        f"$link.TargetPath = {_quote(program)}; $link.Arguments = {_quote(' '.join(arguments))}; "
        f"$link.WorkingDirectory = {_quote(Path.home())}; $link.IconLocation = {_quote(icon)}; "
        f"$link.Description = {_quote(comment)}; $link.Save()"
    )


def _quote(value: object) -> str:
    text = str(value).replace("\u2019", "\u2019\u2019").replace("'", "''")  # PowerShell takes ’ for a quote as well
    return f"'{text}'"
