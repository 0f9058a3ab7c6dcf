"""A page's cells, run once in this process by the kit's one runner, in the shell that its visits keep."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from workshop_kit.errors import CannotServe, InvalidEntry
from workshop_kit.places import notebooks_folder
from workshop_kit.running.notebook import list_code, read_notebook
from workshop_kit.running.shell import CellShell, Output, configure_shell


class PageShell(CellShell):
    """The shell of a page: the one of its process, from its first cell to the end of the visit."""

    #: The kernel of the visit, once there is one; widgets such as ``Output`` look for it here.
    kernel: Any = None


def open_shell(ipython_folder: Path) -> PageShell:
    """Return the one shell of this process; its files stay in ``ipython_folder``, its history is off."""
    os.environ["IPYTHONDIR"] = str(ipython_folder)
    return PageShell.instance(config=configure_shell(), ipython_dir=str(ipython_folder))


def run_cells(shell: PageShell, notebook: Path) -> list[list[Output]]:
    """Run every code cell from the notebook's own folder and return the outputs of each.

    Raises ``CannotServe("page-unreadable")`` for a file that is no notebook, and ``CannotServe("page-failed")``
    with the cell's number and the error's words if a cell raises: better said now than to a whole room.
    """
    try:
        cells = list_code(read_notebook(notebook))
    except (OSError, InvalidEntry) as error:
        reason = str(error.__cause__ or error)
        raise CannotServe("page-unreadable", page=str(notebook), reason=reason) from error
    os.chdir(notebook.parent)
    # a compiled file beside somebody's notebook would be a program that nobody wrote
    sys.dont_write_bytecode |= notebook.parent != notebooks_folder()
    sys.path.insert(0, str(notebook.parent))
    try:
        return [_run_cell(shell, notebook, number, cell["source"]) for number, cell in enumerate(cells, start=1)]
    finally:
        shell.end_loop()  # a page holds no socket when it is copied


def _run_cell(shell: PageShell, notebook: Path, number: int, source: str) -> list[Output]:
    run = shell.run(source)
    if run.error is not None:
        sys.stderr.write("".join(map(_read_text, run.outputs)))
        reason = f"{type(run.error).__name__}: {run.error}"
        raise CannotServe("page-failed", page=notebook.name, cell=number, reason=reason)
    return run.outputs


def _read_text(output: Output) -> str:
    return "\n".join([*output["traceback"], ""]) if output["output_type"] == "error" else output.get("text", "")
