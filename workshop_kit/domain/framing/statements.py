"""A statement or a wish, with what stands around it, as it is to be weighed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Final

from workshop_kit.domain.framing import french_turns
from workshop_kit.domain.framing.clauses import Clause
from workshop_kit.domain.framing.force_words import NEGATIVE, NO_MORE
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.weights import LEXICONS, Evidence, blank, find_measure

#: What is told of before or instead of something else.
_BESIDE: Final = re.compile(
    r"\b(?:avant (?:de|d'|que)|sans|au lieu d|plutôt qu|plutot qu|instead of|rather than|without|before|so that|when|"
    r"of \w+ing|after \w+ing|to|autrement qu[e']|other than|otherwise than)\b.*|\bzero \w+"
)
#: Who leaves better off, or leaves nothing bad behind: "prisoners leave able to read", "visitors leave no litter".
_LEAVES_WITH: Final = re.compile(
    r"leaves? (?:[\w'-]+ ){0,4}?(?:able to|with (?!no\b|nothing)|knowing|ready|fit|having)\b|"
    r"(?:sends?|leaves?|wastes?|throws?|pays?|owes?|loses?|spends?|burns?|dumps?|emits?|spills?) (?:no\b|nothing|"
    r"nobody)"
)
#: All of those named, and what is not so of them, which may be well.
_ALL_OF_THEM: Final = re.compile(r"\W*(?:chaque|tous|toutes|tout le monde|every|each|all|everyone|everybody)\b")
_LEAVING: Final = frozenset({"quitter", "partir", "sortir", "leave"})
_DENIED: Final = re.compile(r"\b(?:ne |n')|n't\b|\b(?:not|no|never|nobody|nothing|sans|without)\b")
_RELATIVE: Final = frozenset({"qui", "que", "qu'", "dont", "où", "who", "which", "where", "whose", "that"})


@dataclass(frozen=True)
class Statement:
    """A statement and what stands around it."""

    clause: Clause
    evidence: Evidence
    lexicon: ModuleType
    told: str  # its verb and what follows
    head: frozenset[str]  # the words of its subject
    every: bool  # it speaks of each one, or of nobody
    measured: Measure | None

    @property
    def negative(self) -> bool:
        """Whether something lacks, closes or leaves in it."""
        if self.evidence.language == "en" and _LEAVES_WITH.match(self.told):
            return False
        return french_turns.is_bad(_BESIDE.sub("", self.told), self.told, NEGATIVE[self.evidence.language])

    @property
    def bad_for_all(self) -> bool:
        """Whether something bad is told of all of them: "toutes les associations cherchent des bénévoles"."""
        words = self.evidence.words
        subject = self.evidence.plain[words[self.clause.subject].start : words[self.clause.start].start]
        told = self.every and self.negative and self.clause.lemma not in _LEAVING
        return told and _ALL_OF_THEM.match(subject) is not None and _DENIED.search(self.told) is None

    @property
    def asked(self) -> bool:
        """Whether it is a question."""
        return re.search(self.lexicon.QUESTION, self.evidence.plain) is not None

    @property
    def dated(self) -> bool:
        """Whether a day is set."""
        return bool(self.evidence.deadlines)


def _told_itself(evidence: Evidence, start: int, end: int) -> str:
    """Return what a statement tells, in English without the clause that only narrows its last noun."""
    told = evidence.plain[start:end]
    return re.split(r"\b(?:that|which|whose) ", told, maxsplit=1)[0] if evidence.language == "en" else told


def look_at(clause: Clause, number: int, clauses: Sequence[Clause], evidence: Evidence) -> Statement:
    """Return a statement with its subject, what it tells, and its measure."""
    words, lexicon = evidence.words, LEXICONS[evidence.language]
    start, end = words[clause.subject].start, words[clause.end - 1].end
    subject = blank(evidence.plain, evidence.rhythms)[start : words[clause.start].start]
    told = evidence.plain[words[clause.start].start : end]
    every = (
        re.search(lexicon.EVERY, subject) is not None
        or (
            evidence.language == "fr"
            and french_turns.speaks_of_all(subject, evidence.plain[words[clause.start].start : end])
        )
        or NO_MORE[evidence.language].search(_told_itself(evidence, start, end)) is not None
        or any(one.sort is Sort.ZERO and start <= one.start < words[clause.start].start for one in evidence.measures)
    )
    named = words[clause.subject : clause.start]
    below = next((place for place, word in enumerate(named) if place and word.plain in _RELATIVE), len(named))
    named = [word for word in named[:below] if not word.plain.endswith("'s")]
    return Statement(
        clause,
        evidence,
        lexicon,
        told,
        frozenset(word.lemma for word in named) | frozenset(word.plain for word in named),
        every,
        find_measure(clause, clauses, number, evidence, list(Sort)),
    )
