"""Read delimited text (CSV) in one pass, whatever stands between its cells and whoever forgot a quotation mark."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from workshop_kit.domain.model import Reason
from workshop_kit.files.reading.tables.sheet import Gathering, Sheet, Tables

DELIMITERS: Final = (";", ",", "\t", "|")
#: Lines by which the delimiter is told.
_HEAD: Final = 30
#: Lines that a quoted cell may span; more are the rows that a forgotten mark swallowed.
_LINES_OF_A_CELL: Final = 120
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
#: A heading whose every cell stands in the quotation marks of a text program, and such marks at the edge of a cell.
_ALL_CURLY: Final = re.compile(r"[“„][^“”„]*[”“](?:\s*[;,\t|]\s*[“„][^“”„]*[”“])+")
_CURLY: Final = re.compile(r"(?:^|(?<=[;,\t|]))[“„]|[”“](?=[;,\t|\r\n]|$)")
#: A line that stands in marks as a whole, and the ends of empty cells behind it.
_WRAPPED: Final = re.compile(r'\s*"((?:[^"]|"")*)"[;,\t| ]*(\s*)')
_ANNOUNCED: Final = re.compile(r"\"?sep=(.)\"?\s*", re.IGNORECASE)

CountKnown = Callable[[Iterable[str]], int]


def read_delimited(file: str, text: str, count_known: CountKnown) -> Tables:
    """Return the rows of a delimited text, each with the physical line where it starts.

    Parameters
    ----------
    file
        Its name, for the sentence of a refusal.
    text
        What stands in it.
    count_known
        Tells how many of these cells are headings one looks for: by them the delimiter is told, once.

    """
    lines = _LINE.findall(text)
    if lines and _ALL_CURLY.fullmatch(lines[0].strip()):
        lines = [_CURLY.sub('"', line.replace('"', '""')) for line in lines]
    lines = _unwrap(lines, count_known)
    first = 0
    announced = _ANNOUNCED.fullmatch(lines[0]) if lines else None
    if announced is not None:
        first = 1
    delimiter = announced[1] if announced is not None else find_delimiter(lines[:_HEAD], count_known)
    broken = _mend_broken(lines, delimiter)
    reader = _Reader(lines, delimiter)
    gathering = Gathering(file)
    row = first
    while row < len(lines):
        cells, after = reader.read_row(row)
        for place, cell in enumerate(cells):
            gathering.put(row, place, cell)
        row = after
    notes = [Reason("stray-quotes", {"lines": _list(reader.stray)})] if reader.stray else []
    if broken:
        notes.append(Reason("broken-lines", {"lines": _list(broken)}))
    return Tables((Sheet("", gathering.settle()),), tuple(notes))


def _unwrap(lines: list[str], count_known: CountKnown) -> list[str]:
    """Return lines without the marks that a spreadsheet put around each as a whole (``"Nom,""Prénom"",Courriel"``).

    It took every line for one cell; a heading among the first ones tells that they are several.
    """
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2 or not all(map(_WRAPPED.fullmatch, filled)):
        return lines
    bare = [_WRAPPED.sub(lambda found: found[1].replace('""', '"') + found[2], line) for line in lines]
    head = [line.strip() for line in bare[:_HEAD]]
    parted = any(count_known(_split(line, delimiter)) >= 2 for line in head for delimiter in DELIMITERS)
    return bare if parted else lines


def _mend_broken(lines: list[str], delimiter: str) -> list[int]:
    """Join the two halves of rows that a line break in a cell has cut, and return their lines, 1 at the top.

    Only where every other line has one number of cells, no mark stands in the two, and together they have it.
    """
    counts = [line.count(delimiter) for line in lines]
    filled = [count for count, line in zip(counts, lines, strict=True) if line.strip()]
    usual = max(filled, default=0)
    halves = [
        at
        for at in range(len(lines) - 1)
        if 0 < counts[at] < usual
        and 0 < counts[at + 1] < usual
        and counts[at] + counts[at + 1] == usual
        and '"' not in lines[at] + lines[at + 1]
        and not lines[at].rstrip("\r\n").endswith(delimiter)
    ]
    pairs = {place for at in halves for place in (at, at + 1)}
    whole = [
        count == usual
        for place, (count, line) in enumerate(zip(counts, lines, strict=True))
        if line.strip() and place not in pairs
    ]
    if len(pairs) != 2 * len(halves) or len(whole) < 2 or not all(whole):
        return []
    for at in halves:
        lines[at] = f"{lines[at].rstrip(chr(13) + chr(10))} {lines[at + 1]}"
        lines[at + 1] = "\n"
    return [at + 1 for at in halves]


def find_delimiter(lines: Sequence[str], count_known: CountKnown) -> str:
    """Return what parts the cells: what shows the most known headings, else what stands most evenly in the lines."""
    filled = [line.strip("\r\n") for line in lines if line.strip(' \t\r\n;,|"')]

    def rank(delimiter: str) -> tuple[int, int, int]:
        known = max((count_known(_split(line, delimiter)) for line in filled), default=0)
        counts = Counter(line.count(delimiter) for line in filled if delimiter in line)
        usual = max(counts.values(), default=0)
        return known, usual, max((number for number, times in counts.items() if times == usual), default=0)

    return max(DELIMITERS, key=rank)


def _split(line: str, delimiter: str) -> list[str]:
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return line.split(delimiter)


def _list(numbers: Sequence[int], most: int = 12) -> str:
    shown = ", ".join(str(number) for number in numbers[:most])
    return f"{shown}…" if len(numbers) > most else shown


@dataclass
class _Reader:
    """Reads row after row. ``stray`` are the lines with a quotation mark that opens a cell and that nobody closed."""

    lines: Sequence[str]
    delimiter: str
    stray: list[int] = field(default_factory=list)

    def read_row(self, row: int) -> tuple[list[str], int]:
        """Return the cells of the row that starts at line ``row``, and the line after it."""
        line = self.lines[row]
        if '"' not in line:
            return line.rstrip("\r\n").split(self.delimiter), row + 1
        cells, after, whole = self._read_quoted(row)
        if whole and (after - row == 1 or not self._swallowed(row, after, len(cells))):
            return cells, after
        self.stray.append(row + 1)
        return self._read_plain(line), row + 1

    def _read_quoted(self, row: int) -> tuple[list[str], int, bool]:
        """Read a row by the rule; the flag says whether each cell that opened across lines was closed."""
        cells: list[str] = []
        line, place, current = self.lines[row].rstrip("\r\n"), 0, row
        while True:
            start = place
            while place < len(line) and line[place] in " \u00a0":
                place += 1
            if not line.startswith('"', place):
                end = line.find(self.delimiter, start)
                if end < 0:
                    return [*cells, line[start:]], current + 1, True
                cells.append(line[start:end])
                place = end + 1
                continue
            found = self._read_cell(current, place)
            if found is None and current == row and (end := line.find('"', place + 1)) >= 0:
                found = self._read_loosely(line, place, current, end)
            if found is None:
                return cells, current + 1, False
            text, current, place = found
            cells.append(text)
            line = self.lines[current].rstrip("\r\n")
            if place >= len(line):
                return cells, current + 1, True
            place += 1

    def _read_cell(self, row: int, place: int) -> tuple[str, int, int] | None:
        """Read a quoted cell; return its text and where it ended, ``None`` if no mark closes it as one should."""
        pieces: list[str] = []
        place += 1
        for current in range(row, min(row + _LINES_OF_A_CELL, len(self.lines))):
            line = self.lines[current]
            while (end := line.find('"', place)) >= 0:
                if line.startswith('""', end):
                    pieces.append(line[place : end + 1])
                    place = end + 2
                    continue
                rest = line[end + 1 :].lstrip(" ")
                if not rest.strip("\r\n") or rest.startswith(self.delimiter):
                    pieces.append(line[place:end])
                    return (
                        "".join(pieces),
                        current,
                        len(line.rstrip("\r\n")) if not rest.strip("\r\n") else (len(line) - len(rest)),
                    )
                return None
            pieces.append(line[place:])
            place = 0
        return None

    def _read_loosely(self, line: str, place: int, row: int, end: int) -> tuple[str, int, int]:
        """Read a cell with marks around some of its words as it stands, up to the next delimiter."""
        after = line.find(self.delimiter, end)
        after = len(line) if after < 0 else after
        return line[place:after], row, after

    def _read_plain(self, line: str) -> list[str]:
        """Read one line whose mark nobody closed: other cells of it may still be quoted well."""
        return next(csv.reader([line.rstrip("\r\n")], delimiter=self.delimiter, quoting=csv.QUOTE_NONE), [])

    def _swallowed(self, row: int, after: int, width: int) -> bool:
        """Tell whether the lines of a cell are rows of their own: each begins like one and has as many cells."""
        inside = [self.lines[number].rstrip("\r\n") for number in range(row, after)]
        begin = all(line.lstrip()[:1] not in {"", '"', self.delimiter} for line in inside)
        return width >= 3 and begin and all(line.count(self.delimiter) == width - 1 for line in inside)
