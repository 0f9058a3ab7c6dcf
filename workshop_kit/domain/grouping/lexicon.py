"""The tables of words made ready to be looked up: what a word may mean, in French and in English."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workshop_kit.domain.framing.words import find_lemma, strip_accents
from workshop_kit.domain.grouping import deeds, everyday, matters, opposites, small_words, things

LANGUAGES: Final = ("fr", "en")
#: Endings that a word loses on the way to its root, the longest first; the root keeps at least four letters.
_ENDINGS: Final = {
    "fr": re.findall(
        r"\w+",
        """issements issement isations isation ifications ification atrices atrice ateurs ateur ations ation itions
        ition ements ement euses euse eurs eur ances ance ences ence ables able ibles ible iques ique istes iste
        ments ment ages age tions tion ives ive ifs if ales aux als al elle elles iers iere ieres ier ants ante
        ant irs ir ers er
        ees ee es ent ait ons ez re e s x""",
    ),
    "en": re.findall(
        r"\w+",
        """isations isation izations ization ifications ification ations ation ements ement ments ment nesses ness
        ities ity ables able ibles ible ings ing tions tion ances ance ences ence ers er ors or ies ied ive ives als al
        ists ist ely ly ed es s e y""",
    ),
}
_ROOT_LETTERS: Final = 4
_TOKENS: Final = re.compile(
    r"aujourd'hui|(?:jusqu|lorsqu|puisqu|quoiqu|quelqu|qu|[a-z])'(?=\w)|[^\W_]+(?:['-][^\W_]+)*|\+"
)
#: Words that would be taken for others of the same letters.
_NO_ROOT: Final = 5


@dataclass(frozen=True)
class Meaning:
    """What an entry of the tables says: classes to compare by, its kind, what it does, and the sides it takes."""

    keys: frozenset[str] = frozenset()
    kind: str = ""
    acts: frozenset[tuple[str, int]] = frozenset()
    sides: frozenset[tuple[int, int]] = frozenset()

    def join(self, other: Meaning) -> Meaning:
        """Return both at once; of two kinds, the one that was there first."""
        return Meaning(
            self.keys | other.keys, self.kind or other.kind, self.acts | other.acts, self.sides | other.sides
        )


@dataclass(frozen=True)
class Lexicon:
    """What is looked up in one language: entries of one word, their roots, and of several words by the first."""

    words: dict[str, Meaning]
    roots: dict[str, Meaning]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Meaning], ...]]


@lru_cache(maxsize=8192)
def find_root(word: str, language: str) -> str:
    """Return what the forms and derivations of a word share: "réparer" and "réparation" have one root."""
    for ending in _ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= _ROOT_LETTERS:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=8192)
def list_bases(word: str, language: str) -> tuple[str, ...]:
    """Return what an English word in -ing or -ed may be of: the dictionary lists many of them by themselves."""
    if language != "en":
        return ()
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 2:
            doubled = (stem[:-1],) if len(stem) > 2 and stem[-1] == stem[-2] else ()
            return (stem, stem + "e", *doubled)
    return ()


def cut_entry(entry: str) -> tuple[str, ...]:
    """Return the words of an entry of the tables as texts are cut into words."""
    spelt = " ".join(word if word in {"à", "où", "dès"} else strip_accents(word) for word in entry.split("_"))
    return tuple(_TOKENS.findall(spelt))


@lru_cache(maxsize=2)
def read_lexicon(language: str) -> Lexicon:
    """Return the tables of one language, made once."""
    found: dict[tuple[str, ...], Meaning] = {}
    for entry, meaning in _list_entries(LANGUAGES.index(language)):
        words = cut_entry(entry)
        found[words] = found[words].join(meaning) if words in found else meaning
    singles = {words[0]: meaning for words, meaning in found.items() if len(words) == 1}
    phrases: dict[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
    for words, meaning in found.items():
        if len(words) > 1:
            phrases[words[0]].append((words, meaning))
    roots: dict[str, Meaning] = {}
    for word, meaning in singles.items():
        root = find_root(find_lemma(word, language), language)
        if len(root) >= _NO_ROOT and meaning.kind not in {"light", "turn", "why", "rather"}:
            roots.setdefault(root, meaning)
    ordered = {first: tuple(sorted(all_, key=lambda one: (-len(one[0]), one[0]))) for first, all_ in phrases.items()}
    return Lexicon(singles, roots, ordered)


def _list_entries(place: int) -> Iterator[tuple[str, Meaning]]:
    """Give each entry of a language with what it says; kinds come in the order in which they win."""
    language = LANGUAGES[place]
    small = (("turn", small_words.TURNING), ("rather", small_words.RATHER), ("why", small_words.WHY))
    for kind, table in small:
        yield from ((entry, Meaning(kind=kind)) for entry in table[language].split())
    classes = (
        ("thing", things.THINGS + matters.MATTERS + everyday.EVERYDAY),
        ("person", things.PEOPLE + everyday.PEOPLE),
        ("time", things.TIMES),
        ("deed", deeds.DEEDS),
    )
    for kind, lines in classes:
        for number, line in enumerate(_split(lines)):
            meaning = Meaning(frozenset({f"{kind}:{number}"}), kind)
            yield from ((entry, meaning) for entry in line[place].split())
    for number, line in enumerate(_split(small_words.WEAK)):
        meaning = Meaning(frozenset({f"weak:{number}"}), "weak")
        yield from ((entry, meaning) for entry in line[place].split())
    for sign, acts in ((1, deeds.FOR), (-1, deeds.AGAINST)):
        for name, lines in acts.items():
            act = frozenset({(name, sign)})
            for line in _split(lines):
                yield from ((entry, Meaning(kind="act", acts=act)) for entry in line[place].split())
    strong = [("side", line) for line in _split(opposites.SIDES)]
    soft = [("soft", line) for line in _split(opposites.SOFT_SIDES)]
    for axis, (kind, line) in enumerate(strong + soft):
        for side, entries in zip((1, -1), line[place].split("~"), strict=True):
            taken = frozenset({(axis, side)})
            yield from ((entry, Meaning(kind=kind, sides=taken)) for entry in entries.split())
    yield from ((entry, Meaning(kind="light")) for entry in small_words.LIGHT[language].split())


def _split(lines: str) -> list[list[str]]:
    """Return the halves of each line, which a backslash at the end of a line joins to the next."""
    joined = re.sub(r"\\\n\s*", " ", lines)
    return [line.split("|") for line in joined.splitlines() if line.strip()]
