"""Finding the lines of a few communes among millions, while reading: nothing else of the file is ever held.

A register of the whole country is read line by line, not cell by cell: which quotes are meant is only asked of the
lines that hold a commune's code (``splitting``), so that a quote too many spoils one line, never the rest of the file.
A file that stands there as plain UTF-8 is read by DuckDB. What it cannot read as it is (packed, in another encoding,
with bytes that are no text, with lines without end) is gone through more slowly here, byte by byte.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any, Final

from workshop_kit.files.registers.sources import HEAD, Source
from workshop_kit.files.registers.splitting import Line

#: A delimiter that stands in no file: DuckDB reads each line as one cell.
_NEVER: Final = "\x01\x02\x03\x04"
#: The bytes that DuckDB reads at a time.
_BUFFER: Final = 8_388_608
#: After how many lines it is told how far one is.
_STEP: Final = 100_000
_FETCHED: Final = 512
_BLOCK: Final = 1_048_576
#: A longer line is none of a register: it is cut off there.
LINE_AT_MOST: Final = 1_000_000
#: What is kept of it.
_KEPT: Final = 1000
#: How many lines tell how a file is made.
_HEAD_LINES: Final = 200
#: Bytes that are not UTF-8, as Python keeps them inside a text.
_BYTES: Final = re.compile(r"[\udc80-\udcff]")
_LONE_CR: Final = re.compile(r"\r(?!\n)")
_LONE_LF: Final = re.compile(r"(?<!\r)\n")
_GIVEN: Final[dict[str, object]] = {
    "never": _NEVER,
    "step": _STEP,
    "buffer": _BUFFER,
    "line_at_most": LINE_AT_MOST,
}
#: Nothing is fetched from anywhere, nothing is put on the disk.
_CONFIG: Final[dict[str, str | int | float | list[str]]] = {
    "threads": 2,
    "memory_limit": "160MB",
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}

#: The lines that are wanted, the last one, and one now and then to tell how far one is.
_QUERY: Final = """
    SELECT number, line, whole, last FROM (
        SELECT row_number() OVER () AS number, lead(1) OVER () IS NULL AS last, line,
            coalesce(strlen(line) - strlen(replace(line, $delimiter, '')), 0) >= $full AS whole
        FROM read_csv($path, auto_detect = false, columns = {'line': 'VARCHAR'}, delim = $never, quote = '',
            escape = '', header = false, strict_mode = false, encoding = 'utf-8', max_line_size = $line_at_most,
            buffer_size = $buffer))
    WHERE NOT whole OR last OR number % $step = 0 OR regexp_matches(line, $pattern)"""

#: Told how many bytes of how many are read, now and then; what it raises stops the reading.
OnStep = Callable[[int, int], None]


@dataclass(frozen=True)
class Head:
    """The beginning of a table: its first lines, and whether it is plain.

    ``plain``: UTF-8 with ends of lines of one kind, as far as one looked. ``average`` are the bytes of a line there.
    """

    lines: tuple[str, ...]
    plain: bool
    average: int


@dataclass(frozen=True)
class Wanted:
    """Which lines are wanted: those with any of some texts, and those that are no row by themselves.

    Those have fewer than ``full`` times the ``delimiter``. The first ``skip`` lines are headings.
    """

    texts: tuple[str, ...]
    delimiter: str
    full: int
    skip: int


@dataclass
class Counted:
    """What was gone through: lines that are rows by themselves, and wanted lines whose letters were not UTF-8."""

    whole: int = 0
    not_unicode: int = 0


class Stumbled(Exception):
    """DuckDB cannot read this file as it is; whoever asked begins again with ``go_through``."""


def read_head(source: Source) -> Head:
    """Return the beginning of a table."""
    with source.open() as stream:
        head = stream.read(HEAD)
    ends = len(head) < HEAD
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _make_head(head.decode("utf-16", errors="ignore"), ends=ends, plain=False)
    head = head.removeprefix(codecs.BOM_UTF8)
    cut = head if ends else head[: head.rfind(b"\n") + 1] or head
    text = cut.decode("utf-8", errors="surrogateescape")
    if not _BYTES.search(text):
        kinds = (text.count("\r\n"), len(_LONE_CR.findall(text)), len(_LONE_LF.findall(text)))
        return _make_head(text, ends=ends, plain=sum(kind > 0 for kind in kinds) == 1)
    return _make_head("\n".join(_decode(line) for line in cut.splitlines()), ends=ends, plain=False)


def ask_duckdb(source: Source, head: Head, wanted: Wanted, counted: Counted, on_step: OnStep) -> Iterator[Line]:
    """Yield the lines of a plain table that are wanted, in their order, and count the others.

    Raises ``Stumbled`` where it is not as plain as its beginning: no line yielded before counts then.
    """
    import duckdb

    path = str(source.path)
    rows, torn, last = 0, 0, False
    try:
        with duckdb.connect(config=_CONFIG) as connection:
            connection.execute("SET allowed_paths = $1", [[path]])
            connection.execute("SET enable_external_access = false")
            values = {
                "path": re.sub(r"([\[*?])", r"[\1]", path),  # else a folder "[2026]" would be a pattern
                "delimiter": wanted.delimiter,
                "full": wanted.full,
                "pattern": "|".join(wanted.texts),
            }
            found = connection.execute(_QUERY, _GIVEN | values)
            while some := found.fetchmany(_FETCHED):
                for number, text, whole, last in some:  # noqa: B007
                    rows = number
                    if number <= wanted.skip:
                        continue
                    torn += not whole
                    yield Line(number, text or "", whole)
                on_step(min(rows * head.average, source.size), source.size)
    except duckdb.Error as error:
        raise Stumbled from error
    if rows and not last:
        raise Stumbled
    counted.whole += max(0, rows - wanted.skip) - torn


def go_through(source: Source, wanted: Wanted, counted: Counted, on_step: OnStep) -> Iterator[Line]:
    """Yield the lines of any table that are wanted, in their order, and count the others, whatever they are made of."""
    delimiter = wanted.delimiter.encode()
    holds = _make_search([text.encode() for text in wanted.texts])
    with source.open() as stream:
        for number, line in _number_lines(stream, source.size, on_step):
            if number <= wanted.skip:
                continue
            whole = line.count(delimiter) >= wanted.full
            counted.whole += whole
            if not whole or holds(line):
                text = _decode(line)
                counted.not_unicode += not _is_unicode(line)
                yield Line(number, text, whole)


def _number_lines(stream: IO[bytes], size: int, on_step: OnStep) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a stream with their numbers, whatever ends them."""
    rest, number, taken = b"", 0, 0
    for block in _read_blocks(stream):
        taken += len(block)
        data = rest + block
        held = b"\r" if data.endswith(b"\r") else b""  # what follows may belong to it
        data = data[: len(data) - len(held)]
        if b"\r" in data:
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = data.split(b"\n")
        rest = lines.pop()
        if len(rest) > LINE_AT_MOST:
            rest = rest[:_KEPT]  # what has no end is no row; its beginning tells which line it was
        rest += held
        for line in lines:
            number += 1
            yield number, line
        on_step(min(taken, size), size)
    for line in rest.replace(b"\r", b"\n").split(b"\n"):
        number += 1
        yield number, line


def _read_blocks(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield a stream in blocks, of UTF-16 as UTF-8, without the mark it begins with."""
    block = stream.read(_BLOCK)
    if block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
        while block:
            yield decoder.decode(block).encode()
            block = stream.read(_BLOCK)
        return
    block = block.removeprefix(codecs.BOM_UTF8)
    while block:
        yield block
        block = stream.read(_BLOCK)


def _make_search(texts: Sequence[bytes]) -> Callable[[bytes], Any]:
    if len(texts) == 1:
        (only,) = texts
        return lambda line: only in line
    return re.compile(b"|".join(map(re.escape, texts))).search


def _make_head(text: str, *, ends: bool, plain: bool) -> Head:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = lines if ends or len(lines) == 1 else lines[:-1]
    return Head(tuple(kept[:_HEAD_LINES]), plain, max(1, len(text.encode(errors="replace")) // max(1, len(lines))))


def _decode(line: bytes) -> str:
    """Return a line's text: UTF-8, or else Windows-1252, which is what is left in French files."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _is_unicode(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
