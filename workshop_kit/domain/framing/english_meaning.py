"""What an English order comes to: its verb with its particle, and with what it acts on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.english_phrasals import FIRST, PARTICLES, PHRASALS
from workshop_kit.domain.framing.english_standing import Standing
from workshop_kit.domain.framing.english_verbs import (
    BUILT_WITHOUT_END,
    GIFTS,
    LIMITS,
    MARKS,
    MONEY_WORDS,
    NUMBERS,
    OBJECT_STARTS,
    PARTICIPLES,
    PREPOSITIONS,
    STATES,
    names_means,
    read_gerund,
)

#: What a verb and the next word come to.
_TURNS: Final = {
    ("raise", "awareness"): "improve",
    ("run", "out"): "end",
    ("do", "away"): "end",
    ("do", "more"): "improve",
    ("do", "better"): "improve",
    ("do", "something"): "improve",
    ("do", "sth"): "improve",
}


#: Doing that makes or buys things, and is the name of no subject.
_MADE_OF_PLURALS: Final = frozenset(
    {"planting", "printing", "hiring", "buying", "painting", "installing", "publishing", "recruiting", "organising"}
    | {"erecting", "digging", "laying", "sowing", "fitting", "purchasing", "renting", "selling", "organizing"}
    | {"distributing", "replacing", "demolishing", "commissioning", "launching", "hosting", "running", "writing"}
)


#: Verbs that end a thing, whatever it is: with a day, they order it.
_ENDING: Final = frozenset({"end", "eradicate", "abolish", "eliminate", "halve"})


class Meaning(Standing):
    """What the order at one word of a sentence comes to."""

    def _lemma(self, place: int) -> str:
        """Return the verb that an order with its small words comes to: "set up" is "install", "get rid" is "end"."""
        after, later = self._plain(place + 1), self._plain(place + 2)
        word = read_gerund(self._plain(place)) if self._is_doing(place) else self._plain(place)
        if word in {"bring", "put", "get", "set", "turn", "drive", "push", "drag", "take", "have"}:
            return self._read_moving(place, word, after, later)
        if (word, after) in PHRASALS:
            return PHRASALS[word, after]
        ahead = self._ahead(place)
        if word in FIRST and (parted := self._find_particle(word, ahead)) is not None:
            return parted
        if word == "do" and (after == "away" or (after == "without" and later)):
            return "end"
        if word in {"wean", "get", "move", "switch", "shift"} and "off" in ahead[1:6]:
            behind = ahead[ahead.index("off") + 1 :][:1]
            return "clear" if behind and behind[0] not in PREPOSITIONS else word
        if word in {"stop", "prevent"} and "from" in ahead and self._keeps(ahead):
            return "keep"
        if word in {"swap", "exchange", "trade", "substitute"} and {"for", "with"} & set(ahead):
            return "replace"
        if word in {"start", "begin"} and after.endswith("ing") and len(after) > 4:
            begun = read_gerund(after)
            return begun if begun != after else "improve"
        if word == "pay" and after in {"back", "off"}:
            return "clear"
        if word in {"close", "bridge", "narrow"} and "gap" in {w.plain for w in self.words[place + 1 : place + 6]}:
            return "clear" if word == "close" else "lower"
        if word == "win" and "back" in {after, later}:
            return "restore"
        if word == "make":
            return self._read_making(place, after, later)
        return self._read_object(place, word)

    def _read_object(self, place: int, word: str) -> str:
        """Return what an order comes to by what it acts on: "raise money" is "fund"."""
        near = [one.plain for one in self.words[place + 1 : place + 6]]
        if word in {"create", "build"} and set(near[:3]) & BUILT_WITHOUT_END:
            return "improve"
        if word == "raise" and any(one in MONEY_WORDS or one in "£€$" for one in near[:3]):
            return "fund"
        if word == "cut" and near[:2] in (["in", "half"], ["by", "half"]):
            return "halve"
        if GIFTS & set(near) and word in {"give", "provide", "offer", "hand"}:
            return "improve"
        return _TURNS.get((word, near[0] if near else ""), word)

    def _find_particle(self, word: str, ahead: Sequence[str]) -> str | None:
        """Return what a verb comes to with its particle behind what it acts on: "board the windows up"."""
        for number, one in enumerate(ahead[1:6], 1):
            last = number + 1 >= len(ahead)
            if one in PARTICLES and (word, one) in PHRASALS and last:
                return PHRASALS[word, one]
        return None

    def _read_moving(self, place: int, word: str, after: str, later: str) -> str:
        ahead = self._ahead(place)
        if word == "put" and {"first", "heart", "centre", "center", "forefront", "map"} & set(ahead[1:8]):
            return "improve"
        if word == "bring" and after == "in":
            return "introduce"
        if word in {"set", "put", "bring"} and after in {"up", "in", "on", "out"}:
            return "improve" if word == "bring" else "install"
        if word in {"put", "bring"} and ("end" in {later, self._plain(place + 3)} or after == "down"):
            return "end"
        if word == "bring" and after in {"together", "people"}:
            return "improve"
        if word == "set":
            return "invest" if after == "aside" else word
        if word == "turn":
            return "convert" if "into" in ahead[:7] else word
        if (
            word in {"bring", "get", "drive"}
            and {"below", "under", "within", "down"} & set(ahead)
            and LIMITS & set(ahead)
        ):
            return "clear"
        if word in {"bring", "get", "drive"} and any(
            one in {"below", "under"} and after_it in NUMBERS for one, after_it in pairwise(ahead)
        ):
            return "clear"
        if {"below", "under", "down"} & set(ahead) and any(one[:1].isdigit() or one in NUMBERS for one in ahead):
            return "lower"
        if "back" in ahead:
            return "regain" if word == "have" else "restore"
        if word == "get" and self._gets_done(place):
            return "clear"
        if word in {"drive", "push", "drag"} and after in {"down", "up"}:
            return "lower"
        return "end" if after == "rid" else word

    def _ahead(self, place: int) -> list[str]:
        """Return the words behind a place, up to a mark or a comma."""
        ahead: list[str] = []
        for one in self.words[place + 1 : place + 15]:
            if one.plain in MARKS | {","}:
                break
            ahead.append(one.plain)
        return ahead

    def _keeps(self, ahead: Sequence[str]) -> bool:
        """Say whether a definite thing is kept from its end: "stop the last bakery from closing"."""
        behind = ahead[ahead.index("from") + 1 :][:1]
        lost = bool(behind) and behind[0] in {
            "closing",
            "shutting",
            "disappearing",
            "leaving",
            "dying",
            "folding",
            "going",
        }
        definite = ahead[0] in {"the", "our", "any", "every", "another", "a"} or ahead[0].endswith(("'s", "s'"))
        return lost and (definite or "last" in ahead)

    def _gets_done(self, place: int) -> bool:
        """Say whether something is to be got into a state: "get empty flats filled"."""
        near = self.words[place + 2 : place + 6]
        later = [w for i, w in enumerate(near) if not i or near[i - 1].plain != "to"]
        done = next((w.plain for w in later if w.plain.endswith("ed") or w.plain in PARTICIPLES), "")
        return done not in {"", "involved", "interested", "engaged", "excited", "motivated", "started", "free"}

    def _read_making(self, place: int, after: str, later: str) -> str:
        if {"sure", "certain"} & {after, later}:
            return "ensure"
        if after in {"room", "way", "space", "sense"}:
            return "render"
        if after in {"all", "the", "every", "our", "each"} or after.isdigit():
            ahead = [one.plain for one in self.words[place + 1 : place + 9]]
            state = any(one.endswith(("ible", "able", "free")) or one in STATES for one in ahead)
            return "render" if state else "improve"
        if "place" in {w.plain for w in self.words[place + 1 : place + 6]}:
            return "improve"
        return "make" if names_means(self.words, place + 1, 4) else "improve"

    def _is_doing(self, place: int) -> bool:
        """Say whether a sentence opens with what is to be done, as a thing: "Doubling the grant", "Keeping it open"."""
        if (
            place + 1 >= len(self.words)
            or self.clauses
            or not self._opens(place)
            or not self._plain(place).endswith("ing")
        ):
            return False
        after = self._plain(place + 1)
        things = after in OBJECT_STARTS - PREPOSITIONS | NUMBERS or after[:1].isdigit() or self.words[place + 1].is_name
        made = self._plain(place) in _MADE_OF_PLURALS and self.words[place + 1].lemma != after and after.endswith("s")
        things = things or (bool(self.aside) and read_gerund(self._plain(place)) in _ENDING and after.isalpha())
        things = things or (made and self.words[place + 1].lemma not in lexicon.ABSTRACT)
        things = things or (read_gerund(self._plain(place)), after) in PHRASALS
        return read_gerund(self._plain(place)) in lexicon.ENDS | lexicon.MEANS | {"halve", "double"} and things
