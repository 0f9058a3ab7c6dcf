"""Words as they are typed on a phone, spelt out: "dici 2ans", "tt le monde", "w/ a car", "1/3 des foyers"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workshop_kit.domain.framing.plain_text import READ_AT_MOST, PlainText

#: A pattern over the plain text, and what stands for it; each sign of the long form points at the whole short one.
_SHORT: Final = (
    (r"d ?ici", "d'ici"),
    (r"d'icis?(?= a )a?", "d'ici"),
    (r"l(hiver|ete|automne|ecole|annee|an|horizon|hopital|eglise|eau|agglo|ile|accueil|entree)(?= )", r"l'\1"),
    (r"d(eau|ecole|emploi|enfants?|habitants?)", r"d'\1"),
    (r"qu(on|il|ils|aucun|aucune)", r"qu'\1"),
    (r"jusqu ?a(?= )", "jusqu'à"),
    (r"aujourdhui", "aujourd'hui"),
    (r"n(ai|a|est|ont|y)(?= (?:plus|pas|aucun))", r"n'\1"),
    (r"tt le monde", "tout le monde"),
    (r"(?:on|y|il n'y) (?:n')?a(?: plus)? qu'(?:à|a)", "il faut"),
    (r"tt", "tout"),
    (r"tts", "tous"),
    (r"pk|pq|pkoi|pquoi", "pourquoi"),
    (r"qqch|qqchose", "quelque chose"),
    (r"qq", "quelques"),
    (r"(?:ds)(?= (?:la|le|les|l'|nos|notre|un|une|chaque|tou[ts]))", "dans"),
    (r"pr(?= [a-z0-9])", "pour"),
    (r"ss(?= (?:les?|la barre|\d|un an))", "sous"),
    (r"ss", "sans"),
    (r"bcp", "beaucoup"),
    (r"qqn", "quelqu'un"),
    (r"pdt", "pendant"),
    (r"k[eé](?= [a-z])", "que"),
    (r"ki", "qui"),
    (r"plu(?= (?:pers|aucun|d'|de |une? |rien|jamais))", "plus"),
    (r"ts(?= (?:les|ls|nos|ces|ceux))", "tous"),
    (r"avt", "avant"),
    (r"aps", "après"),
    (r"apr[eè]m", "après-midi"),
    (r"ds", "dans"),
    (r"chak|chq", "chaque"),
    (r"koi", "quoi"),
    (r"kan|qd", "quand"),
    (r"tjs|tjrs|tjr", "toujours"),
    (r"jms", "jamais"),
    (r"lgtps|lgtemps", "longtemps"),
    (r"nbre(?= (?:de|d'))", "nombre"),
    (r"pers(?!\w)", "personnes"),
    (r"vs(?= (?:pouvez|avez|etes|voulez))", "vous"),
    (r"ns(?= (?:av|som|vou|pouv|all)\w+ons)", "nous"),
    (r"ac", "avec"),
    (r"o(?= [a-z]{3,}s\b)", "aux"),
    (r"ke?lk1|qq1", "quelqu'un"),
    (r"2m1|dem1", "demain"),
    (r"nb(?= (?:de|d'))", "nombre"),
    (r"no?\.? of(?= )", "number of"),
    (r"w/ ?o", "without"),
    (r"w/", "with "),
    (r"yrs", "years"),
    (r"mths", "months"),
    (r"wks", "weeks"),
    (r"hrs", "hours"),
    (r"ppl", "people"),
    (r"evry1|every1", "everyone"),
    (r"no1", "nobody"),
    (r"b4", "before"),
    (r"thru", "through"),
    (r"tho", "though"),
    (r"any1", "anyone"),
    (r"some1", "someone"),
    (r"ur", "your"),
    (r"r(?= (?:all|not|now|still|no longer|safe|free|housed|fed))", "are"),
    (r"4(?= (?:the|our|all|every|everyone|ppl|kids|those|who|people)\b)", "for"),
    (r"2(?= (?:be|get|have|go|the|school|our|work|live|see|do|make|keep)\b)", "to"),
    (r"'?til", "till"),
    (r"jst", "just"),
    (r"frm", "from"),
    (r"hme", "home"),
    (r"teh", "the"),
    (r"n(?= (?:not|no|buy|the|our|every|all|keep|get|make|build|b|then)\b)", "and"),
    (r"(?<=can |not |ill |uld |ust )b(?= [a-z])", "be"),
    (r"wanna", "want to"),
    (r"gonna", "going to"),
    (r"gotta", "have to"),
    (r"govt", "government"),
    (r"hse", "house"),
    (r"cos|coz|cuz", "because"),
    (r"nite", "night"),
    (r"ev'?ry", "every"),
    (r"evrybody|evryone", "everyone"),
    (r"bn", "been"),
    (r"shd", "should"),
    (r"cd(?= (?:we|be|have))", "could"),
    (r"2moro|tmrw", "tomorrow"),
    (r"(do|does|is|are|wo|ca|have|has|should|was)nt", r"\1n't"),
    (r"(\d+)(ans|mois|semaines|jours|minutes|min|km|heures)", r"\1 \2"),
    (r"(\d+)(years|yrs|months|weeks|days|mins?|minutes|miles)", r"\1 \2"),
    (r"a(?= (?:la rentree|l'horizon|partir d|cote d|pied\b|velo\b|l'ecole|la cantine|la maison|la gare|l'hopital|"
        r"domicile|l'usine|l'atelier|la mairie|la ferme|la plage|la campagne|l'arret|l'entree|la sortie|la nuit|la "
        r"piscine|la bibliotheque|la mediatheque|la creche|la poste|temps))", "à"),
    (r"ou(?= (?:on|l'on|il|ils|elle|elles|chacun|personne|les \w+ (?:peuvent|sont|ont|vivent|vont|puissent)|"
        r"chaque \w+ (?:peut|a|est))\b)", "où"),
    (r"a(?= (?:moins|plus) d[e'] ?\d)", "à"),
    (r"des(?= (?:20[2-9]\d|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
        r"la rentree|cette annee|l'an prochain|l'ete|le printemps|maintenant|demain)\b)", "dès"),
    (r"demie? (?=heure)", "demi-"),
)  # fmt: skip
_TURNS: Final = tuple((re.compile(rf"(?<![\w'-])(?:{short})(?![\w'])", re.IGNORECASE), full) for short, full in _SHORT)
#: One look for all of them: most sentences have none.
_ANY: Final = re.compile(rf"(?<![\w'-])(?:{'|'.join(f'(?:{short})' for short, _ in _SHORT)})(?![\w'])", re.IGNORECASE)
#: A year of two figures after a month.
_SHORT_YEAR: Final = re.compile(
    r"(?<=\b)(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|sept(?:embre)?|octobre|novembre|decembre|january|"
    r"february|"
    r"march|april|may|june|july|august|september|october|november|december|rentree|ete|hiver|printemps|automne|spring|"
    r"summer|autumn|winter|easter|xmas|christmas|noel|fin|debut|mid|end of|early|late) '?((?:2[6-9]|"
    r"[34]\d))(?![\w%:.,/-]| ?(?:%|h\b|[a-z]))"
)


def spell_out(text: PlainText) -> PlainText:
    """Return a text with its short forms spelt out; each place still points into the text as it was given."""
    if _ANY.search(text.plain):
        for pattern, full in _TURNS:
            turns = ((found, found.expand(full)) for found in pattern.finditer(text.plain))
            text = put(text, [(*found.span(), said) for found, said in turns if said != found[0]])
    text = put(text, [(*found.span(1), "20" + found[1]) for found in _SHORT_YEAR.finditer(text.plain)])
    return replace(
        text,
        plain=text.plain[:READ_AT_MOST],
        marked=text.marked[:READ_AT_MOST],
        cased=text.cased[:READ_AT_MOST],
        places=text.places[:READ_AT_MOST],
    )


def put(text: PlainText, said: Sequence[tuple[int, int, str]]) -> PlainText:
    """Return the text with other words in place of stretches, in their order; a capital that opens one stays."""
    if not said:
        return text
    plain, marked, cased = list[str](), list[str](), list[str]()
    places: list[tuple[int, int]] = []
    at = 0
    for start, end, words in said:
        plain += text.plain[at:start], words
        marked += text.marked[at:start], words
        cased += text.cased[at:start], words[:1].upper() + words[1:] if text.cased[start].isupper() else words
        places += [*text.places[at:start], *_spread(text, start, end, words)]
        at = end
    return PlainText(
        text.given,
        "".join([*plain, text.plain[at:]]),
        "".join([*marked, text.marked[at:]]),
        "".join([*cased, text.cased[at:]]),
        (*places, *text.places[at:]),
    )


def _spread(text: PlainText, start: int, end: int, said: str) -> list[tuple[int, int]]:
    """Return where each sign of the long form stands: signs that the short one has too keep their place."""
    old = text.plain[start:end]
    spread, at = [], 0
    for sign in said:
        if at < len(old) and old[at] == sign:
            spread.append(text.places[start + at])
            at += 1
        else:
            spread.append(text.places[start + min(at, len(old) - 1)])
    if at < len(old):
        spread[-1] = (spread[-1][0], text.places[end - 1][1])
    return spread
