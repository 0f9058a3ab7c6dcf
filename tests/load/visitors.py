"""Visitors without a browser, one kind for each server: page, websocket, widgets' states, one action answered."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, Final

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.load.rooms import OurRoom, Room, SolaraRoom, StockVoila
from tests.serving.visitor import PROTOCOL, pack, unpack
from workshop_kit.serving.lifeline import raise_descriptor_limit

Message = dict[str, Any]
Listener = Callable[["Visitor", str, dict[str, Any]], None]

#: The close code of a browser that leaves a page.
GOING_AWAY: Final = 1001
_LARGEST: Final = 200 * 1024 * 1024


class VisitFailed(Exception):
    """The server did not give the visitor what a browser would have needed."""


def prepare_client() -> None:
    """Let this process hold a whole room of visitors."""
    raise_descriptor_limit()
    AsyncHTTPClient.configure(None, max_clients=1000, max_body_size=_LARGEST)


class Visitor(ABC):
    """One browser, with its cookies, its session and its copy of the widgets' states.

    Parameters
    ----------
    port
        Where the room is, on this machine.
    number
        Which of the visitors this is; makes the pseudonym.
    on_update
        Called with the visitor, the widget's identifier and what changed, for each update heard.

    """

    protocols: ClassVar[list[str]] = [PROTOCOL]

    def __init__(self, port: int, number: int, on_update: Listener = lambda *_: None) -> None:
        self.port = port
        self.number = number
        self.kernel = ""
        self.session = uuid.uuid4().hex
        self.models: dict[str, dict[str, Any]] = {}
        self.cookies: dict[str, str] = {}
        self._on_update = on_update
        self._socket: WebSocketClientConnection | None = None
        self._awaited: dict[str, asyncio.Future[Message]] = {}
        self._listening: asyncio.Task[None] | None = None

    # -- a visit ------------------------------------------------------------------------------------------------------

    async def visit(self) -> None:
        """Do it all: page, websocket, states, and a seat taken; raises ``VisitFailed`` if refused."""
        await self.open_page()
        await self.connect()
        await self.ask_states()
        await self.join()

    @abstractmethod
    async def open_page(self) -> None:
        """Get the page and learn which kernel is this visitor's."""

    @abstractmethod
    def socket_path(self) -> str:
        """Return the path of the kernel's websocket."""

    async def connect(self) -> None:
        """Open the websocket and greet the kernel."""
        address = f"ws://127.0.0.1:{self.port}{self.socket_path()}"
        headers = {**self._headers(), "Origin": f"http://127.0.0.1:{self.port}"}
        request = HTTPRequest(address, headers=headers, request_timeout=120, connect_timeout=60)
        self._socket = await websocket_connect(
            request,
            subprotocols=self.protocols or None,
            compression_options={},
            max_message_size=_LARGEST,
        )
        self._listening = asyncio.get_running_loop().create_task(self._listen(self._socket))
        await self.ask("kernel_info_request", {})

    async def ask_states(self) -> None:
        """Ask for every widget's state, as a page does when it comes."""
        comm = uuid.uuid4().hex
        opening = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        await self.send("comm_open", opening, {"version": "1.0.0"})
        said = self._await(f"comm {comm}")
        await self.send("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        states = (await said)["content"]["data"]["states"]
        self.models = {name: model["state"] for name, model in states.items()}

    async def join(self) -> None:
        """Take a seat under a pseudonym nobody else has."""
        entry = {"pseudonym": f"Visiteur {self.number}", "category": "resident", "sector": ""}
        await self.intend("join", "join", entry)

    async def intend(self, panel: str, intention: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Send an intention to a panel, wait for its answer and return its result."""
        identifier = uuid.uuid4().hex
        answer = self._await(f"ack {identifier}")
        content = {"intention": intention, "id": identifier, "payload": payload}
        data = {"method": "custom", "content": content}
        await self.send("comm_msg", {"comm_id": self.find_panel(panel), "data": data})
        said: dict[str, Any] = (await answer)["content"]["data"]["content"]
        if not said["ok"]:
            raise VisitFailed(f"{intention} was refused: {said['sentence']}")
        return dict(said["result"] or {})

    def find_panel(self, name: str) -> str:
        """Return the identifier of a panel's widget."""
        for identifier, state in self.models.items():
            if state.get("panel") == name:
                return identifier
        raise VisitFailed(f"no panel {name} among {len(self.models)} widgets")

    # -- the ways to leave --------------------------------------------------------------------------------------------

    async def leave(self) -> None:
        """Leave the page as a browser does."""
        if self._socket is not None:
            self._socket.close(GOING_AWAY)
        await self._stop_listening()

    async def vanish(self) -> None:
        """Be gone without a word: the connection breaks."""
        if self._socket is not None:
            with contextlib.suppress(AttributeError):
                self._socket.protocol.stream.close()  # type: ignore[union-attr]
        await self._stop_listening()

    # -- messages -----------------------------------------------------------------------------------------------------

    async def send(
        self, kind: str, content: Message, metadata: Message | None = None, identifier: str | None = None
    ) -> None:
        """Send a message on the shell channel."""
        if self._socket is None:
            raise VisitFailed("not connected")
        header = {
            "msg_id": identifier or uuid.uuid4().hex,
            "msg_type": kind,
            "session": self.session,
            "username": "",
            "version": "5.3",
            "date": "2026-01-01T00:00:00Z",
        }
        message = {"header": header, "parent_header": {}, "metadata": metadata or {}, "content": content}
        packed = self.pack(message)
        await self._socket.write_message(packed, binary=isinstance(packed, bytes))

    async def ask(self, kind: str, content: Message) -> Message:
        """Send a request and return its reply."""
        identifier = uuid.uuid4().hex
        reply = self._await(f"reply {identifier}")  # before it is sent: among a hundred, the answer may come first
        await self.send(kind, content, identifier=identifier)
        return await reply

    def pack(self, message: Message) -> bytes | str:
        """Write a message for the shell channel."""
        return pack("shell", message)

    def unpack(self, data: bytes | str) -> Message:
        """Read a message."""
        return unpack(data) if isinstance(data, bytes) else dict(json.loads(data))

    def hear(self, message: Message) -> None:
        """Take note of a message."""
        kind, content = message["header"]["msg_type"], message["content"]
        if kind.endswith("_reply"):
            self._answer(f"reply {message['parent_header'].get('msg_id')}", message)
        elif kind == "comm_msg":
            self._hear_comm(content["comm_id"], content["data"], message)

    async def get(self, path: str) -> HTTPResponse:
        """Ask for an address, keeping the cookies it sets; refusals come back as answers."""
        address = f"http://127.0.0.1:{self.port}{path}"
        headers = {**self._headers(), "Accept-Encoding": "gzip"}
        request = HTTPRequest(address, headers=headers, request_timeout=120, connect_timeout=60)
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

    async def get_text(self, path: str) -> str:
        """Get a page's text."""
        response = await self.get(path)
        if response.code != 200:
            raise VisitFailed(f"{path}: {response.code}")
        return response.body.decode()

    def _hear_comm(self, comm: str, data: Message, message: Message) -> None:
        method = data.get("method")
        if method == "update":
            self.models.setdefault(comm, {}).update(data["state"])
            self._on_update(self, comm, data["state"])
        elif method == "custom" and "ack" in (data.get("content") or {}):
            self._answer(f"ack {data['content']['ack']}", message)
        else:
            self._answer(f"comm {comm}", message)

    def _await(self, name: str) -> asyncio.Future[Message]:
        future: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._awaited[name] = future
        return future

    def _answer(self, name: str, message: Message) -> None:
        future = self._awaited.pop(name, None)
        if future is not None and not future.done():
            future.set_result(message)

    async def _listen(self, socket: WebSocketClientConnection) -> None:
        while (data := await socket.read_message()) is not None:
            self.hear(self.unpack(data))
        for future in self._awaited.values():
            if not future.done():
                future.set_exception(VisitFailed(f"the connection was closed: {socket.close_code}"))
                future.exception()

    async def _stop_listening(self) -> None:
        if self._listening is not None:
            with contextlib.suppress(TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(self._listening, 2)

    def _headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": cookies} if cookies else {}


class OurVisitor(Visitor):
    """A visitor of our server: waits in its queue if told to."""

    async def open_page(self) -> None:
        """Get the page, waiting one's turn as the waiting page does."""
        while True:
            found = re.search(r'id="page-config">(.*?)</script>', await self.get_text("/"), re.DOTALL)
            if found:
                self.kernel = json.loads(found[1])["kernel_id"]
                return
            while not json.loads((await self.get("/api/queue")).body)["ready"]:
                await asyncio.sleep(0.2)

    def socket_path(self) -> str:
        """Return the path of the kernel's websocket."""
        return f"/api/kernels/{self.kernel}/channels?session_id={self.session}"


class VoilaVisitor(Visitor):
    """A visitor of stock Voilà, whose page runs the notebook before it is complete."""

    async def open_page(self) -> None:
        """Get the page; its kernel is named in it."""
        found = re.search(r'"kernelId":\s*"([0-9a-f-]{36})"', await self.get_text("/"))
        if found is None:
            raise VisitFailed("the page names no kernel")
        self.kernel = found[1]

    def socket_path(self) -> str:
        """Return the path of the kernel's websocket."""
        return f"/api/kernels/{self.kernel}/channels?session_id={self.session}"


class SolaraVisitor(Visitor):
    """A visitor of Solara: asks for the app to be run, and hears every widget's state as it is made."""

    protocols: ClassVar[list[str]] = []

    async def open_page(self) -> None:
        """Get the page and its cookie; the browser makes up the kernel's identifier."""
        await self.get_text("/")
        self.kernel = str(uuid.uuid4())

    def socket_path(self) -> str:
        """Return the path of the kernel's websocket."""
        return f"/jupyter/api/kernels/{self.kernel}/channels?session_id={self.session}"

    async def ask_states(self) -> None:
        """Have the app run."""
        comm = uuid.uuid4().hex
        await self.send("comm_open", {"comm_id": comm, "target_name": "solara.control", "data": {}})
        finished = self._await(f"comm {comm}")
        run = {"method": "run", "args": {"path": "/", "appName": None, "dark": False, "themes": {}}}
        await self.send("comm_msg", {"comm_id": comm, "data": run})
        await finished

    def pack(self, message: Message) -> bytes | str:
        """Write a message as JSON."""
        return json.dumps({**message, "channel": "shell", "buffers": []})

    def unpack(self, data: bytes | str) -> Message:
        """Read a message; one with buffers begins with their offsets."""
        if isinstance(data, str):
            return dict(json.loads(data))
        count = int.from_bytes(data[:4], "big")
        starts = [int.from_bytes(data[4 * (i + 1) : 4 * (i + 2)], "big") for i in range(count)]
        return dict(json.loads(data[starts[0] : starts[1] if count > 1 else None]))

    def hear(self, message: Message) -> None:
        """Take note of a message; a comm that opens brings its widget's state."""
        if message["header"]["msg_type"] == "comm_open":
            content = message["content"]
            self.models[content["comm_id"]] = dict(content["data"].get("state", {}))
        super().hear(message)


VISITORS: Final[dict[type[Room], type[Visitor]]] = {
    OurRoom: OurVisitor,
    StockVoila: VoilaVisitor,
    SolaraRoom: SolaraVisitor,
}
