"""Jupyter kernel of one visit: two sockets, one loop, comm and information messages only.

A visitor's browser never sends code (the server refuses it, and so does this kernel), so the interpreter half of
ipykernel has nothing to do here: no control, heartbeat or input sockets, no threads of our own, no debugger.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import hmac
import logging
import os
import platform
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import zmq
from comm.base_comm import CommManager
from jupyter_client.session import Session

from workshop_kit.environment import PORTABLE_VARIABLE, is_on
from workshop_kit.serving import comms
from workshop_kit.serving.asking import Tellings, asks_states

_log = logging.getLogger(__name__)

Message = dict[str, Any]

#: The target that would make a widget of any registered class: only the page's own cells make widgets.
MAKES_WIDGETS: Final = "jupyter.widget"
#: Comms a page holds open by its own doing; beyond, the oldest is forgotten.
OPENED_AT_MOST: Final = 32
LONGEST_IDENTIFIER: Final = 100
#: Warnings that one visit may write into the server's log.
WARNINGS_AT_MOST: Final = 100

_session: Final = Session(key=b"none yet", username="")

KERNEL_INFO: Final[Message] = {
    "status": "ok",
    "protocol_version": "5.3",
    "implementation": "page",
    "implementation_version": "1.0",
    "language_info": {
        "name": "python",
        "version": platform.python_version(),
        "mimetype": "text/x-python",
        "file_extension": ".py",
    },
    "banner": "",
    "help_links": [],
}


#: Where sockets have their folders: the system allows a path of about 100 characters, and its own place may be longer.
SOCKETS: Final = Path("/tmp")  # noqa: S108 — each folder is made by mkdtemp, for its owner alone


@dataclass(frozen=True)
class Endpoint:
    """Connection endpoint: ``ipc`` paths made from ``ip`` as Jupyter does, or ``tcp`` ports the kernel picks itself."""

    transport: str
    ip: str
    key: str

    def bind(self, socket: zmq.Socket[bytes], number: int) -> int:
        """Bind ``socket`` and return the port that names it: ``number`` for a path, a free port for TCP."""
        if self.transport == "ipc":
            socket.bind(self.address(number))
            return number
        return int(socket.bind_to_random_port(f"tcp://{self.ip}"))

    def address(self, port: int) -> str:
        """Return where to connect to what was bound."""
        return f"ipc://{self.ip}-{port}" if self.transport == "ipc" else f"tcp://{self.ip}:{port}"


class Channel:
    """Non-blocking transport, a socket on the running loop: hands over whole messages, in order, and never blocks.

    ØMQ signals its descriptor only when its state changes, and sending may swallow the signal of a message that
    arrived meanwhile; hence the look after every send.
    """

    def __init__(self, socket: Any, receive: Callable[[list[bytes]], None]) -> None:
        self._socket = socket
        self._receive = receive
        self._loop = asyncio.get_running_loop()
        self._descriptor = socket.FD
        self._loop.add_reader(self._descriptor, self._drain)
        self._loop.call_soon(self._drain)

    def close(self) -> None:
        """Hear no more, and close the socket."""
        self._loop.remove_reader(self._descriptor)
        self._socket.close()

    def send_multipart(self, frames: list[bytes], **_options: Any) -> None:
        """Send one message; what cannot be taken at once (a page that stopped reading) is dropped."""
        with contextlib.suppress(zmq.Again):
            self._socket.send_multipart(frames, zmq.NOBLOCK, copy=True)
        if self._socket.getsockopt(zmq.EVENTS) & zmq.POLLIN:
            self._loop.call_soon(self._drain)

    def _drain(self) -> None:
        while not self._socket.closed and self._socket.getsockopt(zmq.EVENTS) & zmq.POLLIN:
            frames = self._socket.recv_multipart(zmq.NOBLOCK)
            try:
                self._receive(frames)
            except Exception as error:  # one bad message must not end the visit
                count_malformed(error)


class VisitKernel:
    """Answers one browser.

    Parameters
    ----------
    endpoint
        Where to listen.
    manager
        The comms of the page's widgets.

    """

    def __init__(self, endpoint: Endpoint, manager: CommManager) -> None:
        self._endpoint = endpoint
        self._manager = manager
        self._session = take_session(endpoint.key.encode())
        self._parent: Message = {}
        self._opened: list[str] = []
        self._tellings = Tellings()
        self._context: zmq.Context[zmq.Socket[bytes]]
        self._shell: Any  # a Channel: Jupyter's session takes whatever sends frames, but is typed otherwise
        self._iopub: Any

    def open(self) -> dict[str, int]:
        """Bind the sockets inside the running loop, let the comms speak, and return the ports.

        Raises
        ------
        zmq.ZMQError
            A socket cannot be bound, as where its path is too long; none is left open.

        """
        self._context = zmq.Context()
        shell, iopub = self._context.socket(zmq.ROUTER), self._context.socket(zmq.XPUB)
        shell.linger = iopub.linger = 0
        shell.router_handover = 1
        iopub.setsockopt(zmq.XPUB_VERBOSE, 1)
        try:
            ports = {"shell_port": self._endpoint.bind(shell, 1), "iopub_port": self._endpoint.bind(iopub, 2)}
        except BaseException:  # what is left to the collector would wait for itself for ever
            self._context.destroy()
            raise
        self._shell = Channel(shell, self._answer)
        self._iopub = Channel(iopub, self._welcome)
        comms.speak_through(self._say)
        return ports

    def close(self) -> None:
        """Silence the comms, close the sockets, and end the threads that carried the messages."""
        comms.speak_through(None)
        self._tellings.close()
        self._shell.close()
        self._iopub.close()
        self._context.term()

    def get_parent(self, _channel: str | None = None) -> Message:
        """Return the message being answered (``Output`` widgets ask for it)."""
        return self._parent

    def _say(self, kind: str, content: Message, metadata: Message, buffers: Any, topic: bytes | None) -> None:
        self._session.send(
            self._iopub, kind, content, metadata=metadata, parent=self._parent, ident=topic, buffers=buffers
        )

    def _welcome(self, frames: list[bytes]) -> None:
        """Greet a new subscriber, who thereby knows that it hears everything from now on."""
        if frames[0][:1] == b"\x01":
            topic = frames[0][1:]
            self._session.send(self._iopub, "iopub_welcome", {"subscription": topic.decode()}, ident=topic or b"page")

    def _answer(self, frames: list[bytes]) -> None:
        identities, rest = self._session.feed_identities(frames)
        message = self._session.deserialize(rest)
        kind = message["header"]["msg_type"]
        if asks_states(kind, message["content"]):
            self._tellings.ask(lambda: self._try_carrying_out(kind, identities, message))
        else:
            self._carry_out(kind, identities, message)

    def _try_carrying_out(self, kind: str, identities: list[bytes], message: Message) -> None:
        try:
            self._carry_out(kind, identities, message)
        except Exception as error:  # one bad message must not end the visit
            count_malformed(error)

    def _carry_out(self, kind: str, identities: list[bytes], message: Message) -> None:
        self._parent = message
        self._status("busy")
        try:
            if kind in ("comm_open", "comm_msg", "comm_close"):
                if self._may(kind, message["content"]):
                    getattr(self._manager, kind)(None, identities, message)
            elif kind.endswith("_request"):
                self._session.send(
                    self._shell,
                    kind.removesuffix("request") + "reply",
                    self._reply(kind, message["content"]),
                    parent=message,
                    ident=identities,
                )
        finally:
            self._status("idle")
            self._parent = {}

    def _may(self, kind: str, content: Message) -> bool:
        """Tell whether a page may do this to its comms; what it opens is counted."""
        identifier = content.get("comm_id")
        if not isinstance(identifier, str) or len(identifier) > LONGEST_IDENTIFIER:
            return False
        if kind != "comm_open":
            return identifier in self._manager.comms
        target = content.get("target_name")
        if identifier in self._manager.comms or target == MAKES_WIDGETS or target not in self._manager.targets:
            return False
        self._opened.append(identifier)
        if len(self._opened) > OPENED_AT_MOST:
            self._manager.comms.pop(self._opened.pop(0), None)
        return True

    def _reply(self, kind: str, content: Message) -> Message:
        if kind == "kernel_info_request":
            return KERNEL_INFO
        if kind == "comm_info_request":
            target = content.get("target_name")
            known = {
                identifier: {"target_name": comm.target_name}
                for identifier, comm in self._manager.comms.items()
                if target in (None, comm.target_name)
            }
            return {"status": "ok", "comms": known}
        return {"status": "error", "ename": "Refused", "evalue": f"{kind} is not for visitors", "traceback": []}

    def _status(self, state: str) -> None:
        self._session.send(self._iopub, "status", {"execution_state": state}, parent=self._parent, ident=b"status")


class Malformed(logging.Filter):
    """Log digest of the messages of a page that are none: counted and summed up, never told with their traceback.

    What a page sends may be anything; an intention that fails for a reason of our own is logged by its panel.
    """

    def __init__(self) -> None:
        super().__init__()
        self._counted = 0

    def count(self, kind: str) -> None:
        """Count one, and say so at the first, the tenth, the hundredth."""
        self._counted += 1
        if str(self._counted).strip("0") == "1":
            _log.warning("malformed messages of a page so far: %d (%s)", self._counted, kind)

    def filter(self, record: logging.LogRecord) -> bool:
        """Count what the library of comms would log, instead of it."""
        error = record.exc_info[0] if record.exc_info else None
        self.count("no such comm" if error is None else error.__name__)
        return False


_malformed: Final = Malformed()


def count_malformed(error: Exception) -> None:
    """Count a message that could not be read."""
    _malformed.count(type(error).__name__)


class FewWords(logging.Filter):
    """Log quota: lets a number of records through, then none: no visitor can fill the disk by misbehaving."""

    def __init__(self, at_most: int = WARNINGS_AT_MOST) -> None:
        super().__init__()
        self._left = at_most

    def filter(self, record: logging.LogRecord) -> bool:
        """Count a record."""
        self._left -= 1
        return self._left >= 0


def limit_log() -> None:
    """Let each visit of this page say only so much in the server's log; copies of the process count for themselves."""
    logging.getLogger("Comm").addFilter(_malformed)
    few = FewWords()
    for handler in (*logging.getLogger().handlers, logging.lastResort):
        if handler is not None:
            handler.addFilter(few)


def take_session(key: bytes) -> Session:
    """Return the one session of this process, as if new, signing with ``key``.

    Making one costs a copied process a megabyte; the one that was rehearsed takes another key. It keeps its name, which
    nothing goes by: the ids of messages hold the number of the process, too.
    """
    _session.auth = hmac.HMAC(key, digestmod=_session.digest_mod)
    _session.pid = os.getpid()
    _session.digest_history.clear()
    return _session


async def live(kernel_ready: Callable[[], None], ends: asyncio.Event) -> None:
    """Tell that the kernel is ready, then live until ``ends`` is set or the process is asked to end."""
    loop = asyncio.get_running_loop()
    if sys.platform != "win32" and not is_on(PORTABLE_VARIABLE):  # asyncio's own way looks at every signal there is
        signal.signal(signal.SIGTERM, lambda *_: loop.call_soon_threadsafe(ends.set))
    kernel_ready()
    await ends.wait()


def leave() -> None:
    """End this process: run what was registered for its end, but do not take the interpreter apart.

    Taking it apart writes to every object, and so would copy every page shared with the finished page.
    """
    with contextlib.suppress(Exception):
        atexit._run_exitfuncs()
    os._exit(0)
