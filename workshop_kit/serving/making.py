"""Life of a page process: run the cells once, tell what they show, then serve a visit, or fork for many.

``pipe`` says what is asked and answered on its standard input and output. What the cells print goes to standard error.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from pathlib import Path
from typing import Any

from comm.base_comm import CommManager

from workshop_kit.environment import WAITING_VARIABLE
from workshop_kit.errors import CannotServe
from workshop_kit.serving import comms, lifeline
from workshop_kit.serving.cells import open_shell, run_cells
from workshop_kit.serving.kernel import limit_log
from workshop_kit.serving.packing import pack_code
from workshop_kit.serving.pipe import Reports, Request, Requests
from workshop_kit.serving.rehearsing import rehearse_kernel
from workshop_kit.serving.visiting import become_kernel
from workshop_kit.visit import rehearse_visit

_log = logging.getLogger(__name__)


def make_page(request: Request) -> dict[str, Any]:
    """Run the page's cells and return the report of what they show."""
    manager = comms.install()
    shell = open_shell(Path(request["ipython"]))
    os.environ[WAITING_VARIABLE] = "1"
    comms.number_from_now()
    outputs = run_cells(shell, Path(request["notebook"]))
    comms.install()  # an import of ipykernel puts its own comms in place
    _register_widgets()
    if request["rehearsals"]:
        rehearse(manager, request["rehearsals"])
    return {"finished": outputs, "models": list(manager.comms)}


def rehearse(manager: CommManager, times: int) -> None:
    """Go through what every visit begins with, so that it is done, and its memory shared, before they come.

    A rehearsal that fails costs only that: the visits will do it themselves.
    """
    try:
        watched = times > 1  # for few visitors the memory saved would not make up for the time
        if watched:
            pack_code(lambda: rehearse_once(manager))
        for _ in range(times - watched):
            rehearse_once(manager)
    except Exception:
        _log.exception("the page could not be rehearsed")


def rehearse_once(manager: CommManager) -> None:
    """Go through a whole visit by nobody: what its panels look up, then what its kernel hears and says."""
    rehearse_visit()
    rehearse_kernel(manager)


def _register_widgets() -> None:
    widgets = sys.modules.get("ipywidgets")
    if widgets is not None:
        widgets.register_comm_target()


def _take_standard_streams() -> tuple[Requests, Reports]:
    """Keep the server's two pipes to ourselves: cells read nothing and print to standard error."""
    requests, reports = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return Requests(requests), Reports(reports)


def serve_page() -> None:
    """Make the page, report it, and serve."""
    requests, reports = _take_standard_streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to answer, in the kernels of this page, too
    lifeline.die_with_parent(os.getppid())
    first = requests.next()
    if first is None:
        return
    try:
        report = make_page(first)
    except CannotServe as error:
        reports.send({"failed": {"code": error.code, "values": {k: str(v) for k, v in error.values.items()}}})
        return
    limit_log()
    if first["forks"] and sys.platform != "win32":
        from workshop_kit.serving.forking import serve_forks

        reports.send(report)
        serve_forks(requests, reports)
    gc.collect()
    reports.send(report)
    visit = requests.next()
    if visit is not None:
        become_kernel(visit, reports, requests.descriptor)
