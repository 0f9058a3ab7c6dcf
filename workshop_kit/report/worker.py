"""The child process of a background job: makes one report and tells how far it is.

Started as ``python -m workshop_kit.report.worker`` by ``report.aside``. One JSON object comes in on standard input,
which then stays open for as long as the one who asked lives; JSON lines go out on standard output.

=========================================== ===========================================================
request                                     reports
=========================================== ===========================================================
``{"folder", "format", "language", "room"}`` ``{"share": 0..1, "step": word}``, many times
                                            ``{"made": bytes, "undrawn": [[sign, words], …]}`` and, right
                                            behind the line, so many bytes
                                            ``{"failed": {"kind", "code", "values"}}``
=========================================== ===========================================================
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from workshop_kit.errors import CannotServe, WorkshopError
from workshop_kit.report.aside import pack_error
from workshop_kit.report.printed import Printed

#: Told how far the making is, 0 to 1, and the step it is at.
OnStep = Callable[[float, str], None]
#: Makes a file from a request, and tells how far it is.
Render = Callable[[Mapping[str, str], OnStep], Printed]

_log = logging.getLogger(__name__)


def main() -> None:
    """Make the report that standard input asks for."""
    work(_render)


def work(render: Render) -> None:
    """Make with ``render`` what standard input asks for."""
    asked, reports = _take_standard_streams()
    line = asked.readline()
    if not line:
        return
    request = json.loads(line)
    watcher = threading.Thread(target=_end_with_asker, args=(asked, request["room"]), daemon=True)
    watcher.start()

    def send(report: dict[str, Any], content: bytes = b"") -> None:
        try:
            reports.write(json.dumps(report).encode() + b"\n" + content)
            reports.flush()
        except OSError:  # nobody reads any more: the watcher is about to end this process, and clears up first
            watcher.join()

    try:
        printed = render(request, lambda share, step: send({"share": share, "step": step}))
    except WorkshopError as error:
        send({"failed": pack_error(error)})
    except Exception:  # the reader must not see a traceback; the log keeps it
        _log.exception("the report could not be made")
        send({"failed": pack_error(CannotServe("report-failed"))})
    else:
        undrawn = [[one.sign, one.within] for one in printed.undrawn]
        send({"made": len(printed.content), "undrawn": undrawn}, printed.content)


def _render(request: Mapping[str, str], on_step: OnStep) -> Printed:
    from workshop_kit.report.making import render_report  # other workers make other things

    folder, format = Path(request["folder"]), request["format"]
    failed = folder / f"synthesis-{format}-failed.ipynb"
    return render_report(folder, failed, format, request["language"], on_step)


def _take_standard_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the asker's two pipes to ourselves: cells read nothing, and what they print goes to the log."""
    asked, reports = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return asked, reports


def _end_with_asker(asked: IO[bytes], room: str) -> None:
    """Once nobody waits any more, end at once, with what the cells have started and what they left in ``room``."""
    while asked.read(1):
        pass
    shutil.rmtree(room, ignore_errors=True)
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main()
