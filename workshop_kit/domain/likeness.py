"""Record linkage: when two names, addresses and numbers are one person's, nearly so, or somebody else's.

A name identifies nobody by itself. Two people share an address or a number: a couple a telephone, a family a mailbox.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
#: Of the names that are alike, the likeliest: more of them say nothing any more.
_ALIKE_AT_MOST: Final = 24
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
#: Their words: what begins none of the other name may still be short for it.
_SHORT_FORMS: Final = frozenset(word for forms in _NICKNAMES for form in forms for word in form.split())


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
    if 1 not in map(len, (*one, *other)) and set(one) != set(other):
        return False  # no initial in either
    return any(
        any(a == b and len(a) > 1 for a, b in zip(one, turned, strict=True))
        and all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one, turned, strict=True))
        for turned in permutations(other)
    )


@dataclass(frozen=True)
class _Resemblance:
    """How a name stands to another: its likeness where that is high, whether words pair them, whether they are near."""

    name: str
    ratio: float
    paired: bool
    near: bool


class _Index:
    """Blocking index of names: those nearly a name are looked for among those that can be, not among all.

    But for a slip of the pen, near names share a word, and another word of one begins one of the other, or is a short
    form of it.
    """

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._by_pair: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._by_word: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._single: defaultdict[str, dict[str, None]] = defaultdict(dict)

    def add(self, name: str) -> None:
        """Enter a name that is not there yet."""
        self._folded[name] = sort_name(name)
        words = self._words[name] = frozenset(_list_words(name))
        for word in words:
            (self._single if len(words) == 1 else self._by_word)[word][name] = None
        for pair in _list_pairs(words):
            self._by_pair[pair][name] = None

    def compare(self, name: str) -> list[_Resemblance]:
        """Return the names that are alike or paired by words."""
        from rapidfuzz import fuzz, process

        mine, words = sort_name(name), frozenset(_list_words(name))
        alike = process.extract(mine, self._folded, scorer=fuzz.ratio, score_cutoff=NEAR_FROM, limit=None)
        ratios = {found: ratio for _, ratio, found in alike}
        paired: dict[str, None] = {}
        for word in words:
            paired.update((self._by_word if len(words) == 1 else self._single).get(word, {}))
        sharing = {one for pair in _list_pairs(words, asked=True) for one in self._by_pair.get(pair, ())}
        paired.update((one, None) for one in sharing if one not in paired and self._may_shorten(words, one))
        return [
            _Resemblance(one, ratios.get(one, 0), one in paired, _is_near(name, one)) for one in {**ratios, **paired}
        ]

    def _may_shorten(self, words: frozenset[str], name: str) -> bool:
        left, right = words - self._words[name], self._words[name] - words
        return any(
            one.startswith(other) or other.startswith(one) or one in _SHORT_FORMS or other in _SHORT_FORMS
            for one in left
            for other in right
        )


class NameMemory:
    """Memoised comparisons of names, for who goes through the same list again and again; it grows with new names."""

    def __init__(self) -> None:
        self._index = _Index()
        self._places: dict[str, int] = {}
        self._compared: dict[str, tuple[int, list[_Resemblance]]] = {}
        self._later: dict[tuple[str, str], list[_Resemblance]] = {}

    def enter(self, name: str) -> int:
        """Return the place of a name among all that were ever entered."""
        if name not in self._places:
            self._places[name] = len(self._places)
            self._index.add(name)
        return self._places[name]

    def compare(self, name: str, among: Mapping[int, str], places: Sequence[int]) -> list[_Resemblance]:
        """Return how names stand to ``name``: all of those at ``places``, which rise, and maybe others."""
        if name not in self._compared:
            self._compared[name] = len(self._places), self._index.compare(name)
        until, found = self._compared[name]
        later = (among[place] for place in places[bisect_left(places, until) :])
        return [*found, *(one for other in later for one in self._compare_later(name, other))]

    def _compare_later(self, name: str, other: str) -> list[_Resemblance]:
        """Compare a name with one that was entered after it was compared with all."""
        if (name, other) not in self._later:
            alone = _Index()
            alone.add(other)
            self._later[name, other] = alone.compare(name)
        return self._later[name, other]


class NearNames:
    """Index of names by those that are nearly the same; what ``memory`` has compared is not compared again."""

    def __init__(self, memory: NameMemory | None = None) -> None:
        self._memory = memory or NameMemory()
        self._order: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._places: list[int] = []

    def add(self, name: str) -> None:
        """Enter a name once."""
        if name not in self._order:
            self._order[name] = len(self._order)
            place = self._memory.enter(name)
            self._names[place] = name
            insort(self._places, place)

    def find(self, name: str) -> tuple[str, ...]:
        """Return the names that are nearly ``name``: a slip of the pen, an initial, a first name alone."""
        order, mine = self._order, sort_name(name)
        there = [one for one in self._memory.compare(name, self._names, self._places) if one.name in order]
        alike = sorted((one for one in there if one.ratio), key=lambda one: (-one.ratio, order[one.name]))
        maybe = {one.name for one in alike[:_ALIKE_AT_MOST] if sort_name(one.name) != mine}
        near = {one.name for one in there if one.near and (one.paired or one.name in maybe)}
        return tuple(sorted(near, key=order.__getitem__))


def _list_pairs(words: frozenset[str], *, asked: bool = False) -> set[tuple[str, str]]:
    """Return each word with how each other one begins, by three letters and by its initial.

    ``asked``: what to look for instead, which are names with an initial, names for one, and other short forms.
    """
    if len(words) < 2:
        return set()
    pairs = set()
    for word in words:
        for one in words - {word}:
            pairs |= {(word, one[:_SHORTENED]), (word, one[0] if asked else f"{one[0]}.")}
            if asked and len(one) == 1:
                pairs.add((word, f"{one}."))
    for forms in _NICKNAMES if asked else ():
        spoken = {form for form in forms if words.issuperset(form.split())}
        begins = {form.split()[0][:_SHORTENED] for form in forms - spoken} if spoken else set()
        pairs |= {(word, begin) for word in words for begin in begins}
    return pairs


def _is_near(name: str, other: str) -> bool:
    return compare_names(name, other) is Sameness.NEAR and not _is_longer(name, other)


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
