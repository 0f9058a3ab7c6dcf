"""Say why a sentence was read as it was, what to ask its author next, and how it may be said as a challenge."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing.clauses import Clause
from workshop_kit.domain.framing.reader import Found
from workshop_kit.domain.framing.rewriting import rewrite
from workshop_kit.domain.framing.values import Kind, Mark, Reading
from workshop_kit.domain.framing.weights import Force
from workshop_kit.domain.model import Reason
from workshop_kit.domain.parts import PARTS, Part

#: Signs of an action that are quoted in a question.
_QUOTED_AT_MOST: Final = 90
#: A deadline as the day itself, for asking what will be seen then: "d'ici juin 2027" is "en juin 2027".
_ON_THE_DAY: Final = {
    "fr": (
        (
            re.compile(
                r"^(?:d['’]ici (?:à )?|avant |pour )(?=(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|"
                r"ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|\d{4})\b)",
                re.IGNORECASE,
            ),
            "en ",
        ),
        (re.compile(r"^(?:d['’]ici (?:à )?|avant |pour )(?=(?:no[ëe]l|p[âa]ques)\b)", re.IGNORECASE), "à "),
        (re.compile(r"^d['’]ici (?=(?:\d+|une?|deux|trois|quatre|cinq|six|dix|quelques) )", re.IGNORECASE), "dans "),
        (re.compile(r"^(?:d['’]ici (?:à )?|avant |pour )(?=la\b)", re.IGNORECASE), "à "),
        (re.compile(r"^(?:d['’]ici (?:à )?|avant |pour )(?=le \d)", re.IGNORECASE), ""),
    ),
    "en": (
        (
            re.compile(
                r"^(?:by|before) (?=(?:January|February|March|April|May|June|July|August|September|October|"
                r"November|December) \d{4}|\d{4}\b|(?:spring|summer|autumn|winter)\b)",
                re.IGNORECASE,
            ),
            "in ",
        ),
        (re.compile(r"^(?:by|before) (?=(?:Christmas|Easter)\b|the (?:end|start)\b)", re.IGNORECASE), "at "),
        (re.compile(r"^within (?=\w+ (?:years?|months?))", re.IGNORECASE), "in "),
    ),
}


def explain(found: Found) -> Reading:
    """Return the reading of a sentence, with its reasons and its questions."""
    marks = sorted(
        (Mark(part, *found.text.locate(*span)) for part, span in found.parts.items()),
        key=lambda one: (one.start, one.end),
    )
    missing = tuple(part for part in PARTS if part not in found.parts)
    points = len(found.parts) / len(PARTS)
    return Reading(
        text=found.text.given,
        language=found.language,
        kind=found.kind,
        score=points if found.kind is Kind.CHALLENGE else points / 2,
        marks=tuple(marks),
        missing=missing,
        questions=(*_ask_kind(found), *_ask_parts(found, missing)),
        why=(*_say_kind(found), *_say_uncounted(found), *_say_points(found)),
        rewrite=rewrite(found),
    )


def _quote(found: Found, span: tuple[int, int]) -> str:
    said = found.text.quote(*span)
    return said if len(said) <= _QUOTED_AT_MOST else said[:_QUOTED_AT_MOST].rsplit(" ", 1)[0] + "…"


def _quote_clause(found: Found, clause: Clause) -> str:
    return _quote(found, (found.words[clause.start].start, found.words[clause.end - 1].end))


def _say_kind(found: Found) -> tuple[Reason, ...]:
    """Say what makes the sentence what it is, in its own words."""
    if found.kind is Kind.SEVERAL:
        first, second = _two(found)
        return (Reason("several", {"first": first, "second": second}),)
    if found.kind is Kind.SOLUTION:
        said = (
            _quote(found, found.parts[Part.ACTION])
            if Part.ACTION in found.parts
            else _quote(found, (0, len(found.text.plain)))
        )
        return (Reason("solution", {"words": said}),)
    if found.kind is Kind.CHALLENGE:
        said = _quote(found, found.parts[Part.ACTION]) if Part.ACTION in found.parts else ""
        if found.deciding and found.deciding[0].why == "quantity" and Part.INDICATOR in found.parts:
            verb = found.words[found.deciding[0].clause.verb]
            measure = _quote(found, found.parts[Part.INDICATOR])
            return (Reason("challenge-quantity", {"verb": found.text.quote(verb.start, verb.end), "measure": measure}),)
        return (Reason("challenge-state", {"words": said}),) if said else ()
    return (_say_theme(found),)


def _say_theme(found: Found) -> Reason:
    vague = next((one for one in found.weighed if one.force is Force.VAGUE), None)
    if vague is not None:
        verb = found.words[vague.clause.verb]
        return Reason("theme-vague", {"words": found.text.quote(verb.start, verb.end)})
    fact = next((one for one in found.weighed if one.force is Force.FACT), None)
    if fact is not None and not found.question:
        return Reason("theme-fact", {"words": _quote_clause(found, fact.clause)})
    if found.question:
        return Reason("theme-question")
    return Reason("theme-no-end")


def _two(found: Found) -> tuple[str, str]:
    """Return the words of the two challenges of a sentence."""
    spans = [(found.words[one.clause.subject].start, found.words[one.clause.end - 1].end) for one in found.deciding]
    spans = sorted([*spans, *found.groups])
    if len(spans) < 2:
        rest = spans[0][1] if spans else 0
        return _quote(found, spans[0] if spans else (0, rest)), _quote(found, (rest, len(found.text.plain)))
    return _quote(found, spans[0]), _quote(found, spans[1])


def _say_uncounted(found: Found) -> tuple[Reason, ...]:
    """Say what was found and does not count: a rhythm, an age, a number that is a name."""
    taken = [span for part, span in found.parts.items() if part in {Part.DEADLINE, Part.INDICATOR}]
    said = []
    for code, spans in (
        ("uncounted-rhythm", found.rhythms),
        ("uncounted-age", found.ages),
        ("uncounted-name", found.names),
    ):
        for start, end in spans:
            if not any(start < stop and begin < end for begin, stop in taken):
                said.append(Reason(code, {"words": _quote(found, (start, end))}))
    return tuple(said)


def _say_points(found: Found) -> tuple[Reason, ...]:
    points = tuple(Reason(f"point-{part}", {"words": _quote(found, span)}) for part, span in found.parts.items())
    return points if found.kind is Kind.CHALLENGE or not points else (*points, Reason("points-halved"))


def _ask_kind(found: Found) -> tuple[Reason, ...]:
    if found.kind is Kind.SEVERAL:
        first, second = _two(found)
        return (Reason("ask-which", {"first": first, "second": second}),)
    if found.kind is Kind.SOLUTION:
        said = found.parts.get(Part.ACTION)
        return (Reason("ask-purpose", {"words": _quote(found, said)}),) if said else (Reason("ask-purpose-of-it"),)
    if found.kind is Kind.THEME:
        vague = next((one for one in found.weighed if one.force is Force.VAGUE), None)
        if vague is not None:
            return (Reason("ask-end", {"words": _quote_clause(found, vague.clause)}),)
        return (Reason("ask-action"),)
    return ()


def _ask_parts(found: Found, missing: tuple[Part, ...]) -> tuple[Reason, ...]:
    asked = []
    action = found.parts.get(Part.ACTION) if found.kind is Kind.CHALLENGE else None
    for part in missing:
        deadline = found.parts.get(Part.DEADLINE)
        if part is Part.ACTION and found.kind is not Kind.CHALLENGE:
            continue
        if part is Part.INDICATOR and deadline is not None:
            asked.append(Reason("ask-indicator-then", {"day": _say_day(found, deadline)}))
        elif action is not None and part in {Part.POPULATION, Part.TERRITORY, Part.DEADLINE}:
            asked.append(Reason(f"ask-{part}-of", {"words": _quote(found, action)}))
        else:
            asked.append(Reason(f"ask-{part}"))
    return tuple(asked)


def _say_day(found: Found, deadline: tuple[int, int]) -> str:
    said = found.text.quote(*deadline)
    for turn, instead in _ON_THE_DAY[found.language]:
        if turn.search(said):
            return turn.sub(instead, said)
    return said[:1].lower() + said[1:]
