"""When two names written by people are the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Only the diacritics of Latin, Greek and Cyrillic: in other scripts a combining mark is a letter of the name.
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
#: From the first of the spaces before it alone: a cell of nothing but spaces would otherwise be tried from each.
_APOSTROPHES: Final = re.compile("(?<!\\s)\\s*['\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4`\uff07]\\s*")
_SPACES_AND_DASHES: Final = re.compile("[\\s\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+")
#: Texts whose folded form is remembered: a row of a list is compared with many others, a newcomer's name with all.
_REMEMBERED: Final = 4096
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})


@lru_cache(maxsize=_REMEMBERED)
def fold_name(text: str) -> str:
    """Return what two writings of the same name have in common.

    Case, accents, the kind and number of spaces, of dashes and of apostrophes do not matter, and a dash counts as
    a space: ``"Saint-Étienne"``, ``"SAINT ETIENNE"`` and ``" saint–etienne "`` are one name. The result is for
    comparing, never for showing; folding it again changes nothing.

    Parameters
    ----------
    text
        A pseudonym, a stake, a person's or a place's name, as written.

    """
    # Dashes and apostrophes go first: the compatibility form turns some of them into a space and an accent.
    folded = _APOSTROPHES.sub("'", _INVISIBLE.sub("", text))
    folded = _strip_accents(_strip_accents(folded).casefold()).translate(_LIGATURES)
    folded = _APOSTROPHES.sub("'", _SPACES_AND_DASHES.sub(" ", folded)).strip()
    # A name made of nothing but dashes is still told apart from another.
    return folded or text.strip()


def abbreviate_name(name: str) -> str:
    """Return a name as a stranger looking on may read it: the first word whole, of the others the first letter.

    A name of one word keeps its first three letters. For showing, never for comparing: two people may share it.
    """
    first, *others = name.split() or [""]
    if not others:
        return first if len(first) <= 3 else f"{first[:3]}…"
    return " ".join([first, *(f"{other[0]}." if other[0].isalpha() else other for other in others)])


def _strip_accents(text: str) -> str:
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
