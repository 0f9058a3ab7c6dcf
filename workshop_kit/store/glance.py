"""A glance (*read-only probe*) at a workshop's database: enough to list it, without migrating, locking or waiting.

What a page lists may be open elsewhere, made by an older or a newer kit, damaged, or on a disk that nobody may write
to. So nothing is opened for writing here, and each thing counted is asked for alone: what an older kit had not, is 0.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final
from urllib.request import pathname2url

from workshop_kit.errors import MissingEntry, StoreUnavailable
from workshop_kit.store.opening import DATABASE_NAME, REVISION
from workshop_kit.store.refusals import unavailable
from workshop_kit.store.schema import metadata

#: Seconds for which a reader waits for a writer: in WAL mode it waits only while the file is being made.
_WAIT_AT_MOST: Final = 0.5
_COUNTS: Final[Mapping[str, str]] = {
    "challenges": "SELECT count(*) FROM challenge",
    "ideas": "SELECT count(*) FROM idea",
    "invited": "SELECT count(*) FROM stakeholder WHERE status != 'to_invite'",
    "stakeholders": "SELECT count(*) FROM stakeholder",
    "expected": "SELECT count(*) FROM stakeholder WHERE status = 'coming'",
    "unanswered": "SELECT count(*) FROM stakeholder WHERE status = 'invited'",
    "people": "SELECT count(*) FROM participant WHERE joined_to IS NULL",
    # as ``domain.presence.list_room``: who left and gave nothing, on any of the seats that were joined, did not come
    "came": "WITH RECURSIVE way(at) AS (SELECT author FROM idea UNION SELECT participant FROM dots"
    " UNION SELECT participant FROM ballot_mark"
    " UNION SELECT participant FROM score UNION SELECT participant FROM volunteer"
    " UNION SELECT participant FROM assignment WHERE status != 'proposed'"
    " UNION SELECT joined_to FROM way JOIN participant ON id = at WHERE joined_to IS NOT NULL)"
    " SELECT count(*) FROM participant WHERE origin NOT IN ('file', 'form') AND joined_to IS NULL"
    " AND (away_at IS NULL OR id IN way)",
    # as ``domain.offering.list_offering``, of those who are in no room yet: what was offered on a seat counts for the
    # person it was joined to, and who said no to being asked, or to all they had offered for, is none
    "volunteers": "WITH given AS (SELECT volunteer.participant AS row, coalesce(joined_to, id) AS person,"
    " consented_at IS NOT NULL AS consented, name != '' AND NOT EXISTS (SELECT 1 FROM consent"
    " WHERE consent.participant = volunteer.participant) AS named FROM volunteer JOIN participant"
    " ON participant.id = volunteer.participant), own AS (SELECT * FROM given WHERE row = person OR NOT EXISTS"
    " (SELECT 1 FROM volunteer WHERE volunteer.participant = given.person)) SELECT count(DISTINCT id)"
    " FROM participant LEFT JOIN own ON own.person = id WHERE origin IN ('file', 'form') AND joined_to IS NULL"
    " AND may_ask IS NOT 0 AND (may_ask = 1 OR consented OR (origin = 'file' AND (named OR id IN"
    " (SELECT participant FROM score)))) AND (NOT EXISTS (SELECT 1 FROM volunteer_challenge AS yes"
    " WHERE yes.participant = own.row) OR EXISTS (SELECT 1 FROM volunteer_challenge AS yes"
    " WHERE yes.participant = own.row AND NOT EXISTS (SELECT 1 FROM volunteer_declined AS no"
    " WHERE no.participant = own.row AND no.challenge = yes.challenge)))",
    # as ``files.count_contacts``: a person once, whichever of the seats that were joined said yes
    "consenting": "WITH RECURSIVE way(at) AS (SELECT participant FROM volunteer WHERE consented_at IS NOT NULL"
    " UNION SELECT participant FROM consent"
    " UNION SELECT joined_to FROM way JOIN participant ON id = at WHERE joined_to IS NOT NULL)"
    " SELECT count(*) FROM participant WHERE id IN way AND joined_to IS NULL",
    "reachable": "SELECT count(*) FROM volunteer WHERE consented_at IS NOT NULL AND (email != '' OR phone != '')",
    "contacts": "SELECT (SELECT count(*) FROM volunteer WHERE email != '' OR phone != '')"
    " + (SELECT count(*) FROM stakeholder WHERE email != '' OR contact != '')",
    "missions": "SELECT count(*) FROM mission",
}
#: How that was counted before seats could leave or be joined.
_CAME_ONCE: Final = "SELECT count(*) FROM participant WHERE origin != 'file'"
#: How volunteers were counted before there was all that the rule asks for.
_VOLUNTEERS_ONCE: Final = (
    "SELECT count(*) FROM volunteer JOIN participant ON participant.id = volunteer.participant"
    " WHERE origin IN ('file', 'form') AND joined_to IS NULL"
)
#: Where it stands when something happened.
_MOMENTS: Final = (
    ("workshop", "created_at"),
    ("step", "at"),
    ("idea", "written_at"),
    ("participant", "joined_at"),
    ("taken_file", "at"),
    ("volunteer", "consented_at"),
    ("consent", "at"),
)
_JOINING: Final = " UNION SELECT joined_to FROM way JOIN participant ON id = at WHERE joined_to IS NOT NULL"
_UNJOINED: Final = " WHERE joined_to IS NULL"
#: Where it stands that somebody agreed to something else than to be proposed a mission.
_AGREED: Final = " UNION SELECT participant FROM consent"
#: Where it stands that somebody voted otherwise than by dots.
_MARKED: Final = " UNION SELECT participant FROM ballot_mark"
#: What no kit ever made: questions and acts that run by themselves whenever a table is read or written.
_FOREIGN: Final = (
    "SELECT count(*) FROM sqlite_master"
    " WHERE type NOT IN ('table', 'index') OR sql LIKE 'create virtual%' OR sql LIKE '% generated always %'"
)
#: Bytes of the longest value: no text of a workshop is nearly as long.
_LONGEST_VALUE: Final = 20_000_000


class Fitness(StrEnum):
    """Whether this kit can open a database as it is."""

    PRESENT = "ready"
    OLDER = "older"
    NEWER = "too-new"


@dataclass(frozen=True)
class Glance:
    """What a glance at a workshop shows; nobody's name.

    Attributes
    ----------
    fitness
        Whether this kit can open it as it is.
    title, territory, language, phase
        As they stand in it; the phase is a word of the kit that made it.
    created_at, retention_until
        When it was made, and when its contact details erase themselves.
    ends_at
        The hour at which the room must end, if one is set.
    ended_at
        When the room was thanked, if it was.
    last
        When something happened last, as far as this kit knows where to look: as ``moments.find_last_moment``.
    at
        The place of the challenge the room is at, from 1; 0: at none.
    challenges
        Stake and statement of each.
    counts
        How many there are of each kind, by the names of ``_COUNTS``.

    """

    fitness: Fitness
    title: str
    territory: str
    language: str
    phase: str
    created_at: datetime | None
    retention_until: datetime | None
    ends_at: datetime | None
    ended_at: datetime | None
    at: int
    challenges: tuple[tuple[str, str], ...]
    counts: Mapping[str, int]
    last: datetime | None = None


def look_at(folder: Path) -> Glance:
    """Return what a glance at the workshop of ``folder`` shows.

    Raises
    ------
    MissingEntry
        ``no-workshop``: no database is there.
    StoreUnavailable
        ``store-damaged``, or why it cannot be read.

    """
    return look_at_file(folder / DATABASE_NAME)


def look_at_file(path: Path) -> Glance:
    """Return what a glance at a database file shows, such as a backup; refusals as those of ``look_at``."""
    try:
        if not path.is_file():
            raise MissingEntry("no-workshop", folder=str(path.parent))
        with closing(open_to_look(path)) as connection:
            _refuse_foreign(connection, path)
            return _read(connection, path)
    except (sqlite3.Error, OSError, ValueError, TypeError, UnicodeError) as error:
        raise unavailable(str(path), error) from error


def has_all_tables(path: Path) -> bool:
    """Tell whether a database that says it is of this kit has every table and column of it."""
    try:
        with closing(open_to_look(path)) as connection:
            for table in metadata.sorted_tables:
                # with its table before it, a name in quotes that is no column's is no text either
                columns = ", ".join(f'"{table.name}"."{column.name}"' for column in table.columns)
                connection.execute(f'SELECT {columns} FROM "{table.name}" LIMIT 0')  # noqa: S608 - names of our own
    except sqlite3.Error:
        return False
    return True


def read_language(path: Path) -> str:
    """Return the language of the workshop in a database file; ``""`` where it cannot be read."""
    try:
        with closing(open_to_look(path)) as connection:
            _refuse_foreign(connection, path)
            return str(_value(connection, "SELECT language FROM workshop"))
    except (sqlite3.Error, StoreUnavailable, OSError):
        return ""


def copy_database(folder: Path, target: Path) -> None:
    """Write a consistent copy of a workshop's database to ``target``, even while it is being written to.

    Raises
    ------
    StoreUnavailable
        It cannot be read, or the copy cannot be written.

    """
    path = folder / DATABASE_NAME
    try:
        with closing(_connect_live(path)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file that travels alone
    except sqlite3.Error as error:
        raise unavailable(str(path), error) from error


def check_sound(path: Path) -> None:
    """Raise ``StoreUnavailable`` (``store-damaged``) if the database file at ``path`` is not whole, or no kit's."""
    try:
        with closing(open_to_look(path)) as connection:
            _refuse_foreign(connection, path)
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        raise unavailable(str(path), error) from error
    if found is None or found[0] != "ok":
        raise StoreUnavailable("store-damaged", place=str(path))


def open_to_look(path: Path) -> sqlite3.Connection:
    """Open for reading alone: without a log there is nobody who writes, and nothing need be made beside the file."""
    log = path.with_name(f"{path.name}-wal")
    quiet = not log.exists() or log.stat().st_size == 0
    address = f"file:{pathname2url(str(path.absolute()))}?mode=ro{'&immutable=1' if quiet else ''}"
    connection = sqlite3.connect(address, _WAIT_AT_MOST, uri=True, isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ``StoreUnavailable`` where a table may be a question without end, or an act that undoes what is erased."""
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    if connection.execute(_FOREIGN).fetchone()[0]:
        raise StoreUnavailable("store-damaged", place=str(path))


def _connect_live(path: Path) -> sqlite3.Connection:
    """Open for reading beside whoever writes; where nothing can be made beside the file, as it lies there."""
    connection = sqlite3.connect(f"file:{pathname2url(str(path.absolute()))}?mode=ro", _WAIT_AT_MOST, uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        return open_to_look(path)
    return connection


def _read(connection: sqlite3.Connection, path: Path) -> Glance:
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    workshop = _row(connection, "SELECT * FROM workshop")
    if found is None or workshop is None:
        raise StoreUnavailable("store-damaged", place=str(path))
    challenges = connection.execute("SELECT id, stake, statement FROM challenge ORDER BY position").fetchall()
    places = {identifier: place for place, (identifier, *_) in enumerate(challenges, start=1)}
    moments = [_time(_value(connection, f"SELECT max({column}) FROM {table}")) for table, column in _MOMENTS]  # noqa: S608
    return Glance(
        fitness=_fit(str(found[0])),
        title=str(workshop["title"]),
        territory=str(workshop["territory"]),
        language=str(workshop["language"]),
        phase=str(workshop["phase"]),
        created_at=_time(workshop.get("created_at")),
        retention_until=_time(workshop.get("retention_until")),
        ends_at=_time(workshop.get("ends_at")),
        ended_at=_time(_value(connection, "SELECT max(at) FROM step WHERE kind = 'phase' AND phase = 'thanks'")),
        at=places.get(workshop.get("current_challenge"), 0),
        challenges=tuple((str(stake), str(statement)) for _, stake, statement in challenges),
        counts={name: _count(connection, question) for name, question in _COUNTS.items()},
        last=max((one for one in moments if one is not None), default=None),
    )


def _fit(revision: str) -> Fitness:
    if revision == REVISION:
        return Fitness.PRESENT
    # revisions are numbered; one that is not numbered comes from a kit we know nothing of
    return Fitness.OLDER if revision.isdigit() and revision < REVISION else Fitness.NEWER


def _count(connection: sqlite3.Connection, question: str) -> int:
    found = _value(connection, question)
    if found is None and question == _COUNTS["volunteers"]:
        question = _VOLUNTEERS_ONCE
        found = _value(connection, question)
    if found is None:  # before other ballots there were dots alone
        question = question.replace(_MARKED, "")
        found = _value(connection, question)
    if found is None:  # before the form there was one purpose alone
        found = _value(connection, question.replace(_AGREED, ""))
    if found is None:  # before seats could be joined, each was a person
        question = _CAME_ONCE if question == _COUNTS["came"].replace(_MARKED, "") else question.replace(_AGREED, "")
        question = question.replace(_JOINING, "").replace(" AND joined_to IS NULL", "").replace(_UNJOINED, "")
        found = _value(connection, question)
    return found if isinstance(found, int) else 0


def _value(connection: sqlite3.Connection, question: str) -> Any:
    """Return the one value a question finds; ``None`` where the kit that made the database had no such thing."""
    try:
        found = connection.execute(question).fetchone()
    except sqlite3.OperationalError as error:
        if "no such" in str(error):
            return None
        raise
    return None if found is None else found[0]


def _row(connection: sqlite3.Connection, question: str) -> dict[str, Any] | None:
    cursor = connection.execute(question)
    found = cursor.fetchone()
    return None if found is None else dict(zip((one[0] for one in cursor.description), found, strict=True))


def _time(value: object) -> datetime | None:
    """Return a kept time as an aware one; ``None`` for what is none."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    except ValueError:
        return None
