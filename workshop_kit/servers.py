"""The three servers of a workshop, one a role: started together, watched, ended together.

Each role has a server process of its own, so that what one role may not know is not in the process that answers
another. The participants' server listens on the room's network; the facilitator's and the screen's on this machine
only, the facilitator's behind a token.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final
from urllib.parse import parse_qs, urlsplit

from workshop_kit.domain.model import Role
from workshop_kit.errors import CannotServe, MissingEntry
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.window import FOLDER_VARIABLE
from workshop_kit.places import notebooks_folder, static_folder, voila_templates
from workshop_kit.serving.config import KernelMode
from workshop_kit.serving.memory import describe_memory

#: Addresses of the pages while they are served; gone when they are not.
SERVE_FILE: Final = "serve.json"
_RUNTIME_FOLDER: Final = ".serve"
_READY_WITHIN: Final = 120.0
_END_WITHIN: Final = 8.0
#: Servers whose serve was killed let go of their ports within that many seconds; they take a tenth of one.
_LET_GO_WITHIN: Final = 3.0
#: A server that died more often than this within that many seconds would die again.
_RESTARTS_AT_MOST: Final = 5
_RESTARTS_WITHIN: Final = 600.0
_EVERYWHERE: Final = ("", "0.0.0.0", "::")  # noqa: S104 — compared with, never bound here
_PORTS_TRIED: Final = 100
_FACILITATOR_PAGES: Final = ("1_challenge", "2_stakeholders", "3_ideas", "4_matrix", "5_missions", "6_synthesis")


@dataclass(frozen=True)
class ServeOptions:
    """How to serve a workshop.

    Attributes
    ----------
    folder
        The workshop's folder.
    host
        The address the participants' server listens on; ``0.0.0.0`` is the whole room.
    port, facilitator_port
        The ports wanted; the next free one is taken when one is in use. A serve that was killed is taken up again
        on its own ports and with its token: the open pages find it by themselves.
    seats
        How many participants may be in at once.
    kernels
        ``"auto"``, ``"fork"``, ``"preheat"`` or ``"spawn"``: how a visitor's kernel comes to be.
    language, title
        Of the workshop, for the pages' frame.
    """

    folder: Path
    host: str
    port: int
    facilitator_port: int
    seats: int
    kernels: str
    language: str
    title: str


@dataclass(frozen=True)
class Addresses:
    """The addresses of the pages, each opening as it is."""

    participants: str
    facilitator: str
    screen: str


class Servers:
    """The running servers of one workshop; use as a context manager.

    Raises
    ------
    CannotServe
        When a server does not get ready; the sentence says what it answered.
    """

    def __init__(self, options: ServeOptions, on_progress: Callable[[str], None] = lambda _line: None) -> None:
        self._options = options
        self._on_progress = on_progress
        self._folder = options.folder.resolve()
        self._runtime = self._folder / _RUNTIME_FOLDER
        self._running: dict[Role, _Server] = {}
        left = _read_left_addresses(self._folder)
        token = left.token or secrets.token_urlsafe(24)
        with _reserved_ports(options, left) as (port, facilitator_port, screen_port):
            shown = _address_in_room(options.host)
            self.addresses = Addresses(
                participants=f"http://{shown}:{port}/",
                facilitator=f"http://127.0.0.1:{facilitator_port}/?token={token}",
                screen=f"http://127.0.0.1:{screen_port}/",
            )
        self._configurations = {
            Role.PARTICIPANT: self._configure(Role.PARTICIPANT, options.host, port, None, options.seats),
            Role.FACILITATOR: self._configure(Role.FACILITATOR, "127.0.0.1", facilitator_port, token, 24),
            Role.SCREEN: self._configure(Role.SCREEN, "127.0.0.1", screen_port, None, 6),
        }

    def __enter__(self) -> Servers:
        self._runtime.mkdir(mode=0o700, exist_ok=True)
        needs = describe_memory(
            self._options.seats, KernelMode(self._options.kernels), Translator(self._options.language)
        )
        if needs is not None:
            self._on_progress(needs)
        try:
            for role, configuration in self._configurations.items():
                self._running[role] = _Server(role, configuration, self._runtime, self._on_progress)
            for server in self._running.values():
                server.wait_until_ready(_READY_WITHIN)
        except BaseException:
            self._end()
            raise
        self._write_serve_file()
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def watch(self, ended: threading.Event) -> None:
        """Stay until ``ended`` is set, starting again any server that dies.

        Raises
        ------
        CannotServe
            When one server died more often than is reasonable.
        """
        restarts: list[float] = []
        while not ended.wait(0.5):
            for role, server in list(self._running.items()):
                if server.process.poll() is None:
                    continue
                now = time.monotonic()
                restarts = [*(before for before in restarts if now - before < _RESTARTS_WITHIN), now]
                if len(restarts) > _RESTARTS_AT_MOST:
                    raise CannotServe("server-keeps-dying", role=role.value, log=server.log)
                server.ask_to_end()
                server.end(_END_WITHIN)
                self._running[role] = _Server(role, self._configurations[role], self._runtime, self._on_progress)
                self._running[role].wait_until_ready(_READY_WITHIN)

    def _configure(self, role: Role, host: str, port: int, token: str | None, seats: int) -> dict[str, object]:
        names = {Role.FACILITATOR: _FACILITATOR_PAGES, Role.SCREEN: ("screen",), Role.PARTICIPANT: ("participant",)}
        early = read_early_script()
        environment = {FOLDER_VARIABLE: str(self._folder), "WORKSHOP_JOIN_URL": self.addresses.participants}
        if role is Role.FACILITATOR:
            environment["WORKSHOP_SCREEN_URL"] = self.addresses.screen
        return {
            "pages": {name: str(self._find_notebook(name)) for name in names[role]},
            "host": host,
            "port": port,
            "token": token,
            "seats": seats,
            # the facilitator's steps stand open side by side; a phone has a tab or two
            **({} if role is Role.PARTICIPANT else {"per_visitor": seats}),
            "kernels": self._options.kernels,
            "environment": environment,
            "runtime_folder": str(self._runtime / role.value),
            "template": "workshop",
            "template_paths": [str(voila_templates())],
            "assets_folder": str(static_folder() / "served"),
            "language": self._options.language,
            "room": _room_of(self._folder, role),
            "title": self._options.title,
            # only a whole room comes at the same moment
            "ahead": None if role is Role.PARTICIPANT else 1,
            "page_settings": {
                "bundle": role.value,
                "words": {language: Translator(language).section("page") for language in LANGUAGES},
                "early": early,
            },
            "script_sources": [trust_script(early)],
        }

    def _find_notebook(self, name: str) -> Path:
        """Prefer the organiser's own copy of a notebook, made by ``workshop-kit lab``."""
        own = self._folder / "notebooks" / f"{name}.ipynb"
        return own if own.is_file() else notebooks_folder() / f"{name}.ipynb"

    def _write_serve_file(self) -> None:
        content = {**vars(self.addresses), "pid": os.getpid()}
        draft = self._folder / f"{SERVE_FILE}.new"
        draft.unlink(missing_ok=True)
        # the token opens the facilitator's page: nobody else on this machine may read it
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=2)
        draft.replace(self._folder / SERVE_FILE)

    def _end(self) -> None:
        (self._folder / SERVE_FILE).unlink(missing_ok=True)
        for server in self._running.values():
            server.ask_to_end()
        for server in self._running.values():
            server.end(_END_WITHIN)
        self._running.clear()


def read_early_script() -> str:
    """Return the few lines that every page carries in its HTML, which open its socket before any file has come."""
    served = static_folder() / "served"
    if not (served / "manifest.json").is_file():
        raise MissingEntry("installation-incomplete", path=served)
    manifest: dict[str, str] = json.loads((served / "manifest.json").read_text(encoding="utf-8"))
    return (served / manifest["early.js"]).read_text(encoding="utf-8").strip()


def trust_script(text: str) -> str:
    """Return the source of a content security policy that lets this very script run, and no other."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


class _Server:
    """One server process; it ends by itself when its standard input closes, hence when we die."""

    def __init__(
        self, role: Role, configuration: dict[str, object], runtime: Path, on_progress: Callable[[str], None]
    ) -> None:
        self.role = role
        self.log = runtime / f"{role.value}.log"
        self._ready = threading.Event()
        self._refusal: CannotServe | None = None
        self._on_progress = on_progress
        file = runtime / f"{role.value}.json"
        file.touch(mode=0o600)
        file.write_text(json.dumps(configuration), encoding="utf-8")
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workshop_kit.serving", str(file)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,  # a Ctrl-C in the terminal is ours to handle, in order
            )
        assert self.process.stdout is not None
        self._reader = threading.Thread(target=self._listen, args=(self.process.stdout,), daemon=True)
        self._reader.start()

    def wait_until_ready(self, seconds: float) -> None:
        answered = self._ready.wait(seconds)
        if self._refusal is not None:
            raise self._refusal
        if not answered or self.process.poll() is not None:
            raise CannotServe("server-not-ready", role=self.role.value, log=self.log)

    def ask_to_end(self) -> None:
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        if self.process.poll() is None:
            self.process.terminate()

    def end(self, seconds: float) -> None:
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._reader.join(timeout=2)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def _listen(self, lines: IO[bytes]) -> None:
        for line in lines:
            try:
                said = json.loads(line)
            except ValueError:
                continue
            if said.get("ready"):
                self._ready.set()
            elif "code" in said:
                self._refusal = CannotServe(said["code"], **said["values"])
            elif "progress" in said and self.role is Role.PARTICIPANT:
                self._show_progress(**said["kernels"], sentence=str(said["progress"]))
        self._ready.set()  # it ended: nobody needs to wait for it any longer

    def _show_progress(self, *, ready: int, wanted: int, sentence: str, **_more: object) -> None:
        """Show a bar each time another tenth is there; a line each, so that a log and a screen reader can follow."""
        tenths = 10 * ready // wanted
        if tenths > 10 * (ready - 1) // wanted:
            self._on_progress(f"[{'#' * tenths}{'.' * (10 - tenths)}] {sentence}")


@dataclass(frozen=True)
class _Left:
    """What a serve that was killed left behind: pages of the room still look for these ports, with this token."""

    token: str | None = None
    port: int | None = None
    facilitator_port: int | None = None
    screen_port: int | None = None


def _read_left_addresses(folder: Path) -> _Left:
    """Return what the last serve of ``folder`` did not come to clear away; nothing if it ended in order."""
    try:
        content = json.loads((folder / SERVE_FILE).read_text(encoding="utf-8"))
        addresses = [urlsplit(content[name]) for name in ("participants", "facilitator", "screen")]
        ports = [address.port for address in addresses]
        return _Left(parse_qs(addresses[1].query)["token"][0], *ports)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return _Left()


@contextlib.contextmanager
def _reserved_ports(options: ServeOptions, left: _Left) -> Iterator[tuple[int, int, int]]:
    """Hold three free ports while their numbers are being written down."""
    with contextlib.ExitStack() as stack:
        port = stack.enter_context(_reserve(options.host, options.port, left.port))
        facilitator_port = stack.enter_context(_reserve("127.0.0.1", options.facilitator_port, left.facilitator_port))
        screen_port = stack.enter_context(_reserve("127.0.0.1", facilitator_port + 1, left.screen_port))
        yield port, facilitator_port, screen_port


@contextlib.contextmanager
def _reserve(host: str, wanted: int, left: int | None) -> Iterator[int]:
    """Hold a port: the one left by a serve that was killed, once its servers have let go of it, or the next free."""
    held: socket.socket | None = None
    choices = range(wanted, min(wanted + _PORTS_TRIED, 65536))
    if left is not None and left in choices:
        held = _hold_patiently(host, left)
    for port in choices if held is None else ():
        held = _hold(host, port)
        if held is not None:
            break
    if held is None:
        raise CannotServe("no-free-port", host=host, port=wanted)
    with held:
        yield int(held.getsockname()[1])


def _hold_patiently(host: str, port: int) -> socket.socket | None:
    """Hold a port that is about to be free: the servers of a killed serve end by themselves."""
    deadline = time.monotonic() + _LET_GO_WITHIN
    held = _hold(host, port)
    while held is None and time.monotonic() < deadline:
        time.sleep(0.1)
        held = _hold(host, port)
    return held


def _hold(host: str, port: int) -> socket.socket | None:
    """Return a socket bound to the port, ``None`` if it is taken; raises ``CannotServe`` for an unknown host."""
    held = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there, the option would let two servers share a port
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind((host, port))
        held.listen()
    except socket.gaierror as error:
        held.close()
        raise CannotServe("unknown-host", host=host) from error
    except (OSError, OverflowError):
        held.close()
        return None
    return held


def _address_in_room(host: str) -> str:
    """Return the address phones of the room can open."""
    if host not in _EVERYWHERE:
        return f"[{host}]" if ":" in host else host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a datagram socket sends nothing when it connects
            return str(probe.getsockname()[0])
        except OSError:  # no network at all: this machine alone
            return "127.0.0.1"


def _room_of(folder: Path, role: Role) -> str:
    """Return a name for this workshop's cookies and drafts, the same each time the folder is served."""
    secret = folder / _RUNTIME_FOLDER / "room"
    secret.parent.mkdir(mode=0o700, exist_ok=True)
    if not secret.is_file():
        secret.write_text(secrets.token_hex(4), encoding="utf-8")
    return f"{secret.read_text(encoding='utf-8')}-{role.value}"


def describe_addresses(addresses: Addresses, say: Translator) -> str:
    """Say the three addresses, one a line."""
    return "\n".join(say(f"cli.serve.{name}", address=address) for name, address in vars(addresses).items())
