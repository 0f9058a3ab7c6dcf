"""Confusable names: which two names the eye takes for one (*skeletons*, as Unicode's Technical Standard 39 has them).

Two names of plain letters of one script that differ by more than case, accents, spaces and punctuation are two people:
Jojo is not Lolo, Elia not Ella. A name that uses anything else, letters of two scripts, signs or digits within a word,
styled or turned letters, is read as the eye takes it, and so is one that is written in the letters of another script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from workshop_kit.domain.look_alikes import LOOK_ALIKES, SOUNDS

#: Signs and digits that stand for a letter within a word.
_WITHIN_WORDS: Final = str.maketrans("013457889@$€£|!", "oleasrbbgaselll")
#: Letters that are taken for one another, in small or in capital, once everything else is folded.
_TAKEN_FOR: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("i", "l"), ("j", "l"))
#: How Unicode calls a letter of whatever style: small capitals, in squares, with strokes, turned.
_CALLED: Final = re.compile(
    r"\b(?:CAPITAL|SMALL|LETTER|SYMBOL)(?: LETTER)?(?: (?:TURNED|REVERSED|INVERTED|SIDEWAYS|OPEN|DOTLESS))? ([A-Z])"
    r"(?: WITH .*)?$"
)
_STYLES: Final = ("LATIN", "REGIONAL INDICATOR", "NEGATIVE", "SQUARED", "CIRCLED", "TAG ", "PARENTHESIZED")
#: Letters of languages written with Latin letters that no accent makes: each is read as the plain one.
_LATIN: Final = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŋ": "n", "ı": "i", "ß": "ss"}
    | {"ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ŧ": "t"}
)
#: Letters of one script in one word of Japanese are of three.
_EAST: Final = ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL")
_ODD: Final = "odd"
#: What a word may hold besides letters, and still be plain.
_JOINTS: Final = frozenset(" -'’.,_·&()\u2010\u2011\u2013")
#: A capital I or a small l where the others are of the other case.
_MIXED_CASE: Final = re.compile("[a-z]I|[A-Z]l[A-Z]|[A-Z]{2}l")
#: A lone I, or what looks like it, behind two words: no initial, and seen by nobody.
_LONE_STROKE: Final = re.compile(r"(?<=\w)\s+[Il|]$")
#: A word or two of plain letters, perhaps with a number: what follows finds nothing else in it.
_AS_MOST: Final = re.compile("[A-Za-z]+(?:[ '-][A-Za-z]+)?(?: ?[0-9]+)?")
_NO_LETTER: Final = re.compile("[ '-]")
_WORDS: Final = re.compile(r"[^\W_]+")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")


class Reading(NamedTuple):
    """How a name is read.

    Attributes
    ----------
    plain
        Without case, accents, spaces, punctuation and marks: what two writings of one name have in common.
    picture
        As ``plain``, but in its case, with I and l one stroke; only of Latin letters.
    kind
        The script of its letters, or ``odd``.
    seen
        What the eye may take it for: signs within words read as letters, and left out.

    """

    plain: str
    picture: str
    kind: str
    seen: frozenset[str]


class NamesTaken:
    """The names that are taken (*index of readings*): ``in`` tells whether somebody called so is taken for one of them.

    Parameters
    ----------
    names
        Those that somebody bears.

    """

    def __init__(self, names: Iterable[str]) -> None:
        self._plain: set[str] = set()
        self._pictures: set[str] = set()
        self._kinds: dict[str, set[str]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take a name."""
        reading = read_name(name)
        self._plain.add(reading.plain)
        self._pictures.add(reading.picture)
        for seen in reading.seen:
            self._kinds.setdefault(seen, set()).add(reading.kind)

    def __contains__(self, name: str) -> bool:
        """Tell whether ``name`` is read as one that is taken."""
        reading = read_name(name)
        if reading.plain in self._plain or (reading.picture and reading.picture in self._pictures):
            return True
        kinds: set[str] = set().union(*(self._kinds.get(seen, ()) for seen in reading.seen))
        return bool(kinds) and (reading.kind == _ODD or kinds != {reading.kind})


def read_name(name: str) -> Reading:
    """Return how a name is read; for comparing, never for showing."""
    if _AS_MOST.fullmatch(name) and not _MIXED_CASE.search(name):
        letters = _NO_LETTER.sub("", name)
        plain = letters.lower()
        return Reading(plain, letters.replace("I", "l"), "LATIN", frozenset((spell_word(plain),)))
    kind = _find_kind(name)
    name = name if len(name.split()) < 3 else _LONE_STROKE.sub("", name)
    if name.isascii() and kind != _ODD:  # as most are
        letters = "".join(one for one in name if one.isalnum())
        plain = letters.lower()
        return Reading(plain, letters.replace("I", "l"), kind, frozenset((spell_word(plain),)))
    bare = unicodedata.normalize("NFKD", name)
    plain = "".join(read_plainly(name)) or name.strip()
    told = unicodedata.normalize("NFKD", drop_signs(name))
    unsigned = "".join(one for one in told if unicodedata.category(one)[0] not in "PS" or one in _JOINTS)
    spelt = (read_words(name), read_words(unsigned), read_words(name, SOUNDS))
    picture = "".join(one for one in _ACCENTS.sub("", bare) if one.isalnum()).replace("I", "l")
    seen = {"".join(map(spell_word, words)) for words in spelt}
    return Reading(plain, picture if kind == "LATIN" else "", kind, frozenset(seen - {""}))


def read_plainly(name: str) -> list[str]:
    """Return the letters, marks and numbers of a name without case, accents and the marks that only decorate it."""
    kept: list[str] = []
    for one in _fold(unicodedata.normalize("NFKD", name)):
        category = unicodedata.category(one)
        if category == "Nd":
            kept.append(str(unicodedata.decimal(one)))
        elif category[0] in "LN" or (category in {"Mn", "Mc"} and kept and _keeps_marks(kept[-1])):
            kept.append(one)
    return kept


def read_words(name: str, first: Mapping[int, str] = LOOK_ALIKES) -> list[str]:
    """Return the words of a name as the eye takes them, each sign that stands for a letter in it already one.

    ``first`` are the letters that are read so before all others: as they look, or as they sound (``SOUNDS``).
    """
    bare = unicodedata.normalize("NFKD", name)
    if not bare.isascii():
        bare = "".join(first.get(ord(one)) or LOOK_ALIKES.get(ord(one)) or _find_letter(one) for one in bare)
        bare = "".join(_drop_marks(_fold(bare)))
    return _WORDS.findall(_join_signs(bare.lower()))


@lru_cache(maxsize=2048)
def read_letter(sign: str) -> str:
    """Return the small letter that the eye takes a sign for, or the sign: ASCII, and what is like no letter."""
    letter = sign if sign.isascii() else LOOK_ALIKES.get(ord(sign)) or _find_letter(sign)
    return letter if len(letter) == 1 else sign


def spell_word(word: str) -> str:
    """Return a word with the letters that are taken for one another made one."""
    for seen, read in _TAKEN_FOR:
        word = word.replace(seen, read)
    return word


def spell_digits(word: str) -> str:
    """Return a word with each digit and sign read as the letter it is drawn like."""
    return word.translate(_WITHIN_WORDS)


def drop_signs(name: str) -> str:
    """Return a name without what decorates it and is no letter of it, such as ™, ® or a raised letter."""
    return "".join(one for one in name if not _decorates(one))


def _decorates(one: str) -> bool:
    category = unicodedata.category(one)
    return category == "So" or (category in {"Lo", "Lm"} and unicodedata.decomposition(one).startswith("<super>"))


def _drop_marks(text: str) -> Iterator[str]:
    for one in text:
        if unicodedata.category(one) not in {"Mn", "Me"}:
            yield str(unicodedata.digit(one)) if one.isdigit() else one


def _find_kind(name: str) -> str:
    """Return the script of a name's letters; ``odd`` where there is anything in it that a plain name has not."""
    if _MIXED_CASE.search(name):
        return _ODD
    scripts: set[str] = set()
    for word in name.split():
        core = word.rstrip("0123456789!?.…")
        for one in core:
            category = unicodedata.category(one)
            if category[0] == "L":
                scripts.add(_find_script(one))
            elif category[0] not in "MC" and one not in _JOINTS and (category != "So" or len(core) > 1):
                scripts.add(_ODD if any(other.isalpha() for other in core) else "")
    scripts.discard("")
    if not scripts:
        return ""
    return scripts.pop() if len(scripts) == 1 else _ODD


def _find_script(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    script = unicodedata.name(letter, _ODD).split()[0]
    if script == "LATIN":
        base = _ACCENTS.sub("", unicodedata.normalize("NFKD", letter)).lower().translate(_LATIN)
        return "LATIN" if base.isascii() else _ODD
    return "EAST" if script in _EAST else script


def _fold(text: str) -> str:
    """Return a decomposed text without case and the accents of Latin, Greek and Cyrillic."""
    folded = unicodedata.normalize("NFKD", _ACCENTS.sub("", text).casefold())
    return _ACCENTS.sub("", folded).translate(_LATIN)


def _keeps_marks(letter: str) -> bool:
    """Tell whether a mark upon a letter is part of the name: it is none upon Latin, Greek and Cyrillic ones."""
    return unicodedata.name(letter, "").split(" ")[0] not in {"LATIN", "GREEK", "CYRILLIC", ""}


def _join_signs(folded: str) -> str:
    """Turn signs and digits within a word into the letters they stand for; a number stays one."""
    words = []
    for word in folded.split():
        is_number = not any(one.isalpha() for one in word)
        is_numbered = word.rstrip("0123456789").isalpha()  # "marie2" is the second Marie
        words.append(word if is_number or is_numbered else word.rstrip("!?.").translate(_WITHIN_WORDS))
    return " ".join(words)


def _find_letter(character: str) -> str:
    if character.isascii() or unicodedata.category(character) == "Mn":
        return character
    called = unicodedata.name(character, "")
    if called.startswith(_STYLES):
        letter = _CALLED.search(called)
        if letter:
            return letter[1].lower()
    return character
