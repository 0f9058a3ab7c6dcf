"""The home page as a person starts it: a process, a page behind its token, a room, a kill of everything."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest

from tests.browser.conftest import find_port
from tests.browser.served import wait_for
from workshop_kit.environment import CONTROL_KEY_VARIABLE, CONTROL_PORT_VARIABLE
from workshop_kit.live.home.control import ControlClient

PORT = find_port(28150)  # other files start a kit too, on other workers
PORTS = ("--port", str(PORT), "--room-port", str(PORT + 3))


class Kit:
    """``workshop-kit`` without a command, for a user of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "state"
        (folder / "Documents").mkdir(exist_ok=True)
        self.environment = {
            **os.environ,
            "WORKSHOP_KIT_STATE": str(self.state),
            "HOME": str(folder),
            "XDG_DOCUMENTS_DIR": str(folder / "Documents"),
            "LC_ALL": "fr_FR.UTF-8",
            "PYTHONUTF8": "1",
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> str:
        """Start it and return the address of its page."""
        command = [sys.executable, "-m", "workshop_kit", *PORTS, "--no-browser"]
        self.process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL)
        process = self.process
        address = wait_for(lambda: self._read(process.pid), 100, "opening the home page")
        return str(address)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run another command of the same user to its end."""
        command = [sys.executable, "-m", "workshop_kit", *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=120, check=False)

    def ask(self, act: str, /, **values: Any) -> Any:
        """Ask as the home page does, with what its server alone was told."""
        told = json.loads((self.state / "home" / "home.json").read_text(encoding="utf-8"))["environment"]
        client = ControlClient(int(told[CONTROL_PORT_VARIABLE]), told[CONTROL_KEY_VARIABLE])
        try:
            return client.ask(act, **values)
        finally:
            client.close()

    def room(self, workshop: str) -> dict[str, Any]:
        return dict(self.ask("home_model", workshop=workshop)["chosen"]["room"])

    def await_room(self, workshop: str, state: str) -> dict[str, Any]:
        def look() -> dict[str, Any] | None:
            room = self.room(workshop)
            assert room["state"] != "failed" or state == "failed", room["failure"]
            return room if room["state"] == state else None

        return dict(wait_for(look, 120, f"the room being {state}"))

    def below(self) -> list[psutil.Process]:
        assert self.process is not None
        return list(psutil.Process(self.process.pid).children(recursive=True))

    def end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(40)

    def _read(self, pid: int) -> str:
        assert self.process is not None
        assert self.process.poll() is None, "it ended at once"
        try:
            told = json.loads((self.state / "home.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ""
        return str(told["address"]) if told["pid"] == pid else ""


def get(address: str, host: str | None = None) -> tuple[int, str]:
    """Return the status and the body that a plain request is answered with."""
    parts = urlsplit(address)
    connection = HTTPConnection(str(parts.hostname), parts.port or 80, timeout=60)
    try:
        headers = {} if host is None else {"Host": host}
        connection.request("GET", f"{parts.path}?{parts.query}", headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kit]:
    made = Kit(tmp_path_factory.mktemp("user"))
    try:
        made.start()
        yield made
    finally:
        made.end()


@pytest.mark.posix
def test_what_the_home_page_keeps_is_for_this_user_alone(kit: Kit) -> None:
    kit.ask("numbers")
    kept = [kit.state, *kit.state.rglob("*")]
    assert {"settings.json", "home.json", "home.log", "room"} <= {one.name for one in kept}
    assert {one.name: oct(one.stat().st_mode) for one in kept if one.stat().st_mode & 0o077} == {}


@pytest.mark.linux
def test_from_the_first_start_to_a_kill_of_everything_and_back(kit: Kit) -> None:
    address = kit.ask("numbers") and json.loads((kit.state / "home.json").read_text(encoding="utf-8"))["address"]
    plain = address.partition("?")[0]

    assert get(plain)[0] == 403, "nobody comes in without the token"
    assert get(f"{plain}?token=guessed")[0] == 403
    assert get(address, host=f"evil.example:{PORT}")[0] == 403, "nor by a name that merely leads here"
    assert get(address)[0] == 302, "the token is taken, and the browser forgets its address"
    assert (kit.state / "home.json").stat().st_mode & 0o077 == 0

    again = kit.run("--no-browser")
    assert (again.returncode, address in again.stdout) == (0, True), "a second start finds the first"

    made = kit.ask("start_workshop", title="Personne ne reste seul", territory="Sainte-Aure")["workshop"]
    folder = kit.folder / "Documents" / "Ateliers" / "Personne ne reste seul"
    assert (folder / "workshop.db").is_file()

    kit.ask("open_room", workshop=made, seats=5)
    room = kit.await_room(made, "open")
    assert get(room["facilitator"])[0] == 302
    assert get(room["screen"])[0] == 200
    assert_the_channel_is_a_secret_of_the_home_page(kit, folder)

    kit.ask("begin_test", workshop=made)
    join = urlsplit(room["join"])
    assert get(f"http://{join.hostname}:{join.port}/")[0] == 200
    assert kit.room(made)["test"]["state"] == "waiting", "the laptop's own visit is no phone"

    refused = kit.run(
        "serve", str(folder), "--no-browser", "--port", str(PORT + 8), "--facilitator-port", str(PORT + 9)
    )
    assert refused.returncode == 1
    assert room["facilitator"] in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1

    children = kit.below()
    assert kit.process is not None
    kit.process.kill()
    kit.process.wait()
    gone, alive = psutil.wait_procs(children, timeout=20)
    assert (bool(gone), alive) == (True, []), "nothing outlives the house"

    assert kit.start() == address, "open tabs find the page again"
    told = next(one for one in kit.ask("home_model")["workshops"] if one["id"] == made)
    assert (told["room"], told["condition"]) == ("closed", "ready")
    kit.ask("open_room", workshop=made, seats=5)
    again_open = kit.await_room(made, "open")
    assert again_open["facilitator"] == room["facilitator"], "the facilitator's tabs find it again, too"
    kit.ask("close_room", workshop=made)
    kit.await_room(made, "closed")
    assert not (folder / "serve.json").exists()


def assert_the_channel_is_a_secret_of_the_home_page(kit: Kit, folder: Path) -> None:
    told = json.loads((kit.state / "home" / "home.json").read_text(encoding="utf-8"))["environment"]
    key = told[CONTROL_KEY_VARIABLE]
    assert kit.process is not None
    others = [
        one
        for one in kit.below()
        if str(kit.state) not in " ".join(one.cmdline()) and str(folder) in " ".join(one.cmdline())
    ]
    assert len(others) >= 3, "the room's servers"
    for one in [*others, *(inner for other in others for inner in other.children(recursive=True))]:
        assert CONTROL_KEY_VARIABLE not in one.environ()
        assert key not in "".join(one.environ().values())
    for file in (folder / ".serve").rglob("*"):
        assert not file.is_file() or key not in file.read_text(encoding="utf-8", errors="replace")
