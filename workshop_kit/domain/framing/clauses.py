"""What a clause of a sentence says: its verb, in which form, and which of its words tell the action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop_kit.domain.framing.words import Word


class Form(StrEnum):
    """How a clause says what it says."""

    ORDER = "order"  # "loger …", "house …"
    STATEMENT = "statement"  # "chaque enfant mange", "nobody sleeps rough"
    WISH = "wish"  # "que chaque enfant mange", "we will house …"
    GROUP = "group"  # "zéro logement vacant", without a verb


@dataclass(frozen=True)
class Clause:
    """A clause of the sentence's own, relative clauses left out.

    ``subject``, ``start``, ``verb`` and ``end`` are places among the words: where its subject and its verb group begin,
    the verb that counts, and where what it says ends. ``purpose``: it says what another is for; ``means``: by what
    another is reached ("en créant").
    """

    subject: int
    start: int
    verb: int
    end: int
    lemma: str
    form: Form
    purpose: bool = False
    means: bool = False


@dataclass(frozen=True)
class Sentence:
    """The words of a sentence, and which of them say when, where, or nothing that counts."""

    words: Sequence[Word]
    aside: frozenset[int]
    text: str


def cover(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the places of the words that stand in one of the stretches."""
    return frozenset(
        place
        for place, word in enumerate(words)
        if any(start <= word.start and word.end <= end for start, end in spans)
    )
