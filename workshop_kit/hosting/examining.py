"""Self-diagnosis: what a room of phones needs of this computer, what is missing, how to get it.

Values, for the command and for the page alike.
"""

from __future__ import annotations

import platform
import re
import shutil
import socket
import sqlite3
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from babel.numbers import format_decimal

from workshop_kit.errors import MissingEntry
from workshop_kit.hosting.networks import Network, list_networks
from workshop_kit.hosting.rooms import PORT, SEATS
from workshop_kit.hosting.settings import find_shelf, read_settings
from workshop_kit.hosting.syncing import find_sync
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.home.shown import CheckKind
from workshop_kit.live.contract.home.shown import Finding as FindingModel
from workshop_kit.places import notebooks_folder, print_folder, samples_folder, state_folder, static_folder
from workshop_kit.serving.config import KernelMode
from workshop_kit.serving.memory import estimate_memory, find_free_memory

_SQLITE_NEEDED: Final = (3, 35, 0)
#: Bytes that a workshop with its papers takes at most, and below which nothing should be begun.
_DISK_WANTED: Final = 500_000_000
_DISK_NEEDED: Final = 50_000_000
_PORTS: Final = 3
_FONT: Final = "AtkinsonHyperlegibleNext-400-normal.ttf"
_TRIAL: Final = '#set document(title: "PDF")\n#set text(lang: "fr", font: "Atkinson Hyperlegible Next")\nÀ bientôt.'


@dataclass(frozen=True)
class Finding:
    """One thing looked for.

    Attributes
    ----------
    code
        What it is; ``cli.doctor.name.<code>`` says it.
    kind
        The part of the check-up that it belongs to.
    state
        ``good``, ``warning`` (it will do), ``missing`` (it must be mended), ``optional`` (only some workshops use it).
    name
        What it is called, where that is no word of ours: a package.
    value
        What was found, such as a version: as it is, or a number of bytes to be said in GB.
    remedy
        Ends the catalog key ``cli.doctor.<remedy>`` that says what to do; ``values`` fill it.

    """

    code: str
    kind: CheckKind
    state: str
    name: str = ""
    value: str | int = ""
    remedy: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


def examine(where: Path | None = None, seats: int = SEATS, port: int = PORT) -> tuple[Finding, ...]:
    """Look at everything, in the order in which a person with a room to open would ask.

    The command and the home page look by this one way: ``where`` is the folder of workshops that is looked at, the one
    of this user's settings unless another is named, and ``port`` is tried first.
    """
    where = where or find_shelf(read_settings(state_folder()))
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        lambda: _examine_memory(seats),
        lambda: _examine_ports(port),
        _examine_browser,
        lambda: _examine_networks(list_networks()),
        lambda: _examine_disk(where),
        _examine_paper,
        _examine_installation,
    )
    return tuple(finding for check in checks for finding in check())


def is_complete(findings: tuple[Finding, ...]) -> bool:
    """Tell whether nothing that is needed is missing."""
    return all(finding.state != "missing" for finding in findings)


def describe(finding: Finding, say: Translator) -> FindingModel:
    """Return a finding in words."""
    name = finding.name or say(f"cli.doctor.name.{finding.code}")
    values = {key: _say_value(value, say) for key, value in finding.values.items()}
    return {
        "code": finding.code,
        "name": name,
        "value": _say_value(finding.value, say),
        "kind": finding.kind,
        "state": finding.state,  # type: ignore[typeddict-item]
        "remedy": say(f"cli.doctor.{finding.remedy}", name=name, **values) if finding.remedy else "",
    }


def count_seats_that_fit(free: int | None, wanted: int, kernels: KernelMode = KernelMode.AUTO) -> int:
    """Return how many of the ``wanted`` seats the free memory holds; all of them where it cannot be known."""
    one = max(1, estimate_memory(1, kernels))
    return wanted if free is None else min(wanted, max(0, free // one))


def _say_value(value: str | int, say: Translator) -> str:
    """Say a number of bytes in GB, and everything else as it is."""
    if isinstance(value, str) or value < 1_000_000:
        return str(value)
    return say("cli.doctor.gigabytes", number=format_decimal(value / 1e9, "0.0", locale=say.language))


def _examine_memory(seats: int) -> Iterator[Finding]:
    free = find_free_memory()
    fits = count_seats_that_fit(free, seats)
    if fits < seats:
        values = {"seats": str(seats), "fits": str(fits)}
        yield Finding("memory", CheckKind.ROOM, "warning", value=free or "", remedy="free-memory", values=values)
    else:
        yield Finding("memory", CheckKind.ROOM, "good", value=free or "")


def _examine_ports(first: int = PORT) -> Iterator[Finding]:
    wanted = range(min(first, 65536 - _PORTS), min(first + _PORTS, 65536))
    taken = [port for port in wanted if _is_taken(port)]
    state = "warning" if taken else "good"
    remedy = {"remedy": "ports-taken", "values": {"ports": ", ".join(map(str, taken))}} if taken else {}
    yield Finding("ports", CheckKind.ROOM, state, value=f"{wanted[0]}–{wanted[-1]}", **remedy)  # type: ignore[arg-type]


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _examine_browser() -> Iterator[Finding]:
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        yield Finding("browser", CheckKind.ROOM, "warning", remedy="get-browser")
        return
    yield Finding("browser", CheckKind.ROOM, "good", value=str(getattr(found, "name", "") or ""))


def _examine_networks(networks: tuple[Network, ...]) -> Iterator[Finding]:
    usable = [one for one in networks if one.usable]
    if not usable:
        yield Finding("network", CheckKind.NETWORK, "warning", remedy="get-network")
    elif all(one.limited for one in usable):
        value = f"{usable[0].name}, {usable[0].address}"
        yield Finding("network", CheckKind.NETWORK, "warning", value=value, remedy="small-network")
    else:
        value = f"{usable[0].name}, {usable[0].address}"
        yield Finding("network", CheckKind.NETWORK, "good", value=value)


def _examine_disk(shelf: Path) -> Iterator[Finding]:
    place = next((one for one in (shelf, *shelf.parents) if one.is_dir()), Path.home())
    try:
        free = shutil.disk_usage(place).free
        state = "missing" if free < _DISK_NEEDED else "warning" if free < _DISK_WANTED else "good"
        remedy = "" if state == "good" else "free-disk"
        yield Finding("disk", CheckKind.DISK, state, value=free, remedy=remedy, values={"place": str(place)})
    except OSError:
        yield Finding("disk", CheckKind.DISK, "warning", remedy="free-disk", values={"place": str(place)})
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
        yield Finding("writing", CheckKind.DISK, "good", value=str(shelf))
    except OSError:
        values = {"place": str(place)}
        yield Finding("writing", CheckKind.DISK, "missing", value=str(place), remedy="get-place", values=values)
    synced = find_sync(shelf)
    if synced:
        values = {"place": str(shelf), "service": synced}
        yield Finding("synced", CheckKind.DISK, "warning", value=synced, remedy="leave-sync", values=values)


def _examine_paper() -> Iterator[Finding]:
    from workshop_kit.report.printing import compile_source

    try:
        works = compile_source(_TRIAL).content.startswith(b"%PDF")
    except Exception:  # whatever it is, no paper comes out
        works = False
    yield Finding("pdf", CheckKind.PAPER, "good" if works else "missing", remedy="" if works else "reinstall")
    yield _find_file("fonts", CheckKind.PAPER, lambda: print_folder() / "fonts" / _FONT)


def _examine_installation() -> Iterator[Finding]:
    kind = CheckKind.INSTALLATION
    new_enough = sys.version_info >= (3, 11)
    remedy = "" if new_enough else "get-python"
    state = "good" if new_enough else "missing"
    yield Finding("python", kind, state, "Python", platform.python_version(), remedy)
    known = sqlite3.sqlite_version_info >= _SQLITE_NEEDED
    yield Finding(
        "sqlite", kind, "good" if known else "missing", "SQLite", sqlite3.sqlite_version, "" if known else "get-python"
    )
    for name in _needed_packages():
        yield _find_package(name, needed=True)
    yield _find_package("psycopg", needed=False)
    yield _find_file("notebooks", kind, lambda: notebooks_folder() / "participant.ipynb")
    yield _find_file("pages", kind, lambda: static_folder() / "served" / "manifest.json")
    yield _find_file("print", kind, lambda: print_folder() / "synthesis.typ")
    yield _find_file("samples", kind, samples_folder)


def _needed_packages() -> tuple[str, ...]:
    requirements = metadata.requires("workshop-kit") or []
    names = (re.match(r"[A-Za-z0-9._-]+", one) for one in requirements if "extra ==" not in one)
    return tuple(name.group() for name in names if name is not None)


def _find_package(name: str, *, needed: bool) -> Finding:
    code, remedy = ("package", "get-package") if needed else ("postgresql", "get-postgresql")
    try:
        return Finding(code, CheckKind.INSTALLATION, "good", name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(code, CheckKind.INSTALLATION, "missing" if needed else "optional", name, "", remedy)


def _find_file(code: str, kind: CheckKind, find: Callable[[], Path]) -> Finding:
    try:
        present = find().exists()
    except MissingEntry:
        present = False
    return Finding(code, kind, "good" if present else "missing", remedy="" if present else "reinstall")
