"""What the facilitator's steps have in common: the role and the page's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs

from workshop_kit.domain.course import Role
from workshop_kit.domain.entries import read_one_of
from workshop_kit.domain.model import Change
from workshop_kit.errors import StoreUnavailable
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.days import settle_day
from workshop_kit.live.acts.retention import Retention, keep_retention
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.header import SwitchLanguage
from workshop_kit.live.joining import FollowsJoinAddress
from workshop_kit.store.marks import read_mark
from workshop_kit.visit import Visit


class Desk(FollowsJoinAddress):
    """The facilitator's window, before any step is added to it; it takes what ``LiveWorkshop`` takes."""

    role = Role.FACILITATOR

    def __init__(self, folder: str | Path | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        self._language_changed: list[Callable[[], None]] = []
        super().__init__(folder, now=now)
        self.on_change(self._notice_language)

    def _forget(self) -> None:
        super()._forget()
        self._language: str | None = None
        self._workshop_language = "fr"
        self._retention: Retention | None = None

    @property
    def retention(self) -> Retention | None:
        """What goes by date, as it was found when this page was opened."""
        return self._retention

    @property
    def language(self) -> str:
        """The language of this page: what the facilitator chose here, else the workshop's."""
        return self._language or self._workshop_language

    @property
    def translator(self) -> Translator:
        """Says catalog keys in the language of this page."""
        return Translator(self.language)

    def find_start(self) -> datetime | None:
        """Return when the workshop is set to begin, as its folder says now; ``None``: no hour is set."""
        return read_mark(self.folder).starts_at

    @intention
    def switch_language(self, asked: SwitchLanguage) -> None:
        """Speak another language on this page; the workshop's own language stays as it is."""
        self._language = read_one_of(asked.language, LANGUAGES, "unknown-language")
        self._tell_language()

    def on_language(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` each time the language of this page changes."""
        self._language_changed.append(callback)

    def _welcome(self, visit: Visit) -> None:
        wanted = parse_qs(visit.query).get("lang", [""])[-1]
        if wanted in LANGUAGES:
            self._language = wanted
        self._workshop_language = self._read_language()
        with suppress(StoreUnavailable):  # who can write nothing there reads what there is
            settle_day(self.store, self.folder)
        self._retention = keep_retention(self.store, self.folder, self.now())

    def _notice_language(self, changes: Sequence[Change]) -> None:
        """Follow the workshop's language; kept here because it is asked for inside transactions too."""
        if any(change.kind == "workshop" for change in changes):
            before, self._workshop_language = self.language, self._read_language()
            if self.language != before:
                self._tell_language()

    def _read_language(self) -> str:
        return self.store.read(lambda repository: repository.find_workshop()).language

    def _tell_language(self) -> None:
        for callback in self._language_changed:
            callback()
