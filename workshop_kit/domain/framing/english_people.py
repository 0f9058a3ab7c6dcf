"""How English says whom: kin, people whom an adjective, an age or a land alone names, and who only helps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing.english_verbs import is_base
from workshop_kit.domain.framing.people_words import ENGLISH_BODIES, ENGLISH_PROVIDERS
from workshop_kit.domain.framing.words import Word, list_plain

#: What stands before a word for people, and leaves it one: "grandchildren", "ex-offenders", "stepsons".
KIN: Final = re.compile(
    r"^(?:ex-|co-|non-|great-|fellow-|half-|would-be-|grand(?=[cpdms])|step(?=[a-z]{3})|god(?=[a-z]{3})){1,3}"
)
_DETERMINERS: Final = list_plain("a an no every each any one another")
_OBJECTS: Final = list_plain(
    "a an the their his her its our to in on at by for from with up out back home two three four five about how what "
    "every each all less more no without within"
)
#: Who serves: when the last one goes, a service does.
_TRADES: Final = list_plain(
    "butcher baker chemist grocer greengrocer fishmonger dentist doctor gp vet optician pharmacist blacksmith barber "
    "hairdresser bookseller florist postman midwife cobbler ironmonger publican landlord chiropodist cashier milkman"
)
_LAST: Final = list_plain("last only remaining nearest sole surviving 's single")
_GIVING: Final = list_plain(
    "train equip fund teach retrain upskill brief coach house reward thank encourage encouraging training teaching "
    "helping "
    "thanking coaching"
)
_HIRING: Final = list_plain("hire recruit appoint employ hiring recruiting appointing employing engage")
_FOR: Final = list_plain("for among serving supporting helping reaching involving connecting between of")
_GRANTED: Final = list_plain(
    "paid given granted lent offered awarded open free available sold go goes going let donated handed returned grant "
    "grants loan loans support access allocated distributed"
)


def does_next(words: Sequence[Word], place: int) -> bool:
    """Say whether the word behind one for people is its verb, and no noun that it narrows: "a pensioner rings"."""
    if place + 1 >= len(words) or words[place].plain.endswith("s"):
        return False
    if not _has_determiner(words, place):
        return False
    after = words[place + 1].plain
    later = words[place + 2].plain if place + 2 < len(words) else ""
    single = re.sub(r"(?<=[sxzo])es$|(?<=ch)es$|(?<=sh)es$|s$", "", after)
    third = after.endswith("s") and not after.endswith("ss") and (is_base(single) or single.endswith("ie"))
    return third or (is_base(after) and later in _OBJECTS)


_BETWEEN: Final = list_plain("of in on at by for from with to and or")


def _has_determiner(words: Sequence[Word], place: int) -> bool:
    """Say whether a noun has an article or "no", perhaps with words of its own between: "no cancer patient"."""
    for word in reversed(words[max(0, place - 3) : place]):
        if word.plain in _DETERMINERS:
            return True
        if not word.is_word or word.plain in _BETWEEN:
            return False
    return False


_NOUNS: Final = list_plain("patient adult minor senior youth")


def is_noun(words: Sequence[Word], place: int) -> bool:
    """Say whether what might qualify a noun is one itself: "no cancer patient on the island"."""
    after = words[place + 1].plain if place + 1 < len(words) else ""
    named = words[place].plain in _NOUNS and _has_determiner(words, place)
    return does_next(words, place) or (named and after in _BETWEEN | {"", ".", ",", "who"})


_OWNED: Final = list_plain(
    "shed sheds lodge hostel hostels refuge shelter toilet toilets wing ward block playground playgrounds group groups "
    "team teams network association institute league football rugby cricket market markets club clubs centre hall "
    "forum council guild union home day choir band"
)


def is_no_people(words: Sequence[Word], place: int, names: frozenset[str]) -> bool:
    """Say whether a word for people is a verb, "to cook", or a service that is the last of its kind."""
    word, before = words[place], words[place - 1].plain if place else ""
    if before == "to" and word.plain == word.lemma and is_base(word.plain):
        return True
    if (
        word.is_name
        and place
        and not word.cased.isupper()
        and words[place + 1 : place + 2]
        and words[place + 1].is_name
    ):
        return True
    after = [one.plain for one in words[place + 1 : place + 3]]
    owned = (word.plain.endswith("'s") and after[:1]) or (after[:1] == ["'"] and after[1:])
    if owned and owned[0] in _OWNED:
        return True
    if word.plain.endswith("ing") or (before == "in" and word.plain == "person"):
        return True
    behind = {one.plain for one in words[max(0, place - 3) : place]}
    single = not word.plain.endswith("s")
    if behind & _HIRING and (names & ENGLISH_PROVIDERS or (single and behind & {"a", "an"})):
        return True
    if names & ENGLISH_PROVIDERS and "without" in behind:
        return True
    if names & ENGLISH_BODIES and behind & {"remaining", "surviving"}:
        return True
    return bool(names & _TRADES) and single and bool(behind & _LAST)


def is_given(words: Sequence[Word], place: int) -> bool:
    """Say whether those who act for others are themselves taught or served: "train all shop staff"."""
    behind = [one.plain for one in words[max(0, place - 4) : place]]
    plural = words[place].plain.endswith("s")
    return bool(_GIVING & set(behind)) or (plural and bool(_FOR & set(behind[-3:])) and behind[-1:] != ["of"])


def is_granted(behind: Sequence[str]) -> bool:
    """Say whether a body of people gets something: "the grant paid to sports clubs"."""
    if "by" in behind[-2:] or "help" in behind[-3:]:
        return True
    return list(behind[-1:]) == ["to"] and behind[-2:-1] != [] and behind[-2] in _GRANTED


_HELP: Final = re.compile(
    r"(?:thanks to|(?:help|support|aid|backing) (?:of|from)|run by|staffed by|driven by|led by|hand in hand with) "
    r"[^,;.]*$"
)


def helps_out(words: Sequence[Word], place: int) -> bool:
    """Say whether people are named as those by whose help it comes about: "thanks to volunteer drivers, …"."""
    return _HELP.search(" ".join(one.plain for one in words[max(0, place - 6) : place]) + " ") is not None


_STATES: Final = (
    "deaf|blind|bereaved|partially sighted|visually impaired|hard of hearing|homeless|lonely|housebound|frail|sick|"
    "dying|poor|young|old|elderly|unemployed|jobless|disabled|vulnerable|hungry|newly arrived|retired|self-employed|"
    "low-paid|bedridden|infirm|widowed|isolated|needy|destitute|dispossessed|displaced|excluded|injured|evicted|"
    "recently bereaved|long-term unemployed|long-term sick|terminally ill|mentally ill|chronically ill|well-off|rich"
)
_NUMBERS: Final = (
    "ones|twos|threes|fours|fives|sixes|sevens|eights|nines|tens|elevens|twelves|thirteens|fourteens|fifteens|sixteens|"
    "eighteens|nineteens|twenties|twenty-fives|thirties|forties|fifties|sixties|seventies|eighties|nineties"
)
#: The group is what names people.
_KINDS: Final = re.compile(
    rf"\b(?:the|our|its|their) ({_STATES})(?= *$| *[.,;:!?]| (?:can|will|have|has|are|is|get|find|do|who|in|on|at|and|"
    r"or|of|to|by|from|with|live|need|swim|eat|sleep|travel|meet|work|pay|know|feel|stay|join|keep|use|no|never|a|an|"
    rf"warm|safe|as|before|this|next)\b)|\b((?:over|under)[ -](?:{_NUMBERS}))\b|\b(?:every|each|no) ((?:year|grade|"
    r"primary|class) \d+)\b(?! (?:pupils?|child|children|students?|class|girls?|boys?|teachers?))|"
    r"\b((?:sixth|fifth|fourth|third|second|first|eighth)[ -](?:former|grader)s?)\b"
)
#: People called after their land or town.
_NATIONALS: Final = re.compile(
    r"(?:young|older|elderly) [A-Z][a-z]{2,}s(?!')|[A-Z][a-z]{2,}(?:ians|eans|icans|landers|oners|siders|ovites|"
    r"avites|shiremen|onians|olitans)|Poles|Afghans|Kurds|"
    r"Somalis|Scots|Pakistanis|Iraqis|Bangladeshis|Gypsies|Roma|Travellers|Yazidis|Nepalis|Turks|Germans|Romans|"
    r"Eritreans|Tamils|Sikhs|Muslims|Hindus|Jews|Christians|Quakers|Dubliners|Londoners|Glaswegians|Mancunians"
)


def find_kinds(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the people whom an adjective, an age in words, a school year or a land names: places from, up to."""
    starts, text = [], ""
    for word in words:
        text += " " * (word.start - len(text)) + word.plain
        starts.append(word.start)
    found = []
    for match in _KINDS.finditer(text):
        begin, end = match.span(match.lastindex or 0)
        places = [place for place, start in enumerate(starts) if begin <= start < end]
        if places:
            found.append((places[0], places[-1] + 1))
    shouted = all(word.cased.isupper() for word in words if word.is_word)
    for place, word in enumerate(words):
        pair = f"{words[place - 1].plain if place else ''} {word.cased}"
        if not shouted and (_NATIONALS.fullmatch(word.cased) or _NATIONALS.fullmatch(pair)):
            found.append((place, place + 1))
    return found
