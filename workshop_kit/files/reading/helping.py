"""The words organisers write of missions and of what somebody offers: days, importance, a car, where they can go."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.category_words import fold_word
from workshop_kit.domain.forms import Day
from workshop_kit.domain.names import fold_name
from workshop_kit.files.reading.words import understand_consent

_DAYS: Final = {
    Day.WEEKDAYS: (
        r"(?:(?:en|la|pendant la|on|during the)\s+)?(?:semaine|week(?! ?end)|week ?days?)|jours? (?:ouvr(?:es?|ables?)|"
        r"de semaine)|(?:en |la )?journee|(?:les? )?(?:lundi|mardi|mercredi|jeudi|vendredi)s?"
        r"|(?:on )?(?:mon|tues|wednes|thurs|fri)days?"
    ),
    Day.EVENINGS: r"(?:en |le |les |the |in the )?(?:soir(?:ee)?s?|evenings?)",
    Day.WEEKENDS: r"(?:le |les |the |at |on )?(?:week ?ends?|samedis?|dimanches?|(?:satur|sun)days?)",
}
_DAY_WORDS: Final = {day: re.compile(rf"\b(?:{words})\b") for day, words in _DAYS.items()}
#: The words of which each says one of the days, and nothing more.
_WHOLE: Final = {
    Day.WEEKDAYS: frozenset({"weekdays", "en semaine", "la semaine", "semaine", "jours ouvres", "weekday"}),
    Day.EVENINGS: frozenset({"evenings", "le soir", "les soirs", "soir", "soiree", "soirees", "en soiree", "evening"}),
    Day.WEEKENDS: frozenset(
        {"weekends", "le week end", "les week ends", "week end", "week ends", "weekend", "le weekend", "les weekends"}
    ),
}
_EVERY_DAY: Final = re.compile(
    r"(?:tous les jours|tout le temps|toujours|n'importe quand|any ?time|every ?day|always|any day)"
)
_BETWEEN: Final = re.compile(r"\s*(?:[,;/|+&\n]|\bet\b|\band\b|\bou\b|\bor\b)\s*")
_IMPORTANCE: Final = {
    1: (
        "haute|elevee|forte|prioritaire|urgent|urgente|tres important|tres importante|top|high|first|premiere|d'abord"
        "|max|maximale"
    ),
    2: "moyen|moyenne|normal|normale|medium|intermediaire|deuxieme|second",
    3: (
        "basse|faible|secondaire|low|last|derniere|troisieme|third|en dernier|minimale|peu important|peu importante"
        "|non prioritaire"
    ),
}
_IMPORTANCE_OF: Final = {word: number for number, words in _IMPORTANCE.items() for word in words.split("|")}
_CAR: Final = r"(?:voitures?|vehicules?|auto(?:mobile)?s?|cars?|camionnette)"
_HAS_CAR: Final = re.compile(
    rf"(?:(?:oui|yes|j'ai|avec|own|has|have|with|a|une|un|my|ma|mon|permis|permis b|et|and|\+|&|/|,)\s*)*{_CAR}"
    r"|vehiculee?s?|motorisee?s?|(?:permis(?: b)?|oui|yes) ?(?:/|et|and|,|\+|&) ?(?:oui|yes|vehicule)"
)
_NO_CAR: Final = re.compile(
    rf"(?:(?:non|no|permis|permis b|mais|but|,)\s*)*(?:sans|pas de|pas d'|pas|aucune?|without|no)\s*(?:{_CAR}|permis)"
    r"|(?:non |pas )(?:vehiculee?|motorisee?)|sans permis ni voiture"
)
_ANYWHERE: Final = re.compile(
    r"partout|toute?s?(?: (?:la|le|les|l')? ?(?:commune|territoire|secteurs?|hameaux|quartiers?|vallee))?"
    r"|n'importe ou|sans limite|everywhere|anywhere|all(?: (?:the )?(?:sectors|areas))?|any"
)
_AT_HOME: Final = re.compile(
    r"aucun(?: autre|e)?|non|no|none|sur place|chez moi|pas de deplacements?"
    r"|(?:seulement |uniquement )?(?:dans )?mon (?:secteur|hameau|village|quartier)(?: (?:seulement|uniquement))?"
    r"|(?:only )?my (?:own )?(?:sector|area|village)"
)
_COUNTED: Final = {
    word: number
    for number, words in enumerate(("une? one", "deux two", "trois three", "quatre four", "cinq five"), start=1)
    for word in words.replace("une?", "un une").split()
}


def understand_days(text: str) -> tuple[tuple[Day, ...], bool] | None:
    """Return the days that a cell names, and whether it says nothing more; ``None``: it names none.

    ``mardi soir`` is an evening, ``samedi`` a week-end: that it is a Tuesday or a Saturday is more than these words
    say. Every day is all three.
    """
    folded = fold_name(text).replace("’", "'").strip(" .")
    pieces = [piece for piece in _BETWEEN.split(folded) if piece]
    found: dict[Day, None] = {}
    whole = bool(pieces)
    for piece in pieces:
        said = next((day for day, words in _WHOLE.items() if piece in words), None)
        if said is not None:
            found[said] = None
        elif _EVERY_DAY.fullmatch(piece):
            found.update(dict.fromkeys(Day))
        else:
            whole = False
            found.update(dict.fromkeys(_find_days(piece)))
    return (tuple(day for day in Day if day in found), whole) if found else None


def _find_days(piece: str) -> list[Day]:
    days = [day for day, words in _DAY_WORDS.items() if words.search(piece)]
    if Day.EVENINGS in days and Day.WEEKDAYS in days:
        days.remove(Day.WEEKDAYS)  # on a Tuesday evening one works by day
    return days


def understand_importance(text: str) -> int | None:
    """Return which missions one is filled with, 1 first to 3 last, said in a word; ``None`` for any other word."""
    folded = fold_word(text)
    number = re.fullmatch(
        r"(?:p|priorite |priority )?([1-3])(?:re|e|er|ere|nd|st|rd)?(?: ?/ ?3| ?[:–(/]? \D*)?", folded
    )
    return int(number[1]) if number is not None else _IMPORTANCE_OF.get(folded)


def understand_car(text: str) -> bool | None:
    """Return whether a cell says that there is a car; ``None``: it does not say it clearly."""
    folded = fold_word(text.replace("’", "'"))
    if _NO_CAR.fullmatch(folded):
        return False
    if _HAS_CAR.fullmatch(folded):
        return True
    return understand_consent(text)


def understand_count(text: str) -> int | None:
    """Return a small number that is said in a word, or the larger of two: ``deux``, ``1 ou 2``; ``None``: else."""
    folded = fold_word(text)
    two = re.fullmatch(r"(?:de |from )?(\d{1,2}) ?(?:–|/|a|ou|to|or)? ?(?<!\d)(\d{1,2})", folded)
    if two is not None and int(two[1]) <= int(two[2]):
        return int(two[2])
    bare = re.sub(
        r"^(?:max(?:imum)?|jusqu'a|up to|au plus|at most) |(?: missions?)?(?: (?:max(?:imum)?|au plus|at most))?$",
        "",
        folded,
    )
    return int(bare) if re.fullmatch(r"\d{1,3}", bare) else _COUNTED.get(bare)


def says_anywhere(text: str) -> bool:
    """Tell whether a cell says that somebody can go anywhere."""
    return _ANYWHERE.fullmatch(fold_word(text.replace("’", "'"))) is not None


def says_at_home(text: str) -> bool:
    """Tell whether a cell says that somebody goes nowhere but where they live."""
    return _AT_HOME.fullmatch(fold_word(text.replace("’", "'"))) is not None
