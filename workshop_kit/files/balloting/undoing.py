"""Undo what a file of ballots brought besides values: marks, costs, the rule of a vote, the closing of a challenge."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Final
from uuid import uuid4

from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Stage
from workshop_kit.domain.files import TakenEntry
from workshop_kit.domain.history import Step, StepKind
from workshop_kit.domain.model import Dots, Vote
from workshop_kit.errors import MissingEntry
from workshop_kit.files.balloting.writing import BY_FILE, digest_mark
from workshop_kit.files.importing.writing import digest_value
from workshop_kit.store import Repository
from workshop_kit.store.funding import count_ended

#: The kinds of entries that are undone here.
OF_BALLOTS: Final = ("ballot", "costs", "vote-rule", "closing")
#: A person, a challenge, the kind of a ballot, its round and an option: where a mark stands.
Spot = tuple[str, str, str, int, str]


def list_own(entries: Iterable[TakenEntry]) -> frozenset[Spot]:
    """Return where the marks stand that an import put."""
    return frozenset(
        (entry.participant or "", *_read_ballot(entry), option)
        for entry in entries
        if entry.kind == "ballot"
        for option in json.loads(entry.after)
    )


def find_spot(vote: Vote) -> Spot:
    """Return where a mark stands."""
    return vote.participant, vote.challenge, vote.kind.value, vote.round, vote.option


def take_back_ballots(repository: Repository, entry: TakenEntry, now: datetime) -> bool:
    """Undo one entry; tell whether all of it could be: what was changed since stays."""
    if entry.kind == "ballot":
        return _take_back_marks(repository, entry)
    if entry.kind == "costs":
        return _take_back_costs(repository, entry)
    try:
        challenge = repository.find_challenge(entry.entity)
    except MissingEntry:
        return True
    if entry.kind == "vote-rule":
        rule = repository.find_vote_rule(challenge.id)
        if json.loads(json.dumps(asdict(rule))) == json.loads(entry.after):
            before = json.loads(entry.before)
            former = VoteRule(**{**before, "kind": VoteKind(before["kind"])})
            repository.update_vote_rule(challenge.id, challenge.round, former)
            return True
        return False
    if digest_value(repository, asdict(challenge)) != entry.after:
        return False
    repository.add_steps([Step(uuid4().hex, StepKind.UNDO, now, BY_FILE, undoes=entry.before)])
    opened = replace(challenge, stage=Stage.UNOPENED, results_at=None, announced=None, uncovered=())
    repository.update_challenge(opened)
    return True


def _read_ballot(entry: TakenEntry) -> tuple[str, str, int]:
    challenge, kind, round = entry.entity.split(" ")
    return challenge, kind, int(round)


def _take_back_marks(repository: Repository, entry: TakenEntry) -> bool:
    challenge, word, round = _read_ballot(entry)
    kind, person = VoteKind(word), entry.participant or ""
    before, after = json.loads(entry.before), json.loads(entry.after)
    standing = {
        vote.option: vote
        for vote in repository.list_votes(challenge, person, every_round=True)
        if (vote.kind, vote.round) == (kind, round)
    }
    whole = True
    for option, digest in after.items():
        vote = standing.get(option)
        if vote is None:
            continue
        if digest_mark(repository, vote) != digest:
            whole = False
        elif isinstance(vote, Dots):
            repository.update_dots(replace(vote, count=before[option] or 0))
        elif before[option] is None:
            repository.remove_ballot_mark(vote)
        else:
            repository.update_ballot_mark(BallotMark(person, challenge, option, kind, before[option], round))
    return whole


def _take_back_costs(repository: Repository, entry: TakenEntry) -> bool:
    before, after = json.loads(entry.before), json.loads(entry.after)
    try:
        challenge = repository.find_challenge(entry.entity)
    except MissingEntry:
        return True
    costs = repository.list_costs(entry.entity)
    ours = [option for option, cost in after.items() if costs.get(option) == cost]
    repository.update_costs(entry.entity, {option: before[option] for option in ours})
    count_ended(repository, challenge.id)
    return len(ours) == len(after)
