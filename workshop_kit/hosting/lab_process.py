"""JupyterLab in a process of its own, tied to whoever started it: ``python -m workshop_kit.hosting.lab_process``.

Started by the house it ends when its standard input does, hence with the house, however that ends; started by the
command it is the terminal's. Whatever is written to the notebooks meanwhile is this person's own work, and known from
then on.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from workshop_kit.trust import digest_programs, vouch

#: Named first, before JupyterLab's own arguments, where the process lives as long as its standard input.
TIED: Final = "--tied"
#: Seconds between two looks at what was written.
_LOOK_EVERY: Final = 0.5
#: Seconds that kernels have to end in order.
_ENDS_WITHIN: Final = 8.0


class Authorship:
    """What is written to a folder's notebooks from now on is known; what stood there is as strange as it was."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before = set(digest_programs(folder).values())
        self._seen: Mapping[Path, str] = {}

    def note(self) -> None:
        """Vouch for what was written since."""
        now = digest_programs(self._folder)
        if now != self._seen:
            vouch({path: digest for path, digest in now.items() if digest not in self._before})
            self._seen = now


def main(arguments: list[str]) -> None:
    """Run JupyterLab for the workshop's folder that is named first."""
    if tied := arguments[0] == TIED:
        _tie()
    folder, *others = arguments[1 if tied else 0 :]
    authorship, ended = Authorship(Path(folder)), threading.Event()

    def watch() -> None:
        while not ended.wait(_LOOK_EVERY):
            authorship.note()

    threading.Thread(target=watch, daemon=True).start()
    sys.argv = ["jupyter-lab", *others]
    from jupyterlab.labapp import main as run_lab

    try:
        run_lab()
    finally:
        ended.set()
        authorship.note()


def _tie() -> None:
    """End with the standard input, which nothing that is started from here inherits."""
    lifeline = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: int) -> None:
    try:
        while os.read(lifeline, 4096):
            pass
    except OSError:
        pass
    if sys.platform == "win32":  # there, to send it is to kill at once
        _thread.interrupt_main(signal.SIGTERM)
    else:
        os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(_ENDS_WITHIN)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
