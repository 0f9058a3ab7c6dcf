"""What an answer adds to a challenge's sentence, and where a sentence that holds two challenges comes apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from workshop_kit.domain import english_links, french_links
from workshop_kit.domain.challenge_reading import read_challenge
from workshop_kit.domain.framing.values import Kind
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.parts import PARTS, Part
from workshop_kit.domain.precision import Links, assemble_statement
from workshop_kit.domain.wording import lower_first, tidy_part

#: What may close a sentence.
_END: Final = re.compile(r"\s*[.!?…]+\s*$")
#: What stands before a name in a theme ("les aînés de Val-Brume") and says nothing once it is joined anew.
_OF: Final = re.compile(r"^(?:de la|de l’|du|des|de|d’|of the|of|in the)(?:(?<=’)|\s)\s*", re.IGNORECASE)
#: Between two things that one sentence asks for, the surest first.
_BETWEEN: Final = (
    re.compile(r"\s*;\s*(?:et |and )?|(?<=[.!?])\s+", re.IGNORECASE),
    re.compile(r",? (?:et aussi|et également|ainsi que|tout en|et de|and also|as well as|while) ", re.IGNORECASE),
    re.compile(r",? (?:et|puis|and|then) |\s*[,/&+]\s*", re.IGNORECASE),
)
_ANYBODY: Final = frozenset(
    {"chacun", "chacune", "tous", "toutes", "tout le monde", "personne", "plus personne", "nul"}
    | {"everyone", "everybody", "anyone", "anybody", "all", "nobody", "no one", "people"}
)
#: What may stand around a place or people, and says nothing more.
_JOINING: Final = frozenset(
    {"pour", "les", "le", "la", "l", "des", "de", "du", "d", "aux", "a", "au", "en", "dans", "sur", "chez", "et", "ici"}
    | {"for", "the", "in", "of", "at", "to", "on", "by", "and", "all", "our", "nos", "tous", "toutes"}
)
_WORD: Final = re.compile(r"\w+")
#: Letters of a half that can still be a challenge.
_HALF_AT_LEAST: Final = 8
_DASH: Final = "\N{NO-BREAK SPACE}— "


def extend_statement(statement: str, part: Part, answer: str, language: str, found: Mapping[Part, str]) -> str:
    """Return a challenge's sentence with the answer to the question after one of its parts.

    An action is what the sentence is built on: what was a theme gives way to it, and keeps what it said of the rest.
    Whatever was asked, a date, a place or people alone are no action: they join the sentence, which stays.
    Anything else joins the end, before the measure if there is one; where the grammar is not sure it stands there
    behind its label, which is right whatever it is. What the sentence says already changes nothing; the same words in
    it that say something else ("le café de Noël") keep no answer out.

    Parameters
    ----------
    statement
        The sentence as it stands; empty: none yet.
    part, answer
        What was asked for, and what was answered.
    language
        The sentence's own.
    found
        The words of the parts that the sentence has, as they stand there.

    """
    if not statement.strip() or is_built_on(statement, part, answer, language):
        return _build_on(part, answer, language, found)
    if part is Part.ACTION:
        for other, words in _list_others(answer, language):
            statement = extend_statement(statement, other, words, language, found)
        return statement
    said = tidy_part(answer)
    if not said or (part in found and fold_name(said) in fold_name(statement)):
        return statement.strip()
    links: Links = french_links if language == "fr" else english_links
    closing = _END.search(statement)
    mark = closing[0].strip() if closing else "."
    body = statement[: closing.start()] if closing else statement.strip()
    joined = _join_measure(body, said, links) if part is Part.INDICATOR else _join(part, said, links)
    if fold_name(joined) in fold_name(statement):
        return statement.strip()
    if part is Part.INDICATOR:
        return f"{body}{joined}{'.' if '?' not in mark else _question(language)}"
    body, measure = _part_measure(body, found.get(Part.INDICATOR, ""))
    return f"{body}{joined}{measure}{_question(language) if '?' in mark else mark}"


def is_built_on(statement: str, part: Part, answer: str, language: str) -> bool:
    """Tell whether an answer becomes what a sentence is built on, so that what stood there gives way to it."""
    return part is Part.ACTION and not (statement.strip() and _list_others(answer, language))


def split_statement(statement: str, is_challenge: Callable[[str], bool]) -> tuple[str, str] | None:
    """Return the two challenges that one sentence holds, each a sentence; ``None`` where it does not come apart.

    Where it may come apart in several places, the one counts of which both halves are challenges, else the surest.
    """
    halves = list(_list_halves(statement))
    best = next((pair for pair in halves if all(map(is_challenge, pair))), None)
    return best or (halves[0] if halves else None)


def _build_on(part: Part, answer: str, language: str, found: Mapping[Part, str]) -> str:
    links: Links = french_links if language == "fr" else english_links
    said: dict[Part, str] = {part: answer}
    if part is Part.ACTION:
        told = read_challenge(answer)  # "chaque aîné reçoit une visite" says for whom: nothing is said twice
        others = {
            one: _OF.sub("", words)
            for one, words in found.items()
            if one is not Part.ACTION and not _is_told(one, told.words(one))
        }
        said |= {one: words for one, words in others.items() if _is_sure(one, words, links)}
    action, population, territory, deadline, indicator = (said.get(one, "") for one in PARTS)
    whole = Challenge("", "", "", action, population, territory, deadline, indicator)
    return assemble_statement(whole, language)


def _list_others(answer: str, language: str) -> tuple[tuple[Part, str], ...]:
    """Return the parts that an answer says instead of an action, each with its words; nothing where it says more."""
    said = tidy_part(answer)
    links: Links = french_links if language == "fr" else english_links
    date = links.link_deadline(said)  # "2028" is one once it is said as one
    if date is not None and read_challenge(date).words(Part.DEADLINE) == date:
        return ((Part.DEADLINE, said),)
    reading = read_challenge(said)
    marks = sorted((one for one in reading.marks if one.part is not Part.INDICATOR), key=lambda one: one.start)
    if any(one.part is Part.ACTION for one in marks):
        return ()
    rest = reading.text
    for one in reversed(marks):
        rest = rest[: one.start] + " " + rest[one.end :]
    if not marks or not _JOINING.issuperset(_WORD.findall(fold_name(rest))):
        return ()
    return tuple((one.part, _OF.sub("", reading.text[one.start : one.end])) for one in marks)


def _is_told(part: Part, words: str | None) -> bool:
    """Whether an answer itself says a part, more closely than by a word that is true of anybody."""
    return part is not Part.INDICATOR and words is not None and fold_name(words) not in _ANYBODY


def _is_sure(part: Part, words: str, links: Links) -> bool:
    return part is Part.INDICATOR or _link(part, words, links) is not None


def _link(part: Part, words: str, links: Links) -> str | None:
    ways: dict[Part, Callable[[str], str | None]] = {
        Part.POPULATION: links.link_people,
        Part.TERRITORY: links.link_place,
        Part.DEADLINE: links.link_deadline,
    }
    return ways[part](words)


def _join(part: Part, said: str, links: Links) -> str:
    linked = _link(part, said, links)
    if linked is None:
        return f"{_DASH}{lower_first(links.LABELS[part])}{links.COLON}{links.show_part(part, said)}"
    return f", {linked}"


def _join_measure(body: str, said: str, links: Links) -> str:
    """Join how one will see that it is done: a clause tells it after a colon, unless it reads as another challenge."""
    if not said[0].isdigit() and _is_clause(said):
        clause = f"{links.COLON}{lower_first(said)}"
        whole = read_challenge(f"{body}{clause}.")
        if whole.words(Part.INDICATOR) is not None and whole.kind is not Kind.SEVERAL:
            return clause
    return f"{links.SEMICOLON}{links.link_measure(said)}"


def _is_clause(said: str) -> bool:
    """Tell whether a text says an end, or how things are: by itself it is a fact of today."""
    reading = read_challenge(said)
    return reading.words(Part.ACTION) is not None or any(reason.code == "theme-fact" for reason in reading.why)


def _part_measure(body: str, measure: str) -> tuple[str, str]:
    """Part a sentence from the measure at its end, which stays there: it is told by its semicolon or colon."""
    at = body.rfind(measure) if measure else -1
    parted = -1 if at <= 0 else body.rfind(";", 0, at) if ";" in body[:at] else body.rfind(":", 0, at)
    if parted < 0:
        return body, ""
    start = len(body[:parted].rstrip())
    return body[:start], body[start:]


def _question(language: str) -> str:
    return "\N{NARROW NO-BREAK SPACE}?" if language == "fr" else "?"


def _list_halves(statement: str) -> Iterator[tuple[str, str]]:
    text = _END.sub("", statement.strip())
    for between in _BETWEEN:
        for found in between.finditer(text):
            first, second = text[: found.start()], text[found.end() :]
            if min(len(first.strip()), len(second.strip())) >= _HALF_AT_LEAST:
                yield _make_sentence(first), _make_sentence(second)


def _make_sentence(half: str) -> str:
    said = tidy_part(half)
    return f"{said[:1].upper()}{said[1:]}."
