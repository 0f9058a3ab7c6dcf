"""The supervisor of the three servers, one a role: started together, watched, ended together.

Each role has a server process of its own, so that what one role may not know is not in the process that answers
another. The participants' server listens on the room's network; the facilitator's and the screen's on this machine
only, the facilitator's behind a token.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from typing import Final

from workshop_kit.domain.course import Role
from workshop_kit.errors import CannotServe
from workshop_kit.hosting.addresses import (
    Addresses,
    find_room_address,
    read_left_addresses,
    remove_serve_file,
    write_serve_file,
)
from workshop_kit.hosting.configuring import RUNTIME_FOLDER, Listening, configure_role
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.ports import reserved_ports
from workshop_kit.hosting.process import ServerProcess
from workshop_kit.i18n import Translator
from workshop_kit.serving.memory import describe_memory

_READY_WITHIN: Final = 120.0
_END_WITHIN: Final = 8.0
#: A server that died more often than this within that many seconds would die again.
_RESTARTS_AT_MOST: Final = 5
_RESTARTS_WITHIN: Final = 600.0
#: Seats of the pages that only this machine opens: the facilitator's steps in a few browsers, the projector's tabs.
_FACILITATOR_SEATS: Final = 24
_SCREEN_SEATS: Final = 6


class Servers:
    """The running servers of one workshop; use as a context manager.

    Attributes
    ----------
    addresses
        Where the pages are.
    configurations
        What the server of each role is told.

    Raises
    ------
    CannotServe
        When a server does not get ready; the sentence says what it answered.
    """

    def __init__(self, options: ServeOptions, on_progress: Callable[[str], None] = lambda _line: None) -> None:
        self._options = options
        self._on_progress = on_progress
        self._folder = options.folder.resolve()
        self._runtime = self._folder / RUNTIME_FOLDER
        self._running: dict[Role, ServerProcess] = {}
        left = read_left_addresses(self._folder)
        token = left.token or secrets.token_urlsafe(24)
        with reserved_ports(options, left) as (port, facilitator_port, screen_port):
            shown = find_room_address(options.host)
            self.addresses = Addresses(
                participants=f"http://{shown}:{port}/",
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
        self._runtime.mkdir(mode=0o700, exist_ok=True)
        needs = describe_memory(self._options.seats, self._options.kernels, Translator(self._options.language))
        if needs is not None:
            self._on_progress(needs)
        try:
            for role, configuration in self.configurations.items():
                self._running[role] = ServerProcess(role, configuration, self._runtime, self._on_progress)
            for server in self._running.values():
                server.wait_until_ready(_READY_WITHIN)
        except BaseException:
            self._end()
            raise
        write_serve_file(self._folder, self.addresses)
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
                self._running[role] = ServerProcess(role, self.configurations[role], self._runtime, self._on_progress)
                self._running[role].wait_until_ready(_READY_WITHIN)

    def _end(self) -> None:
        remove_serve_file(self._folder)
        for server in self._running.values():
            server.ask_to_end()
        for server in self._running.values():
            server.end(_END_WITHIN)
        self._running.clear()
