"""A means that a sentence only names: "Un minibus !", "L'ouverture de la médiathèque le dimanche"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing import english_words, french_things, french_words
from workshop_kit.domain.framing.english_things import NOT_THINGS
from workshop_kit.domain.framing.force_words import ILLS
from workshop_kit.domain.framing.people_words import ENGLISH_PEOPLE, FRENCH_PEOPLE
from workshop_kit.domain.framing.results import is_result
from workshop_kit.domain.framing.words import Word, list_plain

_LEXICONS: Final = {"fr": french_words, "en": english_words}
_ARTICLES: Final = list_plain(
    "un une des de nouveau nouvelle nouveaux nouvelles a an new another two three four "
    "five six deux trois quatre cinq six some quelques plusieurs several"
)
_OPENERS: Final = list_plain(
    "pourquoi pas why not et si and le la l' the notre our pour il nous vous faut faudrait we need how what about "
    "please svp juste simplement seulement enfin vite voilà voici plutôt bref"
)
#: Words that end the first group of nouns.
_ENDS: Final = list_plain(
    "pour for dans in à at sur on qui that who où where with avec de du des of d' et and "
    "chez to au aux par by est is sont are , from between until after before every when so open run near next inside "
    "into each which made where within via through opposite against towards during outside behind beside along without "
    "under over above serving offering providing running staffed driven run hired paid funded built made led offered "
    "connecting linking depuis entre"
)
_AFTER_DOING: Final = list_plain("de d' du des of pour for a an en à au aux sur avec")
_SET_UP: Final = frozenset(
    {"place", "service", "ligne", "route", "oeuvre", "disposition", "norme", "normes", "neuf", "essai"}
)
#: What has gone is not asked for: "3 pharmacies fermées".
_GONE: Final = re.compile(r"fermee?s?|disparue?s?|perdue?s?|supprimee?s?|vacante?s?|closed|lost|gone|shut|empty")
_PLACING: Final = list_plain(
    "between entre pour for devant along near outside behind beside on in at sur dans à le long derrière près under "
    "by throughout with"
)
#: What nobody makes or keeps in order with tools: "entretien des liens".
_NOT_DONE: Final = list_plain("lien relation mémoire esprit amitié confiance solidarité dialogue flamme culture espoir")
_COMPARED: Final = list_plain("plus more moins less better meilleur meilleure")
_COUNTS: Final = list_plain("two three four five six ten some few")
#: Things so general that their name alone is a topic, or a state.
_TOPICS: Final = list_plain(
    "job emploi place ville maison service animation réseau day event post poste community "
    "budget base plan parc feu fire conseil council strategy stratégie rencontre"
)


#: Something done for people, named without a verb: "subsidised swimming for the over-60s".
_DONE_FOR: Final = re.compile(
    r"\W*(?:free|subsidised|subsidized|half-price|low-cost|discounted|weekly|monthly|fortnightly|daily|nightly|"
    r"one-to-one|"
    r"guided|cheap|pop-up|drop-in|online|cut-price|funded|paid|mentoring|coaching|tutoring|counselling|training|tuition|"
    r"childcare|respite|lessons|classes|workshops) (?:(?!all\b|every|each)[\w'-]+ ){0,6}?(?:for|at|in|on|from|every|"
    r"along|"
    r"between) (?!all\b|every|each)"
)


def names_service(plain: str) -> bool:
    """Say whether a sentence without a verb names something that is done for people."""
    if _DONE_FOR.match(plain) is not None:
        return True
    regular = _REGULAR.match(plain)
    return regular is not None and not any({one, one.rstrip("s")} & ILLS for one in regular[0].split())


#: One of them every so often, or for each street: "un marché de nuit chaque mois", "one car-free Sunday a month".
_REGULAR: Final = re.compile(
    r"\W*(?:une?|deux|trois|an?|one|two|three) [\w'-]+(?: (?!sur\b|in\b|out\b|est\b|is\b|are\b|"
    r"sont\b)[\w'-]+){0,4}? (?:par "
    r"(?:mois|semaine|an|trimestre|rue|quartier|ecole|classe|village|immeuble|hameau|ete|hiver)|(?:chaque|"
    r"tous les|an?|each|"
    r"every|per) (?:mois|semaine|ete|hiver|printemps|automne|samedis?|dimanches?|vendredis?|week|month|year|term|"
    r"fortnight|summer|winter|street|ward|saturday|sunday|friday))\b"
)
#: What opens the name of one more thing to have, of so many words at most.
_ONE_MORE: Final = frozenset({"a", "an", "another"})
_MOST: Final = 4
_ABSTRACT_END: Final = re.compile(r"(?:ness|ity|tion|sion|ment|ship|hood|ism|ance|ence|cy|ing|th|dom)$")


def find_thing(
    words: Sequence[Word],
    language: str,
    money: Sequence[tuple[int, int]] = (),
    *,
    plain: str = "",
    verbless: bool = True,
) -> tuple[int, int] | None:
    """Return the stretch that names a means: a thing that is bought or built, or the doing that brings it.

    ``verbless``: the sentence has no verb of its own, and so may name a thing without an article.
    """
    first = _find_first(words)
    if first is None or _is_compared(words, first) or (language == "en" and words[first].plain.endswith("ier")):
        return None
    lexicon = _LEXICONS[language]
    paid = any(start <= words[first].start < end for start, end in money)
    if paid and any(word.plain in {"pour", "for"} for word in words[first : first + 7]):
        return words[first].start, _stretch(words, first)
    after = words[first + 1].plain if first + 1 < len(words) else ""
    valued = words[first].plain == "mise" and not _SET_UP & {word.plain for word in words[first + 1 : first + 4]}
    if {words[first].lemma, words[first].plain} & lexicon.MEANS_NOUNS and after in _AFTER_DOING and not valued:
        if language == "fr" and any(word.lemma in _NOT_DONE for word in words[first + 2 : first + 4]):
            return None
        return words[first].start, _stretch(words, first)
    bare = words[first].plain not in _ARTICLES and not words[first].plain[:1].isdigit()
    near = words[first + 1 : first + 5]
    if any(_GONE.fullmatch(word.plain) for word in near[:3]):
        return None
    if not bare and any(start <= word.start < end for start, end in money for word in near):
        return words[first].start, _stretch(words, first)
    marked = words[-1].plain in {"?", "!"} and len(words) - first < 6
    named = [word for word in words[first + 1 :] if word.is_word]
    known = (lexicon.ABSTRACT, FRENCH_PEOPLE, ENGLISH_PEOPLE, _TOPICS)
    if marked and verbless and not bare and named and not any(word.lemma in one for word in named for one in known):
        return words[first].start, _stretch(words, len(words) - 2)
    if (
        verbless
        and len(words) - first < 3
        and words[first].lemma in lexicon.MEANS_THINGS - _TOPICS
        and words[first].plain != words[first].lemma
    ):
        return words[first].start, words[first].end
    head = None if bare and not verbless else _find_head(words, first, lexicon.MEANS_THINGS - _TOPICS, language)
    if head is None and _wants(words, first) and words[first].plain in _ARTICLES:
        head = _find_wanted(words, first, lexicon.ABSTRACT)
    if head is None and verbless and language == "en":
        head = _find_concrete(words, first)
    if head is not None and words[head].plain == "bonne":
        return None
    if head is None and verbless and language == "fr":
        head = french_things.find_concrete(words, first, plain)
    return None if head is None else (words[first].start, _stretch(words, head))


def _find_concrete(words: Sequence[Word], first: int) -> int | None:
    """Return the place of the noun of something to have that no list knows: "a levy on empty shops", "an app"."""
    if words[first].plain not in _ONE_MORE:
        return None
    head = first
    while head + 1 < len(words) and words[head + 1].is_word and words[head + 1].plain not in _ENDS:
        head += 1
    named = words[first + 1 : head + 1]
    known = english_words.ABSTRACT | ENGLISH_PEOPLE | NOT_THINGS | _TOPICS
    compared = any(word.plain.endswith("er") and word.lemma != word.plain for word in named)
    if (
        not named
        or compared
        or named[-1].is_name
        or len(named) > _MOST
        or named[-1].lemma in known
        or _ABSTRACT_END.search(named[-1].lemma)
    ):
        return None
    if named[-1].plain.endswith("er") and head + 1 < len(words) and words[head + 1].plain == ",":
        return None
    told = any(word.plain in {"is", "are", "was", "were", "be", "will", "who", "that"} for word in words[head:])
    return None if told or any(_GONE.fullmatch(word.plain) for word in named) else head


def _is_compared(words: Sequence[Word], first: int) -> bool:
    """Say whether things are to be more so; so many more of them are not: "two more benches"."""
    counted = words[first].plain in _COUNTS or words[first].plain.isdigit()
    near = words[first + 2 * counted : first + 6]
    more = [
        word
        for place, word in enumerate(near)
        if not (word.plain == "plus" and place and near[place - 1].plain == "de")
    ]
    return bool(_COMPARED & {word.plain for word in more})


def _find_first(words: Sequence[Word]) -> int | None:
    """Return the place of the first word that names something, "pourquoi pas", "we need" and the like left out."""
    letters = [place for place, word in enumerate(words) if word.is_word or word.plain[:1].isdigit()]
    if not letters:
        return None
    first = letters[0]
    if words[first].plain in {"pour", "contre", "afin", "face"}:
        commas = [place for place, word in enumerate(words) if word.plain in {",", ":"} and place > first + 1]
        if commas and commas[0] + 2 < len(words) and words[commas[0] + 1].plain in _ARTICLES - {"de", "des"}:
            return commas[0] + 1
    while first + 1 < len(words) and words[first].plain in _OPENERS:
        first += 1
    return first


def _find_head(words: Sequence[Word], first: int, things: frozenset[str], language: str) -> int | None:
    """Return the place of the noun that names a thing, in the first group of nouns."""
    bare = words[first].plain not in _ARTICLES and not words[first].plain[:1].isdigit()
    if bare and not _is_placed(words, first, things):
        return None
    head = first if bare else first + 1
    general = words[head].lemma in _GENERAL if head < len(words) else False
    if general and head + 2 < len(words) and words[head + 1].plain in {"de", "d'"} and words[head + 2].lemma in things:
        return head + 2
    while head < len(words) and words[head].plain not in _ENDS and words[head].plain not in ".!?;:":
        last = (
            head + 1 >= len(words)
            or words[head + 1].plain in _ENDS | _PLACING | set(".!?;:,")
            or words[head + 1].lemma in things
        )
        if words[head].lemma in things and (language == "fr" or last):
            return head
        head += 1
    return None


_GENERAL: Final = list_plain("service réseau système dispositif programme offre tournée parc point")


#: Of these, where they are, one complains: "cars on the pavement", "closed shops on Castle Street".
_NUISANCES: Final = list_plain("car van lorry truck taxi shop pub scooter drone takeaway")


def _is_placed(words: Sequence[Word], first: int, things: frozenset[str]) -> bool:
    """Say whether things are named without an article, with whom or where they are for: "Benches along the towpath"."""
    for place in range(first, min(first + 3, len(words) - 1)):
        if words[place].lemma in things:
            plural = words[place].plain != words[place].lemma
            if plural and words[place].lemma in _NUISANCES and words[place + 1].plain != "for":
                return False
            return words[place + 1].plain in (_PLACING if plural else _PLACING - {"in", "at", "dans", "on", "sur", "à"})
    return False


def _wants(words: Sequence[Word], first: int) -> bool:
    """Say whether something is asked for: "il nous faudrait un garde champêtre"."""
    said = {word.plain for word in words[:first]}
    return bool(said & {"faut", "faudrait", "need", "pourquoi", "why"})


def _find_wanted(words: Sequence[Word], first: int, abstract: frozenset[str]) -> int | None:
    head = first + 1
    vague = any(word.lemma in abstract for word in words[head : head + 3])
    return None if head >= len(words) or vague or not words[head].is_word else head


def _stretch(words: Sequence[Word], head: int) -> int:
    """Return where the naming ends: a mark, or what it is for."""
    end = head
    while end + 1 < len(words) and words[end + 1].plain not in {
        "pour",
        "for",
        "afin",
        ".",
        "!",
        "?",
        ";",
        ":",
        ",",
        "to",
    }:
        end += 1
    return words[end].end


#: People and places: an end for two of them is still one.
_SHARED: Final = ENGLISH_PEOPLE | FRENCH_PEOPLE | list_plain("village hamlet town hameau quartier bourg commune")


def adds_another(words: Sequence[Word], language: str) -> int:
    """Return 1 where "as well as" adds another thing to reach, 0 where it adds people or a place."""
    plain = [word.plain for word in words]
    for place in range(2, len(words) - 2):
        if plain[place] in {"+", "&"} and plain[place + 1] in {"un", "une", "a", "an", "des", "deux", "two"}:
            things = english_words.MEANS_THINGS | french_words.MEANS_THINGS
            return int(any(word.lemma.replace("-", "") in things for word in words[place + 2 : place + 4]))
    for place in range(len(words) - 2):
        if (
            plain[place : place + 3] == ["as", "well", "as"]
            or plain[place : place + 2] == ["ainsi", "qu'"]
            or plain[place : place + 2] == ["ainsi", "que"]
        ):
            added = words[place + 2 : place + 7]
            if any(is_result(word) for word in words[place + 2 : place + 5]):
                return 1
            return int(place > 2 and not any(word.lemma in _SHARED for word in added))
    return 0
