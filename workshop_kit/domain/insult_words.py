"""Insults of French and English (*lexicon*), folded, and the phrases that make an insult of honest words.

What is crude and aims at nobody (*merde*, *bordel*, *shit*) stands in none of the lists. Where a word is an honest one
as well, such as *ordure* or *tapette*, only the phrases that aim it at somebody are listed.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

_WORD: Final = re.compile(r"\w+")
#: Words that insult whoever they are said of: a stem, then its endings.
_STRONG: Final = """
conard - s e es | connard - s e es | conar - s | connar - s | conasse - s | connasse - s | connaud - s
salaud - s | salop - s e es | salopard - s e es | salopiaud - s | pute - s | putain - s | putasse - s
encule - s e es | enfoire - s e es | batard - s | batarde - s | petasse - s | pouffiasse - s | poufiasse - s
grognasse - s | raclure - s | trouduc - s | trouducul - s | pede - s | gouine - s | tantouze - s | tarlouze - s
tafiole - s | fiotte - s | negro - s | negresse - s | romanichel - s | bougnoul - s e es | bicot - s
youpin - s e es | chinetoque - s | niakoue - s | bamboula - s | crouille - s | gogol - s e es
mongolien - s ne nes | attarde - s | cassos - | caillera - s | racaille - s | fdp - | ntm - | nique - | niquer -
niquez - | branleur - s | branleuse - s | feignasse - s | faineasse - s | merdeux - | merdeuse - s
couillon - s ne nes | crevure - s | abruti - s e es | boche - s | asshole - s | arsehole - s
fuck - s ed er ers ing in | fck - | fuk - | motherfuck - er ers ing | cunt - s | bitch - es | bastard - s
wanker - s | twat - s | dickhead - s | knobhead - s | bellend - s | tosser - s | slut - s | whore - s | retarded -
nigger - s | nigga - s | paki - s | kike - s | faggot - s | trannies - | scumbag - s | shithead - s
cocksucker - s | douchebag - s | pikey - s | gyppo - s | spaz - | spastic - s | moron - s | jackass - es
dumbass - es | pillock - s
"""
#: Words that are mild, or said of oneself and of things as well: an insult only where somebody is called so.
_MILD: Final = """
con - s ne nes | konne - s | idiot - s e es | imbecile - s | debile - s | cretin - s e es | bouffon - s
faineant - s e es | feignant - s e es | minable - s | garce - s | twit - s | scum - | prick - s
"""
_PEOPLE: Final = (
    r"arabes?|juifs?|juives?|noirs?|noires?|gitan(?:e?s?)|manouches?|roms?|etrangers?|etrangeres?|musulmane?s?|negres?"
    r"|negresses?|turcs?|turques?|polonais(?:es?)?|portugais(?:es?)?|algerien(?:s|nes?)?|marocaine?s?|chinois(?:es?)?"
    r"|anglais(?:es?)?|allemande?s?|immigre(?:e?s?)|migrante?s?|pds?|flics?|vieux|vieilles?|pauvres?|race"
)
#: What honest words are said with where they insult; tried on a folded text with plain apostrophes.
_PHRASES: Final = (
    r"(?<!une )(?<!cette )(?<!l')(?<!quelle )(?<!chaque )especes? d(?:e |')(?:sale |gros |grosse |vieux |vieille )?"
    r"(?:ordures?|fumiers?|porcs?|cochons?|chiens?|chiennes?|rats?|vaches?|merdes?|clochards?|blaireaux?|anes?|dindes?)",
    r"(?:bande|ramassis) d(?:e |')(?:ordures|fumiers|porcs|merdes|clochards|blaireaux|anes|voleurs|incapables|nuls"
    r"|vendus|pourris|nazis|fachos)|tas d(?:e |')(?:voleurs|incapables|nuls|vendus|nazis|fachos)",
    r"(?:est|sont|etes|t'es|es) (?:vraiment |tous |toutes )?(?:une?|des|que des)(?: vraie?s?| belles?| gros| grosses?)?"
    r" (?:ordures?|fumiers?|porcs?|merdes?|vendus|parasites|blaireaux?|tapettes?|chiennes?)(?= *(?:[.!?,;:\n]|$))",
    r"(?:ce|cette|gros|grosse|vieux) (?:fumier|ordure|porc) (?:de |du |d')(?:maire|mairesse|voisin\w*|pref\w*|prof\w*"
    r"|direct\w*|adjoint\w*|elu\w*|promoteur|syndic|flic\w*)",
    r"(?<!sont )tous (?:des )?pourris|tous (?:des )?(?:voleurs|nazis|fachos)|tous des vendus",
    rf"sales? (?:petite?s? |gros |grosses? )?(?:{_PEOPLE})",
    r"(?:nique|niquer|niquez|nike?|baise) (?:ta|ta grosse|sa|vos|vos grosses|la|le|les|vous) \w+|ta mere la \w+"
    r"|(?:je|on) (?:vous|t'|les) ?emmerde",
    r"(?<!chien )va(?:-t-en)? (?:te |vous )?(?:faire (?:foutre|enculer)|chier|crever)"
    r"|all(?:ez|er) (?:vous |se )?(?:faire (?:foutre|enculer)|crever)|qu'(?:il|elle|ils|elles) aillent se faire \w+",
    r"(?:ta|vos|vot'|votre|ferme (?:la|ta)|fermez (?:la|vos|votre)) (?:sale |grande )?gueules?",
    r"(?:gros|grosse|sale|bande de|espece de) (?:pds?|pedales?|tapettes?)(?! a mouche)|(?:grosse|sale) (?:truie|vache)",
    r"fi(?:ls|lles?) de (?:putes?|chiens?|chiennes?|putain|lache)",
    r"sous[ -]merdes?|(?:gros tas|especes?) de merde|grosses? merdes?(?! de )",
    r"tetes? de (?:noeud|cul|con|bite)s?|trous? du cul|trous? de balle|casse[ -]couilles?|suce ma \w+",
    r"(?:maire|mairie|prefet|prefete|elus?|elues?|adjointe?s?|conseil|voisins?) de merde",
    r"(?:you|these|those|all|bloody|such|what an?) (?:\w+ )?(?:idiots?|cretins?|imbeciles?|jerks?|losers?|scum|gits?"
    r"|pricks?|slags?|chavs?|twits?)(?! chicken)",
    r"(?:stupid|silly|fat) (?:cow|pig)",
    r"(?:stupid|silly) (?:cows?|pigs?|idiots?|fools?|bugger)|(?:old|lazy|bloody) (?:idiots?|fools?|gits?)"
    r"|(?:dirty|filthy|lazy|bloody) (?:immigrants?|gyps(?:y|ies)|muslims?|jews?|blacks?|foreigners?|poles|travellers?)",
    r"(?:stupid|dumb) (?:mayor|council|councillors?|people|woman|women|man|men|teachers?|planners?)",
    r"you(?: are|'re) (?:all )?stupid",
    r"piss off|go to hell|shut up,? (?:you|old|stupid)|sons? of (?:a )?bitch(?:es)?|screw you",
    r"suck my \w+|up yours|kiss my \w+",
    r"(?:you|these|those|bunch of|pack of|such|are|is an?|fucking|stupid) retards?",
    r"(?:are|is|council|scum of) scum|scum of the|pieces? of shit",
)
#: Stand before a mild word where somebody is called it.
AIMING: Final = frozenset(
    _WORD.findall(
        """
un une des les ces cet ce cette de d quel quelle quels quelles gros grosse vieux vieille sale sales pauvre sombre
bande espece tas tous toutes vous est sont etes es t tu you these those the an a of are is bloody petit petits vrai
vrais belle beau autre autres meme such what
"""
    )
)
#: Those of whom a mild word behind them is said.
ADDRESSED: Final = frozenset(
    _WORD.findall(
        """
maire mairesse prefet prefete adjoint adjointe voisin voisine voisins conseil conseiller conseillere elu elue elus elues
directeur directrice syndic flic flics gens mayor council councillor councillors
"""
    )
)
#: May stand between: they say how much.
HOW_MUCH: Final = frozenset(
    _WORD.findall(
        """
trop si tres vraiment tellement completement bien aussi plus so very really too gros grosse vieux vieille pauvre sale
petit petite beau belle sombre sacre sacree bloody
"""
    )
)


def _read(listed: str) -> frozenset[str]:
    words: set[str] = set()
    for entry in listed.replace("\n", "|").split("|"):
        head, dash, ends = entry.partition(" -")
        if dash:
            words |= {head.strip() + end for end in ("", *ends.split())}
    return frozenset(words)


def _spell_as_heard(words: frozenset[str]) -> frozenset[str]:
    """Return words as phones spell them too: *konnard*, *enkule*, *nike*."""
    return frozenset({one.replace("c", "k") for one in words if "c" in one}) | {
        one.replace("qu", "k") for one in words if "qu" in one
    }


STRONG: Final = _read(_STRONG) | _spell_as_heard(_read(_STRONG))
MILD: Final = _read(_MILD)
ALL: Final = STRONG | MILD
#: Long enough to be looked for within letters that were spaced out.
LONG: Final = tuple(sorted(word for word in STRONG if len(word) > 4))
PHRASES: Final = re.compile("|".join(rf"\b(?:{phrase})(?!\w)" for phrase in _PHRASES))
#: An adjective and an insult that were written as one word.
GLUED: Final = frozenset(
    first + word
    for first, word in product(("gros", "grosse", "sale", "vieux", "pauvre", "bandede"), STRONG | {"con", "cons"})
)
