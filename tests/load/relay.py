"""A relay between a browser and a server on this machine that counts what really passes, compressed or not."""

from __future__ import annotations

import asyncio
import contextlib
from types import TracebackType


class Relay:
    """Listens on a port of its own and passes everything on to ``port``.

    Attributes
    ----------
    down, up
        Bytes passed to the browser and to the server, headers and websocket frames included.

    """

    def __init__(self, port: int) -> None:
        self._target = port
        self.port = 0
        self.down = 0
        self.up = 0
        self._open: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> Relay:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for writer in list(self._open):
            writer.close()
        await self._server.wait_closed()

    async def _serve(self, browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
        self._open.add(to_browser)
        try:
            server, to_server = await asyncio.open_connection("127.0.0.1", self._target)
            self._open.add(to_server)
            try:
                await asyncio.gather(
                    self._pass_on(browser, to_server, up=True), self._pass_on(server, to_browser, up=False)
                )
            finally:
                self._open.discard(to_server)
                to_server.close()
        except OSError:
            pass
        finally:
            self._open.discard(to_browser)
            to_browser.close()

    async def _pass_on(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, up: bool) -> None:
        with contextlib.suppress(OSError):
            while data := await source.read(65536):
                if up:
                    self.up += len(data)
                else:
                    self.down += len(data)
                target.write(data)
                await target.drain()
        target.close()
