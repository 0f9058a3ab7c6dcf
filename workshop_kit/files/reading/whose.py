"""Tell of whom a heading speaks, and whether it asks for a yes or for a no."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.names import fold_name
from workshop_kit.files.reading.words import understand_consent

#: Words of a heading that speaks of somebody else than the person of the row, in folded words.
OF_ANOTHER: Final = (
    r"\b(enfants?|fils|filles?|fillette|eleves?|conjointe?s?|epoux|(?<!nom d')epouse|mari|compagn(?:on|e)"
    r"|partenaires?|proches?"
    r"|parents?|pere|mere|papa|maman|grand mere|grand pere|frere|soeur|voisine?|tut(?:eur|rice)s?|representante?s?"
    r"|responsables?|urgences?|prevenir|avertir|referente?s?|payeu(?:r|se)s?|acheteu(?:r|se)s?|facturation"
    r"|structures?|associations?|organismes?|societes?|entreprises?|employeurs?|ecoles?|mairie|presidente?s?"
    r"|parrains?|marraines?|garante?s?|medecins?|accompagn(?:ante?s?|ateurs?|atrices?)|aidante?s?"
    r"|interlocut(?:eur|rice)s?"
    r"|childs?|children|child's|kids?|pupils?|sons?|daughters?|spouses?|husbands?|wife|partners?|relatives?"
    r"|next of kin|emergency|guardians?|payers?|billing|buyers?|purchasers?|employers?|company|organi[sz]ations?"
    r"|schools?|managers?|referrers?|sponsors?|doctors?|mothers?|fathers?|neighbou?rs?|carers?)(?:\b|')"
)
#: What shares a column's word and holds something else: a fax, the kind of a number.
_BESIDE: Final = (
    r"\b(autres?|other|second|secondary|secondaire|fax|telecopie|telecopieur|pager|label|jeune fille|maiden)\b"
)
_ANOTHERS: Final = re.compile(rf"{OF_ANOTHER}|{_BESIDE}|\b(type|extension|poste)$")
#: Columns that hold what belongs to one person.
OF_PERSON: Final = frozenset({"name", "first_name", "email", "phone", "sector"})

_AGREES: Final = re.compile(r"accept|autoris|consen|d'accord|\baccord|agree|cochant|rgpd|gdpr|allow|permission|\bok\b")
_REFUSES: Final = re.compile(
    r"\b(je|i) (ne|n'|refuse|m'oppose|do not|don't|decline|object)|\bje n'|\b(ne|n')\s?\w+ (pas|plus)\b"
    r"|^(ne|pas|plus|non|no|not|do not|don't)\b|\brefus|\boppos|\bopt(ed|ing)? ?out|desinscri|desabonn|unsubscri"
    r"|\bdo not (contact|call|e ?mail|phone|keep)|\bnot (be|to be) contacted|\bsans (accord|consentement)\b"
    r"|\b(retrait|retire) "
)
_CONSENT: Final = r"(consentement|accord|autorisation|consent|permission|agreement)"
#: A heading under which stands who took a consent back, or when.
WITHDRAWN: Final = (
    rf"\b{_CONSENT} ((a ete|est|was|is) )?(retir|revo[qk]|refus|annul|expire|perime|echue?\b|withdrawn|withheld|denied)"
    rf"|\b(retrait|revocation|withdrawal)( (du|de|of))?( (l'|la|the|son) ?)?( ?{_CONSENT}|$)"
    r"|^((date|jour) (de |d'|du |of )?(la |l')?|est |s'est |is |a ete )?(desinscri|desabonn|unsubscri)"
    r"|^(a )?ne (pas|plus) (re)?(contacter|appeler|rappeler|solliciter|joindre|relancer|demarcher)\b"
    r"|\b(suppression|effacement|deletion|erasure) (demandee?|requested)\b"
    r"|\ba (supprimer|effacer)$|\bto be (deleted|erased)$"
    r"|^(do not|don't|never|no longer) (contact|call|e ?mail|phone|write)\b|^stop( sms| mails?| contact)?$"
)
#: A heading under which stands whose consent nobody has.
NOT_YET: Final = (
    rf"\b{_CONSENT} (manqu|absent|demande|pending|missing|requested"
    r"|(a|to) (obtenir|recueillir|demander|renouveler|obtain|get))"
)
#: A heading under which stands what somebody else agreed to.
OF_OTHER_CONSENT: Final = (
    rf"\b{_CONSENT} (du |de la |de l'|des |d'une? |of (the )?)?"
    r"(responsable|conjoint|employeur|president|tuteur|medecin|proprietaire|bureau|mairie|maire|employer|manager|spouse)"
)
_WITHDRAWN: Final = re.compile(WITHDRAWN)
#: A heading that ends with its answer, a no: ``Consentement : non``, where it does not offer both (``oui/non``).
_ENDS_WITH_NO: Final = re.compile(
    r"(?<![^\W_])(non|no|ko|nok|refus(ee?|e?s|al|ed)?|non (donne|obtenu|accorde|signe|recu)e?|denied|declined"
    r"|not given)[\W_]*$"
)
_OFFERS_BOTH: Final = re.compile(
    r"\b(oui|o|yes|y|ok)\b"
    r"|\b(accord|accepte|accorde|donne|obtenu|signe|given|granted|agreed)(e|s|es)?\W*(/|\bou\b|\bor\b)\W*$"
)
_ANSWER: Final = re.compile(r"(?:[\[(]([^\[\]()]+)[\])]|\s[–-]\s([^–]+))\s*[.:?]?\s*$")


def speaks_of_another(heading: str) -> bool:
    """Tell whether a heading, with what it says in brackets, is about somebody else or something beside."""
    return _ANOTHERS.search(_fold(heading)) is not None


def asks_for_no(heading: str) -> bool:
    """Tell whether a tick under a heading of consent means no: ``Je refuse…``, ``Ne souhaite pas…``, ``… [Non]``.

    What comes first counts: "j'accepte…, et peux m'y opposer" asks for a yes.
    """
    answer = _ANSWER.search(heading)
    if answer is not None and (said := understand_consent(answer[1] or answer[2])) is not None:
        return said if _WITHDRAWN.search(_fold(heading[: answer.start()])) is not None else not said
    folded = _fold(heading)
    if _WITHDRAWN.search(folded) is not None:
        return True
    ending = _ENDS_WITH_NO.search(folded)
    if ending is not None and _OFFERS_BOTH.search(folded[: ending.start()]) is None:
        return True
    refuses, agrees = _REFUSES.search(folded), _AGREES.search(folded)
    return refuses is not None and (agrees is None or refuses.start() <= agrees.start())


def _fold(heading: str) -> str:
    return re.sub(r"^[\W\d]+", "", fold_name(re.sub(r"[·•]", "", heading.replace("_", " "))))
