"""Handles of child processes, the server's end of a page process: what it shows, and the kernels that come of it."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import json
import logging
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, Protocol

from workshop_kit.environment import PYTHON, SERVED_VARIABLE, WAITING_VARIABLE
from workshop_kit.errors import CannotServe, InvalidEntry
from workshop_kit.running.notebook import list_code, read_notebook
from workshop_kit.serving import lifeline

_log = logging.getLogger(__name__)

#: What is loaded before pages are made: modules of this kit alone, of which we know that they start no thread.
_KIT: Final = __name__.partition(".")[0]
#: Seconds a page's cells, or a kernel, may take to be ready.
PATIENCE: Final = 120.0


@dataclass(frozen=True)
class PageRequest:
    """What a page process is started with."""

    notebook: Path
    environment: Mapping[str, str]
    ipython_folder: Path


@dataclass(frozen=True)
class FinishedPage:
    """What a page's cells showed: the outputs of each code cell, and the widgets' identifiers in order."""

    outputs: list[list[dict[str, Any]]]
    models: tuple[str, ...]


class KernelProcess:
    """One visitor's kernel process, as the server sees it.

    ``ports`` is done once the kernel listens, and fails if it ends before; ``ended`` is done with its exit status.
    ``kept`` is whether the kernel says that the visit matters, and ``on_kept`` is told each time it says so.
    ``orphaned`` is whether it ended with the process of its page, which was gone before anybody could know.
    """

    def __init__(self, send_signal: Callable[[int], None]) -> None:
        loop = asyncio.get_running_loop()
        self.ports: asyncio.Future[dict[str, int]] = loop.create_future()
        self.ended: asyncio.Future[int] = loop.create_future()
        self.kept = self.orphaned = False
        self.on_kept: Callable[[bool], None] = lambda _: None
        self.send_signal = send_signal

    def report_kept(self, kept: bool) -> None:
        """Take the kernel's word that the visit matters, or no longer."""
        self.kept = kept
        self.on_kept(kept)

    def report_ready(self, ports: dict[str, int]) -> None:
        """Take the kernel's word that it listens."""
        if not self.ports.done():
            self.ports.set_result(ports)

    def report_ended(self, status: int) -> None:
        """Take note of the end of the process."""
        if not self.ports.done():
            self.ports.set_exception(CannotServe("kernel-ended", status=status))
            self.ports.exception()  # whoever waits sees it; nobody waiting is no fault
        if not self.ended.done():
            self.ended.set_result(status)

    def report_orphaned(self, status: int) -> None:
        """Take note of the end of the process with that of its page."""
        self.orphaned = True
        self.report_ended(status)


class KernelSource(Protocol):
    """Where the kernels of one page come from."""

    page: FinishedPage

    async def start(self, connection: dict[str, str], environment: Mapping[str, str]) -> KernelProcess:
        """Begin a visit; the process's ``ports`` tell when its kernel listens."""

    async def close(self) -> None:
        """End every process."""


class PageChild(Protocol):
    """A page's process as whoever asked for it holds it: a ``subprocess.Popen``, or a child of a nursery."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None
    pid: int

    def poll(self) -> int | None:
        """Return the exit status, ``None`` while it runs."""

    def wait(self) -> int:
        """Wait for the end and return the exit status."""

    def send_signal(self, number: int, /) -> None:
        """Send it a signal, unless it has ended."""

    def terminate(self) -> None:
        """Ask it to end."""

    def kill(self) -> None:
        """End it."""


def start_page(environment: Mapping[str, str]) -> PageChild:
    """Start a page process that loads everything by itself."""
    return subprocess.Popen(
        [*PYTHON, "-m", "workshop_kit.serving.page_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        **lifeline.own_group(),
    )


#: What starts a page process in an environment.
Launch = Callable[[Mapping[str, str]], PageChild]


class PageProcess:
    """A running page process: its requests, its reports, its end.

    Made with ``PageProcess.start``, which returns once the cells have run.
    """

    page: FinishedPage

    def __init__(self, request: PageRequest, launch: Launch, *, forks: bool, rehearsals: int) -> None:
        self._loop = asyncio.get_running_loop()
        self._finished: asyncio.Future[FinishedPage] = self._loop.create_future()
        self._kernels: dict[int, KernelProcess] = {}
        self._visits = 0
        self._forks = forks
        self.ended: asyncio.Future[int] = self._loop.create_future()
        environment = page_environment(request.environment)
        self._process = launch(environment)
        threading.Thread(target=self._listen, daemon=True).start()
        self._request(
            notebook=str(request.notebook), ipython=str(request.ipython_folder), forks=forks, rehearsals=rehearsals
        )

    @classmethod
    async def start(
        cls, request: PageRequest, *, forks: bool, rehearsals: int, launch: Launch = start_page
    ) -> PageProcess:
        """Start a process and wait until its page is finished; raises ``CannotServe`` if it cannot be."""
        process = cls(request, launch, forks=forks, rehearsals=rehearsals)
        try:
            process.page = await asyncio.wait_for(asyncio.shield(process._finished), PATIENCE)
        except TimeoutError:
            await process.close()
            raise CannotServe("page-too-slow", page=request.notebook.name, seconds=int(PATIENCE)) from None
        except BaseException:
            await process.close()
            raise
        return process

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def is_taken(self) -> bool:
        """Whether a visit has begun."""
        return self._visits > 0

    def begin(self, connection: dict[str, str], environment: Mapping[str, str]) -> KernelProcess:
        """Ask for a visit: of a copy of this process if it forks, otherwise of itself."""
        self._visits += 1
        visit = self._visits
        kernel = KernelProcess(lambda number: self._signal(visit, number))
        self._kernels[visit] = kernel
        if self.ended.done():
            kernel.report_orphaned(self.ended.result())
        else:
            self._request(visit=visit, connection=connection, environment=dict(environment))
        return kernel

    async def close(self) -> None:
        """End the process, and with it every copy."""
        with contextlib.suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.close()
        if not self._forks:
            self._process.terminate()
        try:
            await asyncio.wait_for(asyncio.shield(self.ended), 2.0)
        except TimeoutError:
            self._process.kill()
            await self.ended

    def _signal(self, visit: int, number: int) -> None:
        if self._forks:
            self._request(visit=visit, signal=number)
        elif self._process.poll() is None:
            self._process.send_signal(number)

    def _request(self, **request: Any) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            _log.warning("a page process is gone: %s was not asked", sorted(request))

    def _listen(self) -> None:
        """Read reports in a thread of its own: pipes cannot be polled on Windows."""
        assert self._process.stdout is not None
        with self._process.stdout as reports:
            for line in reports:
                if line.endswith(b"\n"):  # else it was ended in the middle of a word
                    self._tell(self._take, json.loads(line))
        self._tell(self._take_end, self._process.wait())

    def _tell(self, take: Callable[[Any], None], told: Any) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            self._loop.call_soon_threadsafe(take, told)

    def _take(self, report: dict[str, Any]) -> None:
        if "finished" in report:
            self._finished.set_result(FinishedPage(report["finished"], tuple(report["models"])))
        elif "failed" in report:
            self._finished.set_exception(CannotServe(report["failed"]["code"], **report["failed"]["values"]))
        elif "ready" in report:
            self._kernels[report["visit"]].report_ready(report["ready"])
        elif "kept" in report:
            if report["visit"] in self._kernels:
                self._kernels[report["visit"]].report_kept(bool(report["kept"]))
        elif "ended" in report:
            self._kernels.pop(report["visit"]).report_ended(report["ended"])

    def _take_end(self, status: int) -> None:
        if not self._finished.done():
            self._finished.set_exception(CannotServe("kernel-ended", status=status))
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        self.ended.set_result(status)
        for kernel in self._kernels.values():
            kernel.report_orphaned(status)
        self._kernels.clear()


def page_environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which a page is made."""
    return {**os.environ, **given, WAITING_VARIABLE: "1", SERVED_VARIABLE: "1"}


def end_signals() -> tuple[int, int]:
    """Return the signal that asks a kernel to end and the one that ends it; the same on Windows."""
    return signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)


def list_modules(notebooks: Iterable[Path]) -> list[str]:
    """Return the modules of the kit that the code of some notebooks imports; what cannot be read says none."""
    found: dict[str, None] = {}
    for notebook in notebooks:
        with contextlib.suppress(OSError, InvalidEntry):
            for cell in list_code(read_notebook(notebook)):
                with contextlib.suppress(SyntaxError):
                    found |= dict.fromkeys(_list_imported(ast.parse(cell["source"])))
    return [module for module in found if module.partition(".")[0] == _KIT]


def _list_imported(code: ast.Module) -> Iterable[str]:
    for node in code.body:
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
