"""WebSocket frames of a page: each counts, also those that say nothing, and what is not read is bounded."""

from __future__ import annotations

import asyncio
from typing import Any, Final, Protocol

from tornado.websocket import WebSocketProtocol13

from workshop_kit.serving.close_codes import FLOODS
from workshop_kit.serving.flow import Flow
from workshop_kit.serving.pacing import Bucket
from workshop_kit.serving.room import Room

#: Frames that say nothing (pings, pongs, crumbs of a message) that a connection may send at once, and a second: a
#: browser answers our ping every fifteen seconds, and sends none of its own.
IDLE: Final = 60.0
IDLE_AGAIN: Final = 1.0
#: A frame below this many bytes that completes no message says nothing: a control frame holds 125 at most.
CRUMB: Final = 256


class Page(Protocol):
    """What the protocol asks of the handler of a page's websocket."""

    #: Messages that came, and their bytes.
    messages: int
    said: int

    @property
    def room(self) -> Room:
        """The server's shared state."""


class PageProtocol(WebSocketProtocol13):
    """Tornado's protocol, for a page that may send anything and read nothing."""

    def __init__(self, handler: Any, mask_outgoing: bool, params: Any) -> None:
        super().__init__(handler, mask_outgoing, params)
        self._page: Page = handler
        self._flow = Flow(weight=self._page.room.config.weight)
        self._idle = Bucket(IDLE, IDLE_AGAIN)

    async def _receive_frame(self) -> None:
        """Take a frame in; read a flood slowly, and end one of frames that say nothing."""
        arrived, messages, said = self._wire_bytes_in, self._page.messages, self._page.said
        await super()._receive_frame()
        size = self._wire_bytes_in - arrived
        if self._page.messages == messages and size < CRUMB and not self._may_idle():
            self.close(FLOODS)
            self._abort()
            return
        pause = self._flow.take(max(size, self._page.said - said))
        if pause > 0:
            await asyncio.sleep(pause)  # nothing more is read meanwhile

    def _may_idle(self) -> bool:
        if self._idle.wait() > 0:
            return False
        self._idle.take()
        return True

    def _write_frame(self, fin: bool, opcode: int, data: bytes, flags: int = 0) -> asyncio.Future[None]:
        """Send a frame; what cannot be sent at once is counted as long as it waits."""
        sent = super()._write_frame(fin, opcode, data, flags)
        if not sent.done():
            unread, size = self._page.room.unread, len(data)
            sent.add_done_callback(lambda _: unread.take(self, size))
            unread.add(self, size)
        return sent

    def hang_up(self) -> None:
        """End the connection and let go of what it did not read; a page that listens again comes back by itself."""
        self._abort()
