"""Agree, disagree or pass on statements: the three answers, and each person's own order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from hashlib import sha256
from math import sqrt
from typing import Final

from workshop_kit.domain.entries import quote
from workshop_kit.errors import InvalidEntry


class Stance(StrEnum):
    """What one says to a statement (*avis*)."""

    AGREE = "agree"
    DISAGREE = "disagree"
    PASS = "pass"  # noqa: S105 -- no password: one passes


AGREE: Final = 1
PASS: Final = 0
DISAGREE: Final = -1
#: How a stance is kept, and written in the files of Polis. A pass is an answer; no answer is ``None``.
STANCE_VALUES: Final = {Stance.AGREE: AGREE, Stance.DISAGREE: DISAGREE, Stance.PASS: PASS}

#: The part of a round by which each next two people start further on: any number are spread almost evenly.
_GOLDEN: Final = (sqrt(5) - 1) / 2


def read_stance(value: int) -> int:
    """Return ``value`` if it is an answer to a statement.

    Raises
    ------
    InvalidEntry
        ``stance-unknown`` with the ``value``.

    """
    if value not in STANCE_VALUES.values() or isinstance(value, bool):
        raise InvalidEntry("stance-unknown", value=quote(value))
    return value


def order_statements(statements: Sequence[str], rank: int) -> tuple[str, ...]:
    """Return the statements in one person's own order; together, the orders have all of them read about equally often.

    The order is a place on one round of all statements: each next two people start a golden section further on and go
    opposite ways. So those who stop early leave no part unread, and nothing always follows the same.

    Parameters
    ----------
    statements
        Ids, in any order: it changes nothing.
    rank
        The how-manieth of the people of this challenge they are, from 0.

    """
    circle = sorted(statements, key=lambda one: sha256(f"\0{one}".encode()).digest())
    if not circle:
        return ()
    pair, back = divmod(rank, 2)
    start = int((pair * _GOLDEN) % 1 * len(circle)) - back
    onward = -1 if back else 1
    place = {one: (index - start) * onward % len(circle) for index, one in enumerate(circle)}
    return tuple(sorted(circle, key=lambda one: place[one]))
