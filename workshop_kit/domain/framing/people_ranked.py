"""Which words name people, and how surely: a noun that only narrows another, or that acts for others, does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing.doers import is_doer
from workshop_kit.domain.framing.english_people import KIN, does_next, is_given, is_granted, is_no_people, is_noun
from workshop_kit.domain.framing.english_verbs import IRREGULAR
from workshop_kit.domain.framing.french_kinds import is_kind_of, is_meant, is_other_word, opens_clause
from workshop_kit.domain.framing.french_people import MORE_PEOPLE
from workshop_kit.domain.framing.people_words import (
    ENGLISH_BODIES,
    ENGLISH_PEOPLE,
    ENGLISH_PROVIDERS,
    FRENCH_BODIES,
    FRENCH_PEOPLE,
    FRENCH_PROVIDERS,
)
from workshop_kit.domain.framing.words import Word, list_plain

_PEOPLE: Final = {"fr": FRENCH_PEOPLE, "en": ENGLISH_PEOPLE}
_BODIES: Final = {"fr": FRENCH_BODIES, "en": ENGLISH_BODIES}
_PROVIDERS: Final = {"fr": FRENCH_PROVIDERS, "en": ENGLISH_PROVIDERS}
#: Adjectives that are people only with an article, and no noun after them.
_ADJECTIVES: Final = {
    "fr": list_plain(
        "petit proche ancien vieux précaire pauvre isolé âgé rural client démuni enceinte logé dépendant "
        "endetté surendetté sourd aveugle volontaire handicapé illettré adulte artisan public malade "
        "mineur citoyen autiste privé boiteux alcoolique obèse riche modeste muet invalide précoce militaire "
        "religieux fidèle associé principal contractuel titulaire ambulant abonné inscrit adopté placé protégé aidé "
        "accompagné brûlé blessé vacciné paralysé adoptif croyant inactif dépressif dément laitier forestier "
        "conservateur correspondant marié divorcé séparé blanchisseur contaminé inondé évacué confiné "
        "infirme sénile fortuné directeur adjoint indigent participant occupant hospitalisé alité endeuillé illustre"
    ),
    "en": list_plain(
        "elderly vulnerable disabled unemployed homeless minor senior public adult patient youth community"
    ),
}
BEFORE: Final = {
    "fr": list_plain(
        "nouvel vieil bel bon bons bonne bonnes jeune petit nouveau futur ancien grand vieux vieil vieille nouvelle "
        "ancienne premier "
        "première jeunes petits nouveaux futurs anciens grands nouvelles anciennes"
    ),
    "en": list_plain(
        "young older old new local disabled vulnerable homeless elderly isolated single small "
        "low-income unemployed retired teenage rural working pregnant deaf blind seasonal "
        "lonely first-time self-employed foster primary secondary school-age independent family "
        "voluntary sports lone poor poorest struggling expectant private social council eligible "
        "hard-up frail housebound bereaved active emergency care-experienced adopted adoptive looked-after night-shift "
        "shift part-time full-time front-line frontline front-desk key essential trainee junior would-be prospective "
        "newly-arrived recent long-term short-term local- overseas international foreign disadvantaged underserved "
        "marginalised marginalized partially-sighted visually hearing hard-working self-isolating"
    ),
}
STOP: Final = {
    "fr": list_plain(
        ", . ; : ! ? ( ) et ou pour par avec avant dès d'ici chez sur dans contre vers près ne n' se "
        "s' que qu' ni mais puis grâce afin entre depuis pendant a ont est sont y dehors quand "
        "lorsque si déjà toujours sous lors tous toutes chaque plus moins"
    ),
    "en": list_plain(
        ", . ; : ! ? ( ) and or for by with before in on at to from into is are has have can will "
        "should must gets get do does not never within until near per so off up out round down after during through "
        "across around who'll "
        "that's every each as than between behind beside above below past opposite outside inside along alongside "
        "beyond against towards upon onto because while whether unless although via"
    ),
}
#: A place, a committee or a paper called after the people: no people are meant.
_NAMED_AFTER: Final = {
    "fr": re.compile(
        r"(?:maison|salle|service|services|aide|aides|carte|fete|ecole|mode|code|agent|point|"
        r"foyer|equipe|annuaire|brigade|liste|registre|logement|caisse|ministere|ligue|carnet|livret) (?:à la|a la|"
        r"aux|de l'|de la|du|des|d'|"
        r"de) ?$"
    ),
    "en": re.compile(r"(?!)"),
}
_HEADS: Final = list_plain("les nos ces des chaque aucun aucune tous the our every each no")
#: What a school or a shop that is saved does not do: it is itself the end.
_LOSING: Final = list_plain("fermer disparaître open reopen close shut disappear vanish fold")
_FEW: Final = list_plain("two three four five six seven eight nine ten deux trois quatre cinq six sept huit neuf dix")
#: What stands before a noun that names people, and not before an adjective.
_BEFORE_NOUN: Final = list_plain(
    "le la l' les un une des du de d' au aux ce cet cette ces mon ma mes ton ta son sa ses leur leurs notre nos "
    "votre vos chaque aucun aucune plusieurs quelques tout toute tous toutes par pour sans "
    "en à dans sur avec et ou entre vers chez plus moins quel quels quelles seul seule même mêmes autres autre "
    "premier premiers premières derniers dernières dernier certains que qu' qui ne trop "
    "cent cents mille vingts treize quatorze seize dix-huit deux trois quatre cinq six sept huit neuf dix onze douze "
    "quinze vingt trente quarante cinquante "
    "soixante ni comme zéro nombreux nombreuses futures faux vrais vraies"
)
_NEVER_NARROWS: Final = list_plain("people everyone nobody everybody anyone children those public one")
_AFTER_PEOPLE: Final = list_plain(
    "who whose a the an still without because when if aged over under of left lives there here alone living be "
    "again whatever more less fewer at twice enough nearly almost "
    "online offline safe warm fed housed dry free able fit indoors outdoors unaided cold hungry lonely poor ill "
    "sick homeless "
    "idle jobless bored afraid scared lost wet tired excluded stuck stranded"
)
#: What is a family's or a student's and no people: "family home", "student housing".
_THINGS_OF_PEOPLE: Final = list_plain(
    "home homes house houses housing centre center hall shop shops school schools meal meals "
    "food poverty services service support care life lives work health group groups "
    "project club association council day days room car cars van bus buses benefit benefits "
    "bank banks line garden gardens market market room unemployment loneliness "
    "homelessness isolation "
    "crossings crossing priority accommodation membership allowance deaths injuries casualties "
    "obesity places spaces friendly led voices action safety plan"
)
#: Adjectives that stand before their noun: "les petits commerces".
_BEFORE_THEIR_NOUN: Final = list_plain("petit ancien vieux pauvre rural public privé précaire mineur")


def rank_people(
    words: Sequence[Word], place: int, language: str, verbs: Sequence[int], kept: frozenset[int]
) -> int | None:
    """Rank the word at a place as people, the surest first; ``None``: it names none.

    ``verbs`` are the places of the verbs, ``kept`` those of what is itself kept, opened or counted.
    """
    word = words[place]
    names = _list_names(word, language)
    people, bodies = names & _PEOPLE[language], names & _BODIES[language]
    if not people and not bodies and is_doer(words, place, language, verbs):
        return None if place in kept else 1
    if (not people and not bodies) or place in verbs or word.plain in {"cleaner", "age"}:
        return None
    if _is_below_when(words, place) or _is_hired(words, place, verbs):
        return None
    if language == "fr" and (is_kind_of(words, place) or is_other_word(words, place)):
        return None
    if word.plain == "foyer" and place in kept and words[place - 1].plain in {"un", "le"}:
        return None
    if word.plain == "chacune" and "chacun" not in {w.plain for w in words}:
        return None
    if language == "en" and is_no_people(words, place, names):
        return None
    if people and _is_named_after(words, place, language):
        return None
    if not _stands_alone(words, place, language, verbs, names):
        return None
    before = words[place - 1].plain if place else ""
    if language == "fr" and _is_french_adjective(words, place, bool(people)):
        return None
    if bodies and not people:
        return None if language == "fr" and before in {"de", "d'"} else _rank_body(words, place, language, verbs, kept)
    if names & MORE_PEOPLE and language == "fr" and word.plain.endswith("s") and is_meant(words, place, before):
        return None if place in kept else 1
    if names & _PROVIDERS[language]:
        if language == "en" and place not in kept and is_given(words, place):
            return 2
        return None if place in kept or not _is_quantified(words, place, language, verbs, kept) else 2
    return 1


_SHARES: Final = list_plain("half third thirds moitié tiers quart of ensemble totalité plupart majorité")
_WHEN: Final = list_plain("when quand lorsque lorsqu' once")
_STAFF: Final = list_plain("worker agent animateur officer médiateur éducateur nurse doctor teacher conseiller trainer")
_HIRING: Final = list_plain("fund hire recruit appoint employ pay recruter embaucher financer nommer salarier")


def _is_below_when(words: Sequence[Word], place: int) -> bool:
    """Say whether people only tell when: "when the summer visitors arrive"."""
    behind = [word.plain for word in words[max(0, place - 3) : place]]
    return place > 3 and bool(_WHEN & set(behind)) and "," not in behind


def _is_hired(words: Sequence[Word], place: int, verbs: Sequence[int]) -> bool:
    """Say whether those who act for others are only what is paid: "fund two youth workers"."""
    staff = bool({words[place].lemma, words[place].plain.removesuffix("s")} & _STAFF)
    hiring = any(words[verb].plain in _HIRING for verb in verbs if 0 < place - verb < 5)
    return staff and hiring


def _list_names(word: Word, language: str) -> frozenset[str]:
    """Return the forms under which a word may stand in a list."""
    lemma = word.lemma.removesuffix("'s").removesuffix("'") if language == "en" else word.lemma
    if language == "en":
        lemma = KIN.sub("", lemma) or lemma
    forms = {lemma, word.plain, word.plain.rstrip("s"), re.sub(r"(?:es|s)$", "", word.plain)}
    return frozenset(forms | {re.sub(r"'s?$", "", word.plain)} if language == "en" else forms)


def _is_named_after(words: Sequence[Word], place: int, language: str) -> bool:
    behind = " ".join(w.plain for w in words[max(0, place - 4) : place]).replace("' ", "'")
    return _NAMED_AFTER[language].search(behind + ("" if behind.endswith("'") else " ")) is not None


def _stands_alone(
    words: Sequence[Word], place: int, language: str, verbs: Sequence[int], names: frozenset[str]
) -> bool:
    """Say whether a word for people is the noun itself, and not an adjective, or part of another's name."""
    word, before = words[place], words[place - 1].plain if place else ""
    after = words[place + 1] if place + 1 < len(words) else None
    plural = language == "en" and word.plain.endswith("s") and word.plain != word.lemma
    counted = before in _HEADS | _FEW | {"un", "une"} or before[:1].isdigit()
    adjective = names & _ADJECTIVES[language] and not plural and not (place + 1 in verbs and counted)
    itself = language == "en" and is_noun(words, place)
    noun_follows = bool(names & _BEFORE_THEIR_NOUN)
    if adjective and not itself and not _stands_as_noun(before, after, language, noun_follows=noun_follows):
        return False
    if after is None:
        return True
    later = words[place + 2].plain if place + 2 < len(words) else ""
    does = after.plain in {"de", "d'"} and later.endswith(("er", "ir", "re"))
    if word.plain in {"chacun", "chacune", "ceux", "celles"} and after.plain in {"des", "de", "du", "d'"} and not does:
        return False
    if language == "fr":
        return True
    if after.plain == "'" and _is_thing_of(words, place + 2):
        return False
    does = after.is_word and does_next(words, place)
    return not after.is_word or place + 1 in verbs or does or not _is_compound(word, after, language, before)


def _is_french_adjective(words: Sequence[Word], place: int, people: bool) -> bool:
    before = words[place - 1].plain if place else ""
    twofold = words[place].plain in {"ferme", "commerce", "public", "logé"}
    articles = {"chaque", "les", "des", "nos", "aux", "aucune", "tout", "le"}
    return (people and _is_adjective(words, place)) or (twofold and before not in articles)


def _is_quantified(
    words: Sequence[Word], place: int, language: str, verbs: Sequence[int], kept: frozenset[int]
) -> bool:
    """Say whether those who act for others are meant themselves: so many of them, each, or as the subject."""
    further = [w.plain for w in words[max(0, place - 4) : place] if w.plain not in BEFORE[language]]
    before = further[-1] if further else ""
    shares = _SHARES & set(further)
    return (
        before[:1].isdigit()
        or (before in {"the", "des", "our", "nos", "de", "d'"} and bool(shares))
        or (before == "all" and place - 1 not in kept)
        or (bool({place - 1, place - 2} & set(verbs)) and before not in {"a", "an", "un", "une"})
        or before in {"chaque", "tous", "aux", "nos", "every", "each", "our", "for"}
        or (before == "les" and further[-2:-1] in (["pour"], ["tous"], ["toutes"]))
        or (bool(verbs) and place < verbs[0] and not {"chez", "auprès", "aupres"} & set(further[-2:]))
        or (language == "fr" and before in {"les", "des"} and opens_clause(words, place, verbs))
    )


def _is_adjective(words: Sequence[Word], place: int) -> bool:
    """Say whether a word for people only qualifies the noun before it: "emplois saisonniers", "conseil élu"."""
    if not place:
        return False
    before = words[place - 1]
    if before.lemma in {"etre", "devenir"} and words[place - 2].plain in {"on", "je", "tu"}:
        return False
    if before.plain in _BEFORE_NOUN or before.plain in BEFORE["fr"] or not before.is_word or before.is_name:
        return False
    return not before.lemma.endswith(("er", "ir", "re")) or (
        before.lemma == before.plain and before.plain.endswith("re")
    )


_OF_CLUBS: Final = list_plain(
    "market markets club centre home homes guide hall forum council "
    "group groups team teams network association institute league refuge football rugby cricket"
)


def _is_thing_of(words: Sequence[Word], place: int) -> bool:
    return place < len(words) and words[place].plain in _OF_CLUBS


def _is_compound(word: Word, after: Word, language: str, before: str) -> bool:
    """Say whether an English noun only narrows the next one: "family home", "student housing", "community centre"."""
    if word.plain.endswith("'s") or word.plain.endswith("s'"):
        return False
    if after.lemma in _PEOPLE[language] | _BODIES[language] and not after.plain.endswith("ing"):
        return True
    singular = word.lemma == word.plain and word.plain not in _NEVER_NARROWS
    if not singular or after.plain in _THINGS_OF_PEOPLE:
        return singular
    if before in {"no", "every", "each", "any"} and after.plain in IRREGULAR:
        return False
    ends = after.plain in STOP["en"] | _AFTER_PEOPLE or after.plain.endswith(("ing", "ed", "ly"))
    return not ends and not after.is_name


def _stands_as_noun(before: str, after: Word | None, language: str, *, noun_follows: bool) -> bool:
    if language == "en":
        return before in {"the", "our", "for", "and", "all", "every", "each", "of", "no", "any"} and (
            after is None or not after.is_word or after.plain in STOP["en"] or after.plain in {"who", "of"}
        )
    plain = after.plain if after is not None else ""
    if after is not None and before in _ONE_OF and (plain == "sur" or (before in _EACH_ONE and _narrows(after))):
        return True
    if after is not None and before in _ONE_OF and not noun_follows and plain in STOP["fr"] | {"qui"}:
        return True
    if before in {"les", "aux", "des", "nos", "ces"} and not noun_follows and plain not in {"", "."}:
        return True
    return before in {"les", "aux", "des", "nos", "chaque", "aucun", "aucune", "plus", "tout", "tous", "le"} and (
        after is None
        or not after.is_word
        or after.plain in STOP["fr"] | {"qui", "du", "de", "d'", "des", "isoles", "ne"}
    )


#: Numbers and words for each one, before a noun: "trois vieux sur quatre", "aucun mineur isolé".
_EACH_ONE: Final = list_plain("chaque aucun aucune seul seule nul nulle zéro")
_ONE_OF: Final = _EACH_ONE | _FEW | list_plain("un une vingt trente cent")


def _narrows(after: Word) -> bool:
    """Say whether a word behind a noun narrows it: "isolé", "alitée", "étranger"."""
    return after.marked.endswith(("é", "ée", "és", "ées", "ant", "ante")) or after.plain in _NARROWING


_NARROWING: Final = list_plain(
    "seul seule étranger étrangère non-accompagné scolaire chronique dépendant démunie malade profond profonde léger "
    "sans en du de à au qui et"
)
#: Who is asked, met, or done something with.
_LINKING: Final = list_plain("avec auprès entre chez with among between")
_CLOSED: Final = re.compile(r"ferme|fermees?|ferment|disparue?s?|shut|closed")
_HELPING: Final = list_plain(
    "accompagner aider soutenir encourager inciter former informer conseiller mobiliser associer impliquer "
    "sensibiliser "
    "convaincre engager support help encourage train inform advise involve persuade convince ask lend give"
)


def _is_helped(words: Sequence[Word], place: int, language: str, verbs: Sequence[int]) -> bool:
    """Say whether a body is helped, told or taught: "accompagner les entreprises locales"."""
    start = place - 1
    while start > 0 and words[start].plain in BEFORE[language] | {"les", "nos", "des", "the", "our", "all"}:
        start -= 1
    return start >= 0 and start in verbs and words[start].plain in _HELPING


def _is_room(words: Sequence[Word], place: int) -> bool:
    """Say whether a class is a room that gets a thing: "équiper chaque classe d'un tableau"."""
    if words[place].plain.removesuffix("s").removesuffix("e") not in {"class", "classroom"}:
        return False
    fitted = {"equiper", "doter", "installer", "equip", "fit", "install"}
    return any(word.plain in fitted for word in words[max(0, place - 4) : place])


def _rank_body(
    words: Sequence[Word], place: int, language: str, verbs: Sequence[int], kept: frozenset[int]
) -> int | None:
    """Rank a body of people: it counts where it does or gets something, not where it is kept, opened or a place."""
    behind = [w.plain for w in words[max(0, place - 4) : place]]
    while language == "en" and behind and behind[-1] in BEFORE["en"] - {"local"}:
        behind.pop()
    before = behind[-1] if behind else ""
    if place in kept or any(words[verb].lemma in _LOSING for verb in verbs if place < verb < place + 9):
        return None
    if any(_CLOSED.fullmatch(word.plain) for word in words[place + 1 : place + 4]) or _is_room(words, place):
        return None
    if words[place].plain.endswith("s") and (_LINKING & set(behind) or _is_helped(words, place, language, verbs)):
        return 3
    given = place > 1 and before in {"chaque", "every", "each"} and place - 2 in verbs
    shared = (
        len(behind) > 1 and behind[-2] in {"in", "sur", "of", "of the"} and (before[:1].isdigit() or before in _FEW)
    )
    if given or (shared and words[place].plain.endswith("s")):
        return 3
    if language == "fr":
        return _rank_french_body(words, place, verbs, behind)
    if ("for" in behind and (words[place].plain.endswith("s") or before in {"every", "each"})) or (
        behind[-2:-1] == ["to"] and before in {"every", "each"}
    ):
        return 3
    if words[place].plain.endswith("s") and is_granted(behind):
        return 3
    share = before in {"of", "our", "the"} and bool(
        {"quarters", "half", "third", "thirds", "most", "all", "cent", "%"} & set(behind)
    )
    placed = {"in", "at", "of", "to", "near", "outside"} & set(behind[-3:])
    subject = bool(verbs) and place < verbs[0] and (share or not placed)
    return 3 if subject and (words[place].plain.endswith("s") or before in {"every", "each", "no", "local"}) else None


def _rank_french_body(words: Sequence[Word], place: int, verbs: Sequence[int], behind: Sequence[str]) -> int | None:
    """Rank a French body of people by the words ``behind`` it: whom something is for, or who does it."""
    before = behind[-1] if behind else ""
    plural = words[place].plain.endswith("s") or before == "chaque"
    if ("pour" in behind and plural) or before == "aux" or (before == "chaque" and behind[-2:-1] == ["à"]):
        return 3
    placed = {"dans", "à", "de", "d'", "du", "en", "au"} & set(behind[-3:])
    subject = bool(verbs) and place < verbs[0] and not placed
    articles = {"chaque", "les", "nos", "des", "toutes", "tous", "aucun", "aucune"}
    return 3 if subject and (before in articles or before[:1].isdigit()) else None
