"""Scaffolding for JupyterLab: the organiser's own copies of the notebooks, theirs from then on, updates kept apart.

``places.find_notebook`` finds them again when the workshop is served or its synthesis is made.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jupyter_core.paths import jupyter_runtime_dir

from workshop_kit.environment import FOLDER_VARIABLE
from workshop_kit.places import OWN_NOTEBOOKS

#: Where a newer version of a notebook goes when the organiser has changed theirs.
UPDATES_FOLDER: Final = "updates"
#: What keeps JupyterLab from asking the Internet for news, updates and extensions.
OFFLINE: Final = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
_RECORD: Final = ".copied.json"
#: Where JupyterLab keeps what it saved before.
_CHECKPOINTS: Final = ".ipynb_checkpoints"


def copy_notebooks(source: Path, target: Path) -> Iterator[tuple[Path, bool]]:
    """Copy the kit's notebooks into ``target`` and yield each path written, with whether the organiser's was kept.

    A notebook nobody changed is brought up to date. One that was changed stays as it is; when the kit has a newer
    version, that one is put into ``target/updates`` beside it.
    """
    target.mkdir(parents=True, exist_ok=True)
    record_file = target / _RECORD
    record: dict[str, str] = json.loads(record_file.read_text(encoding="utf-8")) if record_file.is_file() else {}
    for notebook in sorted(source.glob("*.ipynb")):
        own = target / notebook.name
        newest = _fingerprint(notebook)
        if own.is_file() and _fingerprint(own) == newest:
            record[notebook.name] = newest
        elif not own.is_file() or _fingerprint(own) == record.get(notebook.name):
            shutil.copyfile(notebook, own)
            record[notebook.name] = newest
            yield own, False
        elif record.get(notebook.name) != newest:
            update = target / UPDATES_FOLDER / notebook.name
            update.parent.mkdir(exist_ok=True)
            shutil.copyfile(notebook, update)
            yield update, True
    record_file.write_text(json.dumps(record, indent=2), encoding="utf-8")


def is_unchanged(path: Path, folder: Path) -> bool:
    """Tell whether a file of ``folder``, where notebooks were copied to, holds nothing that a person wrote.

    It was copied there, or comes of running what was; a notebook that was only run is as it was copied.
    """
    inside = path.relative_to(folder)
    if path.name == _RECORD or _CHECKPOINTS in inside.parts:
        return True
    try:
        record = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
        if inside.parts[0] == UPDATES_FOLDER:
            return path.name in record
        return len(inside.parts) == 1 and record.get(path.name) == _fingerprint(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def lab_environment(folder: Path) -> dict[str, str]:
    """Return the environment in which the notebooks find their workshop."""
    return {**os.environ, FOLDER_VARIABLE: str(folder.resolve())}


def lab_command(folder: Path) -> list[str]:
    """Return the command that opens JupyterLab on a workshop's notebooks: on this machine only, behind a token."""
    root = f"--ServerApp.root_dir={folder.resolve() / OWN_NOTEBOOKS}"
    return [sys.executable, "-m", "jupyterlab", root, *OFFLINE]


def find_lab_address(pid: int) -> str:
    """Return the address of a JupyterLab that runs, with its token; ``""`` while it does not answer yet."""
    try:
        told = json.loads((Path(jupyter_runtime_dir()) / f"jpserver-{pid}.json").read_text(encoding="utf-8"))
        return f"{told['url']}lab?token={told['token']}"
    except (OSError, ValueError, KeyError):
        return ""


def _fingerprint(notebook: Path) -> str:
    """Fingerprint what a person wrote in a notebook; running it must not count as changing it."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    written = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
    return hashlib.sha256(json.dumps(written).encode()).hexdigest()
