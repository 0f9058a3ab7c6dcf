"""English states said as in a telegram: "Truancy below 3 per cent", "tutors paid on time", "herons back on it"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.english_verbs import NUMBERS, PEOPLE_PRONOUNS, PREPOSITIONS
from workshop_kit.domain.framing.force_words import FAUNA, NEGATIVE
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.undoing import undo
from workshop_kit.domain.framing.words import Word, list_plain

type_of_span = tuple[int, int]
#: How far the subject of such a state goes at most.
_MOST: Final = 9
#: A figure that is not to be passed: nobody says it of how things are.
_BOUND: Final = list_plain("under below within in")
#: A figure that is wanted, or is so: only a day says which.
_AT: Final = list_plain("at above over up down from cut")
_BOUNDED: Final = re.compile(
    r"(?:no|not) (?:\w+er|more|less) than|less than|fewer than|at (?:most|least)|down to (?:none|nil|nought|zero|no)|"
    r"in (?:under|less)"
)
_STATES: Final = list_plain(
    "gone back off out free clear open warm dry safe alive clean housed let lit afloat full home fit rid quiet cool"
)
_AFTER_STATE: Final = list_plain(
    "on in at of from to the for all until till every by within again year enough into for up with without "
    "day late early seven six"
)
_DOING: Final = list_plain(
    "running breeding nesting sailing working living flowing growing leaving arriving departing stopping spawning "
    "singing swimming cycling walking sleeping ringing turning burning learning earning travelling reaching crossing "
    "carrying serving meeting staying grazing hatching calling answering returning eating reading speaking"
)
_COMING: Final = list_plain(
    "number stay be remain fall rise stand reach keep drop grow climb exceed pass hold have get"
)
_DONE: Final = list_plain(
    "met found kept built rebuilt taught fed lit heard seen won sown grown born let held made mown swept caught sold "
    "shared returned undergrounded paid given sent hung written frozen"
)
#: What is done badly, or is a loss.
_BADLY: Final = re.compile(
    r"\b(?:closed|boarded|lost|stolen|broken|burnt|shut|vandalis\w+|pollut\w+|cancelled|neglect\w+|axed|scrapped|"
    r"blocked|damaged|killed|injured|attacked|arrested|evicted|mugged|robbed|smashed|fouled|dumped|wasted|late|dear|"
    r"parked|overflowing|too|still|again and|last (?:year|month|week)|since|so far|already|only|yet)\b"
)
#: A thing that is paid or made in good time is as it should be; made, it is a means.
_IN_TIME: Final = re.compile(r"(?:on time|in full|fairly|properly|at least|within|promptly|in time|the same|all)\b")
_NOT_FIRST: Final = list_plain(
    "a an another how what why when where who if that which there it to please let more better safer fewer less and "
    "but or as so not also my your with without used need about due ready"
)
_WHOLE: Final = list_plain("every each all")
_MARKS: Final = frozenset(".;:!?-–—")


def find_short_state(
    words: Sequence[Word], measures: Sequence[Measure], deadlines: Sequence[type_of_span]
) -> tuple[int, int, bool] | None:
    """Return where a state without a verb stands, and whether it is one whatever stands beside it."""
    kept = [word for word in words if not any(start <= word.start < end for start, end in deadlines)]
    while kept and not (kept[0].is_word or kept[0].plain[:1].isdigit()):
        kept.pop(0)
    while kept and kept[-1].plain in _MARKS | {",", "and"}:
        kept.pop()
    if len(kept) < 2 or kept[0].plain in _NOT_FIRST | PREPOSITIONS | PEOPLE_PRONOUNS | lexicon.AUXILIARIES:
        return None
    plain = " ".join(word.plain for word in kept)
    if lexicon.AUXILIARIES - {"be"} & {word.plain for word in kept} or _BADLY.search(plain):
        return None
    place = _find_predicate(kept, measures)
    counted = _is_figure(kept[0].plain)
    if place is None or (counted and kept[place - 1].lemma in lexicon.MEANS_THINGS):
        return None
    if NEGATIVE["en"].search(" ".join(word.plain for word in kept[place:])):
        return None
    return kept[0].start, kept[-1].end, _is_firm(kept, place, measures, dated=bool(deadlines))


def is_participle(word: Word) -> bool:
    """Say whether a word may say what has been done, and tells nothing of a subject."""
    return (word.plain.endswith("ed") and word.plain != word.lemma) or word.plain in _DONE


def _find_predicate(words: Sequence[Word], measures: Sequence[Measure]) -> int | None:
    """Return the place of the word that says how it is, ``None`` where none does, or a verb tells it."""
    for place in range(1, min(_MOST, len(words))):
        word = words[place]
        if word.plain in _MARKS | {","} or word.plain in {"who", "that", "which", "where", "when"}:
            return None
        if _says_figure(words, place, measures) or _is_done(words, place) or _is_so(words, place):
            return place
    return None


def _says_figure(words: Sequence[Word], place: int, measures: Sequence[Measure]) -> bool:
    """Say whether a figure that something is to have stands at a place: "under six weeks", "every ten minutes"."""
    word, behind = words[place], [one.plain for one in words[place + 1 : place + 3]]
    figure = any(
        one in NUMBERS or one[:1].isdigit() or one in "£€$" or one in {"none", "nil", "zero"} for one in behind
    )
    held = any(one.start == word.start and one.sort in {Sort.THRESHOLD, Sort.CHANGE} for one in measures)
    ahead = {one.start for one in words[place + 1 : place + 3]}
    held = held or (word.plain in _BOUND and any(one.start in ahead and one.sort is Sort.SHARE for one in measures))
    led = word.plain in _BOUND | _AT | {"every", "by"} and (figure or behind[:1] == ["by"])
    bounded = _BOUNDED.match(" ".join([word.plain, *behind])) is not None
    return held or led or bounded


def _is_figure(word: str) -> bool:
    return word in NUMBERS or word[:1].isdigit() or word in {"£", "€", "$", "none", "nil", "zero"}


def _is_done(words: Sequence[Word], place: int) -> bool:
    """Say whether a participle says what has been done on the day: "empty shops let", "rated excellent"."""
    word, before = words[place], words[place - 1]
    if not is_participle(word) or before.plain in lexicon.DETERMINERS or not before.is_word:
        return False
    behind = " ".join(one.plain for one in words[place + 1 : place + 4])
    ends = place + 1 >= len(words) or words[place + 1].plain in PREPOSITIONS | _AFTER_STATE | {"excellent", "good"}
    ends = ends or words[place + 1].plain.endswith("ly") or _IN_TIME.match(behind) is not None
    made = undo(word, "en") & lexicon.MEANS and not undo(word, "en") & lexicon.ENDS
    return ends and (not made or _IN_TIME.match(behind) is not None)


def _is_so(words: Sequence[Word], place: int) -> bool:
    """Say whether a word says where or how something is: "back on the mere", "running on Sundays", "to number"."""
    word = words[place].plain
    behind = words[place + 1].plain if place + 1 < len(words) else ""
    if words[place - 1].plain in lexicon.DETERMINERS:
        return False
    if words[place - 1].lemma in FAUNA:
        return word in {"on", "in", "at", "along", "under", "over", "back"} or word in _DOING
    if word == "to":
        return behind in _COMING
    if word in _DOING:
        return behind in _AFTER_STATE | PREPOSITIONS | {"again", "without"}
    return word in _STATES and (behind in _AFTER_STATE or not behind)


def _is_firm(words: Sequence[Word], place: int, measures: Sequence[Measure], *, dated: bool) -> bool:
    """Say whether a day, a bound, or that it is so for each makes it an end."""
    rest = words[place:]
    bounded = (
        any(one.plain in _BOUND for one in rest) or _BOUNDED.search(" ".join(one.plain for one in rest)) is not None
    )
    measured = any(one.start >= words[place].start - 1 and one.sort is not Sort.COUNT for one in measures)
    measured = measured or any(
        one.plain in {"under", "below"} and _is_figure(after.plain) for one, after in pairwise(rest)
    )
    said = measured and any(one.sort is Sort.SAID for one in measures)
    returned = words[place - 1].lemma in FAUNA and (rest[0].plain == "back" or rest[0].plain in _DOING)
    rhythm = rest[0].plain == "every" and len(rest) > 2
    whole = any(one.plain in _WHOLE for one in rest[1:]) and (
        rest[0].plain not in _AT or (measured and rest[0].plain in {"above", "over"})
    )
    numbered = rest[0].plain == "to" and any(_is_figure(one.plain) for one in rest)
    return dated or (bounded and measured) or said or returned or rhythm or whole or numbered
