"""What bounds and undoes a flood of ideas: how many a browser wrote, and what was held back together."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.floods import Sweep
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, row_of
from workshop_kit.store.taken import TakenShelf

SWEEP: Final = Noun("sweep", Sweep, schema.sweep)


class FloodShelf(TakenShelf):
    """Table data gateway of the ideas a browser wrote, by a keyed digest alone, and of what was held back together."""

    def count_written(self, browser: str, challenge: str) -> int:
        """Return how many ideas a browser wrote for a challenge and did not take back, also those of erased seats."""
        rows = self._rows(schema.written, "count", digest=self._digest_written(browser, challenge))
        return rows[0].count if rows else 0

    def note_written(self, browser: str, challenge: str, more: int) -> None:
        """Count ideas that a browser wrote for a challenge; with a negative number, that it took back."""
        count = max(0, self.count_written(browser, challenge) + more)
        self._write_pair(schema.written, {"digest": self._digest_written(browser, challenge), "count": count})

    def list_sweeps(self) -> tuple[Sweep, ...]:
        """Return what was held back together, the oldest first."""
        return self._list(SWEEP, order="at")

    def find_sweep(self, sweep: str) -> Sweep:
        """Return what was held back together under this id; raises ``MissingEntry``."""
        return self._get(SWEEP, sweep)

    def add_sweep(self, sweep: Sweep) -> None:
        """Keep which ideas were held back together."""
        self._add(schema.sweep, [row_of(sweep)])
        self._note(SWEEP.name, sweep.id)

    def update_sweep(self, sweep: Sweep) -> None:
        """Replace the one with the same id; raises ``MissingEntry``."""
        self._change(SWEEP, row_of(sweep))

    def _digest_written(self, browser: str, challenge: str) -> str:
        return self.digest("written", browser, challenge)
