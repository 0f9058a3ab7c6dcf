"""Reading a register: of millions of rows, those of some communes that are active and may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from workshop_kit.domain.candidates import Register
from workshop_kit.domain.model import Reason
from workshop_kit.errors import InvalidEntry, UnreadableFile
from workshop_kit.files.registers.bodies import Body, Standing, read_body, read_id, read_insee, read_standing
from workshop_kit.files.registers.columns import Columns, find_columns
from workshop_kit.files.registers.communes import LOCAL_LAW, Communes
from workshop_kit.files.registers.scanning import (
    Counted,
    Head,
    OnStep,
    Stumbled,
    Wanted,
    ask_duckdb,
    go_through,
    read_head,
)
from workshop_kit.files.registers.sources import Source, open_sources
from workshop_kit.files.registers.splitting import Line, Row, join_lines

#: Of rows that could not be read, how many are named.
_NAMED_AT_MOST: Final = 100
_SHOWN_AT_MOST: Final = 80


@dataclass(frozen=True)
class BadRow:
    """A row of one of the communes that could not be read: where it begins, what stands there, and why."""

    line: int
    column: str
    value: str
    why: Reason
    source: str = ""


@dataclass
class Found:
    """What was found in a register.

    ``rows`` are all its rows, ``of_communes`` those of the communes wanted, of which ``inactive`` are no more and
    ``hidden`` must not be shown; of these only the numbers are known here, so that they can be forgotten.
    ``broken`` are rows of which one cannot tell the commune.
    """

    bodies: dict[str, Body] = field(default_factory=dict)
    rows: int = 0
    of_communes: int = 0
    inactive: int = 0
    hidden: set[str] = field(default_factory=set)
    hidden_rows: int = 0
    twice: int = 0
    broken: int = 0
    not_unicode: int = 0
    bad: list[BadRow] = field(default_factory=list)
    bad_rows: int = 0
    postcodes: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: Found) -> None:
        """Take up what was found in another table of the same register."""
        self.twice += other.twice + len(self.bodies.keys() & other.bodies.keys())
        self.bodies |= other.bodies
        self.hidden |= other.hidden
        self.bad += other.bad[: _NAMED_AT_MOST - len(self.bad)]
        self.postcodes += other.postcodes
        for name in ("rows", "of_communes", "inactive", "hidden_rows", "broken", "not_unicode", "bad_rows"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def read_register(
    register: Register, path: Path, communes: Communes, today: date, on_step: OnStep = lambda _done, _all: None
) -> Found:
    """Read what a register's file says of some communes.

    Parameters
    ----------
    register, path
        Which register, and its file: CSV of any delimiter and encoding, plain, in gzip or in a zip archive.
    communes
        Whose bodies are wanted.
    today
        On which a body may be active still.
    on_step
        Told how many bytes of how many are read, a few times a second; what it raises stops the reading.

    Raises
    ------
    UnreadableFile
        It is no file of this register, or cannot be read.
    InvalidEntry
        It holds no row of these communes, with the reason where there is one: a postcode was given
        (``commune-is-postcode``), associations are registered elsewhere there (``commune-local-law``).

    """
    try:
        with open_sources(path, communes.departements) as sources:
            found = Found()
            many = len(sources) > 1
            size = sum(source.size for source in sources)
            before = 0
            for source in sources:
                step = _shift(on_step, before, size)
                found.add(_read_table(register, path.name, source, communes, today, step, named=many))
                before += source.size
    except UnreadableFile as error:
        if error.code == "register-archive-elsewhere" and register is Register.RNA:
            _refuse_local_law(communes)
        raise
    if not found.of_communes:
        _explain_nothing(register, path.name, communes, found)
    return found


def _read_table(
    register: Register, file: str, source: Source, communes: Communes, today: date, on_step: OnStep, *, named: bool
) -> Found:
    head = read_head(source)
    name = source.name if named else file
    columns, skip = find_columns(register, name, head.lines)
    texts = tuple(sorted({text.removeprefix("0") for text in communes.searched}))
    wanted = Wanted(texts, columns.layout.delimiter, columns.layout.full, skip)
    if head.plain and source.path is not None:
        try:
            return _collect(
                columns, communes, today, wanted, _ask(source, head, wanted, on_step), name if named else ""
            )
        except Stumbled:
            pass  # it is gone through anew, more slowly
    return _collect(columns, communes, today, wanted, _walk(source, wanted, on_step), name if named else "")


Walk = Callable[[Counted], Iterator[Line]]


def _ask(source: Source, head: Head, wanted: Wanted, on_step: OnStep) -> Walk:
    return lambda counted: ask_duckdb(source, head, wanted, counted, on_step)


def _walk(source: Source, wanted: Wanted, on_step: OnStep) -> Walk:
    return lambda counted: go_through(source, wanted, counted, on_step)


def _collect(columns: Columns, communes: Communes, today: date, wanted: Wanted, walk: Walk, source: str) -> Found:
    found, counted = Found(), Counted()
    for row in join_lines(walk(counted), columns.layout):
        found.rows += not row.whole  # those that are whole lines are counted as they are gone through
        if row.cells is None:
            _note_bad(found, columns, communes, row, source)
        else:
            _take(found, columns, communes, today, row, source)
    found.rows += counted.whole
    found.not_unicode = counted.not_unicode
    return found


def _take(found: Found, columns: Columns, communes: Communes, today: date, row: Row, source: str) -> None:
    cells = row.cells or []
    insee, postcode, commune = read_insee(columns, cells)
    if not communes.hold(insee, postcode):
        if postcode in communes.codes and insee:
            found.postcodes[insee, commune] += 1
        return
    found.of_communes += 1
    number = read_id(columns, cells)
    standing = read_standing(columns, cells, today)
    if standing is Standing.HIDDEN:
        found.hidden_rows += 1
        found.hidden.add(number)
        found.twice += found.bodies.pop(number, None) is not None
    elif standing is Standing.INACTIVE:
        found.inactive += 1
    elif not number:
        (value,) = columns.read(cells, "id")
        _name_bad(found, BadRow(row.number, columns.name("id"), value[:_SHOWN_AT_MOST], Reason("number-lost"), source))
    elif number not in found.hidden:
        body = read_body(columns, cells, number)
        if columns.register is Register.RNA and not body.name:
            _name_bad(found, BadRow(row.number, columns.name("title"), "", Reason("title-missing"), source))
            return
        found.twice += number in found.bodies
        found.bodies[number] = body


def _note_bad(found: Found, columns: Columns, communes: Communes, row: Row, source: str) -> None:
    """Name a row that could not be parted into its cells where it may be about one of the communes, else count it."""
    if not any(code.removeprefix("0") in row.text for code in communes.searched):
        found.broken += 1
        return
    cells = row.text.count(columns.layout.delimiter) + 1
    why = Reason("row-broken", {"cells": cells, "columns": columns.layout.width})
    # what stands there is not repeated: it may be about somebody who must not be shown
    _name_bad(found, BadRow(row.number, columns.name("insee"), "", why, source))


def _name_bad(found: Found, bad: BadRow) -> None:
    found.bad_rows += 1
    if len(found.bad) < _NAMED_AT_MOST:
        found.bad.append(bad)


def _explain_nothing(register: Register, file: str, communes: Communes, found: Found) -> None:
    """Raise why a file has no row of these communes."""
    given = ", ".join(communes.codes)
    if found.postcodes:
        several = [
            f"{insee} ({commune})" if commune else insee for (insee, commune), _ in found.postcodes.most_common(8)
        ]
        raise InvalidEntry("commune-is-postcode", received=given, communes=", ".join(several))
    if register is Register.RNA:
        _refuse_local_law(communes)
    if not found.rows:
        raise UnreadableFile("register-no-rows", file=file)
    raise InvalidEntry("commune-not-in-file", received=given, file=file, rows=found.rows)


def _refuse_local_law(communes: Communes) -> None:
    if communes.departements <= LOCAL_LAW:
        raise InvalidEntry("commune-local-law", received=", ".join(communes.codes))


def _shift(on_step: OnStep, before: int, size: int) -> OnStep:
    return lambda done, _all: on_step(before + done, size)
