"""What a workshop remembers of the files it took in: how people in them are known again, and how to undo one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

#: How many imports can be undone, the latest ones; of those before, only that they took place is kept.
UNDOABLE_AT_MOST: Final = 5
#: For how long: what it takes holds contact details that were taken back since.
UNDOABLE_FOR: Final = timedelta(days=7)
#: How many imports a workshop remembers.
IMPORTS_AT_MOST: Final = 30
#: How many layouts of files a workshop remembers.
LAYOUTS_AT_MOST: Final = 100


class Trait(StrEnum):
    """What tells a person of a file apart (*signe*); only its keyed digest is kept.

    ``ROW`` is all that one row says about who somebody is, ``KEY`` the id that an export gives a seat, ``PSEUDONYM``
    what somebody was called in the room: no file knows them by it, and nobody else is to be called so.
    """

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    ROW = "row"
    KEY = "key"
    PSEUDONYM = "pseudonym"


@dataclass(frozen=True)
class FileMark:
    """Blind index entry (*empreinte*): a keyed digest of something that a file says about one of its people."""

    participant: str
    digest: str
    kind: Trait


@dataclass(frozen=True)
class Withdrawal:
    """Suppression list entry (*retrait*): the digest of a trait of somebody who asked not to be here any more.

    ``who`` is a random id, the same for the traits of one person; ``erased`` says that they were erased altogether,
    not only that they took their contact details back.
    """

    who: str
    digest: str
    kind: Trait
    at: datetime
    erased: bool


@dataclass(frozen=True)
class TakenFile:
    """Import log entry (*import*): a file that was taken in, when, and by whom; ``number`` counts from 1.

    ``new`` and ``changed`` are in values. ``undone_at`` is ``None`` as long as it stands.
    """

    id: str
    number: int
    kind: str
    file: str
    by: str
    at: datetime
    new: int
    changed: int
    undone_at: datetime | None = None


@dataclass(frozen=True)
class TakenEntry:
    """Undo record (*trace*): one value that a file brought or changed.

    Attributes
    ----------
    taken_file, rank
        The import, and the place of this value among those it wrote.
    kind, entity
        The noun of the value, and its key.
    participant
        The person it is about, with whom it goes; ``None`` for anything else.
    before
        As JSON, the former values of the fields that changed; empty for a new value.
    after
        A digest of the whole of a new value; else, as JSON, digests of the fields that changed.

    """

    taken_file: str
    rank: int
    kind: str
    entity: str
    participant: str | None
    before: str
    after: str


@dataclass(frozen=True)
class Layout:
    """Remembered column mapping (*modèle de fichier*), by a digest of the kind and the headings of a file."""

    digest: str
    kind: str
    at: datetime
    columns: Mapping[str, str] = field(default_factory=dict)
