"""Whether a copy of a workshop's database still holds what was erased from the workshop itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from workshop_kit.domain.likeness import fold_email, fold_phone
from workshop_kit.store.digests import digest_words

#: Contact details in the copy that the workshop has no more, of people and bodies.
_CONTACTS: Final = (
    """SELECT 1 FROM old.volunteer AS was WHERE (was.name != '' OR was.email != '' OR was.phone != '')
    AND EXISTS (SELECT 1 FROM main.participant AS one WHERE one.id = was.participant)
    AND NOT EXISTS (SELECT 1 FROM main.volunteer AS now WHERE now.participant = was.participant
    AND now.name = was.name AND now.email = was.email AND now.phone = was.phone)""",
    """SELECT 1 FROM old.stakeholder AS was WHERE (was.contact != '' OR was.email != '')
    AND NOT EXISTS (SELECT 1 FROM main.stakeholder AS now WHERE now.id = was.id
    AND now.contact = was.contact AND now.email = was.email)""",
    """SELECT 1 FROM old.stakeholder AS was WHERE (was.phone != '' OR was.address != '')
    AND NOT EXISTS (SELECT 1 FROM main.stakeholder AS now WHERE now.id = was.id
    AND now.phone = was.phone AND now.address = was.address)""",
    """SELECT 1 FROM old.participant AS was JOIN main.participant AS now ON now.id = was.id
    WHERE was.origin = 'file' AND was.pseudonym != now.pseudonym""",
    """SELECT 1 FROM old.taken_entry AS was WHERE NOT EXISTS (SELECT 1 FROM main.taken_entry AS now
    WHERE now.taken_file = was.taken_file AND now.rank = was.rank)""",
)
#: Whether the copy is of another workshop than the one that stands there: it was made at another moment.
_IS_ANOTHERS: Final = "SELECT 1 FROM old.workshop AS was, main.workshop AS now WHERE was.created_at != now.created_at"
#: People in the copy who are not in the workshop.
_ABSENT: Final = "SELECT id FROM old.participant WHERE id NOT IN (SELECT id FROM main.participant)"


def holds_erased(copy: Path, database: Path, *, contacts: bool, absent: bool, withdrawn: bool) -> bool:
    """Tell whether ``copy`` holds somebody who was erased from ``database``; a spoilt copy does.

    Who is in another workshop's copy was never in this one: only those whom it remembers as erased count there.

    Parameters
    ----------
    copy, database
        The two files; neither is changed.
    contacts
        Whether contact details that the workshop has no more count.
    absent
        Whether everybody who is not in the workshop counts as erased; else those whom it remembers as erased.
    withdrawn
        Whether contact details count that the workshop remembers as withdrawn, whoever left them.

    """
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", 5, uri=True)) as connection:
            connection.execute("ATTACH DATABASE ? AS old", (f"{copy.absolute().as_uri()}?mode=ro",))
            if _finds(connection, _IS_ANOTHERS):
                contacts = absent = False
            if contacts and any(_finds(connection, question) for question in _CONTACTS):
                return True
            if withdrawn and _finds_withdrawn(connection):
                return True
            gone = [str(identifier) for (identifier,) in connection.execute(_ABSENT)]
            return bool(gone) and (absent or _remembers(connection, gone))
    except sqlite3.Error:
        # a workshop that is damaged itself says nothing of its copies, which may be all that is left of it
        return copy.exists() and not _is_readable(copy)


def _is_readable(copy: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", 5, uri=True)) as connection:
            connection.execute("SELECT id FROM participant").fetchall()
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError:  # another program holds it, or it cannot be opened now: that spoils nothing
        return True
    except sqlite3.Error:
        return False


def _finds_withdrawn(connection: sqlite3.Connection) -> bool:
    """Tell whether an address or a number in the copy was withdrawn, and is nobody's in the workshop since."""
    known = _list_digests(connection, "email", "phone")
    if not known:
        return False
    secret = bytes.fromhex(_read_secret(connection))
    present = set(connection.execute("SELECT email, phone FROM main.volunteer"))
    for email, phone in set(connection.execute("SELECT email, phone FROM old.volunteer")) - present:
        for kind, text in (("email", fold_email(email)), ("phone", fold_phone(phone))):
            if text and digest_words(secret, kind, text) in known:
                return True
    return False


def _list_digests(connection: sqlite3.Connection, *kinds: str) -> frozenset[str]:
    """Return the digests of these kinds of who withdrew; of a seat only where it was erased.

    A workshop that an older kit made remembers nobody.
    """
    if not connection.execute("SELECT 1 FROM main.sqlite_master WHERE name = 'withdrawal'").fetchone():
        return frozenset()
    known = connection.execute("SELECT digest, kind, erased FROM main.withdrawal")
    return frozenset(digest for digest, kind, erased in known if kind in kinds and (erased or kind != "key"))


def _read_secret(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT word FROM secret WHERE id = 1").fetchone()
    if found is None:
        raise sqlite3.DatabaseError("no secret")
    return str(found[0])


def _finds(connection: sqlite3.Connection, question: str) -> bool:
    try:
        return connection.execute(f"{question} LIMIT 1").fetchone() is not None
    except sqlite3.OperationalError as error:
        if "no such table: old." in str(error) or "no such column: was." in str(error):
            return False  # an older kit had no such thing
        raise


def _remembers(connection: sqlite3.Connection, seats: list[str]) -> bool:
    """Tell whether one of these seats was erased, as the workshop remembers by keyed digests."""
    known = _list_digests(connection, "key")
    if not known:
        return False
    word = _read_secret(connection)
    return any(digest_words(bytes.fromhex(word), "key", seat) in known for seat in seats)
