"""What a challenge says and what it lacks, and its parts assembled into one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from workshop_kit.domain.model import Challenge
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.verbs import has_verb


class Part(StrEnum):
    """A part of a precise challenge, named as its field is; in the order of the sentence."""

    ACTION = "action"
    POPULATION = "population"
    TERRITORY = "territory"
    DEADLINE = "deadline"
    INDICATOR = "indicator"


PARTS: Final = tuple(Part)

_PEOPLE: Final = (
    r"personnes?|habitant[es]*|famill?es?|family|families|jeunes?|enfants?|children|child|ainee?s?|seniors?|residents?|"
    r"people|nobody|no one|everyone|everybody|women|woman|men|man|femmes?|hommes?|eleves?|malades?|aidant[es]*|elderly|"
    r"elders?|(?:young|older) (?:persons?|adults?|residents?|ones)|agriculteurs?|agricultrices?|etudiant[es]*|"
    r"retraitee?s?|adolescent[es]*|teenagers?|arrivant[es]*|newcomers?|locataires?|menages?|"
    r"parents?|tenants?|carers?|collegien(?:ne)?s?|lyceen(?:ne)?s?"
)
# What stands after "pour les" and is neither a person nor a body: times, places and things.
_NOT_PEOPLE: Final = (
    r"vacances|fetes|annees|mois|jours|semaines|prochain|communes|villages|hameaux|ecoles|batiments|routes|transports|"
    r"courses|repas|achats|travaux|elections|holidays|summer|winter|spring|autumn|year|next|season|time|first|future|"
    r"towns?|village|hamlets?|buildings|roads|schools?|streets?|houses?|homes?|weekend|election|festival"
)
_MONTHS_AND_FEASTS: Final = (
    r"Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre|Noël|Pâques|Internet|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter"
)
_SOON: Final = (
    r"\d+(?:er)?|un|une|deux|trois|quatre|cinq|six|dix|quelques|peu|fin|debut|mi|noel|paques|demain|janvier|fevrier|mars|avril|"
    r"mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
)
_SEASONS: Final = (
    r"summer|winter|spring|autumn|next|end|christmas|easter|january|february|march|april|may|june|july|august|september|"
    r"october|november|december"
)
# Signs, in a folded statement, that a part is said there although its own field is empty. Each word is closed on both
# sides: "men" is not the beginning of "menu".
_SIGNS: Final = {
    "population": rf"\b(?:{_PEOPLE})\b|\bpour (?:tous|toutes|chacune?)\b|\bfor all\b|"
    rf"\bpour (?:les|chaque|nos) (?!(?:{_NOT_PEOPLE})\b)|\bfor (?:every|our|the) (?!\w*ing\b|(?:{_NOT_PEOPLE})\b)",
    "territory": r"\b(?:territoires?|communes?|villages?|hameaux?|quartiers?|bourgs?|cantons?|departements?|"
    r"agglomerations?|towns?|county|counties|districts?|hamlets?|neighbou?rhoods?|notre ville|la ville|our city)\b",
    "deadline": rf"\b20[2-9]\d\b(?! (?:euros?|logements|personnes|people|homes)\b)|"
    rf"\bd'ici (?:(?:{_SOON})\b|(?:a|au|aux|la|le|les) |l')|"
    rf"\bavant (?:(?:{_SOON})\b|la (?:fin|rentree)\b|le (?:{_SOON}|printemps|premier)\b|les (?:vacances|fetes)\b|"
    rf"l'(?:ete|hiver|automne|annee|an)\b)|\b(?:by|before) (?:the )?(?:{_SEASONS})\b",
    "indicator": r"\bmesurees?\b|\bmesures? (?:par|au|avec|chaque)\b|\bon mesure\b|\bmeasured\b|\d+ ?%|"
    r"\b(?:\d+|dix|quinze|vingt|trente|quarante|cinquante|soixante|cent) pour cent\b|\bper ?cent\b",
}
# A place's name: its capital letter is lost once folded.
_NAMED_PLACE: Final = re.compile(
    rf"\b(?:à|au|aux|en|dans|sur|in|at|across) (?:l[ae]s? |l[’']|the )?(?!(?:{_MONTHS_AND_FEASTS})\b)[A-ZÉÈÎ]\w"
)


@dataclass(frozen=True)
class Precision:
    """What a challenge says and lacks (*précision*); ``ratio`` is the share of the parts said, 0..1."""

    said: tuple[Part, ...]
    missing: tuple[Part, ...]
    ratio: float


def measure_precision(challenge: Challenge) -> Precision:
    """Say which of the five parts a challenge has: an action, for whom, where, by when, measured how.

    A part counts when its own field is filled, or when the statement shows signs of it (a verb, a year, "d’ici",
    "measured", a kind of people or of place): a hint for the facilitator, not a judgement.
    """
    said = tuple(part for part in PARTS if getattr(challenge, part).strip() or _shows(challenge.statement, part))
    return Precision(said, tuple(part for part in PARTS if part not in said), len(said) / len(PARTS))


def _shows(statement: str, part: str) -> bool:
    if part == "action":
        return has_verb(statement)
    if part == "territory" and _NAMED_PLACE.search(statement) is not None:
        return True
    return re.search(_SIGNS[part], fold_name(statement)) is not None


def assemble_statement(challenge: Challenge, language: str) -> str:
    """Assemble the parts of a challenge into one sentence of ``language`` (``"fr"`` or ``"en"``).

    A part that the sentence already says is not said twice, and a part that begins with its own preposition keeps it.
    Missing parts are left out; an empty text comes back when there is no part at all.
    """
    french = language == "fr"
    sentence = _tidy(challenge.action)
    for part, link in (_FRENCH if french else _ENGLISH).items():
        text = _tidy(getattr(challenge, part))
        if text and not _already_says(sentence, text):
            sentence += (", " if sentence else "") + link(text)
    indicator = _tidy(challenge.indicator)
    if indicator and not _already_says(sentence, indicator):
        measured = "mesuré par\N{NO-BREAK SPACE}: " if french else "measured by: "
        before = ("\N{NARROW NO-BREAK SPACE}; " if french else "; ") if sentence else ""
        sentence += before + measured + _lower_start(indicator)
    if not sentence:
        return ""
    return sentence[0].upper() + sentence[1:] + ("" if sentence[-1] in "!?…" else ".")


def _tidy(text: str) -> str:
    """Single spaces, typographic apostrophes, no closing punctuation: the sentence brings its own."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", " ".join(text.split())).rstrip(" .,;:")


def _already_says(sentence: str, text: str) -> bool:
    core = fold_name(_LINK_WORDS.sub("", text))
    return bool(core) and re.search(rf"(?<!\w){re.escape(core)}(?!\w)", fold_name(sentence)) is not None


_LINK_WORDS: Final = re.compile(
    r"^(?:pour|à|au|aux|en|dans|sur|chez|d’ici|avant|for|in|at|on|by|before|across|within)\s*"
    r"(?:le\b|la\b|les\b|l’|the\b)?\s*",
    re.IGNORECASE,
)
_STARTS: Final = re.compile(
    r"^(?:le|la|les|un|une|des|du|de|tous|toutes|tout|toute|chaque|ceux|celles|nos|notre|leurs?|nombre|taux|part|"
    r"pourcentage|proportion|personnes|habitants?|habitant·e·s|habitantes|familles?|jeunes|enfants|aînés?|aîné·e·s|"
    r"quelques|moins|plus|au|aucune?|à|dans|en|sur|pour|d’|l’|avant|fin|début|"
    r"the|all|every|everyone|everybody|anyone|each|people|residents|families|children|young|older|number|rate|share|percentage|how|a|an|at|"
    r"in|on|for|by|before|across|end|no|fewer|more)(?:\b|(?<=’))",
    re.IGNORECASE,
)


def _lower_start(text: str) -> str:
    """Lower the first letter of an ordinary word; names and acronyms keep theirs."""
    if _STARTS.match(text) and not text[:2].isupper():
        return text[0].lower() + text[1:]
    return text


def _for_whom(text: str) -> str:
    text = _lower_start(text)
    if re.match(r"(?:pour|auprès|avec|chez|à|au|aux|parmi)\b", text):
        return text
    determined = re.match(
        r"(?:les?|la|un|une|des|tou[st]|toutes?|chaque|ceux|celles|celui|nos|notre|leurs?|quelques|\d+)\b|l’|aucun",
        text,
    )
    first = text.split()[0]
    return f"pour {'' if determined or not first.islower() or first[-1] not in 'sx' else 'les '}{text}"


def _where(text: str) -> str:
    if re.match(r"(?:à|au|aux|en|dans|sur|chez|près|autour|entre|partout|hors|de)\b", text, re.IGNORECASE):
        return text[0].lower() + text[1:]
    if text.startswith(("Le ", "Les ")):  # part of a place's name, which French contracts
        article, name = text.split(maxsplit=1)
        return f"{'au' if article == 'Le' else 'aux'} {name}"
    if re.match(r"(?:les?|la|l’|un|une|notre|nos|tou[st]|toutes?|chaque|ce|cette|ces|\d)", text):
        return f"dans {text}"
    return f"à {text}" if text[0].isupper() else text


def _by_when(text: str) -> str:
    text = _lower_start(_spell_date(text, _MONTHS_FR, "1er"))
    if re.match(r"(?:d’ici|avant|en|dans|pour|à|au|dès|jusqu|chaque|d’)\b|d’", text):
        return text
    return f"d’ici {'le ' if re.match(r'[0-3]?[0-9](?:er)?[ /.-]', text) else ''}{text}"


def _for_whom_en(text: str) -> str:
    text = _lower_start(text)
    return text if re.match(r"(?:for|among|with|to)\b", text) else f"for {text}"


def _where_en(text: str) -> str:
    if re.match(r"(?:in|at|across|on|throughout|around|near|within|everywhere|between|along)\b", text, re.IGNORECASE):
        return text[0].lower() + text[1:]
    return f"in {text}"


def _by_when_en(text: str) -> str:
    text = _lower_start(_spell_date(text, _MONTHS_EN, "1"))
    return text if re.match(r"(?:by|before|in|within|until|from|at|no later|every)\b", text) else f"by {text}"


_FRENCH: Final = {"population": _for_whom, "territory": _where, "deadline": _by_when}
_ENGLISH: Final = {"population": _for_whom_en, "territory": _where_en, "deadline": _by_when_en}
_MONTHS_FR: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_MONTHS_EN: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _spell_date(text: str, months: tuple[str, ...], first: str) -> str:
    """Write 2028-12-31 as people say it: spreadsheets store dates that way."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{first if day.day == 1 else day.day} {months[day.month - 1]} {day.year}"
