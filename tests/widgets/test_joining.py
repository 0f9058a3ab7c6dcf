"""Another network chosen for the room is shown by every page at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Page, fill
from workshop_kit.domain.course import Moment
from workshop_kit.entrance import write_code
from workshop_kit.environment import ENTRANCE_VARIABLE, JOIN_FILE_VARIABLE, JOIN_VARIABLE, WAYS_FILE_VARIABLE
from workshop_kit.live.door import open_with_words
from workshop_kit.live.joining import JOIN, compose_join_address, read_join_address
from workshop_kit.live.window import panels_of


def test_the_facilitator_and_the_screen_show_another_address_as_soon_as_it_is_told(
    make_room: MakeRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "join"
    file.write_text("http://192.168.1.24:8866/", encoding="utf-8")
    monkeypatch.setenv(JOIN_VARIABLE, "http://10.1.2.3:8866/")
    monkeypatch.setenv(JOIN_FILE_VARIABLE, str(file))
    room = make_room(fill)
    laptop, screen = room.laptop(), room.screen()
    assert laptop.read_all()["header"]["join_url"] == "http://192.168.1.24:8866/"
    before = screen.read_all()["screen"]["qr"]
    seen: list[str] = []
    laptop.window.on_change(lambda changes: seen.extend(one.kind for one in changes))
    laptop.window.follow_once()
    assert "join" not in seen
    file.write_text("http://172.20.10.3:8866/", encoding="utf-8")
    for page in (laptop, screen):
        page.window.follow_once()
    assert "join" in seen
    assert laptop.read_all()["header"]["join_url"] == "http://172.20.10.3:8866/"
    shown = screen.read_all()["screen"]
    assert shown["join"] == "http://172.20.10.3:8866/"
    assert shown["qr"] != before


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", None])
def test_without_a_file_that_tells_it_the_address_is_the_one_of_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    monkeypatch.setenv(JOIN_VARIABLE, "http://10.1.2.3:8866/")
    monkeypatch.setenv(JOIN_FILE_VARIABLE, str(tmp_path / "join"))
    if content is not None:
        (tmp_path / "join").write_bytes(content)
    assert read_join_address() == "http://10.1.2.3:8866/"


def test_the_facilitator_reads_whom_the_address_reaches_and_chooses_another(
    make_room: MakeRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ways"
    monkeypatch.setenv(WAYS_FILE_VARIABLE, str(file))
    room = make_room(fill)
    laptop = room.laptop()
    assert laptop.model("header")["ways"] == {"reach": "room", "missed": "", "moved": "", "networks": []}
    usable = {"name": "Salle", "address": "10.1.2.3", "kind": "wifi", "limited": False, "why": "", "shown": True}
    vpn = {**usable, "id": "tun0/1", "name": "Bureau", "usable": False, "why": "vpn", "shown": False}
    ways = {
        "reach": "fell-back",
        "missed": "Câble",
        "moved": "10.9.9.9",
        "networks": [{**usable, "id": "wlan0/1", "usable": True}, vpn],
    }
    file.write_text(json.dumps(ways), encoding="utf-8")
    laptop.follow_once()
    assert laptop.model("header")["ways"] == ways
    laptop.do("header", "choose_way", network="wlan0/1")
    assert (tmp_path / "ways.wanted").read_text(encoding="utf-8") == "wlan0/1"
    assert "Bureau" in laptop.refuse("header", "choose_way", network="tun0/1")
    assert "plus" in laptop.refuse("header", "choose_way", network="wlan9/1")


@pytest.mark.parametrize(
    ("host", "words", "shown"),
    [
        ("192.168.1.24", "", "http://192.168.1.24:8866/"),
        ("laptop.local", "lune four", "http://laptop.local:8866/?door=lune-four"),
        ("fd00::1", "", "http://[fd00::1]:8866/"),
    ],
)
def test_what_phones_open_is_the_address_and_the_words_of_the_door(host: str, words: str, shown: str) -> None:
    assert open_with_words(compose_join_address(host, 8866), words) == shown


@pytest.mark.parametrize("frozen", [False, True])
@pytest.mark.parametrize("moment", [Moment.WELCOME, Moment.VOTE, Moment.THANKS])
def test_whatever_shows_how_to_join_follows_the_address_and_the_words(
    make_room: MakeRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: Moment, frozen: bool
) -> None:
    file, entrance = tmp_path / "join", tmp_path / "entrance"
    monkeypatch.setenv(JOIN_FILE_VARIABLE, str(file))
    monkeypatch.setenv(JOIN_VARIABLE, "")
    monkeypatch.setenv(ENTRANCE_VARIABLE, str(entrance))
    file.write_text("http://192.168.1.37:8823/", encoding="utf-8")
    write_code(entrance, "lune mare tison pommier")
    room = make_room(fill)
    room.walk_to(moment)
    laptop, screen = room.laptop(), room.screen()
    if frozen:
        laptop.do("remote", "freeze_screen", frozen=True)
    pages = (laptop, screen)
    showing = {name for page in pages for name in page.panels if "192.168.1.37" in json.dumps(page.model(name))}
    assert {"header", "remote", "screen"} <= showing
    said = {name for page in pages for name in page.panels if "tison" in json.dumps(page.model(name))}
    assert said >= showing
    file.unlink()  # no network
    _expect(pages, showing, "lune mare tison pommier", address=None)
    file.write_text("http://172.20.10.3:8823/", encoding="utf-8")
    _expect(pages, showing, "lune mare tison pommier", address="172.20.10.3")
    write_code(entrance, "givre sillon radeau halle")
    _expect(pages, said, "givre sillon radeau halle", address=None)


def _expect(pages: tuple[Page, ...], panels: set[str], words: str, *, address: str | None) -> None:
    for page in pages:
        page.follow_once()
        for name in panels & set(page.panels):
            shown = json.dumps(page.model(name))
            assert "192.168.1.37" not in shown, name
            assert words in shown or words.replace(" ", "-") in shown, f"{name}: in words, or in the address itself"
            assert address is None or address in shown, name
            panel = panels_of(type(page.window))[name]
            assert panel.pace is None or JOIN in panel.at_once, name
