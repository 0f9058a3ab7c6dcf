"""A visitor without a browser: the page, the websocket, the widgets' state, one action answered."""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from dataclasses import dataclass, field
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

PROTOCOL = "v1.kernel.websocket.jupyter.org"
DEADLINE = 20.0
#: Seconds that an answer may take, whatever else comes meanwhile: that somebody is there is said again and again.
ANSWERED_WITHIN = 90.0
#: Every websocket opened by the test that runs, and its connection.
opened: list[tuple[WebSocketClientConnection, Any]] = []


async def close_all() -> None:
    """Close everything the test has opened."""
    while opened:
        socket, stream = opened.pop()
        socket.close()
        stream.close()
    await asyncio.sleep(0)


def pack(channel: str, message: dict[str, Any]) -> bytes:
    """Write a message as the browser does, in Jupyter's binary websocket protocol."""
    parts = [channel.encode()] + [
        json.dumps(message[name]).encode() for name in ("header", "parent_header", "metadata", "content")
    ]
    offsets = [8 * (len(parts) + 2)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return b"".join(number.to_bytes(8, "little") for number in (len(offsets), *offsets)) + b"".join(parts)


def unpack(data: bytes) -> dict[str, Any]:
    """Read such a message; ``buffers`` are left out."""
    count = int.from_bytes(data[:8], "little")
    offsets = [int.from_bytes(data[8 * (i + 1) : 8 * (i + 2)], "little") for i in range(count)]
    parts = [data[offsets[i] : offsets[i + 1]] for i in range(5)]
    names = ("header", "parent_header", "metadata", "content")
    return {"channel": parts[0].decode(), **{n: json.loads(p) for n, p in zip(names, parts[1:], strict=True)}}


@dataclass
class Visitor:
    """One browser, with its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    host: str = "127.0.0.1"
    kernel: str = ""
    session: str = field(default_factory=lambda: uuid.uuid4().hex)
    models: dict[str, dict[str, Any]] = field(default_factory=dict)
    heard: list[dict[str, Any]] = field(default_factory=list)
    socket: WebSocketClientConnection | None = None
    html: str = ""
    #: Where the server is.
    address: str = "127.0.0.1"

    async def get(self, path: str, **headers: str) -> HTTPResponse:
        """Ask for an address; refusals come back as answers."""
        request = HTTPRequest(
            f"http://{self.address}:{self.port}{path}",
            headers={**self._headers(), **{name.replace("_", "-"): value for name, value in headers.items()}},
            follow_redirects=False,
            request_timeout=60,
            decompress_response=False,
        )
        try:
            response = await AsyncHTTPClient().fetch(request)
        except HTTPClientError as error:
            if error.response is None:
                raise
            response = error.response
        for line in response.headers.get_list("Set-Cookie"):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return response

    async def open_page(self, path: str = "/") -> str:
        """Open a page, waiting one's turn as the waiting page does, and return its HTML."""
        async with asyncio.timeout(ANSWERED_WITHIN):
            while True:
                response = await self.get(path)
                assert response.code == 200, (response.code, response.body)
                self.html = response.body.decode()
                found = re.search(r'id="page-config">(.*?)</script>', self.html, re.DOTALL)
                if found:
                    self.kernel = json.loads(found[1])["kernel_id"]
                    return self.html
                while not json.loads((await self.get("/api/queue")).body)["ready"]:
                    pass

    async def connect(self, kernel: str | None = None, **headers: str) -> None:
        """Open the websocket of one's kernel, or of ``kernel``."""
        address = (
            f"ws://{self.address}:{self.port}/api/kernels/{kernel or self.kernel}/channels?session_id={self.session}"
        )
        request = HTTPRequest(address, headers={**self._headers(), **headers}, request_timeout=60)
        self.socket = await websocket_connect(request, subprotocols=[PROTOCOL])
        assert self.socket.protocol is not None
        opened.append((self.socket, self.socket.protocol.stream))

    async def send(self, kind: str, content: dict[str, Any], metadata: dict[str, Any] | None = None) -> str:
        """Send a message on the shell channel and return its identifier."""
        assert self.socket is not None
        identifier = uuid.uuid4().hex
        header = {
            "msg_id": identifier,
            "msg_type": kind,
            "session": self.session,
            "username": "",
            "version": "5.3",
            "date": "2026-01-01T00:00:00Z",
        }
        message = {"header": header, "parent_header": {}, "metadata": metadata or {}, "content": content}
        await self.socket.write_message(pack("shell", message), binary=True)
        return identifier

    async def hear(self) -> dict[str, Any]:
        """Return the next message; ``EOFError`` once the websocket is closed."""
        assert self.socket is not None
        async with asyncio.timeout(ANSWERED_WITHIN):
            while isinstance(data := await asyncio.wait_for(self.socket.read_message(), DEADLINE), str):
                pass  # whether somebody is there
        if data is None:
            raise EOFError
        message = unpack(data)
        self.heard.append(message)
        content = message["content"]
        if message["header"]["msg_type"] == "comm_msg" and content["data"].get("method") == "update":
            self.models.setdefault(content["comm_id"], {}).update(content["data"]["state"])
        return message

    async def hear_the_end(self) -> int | None:
        """Wait until the server closes the websocket and return its reason."""
        assert self.socket is not None
        async with asyncio.timeout(ANSWERED_WITHIN):
            while await asyncio.wait_for(self.socket.read_message(), DEADLINE) is not None:
                pass
        return self.socket.close_code

    async def hear_until_idle(self, identifier: str) -> list[dict[str, Any]]:
        """Return every message up to the kernel's being done with the request ``identifier``."""
        messages = []
        async with asyncio.timeout(ANSWERED_WITHIN):
            while True:
                message = await self.hear()
                messages.append(message)
                done = message["content"].get("execution_state") == "idle"
                if done and message["parent_header"].get("msg_id") == identifier:
                    return messages

    async def ask_states(self) -> dict[str, dict[str, Any]]:
        """Ask for every widget's state, as the page does when it comes."""
        await self.hear_until_idle(await self.send("kernel_info_request", {}))
        comm = uuid.uuid4().hex
        opening = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        await self.send("comm_open", opening, {"version": "1.0.0"})
        asked = await self.send("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        for message in await self.hear_until_idle(asked):
            data = message["content"].get("data", {})
            if isinstance(data, dict) and data.get("method") == "update_states":
                self.models = {name: model["state"] for name, model in data["states"].items()}
        return self.models

    def find(self, model_name: str, number: int = 0) -> str:
        """Return the identifier of the page's widget number ``number`` of one kind."""
        return [name for name, state in self.models.items() if state["_model_name"] == model_name][number]

    async def press(self) -> None:
        """Click the page's button, without waiting for what comes of it."""
        content = {"comm_id": self.find("ButtonModel"), "data": {"method": "custom", "content": {"event": "click"}}}
        await self.send("comm_msg", content)

    async def click(self) -> int:
        """Click the page's button and return what the counter then shows."""
        content = {"comm_id": self.find("ButtonModel"), "data": {"method": "custom", "content": {"event": "click"}}}
        await self.hear_until_idle(await self.send("comm_msg", content))
        return int(self.models[self.find("IntTextModel")]["value"])

    async def visit(self, path: str = "/") -> int:
        """Do it all: page, websocket, states, one click answered."""
        await self.open_page(path)
        await self.connect()
        await self.ask_states()
        return await self.click()

    def close(self, code: int | None = None) -> None:
        """Close the websocket."""
        if self.socket is not None:
            self.socket.close(code)

    def _headers(self) -> dict[str, str]:
        headers = {"Host": f"{self.host}:{self.port}"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return headers
