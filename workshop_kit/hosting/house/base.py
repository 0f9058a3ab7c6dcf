"""What the house knows: settings, the list as last read, rooms, networks; and how it notices what moves."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workshop_kit.entrance import read_code
from workshop_kit.errors import CannotServe, MissingEntry, StoreUnavailable
from workshop_kit.hosting.configuring import find_entrance
from workshop_kit.hosting.describing import OPENABLE, describe_test
from workshop_kit.hosting.labs import IN_USE, Labs
from workshop_kit.hosting.listing import Catalogue, Listed, is_writable, remember
from workshop_kit.hosting.networks import Network
from workshop_kit.hosting.rooms import LIVELY, PORT, Room, RoomState, Standing
from workshop_kit.hosting.settings import Settings, find_shelf, read_settings, usual_shelf, write_settings
from workshop_kit.hosting.supervisor import refuse_second_serve
from workshop_kit.hosting.ways import ListNetworks, Showing, Ways
from workshop_kit.live.home.window import CHECKUP, HOME
from workshop_kit.serving.config import KernelMode
from workshop_kit.store.health import is_full
from workshop_kit.store.opening import DATABASE_NAME

#: Seconds between two looks at the networks, and between two at the folders while a page is open.
_LOOK_EVERY: Final = 1.0
_READ_EVERY: Final = 3.0
#: Seconds after the last question for which somebody is taken to be looking.
_WATCHED_FOR: Final = 20.0

_log = logging.getLogger(__name__)


class Premises:
    """The house before any act is added to it.

    Parameters
    ----------
    state
        The folder in which settings are kept.
    kernels, port
        How visitors' kernels come to be, and the first port tried, for every room.
    networks
        Lists this laptop's networks; ``None`` asks the system.
    now
        The clock.

    """

    def __init__(
        self,
        state: Path,
        *,
        kernels: KernelMode = KernelMode.AUTO,
        port: int = PORT,
        networks: ListNetworks | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._state = state
        self._kernels, self._port = kernels, port
        self.ways = Ways(networks=networks)
        self._now = now or (lambda: datetime.now(UTC))
        #: Where the home page is, for the way back to it; told by whoever serves it.
        self.address = ""
        self.guard = threading.RLock()
        self.ended = threading.Event()
        self.settings: Settings = read_settings(state)
        self._choose_again()
        self.rooms: dict[str, Room] = {}
        self.labs = Labs(self.bump)
        self._numbers = {HOME: 1, CHECKUP: 1}
        self._catalogue = Catalogue()
        self._reading = threading.Lock()
        self._listed: tuple[Listed, ...] | None = None
        self._seen: dict[str, Listed] = {}
        self._showing = Showing()
        self._full = False
        self._asked = 0.0
        self._read = 0.0
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        if not self.settings.usual:
            self.keep(replace(self.settings, usual=str(usual_shelf())))

    @property
    def shelf(self) -> Path:
        """The folder of workshops."""
        return find_shelf(self.settings)

    def bump(self, kind: str = HOME) -> None:
        """Note that something moved: every page reads anew."""
        with self.guard:
            self._numbers[kind] += 1

    def read_again(self) -> None:
        """Read the list of workshops anew, now."""
        with self._reading:
            listed = self._catalogue.read(self.shelf, self.settings.elsewhere)
            known = remember(listed, self.settings.elsewhere)
            there = {one.id for one in listed}
            lively = [one for one, room in self.rooms.items() if room.standing.state is not RoomState.CLOSED]
            gone = [replace(self._seen[one], condition="missing", served=False) for one in lively if one not in there]
            was_full, self._full = self._full, is_full(self.shelf)
            moved = (*listed, *gone) != self._listed or was_full != self._full
            with self.guard:
                self._listed = (*listed, *gone)
                self._seen |= {one.id: one for one in listed}
                self._read = time.monotonic()
                if known != self.settings.elsewhere:
                    self.keep(replace(self.settings, elsewhere=known))
        if moved:
            self.bump()

    def keep(self, settings: Settings) -> None:
        """Remember other settings."""
        with self.guard:
            self.settings = settings
        write_settings(self._state, settings)

    def list_all(self) -> tuple[Listed, ...]:
        """Return the workshops as they were last read; the first time they are read now."""
        self._asked = time.monotonic()
        if self._listed is None:
            self.read_again()
        return self._listed or ()

    def find(self, identifier: str) -> Listed:
        """Return a workshop of the list; raises ``MissingEntry`` (``no-workshop-listed``)."""
        for again in (False, True):
            if again:
                self.read_again()
            found = next((one for one in self.list_all() if one.id == identifier), None)
            if found is not None:
                return found
        raise MissingEntry("no-workshop-listed")

    def find_openable(self, identifier: str) -> Listed:
        """Return a workshop that may be opened and written to; raises why it may not, each a sentence."""
        listed = self.find(identifier)
        folder = str(listed.path)
        if listed.condition == "missing":
            raise MissingEntry("folder-gone", folder=folder)
        if listed.condition == "read-only":
            raise StoreUnavailable("folder-read-only", folder=folder)
        if listed.condition == "too-new":
            raise StoreUnavailable("store-too-new", place=folder, revision="")
        if listed.condition not in OPENABLE:
            raise StoreUnavailable("store-damaged", place=str(listed.path / DATABASE_NAME))
        if not is_writable(listed.path):  # the list is as old as the last look
            raise StoreUnavailable("folder-read-only", folder=folder)
        return listed

    def refuse_lively(self, listed: Listed) -> None:
        """Raise ``CannotServe`` while a workshop is served, here (``close-room-first``) or elsewhere."""
        if self.standing_of(listed.id).state in LIVELY:
            raise CannotServe("close-room-first", title=listed.title)
        refuse_second_serve(listed.path)

    def refuse_open(self, listed: Listed) -> None:
        """Raise ``CannotServe`` while a workshop is served or its notebooks are open (``close-notebooks-first``)."""
        self.refuse_lively(listed)
        if self.labs.standing(listed.id).state in IN_USE:
            raise CannotServe("close-notebooks-first", title=listed.title)

    def standing_of(self, identifier: str) -> Standing:
        """Return how the room of a workshop stands."""
        room = self.rooms.get(identifier)
        return Standing(seats=self._seats_of(identifier)) if room is None else room.standing

    def room_of(self, listed: Listed) -> Room:
        """Return the room of a workshop, made if it has none yet."""
        with self.guard:
            if listed.id not in self.rooms:
                self.rooms[listed.id] = Room(
                    listed.path,
                    self.bump,
                    kernels=self._kernels,
                    port=self._port,
                    home=self.address,
                    ways=self.ways,
                )
            return self.rooms[listed.id]

    @property
    def networks(self) -> tuple[Network, ...]:
        """This laptop's networks, as they were last seen."""
        return self.ways.look().networks

    def want_network(self, identifier: str) -> None:
        """Have every page show the address of a network; that of rooms already open changes at once."""
        self.ways.want(identifier)
        self._remember_way()
        self.show_addresses()
        self.bump()

    def show_addresses(self) -> None:
        """Bring the address that the open rooms show to the one that is chosen."""
        for room in list(self.rooms.values()):
            room.follow_address()

    def _choose_again(self) -> None:
        """Show the way in that was chosen before this program was killed; not where the laptop is elsewhere by now."""
        known = self.settings.network
        if known and any(one.id == known and one.usable for one in self.networks):
            self.ways.want(known)

    def _remember_way(self) -> None:
        if self.ways.chosen not in ("", self.settings.network):
            self.keep(replace(self.settings, network=self.ways.chosen))

    def _seats_of(self, identifier: str) -> int:
        return self.settings.seats.get(identifier, Standing().seats)

    def _keep(self) -> None:
        """Look about, for as long as the house stands: at the networks, at the folders while somebody looks."""
        silent: dict[str, tuple[str, str]] = {}
        while not self.ended.wait(_LOOK_EVERY):
            try:
                before, silent = silent, self._read_silent()
                if before != silent:
                    self.bump()
                self._look_about()
            except Exception:  # a folder that goes while it is looked at must not blind the house
                _log.exception("the house could not look about")

    def _look_about(self) -> None:
        before, self._showing = self._showing, self.ways.look()
        if before != self._showing:
            self.bump()
        self.show_addresses()
        self._remember_way()  # it may have been chosen on a page of the workshop's own
        self.labs.close_lost()
        now = time.monotonic()
        if now - self._asked < _WATCHED_FOR and now - self._read > _READ_EVERY:
            self.read_again()

    def _read_silent(self) -> dict[str, tuple[str, str]]:
        """Return what changes in each room without a word: its test with a phone, and the words of its door."""
        now = self._now()
        return {
            one: (describe_test(room.standing, (), None, now)["state"], read_code(find_entrance(room.folder)))
            for one, room in list(self.rooms.items())
        }
