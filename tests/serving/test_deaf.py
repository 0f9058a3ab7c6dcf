"""Pages that ask and do not listen: what waits for them is bounded, and costs neither memory nor log."""

from __future__ import annotations

import asyncio
import logging
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest
from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.testing import bind_unused_port
from tornado.web import Application
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from tests.serving.running import Running, make_config, run, until
from tests.serving.visitor import PROTOCOL, Visitor
from workshop_kit.serving import asking, unread, websocket
from workshop_kit.serving.asking import Tellings, asks_states
from workshop_kit.serving.close_codes import FLOODS
from workshop_kit.serving.flow import WEIGHT
from workshop_kit.serving.unread import FEWEST, OF_A_MESSAGE, OF_ONE, Unread
from workshop_kit.serving.websocket import PageWebsocket

NOBODY = "00000000-0000-0000-0000-000000000000"


class Listener:
    """A connection that does not read, and whose backlog goes once it is ended."""

    def __init__(self, backlog: Unread) -> None:
        self.backlog, self.waits, self.ended = backlog, [], False  # type: ignore[var-annotated]

    def tell(self, size: int) -> None:
        self.waits.append(size)
        self.backlog.add(self, size)

    def hang_up(self) -> None:
        self.ended = True
        while self.waits:
            self.backlog.take(self, self.waits.pop())


def test_who_reads_nothing_is_ended_at_some_megabytes_and_gives_them_back() -> None:
    backlog = Unread(seats=100)
    deaf, other = Listener(backlog), Listener(backlog)
    other.tell(500_000)
    while not deaf.ended:
        deaf.tell(46_000)
        assert backlog.total < 2 * OF_ONE
    assert not other.ended
    assert backlog.total == 500_000 + OF_A_MESSAGE
    assert len(backlog._waiting) == 1


def test_a_long_answer_is_taken_by_who_had_read_everything() -> None:
    backlog = Unread(seats=100)
    reader = Listener(backlog)
    reader.tell(20 * OF_ONE)
    assert not reader.ended


def test_many_who_read_little_are_bounded_together_and_the_worst_goes_first() -> None:
    backlog = Unread(seats=20)
    modest = [Listener(backlog) for _ in range(20)]
    greedy = [Listener(backlog) for _ in range(60)]
    for one in modest:
        one.tell(6_000)
    for _ in range(30):
        for one in (one for one in greedy if not one.ended):
            one.tell(46_000)
            assert backlog.total < FEWEST + 200_000
    assert any(one.ended for one in greedy)
    assert not any(one.ended for one in modest)


def test_small_words_that_wait_count_for_what_they_cost() -> None:
    backlog = Unread(seats=100)
    deaf = Listener(backlog)
    words = 0
    while not deaf.ended:
        deaf.tell(1)
        words += 1
    assert words <= OF_ONE / OF_A_MESSAGE + 2


class Talking(PageWebsocket):
    """The handler of a page's websocket, without a kernel: it says what the test gives it."""

    async def prepare(self) -> None:
        self.connection = None

    async def get(self, kernel_id: str) -> None:
        await WebSocketHandler.get(self, kernel_id)

    def select_subprotocol(self, subprotocols: list[str]) -> str | None:
        return PROTOCOL

    async def open(self, kernel_id: str) -> None:
        self.settings["told"](self)

    def on_close(self) -> None:
        self.settings["ended"].set()


async def _serve(handler: type[PageWebsocket], work: Callable[[int], Awaitable[None]], **settings: Any) -> None:
    listening, port = bind_unused_port()
    server = HTTPServer(Application([(r"/(?P<kernel_id>[0-9a-f-]{36})", handler)], **settings))
    server.add_socket(listening)
    try:
        await work(port)
    finally:
        server.stop()


def _greet(port: int, path: str, **headers: str) -> bytes:
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        f"Sec-WebSocket-Protocol: {PROTOCOL}\r\n{more}\r\n"
    ).encode()


def test_what_a_deaf_page_is_told_is_let_go_without_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async def listen(port: int) -> None:
        with socket.create_connection(("127.0.0.1", port)) as deaf:
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            deaf.sendall(_greet(port, f"/{NOBODY}"))
            await asyncio.wait_for(ended.wait(), 20)
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait([task], timeout=5)

    def tell(handler: PageWebsocket) -> None:
        for _ in range(500):  # 23 MB, far more than the system's own buffers take
            handler.write_message(b"\0" * 46_000, binary=True)

    async def attack() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: logged.append(context))
        room = SimpleNamespace(unread=backlog, config=SimpleNamespace(weight=WEIGHT))
        await _serve(Talking, listen, room=room, told=tell, ended=ended)

    ended, backlog = asyncio.Event(), Unread(seats=10)
    logged: list[Any] = []
    with caplog.at_level(logging.DEBUG):
        run(attack())
    assert backlog.total == 0
    assert not logged
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_a_refused_connection_is_counted_as_a_question_and_answered_in_its_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(websocket, "LONGEST_PAUSE", 0.05)
    asked: list[tuple[str | None, str]] = []

    class Pace:
        def ask(self, visitor: str | None, address: str) -> float:
            asked.append((visitor, address))
            return 1e9

    async def come(port: int) -> None:
        for _ in range(5):
            answer = await Visitor(port).get(f"/{NOBODY}")
            assert (answer.code, answer.body) == (403, b"")

    room = SimpleNamespace(
        is_ready=True,
        pace=Pace(),
        connections=SimpleNamespace(hear=lambda _stream: None),
        config=SimpleNamespace(room="r", token=None, is_local=False),
        leases=SimpleNamespace(belongs_to=lambda *_: False),
    )
    began = time.monotonic()
    run(_serve(PageWebsocket, come, room=room, cookie_secret=b"s" * 32))
    assert time.monotonic() - began > 5 * 0.05
    assert asked == [(None, "127.0.0.1")] * 5


@pytest.mark.parametrize("token", [None, "open-sesame"])
def test_what_a_stranger_asks_of_a_kernel_leaves_no_line_in_the_log(folder: Path, token: str | None) -> None:
    log = folder / "log"
    odd = ("%C3%A9", "x" * 300, "%ED%A0%80", "%F0%9F%98%80", "a%00b", "a/b")

    async def attack(port: int) -> None:
        mine = Visitor(port)
        await (mine.get(f"/?token={token}") if token else mine.open_page())
        for _ in range(50):
            assert (await Visitor(port).get(f"/api/kernels/{NOBODY}/channels")).code == 403
        signed = Visitor(port, cookies=dict.fromkeys(mine.cookies, f"{'a' * 500}|1|{'b' * 40}"))
        assert (await signed.get(f"/api/kernels/{NOBODY}/channels")).code == 403
        await signed.get("/api/alive")
        if token:
            return
        cookie = "; ".join(f"{name}={value}" for name, value in mine.cookies.items())
        address = f"/api/kernels/{mine.kernel}/channels?session_id="
        for session in odd:
            assert await _ask(port, _greet(port, f"{address}{session}", Cookie=cookie)) == b"400", session
        assert await _ask(port, _greet(port, f"{address}a", Cookie=cookie, Origin="http://[")) == b"400"
        elsewhere = {"Cookie": cookie, "Origin": f"http://{'e' * 5000}.example.org"}
        assert await _ask(port, _greet(port, f"{address}a", **elsewhere)) == b"403"
        assert await _ask(port, _greet(port, f"{address}a-B_9", Cookie=cookie)) == b"101"

    with Running(make_config(folder, token=token), log) as running:
        run(attack(running.port))
    assert log.read_text() == ""


async def _ask(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    status = (await asyncio.wait_for(reader.readline(), 20)).split()[1]
    writer.close()
    return status


def test_a_flood_of_pings_is_ended_and_its_page_comes_back(room: Running) -> None:
    async def attack() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        assert visitor.socket is not None
        for _ in range(20):  # far more than a browser sends at once
            visitor.socket.ping()
        assert await visitor.click() == 2
        with suppress(WebSocketClosedError, StreamClosedError):  # it may be ended before all is said
            for _ in range(200):
                visitor.socket.ping(b"x" * 100)
        assert await visitor.hear_the_end() in (FLOODS, None)
        await visitor.connect()
        await visitor.ask_states()
        assert await visitor.click() == 3
        visitor.close()

    run(attack())


def test_crumbs_of_a_message_that_never_ends_are_ended(room: Running) -> None:
    async def attack() -> None:
        visitor = Visitor(room.port)
        await visitor.open_page()
        cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        writer.write(_greet(room.port, f"/api/kernels/{visitor.kernel}/channels", Cookie=cookie))
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"\x02\x81\0\0\0\0x" + b"\x00\x81\0\0\0\0x" * 150)
        try:
            while await asyncio.wait_for(reader.read(65536), 20):
                pass
        except ConnectionResetError:
            pass
        writer.close()

    run(attack())


def test_all_states_are_told_only_so_often_and_the_rest_in_turn(room: Running) -> None:
    async def attack() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        comm = "f" * 32
        opening = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        await visitor.send("comm_open", opening, {"version": "1.0.0"})
        for _ in range(100):
            await visitor.send("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        heard = await visitor.hear_until_idle(await visitor.send("kernel_info_request", {}))
        told = sum(1 for one in heard if "states" in str(one["content"].get("data", "")))
        assert 1 <= told < 3 * asking.AT_ONCE
        assert await visitor.click() == 2, "the page is answered all the same"
        visitor.close()

    run(attack())


class Timer:
    """What calls something later, when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0
        self.due: list[tuple[float, Callable[[], None]]] = []

    def later(self, seconds: float, act: Callable[[], None]) -> Any:
        self.due.append((self.now + seconds, act))
        return SimpleNamespace(cancel=lambda: self.due.clear())

    def pass_to(self, moment: float) -> None:
        while self.due and self.due[0][0] <= moment:
            self.now, act = self.due.pop(0)
            act()
        self.now = moment


def test_a_page_that_comes_back_often_is_told_its_states_each_time() -> None:
    timer, told = Timer(), []
    tellings = Tellings(timer.later, lambda: timer.now)
    for number in range(30):  # a poor link: it comes back every two seconds
        tellings.ask(lambda number=number: told.append(number))  # type: ignore[misc]
        timer.pass_to(timer.now + 2)
    assert told == list(range(30))
    assert not timer.due


def test_what_is_asked_too_often_waits_in_order_and_the_oldest_is_forgotten() -> None:
    timer, told = Timer(), []
    tellings = Tellings(timer.later, lambda: timer.now)
    for number in range(100):
        tellings.ask(lambda number=number: told.append(number))  # type: ignore[misc]
    assert told == list(range(asking.AT_ONCE))
    timer.pass_to(60)
    assert told[asking.AT_ONCE :] == list(range(100 - asking.WAITING_AT_MOST, 100))
    tellings.ask(lambda: told.append(100))
    assert told[-1] == 100
    for _ in range(20):
        tellings.ask(lambda: told.append(-1))
    tellings.close()
    before = list(told)
    timer.pass_to(600)
    assert told == before


@pytest.mark.parametrize("data", [None, 5, [], {"method": "update"}, {"method": ["request_states"]}])
def test_what_asks_for_no_states_is_not_taken_for_it(data: object) -> None:
    assert asks_states("comm_msg", {"data": {"method": "request_state"}})
    assert asks_states("comm_info_request", data)
    assert not asks_states("comm_open", {"data": {"method": "request_state"}})
    assert not asks_states("comm_msg", {"data": data})
    assert not asks_states("comm_msg", data)


def test_files_that_are_asked_for_and_never_read_are_not_copied(folder: Path) -> None:
    assets = folder / "assets"
    assets.mkdir()
    (assets / "big-0a96112ad8.js").write_bytes(b"x" * 16_000_000)

    async def attack(running: Running) -> None:
        server = psutil.Process(running.process.pid)
        assert len((await Visitor(running.port).get("/assets/big-0a96112ad8.js")).body) == 16_000_000
        before, held = server.memory_info().rss, []
        for _ in range(40):
            one = socket.create_connection(("127.0.0.1", running.port))
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            one.sendall(b"GET /assets/big-0a96112ad8.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            held.append(one)
        for one in held:
            one.settimeout(20)
            assert one.recv(15) == b"HTTP/1.1 200 OK"
        assert server.memory_info().rss - before < 160_000_000, "640 MB asked for"
        for one in held:
            one.close()
        await until(lambda: server.memory_info().rss - before < 160_000_000)

    with Running(make_config(folder, assets_folder=assets)) as running:
        run(attack(running))


def test_the_limits_are_far_above_what_a_room_that_listens_leaves_unread() -> None:
    assert unread.OF_ONE > 20 * 46_000
    assert unread.OF_A_SEAT > 5 * 46_000
