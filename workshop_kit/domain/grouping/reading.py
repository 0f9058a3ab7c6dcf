"""What matters in an idea: the terms it speaks of, what it would do to them, what it turns round, its numbers."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from workshop_kit.domain.framing.languages import guess_language
from workshop_kit.domain.framing.plain_text import PlainText, make_plain
from workshop_kit.domain.framing.words import Word, is_listed, list_plain, split_words
from workshop_kit.domain.grouping import clauses
from workshop_kit.domain.grouping.denying import CLOSING, denies_anything, is_denied_after, opens_negation
from workshop_kit.domain.grouping.figures import read_frequency, read_number
from workshop_kit.domain.grouping.lexicon import Lexicon, Meaning, find_root, list_bases, read_lexicon
from workshop_kit.domain.grouping.parts import Reading, State, Term
from workshop_kit.domain.grouping.small_words import HINGES, ILLS

#: Ideas whose reading is remembered.
_REMEMBERED: Final = 4096
_WEIGHTS: Final = {
    "thing": 1.0,
    "person": 1.0,
    "deed": 1.0,
    "time": 0.8,
    "number": 0.8,
    "side": 0.8,
    "soft": 0.5,
    "weak": 0.3,
}
#: What stands in a clause that says why counts half.
_WHY: Final = 0.45
_ADVERB: Final = 0.3
#: A word that no dictionary has is read as an entry this alike (of 100), if both begin alike.
_MISSPELT_FROM: Final = 84.0
_MISSPELT_LETTERS: Final = 5
#: What a turned direction comes to.
TURNED: Final = {
    "exist": "remove", "more": "less", "keep": "remove", "open": "close", "improve": "stop", "help": "stop",
    "change": "keep", "remove": "keep", "close": "open", "less": "more", "stop": "keep",
}  # fmt: skip
#: English verbs that with a small word further on take away: "keep cars out", "strip it off".
_SENDING: Final = list_plain("keep take leave get kick push pull move strip rip throw put send")
_SHUT_OUT: Final = Meaning(kind="act", acts=frozenset({("close", -1)}))
_REMOVED: Final = Meaning(kind="act", acts=frozenset({("remove", -1)}))
_LETTING: Final = frozenset({"let", "laisser", "laissez", "laissons"})
_MENDING: Final = frozenset({("improve", 1), ("help", 1)})
_AWAY: Final = frozenset({"out", "off", "away"})
_TOO: Final = frozenset({"trop", "too"})
_PARTICLES: Final = frozenset({"on", "off", "out", "up", "down", "in", "away"})
_WITHOUT: Final = frozenset({"sans", "without"})
_FROM: Final = frozenset({"from"})
#: Those for whom something becomes less do not become less.
_FOR: Final = frozenset({"pour", "for"})
_PURPOSE: Final = frozenset({"to", "pour"})


@lru_cache(maxsize=_REMEMBERED)
def read_idea(text: str) -> Reading:
    """Return what matters in an idea; the same text has the same reading, whatever stands around it."""
    plain = make_plain(text)
    language = guess_language(plain)
    words = split_words(plain, language)
    lexicon, state, place = read_lexicon(language), State(), 0
    while place < len(words):
        place = _read_word(plain, words, place, (language, lexicon), state)
    _end_clause(".", state)
    dear = _find_price(language)
    if {(axis, -side) for axis, side in dear} <= state.sides:
        state.sides -= dear  # "cheaper rents" name what they cost
    kept = tuple(
        word.plain
        for at, word in enumerate(words)
        if at not in state.lifted and (word.is_word or word.plain[:1].isdigit())
    )
    return Reading(
        language,
        kept,
        tuple(state.terms),
        frozenset(state.acts),
        state.head or 1,
        frozenset(state.sides),
        read_frequency([word.plain for word in words], frozenset(state.counted), language),
        tuple(state.counted),
        tuple(state.marks),
        tuple(state.hinges),
        state.spent,
        not state.lifted and denies_anything(kept, language),  # "not without" is with
    )


def _read_word(plain: PlainText, words: list[Word], place: int, known: tuple[str, Lexicon], state: State) -> int:
    """Take in what begins at ``place``; return where to read on."""
    word = words[place]
    if not word.is_word and not word.plain[:1].isdigit():
        _end_clause(word.plain, state)
        return place + 1
    length, meaning = _look_up(words, place, known)
    last = words[place + length - 1]
    span = plain.locate(word.start, last.end)
    if word.plain in HINGES[known[0]] and not clauses.leads_to_verb(words, place):
        state.hinges.append((span[0], word.plain))
    if _is_passed_over(words, place, known, state):
        return place + 1
    meaning = _bend(meaning, words, place, length, known, state)
    if clauses.begins_aside(words, place, state):
        state.aside = True
    if clauses.begins_when(words, place, state) and not meaning.sides:
        state.when = True
    if clauses.begins_replacement(word, state):
        state.replacing, state.sign, state.act_sign = False, 1, 1
    if word.plain in _FROM and state.acts and state.acts[-1] == "keep" and state.terms and state.sign > 0:
        state.sign = -1
    if word.plain in _FOR and state.acts and state.acts[-1] == "less" and state.sign < 0:
        state.sign = 1
    if word.plain in _PURPOSE and state.terms and _is_deed(words, place + 1, known) and _has_deed(state):
        state.why, state.sign, state.turned, state.act, state.act_sign = True, 1, False, "", 1
    if number := read_number(word.plain, known[0]):
        state.counted += [] if state.rather else [number]
        meaning = Meaning(frozenset({f"number:{number}"}), "number")
    if meaning.acts and clauses.states_what_is(words, place) and not state.acts:
        state.stated = True
    _take_in(meaning, words[place : place + length], span, known[0], state)
    if clauses.is_cry(words[place : place + length]):
        state.cried = True
    if meaning.acts and clauses.is_replacing(word) and state.sign > 0:
        state.replacing, state.sign, state.act_sign = True, -1, -1
    return place + length


def _is_passed_over(words: list[Word], place: int, known: tuple[str, Lexicon], state: State) -> bool:
    """Say whether a word has done its work by changing where the walk stands."""
    word = words[place]
    if state.framed and word.plain in CLOSING and not opens_negation(words, place, known[0]):
        state.framed = False
        return True
    if word.plain in _WITHOUT and (state.denied or state.carried < 0):
        if state.denied:
            clauses.lift_denial(state)
        state.carried = 1
        state.lifted.add(place)
        return True
    if state.spared and word.plain == "any":
        state.turned, state.spent = True, False
        return True
    if word.plain in _LETTING and _is_any_against(words, place + 1, known, turned=state.turned):
        state.carried, state.turned = (-1 if state.turned else 1), False
        return True
    return clauses.is_across(words, place)


def _bend(
    meaning: Meaning, words: list[Word], place: int, length: int, known: tuple[str, Lexicon], state: State
) -> Meaning:
    """Return what an entry says where it stands."""
    word, following = words[place], place + length < len(words)
    if length == 1 and opens_negation(words, place, known[0]):
        state.framed, meaning = True, Meaning(kind="turn")
    elif length == 1 and meaning.acts and is_denied_after(words, place, known[0]) and not state.turned:
        state.turned = state.framed = True
    elif length == 1 and word.plain in _TOO and following and _look_up(words, place + 1, known)[1].sides:
        meaning = Meaning(kind="turn")
    elif known[0] == "en" and word.plain in _SENDING and {one.plain for one in words[place + 1 : place + 9]} & _AWAY:
        meaning = _SHUT_OUT if word.plain == "keep" else _REMOVED
    elif clauses.is_departing(words, place, state):
        meaning = _REMOVED
    elif (meaning.kind != "rather" and clauses.is_at_most(words, place, length)) or clauses.is_left_behind(
        words, place
    ):
        meaning = Meaning(kind="light")
    elif clauses.is_noun(words, place, known[0]):
        meaning = Meaning(frozenset({f"root:{word.plain}"}), "thing")
    elif clauses.is_quality(words, place, known[0]) and 1 in {sign for _, sign in meaning.acts}:
        meaning = replace(meaning, acts=frozenset(), kind=meaning.kind if meaning.keys else "light")
    if meaning.kind == "turn" and clauses.says_cannot(words, place) and not state.acts:
        state.stated = True
    return meaning


def _has_deed(state: State) -> bool:
    """Say whether a deed stands before: "to" and a verb after it say why, else they say what."""
    return bool(state.acts) or any(term.kind == "deed" for term in state.terms)


def _end_clause(mark: str, state: State) -> None:
    if state.turned or (state.cried and state.clause == len(state.terms)):
        clauses.turn_back(state)
    state.turned, state.framed, state.act, state.act_sign, state.carried = False, False, "", 1, 1
    state.denied = state.spared = state.when = state.replacing = state.cried = False
    state.complained, state.stated = state.complained or state.stated, False
    state.clause = state.opened = len(state.terms)
    if mark in ".;!?:":
        state.sign, state.why, state.rather, state.aside = 1, False, False, False


def _is_any_against(words: list[Word], place: int, known: tuple[str, Lexicon], *, turned: bool) -> bool:
    """Say whether later in the clause something is taken away: "don't let the shop close" keeps it."""
    for at in range(place, min(place + 8, len(words))):
        if not words[at].is_word:
            return False
        if turned and words[at].plain in _WITHOUT:
            return True
        if any(sign < 0 for _, sign in _look_up(words, at, known)[1].acts):
            return True
    return False


def _is_deed(words: list[Word], place: int, known: tuple[str, Lexicon]) -> bool:
    """Say whether a verb of the tables stands at ``place``."""
    if place >= len(words) or not words[place].is_word:
        return False
    meaning = _look_up(words, place, known)[1]
    infinitive = known[0] == "en" or words[place].plain.endswith(("er", "ir", "re", "oir"))
    return infinitive and (bool(meaning.acts) or meaning.kind == "deed")


def _look_up(words: list[Word], place: int, known: tuple[str, Lexicon]) -> tuple[int, Meaning]:
    """Return how many words an entry takes, and what it says."""
    language, lexicon = known
    word = words[place]
    for first in dict.fromkeys((word.plain, word.lemma, *list_bases(word.plain, language))):
        for entry, meaning in lexicon.phrases.get(first, ()):
            stretch = words[place : place + len(entry)]
            if language == "en" and word.plain.endswith("s") and entry[1] in _PARTICLES:
                continue  # "the turns on the road" switch nothing on
            if len(stretch) == len(entry) and all(
                _is_entry(one, part) for one, part in zip(stretch, entry, strict=True)
            ):
                return len(entry), meaning
    return 1, _find_meaning(word.plain, word.marked, word.lemma, language)


def _is_entry(word: Word, part: str) -> bool:
    if part in (word.plain, word.lemma) or part in list_bases(word.plain, "en"):
        return True
    return len(part) > 3 and word.plain in (part + "s", part + "x")


@lru_cache(maxsize=8192)
def _find_meaning(plain: str, marked: str, lemma: str, language: str) -> Meaning:
    """Return what one word says: by itself, by its dictionary form, its root, or the entry it was misspelt from."""
    lexicon = read_lexicon(language)
    bare = plain.strip("'")
    if plain.startswith("ferme") and "é" in marked:
        lemma = plain = "fermer"  # and not a farm
    short = (plain.removesuffix("s"), plain.removesuffix("x"), plain.removesuffix("'s"))
    forms = (plain, bare, lemma, *short, *list_bases(plain, language))
    for form in forms:
        if form in lexicon.words:
            return lexicon.words[form]
    root = find_root(lemma, language)
    for one in (root, find_root(plain, language)):
        if one in lexicon.roots:
            return lexicon.roots[one].join(Meaning(frozenset({f"root:{root}"})))
    own = Meaning(frozenset({f"root:{root}"}), "thing")
    other = read_lexicon("en" if language == "fr" else "fr")
    listed = is_listed(marked, language)
    if not listed and len(plain) >= _MISSPELT_LETTERS:
        near = [entry for entry in lexicon.words if entry[:1] == plain[0] and len(entry) >= _MISSPELT_LETTERS]
        found = process.extractOne(plain, near, scorer=fuzz.ratio, score_cutoff=_MISSPELT_FROM)
        if found is not None:
            return lexicon.words[found[0]].join(Meaning(own.keys))
        if plain in other.words and other.words[plain].keys:
            return other.words[plain].join(own)
    return own


def _take_in(meaning: Meaning, stretch: list[Word], span: tuple[int, int], language: str, state: State) -> None:
    """Let one entry change where the walk stands."""
    if meaning.kind == "turn" and (state.aside or state.when):
        return
    if meaning.kind == "turn":
        state.turned = not state.turned
        state.marks.append((*span, "turn"))
        return
    if meaning.kind in {"rather", "why"}:
        state.sign, state.turned, state.act = (-1 if meaning.kind == "rather" else 1), False, ""
        state.why, state.rather = meaning.kind == "why", meaning.kind == "rather"
        state.marks += [(*span, "turn")] if meaning.kind == "rather" else []
        return
    if meaning.kind == "light" and not meaning.acts and not meaning.sides:
        return
    if state.aside or state.when:
        meaning = replace(meaning, acts=frozenset(), sides=frozenset())
    flips = -1 if state.turned or state.act_sign < 0 else 1
    # A thing that is not wanted stays that thing; only a quality turns into the other side.
    named = meaning.kind in {"thing", "person", "time", "weak"}
    # "Ban free parking": in English the quality stands before the thing that is banned.
    flips_side = 1 if language == "en" and not state.turned else flips
    if state.sign < 0 and state.acts[-1:] == ["less"] and meaning.sides & _find_price(language):
        meaning = replace(meaning, sides=frozenset((axis, -side) for axis, side in _find_price(language)))
        flips = flips_side = 1
        _make_cheap(state)
    if not (named and flips_side < 0):
        meaning = replace(meaning, sides=frozenset((axis, side * flips_side) for axis, side in meaning.sides))
        state.sides |= meaning.sides
        state.marks += [(*span, f"side:{axis}") for axis, _ in sorted(meaning.sides)]
    else:
        meaning = replace(meaning, sides=frozenset())
    if state.turned and meaning.sides and len(stretch) > 1 and stretch[-1].plain == "to":
        return  # "nobody should have to pay": the negation is of what follows too
    if meaning.acts:
        _take_act(meaning, span, flips, state)
    elif meaning.sides and flips_side < 0:
        _spend_turn(state)
    if meaning.keys or meaning.kind in {"side", "soft", "weak"}:
        _add_term(meaning, stretch, span, language, state)


@lru_cache(maxsize=2)
def _find_price(language: str) -> frozenset[tuple[int, int]]:
    """Return the side that is dear: less of what something costs is cheap, and no refusal."""
    return read_lexicon(language).words["cher" if language == "fr" else "expensive"].sides


def _make_cheap(state: State) -> None:
    """Let less of what something costs be a quality that is wanted: "lower the rent", "cheaper homes"."""
    state.acts.pop()
    state.terms[state.opened :] = [replace(term, sign=1) for term in state.terms[state.opened :]]
    state.sign, state.act, state.act_sign, state.turned = 1, "", 1, False
    state.head = 0 if state.head < 0 else state.head


def _take_act(meaning: Meaning, span: tuple[int, int], flips: int, state: State) -> None:
    """Give the idea a direction; one that follows a direction against it, or a negation, is turned round."""
    if state.act_sign < 0 and state.acts and state.acts[-1] == state.act:
        state.acts.pop()
    flips, state.carried = flips * state.carried, 1
    if (meaning.acts & _MENDING and state.complaint) or (state.complained and 1 in {one for _, one in meaning.acts}):
        clauses.forget_complaint(state)
    signs = {sign for _, sign in meaning.acts}
    sign = (1 if 1 in signs else -1) * flips
    names = [name if flips > 0 else TURNED[name] for name, _ in sorted(meaning.acts)]
    chained = state.act_sign < 0
    if state.act == "keep" and state.acts and state.acts[-1] == "keep":
        # "rester fermé": what is kept so is what counts.
        state.acts.pop()
        state.clause, state.head = state.opened, 0
    if not state.why:
        if not chained and not any(term.sign < 0 for term in state.terms[state.clause :]):
            # "Cars should be banned": what stands before the verb is what it is done to.
            state.terms[state.clause :] = [replace(term, sign=sign) for term in state.terms[state.clause :]]
            state.clause = len(state.terms)
        state.acts += names
        state.head = sign if not state.head or chained else state.head
    state.sign, state.turned, state.act, state.act_sign = sign, False, names[-1], sign
    state.marks.append((*span, "act"))


def _spend_turn(state: State) -> None:
    """Let a negation, or a direction against, be spent on the side it turned round."""
    state.spared, state.spent = state.turned, True
    if state.act_sign < 0 and state.acts:
        state.acts.pop()
        state.head = 0
    state.sign, state.turned, state.act, state.act_sign = 1, False, "", 1


def _add_term(meaning: Meaning, stretch: list[Word], span: tuple[int, int], language: str, state: State) -> None:
    word, plain = stretch[0], " ".join(one.plain for one in stretch)
    if state.turned:
        state.sign, state.turned, state.denied = -1, False, True
        if not state.why:
            state.complaint = not state.head
            state.acts.append("remove")
            state.head = state.head or -1
    state.act, state.act_sign = "", 1
    adverb = "mente" if language == "fr" else "ly"
    unknown = all(key.startswith("root:") for key in meaning.keys)
    is_adverb = unknown and (word.plain.endswith(adverb) or (language == "fr" and word.plain.endswith("ement")))
    weight = _ADVERB if is_adverb else _WEIGHTS.get(meaning.kind, 1.0)
    keys = meaning.keys | ({f"root:{find_root(word.lemma, language)}"} if len(stretch) == 1 else set())
    if meaning.sides:
        keys |= {f"side:{axis}:{side}" for axis, side in meaning.sides}
    weight *= _WHY if state.why else 1
    state.spent |= state.sign < 0 and word.lemma in ILLS[language]
    listed = not unknown or is_listed(word.marked, language)
    state.terms.append(Term(*span, plain, keys, meaning.kind, weight, state.sign, listed, state.rather))
