"""The control channel, the side of a page: requests to the program that keeps the rooms (*remote procedure calls*).

One JSON object a line, over a socket of this machine alone. The first line shows a secret that the home page's own
server was told and no other; nothing is ever executed or unpickled from a line, and no line may be long. The other side
is ``hosting.control``.
"""

from __future__ import annotations

import json
import os
import socket
from typing import Any, BinaryIO, Final, Protocol

from workshop_kit import errors
from workshop_kit.environment import CONTROL_KEY_VARIABLE, CONTROL_PORT_VARIABLE
from workshop_kit.errors import CannotServe, WorkshopError

#: The longest line either side reads, in bytes.
LONGEST_LINE: Final = 4_000_000
#: Seconds after which a program that does not answer is taken for ended.
_ANSWER_WITHIN: Final = 90.0


class Control(Protocol):
    """What the home page's door asks of the program that keeps the rooms."""

    def ask(self, act: str, /, **values: Any) -> Any:
        """Have ``act`` done and return its result; raises ``WorkshopError`` as it was refused, or has ended."""

    def close(self) -> None:
        """Ask nothing any more."""


class ControlClient:
    """The channel's client: it connects with the first request, and again after the connection was lost.

    Parameters
    ----------
    port, key
        Where the program listens, and the secret it expects; ``None`` takes what this page's server was told.

    """

    def __init__(self, port: int | None = None, key: str | None = None) -> None:
        self._port, self._key = port, key
        self._lines: BinaryIO | None = None
        self._socket: socket.socket | None = None

    def ask(self, act: str, /, **values: Any) -> Any:
        """Have ``act`` done and return its result.

        Raises
        ------
        CannotServe
            ``kit-ended`` when nobody answers.
        WorkshopError
            The refusal, as the other side raised it.

        """
        line = json.dumps({"act": act, "values": values}).encode() + b"\n"
        try:
            answer = self._exchange(line)
        except (OSError, ValueError, KeyError) as error:
            self.close()
            raise CannotServe("kit-ended") from error
        if "refused" in answer:
            raise _read_refusal(answer["refused"])
        return answer["result"]

    def close(self) -> None:
        """Close the connection, if there is one."""
        if self._lines is not None:
            self._lines.close()
        if self._socket is not None:
            self._socket.close()
        self._lines = self._socket = None

    def _exchange(self, line: bytes) -> dict[str, Any]:
        if self._lines is None:
            self._connect()
        assert self._socket is not None
        assert self._lines is not None
        self._socket.sendall(line)
        answered = self._lines.readline(LONGEST_LINE)
        if not answered.endswith(b"\n"):
            raise ConnectionResetError
        answer: dict[str, Any] = json.loads(answered)
        return answer

    def _connect(self) -> None:
        port = self._port or int(os.environ[CONTROL_PORT_VARIABLE])
        key = self._key or os.environ[CONTROL_KEY_VARIABLE]
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=_ANSWER_WITHIN)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._lines = self._socket.makefile("rb")
        self._socket.sendall(json.dumps({"key": key}).encode() + b"\n")


def _read_refusal(refused: dict[str, Any]) -> WorkshopError:
    """Return an error of our tree as it was raised on the other side."""
    kind = getattr(errors, str(refused["kind"]), WorkshopError)
    if not (isinstance(kind, type) and issubclass(kind, WorkshopError)):
        kind = WorkshopError
    return kind(refused["code"], **refused["values"])
