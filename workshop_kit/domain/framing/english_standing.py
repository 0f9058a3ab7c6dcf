"""Where the walk through an English sentence stands, and which of its words are verbs there."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.clauses import Form
from workshop_kit.domain.framing.english_agreement import Agreement
from workshop_kit.domain.framing.english_phrasals import PHRASALS
from workshop_kit.domain.framing.english_verbs import (
    AFTER_A_TRAIN,
    AFTER_NOUNS,
    AFTER_VERBS,
    ALWAYS_ONE,
    ANYBODY,
    AROUND_FIGURES,
    ASKING_MODALS,
    BEFORE_NO_ORDER,
    BETWEEN,
    COMPLEMENT,
    ENDING,
    FEELING,
    IRREGULAR,
    LETTING,
    LINKING,
    MARKS,
    MOVING,
    NOT_NAMED,
    NOUNS_TOO,
    NUMBERS,
    OBJECT_STARTS,
    ORDERS_OF_THINGS,
    PARTICIPLES,
    PEOPLE_PRONOUNS,
    PLACES_GONE_TO,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_HEADS,
    SUBORDINATES,
    SURE,
    is_base,
    is_form,
    is_ours,
    is_person,
)

_LEADING: Final = frozenset(
    {"when", "if", "once", "because", "while", "since", "as", "wherever", "whenever", "whatever", "whoever", "however"}
)


_BEFORE_HOW: Final = frozenset(
    {"in", "on", "about", "over", "into", "of", "know", "decide", "understand", "see", "say"}
)
_ZERO: Final = ALWAYS_ONE | {"not", "none", "all", "zero"}


#: What is taken without being a verb: "who take part in it".
_TAKEN: Final = frozenset(
    {
        "part",
        "place",
        "care",
        "root",
        "turns",
        "charge",
        "hold",
        "shape",
        "stock",
        "note",
        "pride",
        "time",
        "shelter",
        "aim",
    }
)


class Standing(Agreement):
    """What is known at one word of a sentence: the clauses so far, and what is open."""

    def _leads_below(self, place: int) -> bool:
        """Say whether a word begins a clause below another: "who", "when", or "they" right after a noun."""
        word = self.words[place].plain
        if word in {"knowing", "thinking", "hoping", "saying"} and self._plain(place - 1) == ",":
            return True
        if word == "time" and self._plain(place - 1) == "the" and self._plain(place - 2) in {"by", "before"}:
            return self._plain(place + 1) not in {"of", "table", "limit"}
        if word in {"how", "what", "why", "where", "who"} and self._plain(place - 1) in _BEFORE_HOW and place > 1:
            return True
        if word in RELATIVES:
            return place > 0 and not self._opens(place)
        if word in SUBORDINATES:
            return self._leads(place)
        before = self.words[place - 1]
        named = place - self.opened == 1 and before.plain in {"nothing", "everything", "anything", "everyone", "all"}
        named = named or (place - self.opened > 2 and self._plain(self.opened) not in PREPOSITIONS | NOT_NAMED)
        contact = word in PEOPLE_PRONOUNS and (self._verb_since() or named) and before.is_word and not self.wish
        return contact and before.plain not in {"and", "or", "but", "so", "that", "then", "until"}

    def _leads(self, place: int) -> bool:
        """Say whether a word leads a clause below the main one: a verb has come, or none will before the comma."""
        if self._plain(place + 1).endswith("ing") or (self._plain(place) == "how" and place == 0):
            return False
        return self._verb_since() or (self._opens(place) and self._plain(place) in _LEADING)

    def _verb_since(self) -> bool:
        return any(clause.verb >= self.opened for clause in self.clauses)

    def _has_subject(self, place: int) -> bool:
        head = next(
            (w.plain for i, w in enumerate(self.words[self.opened : place], self.opened) if i not in self.aside), ""
        )
        return head in {"every", "each", "all", "no", "nobody", "everyone"} and not self.relative

    def _opens(self, place: int) -> bool:
        before = place - 1
        while before >= self.opened and before in self.aside:
            before -= 1
        if before > 0 and self._plain(before) == "not" and self._plain(before - 1) == "why":
            return True
        return before < self.opened or self._plain(before) in MARKS | {",", "-"}

    def _is_order(self, place: int) -> bool:
        word, before, after = self.words[place], self._plain(place - 1), self._plain(place + 1)
        if (
            not word.is_word
            or not is_base(word.plain)
            or (word.plain in LINKING and after == ",")
            or (
                word.plain in lexicon.AUXILIARIES
                and not self._has_done(place)
                and (before != "to" or word.plain not in {"have", "be", "do"})
            )
            or (word.is_name and not self._opens(place) and not self._shouted)
        ):
            return False
        if (self.wish and self.opened == place) or (self._opens(place) and self._is_subject_noun(place)):
            return False
        if before == "to":
            return self._is_infinitive(place)
        opens = self._opens(place) or (
            before in {"and", "or", "then", "please", "let's", "also", "not", "but", "never", "&", "+", "plus"}
            and self._conjoins(place - 1)
        )
        last = self.clauses[-1] if self.clauses else None
        if before in {"and", "or"} and last is not None and last.form is Form.WISH and last.verb >= self.opened:
            return False
        if not opens or (self.inside and before in {"and", "or"}):
            return False
        if word.plain == "see" and after == "to" and self._plain(place + 2) == "it":
            return True
        if self._only_describes(place):
            return False
        if (word.plain, after) in PHRASALS and self._plain(place + 2) not in PREPOSITIONS | {"", ","}:
            return True
        if place == 0 and word.plain in ENDING and after.isalpha() and after not in AFTER_NOUNS:
            return True
        if word.plain in NOUNS_TOO or not is_ours(word.plain):
            return self._acts_on_something(place)
        return after not in {"is", "are", "'"}

    def _only_describes(self, place: int) -> bool:
        """Say whether a word only narrows the noun behind it: "free bus passes", "lead pipes", "foster parents"."""
        word, after = self._plain(place), self._plain(place + 1)
        if word in {"foster", "host"}:
            return after in {"families", "parents", "carers", "homes", "children"}
        if word == "lead":
            return after in {"pipe", "pipes", "paint", "piping", "poisoning", "levels", "shot"}
        if word == "double":
            return after in {
                "yellow",
                "glazing",
                "decker",
                "deckers",
                "bed",
                "beds",
                "room",
                "rooms",
                "doors",
                "glazed",
            }
        freed = {"from", "of", "up"} & {w.plain for w in self.words[place + 1 : place + 9]}
        return word == "free" and (after.endswith("ing") or (after not in OBJECT_STARTS and not freed))

    def _has_done(self, place: int) -> bool:
        """Say whether "have" orders a state: "have every beach lifeguarded"."""
        after = self._plain(place + 1)
        if self._plain(place) == "have" and self._plain(place - 1) == "let's":
            return True
        if self._plain(place) == "do":
            return after in {"away", "without"} and (self._opens(place) or self._plain(place - 1) in {"and", "to"})
        whom = after in {"every", "each", "all", "no"} or (after in {"the", "our"} and self._opens(place))
        return self._plain(place) == "have" and whom and self._plain(place - 1) in {"", "and", ",", "&", "to", "."}

    def _is_infinitive(self, place: int) -> bool:
        """Say whether a word after "to" is a verb: not in "to school", nor in "access to work"."""
        word, after = self.words[place].plain, self._plain(place + 1)
        stands_alone = after in PREPOSITIONS | MARKS | {"", ","} or place + 1 in self.aside
        if stands_alone and not is_ours(word) and word not in IRREGULAR:
            return False
        return word not in PLACES_GONE_TO and self._plain(place - 2) not in BEFORE_NO_ORDER

    def _acts_on_something(self, place: int) -> bool:
        """Say whether a word that may be a noun is a verb, by what follows: "house prices", "house every family"."""
        word, before, after = self.words[place].plain, self._plain(place - 1), self._plain(place + 1)
        ours = is_ours(word)
        year = after[:1].isdigit() and len(after) == 4
        figure = self._plain(place + 2)
        if word in {"divide", "multiply"} and after == "by" and (figure in NUMBERS or figure[:1].isdigit()):
            return True
        if not ours and word not in SURE and (after in PREPOSITIONS | {"people", "young", "older", "old"} or year):
            return False
        if word == "train" and self._opens(place):
            return after not in AFTER_A_TRAIN
        if after in OBJECT_STARTS | NUMBERS or after[:1].isdigit():
            return True
        if ours and (is_person(self.words, place + 1) or before in {"and", "then"}):
            return True
        named = place + 1 < len(self.words) and self.words[place + 1].is_name
        if not ours and word.startswith("re") and named:
            return True
        return word in ORDERS_OF_THINGS and after not in MARKS | {"", "is", "are"}

    def _conjoins(self, place: int) -> bool:
        """Say whether a conjunction joins two orders, or opens the sentence."""
        return place <= self.opened or bool(self.clauses and (self.clauses[-1].form is Form.ORDER or not self.inside))

    def _is_finite(self, place: int) -> bool:
        word, before, after = self.words[place], self._before(place), self._plain(place + 1)
        if not word.is_word or (word.is_name and place and not self._shouted):
            return False
        if word.plain == "better" and is_base(after):
            return False
        if word.plain in _TAKEN and self._plain(place - 1) in {"take", "takes", "took", "taken", "taking"}:
            return False
        if (word.plain in lexicon.AUXILIARIES and word.plain != "be") or word.plain.endswith("n't"):
            return self._is_auxiliary(place, before, after)
        if word.plain in PARTICIPLES and (
            self._completes_order() or (before in FEELING and (self.relative or self.inside))
        ):
            return False
        if self._is_asked_of(place):
            return True
        if (
            before in ANYBODY - {"it", "one"}
            or (before == "one" and self._plain(place - 2) == "no")
            or (before == "it" and word.plain not in {"or", "in", "of"})
        ):
            return is_form(word) and before != ""
        if before in lexicon.DETERMINERS | {"to", "of"} or place == 0 or not is_form(word):
            return (
                before in {"not", "never", "who", "that", "which"}
                and is_form(word)
                and (self.relative or self._plain(place - 2) in ANYBODY)
            )
        return self._follows_noun(place, before, after)

    def _is_auxiliary(self, place: int, before: str, after: str) -> bool:
        """Say whether "is", "can", "won't" tells something of a subject before it, and does not ask."""
        if before == "why" and after in ALWAYS_ONE | {"all"}:
            return False
        return (
            place > 0
            and not (self._opens(place) and place == self.opened == 0)
            and not (after in PEOPLE_PRONOUNS | {"nobody", "everyone"} and place - self.opened <= 1)
            and before not in {"how", "what", "so", "nor", "neither"}
        )

    def _completes_order(self) -> bool:
        """Say whether an order that waits for a state stands before: "keep the pool open"."""
        last = self.clauses[-1] if self.clauses else None
        ordered = last is not None and last.form is Form.ORDER and last.verb >= self.opened
        return ordered and last is not None and last.lemma in {"keep", "make", "get", "leave", "set"}

    def _is_asked_of(self, place: int) -> bool:
        """Say whether a word is what the subject of a question does: "How might every night worker travel home"."""
        first = self.opened
        while self._plain(first) in {"and", "so", ",", "but"}:
            first += 1
        lead = (
            first + 2
            if self._plain(first) in {"to", "in", "by"} and self._plain(first + 1) in {"what", "which"}
            else first
        )
        asks = self._plain(first) == "how" and self._plain(first + 1) in ASKING_MODALS
        refused = self._plain(first) == "why" and self._plain(first + 1).endswith("n't")
        asks = asks or (refused and self._plain(first + 2) in ALWAYS_ONE | {"all"})
        asks = asks or (first == 0 and self._plain(0) in ASKING_MODALS - {"do", "does"} and not self.clauses)
        asks = asks or (lead > first and self._plain(lead + 1) in ASKING_MODALS)
        if not asks or self._verb_since() or self.relative or place < first + 3 or not is_base(self._plain(place)):
            return False
        before, after = self.words[place - 1], self._plain(place + 1)
        follows = after in AFTER_VERBS | PREPOSITIONS | MARKS | {"", ","} or self._plain(place) in SURE | MOVING | {
            "be"
        }
        follows = follows or (is_ours(self._plain(place)) and self._plain(place) not in NOUNS_TOO)
        return before.is_word and before.plain not in lexicon.DETERMINERS | PREPOSITIONS and follows

    def _follows_noun(self, place: int, before: str, after: str) -> bool:
        """Say whether a word that may be a verb is the one of a clause, by the noun before it."""
        word = self.words[place]
        if self._plain(self.opened) == "with" and self._plain(self.opened + 1) not in _ZERO:
            return False
        if self.relative and before in RELATIVES:
            return True
        if (
            self.inside
            and after in AFTER_VERBS
            and before not in {"and", "or"}
            and (word.plain.endswith("s") == (word.lemma != word.plain))
        ):
            return True
        if self._verb_since() and not self.relative and self._joins_subject(place):
            return True
        if self._verb_since() and not self.relative and not self.inside and before not in {"and", "or", "but"}:
            return False
        return self._agrees(place, after)

    def _is_subject_noun(self, place: int) -> bool:
        """Say whether a word that opens and may be an order names something: "Staff vacancies in homes fall below"."""
        after = self._plain(place + 1)
        if self._plain(place) in COMPLEMENT or after in OBJECT_STARTS | NUMBERS or not after.isalpha():
            return False
        for later in range(place + 2, min(place + 12, len(self.words))):
            word, behind = self.words[later], self._plain(later + 1)
            if word.plain in MARKS | PEOPLE_PRONOUNS | {
                ",",
                "who",
                "that",
                "which",
                "where",
                "so",
                "to",
                "and",
                "by",
                "for",
            }:
                return False
            if word.plain in {"is", "are", "has", "have", "will", "must"} and later not in self.aside:
                return True
            plural = self._plain(later - 1).endswith("s") and self._plain(place) not in LETTING
            if plural and word.plain in MOVING | SURE and behind in AFTER_VERBS and place + 2 == later:
                return True
            if word.lemma in MOVING and (behind in AROUND_FIGURES or behind[:1].isdigit()):
                return True
        return False

    def _joins_subject(self, place: int) -> bool:
        """Say whether a conjunction opened another clause with its own subject: "… and half of the meat comes …"."""
        last = self.clauses[-1].verb
        joins = [i for i in range(last + 1, place) if self._plain(i) in {"and", "but", "while"}]
        if not joins or (self.clauses[-1].form is Form.ORDER and self._plain(joins[-1] + 1) not in SUBJECT_HEADS):
            return False
        if self._plain(joins[-1] + 1) not in SUBJECT_HEADS and not self._plain(joins[-1] + 1)[:1].isdigit():
            return False
        opened, self.opened = self.opened, joins[-1] + 1
        agrees = self._agrees(place, self._plain(place + 1))
        self.opened = opened
        return agrees

    def _before(self, place: int) -> str:
        """Return the word before, adverbs left out: "no longer", "still", "always"."""
        place -= 1
        while place > self.opened and self._plain(place) in BETWEEN and self._plain(place - 1) != "and":
            if self._plain(place) == "no" and self._plain(place + 1) != "longer":
                break
            place -= 1
        return self._plain(place)
