"""States that a sentence names without a verb: "Zéro logement vacant", "un toit pour chaque famille d'ici 2028"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing import english_words, french_turns, french_words
from workshop_kit.domain.framing.clauses import Form
from workshop_kit.domain.framing.force_words import FORESEEN, LATELY, NEGATIVE, UNABLE
from workshop_kit.domain.framing.joined_states import NONE, WORDY, begin_told
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.results import AND_HAD, HAD, find_had_by_many, find_without_any, is_result
from workshop_kit.domain.framing.weights import Force, Weighed
from workshop_kit.domain.framing.words import Word

_MADE: Final = english_words.MEANS_THINGS | french_words.MEANS_THINGS
type_of_span = tuple[int, int]


#: Questions that ask for a reason hold no state.
_ASKS_WHY: Final = re.compile(
    r"\W*(?:(?:why|pourquoi) (?!not|pas|ne pas)|(?:est-ce|est-il) (?:bien |vraiment )?normal)"
)


def find_states(
    text: PlainText,
    words: Sequence[Word],
    weighed: Sequence[Weighed],
    measures: Sequence[Measure],
    deadlines: Sequence[type_of_span],
    result: type_of_span | None = None,
) -> list[type_of_span]:
    """Return the measured states that no verb tells: "Zéro logement vacant", "80 % des toits isolés d'ici 2030"."""
    firm = [
        one
        for one in weighed
        if (one.force is not Force.VAGUE or one.clause.form is not Form.ORDER) and one.clause.lemma != "falloir"
    ]
    told = [(begin_told(words, one, measures), words[one.clause.end - 1].end) for one in firm]
    if LATELY.search(text.plain) and not deadlines:
        return []
    if _ASKS_WHY.match(text.plain) or FORESEEN.search(text.plain) or _is_slogan(text, measures, weighed, deadlines):
        return []
    found: list[type_of_span] = []
    if result is not None:
        found.append((result[0], _end_of_first(text, words, result, measures, deadlines)))
        later = [w for w in words if w.start > result[1] and is_result(w) and _joined(text, w.start)]
        found += [(w.start, _group_end(words, w.end, measures, deadlines)) for w in later[:1]]
    each = _find_each(text, words, weighed, measures, deadlines)
    found += [one for one in each if not any(one[0] < end and start < one[1] for start, end in found)]
    if not weighed:
        found += [none.span(1) for none in NONE.finditer(text.plain)]
        found += _find_had(text, words, measures, deadlines, alone=not found)
    for done in _DONE.finditer(text.marked):
        if not any(done.start() < end and start < done.end() for start, end in [*told, *found]):
            found.append((done.start(), _group_end(words, done.end(), measures, deadlines)))
    ends = [words[one.clause.verb].start for one in weighed if one.force is Force.END]
    for one in sorted(measures, key=lambda measure: measure.start):
        if (
            (one.sort in {Sort.CHANGE, Sort.WITHOUT} and weighed)
            or any(one.start < end and start < one.end for start, end in [*told, *found])
            or not _opens_segment(words, one, deadlines)
            or _only_measures(text, one, [*ends, *(start for start, _ in found)], told=bool(ends))
        ):
            continue
        if _is_state(text, words, one, deadlines):
            found.append((one.start, _group_end(words, one.end, measures, deadlines)))
    return found


def _find_had(
    text: PlainText,
    words: Sequence[Word],
    measures: Sequence[Measure],
    deadlines: Sequence[type_of_span],
    *,
    alone: bool,
) -> list[type_of_span]:
    """Return what each is to have: on a day, or beside a zero ("zéro pesticide … et un médecin pour chacun")."""
    zeros = [one for one in measures if one.sort is Sort.ZERO]
    found = [one.span(1) for one in AND_HAD.finditer(text.plain) if zeros and one.start() > zeros[0].start]
    if alone and not found and deadlines and (had := HAD.match(text.plain)) is not None:
        found.append((had.start(), _group_end(words, had.end(), measures, deadlines)))
    if alone and not found and deadlines:
        found += find_had_by_many(text.plain, measures)
    return found


def _end_of_first(
    text: PlainText,
    words: Sequence[Word],
    result: type_of_span,
    measures: Sequence[Measure],
    deadlines: Sequence[type_of_span],
) -> int:
    end = _group_end(words, result[1], measures, deadlines)
    return min(
        [end, *(w.start - 1 for w in words if result[1] < w.start < end and is_result(w) and _joined(text, w.start))]
    )


def _joined(text: PlainText, start: int) -> bool:
    """Say whether a noun begins a second thing to reach: after a comma, or "and"."""
    return (
        re.search(r"(?:,|;|\b(?:et|and)) (?:la |le |les |l'|the |a |an )?$", text.plain[max(0, start - 12) : start])
        is not None
    )


def _find_each(
    text: PlainText,
    words: Sequence[Word],
    weighed: Sequence[Weighed],
    measures: Sequence[Measure],
    deadlines: Sequence[type_of_span],
) -> list[type_of_span]:
    """Return what each is or does, said without a verb: "tout le monde au sec", "every girl finishing school"."""
    found: list[type_of_span] = []
    if weighed:
        return found
    for each in _EACH.finditer(text.plain):
        end = _group_end(words, each.end(), measures, deadlines)
        told = _PARTICIPLE.search(text.plain[each.end() : end]) is not None
        if (deadlines or told) and end > each.end() and not any(start < each.end() <= stop for start, stop in found):
            found.append((each.start(1), end))
    for again in _AGAIN.finditer(text.plain):
        if not any(start < again.end() and again.start(1) < stop for start, stop in found):
            found.append(again.span(1))
    for done in _DONE_TO.finditer(text.plain):
        if not any(start < done.end() and done.start(1) < stop for start, stop in found):
            found.append(done.span(1))
    counted = [who for who in _WHO.finditer(text.plain) if _holds_measure(who, measures)]
    counted += french_turns.WHO_NO_MORE.finditer(text.plain)
    for start, stop in find_without_any(text.plain) if deadlines else ():
        if not any(begin < stop and start < end for begin, end in found):
            found.append((start, _group_end(words, stop, measures, deadlines)))
    for who in [*_WHO_DO.finditer(text.plain), *counted]:
        if not any(start < who.end() and who.start(1) < stop for start, stop in [*found, *deadlines]):
            found.append(who.span(1))
    still = _STILL.match(text.plain) or french_turns.STILL_SOME.match(text.plain)
    rate = french_turns.RATE.match(text.plain)
    told = rate is not None and not found and (bool(deadlines) or french_turns.RAISED.search(rate[1]) is not None)
    if rate is not None and told and any(one.start < rate.end() for one in measures):
        found.append((rate.start(1), _group_end(words, rate.end() - 1, measures, deadlines)))
    if still is not None and deadlines and not found:
        found.append((still.start(1), _group_end(words, still.end(), measures, deadlines)))
    return found


def _only_measures(text: PlainText, measure: Measure, before: Sequence[int], *, told: bool) -> bool:
    """Say whether a measure only tells how much of the end that stands beside it: "…, au moins 9 sur 10"."""
    joined = text.plain[: measure.start].rstrip()
    after = any(start < measure.start for start in before)
    if after and re.search(r"\b(?:avec|with|soit|dont|being)$", joined):
        return True
    if after and joined.endswith(("-", "–", "—", ":", "(")):
        return True
    own = measure.sort is Sort.ZERO or (
        not told and re.search(r"(?:\bd[e']|des|of)\b", text.plain[measure.start : measure.end])
    )
    if after and joined.endswith(",") and not own:
        return True
    leading = re.match(r"(?:sans|without)\b", text.plain[measure.start :]) is not None
    return leading and any(start > measure.start for start in before)


def _holds_measure(who: re.Match[str], measures: Sequence[Measure]) -> bool:
    if any(one.sort is Sort.ZERO and re.search(r"\b(?:that|which|who) $", who.string[: one.start]) for one in measures):
        return True
    return any(one.sort in {Sort.THRESHOLD, Sort.CHANGE} and who.start(1) < one.start < who.end() for one in measures)


#: So many that have gone: a fact.
_GONE: Final = re.compile(r"\b(?:fermee?s?|disparue?s?|perdue?s?|supprimee?s?|closed|lost|gone|shut|axed|cut)\b")
#: What is to be done for each: "tous les hameaux reliés au bourg".
_DONE: Final = re.compile(
    r"(?:^ *|(?<=, )|(?<=; )|(?<=\+ )|(?<=et ))(?:tous les|toutes les|chaque|l'ensemble des) "
    r"[\w'-]+(?: (?!qui|dont|où)[\w'-]+){0,3}? (?:[\w-]+(?:é|és|ée|ées)|\w*(?:pri|remi|ouvert|fait)(?:se?s?|"
    r"e?s?))\b(?! (?:est|sont|a|ont|qui)\b)"
)


#: All of them, in a state that no verb says: "tout le monde au sec avant la crue".
_EACH: Final = re.compile(
    r"(?:^\W*|(?:[;.] |\b(?:et|and|puis|&|\+) ))((?:tout le monde|chaque|chacun|tous les|toutes les|everyone|everybody|"
    r"every|each|all (?:the|our|of)) [\w'-]+)"
)
#: What is or does what no verb in a person says.
_PARTICIPLE: Final = re.compile(
    r"\b(?:\w{3,}(?:ing|ed)|able to|free of|\w+(?:ee?s|es?|is?|us?) (?:de|d'|en|au|aux|à|par))\b"
)
#: So much of it done: "forêt replantée à 80 %".
_DONE_TO: Final = re.compile(
    r"(?:^\W*|[:;,] |\bet )((?:la |le |les |l')?[\w'-]+(?: [\w'-]+){0,3}? \w+(?:ee?s?|ie?s?|ue?s?) (?:(?:à|a) \d+ ?%|"
    r"par (?:une?|deux|trois|quatre|neuf|\d+) [\w-]+ sur [\w-]+|par (?:la moitie|un tiers|deux tiers|\d+ ?%) (?:de|des|"
    r"du) ?[\w'-]+))"
)
#: What all of some do, said in a clause that narrows them: "des élèves qui lisent tous".
_WHO_DO: Final = re.compile(
    r"(?:^[^\w']*|[;,+] (?:et |and )?|\b(?:et|and) )((?:des |les |nos |the |our )?\w[\w'-]{0,30} (?:qui|who|that) "
    r"(?:\w[\w'-]{0,30} "
    r"){1,3}?"
    r"(?:tous|toutes|chacune?|all|each)\b[^.;:!?,]{0,60})"
)
#: Who or what does something so well that it is measured: "ambulances that reach us in 18 minutes".
_WHO: Final = re.compile(
    r"(?:^[^\w']*|[;+] |, et )((?:des |les |nos |the |our |un |une |an? )?\w[\w'-]{0,30}(?: \w[\w'-]{0,30})? "
    r"(?:qui|où|who|that|which) "
    r"[^.;:!?]{5,80})"
)
#: What still is, on the day.
_STILL: Final = re.compile(
    r"\W*((?:the |our |la |le |les |l'|nos |notre )?[\w' -]{3,40}? (?:(?:still|toujours) [\w-]+|(?:free|clear|rid) "
    r"of|open(?! (?:day|air|house|space|source|doors?|mic))|ouverte?s?|rouverte?s?|reopened|back (?:in|on|at|to)|de "
    r"retour|revenue?s|retrouvee?s?|(?:baign|navig|pratic|access|pot|habit|respir|joign|consult|franchiss|cycl)(?:able|ible)s?|"
    r"pietonne?s?|gratuite?s?|autonomes?|neutres?|à sec|au sec|hors d'eau))"
)
#: A thing that is so again.
_AGAIN: Final = re.compile(
    r"(?:^\W*|\b(?:et|and) )([\w' -]{3,40}? (?:\w+(?:able|ible)|open|clean|alive|back|whole|safe|ouverte?s?|"
    r"vivante?s?|propres?|libre|accessibles?) "
    r"(?:again|de nouveau|à nouveau)|[\w' -]{3,40}? (?:de|à) nouveau (?:\w+(?:able|ible)s?|ouverte?s?|vivante?s?|"
    r"propres?|libres?|pleine?s?|debout|en (?:eau|marche|service|vie|activite)))\b"
)


def _is_slogan(
    text: PlainText, measures: Sequence[Measure], weighed: Sequence[Weighed], deadlines: Sequence[type_of_span]
) -> bool:
    """Say whether zeros are a slogan: "no youth, no future"."""
    zeros = [one for one in measures if one.sort is Sort.ZERO]
    short = (
        len(zeros) > 1
        and all(
            one.end - one.start < _SHORT_ZERO and text.plain.startswith(("no ", "pas "), one.start) for one in zeros
        )
        and not weighed
    )
    held = all(re.search(r"\w (?:without|sans) (?:a|an|un|une)\b", one) for one in re.split("[.;,]", text.plain) if one)
    return short and not held and not deadlines and len(zeros) == len(measures)


#: Signs of a zero of two words.
_SHORT_ZERO: Final = 16


#: Words after which a state may begin.
_BEFORE_STATE: Final = frozenset(
    {"et", "and", "puis", "then", "mais", "but", "or", "ou", "+", "&", "as", "than", "que"}
    | {"plus", ":", ")", ";", ".", ",", "!", "?", "-", "–", "—", "well", "ainsi"}
)


#: What asks for the state that follows: "il faudrait un médecin pour 1 200 habitants".
_WISHED: Final = frozenset({"il", "faut", "faudrait", "nous", "on", "voulons", "veut", "visons", "vise", "viser"})


def _opens_segment(words: Sequence[Word], measure: Measure, deadlines: Sequence[type_of_span]) -> bool:
    """Say whether a measure stands at the beginning of the sentence, or of a part of it; a name may stand before it."""
    before = [
        word
        for word in words
        if word.end <= measure.start and not any(start <= word.start < end for start, end in deadlines)
    ]
    if measure.sort in {Sort.WITHOUT, Sort.CHANGE}:
        return True
    while before and (
        before[-1].plain in {"«", '"', "“", "avec", "with", "the", "les", "des", "objectif", "a", "un", "une", *_WISHED}
        or (before[-1].is_name and len(before) == 1)
    ):
        before.pop()
    return (
        not before or before[-1].plain in _BEFORE_STATE or (len(before) <= 2 and all(word.is_name for word in before))
    )


def _is_state(text: PlainText, words: Sequence[Word], measure: Measure, deadlines: Sequence[type_of_span]) -> bool:
    said = text.plain[measure.start : measure.end]
    bounded = (
        re.search(r"^(?:pas plus|au plus|moins|no more|at most|less than|fewer than|under)|(?:au plus|max\w*)$", said)
        is not None
    )
    if _OUT_OF.match(text.plain[: measure.start]):
        return False
    if measure.sort is Sort.COUNT and not bounded and _GONE.search(text.plain[measure.start : measure.end + 22]):
        return False
    if measure.sort is Sort.CHANGE and re.match(r"(?:twice|double|three times|deux fois|trois fois)", said):
        return True
    if re.match(r"(?:plus )?personne|nobody|no[ -]one", said) and not deadlines and UNABLE.search(_rest(text, measure)):
        return False
    if measure.sort is Sort.ZERO:
        if re.match(r"(?:no|nae) questions? asked", text.plain[measure.start :]):
            return False
        if WORDY.match(said) and re.match(r" ?(?:[:;,.!–—-]|just\b)", text.plain[measure.end :]):
            return False
        return bool(deadlines) or re.search(r"carbone?|emissions?", said) is None
    if measure.sort is Sort.THRESHOLD:
        return not re.search(r"\w", text.plain[: measure.start])
    if measure.sort is Sort.SHARE and re.match(r"(?:au moins |at least )?(?:autant|as many)\b", said):
        return True
    if measure.sort is Sort.SHARE:
        if re.search(r"\b(?:of them|of whom|d'entre (?:eux|elles))\b", said):
            return False
        of = re.search(r"(?:\b(?:des|de|du|of|sur|pour|out of|in|d')) ?\w", said) is not None
        of = of or re.match(r"[^%]*(?:%|per ?cent) [a-z]{4,}|[\w -]{3,20} (?:the|our|its|their) \w", said) is not None
        worse = not deadlines and not bounded and any(one.search(_rest(text, measure)) for one in NEGATIVE.values())
        return of and not worse and (bool(deadlines) or bounded or _has_participle(words, measure.end))
    if measure.sort is Sort.COUNT and not deadlines and not bounded and _is_made(words, measure):
        return False
    if measure.sort is Sort.COUNT and _WITH.match(text.plain[measure.start :]):
        return True
    more = (
        re.search(
            r"^.{0,30}\b(?:de plus|more|back|de moins|fewer|en (?:plus|moins))\b",
            text.plain[measure.start :],
        )
        is not None
    )
    if measure.sort is Sort.OVER:
        return bool(deadlines) or not said.startswith("stop")
    return measure.sort in {Sort.CHANGE, Sort.COUNT, Sort.WITHOUT} and (
        bool(deadlines) or (more and measure.sort is Sort.COUNT)
    )


#: Of how many a part is named: "sur les 40 fermes, trente n'irriguent plus".
_OUT_OF: Final = re.compile(r"\W*(?:sur|parmi|d'entre|des|among|out of|of)(?: (?:les|nos|ces|the|our|these|all))? ?$")
#: So many who have something: "500 pensioners with a weekly visitor".
_WITH: Final = re.compile(
    r"(?:(?!who\b|qui\b|sans\b|without\b|are\b|sont\b)[\w'-]+ ){2,7}?(?:with (?:a|an|their own)|avec (?:un|une|leur "
    r"propre)) \w"
)


def _is_made(words: Sequence[Word], measure: Measure) -> bool:
    """Say whether what is counted is made or bought: "two more benches"."""
    counted = [word for word in words if measure.start <= word.start and word.end <= measure.end]
    return bool(counted) and counted[-1].lemma in _MADE


def _rest(text: PlainText, measure: Measure) -> str:
    """Return what is said of a measure: up to a mark."""
    return re.split(r"[.;:!?,]", text.plain[measure.start :], maxsplit=1)[0]


def _has_participle(words: Sequence[Word], after: int) -> bool:
    later = [word.plain for word in words if word.start >= after - 1][:3]
    return any(re.search(r"(?:ee?s?|ie?s?|ue?s?|ed|ing)$", word) is not None and len(word) > 3 for word in later)


def _group_end(
    words: Sequence[Word], start: int, measures: Sequence[Measure], deadlines: Sequence[type_of_span]
) -> int:
    """Return where a state without a verb ends: at a mark, a date, or where another state begins."""
    end = start
    for place, word in enumerate(words):
        if word.start < start:
            continue
        following = words[place + 1] if place + 1 < len(words) else None
        another = following is not None and (
            following.plain in _STARTS or any(one.start == following.start for one in measures)
        )
        if word.plain in ",.;:!?()" or (word.plain in _JOINS and another):
            break
        if any(begin <= word.start < stop for begin, stop in deadlines):
            break
        end = word.end
    return end


_JOINS: Final = frozenset({"et", "and", "&", "+", "puis", "then", "mais", "but"})
_STARTS: Final = frozenset(
    {"chaque", "tous", "toutes", "tout", "aucun", "aucune", "zero", "every", "each", "all", "no", "qu'", "que"}
    | {"nobody"}
)
