"""Read a sentence as a challenge: find its parts, weigh its clauses, say its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from workshop_kit.domain.framing.asides import leave_aside
from workshop_kit.domain.framing.choosing import choose_day, choose_indicator, choose_people, find_action, find_kept
from workshop_kit.domain.framing.clauses import Form, cover
from workshop_kit.domain.framing.french_things import names_means
from workshop_kit.domain.framing.french_today import tells_today
from workshop_kit.domain.framing.halves import is_two_in_english, is_two_in_french
from workshop_kit.domain.framing.joined_states import names_thing_beside
from workshop_kit.domain.framing.judging import decide
from workshop_kit.domain.framing.looking import Seen, look, weigh_all
from workshop_kit.domain.framing.measures import Measure, Sort
from workshop_kit.domain.framing.plain_text import PlainText
from workshop_kit.domain.framing.populations import find_people
from workshop_kit.domain.framing.things import adds_another
from workshop_kit.domain.framing.values import Kind
from workshop_kit.domain.framing.weights import LEXICONS, Force, Weighed
from workshop_kit.domain.framing.words import Word
from workshop_kit.domain.parts import PARTS, Part

type_of_span = tuple[int, int]
#: The end of a slogan: after a colon few words, and a year without any word for when.
_SIGNED: Final = re.compile(r":[^:;,.!?\d]{2,40}\b20\d\d\s*[!.]*\s*$")
#: People and places that a word says to be some: as the page joins a name it cannot know, "— où : le Lac".
_LABELLED: Final = {
    Part.POPULATION: re.compile(r"[—–-] ?(?:pour qui|for whom) ?: ?([^—–.;!?]{1,80})"),
    Part.TERRITORY: re.compile(r"[—–-] ?(?:o[uù]|where) ?: ?([^—–.;!?]{1,80})"),
}


@dataclass(frozen=True)
class Found:
    """What was found in a sentence: its kind, its parts as stretches of the plain text, and what decided."""

    text: PlainText
    language: str
    words: Sequence[Word]
    kind: Kind
    parts: dict[Part, type_of_span]
    weighed: Sequence[Weighed]
    deciding: Sequence[Weighed]
    groups: Sequence[type_of_span]
    thing: type_of_span | None
    question: bool
    ages: Sequence[type_of_span]
    rhythms: Sequence[type_of_span]
    names: Sequence[type_of_span]
    measures: Sequence[Measure]


def read(text: PlainText, language: str) -> Found:
    """Find what a sentence of ``language`` says."""
    around, whole = leave_aside(text, language), text
    text = around.core
    seen = look(around, language, whole)
    words, plain = seen.evidence.words, text.plain
    weighed, groups, thing = weigh_all(text, seen)
    shared = bool(groups and seen.evidence.deadlines) and any(one.sort is Sort.SHARE for one in seen.evidence.measures)
    stated = shared or tells_today(seen.clauses, seen.evidence)
    if (
        language == "fr"
        and thing is None
        and not weighed
        and not stated
        and names_means(words, plain, announced=text != whole)
    ):
        thing, groups = (words[0].start, words[-1].end), []
    firm = bool(groups) or any(one.force is Force.END for one in weighed)
    others = len(groups) + (adds_another(words, language) if firm or language == "en" else 0)
    others += language == "en" and bool(groups) and not weighed and names_thing_beside(words, groups)
    kind, deciding = decide(weighed, others, thing is not None)
    if kind is Kind.CHALLENGE and _is_signed(text, seen, weighed):
        undated = replace(seen, evidence=replace(seen.evidence, deadlines=[]))
        less, fewer, named = weigh_all(text, undated)
        bare = decide(less, len(fewer), named is not None)
        if bare[0] is not Kind.CHALLENGE:
            seen, weighed, groups, thing, (kind, deciding) = undated, less, fewer, named, bare
    apart = {"fr": is_two_in_french, "en": is_two_in_english}[language]
    if kind is not Kind.SEVERAL and not (language == "fr" and _is_one_means(weighed)) and apart(text, seen, kind):
        kind = Kind.SEVERAL
    return Found(
        whole,
        language,
        words,
        kind,
        _choose_parts(text, seen, weighed, deciding, (groups[0] if groups else None, thing), kind),
        weighed,
        deciding,
        groups,
        thing,
        "?" in plain or re.match(LEXICONS[language].QUESTION, plain) is not None,
        seen.ages,
        seen.evidence.rhythms,
        seen.names,
        seen.evidence.measures,
    )


def _is_signed(text: PlainText, seen: Seen, weighed: Sequence[Weighed]) -> bool:
    """Say whether words without a subject are signed by a place and a bare year: "Warm homes for all: Wexham 2030!".

    So slogans are, and what they say is no end for the year alone.
    """
    signed = _SIGNED.search(text.plain)
    told = any(one.clause.form is Form.STATEMENT for one in weighed)
    return signed is not None and not told and any(signed.start() < one.start for one in seen.territories)


def _is_one_means(weighed: Sequence[Weighed]) -> bool:
    """Say whether a sentence is all means, of which the later ones complete the first."""
    return len(weighed) > 1 and all(one.force is Force.MEANS for one in weighed)


def _choose_parts(
    text: PlainText,
    seen: Seen,
    weighed: Sequence[Weighed],
    deciding: Sequence[Weighed],
    named: tuple[type_of_span | None, type_of_span | None],
    kind: Kind,
) -> dict[Part, type_of_span]:
    """Return the stretch that says each part; ``named``: the first state without a verb, and the means only named."""
    evidence, territories = seen.evidence, seen.territories
    words, (group, thing) = evidence.words, named
    told = thing if kind is Kind.SOLUTION else group or thing
    places = cover(words, [*((one.start, one.end) for one in territories), *evidence.deadlines])
    verbs = sorted({*seen.verbs, *(clause.verb for clause in seen.clauses)})
    people = find_people(words, evidence.language, verbs, places, find_kept(words, seen.clauses))
    found: dict[Part, type_of_span | None] = {
        Part.ACTION: find_action(words, weighed, deciding, told, evidence.measures, territories, kind),
        Part.POPULATION: choose_people(people, words, evidence.measures, kind),
        Part.TERRITORY: (territories[0].start, territories[0].end) if territories else None,
        Part.DEADLINE: choose_day(evidence, weighed, kind, text),
        Part.INDICATOR: choose_indicator(evidence, weighed, deciding, kind, text),
    }
    return {part: span for part in PARTS if (span := _take_label(text, part, found[part])) is not None}


def _take_label(text: PlainText, part: Part, found: type_of_span | None) -> type_of_span | None:
    """Return what was found, or all that a label says it is where nothing was, or a part of that alone."""
    label = _LABELLED[part].search(text.plain) if part in _LABELLED else None
    if label is None or (found is not None and not label.start(1) <= found[0] <= found[1] <= label.end(1)):
        return found
    return label.span(1)
