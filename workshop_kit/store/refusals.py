"""What the database refuses, said in the words of the kit: no SQL error leaves the store."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, event
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, StatementError

from workshop_kit.errors import InvalidEntry, StoreUnavailable, WorkshopError
from workshop_kit.store.marks import disk_full

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_KEPT_TYPES: Final = (str, int, float, datetime, type(None))
_LARGEST: Final = 2**31 - 1
_DAMAGE: Final = ("not a database", "malformed", "file is encrypted")
_FULL: Final = "disk is full"
_READ_ONLY: Final = "readonly database"
#: Bytes without which SQLite cannot make its companions of a database.
ROOM_NEEDED: Final = 100_000
_WAITED: Final = ("database is locked", "database table is locked", "lock timeout")


@contextmanager
def refusals_in_words(place: str) -> Iterator[None]:
    """Turn the database's errors into ``InvalidEntry`` or ``StoreUnavailable``; ``place`` names the database."""
    try:
        yield
    except WorkshopError:
        raise
    except (sqlite3.IntegrityError, sqlite3.DataError) as error:
        raise InvalidEntry("refused-by-store", detail=str(error)) from error
    except sqlite3.Error as error:
        raise unavailable(place, error) from error
    except (IntegrityError, DataError) as error:
        raise InvalidEntry("refused-by-store", detail=str(error.orig)) from error
    except DBAPIError as error:
        raise unavailable(place, error.orig or error) from error
    except StatementError as error:
        if isinstance(error.orig, ValueError):  # a word that is not of its enumeration, a time without a zone
            raise InvalidEntry("refused-by-store", detail=str(error.orig)) from error
        raise


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error says that a file is damaged or no database, and not that it cannot be reached now."""
    return any(word in str(error) for word in _DAMAGE)


def unavailable(place: str, error: BaseException) -> StoreUnavailable:
    """Return the error that says why the database at ``place`` cannot be used."""
    detail = (isinstance(error, OSError) and error.strerror) or str(error).strip()
    if any(word in detail for word in _DAMAGE):
        return StoreUnavailable("store-damaged", place=place)
    if any(word in detail for word in _WAITED):
        return StoreUnavailable("store-busy", place=place)
    if "://" in place:
        return StoreUnavailable("server-unavailable", place=place, detail=detail)
    return _find_plain_cause(Path(place), detail) or StoreUnavailable("store-unavailable", place=place, detail=detail)


def _find_plain_cause(path: Path, detail: str) -> StoreUnavailable | None:
    """Return why a file cannot be used, where SQLite says "disk I/O error" or "unable to open" of a plainer thing."""
    folder = path.parent
    if _FULL in detail:
        return disk_full(folder)
    try:
        if not folder.exists():
            return StoreUnavailable("folder-gone", folder=str(folder))
        if shutil.disk_usage(folder).free < ROOM_NEEDED:
            return disk_full(folder)
    except OSError:  # a stick that was pulled answers to nothing
        return StoreUnavailable("folder-gone", folder=str(folder))
    if _READ_ONLY in detail or not os.access(folder, os.W_OK):
        return StoreUnavailable("folder-forbidden", folder=str(folder))
    return None


def check_what_is_sent(engine: Engine) -> None:
    """Refuse, before any statement is sent, the values that one of the databases could not keep.

    A page may send anything as an id or a text. PostgreSQL refuses the NUL character and SQLite lone surrogates;
    a refusal by the server would also void the rest of the transaction. Refused alike on both, before.
    """

    @event.listens_for(engine, "before_cursor_execute")
    def check(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, executemany: bool) -> None:
        for row in parameters if executemany else (parameters,):
            for value in row.values() if isinstance(row, dict) else row:
                check_value(value)


def check_value(value: object) -> None:
    """Raise ``InvalidEntry`` for a value that one of the databases could not keep."""
    if isinstance(value, str):
        if "\0" in value or (not value.isascii() and _LONE_SURROGATE.search(value) is not None):
            raise InvalidEntry("unreadable-text")
        return
    if not isinstance(value, _KEPT_TYPES):
        raise InvalidEntry("unreadable-value", received=type(value).__name__)
    if isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
        raise InvalidEntry("number-too-large", received=value, largest=_LARGEST)
