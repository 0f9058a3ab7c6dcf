"""The clauses of a French sentence: infinitives, verbs with their subject, and groups without a verb."""

from __future__ import annotations

from dataclasses import replace

from workshop_kit.domain.framing import french_words as lexicon
from workshop_kit.domain.framing.clauses import Clause, Form, Sentence
from workshop_kit.domain.framing.french_lemmas import read_order
from workshop_kit.domain.framing.french_standing import Standing
from workshop_kit.domain.framing.french_today import is_told_off
from workshop_kit.domain.framing.french_verbs import (
    BEFORE_CE_QUE,
    BEFORE_QUE,
    BETWEEN,
    BROUGHT_ABOUT,
    CAUSATIVES,
    COMPARED,
    CONJUNCTIONS,
    GETTING,
    GROWING,
    IMPERSONAL,
    LAST_ONES,
    LEADING,
    LIGHT_NOUNS,
    LOSING,
    MARKS,
    MODALS,
    NOT_LOST,
    PREVENTING,
    PROPOSING,
    PUSHING,
    WISHED_FOR,
    WISHING,
    is_future,
    is_order_to_us,
    may_be_verb,
    read_gerund,
    read_lemma,
)


def find_clauses(sentence: Sentence) -> tuple[list[Clause], list[int]]:
    """Return the clauses of the sentence's own in their order, and the places of all its verbs."""
    walk = _Walk(sentence)
    return walk.run(), walk.verbs


class _Walk(Standing):
    """One walk through the words of a sentence, from clause to clause."""

    def run(self) -> list[Clause]:
        for place in range(len(self.words)):
            if place not in self.aside:
                self._step(place)
        return self._close()

    def _step(self, place: int) -> None:
        word = self.words[place]
        if word.plain == "." and place and self.words[place - 1].cased in {"M", "MM", "St", "Ste", "Dr", "Me"}:
            return
        if (
            word.plain == "-"
            and place + 1 < len(self.words)
            and self.words[place + 1].plain in {"il", "ils", "on", "elle", "elles", "t", "nous", "vous", "je", "ce"}
        ):
            return
        if word.plain in {"tandis", "pendant"} and self._plain(place + 1) in {"que", "qu'"} and self._joins_ends(place):
            self.relative = self.inside = self.wish = self.purpose = False
            self.opened = place + 2
        elif word.plain == "tout" and self._plain(place + 1) == "en":
            self._meet_gerund(place + 2)
        elif word.plain == "-" and place and self.words[place - 1].end == word.start:
            return
        elif word.plain in MARKS or (word.plain in {"-", "…"} and place):
            self.relative = self.inside = self.wish = self.purpose = False
            self.opened = place + 1
        elif word.plain == ",":
            self._meet_comma(place)
        elif word.plain in {"que", "qu'"}:
            if self._plain(place - 1) in {"tandis", "pendant"}:
                return
            self._meet_que(place)
        elif word.plain == "où" and 1 < place < 5 and self._plain(0) in {"un", "une"} and not self.clauses:
            self.opened = place + 1
        elif self._leads_below(place):
            self.relative = True
        elif self._is_infinitive(place):
            self._meet_infinitive(place)
        elif self._is_finite(place):
            self._meet_finite(place)

    def _plain(self, place: int) -> str:
        return self.words[place].plain if 0 <= place < len(self.words) else ""

    def _meet_comma(self, place: int) -> None:
        if self._begins_another(place):
            self.relative = self.inside = False
            self.opened = place + 1 + (self._plain(place + 1) in {"et", "mais"})
            return
        if not self._verb_since():
            self.relative = False
        if not self.relative:
            self.inside = False
        if not self._has_verb_since(self.opened) and not self.wish:
            self.opened = self.opened if self._has_subject(self.opened, place) else place + 1

    def _begins_another(self, place: int) -> bool:
        """Say whether a comma opens another statement: "…, chaque lycéen dîne en famille", "…, et la poste ouvre"."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or last.verb < self.opened or last.form is Form.ORDER or self.purpose or self.inside:
            return False
        after = self._plain(place + 1)
        joined = after in {"et", "mais"}
        head = self._plain(place + 2) if joined else after
        later = range(place + 2 + joined, min(place + 10, len(self.words)))
        told = any(may_be_verb(self.words[i]) for i in later if i not in self.aside)
        wide = {"chaque", "aucun", "aucune", "tous", "toutes", "personne", "nul", "plus"}
        return told and head in (wide | {"le", "la", "l'", "les", "nos", "notre"} if joined else wide)

    def _joins_ends(self, place: int) -> bool:
        """Say whether "tandis que" joins a second statement: whoever it speaks of is named, not "ils" or "on"."""
        return place > 0 and self._plain(place + 2) not in {"ils", "elles", "il", "elle", "on"}

    def _meet_gerund(self, place: int) -> None:
        """Meet "tout en gardant …": what is reached at the same time."""
        lemma = read_gerund(self._plain(place))
        if lemma in lexicon.ENDS | lexicon.MEANS:
            self.clauses.append(Clause(place, place, place, 0, lemma, Form.ORDER))

    def _meet_que(self, place: int) -> None:
        before = self._plain(place - 1)
        last = self.clauses[-1] if self.clauses else None
        related = before == "," and last is not None and last.lemma in lexicon.MEANS
        if before in {"pour", "afin"}:
            self._meet_pour_que(place)
        elif self._whatever(place) or related or (before == "ce" and self._plain(place - 2) not in BEFORE_CE_QUE):
            self.relative = True
        elif self._wishes(place):
            self._open_wish(place, purpose=self.purpose)
            told = last is not None and place - last.verb < 4 and before in IMPERSONAL
            if last is not None and before != "," and (last.lemma in WISHED_FOR or told):
                self.clauses.pop()
        elif last is not None and last.lemma in GETTING and place - last.verb < 7:
            self.clauses.pop()
            self._open_wish(place, purpose=self.purpose)
        elif last is not None and last.lemma in PREVENTING and last.verb == place - 1:
            firm = any(w.plain in LAST_ONES for w in self.words[place + 1 : place + 9]) or self._names_one(place + 1)
            self.clauses[-1] = replace(last, lemma="garder" if firm else last.lemma)
            self.relative = True
        elif before == "sans" or (
            before not in COMPARED and not any(w.plain in {"ne", "n'"} for w in self.words[max(0, place - 4) : place])
        ):
            self.relative = True

    def _names_one(self, place: int) -> bool:
        """Say whether one definite thing is named that would be lost: "empêcher que la scierie parte"."""
        noun = self.words[place + 1].lemma if place + 1 < len(self.words) else ""
        return self._plain(place) in {"la", "le", "l'", "notre"} and noun not in lexicon.ABSTRACT | NOT_LOST

    def _whatever(self, place: int) -> bool:
        """Say whether "que" opens what does not matter: "…, qu'ils soient inscrits ou non, …"."""
        ahead = [w.plain for w in self.words[place + 1 : place + 9]]
        return ahead[:1] in (["il"], ["ils"], ["elle"], ["elles"], ["on"]) and "ou" in ahead and self._verb_since()

    def _wishes(self, place: int) -> bool:
        """Say whether "que" begins a wish: it opens its part, or a word that wishes stands before it."""
        said = place - 1 - (self._plain(place - 1) in BETWEEN)
        before = self._plain(said)
        return (
            self._opens(place)
            or before in BEFORE_QUE
            or (said >= 0 and self.words[said].lemma in WISHING)
            or (before == "faire" and self._last_is(place - 1))
            or (before in CONJUNCTIONS and bool(self.clauses) and before != "donc")
        )

    def _open_wish(self, place: int, *, purpose: bool) -> None:
        self.wish, self.purpose, self.relative, self.inside, self.opened = True, purpose, False, False, place + 1

    def _meet_pour_que(self, place: int) -> None:
        pushed = self.clauses and self.clauses[-1].verb == place - 2 and self.clauses[-1].lemma in PUSHING
        if self._plain(place - 1) == "pour" and pushed:
            self.clauses.pop()
            self._open_wish(place, purpose=False)
        else:
            joined = self._plain(place - 2) in CONJUNCTIONS and bool(self.clauses)
            self._open_wish(place, purpose=not joined or self.clauses[-1].purpose)

    def _meet_infinitive(self, place: int) -> None:
        before = self._before(place)
        said = self.words[before].plain if before >= 0 else ""
        start = self._group_start(place)
        if said in {"pour", "afin"} or (
            said in {"de", "d'"} and before and self.words[before - 1].plain in {"afin", "vue", "but"}
        ):
            self._add(Clause(start, start, place, 0, self._lemma(place), Form.ORDER, purpose=not self._opens(before)))
        elif said == "à" and self._plain(before - 1) in {"qu'", "reste"}:
            self._add(Clause(start, start, place, 0, self._lemma(place), Form.ORDER))
        elif said in {"de", "d'", "à", "sans", "par", "a"}:
            self._meet_governed(place, before)
        elif said == "," and self._waits_for_verb(before):
            self._meet_modal(place)
            self.clauses[-1] = replace(self.clauses[-1], start=start)
        elif self._is_seen_doing(place, before):
            self._meet_seen(place)
        elif before >= 0 and self.words[before].lemma in CAUSATIVES and self._last_is(before):
            self._meet_caused(place)
        elif before >= 0 and (self.words[before].lemma in MODALS and self._last_is(before)):
            self._meet_modal(place)
        elif (self.inside and (said in CONJUNCTIONS or self._is_told_below(before))) or (
            said == "ni" and not self.clauses
        ):
            pass
        elif (
            before < 0
            or said in MARKS
            or said in CONJUNCTIONS
            or said in {",", "-", "il", "on", "nous", "comment", "pourquoi", "où", "ensemble"}
            or self._opens(start)
        ):
            purpose = self.purpose and said in CONJUNCTIONS
            self._add(Clause(start, start, place, 0, self._lemma(place), Form.ORDER, purpose=purpose))
        elif said in LIGHT_NOUNS or (not self.clauses and said not in lexicon.DETERMINERS):
            self._add(Clause(start, start, place, 0, self._lemma(place), Form.ORDER))

    def _is_told_below(self, verb: int) -> bool:
        """Say whether an infinitive follows the verb of what only narrows a noun: "les élèves qui savent nager"."""
        return verb in self.verbs and self._plain(self._group_start(verb) - 1) == "qui"

    def _lemma(self, place: int) -> str:
        return read_order(self.words, place)

    def _meet_governed(self, place: int, before: int) -> None:
        """Meet an infinitive after "de" or "à": it belongs to a verb before it, or completes a noun."""
        if not self.clauses:
            return
        last, link = self.clauses[-1], self.words[before].plain
        subject = self.words[last.subject].plain
        lemma = self._lemma(place)
        proposed = (
            (last.lemma in PROPOSING or self.words[last.verb].lemma == "engager")
            and not self.relative
            and before - last.verb < 7
        )
        decided = last.lemma in {"etre", "convenir", "agir"} and subject in {"il", "est"} and link in {"de", "d'"}
        if link != "sans" and (proposed or decided):
            self.clauses[-1] = Clause(place, place, place, 0, lemma, Form.ORDER)
        elif link != "sans" and last.lemma == "permettre":
            self.clauses[-1] = replace(last, start=place, verb=place, lemma=lemma)
        elif link != "sans" and last.lemma in {"arreter", "cesser"} and self._plain(place - 1) in {"se", "s'"}:
            self.clauses[-1] = replace(last, lemma="viser")
        elif link != "sans" and last.lemma in PREVENTING:
            told_off = not self.aside and is_told_off(self._plain(last.verb), subject)
            self.clauses[-1] = replace(last, lemma="viser" if told_off else "garder")
        elif link != "sans" and last.lemma in LEADING:
            self.clauses[-1] = replace(last, lemma=lemma)

    def _waits_for_verb(self, comma: int) -> bool:
        """Say whether a modal verb still waits for what it is about: "nous voulons, à Vézinnes, repasser …"."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or self.words[last.verb].lemma not in MODALS or last.form is Form.ORDER:
            return False
        between = [i for i in range(last.verb + 1, comma) if i not in self.aside]
        return self._plain(last.verb + 1) == "," and not any(self._plain(i) in MARKS for i in between)

    def _is_seen_doing(self, place: int, before: int) -> bool:
        """Say whether a verb is what people are seen or come to do: "voir les femmes accoucher", "vienne tenir"."""
        last = self.clauses[-1] if self.clauses else None
        if last is None or self.relative or self.inside or before < 0 or not last.verb < place < last.verb + 12:
            return False
        lemma = self.words[last.verb].lemma
        comes = lemma in {"venir", "aller"} and before == last.verb
        apart = any(self._plain(i) in MARKS | {","} for i in range(last.verb + 1, place))
        seen = lemma == "voir" and before > last.verb and not apart and self.words[before].is_word
        return comes or (seen and self._plain(before) not in lexicon.DETERMINERS | CONJUNCTIONS)

    def _meet_seen(self, place: int) -> None:
        last, lemma = self.clauses[-1], self._lemma(place)
        if self.words[last.verb].lemma == "voir":
            form = Form.ORDER if lemma in lexicon.VAGUE | lexicon.MEANS else Form.WISH
            self.clauses[-1] = replace(last, start=place, verb=place, lemma=lemma, form=form)
        elif lemma in lexicon.MEANS | {"mettre en place"}:
            self.clauses[-1] = replace(last, start=place, verb=place, lemma=lemma, form=Form.ORDER)

    def _meet_caused(self, place: int) -> None:
        """Meet "faire poser", "ferai construire", "faire venir un camion": whoever has it done, it is a means."""
        if self.clauses[-1].lemma not in {"faire", "laisser"} and self.words[self.clauses[-1].verb].lemma != "faire":
            return
        lemma = self._lemma(place)
        if lemma in LOSING and self._plain(self.clauses[-1].start) in {"ne", "n'"}:
            self.clauses[-1] = replace(self.clauses[-1], lemma="garder")
            return
        brought = lemma == "venir" and any(w.lemma in lexicon.MEANS_THINGS for w in self.words[place + 1 : place + 4])
        one = self._plain(place + 1) in {"un", "une"} and self._names_thing(place + 2)
        brought = brought or (one and any(w.lemma in lexicon.MEANS_THINGS for w in self.words[place + 2 : place + 4]))
        brought = brought or (lemma not in GROWING | lexicon.ENDS | lexicon.VAGUE | lexicon.SOFT and one)
        if lemma in BROUGHT_ABOUT and self.clauses[-1].lemma == "faire":
            self.clauses[-1] = replace(self.clauses[-1], lemma=lemma)
        elif lemma in lexicon.MEANS or brought:
            last = self.clauses[-1]
            self.clauses[-1] = replace(
                last, lemma="mettre en place" if brought else lemma, form=Form.ORDER, subject=last.start, verb=last.verb
            )

    def _meet_modal(self, place: int) -> None:
        last = self.clauses.pop()
        form = Form.WISH if last.form is Form.WISH else Form.STATEMENT
        lemma = self.words[last.verb].lemma
        able = lemma == "pouvoir" and last.form is Form.ORDER and not last.subject
        if able and read_order(self.words, place) not in lexicon.VAGUE:
            self.clauses.append(replace(last, verb=place, lemma=self._lemma(place), form=Form.WISH))
            return
        if self._plain(last.subject - 1) in {"que", "qu'"} and read_order(self.words, place) not in lexicon.VAGUE:
            self.clauses.append(replace(last, verb=place, lemma=self._lemma(place), form=Form.WISH))
            return
        nobody = any(w.plain in {"personne", "nul"} for w in self.words[last.subject : last.verb])
        free = last.start == last.subject or self.words[last.subject].plain in {"il", "nous", "on", "je"}
        wished = lemma in {"falloir", "vouloir", "souhaiter", "viser"} and not nobody
        if wished or (free and not nobody and lemma in {"aller", "devoir", "pouvoir"}):
            start = self._group_start(place)
            self.clauses.append(
                replace(last, subject=start, start=start, verb=place, lemma=self._lemma(place), form=Form.ORDER)
            )
        else:
            form = Form.WISH if lemma in {"devoir", "aller"} else form
            self.clauses.append(replace(last, verb=place, lemma=self._lemma(place), form=form))

    def _meet_finite(self, place: int) -> None:
        self.verbs.append(place)
        if self.relative:
            self.relative, self.inside = False, True
            return
        start = self._group_start(place)
        before = self.words[start - 1].plain if start else ""
        if self.inside and before in CONJUNCTIONS:
            return
        self.inside = False
        last = self.clauses[-1] if self.clauses else None
        if (
            last is not None
            and last.verb >= self.opened
            and last.form is not Form.ORDER
            and before not in CONJUNCTIONS | {","}
            and last.verb == place - 1
        ):
            return
        lemma = read_lemma(self.words[place])
        if lemma == "engager" and self._plain(place - 1) in {"s'", "se", "nous", "m'"}:
            lemma = "contribuer"
        elif lemma == "dire" and self._plain(place - 1) in {"se", "s'"}:
            lemma = "declarer"
        form = Form.WISH if self.wish or is_future(self.words[place].plain) else Form.STATEMENT
        if is_order_to_us(self.words[place].plain, before) and self._plain(place - 1) != "nous":
            form = Form.ORDER
        subject = self.opened
        if last is not None and last.verb >= self.opened:
            joins = [i for i in range(last.verb + 1, start) if self.words[i].plain in CONJUNCTIONS | {","}]
            if not joins and last.form is not Form.ORDER and not self.wish:
                return
            subject = joins[-1] + 1 if joins else max(self.opened, last.verb + 1)
        while subject < start and (subject in self.aside or self.words[subject].plain in {",", "et", "ou"}):
            subject += 1
        self._add(Clause(subject, start, place, 0, lemma, form, purpose=self.purpose))

    def _add(self, clause: Clause) -> None:
        gerund = (
            clause.verb and self.words[clause.verb - 1].plain == "en" and self.words[clause.verb].plain.endswith("ant")
        )
        self.clauses.append(replace(clause, means=bool(gerund)))

    def _close(self) -> list[Clause]:
        """Give each clause its end: the next one's beginning, a mark, an adjunct, or "pour", "en" and the like."""
        closed = []
        for number, clause in enumerate(self.clauses):
            limit = self.clauses[number + 1].subject if number + 1 < len(self.clauses) else len(self.words)
            end = clause.verb + 1
            while end < max(limit, clause.verb + 1) and not self._ends_at(end, clause):
                end += 1
            while end - 1 > clause.verb and self.words[end - 1].plain in CONJUNCTIONS:
                end -= 1
            closed.append(replace(clause, end=end))
        return closed

    def _ends_at(self, place: int, clause: Clause) -> bool:
        word = self.words[place].plain
        after = self.words[place + 1].plain if place + 1 < len(self.words) else ""
        if word in MARKS or word == "," or place in self.aside:
            return True
        if (word == "tout" and after == "en") or (word in {"tandis", "pendant"} and after in {"que", "qu'"}):
            return True
        if word == "pour" and (
            after in {"que", "qu'"} or (place + 1 < len(self.words) and self._is_infinitive(place + 1))
        ):
            return True
        return (
            word in {"afin", "grace"}
            or (word == "en" and after.endswith("ant") and len(after) > 5)
            or (word == "et" and place + 1 >= len(self.words))
        )
