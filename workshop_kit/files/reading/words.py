"""The words organisers write in their cells, in French and English, and the value each stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeVar

from workshop_kit.domain.category_words import fold_word
from workshop_kit.domain.model import Source, StakeholderStatus
from workshop_kit.domain.names import fold_name

Word = TypeVar("Word", bound=StrEnum | bool)

_STATUSES: Final[Mapping[StakeholderStatus, Sequence[str]]] = {
    StakeholderStatus.TO_INVITE: (
        "à inviter", "à contacter", "pas encore invité", "non invité", "à faire", "to invite", "not invited",
        "to do",
    ),
    StakeholderStatus.INVITED: (
        "invitation envoyée", "invitation sent",
        "invité", "invitée", "invités", "invitées", "invité·e", "invité(e)", "contacté", "contactée", "contacté·e",
        "relancé", "en attente", "sans réponse", "invited", "contacted", "pending", "waiting",
    ),
    StakeholderStatus.COMING: (
        "vient", "viendra", "viennent", "présent", "présente", "présent·e", "confirmé", "confirmée", "confirmé·e",
        "accepté", "inscrit", "inscrite", "inscrit·e", "oui", "coming", "comes", "accepted", "confirmed",
        "attending", "yes",
    ),
    StakeholderStatus.CAME: (
        "est venu", "est venue", "sont venus", "sont venues", "venu", "venue", "venus", "venues", "venu·e",
        "a participé", "came", "attended", "took part",
    ),
    StakeholderStatus.DECLINED: (
        "décline", "décliné", "ne vient pas", "absent", "absente", "absent·e", "excusé", "excusée", "excusé·e",
        "refus", "refuse", "refusé", "indisponible", "non", "declined", "declines", "not coming", "excused",
        "unavailable", "no",
    ),
}  # fmt: skip

_SOURCES: Final[Mapping[Source, Sequence[str]]] = {
    Source.LIVED: (
        "vécu", "vécue", "je l'ai vécu", "expérience", "expérience vécue", "expérience personnelle",
        "vécu personnel", "lived", "lived it",
        "i lived it", "i have lived it", "lived experience", "experience", "own experience",
    ),
    Source.FIELD: (
        "vu sur le terrain", "seen it",
        "terrain", "de terrain", "travail de terrain", "vu", "vu faire", "je l'ai vu faire", "je l'ai vu",
        "observation", "observé", "field", "field work", "fieldwork", "seen", "i have seen it",
        "i have seen it done", "i saw it done", "observed",
    ),
    Source.DATA: (
        "chiffres", "chiffre", "données", "donnée", "statistiques", "étude", "rapport", "j'ai des chiffres", "data",
        "figures", "numbers", "statistics", "study", "i have figures", "i have the figures",
    ),
    Source.HEARSAY: (
        "ouï-dire", "ouï dire", "on me l'a dit", "entendu", "entendu dire", "on dit", "rumeur", "hearsay",
        "hear say", "second-hand", "second hand", "i was told", "heard", "someone told me",
    ),
}  # fmt: skip

_CONSENTS: Final[Mapping[bool, Sequence[str]]] = {
    True: (
        "oui",
        "o",
        "yes",
        "y",
        "true",
        "vrai",
        "1",
        "x",
        "ok",
        "d'accord",
        "accord",
        "accordé",
        "✓",
        "✔",
        "☑",
        "✅",
        "√",
        "bien sûr",
        "bien entendu",
        "volontiers",
        "avec plaisir",
        "absolument",
        "tout à fait",
        "of course",
        "with pleasure",
        "gladly",
    ),
    False: (
        "non",
        "n",
        "no",
        "false",
        "faux",
        "0",
        "refus",
        "refusé",
        "-",
        "pas d'accord",
        "pas ok",
        "ko",
        "nok",
        "not ok",
        "☐",
        "□",
        "✗",
        "✘",
        "❌",
        "opt out",
        "opted out",
        "opposé",
        "opposée",
        "ne pas contacter",
        "ne pas recontacter",
        "ne pas appeler",
        "à ne pas rappeler",
        "aucun contact",
        "pas de contact",
        "pas pour le moment",
        "pas intéressé",
        "pas intéressée",
        "sans consentement",
        "sans accord",
        "désinscrit",
        "désinscrite",
        "stop",
        "retiré",
        "retirée",
        "do not contact",
        "unsubscribed",
        "withdrawn",
        "never",
    ),
}

_UNSURE: Final = (
    "?", "??", "nsp", "ne sait pas", "ne sais pas", "je ne sais pas", "sais pas", "don't know", "dont know",
    "i don't know", "dk", "unsure", "not sure",
)  # fmt: skip


def _invert(words: Mapping[Word, Sequence[str]]) -> dict[str, Word]:
    inverted = {fold_word(text): value for value, texts in words.items() for text in texts}
    for value in words:
        if isinstance(value, StrEnum):
            inverted[fold_word(value.replace("_", " "))] = value
    return inverted


_STATUS_OF: Final = _invert(_STATUSES)
_SOURCE_OF: Final = _invert(_SOURCES)
_CONSENT_OF: Final = _invert(_CONSENTS)
_UNSURE_WORDS: Final = frozenset(map(fold_word, _UNSURE))


def understand_status(text: str) -> StakeholderStatus | None:
    """Return the status that ``text`` names, ``None`` for an unknown word."""
    return _STATUS_OF.get(fold_word(text.replace("_", " ")))


def understand_source(text: str) -> Source | None:
    """Return how the author knows, ``None`` for an unknown word."""
    return _SOURCE_OF.get(fold_word(text))


def understand_consent(text: str) -> bool | None:
    """Return whether ``text`` says yes, in a word or in the sentence of a form; ``None`` if it says neither clearly.

    A yes with a condition ("oui, mais pas par téléphone") is no clear one: a person reads it.
    """
    folded = fold_word(text.translate(_DASHES))
    if folded in _CONSENT_OF:
        return _CONSENT_OF[folded]
    if _BOX.search(text):
        return _understand_boxes(text)
    if _CONDITIONS.search(folded) or "?" in folded:
        return None
    folded = _NO_TROUBLE.sub("", folded)
    doubted = _is_doubted(folded)
    if re.match(r"(oui|yes)\b", folded):
        return None if doubted else True
    if re.match(r"(non|no)\b", folded) or _REFUSES.search(folded):
        return None if re.search(r"\b(oui|yes|ok)\b", folded) else False
    return True if _AGREES.search(folded) and not doubted and not re.search(r"\bsans\b", folded) else None


def _understand_boxes(text: str) -> bool | None:
    """Return what the one ticked box of a cell says: ``☐ oui ☑ non``, ``[x] oui [ ] non``, ``[x]``."""
    boxes = [(tick, word.strip(" :.,;/|-")) for tick, word in _BOX.findall(text)]
    ticked = [word for tick, word in boxes if _TICKED.search(tick)]
    if not any(word for _, word in boxes):
        return bool(ticked) if len(boxes) == 1 else None
    return understand_consent(ticked[0]) if len(ticked) == 1 and ticked[0] else None


def _is_doubted(folded: str) -> bool:
    """Tell whether a yes is taken back, halved, given by somebody else, or given to something else."""
    return (
        _DOUBTS.search(folded) is not None
        or _TAKES_BACK.search(_RIGHTS.sub("", folded)) is not None
        or _NARROWED.search(folded) is not None
        or (_OF_OTHER_USE.search(folded) is not None and _OF_CONTACT.search(folded) is None)
        or _names_one_way(folded)
    )


def _names_one_way(folded: str) -> bool:
    """Tell whether a short yes names one way of being contacted: "oui par mail" is no yes to a call."""
    if len(folded.split()) > _SHORT_ANSWER or _OF_CONTACT.search(folded):
        return False
    return sum(way.search(folded) is not None for way in _WAYS) == 1


_DASHES: Final = str.maketrans("‐‑‒–—―−", "-------")
_CONDITIONS: Final = re.compile(
    r"\b(mais|sauf|uniquement|seulement|que par|selon|a condition|but|except|only|unless|if|si|a voir|peut etre|maybe"
    r"|perhaps|a confirmer|en attente|pas encore|not yet|plus tard|later|demander|ask)\b"
)
#: Beside a yes, what takes it back or half of it.
_DOUBTS: Final = re.compile(r"\b(ne|n'|non|no|pas|not|don't|jamais|never|refus\w*)(\b|(?<='))")
#: A yes that was taken back, that ended, or that nobody has yet; and a yes to being forgotten.
_TAKES_BACK: Final = re.compile(
    r"\b(retir|retrait|revo[qck]|annul|cancel|expir|perim|manqu|missing|incompl|desins|desab|unsub|withdr|withheld"
    r"|denied|pending|oppos|object(s|ed|ion)?\b|invalid|jusqu|until|erreur|mistake|attendant|moitie|stop\b|rien\b"
    r"|none\b|nothing\b|nobody\b|absente?$|opt(ed|ing)? ?out|change (d'avis|\w+ mind)|changed \w+ mind"
    r"|(accepte|autorise) (aucun|personne)|(accord|consentement|autorisation) demande"
    r"|(a|to) (obtenir|recueillir|signer|valider|faire|completer|get|sign|obtain)\b"
    r"|(etre|soient|soit|be|me|mes \w+|my \w+) (\w+ )?(supprim|effac|oubli|enlev|raye|radie|remov|delet|eras|forg))"
)
_BOX: Final = re.compile(r"([☐□☑☒✅]|\[ *[xX✓✔]? *\])([^☐□☑☒✅\[\]]*)")
_TICKED: Final = re.compile(r"[☑☒✅xX✓✔]")
#: A yes for some moments alone, without a way of being contacted, of who is gone, or by a relative.
_NARROWED: Final = re.compile(
    r"\b(sans|aucune?|no) (e ?mail|mail|courriel|appel|tel|sms|courrier|contact|demarchage|call|text|phone)"
    r"|\ben cas\b|\burgences?\b|dernier recours|emergenc|last resort|\b(a partir|apres|des) (de |du |le |d')?(?!\d+ ?h)"
    r"(\d|janv|fevr|mars|avri|mai|juin|juil|aout|sept|octo|nove|dece|la rentree|l'automne|l'ete|l'hiver)"
    r"|\bdecede|\bparti\b|\bpartie\b(?! prenante)|\bdemenage|\bancien(ne)?\b|deceased|\bmoved (away|out)\b"
    r"|\b(mari|femme|conjointe?|epoux|epouse|maman|papa|mere|pere|fils|parents?|parentale?|voisine?|husband|wife"
    r"|mother|father|mum|dad)\b"
)
#: What has a consent of its own, and the words by which a sentence speaks of contact all the same.
_OF_OTHER_USE: Final = re.compile(
    r"photo|\bimages?\b|video|newsletter|lettre d'info|infolettre|bulletin|marketing|publicit|chartes?\b|reglement"
    r"|cookies?\b"
)
_OF_CONTACT: Final = re.compile(r"contact|rappel|joind|joign|donnees|coordonnees|\bdata\b|\bdetails\b")
_WAYS: Final = tuple(
    map(
        re.compile,
        (
            r"\b(e ?mails?|mails?|courriels?|mel|messagerie)\b",
            r"\b(tel|telephone|portable|sms|appels?|whatsapp|phone|texts?|calls?)\b",
            r"\b(courrier|postale?|lettre|letter|post)\b",
        ),
    )
)
#: How much of a remark is read.
_REMARK: Final = 300
#: More words are the sentence of a form, which names the way it is sent by.
_SHORT_ANSWER: Final = 5
#: What a form says of a person's rights takes nothing back: "et peux m'y opposer", "you can withdraw at any time".
_RIGHTS: Final = re.compile(
    r"\b(peux|pourrai|je puis|vous pouvez (?!me\b|m')|(i|you) (can|may)|(mes|my|au|le|du|un|the) (droits?|rights?))\b"
    r"[^;!]*"
)
_NO_TROUBLE: Final = re.compile(
    r"\b(je )?(n'y vois )?(pas de |pas d'|aucune? |sans |no )(problemes?|soucis?|objections?|inconvenients?"
    r"|problem|worries)\b"
    r"|\bn'hesitez pas\b"
)

_AGREES: Final = re.compile(
    r"^(en cochant|j'accepte|j'autorise|j'ai (lu et )?(accepte|pris connaissance)|je consens"
    r"|je donne mon (accord|consentement)"
    r"|je suis d'accord|je souhaite etre|je veux (bien )?etre|accepte|accord|autorise|coche|valide|d'accord"
    r"|i (agree|accept|consent|allow)|agreed?\b|accepted|checked|ticked|consent)"
)
_REFUSES: Final = re.compile(
    r"^(je ne (souhaite|veux|desire|donne|consens|suis|accepte) (pas|plus)|je n'(accepte|autorise|ai) (pas|plus)"
    r"|je refuse|je m'oppose|je retire|pas d'accord|refus|n'(accepte|autorise) (pas|plus)"
    r"|ne (souhaite|veut|desire) (pas|plus)"
    r"|i (do not|don't|refuse|disagree|decline|withdraw|would rather not|'?d rather not)|i'd rather not"
    r"|declined?\b|not agreed|unchecked|non coche|opposition"
    r"|(accord|consentement|autorisation|consent|permission) (a ete |was )?(retir|revo[qk]|refus|withdrawn|denied)"
    r"|(je|j') ?(souhaite|veux|voudrais|demande a|aimerais) (bien )?etre (desinscri|desabonn|retire|raye|radie|supprim"
    r"|oubli|efface|enlev)"
    r"|i (want|wish|ask|would like) to be (removed|deleted|erased|forgotten|unsubscribed))"
)


_TO_REACH: Final = r"((etre|me|le|la|les|lui) )*(re)?(contact|appel|rappel|sollicit|joind|derang|relanc)\w*\b"
_RELATIVES: Final = re.compile(
    r"\b(mari|femme|epoux|epouse|conjointe?|pere|mere|fils|fille|frere|soeur|husband|wife)\b"
)
_AGAINST: Final = re.compile(
    rf"\bne (plus|(souhaite|veut|desire) (plus|pas)) {_TO_REACH}"
    # "ne pas appeler le matin" says when, not whether
    rf"|\bne pas {_TO_REACH}(?! (le|la|les|avant|apres|entre|pendant|a|au|aux|en|tot|tard|trop|sur|par)\b)"
    r"|\b(decede|deceased|desinscri|desabonn|unsubscribed|dcd\b|a (supprimer|retirer|radier)\b|radiee?\b|demissionn)"
    r"|\b(a|ont) (demenage|quitte la commune)|\bmoved away\b"
    r"|\b(refuse|oppose a) (d')?(etre )?(re)?contact"
    r"|\b(do not|don't|never|no longer) (contact|call|write|phone|e ?mail)"
    r"|^(partie?|demenagee?|retiree?|stop|left|gone|withdrawn)$"
)


def speaks_against(text: str) -> bool:
    """Tell whether a remark says that somebody is gone, or not to be contacted any more."""
    folded = fold_name(text[:_REMARK]).rstrip(" .!")
    return _AGAINST.search(folded) is not None and _RELATIVES.search(folded) is None


def says_unsure(text: str) -> bool:
    """Tell whether ``text`` says "I don't know"."""
    return fold_word(text) in _UNSURE_WORDS
