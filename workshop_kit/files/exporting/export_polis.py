"""Write what a workshop answered to statements as Polis exports conversations, a folder for each challenge."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from workshop_kit.domain.ballots import BallotMark, VoteKind
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.counting import gather_marks
from workshop_kit.domain.ideas import Option, list_options
from workshop_kit.domain.model import Challenge, Participant
from workshop_kit.domain.opinion.groups import Opinions, group_opinions
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.exporting.polis import render_polis
from workshop_kit.files.polis import MODERATED_IN, MODERATED_OUT, PolisExport, PolisStatement, PolisVote
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons


def export_polis(store: Store, folder: Path) -> list[Path]:
    """Write the four files of Polis for each challenge on which statements were answered, and return them.

    One challenge stands in ``folder`` itself, several in ``challenge-1``, ``challenge-2`` and so on, by their number.
    People are numbers: those that a file of Polis gave them where all have one, else numbers that tell nothing.

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
    names = _number_people(persons.everybody)
    for number, challenge in enumerate(repository.list_challenges(), start=1):
        marks = [
            vote
            for vote in persons.list_votes_of(challenge.id, challenge.counted_round)
            if isinstance(vote, BallotMark) and vote.kind is VoteKind.STATEMENTS
        ]
        if marks:
            yield number, _describe(repository, challenge, marks, names)


def _describe(
    repository: Repository, challenge: Challenge, marks: list[BallotMark], names: dict[str, str]
) -> PolisExport:
    ideas = Persons(repository).list_ideas(challenge.id)
    held = [Option(one.id, one.text, one.challenge, (one,), lone=True) for one in ideas if one.held]
    options = [*list_options(ideas, repository.list_groups(challenge.id)), *held]
    ballots = gather_marks(options, marks, VoteKind.STATEMENTS)
    order = {idea.id: place for place, idea in enumerate(ideas)}
    options.sort(key=lambda one: min(order[idea.id] for idea in one.ideas))
    aside = frozenset(one.id for one in held)
    opinions = group_opinions(ballots, aside)
    scores = {} if opinions is None else {one.statement: one.agree for one in opinions.unities}
    return PolisExport(
        conceal_contacts(challenge.statement),
        tuple(
            PolisStatement(
                str(place),
                conceal_contacts(one.title),
                names.get(one.ideas[0].author or "", "") if one.lone else "",
                MODERATED_OUT if one.id in aside else MODERATED_IN,
                consensus=scores.get(one.id),
            )
            for place, one in enumerate(options)
        ),
        tuple(
            PolisVote(str(place), names[person], ballot[one.id])
            for person, ballot in sorted(ballots.items(), key=lambda item: _order(names[item[0]]))
            for place, one in enumerate(options)
            if one.id in ballot
        ),
        groups=_name_groups(opinions, names),
    )


def _name_groups(opinions: Opinions | None, names: dict[str, str]) -> dict[str, int]:
    return {} if opinions is None else {names[person]: group for person, group in opinions.people.items()}


def _number_people(everybody: tuple[Participant, ...]) -> dict[str, str]:
    """Return a number for each person, in an order that neither names nor hours tell."""
    if all(one.pseudonym.isascii() and one.pseudonym.isdecimal() for one in everybody):
        return {one.id: one.pseudonym for one in everybody}
    shuffled = sorted(everybody, key=lambda one: sha256(one.id.encode()).digest())
    return {one.id: str(place) for place, one in enumerate(shuffled)}


def _order(name: str) -> tuple[int, str]:
    return len(name), name
