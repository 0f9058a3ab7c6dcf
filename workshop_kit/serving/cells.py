"""In-process notebook runner: run a notebook's cells in this process and keep what they display."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from workshop_kit.errors import CannotServe

Output = dict[str, Any]

_outputs: list[Output] = []


class _KeepResult(DisplayHook):
    """Keeps the value of a cell's last expression instead of printing it."""

    shell: Any

    def __call__(self, result: Any = None) -> None:
        if result is None or self.shell.cell_is_quiet:
            return
        data, metadata = self.shell.display_formatter.format(result)
        if data:
            _keep("execute_result", data, metadata, execution_count=None)


class _KeepDisplayed(DisplayPublisher):
    """Keeps what ``display()`` shows."""

    def publish(self, data: Any, metadata: Any = None, *_positional: Any, **_named: Any) -> None:
        _keep("display_data", data, metadata or {})

    def clear_output(self, wait: bool = False) -> None:
        _outputs.clear()


class PageShell(InteractiveShell):
    """An IPython shell without sockets, threads or history, for cells that run once."""

    displayhook_class = Type(_KeepResult)
    display_pub_class = Type(_KeepDisplayed)
    cell_is_quiet = False
    #: The kernel of the visit, once there is one; widgets such as ``Output`` look for it here.
    kernel: Any = None

    def enable_gui(self, gui: str | None = None) -> None:
        """Ignore graphical toolkits: a page has none."""


class _KeepText:
    """A stream that keeps what cells print, in its place among the outputs."""

    def __init__(self, name: str) -> None:
        self._name = name

    def write(self, text: str) -> int:
        last = _outputs[-1] if _outputs else None
        if last is not None and last["output_type"] == "stream" and last["name"] == self._name:
            last["text"] += text
        elif text:
            _outputs.append({"output_type": "stream", "name": self._name, "text": text})
        return len(text)

    def flush(self) -> None:
        """Nothing waits."""

    def isatty(self) -> bool:
        return False


def open_shell(ipython_folder: Path) -> PageShell:
    """Return the one shell of this process; its files stay in ``ipython_folder``, its history is off."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.cache_size = 0
    os.environ["IPYTHONDIR"] = str(ipython_folder)
    return PageShell.instance(config=config, ipython_dir=str(ipython_folder))


def run_cells(shell: PageShell, notebook: Path) -> list[list[Output]]:
    """Run every code cell from the notebook's own folder and return the outputs of each.

    Raises ``CannotServe("page-unreadable")`` for a file that is no notebook, and ``CannotServe("page-failed")``
    with the cell's number and the error's words if a cell raises: better said now than to a whole room.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError) as error:
        raise CannotServe("page-unreadable", page=str(notebook), reason=str(error)) from error
    os.chdir(notebook.parent)
    sys.path.insert(0, str(notebook.parent))
    codes = [cell for cell in cells if cell["cell_type"] == "code"]
    return [_run_cell(shell, notebook, number, "".join(cell["source"])) for number, cell in enumerate(codes, start=1)]


def _run_cell(shell: Any, notebook: Path, number: int, source: str) -> list[Output]:
    _outputs.clear()
    shell.cell_is_quiet = shell.displayhook.semicolon_at_end_of_expression(source)
    with _kept_streams():
        result = shell.run_cell(source, store_history=False)
    error = result.error_before_exec or result.error_in_exec
    if error is not None:
        printed = "".join(output.get("text", "") for output in _outputs)
        sys.stderr.write(printed)
        raise CannotServe("page-failed", page=notebook.name, cell=number, reason=f"{type(error).__name__}: {error}")
    return list(_outputs)


@contextlib.contextmanager
def _kept_streams() -> Iterator[None]:
    with contextlib.redirect_stdout(_KeepText("stdout")), contextlib.redirect_stderr(_KeepText("stderr")):
        yield


def _keep(kind: str, data: dict[str, Any], metadata: dict[str, Any], **more: Any) -> None:
    encoded = {mime: _encode(value) for mime, value in data.items()}
    _outputs.append({"output_type": kind, "data": encoded, "metadata": metadata, **more})


def _encode(value: Any) -> Any:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value
