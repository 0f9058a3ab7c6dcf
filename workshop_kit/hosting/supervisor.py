"""The supervisor of the three servers, one a role: started together, watched, ended together.

Each role has a server process of its own, so that what one role may not know is not in the process that answers
another. The participants' server listens on the room's network; the facilitator's and the screen's on this machine
only, the facilitator's behind a token.
"""

from __future__ import annotations

import contextlib
import json
import logging
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.course import Phase, Role
from workshop_kit.errors import CannotServe, InvalidEntry, StoreUnavailable, WorkshopError
from workshop_kit.hosting.addresses import (
    Addresses,
    read_left_addresses,
    read_served_addresses,
    remove_serve_file,
    write_serve_file,
)
from workshop_kit.hosting.backing_up import BackupKeeper
from workshop_kit.hosting.configuring import (
    JOIN_FILE,
    LOCK_FILE,
    RUNTIME_FOLDER,
    UNSAVED_FILE,
    WAYS_FILE,
    Listening,
    configure_role,
    cut_links,
)
from workshop_kit.hosting.locking import LET_GO_WITHIN, FileLock, is_locked
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.owning import own, seal
from workshop_kit.hosting.ports import reserved_port, reserved_ports
from workshop_kit.hosting.private import make_private_folder
from workshop_kit.hosting.process import ServerProcess
from workshop_kit.hosting.ways import Showing, Ways, describe_ways
from workshop_kit.i18n import Translator
from workshop_kit.live.joining import WANTED, compose_join_address, read_wanted, replace_file
from workshop_kit.live.unsaved import make_counts
from workshop_kit.serving.close_codes import say_farewell
from workshop_kit.serving.memory import describe_memory
from workshop_kit.store.glance import look_at
from workshop_kit.store.marks import refuse_writing
from workshop_kit.store.opening import DATABASE_NAME

_READY_WITHIN: Final = 120.0
_END_WITHIN: Final = 8.0
#: A server that died more often than this within that many seconds would die again.
_RESTARTS_AT_MOST: Final = 5
_RESTARTS_WITHIN: Final = 600.0
#: Seats of the pages that only this machine opens: the facilitator's steps in a few browsers, the projector's tabs.
_FACILITATOR_SEATS: Final = 24
_SCREEN_SEATS: Final = 6
#: Seconds for which a folder may be out of reach before it counts as gone.
_GONE_AFTER: Final = 2.0

#: What the participants' address names while nobody can come in: the laptop itself.
_NOWHERE: Final = "127.0.0.1"

_log = logging.getLogger(__name__)

Report = Callable[[Role, Mapping[str, Any]], None]


class Servers:
    """The running servers of one workshop; use as a context manager.

    Parameters
    ----------
    options
        How to serve.
    on_progress
        Told a line each time another tenth of the participants' pages is there.
    on_report
        Told everything that a server reports.
    lets_in
        Whether phones are let in at once; without, ``let_in`` does it later.
    ways
        The ways into the room, where several servers share them; ``None``: these have their own.
    on_showing
        Told what is shown to those who join, each time it becomes something else.
    while_starting
        Called again and again until the servers listen; what it raises ends them, and is raised.

    Attributes
    ----------
    addresses
        Where the pages are; that of the participants names this laptop alone while nobody can come in.
    showing
        What is shown to those who join.
    configurations
        What the server of each role is told.

    Raises
    ------
    CannotServe
        When a server does not get ready, the sentence says what it answered; ``served-elsewhere`` when the workshop is.

    """

    def __init__(
        self,
        options: ServeOptions,
        on_progress: Callable[[str], None] = lambda _line: None,
        on_report: Report = lambda _role, _report: None,
        *,
        lets_in: bool = True,
        ways: Ways | None = None,
        on_showing: Callable[[Showing], None] = lambda _showing: None,
        while_starting: Callable[[], None] = lambda: None,
    ) -> None:
        self._options = options
        self._ways = ways or Ways(options.shown, options.host)
        self._on_showing, self._while_starting = on_showing, while_starting
        self.showing = self._ways.look()
        self._on_progress, self._on_report = on_progress, on_report
        self._lets_in = lets_in
        self._folder = options.folder.resolve()
        self._runtime = self._folder / RUNTIME_FOLDER
        self._lock = FileLock(self._runtime / LOCK_FILE)
        self._running: dict[Role, ServerProcess] = {}
        self._changing = threading.Lock()
        self._showing_it = threading.RLock()
        self._farewell = b""  # without one, pages keep saying that they come back
        refuse_second_serve(self._folder)
        self._clear_strangers()
        left = read_left_addresses(self._folder, seal)
        token = left.token or secrets.token_urlsafe(24)
        with reserved_ports(options, left) as (port, facilitator_port, screen_port):
            self.addresses = Addresses(
                participants=self._compose(port),
                facilitator=f"http://127.0.0.1:{facilitator_port}/?token={token}",
                screen=f"http://127.0.0.1:{screen_port}/",
            )
        listening = {
            Role.PARTICIPANT: Listening(options.host, port, None, options.seats),
            Role.FACILITATOR: Listening("127.0.0.1", facilitator_port, token, _FACILITATOR_SEATS),
            Role.SCREEN: Listening("127.0.0.1", screen_port, None, _SCREEN_SEATS),
        }
        self.configurations = {
            role: configure_role(role, where, options, self.addresses) for role, where in listening.items()
        }

    def __enter__(self) -> Servers:
        self._take_folder()
        try:
            make_counts(self._runtime / UNSAVED_FILE)
            self._tell_addresses()
            if self._lets_in:
                self._tell_memory()
            roles = [role for role in self.configurations if self._lets_in or role is not Role.PARTICIPANT]
            for role in roles:
                self._running[role] = self._start(role)
            for server in list(self._running.values()):
                server.wait_until_ready(_READY_WITHIN, self._look_meanwhile)
            write_serve_file(self._folder, self.addresses, seal)
        except BaseException as error:
            self._end()
            if isinstance(error, (OSError, CannotServe)):
                self._refuse_gone()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def let_in(self, seats: int) -> None:
        """Let phones in to a workshop that is served without them; another port is taken if its own is taken by now.

        Raises
        ------
        CannotServe
            When the participants' server does not get ready.

        """
        told = self.configurations[Role.PARTICIPANT]
        with reserved_port(told.host, told.port) as port:
            pass
        self._options = replace(self._options, seats=seats)
        self.configurations[Role.PARTICIPANT] = replace(told, seats=seats, port=port)
        self._tell_memory()
        server = self._start(Role.PARTICIPANT)
        with self._changing:
            self._running[Role.PARTICIPANT] = server
        try:
            server.wait_until_ready(_READY_WITHIN, self._refuse_gone)
        except CannotServe:
            with self._changing:
                del self._running[Role.PARTICIPANT]
            server.end(0)
            raise
        self._lets_in = True
        self._show()

    def follow_address(self) -> None:
        """Have every page show by which address phones join now: networks come and go, and a page may choose one."""
        with self._showing_it:
            wanted = read_wanted(self._runtime / f"{WAYS_FILE}{WANTED}")
            if wanted:
                with contextlib.suppress(InvalidEntry):  # what was there when it was chosen may be gone by now
                    self._ways.want(wanted)
            showing = self._ways.look()
            if showing == self.showing:
                return
            before, self.showing = self.showing, showing
            try:
                self._show()
            except OSError:  # it is tried again at the next look
                self.showing = before
                raise
        self._on_showing(showing)

    def _compose(self, port: int) -> str:
        return compose_join_address(self.showing.host or _NOWHERE, port)

    def _show(self) -> None:
        port = self.configurations[Role.PARTICIPANT].port
        self.addresses = replace(self.addresses, participants=self._compose(port))
        self._tell_addresses()
        if read_served_addresses(self._folder) is not None:
            write_serve_file(self._folder, self.addresses, seal)

    def watch(self, ended: threading.Event) -> None:
        """Stay until ``ended`` is set, starting again any server that dies.

        Raises
        ------
        CannotServe
            When one server died more often than is reasonable, or ``folder-gone``.

        """
        restarts: list[float] = []
        seen = time.monotonic()
        backups = BackupKeeper(self._folder, tell=self._tell_backups)
        while not ended.wait(0.5):
            now = time.monotonic()
            if (self._folder / DATABASE_NAME).exists():
                seen = now
            elif now - seen > _GONE_AFTER:
                raise CannotServe("folder-gone-while-open", folder=self._folder)
            self._follow()
            for role, server in self._list_running():
                if server.process.poll() is None:
                    continue
                restarts = [*(before for before in restarts if now - before < _RESTARTS_WITHIN), now]
                if len(restarts) > _RESTARTS_AT_MOST:
                    raise CannotServe("server-keeps-dying", role=role.value, log=server.log)
                self._start_again(role, server)
            _look(backups)
        self._farewell = say_farewell(over=self._is_over())

    def _tell_backups(self, error: StoreUnavailable | None) -> None:
        """Say in the room's language why no backup can be made, and that they are made again."""
        say = Translator(self._options.language)
        if error is None:
            self._on_progress(say("cli.serve.backups-again"))
        else:
            self._on_progress(say("cli.serve.no-backup", why=say.sentence(error)))

    def _follow(self) -> None:
        try:
            self.follow_address()
        except OSError:  # the folder is out of reach for a moment, or for good: whoever watches says so
            _log.warning("the address to join by could not be written down", exc_info=True)

    def _is_over(self) -> bool:
        """Tell whether the room was thanked: then it is not opened again."""
        try:
            return look_at(self._folder).phase == Phase.THANKS
        except WorkshopError:
            return False

    def _look_meanwhile(self) -> None:
        self._while_starting()
        self._refuse_gone()

    def _refuse_gone(self) -> None:
        """Raise ``CannotServe`` (``folder-gone-while-open``) if the folder is out of reach and stays so."""
        deadline = time.monotonic() + _GONE_AFTER
        while not (self._folder / DATABASE_NAME).exists():
            if time.monotonic() > deadline:
                raise CannotServe("folder-gone-while-open", folder=self._folder)
            time.sleep(0.1)

    def _hear(self, role: Role, report: Mapping[str, Any]) -> None:
        """Note by which address phones come in, and hand the report on."""
        came = report.get("visit", {}) if role is Role.PARTICIPANT else {}
        if "arrival" in report or came.get("origin") == "network":
            self._ways.note(str({**came, **report.get("arrival", {})}["way"]))
        self._on_report(role, report)

    def _start(self, role: Role) -> ServerProcess:
        return ServerProcess(role, self.configurations[role], self._runtime, self._on_progress, self._hear)

    def _start_again(self, role: Role, server: ServerProcess) -> None:
        """Start a server that died again; where the machine has no room for it now, it is tried at the next look."""
        server.ask_to_end()
        server.end(_END_WITHIN)
        with self._changing:
            if self._running.get(role) is not server:  # it was never ready, and whoever started it has said so
                return
            try:
                started = self._running[role] = self._start(role)
            except OSError:
                _log.warning("the server %s could not be started", role.value, exc_info=True)
                return
        started.wait_until_ready(_READY_WITHIN)

    def _list_running(self) -> list[tuple[Role, ServerProcess]]:
        with self._changing:
            return list(self._running.items())

    def _clear_strangers(self) -> None:
        """Take away links and secrets that came with the folder from elsewhere."""
        try:
            cut_links(self._runtime)
            own(self._folder)
        except OSError as error:
            raise refuse_writing(self._folder, error) from error

    def _take_folder(self) -> None:
        try:
            make_private_folder(self._runtime)
            if not self._lock.take(LET_GO_WITHIN):
                refuse_second_serve(self._folder)
                raise CannotServe("opening-elsewhere", folder=self._folder)
        except OSError as error:
            raise refuse_writing(self._folder, error) from error

    def _tell_addresses(self) -> None:
        """Write down the address that pages show; whole or not at all, since they read it at any moment.

        Before phones are let in there is none, nor while nobody can come in: nobody may scan what leads nowhere.
        """
        replace_file(self._runtime / WAYS_FILE, json.dumps(describe_ways(self.showing)))
        file = self._runtime / JOIN_FILE
        if self._lets_in and self.showing.shown is not None:
            replace_file(file, self.addresses.participants)
        else:
            file.unlink(missing_ok=True)

    def _tell_memory(self) -> None:
        needs = describe_memory(self._options.seats, self._options.kernels, Translator(self._options.language))
        if needs is not None:
            self._on_progress(needs)

    def _end(self) -> None:
        remove_serve_file(self._folder)
        with self._changing:
            running, self._running = list(self._running.values()), {}
        for server in running:
            server.ask_to_end(self._farewell)
        for server in running:
            server.end(_END_WITHIN)
        for name in (JOIN_FILE, UNSAVED_FILE, WAYS_FILE, f"{WAYS_FILE}{WANTED}"):
            with contextlib.suppress(OSError):
                (self._runtime / name).unlink()
        self._lock.release()


def is_served(folder: Path) -> bool:
    """Tell whether some program serves the workshop of ``folder`` now."""
    return is_locked(folder / RUNTIME_FOLDER / LOCK_FILE)


def refuse_second_serve(folder: Path) -> None:
    """Raise ``CannotServe`` if ``folder`` is served already.

    ``served-elsewhere`` tells where its pages are, ``opening-elsewhere`` that they are nowhere yet.
    """
    if is_served(folder):
        served = read_served_addresses(folder)
        if served is None:
            raise CannotServe("opening-elsewhere", folder=folder)
        raise CannotServe("served-elsewhere", folder=folder, address=served.facilitator)


def _look(backups: BackupKeeper) -> None:
    try:
        backups.look()
    except Exception:  # no backup is worth the room
        _log.exception("the backups could not be looked after")
