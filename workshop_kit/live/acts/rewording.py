"""Rewording a challenge: once people have begun to answer it, each wording is kept, and so is which was answered."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import uuid4

from workshop_kit.domain.clarity import Phrasing
from workshop_kit.domain.course import Stage
from workshop_kit.domain.history import Step, StepKind
from workshop_kit.domain.model import Challenge, Wording
from workshop_kit.store import Repository

#: Signs that are read aloud, though they are punctuation to a computer.
_READ_ALOUD: Final = frozenset("%‰&@#§")


def change_challenge(repository: Repository, changed: Challenge, now: datetime, by: str) -> None:
    """Replace a challenge; a statement that people have begun to answer gets another number.

    Nobody has answered while it is unopened and without ideas: then it is only corrected. So is a statement whose words
    stay what they were: another comma, capital or space asks nobody another question.
    """
    known = repository.find_challenge(changed.id)
    if changed.statement == known.statement:
        repository.update_challenge(changed)
        return
    if known.statement not in {one.statement for one in repository.list_phrasings(known.id)}:
        keep_sentence(repository, known, repository.find_workshop().created_at)
    if not asks_otherwise(known.statement, changed.statement):
        _correct(repository, replace(changed, wording=known.wording))
        return
    answered = known.stage is not Stage.UNOPENED or bool(repository.list_ideas(known.id))
    number = known.wording + 1 if answered else known.wording
    kept = {wording.number for wording in repository.list_wordings(known.id)}
    if answered and known.wording not in kept:
        since = repository.find_workshop().created_at
        repository.add_wording(Wording(known.id, known.wording, known.statement, since))
    repository.update_challenge(replace(changed, wording=number))
    keep_sentence(repository, changed, now)
    repository.add_wording(Wording(known.id, number, changed.statement, now))
    if answered:
        said = Step(uuid4().hex, StepKind.WORDING, now, by, challenge=known.id, wording=number)
        repository.add_steps([said])


def asks_otherwise(before: str, after: str) -> bool:
    """Say whether a statement asks another question than the one before, and is no mere correction of it."""
    return _list_words(before) != _list_words(after)


def keep_sentence(repository: Repository, challenge: Challenge, at: datetime) -> Phrasing:
    """Keep what a challenge says among its sentences, unless it is the last one kept; one of another time came then."""
    return repository.add_phrasing(challenge.id, challenge.statement, at)


def _correct(repository: Repository, corrected: Challenge) -> None:
    repository.update_challenge(corrected)
    repository.correct_phrasing(corrected.id, corrected.statement)
    for kept in repository.list_wordings(corrected.id):
        if kept.number == corrected.wording:
            repository.add_wording(replace(kept, statement=corrected.statement))


def _list_words(statement: str) -> list[str]:
    """Return the words of a statement as they are read aloud: without case, spaces and punctuation."""
    plain = unicodedata.normalize("NFC", statement)
    return "".join(" " if _is_silent(sign) else sign for sign in plain).casefold().split()


def _is_silent(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PZC" and sign not in _READ_ALOUD
