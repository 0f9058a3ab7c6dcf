"""The rows of a ``.pb`` file by section, with the line each begins on."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workshop_kit.domain.budget import Amount
from workshop_kit.errors import UnreadableFile

_SECTIONS: Final = ("meta", "projects", "votes")
#: The columns that a section cannot do without.
_NEEDED: Final = {"projects": ("project_id", "cost"), "votes": ("voter_id", "vote")}
#: How many lines a quoted cell may run over: a quotation mark that is never closed does not swallow the file.
_LINES_AT_MOST: Final = 40
_AMOUNT: Final = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,9})?")
_SPACES: Final = re.compile(r"\s")


@dataclass(frozen=True)
class PabulibRow:
    """One row of PROJECTS or VOTES: the line it begins on, and its cells by column, in lower case."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Sections:
    """A ``.pb`` file by section."""

    meta: Mapping[str, str]
    projects: tuple[PabulibRow, ...]
    votes: tuple[PabulibRow, ...]


def read_amount(text: str) -> Amount | None:
    """Return a number exactly, with a decimal point or comma; ``None`` where it is none."""
    bare = _SPACES.sub("", text)
    if not _AMOUNT.fullmatch(bare):
        return None
    number = Fraction(bare.replace(",", "."))
    return int(number) if number.denominator == 1 else number


def split_sections(name: str, text: str) -> Sections:
    """Return the sections of a file; raises ``UnreadableFile`` where one, or a column of it, is missing."""
    found: dict[str, list[tuple[int, list[str]]]] = {}
    section: list[tuple[int, list[str]]] = []
    for line, cells in _list_rows(text):
        word = cells[0].lower() if cells else ""
        if word in _SECTIONS and not any(cells[1:]) and word not in found:
            section = found[word] = []
        elif any(cells):
            section.append((line, cells))
    for word in _SECTIONS:
        if word not in found:
            raise UnreadableFile("pabulib-no-section", file=name, section=word.upper())
    meta = {cells[0].lower(): ";".join(cells[1:]).rstrip(";") for _, cells in found["meta"]}
    return Sections(meta, _name_cells(name, "projects", found), _name_cells(name, "votes", found))


def _name_cells(
    name: str, section: str, found: Mapping[str, Sequence[tuple[int, list[str]]]]
) -> tuple[PabulibRow, ...]:
    rows = found[section]
    heading = [cell.lower() for cell in rows[0][1]] if rows else []
    for column in _NEEDED[section]:
        if column not in heading:
            raise UnreadableFile("pabulib-no-column", file=name, section=section.upper(), column=column)
    return tuple(
        PabulibRow(line, {column: _read_cell(cell) for column, cell in zip(heading, cells, strict=False) if column})
        for line, cells in rows[1:]
    )


def _read_cell(cell: str) -> str:
    """Return a cell; the files write ``None`` where there is nothing."""
    return "" if cell.lower() == "none" else cell


def _list_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line it begins on, its cells stripped."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    at = 0
    while at < len(lines):
        used = _count_lines(lines, at)
        row = "\n".join(lines[at : at + used]) if used else lines[at]
        yield at + 1, [" ".join(cell.split()) for cell in (_split_row(row) if used and row else row.split(";"))]
        at += max(used, 1)


def _split_row(row: str) -> list[str]:
    try:
        return next(csv.reader([row], delimiter=";"))
    except csv.Error:  # a cell beyond what is read as one
        return row.split(";")


def _count_lines(lines: Sequence[str], at: int) -> int:
    """Return over how many lines a row runs, 0 where its quotation marks quote nothing."""
    marks = lines[at].count('"')
    if marks % 2 == 0:
        return 1
    if not re.search(r'(?:^|;)\s*"', lines[at]):
        return 0
    for more in range(1, min(_LINES_AT_MOST, len(lines) - at)):
        following = lines[at + more]
        if following.split(";")[0].strip().lower() in _SECTIONS:
            return 0
        marks += following.count('"')
        if marks % 2 == 0:
            return more + 1 if re.search(r'"\s*(?:;|$)', following) else 0
    return 0
