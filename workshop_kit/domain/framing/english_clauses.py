"""The clauses of an English sentence: orders, verbs with their subject, and states said with a participle."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.clauses import Clause, Form, Sentence
from workshop_kit.domain.framing.english_late_verbs import add_late
from workshop_kit.domain.framing.english_meaning import Meaning
from workshop_kit.domain.framing.english_requests import find_request
from workshop_kit.domain.framing.english_verbs import (
    ADVERBS,
    AFTER_SO,
    AFTER_VERBS,
    ALWAYS_ONE,
    ANYBODY,
    BEFORE_THAT,
    COMPLEMENT,
    LETTING,
    LINKING,
    MARKS,
    OBJECT_STARTS,
    PEOPLE_PRONOUNS,
    PREPOSITIONS,
    SURE,
    WISHING,
    is_base,
    read_gerund,
)
from workshop_kit.domain.framing.words import list_plain


def find_clauses(sentence: Sentence) -> tuple[list[Clause], list[int]]:
    """Return the clauses of the sentence's own in their order, and the places of all its verbs."""
    walk = _Walk(sentence)
    return walk.run(), walk.verbs


#: Who only makes it possible: "while somebody minds the baby".
_OTHERS: Final = PEOPLE_PRONOUNS | {"somebody", "someone", "others", "another"}

#: What is said of what was said: "that would tell us", "that is what we want".
_REMARKING: Final = list_plain("tell show do mean matter suffice count please prove help satisfy sound seem")
_ASKING: Final = list_plain("could can should would will shall couldn't can't won't wouldn't shouldn't might")
_POINTING: Final = frozenset({"that", "this", "that's", "these", "those"})
#: What one cannot or dares not do is no end: "leaves school unable to read a timetable".
_NOT_ABLE: Final = list_plain("unable afraid reluctant unwilling scared ashamed forced obliged")
_REMARKED: Final = list_plain("what how why where all our my the enough it i we when something")


class _Walk(Meaning):
    """One walk through the words of a sentence, from clause to clause."""

    def run(self) -> list[Clause]:
        request = find_request(self.words, self.text)
        if request is not None:
            self.clauses.append(request)
            self.skip = request.verb
        for place in range(len(self.words)):
            if place not in self.aside and place > self.skip:
                self._step(place)
        return self._close()

    def _step(self, place: int) -> None:
        word = self.words[place]
        if word.plain in {"while", "whilst"} and self.clauses and self._plain(place + 1) not in _OTHERS:
            self._meet_while(place)
        elif word.plain == "-" and place and self.words[place - 1].end == word.start:
            return
        elif word.plain in MARKS or (word.plain in {"-", ","} and self._verb_since()):
            self.relative = self.inside = self.wish = self.purpose = False
            self.opened = self._open_after(place)
        elif word.plain == "," and (not self._has_subject(place) or self._begins_another(place)):
            self.opened = place + 1
            self.relative = False
        elif word.plain == "so" and self._plain(place + 1) in AFTER_SO:
            self.wish, self.purpose, self.relative, self.inside = True, True, False, False
            self.opened = place + 1 + (self._plain(place + 1) == "that")
            self.skip = self.opened - 1
        elif word.plain == "that" and self._plain(place - 1) in BEFORE_THAT:
            self._meet_that(place)
        elif (
            word.plain == "that"
            and self._plain(place - 1) in {"and", "but"}
            and (self.wish or self._plain(0) == "that")
        ):
            self.opened, self.relative, self.inside = place + 1, False, False
        elif word.plain == "where" and 1 < place < 5 and self._plain(0) in {"a", "an"} and not self.clauses:
            self.opened = place + 1
        elif self._leads_below(place):
            self.relative = True
        elif word.plain == "for" and (
            self._opens(place) or self._plain(place - 1) in {"take", "possible", "want", "aim", "goal", "way"}
        ):
            self.opened, self.awaits_to = place + 1, True
            if self.clauses and self.clauses[-1].lemma in {"take", "be", "want", "aim"}:
                self.clauses.pop()
        elif self.awaits_to and word.plain == "to" and is_base(self._plain(place + 1)) and place > self.opened:
            self.awaits_to = False
            self.clauses.append(Clause(self.opened, place + 1, place + 1, 0, self._plain(place + 1), Form.WISH))
            self.skip = place + 1
        else:
            self._step_verb(place)

    def _step_verb(self, place: int) -> None:
        """Meet a word that opens nothing, if it is a verb."""
        if self._plain(place) == "let" and self._opens(place) and (let := self._find_let(place)) is not None:
            self.clauses.append(Clause(place + 1, let, let, 0, self._plain(let), Form.WISH))
            self.skip = let
        elif self._is_asked(place) or self._is_order(place):
            self._meet_order(place)
        elif self._is_doing(place):
            self.clauses.append(Clause(place, place, place, 0, self._lemma(place), Form.ORDER))
        elif self._is_finite(place):
            self._meet_finite(place)

    def _open_after(self, place: int) -> int:
        """Return where a part behind a mark begins: words that only link it to the one before are left out."""
        place += 1
        while self._plain(place) in LINKING or (self._plain(place) == "," and self._plain(place - 1) in LINKING):
            place += 1
        return place

    def _begins_another(self, place: int) -> bool:
        """Say whether a comma opens another state: "no rough sleepers by 2028, and every school powered by the sun"."""
        joined = self._plain(place + 1) in {"and", "but"}
        return joined and self._plain(place + 2) in ALWAYS_ONE | {"all", "half", "nobody", "everyone", "zero"}

    def _meet_that(self, place: int) -> None:
        self.wish = True
        self.opened = place + 1
        if self.clauses and self.clauses[-1].form is Form.ORDER and self.clauses[-1].lemma in COMPLEMENT:
            self.clauses.pop()

    def _is_asked(self, place: int) -> bool:
        """Say whether somebody is asked to bring a means: "Could the diocese lease us the old convent?"."""
        if self.clauses or self._plain(0) not in _ASKING or place < 3:
            return False
        word = self._plain(place)
        given = self._plain(place + 1) in OBJECT_STARTS | {"us", "me"}
        known = word in lexicon.MEANS or (is_base(word) and self._lemma(place) in lexicon.MEANS)
        given = given or self._lemma(place) != word
        return known and given and self._plain(place - 1) not in lexicon.DETERMINERS

    def _find_let(self, place: int) -> int | None:
        """Return the verb of what is to be let happen: "let every speaker of Irish deal with it in Irish"."""
        if self._plain(place + 1) in {"us", "me", "'s"} or self._plain(place + 1) not in OBJECT_STARTS | ALWAYS_ONE:
            return None
        for later in range(place + 2, min(place + 14, len(self.words))):
            word = self._plain(later)
            if word in MARKS:
                return None
            near = later in self.aside or self._plain(later - 1) in lexicon.DETERMINERS | PREPOSITIONS
            if word == "be" or (
                not near and (word in SURE or (is_base(word) and self._plain(later + 1) in AFTER_VERBS))
            ):
                return later
        return None

    def _meet_while(self, place: int) -> None:
        """Meet "while keeping …", "while the lido stays …": what is reached at the same time."""
        self.relative = self.inside = self.wish = self.purpose = False
        self.opened = place + 1
        lemma = read_gerund(self._plain(place + 1))
        if lemma == "keep" and self._plain(place + 2) in {"within", "to", "in", "up", "an", "on", "with"}:
            return
        if lemma in lexicon.ENDS | lexicon.MEANS | {"halve", "double"}:
            self.clauses.append(Clause(place + 1, place + 1, place + 1, 0, lemma, Form.ORDER))
            self.skip = place + 1

    def _meet_order(self, place: int) -> None:
        before = self._plain(place - 1)
        start = place
        while start and self._plain(start - 1) in {"to", "not", "never"}:
            start -= 1
        another = before == "to" and self._plain(place - 2) in {"also", "and"} and self.clauses
        purpose = before == "to" and bool(self.clauses) and not self._opens(start) and not another
        if purpose and self._wants_another(place):
            joins = [i for i in range(place) if self._plain(i) == "and"]
            self.clauses.append(Clause(joins[-1] + 1, place, place, 0, self._lemma(place), Form.WISH))
            return
        if purpose and self._meets_wish(place, start):
            return
        if (purpose and self.inside) or (before == "to" and self._plain(start - 1) in _NOT_ABLE):
            return
        self.clauses.append(
            Clause(
                place,
                place,
                place,
                0,
                self._lemma(place),
                Form.ORDER,
                purpose=purpose or (self.purpose and before == "and"),
            )
        )

    def _wants_another(self, place: int) -> bool:
        """Say whether a verb after "to" has a subject of its own: "I'd like … and no teenager to be left idle"."""
        joins = [i for i in range(self.clauses[-1].verb + 1, place - 1) if self._plain(i) == "and"]
        return bool(joins) and self._plain(joins[-1] + 1) in ALWAYS_ONE | {"all", "half", "zero"}

    def _meets_wish(self, place: int, start: int) -> bool:
        """Meet a verb after "to" that another wishes for, or lets happen: they are one clause."""
        last = self.clauses[-1]
        if last.verb == start - 1 and last.lemma in WISHING:
            free = self._plain(last.subject) in {"we", "i", "let's"} or last.form is Form.ORDER
            order = Clause(start + 1, start + 1, place, 0, self._lemma(place), Form.ORDER)
            self.clauses[-1] = order if free else replace(last, verb=place, lemma=self._lemma(place))
            return True
        if last.lemma in {"want", "like", "need", "expect"} and last.verb < start - 1:
            self.clauses[-1] = Clause(last.verb + 1, place, place, 0, self._lemma(place), Form.WISH)
            return True
        near = start - last.verb < 6 and self._plain(start - 1) not in {"fit", "able", "ready", "free", "likely", "due"}
        if last.lemma in {"enable", "allow", "get", "ask", "urge", "persuade", "convince", "clear"} and near:
            self.clauses[-1] = replace(last, lemma=self._lemma(place))
        return last.lemma in LETTING

    def _meet_finite(self, place: int) -> None:
        self.verbs.append(place)
        if self.relative:
            self.relative, self.inside = False, True
            self.skip = max(
                self.skip, self._main_verb(place)[0] if self.words[place].plain in lexicon.AUXILIARIES else place
            )
            return
        before = self._plain(place - 1)
        if self.inside and before in {"and", "or"}:
            return
        self.inside = False
        main, lemma, wish = self._main_verb(place)
        subject = self.opened
        while subject < place and (subject in self.aside or self._plain(subject) in {",", "and", "so", "that", "but"}):
            subject += 1
        found = self._find_subject(place, subject)
        if found is None:
            return
        subject, complement = found
        wish = wish or complement
        if lemma == "":
            return
        self.skip = max(self.skip, main)
        if self._is_asked_of(place):
            wish, subject = True, subject + 1 + (self._plain(subject) == "how")
        asked = any(self._plain(i) in {"how", "can", "could", "should", "what"} for i in range(subject, place))
        if asked:
            subject = max((i for i in range(subject, place) if self._plain(i) in ANYBODY), default=subject)
        past = main == place and not self._plain(main).endswith("s") and self.words[main].lemma != self._plain(main)
        past = past and self._plain(main) not in lexicon.AUXILIARIES
        past = past or self._tells_perfect(main)
        free = self._plain(subject) in {"we", "i"} and not past
        form = Form.ORDER if free and lemma else Form.WISH if wish or self.wish else Form.STATEMENT
        if free:
            subject = place = main
        self.clauses.append(
            Clause(
                min(subject, place), place, main, 0, self._lemma(main) if free else lemma, form, purpose=self.purpose
            )
        )

    def _find_subject(self, place: int, subject: int) -> tuple[int, bool] | None:
        """Return where the subject of a verb begins, and whether an order wants it; ``None``: the verb is no clause."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or last.verb < self.opened:
            return subject, False
        if last.form is Form.ORDER:
            if last.lemma not in COMPLEMENT or self.purpose:
                return None if self._only_narrows_object(last.verb, place) else (subject, False)
            self.clauses.pop()
            sure = self._plain(last.verb + 1) in {"sure", "certain", "that"}
            return last.verb + 1 + sure + (self._plain(last.verb + 2) == "that"), True
        if not any(w.plain in {"and", "or", "but"} for w in self.words[last.verb + 1 : place]):
            return None
        joins = (i for i in range(place, last.verb, -1) if self._plain(i) in {"and", "but", "or"})
        return next(joins, place) + 1, False

    def _tells_perfect(self, place: int) -> bool:
        """Say whether "have" tells what has happened: "we have lost three pubs"."""
        after = self._plain(place + 1 + (self._plain(place + 1) in {"already", "just", "all", "now", "never"}))
        return self._plain(place) == "have" and (after.endswith("ed") or after in {"lost", "seen", "had", "become"})

    def _only_narrows_object(self, verb: int, place: int) -> bool:
        """Say whether a verb belongs to whom an order is for: "pay the shepherds who keep the fire breaks open"."""
        between = [word.plain for word in self.words[verb + 1 : place]]
        return "who" in between and not set(between) & {"and", "or", "but", ",", "so", "that", "while"}

    def _main_verb(self, place: int) -> tuple[int, str, bool]:
        """Return the verb that counts after auxiliaries and adverbs, its dictionary form, and whether it is wished."""
        wish = self.words[place].plain in lexicon.MODALS - {"do", "does", "don't", "doesn't", "to", "cannot", "can't"}
        here = place
        if self.words[here].plain in lexicon.AUXILIARIES | {"do"} or self.words[here].plain.endswith("n't"):
            later = here + 1
            while later < len(self.words) and (self._plain(later) in ADVERBS or later in self.aside):
                later += 1
            if (
                self._plain(later) in {"going", "about"}
                and self._plain(later + 1) == "to"
                and later + 2 < len(self.words)
            ):
                return later + 2, self._plain(later + 2), True
            obliges = self.words[here].plain in {"ought", "has", "have"} and self._plain(later) == "to"
            if obliges and later + 1 < len(self.words):
                return later + 1, self._plain(later + 1), True
            modal = self.words[here].plain in lexicon.MODALS or self.words[here].plain.endswith("n't")
            if modal and later < len(self.words) and self.words[later].is_word:
                return later, self.words[later].plain, wish
            return here, self.words[here].lemma, wish
        return here, self.words[here].lemma, wish

    def _close(self) -> list[Clause]:
        self.clauses = add_late(Sentence(self.words, self.aside, ""), self.clauses)
        self.clauses = [self._begin_joined(one) for one in self.clauses if not self._is_remark(one)]
        closed = []
        for number, clause in enumerate(self.clauses):
            limit = self.clauses[number + 1].subject if number + 1 < len(self.clauses) else len(self.words)
            end = clause.verb + 1
            while end < limit and not self._ends_at(end):
                end += 1
            while end - 1 > clause.verb and self._plain(end - 1) in {"and", "or", "but", "&", "+", "then"}:
                end -= 1
            closed.append(replace(clause, end=max(end, clause.verb + 1)))
        return closed

    def _begin_joined(self, clause: Clause) -> Clause:
        """Let a subject begin behind a state without a verb: "no more sewage by 2028 and every child has a place"."""
        if clause.form is not Form.STATEMENT:
            return clause
        joins = [
            place
            for place in range(clause.subject + 2, clause.start - 1)
            if self._plain(place) == "and" and self._plain(place + 1) in ALWAYS_ONE | {"all", "everyone", "nobody"}
        ]
        dated = bool(joins) and any(place in self.aside for place in range(clause.subject, joins[-1]))
        return replace(clause, subject=joins[-1] + 1) if dated else clause

    def _is_remark(self, clause: Clause) -> bool:
        """Say whether a clause only remarks on what was said: "…: that is what every child deserves"."""
        after = self._plain(clause.verb + 1)
        told = clause.lemma in _REMARKING or (clause.lemma == "be" and after in _REMARKED)
        first = clause.subject - (self._plain(clause.subject - 1) in _POINTING)
        apart = first > 0 and self._plain(first - 1) in {",", ":", "-", "–", "—", ";", "."}
        return apart and told and self._plain(first) in _POINTING

    def _ends_at(self, place: int) -> bool:
        word, after = self._plain(place), self._plain(place + 1)
        if word in MARKS or word == "," or place in self.aside:
            return True
        return (
            (word == "so" and after in {"that", "every", "no", "nobody", "everyone", "each"})
            or word in {"while", "whilst"}
            or (word == "by" and after.endswith("ing"))
            or (word == "and" and place + 1 >= len(self.words))
            or (word == "to" and is_base(after) and any(c.start in {place, place + 1} for c in self.clauses))
        )
