"""Networks as they are, played in network namespaces: no way out, a tunnel, two Wi-Fis, an address that changes."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.hosting.namespaces import Namespace
from workshop_kit.domain.model import new_workshop
from workshop_kit.store import create_store

#: Seconds for what a serve does by itself while others keep the processor busy.
DEADLINE = 60.0
_LOOK = """
import json
from workshop_kit.hosting.ways import Ways
showing = Ways().look()
ways = [(one.address, one.kind.value, one.usable) for one in showing.networks if one.kind.value != "name"]
print(json.dumps({"host": showing.host, "reach": showing.reach.value, "ways": ways}))
"""


@pytest.fixture
def laptop() -> Iterator[Namespace]:
    with Namespace() as made:
        yield made


def look(laptop: Namespace) -> dict[str, Any]:
    """Return what would be shown there now."""
    return dict(json.loads(laptop.run(sys.executable, "-c", _LOOK, seconds=DEADLINE)))


def test_in_a_hall_without_a_way_out_the_wifi_is_shown_and_with_nothing_at_all_nobody_is_told_to_come(
    laptop: Namespace,
) -> None:
    assert look(laptop)["reach"] == "nobody"
    assert look(laptop)["host"] == ""
    laptop.add("wlan0", "192.168.50.1/24")
    assert laptop.ip("route", "show", "default") == ""
    found = look(laptop)
    assert (found["host"], found["reach"]) == ("192.168.50.1", "room")


def test_a_tunnel_that_is_the_way_out_is_none_in(laptop: Namespace) -> None:
    laptop.add("wlan0", "192.168.50.1/24")
    laptop.add("tun0", "10.8.0.6/24")
    laptop.ip("route", "add", "default", "dev", "tun0")
    found = look(laptop)
    assert found["host"] == "192.168.50.1"
    assert ["10.8.0.6", "vpn", False] in found["ways"]


def test_of_two_wifis_the_one_that_leads_out_is_shown_and_both_can_be_chosen(laptop: Namespace) -> None:
    laptop.add("wlan0", "192.168.50.1/24")
    laptop.add("wlan1", "192.168.60.1/24")
    laptop.ip("route", "add", "default", "dev", "wlan1")
    found = look(laptop)
    assert found["host"] == "192.168.60.1"
    assert sorted(found["ways"]) == [["192.168.50.1", "wifi", True], ["192.168.60.1", "wifi", True]]
    laptop.ip("link", "set", "wlan1", "down")
    assert look(laptop)["host"] == "192.168.50.1", "an adapter that is off keeps its address, and lets nobody in"


class Served:
    """``workshop-kit serve`` on a laptop with a cable to a phone, and the laptop's screen, which is watched."""

    def __init__(self, folder: Path, laptop: Namespace, phone: Namespace) -> None:
        self.folder, self.laptop, self.phone = folder, laptop, phone
        self.screen: subprocess.Popen[str] | None = None
        self._screens: queue.Queue[str] = queue.Queue()

    def __enter__(self) -> Served:
        log = (self.folder / "serve.log").open("wb")
        arguments = ["--port", "19110", "--facilitator-port", "19111", "--seats", "6", "--no-browser"]
        self.process = self.laptop.start(
            *(sys.executable, "-m", "workshop_kit", "serve", str(self.folder)),
            *arguments,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        log.close()
        try:
            self.wait(lambda: (self.folder / "serve.json").is_file(), "serving")
            self.screen = self.run_far("watch", self.addresses["screen"], on=self.laptop)
            self._watcher = threading.Thread(target=self._watch, daemon=True)
            self._watcher.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self.screen is not None:
            self.screen.kill()
            self.screen.wait()
            self._watcher.join(DEADLINE)
            assert self.screen.stdout is not None
            self.screen.stdout.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise

    @property
    def addresses(self) -> dict[str, str]:
        """Where the pages are now."""
        return dict(json.loads((self.folder / "serve.json").read_text(encoding="utf-8")))

    @property
    def ways(self) -> dict[str, Any]:
        """What the pages are told of the ways in."""
        return dict(json.loads((self.folder / ".serve" / "ways").read_text(encoding="utf-8")))

    @property
    def said(self) -> str:
        """What the terminal said so far."""
        return (self.folder / "serve.log").read_text(encoding="utf-8")

    def run_far(self, *arguments: str, on: Namespace) -> subprocess.Popen[str]:
        """Start a browser somewhere."""
        return on.start(
            *(sys.executable, "-m", "tests.hosting.far_phone", *arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def browse(self, *arguments: str, on: Namespace) -> dict[str, Any]:
        """Do one thing in another browser, and return what came of it."""
        command = (sys.executable, "-m", "tests.hosting.far_phone", *arguments)
        return dict(json.loads(on.run(*command, seconds=DEADLINE)))

    def await_screen(self, join: str) -> None:
        """Wait until the screen, which nobody touches, shows how to join by ``join``."""
        seen = []
        while True:
            seen.append(self._screens.get(timeout=DEADLINE))
            if seen[-1] == join:
                return

    def wait(self, condition: Any, what: str) -> None:
        """Wait for something that comes by itself."""
        end, pause = time.monotonic() + DEADLINE, threading.Event()
        while not condition():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, f"{what} did not happen: {self.said}"
            pause.wait(0.1)

    def _watch(self) -> None:
        assert self.screen is not None
        assert self.screen.stdout is not None
        for line in self.screen.stdout:
            self._screens.put(json.loads(line)["join"])


@pytest.fixture
def served(tmp_path: Path, laptop: Namespace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    create_store(tmp_path, new_workshop("Atelier", "Sainte-Aure", "fr", datetime.now(UTC))).close()
    with Namespace(beside=laptop) as phone:
        laptop.connect("wlan0", phone, "phone0")
        laptop.ip("addr", "add", "192.168.50.1/24", "dev", "wlan0")
        phone.ip("addr", "add", "192.168.50.2/24", "dev", "phone0")
        with Served(tmp_path, laptop, phone) as made:
            yield made


def test_an_address_that_changes_while_serving_is_followed_and_seats_are_kept_by_their_code(served: Served) -> None:
    laptop, phone = served.laptop, served.phone
    served.await_screen("http://192.168.50.1:19110/")
    seat = served.browse("join", "http://192.168.50.1:19110/", "Mésange", on=phone)
    assert seat["ok"]
    served.wait(lambda: "Un téléphone est passé" in served.said, "the terminal's word on the phone")

    laptop.ip("addr", "flush", "dev", "wlan0")
    laptop.ip("addr", "add", "172.16.9.1/24", "dev", "wlan0")
    phone.ip("addr", "add", "172.16.9.2/24", "dev", "phone0")
    served.await_screen("http://172.16.9.1:19110/")
    assert served.addresses["participants"] == "http://172.16.9.1:19110/"
    assert "L’adresse a changé" in served.said
    assert served.ways["moved"] == "192.168.50.1", "it was by this one that a phone came in"
    back = served.browse("come_back", served.addresses["participants"], seat["code"], on=phone)
    assert (back["ok"], back["pseudonym"]) == (True, "Mésange"), "the same person, without the cookie"

    laptop.add("wlan1", "10.20.0.1/24")
    served.wait(lambda: "wlan1" in (served.folder / ".serve" / "ways").read_text(encoding="utf-8"), "a second Wi-Fi")
    assert served.browse("choose", served.addresses["facilitator"], "wlan1/10.20.0.1", on=laptop)["ok"]
    served.await_screen("http://10.20.0.1:19110/")
    laptop.ip("link", "del", "wlan1")
    served.await_screen("http://172.16.9.1:19110/")
    laptop.add("wlan1", "10.20.0.1/24")
    served.await_screen("http://10.20.0.1:19110/")

    laptop.ip("link", "del", "wlan1")
    laptop.ip("link", "set", "wlan0", "down")
    served.await_screen("")
    served.wait(lambda: "Personne ne peut entrer" in served.said, "the terminal's word on it")
    laptop.ip("link", "set", "wlan0", "up")
    served.await_screen("http://172.16.9.1:19110/")
