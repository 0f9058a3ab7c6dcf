"""The rooms of the home page: a state machine around the servers of one workshop, each in a thread of its own.

A room outlives every page that looks at it, and ends with the program that keeps it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.course import Role
from workshop_kit.errors import CannotServe, InvalidEntry, WorkshopError
from workshop_kit.hosting.addresses import Addresses
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.supervisor import Servers
from workshop_kit.hosting.ways import Showing, Ways
from workshop_kit.live.acts.retention import keep_retention
from workshop_kit.serving.config import KernelMode
from workshop_kit.store import open_store

#: The ports tried first, as by the command.
PORT: Final = 8866
SEATS: Final = 200
#: Seconds within which a phone that was asked to come has come.
SILENT_AFTER: Final = 30.0


class RoomState(StrEnum):
    """What a room does now."""

    CLOSED = "closed"
    PREPARING = "preparing"
    PREPARED = "prepared"
    OPENING = "opening"
    OPEN = "open"
    CLOSING = "closing"
    FAILED = "failed"


#: States in which servers run, or are being started or ended.
LIVELY: Final = frozenset(RoomState) - {RoomState.CLOSED, RoomState.FAILED}
#: What the participants' server tells of its entrance besides the seats that are taken.
_COUNTS: Final = ("kept", "devices", "waiting", "slowed", "turned")
#: States in which phones are in, or about to be.
HOSTING: Final = frozenset({RoomState.OPENING, RoomState.OPEN})


@dataclass(frozen=True)
class Trial:
    """The test with one's own phone: when it began, when a phone came through, by which address of this laptop.

    ``answered`` is what a device was told that reached this laptop since, and has no page yet.
    """

    begun: datetime | None = None
    passed: datetime | None = None
    way: str = ""
    answered: str = ""


@dataclass(frozen=True)
class Standing:
    """How a room stands, as one value.

    Attributes
    ----------
    state
        What it does now.
    since
        Since when phones are let in; of a room that failed, since when they had been.
    ready, wanted
        How many of the pages made ahead are there, while it opens.
    failure
        Why it could not be opened, or stopped.
    addresses
        Where its pages are.
    seats, taken
        How many phones may be in, and are.
    kept, devices, waiting, slowed, turned
        Seats that somebody joined from, devices that hold seats, how many wait for one; how often, lately, somebody was
        told to wait a moment, and was turned away at the door.
    reached
        Whether any other device reached this laptop since phones are let in.
    trial
        The test with one's own phone.

    """

    state: RoomState = RoomState.CLOSED
    since: datetime | None = None
    ready: int = 0
    wanted: int = 0
    failure: WorkshopError | None = None
    addresses: Addresses | None = None
    seats: int = SEATS
    taken: int = 0
    kept: int = 0
    devices: int = 0
    waiting: int = 0
    slowed: int = 0
    turned: int = 0
    reached: bool = False
    trial: Trial = field(default_factory=Trial)


class Room:
    """One workshop's room (*salle*).

    Parameters
    ----------
    folder
        The workshop's folder.
    on_change
        Called, from any thread, whenever it stands otherwise.
    kernels, port
        How visitors' kernels come to be, and the first port tried.
    home
        The address of the home page, which the workshop's pages lead back to.
    ways
        The ways in, which all rooms share; ``None``: this one has its own.

    """

    def __init__(
        self,
        folder: Path,
        on_change: Callable[[], None],
        *,
        ways: Ways | None = None,
        kernels: KernelMode = KernelMode.AUTO,
        port: int = PORT,
        home: str = "",
    ) -> None:
        self.folder = folder
        self._home = home
        self._ways = ways or Ways()
        self._on_change = on_change
        self._kernels, self._port = kernels, port
        self._guard = threading.RLock()
        self._standing = Standing()
        self._servers: Servers | None = None
        self._host = ""
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._was_open = False

    @property
    def standing(self) -> Standing:
        """How it stands now."""
        with self._guard:
            return self._standing

    def prepare(self) -> None:
        """Begin to open the facilitator's page and the screen; in a room that is lively already nothing happens."""
        self._begin(RoomState.PREPARING, self.standing.seats)

    def open(self, seats: int) -> None:
        """Begin to let phones in; one that lets them in already goes on. Raises ``CannotServe`` (``room-busy``)."""
        with self._guard:
            if self._standing.state in (RoomState.PREPARING, RoomState.CLOSING):
                raise CannotServe("room-busy")
            if not self._was_open:
                self._ways.settle()
            self._was_open = True
            if self._standing.state is RoomState.PREPARED:
                self._change(state=RoomState.OPENING, seats=seats, ready=0, wanted=0)
                threading.Thread(target=self._let_in, args=(seats,), daemon=True).start()
                return
        self._begin(RoomState.OPENING, seats)

    def close(self) -> None:
        """Begin to end it; one that is closed already stays so."""
        with self._guard:
            if self._standing.state in LIVELY:
                self._change(state=RoomState.CLOSING)
                self._ended.set()
            elif self._standing.state is RoomState.FAILED:
                self._change(state=RoomState.CLOSED, since=None, failure=None)

    def wait_closed(self, seconds: float) -> None:
        """Wait until its servers have ended."""
        if self._thread is not None:
            self._thread.join(seconds)

    def follow_address(self) -> None:
        """Show those who join by which address they come in now, on every page of it; without pages nothing happens."""
        with self._guard:
            servers = self._servers
        if servers is not None:
            servers.follow_address()

    def _show(self, showing: Showing) -> None:
        """Take note of what is shown now; a test passed by another address proves nothing of this one."""
        with self._guard:
            if self._servers is None:
                return
            told: dict[str, Any] = {"addresses": self._servers.addresses}
            trial = self._standing.trial
            if showing.host not in ("", self._host, trial.way) and not self._standing.kept:
                told |= {"reached": False, "trial": Trial() if trial.way else trial}
            self._host = showing.host or self._host
            self._change(**told)

    def begin_trial(self, now: datetime) -> None:
        """Wait for a phone from now on; raises ``InvalidEntry`` (``room-not-open``) where none can come."""
        if self.standing.state is not RoomState.OPEN:
            raise InvalidEntry("room-not-open")
        self._change(trial=Trial(begun=now))

    def _begin(self, state: RoomState, seats: int) -> None:
        with self._guard:
            if self._standing.state in LIVELY:
                return
            if self._thread is not None and self._thread.is_alive():
                self._thread.join(1)
            self._ended = threading.Event()
            self._standing = Standing(state=state, seats=seats)
            self._thread = threading.Thread(target=self._keep, args=(state, seats, self._ended), daemon=True)
            self._thread.start()
        self._on_change()

    def _keep(self, state: RoomState, seats: int, ended: threading.Event) -> None:
        """Run the servers until asked to end; whatever goes wrong becomes the room's failure."""
        lets_in = state is RoomState.OPENING
        try:
            with Servers(
                self._read_options(seats),
                on_report=self._hear,
                lets_in=lets_in,
                ways=self._ways,
                on_showing=self._show,
            ) as servers:
                with self._guard:
                    self._servers, self._host = servers, servers.showing.host
                    reached = RoomState.OPEN if lets_in else RoomState.PREPARED
                    told: dict[str, Any] = {"since": datetime.now(UTC)} if lets_in else {}
                    if not ended.is_set():
                        self._change(state=reached, addresses=servers.addresses, **told)
                servers.watch(ended)
        except WorkshopError as error:
            self._stop(error)
        except OSError as error:
            self._stop(CannotServe("room-stopped", reason=error.strerror or str(error)))
        except Exception as error:  # a page must be told that it stopped, whatever happened
            self._stop(CannotServe("room-stopped", reason=type(error).__name__))
        else:
            self._stop(None)

    def _let_in(self, seats: int) -> None:
        servers = self._servers
        if servers is None:
            return
        try:
            servers.let_in(seats)
        except WorkshopError as error:
            self._end_opening(state=RoomState.PREPARED, failure=error)
        except Exception as error:  # a page must be told that phones do not come in, whatever happened
            reason = (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__
            self._end_opening(state=RoomState.PREPARED, failure=CannotServe("room-stopped", reason=reason))
        else:
            now = datetime.now(UTC)
            self._end_opening(state=RoomState.OPEN, since=now, failure=None, addresses=servers.addresses)

    def _end_opening(self, **changes: Any) -> None:
        """Stand otherwise, unless the room was closed while it opened: then it stays so."""
        with self._guard:
            if self._standing.state is RoomState.OPENING:
                self._change(**changes)

    def _read_options(self, seats: int) -> ServeOptions:
        """Open the store once, which brings an older workshop up to date, and announce or erase what is due."""
        store = open_store(self.folder)
        try:
            keep_retention(store, self.folder, datetime.now(UTC))
            workshop = store.read(lambda repository: repository.find_workshop())
        finally:
            store.close()
        return ServeOptions(
            folder=self.folder,
            host="0.0.0.0",  # noqa: S104 — the room
            port=self._port,
            facilitator_port=self._port + 1,
            seats=seats,
            kernels=self._kernels,
            language=workshop.language,
            title=workshop.title,
            home=self._home,
        )

    def _hear(self, role: Role, report: Mapping[str, Any]) -> None:
        """Take note of what the participants' server reports."""
        if role is not Role.PARTICIPANT:
            return
        if "seats" in report:
            told = {name: int(report[name]) for name in _COUNTS if name in report}
            self._change(taken=int(report["seats"]), **told)
        elif "kernels" in report:
            self._change(ready=int(report["kernels"]["ready"]), wanted=int(report["kernels"]["wanted"]))
        elif "visit" in report and report["visit"]["origin"] == "network":
            self._note_phone(passed=datetime.now(UTC), way=str(report["visit"]["way"]))
        elif "arrival" in report:
            self._note_phone(answered=str(report["arrival"]["answered"]), way=str(report["arrival"]["way"]))

    def _note_phone(self, **found: Any) -> None:
        """Note that another device reached this laptop, and how its trial stands, if there is one that waits."""
        with self._guard:
            before = self._standing
            trial = before.trial
            if trial.begun is not None and trial.passed is None:
                trial = replace(trial, **found)
            if not before.reached or trial != before.trial:
                self._change(reached=True, trial=trial)

    def _stop(self, failure: WorkshopError | None) -> None:
        with self._guard:
            self._servers = None
            state = RoomState.CLOSED if failure is None else RoomState.FAILED
            since = None if failure is None else self._standing.since
            self._standing = Standing(state=state, since=since, failure=failure, seats=self._standing.seats)
        self._on_change()

    def _change(self, **changes: Any) -> None:
        with self._guard:
            self._standing = replace(self._standing, **changes)
        self._on_change()
