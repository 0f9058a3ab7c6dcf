"""Numbers as ideas write them: in digits, in words, as times of day, and how often something is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_NUMBERS: Final = {
    one: str(value)
    for value, words in {
        0: "minuit midnight", 2: "deux two twice", 3: "trois three", 4: "quatre four", 5: "cinq five", 6: "six",
        7: "sept seven", 8: "huit eight", 9: "neuf nine", 10: "dix ten dizaine", 11: "onze eleven",
        12: "douze twelve midi noon douzaine dozen", 15: "quinze fifteen", 16: "seize sixteen",
        18: "eighteen", 20: "vingt twenty", 30: "trente thirty", 40: "quarante forty", 50: "cinquante fifty",
        60: "soixante sixty", 100: "cent hundred", 1000: "mille thousand",
    }.items()
    for one in words.split()
}  # fmt: skip
_DIGITS: Final = re.compile(r"[a-z]?\d")
_CLOCK: Final = re.compile(r"^(\d{1,2})(?:h|:)?(\d\d)?$")


def read_number(word: str, language: str) -> str:
    """Return the number that a word gives, always in one spelling; empty where it gives none."""
    if word in _NUMBERS and not (language == "fr" and word == "four"):
        return _NUMBERS[word]
    if not _DIGITS.match(word):
        return ""
    bare = re.sub(r"[ .,](?=\d{3})", "", word).replace(",", ".")
    clock = _CLOCK.match(bare)
    if clock and clock[2] in {None, "00"} and ("h" in bare or ":" in bare):
        return clock[1].lstrip("0") or "0"
    return bare.replace("h", ":").lstrip("0") or "0"


#: Before these, "un" or "one" is a number.
_COUNTED: Final = {
    "fr": "fois jour sens voie semaine mois an heure soir matin nuit repas etage niveau annee file bac poubelle",
    "en": "time day way lane week month year hour evening morning night meal storey floor bin bag side",
}
#: What is said instead, and is not wanted.
_INSTEAD: Final = re.compile(
    r" (?:au lieu d\S*|[aà] la place d\S*|plutot qu\S*|et non|et pas|pas|"
    r"instead of|rather than|and not|not|no longer) .*"
)
_ONE: Final = {
    language: re.compile(
        rf" (?:un|une|one|a single|un seul|une seule) (?={'|'.join(f'{word}s? ' for word in words.split())})"
    )
    for language, words in _COUNTED.items()
}
_ONCE: Final = re.compile(r" once (?=(?:a|per|each|every|weekly|daily|monthly|only) )| once $")
_SHARES: Final = (
    (
        "1/2",
        re.compile(r" (?:la moitie|half|halve|halves|halved|halving|moitie prix|half-price|demi-tarif) (?!an |term)"),
    ),
    ("2", re.compile(r" (?:doubler|doublez|doublons|doublement|doubled|doubling|double the|double our) ")),
    ("3", re.compile(r" (?:tripler|triplez|triplement|triple the|thrice|tripling) ")),
    ("1/3", re.compile(r" (?:un tiers|a third of|one third) ")),
    ("1/4", re.compile(r" (?:un quart|a quarter of|one quarter) (?!d'heure|d' heure)")),
)
#: What makes a number half as much again of one: "4 jours et demi", "two and a half hours", "4,5".
_HALVED: Final = (
    re.compile(r" (\w+)(?= (?:et demie?|and a half) )"),
    re.compile(r" (\w+)(?= \w+ et demie? )"),
)
_WHOLE: Final = {"un": "1", "une": "1", "one": "1"}
#: How often, the longest spellings first: what one takes the next does not see.
_OFTEN: Final = (
    (
        "day",
        re.compile(r" (?:7j 7|7 ?j sur 7|7 jours sur 7|sept jours sur sept|(?:7|seven) days a week|every single day) "),
    ),
    (
        "fortnight",
        re.compile(
            r" (?:toutes les (?:deux|2) semaines|une semaine sur (?:deux|2)|tous les (?:quinze|15) jours|fortnightly|"
            r"every (?:fortnight|(?:other|second|two|2) weeks?)|a fortnight|par quinzaine|bimensuelle?s?) "
        ),
    ),
    ("2 days", re.compile(r" (?:un jour sur (?:deux|2)|tous les (?:deux|2) jours|every (?:other|second) day) ")),
    (
        "2 years",
        re.compile(r" (?:tous les (?:deux|2) ans|une annee sur (?:deux|2)|every (?:other|second|two|2) years?) "),
    ),
    ("hour", re.compile(r" (?:toutes les heures|chaque heure|hourly|every hour|par heure|an hour) ")),
    (
        "day",
        re.compile(
            r" (?:tous les jours|chaque jour|par jour|quotidien(?:ne)?s?|quotidiennement|daily|"
            r"(?:every|each|per|a) day) "
        ),
    ),
    (
        "week",
        re.compile(
            r" (?:toutes les semaines|chaque semaine|par semaine|hebdomadaires?|hebdo|weekly|"
            r"(?:every|each|per|a) week) "
        ),
    ),
    (
        "month",
        re.compile(r" (?:tous les mois|chaque mois|par mois|mensuel(?:le)?s?|monthly|(?:every|each|per|a) month) "),
    ),
    (
        "year",
        re.compile(
            r" (?:tous les ans|chaque annee|par an|annuel(?:le)?s?|yearly|annual|annually|(?:every|each|per|a) year) "
        ),
    ),
)
#: One of two is a half, and every seventh day of seven is each.
_OF_TWO: Final = re.compile(r" (?:un|une|one) (?:\w+ )?(?:sur|in|out of) (?:deux|two|2) ")


def read_frequency(words: Sequence[str], numbers: frozenset[str], language: str) -> frozenset[str]:
    """Return the numbers of an idea and those that stand in phrases: "once", "half", "every week".

    What is done every week is done once a week, unless another number says how often.
    """
    said = _INSTEAD.sub(" ", f" {' '.join(words)} ")
    found = set(numbers)
    if _ONE[language].search(said) or _ONCE.search(said):
        found.add("1")
    found |= {value for value, pattern in _SHARES if pattern.search(said)}
    for one in (one for pattern in _HALVED for one in pattern.findall(said)):
        if number := read_number(one, language) or _WHOLE.get(one, ""):
            found = found - {number, "1/2"} | {f"{number}.5"}
    often = set()
    if _OF_TWO.search(said) and not any(pattern.search(said) for _, pattern in _OFTEN):
        found = found - {"2"} | {"1/2"}
    if _OFTEN[0][1].search(said):
        found.discard("7")
    for name, pattern in _OFTEN:
        if pattern.search(said):
            said = pattern.sub(" ", said)
            often.add(f"every {name}")
    if often and not found:
        found.add("1")
    return frozenset(found | often)
