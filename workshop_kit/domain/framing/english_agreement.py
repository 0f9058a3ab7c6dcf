"""Whether a word of an English sentence agrees, as its verb, with the subject before it."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.clauses import Clause, Sentence
from workshop_kit.domain.framing.english_verbs import (
    AFTER_VERBS,
    ALWAYS_ONE,
    ANYBODY,
    AROUND_FIGURES,
    ENDURING,
    IRREGULAR,
    LASTING,
    MARKS,
    MOVING,
    NUMBERS,
    PARTICIPLES,
    PEOPLE_PRONOUNS,
    PLURAL_NOUNS,
    PREPOSITIONS,
    SINGULAR,
    SURE,
    is_base,
    is_person,
)
from workshop_kit.domain.framing.people_words import ENGLISH_PEOPLE
from workshop_kit.domain.framing.words import Word, are_shouted, is_listed

_CARRIERS: Final = frozenset({"bus", "train", "ferry", "tram", "coach", "minibus", "shuttle", "boat"})
_SHARES: Final = frozenset({"more", "fewer", "less", "half", "over", "under", "nearly", "at", "most"})


class Agreement:
    """What is known at one word of a sentence: the clauses so far, and what is open."""

    def __init__(self, sentence: Sentence) -> None:
        self.words = sentence.words
        self.text = sentence.text
        self._shouted = are_shouted(sentence.words)
        self.aside = sentence.aside
        self.clauses: list[Clause] = []
        self.relative = self.inside = self.wish = self.purpose = False
        self.opened = 0
        self.skip = -1
        self.verbs: list[int] = []
        self.awaits_to = False  # "for every child to …"

    def _plain(self, place: int) -> str:
        return self.words[place].plain if 0 <= place < len(self.words) else ""

    def _agrees(self, place: int, after: str) -> bool:
        """Say whether a word that may be a noun agrees, as a verb, with the subject before it."""
        word, before = self.words[place], self._noun_before(place)
        if not before.is_word and not before.plain[:1].isdigit():
            return False
        if before.plain.endswith(("'s", "s'")) or (word.plain == "close" and after == "to"):
            return False
        if word.plain in {"pass", "passes"} and before.plain in _CARRIERS | {"rail", "travel", "day", "season", "free"}:
            return False
        if self._lasts_or_moves(place, after):
            return True
        head = self._head(place)
        plural = (
            before.plain.endswith("s") and not before.plain.endswith(("ous", "ss", "us"))
        ) or before.plain in PLURAL_NOUNS | {"adults", "over"}
        if word.plain.endswith("s") and word.lemma != word.plain:
            return self._agrees_in_singular(place, head, before, plural=plural)
        later = [one.plain for one in self.words[place + 1 : place + 7]]
        if lexicon.AUXILIARIES & set(later) and not {"and", "but", ",", "who", "that", "so", *PEOPLE_PRONOUNS} & set(
            later
        ):
            return False
        subject = " ".join(one.plain for one in self.words[self.opened : place])
        if (word.plain.endswith("ed") or word.plain in PARTICIPLES) and re.search(lexicon.EVERY, subject):
            return self._is_done_to(place, before.plain, after)
        if word.lemma != word.plain or not is_base(word.plain) or (word.plain.endswith("ing") and len(word.plain) > 5):
            return False
        adverb = self._plain(place - 1) in {"longer", "never", "still", "always", "all"}
        if after in MARKS | {""} and not adverb and word.plain not in SURE | IRREGULAR | MOVING:
            return False
        moves = word.plain in MOVING and (
            after in {"from", "to", "by", "below", "under", "above"} or after[:1].isdigit()
        )
        several = any(
            w.plain.endswith("s") and w.lemma != w.plain for w in self.words[self.opened : min(place, self.opened + 4)]
        )
        if moves and several:
            return True
        return (plural or self._is_plural(place, head, before)) and self._goes_on(place, after)

    def _is_done_to(self, place: int, before: str, after: str) -> bool:
        """Say whether a participle tells what is done to each: "every roof insulated"."""
        done = not self.relative and not before.endswith("ly") and before != "already"
        noun = after.isalpha() and after not in AFTER_VERBS | PREPOSITIONS and not after.endswith(("ly", "ing"))
        if noun and place + 1 not in self.aside and self._plain(place).endswith("ed"):
            return False
        return place > self.opened and done and after not in {"people", "children", "families", "residents", "homes"}

    def _lasts_or_moves(self, place: int, after: str) -> bool:
        """Say whether a word is a verb by what follows: "stays drinkable", "falls below four per cent"."""
        word, behind = self.words[place], self._plain(place + 2)
        if place == self.opened or self._plain(place - 1) in lexicon.DETERMINERS | PREPOSITIONS:
            return False
        if word.plain in LASTING:
            return after.isalpha() and after not in PREPOSITIONS - {"in", "on"} | lexicon.AUXILIARIES
        if word.plain in ENDURING:
            return after in {"longer", "more", "less", "under", "no", "for", "over", "at", "until", "all", "beyond"}
        figure = behind[:1].isdigit() or behind in NUMBERS or self._plain(place + 3)[:1].isdigit()
        return word.lemma in MOVING and after in AROUND_FIGURES and figure

    def _noun_before(self, place: int) -> Word:
        """Return the word before, adverbs left out."""
        place -= 1
        while place > self.opened and self._plain(place) in {"still", "always", "also", "longer", "no", "never", "now"}:
            place -= 1
        return self.words[place]

    def _head(self, place: int) -> str:
        """Return the word that opens the subject of the verb at a place."""
        words = enumerate(self.words[self.opened : place], self.opened)
        opening = (
            w.plain for i, w in words if i not in self.aside and w.plain not in {"and", "or", "so", "that", "how"}
        )
        return next(opening, "")

    def _agrees_in_singular(self, place: int, head: str, before: Word, *, plural: bool) -> bool:
        """Say whether a word in "-s" is the verb of a subject that is one: "each hamlet …", "everyone in …"."""
        subject = [one.plain for one in self.words[self.opened : place]]
        first = self.words[self.opened]
        several = first.plain.endswith("s") and first.lemma != first.plain
        named = first.is_name and not several and not is_listed(first.plain, "en")
        after_it = self._plain(place + 1)
        last = all(later in self.aside or self._plain(later) in MARKS for later in range(place + 1, len(self.words)))
        if self.words[place].lemma in ENGLISH_PEOPLE and self._plain(place) not in {"nurses", "guides", "farms"}:
            return False
        if self._serves(place, before):
            return True
        if (
            head in {"no", "a", "an", "another", "any"}
            and last
            and self.words[place].lemma not in IRREGULAR | SURE | MOVING
        ):
            return False
        moves = self.words[place].lemma in MOVING and (after_it[:1].isdigit() or after_it in AFTER_VERBS | NUMBERS)
        if (
            not (head in SINGULAR | ANYBODY or named or self.inside or moves)
            or (head == before.plain and not named and not (moves and first.is_name))
            or place == self.opened
        ):
            return False
        if head in ALWAYS_ONE | {"half"} and {"in", "of", "at", "on", "who", "from", "with", "over"} & set(subject[1:]):
            plural = False
        if head in {"the", "our"} and "of" in subject[1:4]:
            plural = False
        counted = head not in ALWAYS_ONE | {"one", "half"} and any(one.isdigit() or one in NUMBERS for one in subject)
        if moves and after_it[:1].isdigit():
            return True
        if plural or counted or before.plain.endswith(("ed", "ing")):
            return False
        after = self.words[place + 1] if place + 1 < len(self.words) else None
        if after is None or after.plain in AFTER_VERBS | MARKS | {","}:
            return True
        verb_next = after.plain.endswith("s") and after.lemma != after.plain and is_base(after.lemma)
        return not verb_next and after.plain not in lexicon.AUXILIARIES

    def _serves(self, place: int, before: Word) -> bool:
        """Say whether a bus or a train is told of: "the bus waits for the train"."""
        later = {one.plain for one in self.words[place + 1 :]}
        if place != self.opened + 2 or before.plain not in _CARRIERS or lexicon.AUXILIARIES & later:
            return False
        serves = self.words[place].lemma in {"wait", "stop", "run", "call", "meet", "connect"}
        return serves and self._plain(place + 1) in {"for", "at", "on", "every", "in", "until", "the", "with", "to"}

    def _is_plural(self, place: int, head: str, before: Word) -> bool:
        """Say whether a subject is several, whatever stands before its verb: "all leavers from the estate …"."""
        subject = [one.plain for one in self.words[self.opened : place]]
        if {"and", "or", ",", "&"} & set(subject) and not (subject.count("and") == 1 and "between" in subject):
            return False
        if head in {"a", "an", "this", "that", "another"}:
            return False
        shared = "of" in {w.plain for w in self.words[self.opened : self.opened + 5]} and head in _SHARES
        several = (
            shared or head[:1].isdigit() or head in {"all", "most", "both", "those"} | NUMBERS or self._opens_plural()
        )
        return several and before.is_word and before.plain not in lexicon.DETERMINERS | AFTER_VERBS

    def _goes_on(self, place: int, after: str) -> bool:
        """Say whether what follows a verb may follow one."""
        if after in AFTER_VERBS | NUMBERS | {"", ",", "."} or after[:1].isdigit() or self._plain(place) in SURE:
            return True
        return is_person(self.words, place + 1) or self.words[place + 1].is_name

    def _opens_plural(self) -> bool:
        """Say whether the clause opens with a plural noun, or an adjective and one."""
        return any(
            (w.is_word and w.lemma != w.plain and w.plain.endswith("s")) or w.plain in PLURAL_NOUNS
            for w in self.words[self.opened : self.opened + 2]
        )
