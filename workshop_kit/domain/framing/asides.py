"""What is said around the aim: a heading, an introduction of oneself, the numbers of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from workshop_kit.domain.framing.english_frames import LEADS as ENGLISH_LEADS
from workshop_kit.domain.framing.english_frames import TAILS as ENGLISH_TAILS
from workshop_kit.domain.framing.measures import find_measures
from workshop_kit.domain.framing.plain_text import PlainText

#: Words that must stay behind what is left aside: less is no aim.
_LEFT: Final = 3
_HEADING: Final = re.compile(
    r"[^\w«\"']{0,4}((?!(?:zero|no|aucun|aucune|plus|pas|personne|nobody|objectif|but|target|goal|aim|que|every|chaque|"
    r"tous|all|each|less|fewer|moins|more)\b)[a-z][a-z'&/-]{2,30}(?: (?!est\b|sont\b|is\b|are\b|"
    r"constat\b)[a-z&/'-]{1,20})"
    r"{0,2}) ?: (?=\w)"
)
_WISHES_FR: Final = (
    r"(?:souhait|voeu|voeux|reve|but|objectif|demande|priere|priorite|envie|espoir|cap|defi|ambition|idee)s?"
)
_WISHES_EN: Final = r"(?:wish|ask|goal|aim|dream|hope|plea|target|request|challenge|prayer|ambition|idea|point)"
#: What one says first to whoever listens.
_GREETING: Final = re.compile(
    r"\W{0,4}(?:s'il (?:vous|te) plait|svp|stp|please|pls|plz|bonjour|salut|coucou|slt|bjr|bsr|hello|hi(?: all| "
    r"there)?|hey|"
    r"dear (?:all|council|neighbours|friends|lord)|ch(?:er|ere|ers|eres)s? [a-z]{3,15})(?: à tous| everyone| "
    r"everybody)?"
    r"[ ,:!.]{1,3}(?=\w)"
)
#: Who one is: "Moi, infirmière depuis vingt ans, je voudrais …".
_ONESELF: Final = re.compile(
    r"\W{0,4}(?:ben |bon |euh )?moi(?:, (?!quand|si|avant|autrefois)| qui )[^.;:!?]{3,60}, (?=(?:je|j'|on|nous)\b)"
)
#: What one says last.
_TAIL: Final = re.compile(
    r"(?:(?: [-–—]|[,;.]) )(?:(?:that's|that is|it's) all|c'est tout|voilà tout|un point c'est "
    r"tout)[^.;:!?]{0,40}[.!]?$"
)
#: What says last that it is the aim: "…, voilà ce qu'on vise pour juin 2028". It may say by when and where.
_AIMED_AT: Final = re.compile(
    r" ?[,:;.–—-] (?:et )?(?:voilà|voila|c'est|tel est|telle est|tels sont|ce serait|voici) (?:là )?(?:ce (?:que|qu'|"
    r"à quoi|"
    r"vers quoi) ?[^.;:!?]{2,80}|(?:comment|où) (?:nous|on|je) (?:voul|vis|veu|imagin|rev|souhait)\w+[^.;:!?]{0,50}|"
    r"(?:notre|mon|ma|l'|le|la|nos|un) ?(?:seul |seule |premier |vrai )?(?:but|objectif|cible|cap|ambition|engagement|"
    r"pari|souhait|voeu|reve|promesse|priorite|demande|defi|exigence|idee|projet|proposition|programme|solution)s?\b"
    r"[^.;:!?]{0,60}|(?:pour|ce qu'il faut) [^.;:!?]{2,50})[.!]?$"
)
#: What makes a condition the aim: "si dans trois ans …, on aura gagné".
_WON: Final = re.compile(
    r",? (?:alors )?(?:on|nous|ce|c'|le pari|la partie) ?(?:aura|aurons|sera|aurait|serait|est) (?:gagne|reussi|une "
    r"victoire|"
    r"un succes|une reussite|rempli)[^.;:!?]{0,30}[.!]?$"
)
_IF: Final = re.compile(r"\W{0,3}(?:si |s'(?=il))")
#: A place and a year that head an aim.
_DATED_HEADING: Final = re.compile(r"[^\w«\"']{0,4}[a-z][a-z' -]{2,30}[, ] ?(20[2-9]\d) ?: (?=\w)")
#: Leads to the aim; what stands before one was said to introduce it.
_LEADS: Final = {
    "fr": (
        r"(?:voilà|voila|voici) (?:donc )?(?:ce (?:que|qu')[^.:;!?]{1,60}|(?:mon|notre|nos|mes) [^.:;!?]{1,40}) ?: ",
        r"\bce (?:que |qu')(?:je|j'|on|nous|il|moi)\b[^.:;!?]{1,60}?[ ,](?:c'est|ce serait|serait)(?: simple)? ?(?::|"
        r"(?=que |qu')|de |d'|(?= ?(?:une?|des|deux|trois) ))",
        rf"\b(?:je n'ai|j'ai|nous n'avons|nous avons|on n'a|on a) (?:plus )?(?:qu'|que )?une? (?:seule? |petite? )?"
        rf"{_WISHES_FR}\b[^.:;!?]{{0,30}}?(?: ?: |,? (?=que |qu'))",
        r"\b(?:je|j'|nous|on)(?: ne| n')? ?(?:demand|souhait|voudr|veu|rev|reclam|esper|voul)\w{0,5}(?: (?:donc|juste|"
        r"simplement|qu'))* ?(?:une (?:seule )?chose|ceci|cela)[^.:;!?]{0,30} ?: ",
        rf"\b(?:(?:mon|notre|ma|le|la|un|une) |l')(?:seul |seule |unique |plus grand |plus cher "
        rf")?{_WISHES_FR}\b[^.:;!?]{{0,30}}?(?:(?: "
        rf"est|,? c'est|,? ce serait| serait)(?: simple)?(?: (?=que |qu')| de | d'| ?: )| ?: (?=que |qu'))",
        r"\bcomment (?:s'y prendre|faire|s'organiser|agir|s'arranger)\b[^.:;!?]{0,60}? pour (?=que |qu')",
        r"(?:[;:,.] |\bet )(?:je|nous|on) (?:donc )?(?:propos|demand|souhait|voudr|reclam|rev)\w{1,6}(?: donc| "
        r"simplement| "
        r"juste| ici){0,2} (?=que |qu')",
        r"\b(?:au (?:bout|final)|en (?:somme|clair|bref|un mot)|(?:le )?resultat|bref)(?: du compte)? ?: ",
        r"\? ?(?:non|oui|si|eh bien|alors|facile|simple)\b ?[,:!-] ",
        r"^\W*(?:serait-il|est-il|est-ce|ne serait-il) (?:pas )?(?:possible|envisageable|faisable|jouable|imaginable) "
        r"(?:de |d')",
        r"^\W*(?:est-ce|c'est|est-il|serait-ce|serait-il) (?:vraiment |donc |si |encore )?(?:possible|trop "
        r"demander|fou|"
        r"deraisonnable|envisageable|imaginable|impossible) (?=que |qu')",
        r"^\W*(?:est-on|est-ce qu'on est|est-ce que (?:nous|l'on) (?:sommes|est)|sommes-nous|serons-nous|serait-on) "
        r"(?:enfin |donc |vraiment )?(?:capables?|en mesure|prets?|fichus?) (?:de |d'|à )(?=(?:ne |n'|"
        r"[a-z]+(?:er|ir|re) ))",
        r"^\W*(?:et )?(?:pourquoi|pour quoi) ne pas (?=[a-z]+(?:er|ir|re) )",
        r"^\W*qu'(?:il|elle|on|ils|elles) [a-z' -]{2,30} ou (?:non|pas|qu'(?:il|elle|on|ils|elles) [a-z' -]{2,30}), ",
        r"^\W*faire (?:de |d'|du |des )[^.;:!?,]{3,40}? une? [a-z' -]{3,25}? (?:où|dans lequel|dans laquelle) (?=\w)",
        r"\b(?:rev|imagin|voul|veu|souhait)\w* (?:de |d')?une? [^.;:!?,]{3,40}? (?:où|dans lequel|"
        r"dans laquelle) (?=\w)",
        r"^\W*et si (?=(?:la |le |les |l'|on |nous |notre |nos )[^.;:!?,]{0,30}(?:ait|ions|aient)\b)",
        r"^\W*(?:qui|qu'est-ce qui|comment)(?: donc)? (?:fera|ferait|permettra|garantira)(?: en sorte)? (?=que |qu')",
        r"\b(?:ce|ca|ça|il) (?:serait|sera) (?:bien|super|chouette|top|genial|bon|formidable|ideal|beau|"
        r"bienvenu|normal|"
        r"juste) (?=que |qu')",
        r"\b(?:faites|faisons en sorte|pourvu|vivement) (?=que |qu')",
        r"\bà quand (?:une?|des|la|le|l') ?[^.,:;?!]{2,50} (?:où |sans qu')(?=\w)",
        r"(?:^\W*|\b)(?:que|qu'|quoi) ?(?:(?:faut|faudrait|manque|manquerait|reste|faudra)-(?:t-)?il(?: donc| faire| "
        r"encore)*|faire|(?:peut|pouvons|doit|devons|pourrait)-(?:on|nous) (?:donc )?faire) pour (?=que |qu')",
        r"\b(?:de quoi|à quelles? conditions?|que nous manque|qu'est-ce qui (?:nous )?manque|qu'est-ce "
        r"que[^.:;!?]{1,30})"
        r"[^.:;!?]{0,30} pour (?=que |qu')",
        r"\b(?:a|ont|avons|vot\w+|ret(?:ient|iennent|enons|enu)|fix\w+|demand\w*|veu\w+|voul\w+|propos\w*|poursui\w+|"
        r"vis\w+|port\w+|attend\w*|donn\w+|pren\w+|affich\w+|defend\w+|inscri\w+|voici|voila|voilà) [^.:;!?]{0,30}?"
        r"\b(?:deux|trois|quatre|cinq|\d|une?|ces|nos|mes|notre|mon) (?:seule?s? |grande?s? |petite?s? "
        r")?(?:buts?|objectifs?|trucs?|choses?|cibles?|priorites?|engagements?|caps?|ambitions?|points?|defis?|"
        r"demandes?|voeux?|resultats?|promesses?|idees?|paris?|axes?|exigences?|attentes?|envies?|reves?)"
        r"[^.:;!?]{0,40} ?: ",
        r"^\W*(?:au programme|objectifs?|priorites?|buts?|cap|en resume|deux priorites|trois priorites)"
        r"[^.:;!?0-9%]{0,30}"
        r"(?:20\d\d )?: (?=que |qu')",
        r"^\W*(?:pas|plus|ni|point) (?:de |d'|besoin d)[^.:;!?,]{2,40}(?:,| mais) (?:juste|simplement|seulement|plutôt|"
        r"rien qu'|mais)?(?: juste)? ?(?=une? |des |que |qu')",
        r"^\W*(?:plutôt que|plutôt qu'|plutot que|au lieu de|au lieu d'|assez de|assez d'|à la place de|après) ?"
        r"[^.;:!?,]{3,50}, (?=que |qu'|une? |des |chaque )",
        r"^\W*(?:on|nous) (?:pourra dire qu'on |pourrons dire que nous )?(?:aura|aurons|avons|a) (?:gagne|reussi)"
        r"(?: notre pari| le pari| la partie)?,? (?:si|quand|lorsque|lorsqu'|le jour où)[ ,]",
        r"[:,;.] (?:alors|donc|du coup|bref|c'est pourquoi|voilà pourquoi|aussi|par consequent),? (?:je (?:demande|"
        r"souhaite|veux|voudrais|propose) )?(?=que |qu')",
    ),
    "en": (
        *ENGLISH_LEADS,
        r"\b(?:what|the [a-z]+ thing|all (?:that|i|we|i'd|we'd|the|my|our))\b[^.:;!?]{1,80}? (?:is|would be|would "
        r"like is|was)(?: this| simple| simply| just)?(?: that |"
        r" to |: )",
        r"\b(?:it's|it is|here's|here is|this is|is) (?:this|my wish|our wish|what i (?:want|ask|wish)[^.:;!?]{0,20}|"
        r"what we (?:want|ask|wish)[^.:;!?]{0,20}|simple) ?: ",
        r"\b(?:i|we|i'd|we'd) (?:(?:would|just|only|really|do|therefore|now) ){0,2}(?:ask|wish|hope|propose|pray|beg|"
        r"want|"
        r"dream) (?:for |of )?(?:(?:only|just) )?(?:one thing|this|a single thing)(?: only| alone)?(?:: | - |, )",
        rf"\b(?:my|our|the) (?:one |only |single |big |dearest )?{_WISHES_EN}\b[^.:;!?]{{0,40}}?(?: is| would be|"
        rf"'s)(?: "
        rf"this| simple| simply)?(?: that | to |: )",
        r"(?<=[\w.;,>)] )(?:the )?(?:result|outcome|upshot|in short|in a word) ?: ",
        r"\? ?(?:nah|nope|no|yes|yep|yeah|well|easy|simple)\b ?[,:!-] ",
        r"^\W*if (?:i|we) had (?:just |only )?(?:one|a|a single) wish ?[,:?] ",
        r"\bi (?:just |only |really |simply ){0,2}(?:hope|wish|ask|propose|pray|suggest|say) (?:that )?(?=(?:we|"
        r"every|no|"
        r"each|the|all|our) )",
        r"^\W*why (?:don't|can't|not|do not) (?:they|we|you|somebody|someone|the [a-z]+)(?: just| simply| all)? ",
        r"^\W*(?:could|can|would|will) (?:somebody|someone|you|they) (?:please |kindly |just )?(?=[a-z])",
        r"\bis it (?:so |too |really |that )?[a-z]{3,15} to (?:ask|want|expect|hope|wish|think)(?: that| for)? ",
        r"[:,;.] (?:so|therefore|hence|and so),? (?:i|we) (?:ask|wish|hope|propose|demand|pray|want) that ",
    ),
}  # fmt: skip
_LEAD: Final = {language: re.compile("|".join(f"(?:{one})" for one in leads)) for language, leads in _LEADS.items()}
#: Said last of an aim: "… is what our plan promises". It may say by when.
_SAID_OF_IT: Final = {"fr": (), "en": tuple(re.compile(one) for one in ENGLISH_TAILS)}
#: Said in passing, between commas: "nine buses in ten, evenings included, leave on time".
_IN_PASSING: Final = re.compile(
    r"(?<=\w), (?:(?:[\w'-]+ ){1,4}(?:included|excepted|aside|permitting|willing)|whether [^,.;:!?]{3,40}|whatever "
    r"(?:their|its|the|his|her) [^,.;:!?]{3,30}|as is only (?:right|fair)|(?:for|on) (?:its|their|his|her) "
    r"(?:part|side)|"
    r"(?:young|old|big|rich|poor|boys?|girls?|men|women|public|private|new)(?: and| or) [\w'-]+|rich or poor|if i may "
    r"[\w ]{3,20}|rain or shine|of course|i hope|please|say|however|after all),(?= ?\w)"
)
#: By when a thing is to be had, that is still a thing: "an app for tenants, ready by June".
_READY_BY: Final = re.compile(
    r"\W*(?:an? |two |three |four |five |six |ten |\d+ )(?!.{0,60}\b(?:every|each|all|no|who|is|"
    r"are)\b)[^.;:!?,]{3,80}(, (?:all |and )?"
    r"(?:ready|out|live|up and running|in place|in post|on the road|finished|printed|launched|running|done|"
    r"installed|built|"
    r"online|in service|hired|fitted))(?= (?:by|before|in|for|from|this|next|on|at)\b)"
)
_NUMBERED: Final = re.compile(
    r"(?<![\w,.])(?:\(([1-9a-e])\)|([1-9a-e])\)|([1-9])/(?! ?\d)|([1-9])[.°](?= ?[a-z]{2}))(?= ?\w)"
)
#: So far before a list that it has no other meaning than its order.
_FIRST: Final = frozenset({"1", "a"})


@dataclass(frozen=True)
class Around:
    """A sentence without what is said around its aim, and what is left aside of it as given.

    ``core`` is what is read; ``led`` has the words that lead to it too: they may say by when; ``year``: that of the
    heading.
    """

    core: PlainText
    led: PlainText
    year: tuple[int, int] | None = None


def leave_aside(text: PlainText, language: str) -> Around:
    """Leave a heading, an introduction and the numbers of a list aside; every sign keeps its place."""
    text = _part_by_numbers(text)
    if (greeting := _GREETING.match(text.plain)) is not None and _goes_on(text, greeting.end()):
        text = _blank(text, 0, greeting.end())
    if (tail := _TAIL.search(text.plain)) is not None and len(text.plain[: tail.start()].split()) > _LEFT:
        text = _blank(text, *tail.span())
    if language == "en":
        if (ready := _READY_BY.match(text.plain)) is not None:
            text = _blank(text, *ready.span(1))
        for passing in _IN_PASSING.finditer(text.plain):
            text = _blank(text, *passing.span())
    if (oneself := _ONESELF.match(text.plain)) is not None and _goes_on(text, oneself.end()):
        text = _blank(text, 0, oneself.end())
    led = core = text = _take_condition(text)
    if (aimed := _AIMED_AT.search(text.plain)) is not None and len(text.plain[: aimed.start()].split()) > _LEFT:
        core = _blank(text, *aimed.span())
    dated = _DATED_HEADING.match(text.plain)
    if dated is not None and find_measures(headed := _blank(text, 0, dated.end()), language, ()):
        return Around(headed, led, dated.span(1))
    if (heading := _HEADING.match(core.plain)) is not None and _goes_on(core, heading.end()):
        led, core = _blank(led, 0, heading.end()), _blank(core, 0, heading.end())
    leads = [found for found in _LEAD[language].finditer(core.plain) if _goes_on(core, found.end())]
    if leads:
        led, core = _blank(led, 0, leads[-1].start()), _blank(core, 0, leads[-1].end())
    return Around(_cut_tail(core, language), led)


def _cut_tail(core: PlainText, language: str) -> PlainText:
    """Leave aside what is said last of the aim: "… would be my suggestion"."""
    for one in _SAID_OF_IT[language]:
        tail = one.search(core.plain)
        if tail is not None and len(core.plain[: tail.start()].split()) >= _LEFT:
            return _blank(core, *tail.span())
    return core


def _take_condition(text: PlainText) -> PlainText:
    """Return what a sentence says it will have won by, without "si" and what says so."""
    condition, won = _IF.match(text.plain), _WON.search(text.plain)
    if condition is None or won is None:
        return text
    return _blank(_blank(text, 0, condition.end()), *won.span())


def _goes_on(text: PlainText, end: int) -> bool:
    return len(re.findall(r"\w+", text.plain[end:])) >= _LEFT


def _part_by_numbers(text: PlainText) -> PlainText:
    """Cut a list at its numbers, "(a) … (b) …": what each says stands for itself."""
    found = list(_NUMBERED.finditer(text.plain))
    said = ["".join(one for one in number.groups() if one) for number in found]
    if len(found) < 2 or said[0] not in _FIRST or len(set(said)) < len(said):
        return text
    for place, number in enumerate(found):
        text = _blank(text, *number.span(), with_mark=place > 0)
    return text


def _blank(text: PlainText, start: int, end: int, *, with_mark: bool = False) -> PlainText:
    gap = ";" * with_mark + " " * (end - start - with_mark)
    return replace(
        text,
        plain=text.plain[:start] + gap + text.plain[end:],
        marked=text.marked[:start] + gap + text.marked[end:],
        cased=text.cased[:start] + gap + text.cased[end:],
    )
