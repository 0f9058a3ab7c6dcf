"""Which of the two languages a sentence is in, by its small words and its letters."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.words import is_listed, list_plain

#: The small words of each language.
SMALL: Final = {
    "fr": list_plain(
        "le la les un une des du de et aux au dans sur par avec pour sans en ou qui que nos notre chaque tous "
        "toutes ne se plus personne il elle on est sont entre ni son sa ses leur leurs "
        "aucun aucune comment ce cette ces d'ici ici chez avant après près dès nous vous ils elles pas mieux moins "
        "faire être avoir à où deux trois quatre cinq six sept huit neuf dix zéro ans"
    ),
    "en": list_plain(
        "the of and for to in by our every each all is are a an at with from no nobody everyone people before who "
        "that can will be has have fewer more help how we us they their this these "
        "those should could would not or so than within until into across without its it on as if what nothing "
        "zero two three four five six seven eight nine ten years year"
    ),
}
_FRENCH: Final = re.compile(r"[àâçéèêëîïôûùœ]|\b(?:[ldnscmtj]|qu)'\w")
_ENGLISH: Final = re.compile(r"\w(?:ing|ed|ly|ness|ship|th)\b|\w's\b|[^aeiou]y\b|sh|wh|ck|oo|ee|\bth")


#: A difference of points below which the dictionaries are asked, and how many words are looked up at most.
_CLOSE: Final = 5
_LOOKED_UP: Final = 40


def guess_language(text: PlainText, otherwise: str | None = None) -> str:
    """Return ``"fr"`` or ``"en"``; ``otherwise`` unless the words plainly are of the other language."""
    words = re.findall(r"[^\W\d_]+", text.marked)
    points = {language: 2 * sum(word in small for word in words) for language, small in SMALL.items()}
    points["fr"] += 2 * len(_FRENCH.findall(text.marked))
    points["en"] += len(_ENGLISH.findall(text.plain))
    if abs(points["fr"] - points["en"]) < _CLOSE:
        for word in words[:_LOOKED_UP]:
            for language, other in (("fr", "en"), ("en", "fr")):
                points[language] += is_listed(word, language) and not is_listed(word, other)
    if otherwise is None:
        return "en" if points["en"] > points["fr"] else "fr"
    other = "en" if otherwise == "fr" else "fr"
    return other if points[other] >= 2 + 2 * points[otherwise] else otherwise
