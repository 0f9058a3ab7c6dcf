"""Where a French sentence may be parted in two that are each read for themselves: "…, ainsi que …", "… ; …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workshop_kit.domain.framing.force_words import ILLS
from workshop_kit.domain.framing.plain_text import PlainText

type_of_span = tuple[int, int]
#: Words that say that something else is added.
_ADDS: Final = (
    r"(?:tout en faisant|(?:et )?ainsi que?|(?:et )?de même que?|(?:et )?de meme que?|sans oublier(?: (?:de|"
    r"d'|que|qu'))?|"
    r"sans (?:negliger|omettre)(?: (?:de|d'|que|qu'))?|en même temps que?|en meme temps que?|autant que?|"
    r"tout comme|aussi bien que?|non moins que?|et (?:en plus|aussi|egalement|par ailleurs|en même temps|"
    r"en meme temps|dans le même temps|"
    r"enfin|surtout|puis|pourquoi pas|si possible|de même|de meme|en outre|au passage|tant qu'à faire)|"
    r"pendant que?|tandis que?|"
    r"alors que?|mais (?:aussi|encore|egalement|en plus|surtout)|d'autre part|de l'autre(?: cote)?|"
    r"(?<!des )(?<!les )(?<!de )(?<!au )(?<!ne )plus(?= (?:\d|un |une |zero |aucun|que |qu'|chaque |tous |"
    r"toutes ))|secundo|"
    r"deuxiemement|deuzio|(?:et de )?deux(?= ?[:,] )|d'un autre cote|cote \w+|quant (?:à|au|aux)|"
    r"et cela(?: avec)?|avec en plus|et avec)"
    r"(?![\w-])"
)
_ADDS_APART: Final = r"(?:par ailleurs|en outre|de plus|en plus|de surcroit|puis|ensuite|enfin|egalement)(?![\w-])"
#: Words after which a second end begins, behind "et" or a comma.
_OPENS: Final = (
    r"(?=(?:que |qu'|le |la |les |l'|un |une |des |nos |notre |mon |chaque |chacun|tous |toutes |tout |"
    r"aucune? |zero |0 |"
    r"plus (?:une? |aucune? |personne|jamais|de |d'|rien)|pas une? |personne|moins de |\d|la moitie|moitie|"
    r"deux |trois |"
    r"quatre |cinq |six |sept |huit |neuf |dix |cent |mille |au moins |d'ici |dès |à |au |aux |dans |sur |en 20\d\d|"
    r"fini|faire |ne plus |ne pas |[a-z]{3,}(?:er|ir|re) |de l'|du |de la |de l'eau|avant |[a-z]{4,}s ))"
)
_JOINS: Final = tuple(
    re.compile(one)
    for one in (
        r" ?[;•|] ?(?:(?:et|puis|enfin|ou) )?|(?<=\w)[.!] (?=\w)| \+ ?| ?/ (?=\w)",
        rf"(?:[,;:.] |\b(?<=\w) ){_ADDS}[ ,:]?(?= ?\w)",
        rf"[,;:.] (?:et )?{_ADDS_APART}[ ,:]?(?= ?\w)",
        rf"[, ] ?(?<=[, ])et,? {_OPENS}",
        rf", {_OPENS}",
    )
)
#: The joins up to this one need nothing else.
_STRONG: Final = 2
_AS_WELL: Final = re.compile(
    r",? qu(?:e |')(?=[a-z]{3,}(?:er|ir|re) |\d|zero |plus |aucune? |le |la |les |l'|chaque |tous |toutes |une? )"
)
#: What a second statement begins with, behind "non seulement …, mais" and "outre que …,", or a wish for more of it.
_BUT: Final = re.compile(r", mais (?=\w)|(?<=\w), (?=(?:nous|on|je|le|la|les|l') ?\w)")
_WITH_TOO: Final = re.compile(
    r", (?=[^,;.:]{2,50} (?:veu|vis|vou|souhait|demand|entend|ajout|reclam)\w* (?:aussi|"
    r"egalement|en plus|encore|en outre)\b)"
)
_LISTED: Final = re.compile(r" ?- (?=\w)")
#: What only says more of the end before it: how much of it, by what, for whom, or the same again.
_SAYS_MORE: Final = re.compile(
    r"\W*(?:soit|c'est-à-dire|autrement dit|en clair|bref|contre|au lieu|mesure\w*|avec|dont|grace|par exemple|"
    r"notamment|surtout|même|meme|pour|afin|par|qui|au (?:moins|plus|minimum|maximum)|ils?|elles?|on|nous|"
    r"celui|celle|ceux|"
    r"celles|cela|ca|c'|ce (?:que|qui|sera|serait)|voilà|tel(?:le)?s? (?:est|sont)|y compris|sauf|hormis|comme|ou|ni|"
    r"si|quitte|quand|lorsque|car|parce|puisqu|en (?!20\d\d)\w+ant\b|leurs?|ses|sa|son|lui|le tout|l'un|"
    r"les uns|les autres|"
    r"toute l'annee|jour et nuit|\d+ (?:%|au|par|sur|contre|en 20)|[a-z]+ sur [a-z]+ ?[,.;!]?$|"
    r"qu'(?:ils?|elles?|on) [^,;.]{0,40}\bou|(?:à|en) (?:moins|plus)|d'un cote|compris|filles|garcons|petits|"
    r"grands|rien|etc)\b"
)
#: Where it is, between a subject and its verb: "un gamin sur deux, à Bayonne, parle basque".
_ADJUNCT: Final = re.compile(
    r", (?:à|au|aux|en|dans|sur|chez) [^,;.:]{2,30}, (?!(?:chaque|notre|cette|toute|aucune|quatre|douze|treize|quinze|"
    r"seize|trente|entre|contre|autre|moitie|encore|même|comme|voire) )(?:ne |n'|se |s'|y |en |ont |sont |font )?"
    r"(?:[a-z]{3,}(?:ent|e|it|oit)|ont|sont|font|vont) (?=(?:leurs?|sa|son|ses|le|la|les|l'|une?|des?|du|à|au|"
    r"aux|en|tous|"
    r"toutes|plus|[a-z]{3,}) ?)"
)
#: Words with which both of two ends are announced.
_BOTH: Final = re.compile(
    r"\W*(?:non seulement|outre que|outre qu'|non contents? de|avec (?=zero |aucune? |plus |\d)|d'abord|ensuite|"
    r"aussi bien|primo|d'une part|d'un cote|premierement|un(?= ?: )|à la fois|tant|ni|et)\b,? ?"
)
#: Orders, and what leads to one: only behind them does "et" or a comma join another.
_ORDERS: Final = re.compile(
    r"\W*(?:(?:il f\w+|on \w+|nous \w+|je \w+|comment|objectifs?|but|vouloir|pour|à la fois|d'ici \w+ \w+|d'ici "
    r"\w+|en 20\d\d|avant \w+(?: \w+)?)[ ,:]{1,3}(?:est )?(?:de |d')?)?(?:ne (?:plus|pas) )?[a-z]{2,}(?:er|ir|re)\b"
)
_INFINITIVE: Final = re.compile(r"(?:ne (?:plus|pas) |faire )?[a-z]{3,}(?:er|ir|re) ")
#: A verb that waits for another: "qu'on puisse, dès 2028, boire …".
_WAITS: Final = re.compile(
    r"\b(?:p(?:uiss|eu|ourr|ouv)\w+|doi\w+|devr\w+|arriv\w+|parven\w+|veu\w+|voul\w+|voudr\w+)\W*$"
)
#: Behind it, "plus" denies: "ne dépasse plus 28 °C".
_DENIED: Final = re.compile(r"\b(?:ne |n')(?:\w+ )?\w+ ?$")
#: An end that "et" gives a second thing.
_KEEPING: Final = re.compile(
    r"\W*((?:garder|maintenir|conserver|sauver|preserver|sauvegarder|perenniser|supprimer|eradiquer|eliminer|bannir|"
    r"retrouver|en finir avec|mettre fin à|faire disparaitre|faire (?:baisser|reculer|tomber|chuter|monter|progresser|"
    r"remonter) (?:de moitie|d'un tiers|d'un quart|de \d+ ?%)|faire revenir|ramener|atteindre|gagner|obtenir|"
    r"(?:diviser|multiplier) par (?:deux|trois|quatre|cinq|dix)|(?:reduire|baisser|diminuer|augmenter) (?:de moitie|"
    r"d'un tiers|d'un quart|de \d+ ?%)|doubler|tripler|quadrupler) )"
)
#: A subject that "et" joins to another one: "les deux collèges et le lycée n'ont …".
_SUBJECT: Final = re.compile(
    r"\W*(?:les|nos|ces|des) (?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze)(?: [\w'-]+){1,3}\W*$"
)
_LEAST: Final = 2


def part_in_two(text: PlainText, days: Sequence[type_of_span]) -> Iterator[tuple[PlainText, PlainText]]:
    """Yield the ways in which a sentence is two; a day that only one of them says is left to both."""
    both = _BOTH.match(text.plain)
    first = both.end() if both else 0
    ordered = _ORDERS.match(text.plain) is not None
    listed = (_LISTED,) if text.plain.lstrip().startswith(("-", "*", "–")) else ()
    if both and both[0].strip().startswith(("aussi bien", "tant")):
        listed = (*listed, _AS_WELL)
    if both and both[0].strip().startswith(("non", "outre")):
        listed = (*listed, _BUT)
    if both and both[0].strip().startswith("avec"):
        listed = (_WITH_TOO,)
    for number, join in enumerate((*_JOINS, *listed)):
        for found in join.finditer(text.plain, first + 1):
            if _ADJUNCT.match(text.plain, found.start()):
                continue
            more = join is not _BUT and _SAYS_MORE.match(text.plain, found.end()) is not None
            if more or any(start < found.start() < end for start, end in days):
                continue
            weak = number > _STRONG and not ordered and not listed and _INFINITIVE.match(text.plain, found.end())
            own = _without(text.plain, days)[: found.start()]
            if (
                weak
                or (found[0].strip().startswith("plus") and _DENIED.search(own))
                or _WAITS.search(own)
                or _SUBJECT.match(own)
            ):
                continue
            left = leave(text, [(first, found.start())], days)
            for start in _begins(text.plain, found):
                if _is_long(text.plain[first : found.start()]) and _is_long(text.plain[start:]):
                    yield left, leave(text, [(start, len(text.plain))], days)


#: What is so on the day, said of a thing by a participle or in a clause that narrows it.
_NAMED: Final = re.compile(
    r"\W*(?:que |qu')?(?:un |une |des |les |le |la |l'|nos |notre )[\w'-]+(?: (?!pour\b|"
    r"avec\b)[\w'-]+){0,4}? (?:(?:qui (?!sert|permet|"
    r"accueill|propose|serve|permette)|où |dont )|(?:\w{3,}(?:able|ible)s?|pietonn(?:e|ier|iere)s?|"
    r"gratuite?s?|propres?|"
    r"pure?s?|calmes?)(?= |$)|\w+(?:e|ee|es|ees|i|ie|is|ies|u|ue|us|ues) (?:à|en|par|au|aux|sous|dans|comme|"
    r"excellente?s?|des|dès|"
    r"avant|sans|d'ici) )"
)
#: What each has, or what is free of an ill: "un médecin pour chaque bourg", "un collège sans amiante".
_HAD_BY_EACH: Final = re.compile(
    r"\W*(?:une? |des |les |le |la |l'|nos |notre |du |de l'|de la )[\w'-]+(?: (?!plus\b|moins\b|"
    r"mieux\b)[\w'-]+){0,5}? "
    r"(?:(?:pour|dans|à|devant|chez) (?:chaque|chacune?|tous les|toutes les) |sans [\w-]+|(?:de|à) nouveau \w+|"
    r"\w+ (?:de|à) nouveau\b|\w+ (?:toute l'annee|jour et nuit|la nuit|le dimanche)\b)"
)
#: What is kept, or done away with, by its participle alone: "le dernier bac maintenu".
_KEPT: Final = re.compile(
    r"\W*(?:les? |la |l'|nos |notre |tous les |toutes les )[\w'-]+(?: [\w'-]+){0,5}? (?:maintenu|sauve|"
    r"preserve|conserve|"
    r"supprime|elimine|assaini|depollue|protege|reloge|sauvegarde|desamiante)e?s?[ .!]*$"
)
_GONE: Final = re.compile(r"\b(?:a|ont) (?:enfin |tous |toutes |tout à fait |completement )?disparu\b")
_GAINED: Final = re.compile(
    r"(?<!n')(?<!ne l')\b(?:a|ont) (?:enfin |tous |toutes |de nouveau |chacune? )?(?:retrouve|trouve|regagne|rouvert|"
    r"double|triple|recule d|baisse d|chute d|diminue d|progresse d|obtenu|decroche|appris|cesse)\b|"
    r"(?<!ne )\b(?:est|sont) (?:enfin |tous |toutes )?(?:revenue?s?|de retour)\b"
)
_MARKED: Final = re.compile(
    r"\w[\w'-]*(?:é|ée|és|ées|able|ables|ible|ibles)\b|\b(?:qui|où|dont)\b|\w{3,}[iu](?:e?s)?\b|piéton"
)
_THING_MADE: Final = re.compile(
    r"\b(?:plantee?s?|achetee?s?|construi\w+|installee?s?|posee?s?|creee?s?|amenagee?s?|equipee?s?|dediee?s?|reservee?s?)\b"
)


#: Three things to keep are three: "Garder la poste, le distributeur et la sage-femme".
_THREE_KEPT: Final = re.compile(
    r"\W*(?:garder|maintenir|conserver|sauver|preserver|sauvegarder) (?:le |la |les |l'|notre |"
    r"nos )[^.;:!?,]{2,40}, (?:le |la |les |"
    r"l'|notre |nos )[^.;:!?,]{2,40},? et (?:le |la |les |l'|notre |nos )[a-z]"
)
_BY_MUCH: Final = (
    r"(?:de moitie|d'un (?:tiers|quart|cinquieme|dixieme)|(?:de|à) \d+ ?(?:%|°c?|degres|decibels|euros|"
    r"minutes)|par (?:deux|trois|quatre|cinq|dix)|à zero|à \d+)(?![\w-])"
)
#: A second figure whose verb is the first one's: "… et, chez leurs enfants, l'obésité d'un tiers".
_GAPPED: Final = re.compile(
    rf"\b{_BY_MUCH}[^.!?]{{0,90}}?(?:,|;| et,?|,? ainsi qu'?e?|,? de m[eê]me qu'?e?) ?(?:(?:chez|dans|à|pour|au|"
    rf"en|sur) [^,;.]{{2,30}}, )?"
    rf"(?:(?:le |la |les |l'|nos |notre |celui |celle |ceux |celles )[^,;.]{{2,50}} {_BY_MUCH}|"
    rf"{_BY_MUCH} (?:le |la |les |l'|nos |celui|"
    rf"celle)|cel(?:ui|le) (?:de|des|du|de la) [^,;.]{{2,30}} (?:à|de|sous|par) (?:{_BY_MUCH}|(?:moins de |plus de |"
    rf"les )?\d+))|^\W*(?:doubler|tripler|quadrupler|reduire|diviser|ramener|augmenter|"
    rf"baisser)\b[^.!?]{{5,80}}(?:,| et)[^.!?,]{{0,12}} "
    rf"(?:celui|celle|ceux|celles) (?:de|des|du)\b"
)


def shares_verb(text: PlainText) -> bool:
    """Say whether one verb has two ends: three things to keep, or two figures."""
    return _THREE_KEPT.match(text.plain) is not None or _GAPPED.search(text.plain) is not None


def names_state(half: PlainText) -> bool:
    """Say whether a half without a verb of its own names a thing as it is on the day: "des berges où l'on nage"."""
    if _THING_MADE.search(half.plain) is not None:
        return False
    named = _NAMED.match(half.plain)
    marked = named is not None and _MARKED.search(half.marked[: named.end() + 2]) is not None
    return marked or _KEPT.match(half.plain) is not None or _HAD_BY_EACH.match(half.plain) is not None


def tells_reached(half: PlainText) -> bool:
    """Say whether a half tells what is reached by the day, as seen from it: "les tags ont disparu"."""
    gone = _GONE.search(half.plain)
    ill = gone is not None and any({one, one.rstrip("s")} & ILLS for one in half.plain[: gone.start()].split())
    return ill or _GAINED.search(half.plain) is not None


def give_verb(text: PlainText, days: Sequence[type_of_span]) -> Iterator[tuple[PlainText, PlainText]]:
    """Yield the two ends of one verb: "Supprimer les passoires thermiques autant que les zones blanches"."""
    verb = _KEEPING.match(text.plain)
    if verb is None:
        return
    for found in _JOINS[1].finditer(text.plain, verb.end()):
        if _SAYS_MORE.match(text.plain, found.end()) is None:
            yield (
                leave(text, [(0, found.start())], days),
                leave(text, [verb.span(1), (found.end(), len(text.plain))], days),
            )


def _begins(plain: str, found: re.Match[str]) -> list[int]:
    """Return where the second end may begin: with the "que" that joins it, or behind it."""
    behind = re.search(r"\b(?:que |qu')$", plain[: found.end()])
    at = re.compile(r"(?:que |qu')").match(plain, found.end())
    starts = [found.end()] if behind is None else [found.end(), behind.start()]
    return starts if at is None else [*starts, at.end()]


def _without(plain: str, days: Sequence[type_of_span]) -> str:
    for start, end in days:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def _is_long(said: str) -> bool:
    return len(re.findall(r"\w{2,}", said)) >= _LEAST


def leave(
    text: PlainText, kept: Sequence[type_of_span], days: Sequence[type_of_span], *, asked: bool = True
) -> PlainText:
    """Return a text with all blank but what is kept, and the days where it says none; every sign keeps its place.

    ``asked``: what is left of a question is one too.
    """
    said = [(start, end) for start, end in days if any(begin <= start < stop for begin, stop in kept)]
    spans = [*kept, *(days if not said else [])]
    if asked and text.plain.rstrip().endswith("?"):
        last = len(text.plain.rstrip())
        spans = [*spans, (last - 1, last)]

    def blank(signs: str) -> str:
        left = [" "] * len(signs)
        for start, end in spans:
            left[start:end] = signs[start:end]
        return "".join(left)

    return replace(text, plain=blank(text.plain), marked=blank(text.marked), cased=blank(text.cased))
