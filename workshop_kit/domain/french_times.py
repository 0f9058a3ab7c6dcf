"""How a deadline is joined to a French sentence: "d’ici" before a moment, and no second time."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.wording import is_awkward, lower_first, match_start, spell_date, starts_with

#: A preposition that stands alone.
NEEDS_MORE: Final = re.compile(
    r"(?:à|au|aux|en|dans|sur|chez|par|sous|vers|entre|pour|avant|d’ici|de|dès|avec)$", re.IGNORECASE
)
_MONTHS: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_FEASTS: Final = {
    "noel": "Noël", "noël": "Noël", "paques": "Pâques", "pâques": "Pâques", "toussaint": "Toussaint",
    "pentecôte": "Pentecôte", "pentecote": "Pentecôte",
}  # fmt: skip
_TIME_WORDS: Final = re.compile(
    rf"\b(?:{'|'.join(_MONTHS)}|fevrier|aout|decembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|printemps|été|"
    r"automne|hiver|rentrée|noel|noël|paques|pâques|toussaint|pentecôte|pentecote|deux|trois|"
    r"quatre|cinq|six|dix|quelques|un|une|fin|début|debut|mi|le|la|les|l(?=’)|an|année)\b",
    re.IGNORECASE,
)
_AT_TIMES: Final = match_start(
    "d’ici avant en dans pour à au aux dès jusqu’à jusqu’en jusqu’au après pendant durant courant sous chaque "
    "tous_les toutes_les entre vers cette cet ce sans le_plus_tôt le_plus_vite dès_que aussitôt immédiatement "
    "tout_de_suite rapidement bientôt maintenant aujourd’hui de à_partir par"
)
_NUMBERS: Final = r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|dix-huit|vingt|quelques)"
_MONTH: Final = rf"(?:{'|'.join(_MONTHS)}|fevrier|aout|decembre)"
_YEAR: Final = r"(?:19|20)\d\d"
_DAY: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_NEXT: Final = r"(?: (?:prochaine?|suivante?|qui vient))?"
_ORDINALS: Final = "(?:1er|premier|2e|deuxième|second|3e|troisième|4e|quatrième|dernier)"
# Each turn of a date, whole, and what comes between "d'ici" and it.
_TURNS: Final = tuple(
    (re.compile(pattern + "$", re.IGNORECASE), article)
    for pattern, article in (
        (rf"(?:l’an )?{_YEAR}", ""),
        (rf"(?:(?:fin|début|debut|mi)[ -])?{_MONTH}(?: {_YEAR})?{_NEXT}", ""),
        (rf"(?:fin|début|debut|mi)[ -]{_YEAR}", ""),
        (rf"{_NUMBERS} (?:ans?|années?|mois|semaines?|jours?)", ""),
        (rf"(?:{_DAY} )?(?:[0-3]?\d|1er|premier) {_MONTH}(?: {_YEAR})?", "le "),
        (r"[0-3]?\d[/.-][01]?\d[/.-](?:\d{4}|\d\d)", "le "),
        (r"(?:noël|noel|pâques|paques)(?: \d{4})?(?: prochain)?|demain", ""),
        (rf"printemps(?: {_YEAR})?{_NEXT}", "le "),
        (rf"(?:été|automne|hiver|année|an)(?: {_YEAR})?{_NEXT}", "l’"),
        (rf"(?:rentrée|toussaint|pentecôte|saint-jean)(?: scolaire)?(?: (?:de )?{_YEAR})?{_NEXT}", "la "),
        (rf"(?:mois|week-end|trimestre|semestre|mandat){_NEXT}", "le "),
        (rf"semaine{_NEXT}", "la "),
        (rf"{_DAY}{_NEXT}", ""),
        (rf"{_ORDINALS} (?:trimestre|semestre)(?: (?:de )?{_YEAR})?", "le "),
        (r"fin (?:de|du|des) .+|fin d’année|prochaine rentrée", "la "),
        (r"prochaines (?:élections|vacances)(?: \w+)?|vacances(?: .+)?", "les "),
        (r"début (?:de|du|des) .+|\d+e trimestre", "le "),
    )
)  # fmt: skip
_WHEN: Final = re.compile(
    rf"\d|\b(?:{_MONTH}|{_DAY}|printemps|été|automne|hiver|rentrée|saison|jour|mois|ans?|année|trimestre|semestre|semaine|"
    r"week-end|vacances|fêtes|élections|mandat|fin|début|date|festival|Toussaint|Pentecôte)\b",
    re.IGNORECASE,
)


def link_deadline(text: str) -> str | None:
    """Return ``text`` after "d’ici", or as it stands when it brings its own preposition."""
    text = show_deadline(text)
    if starts_with(_AT_TIMES, text):
        if NEEDS_MORE.match(text):
            return None
        return None if is_awkward(text) else text
    if re.match(r"horizon \d{4}$", text, re.IGNORECASE):
        return f"à l’{text}"
    for turn, article in _TURNS:
        if turn.match(text):
            return f"d’ici {article}{text}"
    if is_awkward(text) or not re.match(r"(?:le |la |les |l’)\w", text):
        return None
    return f"d’ici {text}" if _says_when(text) else None


def _says_when(text: str) -> bool:
    """Say whether the text has a figure or a word of time in it: "d'ici le maire" would not be a date."""
    return _WHEN.search(text) is not None


def show_deadline(text: str) -> str:
    """Write a deadline as people say it: dates spelt, months and seasons small, feasts with their capital."""
    text = spell_date(text, _MONTHS, "1er")
    text = re.sub(r"^d['’ ]? ?ici\b|^ici(?= \d)", "d’ici", text, flags=re.IGNORECASE)
    if month := re.fullmatch(r"(0?[1-9]|1[0-2])/(\d{4})", text):
        text = f"{_MONTHS[int(month[1]) - 1]} {month[2]}"
    text = re.sub(r"^[Aa] (?=\w)", "à ", text)
    text = re.sub(rf"\b1 (?={_MONTH}\b)", "1er ", text, flags=re.IGNORECASE)
    text = _TIME_WORDS.sub(lambda word: _FEASTS.get(word[0].lower(), word[0].lower()), text)
    later = re.match(
        rf"(?:{_NUMBERS} |Horizon\b|Prochaine|Premier|Deuxième|Second|Troisième|Dernier|Demain|Vacances|Mois\b)",
        text,
        re.IGNORECASE,
    )
    text = lower_first(text) if later or starts_with(_AT_TIMES, text) else text
    return re.sub(r"^à (les?) ", lambda found: "au " if found[1] == "le" else "aux ", text)
