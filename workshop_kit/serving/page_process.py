"""The process of one page: run the cells once, tell what they show, then serve a visit, or let forks serve many.

Started by the server as ``python -m workshop_kit.serving.page_process``; requests come in on standard input and
reports go out on standard output, one JSON object a line. What the cells print goes to standard error.

======================================================  =======================================================
request                                                 report
======================================================  =======================================================
``{"notebook", "ipython", "forks", "rehearse"}``, once  ``{"finished": [[output, …], …], "models": [id, …]}`` or
                                                        ``{"failed": {"code", "values"}}``
``{"visit": n, "connection": {…}, "environment": {…}}`` ``{"visit": n, "ready": {"shell_port", "iopub_port"}}``
``{"visit": n, "signal": s}``                           (forks only)
                                                        ``{"visit": n, "ended": status}`` (forks only)
======================================================  =======================================================
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import os
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from comm.base_comm import CommManager

from workshop_kit.errors import CannotServe
from workshop_kit.serving import comms, lifeline
from workshop_kit.serving.cells import PageShell, open_shell, run_cells
from workshop_kit.serving.kernel import Doorway, VisitKernel, leave, limit_log, live, rehearse_kernel
from workshop_kit.visit import WAITING_VARIABLE, begin_visit, rehearse_visit

_log = logging.getLogger(__name__)

Request = dict[str, Any]


@dataclass(frozen=True)
class Reports:
    """The way back to the server."""

    descriptor: int

    def send(self, report: dict[str, Any]) -> None:
        """Send one report, whole."""
        remaining = json.dumps(report).encode() + b"\n"
        while remaining:
            remaining = remaining[os.write(self.descriptor, remaining) :]


class Requests:
    """What the server asks, one line at a time."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._buffer = b""

    def next(self) -> Request | None:
        """Wait for one request; ``None`` once the server is gone."""
        while b"\n" not in self._buffer:
            chunk = os.read(self.descriptor, 65536)
            if not chunk:
                return None
            self._buffer += chunk
        line, _, self._buffer = self._buffer.partition(b"\n")
        return json.loads(line)  # type: ignore[no-any-return]

    def has_line(self) -> bool:
        """Tell whether a request was already read."""
        return b"\n" in self._buffer


def make_page(request: Request) -> dict[str, Any]:
    """Run the page's cells and return the report of what they show."""
    manager = comms.install()
    shell = open_shell(Path(request["ipython"]))
    os.environ[WAITING_VARIABLE] = "1"
    comms.number_from_now()
    outputs = run_cells(shell, Path(request["notebook"]))
    comms.install()  # an import of ipykernel puts its own comms in place
    _register_widgets()
    if request["rehearse"]:
        rehearse(manager)
    return {"finished": outputs, "models": list(manager.comms)}


def rehearse(manager: CommManager) -> None:
    """Go once through what every visit begins with, so that it is done, and its memory shared, before they come.

    A rehearsal that fails costs only that: the visits will do it themselves.
    """
    try:
        rehearse_visit()
        rehearse_kernel(manager)
    except Exception:
        _log.exception("the page could not be rehearsed")


def become_kernel(request: Request, reports: Reports, lifeline_end: int) -> NoReturn:
    """Serve the visit that ``request`` describes until it ends, then end this process."""
    os.environ.pop(WAITING_VARIABLE, None)
    os.environ.update(request["environment"])
    _reseed()
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:  # Windows' own cannot watch sockets
        runner.run(_serve(request, reports, lifeline_end))
    raise AssertionError("a kernel leaves from inside its loop")


async def _serve(request: Request, reports: Reports, lifeline_end: int) -> None:
    ends = asyncio.Event()
    lifeline.when_closed(lifeline_end, ends.set)
    limit_log()
    kernel = VisitKernel(Doorway(**request["connection"]), comms.install())
    PageShell.instance().kernel = kernel
    begin_visit()
    ports = kernel.open()

    def ready() -> None:
        reports.send({"visit": request["visit"], "ready": ports})
        os.close(reports.descriptor)

    await live(ready, ends)
    leave()


def _register_widgets() -> None:
    widgets = sys.modules.get("ipywidgets")
    if widgets is not None:
        widgets.register_comm_target()


def _reseed() -> None:
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def _take_standard_streams() -> tuple[Requests, Reports]:
    """Keep the server's two pipes to ourselves: cells read nothing and print to standard error."""
    requests, reports = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return Requests(requests), Reports(reports)


def main() -> None:
    """Make the page, report it, and serve."""
    requests, reports = _take_standard_streams()
    lifeline.die_with_parent(os.getppid())
    first = requests.next()
    if first is None:
        return
    try:
        report = make_page(first)
    except CannotServe as error:
        reports.send({"failed": {"code": error.code, "values": {k: str(v) for k, v in error.values.items()}}})
        return
    if first["forks"]:
        from workshop_kit.serving.forking import serve_forks

        reports.send(report)
        serve_forks(requests, reports)
    gc.collect()
    reports.send(report)
    visit = requests.next()
    if visit is not None:
        become_kernel(visit, reports, requests.descriptor)


if __name__ == "__main__":
    main()
