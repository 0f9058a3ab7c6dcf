"""Asking two or three people how clear a sentence is (*clarté*): nobody sees an answer before all are in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from workshop_kit.domain.clarity import ASKED_AT_LEAST, Asking, Clearness, Phrasing, Rating, find_open, is_complete
from workshop_kit.domain.course import Stage
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.acts.helping import make_code
from workshop_kit.live.acts.rewording import keep_sentence
from workshop_kit.store import Repository

#: What stands before the code in the address that lets somebody read beforehand.
LINK: Final = "clarity"


def ask_clarity(repository: Repository, challenge: str, wanted: int, now: datetime, language: str) -> Asking:
    """Ask ``wanted`` people how clear the present sentence of a challenge is, anew where they were asked of it before.

    Of a sentence that was asked about and not answered by all, nothing stays: nobody will ever be shown it. The code
    that lets people read beforehand is made with the first question, and serves for every challenge.
    """
    known = repository.find_challenge(challenge)
    kept = repository.list_phrasings(challenge)
    since = now if kept else repository.find_workshop().created_at
    present = keep_sentence(repository, known, since)
    waiting = find_asking(repository, challenge)
    if waiting is not None:
        repository.remove_asking(challenge, waiting.phrasing)
    asking = Asking(challenge, present.number, wanted, now)
    repository.add_asking(asking)
    if not repository.find_clarity_code():
        repository.set_clarity_code(make_code(language))
    return asking


def find_asking(repository: Repository, challenge: str) -> Asking | None:
    """Return which sentence of a challenge waits for answers."""
    return find_open(repository.list_askings(challenge), repository.list_ratings(challenge))


def find_asked(repository: Repository, challenge: str) -> Phrasing | None:
    """Return the sentence of a challenge that waits for answers; once people work on the challenge none does."""
    asking = find_asking(repository, challenge)
    if asking is None or repository.find_challenge(challenge).stage is not Stage.UNOPENED:
        return None
    return next((one for one in repository.list_phrasings(challenge) if one.number == asking.phrasing), None)


def rate_clarity(
    repository: Repository, challenge: str, rater: str, clearness: Clearness, remark: str, *, read: int | None = None
) -> None:
    """Keep what somebody says of the sentence that answers are awaited of; until all are in they may change it.

    ``read`` is the number of the sentence that they read; ``None``: it is not said. An answer may be on its way while
    another sentence is asked about, and would be taken for one about that.

    Raises
    ------
    InvalidEntry
        ``clarity-complete``: all who were asked have answered. ``clarity-reworded``: answers are awaited of another
        sentence than the one that was read.

    """
    repository.find_challenge(challenge)
    asking = find_asking(repository, challenge)
    if asking is None:
        raise InvalidEntry("clarity-complete")
    if read not in (None, asking.phrasing):
        raise InvalidEntry("clarity-reworded")
    repository.add_rating(Rating(challenge, asking.phrasing, rater, clearness, remark))
    _close_when_complete(repository, asking)


def wait_no_more(repository: Repository, challenge: str) -> None:
    """Wait for no more answers: those of two or more are shown, what one alone said is erased with the question."""
    asking = find_asking(repository, challenge)
    if asking is None:
        return
    answers = [one for one in repository.list_ratings(challenge) if one.phrasing == asking.phrasing]
    if len(answers) < ASKED_AT_LEAST:
        repository.remove_asking(challenge, asking.phrasing)
        return
    settled = replace(asking, wanted=len(answers))
    repository.update_asking(settled)
    _close_when_complete(repository, settled)


def close_to_readers(repository: Repository) -> None:
    """Let nobody read beforehand any more, neither those who are in; what all have answered stays."""
    repository.set_clarity_code("")
    for visitor in repository.list_readers():
        repository.remove_reader(visitor)


def _close_when_complete(repository: Repository, asking: Asking) -> None:
    answers = [one for one in repository.list_ratings(asking.challenge) if one.phrasing == asking.phrasing]
    if is_complete(asking, answers):
        repository.forget_raters(asking.challenge, asking.phrasing)
