"""How a challenge's sentence is read, in the words of the page: what it is, why, and what to ask for next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import Final

from workshop_kit.domain.challenge_adding import extend_statement, split_statement
from workshop_kit.domain.challenge_reading import Kind, read_challenge
from workshop_kit.domain.challenge_reading import Reading as Read
from workshop_kit.domain.clarity import Asking, Phrasing, Rating, find_latest, is_complete, sort_ratings
from workshop_kit.domain.model import Challenge, Reason
from workshop_kit.domain.parts import PARTS, Part
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.facilitator.clarity import (
    ClarityOfChallenge,
    GivenRating,
    MarkedPart,
    NextQuestion,
    Reading,
    SavedSentence,
)
from workshop_kit.live.timer import in_ms
from workshop_kit.store import Repository

#: Examples of an answer that stand beside a question.
_EXAMPLES: Final = 2
#: Where the catalogs say what was read.
_SECTION: Final = "framing"
#: The reasons that say which words say a part: they are marked in the sentence.
_MARKED: Final = "point"
#: What is asked of a means before all else.
_TO_REACH_WHAT: Final = "facilitator.challenges.next.to-reach"
#: Sentences that say an action alone, in which an answer is tried.
_FRAMES: Final = {"fr": "Réparer le pont.", "en": "Mend the bridge."}
#: Sentences by which what reading needs is loaded before anybody types.
_WARM: Final = ("Plus personne ne dort dehors d’ici 2028.", "Nobody sleeps rough by 2028.")


class Reader:
    """Reads sentences for one page.

    Parameters
    ----------
    language
        The page's: what is said of a sentence is said in it.
    territory
        The workshop's, the first example of where.
    year
        The present one: examples of when lie in the next.

    """

    def __init__(self, language: str, territory: str, year: int) -> None:
        self._say = Translator(language)
        self._territory = territory
        self._year = year

    def read(self, statement: str, language: str) -> Reading:
        """Read a sentence; ``language`` is the workshop's, which an empty one is asked in."""
        found = read_sentence(statement)
        return {
            "text": statement,
            "kind": found.kind,
            "score": found.score,
            "marks": [_place(statement, mark.part, mark.start, mark.end) for mark in found.marks],
            "missing": list(found.missing),
            "why": [self._say.reason(one, _SECTION) for one in found.why if not one.code.startswith(_MARKED)],
            "questions": self._list_questions(found, language if not statement else found.language),
            "halves": list(_split(statement)) if found.kind is Kind.SEVERAL else [],
        }

    def describe_sentences(
        self, challenge: Challenge, kept: Sequence[Phrasing], askings: Sequence[Asking], ratings: Sequence[Rating]
    ) -> list[SavedSentence]:
        """Return the sentences that were saved for a challenge, the latest first."""
        shown = {one.phrasing: _list_shown(one, ratings) for one in askings if one.challenge == challenge.id}
        return [
            {
                "number": one.number,
                "statement": one.statement,
                "at": in_ms(one.at),
                "kind": read_sentence(one.statement).kind,
                "parts": count_parts(read_sentence(one.statement)),
                "ratings": shown.get(one.number, []),
            }
            for one in sorted(kept, key=lambda phrasing: -phrasing.number)
        ]

    def _list_questions(self, found: Read, language: str) -> list[NextQuestion]:
        asked: list[NextQuestion] = [
            {"part": part, "ask": self._say.reason(one, _SECTION), "examples": self._give_examples(part, language)}
            for one, part in zip(found.questions, _find_parts(found), strict=True)
        ]
        if found.kind is Kind.SOLUTION and (not asked or asked[0]["part"] is not None):
            examples = self._give_examples(Part.ACTION, language)
            asked.insert(0, {"part": None, "ask": self._say(_TO_REACH_WHAT), "examples": examples})
        return asked

    def _give_examples(self, part: Part | None, language: str) -> list[str]:
        """Give answers to begin from, in the language of the sentence that they are to stand in."""
        if part is None:
            return []
        say = Translator(language)
        keys = [f"facilitator.challenges.example.{part}.{number}" for number in range(1, _EXAMPLES + 1)]
        values = {"territory": self._territory, "year": self._year + 1, "later": self._year + 2}
        return [say(key, **values) for key in keys if say.knows(key)]


@lru_cache(maxsize=256)
def read_sentence(statement: str) -> Read:
    """Read a sentence; one that was read already is not read again."""
    return read_challenge(statement)


def says_part(answer: str, part: Part) -> bool:
    """Tell whether an answer says a part in a sentence of any of the languages; a place is known by its own alone."""
    if part is Part.TERRITORY:
        return False
    return any(
        part not in read_sentence(extend_statement(frame, part, answer, language, {})).missing
        for language, frame in _FRAMES.items()
    )


@cache
def get_ready_to_read() -> None:
    """Load what reading needs, so that nobody's first letters wait for it."""
    for sentence in _WARM:
        read_sentence(sentence)


def count_parts(found: Read) -> int:
    """Return how many of the five parts a sentence has."""
    return len(PARTS) - len(found.missing)


def describe_clarity(challenge: Challenge, asked: Repository) -> ClarityOfChallenge:
    """Return how asking about a challenge stands; the answers themselves only once all are in."""
    askings, ratings = asked.list_askings(challenge.id), asked.list_ratings(challenge.id)
    latest = find_latest(askings)
    if latest is None:
        return {"number": 0, "statement": "", "present": True, "wanted": 0, "answered": 0, "ratings": []}
    said = {one.number: one.statement for one in asked.list_phrasings(challenge.id)}.get(latest.phrasing, "")
    return {
        "number": latest.phrasing,
        "statement": said,
        "present": said == challenge.statement,
        "wanted": latest.wanted,
        "answered": sum(one.phrasing == latest.phrasing for one in ratings),
        "ratings": _list_shown(latest, ratings),
    }


def _list_shown(asking: Asking, ratings: Collection[Rating]) -> list[GivenRating]:
    """Return what was said of a sentence; nothing while somebody is still awaited."""
    given = [one for one in ratings if (one.challenge, one.phrasing) == (asking.challenge, asking.phrasing)]
    if not is_complete(asking, given):
        return []
    return [{"clearness": one.clearness, "remark": one.remark} for one in sort_ratings(given)]


def _find_parts(found: Read) -> list[Part | None]:
    """Return the part that each question is about: its reason's code has the part's name in it, or none."""
    return [_find_part(one) for one in found.questions]


def _find_part(question: Reason) -> Part | None:
    return next((part for part in PARTS if part.value in question.code.split("-")), None)


def _split(statement: str) -> tuple[str, ...]:
    return split_statement(statement, lambda half: read_sentence(half).kind is Kind.CHALLENGE) or ()


def _place(statement: str, part: Part, start: int, end: int) -> MarkedPart:
    """Return where a part stands as a page counts: it takes a sign beyond the first plane for two."""
    return {"part": part, "start": _count_units(statement[:start]), "end": _count_units(statement[:end])}


def _count_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
