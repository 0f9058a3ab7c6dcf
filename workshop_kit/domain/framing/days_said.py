"""By when a sentence is to be done: the days it names, without those that only return or lie behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing.asides import Around
from workshop_kit.domain.framing.deadlines import find_deadlines
from workshop_kit.domain.framing.measures import find_said
from workshop_kit.domain.framing.plain_text import PlainText

type_of_span = tuple[int, int]
#: When something returns: no day.
_RETURNS: Final = re.compile(
    r"(?:en|à la|à chaque|en chaque) (?:fin|debut|milieu) (?:de|du|d'|de la) ?(?:mois|semaine|journee|nuit)"
)
#: How long it took, where something has happened: "we have lost three pubs in ten years".
_SPAN: Final = re.compile(r"in (?!20\d\d)[\w-]+ (?:years|months|decades|weeks)")
_HAS_DONE: Final = re.compile(
    r"(?<!will )(?<!should )(?<!must )(?<!to )\b(?:has|have|'ve) (?:already |all |just )?(?:lost|seen|gone|become|had|"
    r"left|shut|fallen|risen|grown|\w+ed)\b"
)


def find_days(around: Around, language: str) -> list[type_of_span]:
    """Return by when: said in the aim, in what leads to it, or over an aim that is measured."""
    days = find_deadlines(around.core, language) or find_deadlines(around.led, language)
    days = [(start, end) for start, end in days if not _RETURNS.fullmatch(around.led.plain[start:end])]
    if language == "en" and _HAS_DONE.search(around.core.plain):
        days = [(start, end) for start, end in days if not _SPAN.fullmatch(around.led.plain[start:end])]
    days = _drop_counting_days(around.core, language, days)
    return [around.year] if not days and around.year is not None else days


def _drop_counting_days(text: PlainText, language: str, deadlines: Sequence[type_of_span]) -> list[type_of_span]:
    """Leave out the day on which something is measured: "mesuré par un sondage en juin"."""
    said = find_said(text, language)
    firm = re.compile(r"(?:d'ici|avant|by|before|au plus tard|en 20\d\d)\b")
    return [
        (start, end)
        for start, end in deadlines
        if firm.match(text.plain[start:end]) or not any(one.start < start < one.end for one in said)
    ]
