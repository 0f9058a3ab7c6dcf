"""What files did: how their people are known again, who asked to be in none any more, and how to undo one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from typing import Final

from workshop_kit.domain.files import (
    IMPORTS_AT_MOST,
    LAYOUTS_AT_MOST,
    UNDOABLE_AT_MOST,
    FileMark,
    Layout,
    TakenEntry,
    TakenFile,
    Trait,
    Withdrawal,
)
from workshop_kit.domain.likeness import fold_email, fold_phone, sort_name
from workshop_kit.store import schema
from workshop_kit.store.digests import digest_words
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import given

MARK: Final = Noun("mark", FileMark, schema.file_mark)
WITHDRAWAL: Final = Noun("withdrawal", Withdrawal, schema.withdrawal)
TAKEN_FILE: Final = Noun("import", TakenFile, schema.taken_file)
TAKEN_ENTRY: Final = Noun("entry", TakenEntry, schema.taken_entry)


class TakenShelf(Shelf):
    """Table data gateway of what the workshop remembers of files; what changes nothing on a page is not noted."""

    def digest(self, *words: str) -> str:
        """Return a digest of some words, keyed with the workshop's secret: without the database it says nothing."""
        return digest_words(self._secret, *words)

    @cached_property
    def _secret(self) -> bytes:
        return bytes.fromhex(self._rows(schema.secret, "word", id=1)[0].word)

    def find_remembered(self) -> tuple[str, tuple[Withdrawal, ...]]:
        """Return who asked to be in no list any more, with the secret that the digests are keyed with."""
        return self._secret.hex(), self.list_withdrawals()

    def take_over_remembered(self, secret: str, withdrawals: Iterable[Withdrawal]) -> None:
        """Remember in a workshop just made who asked another to be in no list any more, under its secret."""
        self._replace(schema.secret, {"word": secret}, id=1)
        self.__dict__.pop("_secret", None)  # digests are keyed with the other one from here on
        self.add_withdrawals(withdrawals)

    def count_imports(self) -> int:
        """Return how many files were taken in since the workshop was made."""
        return int(self._rows(schema.secret, "imports", id=1)[0].imports)

    def number_import(self) -> int:
        """Return the number of the file that is being taken in, and count it: ids are made of it, each once."""
        number = self.count_imports() + 1
        self._replace(schema.secret, {"imports": number}, id=1)
        return number

    def list_marks(self, participant: str | None = None) -> tuple[FileMark, ...]:
        """Return the marks by which people of files are known again, of one person if given."""
        return self._list(MARK, order="participant", **given(participant=participant))

    def add_marks(self, marks: Iterable[FileMark]) -> None:
        """Remember marks of people of files; one that is known already stays."""
        self._write_all(schema.file_mark, map(row_of, marks))

    def remove_mark(self, participant: str, digest: str) -> None:
        """Forget one mark."""
        self._erase(schema.file_mark, participant=participant, digest=digest)

    def remove_marks(self, participant: str) -> None:
        """Forget the marks of a person."""
        self._erase(schema.file_mark, participant=participant)

    def list_withdrawals(self) -> tuple[Withdrawal, ...]:
        """Return the traits of those who asked to be in no list any more."""
        return self._list(WITHDRAWAL, order="at")

    def add_withdrawals(self, withdrawals: Iterable[Withdrawal]) -> None:
        """Remember traits of somebody who asked to be in no list any more."""
        for one in withdrawals:
            self._write_pair(schema.withdrawal, row_of(one))

    def add_withdrawal(
        self,
        who: str,
        at: datetime,
        *,
        erased: bool,
        names: Iterable[str] = (),
        emails: Iterable[str] = (),
        phones: Iterable[str] = (),
        key: str = "",
        marks: Iterable[FileMark] = (),
    ) -> None:
        """Remember somebody who asked to be in no list any more, by digests of what was known of them.

        Parameters
        ----------
        who
            A random id, which is nobody's.
        at, erased
            When, and whether they were erased altogether.
        names, emails, phones, key
            What was known: as it was written, and the id of their seat.
        marks
            By what files knew them besides.

        """
        said = (
            *((Trait.EMAIL, fold_email(one)) for one in emails),
            *((Trait.PHONE, fold_phone(one)) for one in phones),
            *((Trait.NAME, sort_name(one)) for one in names),
            (Trait.KEY, key),
        )
        kept = {self.digest(kind, text): kind for kind, text in said if text}
        kept |= {one.digest: one.kind for one in marks if one.kind in (Trait.EMAIL, Trait.PHONE)}
        self.add_withdrawals(Withdrawal(who, digest, kind, at, erased) for digest, kind in kept.items())

    def remove_withdrawal(self, who: str) -> None:
        """Forget that somebody asked so: they gave a consent that is later."""
        self._erase(schema.withdrawal, who=who)

    def list_apart(self) -> frozenset[tuple[str, str]]:
        """Return the pairs that the facilitator said are two people, the lesser id first."""
        return frozenset((row.first, row.second) for row in self._rows(schema.apart, "first", "second"))

    def add_apart(self, first: str, second: str, at: datetime) -> None:
        """Note that two are two; nobody asks about them any more."""
        for one in (first, second):
            self._require_participant(one)
        lesser, greater = sorted((first, second))
        self._write_pair(schema.apart, {"first": lesser, "second": greater, "at": at})
        self._note("apart", lesser)

    def remove_apart(self, first: str, second: str) -> None:
        """Take back that two are two."""
        lesser, greater = sorted((first, second))
        self._erase(schema.apart, first=lesser, second=greater)
        self._note("apart", lesser)

    def list_imports(self) -> tuple[TakenFile, ...]:
        """Return the files that were taken in, the latest first."""
        return tuple(reversed(self._list(TAKEN_FILE, order="number")))

    def find_import(self, taken: str) -> TakenFile:
        """Return the import with this id; raises ``MissingEntry``."""
        return self._get(TAKEN_FILE, taken)

    def list_undoable(self) -> frozenset[str]:
        """Return the ids of the imports of which something is left to undo."""
        return frozenset(row.taken_file for row in self._rows(schema.taken_entry, "taken_file"))

    def add_import(self, taken: TakenFile, entries: Sequence[TakenEntry]) -> None:
        """Keep what a file changed; of imports beyond those kept, what they changed is forgotten."""
        self._add(schema.taken_file, [row_of(taken)])
        self._add(schema.taken_entry, map(row_of, entries))
        for rank, old in enumerate(self.list_imports()):
            if rank >= UNDOABLE_AT_MOST:
                self._erase(schema.taken_entry, taken_file=old.id)
                self._writer.erases = True
            if rank >= IMPORTS_AT_MOST:
                self._erase(schema.taken_file, id=old.id)
        self._note("import", taken.id)

    def list_entries(self, taken: str) -> tuple[TakenEntry, ...]:
        """Return what an import changed, in the order it was written."""
        return self._list(TAKEN_ENTRY, order="rank", taken_file=taken)

    def close_import(self, taken: str, at: datetime) -> None:
        """Note that an import was undone; raises ``MissingEntry``."""
        self.find_import(taken)
        self._replace(schema.taken_file, {"undone_at": at}, id=taken)
        self._erase(schema.taken_entry, taken_file=taken)
        self._writer.erases = True
        self._note("import", taken)

    def forget_details(self, participant: str) -> None:
        """Forget the former contact details of a person, whichever import changed them."""
        kept = self._rows(schema.taken_entry, "taken_file", "rank", "before", participant=participant, kind="volunteer")
        for entry in kept:
            if entry.before:  # of a new value there are digests alone
                self._erase(schema.taken_entry, taken_file=entry.taken_file, rank=entry.rank)
        self._writer.erases = True

    def forget_entries_before(self, at: datetime) -> bool:
        """Forget how to undo imports that were made before; tell whether there were any."""
        left = self.list_undoable()
        old = [one.id for one in self.list_imports() if one.at < at and one.id in left] if left else []
        for taken in old:
            self._erase(schema.taken_entry, taken_file=taken)
            self._writer.erases = True
            self._note("import", taken)
        return bool(old)

    def forget_entries(self) -> None:
        """Forget how to undo any import: what it keeps holds personal data."""
        if self.list_undoable():
            self._erase(schema.taken_entry)
            self._writer.erases = True

    def find_layout(self, digest: str) -> Layout | None:
        """Return what the columns of files with these headings were said to hold."""
        rows = self._rows(schema.layout, "digest", "kind", "at", "columns", digest=digest)
        return Layout(rows[0].digest, rows[0].kind, rows[0].at, json.loads(rows[0].columns)) if rows else None

    def update_layout(self, layout: Layout) -> None:
        """Remember what the columns of files with these headings hold; the oldest are forgotten."""
        self._write_pair(schema.layout, {**row_of(layout), "columns": json.dumps(dict(layout.columns))})
        for row in self._rows(schema.layout, "digest", order=("at",))[:-LAYOUTS_AT_MOST]:
            self._erase(schema.layout, digest=row.digest)
