"""What a clause does to those around it: asides, complaints, what is replaced, who leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workshop_kit.domain.framing.words import Word, list_plain
from workshop_kit.domain.grouping.figures import read_number
from workshop_kit.domain.grouping.parts import State

_WHOM: Final = list_plain("ceux celui celle gens gen personne quelqu'un habitant celui-ci ce")
#: They begin when something holds: what happens then is not what the idea wants.
_WHEN: Final = list_plain("quand lorsque lorsqu' when whenever if si")
#: Between a thing and what is said of it as it is today.
_IS: Final = list_plain("is are was est sont reste restent stays gets")
_CANNOT: Final = list_plain("can't cannot cant couldn't")
_CAN: Final = list_plain("peut peuvent arrive arrivent")
_REPLACING: Final = list_plain("remplacer remplacement replace replacement replacing substituer swap")
_BY: Final = list_plain("par with by contre for")
_OUGHT: Final = list_plain("should must to will would could ought may")
_LEAVING: Final = list_plain("leave leaving")
_SO: Final = list_plain("alone open as it them empty unnamed free in unlocked")
_ARTICLES: Final = list_plain("a an the this that my our half")
#: Nouns in English that as verbs would give a direction: "a fell run", "the bus stop".
_NOUNS: Final = list_plain("fell stop bar block lift drop fight touch start plan back")
_OWN: Final = list_plain("sa son ses leur leurs ma mon mes")
#: "To" behind these begins a verb, and does not stand between two things.
_VERB_TO: Final = list_plain("ought have has had need needs want wants like going able how where used got way")
#: They refuse by themselves what was said before.
_CRIES: Final = frozenset(
    (
        *("ca suffit", "basta", "stop", "ras le bol", "non merci", "hors de question", "pas question"),
        *("mauvaise idee", "no thanks", "bad idea", "out of the question", "had enough"),
    )
)
_AT_MOST: Final = list_plain("max maximum most more plus than de")


def begins_aside(words: list[Word], place: int, state: State) -> bool:
    """Say whether a clause begins that says which people are meant: what these do is not what the idea wants."""
    if words[place].plain == "who":
        return True
    if words[place].plain != "qui" or not place:
        return False
    person = bool(state.terms) and state.terms[-1].kind == "person" and state.terms[-1].plain == words[place - 1].plain
    return person or words[place - 1].lemma in _WHOM


def begins_when(words: list[Word], place: int, state: State) -> bool:
    """Say whether a clause begins that says when: behind the wish, or before it and a comma."""
    if words[place].plain not in _WHEN:
        return False
    return bool(state.terms) or any(not word.is_word for word in words[place:-1])


def states_what_is(words: list[Word], place: int) -> bool:
    """Say whether a verb tells how things are today: "the path is shut off"."""
    before = [word.plain for word in words[max(0, place - 2) : place]]
    return bool(before) and (before[-1] in _IS or (before[0] in _IS and len(before) > 1))


def says_cannot(words: list[Word], place: int) -> bool:
    """Say whether a negation tells what nobody can do today: "people can't cross", "on ne peut plus retirer"."""
    return words[place].plain in _CANNOT or any(word.plain in _CAN for word in words[place + 1 : place + 3])


def is_replacing(word: Word) -> bool:
    """Say whether what follows is to go, and what stands behind "by" to come."""
    return word.lemma in _REPLACING or word.plain in _REPLACING


def begins_replacement(word: Word, state: State) -> bool:
    """Say whether what follows comes in the place of what stood before."""
    return state.replacing and word.plain in _BY


def is_departing(words: list[Word], place: int, state: State) -> bool:
    """Say whether someone named is to leave: "the school should leave the trust", not "leave the trees"."""
    if words[place].plain not in _LEAVING or len(state.terms) == state.opened or not place:
        return False
    return words[place - 1].plain in _OUGHT and not {word.plain for word in words[place + 1 : place + 2]} & _SO


def is_noun(words: list[Word], place: int, language: str) -> bool:
    """Say whether an English word of two uses is a noun here."""
    return language == "en" and place > 0 and words[place].plain in _NOUNS and words[place - 1].plain in _ARTICLES


def is_quality(words: list[Word], place: int, language: str) -> bool:
    """Say whether a form of a verb says how a thing is: "a protected lane", "people leaving school"."""
    if language != "en" or place == 0:
        return False
    word, before = words[place].plain, words[place - 1].plain
    return word == "leaving" or (word.endswith("ed") and before in _ARTICLES)


def is_left_behind(words: list[Word], place: int) -> bool:
    """Say whether something of one's own is left somewhere: "laisser sa voiture à l'entrée"."""
    return words[place].lemma == "laisser" and any(word.plain in _OWN for word in words[place + 1 : place + 2])


def is_across(words: list[Word], place: int) -> bool:
    """Say whether "over" tells a place or a time: "over the phone", and not "bikes over cars"."""
    following = words[place + 1 : place + 2]
    return words[place].plain == "over" and (
        not following or following[0].plain in _ARTICLES or bool(read_number(following[0].plain, "en"))
    )


def leads_to_verb(words: list[Word], place: int) -> bool:
    """Say whether "to" begins a verb here: "teenagers ought to have a seat"."""
    return words[place].plain == "to" and place > 0 and words[place - 1].plain in _VERB_TO


def is_at_most(words: list[Word], place: int, length: int) -> bool:
    """Say whether "no more than" bounds a number, which both ways to say it name."""
    last = words[place + length - 1].plain
    return last in _AT_MOST and any(
        read_number(word.plain, "en") for word in words[place + length : place + length + 2]
    )


def forget_complaint(state: State) -> None:
    """Take what is so today for a complaint where a clause asks to mend it: "it isn't safe, fix it"."""
    state.terms[:] = [replace(term, sign=1) for term in state.terms]
    state.acts, state.head, state.complaint, state.complained = [], 0, False, False


def lift_denial(state: State) -> None:
    """Let "no … without" ask for both: "pas de chantier sans apprentis"."""
    state.terms[state.opened :] = [replace(term, sign=1) for term in state.terms[state.opened :]]
    state.acts = [act for act in state.acts if act != "remove"]
    state.sign, state.turned, state.denied, state.complaint = 1, False, False, False
    state.head = 1 if state.head < 0 else state.head


def is_cry(stretch: Sequence[Word]) -> bool:
    """Say whether words that stand alone refuse what was said before them: "fireworks: no thanks"."""
    return " ".join(word.plain for word in stretch) in _CRIES


def turn_back(state: State) -> None:
    """Let what refuses, with nothing after it, turn round what stood before it: "des éoliennes, on n'en veut pas"."""
    if not state.terms or any(term.sign < 0 for term in state.terms):
        return
    state.terms[:] = [replace(term, sign=-1) for term in state.terms]
    state.acts, state.head = ["remove"], -1
