"""What French tells of today, or of what nobody could check: complaints, open questions, truths, what is only felt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from workshop_kit.domain.framing import english_complaints
from workshop_kit.domain.framing.clauses import Clause, Form
from workshop_kit.domain.framing.measure_sorts import Sort
from workshop_kit.domain.framing.weights import Evidence
from workshop_kit.domain.framing.words import list_plain

#: A fact, and behind it a question to which there is no yes: "un pompier sur trois part, comment on fait ?".
_ASKS_OPENLY: Final = re.compile(
    r"^(?!\W*(?:comment|que faire|quel|combien|qui|quand|pour|objectif|plus (?:aucune?|une?|personne)|aucune?|zero|"
    r"chaque|tous|toutes|que|qu'))[^?]{8,160}[,:;.] (?:et |mais |alors |du coup )*"
    r"(?:qui (?!\w+ent\b)|que |qu'|où |quand |combien |comment (?!(?:y )?(?:arriv|parven|faire (?:pour|que)))|"
    r"pourquoi |à quoi |à qui |quoi |quel(?:le)?s? |on en fait|on fait quoi|et apres|apres|et ensuite|"
    r"ensuite)[^?,]{0,80}\?\W*$"
)
#: Once more, and still nothing: "encore un accident au carrefour, et personne ne fait rien".
_ONCE_MORE: Final = re.compile(
    r"\W*encore une? |[^?]{3,120}\btoujours (?:pas|aucune?|rien|personne)\b(?! de (?:retard|bruit))|"
    r"[^?]{3,120}\bbientot plus (?:personne|rien|une?|aucune?)\b"
)
_AGAIN_NOTHING: Final = re.compile(
    r"\W*encore une? [^?]{3,120}\b(?:toujours (?:pas|aucune?|rien|personne)|personne ne|rien ne)\b"
)
#: What a body was told or thought of: "le conseil a pris acte de la hausse".
_MINUTED: Final = re.compile(
    r"^\W*(?:le |la |les |l')?(?:conseil|conseillers|commission|elus|membres|comite|bureau|assemblee|participants|"
    r"habitants|delegues|collectif)\b[^,.;:]{0,30}? (?:(?:a|ont) (?:pris (?:acte|note|connaissance)|debattu|"
    r"examine|entendu|"
    r"evoque|rappele|note|constate|salue|regrette|discute|deplore|souligne|echange)|(?:prend|prennent) (?:acte|note|"
    r"connaissance))\b"
)
#: Verbs and nothing else: "nager, courir, grimper".
_VERBS_ALONE: Final = re.compile(
    r"\W*(?:pouvoir )?(?:mieux |bien )?(?:se |s')?[a-z]+(?:er|ir|re)(?:,? (?:et )?(?:mieux |bien )?(?:se |"
    r"s')?[a-z]+(?:er|ir|re)){1,4}"
    r"(?: (?:ici|mieux|ensemble|au pays|autrement))?[.!]*$"
)
#: What is done to us: "on nous promet", "on ne nous dit rien".
_DONE_TO_US: Final = re.compile(r"(?<!qu')\bon (?:ne )?(?:nous|vous|leur) (?!\w+r(?:a|ait)\b)\w|\bon s'etonne\b")
#: Whoever and whatever is meant by all, so that what they do is no state of theirs.
_ANYBODY: Final = frozenset({"on", "ils", "elles", "ca", "cela", "tout", "rien"})
_THEN: Final = frozenset(
    {"et", "mais", "puis", "apres", "maintenant", "alors", "chez", "nous", "ici", "pendant", "ce", "temps"}
)
#: What nobody has that one could count.
_NOT_HAD: Final = re.compile(
    r"^(?:ne |n')(?:a|ont|avons) (?:plus |jamais |vraiment |encore )?(?:envie|interet|idee|raison|le monopole|"
    r"la solution|"
    r"la reponse|de lecons?)\b|^ne (?:peut|pourra|sait|saura|saurait) (?:pas )?(?:dire|prevoir|predire|"
    r"deviner|tout|ignorer|"
    r"nier|s'en passer)\b"
)
_NOT_YET: Final = re.compile(
    r"^n'(?:a|ont) (?:encore |jamais |toujours |vraiment )?(?:ete )?(?!une\b|peu\b|rie|dro)\w{3,}(?:e|i|u)(?:e?s?)\b|"
    r"^n'(?:est|sont) (?:encore |jamais |toujours )?(?:arriv|ven|pass|rest|sort|descend|tomb)(?:e|i|u)e?s?\b"
)
_BETTER_THAN: Final = re.compile(
    r"\b(?:mieux|plus|moins|aussi|autant)\b.{1,40}\bque (?:ceux|celles|nous|vous|lui|eux|quand)\b"
)
_TAKES: Final = re.compile(
    r"\b(?:sans|contre|seule?s?|toute? seule?|d'en haut|du ciel|par miracle|à (?:notre|leur|sa|votre) place|"
    r"si (?:on|nous|l'on))\b"
)
#: What comes about only in so far as people want it.
_UNDERTAKEN: Final = list_plain(
    "projet réforme transition problème solution changement progrès paix avenir politique décision loi plan rêve "
    "victoire révolution réussite stratégie démocratie rien confiance développement relance"
)
#: What is had, found or given back and cannot be counted: "ait enfin sa place", "retrouve son âme".
_FELT: Final = re.compile(
    r"^(?:ne |n'|se |s'|y |en |nous |les |leur |lui )*\w+ (?:enfin |donc |vraiment |aussi |toujours |de "
    r"nouveau |plus |pas )*"
    r"(?:(?:toute )?(?:sa|leur|ma|notre) (?:juste |pleine |vraie )?(?:place|part|chance|voix)"
    r"(?=\W*$| ?[,.;:!]| (?:dans (?!une? |le bus|le car)|parmi|ici|au (?:sein|coeur|conseil|village|bourg|projet)|"
    r"sur (?:le|la|nos)|à part entiere|entiere|d'(?!ici)))|"
    r"(?:son|leur|leurs|notre) (?:mot à dire|ame|identite|dignite|rang|avenir|lustre|fierte|gout|elan|role)\b|"
    r"ses (?:droits|couleurs|lettres)|une? (?:vraie? |juste |veritable |bel )?(?:avenir|place|role|voix|sens|"
    r"chance|ame)"
    r"(?=\W*$| (?:ici|parmi|dans (?:le|la|notre|ce)\b))|(?:le )?droit (?:de cite|au respect|à la parole|à "
    r"l'erreur|au bonheur)|voix au chapitre|"
    r"(?:une? |la |le |notre |l'|leur )(?:vraie? |grande? )?(?:priorite|affaire|atout|force|chance|fierte|richesse|"
    r"evidence|plaisir|fete|exemple|modele|honneur|tabou|fatalite|frein|honte|obstacle)\b(?! (?:\d|une))|"
    r"(?:au coeur|au centre|au service|à l'honneur)\b|"
    r"(?:(?:mieux|plus|bien|vraiment|pleinement|davantage) )?(?:entendue?s?|ecoutee?s?|reconnue?s?|"
    r"respectee?s?|consideree?s?|"
    r"valorisee?s?|comprise?s?|aimee?s?|fiere?s?|heureu(?:x|ses?)|prise?s? au serieux|à sa place|à leur "
    r"place)\b(?! par ecrit))"
)
_FEELS: Final = re.compile(r"^(?:ne |se |s'|nous )+sent\w* (?!mal\b)")
#: Who is told to stop it, is told what others think of it: "arrêtons de les maltraiter".
_ORDERED: Final = re.compile(r"(?:ons|ez)$")


def asks_openly(plain: str) -> bool:
    """Say whether a sentence ends in a question that no state answers."""
    return _ASKS_OPENLY.match(plain) is not None


@lru_cache(maxsize=256)
def only_complains(plain: str, *, dated: bool) -> bool:
    """Say whether a sentence only tells what goes wrong: again, still, and to us."""
    if asks_openly(plain) or _MINUTED.match(plain) or _AGAIN_NOTHING.match(plain):
        return True
    if _VERBS_ALONE.match(plain) and plain.count(",") > 0:
        return True
    return not dated and (_ONCE_MORE.match(plain) is not None or _DONE_TO_US.search(plain) is not None)


def tells_today(clauses: Sequence[Clause], evidence: Evidence) -> bool:
    """Say whether a whole sentence tells how things are: a complaint, or in French what all sorts of people do."""
    measured = any(one.sort not in {Sort.COUNT, Sort.ZERO} for one in evidence.measures)
    if evidence.language == "en":
        return english_complaints.only_complains(evidence.plain, firm=bool(evidence.deadlines) or measured)
    if only_complains(evidence.plain, dated=bool(evidence.deadlines) or measured):
        return True
    told = [one for one in clauses if not one.purpose]
    counted = any(one.sort is not Sort.ZERO for one in evidence.measures)
    if len(told) < 2 or evidence.deadlines or counted or any(one.form is not Form.STATEMENT for one in told):
        return False
    anybody = [one for one in told if _names_anybody(one, evidence)]
    return len(anybody) > 1 or (bool(anybody) and not _names_anybody(told[0], evidence))


def _names_anybody(clause: Clause, evidence: Evidence) -> bool:
    subject = [word.plain for word in evidence.words[clause.subject : clause.start] if word.is_word]
    return bool(subject) and subject[-1] in _ANYBODY and set(subject[:-1]) <= _THEN


def is_truth(told: str, head: frozenset[str]) -> bool:
    """Say whether what nobody does is so at all times, or was: "rien ne se fera sans nous"."""
    undertaken = bool(head & _UNDERTAKEN) or "notre place" in told
    if _NOT_HAD.match(told) or _NOT_YET.match(told) or _BETTER_THAN.search(told):
        return True
    return undertaken and _TAKES.search(told) is not None


def is_felt(told: str, *, every: bool) -> bool:
    """Say whether what is wished for is only felt: a place in the world, to be listened to, to be a priority."""
    return _FELT.match(told) is not None or (_FEELS.match(told) is not None and not every)


def is_told_off(word: str, subject: str) -> bool:
    """Say whether a form of "arrêter" tells ourselves or others off, and names no state."""
    return _ORDERED.search(word) is not None or subject == "on"
