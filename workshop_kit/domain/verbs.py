"""Whether a sentence has a verb at hand, in French or in English: a hint made of endings and short lists of words.

A challenge says what to do, a theme only names a subject ("la pauvreté"), and the verb is what tells them apart.
When in doubt the answer is no: a facilitator told of a missing action looks again, one told nothing does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_WORD: Final = re.compile(r"\d+|(?:qu|[a-z])['’]|[^\W\d_]+(?:-[^\W\d_]+)*", re.IGNORECASE)


def has_verb(statement: str) -> bool:
    """Say whether ``statement`` has a verb of its own, so that it may tell an action.

    An infinitive that only completes a noun ("le droit de se loger", "access to work") and the verb of a relative
    clause ("les aînés qui vivent seuls", "people who live alone") are not the sentence's own.
    """
    words = _split_words(statement)
    is_verb = _is_french_verb if _reads_as_french(words) else _is_english_verb
    return _has_own(words, is_verb)


def _split_words(statement: str) -> list[str]:
    """Return the words in lower case; a name (a capital inside the sentence) stays as it is."""
    words = [word.replace("’", "'") for word in _WORD.findall(statement.lower() if statement.isupper() else statement)]
    first = [word if word.isupper() and len(word) > 1 else word.lower() for word in words[:1]]
    return first + words[1:]


def _has_own(words: list[str], is_verb: Callable[[list[str], int], bool]) -> bool:
    in_relative = False
    for place, word in enumerate(words):
        if word in _RELATIVES or (word in {"que", "qu'"} and place and words[place - 1] not in _CONJUNCTIONS):
            in_relative = True
        elif is_verb(words, place) or (place and _opens_relative(words[place - 1], word)):
            if not in_relative:
                return True
            in_relative = word in _BEFORE_VERBS  # the verb itself comes next
    return False


def _opens_relative(pronoun: str, word: str) -> bool:
    return pronoun in {"qui", "who", "which"} and word not in _OBJECT_PRONOUNS


def _reads_as_french(words: list[str]) -> bool:
    french = sum(word in _FRENCH_WORDS or re.search(r"[àâçéèêëîïôûùœ]|'$", word) is not None for word in words)
    english = sum(word in _ENGLISH_WORDS or re.search(r"[wk]|th|sh|ing$|oo|ee", word) is not None for word in words)
    return french >= english


def _is_french_verb(words: list[str], place: int) -> bool:
    word, before = words[place], words[place - 1] if place else ""
    if word in {"ne", "n'"} or (word in _SUBJECTS and place + 1 < len(words)):
        return True
    if word in {"se", "s'"}:
        return before not in _OPENS_COMPLEMENT and "il" not in words[place + 1 : place + 2]
    if not word.islower() or len(word) < 3:
        return word == "a" and place > 0 and words[place + 1 : place + 2] != [] and words[place + 1] in _AFTER_HAS
    if _is_infinitive(word):
        return _stands_by_itself(words, place)
    return before not in _DETERMINERS and _is_conjugated(word, before, first=place == 0)


def _is_infinitive(word: str) -> bool:
    if word in _NOT_INFINITIVES:
        return False
    if word.endswith("ier"):
        return word in _INFINITIVES or word.endswith("fier")
    return (
        word in _INFINITIVES
        or re.search(r"(?:er|[^o]ir|[aeo]ndre|[aeo]indre|erdre|[aeo]ttre|îtr?e)$", word) is not None
    )


def _stands_by_itself(words: list[str], place: int) -> bool:
    """Say whether an infinitive is neither a noun ("le goûter") nor what completes one ("machine à laver")."""
    while place and words[place - 1] in _OBJECT_PRONOUNS:
        place -= 1
    before = words[place - 1] if place else ""
    return before not in _DETERMINERS and before not in _OPENS_COMPLEMENT


def _is_conjugated(word: str, before: str, *, first: bool) -> bool:
    if word in _CONJUGATED:
        return True
    if before == "nous" or first:
        return word.endswith("ons") and not word.endswith("ions") and word not in _NOT_IMPERATIVES
    if re.search(r"(?:[eid]ra|[duvt]ra|rra|ront|aient)$", word):
        return word not in _NOT_FUTURE
    # An adjective would agree with the plural before it: "les jeunes trouvent" has a verb, "les jeunes absents" none.
    if word.endswith("ent") and before.endswith(("s", "x")):
        return word not in _NOT_PLURALS and (not word.endswith("ment") or word in _VERBS_IN_MENT)
    return False


def _is_english_verb(words: list[str], place: int) -> bool:
    word, before = words[place], words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if word in _AUXILIARIES or (word in {"we", "they", "he", "she"} and after):
        return True
    if before in _ANYBODY:
        return word in _THIRD_PERSON or word.endswith(("s", "ed"))
    if before in _ENGLISH_DETERMINERS or before == "to":
        return False
    opens = place == 0 or before.isdigit() or before in _OPENERS
    if opens and word in _ACTS:
        return word in _ONLY_VERBS or after in _OBJECT_STARTS or after.isdigit()
    if word in _THIRD_PERSON:
        return place > 0
    after_people = before in _PEOPLE or before.endswith("s") or "who" in words[:place]
    return word in _PLURAL_VERBS and after_people


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_RELATIVES: Final = _listed("qui dont où auquel auxquels laquelle lesquels lesquelles who that which whose where")
_CONJUNCTIONS: Final = _listed("pour afin sorte avant sans faut alors")
_BEFORE_VERBS: Final = _listed("ne n' se s' on il ils je tu we they he she")
_FRENCH_WORDS: Final = _listed(
    "le la les un une des du de et aux au dans sur par avec pour sans en ou qui que nos notre chaque tous toutes ne se "
    "plus personne il on est sont entre ni son sa ses"
)
_ENGLISH_WORDS: Final = _listed(
    "the of and for to in by our every each all is are a an on at with from no nobody everyone people before who that "
    "can will be has have fewer more open help house young older better never poor rural water power winter summer "
    "shelter paper river number member user offer order centre health care over under other"
)

# French: words around a verb.
_SUBJECTS: Final = _listed("on il ils je tu")
_DETERMINERS: Final = _listed(
    "le la l' un une des du d' de au aux ce cet cette ces mon son sa ses leur leurs notre nos votre vos quel"
)
_OBJECT_PRONOUNS: Final = _listed("se s' les l' y leur lui en ne pas n'")
_OPENS_COMPLEMENT: Final = _listed("de d' à pour sans a")
_AFTER_HAS: Final = _listed("un une des deux trois son sa ses accès besoin droit au aux déjà été toujours moins")

# French: what has the ending of an infinitive and is none, and infinitives that no ending tells.
_NOT_INFINITIVES: Final = _listed(
    "loisir avenir plaisir désir souvenir cuir tir martyr élixir soupir menhir émir "
    "hiver mer fer ver cher fier hier amer enfer cancer laser super hyper inter internet poster leader cluster master "
    "container scooter flyer bunker corner hamster cutter freezer fédér étranger danger berger verger léger usager "
    "passager boulanger potager messager oranger viager horloger ménager imager clocher rocher plancher maraîcher "
    "boucher bûcher rucher archer foyer loyer noyer métayer écuyer plaidoyer voyer goûter déjeuner dîner souper "
    "atelier familier particulier singulier régulier hôtelier cavalier palier collier scolaire conseiller "
    "oreiller cuiller chandelier premier dernier entier papier cahier courrier panier ouvrier pompier infirmier "
    "policier quartier chantier métier escalier mobilier immobilier financier foncier épicier officier trésorier "
    "boudoir lendemain gendre cendre tendre moindre esclandre encontre belître épître chapitre huître maître "
    "better shelter winter summer water power paper river after over under other older younger never number member "
    "computer together user offer order consumer dinner supper transfer career volunteer carer teacher farmer"
)
_INFINITIVES: Final = _listed(
    "faire refaire défaire satisfaire lire écrire dire construire reconstruire conduire réduire produire introduire "
    "traduire détruire instruire inscrire décrire élire suffire cuire vivre suivre poursuivre survivre "
    "prendre apprendre comprendre reprendre rendre vendre attendre défendre répondre étendre entendre descendre "
    "perdre mordre résoudre coudre joindre rejoindre atteindre éteindre craindre contraindre plaindre "
    "mettre remettre permettre promettre transmettre admettre soumettre battre combattre débattre abattre "
    "connaître reconnaître naître paraître disparaître accroître être conclure inclure exclure rompre interrompre "
    "croire boire plaire distraire extraire "
    "voir revoir prévoir avoir recevoir concevoir apercevoir percevoir pourvoir savoir pouvoir devoir vouloir valoir "
    "étudier oublier publier copier confier relier lier allier rallier associer négocier bénéficier remercier "
    "multiplier varier marier plier trier remédier expédier mendier dédier initier convier parier crier balayer"
)
_CONJUGATED: Final = _listed(
    "est sont ont soit soient ait aient peut peuvent puisse puissent doit doivent va vont aille fait font fasse "
    "reçoit obtient rejoint dort dorme dorment vit vive vient sait sache met mette prend prenne rend rende tient "
    "tienne devient devienne permet apprend comprend sort part sent voit lit dit attend soutient suit réduit connaît "
    "naît disparaît faut vaut trouve ouvre loge accueille propose dispose bénéficie participe habite accède mange "
    "travaille gagne paie existe fonctionne circule arrive rentre quitte retrouve cherche mène organise "
    "crée assure installe construit rénove répond souffre héberge rassemble obtienne reçoive trouvent"
)
_NOT_IMPERATIVES: Final = _listed(
    "maisons saisons salons garçons balcons leçons dons boissons poissons prisons façons cantons wagons moissons "
    "buissons bâtons tons sons liaisons raisons vallons moutons"
)
_NOT_FUTURE: Final = _listed(
    "opéra caméra choléra extra supra infra ultra contra cobra aura hydra sierra terra front affront tundra toundra"
)
_NOT_PLURALS: Final = _listed(
    "souvent cent argent agent client parent vent dent talent accident patient président résident adolescent urgent "
    "récent présent absent différent évident permanent content lent intelligent innocent excellent"
)
_VERBS_IN_MENT: Final = _listed(
    "forment aiment nomment consomment informent dorment ferment expriment affirment confirment résument estiment "
    "animent allument entament réclament transforment"
)

# English: auxiliaries, subjects, and verbs of acting, those that are nouns too only before what they act on.
_AUXILIARIES: Final = _listed(
    "is are was were can cannot could will would must should does do has have had gets don't can't won't"
)
_ANYBODY: Final = _listed("nobody everyone everybody someone anyone anybody somebody noone no-one")
_ENGLISH_DETERMINERS: Final = _listed("a an the our their its his her my your this these those of")
_OPENERS: Final = _listed("and or then to-day please let's spring summer autumn winter christmas easter") | _listed(
    "January February March April May June July August September October November December Christmas Easter"
)
_ONLY_VERBS: Final = _listed(
    "create build make give bring teach feed find get ensure provide reduce halve improve increase keep enable connect "
    "protect recruit hire collect renovate insulate restore organise organize prevent reach grow develop send allow "
    "rehouse convert remove invite encourage offer introduce equip install maintain extend"
)
_ACTS: Final = _ONLY_VERBS | _listed(
    "open help house end cut double run train support welcome plant repair launch start stop raise lower let link fund "
    "host share turn move visit put pay cover call lend meet walk drive join"
)
_OBJECT_STARTS: Final = _listed(
    "a an the our every each all any no at to up down out more fewer less young older those people everyone nobody "
    "their its one two three four five six ten twelve twenty thirty forty fifty hundred children families tenants half"
)
_THIRD_PERSON: Final = _listed(
    "sleeps lives gets finds receives learns goes takes knows eats feels sees becomes gives makes brings keeps meets "
    "gains stays waits loses owns pays speaks joins belongs sits"
)
_PLURAL_VERBS: Final = _listed(
    "sleep live get find receive learn reach go take know eat feel see become give make bring keep meet travel pay lose"
)
_PEOPLE: Final = _listed("people children men women")
