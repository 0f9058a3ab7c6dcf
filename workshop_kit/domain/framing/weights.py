"""What weighing the clauses of a sentence needs, and comes to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType
from typing import Final

from workshop_kit.domain.framing import english_words, french_words
from workshop_kit.domain.framing.clauses import Clause
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.people_words import ENGLISH_PEOPLE, FRENCH_PEOPLE
from workshop_kit.domain.framing.words import Word

PEOPLE: Final = ENGLISH_PEOPLE | FRENCH_PEOPLE
LEXICONS: Final[dict[str, ModuleType]] = {"fr": french_words, "en": english_words}


class Force(StrEnum):
    """What a clause names: an end, a means, an intention without an end, or how things are today."""

    END = "end"
    MEANS = "means"
    VAGUE = "vague"
    FACT = "fact"


@dataclass(frozen=True)
class Weighed:
    """A clause and its force; ``why`` names the reason, ``words`` are those that decided, as places among the words."""

    clause: Clause
    force: Force
    why: str
    words: tuple[int, int]


@dataclass(frozen=True)
class Evidence:
    """What the parts of a sentence say, for weighing its clauses."""

    words: Sequence[Word]
    plain: str
    language: str
    measures: Sequence[Measure]
    deadlines: Sequence[tuple[int, int]]
    rhythms: Sequence[tuple[int, int]]
    addresses: Sequence[tuple[int, int]]
    money: Sequence[tuple[int, int]]


#: Behind these stands how it is today: "three quarters of them, up from one in ten".
_COMPARED_WITH: Final = re.compile(r"\b(?:(?:up|down) from|instead of|rather than|compared (?:with|to)|against) $")


def find_measure(
    clause: Clause, clauses: Sequence[Clause], number: int, evidence: Evidence, sorts: Sequence[Sort]
) -> Measure | None:
    """Return the measure of a clause: within its reach, which goes on to the next clause."""
    start = evidence.words[clause.subject].start if number else 0
    end = evidence.words[clauses[number + 1].subject].start if number + 1 < len(clauses) else len(evidence.plain)
    return next(
        (
            one
            for one in evidence.measures
            if one.sort in sorts
            and start <= one.start < end
            and _COMPARED_WITH.search(evidence.plain[: one.start]) is None
            and (one.sort in {Sort.CHANGE, Sort.THRESHOLD, Sort.SAID} or not overlaps(one, evidence.money))
        ),
        None,
    )


def overlaps(measure: Measure, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a measure shares signs with one of some stretches."""
    return any(measure.start < end and start < measure.end for start, end in spans)


def blank(plain: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text with the stretches of ``spans`` blank: "every week" says no "every"."""
    for start, end in spans:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain
