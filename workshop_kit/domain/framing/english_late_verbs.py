"""English verbs that a first look did not find: the first word that agrees with what opens a part of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.clauses import Clause, Form, Sentence
from workshop_kit.domain.framing.english_verbs import (
    MARKS,
    NUMBERS,
    PEOPLE_PRONOUNS,
    PLURAL_NOUNS,
    PREPOSITIONS,
    SURE,
    is_base,
)
from workshop_kit.domain.framing.people_words import ENGLISH_PEOPLE
from workshop_kit.domain.framing.words import Word, list_plain

#: Verbs that hardly ever are nouns: whatever follows, they tell of what stands before them.
SURELY_VERBS: Final = SURE | list_plain(
    "roost burrow hibernate fledge moult pollinate change achieve acquire add admit agree aid allow appear apply "
    "arrive ask attain avoid await bathe bear become "
    "befriend "
    "begin believe belong break bring build bump burn carry catch cease celebrate choose clean collect combine come "
    "complete concern connect consist consume contain continue contribute cost create cut deal decide decline defend "
    "deliver depend descend deserve destroy develop die dig dine disappear dispose do draw dry dwell eat eliminate "
    "emit employ empty enable encounter end enjoy enrol ensure enter exceed exist expire face fail fall feed feel find "
    "finish fit flow flourish fly follow forget form gain gather generate get give go graze greet grow handle happen "
    "hatch have hear heat hold include inherit keep kill know last lay lead learn leave lend let lie live locate lodge "
    "lose lower make manage mean meet melt move need nest obtain occupy occur offer open operate outnumber overcome "
    "own "
    "participate pay perform persist pick possess prefer prevent produce prosper protect provide put qualify quit "
    "reach "
    "read receive reclaim recover recruit recycle refuse regain rejoin release rely remain remember remove rent reopen "
    "repay replace reside respond rest retain return rise rot run save say secure see seek seem select sell send serve "
    "settle share shine shrink shut sing sit sleep smell solve speak spend spill stand start stay steal stink stop "
    "store "
    "succeed suffer survive swim swap take talk teach tell tend thrive throw travel treat trust try turn understand "
    "unite use vanish visit vote wait wake walk want warn wash waste watch wear weigh win withdraw wither work worry "
    "write"
)
#: Of these, the ones that are plural nouns as well: they need what only follows a verb.
_NOUNS_IN_S: Final = list_plain(
    "passes matches services changes places spaces courses prices lines rules tables boxes benches bookings crossings "
    "ends walks talks works runs starts stops stands costs cuts shares uses turns visits votes waits watches needs "
    "offers "
    "puts quits reads rents rests returns rises says seats sells sends sets shows stays stores swaps takes throws "
    "tells "
    "treats trusts tries wins worries forms holds houses lays leads leaves lends lets lies lives matches moves opens "
    "orders plans plays points reports records remains repairs burns builds breaks catches deals dies draws drives "
    "drinks eats faces fails falls feeds feels finds fits flows follows gains gathers goes grows heats keeps kills "
    "makes meets"
)
#: What only follows a verb.
_AFTER: Final = list_plain(
    "a an the no every each their its our his her all any this that these those some nobody everyone them it him us "
    "fewer less more at enough half zero nothing without within neither both again alone safely freely together one"
) | frozenset(NUMBERS)
_BEFORE_NO_VERB: Final = (
    lexicon.DETERMINERS
    | PREPOSITIONS
    | lexicon.AUXILIARIES
    | list_plain(
        "who which that whose where when if as while and or but nor than not very too so being getting its the of "
        "through during between among after before until near behind under around across along within whether because"
    )
)
_GO_UP_OR_DOWN: Final = list_plain("fall drop rise climb shrink grow halve double triple decline decrease increase")
_RELATIVE: Final = list_plain("who which that where whose when")
_MORE_PREPOSITIONS: Final = list_plain(
    ", between past across through around along near outside behind beside during before after without within under "
    "above "
    "below among throughout inside beyond until since despite including"
)
_ONES: Final = list_plain("anybody anyone everybody everyone nobody somebody someone nothing everything")
_BETWEEN: Final = list_plain("still always also never now only again ever all both each soon safely regularly then")
_OPENING: Final = list_plain("and but also so then that meanwhile finally however - –")
_FAR: Final = 18
#: What a second statement begins with.
_BEGINNING: Final = list_plain("the our every each no all nobody everyone older younger young disabled local both")
#: Words of a joined part at least, with what joins it.
_LEAST: Final = 4
#: What joins another part behind a comma.
_JOINING: Final = list_plain("and but while whereas plus yet")


def add_late(sentence: Sentence, clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses with those of the parts of the sentence in which no verb was found."""
    found = list(clauses)
    for begin, end in _parts(sentence.words):
        own = [clause for clause in clauses if begin <= clause.verb < end]
        if own and own[-1].form is Form.ORDER and own[-1].lemma in {"ensure", "guarantee"}:
            found = _replace_ensured(sentence, found, own[-1], end)
        if own:
            continue
        told = _find_verb(sentence, begin, end)
        if told is not None:
            subject, verb = told
            found.append(Clause(subject, verb, verb, 0, sentence.words[verb].lemma, Form.STATEMENT))
    found += _find_joined(sentence, found)
    return sorted(found, key=lambda clause: clause.verb)


def _find_joined(sentence: Sentence, clauses: Sequence[Clause]) -> list[Clause]:
    """Return a second statement that "and" joins to one: "half the rubbish is sorted and the buses run on time"."""
    words, last = sentence.words, max((one.verb for one in clauses), default=len(sentence.words))
    for place in range(last + 2, len(words) - 2):
        ahead = words[place + 1]
        begins = ahead.plain in _BEGINNING or ahead.plain in NUMBERS or ahead.lemma in ENGLISH_PEOPLE
        if words[place].plain != "and" or place in sentence.aside or not begins:
            continue
        told = _find_verb(sentence, place + 1, len(words))
        sure = told is not None and words[told[1]].lemma in SURELY_VERBS and told[0] == place + 1
        if told is not None and sure and any(one.form is not Form.ORDER for one in clauses):
            return [Clause(told[0], told[1], told[1], 0, words[told[1]].lemma, Form.STATEMENT)]
    return []


def _replace_ensured(sentence: Sentence, found: list[Clause], ensured: Clause, end: int) -> list[Clause]:
    """Return the clauses with what is to be ensured instead of the order: "make sure new arrivals find a GP"."""
    begin = ensured.verb + 1
    while begin < end and sentence.words[begin].plain in {"sure", "certain", "that"}:
        begin += 1
    told = _find_verb(sentence, begin, end) if begin < end - 1 else None
    if told is None:
        return found
    wish = Clause(told[0], told[1], told[1], 0, sentence.words[told[1]].lemma, Form.WISH)
    return [wish if clause is ensured else clause for clause in found]


def _parts(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Return the parts of a sentence between marks, and where another is joined: "…, and by 2027 pensioners ride"."""
    begin = 0
    for place, word in enumerate(words):
        joined = word.plain == "," and place + _LEAST < len(words) and words[place + 1].plain in _JOINING
        joined = joined and words[place + 2].plain != "both"
        spliced = word.plain == "," and place + 2 < len(words) and _begins_counted(words, place + 1)
        if word.plain in MARKS or joined or spliced:
            if place > begin:
                yield begin, place
            begin = place + 1 + joined
    yield begin, len(words)


def _begins_counted(words: Sequence[Word], place: int) -> bool:
    """Say whether so many of some open a part that a comma alone joins: "…, nine pupils in ten come on foot"."""
    counted = words[place].plain in NUMBERS or words[place].plain in {"every", "no", "nobody", "everyone", "all"}
    later = [one.plain for one in words[place + 1 : place + 14]]
    return counted and "," not in later and not {"and", "or"} & set(later[:3])


def _find_verb(sentence: Sentence, begin: int, end: int) -> tuple[int, int] | None:
    """Return where the subject of a part begins and which word is its verb."""
    words, subject = sentence.words, _find_subject(sentence, begin, end)
    if subject is None or (subject and words[subject - 1].plain == "?") or words[end - 1].plain == "?":
        return None
    below, skip = False, 0
    for place in range(subject + 1, min(subject + _FAR, end)):
        word = words[place]
        if place < skip:
            continue
        if word.plain == "," and not below:
            skip = next((one for one in range(place + 1, min(place + 12, end)) if words[one].plain == ","), end)
            continue
        if word.plain in _RELATIVE:
            below = True
        if below and words[place - 1].plain in _RELATIVE | {"so"} and place not in sentence.aside:
            below = words[place].plain in _BETWEEN or words[place].is_name
            continue
        if place in sentence.aside or not _may_tell(sentence, subject, place, end):
            continue
        if below:
            below = False
            continue
        return subject, place
    return None


def _find_subject(sentence: Sentence, begin: int, end: int) -> int | None:
    """Return where the subject of a part begins: behind a day, a conjunction, or where it all is."""
    words, place = sentence.words, begin
    while place < end and (place in sentence.aside or words[place].plain in _OPENING | {","}):
        place += 1
    after = words[place + 1].plain if place + 1 < end else ""
    shared = place < end and words[place].plain in {"under", "over", "at", "below", "above"}
    shared = shared and (after[:1].isdigit() or after in NUMBERS | {"least", "most", "half", "a", "one"})
    if (
        place < end
        and not shared
        and words[place].plain in PREPOSITIONS | {"across", "within", "among", "throughout", "every_"}
    ):
        comma = next((one for one in range(place, min(place + 10, end)) if words[one].plain == ","), None)
        if comma is None:
            return None
        place = comma + 1
    if place >= end - 1 or not (words[place].is_word or words[place].plain[:1].isdigit()):
        return None
    opening = words[place].plain
    return None if opening in lexicon.AUXILIARIES | _RELATIVE | {"how", "what", "why", "if", "my", "let"} else place


def _may_tell(sentence: Sentence, subject: int, place: int, end: int) -> bool:
    """Say whether a word agrees with the subject before it and is followed as a verb is."""
    words, word = sentence.words, sentence.words[place]
    if word.lemma in ENGLISH_PEOPLE or (place == subject + 1 and words[subject].plain.endswith("ing")):
        return False
    if (
        not word.is_word
        or word.is_name
        or (word.plain.endswith(("ed", "ing")) and len(word.plain) > 5)
        or word.plain in lexicon.AUXILIARIES
    ):
        return False
    before = place - 1
    while before > subject and (words[before].plain in _BETWEEN or before in sentence.aside):
        before -= 1
    if words[before].plain in NUMBERS and words[before - 1].plain in {"in", "of"} and before - 2 > subject:
        before -= 2  # "nine pupils in ten come": it agrees with the pupils
    noun = words[before]
    if noun.plain in _BEFORE_NO_VERB or not (noun.is_word or noun.plain[:1].isdigit()) or noun.plain.endswith("'s"):
        return False
    plural = _is_plural(sentence, subject, place)
    singular_verb = word.plain.endswith("s") and word.lemma != word.plain and is_base(word.lemma)
    base = word.lemma == word.plain and is_base(word.plain)
    asked = base and noun.lemma in lexicon.BODIES and word.lemma in lexicon.MEANS | lexicon.ENDS
    if not (base if plural else singular_verb or asked):
        return False
    later = {one.plain for one in words[place + 1 : end]}
    if (
        lexicon.AUXILIARIES & later
        and not {"and", "but", ",", "who", "that", "so", "which", "what", *PEOPLE_PRONOUNS} & later
    ):
        return False
    after = words[place + 1].plain if place + 1 < end else ""
    strong = after in _AFTER or after[:1].isdigit()
    figure = any(one.plain[:1].isdigit() or one.plain in NUMBERS for one in words[place + 1 : end])
    strong = strong or (word.lemma in _GO_UP_OR_DOWN and figure)
    if word.plain in _NOUNS_IN_S and not strong:
        return after in {"to", "under", "below", "above"} and noun.plain != words[subject].plain
    return after != "of" and (strong or word.lemma in SURELY_VERBS)


def _is_plural(sentence: Sentence, subject: int, place: int) -> bool:
    """Say whether the first group of nouns of a subject is several."""
    words, head = sentence.words, subject
    opening = words[subject].plain
    if opening in _ONES | {"each", "every", "no", "a", "an", "this", "that", "another"} or (
        opening == "one" and words[subject + 1].plain != "in"
    ):
        return False
    counted = (
        opening in NUMBERS
        or opening[:1].isdigit()
        or opening in {"fewer", "most", "many", "all", "both", "half", "under", "over", "at", "below", "above"}
    )
    joined = False
    for one in range(subject + 1, place):
        if one in sentence.aside or words[one].plain in PREPOSITIONS - {"and", "or"} | _RELATIVE | _MORE_PREPOSITIONS:
            break
        if words[one].plain in _BETWEEN:
            continue
        joined = joined or words[one].plain == "and"
        head = one
    last = words[head]
    if opening in {"those", "these", "both"}:
        return True
    several = (last.plain.endswith("s") and last.lemma != last.plain) or last.plain in PLURAL_NOUNS
    return several or counted or joined
