"""Words typed wrong, read as the ones they were meant to be: "conait", "recieve", "bussinesses"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from workshop_kit.domain.framing import english_verbs, english_words, french_words
from workshop_kit.domain.framing.capitals import has_entry
from workshop_kit.domain.framing.languages import SMALL
from workshop_kit.domain.framing.people_words import ENGLISH_PEOPLE, FRENCH_PEOPLE
from workshop_kit.domain.framing.phone_spelling import put
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.words import is_listed

_WORD: Final = re.compile(r"(?<![\w'-])[^\W\d_]{4,24}(?![\w'-])")
_DAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
#: Unknown words that are looked at, at most: of a text that no dictionary knows, not every word is tried.
_TRIED: Final = 10
_LOOKED_UP: Final = 60
#: Before these an unknown word is a place.
_BEFORE_NAMES: Final = re.compile(r"(?:^|\W)(?:à|a|in|at|de|d'|near|pres de|from) $")
#: An infinitive typed as it sounds: "formé o gestes".
_AS_SOUNDS: Final = re.compile(
    r"(?:^|[.;:!?] |\b(?:et|pour|de|faut) )([a-z]{3,20}[ei])(?=s? (?:les?|la|l'|des|une?|aux?|tous|nos|notre|chaque)\b)"
)
_ORDERS: Final = french_words.MEANS | french_words.ENDS | french_words.VAGUE


def mend_spelling(text: PlainText, language: str) -> PlainText:
    """Return a text whose misspelt words are the ones meant, each still pointing at what was typed."""
    if language == "fr":
        sounds = [found for found in _AS_SOUNDS.finditer(text.plain) if text.marked[found.end(1) - 1] == "é"]
        orders = [(*found.span(1), found[1][:-1] + "er") for found in sounds]
        text = put(text, [one for one in orders if one[2] in _ORDERS])
    meant = ((found, _read_meant(text, found, language)) for found in islice(_find_unknown(text), _TRIED))
    return put(text, [(*found.span(), word) for found, word in meant if word is not None])


def _find_unknown(text: PlainText) -> Iterator[re.Match[str]]:
    """Give the words that no dictionary has, names left out."""
    for found in islice(_WORD.finditer(text.marked), _LOOKED_UP):
        start = found.start()
        small = not start or text.cased[start].islower() or find_meant(text.plain[slice(*found.span())], "en") in _DAYS
        named = not small or _BEFORE_NAMES.search(text.plain[max(0, start - 9) : start])
        known = text.plain[slice(*found.span())] in SMALL["fr"]
        if not named and not known and not any(has_entry(found[0], one) for one in ("fr", "en")):
            yield found


def _read_meant(text: PlainText, found: re.Match[str], language: str) -> str | None:
    """Return the word that was meant; with a capital, it must be one of those that decide."""
    meant = find_meant(text.plain[slice(*found.span())], language)
    return meant if text.cased[found.start()].islower() or meant in _read_known(language) else None


@lru_cache(maxsize=512)
def find_meant(word: str, language: str) -> str | None:
    """Return the word that was meant: one slip away, and one of those that decide; else only a letter doubled or so."""
    known = _read_known(language)
    slips = sorted(set(_slip(word)))
    for candidates in (slips, sorted(set(_edit(word)))):
        if (meant := next((one for one in candidates if one in known), None)) is not None:
            return meant
    doubled = (one for one in slips if len(one) != len(word))
    return next((one for one in doubled if is_listed(one, language)), None)


@lru_cache(maxsize=2)
def _read_known(language: str) -> frozenset[str]:
    lists: tuple[frozenset[str], ...]
    if language == "fr":
        lists = (_ORDERS, french_words.FINITE, FRENCH_PEOPLE, french_words.MEANS_THINGS)
    else:
        lexicon = english_words
        orders = lexicon.MEANS | lexicon.ENDS | lexicon.VAGUE
        lists = (orders, english_verbs.SURE, english_verbs.IRREGULAR, ENGLISH_PEOPLE, lexicon.MEANS_THINGS)
    words = SMALL[language].union(*lists, _DAYS if language == "en" else ())
    plurals = {f"{word}s" for word in words if not word.endswith("s")}
    return frozenset(word for word in words | plurals if word.isalpha() and len(word) >= 4)


def _slip(word: str) -> Iterator[str]:
    """Give the word with a letter doubled or no longer, or with two letters changed about."""
    for place in range(len(word)):
        yield word[:place] + word[place] + word[place:]
        if place and word[place] == word[place - 1]:
            yield word[:place] + word[place + 1 :]
        if place and word[place] != word[place - 1]:
            yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]


def _edit(word: str) -> Iterator[str]:
    """Give the word with a letter more, less, or another one, its first letter kept."""
    for place in range(1, len(word) + 1):
        yield from (word[:place] + letter + word[place:] for letter in _LETTERS)
        if place < len(word):
            yield word[:place] + word[place + 1 :]
            yield from (word[:place] + letter + word[place + 1 :] for letter in _LETTERS)
