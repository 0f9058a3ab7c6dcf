"""What strangers, forgers and the merely curious are refused."""

from __future__ import annotations

import asyncio
import base64
import http.client
import json
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tornado.web import create_signed_value

from tests.serving.conftest import TOKEN
from tests.serving.running import PAGES, Running, make_config, run
from tests.serving.visitor import Visitor, pack
from workshop_kit.environment import HOME_VARIABLE


async def refused(visitor: Visitor, kernel: str | None = None, **headers: str) -> int:
    """Ask for a websocket that must not open; return the refusal's status."""
    answer = await visitor.get(
        f"/api/kernels/{kernel or visitor.kernel}/channels?session_id=s",
        Upgrade="websocket",
        Connection="Upgrade",
        Sec_WebSocket_Version="13",
        Sec_WebSocket_Key="dGhlIHNhbXBsZSBub25jZQ==",
        **headers,
    )
    return int(answer.code)


def test_a_websocket_opens_for_the_owner_of_the_kernel_alone(room: Running) -> None:
    async def visit() -> None:
        owner, other, stranger = Visitor(room.port), Visitor(room.port), Visitor(room.port)
        await owner.open_page()
        await other.open_page()
        assert await refused(other, owner.kernel) == 403
        assert await refused(stranger, owner.kernel) == 403
        assert await refused(owner, str(uuid.uuid4())) == 403
        await owner.connect()
        owner.close()

    run(visit())


def test_a_websocket_opens_from_the_servers_own_pages_alone(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.open_page()
        assert await refused(visitor, Origin="http://elsewhere.example") == 403
        await visitor.connect(Origin=f"http://127.0.0.1:{room.port}")
        visitor.close()

    run(visit())


def test_a_forged_cookie_is_a_new_visitor(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        (name,) = visitor.cookies
        genuine = visitor.cookies[name]
        forger = Visitor(room.port, cookies={name: genuine[:-4] + "0000"})
        assert await refused(forger, visitor.kernel) == 403
        await forger.visit()
        names = [one.models[one.find("TextModel")]["value"] for one in (visitor, forger)]
        assert names[0] != names[1]
        visitor.close()
        forger.close()

    run(visit())


def test_a_cookie_is_kept_and_known_whatever_the_laptops_clock_says_and_said(folder: Path) -> None:
    config = make_config(folder)

    async def visit(port: int) -> None:
        visitor = Visitor(port)
        (cookie,) = (await visitor.get("/")).headers.get_list("Set-Cookie")
        assert "max-age=2592000" in cookie.lower()
        assert "expires" not in cookie.lower(), "a date of a laptop that lives in the past is over"
        await visitor.visit()
        [(name, kept)] = visitor.cookies.items()
        value = base64.b64decode(kept.split("|")[-2].split(":")[-1])
        secret = (config.runtime_folder / "cookie-secret").read_bytes()
        for year in (1971, 2000, 2099):
            written = datetime(year, 1, 1, tzinfo=UTC).timestamp
            same = Visitor(port, cookies={name: create_signed_value(secret, name, value, clock=written).decode()})
            answer = await same.get(f"/api/visit/{visitor.kernel}")
            assert json.loads(answer.body) == {"alive": True}, year
        visitor.close()

    with Running(config) as room:
        run(visit(room.port))


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(room: Running) -> None:
    async def visit() -> None:
        (cookie,) = (await Visitor(room.port).get("/")).headers.get_list("Set-Cookie")
        assert "httponly" in cookie.lower()
        assert "samesite=lax" in cookie.lower()

    run(visit())


def test_another_name_for_this_machine_is_refused(room: Running) -> None:
    async def visit() -> None:
        for path in ("/", "/api/alive", "/api/queue", "/assets/page-0123abcdef.js"):
            assert (await Visitor(room.port, host="rebound.example").get(path)).code == 403
        visitor = Visitor(room.port)
        await visitor.open_page()
        visitor.host = "rebound.example"
        assert await refused(visitor) == 403
        assert (await Visitor(room.port, host="localhost").get("/")).code == 200

    run(visit())


@pytest.mark.parametrize(
    "path",
    [
        "/api/kernels",
        "/api/kernels/{kernel}",
        "/api/contents",
        "/api/contents/counter.ipynb",
        "/api/sessions",
        "/api/terminals",
        "/api/kernelspecs",
        "/api/status",
        "/voila/render/counter.ipynb",
        "/voila/files/counter.ipynb",
        "/voila/static/voila.js",
        "/voila/templates/lab/static/voila.js",
        "/voila/api/themes/theme",
        "/voila/api/shutdown/{kernel}",
        "/login",
        "/counter.ipynb",
        "/static/base/images/favicon.ico",
        "/assets/..%2f..%2frunning.py",
        "/assets/manifest.json",
        "/metrics",
    ],
)
def test_nothing_else_of_jupyter_or_voila_is_there(room: Running, path: str) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.open_page()
        assert (await visitor.get(path.format(kernel=visitor.kernel))).code == 404

    run(visit())


def test_neither_template_nor_theme_can_be_chosen_by_address(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        plain = await visitor.open_page()
        other = await visitor.open_page("/?template=lab&theme=dark")
        assert len(plain) == len(other)

    run(visit())


def test_answers_tell_nothing_of_the_server_and_bind_the_browser(room: Running) -> None:
    async def visit() -> None:
        for path in ("/", "/nowhere", "/api/alive", "/assets/page-0123abcdef.js"):
            headers = (await Visitor(room.port).get(path)).headers
            assert "Server" not in headers
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "same-origin"
        policy = (await Visitor(room.port).get("/")).headers["Content-Security-Policy"]
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert "object-src 'none'" in policy
        assert f"ws://127.0.0.1:{room.port}" in policy

    run(visit())


def test_a_browser_cannot_run_code(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        await visitor.send("execute_request", {"code": "print('owned')", "silent": False})
        await visitor.send("shutdown_request", {"restart": False})
        assert await visitor.click() == 2
        assert "owned" not in str(visitor.heard)
        visitor.close()

    run(visit())


def test_a_message_beyond_reason_ends_the_connection(room: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        assert visitor.socket is not None
        message = {"header": {}, "parent_header": {}, "metadata": {}, "content": {"much": "x" * (2 << 20)}}
        await visitor.socket.write_message(pack("shell", message), binary=True)
        await visitor.hear_the_end()

    run(visit())


@pytest.mark.parametrize(
    "rubbish",
    [b"", b"\x01", b"\xff" * 64, pack("shell", {"header": {}, "parent_header": {}, "metadata": {}, "content": {}})],
)
def test_rubbish_does_not_disturb_the_kernel(room: Running, rubbish: bytes) -> None:
    async def visit() -> None:
        visitor = Visitor(room.port)
        await visitor.visit()
        assert visitor.socket is not None
        await visitor.socket.write_message(rubbish, binary=True)
        await visitor.hear_the_end()
        await visitor.connect()
        assert await visitor.click() == 2
        visitor.close()

    run(visit())


def test_a_kernel_takes_few_connections(room: Running) -> None:
    async def visit() -> None:
        tabs = []
        visitor = Visitor(room.port)
        await visitor.open_page()
        for _ in range(4):
            tab = Visitor(room.port, cookies=visitor.cookies, kernel=visitor.kernel)
            await tab.connect()
            await tab.ask_states()
            tabs.append(tab)
        assert await refused(visitor) == 429
        for tab in tabs:
            tab.close()

    run(visit())


def test_without_the_token_nothing_opens(guarded: Running) -> None:
    async def visit() -> None:
        stranger = Visitor(guarded.port)
        for path in ("/", "/?token=wrong", "/?token=", "/api/alive", "/api/queue", f"/api/visit/{uuid.uuid4()}"):
            answer = await stranger.get(path, Accept_Language="fr")
            assert answer.code == 403
        assert "demande une clé" in answer.body.decode()
        assert await refused(stranger, str(uuid.uuid4())) == 403

    run(visit())


HOME = "http://127.0.0.1:8850/"


@pytest.mark.parametrize("path", ["/", "/?token=one-of-before", "/other"])
def test_a_page_without_its_key_leads_whoever_sits_at_this_machine_to_the_home_page(folder: Path, path: str) -> None:
    async def visit(running: Running) -> None:
        closed = await Visitor(running.port).get(path, Accept_Language="fr")
        html = closed.body.decode()
        assert closed.code == 403
        assert f'<a href="{HOME}">' in html
        assert "Mes ateliers" in html
        assert TOKEN not in html
        assert "Set-Cookie" not in closed.headers

    config = make_config(
        folder,
        token=TOKEN,
        environment={HOME_VARIABLE: HOME},
        pages={name: PAGES / f"{name}.ipynb" for name in ("counter", "other")},
    )
    with Running(config) as running:
        run(visit(running))


@pytest.mark.linux
def test_a_page_without_its_key_tells_the_network_nothing_of_the_home_page(folder: Path) -> None:
    with Running(make_config(folder, token=TOKEN, environment={HOME_VARIABLE: HOME}, host="0.0.0.0")) as running:
        asking = http.client.HTTPConnection("127.0.0.1", running.port, source_address=("127.0.0.3", 0))
        asking.request("GET", "/", headers={"Accept-Language": "fr"})
        answer = asking.getresponse()
        html = answer.read().decode()
        asking.close()
        assert answer.status == 403
        assert HOME not in html
        assert "Mes ateliers" not in html
        assert "Accès réservé" in html


def test_where_no_home_page_is_known_a_page_without_its_key_says_where_its_address_is_written(guarded: Running) -> None:
    async def visit() -> None:
        html = (await Visitor(guarded.port).get("/", Accept_Language="fr")).body.decode()
        assert "L’adresse complète est écrite dans la fenêtre" in html
        assert "href" not in html.partition("<main>")[2]

    run(visit())


def test_the_token_opens_once_and_leaves_the_address(guarded: Running) -> None:
    async def visit() -> None:
        visitor = Visitor(guarded.port)
        answer = await visitor.get(f"/?token={TOKEN}&lang=fr")
        assert (answer.code, answer.headers["Location"]) == (302, "/?lang=fr")
        assert await visitor.visit() == 1
        owner_without_key = Visitor(guarded.port, kernel=visitor.kernel)
        owner_without_key.cookies = {name: value for name, value in visitor.cookies.items() if "visitor" in name}
        assert len(owner_without_key.cookies) == 1
        assert await refused(owner_without_key) == 403
        visitor.close()

    run(visit())


def test_floods_of_websockets_leave_the_others_alone(room: Running) -> None:
    async def visit() -> None:
        good = Visitor(room.port)
        await good.visit()
        stranger = Visitor(room.port)
        statuses = await asyncio.gather(*(refused(stranger, good.kernel) for _ in range(30)))
        assert set(statuses) == {403}
        assert await good.click() == 2
        good.close()

    run(visit())
