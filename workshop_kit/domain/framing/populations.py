"""For whom: the people, households and bodies of people of a sentence, with what narrows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.framing.english_people import find_kinds, helps_out
from workshop_kit.domain.framing.people_ranked import BEFORE, STOP, rank_people
from workshop_kit.domain.framing.words import Word, list_plain


@dataclass(frozen=True)
class People:
    """Words that name people: places from ``start`` up to ``end``; the lower ``rank``, the surer."""

    start: int
    end: int
    rank: int


_RELATIVE: Final = {
    "fr": frozenset({"qui", "dont"}),
    "en": frozenset(
        {"who", "whose", "living", "with", "without", "aged", "over", "under", "of", "on", "leaving", "in"}
    ),
}
_LINKED: Final = {
    "fr": re.compile(
        r"(?:de plus|de moins|ages? (?:de|d')|agees? (?:de|d')|en (?:situation|difficulte|recherche|"
        r"perte|fin|age|insertion|precarite|activite|ehpad|fauteuil|emploi|formation|attente|zone|"
        r"milieu|rupture|creation)|sans|à (?:mobilite|faibles?|revenus?|la (?:rue|retraite|recherche)|"
        r"risque|domicile|charge)|de (?:moins|plus|\d|la rue|maternelle|primaire|cm|ce|famille|petite|"
        r"grande)|d'(?:emploi|asile|enfants?|entreprise|eleves?|accueil))"
    ),
    "en": re.compile(
        r"(?:with (?:disabilit|a disab|dementia|no |low |young |children|mental|autism|special|"
        r"reduced|long|learning|limited|mobility|a )|without|aged|over \d|under \d|living|in (?:need|"
        r"care|debt|poverty|work|arrears|temporary|crisis|sheltered|wheelchairs)|on (?:low|benefits|"
        r"the waiting|the housing|a low|minimum)|of (?:\d|all ages|working age)|leaving|from low|at "
        r"risk|out of work|looking)"
    ),
}


def find_people(
    words: Sequence[Word], language: str, verbs: Sequence[int], aside: frozenset[int], kept: frozenset[int]
) -> list[People]:
    """Return who is named, the surest first.

    ``verbs`` are the places of the verbs, ``aside`` those of dates and places, ``kept`` those of what is itself
    kept, opened or counted.
    """
    found: list[People] = []
    for place in range(len(words)):
        rank = rank_people(words, place, language, verbs, kept)
        if rank is not None and not (found and place < found[-1].end):
            found.append(
                People(_widen_left(words, place, language), _widen_right(words, place, language, verbs, aside), rank)
            )
    if language == "en":
        found = [People(one.start, one.end, one.rank + 3 * helps_out(words, one.start)) for one in found]
        found += [People(*span, 1) for span in find_kinds(words)]
    found += _find_by_age(words, language)
    if language == "fr":
        found += _find_demonyms(words)
    return sorted(found, key=lambda one: (one.rank, one.start))


_FEW: Final = r"(?:[a-z]+-)*(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente)"
#: The group is what names people; what stands before it is looked at alone.
_BY_AGE: Final = {
    "fr": re.compile(
        r"\b(aides? à domicile|assistante?s? maternelles?|gens du voyage|sapeurs-pompiers|femmes de menage|"
        r"aides-soignante?s?)\b|"
        r"\b(?:les|des|aux|nos) ((?:plus|moins) de (?:\d+|[a-z-]{4,}(?:-[a-z-]{2,})?) ans|\d+ ?(?:-|/|à|a) ?\d+ ans)|"
        rf"\b(?:les|des|aux|nos|mes|tes|ses|leurs|\d+|{_FEW}) "
        r"((?:cm|ce) ?[12]|cp|[3-6](?:e|eme|emes)s?|terminales|secondes)\b|\b(?:les|des|aux|nos) "
        r"((?:plus|moins) (?:modestes|demunis|fragiles|pauvres|ages|agees|jeunes|vulnerables|precaires|isoles|"
        r"exposes|"
        r"eloignes|riches|petits))(?!\w)|\b(?:pour|à) (tous|toutes et tous|tous et toutes|toutes|chacun|"
        r"chacune)(?= *$| *[.,;!?]| d'ici| avant| en | sur | dans | à | au | aux | partout)|\b(chacune? d'entre nous|"
        r"chacun "
        r"de nous)\b"
    ),
    "en": re.compile(
        r"\b(home helps?|first aiders?|rough sleepers?|dinner ladies)\b|\b((?:over|under)[ -]?\d+s)\b|\b(\d+(?: to "
        r"|-| and )\d+[ -]year[ -]olds?)\b|\b((?:\w+-)+year-olds?|\d+[ "
        r"-]year[ -]olds?)\b|\b(no one)\b|\b((?:p|y|year )\d+s)\b|\bthe ((?:p|y|year |primary |grade )\d+s?(?: "
        r"(?:and|to|&) (?:p|y|year |primary |grade )?\d+s?)?)\b|\b((?:young|little|older|younger|wee) ones)\b|"
        r"\b((?:those|anyone) (?:aged|over|under) \d+)|\bfor (all)(?= *$| *[.,;!?]|"
        r" by| before| in | across| at | on | over)|\b((?:each|every one|all) of us)\b|"
        r"\bthe (most vulnerable|poorest|oldest|youngest|least well-off|worst off|less fortunate)\b"
    ),
}


def _find_by_age(words: Sequence[Word], language: str) -> list[People]:
    """Return people whom an age or a lack alone names: "les 16-25 ans", "over-65s", "les plus modestes"."""
    starts, text = [], ""
    for word in words:
        text += " " * (word.start - len(text)) + word.plain
        starts.append(word.start)
    found = []
    for match in _BY_AGE[language].finditer(text):
        begin, end = match.span(match.lastindex or 0)
        places = [place for place, start in enumerate(starts) if begin <= start < end]
        if places:
            found.append(People(places[0], places[-1] + 1, 2 if match.lastindex == 1 and language == "fr" else 1))
    return found


#: People called after a place: "les Toulonnais".
_DEMONYM: Final = re.compile(r"\w{3,}(?:ais|aises?|ois|oises?|iens?|iennes?|eens?|eennes?|ains?|aines?|ards?)")
_BEFORE_DEMONYM: Final = frozenset({"les", "des", "aux", "nos", "chaque", "aucun", "aucune", "tous", "jeunes", "d'"})


def is_demonym(words: Sequence[Word], place: int) -> bool:
    """Say whether a word with a capital names the people of a place."""
    word = words[place]
    named = word.is_name and not word.cased.isupper() and _DEMONYM.fullmatch(word.plain) is not None
    before = words[place - 1].plain if place else ""
    several = word.plain.endswith("s") or before in {"chaque", "aucun", "aucune"}
    return named and several and before in _BEFORE_DEMONYM and word.plain not in _NO_DEMONYMS


_NO_DEMONYMS: Final = list_plain(
    "marais bois relais palais calais beauvais gervais blois trois mois toits ardois vallois"
)


def _find_demonyms(words: Sequence[Word]) -> list[People]:
    return [People(place, place + 1, 2) for place in range(1, len(words)) if is_demonym(words, place)]


def _widen_left(words: Sequence[Word], place: int, language: str) -> int:
    start = place
    while start and words[start - 1].plain in BEFORE[language]:
        start -= 1
    if words[start].plain == "single" and start > 1 and words[start - 2].plain == "not":
        start += start < place
    return start


def _widen_right(words: Sequence[Word], place: int, language: str, verbs: Sequence[int], aside: frozenset[int]) -> int:
    """Return where the words that narrow a people's name end: adjectives, an age, "qui vit seule", "on low incomes"."""
    end = place + 1
    relative = told = False
    while end < len(words) and end not in aside:
        if end in verbs:
            if told or not relative:
                break
            told = True
        word = words[end].plain
        ahead = " ".join(w.plain for w in words[end : end + 3]).replace("' ", "'")
        if (word in _RELATIVE[language] and language == "fr") or word in {"who", "whose"}:
            relative = True
        elif _LINKED[language].match(ahead):
            if language == "fr" and word in {"de", "des"} and words[end + 1 : end + 2] and words[end + 1].is_name:
                break
            end += (
                end + 1 < len(words)
                and (words[end + 1].is_word or words[end + 1].plain[:1].isdigit())
                and end + 1 not in verbs
            )
        elif _closes(words, place, end, language, relative=relative):
            break
        end += 1
    while end - 1 > place and words[end - 1].plain in {"de", "d'", "des", "du", "of", "with"}:
        end -= 1
    return min(end, len(words))


_OPENS_ANOTHER: Final = list_plain("le la les l' un une à au aux en du sans chaque de d'")


def _closes(words: Sequence[Word], place: int, end: int, language: str, *, relative: bool) -> bool:
    """Say whether the words that narrow a people's name, which stands at ``place``, end before ``end``."""
    word = words[end].plain
    after = words[end + 1].plain if end + 1 < len(words) else ""
    if word in {"à", "a", "et", "to", "-"} and words[end - 1].plain[:1].isdigit() and after[:1].isdigit():
        return False
    if relative:
        return word in {",", ".", ";", ":", "?", "!"}
    if word in STOP[language]:
        return True
    if language == "en":
        return end == place + 1 and not word[:1].isdigit()
    return word in _OPENS_ANOTHER
