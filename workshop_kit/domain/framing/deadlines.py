"""By when: the surest turn of a sentence that says a deadline, and the rhythms and ages that only look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workshop_kit.domain.framing import english_deadlines, french_deadlines
from workshop_kit.domain.framing.addresses_said import find_addresses
from workshop_kit.domain.framing.numbers import NUMBER
from workshop_kit.domain.framing.plain_text import PlainText

_GRAMMARS: Final = {"fr": french_deadlines, "en": english_deadlines}
_YEARS: Final = {"fr": r"(?:ans?|annees?|mois)", "en": r"(?:years?|months?|yr)"}
_AGE: Final = {
    "fr": re.compile(
        r"(?<!\w)(?:(?:ages?e?s? )?(?:de |d'|des )?(?:(?:plus|moins|au moins|au-dessus|au-dessous|a partir) de "
        rf")(?:{NUMBER['fr']}) ans"
        rf"(?! (?:d'attente|de |d'))|"
        rf"à (?:{NUMBER['fr']}) ans (?:comme|et|ou|aussi bien qu'?|tout comme) ?à (?:{NUMBER['fr']})(?: ans)?|"
        rf"(?:ages?e?s? )?(?:de |des |entre )?(?:{NUMBER['fr']})(?: ans)? ?(?:-|à|a|et|/) ?(?:{NUMBER['fr']}) "
        rf"ans|ages?e?s? (?:de "
        r"|d')(?:au moins |plus de |moins de )?"
        rf"(?:{NUMBER['fr']})(?: ans)?|(?:{NUMBER['fr']}) ans (?:et|ou) (?:plus|moins)|(?<!dans )(?<!sous "
        rf")(?<!d'ici )(?<!sur )(?<!avant )(?:les|des|aux|nos) (?:{NUMBER['fr']}) ans(?! (?:a venir|à venir|qui|"
        rf"prochain))|de (?:{NUMBER['fr']}) ans(?! (?:de|d'))|"
        rf"avant (?:1[2-9]|2[0-5]|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|vingt) ans(?! d)|"
        rf"(?:{NUMBER['fr']}) ans revolus|(?:enfants?|jeunes|eleves|personnes|habitants|bebes) (?:de|d') "
        rf"?(?:{NUMBER['fr']}) (?:ans|mois))(?!\w)"
    ),
    "en": re.compile(
        r"(?<!\w)(?:(?:people |those |anyone |everyone |residents |children )?(?:aged|ages?) (?:from |between |"
        rf"over |under |above |below )?(?:{NUMBER['en']})(?: ?(?:-|to|and|or) ?(?:{NUMBER['en']}|over|under|above|"
        r"older|younger))?|"
        rf"(?:{NUMBER['en']})[ -](?:to[ -](?:{NUMBER['en']})[ -])?years?[ -]olds?|(?<!to )(?<!at )(?<!by )(?<!than "
        rf")(?<!stays )(?<!remains )(?<!below )(?:over|under)[ -]"
        rf"(?:the age of )?(?!\d+,\d|\d{{3}})(?:{NUMBER['en']})s?(?= |$|[.,;])(?! (?:%|per|percent|decibels|db|"
        rf"degrees|mg|kg|tonnes|tons|litres|pounds|euros|metres|m|cm|mm|ppm|mph|kwh|points|"
        r"seconds|cars|vehicles|lorries|cases|calls|deaths|accidents|visits|jobs|trees|beds|places|seats|pupils|"
        r"members|"
        r"residents|complaints|micrograms|megabits|acres|hectares|children|cents|times|minutes|months|"
        rf"days|weeks|hours|homes|families|"
        r"years|people|km|miles|metres|of))|"
        rf"(?:{NUMBER['en']}) (?:years )?(?:and|or) (?:over|older|above|under|younger)|between (?:{NUMBER['en']}) "
        rf"and (?:{NUMBER['en']}) years|"
        rf"(?:over|under|above|below) the age of (?:{NUMBER['en']})|(?:{NUMBER['en']}) years of age|the "
        rf"over-?(?:{NUMBER['en']})s)(?!\w)"
    ),
}


#: So many texts are remembered, a sentence and its halves.
_REMEMBERED: Final = 64
#: A date that comes back, or the number of a school year.
_REPEATED: Final = re.compile(
    r",? (?:(?:de |of )?(?:chaque|tous les|each|every|toutes les) (?:annees?|ans?|"
    r"year)\b)| \d(?!\d)(?! )|,? every year"
)


def find_rhythms(text: PlainText, language: str) -> list[tuple[int, int]]:
    """Return the stretches that say how often: neither a deadline nor a measure."""
    return list(_find(_GRAMMARS[language].RHYTHM, text.plain))


def find_ages(text: PlainText, language: str) -> list[tuple[int, int]]:
    """Return the stretches that say an age: neither a deadline nor a measure."""
    return list(_find(_AGE[language], text.plain))


@lru_cache(maxsize=_REMEMBERED)
def _find(pattern: re.Pattern[str], plain: str) -> tuple[tuple[int, int], ...]:
    """Return where a pattern stands; remembered, as days and measures of one sentence each ask for it."""
    return tuple(found.span() for found in pattern.finditer(plain))


def find_deadlines(text: PlainText, language: str) -> list[tuple[int, int]]:
    """Return the stretches that say by when, the surest first; a rhythm or an age is none."""
    grammar = _GRAMMARS[language]
    apart = find_rhythms(text, language) + find_ages(text, language) + find_addresses(text, language)
    found: list[tuple[int, int]] = []
    for turn in grammar.TURNS:
        for span in _match(turn, text):
            if (
                _REPEATED.match(text.plain[span[1] : span[1] + 24]) is None
                and not _overlaps(span, apart)
                and not _overlaps(span, found)
                and not _follows(grammar.NOT_BEFORE, text, span)
                and not _ORDERS.match(text.plain[: span[1]])
            ):
                found.append(span)
    return found


#: What begins with "end" orders it: "End holiday hunger".
_ORDERS: Final = re.compile(r"\W*end (?!of\b|20)[a-z]+$")


def _match(turn: re.Pattern[str], text: PlainText) -> Iterator[tuple[int, int]]:
    for found in turn.finditer(text.plain):
        start, end = found.span()
        while start < end and text.plain[start] in " ,":
            start += 1
        yield start, end


#: "le marché de Noël", "la fête du 14 juillet": what is held then, and no deadline.
_FEAST_OF: Final = re.compile(r"(?:de|du|d'(?!ici)|des|of) ?")
#: What nobody knows the day of is a deadline only for what comes ahead of it: "avant la prochaine crue".
_HAZARD: Final = re.compile(r"(?:crues?|neiges?|gelees?|canicule|chaleurs|floods?|storms?|heatwave|rains)$")
_AHEAD: Final = re.compile(r"(?:avant|d'ici|before|by|ahead of)\b")
_HELD: Final = re.compile(
    r"(?<!\w)(?:fetes?|marches?|repas|bal|bals|foire|vacances|conges|market|fair|lights|soir|"
    r"veille|jour|nuit)$"
)


#: What has gone "en cinq ans" is over.
_GONE: Final = re.compile(r"\b(?:fermee?s?|disparue?s?|perdue?s?|supprimee?s?|closed|lost|gone|shut|disappeared|left)$")
#: "qu'en 2030": the day has its own preposition.
_PREPOSITION: Final = re.compile(r"(?:en|d'ici|avant|dès|à|au|aux|pour|cette?|cet|dans|sous|fin|courant|lors)\b")


#: Times that are none to act by, and what stands before them: who came this year, money over three years, a day
#: that returns, an age.
_IN_PASSING: Final = (
    (
        re.compile(r"cett?e? (?:annee|ete|hiver|mois|saison)"),
        re.compile(
            r"\b(?:arrivee?s?|nee?s?|venue?s?|installee?s?|inscrite?s?|embauchee?s?|diplomee?s?|recrutee?s?|sortie?s?|mariee?s?|pacsee?s?)$"
        ),
    ),
    (re.compile(r"(?:sur|en|pendant) "), re.compile(r"(?:\beuros?|€|\bmillions?|\bmilliards?)$")),
    (
        re.compile(r"(?:le|la|au|aux|à|en|\d+) "),
        re.compile(r"\b(?:tous les ans|chaque annee|chaque ete|tous les etes|meme|comme),?(?: le| la| au)?$"),
    ),
    (
        re.compile(r"à (?!la|l')"),
        re.compile(r"\b(?:vaccin|depist|scolaris|examin|inscri|sevr|marche|parle|lise|lit|lisent|nage)\w*$"),
    ),
)
#: One case for all, and how long it takes each time: "un diplômé trouve un emploi en moins de six mois".
_CASE: Final = re.compile(
    r"\W*(?:une? (?!an\b|jour\b|[\w-]+ sur )|toute? (?!le |la |l')|chaque |parmi les )(?!.{0,60}\d{4})"
)
_DELAY: Final = re.compile(r"(?:en moins de |en moins d'|dans (?:les |le |la |l')|sous )")


def _follows(words: re.Pattern[str], text: PlainText, span: tuple[int, int]) -> bool:
    before = text.plain[max(0, span[0] - 40) : span[0]].rstrip()
    hazard = _HAZARD.search(text.plain[span[0] : span[1]]) is not None
    if hazard and not _AHEAD.match(text.plain[span[0] : span[1]]):
        return True
    if _GONE.search(before) and text.plain.startswith(("en ", "in ", "over ", "within "), span[0]):
        return True
    if re.search(r"(?:qu'|que)$", before) and _PREPOSITION.match(text.plain[span[0] : span[1]]):
        return False
    said = text.plain[span[0] : span[1]]
    if any(now.match(said) and then.search(before) for now, then in _IN_PASSING):
        return True
    if _CASE.match(text.plain) and _DELAY.match(said):
        return True
    feast = _FEAST_OF.match(text.plain[span[0] : span[1]]) is not None and _HELD.search(before) is not None
    return feast or words.search(before) is not None


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
