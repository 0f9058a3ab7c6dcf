"""What the facilitator's steps have in common: the role, the page's language, the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs

from workshop_kit.domain.model import Role
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n import LANGUAGES, Translator
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
        self._language_changed: list[Callable[[], None]] = []
        super().__init__(folder)

    @property
    def language(self) -> str:
        """The language of this page: what the facilitator chose here, else the workshop's."""
        if self._language is not None:
            return self._language
        return self.store.read(lambda repository: repository.find_workshop()).language

    @property
    def translator(self) -> Translator:
        """Says catalog keys in the language of this page."""
        return Translator(self.language)

    def switch_language(self, language: str) -> None:
        """Speak ``language`` on this page; the workshop's own language stays as it is."""
        if language not in LANGUAGES:
            raise InvalidEntry("unknown-language", received=language)
        self._language = language
        for callback in self._language_changed:
            callback()

    def on_language(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` each time the language of this page changes."""
        self._language_changed.append(callback)

    def now(self) -> datetime:
        """Return the present time, aware, in UTC."""
        return datetime.now(UTC)

    def _welcome(self, visit: Visit) -> None:
        wanted = parse_qs(visit.query).get("lang", [""])[-1]
        if wanted in LANGUAGES:
            self._language = wanted
