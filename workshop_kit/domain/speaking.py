"""Speaking order (*tour de parole*): which idea is talked about next, in turn around tables and categories.

Round-robin of the nominal group technique (Delbecq and Van de Ven 1971), without a name: an idea is announced by the
table or the category of its author only where at least three people could have written it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from workshop_kit.domain.names import fold_name
from workshop_kit.domain.progress import TOLD_FROM

_K = TypeVar("_K", int, str)


@dataclass(frozen=True)
class Marked:
    """An idea that is to be discussed (*idée à discuter*), with the table and the category of its author.

    ``table`` is ``None`` and ``category`` ``""`` where nobody knows.
    """

    idea: str
    challenge: str
    table: int | None = None
    category: str = ""


@dataclass(frozen=True)
class Turn:
    """One turn to speak (*tour*): the idea, and how it is announced without revealing its author.

    All turns are announced by the table, or all by the category where no table may be named: both together, or now one
    and now the other, would tell who is of a small table. ``None`` and ``""``: it is announced by neither.
    """

    idea: str
    table: int | None = None
    category: str = ""


def order_turns(marked: Sequence[Marked], tables: Mapping[int, int], categories: Mapping[str, int]) -> tuple[Turn, ...]:
    """Return the order in which marked ideas are discussed.

    Each turn goes to the table heard least so far, then to the category heard least, then to the table heard longest
    ago; what is still even is decided by a digest of the ideas' ids, which says nothing of who wrote first. Tables and
    categories that may not be named take turns as one. The order is the same whatever the order given.

    Parameters
    ----------
    marked
        The ideas to be discussed, of one challenge.
    tables, categories
        How many people each table and each category has in the room.

    """
    people: Counter[str] = Counter()
    for word, count in categories.items():
        people[fold_name(word)] += count if word.strip() else 0
    told_tables, told_categories = list_told(tables), list_told(people)
    waiting = sorted((_Waiting(one, told_tables, told_categories) for one in marked), key=lambda one: one.digest)
    by_table: Counter[int | None] = Counter()
    by_category: Counter[str] = Counter()
    last: dict[int | None, int] = {}
    turns: list[Turn] = []
    while waiting:
        chosen = min(waiting, key=lambda one: (by_table[one.table], by_category[one.category], last.get(one.table, -1)))
        waiting.remove(chosen)
        by_table[chosen.table] += 1
        by_category[chosen.category] += 1
        last[chosen.table] = len(turns)
        said = chosen.marked.category if chosen.category and not told_tables else ""
        turns.append(Turn(chosen.marked.idea, chosen.table, said))
    return tuple(turns)


class _Waiting:
    """An idea that waits for its turn: its table and category as far as they may be named."""

    def __init__(self, marked: Marked, tables: Collection[int], categories: Collection[str]) -> None:
        category = fold_name(marked.category) if marked.category.strip() else ""
        self.marked = marked
        self.table = marked.table if marked.table in tables else None
        self.category = category if category in categories else ""
        self.digest = sha256(f"{marked.challenge}:{marked.idea}:turn".encode()).digest(), marked.idea


def list_told(groups: Mapping[_K, int]) -> frozenset[_K]:
    """Return the groups that may be named: of three people or more, as long as the others are three or more, or none.

    Were the others fewer, who is announced by no group would be told by that.
    """
    order = sorted((one for one in groups if groups[one] > 0), key=lambda one: (-groups[one], str(one)))
    told = [one for one in order if groups[one] >= TOLD_FROM]
    while told and 0 < sum(groups[one] for one in order[len(told) :]) < TOLD_FROM:
        told.pop()
    return frozenset(told)
