"""Write a conversation as Polis exports it: four tables that tools made for Polis read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from workshop_kit.domain.statements import AGREE, DISAGREE
from workshop_kit.files.formulas import protect_cell
from workshop_kit.files.importing.polis import COMMENTS, PARTICIPANTS, SUMMARY, VOTES
from workshop_kit.files.polis import PolisExport


def render_polis(conversation: PolisExport) -> dict[str, str]:
    """Return the four files by name, as Polis writes them: ``text`` is UTF-8 with line feeds.

    Polis knows statements and people by numbers: ids that are none are numbered from 0 in order, and a person's own
    stands in ``participants-votes.csv`` under ``xid``. Nothing is in it about people but what ``conversation`` holds.
    """
    people = tuple(dict.fromkeys(vote.voter for vote in conversation.votes))
    authors = tuple(dict.fromkeys(one.author for one in conversation.statements if one.author))
    voters = _number(tuple(dict.fromkeys((*people, *authors))))
    statements = _number(tuple(one.id for one in conversation.statements))
    return {
        COMMENTS: _write(_list_comments(conversation, statements, voters)),
        VOTES: _write(_list_votes(conversation, statements, voters)),
        PARTICIPANTS: _write(_list_participants(conversation, people, statements, voters)),
        SUMMARY: _write(_list_summary(conversation, people)),
    }


def _number(ids: Sequence[str]) -> dict[str, str]:
    """Return each id as a number: its own where all are numbers."""
    if all(one.isascii() and one.isdecimal() for one in ids):
        return {one: one for one in ids}
    return {one: str(place) for place, one in enumerate(ids)}


def _write(rows: Iterable[Sequence[object]]) -> str:
    file = StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def _list_comments(
    conversation: PolisExport, statements: Mapping[str, str], voters: Mapping[str, str]
) -> Iterable[Sequence[object]]:
    yield (
        "timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "is-meta", "is-seed",
        "group-informed-consensus", "comment-body",
    )  # fmt: skip
    counts: dict[tuple[str, int], int] = {}
    for vote in conversation.votes:
        counts[vote.statement, vote.stance] = counts.get((vote.statement, vote.stance), 0) + 1
    for one in conversation.statements:
        yield (
            one.timestamp,
            statements[one.id],
            voters.get(one.author, ""),
            counts.get((one.id, AGREE), 0),
            counts.get((one.id, DISAGREE), 0),
            one.moderated,
            str(one.meta).lower(),
            str(one.seed).lower(),
            "" if one.consensus is None else repr(one.consensus),
            protect_cell(one.text),
        )


def _list_votes(
    conversation: PolisExport, statements: Mapping[str, str], voters: Mapping[str, str]
) -> Iterable[Sequence[object]]:
    yield "timestamp", "comment-id", "voter-id", "vote"
    for vote in conversation.votes:
        yield vote.timestamp, statements[vote.statement], voters[vote.voter], vote.stance


def _list_participants(
    conversation: PolisExport, people: Sequence[str], statements: Mapping[str, str], voters: Mapping[str, str]
) -> Iterable[Sequence[object]]:
    named = any(voters[one] != one for one in people)
    written: dict[str, int] = {}
    for statement in conversation.statements:
        written[statement.author] = written.get(statement.author, 0) + 1
    xid = ("xid",) if named else ()
    yield "participant", *xid, "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", *statements.values()
    for person, answers in conversation.ballots.items():
        given = list(answers.values())
        yield (
            voters[person],
            *((protect_cell(person),) if named else ()),
            conversation.groups.get(person, ""),
            written.get(person, 0),
            len(given),
            given.count(AGREE),
            given.count(DISAGREE),
            *(answers.get(statement, "") for statement in statements),
        )


def _list_summary(conversation: PolisExport, people: Sequence[str]) -> Iterable[Sequence[object]]:
    yield "topic", protect_cell(conversation.topic)
    yield "url", ""
    yield "views", len(people)
    yield "voters", len(people)
    yield "voters-in-conv", len(people)
    yield "commenters", len({one.author for one in conversation.statements if one.author})
    yield "comments", len(conversation.statements)
    yield "groups", len(set(conversation.groups.values()))
    yield "conversation-description", protect_cell(conversation.description)
