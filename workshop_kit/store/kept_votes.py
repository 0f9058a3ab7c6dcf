"""Votes kept between two readings (*incremental cache*): of tens of thousands only what changed is read again.

A page of the facilitator reads every vote of a challenge for each of its panels, twice a second while a room votes. The
change log names whoever gave, changed or lost votes (``planning.FOLLOWED``), or says that they were several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Final

from workshop_kit.domain.model import SEVERAL, Change, Dots, Vote
from workshop_kit.store.feed import find_latest, list_since
from workshop_kit.store.plain import Transaction

#: Reads the votes of a challenge, of every round and kind, of one participant if given: all dots, then all marks.
ReadVotes = Callable[[str, str | None], tuple[Vote, ...]]
#: People whose votes are read again one by one; of more, all votes are.
APART_AT_MOST: Final = 40

#: By participant: dots, and marks.
_Given = dict[str, tuple[tuple[Vote, ...], tuple[Vote, ...]]]


class KeptVotes:
    """The votes of challenges as a transaction sees them, the same tuple as long as nothing of them changes.

    Those of one store, whose transactions follow one another.
    """

    def __init__(self) -> None:
        self._seen = 0
        self._given: dict[str, _Given] = {}
        self._all: dict[str, tuple[Vote, ...]] = {}
        self._stale: dict[str, set[str]] = {}
        self._everywhere: tuple[tuple[tuple[Vote, ...], ...], tuple[Vote, ...]] = (), ()

    def list_votes(self, connection: Transaction, challenge: str, read: ReadVotes) -> tuple[Vote, ...]:
        """Return what ``read`` would return for a challenge and everybody."""
        self._follow(connection)
        stale = self._stale.pop(challenge, set())
        given = self._given.get(challenge)
        if given is None or len(stale) > APART_AT_MOST:
            votes = read(challenge, None)
            self._given[challenge] = _part(votes)
            self._all[challenge] = votes
        elif stale:
            for participant in stale:
                given.update(_part(read(challenge, participant)) or {participant: ((), ())})
            self._all[challenge] = _join(given)
        return self._all[challenge]

    def list_every_vote(self, connection: Transaction, challenges: Iterable[str], read: ReadVotes) -> tuple[Vote, ...]:
        """Return what ``read`` would return for all challenges, these being their ids."""
        each = tuple(self.list_votes(connection, challenge, read) for challenge in sorted(challenges))
        known, votes = self._everywhere
        if len(known) != len(each) or any(one is not other for one, other in zip(known, each, strict=True)):
            dots = (vote for one in each for vote in one if isinstance(vote, Dots))
            marks = (vote for one in each for vote in one if not isinstance(vote, Dots))
            votes = (*dots, *marks)
            self._everywhere = each, votes
        return votes

    def _follow(self, connection: Transaction) -> None:
        """Take note of whose votes changed since the last transaction that asked."""
        latest = find_latest(connection)
        changes: Iterable[Change] = list_since(connection, self._seen) if latest > self._seen and self._given else ()
        if latest < self._seen:  # another history: a copy was put back in its place
            self._given.clear()
        self._seen = latest
        for change in changes:
            if change.kind == "vote":
                self._note(change)

    def _note(self, change: Change) -> None:
        for challenge in [change.challenge] if change.challenge is not None else list(self._given):
            if change.entity == SEVERAL:
                self._given.pop(challenge, None)
            else:
                self._stale.setdefault(challenge, set()).add(change.entity)


def _part(votes: Iterable[Vote]) -> _Given:
    """Return votes by participant, in the order in which they came."""
    dots: dict[str, list[Vote]] = {}
    marks: dict[str, list[Vote]] = {}
    for vote in votes:
        (dots if isinstance(vote, Dots) else marks).setdefault(vote.participant, []).append(vote)
    return {one: (tuple(dots.get(one, ())), tuple(marks.get(one, ()))) for one in {**dots, **marks}}


def _join(given: _Given) -> tuple[Vote, ...]:
    """Return all votes as the store orders them: dots, then marks, each by participant, byte by byte."""
    ordered = [given[one] for one in sorted(given)]
    return tuple(chain(*(dots for dots, _ in ordered), *(marks for _, marks in ordered)))
