"""Numbers that belong to a name: streets and their houses, roads, bus lines, telephone numbers, laws, opening hours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from workshop_kit.domain.framing.plain_text import PlainText

_FRENCH_WAY: Final = (
    r"(?:rue|avenue|av\.|place|boulevard|bd|impasse|chemin|allees?|square|quai|route|cours|passage|ruelle|sentier|"
    r"esplanade|rond-point|"
    r"quartier|residence|cite|zac|zone|lotissement|college|ecole|lycee|stade|salle|centre|gymnase|parc|pont|hameau|"
    r"lieu-dit|foyer|"
    r"maison|espace|tiers-lieu|batiment|immeuble|tour|mediatheque|bibliotheque|musee|halle|marche|cafe|hotel|"
    r"domaine|clos|village|foret|"
    r"caserne|gare|station|hopital|ehpad|clinique|creche|bar|restaurant|association|collectif|club)"
)
_FRENCH_MONTHS: Final = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_ENGLISH_WAY: Final = (
    r"(?:street|st\.?|road|rd\.?|lane|avenue|ave\.?|square|close|way|drive|crescent|terrace|place|court|hill|row|"
    r"walk|gardens|grove|mews|"
    r"parade|alley|yard|house|school|estate|park|building|centre|center|hall|club|cottages)"
)
_CAPITAL: Final = r"(?-i:[A-ZÉÈÊÀÂÎÔÛÇ])"
#: A number from its first figure on: from each of its other figures it would be read over and over.
_FIGURES: Final = r"(?<!\d)\d+"
_ADDRESSES: Final = {
    "fr": (
        rf"(?:(?:au |du |le |n[°o] ?)?{_FIGURES}(?: ?(?:bis|ter|quater|[a-d]))?,? )?{_FRENCH_WAY} (?:(?:du|des|de la|"
        r"de l'|de|d'|le|les|la) ?)?"
        rf"(?:\d+(?:er|e|eme)?(?: ?(?:{_FRENCH_MONTHS})(?: (?:19|20)\d\d)?)?|(?:deux|trois|quatre|cinq|six|sept|"
        rf"huit|neuf|dix|cent|mille|onze) {_CAPITAL}\w+)"
        rf"(?: {_CAPITAL}[\w-]+)*",
        rf"(?:au |du |le )?{_FIGURES}(?: ?(?:bis|ter|quater))?,? (?:de la |du |des )?(?:rue|avenue|place|boulevard|"
        r"impasse|chemin|allee|square|quai|route|cours|passage)\b"
        rf"(?: (?:du|des|de la|de l'|de|d'|le|les|la))?(?:[ ']{_CAPITAL}[\w'-]+)*",
    ),
    "en": (
        rf"(?:at |in |on |from )?(?:number |no\.? ?)?{_FIGURES}[a-d]?,? (?:(?:the )?{_CAPITAL}[\w'-]+ "
        rf")+{_ENGLISH_WAY}\b(?! (?:is|are))",
        rf"(?:number|no\.) \d+ {_CAPITAL}\w+",
        rf"{_FIGURES}(?:st|nd|rd|th) {_ENGLISH_WAY}",
    ),
}
_NAMES: Final = {
    "fr": (
        r"(?<!\w)(?:(?-i:[ADNM])|rn|rd|d[ée]partementale|nationale|ligne|bus|car|ter|tram|metro|loi(?: de| du)?|"
        r"article|decret|numero|n[°o]|batiment|bat\.|lot|"
        r"secteur|zone|canal|chaine|taxe|phase|axe|etape|niveau|groupe|equipe|categorie|classe|cm|ce|page|option|"
        r"version|chapitre|code postal|departement|"
        r"arrondissement|ambassadeurs|defi|enjeu|priorite|table|atelier|objectif|odd|tranche|volume|tome|acte)[ "
        r"-]?(?:n[°o] ?)?\d+(?![\w%])",
        r"(?<!\w)(?:au|le|du) (?:115|119|3919|3114|112|15|17|18|116 ?\d+|39 ?\d\d|36 ?\d\d)(?!\w)(?! (?:"
        + _FRENCH_MONTHS
        + r"))",
        r"(?<![\w.,])0\d(?:[ .]?\d\d){4}(?!\d)|(?<!\w)\d{5}(?= [a-z])(?="
        r"(?! (?:habitants|personnes|logements|"
        r"arbres|euros|foyers|familles)))",
        r"(?<!\w)(?<!moins de )(?<!plus de )(?<!en )(?<!sous )(?<!moins d')(?:a |à |des |jusqu'à |apres |avant |"
        r"entre )?(?:\d{1,2}|midi) ?h(?:eures?)?(?: ?[0-5]\d)?(?!\w)(?! (?:par|chaque|de |d'))",
        r"(?<!\w)1901(?!\w)|(?<!\w)(?:19|18)\d\d(?![\w%])",
        r"(?<!\w)\d+(?:er|e|eme|ieme)(?!\w)",
        r"(?<!\w)(?:les|des|aux) \d (?-i:[A-Z])\w+",
    ),
    "en": (
        r"(?<!\w)(?-i:[ABCLMNR])-?\d+(?![\w%])|(?<!\w)(?:route|line|bus|tram|highway|road|act|section|article|number|"
        r"no\.?|room|block|zone|"
        r"sector|channel|phase|stage|level|group|team|"
        r"grade|year|key stage|page|option|version|chapter|table|goal|sdg|article|flat|unit|platform|gate|ward|"
        r"district|lot|tier|band|part|step|task|volume)[ -]?\d+(?![\w%])",
        r"(?<!\w)(?:999|111|101|112|911|988|211|311|000) (?:calls?|numbers?|lines?|service)(?!\w)",
        r"(?<!\w)(?:call|dial|ring|phone|on) \d{3,}(?!\w)",
        r"(?<!\w)(?:from |by |until |after |before |at )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?!\w)",
        r"(?<!\w)(?:19|18)\d\d(?![\w%])",
        r"(?<!\w)\d+(?:st|nd|rd|th)(?!\w)",
        r"(?<!\w)\d{1,2}[.:]\d\d(?!\d)",
        r"(?<!\w)(?:four|three|seven|five|nine|twelve) (?-i:[A-Z])\w+",
    ),
}
#: So many texts are remembered, a sentence and its halves.
_REMEMBERED: Final = 64
_READ: Final = {
    language: re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
    for language, patterns in _ADDRESSES.items()
}
_READ_NAMES: Final = {
    language: re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
    for language, patterns in _NAMES.items()
}


def find_addresses(text: PlainText, language: str) -> list[tuple[int, int]]:
    """Return the stretches that name a street, a house of it, or a place whose name holds a number."""
    return list(_find(_READ[language], text.plain, text.cased))


def find_numbered_names(text: PlainText, language: str) -> list[tuple[int, int]]:
    """Return the stretches in which a number is a name: a road, a bus line, a telephone number, a law, an hour."""
    return list(_find(_READ_NAMES[language], text.plain, text.cased))


@lru_cache(maxsize=_REMEMBERED)
def _find(pattern: re.Pattern[str], plain: str, cased: str) -> tuple[tuple[int, int], ...]:
    """Return where a pattern stands in the plain text with the capitals of the text as given: they tell names.

    Remembered, as days, measures and names of one sentence each ask for it.
    """
    bare = "".join(small.upper() if given.isupper() else small for small, given in zip(plain, cased, strict=True))
    return tuple(found.span() for found in pattern.finditer(bare))
