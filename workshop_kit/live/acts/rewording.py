"""Rewording a challenge: once people have begun to answer it, each wording is kept, and so is which was answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from workshop_kit.domain.course import Stage
from workshop_kit.domain.history import Step, StepKind
from workshop_kit.domain.model import Challenge, Wording
from workshop_kit.store import Repository


def change_challenge(repository: Repository, changed: Challenge, now: datetime, by: str) -> None:
    """Replace a challenge; a statement that people have begun to answer gets another number.

    Nobody has answered while it is unopened and without ideas: then it is only corrected.
    """
    known = repository.find_challenge(changed.id)
    if changed.statement == known.statement:
        repository.update_challenge(changed)
        return
    answered = known.stage is not Stage.UNOPENED or bool(repository.list_ideas(known.id))
    number = known.wording + 1 if answered else known.wording
    kept = {wording.number for wording in repository.list_wordings(known.id)}
    if answered and known.wording not in kept:
        since = repository.find_workshop().created_at
        repository.add_wording(Wording(known.id, known.wording, known.statement, since))
    repository.update_challenge(replace(changed, wording=number))
    repository.add_wording(Wording(known.id, number, changed.statement, now))
    if answered:
        said = Step(uuid4().hex, StepKind.WORDING, now, by, challenge=known.id, wording=number)
        repository.add_steps([said])
