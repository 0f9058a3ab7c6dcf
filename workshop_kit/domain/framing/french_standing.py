"""Where the walk through a French sentence stands, and which of its words are verbs there."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing import french_words as lexicon
from workshop_kit.domain.framing.clauses import Clause, Form, Sentence
from workshop_kit.domain.framing.french_verbs import (
    CLITICS,
    COMES_OR_HOLDS,
    MARKS,
    OBJECT_STARTS,
    RELATIVES,
    STAYING,
    SUBORDINATES,
    is_first_person,
    is_participle,
    is_past,
    is_verb_entry,
    may_be_verb,
)
from workshop_kit.domain.framing.numbers import NUMBER_WORD
from workshop_kit.domain.framing.words import are_shouted, is_listed

_OBJECTS_OF_ORDERS: Final = frozenset({"le", "la", "les", "l'", "un", "une", "des", "tous", "toutes", "chaque", "nos"})
_BEFORE_NOUNS: Final = frozenset(
    {"le", "la", "l'", "un", "une", "du", "au", "des", "ce", "cet", "cette", "son", "notre", "votre", "leur"}
)
#: Words that open a subject.
_HEADS: Final = frozenset(
    {"chaque", "tous", "toutes", "tout", "toute", "aucun", "aucune", "chacun", "chacune", "nul", "nulle"}
    | {"le", "la", "l'", "les", "un", "une", "personne", "plus", "notre", "nos", "leur", "leurs", "ce", "cet", "cette"}
    | {"ces"}
)
#: A noun stands behind these: "plus un seul commerce".
_ADJECTIVES_BEFORE: Final = frozenset(
    {"seul", "seule", "autre", "petit", "petite", "grand", "grande", "nouveau", "nouvelle", "ancien", "ancienne"}
    | {"jeune", "vieux", "vieille", "moindre", "simple", "premier", "première", "dernier", "derniere", "meme"}
)
#: What one enters by, or how.
_ENTERED: Final = frozenset(
    {"seul", "seule", "seuls", "seules", "dans", "à", "au", "aux", "en", "sans", "par", "avec", "chez"}
    | {"gratuitement", "librement", "facilement", "directement", "partout", "tous", "toutes", "enfin"}
)
#: Adjectives that verbs are written like, behind a noun: "une serre vide".
_NO_VERBS: Final = frozenset(
    {"vide", "libre", "propre", "calme", "sale", "seule", "utile", "fragile", "vierge", "rouge"}
)
#: Participles that no verb in a person is written like: "un repas offert".
_PARTICIPLES: Final = frozenset(
    word + end
    for word in ("offert", "ouvert", "couvert", "souffert", "decouvert", "rouvert", "recouvert")
    for end in ("", "e", "s", "es")
) | frozenset(
    word + end
    for word in (
        "mis",
        "pris",
        "appris",
        "compris",
        "remis",
        "promis",
        "permis",
        "admis",
        "soumis",
        "transmis",
        "acquis",
    )
    for end in ("", "e", "es")
)
_FUTURE: Final = re.compile(r"(?:er|ir|ud|vr|dr|tr|rr|uer|[aeiou]r)(?:a|ont|ez|ons)$")


_SOON: Final = 2
_SUPPOSED: Final = re.compile(r"\W*(?:et |mais )?si [^.;:!?]{8,160}\?\W*$")


class Standing:
    """What is known at one word of a sentence: the clauses so far, and what is open."""

    def __init__(self, sentence: Sentence) -> None:
        self.words = sentence.words
        self._shouted = are_shouted(sentence.words)
        self.aside = sentence.aside
        self.clauses: list[Clause] = []
        self.relative = False  # a relative pronoun waits for its verb
        self.inside = False  # the words of a relative clause
        self.wish = False
        self.purpose = False
        self.verbs: list[int] = []  # all verbs, those of relative clauses too
        self.supposed = _SUPPOSED.match(sentence.text) is not None  # "et si … ?": the imperfect tells what shall be
        self.opened = 0  # where the present clause began

    def _leads_below(self, place: int) -> bool:
        """Say whether a word begins a clause below another: "qui", "quand"."""
        word = self.words[place].plain
        if word in RELATIVES:
            follows = place - self.opened > 1 and self.words[place - 1].plain == "," and word in {"où", "dont"}
            return place > 0 and (follows or not self._opens(place))
        if word == "s'" and place + 1 < len(self.words) and self.words[place + 1].plain in {"il", "ils"}:
            return True
        if word in {"quand", "lorsque", "lorsqu'", "puisque", "puisqu'"} and place:
            return True
        if word == "si" and self.supposed and place < _SOON:
            return False
        return word in SUBORDINATES and (place == 0 or self._verb_since() or self._opens(place))

    def _has_verb_since(self, place: int) -> bool:
        return any(clause.verb >= place for clause in self.clauses)

    def _verb_since(self) -> bool:
        return self._has_verb_since(self.opened)

    def _has_subject(self, start: int, end: int) -> bool:
        """Say whether what stands before a comma may be the subject: "Chaque aîné, même isolé, …"."""
        own = [w.plain for i, w in enumerate(self.words[start:end], start) if i not in self.aside]
        head = own[0] if own else ""
        if "sur" in own[1:-1] and (head in {"un", "une"} or head[:1].isdigit() or NUMBER_WORD.fullmatch(head)):
            return True
        return head in {"chaque", "tous", "toutes", "aucun", "aucune", "plus", "personne", "les", "tout", "toute"}

    def _before(self, place: int) -> int:
        """Return the place of the word before, pronouns and adverbs that cling to a verb left out; -1 if none."""
        place -= 1
        while place >= 0 and (self.words[place].plain in CLITICS or place in self.aside):
            place -= 1
        return place

    def _opens(self, place: int) -> bool:
        """Say whether a word opens its clause: nothing before it, or a mark, a conjunction, an adjunct."""
        before = place - 1
        while before >= 0 and before in self.aside:
            before -= 1
        return before < 0 or self.words[before].plain in MARKS or self.words[before].plain == ","

    def _is_infinitive(self, place: int) -> bool:
        word = self.words[place]
        if (
            not re.search(r"(?:er|ir|re)$", word.plain)
            or len(word.plain) < 4
            or (word.is_name and not self._opens(place) and not self._shouted)
        ):
            return False
        after = self.words[place + 1].plain if place + 1 < len(self.words) else ""
        heads = self._opens(place) and after in _OBJECTS_OF_ORDERS and word.plain.endswith("er")
        if (word.plain in lexicon.NOT_INFINITIVES and not heads) or not is_verb_entry(word.plain, word.marked):
            return False
        before = self.words[place - 1].plain if place else ""
        governed = place > 1 and self.words[place - 2].plain in {"de", "pour", "à", "et", "sans"}
        return before not in _BEFORE_NOUNS or (before in {"le", "la", "l'", "leur"} and governed)

    def _last_is(self, place: int) -> bool:
        return bool(self.clauses) and self.clauses[-1].verb == place

    def _is_finite(self, place: int) -> bool:
        word = self.words[place]
        before = self._noun_before(place)
        if not word.is_word or (word.is_name and not self._shouted) or word.plain in CLITICS - {"plus"}:
            verb = word.lemma == word.plain or word.lemma.endswith(("er", "ir", "re"))
            return verb and word.is_name and place == 0 and is_first_person(word.plain)
        if (
            word.plain in _PARTICIPLES
            or is_past(word)
            or (word.plain == "place" and before == ",")
            or (word.plain == "importe" and before == "n'")
            or word.plain == "plus"
            or (word.plain.endswith("ant") and self._plain_before(place) != "en")
        ):
            return False
        if word.plain == "soit" and before in {",", "-", "("}:
            return False
        if before in {"que", "qu'"} and word.plain in STAYING:
            return True
        if word.plain == "a":
            return self._has_avoir(place)
        if word.plain == "entre":
            return self._enters(place)
        if COMES_OR_HOLDS.fullmatch(word.plain):
            return before not in lexicon.DETERMINERS
        if self._clings_to_verb(place, before):
            after_ne = before in {"ne", "n'"} and word.plain.endswith(("ent", "e", "t", "d", "s", "a", "ra", "x"))
            return may_be_verb(word) or (after_ne and word.plain not in {"pas", "plus", "jamais", "rien"})
        if before in {"on", "il", "elle", "ils", "elles", "je", "tu", "qui", "j'"} or (
            before == "nous" and word.plain.endswith("ons")
        ):
            return may_be_verb(word)
        if word.plain in lexicon.FINITE and word.plain not in lexicon.AS_NOUN_TOO:
            return word.plain not in {"est", "sont", "vit"} or before not in {"l'", "à", "de", "le", "d'"}
        return before not in lexicon.DETERMINERS and self._has_ending(place, before)

    def _plain_before(self, place: int) -> str:
        return self.words[place - 1].plain if place else ""

    def _noun_before(self, place: int) -> str:
        """Return the word before; "un gamin sur deux vienne": the number stands for a noun."""
        before = self.words[place - 1].plain if place else ""
        shared = place > 1 and self.words[place - 2].plain == "sur" and NUMBER_WORD.fullmatch(before) is not None
        bounded = before in {"plus", "moins"} and place > 1 and self.words[place - 2].plain in {"au", "du"}
        return "sur-deux" if shared or bounded else before

    def _enters(self, place: int) -> bool:
        """Say whether "entre" is the verb: "toute personne en fauteuil entre seule à la mairie"."""
        after = self.words[place + 1].plain if place + 1 < len(self.words) else ""
        where = after in _ENTERED or self._plain_before(place) in {"on", "il", "elle", "ils", "elles", "qui"}
        return where and not self._verb_since() and place > self.opened + 1

    def _clings_to_verb(self, place: int, before: str) -> bool:
        """Say whether a word that only a verb has behind it stands before: "ne", "se", "n'y"."""
        if before in {"ne", "n'", "se", "s'", "m'", "me"}:
            return True
        clings = before in {"y", "en", "lui", "leur", "les", "l'", "le", "la"}
        return clings and place > 1 and self.words[place - 2].plain in {"ne", "n'", "on", "qui", "il", "se"}

    def _has_ending(self, place: int, before: str) -> bool:
        """Say whether a word has the ending of a verb in a person, or stands where such a verb stands."""
        word = self.words[place]
        conjugated = word.lemma != word.plain and word.lemma.endswith(("er", "ir", "re"))
        if conjugated and _FUTURE.search(word.plain):
            return True
        if word.plain.endswith("ons") and (self._opens(place) or before == "nous"):
            return may_be_verb(word)
        if conjugated and word.plain.endswith(("ent", "ait") if self.supposed else "ent"):
            return True
        after = self.words[place + 1].plain if place + 1 < len(self.words) else ""
        named = place > 1 and self.words[place - 2].plain in _HEADS and after in _OBJECTS_OF_ORDERS
        return (before not in _ADJECTIVES_BEFORE or named) and self._follows_subject(place) and may_be_verb(word)

    def _has_avoir(self, place: int) -> bool:
        """Say whether "a" is the verb: after a subject, before what one has or has done."""
        after = self.words[place + 1].plain if place + 1 < len(self.words) else ""
        if place == 0 or after == "" or self.words[place - 1].plain in lexicon.DETERMINERS | {","}:
            return False
        return (
            after in lexicon.DETERMINERS - {"au", "aux"}
            or after in {"acces", "besoin", "droit", "faim", "toujours", "deja", "quelqu'", "trouve", "recu"}
            or after.endswith(("e", "i", "u"))
        )

    def _follows_subject(self, place: int) -> bool:
        """Say whether a word that may be a noun stands where the verb of a subject with an article stands."""
        if place == 0 or (self.relative is False and self._has_statement_since()):
            return self._follows_joined(place)
        after = self.words[place + 1].plain if place + 1 < len(self.words) else ""
        head = next(
            (w.plain for i, w in enumerate(self.words[self.opened : place], self.opened) if i not in self.aside), ""
        )
        first = self.words[self.opened]
        named = place == self.opened + 1 and first.is_name and not is_listed(first.marked, "fr")
        opened = self.relative or named or head in _HEADS or (head[:1].isdigit())
        if is_participle(self.words[place]) or self.words[place].plain.rstrip("s") in _NO_VERBS:
            return False
        counted = self._noun_before(place) == "sur-deux" and self.words[place].plain in lexicon.FINITE
        if counted or (opened and self.words[place].plain in STAYING):
            return True
        return opened and (
            after in OBJECT_STARTS
            or after[:1].isdigit()
            or NUMBER_WORD.fullmatch(after) is not None
            or after in MARKS
            or after in {"", ","}
            or (is_listed(after, "fr") and after.endswith("ment"))
        )

    def _follows_joined(self, place: int) -> bool:
        """Say whether a verb has a subject that "et" joins to a statement: "…, et la bibliothèque reste ouverte"."""
        last = self.clauses[-1].verb if self.clauses else 0
        joins = [i for i in range(last + 1, place - 1) if self.words[i].plain in {"et", "mais", "puis"}]
        if place == 0 or not joins or self.inside or is_participle(self.words[place]):
            return False
        head = self.words[joins[-1] + 1].plain
        after = self.words[place + 1].plain if place + 1 < len(self.words) else ""
        stays = self.words[place].plain in STAYING and self.words[place - 1].plain not in lexicon.DETERMINERS
        told = after in OBJECT_STARTS - {"de", "d'", "du", "des", "pour", "à", "au", "aux", "en", "et"}
        named = head in _HEADS - {"plus"} | {"nos", "notre", "leur", "leurs", "ses", "son", "sa"}
        return place - joins[-1] > 2 and named and (stays or (told and after not in {"plus", "moins"}))

    def _has_statement_since(self) -> bool:
        return any(clause.verb >= self.opened and clause.form is not Form.ORDER for clause in self.clauses)

    def _names_thing(self, place: int) -> bool:
        """Say whether something that can be had stands there: "faire rouler un minibus"."""
        return place < len(self.words) and self.words[place].lemma not in lexicon.ABSTRACT

    def _group_start(self, place: int) -> int:
        start = place
        while start and self.words[start - 1].plain in CLITICS and start - 1 not in self.aside:
            start -= 1
        if (
            start < place
            and self.words[start].plain in {"la", "le", "les", "l'", "plus", "tous", "toutes", "nous"}
            and self.words[place].plain in lexicon.FINITE
            and start
            and self.words[start - 1].plain in lexicon.DETERMINERS
        ):
            return place
        return start
