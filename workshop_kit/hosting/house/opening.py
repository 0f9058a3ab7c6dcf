"""What is done to rooms, and to this computer's own windows: opened, tested, closed, shown."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from workshop_kit.errors import CannotServe, InvalidEntry, NotAllowed
from workshop_kit.hosting.house.base import Premises
from workshop_kit.hosting.labs import IN_USE
from workshop_kit.hosting.listing import Listed
from workshop_kit.hosting.naming import RECEIVED_NOTEBOOKS, find_free_name
from workshop_kit.hosting.own_copies import copy_notebooks
from workshop_kit.hosting.rooms import HOSTING, LIVELY
from workshop_kit.hosting.shortcuts import make_shortcuts, remove_shortcuts
from workshop_kit.hosting.supervisor import refuse_second_serve
from workshop_kit.i18n import Translator, choose_language
from workshop_kit.live.home.window import CHECKUP
from workshop_kit.places import OWN_NOTEBOOKS, notebooks_folder
from workshop_kit.serving import lifeline
from workshop_kit.store import open_store
from workshop_kit.store.marks import refuse_writing
from workshop_kit.trust import digest_programs, list_strangers, name_strangers, vouch

#: Seconds in which rooms end when the house does.
_END_WITHIN: Final = 20.0
#: Seconds after which the house ends once asked to: the answer must reach the page.
_ANSWER_FIRST: Final = 0.3


class RoomActs(Premises):
    """The house with what is done to rooms."""

    def __init__(self, state: Path, **named: Any) -> None:
        super().__init__(state, **named)
        self._windows: list[subprocess.Popen[bytes]] = []

    def prepare_room(self, workshop: str) -> None:
        """Open the facilitator's page and the screen of a workshop; no phone comes in."""
        listed = self._find_free(workshop)
        self.room_of(listed).prepare()

    def set_seats(self, workshop: str, seats: int) -> None:
        """Set how many may be in at once when the room opens next; raises ``CannotServe`` while it is served."""
        listed = self.find(workshop)
        self.refuse_lively(listed)
        self.keep(replace(self.settings, seats={**self.settings.seats, listed.id: seats}))
        self.rooms.pop(listed.id, None)  # it stands with the number it had
        self.bump()

    def open_room(self, workshop: str, seats: int | None = None) -> None:
        """Let the phones of the room in; one room of phones at a time.

        Raises
        ------
        CannotServe
            ``another-room-open`` (told its ``title``), ``served-elsewhere``, ``room-busy``.

        """
        listed = self._find_free(workshop)
        with self.guard:
            for one, room in self.rooms.items():
                if one != listed.id and room.standing.state in HOSTING:
                    raise CannotServe("another-room-open", title=self.find(one).title)
            wanted = seats or self._seats_of(listed.id)
            if seats is not None:
                self.keep(replace(self.settings, seats={**self.settings.seats, listed.id: seats}))
            self.room_of(listed).open(wanted)

    def close_room(self, workshop: str) -> None:
        """Let nobody in any more, and end the workshop's pages; everything is kept."""
        room = self.rooms.get(workshop)
        if room is not None:
            room.close()

    def choose_network(self, workshop: str, network: str) -> None:
        """Show the address of another of this computer's networks, on every page at once.

        Raises
        ------
        InvalidEntry
            ``network-gone``, or ``network-unusable`` for one that phones cannot come in by.

        """
        self.find(workshop)
        self.want_network(network)

    def begin_test(self, workshop: str) -> None:
        """Wait for a phone from now on; raises ``InvalidEntry`` (``room-not-open``)."""
        room = self.rooms.get(workshop)
        if room is None:
            raise InvalidEntry("room-not-open")
        room.begin_trial(self._now())

    def show_folder(self, workshop: str) -> None:
        """Show a workshop's folder in this computer's own window of files; raises ``CannotServe``."""
        folder = self.find_openable(workshop).path
        try:
            if sys.platform == "win32":
                os.startfile(folder)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606 — a folder of the list
            else:
                opener = "open" if sys.platform == "darwin" else "xdg-open"
                self._run([opener, str(folder)])
        except OSError as error:
            raise CannotServe("no-file-window", folder=folder) from error

    def open_notebooks(self, workshop: str) -> None:
        """Begin to open a workshop's notebooks in JupyterLab, as copies that belong to it; it ends with the house.

        Raises
        ------
        NotAllowed
            ``notebooks-strange`` while somebody else's programs are among them.
        StoreUnavailable
            The copies cannot be written.

        """
        listed = self.find_openable(workshop)
        folder = listed.path
        if list_strangers(folder):
            self.read_again()
            raise NotAllowed("notebooks-strange", title=listed.title)
        if self.labs.standing(workshop).state not in IN_USE:
            open_store(folder).close()  # one of an older kit is brought up to date, as wherever it is opened
            try:
                for _ in copy_notebooks(notebooks_folder(), folder / OWN_NOTEBOOKS):
                    pass
            except OSError as error:
                raise refuse_writing(folder, error) from error
        try:
            self.labs.open(workshop, folder)
        except OSError as error:
            raise CannotServe("lab-failed", status=error.errno or 1) from error

    def close_notebooks(self, workshop: str) -> None:
        """Begin to end a workshop's JupyterLab; what was saved there stays."""
        self.labs.close(self.find(workshop).id)

    def trust_notebooks(self, workshop: str, digest: str) -> None:
        """Use the notebooks that came with a folder from now on, as they are known by ``digest`` and no others.

        Raises
        ------
        InvalidEntry
            ``notebooks-changed`` where they are others by now.

        """
        folder = self._find_strangers(workshop, digest)
        vouch(digest_programs(folder))
        self.read_again()
        if list_strangers(folder):
            raise InvalidEntry("notebooks-changed")

    def set_notebooks_aside(self, workshop: str, digest: str) -> None:
        """Put the notebooks that came with a folder aside in it, where nothing runs them; raises as one does above."""
        folder = self._find_strangers(workshop, digest)
        try:
            (folder / OWN_NOTEBOOKS).rename(find_free_name(folder, RECEIVED_NOTEBOOKS))
        except OSError as error:
            raise refuse_writing(folder, error) from error
        self.read_again()

    def _find_strangers(self, workshop: str, digest: str) -> Path:
        folder = self.find(workshop).path
        if not digest or name_strangers(folder)[1] != digest:
            self.read_again()
            raise InvalidEntry("notebooks-changed")
        return folder

    def make_shortcut(self, language: str) -> None:
        """Put an icon that opens the home page where a person looks for one; raises ``StoreUnavailable``."""
        make_shortcuts(Translator(choose_language(language)))
        self.bump(CHECKUP)

    def remove_shortcut(self) -> None:
        """Take that icon away again; raises ``StoreUnavailable``."""
        remove_shortcuts()
        self.bump(CHECKUP)

    def end_kit(self, with_rooms: bool = False) -> None:
        """End the house; raises ``NotAllowed`` (``rooms-open``) while a room is open, unless it is to be closed too."""
        lively = [one for one, room in self.rooms.items() if room.standing.state in LIVELY]
        if lively and not with_rooms:
            raise NotAllowed("rooms-open", title=self.find(lively[0]).title)
        threading.Timer(_ANSWER_FIRST, self.ended.set).start()

    def close_rooms(self) -> None:
        """End every room, and every window that was opened from here."""
        rooms = list(self.rooms.values())
        for room in rooms:
            room.close()
        self.labs.close_all()
        for room in rooms:
            room.wait_closed(_END_WITHIN)
        for window in self._windows:
            if window.poll() is None:
                window.terminate()

    def _find_free(self, workshop: str) -> Listed:
        """Return a workshop that may be opened and that nobody else serves."""
        listed = self.find_openable(workshop)
        if self.standing_of(listed.id).state not in LIVELY:
            refuse_second_serve(listed.path)
        return listed

    def _run(self, command: list[str]) -> None:
        self._windows = [one for one in self._windows if one.poll() is None]
        nothing = subprocess.DEVNULL
        started = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, **lifeline.own_group())
        self._windows.append(started)
