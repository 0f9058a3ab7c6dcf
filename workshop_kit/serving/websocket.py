"""WebSocket handler between a page and its kernel: Voilà's, for the owner of the kernel alone."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from collections.abc import Awaitable
from typing import Any, Final
from urllib.parse import urlsplit

from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError, WebSocketProtocol
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workshop_kit.serving.close_codes import GOING_AWAY, HERE, MALFORMED
from workshop_kit.serving.frames import PageProtocol
from workshop_kit.serving.jupyter import ALLOWED_MESSAGES
from workshop_kit.serving.pacing import LONGEST_PAUSE
from workshop_kit.serving.visitors import IdentifiesVisitors

#: Connections that one kernel takes: a page holds one, and one more while it reconnects.
PER_KERNEL: Final = 4
#: Seconds between pings, and of silence after which a connection counts as lost.
PING_EVERY: Final = 15.0
LOST_AFTER: Final = 50.0
#: Seconds in which a page answers that is asked because somebody waits for its seat.
ANSWERS_WITHIN: Final = 3.0
#: The one websocket protocol spoken: Jupyter's binary one.
PROTOCOL: Final = "v1.kernel.websocket.jupyter.org"
#: Offsets in a message: the channel, four parts and the end, then a few buffers.
FEWEST_PARTS: Final = 6
MOST_PARTS: Final = 64
#: What a page calls its session; it becomes the name of a socket.
_SESSION: Final = re.compile(r"[0-9A-Za-z_-]{0,64}")


def is_well_formed(message: bytes) -> bool:
    """Tell whether a message holds the parts that it announces.

    Jupyter's own reader believes the announced number of parts: eight bytes would keep it counting for ever.
    """
    count = int.from_bytes(message[:8], "little")
    end = 8 * (count + 1)
    if not FEWEST_PARTS <= count <= MOST_PARTS or len(message) < end:
        return False
    offsets = [int.from_bytes(message[start : start + 8], "little") for start in range(8, end, 8)]
    return offsets[0] == end and offsets == sorted(offsets) and offsets[-1] == len(message)


def read_kind(message: bytes) -> tuple[str, str] | None:
    """Return the channel and the kind of a well-formed message, ``None`` if it says neither.

    Jupyter drops what a page may not send as well, but writes what it received into the log: a visitor's words do
    not belong there.
    """
    offsets = [int.from_bytes(message[8 * part : 8 * part + 8], "little") for part in (1, 2, 3)]
    try:
        header = json.loads(message[offsets[1] : offsets[2]])
        return message[offsets[0] : offsets[1]].decode("ascii"), str(header["msg_type"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _rest(pause: float) -> Awaitable[None] | None:
    """Return what is waited for before anything more is read; a server that ends meanwhile does so without a word."""

    async def rest() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(pause)

    return rest() if pause > 0 else None


class PageWebsocket(IdentifiesVisitors, VoilaKernelWebsocketHandler):
    """Opens for the visitor whose kernel it is, from a page of this server, and for nobody else."""

    kernel_id: str
    #: Messages that came, and their bytes.
    messages = said = 0
    #: Neither Jupyter's pings nor Tornado's, who read this number in different units: see ``feel_pulse``.
    ping_interval = ping_timeout = 0.0

    def set_default_headers(self) -> None:
        """Say no more than needed."""
        self.clear_header("Server")

    async def prepare(self) -> None:
        """Refuse strangers before anything of Jupyter's looks at the request."""
        self.room.connections.hear(getattr(self.request.connection, "stream", None))
        self.refuse_other_hosts()
        if not self.room.is_ready:  # a room that is being closed: the page stays as it is
            raise HTTPError(503)
        refusal = self._find_refusal()
        if refusal is not None:
            pause = self.room.pace.ask(self.find_visitor() if self.was_in() else None, self.request.remote_ip or "")
            await asyncio.sleep(min(pause, LONGEST_PAUSE))
            raise HTTPError(refusal)

    def _find_refusal(self) -> int | None:
        """Return the status that a connection is refused with, ``None`` if it may be opened."""
        kernel, visitor = self.path_kwargs["kernel_id"], self.find_visitor()
        if visitor is None or not self.has_key() or not self.room.leases.belongs_to(kernel, visitor):
            return 403
        if not self._is_well_asked():
            return 400
        if len(self.room.sockets.get(kernel, ())) >= PER_KERNEL or not self.room.pace.may_connect(visitor):
            return 429
        return None

    def _is_well_asked(self) -> bool:
        """Tell whether the session has a name that can be used, and the address of the page one that can be read."""
        try:
            urlsplit(self.request.headers.get("Origin", ""))
            return _SESSION.fullmatch(self.get_query_argument("session_id", "")) is not None
        except (ValueError, HTTPError):
            return False

    def write_error(self, status_code: int, **_named: Any) -> None:
        """Answer with the status alone: no page shows it, and Jupyter's own page of errors is not there."""
        self.finish()

    def check_origin(self, origin: str) -> bool:
        """Refuse pages of other addresses, without a word of them in the log."""
        host: str = self.request.host
        return urlsplit(origin).netloc.lower() == host.lower()

    def get_websocket_protocol(self) -> WebSocketProtocol | None:
        """Return the protocol that counts what comes and what is not read."""
        made = super().get_websocket_protocol()
        return None if made is None else PageProtocol(self, False, made.params)

    def get_current_user(self) -> str | None:
        """Return the visitor, whom ``prepare`` has let in."""
        return self.find_visitor()

    @property
    def current_user(self) -> Any:
        """The visitor: Jupyter asks only whether there is one."""
        return self.find_visitor()

    async def pre_get(self) -> None:
        """Connect to the kernel; one that ended meanwhile is said to be gone."""
        if self.kernel_id not in self.kernel_manager:
            raise HTTPError(404)
        kernel = self.kernel_manager.get_kernel(self.kernel_id)
        self.connection = self.kernel_websocket_connection_class(
            parent=kernel, websocket_handler=self, config=self.config
        )
        session = self.get_query_argument("session_id", "")
        if session:
            self.connection.session.session = session
        await self.connection.prepare()

    async def open(self, kernel_id: str) -> None:
        """Note the connection, then let messages through."""
        self._heard = self._pinged = time.monotonic()
        self._visitor = self.find_visitor() or ""
        self.room.connected(kernel_id, self)
        await super().open(kernel_id)

    def on_message(self, message: str | bytes) -> Awaitable[None] | None:
        """Hand a message to the kernel; close at anything that is not one, and hear who asks too much slowly."""
        if self.ws_connection is None:  # it was closed at what came just before, in the same packet
            return None
        self._heard = time.monotonic()
        self.messages += 1
        self.said += len(message)
        if message == HERE:
            self.room.leases.touch(self.kernel_id)
            return None
        speaks = self.selected_subprotocol == PROTOCOL
        kind = read_kind(message) if speaks and isinstance(message, bytes) and is_well_formed(message) else None
        if kind is None:
            self.close(MALFORMED)
        elif kind[0] == "shell" and kind[1] in ALLOWED_MESSAGES:
            super().on_message(message)
            if kind[1] == "comm_msg":
                return _rest(self.room.pace.act(self._visitor))
        return None

    def write_message(self, message: str | bytes | dict[str, Any], binary: bool = False) -> asyncio.Future[None] | None:
        """Say something to the page; that it does not hear any more is nobody's error."""
        try:
            told: asyncio.Future[None] | None = super().write_message(message, binary)
        except WebSocketClosedError:
            return None
        if told is not None:
            told.add_done_callback(_let_be)
        return told

    def on_pong(self, _data: bytes) -> None:
        """Note that the browser is still there."""
        self._heard = time.monotonic()

    def tell(self, word: str) -> None:
        """Tell the page a word about whether it rests, see ``close_codes``."""
        with contextlib.suppress(WebSocketClosedError):
            self.write_message(word)

    def feel_pulse(self, *, soon: bool = False) -> None:
        """Ping now and then, and close a connection whose other end fell silent; ``soon`` where its seat is wanted."""
        now = time.monotonic()
        if now - self._heard > LOST_AFTER:
            self.close()
        elif now - self._pinged >= (ANSWERS_WITHIN if soon else PING_EVERY):
            self._pinged = now
            with contextlib.suppress(WebSocketClosedError):
                self.ping()
            if soon:
                asyncio.get_running_loop().call_later(ANSWERS_WITHIN, self._give_up_silent, now)

    def _give_up_silent(self, asked: float) -> None:
        if self._heard < asked:
            self.room.disconnected(self.kernel_id, self, left=False)
            self.close()

    def on_close(self) -> None:
        """Note the end of the connection."""
        if self.connection is not None:
            super().on_close()
        self.room.disconnected(self.kernel_id, self, left=self.close_code == GOING_AWAY)


def _let_be(told: asyncio.Future[None]) -> None:
    """Take note of a failure, which would be logged otherwise, message by message."""
    if not told.cancelled():
        told.exception()
