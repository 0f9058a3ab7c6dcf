"""The servers under test, each started anew, on this machine only, and ended with everything it started."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from tests.load.measuring import TAG_VARIABLE, end_all
from tests.store.leading import lead_to
from tests.widgets.full_hall import bring_to, make_hall
from workshop_kit.domain.course import Moment, Phase, Role
from workshop_kit.domain.model import Challenge, Workshop
from workshop_kit.environment import FOLDER_VARIABLE, SERVED_VARIABLE, VISITOR_VARIABLE, WAITING_VARIABLE
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.supervisor import Servers
from workshop_kit.places import notebooks_folder
from workshop_kit.serving.config import KernelMode
from workshop_kit.serving.lifeline import die_with_parent
from workshop_kit.store import Repository, create_store

CHECKOUT: Final = Path(__file__).resolve().parent.parent.parent
#: The environment that holds Solara.
SOLARA_ENVIRONMENT: Final = CHECKOUT / ".venv-bench"
CHALLENGE: Final = "home"
_READY_WITHIN: Final = 90.0
_END_WITHIN: Final = 15.0


def make_workshop(folder: Path, moment: Moment = Moment.WELCOME, people: int = 0) -> Path:
    """Make a fresh workshop with one challenge, standing at ``moment``, and return its folder.

    With ``people`` it is one in which so many took part before, and wrote as many ideas for each challenge.
    """
    if people:
        make_hall(folder, people, people)
        bring_to(folder, moment)
        return folder
    now = datetime.now(UTC)
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, now, now + timedelta(days=1))
    challenge = Challenge(CHALLENGE, "Logement", "Plus personne ne dort dehors.", position=0)

    def prepare(repository: Repository) -> None:
        repository.add_challenge(challenge)
        repository.update_workshop(replace(workshop, current_challenge=challenge.id))
        lead_to(repository, moment, challenge.id, now)

    store = create_store(folder, workshop)
    try:
        store.perform(None, prepare)
    finally:
        store.close()
    return folder


class Room(ABC):
    """A server with the participant's page.

    Parameters
    ----------
    folder
        The workshop's folder.
    runtime
        An empty folder for whatever the server writes.
    seats, cull_after
        The most visitors, and the seconds that a kernel without a page is kept; only our server has such limits.

    """

    name: ClassVar[str]

    def __init__(self, folder: Path, runtime: Path, *, seats: int = 200, cull_after: float = 900) -> None:
        self.folder = folder
        self.runtime = runtime
        self.seats = seats
        self.cull_after = cull_after
        self.tag = uuid.uuid4().hex
        self.port = _free_port()
        self.log = runtime / "server.log"

    @abstractmethod
    def command(self) -> list[str]:
        """Return the command that serves the room."""

    def environment(self) -> dict[str, str]:
        """Return the variables of the server, besides those of this process."""
        return {
            FOLDER_VARIABLE: str(self.folder),
            TAG_VARIABLE: self.tag,
            "JUPYTER_CONFIG_DIR": str(self.runtime / "jupyter"),
            "IPYTHONDIR": str(self.runtime / "ipython"),
        }

    #: An address that answers without starting anything.
    ready_path: ClassVar[str]

    def start(self) -> None:
        """Start the server and wait until it listens."""
        removed = (SERVED_VARIABLE, VISITOR_VARIABLE, WAITING_VARIABLE)
        kept = {name: value for name, value in os.environ.items() if name not in removed}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                self.command(),
                env={**kept, **self.environment()},
                cwd=CHECKOUT,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=partial(die_with_parent, os.getpid()),  # even a bench that is killed leaves no server
            )
        end = time.monotonic() + _READY_WITHIN
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{self.name} did not start:\n{self.log.read_text(encoding='utf-8')[-2000:]}")
            time.sleep(0.1)

    def stop(self) -> None:
        """End the server, then whatever it left behind."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(_END_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.left_behind = end_all(self.tag)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self.ready_path}", timeout=5):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False


class OurRoom(Room):
    """The participants' server, as ``workshop-kit serve`` starts it."""

    name = "workshop-kit"
    ready_path = "/api/alive"
    role: ClassVar[Role] = Role.PARTICIPANT

    def command(self) -> list[str]:
        """Write down what ``workshop-kit serve`` would tell this server, and start it alone."""
        options = ServeOptions(
            folder=self.folder,
            host="127.0.0.1",
            port=self.port,
            facilitator_port=_free_port(),
            seats=self.seats,
            kernels=KernelMode.AUTO,
            language="fr",
            title="Atelier",
        )
        told = Servers(options).configurations[self.role]
        self.port = told.port
        self.token = told.token
        configuration = replace(told, runtime_folder=self.runtime / self.role, cull_after=self.cull_after)
        file = self.runtime / f"{self.role}.json"
        file.write_text(configuration.to_json(), encoding="utf-8")
        return [sys.executable, "-m", "workshop_kit.serving", str(file)]


class FacilitatorRoom(OurRoom):
    """The facilitator's server, likewise; its page asks for its token once."""

    role = Role.FACILITATOR

    def page(self, step: str) -> str:
        """Return the address of one step of the guide."""
        return f"http://127.0.0.1:{self.port}/{step}?token={self.token}"


class StockVoila(Room):
    """Voilà as it comes, with its own template, on the same notebook."""

    name = "Voilà"
    ready_path = "/voila/static/nothing"

    def command(self) -> list[str]:
        """Serve the notebook with nothing but an address."""
        notebook = notebooks_folder() / "participant.ipynb"
        options = ["--no-browser", f"--port={self.port}", "--Voila.ip=127.0.0.1"]
        return [sys.executable, "-m", "voila", str(notebook), *options]


class SolaraRoom(Room):
    """A Solara app of the same panels, in production mode."""

    name = "Solara"
    ready_path = "/readyz"

    def command(self) -> list[str]:
        """Run the app."""
        solara = SOLARA_ENVIRONMENT / "bin" / "solara"
        app = CHECKOUT / "tests" / "load" / "solara_app.py"
        options = ["--host", "127.0.0.1", "--port", str(self.port), "--production", "--no-open"]
        return [str(solara), "run", str(app), *options]

    def environment(self) -> dict[str, str]:
        """Return the variables of the server; it says nothing to anybody outside."""
        return {
            **super().environment(),
            "PYTHONPATH": str(CHECKOUT),
            "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False",
            "SOLARA_HOME": str(self.runtime / "solara"),
        }


ROOMS: Final[tuple[type[Room], ...]] = (OurRoom, StockVoila, SolaraRoom)


@contextlib.contextmanager
def open_room(
    kind: type[Room],
    *,
    moment: Moment = Moment.WELCOME,
    seats: int = 200,
    cull_after: float = 900,
    people: int = 0,
) -> Iterator[Room]:
    """Serve a fresh workshop while the block runs."""
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        runtime = Path(temporary) / "runtime"
        runtime.mkdir()
        folder = make_workshop(Path(temporary) / "workshop", moment, people)
        room = kind(folder, runtime, seats=seats, cull_after=cull_after)
        try:
            room.start()
            yield room
        finally:
            room.stop()


@contextlib.contextmanager
def open_desk(folder: Path) -> Iterator[FacilitatorRoom]:
    """Serve the facilitator's pages of a workshop while the block runs."""
    with tempfile.TemporaryDirectory(prefix="bench-desk-") as temporary:
        desk = FacilitatorRoom(folder, Path(temporary))
        try:
            desk.start()
            yield desk
        finally:
            desk.stop()


def is_installed(kind: type[Room]) -> bool:
    """Tell whether the room can be opened here."""
    return kind is not SolaraRoom or (SOLARA_ENVIRONMENT / "bin" / "solara").is_file()


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])
