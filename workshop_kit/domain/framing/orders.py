"""An order, with what stands around it, as it is to be weighed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Final

from workshop_kit.domain.framing.clauses import Clause
from workshop_kit.domain.framing.force_words import GIVEN
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.weights import PEOPLE, Evidence, blank, find_measure

ARTICLES: Final = frozenset(
    {"un", "une", "des", "a", "an", "more", "new", "plus", "deux", "trois", "quatre", "cinq", "dix"}
    | {"two", "three", "four", "five", "ten", "several", "plusieurs", "quelques", "some"}
)


@dataclass(frozen=True)
class Order:
    """An order and what stands around it."""

    clause: Clause
    number: int
    clauses: Sequence[Clause]
    evidence: Evidence
    lexicon: ModuleType

    @property
    def told(self) -> str:
        """What it says after its verb."""
        words = self.evidence.words
        return self.evidence.plain[words[self.clause.verb].end : words[self.clause.end - 1].end]

    def measured(self, sorts: Sequence[Sort]) -> Measure | None:
        """Return its measure of one of some sorts."""
        return find_measure(self.clause, self.clauses, self.number, self.evidence, sorts)

    @property
    def every(self) -> bool:
        """Whether each one, all or none is said."""
        return re.search(self.lexicon.EVERY, blank(self.evidence.plain, self.evidence.rhythms)) is not None

    @property
    def asked(self) -> bool:
        """Whether it is asked how."""
        return re.match(r"\W*(?:comment|how)\b", self.evidence.plain) is not None

    def is_one_thing(self) -> bool:
        """Say whether it acts on something made, bought or set up, one or so many of it."""
        words = self.evidence.words[self.clause.verb + 1 : min(self.clause.end, self.clause.verb + 5)]
        if not words:
            return False
        article = words[0].plain in ARTICLES or words[0].plain[:1].isdigit()
        people = words[1:2] and words[1].lemma in PEOPLE
        return article and not people and any(word.lemma in self.lexicon.MEANS_THINGS for word in words[1:4])

    def is_given(self, measure: Measure) -> bool:
        """Say whether a count is of as many as there are: "les 12 communes"."""
        return GIVEN.search(self.evidence.plain[max(0, measure.start - 5) : measure.end]) is not None
