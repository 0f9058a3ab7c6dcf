"""The network between the phones of a room and its server, to be taken away and given back.

A browser told to be offline keeps its open websockets, so that alone proves little. What a phone really meets is
played here, a relay in front of the server: out of reach of the Wi-Fi nothing is refused and nothing arrives.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Final, TypeVar

_PIECE: Final = 1 << 16
_RESET_AT_CLOSE: Final = struct.pack("ii", 1, 0)

T = TypeVar("T")


class Cable:
    """A relay from the port ``near`` to the port ``far`` of this machine; use as a context manager."""

    def __init__(self, near: int, far: int) -> None:
        self.address = f"http://127.0.0.1:{near}/"
        self._near, self._far = near, far
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._server: asyncio.Server | None = None
        self._relays: set[asyncio.Task[None]] = set()
        self._loses_answers = False

    def __enter__(self) -> Cable:
        self._thread.start()
        self._do(self._open())
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self._do(self._cut())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def fall_silent(self) -> None:
        """Let nothing through and refuse nothing: the phone is out of reach of the Wi-Fi."""
        self._do(self._fall_silent())

    def speak_again(self) -> None:
        """Deliver what was held back, as a network does after a short hole."""
        self._do(self._speak_again())

    def lose_answers(self) -> None:
        """Let the phones' words through and lose what the server says, until the cable is plugged in anew."""
        self._loses_answers = True

    def cut(self) -> None:
        """End every connection at once and refuse new ones; what was under way is lost."""
        self._do(self._cut())

    def plug_in(self) -> None:
        """Take new connections; those from before are dead, and what they held back is lost."""
        self._do(self._plug_in())

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _open(self) -> None:
        self._flows = asyncio.Event()
        self._flows.set()
        self._loses_answers = False
        self._server = await asyncio.start_server(self._relay, "127.0.0.1", self._near, backlog=128)

    async def _cut(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        relays = list(self._relays)
        for relay in relays:
            relay.cancel()
        await asyncio.gather(*relays, return_exceptions=True)

    async def _plug_in(self) -> None:
        await self._cut()
        await self._open()

    async def _fall_silent(self) -> None:
        self._flows.clear()

    async def _speak_again(self) -> None:
        self._flows.set()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._relays.add(task)
        writers = [writer]
        try:
            await self._flows.wait()
            from_server, to_server = await asyncio.open_connection("127.0.0.1", self._far)
            writers.append(to_server)
            async with asyncio.TaskGroup() as directions:
                directions.create_task(self._carry(reader, to_server, answers=False))
                directions.create_task(self._carry(from_server, writer, answers=True))
        except (OSError, ExceptionGroup, asyncio.CancelledError):
            pass  # one of the two ends is gone, and so is the connection
        finally:
            for end in writers:
                _reset(end)
            self._relays.discard(task)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, answers: bool) -> None:
        while piece := await reader.read(_PIECE):
            await self._flows.wait()
            if not (answers and self._loses_answers):
                writer.write(piece)
                await writer.drain()
        raise ConnectionResetError  # the other direction is of no use any more


def _reset(writer: asyncio.StreamWriter) -> None:
    end = writer.get_extra_info("socket")
    if end is not None and end.fileno() != -1:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
    writer.transport.abort()
