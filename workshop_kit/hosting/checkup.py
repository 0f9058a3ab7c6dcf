"""The check-up of the home page: made aside, since it compiles a PDF, and kept until it is made again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from workshop_kit.hosting.examining import Finding, describe, examine, is_complete
from workshop_kit.hosting.shortcuts import has_shortcut
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.home.shown import CheckupModel
from workshop_kit.live.timer import in_ms


class Checkup:
    """One check-up at a time.

    Parameters
    ----------
    on_change
        Called, from any thread, when one has begun or ended.
    look
        Looks at this computer; for tests.

    """

    def __init__(self, on_change: Callable[[], None], look: Callable[[Path], tuple[Finding, ...]] = examine) -> None:
        self._on_change = on_change
        self._look = look
        self._guard = threading.Lock()
        self._working = False
        self._at: datetime | None = None
        self._findings: tuple[Finding, ...] = ()

    def begin(self, shelf: Path, now: datetime, ours: frozenset[str] = frozenset()) -> None:
        """Begin one; while it goes on nothing else begins. The codes of ``ours`` are not looked at: we hold them."""
        with self._guard:
            if self._working:
                return
            self._working = True
        threading.Thread(target=self._make, args=(shelf, now, ours), daemon=True).start()
        self._on_change()

    def describe(self, language: str) -> CheckupModel:
        """Return how it stands, in words."""
        with self._guard:
            working, at, findings = self._working, self._at, self._findings
        say = Translator(language)
        return {
            "state": "working" if working else "none" if at is None else "done",
            "at": None if at is None else in_ms(at),
            "good": at is not None and is_complete(findings),
            "icon": has_shortcut(),
            "findings": [describe(one, say) for one in findings],
        }

    def _make(self, shelf: Path, now: datetime, ours: frozenset[str]) -> None:
        findings: tuple[Finding, ...] = ()
        try:
            findings = tuple(one for one in self._look(shelf) if one.code not in ours)
        finally:
            with self._guard:
                self._working, self._at, self._findings = False, now, findings
            self._on_change()
