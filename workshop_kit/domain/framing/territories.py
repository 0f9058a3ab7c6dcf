"""Where: a part of a territory, a street, or a place's name, with the preposition before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.framing import (
    english_place_names,
    english_places,
    english_territories,
    french_territories,
)
from workshop_kit.domain.framing.french_regions import AMBIGUOUS, KNOWN_PLACES
from workshop_kit.domain.framing.french_verbs import may_be_verb
from workshop_kit.domain.framing.people_words import ENGLISH_PEOPLE, FRENCH_PEOPLE
from workshop_kit.domain.framing.place_names import NOT_NAMES
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.populations import is_demonym
from workshop_kit.domain.framing.words import Word, is_listed


@dataclass(frozen=True)
class Where:
    """A stretch of the plain text that says where; the lower ``rank``, the surer."""

    start: int
    end: int
    rank: int


_TURNS: Final = {"fr": french_territories.TURNS, "en": (*english_territories.TURNS, *english_places.TURNS)}
_OWN: Final = {"fr": french_territories.OWN, "en": english_territories.OWN}
_PATTERNS: Final = {
    language: tuple((rank, re.compile(rf"(?:(?<![\w'-])|(?<=qu'))(?:{one})", re.IGNORECASE)) for rank, one in patterns)
    for language, patterns in _TURNS.items()
}


def find_territories(
    text: PlainText, language: str, words: Sequence[Word], apart: Sequence[tuple[int, int]]
) -> list[Where]:
    """Return the stretches that say where, the surest first; what stands in ``apart`` says when."""
    bare = _with_capitals(text, words, language)
    for start, end in apart:
        bare = bare[:start] + ";" * (end - start) + bare[end:]
    found: list[Where] = []
    for rank, pattern in _PATTERNS[language]:
        for match in pattern.finditer(bare):
            span = match.span()
            if any(span[0] < end and start < span[1] for start, end in apart) or any(
                span[0] < one.end and one.start < span[1] for one in found
            ):
                continue
            if is_demonym_at(words, span[1]) or _is_of_a_body(bare, span):
                continue
            if bare[slice(*span)].lower().startswith("des ") and _BEGINS.search(bare[max(0, span[0] - 4) : span[0]]):
                continue
            if not _is_where(bare[slice(*span)], language, rank):
                continue
            if language == "en" and english_place_names.is_no_place(
                bare[slice(*span)], bare[max(0, span[0] - 24) : span[0]], bare[span[1] :][:24]
            ):
                continue
            found.append(Where(*span, rank))
    found += _bare_names(text, language, words, [(one.start, one.end) for one in found] + list(apart))
    return sorted(found, key=lambda one: (one.rank, one.start))


#: So many signs before a place are asked what it is a place of.
_BEFORE: Final = 48
#: What a body has as a body: "les comptes de l'intercommunalité".
_OF_A_BODY: Final = re.compile(
    r"\b(?:comptes|finances|bulletin|deliberations|statuts|logo|tresorerie|site(?: internet| web)?|organigramme|"
    r"newsletter|recettes fiscales|marches publics) $",
    re.IGNORECASE,
)


#: How far it is from there: "à trois heures de Paris".
_AWAY: Final = re.compile(
    r"\b(?:heures?|minutes?|min|h|km|kilometres?|metres|lieues) (?:(?:de|en) (?:train|route|voiture|marche|car|bus|"
    r"velo|bateau|avion|trajet) )?$",
    re.IGNORECASE,
)


#: Where a group of words begins: "des" is its article there, "…, et des berges où l'on nage".
_BEGINS: Final = re.compile(r"(?:^|[,;:.!?]|\bet|\bou) ?$")
#: Bodies by the name of their territory: what one has or wants from them, "obtenir de la Région que …".
_AS_A_BODY: Final = re.compile(
    r"(?:de|du|de la|de l') ?(?:region|prefecture|metropole|ville|commune|mairie|departement|province|canton|agglo|"
    r"agglomeration|communaute de communes|comcom)",
    re.IGNORECASE,
)
_FROM_A_BODY: Final = re.compile(
    r"\b(?:obten\w+|exige\w+|attend\w+|reclam\w+|autorisation|accord|aval|aide|soutien|subventions?|feu vert|decision|"
    r"argent|avis|agrement) $",
    re.IGNORECASE,
)
#: Who lives off or in something, wherever it is.
_KIN: Final = re.compile(r"\bgens $", re.IGNORECASE)
_WHEREVER: Final = re.compile(
    r"(?:de la|du|des|de l') ?(?:ville|campagne|montagne|mer|fleuve|cote|littoral|foret|riviere)s?"
)
#: A body whose name says where it is from: "le Secours des Mornes".
_CALLED: Final = re.compile(
    r"\b(?:Secours|Amis|Amies|Amicale|Association|Union|Ligue|Federation|Compagnie|Croix|Restos|Banque|Comite|Collectif|"
    r"Fanfare|Harmonie|Cooperative|Mutuelle|Ecuries|Gazette|Courrier|Echo|Voix) $"
)


def _is_of_a_body(text: str, span: tuple[int, int]) -> bool:
    said = text[slice(*span)].lower()
    names = re.search(r"[A-Z]", text[slice(*span)]) is not None
    if not said.startswith(("de ", "du ", "d'", "des ")):
        return False
    before = text[max(0, span[0] - _BEFORE) : span[0]]
    if (_AS_A_BODY.fullmatch(said) and _FROM_A_BODY.search(before)) or _CALLED.search(before):
        return True
    if _KIN.search(before) and _WHEREVER.fullmatch(said):
        return True
    return _AWAY.search(before) is not None or (not names and _OF_A_BODY.search(before) is not None)


def is_demonym_at(words: Sequence[Word], end: int) -> bool:
    """Say whether a stretch ends with the people of a place: "des Landais"."""
    return any(word.end == end and is_demonym(words, place) for place, word in enumerate(words))


def _is_where(said: str, language: str, rank: int) -> bool:
    if _OWN[language].search(said.lower()) or re.match(r"\d+ (?:places|streets?)\b", said.lower()):
        return False
    names = re.findall(r"[A-ZÉÈÊÀÂÎÔÛÇ][\w-]*", said)
    if rank == 2:
        if not names:
            return language == "en" and said.lower().startswith(("between ", "from the "))
        first = names[0].lower()
        if len(first) == 1 or re.match(r"[a-z]\d", first) or first in NOT_NAMES or first.rstrip("s") in NOT_NAMES:
            return False
        common = is_listed(names[0].lower(), language) and not re.search(
            r"^(?:\w+ )?(?:in|at|à|a|en|au|aux|around|near|along|across|beside|throughout|to|into|outside|from|for|of) "
            r"(?=[\w'-]+$)",
            said.lower(),
        )
        if is_listed(first, language) and len(names) == 1 and first.endswith(("ian", "ean", "ese", "ish", "ayan")):
            return False
        if (
            language == "en"
            and common
            and len(names) == 1
            and not re.match(r"(?:on|along|down|up|in) the ", said.lower())
        ):
            return False
        if names[0].isupper() and len(names[0]) > 1 and "-" not in names[0]:
            return False
    return True


#: "Val-d'Ombrée", "L'Isle-sur-Sorne": a name whatever stands before it.
_HYPHENED: Final = re.compile(
    r"(?<![\w'-])[A-ZÉÈÎ]\w+-(?:(?:d'|l'|de-|du-|des-|en-|sur-|sous-|les-|la-|le-|lès-|on-|upon-|by-|in-|the-|"
    r"and-){0,6})[A-ZÉÈÎ]\w+"
    r"(?:-(?:\w{1,4}-){0,6}(?:d'|l')?[A-ZÉÈÎ]?\w+){0,9}"
)


def _bare_names(text: PlainText, language: str, words: Sequence[Word], apart: Sequence[tuple[int, int]]) -> list[Where]:
    """Return names that no dictionary lists and that stand without a preposition, as subjects or in a slogan."""
    found = []
    letters = [w for w in words if w.is_word]
    shouted = len(letters) > 1 and all(w.cased.isupper() for w in letters)
    for name in _HYPHENED.finditer(text.cased):
        if not shouted and not any(name.start() < end and start < name.end() for start, end in apart):
            found.append(Where(*name.span(), 3))
    apart = [*apart, *((one.start, one.end) for one in found)]
    place = 0
    while place < len(words):
        word = words[place]
        free = not any(word.start < end and start < word.end for start, end in apart)
        if free and word.is_name and _is_place_name(words, place, language):
            last = place
            while (
                not shouted
                and last + 1 < len(words)
                and words[last + 1].is_name
                and words[last + 1].start == words[last].end + 1
            ):
                last += 1
            found.append(Where(word.start, words[last].end, 3))
            place = last
        place += 1
    return found


def _is_place_name(words: Sequence[Word], place: int, language: str) -> bool:
    word = words[place]
    if (
        word.plain in NOT_NAMES
        or (language == "en" and word.plain in english_place_names.NO_NAMES)
        or is_demonym(words, place)
        or (word.cased.isupper() and "-" not in word.cased)
        or len(word.plain) < 4
    ):
        return False
    following = words[place + 1].is_name and not words[place + 1].cased.isupper() if place + 1 < len(words) else False
    if "-" in word.cased:
        return _is_hyphened_name(word.cased.split("-"))
    other = "en" if language == "fr" else "fr"
    unknown = (
        not is_listed(word.cased, language)
        and not is_listed(word.cased.lower(), language)
        and not is_listed(word.plain, other)
    )
    if language == "en" and word.plain.endswith("'s") and is_listed(word.plain[:-2], language):
        unknown = False
    known = (english_place_names.is_known_place if language == "en" else _is_known_place)(words, place)
    if known or word.lemma in FRENCH_PEOPLE | ENGLISH_PEOPLE or word.plain.rstrip("s") in FRENCH_PEOPLE:
        return known
    topic = word.plain.endswith(
        ("tes", "te", "tion", "tions", "ment", "isme", "ing", "ness", "ship", "age", "er", "ir", "re", "ons", "ez")
    )
    if language == "en" and place and words[place - 1].plain in {"the", "river", "lake"}:
        return unknown
    titled = place > 0 and words[place - 1].plain in {"mr", "mrs", "ms", "dr", "m", "mme", "monsieur", "madame", "."}
    return (
        unknown
        and not titled
        and (
            not topic
            or following
            or words[place - 1].plain in {".", ":", "-", ",", "that", "que", "à", "in", "et", "and"}
        )
    )


def _is_hyphened_name(pieces: Sequence[str]) -> bool:
    named = all(piece[:1].isupper() or len(piece) < 4 for piece in pieces)
    return named and len(pieces) <= 5 and pieces[-1][:1].isupper()


#: Before a name that says for sure that it is a land: "la Corse", "l'Aveyron".
_THE: Final = frozenset(
    {"la", "le", "l'", "les", "que", "qu'", "notre", "pour", "tout", "toute", "quitter", "rejoindre", "quitte"}
)


def _is_known_place(words: Sequence[Word], place: int) -> bool:
    """Say whether a name is one of a land or town that a dictionary lists: "Lyon", "la Corse", "Tours garde …"."""
    word = words[place]
    if not word.is_name or word.cased.isupper() or word.plain not in KNOWN_PLACES | AMBIGUOUS:
        return False
    after = words[place + 1] if place + 1 < len(words) else None
    acts = after is not None and (after.plain in {"ne", "n'", "a", "se", "s'", "doit"} or may_be_verb(after))
    if word.plain in AMBIGUOUS or place == 0:
        return acts
    return place > 0 and (words[place - 1].plain in _THE or acts)


def _with_capitals(text: PlainText, words: Sequence[Word], language: str) -> str:
    """Return the plain text with the capitals of its names, given to those too that somebody wrote small."""
    letters = [w for w in words if w.is_word]
    shouted = len(letters) > 1 and all(w.cased.isupper() for w in letters)
    signs = list(text.plain)
    for place, word in enumerate(words):
        before = words[place - 1].plain if place else ""
        pieces = word.plain.split("-")
        unknown = (
            word.is_word
            and len(word.plain) > 3
            and not (
                language == "en"
                and len(pieces) > 1
                and all(is_listed(piece, language) or len(piece) < 4 for piece in pieces)
            )
            and not is_listed(text.marked[word.start : word.end], language)
            and not is_listed(word.plain, language)
        )
        lower = (
            before in {"à", "in", "de", "at", "a"} and unknown and ("-" in word.plain or before in {"à", "in", "at"})
        )
        if word.is_word and (
            (word.is_name and not shouted and (place or "-" in word.plain)) or (shouted and unknown) or lower
        ):
            for sign in range(word.start, word.end):
                if text.cased[sign].isupper() or sign == word.start:
                    signs[sign] = signs[sign].upper() if len(signs[sign].upper()) == 1 else signs[sign]
    return "".join(signs)
