"""The contract of who reads challenges before the workshop: each sentence asked about, and one's own answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from workshop_kit.domain.clarity import Clearness
from workshop_kit.domain.entries import NUMBER, REMARK
from workshop_kit.live.contract.asking import Id, OneOf

# -- what may be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RateClarity:
    """How clear a challenge's sentence is, with a remark or none.

    ``phrasing`` is the number of the sentence that was read; ``None``: the one that waits, whichever it is.
    """

    challenge: Id
    clearness: Annotated[Clearness, OneOf("malformed-intention")]
    remark: Annotated[str, REMARK] = ""
    phrasing: Annotated[int, NUMBER] | None = None


# -- what is shown --------------------------------------------------------------------------------------------------


class SentenceToRate(TypedDict):
    """A sentence asked about, and one's own answer, ``None`` before there is one; nobody else's is here.

    ``phrasing`` is its number among those of its challenge.
    """

    challenge: str
    phrasing: int
    stake: str
    statement: str
    clearness: Clearness | None
    remark: str


class ReadingBeforehand(TypedDict):
    """What somebody reads beforehand, and the words for it.

    ``helping`` names what is fetched for it. ``let_in``: false for a link whose code is no more. ``seated``: this
    browser is a participant's too.
    """

    visible: Literal[True]
    helping: Literal["clarity"]
    let_in: bool
    seated: bool
    sentences: list[SentenceToRate]
    said: dict[str, str | dict[str, str]]
