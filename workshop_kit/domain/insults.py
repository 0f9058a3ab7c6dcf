"""A detector of insults (*injures*) in what people write, in French and English, whatever they were disguised with.

Read are words (``insult_words``), never meanings: what is said politely may hurt all the same, and irony is not seen.
Someone who is hard on themselves, or tells what they were called, insults nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from workshop_kit.domain.contacts import CONCEALED
from workshop_kit.domain.disguises import read_letter
from workshop_kit.domain.insult_words import ADDRESSED, AIMING, ALL, GLUED, HOW_MUCH, LONG, MILD, PHRASES, STRONG
from workshop_kit.domain.plain_signs import simplify_signs

#: A word with the signs that stand for letters in it.
_TOKENS: Final = re.compile(r"(?:[^\W_]|[@$€|*#!])+", re.ASCII)
#: Letters with something between each two of them.
_SPACED: Final = re.compile(
    r"(?<![^\W_])(?:[^\W_]|[@$€])(?:[ .\-_*·/,~+]{1,2}(?:[^\W_]|[@$€])){2,}(?![^\W_])", re.ASCII
)
#: A word that signs cut in two or more.
_CUT: Final = re.compile(r"(?<![a-z])[a-z]++(?:[.\-_·*~+][a-z]++)+", re.ASCII)
#: Two words that are one, or three, cut by spaces.
_PARTED: Final = tuple(
    re.compile(rf"(?<![^\W_])(?=([a-z]{{2,}}(?:[ \n][a-z]{{2,}}){{{cuts}}})(?![^\W_]))", re.ASCII) for cuts in (1, 2)
)
_RUNS: Final = re.compile(r"([a-z])\1{2,}")
_READ_AS: Final = (str.maketrans("013457894@$€!|", "oieastbgaaseii"), str.maketrans("01345789@$€!|", "oleastbgasell"))
_APOSTROPHES: Final = str.maketrans("’‘ʼ´`", "'''''")
#: Ends before an insult that its author says of themselves, or was called.
_OWN: Final = re.compile(
    r"\b(?:je (?:me )?(?:suis|sens|trouve|passe pour)|je n'etais|j'etais|j'ai (?:aussi )?ete|moi qui suis|me sentir"
    r"|(?:pass\w+|prend\w*|prenn\w+) pour|i (?:feel|felt|am|was|look|looked)|i'm|(?:feel|felt|look|looked) like)"
    r"(?: (?:un|une|des|trop|vraiment|bien|parfois|souvent|si|assez|tellement|plus|moins|peu|toujours|gros|grosse"
    r"|vieux|vieille|pauvre|an?|like|so|a bit|such|too))*\s*$"
)
_CALLED: Final = re.compile(
    r"\b(?:(?:me|nous|se|m'|s'|l'|fait|font|ete|etre) ?(?:fai\w+ |a |ont |est |suis |sont |avait )?(?:traite\w*"
    r"|appel\w+|insult\w+)|le mot|les mots|(?:call(?:s|ed|ing)?) (?:me|us|him|her|them|(?:my|our|his|her|their) \w+))"
    r"[^.!?;\n]{0,30}$"
)
_LIKE: Final = re.compile(r"\b(?:comme|like) (?:un|une|des|an?)(?: (?:gros|grosse|vieux|vieille|pauvre|old))? *$")
_FIRST_PERSON: Final = re.compile(r"\b(?:j|je|moi|me|m|on|nous|i|my|we)\b")
_SENTENCES: Final = re.compile(r"[.!?;\n]")
_NOT: Final = frozenset(("pas", "point", "jamais", "not"))
#: Before a word that names a place.
_PLACES: Final = re.compile(
    r"\b(?:rue|place|col|lieu[ -]dit|hameau|village|commune|lac|pic|bois) (?:du|de la|des|de|d') ?$"
)
#: Before *con*, the opposite of *pro*, and before *scum*, which covers ponds.
_HONEST: Final = re.compile(
    r"\bpros? ?(?:et|and|ou|or|&|/) ?(?:les |the |des )?$|\b(?:pond|soap|green|clear|remove)(?: the)? $"
)


def find_insults(text: str) -> tuple[tuple[int, int], ...]:
    """Return the insults in ``text``, from left to right, each as where it begins and ends."""
    return _find(text)


@lru_cache(maxsize=512)
def _find(text: str) -> tuple[tuple[int, int], ...]:
    plain = simplify_signs(text, CONCEALED)
    flat = _flatten(plain.text)
    found = sorted({*_find_words(flat), *_find_hidden(flat), *_find_phrases(flat)})
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(plain.locate(start, end) for start, end in joined)


def _flatten(text: str) -> str:
    """Return as many signs in small letters, each as the eye reads it."""
    if not text.isascii():
        text = text.translate(_APOSTROPHES)
        text = "".join(map(read_letter, text))
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _find_phrases(flat: str) -> Iterator[tuple[int, int]]:
    return (one.span() for one in PHRASES.finditer(flat) if not _is_excused(flat, one.start()))


def _find_words(flat: str) -> Iterator[tuple[int, int]]:
    """Yield the words that are insults as they stand, or once signs, digits and runs of a letter are read."""
    before: list[str] = []
    for token in _TOKENS.finditer(flat):
        word = token[0].strip("*#!|")
        start = token.start() + token[0].index(word) if word else token.start()
        read = _read_word(word)
        if read is not None and not _is_part(flat, start, start + len(word), read):
            alone = not before and not flat[start + len(word) :].strip(" .!?…")
            aimed = read in STRONG or read in GLUED or alone or _is_aimed(before)
            if aimed and not _is_excused(flat, start, read):
                yield start, start + len(word)
        before.append(word)


@lru_cache(maxsize=4096)
def _read_word(word: str) -> str | None:
    """Return the insult that a word is read as, ``None``: it is none."""
    if word in ALL or word in GLUED:
        return word
    if len(word) < 3 or word.isdecimal():
        return None
    if word.isalpha():
        return next((one for one in (_RUNS.sub(r"\1", word), _RUNS.sub(r"\1\1", word)) if one in ALL), None)
    if "*" in word or "#" in word:
        return _read_starred(word)
    if not any(one.isalpha() for one in word):
        return None
    turned = (word.translate(signs) for signs in _READ_AS)
    return next((one for one in (_RUNS.sub(r"\1\1", one) for one in turned) if one in ALL), None)


def _read_starred(word: str) -> str | None:
    """Return the insult of which stars hide letters: its first letter is shown, and one more."""
    if not word[0].isalpha() or sum(one.isalpha() for one in word) < 2:
        return None
    pattern = re.compile(re.sub(r"[*#]+", lambda run: f"[a-z]{{1,{len(run[0]) + 1}}}", re.sub(r"[^a-z*#]", "", word)))
    found = next((one for one in sorted(STRONG) if pattern.fullmatch(one)), None)
    return found or ("connard" if word in {"c*n", "c**", "c*ns"} else None)


def _find_hidden(flat: str) -> Iterator[tuple[int, int]]:
    """Yield the insults whose letters stand apart, or that are cut."""
    for spaced in _SPACED.finditer(flat):
        letters = re.sub(r"[ .\-_*·/,~+]", "", spaced[0])
        if _read_word(letters) is not None or any(one in letters for one in LONG):
            yield spaced.start(), spaced.end()
    for cut in _CUT.finditer(flat):
        joined = re.sub(r"[^a-z]", "", cut[0])
        if len(joined) > 3 and joined in STRONG:
            yield cut.start(), cut.end()
    for parted in chain.from_iterable(pattern.finditer(flat) for pattern in _PARTED):
        joined = "".join(parted[1].split())
        if len(joined) > 5 and joined in STRONG:
            yield parted.span(1)


def _is_part(flat: str, start: int, end: int, read: str) -> bool:
    """Tell whether a word is a part of one with hyphens, as a place's name is, and says nothing by itself."""
    before, after = flat[max(0, start - 2) : start], flat[end : end + 2]
    joined = (after[:1] == "-" and after[1:].isalpha()) or (before[-1:] == "-" and before[:-1].isalpha())
    return joined and len(read) < 7


def _is_aimed(before: list[str]) -> bool:
    """Tell whether the words before a mild one call somebody so; *c'est con* is said of a thing."""
    rest = [*before]
    while rest and rest[-1] in HOW_MUCH and len(rest) > 1 and rest[-2] in AIMING | HOW_MUCH | _NOT:
        rest.pop()
    if not rest or rest[-1] in _NOT or rest[-2:-1] == ["pas"]:
        return False
    if rest[-1] in {"est", "serait", "is"} and len(rest) > 1 and rest[-2] in {"c", "ce", "n", "it", "that", "this"}:
        return False
    return rest[-1] in AIMING or rest[-1] in ADDRESSED


def _is_excused(flat: str, start: int, read: str = "") -> bool:
    """Tell whether what stands before says it of its author, tells what somebody was called, or names a place."""
    before = flat[max(0, start - 90) : start]
    if read in MILD and _HONEST.search(before):
        return True
    if _LIKE.search(before) and _FIRST_PERSON.search(_SENTENCES.split(before)[-1] + _SENTENCES.split(flat[start:])[0]):
        return True
    return any(pattern.search(before) for pattern in (_OWN, _CALLED, _PLACES))
