"""English states that no verb tells, and what stands beside them: "Road deaths at zero", "every teen in a safe bed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing.english_words import MEANS_THINGS
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.numbers import NUMBER
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.weights import Weighed
from workshop_kit.domain.framing.words import Word

_Span = tuple[int, int]
_OPENS: Final = r"(?:^\W*|[.;:,] (?:and |plus |with |but |and also |also )?|\b(?:and|plus|with|&) )"
_FIGURE: Final = (
    rf"(?:[£€$]?(?:{NUMBER['en']})(?: ?(?:%|per ?cent|percent))?|zero|nought|nil|none|half|"
    rf"(?:a|one|two|three|four|nine) (?:third|thirds|quarter|quarters|fifth|fifths|tenth|tenths))"
)
_NAMED: Final = (
    r"(?!(?:in|on|at|by|for|from|to|of|over|under|with|as|if|when|this|that|there|we|i|they|you|it|he|she|a|an|"
    r"between|within|after|before|since|during|some|get|bring|keep|cut|drive|push|take|reduce|lower|raise|increase|"
    r"hold|cap|limit|living|people|children|adults)\b)[\w'-]+(?: (?!(?:is|are|was|were|be|will|must|should|can|to|who|"
    r"that|which|has|have|had|down|up|and|while|but|with)\b)[\w'-]+){0,9}?"
)
#: Figures that stand where they are wanted: "light pollution down 40 %", "deaths at zero", "from 14 to none".
_AT_FIGURE: Final = re.compile(
    rf"{_OPENS}({_NAMED}(?: ?:)? (?:(?:down|up|back|cut|lowered|raised|reduced)(?: by| to| from| at| below| under| "
    rf"above)?|at|(?:under|below|above|over)(?= (?:{NUMBER['en']}) ?(?:%|per ?cent))|from(?= {_FIGURE}[\w %]{{0,15}} "
    rf"to )) (?:most |least |under |over |below |just )?{_FIGURE}(?![\w])"
    rf"[^.;:,!?]{{0,50}})"
)
#: What is so on the day: "damp and mould gone from the flats", "Carbon-neutral by 2035".
_DONE: Final = re.compile(
    rf"{_OPENS}((?:the |our |all |every |both )?{_NAMED} (?:gone|cleared|removed|banned|ended|filled|restored|repaired|"
    rf"rebuilt|reopened|insulated|cleaned|rehoused|housed|replaced|reused|recycled|refilled|replanted|rewilded|saved|"
    rf"secured|mended|fixed|emptied|lived in|occupied|let|settled|paid off|eliminated|eradicated|halved|doubled|"
    rf"abolished|resolved|met|finished|completed|back in use|in use|in work|at work|under cover|underground)\b"
    rf"[^.;:,!?]{{0,60}})"
)
#: So few of it as none: "moorland fires: none this summer".
NONE: Final = re.compile(
    r"^\W*([^:;.!?]{4,80} ?[:–—-] ?(?:(?:none|nil|nought)\b|(?:zero|not one|0)\b(?= ?(?:[,.;!]|$|(?:by|this|next|in|"
    r"before|from|at|on)\b))))"
)
#: What is said or written rather than done: to have no more of it is no end.
WORDY: Final = re.compile(
    r"(?:no more|no|zero|not (?:one|another)) (?:more )?(?:empty |fine |glossy )?(?:reports?|talk|talking|stud(?:y|"
    r"ies)|"
    r"promises?|words?|meetings?|excuses?|consultations?|speeches|delays?|plans?|surveys?|dithering|waffle|slogans?|"
    r"press releases?|committees?|strategies|reviews?|posters|leaflets)\b"
)
_ADJECTIVE: Final = re.compile(
    rf"{_OPENS}((?:fully |wholly |entirely |completely |100 ?% )?(?:carbon|climate|energy|water|nature|net|plastic|"
    rf"waste|smoke|drug|debt|litter|car|traffic|step|barrier|fossil-fuel|oil|gas|coal|diesel|pesticide|herbicide|"
    rf"hunger|"
    rf"slum|lead|asbestos|dementia|self)-(?:neutral|positive|free|independent|zero|sufficient|negative)\b|net zero\b|"
    rf"carbon neutral\b)"
)
#: Each, where they are wanted to be, beside another end: "…, and every homeless teen in a safe bed".
_EACH_PLACED: Final = re.compile(
    r"(?:[.;:,] (?:and |plus |with |& )?|\b(?:and|plus|&) )((?:every(?:one|body)?|each|all (?:the|our)|no|not one|"
    r"nobody)(?: (?!(?:is|are|was|were|be|will|must|should|can|who|that|which|has|have|gets?|and)\b)[\w'-]+){0,6}? "
    r"(?:in|on|within|into|at|under|with|without|off|out of|able to|free of|free from|back in|cold|hungry|alone|"
    r"homeless|"
    r"idle|unpaid|untreated|unanswered|left|lonely) [^.;:!?]{3,60}|(?:no|not one) [\w'-]+ (?:cold|hungry|alone|"
    r"homeless|"
    r"idle|lonely))"
)
#: What is to be had everywhere: "mobile signal along the whole of the A838".
_EVERYWHERE: Final = re.compile(
    rf"^\W*((?!(?:\w+er|more|better|less|fewer|greater)\b){_NAMED} (?:along|across|throughout|over|on|in|at|for|to) "
    rf"(?:the whole|the entire|all (?:of|the|our|\d)|every \w|each \w)"
    rf"[^.;:,!?]{{0,50}})"
)
#: So much less or more of it: "thirty per cent fewer falls".
_FEWER: Final = re.compile(
    rf"{_OPENS}((?:at least )?(?:(?:{NUMBER['en']}) ?(?:%|per ?cent|percent)|half|a third|a quarter|a fifth|twice|"
    rf"two thirds) (?:fewer|less|more|lower|higher|cheaper) [\w'-]+[^.;:,!?]{{0,50}})"
)
_PERSON: Final = re.compile(r"\b(?:people|children|adults|pupils|aged|bus|bench|shop|room|class|flat|house)\b")
#: What stays below a figure, whatever the day: "noise under 45 decibels at night".
_CAPPED: Final = re.compile(
    rf"{_OPENS}({_NAMED} (?:of |at |kept |held |capped |down )?(?:to |at )?(?:under|below|less than|no more than|at "
    rf"most|no (?:higher|longer|later|greater|worse) than) (?:an? )?{_FIGURE}[^.;:,!?]{{0,50}})"
)
#: What falls or rises by a figure, named beside another end: "…, along with a 30 % fall in admissions".
_ALONG: Final = re.compile(
    rf"\b(?:along with|as well as|plus|and|besides|on top of|together with|coupled with) ((?:an? |the )?"
    rf"(?:{NUMBER['en']}) ?(?:%|per ?cent)? (?:fall|rise|cut|drop|reduction|increase|decrease|decline|growth|jump) "
    rf"(?:in|of) "
    rf"[^.;:,!?]{{3,60}})"
)
#: What is not to be forgotten beside it: "without forgetting that every stray cat be neutered".
_BESIDES: Final = re.compile(
    r"\b(?:without forgetting|not forgetting|not to mention|to say nothing of|let alone|likewise)(?: that)? "
    r"((?:every|each|all|no|nobody|everyone)\b[^.;:,!?]{3,60})"
)
#: What all are able to, said without a verb: "all Scouts over ten able to swim".
_ABLE: Final = re.compile(
    rf"{_OPENS}((?:all|every|each|both) (?!.{{0,60}}\b(?:is|are|be|will|should|must)\b)[\w' -]{{3,50}}? "
    rf"(?:able|free) to [^.;:,!?]{{3,60}})"
)
_LEFT: Final = re.compile(
    rf"{_OPENS}(not (?:a|an|one)(?: single)? [\w'-]+(?: or [\w'-]+)?(?: [\w'-]+){{0,2}} (?:left|to be seen|in sight|"
    rf"remaining|anywhere|unanswered|unfilled|untreated|wasted|lost)\b[^.;:!?]{{0,60}})"
)
_HAD_AS_WELL: Final = re.compile(
    r"(?:[,;] (?:and |with |plus )|\band )((?:an?|one) [\w'-]+(?: [\w'-]+){0,6}? (?:for|in|within|under|of|to|at) "
    r"(?:[\w'-]+ ){0,4}?(?:every|each|all\b|everyone)[^.;:!?]{0,40})"
)
#: What some do beside another end: "…, and two new families moving into the hamlet".
_DOING: Final = re.compile(
    rf"[,;] (?:and |plus )((?:every|each|all|the|our|at least|no|more|{NUMBER['en']})(?: [\w'-]+){{1,5}}? "
    rf"(?:(?!during|evening|morning|being)\w{{3,}}ing|back|gone|open|reopened|safe|free|able|alive|let|lived|filled) "
    rf"[^.;:!?]{{3,60}})"
)


def find_joined(
    text: PlainText,
    told: Sequence[_Span],
    deadlines: Sequence[_Span],
    *,
    ends: bool,
    bounds: Sequence[_Span] = (),
) -> list[_Span]:
    """Return the states that no verb tells.

    ``told``: what clauses and other states tell, ``ends``: some are ends, ``bounds``: the thresholds.
    """
    found: list[_Span] = []
    for one in _CAPPED.finditer(text.plain) if not told else ():
        if any(one.start(1) < start < one.end(1) for start, _ in bounds) and not _PERSON.search(one[1]):
            found.append((one.start(1), one.end(1)))
    dated = bool(deadlines)
    for pattern, firm in (
        (_LEFT, True),
        (_ABLE, True),
        (_AT_FIGURE, dated),
        (_FEWER, True),
        (_EVERYWHERE, dated and not told),
        (_DONE, dated),
        (_ADJECTIVE, dated),
    ):
        if not firm:
            continue
        _add(text, pattern, found, told, deadlines)
    if ends or found:
        _add(text, _EACH_PLACED, found, told, deadlines)
        _add(text, _DOING, found, told, deadlines)
        _add(text, _HAD_AS_WELL, found, told, deadlines)
        _add(text, _ALONG, found, told, deadlines)
        _add(text, _BESIDES, found, told, deadlines)
    return found


def _add(
    text: PlainText, pattern: re.Pattern[str], found: list[_Span], told: Sequence[_Span], deadlines: Sequence[_Span]
) -> None:
    for one in pattern.finditer(text.plain):
        start, end = one.span(1)
        end = min([end, *(begin for begin, _ in deadlines if start < begin < end)])
        if text.plain[:start].endswith("with ") and (told or found) and pattern is not _HAD_AS_WELL:
            continue
        if end - start > 3 and not any(start < stop and begin < end for begin, stop in [*told, *found]):
            found.append((start, start + len(text.plain[start:end].rstrip(" ,"))))


_ARTICLES: Final = frozenset({"a", "an", "two", "three", "four", "five", "six", "ten", "another", "new", "more"})
_BEFORE: Final = frozenset({"and", "plus", ",", "&", "+", ";"})
_AFTER: Final = frozenset(
    {"and", "plus", ",", "&", "+", ";", "for", "in", "on", "at", "along", "outside", "by", ".", "!"}
)


#: Signs of an article before a state.
_ARTICLE: Final = 4


def part_joined(text: PlainText, groups: Sequence[_Span]) -> list[_Span]:
    """Return measured states, parted where each is to have something as well: "… and a GP near everyone"."""
    parted: list[_Span] = []
    for start, end in groups:
        also = _HAD_AS_WELL.search(text.plain, start + _ARTICLE, end)
        parted += [(start, end)] if also is None else [(start, also.start()), also.span(1)]
    return parted


def names_thing_beside(words: Sequence[Word], spans: Sequence[_Span]) -> bool:
    """Say whether a thing to have stands beside states that no verb tells: "…, and a hedge-laying course"."""
    for place, word in enumerate(words[:-1]):
        opens = place == 0 or words[place - 1].plain in _BEFORE
        if (
            not opens
            or word.plain not in _ARTICLES
            or any(start - _ARTICLE <= word.start < end for start, end in spans)
        ):
            continue
        for later in range(place + 1, min(place + 5, len(words))):
            after = words[later + 1].plain if later + 1 < len(words) else "."
            if words[later].plain in _BEFORE:
                break
            if words[later].lemma in MEANS_THINGS and after in _AFTER:
                if spans and word.start < spans[0][0]:
                    return True
                rest = {one.plain for one in words[later + 1 : later + 5]}
                return not rest & {"every", "each"}
    return False


def begin_told(words: Sequence[Word], one: Weighed, measures: Sequence[Measure]) -> int:
    """Return where a clause begins: behind a state without a verb that "and" joins to its own measured subject."""
    first = one.clause.subject
    starts = {measure.start for measure in measures if measure.sort in {Sort.SHARE, Sort.COUNT, Sort.ZERO}}
    joins = [
        place
        for place in range(first + 1, one.clause.start)
        if words[place].plain in {"and", "plus"} and words[place + 1].start in starts
    ]
    zero = any(measure.sort is Sort.ZERO and measure.start == words[first].start for measure in measures)
    return words[joins[-1] + 1].start if joins and zero else words[first].start
