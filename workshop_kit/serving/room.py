"""Shared state of one server, which its handlers, its websockets and its main loop stand upon."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Protocol

from tornado.httputil import HTTPServerRequest

from workshop_kit.environment import (
    ACCEPT_LANGUAGE_VARIABLE,
    ADDRESS_VARIABLE,
    QUERY_VARIABLE,
    SERVER_NAME_VARIABLE,
    SERVER_PORT_VARIABLE,
    VISITOR_VARIABLE,
)
from workshop_kit.serving.admission import Admission, Place
from workshop_kit.serving.arrivals import Arrivals
from workshop_kit.serving.assets import Asset, read_assets
from workshop_kit.serving.close_codes import ASKING, ASKING_LAST, KERNEL_GONE, RESTED, RESTING, ROOM_CLOSED, STAYING
from workshop_kit.serving.config import ServerConfig
from workshop_kit.serving.connections import Connections
from workshop_kit.serving.doorkeeper import Doorkeeper, name_agent
from workshop_kit.serving.jupyter import PageKernels
from workshop_kit.serving.leases import Leases, is_this_machine
from workshop_kit.serving.lifeline import raise_descriptor_limit
from workshop_kit.serving.origins import find_origin
from workshop_kit.serving.pacing import Pace
from workshop_kit.serving.policy import describe_policy
from workshop_kit.serving.rendering import LANGUAGE_PLACEHOLDER
from workshop_kit.serving.unread import Unread

#: More of a header about languages no kernel reads.
LONGEST_HEADER: Final = 200

#: Seconds within which the page of somebody who waits asks again.
_ASKS_AGAIN: Final = 10.0
#: Visitors remembered whose page gave its seat back.
_RESTED_AT_MOST: Final = 1000

_log = logging.getLogger(__name__)


class PageSocket(Protocol):
    """What a room asks of the websocket of a page."""

    def close(self, code: int | None = None, reason: str | None = None) -> None:
        """End the connection and say why, see ``close_codes``."""

    def tell(self, word: str) -> None:
        """Tell the page a word about whether it rests, see ``close_codes``."""

    def feel_pulse(self, *, soon: bool = False) -> None:
        """Find out whether the other end is still there; ``soon`` where somebody waits for its seat."""


class Room:
    """Shared state of one server's handlers: its pages, its kernels, its queue, its entrance.

    Attributes
    ----------
    leases, admission
        Who is in, and who waits.
    pace, doorkeeper, connections
        How fast one may come and ask, who is let in at all, and who is connected.
    sockets, unread
        The open websockets by kernel, and what their pages have not read yet.
    assets
        The front end's files by name.
    is_ready
        Whether every page is finished, and the room open.
    farewell
        Why it is closed, see ``close_codes``; ``None`` while it is not.
    arrivals
        Tells on that another device asked for a page, whatever it was answered.
    report
        Tells whoever started the server of a visit that came through, and of how many seats are taken.

    """

    def __init__(self, config: ServerConfig, kernels: PageKernels) -> None:
        self.config = config
        self.leases = Leases(config.seats, config.cull_after, config.per_visitor, config.unkept_after)
        self.pace = Pace(config.seats, config.per_visitor, acts_a_second=config.acts_a_second)
        self.doorkeeper = Doorkeeper(
            config.runtime_folder,
            config.seats,
            self.leases,
            self.pace,
            lambda kernel, rests: self.release(kernel, rests=rests),
        )
        self.connections = Connections(config.seats, raise_descriptor_limit())
        self.unread = Unread(config.seats)
        self.admission = Admission(self._has_seat, self._brings_seat, self._keeps_seat)
        self.sockets: dict[str, set[PageSocket]] = {}
        self.assets: dict[str, Asset] = read_assets(config.assets_folder)
        self.pages: dict[str, tuple[bytes, ...]] = {}
        self.is_ready = False
        self.farewell: str | None = None
        self._closing = asyncio.Event()
        self._asked_at, self._held_at_door = -_ASKS_AGAIN, 0
        self.report: Callable[[Mapping[str, Any]], None] = lambda _report: None
        self.arrivals = Arrivals(lambda told: self.report(told))
        self._told: Mapping[str, Any] = {"seats": 0}
        self._rested: dict[str, None] = {}
        self._kernels = kernels
        self._ending: set[asyncio.Task[None]] = set()
        self._starting: dict[tuple[str, str, str], asyncio.Task[str]] = {}
        kernels.on_kernel_ended = self._kernel_ended
        kernels.on_kernel_kept = self._kernel_kept
        kernels.on_overflow = self.release

    def begin_visit(self, page: str, visitor: str, address: str, request: HTTPServerRequest) -> asyncio.Task[str]:
        """Begin a visit whose turn has come: the task's result is its kernel's identifier.

        Whoever does not wait for it finds it again with ``find_begun``.
        """
        self._make_room(visitor, address)
        kernel = str(uuid.uuid4())
        agent = name_agent(request.headers.get("User-Agent", ""))
        self.leases.add(kernel, visitor, page, address, agent)  # from now on the seat is taken
        task = asyncio.get_running_loop().create_task(self._start_visit(kernel, page, visitor, address, request))
        task.add_done_callback(self._begun)
        self._starting[visitor, page, request.query] = task
        return task

    def _make_room(self, visitor: str, address: str) -> None:
        """Let go of what makes way for a visit: too many pages of one visitor, the one that is loaded anew.

        For somebody who joined before, in a full room, a page nobody joined from.
        """
        self._rested.pop(visitor, None)
        for kernel in self.leases.over_limit(visitor):
            self._let_go(kernel)
        if not self.leases.is_full(self.admission.promised):
            return
        own = self.leases.find_own(visitor)
        if own is not None:
            self._let_go(own)
        elif self._may_return(visitor, address):
            for kernel in self.leases.list_unjoined(self.doorkeeper.seated)[:1]:
                self.pace.note_return(visitor, address)
                self._let_go(kernel, rests=True)

    def find_begun(self, visitor: str, page: str, query: str | None = None) -> asyncio.Task[str] | None:
        """Return the visit that was begun for ``visitor`` and that no page has taken yet."""
        for (whose, which, asked), task in self._starting.items():
            if (whose, which) == (visitor, page) and query in (None, asked):
                return task
        return None

    def take_begun(self, task: asyncio.Task[str]) -> bool:
        """Take a begun visit for one page: true once."""
        for key, one in self._starting.items():
            if one is task:
                del self._starting[key]
                return True
        return False

    def _begun(self, task: asyncio.Task[str]) -> None:
        self.admission.finish()
        if not task.cancelled() and task.exception() is None:
            self.leases.renew(task.result())

    async def _start_visit(self, kernel: str, page: str, visitor: str, address: str, request: HTTPServerRequest) -> str:
        environment = {
            VISITOR_VARIABLE: visitor,
            QUERY_VARIABLE: request.query,
            SERVER_NAME_VARIABLE: request.host_name,
            SERVER_PORT_VARIABLE: str(self.config.port),
            ADDRESS_VARIABLE: address,
            ACCEPT_LANGUAGE_VARIABLE: request.headers.get("Accept-Language", "")[:LONGEST_HEADER],
        }
        try:
            await self._kernels.start_kernel(kernel_id=kernel, kernel_name=page, env=environment)
        except BaseException:
            self.leases.remove(kernel)
            raise
        if self.leases.find(kernel) is None:  # it made way before it was there
            await self._end(kernel)
        return kernel

    def html(self, page: str, kernel: str, language: str) -> bytes:
        """Return the page's HTML for one kernel, in ``language`` until its panels are there."""
        return kernel.encode().join(self.pages[page]).replace(LANGUAGE_PLACEHOLDER.encode(), language.encode())

    def policy(self, host: str) -> str:
        """Return the content security policy of a page that was asked for at ``host``."""
        return describe_policy(host, scripts=self.config.script_sources, framed_by=self.config.framed_by)

    def connected(self, kernel: str, websocket: PageSocket) -> None:
        """Note that a page has connected to its kernel."""
        self.sockets.setdefault(kernel, set()).add(websocket)
        lease = self.leases.find(kernel)
        if lease is not None and not lease.connected_before:
            origin = find_origin(lease.address)
            self.report({"visit": {"page": lease.page, "origin": origin.kind, "way": origin.way}})
        self.leases.connect(kernel)

    def disconnected(self, kernel: str, websocket: PageSocket, *, left: bool) -> None:
        """Note that a connection ended, and release the kernel if it was only waiting for that."""
        held = self.sockets.get(kernel, set())
        if websocket not in held:
            return
        held.discard(websocket)
        if not held:
            self.sockets.pop(kernel, None)
        self.leases.disconnect(kernel, left=left)
        self.look()

    def look(self) -> None:
        """Release the kernels nobody needs, and call those whose turn has come."""
        for kernel in self.leases.due():
            self.release(kernel)
        for kernel, last in self.leases.to_ask().items():
            self._tell_page(kernel, ASKING_LAST if last else ASKING)
        overdue = set(self.leases.overdue())
        for lease in [one for one in self.leases if one.kernel in overdue]:
            if not self.leases.is_kept(lease.visitor):
                self.doorkeeper.seated.discard(lease.visitor)  # the seat is gone: the page had time to say otherwise
            self.release(lease.kernel, rests=True)
        for task in [one for one in self._starting.values() if one.done()]:
            if task.exception() is not None or self.leases.find(task.result()) is None:  # nobody came back for it
                self.take_begun(task)
        self.admission.advance()
        if len(self.leases) != self._told["seats"]:
            self._tell({**self._told, "seats": len(self.leases)})

    def look_after_entrance(self) -> None:
        """Carry out what is asked of the entrance, tell how it stands, and close connections that ask nothing."""
        self.connections.sweep()
        standing = self.doorkeeper.look(self.admission.waiting)
        told = {name: getattr(standing, name) for name in ("kept", "devices", "waiting", "slowed", "turned")}
        self._tell({"seats": len(self.leases), **told})

    def _tell(self, told: Mapping[str, Any]) -> None:
        if told != self._told:
            self._told = told
            self.report(told)

    def _tell_page(self, kernel: str, word: str) -> None:
        for websocket in list(self.sockets.get(kernel, ())):
            websocket.tell(word)

    def feel_pulses(self) -> None:
        """Find the connections whose other end is gone without a word."""
        for websocket in [one for held in self.sockets.values() for one in held]:
            websocket.feel_pulse()

    def doubt(self, visitor: str) -> None:
        """Find out soon whether the pages of somebody who waits for a seat are still there: one may be the seat's."""
        for kernel in self.leases.list_of(visitor):
            for websocket in list(self.sockets.get(kernel, ())):
                websocket.feel_pulse(soon=True)

    @property
    def is_asked(self) -> bool:
        """Whether some page of somebody who waits asked lately, and will ask again in a moment."""
        return time.monotonic() - self._asked_at < _ASKS_AGAIN

    def note_asked(self) -> None:
        """Note that the page of somebody who waits asked."""
        self._asked_at = time.monotonic()

    def may_hold_at_door(self) -> bool:
        """Tell whether one more question of a page at the door may be held: no more of them than there are seats."""
        return self._held_at_door < self.config.seats

    @contextlib.contextmanager
    def held_at_door(self) -> Iterator[None]:
        """Count a question that is held."""
        self._held_at_door += 1
        try:
            yield
        finally:
            self._held_at_door -= 1

    async def until_closed(self, seconds: float) -> None:
        """Wait until the room is closed, ``seconds`` at most."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)

    def close(self, farewell: str | None = None) -> None:
        """Expect every kernel to end, and tell each page why, where that is known: those of who waits when they ask."""
        self._kernels.on_kernel_ended = lambda _: None
        self.farewell, self.is_ready = farewell, False
        self._closing.set()
        self.admission.close()
        if farewell is not None:
            for websocket in [one for held in self.sockets.values() for one in held]:
                websocket.close(ROOM_CLOSED, farewell)

    def release(self, kernel: str, *, rests: bool = False) -> None:
        """End a kernel; its page, if any, learns that it is gone, or ``rests`` until it is touched.

        The seat is free at once.
        """
        self._let_go(kernel, rests=rests)
        self.admission.advance()

    def gave_way(self, visitor: str) -> bool:
        """Tell whether a page of ``visitor`` that nobody joined from ended, and none has come since."""
        return visitor in self._rested

    def _let_go(self, kernel: str, *, rests: bool = False) -> None:
        """End a kernel, and leave to the caller who has its seat."""
        lease = self.leases.find(kernel)
        self.leases.remove(kernel)
        if rests and lease is not None:
            self._rested[lease.visitor] = None
            if len(self._rested) > _RESTED_AT_MOST:
                del self._rested[next(iter(self._rested))]
        for websocket in list(self.sockets.pop(kernel, ())):
            if rests:
                websocket.close(RESTED, RESTING)
            else:
                websocket.close(KERNEL_GONE)
        if kernel in self._kernels:
            task = asyncio.get_running_loop().create_task(self._end(kernel))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)

    async def _end(self, kernel: str) -> None:
        with contextlib.suppress(KeyError):
            await self._kernels.shutdown_kernel(kernel, now=True)  # type: ignore[no-untyped-call]

    def _kernel_ended(self, kernel: str) -> None:
        if self.leases.find(kernel) is not None:
            _log.warning("kernel %s ended by itself", kernel)
            self.release(kernel)

    def _kernel_kept(self, kernel: str, kept: bool) -> None:
        lease = self.leases.find(kernel)
        if lease is not None:
            if kept and not lease.kept:
                self.doorkeeper.note_joined(lease.visitor)
                self.pace.welcome(lease.address)
                if lease.asked_at is not None:
                    self._tell_page(kernel, STAYING)
            self.leases.keep(kernel, kept=kept)
            if not kept and not self.leases.is_kept(lease.visitor):
                self.doorkeeper.seated.discard(lease.visitor)

    def knows_seat(self, visitor: str) -> bool:
        """Tell whether somebody joined from this browser, and did not give the seat back."""
        return visitor in self.doorkeeper.seated

    def _has_seat(self, place: Place, promised: int) -> bool:
        local = is_this_machine(place.address)
        return self.leases.has_seat(place.address, promised, local=local) or self._makes_room(place, promised)

    def _keeps_seat(self, place: Place, promised: int) -> bool:
        """Tell whether a seat that was promised is to be had now: what was to make way may be wanted by now."""
        return not self.leases.is_full(promised) or self._makes_room(place, promised)

    def _makes_room(self, place: Place, promised: int) -> bool:
        """Tell whether a page makes way for a visitor: one that they left, or one that nobody joined from."""
        if self._brings_seat(place):
            return True
        if not place.joined or not self._may_return(place.visitor, place.address):
            return False
        return not self.leases.is_full(promised - len(self.leases.list_unjoined(self.doorkeeper.seated)))

    def _brings_seat(self, place: Place) -> bool:
        return self.leases.find_own(place.visitor) is not None

    def _may_return(self, visitor: str, address: str) -> bool:
        """Tell whether a page nobody joined from makes way for somebody who joined, and has no seat in any tab."""
        return self.knows_seat(visitor) and not self.leases.holds(visitor) and self.pace.may_return(visitor, address)
