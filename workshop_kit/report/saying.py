"""A writer of claims: a sentence that holds, said in a language; nothing else puts a count into words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Final, TypeVar

from workshop_kit.domain.claim import Claim, Counted, Names, Rule, Value, list_claims
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Mission
from workshop_kit.domain.needs import NeedBrief
from workshop_kit.i18n import Translator
from workshop_kit.i18n.binding import say_need
from workshop_kit.i18n.dates import say_day, say_hour
from workshop_kit.i18n.mission_facts import say_days

_T = TypeVar("_T")

#: Stands between two hours.
_UNTIL: Final = "\N{NO-BREAK SPACE}– "
#: A title longer than that is cut where it only points at what stands whole elsewhere.
_SHORT: Final = 140


def join_words(words: Iterable[str], translator: Translator) -> str:
    """Join words as a sentence does: "a, b et c"."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return ", ".join(listed[:-1]) + translator("report.and") + listed[-1]


def say_claim(claim: Claim, translator: Translator) -> str:
    """Say one sentence."""
    values = {name: _say_value(value, translator) for name, value in claim.values.items()}
    if claim.number is None:
        return translator(f"report.{claim.key}", **values)
    return translator.plural(f"report.{claim.key}", claim.number, **values)


def say_claims(rules: Iterable[Rule[_T]], facts: _T, translator: Translator) -> tuple[str, ...]:
    """Say the sentences of ``rules`` that hold of ``facts``."""
    return tuple(say_claim(claim, translator) for claim in list_claims(rules, facts))


def _say_value(value: Value, translator: Translator) -> str | int:
    if isinstance(value, Names):
        words = (translator.category(word) if value.categories else word for word in value.words)
        return join_words(words, translator)
    if isinstance(value, Counted):
        return translator.plural(f"report.{value.key}", value.number)
    if isinstance(value, NeedBrief):
        return say_need(value.need, value.missions, translator)
    return say_day(value, translator.language) if isinstance(value, date) else value


def say_percent(share: float, language: str) -> str:
    """Say a share as whole per cent; 0 and 100 are said of nothing and of everything alone."""
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(99, max(1, whole))
    return f"{whole}\N{NARROW NO-BREAK SPACE}%" if language == "fr" else f"{whole}%"


def say_first_date(typed: str, language: str) -> str:
    """Say the day a mission begins in words, or as it was typed if it is no day."""
    try:
        return say_day(date.fromisoformat(typed.strip()), language)
    except ValueError:
        return conceal_contacts(typed.strip())


def say_dates(mission: Mission, translator: Translator) -> str:
    """Say from which day to which a mission is, at what hours and on which days of the week, as far as it is said."""
    said = say_first_date(mission.first_date, translator.language)
    if mission.last_date > mission.first_date and mission.first_date:
        last = say_first_date(mission.last_date, translator.language)
        said = translator("report.who.dates", first=said, last=last)
    hours = [_say_hour(one, translator.language) for one in (mission.begins, mission.finishes) if one]
    parts = (said, _UNTIL.join(hours) if mission.begins else "", say_days(mission, translator))
    return ", ".join(one for one in parts if one)


def _say_hour(typed: str, language: str) -> str:
    try:
        return say_hour(time.fromisoformat(typed), language)
    except ValueError:  # in a folder that is somebody else's work
        return conceal_contacts(typed)


def shorten(text: str, most: int = _SHORT) -> str:
    """Cut a text of more than ``most`` letters at a word's end: it stands whole elsewhere."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def number_of(stake: str, position: int, translator: Translator) -> str:
    """Name a challenge above its statement: its number and its stake."""
    return translator("report.challenge-kicker", number=position + 1, stake=stake)
