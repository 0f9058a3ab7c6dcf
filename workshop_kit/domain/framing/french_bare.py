"""French states that a group of words names with its figure and no verb: "Le chômage sous les 10 %"."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.numbers import NUMBER

_N: Final = NUMBER["fr"]
_OPENS: Final = r"(?:^[^\w']*|[.;:,+] (?:et |puis )?|\bet )"
_NOUNS: Final = (
    r"(?!(?:on|nous|je|il|elle|ils|elles|ce|cela|moi|si|quand|que|qui|pour|avec|sans|plus|moins|trop)\b)[\w'-]+"
    r"(?: (?!(?:est|sont|a|ont|et|qui|que|dont|où|ne|n|sera|seront|etait|etaient|pour|trop)\b)[\w'-]+){0,8}?"
)
_CHANGED: Final = (
    r"(?:divis|multipli|redui|ramen|port|mont|pass|abaiss|baiss|doubl|tripl|quadrupl|relev|limit|plafonn|stabilis|"
    r"maintenu|diminu|augment|descendu|tomb|remont|conten|contenu)\w{0,5}"
)
#: What is so on the day, told by a participle.
_REACHED: Final = (
    r"(?:sauve|rouvert|releve|reloge|loge|conserve|maintenu|renove|isole|desimpermeabilise|depollue|restaure|"
    r"reoccupe|rehabilite|remis en culture|reintroduit|revenu|remis sur le marche|rendu à la nature|evite|epargne|"
    r"economise|protege|preserve|repris|transmis|insere|embauche|diplome|vaccine|scolarise|alphabetise|recycle|trie|"
    r"retabli|gagne|reconverti|pietonnise|desenclave|raccorde|relie|desarme|gueri|soigne|forme)(?:e?s)?"
)
_BY: Final = r"(?:de moitie|par (?:deux|trois|quatre|cinq|dix|\d+)|d'un (?:tiers|quart|cinquieme)|de \d+ ?%)"
_BARE: Final = tuple(
    re.compile(_OPENS + f"({one})")
    for one in (
        rf"{_NOUNS} {_CHANGED} (?:{_BY}|(?:à|sous|de|entre) (?:moins de |plus de |les |"
        rf"la barre des )?(?:{_N})[^.;:!?,]{{0,40}})",
        rf"{_NOUNS} (?:sous|en dessous d[eu]|au-dessous d[eu]) (?:les? |la )?(?:seuils?|normes?|tiers|quart|"
        rf"moitie|plafond|"
        rf"moyenne) (?:de |des |du |d'|nationale?|legale?)[^.;:!?,]{{2,40}}",
        rf"(?:{_NOUNS} ?: )?(?:jamais|pas) plus (?:de |d')(?:{_N}|une?)[^.;:!?,]{{1,40}}",
        rf"(?:{_NOUNS} ?: )?(?:{_N}) ?(?:%|°c?|degres|decibels|db|minutes|heures|jours|mois|euros|€|km|km/h|"
        rf"metres|points|"
        rf"mg|microgrammes) (?:au plus|au maximum|maximum|au moins|à ne pas depasser)(?! de)[^.;:!?,]{{0,40}}",
        rf"{_NOUNS} ?: (?:(?:la )?moitie|(?:le|un) (?:tiers|quart|double)|moins de (?:{_N})|zero|aucune?|rien) "
        rf"(?:de |du |d')?"
        rf"(?:celle|celui|ce )?[^.;:!?,]{{0,40}}",
        rf"(?:pas|plus|aucune?|jamais) (?:de |d')?[\w'-]+(?: [\w'-]+){{0,4}}? (?:de|au-delà de|au-dela de|d'au) "
        rf"(?:plus (?:de |d'))?"
        rf"(?:{_N}|une?) ?(?:quart d'heure|demi-heure|minutes?|heures?|jours?|mois|ans|semaines?|metres?|km|"
        rf"euros|€|%|eleves)"
        rf"[^.;:!?,]{{0,50}}",
        rf"{_NOUNS} (?:sous (?:la barre des |le seuil de |le seuil des |les )?|inferieure?s? (?:à|aux) |en dessous de |"
        rf"au-dessous de |en-dessous de |jamais plus de |pas plus de |ne depassant (?:pas|plus|jamais) |d'au plus |"
        rf"de moins de (?=\d+ (?:minutes|jours|heures|€|euros)\b))(?:{_N})[^.;:!?,]{{0,40}}",
        rf"(?:(?:au moins|plus de) )?(?:{_N})(?: [\w'-]+){{1,4}}? (?:de plus|de moins|en plus|"
        rf"en moins)(?! de)[^.;:!?,]{{0,40}}",
        rf"(?:(?:au moins|plus de) )?(?:{_N})(?: [\w'-]+){{1,3}}? {_REACHED}(?![\w-])[^.;:!?,]{{0,40}}",
        rf"(?:(?:au moins|plus de) )?(?:{_N})(?: [\w'-]+){{1,6}}? (?:contre|au lieu de) (?:{_N})[^.;:!?,]{{0,40}}",
        rf"{_NOUNS} (?:parlee?s?|tenue?s?|occupee?s?|choisie?s?|gagnee?s?) par (?:une?|la moitie|deux|trois|"
        rf"{_N})[^.;:!?,]{{2,40}}",
        rf"une? [\w'-]+(?: [\w'-]+){{0,3}}? (?:en|sous|à moins de|en moins de|"
        rf"à) (?:moins de )?(?:{_N}) ?(?:minutes|min|km|jours|"
        rf"heures|h)(?!\w)[^.;:!?,]{{0,40}}",
        r"(?:la |le |les |l'|nos )?[\w' -]{3,40}? (?:toujours|encore) (?:en activite|en vie|en service|ouverte?s?|la|"
        r"vivante?s?|debout|habitee?s?)[^.;:!?,]{0,40}",
    )
)
#: Bought, made or planted: a means, whatever the number.
_MADE: Final = re.compile(r"\b(?:plantee?s?|achetee?s?|construi\w+|installee?s?|posee?s?|cree?e?s?|distribue\w*)\b")
#: A longer text is no sentence.
_AT_MOST: Final = 360
#: How bad it is today.
_TODAY: Final = re.compile(r"\b(?:aujourd'hui seulement|actuellement|depuis|trop|encore aujourd'hui|ces dernieres)\b")


def find_bare(plain: str, *, dated: bool) -> list[tuple[int, int]]:
    """Return the states that a sentence without a verb names with their figure; ``dated``: it sets a day."""
    if len(plain) > _AT_MOST or _TODAY.search(plain) or "?" in plain:
        return []
    found: list[tuple[int, int]] = []
    for place, pattern in enumerate(_BARE):
        if place == len(_BARE) - 1 and not dated:
            continue
        for one in pattern.finditer(plain):
            start, end = one.span(1)
            free = not any(start < stop and begin < end for begin, stop in found)
            if free and not _MADE.search(plain[start:end]):
                found.append((start, start + len(plain[start:end].rstrip(" ,"))))
    return sorted(found)
