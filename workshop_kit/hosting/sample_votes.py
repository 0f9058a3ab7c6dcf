"""What the sample commune did of its challenges, from its files: how each was worked, what was meant, every vote."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.model import Dots
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.plans import Plan
from workshop_kit.files.importing.grades import read_grades
from workshop_kit.files.importing.pabulib import read_pabulib
from workshop_kit.files.importing.polis import read_polis
from workshop_kit.files.importing.votes import read_votes
from workshop_kit.live.acts.holding import hold_idea
from workshop_kit.live.acts.moderating import find_unfit_reason
from workshop_kit.live.challenge import read_options
from workshop_kit.places import samples_folder
from workshop_kit.store import Repository

#: How each challenge is worked, by its stake; one that is not there, in a sprint.
_PLANS: Final[Mapping[str, Plan]] = {"Logement": Plan.NOMINAL, "Isolement des aînés": Plan.CAFE}
#: The challenge whose statements are answered, in the folder of an export of Polis, and that of the budget.
_STATEMENTS: Final = "Mobilité"
_BUDGET: Final = "Accès aux soins"


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of the sample's files by column."""
    with (samples_folder() / name).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def choose_plans(repository: Repository) -> None:
    """Have each challenge worked in its own way."""
    for one in repository.list_challenges():
        repository.update_challenge(replace(one, plan=_PLANS.get(one.stake, Plan.SPRINT)))


def clarify_ideas(repository: Repository) -> None:
    """Ask what some ideas mean, with what their authors answered, mark some for discussion, hold back what is unfit."""
    ideas = repository.list_ideas()
    stakes = {one.id: one.stake for one in repository.list_challenges()}
    by_text = {(stakes[one.challenge], fold_name(one.text)): one for one in ideas}
    for row in read_rows("precisions.csv"):
        idea = by_text[row["défi"], fold_name(row["idée"])]
        asked, discuss = bool(row["demandé"]), bool(row["à discuter"])
        repository.update_idea(replace(idea, asked=asked, answer=row["réponse"], discuss=discuss))
    for one in ideas:
        reason = find_unfit_reason(repository, one.text)
        if reason:
            hold_idea(repository, one, reason)


def take_votes(repository: Repository, *, twice: bool) -> None:
    """Take the votes of the sample's files: dots, grades, answers to statements, a budget.

    ``twice``: the second round of dots too; where the room has yet to come to it, it begins empty as any does.
    """
    book = _Book.open(repository)
    for round, name in enumerate(("votes.csv", "votes-second-tour.csv")[: 2 if twice else 1], start=1):
        for row in read_votes(name, _read_bytes(name)).given:
            challenge, option = book.find(row.challenge, row.idea)
            repository.update_dots(Dots(book.person(row.participant), challenge, option, row.points, round))
    _take_grades(repository, book)
    _take_statements(repository, book)
    _take_budget(repository, book)


def _take_grades(repository: Repository, book: _Book) -> None:
    marks = []
    for one in read_grades("mentions.csv", _read_bytes("mentions.csv")).given:
        challenge, option = book.find(one.challenge, one.option)
        if one.grade is not None:
            marks.append(BallotMark(book.person(one.voter), challenge, option, VoteKind.GRADES, int(one.grade)))
    for challenge in dict.fromkeys(mark.challenge for mark in marks):
        repository.update_vote_rule(challenge, 1, VoteRule(VoteKind.GRADES))
    repository.update_ballot_marks(marks)


def _take_statements(repository: Repository, book: _Book) -> None:
    talk = read_polis(samples_folder() / "mobilite-polis")
    spots = {one.id: book.find(_STATEMENTS, one.text) for one in talk.statements}
    repository.update_vote_rule(book.challenges[fold_name(_STATEMENTS)], 1, VoteRule(VoteKind.STATEMENTS))
    repository.update_ballot_marks(
        BallotMark(book.seat(one.voter), *spots[one.statement], VoteKind.STATEMENTS, one.stance) for one in talk.votes
    )


def _take_budget(repository: Repository, book: _Book) -> None:
    found = read_pabulib("budget-soins.pb", _read_bytes("budget-soins.pb"))
    challenge = book.challenges[fold_name(_BUDGET)]
    options = {one.id: book.find(_BUDGET, one.name)[1] for one in found.projects}
    repository.update_vote_rule(challenge, 1, VoteRule(VoteKind.BUDGET, to_spend=int(found.total)))
    repository.update_costs(challenge, {options[one.id]: int(one.cost) for one in found.projects})
    repository.update_ballot_marks(
        BallotMark(book.seat(voter), challenge, options[project], VoteKind.BUDGET, int(points))
        for voter, ballot in found.ballots.given.items()
        for project, points in ballot.items()
    )


@dataclass(frozen=True)
class _Book:
    """Whom and what the files name: people by their pseudonym or their line among the seats, options by their title."""

    people: Mapping[str, str]
    seated: Sequence[str]
    challenges: Mapping[str, str]
    options: Mapping[tuple[str, str], str]

    @classmethod
    def open(cls, repository: Repository) -> _Book:
        people = {fold_name(one.pseudonym): one.id for one in repository.list_participants()}
        seated = [row["pseudonyme"] for row in read_rows("participants.csv")]
        known = repository.list_challenges()
        return cls(
            people,
            seated,
            {fold_name(one.stake): one.id for one in known},
            {(one.id, fold_name(option.title)): option.id for one in known for option in read_options(repository, one)},
        )

    def find(self, stake: str, title: str) -> tuple[str, str]:
        """Return the ids of a challenge and of its option."""
        challenge = self.challenges[fold_name(stake)]
        return challenge, self.options[challenge, fold_name(title)]

    def person(self, pseudonym: str) -> str:
        """Return somebody's id."""
        return self.people[fold_name(pseudonym)]

    def seat(self, number: str) -> str:
        """Return the id of who a conversation or a budget knows by a number: their line among the seats, from 1."""
        return self.person(self.seated[int(number) - 1])


def _read_bytes(name: str) -> bytes:
    return (samples_folder() / name).read_bytes()
