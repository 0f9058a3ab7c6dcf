"""Tell whether accents stand where words have them: by that a wrong encoding is heard.

French is known best; the names of other peoples who write Latin letters are let through where they have theirs.
Each sign that is not ASCII is weighed by its neighbours: é may stand anywhere, è before a consonant, ç before a, o, u,
a capital accent not inside a word written small, a sign of money or a piece of a frame never beside a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

_VOWELS: Final = "aeiouyéèêëàâîïôûùœ"
_CONSONANTS: Final = "bcdfghjklmnpqrstvwxzçñ"
_ROMANCE: Final = "áíóúãõâêô"
#: By small letter: what may stand before and after it (``^`` and ``$`` are the word's ends), and how usual that is.
_PLACES: Final = {
    "é": ("", "", 5),
    "è": (_CONSONANTS + "iuydeo'’", _CONSONANTS + "$", 4),
    "ê": (_CONSONANTS + "'’uio", _CONSONANTS + "$", 3),
    "ë": ("aoiuey", _CONSONANTS + "$lt", 3),
    "à": (_CONSONANTS + "^o'’", "$", 4),
    "â": (_CONSONANTS + "^'’éei", _CONSONANTS + "$", 3),
    "ä": (_CONSONANTS + "^", _CONSONANTS + "u", 1),
    "î": (_CONSONANTS.replace("j", "") + "aoe^'’", _CONSONANTS + "e$", 3),
    "ï": ("aoueh", _CONSONANTS + "e$ao", 3),
    "ô": (_CONSONANTS + "^'’ei", _CONSONANTS + "$", 3),
    "ö": (_CONSONANTS + "^o", _CONSONANTS + "r", 1),
    "ù": (_CONSONANTS + "o", "$", 2),
    "û": (_CONSONANTS + "oe", _CONSONANTS + "$", 3),
    "ü": (_CONSONANTS + "^ae", _CONSONANTS + "$", 1),
    "ÿ": ("aeoln", "$e", 1),
    "ç": (_VOWELS + "rnl^'’" + _ROMANCE, "aouéi" + _ROMANCE, 4),
    "œ": (_CONSONANTS + "^'’", "ui" + _CONSONANTS, 3),
    "æ": (_CONSONANTS + "^'’", _CONSONANTS + "$", 1),
    "ñ": (_VOWELS + _ROMANCE, _VOWELS + _ROMANCE + "cj", 2),
    "á": (_CONSONANTS + "^uieo", _CONSONANTS + "$ui", 2),
    "í": (_CONSONANTS + "auoe", _CONSONANTS + "a$oe", 2),
    "ó": (_CONSONANTS + "ieuá", _CONSONANTS + "$i", 2),
    "ú": (_CONSONANTS + "aie", _CONSONANTS + "$", 2),
    "ã": (_CONSONANTS + _VOWELS + "^", "oe$", 2),
    "õ": (_CONSONANTS + _VOWELS, "e", 2),
    "ò": (_CONSONANTS, _CONSONANTS + "$", 1),
    "ì": (_CONSONANTS, "$", 1),
    "å": (_CONSONANTS + "^", _CONSONANTS, 1),
    "ø": (_CONSONANTS + "^", _CONSONANTS + "$", 1),
    "ß": (_VOWELS + "ü", "e$", 1),
}
_CAPITALS: Final = frozenset("ÉÈÊËÀÂÎÏÔÛÙÇŒÆÜÖÄÁÑ")
#: Capitals that French has not: they weigh little, for one may be another one read wrongly.
_CAPITALS_ABROAD: Final = frozenset("ÍÓÚÃÕÌÒØÅ")
#: Signs that stand between words or inside them, whatever stands beside.
_APART: Final = frozenset("‘«»“”–—…•·€°\u00a0\u202f²³½№×✓✔☑")
_UNLIKELY: Final = -4.0
#: The mean weight from which a text is taken for words.
_ENOUGH: Final = 1.0


def weigh(text: str) -> Iterator[float]:
    """Yield the weight of each sign of ``text`` that is not ASCII."""
    for found in re.finditer(r"[^\x00-\x7f]", text):
        place = found.start()
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        if found[0] == "’" and text[max(0, place - 2) : place].isalpha() and place >= 2 and before != "u":
            yield -1.0  # what is elided is one letter, or ends in u
        else:
            yield _weigh(before, found[0], after)


@lru_cache(4096)
def _weigh(before: str, sign: str, after: str) -> float:
    if sign in _PLACES:
        return _weigh_small(before, sign, after)
    if sign in _CAPITALS:
        return _weigh_capital(before, sign, after)
    if sign in _CAPITALS_ABROAD:
        return min(1.0, _weigh_capital(before, sign, after))
    if sign == "’":
        return 4.0 if before.isalpha() and after.isalpha() else -1.0 if before.isalpha() or after.isalpha() else 0.0
    if sign in _APART:
        inside = before.isalpha() and after.isalpha()
        return _UNLIKELY if inside and sign not in "·\u00a0\u202f" else 1.0
    if sign.isalpha() and ord(sign) > 0x36F:
        return 1.0 if before == " " or before == sign or ord(before) > 0x36F or ord(after) > 0x36F else _UNLIKELY
    return _UNLIKELY if before.isalpha() or after.isalpha() else -1.0


def _weigh_capital(before: str, sign: str, after: str) -> float:
    if before.islower() or (before.isupper() and after.islower()):
        return _UNLIKELY
    if after.islower():  # it begins a word: what follows is what follows the small letter
        right = _PLACES[sign.lower()][1]
        return 3.0 if not right or after in right else -1.0
    return 3.0 if after.isalpha() or before.isupper() else -1.0


def _weigh_small(before: str, sign: str, after: str) -> float:
    if before.isupper() and after.isupper():
        return -1.0
    left, right, weight = _PLACES[sign]
    fits = [
        not allowed or (letter.casefold() in allowed if letter.isalpha() or letter in "'’" else edge in allowed)
        for letter, allowed, edge in ((before, left, "^"), (after, right, "$"))
    ]
    return float(weight) if all(fits) else -1.0 if any(fits) else -2.0


def measure_plausibility(text: str) -> float:
    """Return the mean weight of the signs of ``text`` that are not ASCII; 0 where there are none."""
    weights = list(weigh(text))
    return sum(weights) / len(weights) if weights else 0.0


def is_plausible(text: str) -> bool:
    """Tell whether ``text`` reads as words; one in plain ASCII does."""
    return text.isascii() or measure_plausibility(text) >= _ENOUGH


def sample_words(text: str, most: int = 4) -> str:
    """Return the first different words with a sign that is not ASCII: what shows whether accents are right."""
    words = (
        found[0].strip(".,;:!?()\"'") for found in re.finditer(r"[^\s;,\t|\"]*[^\x00-\x7f\s;,|][^\s;,\t|\"]*", text)
    )
    return ", ".join(_take(dict.fromkeys(word[:30] for word in words if word), most))


def _take(words: Iterable[str], most: int) -> list[str]:
    return [word for word, _ in zip(words, range(most), strict=False)]
