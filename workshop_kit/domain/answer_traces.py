"""An audit trail of answers to missions: what somebody else typed in, and which proposals went; it names nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workshop_kit.domain.model import Change

#: The kind that an answer typed in for somebody has in the change feed.
ANSWERED: Final = "answered-for"
#: Of a proposal that had no answer and went with the offer it rested on, which its person took back.
WITHDRAWN: Final = "withdrawn"


@dataclass(frozen=True)
class AnswerTrace:
    """Audit entry (*trace*): what somebody answers to a mission was typed in by another, or is asked no more.

    Attributes
    ----------
    participant, mission
        Whose answer, and to what, by their ids, which say nothing once they are gone.
    answer
        ``accepted``, ``declined``, ``another`` (declined, with the wish for another) or ``later``; ``withdrawn``: the
        proposal went with their offer.
    at
        When, to the second.
    by
        The name that pages have for a helper's browser; empty: the facilitator typed it.

    """

    participant: str
    mission: str
    answer: str
    at: datetime
    by: str = ""


def write_answer(trace: AnswerTrace) -> str:
    """Return what stands in the change feed for a trace, beside its kind."""
    at = trace.at.isoformat(timespec="seconds")
    return f"{trace.participant} {trace.mission} {trace.answer} {at} {trace.by}".rstrip()


def read_answers(feed: Iterable[Change]) -> dict[tuple[str, str], AnswerTrace]:
    """Return the last trace of each person and mission in a change feed."""
    found = (_read(change.entity) for change in feed if change.kind == ANSWERED)
    return {(one.participant, one.mission): one for one in found}


def _read(entity: str) -> AnswerTrace:
    participant, mission, answer, at, *by = entity.split(" ")
    return AnswerTrace(participant, mission, answer, datetime.fromisoformat(at), by[0] if by else "")
