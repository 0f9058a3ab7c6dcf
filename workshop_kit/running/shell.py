"""An IPython shell in this very process: runs one cell at a time and keeps what it shows, without a kernel."""

from __future__ import annotations

import asyncio
import atexit
import base64
import builtins
import contextlib
import os
import sys
import tempfile
import threading
import tokenize
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

#: One output of a cell, as the notebook format writes it.
Output = dict[str, Any]

_PROMPTS: Final = ("ps1", "ps2", "ps3")
_BUILTINS: Final = ("display", "__IPYTHON__")


@dataclass(frozen=True)
class CellRun:
    """What became of a cell: what it showed, in order, and the error it ended on, if any."""

    outputs: list[Output]
    error: BaseException | None


class _KeepResult(DisplayHook):
    """Keeps the value of a cell's last expression instead of printing it."""

    shell: Any

    def __call__(self, result: Any = None) -> None:
        if result is None or self.shell.cell_is_quiet:
            return
        data, metadata = self.shell.display_formatter.format(result)
        if data:
            self.shell.keep("execute_result", data, metadata, execution_count=None)


class _KeepDisplayed(DisplayPublisher):
    """Keeps what ``display()`` shows."""

    shell: Any

    def publish(self, data: Any, metadata: Any = None, *_positional: Any, **_named: Any) -> None:
        self.shell.keep("display_data", data, metadata or {})

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear()


class CellShell(InteractiveShell):
    """An IPython shell without sockets, threads or history, for cells that run once."""

    displayhook_class = Type(_KeepResult)
    display_pub_class = Type(_KeepDisplayed)
    cell_is_quiet = False

    def __init__(self, **named: Any) -> None:
        self.outputs: list[Output] = []
        self._shown_error: BaseException | None = None
        self._loop: asyncio.Runner | None = None
        super().__init__(**named)  # type: ignore[no-untyped-call]
        self.loop_runner = self._await

    def run(self, source: str) -> CellRun:
        """Run one cell. A value that cannot be shown is an error of its cell: it would be missing without a word."""
        self.outputs, self._shown_error = [], None
        self.cell_is_quiet = self._ends_on_semicolon(source)
        try:
            with contextlib.redirect_stdout(_KeepText(self, "stdout")), _kept_errors(self):
                result = self.run_cell(source, store_history=False)  # type: ignore[no-untyped-call]
            error = result.error_in_exec or result.error_before_exec or self._shown_error
            if error is not None and not any(output["output_type"] == "error" for output in self.outputs):
                self._keep_error(type(error), error, [])
            return CellRun(self.outputs, error)
        finally:
            self.outputs = []  # what is shown after the cells have run is nobody's

    def keep(self, kind: str, data: dict[str, Any], metadata: dict[str, Any], **more: Any) -> None:
        """Keep one output of the cell that runs."""
        encoded = {mime: _encode(value) for mime, value in data.items()}
        self.outputs.append({"output_type": kind, "data": encoded, "metadata": metadata, **more})

    def end_loop(self) -> None:
        """End the loop that cells which await had, and its sockets with it."""
        if self._loop is not None:
            _call_outside_loop(self._loop.close)
            self._loop = None

    def enable_gui(self, gui: str | None = None) -> None:
        """Ignore graphical toolkits: nobody sits before this process."""

    def _ends_on_semicolon(self, source: str) -> bool:
        """Tell whether the last value is not to be shown; of a cell that is no Python, its own error will tell."""
        try:
            return bool(self.displayhook.semicolon_at_end_of_expression(source))  # type: ignore[no-untyped-call]
        except (tokenize.TokenError, SyntaxError):
            return False

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        self._shown_error = evalue
        self._keep_error(etype, evalue, stb)

    def _keep_error(self, kind: type[BaseException], error: BaseException, lines: list[str]) -> None:
        self.outputs.append(
            {"output_type": "error", "ename": kind.__name__, "evalue": str(error), "traceback": list(lines)}
        )

    def _await(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run a cell that awaits: one loop for all of them, never one that is running already."""
        if self._loop is None:
            self._loop = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        loop = self._loop
        return _call_outside_loop(lambda: loop.run(work))


class _KeepText:
    """A stream that keeps what cells print, in its place among the outputs."""

    def __init__(self, shell: CellShell, name: str) -> None:
        self._shell = shell
        self._name = name

    def write(self, text: str) -> int:
        outputs = self._shell.outputs
        last = outputs[-1] if outputs else None
        if last is not None and last["output_type"] == "stream" and last["name"] == self._name:
            last["text"] += text
        elif text:
            outputs.append({"output_type": "stream", "name": self._name, "text": text})
        return len(text)

    def flush(self) -> None:
        """Nothing waits."""

    def isatty(self) -> bool:
        return False


def configure_shell() -> Config:
    """Return the configuration of a shell that runs a notebook once: no history, no colours, no cache of results."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.cache_size = 0
    return config


@contextlib.contextmanager
def borrow_process(place: Path) -> Iterator[CellShell]:
    """Give a shell of its own, run from the folder ``place``, then put the process back as it was.

    The caller may itself be a cell of somebody's notebook: their shell, ``__main__``, ``sys.path``, hooks, working
    folder and event loop are theirs again afterwards. Not for two threads at once: a process has one of each.
    """
    with contextlib.ExitStack() as afterwards:
        files = afterwards.enter_context(tempfile.TemporaryDirectory(prefix="workshop-kit-ipython-"))
        afterwards.callback(_remember_process())
        shell = CellShell(config=configure_shell(), ipython_dir=files, user_module=ModuleType("__main__"))
        afterwards.callback(atexit.unregister, shell.atexit_operations)
        afterwards.callback(shell.end_loop)
        # where display() and get_ipython() find the process's one shell
        InteractiveShell._instance = shell  # type: ignore[assignment]  # set as ``instance()`` does
        os.chdir(place)
        sys.path.insert(0, str(place))
        yield shell


def _remember_process() -> Any:
    folder, path, instance = Path.cwd(), list(sys.path), InteractiveShell.__dict__.get("_instance")
    main, hooks = sys.modules.get("__main__"), (sys.displayhook, sys.excepthook)
    kept = [(sys.__dict__, name) for name in _PROMPTS] + [(builtins.__dict__, name) for name in _BUILTINS]
    values = [(names, name, name in names, names.get(name)) for names, name in kept]

    def restore() -> None:
        os.chdir(folder)
        sys.path[:] = path
        InteractiveShell._instance = instance
        sys.displayhook, sys.excepthook = hooks
        if main is not None:
            sys.modules["__main__"] = main
        for names, name, was_there, value in values:
            if was_there:
                names[name] = value
            else:
                names.pop(name, None)

    return restore


def _call_outside_loop(work: Callable[[], Any]) -> Any:
    """Call something that runs a loop of its own: in a thread of its own too, where this one runs a loop already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return work()
    done: Future[Any] = Future()

    def call() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # raised again where the cell was run
            done.set_exception(error)

    thread = threading.Thread(target=call, name="cell-that-awaits")
    thread.start()
    thread.join()
    return done.result()


def _kept_errors(shell: CellShell) -> contextlib.redirect_stderr[Any]:
    return contextlib.redirect_stderr(_KeepText(shell, "stderr"))


def _encode(value: Any) -> Any:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value
