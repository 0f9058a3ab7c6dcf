"""The entrance of a room over raw HTTP: pages nobody joined from, closed doors, the words of a door, the pace."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.serving.running import PAGES, Running, make_config, run, until
from tests.serving.visitor import DEADLINE, Visitor, opened
from workshop_kit.entrance import (
    ENTRANCE_FOLDER,
    Standing,
    asks_code,
    fold_code,
    is_stuck,
    leave_order,
    read_code,
    read_standing,
    take_orders,
    write_code,
)
from workshop_kit.serving.close_codes import ASKING, ASKING_LAST, HERE, RESTED, STAYING
from workshop_kit.serving.pacing import FEWEST_LOADS
from workshop_kit.serving.queueing import HELD_AT_DOOR

WORDS = "tilleul cuivre matin loutre"


@pytest.fixture
def entrance(folder: Path) -> Path:
    return folder / "run" / ENTRANCE_FOLDER


@pytest.fixture
def hall(folder: Path) -> Iterator[Running]:
    """A room whose page says when somebody took a seat; pages without are let go of after two seconds."""
    config = make_config(folder, pages={"keeping": PAGES / "keeping.ipynb"}, unkept_after=2.0)
    with Running(config) as running:
        yield running


async def stand(entrance: Path, wanted: object) -> Standing:
    """Wait until the entrance stands as it should and return how."""
    await until(lambda: (one := read_standing(entrance)) is not None and wanted(one))  # type: ignore[operator]
    found = read_standing(entrance)
    assert found is not None
    return found


def test_a_page_that_nobody_joined_from_ends_and_one_that_was_joined_does_not(hall: Running) -> None:
    async def visit() -> None:
        began = time.monotonic()
        idle, joined = Visitor(hall.port), Visitor(hall.port)
        assert await joined.visit() == 1
        await idle.open_page()
        await idle.connect()
        await idle.ask_states()
        assert await idle.hear_the_end() == RESTED
        assert time.monotonic() - began > 2.0
        assert not json.loads((await idle.get(f"/api/visit/{idle.kernel}")).body)["alive"]
        await until(lambda: time.monotonic() - began > 4.5)
        assert json.loads((await joined.get(f"/api/visit/{joined.kernel}")).body)["alive"]
        assert await joined.click() == 2  # the seat is given back
        assert await joined.hear_the_end() == RESTED

    run(visit())


def test_two_pages_of_one_browser_are_read_at_one_pace_and_another_s_does_not_wait(folder: Path) -> None:
    config = make_config(folder, acts_a_second=1.0)

    async def visit(hall: Running) -> None:
        flooding, other = Visitor(hall.port), Visitor(hall.port)
        await flooding.visit()
        second = Visitor(hall.port, cookies=flooding.cookies)
        await second.visit()
        await other.visit()
        for _ in range(8):
            await flooding.press()
        await flooding.click()  # all of it was counted
        began = time.monotonic()
        for _ in range(4):
            await second.press()
        waits = asyncio.create_task(second.click())
        await other.click()
        assert not waits.done(), "who floods the hall waits alone"
        await waits
        assert time.monotonic() - began > 2.0, "the first page has used up what both have"

    with Running(config) as hall:
        run(visit(hall))


@pytest.mark.parametrize("spoilt", [b"", b"\xff\xfe\x00", b"1234 !", None])
def test_a_door_whose_words_cannot_be_read_stays_shut(hall: Running, entrance: Path, spoilt: bytes | None) -> None:
    if spoilt is None:
        (entrance / "code").mkdir(parents=True)
    else:
        entrance.mkdir(parents=True, exist_ok=True)
        (entrance / "code").write_bytes(spoilt)

    async def visit() -> None:
        for words in ("", "?door=", "?door=tilleul-cuivre-matin-loutre", "?door=1234"):
            newcomer = Visitor(hall.port)
            answer = await newcomer.get(f"/{words}")
            assert b"name=door" in answer.body
            assert answer.code == 200
        assert (await Visitor(hall.port).get("/api/queue")).code in (403, 409)

    run(visit())
    assert is_stuck(entrance)
    if spoilt is not None:
        write_code(entrance, WORDS)
        assert not is_stuck(entrance)
        write_code(entrance, "")
    assert asks_code(entrance) is (spoilt is None)


async def hear_word(visitor: Visitor) -> str | None:
    """Return the next word of the server's own; ``None`` once the page is let go of."""
    assert visitor.socket is not None
    while isinstance(said := await asyncio.wait_for(visitor.socket.read_message(), DEADLINE), bytes):
        pass
    return said


def test_a_page_that_is_touched_is_asked_and_stays_and_no_page_stays_for_ever(hall: Running) -> None:
    async def visit() -> None:
        slow, idle = Visitor(hall.port), Visitor(hall.port)
        for one in (slow, idle):
            await one.open_page()
            await one.connect()
        began = time.monotonic()
        assert slow.socket is not None
        words: list[str] = []
        while (word := await hear_word(slow)) is not None:
            words.append(word)
            await slow.socket.write_message(HERE)
        assert await hear_word(idle) == ASKING
        assert await hear_word(idle) is None, "nobody answered"
        assert words[-1] == ASKING_LAST, "it is told, and an answer changes nothing"
        assert set(words[:-1]) == {ASKING}
        assert slow.socket.close_code == RESTED
        assert time.monotonic() - began > 4 * 2.0, "somebody was there four times as long"

    run(visit())


def test_who_joins_while_the_page_is_asked_reads_that_it_stays(hall: Running) -> None:
    async def visit() -> None:
        late = Visitor(hall.port)
        await late.open_page()
        await late.connect()
        await late.ask_states()
        assert await hear_word(late) == ASKING
        await late.press()
        assert await hear_word(late) == STAYING

    run(visit())


def test_a_page_that_vanished_before_anybody_joined_gives_its_seat_back(hall: Running) -> None:
    async def visit() -> None:
        gone = Visitor(hall.port)
        await gone.open_page()
        await gone.connect()
        opened[-1][1].close()
        await until(lambda: not hall.kernels(), seconds=20)

    run(visit())


def test_a_page_whose_server_lets_nobody_go_stays(folder: Path) -> None:
    async def visit(running: Running) -> None:
        idle = Visitor(running.port)
        await idle.open_page()
        await idle.connect()
        await idle.ask_states()
        entrance = folder / "run" / ENTRANCE_FOLDER
        await stand(entrance, lambda one: one.taken == 1)
        leave_order(entrance, {"act": "open", "device": "nobody"})
        await until(lambda: not list((entrance / "orders").iterdir()))
        assert await idle.click() == 1
        idle.close()

    with Running(make_config(folder)) as running:
        run(visit(running))


def test_how_the_entrance_stands_is_told_in_numbers_alone(hall: Running, entrance: Path) -> None:
    async def visit() -> None:
        visitors = [Visitor(hall.port) for _ in range(6)]
        for one in visitors:
            await one.open_page()
            await one.connect()
            await one.ask_states()
        await visitors[0].click()
        standing = await stand(entrance, lambda one: one.kept == 1)
        assert (standing.seats, standing.devices, standing.waiting, standing.full) == (40, 1, 0, False)
        (crowd,) = standing.crowds
        assert (crowd.kept, crowd.mixed, crowd.beside, crowd.closed) == (1, False, 0, "")
        await until(lambda: any(one.get("kept") == 1 and one["devices"] == 1 for one in hall.reports))
        told = (entrance / "standing").read_text(encoding="utf-8") + str(hall.reports)
        assert "127.0.0.1" not in told
        assert not any(next(iter(one.cookies.values())) in told for one in visitors)

    run(visit())


def test_one_order_lets_go_of_every_page_that_nobody_joined_from(folder: Path, entrance: Path) -> None:
    async def visit(running: Running) -> None:
        idle = [Visitor(running.port) for _ in range(5)]
        joined = Visitor(running.port)
        assert await joined.visit() == 1
        for one in idle:
            await one.open_page()
            await one.connect()
        await stand(entrance, lambda one: one.taken == 6 and one.kept == 1)
        leave_order(entrance, {"act": "let-go"})
        assert [await one.hear_the_end() for one in idle] == [RESTED] * 5
        await stand(entrance, lambda one: one.taken == 1)
        assert await joined.click() == 2
        joined.close()

    with Running(make_config(folder, pages={"keeping": PAGES / "keeping.ipynb"})) as running:
        run(visit(running))


def test_a_closed_door_ends_the_pages_of_a_device_refuses_it_in_words_and_opens_again(
    folder: Path, entrance: Path
) -> None:
    async def visit(running: Running) -> None:
        script = [Visitor(running.port) for _ in range(6)]
        for one in script:
            await one.get("/", User_Agent="script")
            await one.get("/", User_Agent="script")
        phone = Visitor(running.port)
        assert await phone.visit() == 1
        standing = await stand(entrance, lambda one: len(one.crowds) >= 1)
        crowd = next(one for one in standing.crowds if not one.mixed)
        leave_order(entrance, {"act": "close", "device": crowd.id, "everybody": True})
        await stand(entrance, lambda one: any(two.closed for two in one.crowds) and one.taken == 1)
        refused = await Visitor(running.port).get("/", User_Agent="script", Accept_Language="fr")
        assert refused.code == 403
        assert "La porte est fermée pour cet appareil" in refused.body.decode()
        assert (await script[0].get("/api/queue", User_Agent="script")).code == 403
        assert await phone.click() == 2
        await stand(entrance, lambda one: one.turned >= 2)
        leave_order(entrance, {"act": "open", "device": crowd.id})
        await stand(entrance, lambda one: not any(two.closed for two in one.crowds))
        assert (await Visitor(running.port).get("/", User_Agent="script")).code == 200
        phone.close()

    with Running(make_config(folder, pages={"keeping": PAGES / "keeping.ipynb"})) as running:
        run(visit(running))


def test_a_script_with_many_cookies_reads_a_calm_page_that_moves_on_by_itself(folder: Path, entrance: Path) -> None:
    async def visit(running: Running) -> None:
        answers = [await Visitor(running.port).get("/", Accept_Language="fr") for _ in range(60)]
        assert {one.code for one in answers} == {200}
        slowed = [one.body.decode() for one in answers if "La vôtre s’affichera toute seule" in one.body.decode()]
        assert len(slowed) >= 10
        assert all("/api/queue" in one for one in slowed)
        waiting = Visitor(running.port)
        await waiting.get("/")
        asked = json.loads((await waiting.get("/api/queue")).body)
        assert asked == {"ready": False, "place": 0, "full": False, "slow": True}
        standing = await stand(entrance, lambda one: one.slowed > 0)
        assert standing.taken <= 20

    with Running(make_config(folder, seats=20)) as running:
        run(visit(running))


def test_one_cookie_that_loads_its_page_over_and_over_waits_and_comes_in_by_itself(room: Running) -> None:
    async def visit() -> None:
        one = Visitor(room.port)
        await one.open_page()
        pages = [(await one.get("/")).body.decode() for _ in range(int(FEWEST_LOADS) + 4)]
        assert any("page-config" not in page for page in pages)
        await one.open_page()  # as the waiting page does

    run(visit())


def test_a_hundred_phones_behind_one_address_do_not_wait(folder: Path) -> None:
    async def visit(running: Running) -> None:
        phones = [Visitor(running.port) for _ in range(100)]
        assert await asyncio.gather(*(phone.visit() for phone in phones)) == [1] * 100
        for phone in phones:
            phone.close(1001)

    with Running(make_config(folder, seats=100, ahead=10)) as running:
        run(visit(running))
        assert not any(one.get("slowed") for one in running.reports)


# -- the words of the door ---------------------------------------------------------------------------------------------


@pytest.fixture
def closed(folder: Path, entrance: Path) -> Iterator[Running]:
    """A room whose door asks for its words."""
    write_code(entrance, WORDS)
    with Running(make_config(folder)) as running:
        yield running


def test_without_the_words_one_reads_a_page_to_type_them_and_takes_no_seat(closed: Running) -> None:
    async def visit() -> None:
        stranger = Visitor(closed.port)
        page = await stranger.get("/?lang=fr", Accept_Language="en")
        html = page.body.decode()
        assert page.code == 200
        assert "Le code de la porte, en quatre mots" in html
        assert "autocapitalize=none" in html
        assert 'name="lang" value="fr"' in html
        assert "form-action 'self'" in page.headers["Content-Security-Policy"]
        assert (await stranger.get("/api/queue")).code in (403, 409)
        assert closed.kernels() == []

    run(visit())


@pytest.mark.parametrize(
    "typed", ["tilleul-cuivre-matin-loutre", "  TILLEUL Cuivre matin  loutre", "Tilleul—cuivre, matin. lôutre"]
)
def test_the_words_open_however_they_are_written_and_leave_the_address(closed: Running, typed: str) -> None:
    async def visit() -> None:
        guest = Visitor(closed.port)
        answer = await guest.get(f"/?lang=en&door={quote(typed)}")
        assert answer.code == 302
        assert answer.headers["Location"] == "/?lang=en"
        assert await guest.visit() == 1
        guest.close()

    run(visit())


def test_wrong_words_are_told_so_and_braked(closed: Running) -> None:
    async def visit() -> None:
        answers = [await Visitor(closed.port).get("/?door=chat&lang=fr") for _ in range(14)]
        assert "Ce ne sont pas les mots de la porte" in answers[0].body.decode()
        assert 'value="chat"' in answers[0].body.decode()
        assert "Trop de codes" in answers[-1].body.decode()
        assert int(answers[-1].headers["Refresh"]) > 1
        assert closed.kernels() == []

    run(visit())


def test_words_that_changed_let_nobody_new_in_and_keep_who_is_in(closed: Running, entrance: Path) -> None:
    async def visit() -> None:
        guest = Visitor(closed.port)
        await guest.get(f"/?door={quote(WORDS)}")
        assert await guest.visit() == 1
        write_code(entrance, "vague poire sapin lune")
        late = Visitor(closed.port)

        async def is_refused() -> bool:
            return (await Visitor(closed.port).get(f"/?door={quote(WORDS)}")).code == 200

        while not await is_refused():
            await asyncio.sleep(0.2)
        assert await guest.visit() == 1, "whoever was in comes back without words"
        assert (await late.get("/?door=vague-poire-sapin-lune")).code == 302
        assert await late.visit() == 1
        write_code(entrance, "")
        anybody = Visitor(closed.port)
        while "name=door" in (await anybody.get("/")).body.decode():
            await asyncio.sleep(0.2)
        guest.close()
        late.close()

    run(visit())


def test_who_came_in_before_the_door_had_words_stays_in_though_the_server_starts_again(
    folder: Path, entrance: Path
) -> None:
    guest = Visitor(0)

    async def come(running: Running) -> None:
        guest.port = running.port
        assert await guest.visit() == 1
        guest.close()

    for words in ("", WORDS):
        write_code(entrance, words)
        with Running(make_config(folder)) as running:
            run(come(running))


def test_where_the_door_has_no_words_an_old_code_in_the_address_is_dropped(room: Running) -> None:
    async def visit() -> None:
        answer = await Visitor(room.port).get("/?door=old-words&lang=fr")
        assert (answer.code, answer.headers["Location"]) == (302, "/?lang=fr")

    run(visit())


def test_the_page_at_the_door_goes_on_once_the_words_are_dropped_or_somebody_said_them_in_another_tab(
    closed: Running, entrance: Path
) -> None:
    async def visit() -> None:
        page = await Visitor(closed.port).get("/")
        assert "/api/queue?door=1" in page.body.decode()
        stranger, guest = Visitor(closed.port), Visitor(closed.port)
        await guest.get(f"/?door={quote(WORDS)}")
        asked = await asyncio.gather(*(one.get("/api/queue?door=1") for one in (stranger, guest)))
        assert [json.loads(one.body) for one in asked] == [{"asks": True}, {"asks": False}]
        assert closed.kernels() == []
        assert "Set-Cookie" not in asked[0].headers, "whoever asks has no place and no name"
        write_code(entrance, "")
        assert json.loads((await stranger.get("/api/queue?door=1")).body) == {"asks": False}

    run(visit())


def test_questions_at_the_door_are_held_for_no_more_than_there_are_seats(folder: Path, entrance: Path) -> None:
    async def visit(running: Running) -> None:
        began = time.monotonic()
        strangers = [Visitor(running.port) for _ in range(20)]
        asked = [asyncio.create_task(one.get("/api/queue?door=1")) for one in strangers]
        for answered in asyncio.as_completed(asked[:]):
            await answered
            if sum(one.done() for one in asked) >= 17:
                break
        assert [one.done() for one in asked].count(False) == 3
        assert time.monotonic() - began < HELD_AT_DOOR, "the seventeen were answered at once"
        await asyncio.gather(*asked)
        assert time.monotonic() - began < 4 * HELD_AT_DOOR

    write_code(entrance, WORDS)
    with Running(make_config(folder, seats=3)) as running:
        run(visit(running))


def test_what_was_typed_cannot_become_markup(closed: Running) -> None:
    async def visit() -> None:
        attack = quote('"><script>alert(1)</script>')
        html = (await Visitor(closed.port).get(f"/?door={attack}&x={attack}")).body.decode()
        assert "<script>alert" not in html
        assert not re.search(r"<script(?! type)", html)

    run(visit())


# -- the folder --------------------------------------------------------------------------------------------------------


def test_orders_are_taken_once_in_their_order_and_nonsense_is_dropped(tmp_path: Path) -> None:
    for number in range(3):
        leave_order(tmp_path, {"act": number})
    (tmp_path / "orders" / "000").write_text("no json", encoding="utf-8")
    (tmp_path / "orders" / "001").write_text("[1]", encoding="utf-8")
    assert [one["act"] for one in take_orders(tmp_path)] == [0, 1, 2]
    assert take_orders(tmp_path) == []
    assert take_orders(tmp_path / "nowhere") == []


def test_what_no_server_writes_any_more_is_nothing(tmp_path: Path) -> None:
    assert read_standing(tmp_path) is None
    (tmp_path / "standing").write_text("{}", encoding="utf-8")
    assert read_standing(tmp_path) is None


def test_a_code_is_compared_by_its_letters(tmp_path: Path) -> None:
    assert fold_code(" Été-Çà  LUNE ") == fold_code("ete ca lune")
    write_code(tmp_path, WORDS)
    assert read_code(tmp_path) == WORDS
    write_code(tmp_path, "")
    assert read_code(tmp_path) == ""
