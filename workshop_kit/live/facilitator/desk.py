"""What the facilitator's steps have in common: the role, the page's language, the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qs

from workshop_kit.domain.model import Change, Role
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.retention import erase_expired
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.visit import Visit


class Desk(LiveWorkshop):
    """The facilitator's window, before any step is added to it.

    Parameters
    ----------
    folder
        The workshop's folder; ``None`` takes the one being served.

    """

    role = Role.FACILITATOR

    def __init__(self, folder: str | Path | None = None) -> None:
        self._language: str | None = None
        self._workshop_language = "fr"
        self._language_changed: list[Callable[[], None]] = []
        super().__init__(folder)
        self.on_change(self._notice_language)

    @property
    def language(self) -> str:
        """The language of this page: what the facilitator chose here, else the workshop's."""
        return self._language or self._workshop_language

    @property
    def translator(self) -> Translator:
        """Says catalog keys in the language of this page."""
        return Translator(self.language)

    def switch_language(self, language: str) -> None:
        """Speak ``language`` on this page; the workshop's own language stays as it is."""
        if language not in LANGUAGES:
            raise InvalidEntry("unknown-language", received=language)
        self._language = language
        self._tell_language()

    def on_language(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` each time the language of this page changes."""
        self._language_changed.append(callback)

    def _welcome(self, visit: Visit) -> None:
        wanted = parse_qs(visit.query).get("lang", [""])[-1]
        if wanted in LANGUAGES:
            self._language = wanted
        self._workshop_language = self._read_language()
        erase_expired(self.store, self.folder, self.now())

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
