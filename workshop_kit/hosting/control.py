"""The control channel, the side of the program that keeps the rooms: a server on this machine alone.

Whoever connects must show the secret with the first line, within seconds, or is hung up on. Lines are JSON objects of
bounded length; what an object asks for is looked up among the acts of the home page, never evaluated. The other side is
``live.home.control``.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import logging
import secrets
import socket
import threading
from typing import Any, BinaryIO, Final, Protocol

from workshop_kit.errors import CannotServe, InvalidEntry, WorkshopError
from workshop_kit.live.home.control import LONGEST_LINE

#: Seconds in which the secret must be shown, and the most connections at one time: a page has one.
_SHOWN_WITHIN: Final = 3.0
_AT_ONCE: Final = 40
_LONGEST_KEY_LINE: Final = 500

_log = logging.getLogger(__name__)


class Answers(Protocol):
    """What answers requests."""

    def ask(self, act: str, /, **values: Any) -> Any:
        """Do ``act`` and return a result that JSON can hold; raises ``WorkshopError``."""


class ControlServer:
    """The channel's server; use as a context manager.

    Attributes
    ----------
    port, key
        What a page's server must be told.

    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.key = secrets.token_urlsafe(32)
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=16)
        self.port: int = self._socket.getsockname()[1]
        self._places = threading.BoundedSemaphore(_AT_ONCE)
        self._open: set[socket.socket] = set()
        self._ended = False

    def __enter__(self) -> ControlServer:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended = True
        for one in (self._socket, *list(self._open)):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        while not self._ended:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            if not self._places.acquire(blocking=False):
                connection.close()
                continue
            self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            connection.settimeout(_SHOWN_WITHIN)
            with connection, connection.makefile("rb") as lines:
                if not self._knows_key(lines.readline(_LONGEST_KEY_LINE)):
                    return
                connection.settimeout(None)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._answer_lines(connection, lines)
        except (OSError, ValueError):  # hung up, or silent for too long
            return
        finally:
            self._open.discard(connection)
            self._places.release()

    def _knows_key(self, line: bytes) -> bool:
        try:
            shown = json.loads(line)["key"]
        except (ValueError, KeyError, TypeError):
            return False
        return isinstance(shown, str) and hmac.compare_digest(shown.encode(), self.key.encode())

    def _answer_lines(self, connection: socket.socket, lines: BinaryIO) -> None:
        while line := lines.readline(LONGEST_LINE):
            if not line.endswith(b"\n"):
                return
            connection.sendall(json.dumps(self._answer(line)).encode() + b"\n")

    def _answer(self, line: bytes) -> dict[str, Any]:
        try:
            asked = json.loads(line)
            act, values = asked["act"], asked["values"]
            if not isinstance(act, str) or not isinstance(values, dict):
                raise InvalidEntry("malformed-intention")
            return {"result": self._answers.ask(act, **values)}
        except WorkshopError as error:
            return {"refused": _tell(error)}
        except (ValueError, KeyError, TypeError):
            _log.exception("a request could not be read")
            return {"refused": _tell(InvalidEntry("malformed-intention"))}
        except Exception:  # whoever asked must get an answer, and the rooms must go on
            _log.exception("a request failed")
            return {"refused": _tell(CannotServe("kit-failed"))}


def _tell(error: WorkshopError) -> dict[str, Any]:
    values = {
        name: value if isinstance(value, int | float | str | bool | None) else str(value)
        for name, value in error.values.items()
    }
    return {"kind": type(error).__name__, "code": error.code, "values": values}
