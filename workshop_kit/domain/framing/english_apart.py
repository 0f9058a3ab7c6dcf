"""Where an English sentence may be parted in two that are each read for themselves: "…, along with …", "… ; …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.english_verbs import read_gerund
from workshop_kit.domain.framing.french_apart import leave
from workshop_kit.domain.framing.plain_text import PlainText

type_of_span = tuple[int, int]
#: Words that say that something else is added.
_ADDS: Final = (
    r"(?:and also|and likewise|and meanwhile|and furthermore|and in addition|and besides|and then|and at the same time|"
    r"along with|together with|coupled with|as well as|in addition to|on top of|not forgetting|to say nothing of|"
    r"besides which|but also|just as|(?:while|whilst)(?! (?:somebody|someone|others|you|"
    r"they|we|i)\b)|whereas|meanwhile|moreover|furthermore|likewise|additionally|also|"
    r"plus|secondly|second(?=,)|for (?:its|their|his|her) part|on (?:its|their) side)(?![\w-])"
)
#: What only says more of the end before it: how much of it, by what, for whom, or the same again.
_SAYS_MORE: Final = re.compile(
    r"\W*(?:(?:and|or|but) )?(?:they|it|he|she|we|i|you|that's|this|these|those|that (?:is|was|would|will|means)|"
    r"its|their|his|her|of (?:them|whom|which)|(?:half|most|some|all|both|each|none|\w+) of (?:them|whom|which|these)|"
    r"at (?:least|most)|up from|down from|from|instead|rather|including|with|without|so|because|since|when|whenever|"
    r"if|even|unless|until|till|although|though|as|or|nor|namely|such|whether|thanks|by|according|whatever|wherever|"
    r"whoever|who|which|where|than|then|not|once|after|before|free|back|out|home|forth|knowing|both(?! (?:the|our))|"
    r"(?:no|nae) (?:questions|fuss)|in (?:under|less)|(?:[\w'-]+ ){1,6}?(?:say|feel|report|rate)s? (?:that|they|so|it|"
    r"safe)|"
    r"happier|better|mostly|mainly|especially|particularly|above all|no (?:matter|longer|later|ifs|exceptions)|"
    r"regardless|the same|likewise|nothing (?:more|less)|measured|counted|judged|shown|proven|"
    r"(?:[\w'-]+ ){1,4}?(?:included|excepted|aside|permitting|allowed)|(?:[\w'-]+ ){1,8}?(?:will|"
    r"would|can|shall) (?:tell|show|prove|confirm|count|measure|be the judge|say)|evenings|weekends|day and night|"
    r"girls|boys|young|old|rich|poor|rain or shine|summer and winter|ever|please|thank|like)\b"
)
_JOINS: Final = tuple(
    re.compile(one)
    for one in (
        r" ?[;•|] ?(?:(?:and|plus|also|then|meanwhile|but) )?|(?<=\w\w)[.!] (?=\w)| \+ ?| / (?=\w)",
        rf"(?:[,;:.] (?:and |but )?|\b(?<=\w) ){_ADDS}[ ,:]{{1,2}}(?:that )?(?=\w)",
        r", (?:and|but|yet) (?=\w)",
        r"(?<=\w) (?:and|&) (?=\w)",
        r"(?<=\w), (?=\w)",
    )
)
#: With these a sentence announces that something else comes behind its first comma.
_FIRST: Final = re.compile(
    r"\W*(?:in addition to|as well as|besides|on top of|over and above|beyond|apart from|aside from|not content with|"
    r"quite apart from|alongside|together with|along with) (?=\w)"
)
_BOTH: Final = re.compile(r"\W*(?:not only|first(?:ly)?|on the one hand|one(?= ?: )|both(?= \w+ing\b))\b,? ?")
#: What is to be ended, by what it does to whom; two of one kind are one end.
_ILLS: Final = {
    ill: number
    for number, ills in enumerate(
        (
            "damp mould cold draughts leaks overcrowding",
            "loneliness isolation",
            "hunger malnutrition",
            "homelessness sleeping evictions eviction",
            "litter fly-tipping dumping rubbish waste graffiti",
            "racism sexism discrimination prejudice homophobia hatred hate",
            "violence abuse harassment bullying assault assaults",
            "poverty debt debts arrears",
            "queues delays waits lists",
            "noise smoke pollution smog soot",
            "burglary burglaries theft thefts robbery crime",
            "illiteracy innumeracy truancy",
            "scams fraud sharks",
            "speeding parking congestion jams",
            "flooding floods",
            "rats mosquitoes cockroaches fleas",
            "unemployment joblessness",
            "smoking obesity alcoholism addiction diabetes",
            "malaria polio measles tuberculosis rabies cholera",
            "sewage discharges spills",
            "potholes",
            "knives stabbings stabbing",
            "outages blackouts",
        )
    )
    for ill in ills.split()
}
_ENDING: Final = re.compile(
    r"\W*(?:(?:to|we (?:will|must|shall|want to|aim to)|let's|by 20\d\d,?) )?(?:end|eliminate|eradicate|abolish|"
    r"stamp out|wipe out|get rid of|rid the [\w-]+ of|banish|put an end to|do away with|put a stop to|stop|beat|"
    r"root out|an end to|no more|zero) (?:both )?(?:[\w'-]+ ){0,2}?([\w-]+) (?:and|as well as|along with|plus) "
    r"(?:[\w'-]+ ){0,2}?([\w-]+)(?= (?:in|by|from|on|at|across|within|throughout|before|this|among)\b|\W*$)"
)
#: Two things, and what is to be done with both of them.
_BOTH_THINGS: Final = re.compile(
    r"\W*both (?:the |our |[\w'-]+'s? )[^.;:!?,]{3,60}? and (?:the |our |[\w'-]+'s? )[^.;:!?,]{3,60}? (?:are|must|"
    r"should|will|have|need|stay|remain|fall|drop|double)\b"
)
_PLACES: Final = re.compile(
    r"\W*both (?:[\w'-]+ ){1,3}?(?:villages?|towns?|hamlets?|districts?|estates?|parish(?:es)?|schools?|boys|girls|men|"
    r"women|pupils|parents|teachers|children|tenants|staff|patients|students|residents|young|old|older|banks|ends|"
    r"sides|halves)\b"
)
#: A first part that only says when, why or by what.
_ONLY_LEADS: Final = re.compile(
    r"\W*(?:once|when|whenever|if|after|before|as soon as|so that|thanks to|until|although|though|since|despite|"
    r"whether|wherever|by \w+ing|because|provided|even if|with)\b"
)
#: A second part that goes on about the first, behind "and" or a comma alone.
_GOES_ON: Final = re.compile(
    r"\W*(?:an? (?!\w+ (?:is|are|has|will)\b)|(?:in|within|at|of|to|under|over) |for (?!every|each|the|no))"
)
_DOING: Final = re.compile(
    r"\W*\w{3,}ing (?:the|our|its|their|every|each|all|no|an?|\d|half|that|they|more|on|in|by|up|to|for|from)\b"
)
#: A second thing that is wished as the first one was: "… that it stays and that …", "… for it to stay and for …".
_WISHED_TOO: Final = re.compile(
    r"(?:(?:that|where) (?!is\b|was\b|would\b|will\b|means\b)\w|for [^.;:!?,]{3,60}? to \w)"
)
_LEAST: Final = 2


def names_two_ills(plain: str) -> bool:
    """Say whether one verb ends two ills, or has two things done with: "Eradicate hunger and loneliness"."""
    ended = _ENDING.match(plain)
    if ended is not None:
        one, other = (_ILLS.get(ill) for ill in ended.groups())
        return one is not None and other is not None and one != other
    return _BOTH_THINGS.match(plain) is not None and _PLACES.match(plain) is None


def part_in_two(text: PlainText, days: Sequence[type_of_span]) -> Iterator[tuple[PlainText, PlainText, bool]]:
    """Yield the ways in which a sentence is two, and whether only "and" or a comma joins them."""
    both = _BOTH.match(text.plain) or _FIRST.match(text.plain)
    first = both.end() if both else 0
    for number, join in enumerate(_JOINS):
        for found in join.finditer(text.plain, first + 1):
            if any(start < found.end() and found.start() < end for start, end in days):
                continue
            again = _wishes_again(text.plain, first, found)
            if number != 1 and not again and _SAYS_MORE.match(text.plain, found.end()):
                continue
            weak = number > 1 and first == 0 and not again
            if weak and _depends(text.plain[first : found.start()], text.plain[found.end() :]):
                continue
            if _is_long(text.plain[first : found.start()]) and _is_long(text.plain[found.end() :]):
                yield (
                    leave(text, [(first, found.start())], days, asked=False),
                    leave(text, [(found.end(), len(text.plain))], days, asked=False),
                    weak,
                )


def _wishes_again(plain: str, first: int, found: re.Match[str]) -> bool:
    """Say whether what is joined is wished with the word with which the first thing was."""
    wished = _WISHED_TOO.match(plain, found.end())
    led = plain[: first + 3].isspace()  # what led to the first thing has been left aside
    return wished is not None and (
        led or re.search(rf"\b{wished[0].split()[0]} ", plain[first : found.start()]) is not None
    )


def leads_with_end(plain: str) -> bool:
    """Say whether what stands before the first comma only by the way is an end: "Besides ending evictions, …"."""
    led = _FIRST.match(plain)
    doing = re.match(r"\w+ing\b", plain[led.end() :]) if led is not None else None
    return doing is not None and read_gerund(doing[0]) in lexicon.ENDS | {"halve", "double", "triple"}


def _depends(first: str, second: str) -> bool:
    """Say whether one part only leads to the other, or goes on about it."""
    doing = _DOING.match(second) is not None and _DOING.match(first) is None
    return _ONLY_LEADS.match(first) is not None or _GOES_ON.match(second) is not None or doing


def _is_long(said: str) -> bool:
    return len(re.findall(r"[\w£%-]{2,}", said)) >= _LEAST
