"""Agree, disagree or pass on statements: what each statement gathered, and each person's own order of reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from typing import Final

from workshop_kit.errors import InvalidEntry

#: The three answers to a statement, as Polis writes them in its exports. A pass is an answer; no answer is ``None``.
AGREE: Final = 1
PASS: Final = 0
DISAGREE: Final = -1
STANCES: Final = frozenset({AGREE, PASS, DISAGREE})

#: The part of a round by which each next two people start further on: any number are spread almost evenly.
_GOLDEN: Final = (sqrt(5) - 1) / 2


@dataclass(frozen=True)
class StatementTally:
    """What one statement (*phrase*) gathered: how many agree, disagree and pass; the others have not answered."""

    statement: str
    agree: int
    disagree: int
    passed: int

    @property
    def seen(self) -> int:
        """How many answered, passes included."""
        return self.agree + self.disagree + self.passed


def read_stance(value: int) -> int:
    """Return ``value`` if it is an answer to a statement.

    Raises
    ------
    InvalidEntry
        ``stance-unknown`` with the ``value``.

    """
    if value not in STANCES or isinstance(value, bool):
        raise InvalidEntry("stance-unknown", value=value)
    return value


def tally_statements(statements: Sequence[str], ballots: Mapping[str, Mapping[str, int]]) -> tuple[StatementTally, ...]:
    """Count the answers to each statement, in the order of ``statements``.

    Parameters
    ----------
    statements
        Their ids. Answers to any other are left out.
    ballots
        Each person's answers by statement: 1 agree, 0 pass, -1 disagree.

    """
    counts = {statement: [0, 0, 0] for statement in statements}
    for answers in ballots.values():
        for statement, stance in answers.items():
            if statement in counts:
                counts[statement][(AGREE, DISAGREE, PASS).index(read_stance(stance))] += 1
    return tuple(StatementTally(statement, *counts[statement]) for statement in statements)


def order_statements(
    person: str,
    statements: Sequence[str],
    seen_counts: Mapping[str, int] | None = None,
    rank: int | None = None,
) -> tuple[str, ...]:
    """Return the statements in this person's own order; together, the orders have all of them read about equally often.

    The least read come first. Among those read equally often the order is the person's own by a hash, or, where their
    rank is known, a place on one round of all statements: each next two people start a golden section further on and
    go opposite ways. So those who stop early leave no part unread, and nothing always follows the same.

    Parameters
    ----------
    person
        Their id.
    statements
        Ids, in any order: it changes nothing.
    seen_counts
        How many answered each so far, as it stood when this person began; none counts as 0.
    rank
        The how-manieth of the people of this challenge they are, from 0, if known.

    """
    counts = seen_counts or {}
    if rank is None:
        return tuple(sorted(statements, key=lambda one: (counts.get(one, 0), _hash(person, one))))
    circle = sorted(statements, key=lambda one: _hash("", one))
    if not circle:
        return ()
    pair, back = divmod(rank, 2)
    start = int((pair * _GOLDEN) % 1 * len(circle)) - back
    onward = -1 if back else 1
    place = {one: (index - start) * onward % len(circle) for index, one in enumerate(circle)}
    return tuple(sorted(circle, key=lambda one: (counts.get(one, 0), place[one])))


def _hash(person: str, statement: str) -> bytes:
    return sha256(f"{person}\0{statement}".encode()).digest()
