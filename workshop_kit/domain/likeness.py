"""Record linkage: when two names, addresses and numbers are one person's, nearly so, or somebody else's.

A name identifies nobody by itself. Two people share an address or a number: a couple a telephone, a family a mailbox.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import permutations
from typing import Final

from workshop_kit.domain.names import fold_name

#: From which likeness, of 100, two different writings may be one name.
NEAR_FROM: Final = 86
#: The same where nothing else speaks for it, and among how many names it is looked for.
_PAIRED_FROM: Final = 92
_PAIRED_AT_MOST: Final = 600
#: A first name that is shortened keeps so many letters.
_SHORTENED: Final = 3
#: Names with more words are compared as they stand.
_WORDS_AT_MOST: Final = 5
#: Names whose words are remembered: each line of a list is compared with all the others.
_REMEMBERED: Final = 8192
_TITLES: Final = frozenset({"m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "dr", "mrs", "ms"})
#: Short forms that no longer begin as the name does.
_NICKNAMES: Final = (
    {"bob", "robert"}, {"bill", "william"}, {"beth", "elisabeth"}, {"babette", "elisabeth"}, {"lise", "elise"},
    {"jo", "joseph"}, {"jo", "joelle"}, {"mimi", "michele"}, {"toto", "thomas"}, {"tof", "christophe"},
    {"stef", "stephane"}, {"steph", "stephanie"}, {"manu", "emmanuel"}, {"manu", "emmanuelle"}, {"nath", "nathalie"},
    {"sandrine", "alexandrine"}, {"lolo", "laurent"}, {"dede", "andre"}, {"gege", "gerard"}, {"nanou", "anne"},
    {"momo", "mohamed"}, {"lulu", "lucien"}, {"titi", "thierry"}, {"jacky", "jacques"}, {"tony", "antoine"},
    {"xav", "xavier"}, {"jc", "jean claude"}, {"jp", "jean paul"}, {"jp", "jean pierre"}, {"jm", "jean marie"},
)  # fmt: skip


class Sameness(StrEnum):
    """Match verdict (*ressemblance*) of one column of two people: equal, other, nearly equal, or said by one alone."""

    SAME = "same"
    OTHER = "other"
    NEAR = "near"
    SILENT = "silent"


def fold_email(text: str) -> str:
    """Return what two writings of one e-mail address share."""
    return "".join(text.split()).casefold()


def fold_phone(text: str) -> str:
    """Return what two writings of one telephone number share: its digits, a French one from its 0 on."""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if text.strip().startswith("+"):
        digits = f"00{digits}"
    for prefix in ("00330", "0033"):
        if digits.startswith(prefix) and len(digits) - len(prefix) == 9:
            return f"0{digits[len(prefix) :]}"
    if len(digits) == 11 and digits.startswith("33"):
        return f"0{digits[2:]}"
    return f"0{digits}" if len(digits) == 9 and not digits.startswith("0") else digits


def is_shared_line(phone: str) -> bool:
    """Tell whether a number is a line of a home or an office, which several people may have, not one in a pocket."""
    folded = fold_phone(phone)
    return len(folded) == 10 and folded.startswith("0") and folded[1] not in "67"


@lru_cache(maxsize=_REMEMBERED)
def sort_name(name: str) -> str:
    """Return what a name shares with itself when first and last name change places, without a title before it."""
    words = _list_words(name)
    return " ".join(sorted(words))


def compare_texts(first: str, second: str) -> Sameness:
    """Compare two words that were folded already."""
    if not first or not second:
        return Sameness.SILENT
    return Sameness.SAME if first == second else Sameness.OTHER


def compare_names(first: str, second: str) -> Sameness:
    """Compare two names: the same in whichever order, near but for a letter, an initial or a short form."""
    if not first or not second:
        return Sameness.SILENT
    one, other = sort_name(first), sort_name(second)
    if one == other:
        return Sameness.SAME
    if _list_numbers(one) != _list_numbers(other):
        return Sameness.OTHER
    from rapidfuzz import fuzz  # here: no page that a visitor opens compares names

    near = fits_initials(first, second) or _is_shortened(first, second) or _is_part(first, second)
    return Sameness.NEAR if near or fuzz.ratio(one, other) >= NEAR_FROM else Sameness.OTHER


def fits_initials(first: str, second: str) -> bool:
    """Tell whether two names are the same but for initials, as in "J. Martin"."""
    one, other = _list_words(first), _list_words(second)
    if len(one) != len(other) or not 1 < len(one) <= _WORDS_AT_MOST:
        return False
    return any(
        any(a == b and len(a) > 1 for a, b in zip(one, turned, strict=True))
        and all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one, turned, strict=True))
        for turned in permutations(other)
    )


def find_near(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``names`` that are nearly ``name``: a slip of the pen, an initial, a first name alone."""
    from rapidfuzz import fuzz, process

    listed = tuple(names)
    folded = [sort_name(one) for one in listed]
    alike = process.extract(sort_name(name), folded, scorer=fuzz.ratio, score_cutoff=NEAR_FROM, limit=None)
    places = {place for _, _, place in alike}
    words = frozenset(_list_words(name))
    # whatever else makes two names near leaves them a word in common
    maybe = (one for place, one in enumerate(listed) if place in places or not words.isdisjoint(_list_words(one)))
    return tuple(one for one in maybe if compare_names(name, one) is Sameness.NEAR and not _is_longer(name, one))


def _list_numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)


@lru_cache(maxsize=_REMEMBERED)
def _list_words(name: str) -> tuple[str, ...]:
    words = tuple(word for word in re.split(r"[\s.,;/]+", fold_name(name)) if word)
    return tuple(word for word in words if word not in _TITLES) or words


def _is_part(first: str, second: str) -> bool:
    one, other = set(_list_words(first)), set(_list_words(second))
    return one < other or other < one


def _is_longer(first: str, second: str) -> bool:
    """Tell whether two names of several words are one but for a word more, as those of a family are."""
    return _is_part(first, second) and min(len(_list_words(first)), len(_list_words(second))) > 1


def _is_shortened(first: str, second: str) -> bool:
    one, other = _list_words(first), _list_words(second)
    left, right = [w for w in one if w not in other], [w for w in other if w not in one]
    if len(one) < 2 or len(left) == len(one) or not left or not right:
        return False
    short, long = sorted((" ".join(left), " ".join(right)), key=len)
    begins = len(short) >= _SHORTENED and long.startswith(short)
    return begins or {short, long} in _NICKNAMES


def pair_near(names: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of those names that are one letter or so apart, each pair once."""
    if len(names) > _PAIRED_AT_MOST:
        return []
    from rapidfuzz import fuzz, process

    folded = [sort_name(name) for name in names]
    pairs = []
    for place, name in enumerate(folded):
        for _, _, found in process.extract(name, folded, scorer=fuzz.ratio, score_cutoff=_PAIRED_FROM, limit=4):
            same_numbers = _list_numbers(name) == _list_numbers(folded[found])
            if place < found and name != folded[found] and same_numbers:
                pairs.append((place, found))
    return pairs
