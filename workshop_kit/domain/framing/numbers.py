"""Numbers as people write them, in figures and in words: patterns over the plain text."""

from __future__ import annotations

import re
from typing import Final

#: Figures, with the spaces, points or commas of thousands and decimals.
FIGURES: Final = r"(?<![\w.,/])\d{1,3}(?:[ .,]\d{3}){1,4}(?![\d/])|(?<![\w/])\d+(?:[.,]\d+)?"
#: Words behind the first of a number: the longest that anybody writes has ten or so.
_FEW: Final = "{0,12}"
_FRENCH_UNIT: Final = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|"
    r"cinquante|soixante|septante|huitante|octante|nonante|cents?|mille|millions?|milliers?|un|une)"
)
_FRENCH_FIRST: Final = _FRENCH_UNIT.replace("|un|une", "")
FRENCH_WORDS: Final = (
    r"(?:une? (?:dizaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|douzaine|"
    r"millier)|"
    rf"{_FRENCH_FIRST}(?:[ -](?:et[ -])?{_FRENCH_UNIT}){_FEW})"
)
#: One word of a French number.
NUMBER_WORD: Final = re.compile(_FRENCH_FIRST)
_ENGLISH_UNIT: Final = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|one)"
)
_ENGLISH_FIRST: Final = _ENGLISH_UNIT.replace("|one", "")
ENGLISH_WORDS: Final = (
    r"(?:(?:an?|one|half a|a few|several) (?:dozen|hundred|thousand|score|million|billion)|"
    rf"{_ENGLISH_FIRST}(?:[ -](?:and[ -])?{_ENGLISH_UNIT}){_FEW})"
)
#: A number of things, never "un", "une", "one", which are articles as well.
NUMBER: Final = {
    "fr": rf"(?:{FIGURES}|\b{FRENCH_WORDS}\b)",
    "en": rf"(?:{FIGURES}|\b{ENGLISH_WORDS}\b)",
}
#: A number of years or months: "un", "une", "a" and "one" are numbers there.
SOME: Final = {
    "fr": rf"(?:{NUMBER['fr']}|une?|quelques)",
    "en": rf"(?:{NUMBER['en']}|an?|one|a few|a couple of)",
}
