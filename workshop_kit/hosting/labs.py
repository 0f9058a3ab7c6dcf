"""JupyterLab for workshops: one for each whose notebooks are open, begun aside, ended in order, never left behind."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import threading
import time
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from jupyter_core.paths import jupyter_runtime_dir

from workshop_kit.environment import FOLDER_VARIABLE, PYTHON
from workshop_kit.errors import CannotServe, WorkshopError
from workshop_kit.hosting.lab_process import TIED
from workshop_kit.places import OWN_NOTEBOOKS
from workshop_kit.serving import lifeline

#: What keeps JupyterLab from asking the Internet for news, updates and extensions.
OFFLINE: Final = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
#: Seconds between two looks at one that opens, and those within which it ends in order.
_LOOK_EVERY: Final = 0.1
_END_WITHIN: Final = 12.0


class LabState(StrEnum):
    """What a workshop's JupyterLab does."""

    CLOSED = "closed"
    OPENING = "opening"
    OPEN = "open"
    CLOSING = "closing"
    FAILED = "failed"


#: States in which its files are in use.
IN_USE: Final = frozenset({LabState.OPENING, LabState.OPEN, LabState.CLOSING})


@dataclass(frozen=True)
class LabStanding:
    """How a workshop's JupyterLab stands, and why it failed."""

    state: LabState = LabState.CLOSED
    failure: WorkshopError | None = None


class Labs:
    """Every JupyterLab of the house.

    Parameters
    ----------
    on_change
        Called, from any thread, whenever one stands otherwise.

    """

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change
        self._guard = threading.RLock()
        self._standings: dict[str, LabStanding] = {}
        self._processes: dict[str, tuple[subprocess.Popen[bytes], Path]] = {}

    def standing(self, identifier: str) -> LabStanding:
        """Return how a workshop's JupyterLab stands."""
        with self._guard:
            return self._standings.get(identifier, LabStanding())

    def open(self, identifier: str, folder: Path) -> None:
        """Begin to open one, or show the one that is open; the browser shows it once it is there."""
        with self._guard:
            state = self.standing(identifier).state
            if state is LabState.OPEN:
                show_lab(self._processes[identifier][0].pid)
            if state in IN_USE:
                return
            process = subprocess.Popen(
                lab_command(folder, tied=True),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=lab_environment(folder),
                **lifeline.own_group(),
            )
            self._processes[identifier] = process, folder
            self._stand(identifier, LabState.OPENING)
        threading.Thread(target=self._follow, args=(identifier, process), daemon=True).start()

    def close(self, identifier: str) -> None:
        """Begin to end one, in order; one that is closed stays so."""
        with self._guard:
            if self.standing(identifier).state in (LabState.OPENING, LabState.OPEN):
                self._stand(identifier, LabState.CLOSING)
                process = self._processes[identifier][0]
                _let_go(process)
                threading.Thread(target=_end, args=(process,), daemon=True).start()

    def close_lost(self) -> None:
        """End those whose folder is gone: what they would save has no place any more."""
        with self._guard:
            folders = {one: folder for one, (_, folder) in self._processes.items()}
        for one, folder in folders.items():
            if not (folder / OWN_NOTEBOOKS).is_dir():
                self.close(one)

    def close_all(self) -> None:
        """End them all, and wait for it."""
        with self._guard:
            processes = [process for process, _ in self._processes.values()]
            for one in list(self._processes):
                self.close(one)
        for process in processes:
            _end(process)

    def _follow(self, identifier: str, process: subprocess.Popen[bytes]) -> None:
        """Show one once it answers, and take note of its end."""
        while process.poll() is None and not find_lab_address(process.pid):
            time.sleep(_LOOK_EVERY)
        with self._guard:
            if process.poll() is None and self.standing(identifier).state is LabState.OPENING:
                self._stand(identifier, LabState.OPEN)
                show_lab(process.pid)
        status = process.wait()
        _let_go(process)
        with self._guard:
            wanted = self.standing(identifier).state is LabState.CLOSING or status == 0
            failure = None if wanted else CannotServe("lab-failed", status=status)
            del self._processes[identifier]
            self._stand(identifier, LabState.CLOSED if wanted else LabState.FAILED, failure)

    def _stand(self, identifier: str, state: LabState, failure: WorkshopError | None = None) -> None:
        self._standings[identifier] = LabStanding(state, failure)
        self._on_change()


def lab_command(folder: Path, *, tied: bool = False) -> list[str]:
    """Return the command that opens JupyterLab on a workshop's notebooks: on this machine only, behind a token.

    ``tied``: it ends with its standard input, and leaves the browser to whoever started it.
    """
    place = folder.resolve()
    root = f"--ServerApp.root_dir={place / OWN_NOTEBOOKS}"
    first, last = ([TIED], ["--no-browser"]) if tied else ([], [])
    return [*PYTHON, "-m", "workshop_kit.hosting.lab_process", *first, str(place), root, *OFFLINE, *last]


def lab_environment(folder: Path) -> Mapping[str, str]:
    """Return the environment in which the notebooks find their workshop."""
    # compiled files beside a notebook would be programs that nobody wrote
    return {**os.environ, FOLDER_VARIABLE: str(folder.resolve()), "PYTHONDONTWRITEBYTECODE": "1"}


def find_lab_address(pid: int) -> str:
    """Return the address of a JupyterLab that runs, with its token; ``""`` while it does not answer yet."""
    try:
        told = json.loads((Path(jupyter_runtime_dir()) / f"jpserver-{pid}.json").read_text(encoding="utf-8"))
        return f"{told['url']}lab?token={told['token']}"
    except (OSError, ValueError, KeyError):
        return ""


def show_lab(pid: int) -> None:
    """Show a JupyterLab in the browser."""
    address = find_lab_address(pid)
    if address:
        webbrowser.open(address)


def _let_go(process: subprocess.Popen[bytes]) -> None:
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    _let_go(process)
    try:
        process.wait(_END_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
