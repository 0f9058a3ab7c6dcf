"""The words of a sentence: where each stands, its plain form, and the form a dictionary lists it under."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workshop_kit.domain.framing.plain_text import PlainText

_WORDS: Final = {
    "fr": re.compile(
        r"aujourd'hui|(?:jusqu|lorsqu|puisqu|quoiqu|quelqu|qu|[a-z])'(?=\w)|\d+(?:[:h]\d\d|(?:[ "
        r".,]\d{3})*(?:[.,]\d+)?)|"
        r"[a-z]\d+|[^\W\d_]+(?:-(?!(?:t-)?(?:ils?|elles?|on|nous|vous|je|tu|ce)\b)(?!(?<=ons-)(?:les?|la|en|y)(?![\w-]))[^\W\d_]+)*|[^\w\s]"
    ),
    "en": re.compile(
        r"\d+(?:[:h]\d\d|(?:[ .,]\d{3})*(?:[.,]\d+)?)|"
        r"[a-z]\d+|[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]"
    ),
}


@dataclass(frozen=True)
class Word:
    """One word or mark: where it stands, its plain form, with accents, as written, and as dictionaries list it."""

    start: int
    end: int
    plain: str
    marked: str
    cased: str
    lemma: str

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital."""
        return self.cased[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.plain[:1].isalpha()


def split_words(text: PlainText, language: str) -> list[Word]:
    """Return the words and marks of a text in their order."""
    return [_read_word(text, *found.span(), language) for found in _WORDS[language].finditer(text.plain)]


def _read_word(text: PlainText, start: int, end: int, language: str) -> Word:
    plain, marked = text.plain[start:end], text.marked[start:end]
    lemma = find_lemma(marked, language) if plain[:1].isalpha() else plain
    return Word(start, end, plain, marked, text.cased[start:end], lemma)


@lru_cache(maxsize=4096)
def find_lemma(word: str, language: str) -> str:
    """Return the form a dictionary lists a word under, without accents."""
    from simplemma import (
        lemmatize,
    )  # its dictionaries are read when first asked, and by no page that reads no challenge

    return strip_accents(lemmatize(word, lang=language).lower())


@lru_cache(maxsize=4096)
def is_listed(word: str, language: str) -> bool:
    """Say whether the dictionary of a language has the word."""
    from simplemma import is_known

    return bool(is_known(word, lang=language))


def strip_accents(text: str) -> str:
    """Return a text without accents, its ligatures spelt."""
    bare = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("æ", "ae"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def list_plain(words: str) -> frozenset[str]:
    """Return a lexicon written with spaces, in the plain form; an underscore is a space within an entry."""
    kept = {"à", "où", "dès"}
    return frozenset(word if word in kept else strip_accents(word).replace("_", " ") for word in words.split())


def says(words: Sequence[Word], place: int, phrase: str) -> int:
    """Return how many words from ``place`` on say ``phrase``, 0 if they do not."""
    wanted = phrase.split(" ")
    if place + len(wanted) > len(words):
        return 0
    return len(wanted) if all(words[place + i].plain == one for i, one in enumerate(wanted)) else 0


def are_shouted(words: Sequence[Word]) -> bool:
    """Say whether a sentence is written in capitals: they tell no names then."""
    texts = [word.cased for word in words if word.is_word]
    return len(texts) > 1 and all(text.isupper() for text in texts)
