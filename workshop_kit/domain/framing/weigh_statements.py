"""A statement weighed: it tells a state that will be, or how things are, were, or are feared to become."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from workshop_kit.domain.framing import english_fields, french_fields, french_turns
from workshop_kit.domain.framing.better_off import is_better_off
from workshop_kit.domain.framing.clauses import Clause, Form
from workshop_kit.domain.framing.english_complaints import is_truth
from workshop_kit.domain.framing.english_today import (
    DONE_BY_PEOPLE,
    brings_means,
    is_a_concern,
    is_only_better,
    is_opinion_of_all,
    is_shared_duty,
    is_thing_started,
    is_told_as_reached,
    only_in_passing,
    opens_with_now,
    reaches_figure,
    requests_means,
)
from workshop_kit.domain.framing.english_verbs import NUMBERS as ENGLISH_NUMBERS
from workshop_kit.domain.framing.force_words import (
    AGAIN,
    AGED,
    AS_MANY,
    CEILING,
    DETERMINED,
    FAUNA,
    GREW,
    ILLS,
    LOSS,
    LOST,
    NO_MORE,
    NO_MORE_THERE,
    PAST,
    PAST_YEAR,
    PERFECT,
    STAYS,
    UNABLE,
    UNHEARD,
    ZERO_OR_QUE,
)
from workshop_kit.domain.framing.measures import Sort
from workshop_kit.domain.framing.serving import SERVED, does_wholly, serves
from workshop_kit.domain.framing.statements import Statement as _Statement
from workshop_kit.domain.framing.statements import look_at
from workshop_kit.domain.framing.undoing import undo
from workshop_kit.domain.framing.weigh_french import is_body_first, weigh_french
from workshop_kit.domain.framing.weights import PEOPLE, Evidence, Force, Weighed, blank


def weigh_statement(clause: Clause, number: int, clauses: Sequence[Clause], evidence: Evidence) -> Weighed:
    """Weigh a statement or a wish: the first rule that knows what it tells decides."""
    statement = look_at(clause, number, clauses, evidence)
    verb = (clause.verb, clause.verb + 1)
    for rule in _RULES:
        if (known := rule(statement)) is not None:
            return Weighed(clause, known[0], known[1], verb)
    return Weighed(clause, Force.END, "state", verb)


MAKING: Final = english_fields.MAKING | french_fields.MAKING
_Known = tuple[Force, str] | None
_STATE: Final = (Force.END, "state")
_PAST_FACT: Final = (Force.FACT, "past")
_FACT: Final = (Force.FACT, "fact")
_FACT_APART: Final = (Force.FACT, "past")
_POINTING: Final = frozenset({"c'", "ce", "cela", "ca", "it", "that", "this", "voila", "c", "it's", "that's"})
_AT_LEAST: Final = re.compile(
    r"\b(?:au (?:moins|plus)|pas plus de|at (?:least|most)|no more than|objectif|target|contre \d)"
)
_EACH_OF: Final = re.compile(r"\b(?:chacune?|each|revien\w+|retrouv\w+|rouvr\w+)\b")
_INDEFINITE: Final = frozenset({"un", "une", "des", "a", "an", "deux", "trois", "two", "three", "new", "more"})
_PUTTING: Final = frozenset({"mettre", "faire", "put", "make", "avoir", "get"})
_SLOGAN: Final = re.compile(r"\b(?:left behind|laisse\w* (?:de cote|au bord|pour compte)|matters|compte|counts)\b")
#: How long it took: "en dix ans".
_SPAN: Final = re.compile(
    r"(?:en|in|over) (?!20\d\d)(?:the last |the past )?[\w-]+ (?:ans|annees|mois|years|months)", re.IGNORECASE
)
#: How little or how much it is today.
_ONLY: Final = re.compile(
    r"^\W*(?:only|just|barely|nearly|almost|about|around|some|seulement|seuls?|à peine|a peine|pres d|presque|"
    r"environ)\b"
)
#: So many of one's own, all of them: "avec leurs dix doigts".
_THEIR_OWN: Final = re.compile(r"\b(?:leurs|ses|nos|mes|tes|vos) $")
#: How near at most: "logent à moins de trois arrêts de tram".
_WITHIN: Final = re.compile(r"\b(?:à|en) moins de [^,;.]{1,30}$")
#: As many as the others: nobody counts it but to reach it.
_HALF: Final = re.compile(r"(?:half|la moitie)\b")
#: What is not to be passed.
_AT_MOST: Final = re.compile(r"(?:less than|under|below|no more than|at most|not more than) (?:an?|half|\w+)\b")
#: So many beside those there are.
_SO_MANY_MORE: Final = re.compile(r" (?:more|fewer|extra|additional) \w")
_INVOLVED: Final = re.compile(r"\b(?:involved|engaged|interested|active|together|better|acteurs?|actrices?)\b")
#: What can be done that could not: "devient possible".
_POSSIBLE: Final = re.compile(r"\b(?:devien\w+|becomes?) (?:\w+(?:able|ible)s?|gratuite?s?|libre|free|normal|safe)\b")
#: Before an age, whatever year it is.
_BY_AGE: Final = re.compile(
    r"\b(?:before|by) (?:they|he|she|age|the age|their)\b[^.;,]*\d|\bavant (?:leurs? |ses |l'age de |la majorite)"
)
_BELOW: Final = re.compile(r"\b(?:who|qui|that|which|dont)\b[^,.;]{0,40}")
#: Questions that ask for a reason or a choice, and hold no state.
_NOT_WHY: Final = r"(?!not|pas|don't we|can't we|ne pas|on |\w+n't (?:every|each|all|no)\w*\b)"
_ASKS_WHY: Final = re.compile(rf"\W*(?:why|pourquoi) {_NOT_WHY}")
_WHY: Final = re.compile(rf"\W*(?:quel(?:le)?s? [\w-]+ (?:voulons|pour|faut|avons)|(?:why|pourquoi) {_NOT_WHY})")
#: Questions that hold a state: "how could residents pay every bill in cash".
_HOW: Final = re.compile(r"\W*(?:comment|how)\b(?! (?:do|does) )")
_BETTER: Final = re.compile(r"\b(?:more|better|mieux|davantage|plus (?:de |d')?\w+)\b")
_MARK: Final = re.compile(r"[.:;!?]|(?: - )|[–—]")
_WISH: Final = re.compile(r"^\W*(?:que|qu'|il faut|we need|let|so)\b")


def _weigh_body(one: _Statement) -> _Known:
    """What a body does is a means, or an effort: "la commune achète …"."""
    lemma, lexicon = one.clause.lemma, one.lexicon
    if one.measured is not None and " as " in one.evidence.plain[one.measured.start : one.measured.end]:
        return None
    people = one.head & (PEOPLE - lexicon.BODIES - {"equipe", "community", "member"})
    people = people and not is_body_first(one)
    if one.measured is not None and one.measured.sort is Sort.SHARE and one.clause.lemma == "come":
        return None
    if not one.head & lexicon.BODIES or people or one.every or lemma not in lexicon.MEANS | lexicon.VAGUE:
        return None
    if lemma in lexicon.MEANS:
        return Force.MEANS, "means"
    return None if one.measured else (Force.VAGUE, "vague")


def _weigh_english(one: _Statement) -> _Known:
    """What should be done is a means, and what is called a problem is a fact: "bins have to be fitted"."""
    if one.evidence.language != "en":
        return None
    words, people = one.evidence.words, bool(one.head & PEOPLE)
    rest = one.evidence.plain[words[one.clause.start].start :]
    if one.every and not one.dated and is_truth(rest, one.head):
        return _PAST_FACT
    if is_shared_duty(one.told):
        return Force.VAGUE, "vague"
    opinion = is_opinion_of_all(one.clause, one.head, one.told) and not (one.dated or one.clause.purpose)
    if opinion or (opens_with_now(one.evidence.plain) and one.clause.subject < 4):
        return _PAST_FACT
    if one.clause.form is not Form.STATEMENT and is_thing_started(words, one.clause):
        return Force.MEANS, "means"
    if brings_means(words, one.clause, one.head, one.told, people=people) or (
        requests_means(words, one.clause, one.evidence.money) and not one.dated
    ):
        return Force.MEANS, "means"
    if one.clause.purpose and is_only_better(one.told) and not (one.measured or one.every):
        return Force.VAGUE, "vague"
    return _PAST_FACT if is_a_concern(one.told) and not one.measured and not one.asked else None


def _weigh_given(one: _Statement) -> _Known:
    """Whoever "on" is: a thing that is put or made is a means, "qu'on mette des bancs"."""
    words = one.evidence.words
    after = [w for w in words[one.clause.verb + 1 : one.clause.verb + 6] if w.plain not in {"pas", "donc", "enfin"}]
    indefinite = bool(after) and (after[0].plain in _INDEFINITE or after[0].plain[:1].isdigit())
    things = any(word.lemma in one.lexicon.MEANS_THINGS for word in after[1:4])
    acts = bool(one.head & ({"on", "nous", "we"} | one.lexicon.BODIES)) and one.clause.lemma in _PUTTING
    acts = acts or (one.clause.lemma in french_turns.ASKING and one.clause.form is Form.STATEMENT and not one.every)
    return (Force.MEANS, "means") if acts and indefinite and things else None


def _weigh_past(one: _Statement) -> _Known:
    """What was, has gone, or is complained of, is no end."""
    language, words, plain = one.evidence.language, one.evidence.words, french_turns.leave_compared(one.evidence.plain)
    if one.dated and one.clause.form is Form.STATEMENT and words[one.clause.subject].plain != "depuis":
        plain = blank(plain, [(words[one.clause.subject].start, words[one.clause.start].start)])
    if _ASKS_WHY.match(one.evidence.plain):
        return _PAST_FACT
    if one.clause.form is Form.STATEMENT and not one.dated and french_turns.complains(plain):
        return _PAST_FACT
    if PAST[language].search(plain) or (UNHEARD[language].search(one.told) and not one.dated):
        return _PAST_FACT
    if _is_told_of(one) and not (one.every or one.dated or one.measured):
        return _PAST_FACT
    counted = one.measured is not None and one.measured.sort is not Sort.ZERO
    if (_SLOGAN.search(one.told) or french_turns.CLOSE_TO.search(one.told)) and not counted and not one.dated:
        return Force.VAGUE, "vague"
    ahead = any(not _SPAN.match(plain[start:end]) for start, end in one.evidence.deadlines)
    if GREW.search(one.told) and not ahead and one.clause.form is Form.STATEMENT:
        return _PAST_FACT
    if one.measured is not None and not one.dated and _ONLY.search(plain[: one.measured.start + 12]):
        return _PAST_FACT
    gone = one.head & SERVED and re.search(r"\bne (?:s'|se )?\w+ plus\b", one.told) and not one.dated
    if gone or (not one.every and LOST[language].search(one.told)):
        return _PAST_FACT
    if (
        not one.dated
        and (PAST_YEAR.search(_BELOW.sub("", plain)) or PERFECT[language].search(plain))
        and one.clause.form is Form.STATEMENT
    ):
        return _PAST_FACT
    if re.search(one.lexicon.AS_IT_IS, plain) and one.clause.form is not Form.WISH and not one.every:
        return _PAST_FACT
    return None


def _is_told_of(one: _Statement) -> bool:
    """Say whether an English verb tells what was: "the mill closed"."""
    word = one.evidence.words[one.clause.verb]
    past = one.evidence.language == "en" and word.plain.endswith("ed") and word.plain != word.lemma
    return past and one.clause.form is Form.STATEMENT


def _weigh_gone(one: _Statement) -> _Known:
    """What is there no more is an end on a day, or where it was an ill: "il n'y a plus de liste d'attente"."""
    found = NO_MORE_THERE.search(one.evidence.plain)
    if found is None or PAST_YEAR.search(one.evidence.plain) or re.search(r"\b(?:depuis|since)\b", one.evidence.plain):
        return None
    later = [word for word in one.evidence.words if found.start() <= word.start < found.end() + 30]
    ill = any({word.lemma, word.plain.rstrip("s")} & ILLS for word in later)
    return _STATE if one.dated or ill or one.clause.form is Form.WISH else _PAST_FACT


def _weigh_unable(one: _Statement) -> _Known:
    """Nobody does what one would wish: a complaint, "plus personne ne peut se loger ici"."""
    nobody = one.head & {"personne", "nobody", "no-one", "noone"} or {"no", "one"} <= one.head
    wished = one.clause.purpose or (one.evidence.language == "fr" and one.clause.form is Form.WISH)
    if not nobody or wished or one.dated or one.measured is None or one.measured.sort is not Sort.ZERO:
        return None
    return _PAST_FACT if UNABLE.search(one.told) else None


def _weigh_built(one: _Statement) -> _Known:
    """A thing that is to be built or held is a means: "qu'un arrêt soit aménagé", "a clinic will be held"."""
    words = one.evidence.words
    named = [word for word in words[one.clause.subject : one.clause.start] if word.is_word or word.plain[:1].isdigit()]
    counted = named[:1] and (named[0].plain[:1].isdigit() or named[0].plain in ENGLISH_NUMBERS)
    shared = one.measured is not None and one.measured.sort is Sort.SHARE
    if not named or shared or (named[0].plain not in _INDEFINITE and not counted):
        return None
    if one.head & PEOPLE or one.clause.lemma not in {"etre", "be"} | one.lexicon.MEANS:
        return None
    things = any(word.lemma in one.lexicon.MEANS_THINGS for word in named)
    after = words[one.clause.verb : min(one.clause.verb + 4, len(words))]
    made = any(undo(word, one.evidence.language) & one.lexicon.MEANS for word in after if word.plain != "open")
    dug = any(undo(word, one.evidence.language) & MAKING - {"open", "ouvrir", "close", "fermer"} for word in after)
    return (
        (Force.MEANS, "means")
        if (things or (counted and dug)) and made and one.clause.lemma not in one.lexicon.ENDS
        else None
    )


def _weigh_pointing(one: _Statement) -> _Known:
    """What only points at another says nothing of its own: "c'est possible", "voilà notre engagement"."""
    points = one.head <= _POINTING and bool(one.head)
    begins = one.evidence.words[one.clause.start].start
    own = one.measured is not None and one.measured.start >= begins
    return _FACT_APART if points and one.clause.lemma in {"etre", "be", "valoir", "faire", "take"} and not own else None


def _weigh_apart(one: _Statement) -> _Known:
    """A statement before a mark has no day of the part behind it: "ma fille est en fauteuil : qu'elle entre …"."""
    counted = one.measured is not None and one.measured.sort is not Sort.COUNT
    stays = one.clause.lemma in STAYS["fr"] and one.evidence.language == "fr"
    if one.clause.form is Form.WISH or one.every or counted or stays:
        return None
    end = one.evidence.words[one.clause.end - 1].end
    rest = one.evidence.plain[end:].lstrip()
    later = _MARK.search(one.evidence.plain[end:])
    announces = later is not None and later[0] == ":" and one.clause.form is Form.STATEMENT
    if later is None or not (announces or _WISH.search(rest)):
        return None
    here = any(start < end + later.start() for start, _ in one.evidence.deadlines)
    return None if here else _FACT_APART


def _weigh_effort(one: _Statement) -> _Known:
    turned = one.clause.lemma in {"get", "become", "devenir"} and _INVOLVED.search(one.told) is not None
    vague = one.clause.lemma in one.lexicon.EFFORTS or turned
    at_most = one.evidence.language == "en" and reaches_figure(one.clause.lemma, one.told)
    words = one.evidence.words
    said = one.evidence.plain[words[one.clause.subject].start : words[one.clause.end - 1].end]
    ended = NO_MORE[one.evidence.language].search(said) is not None and one.clause.form is Form.STATEMENT
    return (Force.VAGUE, "vague") if vague and not (one.measured or at_most or ended) else None


def _weigh_question(one: _Statement) -> _Known:
    if _WHY.match(one.evidence.plain) and not one.measured:
        return _PAST_FACT
    if not one.asked or one.every or one.measured or one.dated:
        return None
    vague = one.clause.lemma in one.lexicon.VAGUE | one.lexicon.EFFORTS | one.lexicon.TELLS_OF
    held = one.clause.form is Form.WISH and _HOW.match(one.evidence.plain) and not _BETTER.search(one.told)
    return _STATE if held and not vague else _PAST_FACT


def _weigh_forecast(one: _Statement) -> _Known:
    """What is foreseen rather than wished: "un habitant sur trois aura plus de 65 ans"."""
    if one.every or ZERO_OR_QUE.search(one.evidence.plain):
        return None
    young = one.dated and re.search(r"\b(?:under|below|moins de)\b", one.told)
    aged = AGED.search(one.told) is not None and not young
    if one.measured is not None and aged and not _AT_LEAST.search(one.evidence.plain):
        return Force.FACT, "foreseen"
    foreseen = one.measured is not None and one.negative
    lost = LOSS.search(one.told) is not None and not one.dated
    return _FACT if one.clause.form is Form.WISH and (foreseen or lost) else None


def _weigh_wish(one: _Statement) -> _Known:
    """What is wished is a state, and what each does, unless it is bad for all of them: "tous cherchent un logement"."""
    if one.clause.form is Form.STATEMENT and one.bad_for_all and not (one.dated or one.measured):
        return _PAST_FACT
    return _STATE if one.clause.form is Form.WISH or one.every else None


def _weigh_measured(one: _Statement) -> _Known:
    """A measure makes a state, unless it tells how bad things are."""
    plain = one.evidence.plain
    start = one.evidence.words[one.clause.subject].start
    if one.measured is not None and CEILING.search(plain[max(0, start) : one.measured.end + 9]) is not None:
        return _STATE
    if AGAIN[one.evidence.language].search(one.told):
        return _STATE
    if one.measured is not None and not one.dated and _tells_today(one):
        return _FACT
    change = one.measured is not None and one.measured.sort is Sort.CHANGE and not one.negative
    level = one.measured is not None and (
        AS_MANY.match(plain[one.measured.start :]) is not None
        or re.match(r"(?:au moins|at least)\b", plain[one.measured.start :]) is not None
    )
    moved = one.evidence.language == "en" and reaches_figure(one.clause.lemma, one.told)
    firm = one.dated or change or level or moved or (one.clause.lemma not in one.lexicon.TELLS_OF and not one.negative)
    return _STATE if one.measured is not None and firm else None


def _tells_today(one: _Statement) -> bool:
    """Say whether an undated number is what there is: "1,900 households sit …", "Les résidents possèdent 54 % …"."""
    measure = one.measured
    if measure is None or _AT_LEAST.search(one.evidence.plain) or one.clause.form is not Form.STATEMENT:
        return False
    language = one.evidence.language
    if _THEIR_OWN.search(one.evidence.plain[: measure.start]) or _WITHIN.search(one.evidence.plain[: measure.end]):
        return False
    if one.clause.lemma in {"belong", "depend", "rely", "struggle", "suffer", "commute", "date", "stem"}:
        return True
    if one.clause.lemma in STAYS[language] or AGAIN[language].search(one.told) or _EACH_OF.search(one.told):
        return False
    subject = measure.start < one.evidence.words[one.clause.start].start
    if _SO_MANY_MORE.search(one.evidence.plain[measure.start : measure.end]) and not one.negative:
        return False
    if AS_MANY.match(one.evidence.plain[measure.start :]) or (
        language == "en" and only_in_passing(one.evidence, measure)
    ):
        return False
    if language == "en" and reaches_figure(one.clause.lemma, one.told):
        return False
    if _HALF.match(one.evidence.plain[measure.start :]) and one.head & PEOPLE:
        return False
    if language == "en" and _AT_MOST.match(one.evidence.plain[measure.start :]) and not one.negative:
        return False
    often = french_turns.is_how_often(one.evidence.plain[measure.start : measure.end]) and not one.negative
    return measure.sort is Sort.COUNT or (measure.sort is Sort.SHARE and not subject and not often)


def _weigh_today(one: _Statement) -> _Known:
    """Without a measure, a day makes a state, and so does what stays; what lacks, or merely is, is a fact."""
    later = one.evidence.plain[one.evidence.words[one.clause.end - 1].end :]
    stays = french_turns.is_kept(one.told, negative=one.negative) or (french_turns.goes_on(later) and not one.negative)
    stays = stays or one.clause.lemma in STAYS[one.evidence.language]
    if one.evidence.language == "en" and not one.asked and reaches_figure(one.clause.lemma, one.told):
        return _STATE
    if one.asked and not one.dated:
        return _FACT
    if serves(one.evidence.words[one.clause.subject].plain, one.clause.lemma, one.head, one.told):
        return _STATE
    alive = one.head & PEOPLE or one.clause.lemma in DONE_BY_PEOPLE
    if one.evidence.rhythms and not one.dated and not alive and not stays and one.evidence.language != "en":
        return _FACT
    if one.dated or stays or (_BY_AGE.search(one.evidence.plain) and not one.negative):
        return _STATE
    if one.negative:
        return _PAST_FACT
    if one.head & FAUNA and one.clause.lemma not in {"be", "etre", "have", "avoir"} | one.lexicon.TELLS_OF:
        return _STATE
    better = does_wholly(one.head, one.told) or is_better_off(one.evidence.words, one.clause, one.head)
    if better or (_POSSIBLE.search(one.told) and not one.asked):
        return _STATE
    if one.evidence.language == "fr" and french_turns.speaks_of_some(one.evidence.words[one.clause.subject].plain):
        return _FACT
    people = bool(one.head & PEOPLE)
    told = (one.evidence.words, one.clause, one.head, one.told)
    if one.evidence.language == "en" and not one.asked and is_told_as_reached(*told, people=people):
        return _STATE
    merely = one.clause.lemma in {"etre", "be", "avoir", "have"} | one.lexicon.TELLS_OF
    return _FACT if merely or not one.head & (DETERMINED | PEOPLE) else None


_RULES: Final[tuple[Callable[[_Statement], _Known], ...]] = (
    _weigh_body,
    _weigh_english,
    _weigh_given,
    _weigh_gone,
    _weigh_unable,
    weigh_french,
    _weigh_past,
    _weigh_built,
    _weigh_pointing,
    _weigh_apart,
    _weigh_effort,
    _weigh_question,
    _weigh_forecast,
    _weigh_wish,
    _weigh_measured,
    _weigh_today,
)
