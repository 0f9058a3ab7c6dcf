"""The control channel answers whoever holds its key, and hangs up on everybody else."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from workshop_kit.errors import CannotServe, InvalidEntry, StoreUnavailable
from workshop_kit.hosting import control
from workshop_kit.hosting.control import ControlServer
from workshop_kit.live.home.control import ControlClient


class Echo:
    """Answers with what it was told, or refuses it."""

    def ask(self, act: str, /, **values: Any) -> Any:
        if act == "refuse":
            raise StoreUnavailable("disk-full", folder="/mnt/stick")
        if act == "break":
            raise RuntimeError("a secret of the house")
        return {"act": act, **values}


@pytest.fixture
def server() -> Iterator[ControlServer]:
    with ControlServer(Echo()) as made:
        yield made


def send(server: ControlServer, *lines: bytes) -> bytes:
    """Send lines as a stranger may, and return all that comes back until it is hung up."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as stranger:
        heard = b""
        try:  # who is hung up on while still talking is not even heard to the end
            stranger.sendall(b"".join(lines))
            stranger.shutdown(socket.SHUT_WR)
            while part := stranger.recv(4096):
                heard += part
        except OSError:
            pass
        return heard


def test_what_is_asked_is_answered_one_line_each_over_one_connection(server: ControlServer) -> None:
    client = ControlClient(server.port, server.key)
    assert client.ask("open", workshop="é", seats=3) == {"act": "open", "workshop": "é", "seats": 3}
    assert client.ask("close") == {"act": "close"}
    client.close()


def test_a_refusal_comes_back_as_it_was_raised(server: ControlServer) -> None:
    client = ControlClient(server.port, server.key)
    with pytest.raises(StoreUnavailable) as refused:
        client.ask("refuse")
    assert (refused.value.code, refused.value.values) == ("disk-full", {"folder": "/mnt/stick"})
    with pytest.raises(CannotServe) as broken:
        client.ask("break")
    assert "secret" not in str(broken.value)
    assert client.ask("still there") == {"act": "still there"}
    client.close()


@pytest.mark.parametrize(
    "line",
    [
        b'{"act": "open", "values": {}}\n',
        b'{"key": "guessed"}\n',
        b'{"key": 7}\n',
        b"[]\n",
        b"\x80\x04\x95 a pickle\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"x" * 100_000,
        b"",
    ],
)
def test_a_stranger_is_hung_up_on_without_a_word(server: ControlServer, line: bytes) -> None:
    assert send(server, line, b'{"act": "open", "values": {}}\n') == b""


def test_a_stranger_who_says_nothing_does_not_keep_others_out(
    server: ControlServer,
) -> None:
    silent = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(10)]
    client = ControlClient(server.port, server.key)
    assert client.ask("open") == {"act": "open"}
    client.close()
    for one in silent:
        one.close()


def test_lines_are_bounded(server: ControlServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control, "LONGEST_LINE", 1000)
    key = json.dumps({"key": server.key}).encode() + b"\n"
    asked = json.dumps({"act": "open", "values": {"x": "y" * 2000}}).encode() + b"\n"
    assert send(server, key, asked) == b""


@pytest.mark.parametrize(
    "line", [b"nonsense\n", b"{}\n", b'{"act": 1, "values": {}}\n', b'{"act": "a", "values": 1}\n']
)
def test_nonsense_from_whoever_holds_the_key_is_refused_in_a_sentence(server: ControlServer, line: bytes) -> None:
    key = json.dumps({"key": server.key}).encode() + b"\n"
    assert json.loads(send(server, key, line))["refused"]["code"] == "malformed-intention"


def test_a_program_that_has_ended_is_said_to_have() -> None:
    with ControlServer(Echo()) as server:
        client = ControlClient(server.port, server.key)
        client.ask("open")
    for _ in range(2):
        with pytest.raises(CannotServe) as refused:
            client.ask("open")
        assert refused.value.code == "kit-ended"


def test_a_page_that_was_told_no_channel_asks_nobody() -> None:
    with pytest.raises((CannotServe, InvalidEntry)):
        ControlClient().ask("open")
