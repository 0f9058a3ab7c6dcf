"""A sentence in capitals made small again, but for the names in it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import Final

from workshop_kit.domain.framing.place_names import NOT_NAMES
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.words import is_listed

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Letters that lose their accent on a capital, and what they may have been.
_ACCENTS: Final = {"e": "eéèê", "a": "aâà", "o": "oô", "i": "iîï", "u": "uûù", "c": "cç"}
#: As many ways to put accents on a word as are tried.
_WAYS: Final = 48
#: What a street or site is called stands beside these.
_WAYS_EN: Final = re.compile(
    r"\b(?!(?:the|our|every|each|all|no|a|an|in|on|at|of|and|to|old|new|high|main|this|that|for|by|"
    r"one)\b)([a-z]{3,20}) "
    r"(?=(?:hill|street|road|lane|square|avenue|estate|close|terrace|crescent|drive|row|bridge|primary|green|quay)\b)"
)
_WAYS_FR: Final = re.compile(
    r"\b(?:rue|avenue|impasse|chemin|quai|boulevard|allee|square|cite|residence|lotissement) (?:(?:de la|des|du|de|"
    r"les) |"
    r"de l')?(?!(?:de|des|du|la|le|les|et|est|pour|en|dans|nos|notre|ce|cette)\b)([a-z]{4,20})\b"
)
_TOO_SHORT: Final = 3
#: How words end that a dictionary may lack, and names do not.
_ENDINGS: Final = ("ment", "tion", "tions", "ations", "ants", "antes", "ment", "euses", "ness", "ing", "ings")


def lower_capitals(text: PlainText, language: str) -> PlainText:
    """Return a text that is all in capitals with those of its names alone; any other as it is."""
    found = list(_WORD.finditer(text.cased))
    if len(found) < 3 or not all(word[0].isupper() for word in found):
        return text
    cased = list(text.marked)
    for place, word in enumerate(found):
        if not place or _is_name(text, word, language):
            for start in (piece.start() for piece in re.finditer(r"[^\W\d_]{3,}", word[0])):
                cased[word.start() + start] = text.cased[word.start() + start]
        if len(word[0]) == 1 and text.cased[word.end() : word.end() + 2].strip()[:1].isdigit():
            cased[word.start()] = text.cased[word.start()]
    for way in (_WAYS_EN if language == "en" else _WAYS_FR).finditer(text.plain):
        cased[way.start(1)] = text.cased[way.start(1)]
    return replace(text, cased="".join(cased))


def _is_name(text: PlainText, word: re.Match[str], language: str) -> bool:
    plain = text.plain[word.start() : word.end()]
    pieces = plain.split("-")
    if len(plain) <= _TOO_SHORT or plain in NOT_NAMES or plain.endswith(_ENDINGS):
        return False
    known = has_entry(text.marked[word.start() : word.end()], language)
    return not known and not (len(pieces) > 1 and all(len(one) < 4 or has_entry(one, language) for one in pieces))


@lru_cache(maxsize=2048)
def has_entry(word: str, language: str) -> bool:
    """Say whether a dictionary has a word, or would with the accents that it lost."""
    if is_listed(word, language):
        return True
    if language != "fr" or not word.isascii():
        return False
    ways = 1
    choices = []
    for sign in word:
        some = _ACCENTS.get(sign, sign)
        some = some if ways * len(some) <= _WAYS else sign
        ways *= len(some)
        choices.append(some)
    return any(is_listed("".join(way), language) for way in product(*choices))
