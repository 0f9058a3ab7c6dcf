"""What a file changes, counted row by row and written once at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Ledger(Generic[Value]):
    """Upsert buffer: the stored values by natural key, as the rows of one file leave them.

    Only the last state of each value is compared with what was stored: a file that names something twice, even
    differently, changes nothing when it is imported again.
    """

    def __init__(self, stored: Mapping[Hashable, Value]) -> None:
        self._stored = stored
        self._current: dict[Hashable, Value] = {}
        self._rows: Counter[Hashable] = Counter()

    def __len__(self) -> int:
        return len(self._stored.keys() | self._current.keys())

    def look(self, key: Hashable) -> Value | None:
        """Return the value under ``key`` as it stands now, ``None`` when there is none."""
        return self._current.get(key, self._stored.get(key))

    def look_before(self, key: Hashable) -> Value | None:
        """Return the value under ``key`` before the file."""
        return self._stored.get(key)

    def put(self, key: Hashable, value: Value) -> None:
        """Take one row's value."""
        self._current[key] = value
        self._rows[key] += 1

    def changes(self) -> Iterator[tuple[Value, bool]]:
        """Yield each value that the file changed, and whether it is new."""
        for key, value in self._current.items():
            if self._stored.get(key) != value:
                yield value, key not in self._stored

    @property
    def added(self) -> int:
        """How many rows brought something new or changed."""
        return sum(1 for _ in self.changes())

    @property
    def unchanged(self) -> int:
        """How many rows said what was known, or was said again further down."""
        return self._rows.total() - self.added
