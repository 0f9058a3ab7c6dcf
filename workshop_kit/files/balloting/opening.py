"""Open a file of ballots: each format is read by its own reader, and becomes a book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.entries import clean_text
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.model import Reason
from workshop_kit.domain.scales import DOTS_AT_MOST
from workshop_kit.domain.statements import name_statement
from workshop_kit.domain.voting import DotRule
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.balloting.book import BallotBook, BallotFileKind, BookChallenge, BookMark, BookOption
from workshop_kit.files.importing.grades import read_grades
from workshop_kit.files.importing.polis import COMMENTS, VOTES, read_polis
from workshop_kit.files.importing.reference import fold_sentence
from workshop_kit.files.importing.votes import read_votes
from workshop_kit.files.polis import MODERATED_OUT, PolisExport, PolisStatement
from workshop_kit.files.reading.read_file import read_bytes
from workshop_kit.files.reading.values import SheetFound

#: Any points that a facilitator could let people give: what a challenge's own rule allows is asked of each line.
_ANY_DOTS: Final = DotRule(DOTS_AT_MOST, DOTS_AT_MOST)
#: Why a statement is held back that moderation took out before it came here (``words.held``).
_MODERATED: Final = "moderated"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def open_ballots(kind: BallotFileKind, path: Path) -> tuple[BallotBook, ...]:
    """Return what a file or a folder of ballots holds: one book, or one a conversation.

    Raises
    ------
    UnreadableFile
        It cannot be read, or lacks a column.

    """
    return _OPEN[kind](path)


def _open_polis(folder: Path) -> tuple[BallotBook, ...]:
    """Open the conversation that lies in a folder, or those that lie in its folders, as an export writes them."""
    if not (folder / COMMENTS).is_file() and folder.is_dir():
        inner = sorted(one.parent for one in folder.glob(f"*/{COMMENTS}"))
        if inner:
            return tuple(_open_conversation(one) for one in inner)
    return (_open_conversation(folder),)


def _open_conversation(folder: Path) -> BallotBook:
    conversation = read_polis(folder)
    name = conversation.topic.strip() or folder.resolve().name
    key = fold_sentence(name)
    notes = [] if not conversation.replaced else [Reason("polis-replaced", {"number": conversation.replaced})]
    return BallotBook(
        BallotFileKind.POLIS,
        VoteKind.STATEMENTS,
        apart=True,
        challenges={key: BookChallenge(key, name, VoteRule(VoteKind.STATEMENTS))},
        options={(key, one.id): _turn_statement(key, one) for one in conversation.statements},
        marks=tuple(BookMark(one.voter, key, one.statement, one.stance) for one in conversation.votes),
        rejections=conversation.rejections,
        notes=tuple(notes),
        sheets=_count_sheets(conversation),
    )


def _turn_statement(challenge: str, one: PolisStatement) -> BookOption:
    return BookOption(
        challenge,
        one.id,
        clean_text(one.text) or one.text,
        sheet=COMMENTS,
        author=one.author,
        name=name_statement(one.id, about_vote=one.meta),
        held=_MODERATED if one.moderated == MODERATED_OUT else "",
        written_at=_EPOCH + timedelta(milliseconds=one.timestamp) if one.timestamp else None,
    )


def _count_sheets(conversation: PolisExport) -> tuple[SheetFound, ...]:
    """Return the two files whose rows are taken; with them a row left out is named with its file."""
    rows = {COMMENTS: len(conversation.statements), VOTES: len(conversation.votes)}
    return tuple(SheetFound(name, number, taken=True) for name, number in rows.items())


def _open_grades(path: Path) -> tuple[BallotBook, ...]:
    found = read_grades(path.name, read_bytes(path))
    rows = [
        (one.voter, one.challenge, one.option, None if one.grade is None else int(one.grade), one.line)
        for one in found.given
    ]
    book = _lay_out(BallotFileKind.GRADES, VoteKind.GRADES, rows)
    return (BallotBook(**{**vars(book), "rejections": found.rejected, "ignored": found.unused}),)


def _open_votes(path: Path) -> tuple[BallotBook, ...]:
    found = read_votes(path.name, read_bytes(path), _ANY_DOTS)
    rows = [(one.participant, one.challenge, one.idea, one.points, one.line) for one in found.given]
    book = _lay_out(BallotFileKind.VOTES, VoteKind.DOTS, rows)
    return (BallotBook(**{**vars(book), "rejections": found.rejected, "ignored": found.unused}),)


def _lay_out(
    kind: BallotFileKind, ballots: VoteKind, rows: Iterable[tuple[str, str, str, int | None, int]]
) -> BallotBook:
    """Return the book of a table in which each row names its voter, its challenge and its option."""
    challenges: dict[str, BookChallenge] = {}
    options: dict[tuple[str, str], BookOption] = {}
    marks: list[BookMark] = []
    for voter, challenge, option, value, line in rows:
        key, text = fold_sentence(challenge), clean_text(option)
        challenges.setdefault(key, BookChallenge(key, challenge, VoteRule(ballots)))
        options.setdefault((key, fold_name(text)), BookOption(key, fold_name(text), text))
        marks.append(BookMark(voter, key, fold_name(text), value, line, written="" if value is None else str(value)))
    return BallotBook(kind, ballots, apart=False, challenges=challenges, options=options, marks=tuple(marks))


def _open_pabulib(path: Path) -> tuple[BallotBook, ...]:
    raise UnreadableFile("file-not-table", file=path.name)


_OPEN: Final[Mapping[BallotFileKind, Callable[[Path], tuple[BallotBook, ...]]]] = {
    BallotFileKind.POLIS: _open_polis,
    BallotFileKind.GRADES: _open_grades,
    BallotFileKind.VOTES: _open_votes,
    BallotFileKind.PABULIB: _open_pabulib,
}
