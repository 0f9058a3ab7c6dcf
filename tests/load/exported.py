"""A conversation of Polis as its export tells it, and when each of its votes is played."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from tests.load.rooms import CHECKOUT
from workshop_kit.domain.entries import clean_text
from workshop_kit.domain.statements import STANCE_VALUES, Stance
from workshop_kit.errors import UnreadableFile

#: Where the conversation lies that is replayed, beside the checkout.
FOLDER: Final = CHECKOUT.parent / "shared" / "data" / "polis" / "bg2050-volunteers"
#: Seconds to which a gap between two votes is cut: for most of its two weeks nobody was there.
GAP: Final = 1.0
_STANCES: Final = {str(value): stance for stance, value in STANCE_VALUES.items()}


@dataclass(frozen=True)
class Statement:
    """One statement: who wrote it, what it says and when, in ms."""

    id: str
    author: str
    text: str
    at: int


@dataclass(frozen=True)
class Answer:
    """One vote as its row has it, whether it was changed later or not; ``at`` is in ms."""

    statement: str
    voter: str
    stance: Stance
    at: int


@dataclass(frozen=True)
class Conversation:
    """All statements and every vote, in the order in which they came."""

    statements: tuple[Statement, ...]
    answers: tuple[Answer, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who voted or wrote."""
        named = (*(one.voter for one in self.answers), *(one.author for one in self.statements))
        return tuple(sorted(set(named), key=int))

    @property
    def seconds(self) -> float:
        """How long the votes took by the clock, from the first to the last."""
        return (self.answers[-1].at - self.answers[0].at) / 1000

    @property
    def busy_seconds(self) -> float:
        """How long they took with each gap cut to ``GAP``: the speed is told against this, and against the clock."""
        return add_up([one.at for one in self.answers])[-1]


def read_conversation(folder: Path = FOLDER) -> Conversation:
    """Return the conversation of an export; every row of its votes, those that were replaced later too."""
    if not folder.is_dir():
        raise UnreadableFile("polis-file-missing", file=folder.name, folder=folder.parent.name)
    with (folder / "comments.csv").open(encoding="utf-8", newline="") as file:
        statements = [
            Statement(row["comment-id"], row["author-id"], clean_text(row["comment-body"]), int(row["timestamp"]))
            for row in csv.DictReader(file)
        ]
    with (folder / "votes.csv").open(encoding="utf-8", newline="") as file:
        answers = [
            Answer(row["comment-id"], row["voter-id"], _STANCES[row["vote"]], int(row["timestamp"]))
            for row in csv.DictReader(file)
        ]
    statements.sort(key=lambda one: one.at)
    answers.sort(key=lambda one: one.at)
    return Conversation(tuple(statements), tuple(answers))


def add_up(moments: Sequence[int]) -> list[float]:
    """Return the seconds from the first of some moments in ms, in order, to each, every gap cut to ``GAP``."""
    times = [0.0]
    for before, after in pairwise(moments):
        times.append(times[-1] + min(GAP, (after - before) / 1000))
    return times


def play_times(moments: Sequence[int], seconds: float) -> list[float]:
    """Return when each event is played, in seconds from the first, so that all of them take ``seconds``.

    Parameters
    ----------
    moments
        When each took place, in ms, in order.
    seconds
        How long it is to take; gaps are cut to ``GAP`` first, and all is sped up alike.

    """
    times = add_up(moments)
    factor = seconds / times[-1] if times[-1] else 0.0
    return [one * factor for one in times]


def cut_short(conversation: Conversation, people: int) -> Conversation:
    """Return the part of a conversation that its first ``people`` took part in, to see whether everything works."""
    kept = set(conversation.people[:people])
    statements = tuple(one for one in conversation.statements if one.author in kept)
    known = {one.id for one in statements}
    answers = tuple(one for one in conversation.answers if one.voter in kept and one.statement in known)
    return Conversation(statements, answers)
