"""The house as a whole: it answers what pages ask by the channel, and shows itself to them."""

from __future__ import annotations

import inspect
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workshop_kit.domain.course import Role
from workshop_kit.domain.permits import PERMITS
from workshop_kit.errors import InvalidEntry
from workshop_kit.hosting.checkup import Checkup
from workshop_kit.hosting.describing import describe_card, describe_chosen, sort_cards
from workshop_kit.hosting.examining import examine
from workshop_kit.hosting.house.opening import RoomActs
from workshop_kit.hosting.house.workshops import WorkshopActs
from workshop_kit.hosting.listing import Listed
from workshop_kit.hosting.rooms import HOSTING, LIVELY
from workshop_kit.hosting.syncing import find_sync
from workshop_kit.i18n import LANGUAGES, choose_language
from workshop_kit.live.contract.home.shown import (
    CheckupModel,
    ChosenWorkshop,
    HomeModel,
    ShelfPanel,
    TakeawayForm,
)
from workshop_kit.live.home.window import CHECKUP
from workshop_kit.live.timer import in_ms
from workshop_kit.store.health import is_full

#: What may be asked besides the acts of the home page: what it shows, and whether that moved.
_SHOWN = frozenset({"numbers", "home_model", "checkup_model"})
#: Intentions that a page keeps to itself.
_OWN = frozenset({"speak_language", "look_at_workshop"})
#: Acts that change nothing of the list, and need not wait for one that takes long.
_AT_ANY_TIME = frozenset({"list_place", "fetch_takeaway", "begin_test", "close_room", "close_notebooks"})


class House(WorkshopActs, RoomActs):
    """The program behind the home page; use as a context manager. It takes what ``Premises`` takes."""

    def __init__(self, state: Path, **named: Any) -> None:
        super().__init__(state, **named)
        self._acting = threading.RLock()
        self.checkup = Checkup(lambda: self.bump(CHECKUP), lambda shelf: examine(shelf, port=self._port))

    def __enter__(self) -> House:
        self._keeper.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.close_rooms()
        self.takeaways.close()
        self.uploads.close()

    def ask(self, act: str, /, **values: Any) -> Any:
        """Do ``act`` and return its result, which JSON can hold.

        Raises
        ------
        InvalidEntry
            ``malformed-intention`` for what is no act, or is told what it does not take.
        WorkshopError
            The act's own refusal.

        """
        if act not in _SHOWN and (act not in PERMITS[Role.HOME] or act in _OWN):
            raise InvalidEntry("malformed-intention")
        method = getattr(self, act)
        try:
            inspect.signature(method).bind(**values)
        except TypeError as error:
            raise InvalidEntry("malformed-intention") from error
        if act in _SHOWN or act in _AT_ANY_TIME:
            return method(**values)
        with self._acting:  # one act at a time, whichever page asks: two would take the same name or the same room
            return method(**values)

    def numbers(self) -> Mapping[str, int]:
        """Return how often each kind of thing has moved."""
        self.list_all()
        with self.guard:
            return dict(self._numbers)

    def check_up(self) -> None:
        """Begin to look at this computer; its own ports are no surprise while a room is open."""
        busy = any(room.standing.state in LIVELY for room in self.rooms.values())
        self.checkup.begin(self.shelf, self._now(), frozenset({"ports"}) if busy else frozenset())

    def checkup_model(self, language: str = "fr") -> CheckupModel:
        """Return this computer's check-up, as far as it was made."""
        return self.checkup.describe(choose_language(language))

    def home_model(self, workshop: str | None = None, language: str = "fr") -> HomeModel:
        """Return the list, and the room of ``workshop`` if it is one of the list."""
        listed, now = self.list_all(), self._now()
        reachable = self.ways.look().shown is not None
        cards = [describe_card(one, self.standing_of(one.id), now, reachable=reachable) for one in listed]
        chosen = next((one for one in listed if one.id == workshop), None)
        busy = (one for one, room in list(self.rooms.items()) if room.standing.state in HOSTING)
        return {
            "connected": True,
            "languages": list(LANGUAGES),
            "now": in_ms(now),
            "today": now.astimezone().date().isoformat(),
            "shelf": self._describe_shelf(),
            "reading": self._reading.locked(),
            "workshops": sort_cards(one for one in cards if not one["archived"]),
            "archived": sort_cards(one for one in cards if one["archived"]),
            "has_sample": any(one.mark.sample for one in listed),
            "busy": next(busy, ""),
            "chosen": None if chosen is None else self._describe_chosen(chosen, choose_language(language)),
        }

    def _describe_chosen(self, listed: Listed, language: str) -> ChosenWorkshop:
        made = {form: self.takeaways.find(listed.id, form) for form in TakeawayForm}
        standing = self.standing_of(listed.id)
        showing, now, lab = self.ways.look(), self._now(), self.labs.standing(listed.id)
        return describe_chosen(listed, standing, showing, made, now, language, self._port, lab)

    def _describe_shelf(self) -> ShelfPanel:
        shelf = self.shelf
        trail = [part for part in (shelf.parent.name, shelf.name) if part]
        return {
            "path": str(shelf),
            "synced": find_sync(shelf),
            "trail": trail,
            "state": _find_shelf_state(shelf, is_default=not self.settings.shelf),
            "is_default": not self.settings.shelf,
        }


def _find_shelf_state(shelf: Path, *, is_default: bool) -> Any:
    """Return how the folder of workshops is found, without writing to it."""
    try:
        if not shelf.is_dir():
            return "new" if is_default else "missing"
        if not os.access(shelf, os.W_OK):
            return "read-only"
        return "full" if is_full(shelf) else "ready"
    except OSError:
        return "missing"
