"""Another network chosen for the room is shown by every page at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import fill
from workshop_kit.environment import JOIN_FILE_VARIABLE, JOIN_VARIABLE
from workshop_kit.live.joining import read_join_address


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
