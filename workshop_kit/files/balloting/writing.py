"""Write what a file of ballots brings, with what it takes to undo it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from workshop_kit.domain.ballots import BallotMark, VoteKind
from workshop_kit.domain.course import Stage
from workshop_kit.domain.files import TakenEntry, TakenFile
from workshop_kit.domain.history import Step, StepKind
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.model import Dots, Vote
from workshop_kit.files.balloting.planning import BallotPlan, Entered, close_challenge
from workshop_kit.files.importing.plan import Fate
from workshop_kit.files.importing.writing import digest_value
from workshop_kit.store import Repository
from workshop_kit.store.funding import count_ended

#: Whose doing the closing of a challenge is whose vote a file brought.
BY_FILE: Final = "file"


def write_ballots(repository: Repository, plan: BallotPlan, *, file: str, now: datetime, by: str) -> str | None:
    """Write a plan within the state it was made in; return the id that undoes it, ``None``: nothing was written."""
    if not plan.changes_something:
        return None
    book = _Book(repository)
    for one in plan.entered.values():
        if one.new:
            repository.add_challenge(one.challenge)
    repository.add_participants(plan.people)
    for idea in plan.ideas:
        repository.add_idea(idea)
    _write_marks(repository, [mark for mark, _ in plan.marks])
    for challenge, costs in plan.costs.items():
        repository.update_costs(challenge, costs)
    for one in plan.entered.values():
        _close(repository, one, plan, now, book)
        count_ended(repository, one.challenge.id)
    book.note_plan(plan)
    number = repository.number_import()
    new, changed = plan.fates[Fate.NEW], plan.fates[Fate.CHANGED]
    done = TakenFile(book.import_id, number, plan.book.kind.value, file, by, now, new, changed)
    repository.add_import(done, book.entries)
    return done.id


def _write_marks(repository: Repository, marks: Iterable[Vote]) -> None:
    given = tuple(marks)
    for one in given:
        if isinstance(one, Dots):
            repository.update_dots(one)
    repository.update_ballot_marks(one for one in given if isinstance(one, BallotMark))


def _close(repository: Repository, one: Entered, plan: BallotPlan, now: datetime, book: _Book) -> None:
    """Have a challenge that nobody worked on here follow the file's rule, and stand as one whose vote is over.

    Nobody in this room was shown its ideas, so that no reveal is noted: how many were written alone is not known.
    """
    if not one.fresh or one.rule.kind is not plan.book.ballots:
        return
    before = repository.find_challenge(one.challenge.id)
    if one.rules and one.rule.kind is not VoteKind.DOTS:
        rule = repository.find_vote_rule(before.id)
        repository.update_vote_rule(before.id, before.round, one.rule)
        if not one.new:
            book.note("vote-rule", before.id, _dump(asdict(rule)), _dump(asdict(one.rule)))
    move = uuid4().hex
    stages = (Stage.RESULTS, Stage.CLOSED)
    steps = [Step(move, StepKind.STAGE, now, BY_FILE, None, before.id, stage, ideas=0) for stage in stages]
    repository.add_steps(steps)
    options = list_options(repository.list_ideas(before.id), repository.list_groups(before.id))
    closed = close_challenge(before, now, (option.id for option in options))
    repository.update_challenge(closed)
    if not one.new:
        book.note("closing", before.id, move, digest_value(repository, asdict(closed)))


class _Book:
    """The entries of one import, in the order in which they are undone from their end."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self.import_id = uuid4().hex
        self.entries: list[TakenEntry] = []

    def note(self, kind: str, entity: str, before: str, after: str, participant: str | None = None) -> None:
        """Note one thing that the file did."""
        entry = TakenEntry(self.import_id, len(self.entries), kind, entity, participant, before, after)
        self.entries.append(entry)

    def note_plan(self, plan: BallotPlan) -> None:
        """Note all that a plan brings; of a challenge it made, as it stands in the end."""
        closings, self.entries = self.entries, []
        for one in plan.entered.values():
            if one.new:
                self._note_value("voted-challenge", self._repository.find_challenge(one.challenge.id))
        for person in plan.people:
            self._note_value("participant", person, person.id)
        for idea in plan.ideas:
            self._note_value("idea", idea, idea.author)
        for entry in closings:
            self.note(entry.kind, entry.entity, entry.before, entry.after)
        for challenge, costs in plan.costs.items():
            former = {option: plan.costs_before[option] for option in costs}
            self.note("costs", challenge, _dump(former), _dump(dict(costs)))
        ballots: dict[tuple[str, str], list[tuple[Vote, int | None]]] = defaultdict(list)
        for mark, before in plan.marks:
            ballots[mark.participant, f"{mark.challenge} {mark.kind} {mark.round}"].append((mark, before))
        for (voter, entity), given in ballots.items():
            marks = {mark.option: digest_mark(self._repository, mark) for mark, _ in given}
            self.note("ballot", entity, _dump({mark.option: one for mark, one in given}), _dump(marks), voter)

    def _note_value(self, kind: str, value: Any, participant: str | None = None) -> None:
        self.note(kind, value.id, "", digest_value(self._repository, asdict(value)), participant)


def digest_mark(repository: Repository, mark: Vote) -> str:
    """Return a digest of what somebody put on an option, by which a later change of it is seen."""
    value = mark.count if isinstance(mark, Dots) else mark.value
    return repository.digest("ballot", mark.participant, mark.option, str(value))[:12]


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
