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
        self._said: Counter[Hashable] = Counter()
        #: What each row was about, in their order, with the value before it and after it.
        self.rows: list[tuple[Hashable, Value | None, Value]] = []

    def __len__(self) -> int:
        return len(self._stored.keys() | self._current.keys())

    def look(self, key: Hashable) -> Value | None:
        """Return the value under ``key`` as it stands now, ``None`` when there is none."""
        return self._current.get(key, self._stored.get(key))

    def look_before(self, key: Hashable) -> Value | None:
        """Return the value under ``key`` before the file."""
        return self._stored.get(key)

    def look_after(self) -> Mapping[Hashable, Value]:
        """Return all values as the rows leave them, which is what the next file will find stored."""
        return {**self._stored, **self._current}

    def put(self, key: Hashable, value: Value) -> None:
        """Take one row's value."""
        self.rows.append((key, self.look(key), value))
        self._current[key] = value

    def changes(self) -> Iterator[tuple[Value, Value | None]]:
        """Yield each value that the file changed, and as it was stored, ``None`` for a new one."""
        for key, value in self._current.items():
            if self._differs(key, value):
                yield value, self._stored.get(key)

    def number(self, said: Hashable) -> int:
        """Return how often the rows before this one said the same, and count this one."""
        self._said[said] += 1
        return self._said[said] - 1

    def find_fates(self) -> list[tuple[Hashable, bool, bool]]:
        """Return for each row what it was about, whether it brings something new, and whether it changes something.

        Of several rows about one value it is the first that brings it, and the last that said anything else of it that
        changes it. A value that is as it was stored in the end was changed by none.
        """
        written = {key: key not in self._stored for key, value in self._current.items() if self._differs(key, value)}
        first = {key: place for place, (key, _, _) in reversed(list(enumerate(self.rows)))}
        last = {key: place for place, (key, before, value) in enumerate(self.rows) if before != value}
        return [
            (key, written.get(key) is True and first[key] == place, written.get(key) is False and last[key] == place)
            for place, (key, _, _) in enumerate(self.rows)
        ]

    def _differs(self, key: Hashable, value: Value) -> bool:
        return self._stored.get(key) != value
