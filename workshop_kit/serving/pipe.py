"""Line protocol between a server and its page processes: one JSON object a line, requests one way, reports the other.

======================================================  =======================================================
request                                                 report
======================================================  =======================================================
``{"notebook", "ipython", "forks", "rehearsals"}``       ``{"finished": [[output, …], …], "models": [id, …]}`` or
                                                        ``{"failed": {"code", "values"}}``
``{"visit": n, "connection": {…}, "environment": {…}}`` ``{"visit": n, "ready": {"shell_port", "iopub_port"}}``
``{"visit": n, "signal": s}``                           (forks only)
                                                        ``{"visit": n, "kept": k}``, whether it matters to somebody
                                                        ``{"visit": n, "ended": status}`` (forks only)
======================================================  =======================================================
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import Any, Final

Request = dict[str, Any]

#: Bytes of one message to a nursery at most: an environment is far below.
LONGEST: Final = 1 << 18


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
