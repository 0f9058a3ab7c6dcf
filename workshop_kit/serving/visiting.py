"""Session start in a page process: from the finished page to the kernel of one visit, until that ends."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import sys
from typing import NoReturn

from workshop_kit.environment import WAITING_VARIABLE
from workshop_kit.serving import comms, lifeline
from workshop_kit.serving.cells import PageShell
from workshop_kit.serving.kernel import Endpoint, VisitKernel, leave, live
from workshop_kit.serving.pipe import Reports, Request
from workshop_kit.visit import begin_visit, keep_through


def become_kernel(request: Request, reports: Reports, lifeline_end: int) -> NoReturn:
    """Serve the visit that ``request`` describes until it ends, then end this process."""
    if WAITING_VARIABLE in os.environ:
        del os.environ[WAITING_VARIABLE]
    for name, value in request["environment"].items():  # update() looks into a hundred shared objects more
        os.environ[name] = value
    _reseed()
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:  # Windows' own cannot watch sockets
        runner.run(_serve(request, reports, lifeline_end))
    raise AssertionError("a kernel leaves from inside its loop")


async def _serve(request: Request, reports: Reports, lifeline_end: int) -> None:
    ends = asyncio.Event()
    lifeline.when_closed(lifeline_end, ends.set)
    kernel = VisitKernel(Endpoint(**request["connection"]), comms.install())
    PageShell.instance().kernel = kernel
    keep_through(lambda kept: _tell_kept(reports, request["visit"], kept))
    begin_visit()
    ports = kernel.open()

    def ready() -> None:
        reports.send({"visit": request["visit"], "ready": ports})

    await live(ready, ends)
    leave()


def _tell_kept(reports: Reports, visit: int, kept: bool) -> None:
    with contextlib.suppress(OSError):  # the server is gone, and this process is about to be
        reports.send({"visit": visit, "kept": kept})


def _reseed() -> None:
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()
