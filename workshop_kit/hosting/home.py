"""The home page's server: one for a user, behind a token, with the channel to the house; a second start finds it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit
from urllib.request import ProxyHandler, build_opener

from workshop_kit.domain.course import Role
from workshop_kit.environment import CONTROL_KEY_VARIABLE, CONTROL_PORT_VARIABLE
from workshop_kit.errors import CannotServe
from workshop_kit.hosting.configuring import PAGES, choose_words, read_early_script
from workshop_kit.hosting.control import ControlServer
from workshop_kit.hosting.house import House
from workshop_kit.hosting.locking import FileLock
from workshop_kit.hosting.ports import reserved_port
from workshop_kit.hosting.private import make_private_folder, write_private
from workshop_kit.hosting.process import ServerProcess
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.places import notebooks_folder, static_folder, voila_templates
from workshop_kit.serving.config import KernelMode, ServerConfig
from workshop_kit.serving.policy import trust_script

#: The port tried first; the next free one is taken when it is in use.
HOME_PORT: Final = 8850
#: Where the running home page is, in the user's folder of settings.
HOME_FILE: Final = "home.json"
_LOCK_FILE: Final = "home.lock"
_READY_WITHIN: Final = 120.0
_END_WITHIN: Final = 8.0
_SEATS: Final = 12
#: Seconds for which a second start waits for the first to have its page.
_FOUND_WITHIN: Final = 60.0
#: A page that died more often than this would die again.
_RESTARTS_AT_MOST: Final = 5


@dataclass(frozen=True)
class HomeOptions:
    """How the home page is served: its port, the language of the first page, how kernels come to be."""

    port: int = HOME_PORT
    language: str = "fr"
    kernels: KernelMode = KernelMode.AUTO


class HomeServer:
    """The running home page; use as a context manager.

    Parameters
    ----------
    state
        The user's folder of settings.
    house
        What it shows.
    options
        How it is served.
    on_listening
        Told the address once a browser that goes there reads that the page is on its way.

    Raises
    ------
    CannotServe
        When the page does not get ready.

    """

    def __init__(
        self,
        state: Path,
        house: House,
        options: HomeOptions,
        on_listening: Callable[[str], object] = lambda _address: None,
    ) -> None:
        self._state, self._house, self._options = state, house, options
        self._on_listening = on_listening
        self._control = ControlServer(house)
        self._runtime = state / "home"
        left = urlsplit(_read_address(state))  # of one that was killed: its open tabs come back by themselves
        token = parse_qs(left.query).get("token", [""])[0] or secrets.token_urlsafe(24)
        with reserved_port("127.0.0.1", left.port or options.port, left.port) as port:
            self.address = f"http://127.0.0.1:{port}/?token={token}"
        house.address = f"http://127.0.0.1:{port}/"  # a browser that was there before shows its cookie
        self.configuration = self._configure(port, token)
        self._server: ServerProcess | None = None

    def __enter__(self) -> HomeServer:
        make_private_folder(self._runtime)
        self._control.__enter__()
        try:
            self._server = ServerProcess(Role.HOME, self.configuration, self._runtime, on_report=self._hear)
            self._server.wait_until_ready(_READY_WITHIN)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.ask_to_end()
            self._server.end(_END_WITHIN)
            self._server = None
        self._control.__exit__()

    def watch(self, ended: threading.Event) -> None:
        """Stay until ``ended`` is set or the house ends, starting the page again if it dies; the rooms go on meanwhile.

        Raises
        ------
        CannotServe
            When it died more often than is reasonable.

        """
        restarts = 0
        while not ended.wait(0.3) and not self._house.ended.is_set():
            if self._server is None or self._server.process.poll() is None:
                continue
            restarts += 1
            if restarts > _RESTARTS_AT_MOST:
                raise CannotServe("server-keeps-dying", role=Role.HOME.value, log=self._server.log)
            self._server.end(_END_WITHIN)
            self._server = ServerProcess(Role.HOME, self.configuration, self._runtime)
            self._server.wait_until_ready(_READY_WITHIN)

    def _hear(self, _role: Role, report: Mapping[str, Any]) -> None:
        if report.get("listening"):
            self._on_listening(self.address)

    def _configure(self, port: int, token: str) -> ServerConfig:
        early = read_early_script()
        language = self._options.language
        return ServerConfig(
            pages={name: notebooks_folder() / f"{name}.ipynb" for name in PAGES[Role.HOME]},
            host="127.0.0.1",
            port=port,
            token=token,
            seats=_SEATS,
            per_visitor=_SEATS,
            kernels=self._options.kernels,
            environment={CONTROL_PORT_VARIABLE: str(self._control.port), CONTROL_KEY_VARIABLE: self._control.key},
            runtime_folder=self._runtime,
            template="workshop",
            template_paths=(voila_templates(),),
            assets_folder=static_folder() / "served",
            language=language,
            follows_browser=True,
            room=f"home-{_name_page(self._runtime)}",
            title=Translator(language)("cli.home.title"),
            page_settings={
                "bundle": Role.HOME.value,
                "words": {one: choose_words(Role.HOME, one) for one in LANGUAGES},
                "early": early,
            },
            script_sources=(trust_script(early),),
            ahead=1,
        )


@contextlib.contextmanager
def only_home(state: Path) -> Iterator[bool]:
    """Tell whether this is the only home page of the user, for as long as the context lasts."""
    lock = FileLock(state / _LOCK_FILE)
    try:
        yield lock.take()
    finally:
        lock.release()


def write_home_file(state: Path, address: str) -> None:
    """Tell a second start where the page is; nobody else on this machine may read it."""
    write_private(state / HOME_FILE, json.dumps({"address": address, "pid": os.getpid()}))


def remove_home_file(state: Path) -> None:
    """Tell nothing any more."""
    with contextlib.suppress(OSError):
        (state / HOME_FILE).unlink()


def find_running_home(state: Path, alive: Callable[[str], bool] | None = None, within: float = _FOUND_WITHIN) -> str:
    """Return the address of the home page that runs already, once it answers.

    Raises
    ------
    CannotServe
        ``home-not-answering`` when it does not within ``within`` seconds.

    """
    answers = alive or _answers
    deadline = time.monotonic() + within
    while True:
        address = _read_address(state)
        if address and answers(address):
            return address
        if time.monotonic() > deadline:
            raise CannotServe("home-not-answering", file=state / HOME_FILE)
        time.sleep(0.2)


def _read_address(state: Path) -> str:
    try:
        kept: dict[str, Any] = json.loads((state / HOME_FILE).read_text(encoding="utf-8"))
        address = str(kept["address"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return address if address.startswith("http://127.0.0.1:") else ""


def _answers(address: str) -> bool:
    """Tell whether a server of ours answers at an address: it refuses whoever shows no key."""
    place = address.partition("?")[0]
    try:
        build_opener(ProxyHandler({})).open(f"{place}favicon.ico", timeout=2).close()
    except (OSError, ValueError):
        return False
    return True


def _name_page(runtime: Path) -> str:
    """Return a name for the cookies of the home page, the same each time it is served."""
    make_private_folder(runtime)
    kept = runtime / "room"
    if not kept.is_file():
        write_private(kept, secrets.token_hex(4))
    return kept.read_text(encoding="utf-8")
