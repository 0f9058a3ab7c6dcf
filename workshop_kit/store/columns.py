"""The kinds of columns: how a value of the model is kept, the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC: SQLite has no time zones, and PostgreSQL answers in the session's own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bring ``value`` to UTC; a time without a zone is refused, since it could mean any hour."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time of the workshop needs its zone, received {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the aware time in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class WordOf(TypeDecorator[StrEnum]):
    """A member of one of the model's enumerations, kept as its word."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words
        self._members = {one.value: one for one in words}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Return the word; one that is not of the enumeration raises ``ValueError``."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Return the member."""
        # looked up: the enumeration's own way takes longer than all else of a row, of which there are thousands
        return None if value is None else self._members.get(value) or self.words(value)


class Ids(TypeDecorator[tuple[str, ...]]):
    """Some ids in their order, kept in one text with spaces between them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """Return the text."""
        return " ".join(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """Return the ids."""
        return tuple((value or "").split())


class Texts(TypeDecorator[tuple[str, ...]]):
    """Some texts in one value, a JSON list: however many are given, the statement is the same."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """Return the list."""
        return json.dumps(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """Return the texts."""
        return tuple(json.loads(value or "[]"))


def identifier() -> TypeEngine[str]:
    """Return the type of an id: ordered byte by byte everywhere, whatever the server's language."""
    return Text().with_variant(Text(collation="C"), "postgresql")
