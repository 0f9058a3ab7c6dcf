"""An end that a noun says: "Maintien des deux classes", "Division par trois des accidents", "An end to spills"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing import english_fields, french_fields
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.words import Word, list_plain

_RESULTS: Final = french_fields.RESULTS | english_fields.RESULTS
_QUANTIFIED: Final = french_fields.QUANTIFIED | english_fields.QUANTIFIED
_OF: Final = list_plain("de d' du des à aux au par of to for in from a complet complète total totale totally full")
_ARTICLES: Final = list_plain(
    "la le l' the an a une un objectif objectifs but goal goals aim target : notre our nous visons visez viser "
    "visant we want for aiming seek vise on veut voulons "
    "obtenir achieve"
)
#: What says that all of it is meant.
_WHOLE: Final = list_plain(
    "dernier dernière derniers dernières tout toute tous toutes chaque complet complète totale total définitive "
    "définitif "
    "last every each all any complete total full"
)


def is_result(word: Word) -> bool:
    """Say whether a noun says doing that has come to its end."""
    return word.lemma in _RESULTS | _QUANTIFIED


def find_result(words: Sequence[Word], *, dated: bool, measured: bool) -> tuple[int, int] | None:
    """Return where a noun that says an end stands, as places in the text, ``None`` where none opens the sentence.

    A noun that leaves nothing open needs a day, a measure, or all there is ("Maintien de la dernière classe"); one of
    more or less ("Baisse des loyers") needs a measure.
    """
    first = 0
    while first < len(words) and (words[first].plain in _ARTICLES or not words[first].is_word):
        first += 1
    if first >= len(words) - 2 or not {words[first].lemma, words[first].plain} & (_RESULTS | _QUANTIFIED):
        return None
    following = [word.plain for word in words[first + 1 : first + 4]]
    if not _OF & set(following[:2]):
        return None
    whole = bool(_WHOLE & {word.plain for word in words[first + 1 : first + 7]})
    firm = measured or whole or (words[first].lemma not in _QUANTIFIED and dated)
    return (words[first].start, words[first + 1].end) if firm else None


#: What each is to have: "un toit pour chaque famille", "a doctor in every village".
HAD: Final = re.compile(
    r"(?:(?:une?|an?)|(?:la|le|du|de la) (?=\w+ dans (?:chaque|tous|toutes))) (?!(?:ville|village|commune|"
    r"place|avenir|chance|town|city|future|place|alimentation|vie|cadre|"
    r"environnement|education|mobilite|sante|culture|justice|qualite|securite|solidarite|energie|ecoute|consideration|"
    r"attention|politique|offre|information|communication|ambiance|relation|dignite|citoyennete|enfance|jeunesse|"
    r"vieillesse|agriculture|economie|ecologie|transition|societe|planete|nature|terre|eau)\b)[\w'-]+(?: "
    r"(?!pour\b|for\b)[\w'-]+){0,8}? (?:pour|for|dans|in|à|near|within (?:[\w-]+ ){1,3}of) (?:chaque|chacun|every|"
    r"each|tous les|toutes les|all "
    r"(?:the )?|les \d+|"
    r"the \d+) ?[\w'-]*"
)


#: Beside a zero, what each is to have as well: "… et un médecin à moins de vingt minutes pour chacun".
AND_HAD: Final = re.compile(
    r"\b(?:et|and) ((?:une?|an?) [\w'-]+(?: (?!plus\b|moins\b|mieux\b|more\b|better\b)[\w'-]+){0,6}? (?:pour|"
    r"for|dans|in) (?:chaque|chacun|tous|toutes|every|"
    r"each|all)"
    r"\w*(?: [\w-]+)?)"
)


#: What so many of them are to have on the day: "une place de crèche pour un bébé sur deux".
_OPENS_THING: Final = re.compile(r"\W*(?:une?|an?|du|de la|de l'|des) ")
_FOR: Final = re.compile(r"\w (?:pour|sur|chez|dans|à|for|in|on|over|above) (?:the |les |la )?$")
#: What is to be free of it on the day: "un marché sans un seul gobelet jetable".
_WITHOUT_ANY: Final = re.compile(
    r"(?:^\W*|[;+:] |, |\b(?:et|and) )((?:le |la |les |l'|un |une |des |nos |notre |the |our |an? )?\w[\w' -]{3,60}? "
    r"(?:sans (?:une? seule?|aucune?|le moindre|la moindre)|without (?:a single|any)|with not a single) \w)"
)


def find_had_by_many(plain: str, measures: Sequence[Measure]) -> list[tuple[int, int]]:
    """Return what so many are to have: "une place de crèche pour un bébé sur deux"."""
    if _OPENS_THING.match(plain) is None:
        return []
    shared = (one for one in measures if one.sort is Sort.SHARE and _FOR.search(plain[: one.start]))
    return [(0, one.end) for one in shared if "," not in plain[: one.start]][:1]


def find_without_any(plain: str) -> list[tuple[int, int]]:
    """Return what is to be free of every single one of an ill."""
    return [(free.start(1), free.end() - 1) for free in _WITHOUT_ANY.finditer(plain)]
