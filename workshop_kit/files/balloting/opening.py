"""Open a file of ballots: each format is read by its own reader, and becomes a book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final

from workshop_kit.domain.ballots import DotRule, VoteKind, VoteRule
from workshop_kit.domain.budget import BallotKind
from workshop_kit.domain.entries import clean_line, clean_text
from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.origins import FileOrigin
from workshop_kit.domain.scales import DOTS_AT_MOST, POINTS_AT_MOST
from workshop_kit.files.balloting.book import BallotBook, BallotFileKind, BookChallenge, BookMark, BookOption
from workshop_kit.files.importing.grades import read_grades
from workshop_kit.files.importing.pabulib import PabulibFile, read_pabulib
from workshop_kit.files.importing.polis import COMMENTS, VOTES, read_polis
from workshop_kit.files.importing.reference import fold_sentence
from workshop_kit.files.importing.votes import read_votes
from workshop_kit.files.polis import EPOCH, MODERATED_OUT, PolisExport, PolisStatement
from workshop_kit.files.reading.read_file import read_bytes
from workshop_kit.files.reading.values import SheetFound

#: Any points that a facilitator could let people give: what a challenge's own rule allows is asked of each line.
_ANY_DOTS: Final = DotRule(DOTS_AT_MOST, DOTS_AT_MOST)
#: Why a statement is held back that moderation took out before it came here (``words.held``).
_MODERATED: Final = "moderated"


def open_ballots(kind: BallotFileKind, path: Path, encoding: str = "") -> tuple[BallotBook, ...]:
    """Return what a file or a folder of ballots holds: one book, or one a conversation.

    ``encoding`` is one of ``ENCODINGS``, by which the letters are read; empty: it is found out.

    Raises
    ------
    UnreadableFile
        It cannot be read, or lacks a column.

    """
    return _OPEN[kind](path, encoding)


def _open_polis(folder: Path, encoding: str) -> tuple[BallotBook, ...]:
    """Open the conversation that lies in a folder, or those that lie in its folders, as an export writes them."""
    if not (folder / COMMENTS).is_file() and folder.is_dir():
        inner = sorted(one.parent for one in folder.glob(f"*/{COMMENTS}"))
        if inner:
            return tuple(_open_conversation(one, encoding) for one in inner)
    return (_open_conversation(folder, encoding),)


def _open_conversation(folder: Path, encoding: str) -> BallotBook:
    conversation = read_polis(folder, encoding)
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
        origin=FileOrigin(one.id, one.meta, one.seed, untimed=not one.timestamp),
        held=_MODERATED if one.moderated == MODERATED_OUT else "",
        written_at=EPOCH + timedelta(milliseconds=one.timestamp) if one.timestamp else None,
    )


def _count_sheets(conversation: PolisExport) -> tuple[SheetFound, ...]:
    """Return the two files whose rows are taken; with them a row left out is named with its file."""
    rows = {COMMENTS: len(conversation.statements), VOTES: len(conversation.votes)}
    return tuple(SheetFound(name, number, taken=True) for name, number in rows.items())


def _open_grades(path: Path, encoding: str) -> tuple[BallotBook, ...]:
    found = read_grades(path.name, read_bytes(path), encoding=encoding)
    rows = (
        (
            one.challenge,
            one.option,
            BookMark(
                one.voter,
                fold_sentence(one.challenge),
                fold_name(clean_text(one.option)),
                None if one.grade is None else int(one.grade),
                one.line,
                written=one.written,
                counted=one.number,
            ),
        )
        for one in found.given
    )
    book = _lay_out(BallotFileKind.GRADES, VoteKind.GRADES, rows)
    return (BallotBook(**{**vars(book), "rejections": found.rejected, "ignored": found.unused}),)


def _open_votes(path: Path, encoding: str) -> tuple[BallotBook, ...]:
    found = read_votes(path.name, read_bytes(path), _ANY_DOTS, encoding)
    rows = (
        (
            one.challenge,
            one.idea,
            BookMark(
                one.participant,
                fold_sentence(one.challenge),
                fold_name(clean_text(one.idea)),
                one.points,
                one.line,
                written=str(one.points),
            ),
        )
        for one in found.given
    )
    book = _lay_out(BallotFileKind.VOTES, VoteKind.DOTS, rows)
    return (BallotBook(**{**vars(book), "rejections": found.rejected, "ignored": found.unused}),)


def _lay_out(kind: BallotFileKind, ballots: VoteKind, rows: Iterable[tuple[str, str, BookMark]]) -> BallotBook:
    """Return the book of a table in which each row is a mark, under the challenge and the option as it writes them."""
    challenges: dict[str, BookChallenge] = {}
    options: dict[tuple[str, str], BookOption] = {}
    marks: list[BookMark] = []
    for challenge, option, mark in rows:
        challenges.setdefault(mark.challenge, BookChallenge(mark.challenge, challenge, VoteRule(ballots)))
        options.setdefault((mark.challenge, mark.option), BookOption(mark.challenge, mark.option, clean_text(option)))
        marks.append(mark)
    return BallotBook(kind, ballots, apart=False, challenges=challenges, options=options, marks=tuple(marks))


def _open_pabulib(path: Path, encoding: str) -> tuple[BallotBook, ...]:
    found = read_pabulib(path.name, read_bytes(path), encoding)
    name = _name_budget(found, path)
    key = fold_sentence(name)
    options = {
        (key, one.id): BookOption(
            key, one.id, clean_text(one.name) or one.id, line=one.line, origin=FileOrigin(one.id), cost=round(one.cost)
        )
        for one in found.projects
    }
    marks = tuple(
        BookMark(voter, key, project, round(points))
        for voter, ballot in found.ballots.given.items()
        for project, points in ballot.items()
        if points > 0
    )
    return (
        BallotBook(
            BallotFileKind.PABULIB,
            VoteKind.BUDGET,
            apart=True,
            challenges={key: BookChallenge(key, name, _rule_budget(found))},
            options=options,
            marks=marks,
            rejections=found.refused,
            notes=(*found.notes, *_note_losses(found)),
        ),
    )


def _name_budget(found: PabulibFile, path: Path) -> str:
    """Return what a budget is called: what its file says of itself, else what the file is called."""
    said = [found.meta.get(one, "").strip() for one in ("description", "subunit", "instance")]
    return clean_line(", ".join(dict.fromkeys(filter(None, said)))) or path.stem


def _rule_budget(found: PabulibFile) -> VoteRule:
    spread = [sum(ballot.values()) for ballot in found.ballots.given.values()]
    points = 0 if found.ballots.kind is BallotKind.APPROVALS else min(POINTS_AT_MOST, round(max(spread, default=1)))
    return VoteRule(VoteKind.BUDGET, to_spend=round(found.total), points=points)


def _note_losses(found: PabulibFile) -> Iterator[Reason]:
    """Yield what a workshop does not keep of a budget: fractions, ballots on which nothing stands, points below 0."""
    amounts = [found.total, *(one.cost for one in found.projects)]
    points = [number for ballot in found.ballots.given.values() for number in ballot.values()]
    if any(not isinstance(one, int) for one in (*amounts, *points)):
        yield Reason("pabulib-rounded")
    empty = sum(not any(number > 0 for number in ballot.values()) for ballot in found.ballots.given.values())
    if empty:
        yield Reason("pabulib-empty", {"number": empty})


_OPEN: Final[Mapping[BallotFileKind, Callable[[Path, str], tuple[BallotBook, ...]]]] = {
    BallotFileKind.POLIS: _open_polis,
    BallotFileKind.GRADES: _open_grades,
    BallotFileKind.VOTES: _open_votes,
    BallotFileKind.PABULIB: _open_pabulib,
}
