"""Write what a workshop answered to statements as Polis exports conversations, a folder for each challenge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final, TypeVar

from workshop_kit.domain.ballots import BallotMark, VoteKind
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.counting import gather_marks
from workshop_kit.domain.ideas import Option, list_options
from workshop_kit.domain.model import Challenge, Origin, Participant
from workshop_kit.domain.opinion.groups import Opinions, group_opinions
from workshop_kit.domain.origins import list_about_vote, read_origin
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.exporting.polis import render_polis
from workshop_kit.files.polis import EPOCH, MODERATED_IN, MODERATED_OUT, PolisExport, PolisStatement, PolisVote
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons

Numbered = TypeVar("Numbered", Option, Participant)

#: Figures of a number that somebody counted people by: of more, it is a name.
_FIGURES_AT_MOST: Final = 14


def export_polis(store: Store, folder: Path) -> list[Path]:
    """Write the four files of Polis for each challenge on which statements were answered, and return them.

    One challenge stands in ``folder`` itself, several in ``challenge-1``, ``challenge-2`` and so on, by their number.
    People and statements are numbers: those that a file of Polis gave them, and others after these that tell nothing.
    What a file said of a statement besides goes out again: who wrote it and when, that it is about the vote itself, or
    was there from the start.

    Raises
    ------
    InvalidEntry
        ``no-statements``: nobody answered any. ``export-refused``: the folder cannot be written.

    """
    found = store.read(lambda repository: list(_read(repository)))
    if not found:
        raise InvalidEntry("no-statements")
    written = []
    for number, conversation in found:
        place = folder if len(found) == 1 else folder / f"challenge-{number}"
        try:
            place.mkdir(parents=True, exist_ok=True)
            for name, text in render_polis(conversation).items():
                (place / name).write_text(text, encoding="utf-8", newline="")
                written.append(place / name)
        except OSError as error:
            raise InvalidEntry("export-refused", path=place, reason=error.strerror or str(error)) from error
    return written


def _read(repository: Repository) -> Iterator[tuple[int, PolisExport]]:
    persons = Persons(repository)
    for number, challenge in enumerate(repository.list_challenges(), start=1):
        marks = [
            vote
            for vote in persons.list_votes_of(challenge.id, challenge.counted_round)
            if isinstance(vote, BallotMark) and vote.kind is VoteKind.STATEMENTS
        ]
        if marks:
            yield number, _describe(persons, repository, challenge, marks)


def _describe(persons: Persons, repository: Repository, challenge: Challenge, marks: list[BallotMark]) -> PolisExport:
    ideas = persons.list_ideas(challenge.id)
    held = [Option(one.id, one.text, one.challenge, (one,), lone=True) for one in ideas if one.held]
    options = [*list_options(ideas, repository.list_groups(challenge.id)), *held]
    ballots = gather_marks(options, marks, VoteKind.STATEMENTS)
    there = {*ballots, *(idea.author for idea in ideas)}
    names = _number_people([one for one in persons.everybody if one.id in there])
    order = {idea.id: place for place, idea in enumerate(ideas)}
    options.sort(key=lambda one: min(order[idea.id] for idea in one.ideas))
    numbers = _number_statements(options)
    options.sort(key=lambda one: _order(numbers[one.id]))
    out = frozenset(one.id for one in held)
    opinions = group_opinions(ballots, out | {*list_about_vote(numbers)})
    scores = {} if opinions is None else {one.statement: one.agree for one in opinions.unities}
    return PolisExport(
        conceal_contacts(challenge.statement),
        tuple(
            replace(
                _turn_statement(one, numbers, names),
                moderated=MODERATED_OUT if one.id in out else MODERATED_IN,
                consensus=scores.get(one.id),
            )
            for one in options
        ),
        tuple(
            PolisVote(numbers[one.id], names[person], ballot[one.id])
            for person, ballot in sorted(ballots.items(), key=lambda item: _order(names[item[0]]))
            for one in options
            if one.id in ballot
        ),
        groups=_name_groups(opinions, names),
    )


def _turn_statement(one: Option, numbers: Mapping[str, str], names: Mapping[str, str]) -> PolisStatement:
    """Return a statement as its file brought it, if one did; when somebody wrote in the room is told to nobody."""
    origin = read_origin(one.id)
    timed = origin is not None and not origin.untimed
    return PolisStatement(
        numbers[one.id],
        conceal_contacts(one.title),
        names.get(one.ideas[0].author or "", "") if one.lone else "",
        meta=origin is not None and origin.about_vote,
        seed=origin is not None and origin.seed,
        timestamp=(one.ideas[0].written_at - EPOCH) // timedelta(milliseconds=1) if timed else 0,
    )


def _name_groups(opinions: Opinions | None, names: dict[str, str]) -> dict[str, int]:
    return {} if opinions is None else {names[person]: group for person, group in opinions.people.items()}


def _number_statements(options: Sequence[Option]) -> dict[str, str]:
    """Return the number of each statement, by the option's id: the one its file gave it, else one after those."""
    origins = {one.id: read_origin(one.id) for one in options}
    return _number(options, lambda one: "" if (origin := origins[one.id]) is None else origin.name)


def _number_people(people: Iterable[Participant]) -> dict[str, str]:
    """Return a number for each person: the one their file gave them, else one that neither names nor hours tell."""
    shuffled = sorted(people, key=lambda one: sha256(one.id.encode()).digest())
    return _number(shuffled, lambda one: one.pseudonym if one.origin is Origin.FILE else "")


def _number(listed: Sequence[Numbered], find_own: Callable[[Numbered], str]) -> dict[str, str]:
    """Return a number for each: its own, whoever comes first, and for those without one those after the highest."""
    numbers: dict[str, str] = {}
    taken: set[str] = set()
    for one in listed:
        own = find_own(one)
        if own.isascii() and own.isdecimal() and len(own) <= _FIGURES_AT_MOST and own not in taken:
            taken.add(own)
            numbers[one.id] = own
    after = count(max(map(int, numbers.values()), default=-1) + 1)
    return {one.id: numbers.get(one.id) or str(next(after)) for one in listed}


def _order(name: str) -> tuple[int, str]:
    return int(name), name
