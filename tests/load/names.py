"""Names of a visit: ``python -m tests.load.names`` lists anew, for ``serving/naming.py``, what a phone's visit uses."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.load.rooms import CHECKOUT, make_workshop
from workshop_kit.environment import FOLDER_VARIABLE, SERVED_VARIABLE
from workshop_kit.places import notebooks_folder, visit_names
from workshop_kit.serving import comms
from workshop_kit.serving.making import make_page, rehearse_once
from workshop_kit.serving.naming import list_names
from workshop_kit.serving.packing import watch_code

#: Visits by nobody beforehand: what only the first one runs, such as the compiling of statements, no phone's runs.
_BEFORE: Final = 2


def find_names() -> list[str]:
    """Return the names that the code of a visit uses now, as a process of its own that makes the page finds them."""
    with TemporaryDirectory() as folder:
        make_workshop(Path(folder) / "workshop")
        ran = subprocess.run(
            [sys.executable, "-m", "tests.load.names", folder], cwd=CHECKOUT, check=True, capture_output=True, text=True
        )
    return ran.stdout.split()


def read_names() -> list[str]:
    """Return the names that are interned first."""
    return visit_names().read_text(encoding="utf-8").split()


def _list_here(folder: Path) -> list[str]:
    os.environ |= {FOLDER_VARIABLE: str(folder / "workshop"), SERVED_VARIABLE: "1"}
    notebook = notebooks_folder() / "participant.ipynb"
    make_page({"notebook": str(notebook), "ipython": str(folder / "ipython"), "forks": True, "rehearsals": 0})
    manager = comms.install()
    for _ in range(_BEFORE):
        rehearse_once(manager)
    return list_names(watch_code(lambda: rehearse_once(manager)).values())


def main(arguments: Sequence[str]) -> None:
    """Print the names that are used in the process of the page in a folder, or write the file of a fresh room."""
    if arguments:
        print("\n".join(_list_here(Path(arguments[0]))))
    else:
        names = find_names()
        visit_names().write_text("\n".join(names) + "\n", encoding="utf-8")
        print(f"{len(names)} names in {visit_names().name}")


if __name__ == "__main__":
    main(sys.argv[1:])
