"""Read the folder that Polis exports: ``comments.csv`` and ``votes.csv``, and what else stands beside them."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Final

from workshop_kit.domain.model import Reason
from workshop_kit.domain.statements import STANCE_VALUES
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.formulas import unprotect_cell
from workshop_kit.files.importing.report import Rejection, RowRefused
from workshop_kit.files.polis import MODERATED_IN, MODERATED_OUT, UNMODERATED, PolisExport, PolisStatement, PolisVote
from workshop_kit.files.reading.tables import BYTES_AT_MOST
from workshop_kit.files.reading.tables.delimited import find_delimiter
from workshop_kit.files.reading.tables.encodings import decode
from workshop_kit.store.plain_files import is_plain_file

COMMENTS: Final = "comments.csv"
VOTES: Final = "votes.csv"
PARTICIPANTS: Final = "participants-votes.csv"
SUMMARY: Final = "summary.csv"
_MODERATION: Final = {str(one): one for one in (MODERATED_OUT, UNMODERATED, MODERATED_IN)}
_LINE_END: Final = re.compile(r"[\r\n]")
_YES: Final = frozenset({"true", "t", "1"})
#: Milliseconds since 1970 have 13 figures until the year 2286; with 14 they still fall in a year of four.
_FIGURES_AT_MOST: Final = 14
#: Letters of what a person or a statement is told by.
_NAMED_AT_MOST: Final = 100

#: Where a row stands and what it holds by column.
_Row = tuple[int, Mapping[str, str]]


def read_polis(folder: Path, encoding: str = "") -> PolisExport:
    """Return the conversation that lies in ``folder``.

    The last vote of a voter on a statement counts, by its time, then by its place in the file. Exports of before 2018
    lack ``is-meta``, ``is-seed`` and ``group-informed-consensus``. A row that cannot be read is left out and named.
    ``encoding`` is one of ``ENCODINGS``; empty: it is found out, file by file.

    Raises
    ------
    UnreadableFile
        ``polis-file-missing`` where there are no statements or no votes, ``polis-column-missing``, or a file that
        cannot be read.

    """
    rejections: list[Rejection] = []
    statements = _read_statements(_open(folder, COMMENTS, ("comment-id", "comment-body"), encoding), rejections)
    known = {one.id for one in statements}
    votes, replaced = _read_votes(_open(folder, VOTES, ("comment-id", "voter-id", "vote"), encoding), known, rejections)
    groups: dict[str, int] = {}
    if is_plain_file(folder / PARTICIPANTS):
        groups = _read_groups(_open(folder, PARTICIPANTS, ("participant", "group-id"), encoding), rejections)
    summary = _read_summary(folder, encoding)
    return PolisExport(
        summary.get("topic", ""), statements, votes, summary.get("conversation-description", ""), groups,
        tuple(rejections), replaced,
    )  # fmt: skip


def _read_text(folder: Path, name: str, encoding: str) -> str:
    path = folder / name
    if not is_plain_file(path):
        raise UnreadableFile("polis-file-missing", file=name, folder=folder.name)
    content = path.read_bytes()
    if len(content) > BYTES_AT_MOST:
        raise UnreadableFile("file-too-large", file=name, megabytes=BYTES_AT_MOST // 1_000_000)
    if not content.strip():
        raise UnreadableFile("file-empty", file=name)
    return decode(name, content, encoding or _find_utf8(content)).text


def _find_utf8(content: bytes) -> str:
    """Return the encoding that Polis writes where the file is in it: what people wrote is then mended nowhere."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _parse(name: str, text: str, expected: Collection[str]) -> Iterator[tuple[int, list[str]]]:
    """Give each row with the line it starts on: what people wrote runs over several.

    Polis writes commas; a spreadsheet that saved the file again may have written what its country uses: the heading, of
    which ``expected`` are some cells, tells.
    """
    heading = _LINE_END.split(text, maxsplit=1)[0]
    delimiter = find_delimiter([heading], lambda cells: sum(cell.strip().casefold() in expected for cell in cells))
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile("file-not-table", file=name) from error


def _open(folder: Path, name: str, needed: Sequence[str], encoding: str) -> Iterator[_Row]:
    """Give the rows of a file by column."""
    rows = _parse(name, _read_text(folder, name, encoding), needed)
    heading = [cell.strip().casefold() for cell in next(rows, (1, []))[1]]
    for column in needed:
        if column not in heading:
            received = ", ".join(heading[:12])
            raise UnreadableFile("polis-column-missing", file=name, column=column, received=received)
    for line, cells in rows:
        yield line, dict(zip(heading, cells, strict=False))


def _read_statements(rows: Iterator[_Row], rejections: list[Rejection]) -> tuple[PolisStatement, ...]:
    statements: dict[str, PolisStatement] = {}
    for line, row in rows:
        try:
            one = _read_statement(row)
            if one.id in statements:
                raise RowRefused("comment-id", one.id, "polis-twice")
            statements[one.id] = one
        except RowRefused as refused:
            rejections.append(_reject(COMMENTS, line, refused))
    return tuple(sorted(statements.values(), key=lambda one: _rank(one.id)))


def _read_statement(row: Mapping[str, str]) -> PolisStatement:
    moderated, consensus = _cell(row, "moderated"), _cell(row, "group-informed-consensus")
    if moderated and moderated not in _MODERATION:
        raise RowRefused("moderated", moderated, "polis-moderated")
    text = unprotect_cell(row.get("comment-body", "")).strip()
    if not text:
        raise RowRefused("comment-body", "", "empty")
    return PolisStatement(
        _need(row, "comment-id"),
        text,
        _cell(row, "author-id"),
        _MODERATION.get(moderated, UNMODERATED),
        _cell(row, "is-meta").casefold() in _YES,
        _cell(row, "is-seed").casefold() in _YES,
        _read_share(consensus) if consensus else None,
        _read_moment(row),
    )


def _read_votes(
    rows: Iterator[_Row], known: set[str], rejections: list[Rejection]
) -> tuple[tuple[PolisVote, ...], int]:
    """Return the last vote of each voter on each statement, and how many others they replaced."""
    replaced = 0
    last: dict[tuple[str, str], PolisVote] = {}
    for line, row in rows:
        try:
            vote = _read_vote(row, known)
        except RowRefused as refused:
            rejections.append(_reject(VOTES, line, refused))
            continue
        earlier = last.get((vote.voter, vote.statement))
        replaced += earlier is not None
        if earlier is None or vote.timestamp >= earlier.timestamp:
            last[vote.voter, vote.statement] = vote
    return tuple(sorted(last.values(), key=lambda one: (_rank(one.voter), _rank(one.statement)))), replaced


def _read_vote(row: Mapping[str, str], known: set[str]) -> PolisVote:
    statement, voter, stance = _need(row, "comment-id"), _need(row, "voter-id"), _cell(row, "vote")
    if stance not in map(str, STANCE_VALUES.values()):
        raise RowRefused("vote", stance, "polis-vote")
    if statement not in known:
        raise RowRefused("comment-id", statement, "polis-statement")
    return PolisVote(statement, voter, int(stance), _read_moment(row))


def _read_groups(rows: Iterator[_Row], rejections: list[Rejection]) -> dict[str, int]:
    groups: dict[str, int] = {}
    for line, row in rows:
        try:
            group = _cell(row, "group-id")
            if group and not _is_number(group):
                raise RowRefused("group-id", group, "polis-group")
            person = _need(row, "participant")
        except RowRefused as refused:
            rejections.append(_reject(PARTICIPANTS, line, refused))
            continue
        if group:
            groups[person] = int(group)
    return groups


def _read_summary(folder: Path, encoding: str) -> dict[str, str]:
    """Return what the summary says, a fact a row; it may be missing, or have a line of its own for each."""
    if not is_plain_file(folder / SUMMARY):
        return {}
    rows = _parse(SUMMARY, _read_text(folder, SUMMARY, encoding), ("topic",))
    return {cells[0].strip(): unprotect_cell(cells[1]).strip() for _, cells in rows if len(cells) > 1}


def _cell(row: Mapping[str, str], column: str) -> str:
    return row.get(column, "").strip()


def _need(row: Mapping[str, str], column: str) -> str:
    cell = _cell(row, column)
    if not cell:
        raise RowRefused(column, "", "empty")
    if len(cell) > _NAMED_AT_MOST:
        raise RowRefused(column, cell, "length", length=len(cell), shortest=1, longest=_NAMED_AT_MOST)
    return cell


def _read_share(cell: str) -> float | None:
    """Return a share from 0 to 1, or None for what is none: the kit computes its own."""
    try:
        share = float(cell.replace(",", "."))
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None


def _read_moment(row: Mapping[str, str]) -> int:
    cell = _cell(row, "timestamp")
    return int(cell) if _is_number(cell) else 0


def _rank(identity: str) -> tuple[int, int, str]:
    """Sort numbers as numbers, before what is none."""
    return (0, int(identity), identity) if _is_number(identity) else (1, 0, identity)


def _is_number(cell: str) -> bool:
    """Tell whether a cell is a whole number that somebody counted: one of more figures is no number or moment."""
    return cell.isascii() and cell.isdecimal() and len(cell) <= _FIGURES_AT_MOST


def _reject(file: str, line: int, refused: RowRefused) -> Rejection:
    return Rejection(line, refused.column, refused.value, Reason(refused.reason.code, refused.reason.values), file)
