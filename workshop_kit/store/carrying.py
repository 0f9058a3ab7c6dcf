"""Carrying over what a workshop remembers of who withdrew (*suppression list*) into a copy that is put in its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from workshop_kit.errors import StoreUnavailable

#: Columns are named one by one: another kit's table may have them in another order, or more of them.
_CARRY: Final = """INSERT OR IGNORE INTO main.withdrawal (who, digest, kind, at, erased)
    SELECT who, digest, kind, at, erased FROM present.withdrawal"""
#: Whether anything is keyed with the secret: a copy that holds nothing of that kind can take over another.
_IS_KEYED: Final = """SELECT EXISTS (SELECT 1 FROM main.withdrawal) OR EXISTS (SELECT 1 FROM main.file_mark)
    OR EXISTS (SELECT 1 FROM main.taken_entry) OR EXISTS (SELECT 1 FROM main.layout)
    OR EXISTS (SELECT 1 FROM main.written)"""


def carry_remembered(source: Path, target: Path) -> None:
    """Remember in ``target``, which is up to date, who withdrew from ``source`` or was erased there.

    Raises
    ------
    StoreUnavailable
        ``backup-forgets``: what one remembers says nothing in the other. Nothing was changed.
    sqlite3.Error
        One of them cannot be read, or ``target`` cannot be written.

    """
    with closing(sqlite3.connect(target, 5, isolation_level=None, uri=True)) as connection:
        connection.execute("ATTACH DATABASE ? AS present", (f"{source.absolute().as_uri()}?mode=ro",))
        if not connection.execute("SELECT 1 FROM present.sqlite_master WHERE name = 'withdrawal'").fetchone():
            return  # an older kit remembered nobody
        if not connection.execute("SELECT 1 FROM present.withdrawal").fetchone():
            return
        connection.execute("BEGIN IMMEDIATE")
        if not _is_keyed_alike(connection):
            if connection.execute(_IS_KEYED).fetchone()[0]:
                raise StoreUnavailable("backup-forgets")
            connection.execute("UPDATE main.secret SET word = (SELECT word FROM present.secret WHERE id = 1)")
        connection.execute(_CARRY)
        connection.execute("COMMIT")


def _is_keyed_alike(connection: sqlite3.Connection) -> bool:
    asked = "SELECT (SELECT word FROM main.secret WHERE id = 1) = (SELECT word FROM present.secret WHERE id = 1)"
    return bool(connection.execute(asked).fetchone()[0])
