"""Optimistic concurrency control of an import: what of the workshop a plan rests on, and whether it stands still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.files import Layout, Withdrawal
from workshop_kit.domain.model import SEVERAL, Challenge, Change, Origin, Participant, Sector
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Repository

#: Kinds of the change log that are about one seat, by its id.
_OF_SEATS: Final = frozenset({"participant", "volunteer", "score"})
#: Kinds that change what the lines of a file of that kind are compared with, whoever it is about.
_READ_BY: Final[Mapping[str, frozenset[str]]] = {
    "stakeholders": frozenset({"stakeholder"}),
    "missions": frozenset({"mission", "idea", "group"}),
    "ideas": frozenset({"idea"}),
}


@dataclass(frozen=True)
class Basis:
    """Read set (*ce sur quoi repose un aperçu*) of a plan, as one state of the workshop had it.

    What the room does all the time, votes and offers and seats that come, is no part of it: a plan for people of files
    rests on no seat of the room but those that the file names by key.

    Attributes
    ----------
    kind
        One of ``columns.KINDS``.
    sequence
        The number of the last change.
    imports
        How many files were taken in.
    language, challenges, sectors, withdrawals
        As they were. They are few, and not all of them stand in the change log.
    layout, columns
        The digest of the file's headings, and what was remembered of them.
    people
        The seats that the plan rests on, by id.

    """

    kind: str
    sequence: int
    imports: int
    language: str
    challenges: tuple[Challenge, ...]
    sectors: tuple[Sector, ...]
    withdrawals: tuple[Withdrawal, ...]
    layout: str
    columns: Layout | None
    people: frozenset[str]

    def stands(self, repository: Repository) -> bool:
        """Tell whether a plan made now, within this transaction, would be the same."""
        return (
            self.imports == repository.count_imports()
            and self.language == repository.find_workshop().language
            and self.challenges == _list_challenges(repository, self.kind)
            and self.sectors == repository.list_sectors()
            and self.withdrawals == repository.list_withdrawals()
            and self.columns == repository.find_layout(self.layout)
            and not any(self._concerns(one, repository) for one in repository.list_changes(self.sequence))
        )

    def _concerns(self, change: Change, repository: Repository) -> bool:
        if change.kind == "import" or change.kind in _READ_BY.get(self.kind, ()):
            return True
        if change.kind in _OF_SEATS and change.entity == SEVERAL:
            return True
        return change.kind in _OF_SEATS and (change.entity in self.people or _is_of_files(change.entity, repository))


def find_basis(repository: Repository, kind: str, layout: str, named: Iterable[str]) -> Basis:
    """Return what a plan made in this state of the workshop rests on.

    Parameters
    ----------
    repository
        The transaction that the plan is made in.
    kind
        One of ``columns.KINDS``.
    layout
        The digest of the file's headings.
    named
        The seats that the file names by key, or brings.

    """
    return Basis(
        kind=kind,
        sequence=repository.latest_sequence(),
        imports=repository.count_imports(),
        language=repository.find_workshop().language,
        challenges=_list_challenges(repository, kind),
        sectors=repository.list_sectors(),
        withdrawals=repository.list_withdrawals(),
        layout=layout,
        columns=repository.find_layout(layout),
        people=frozenset({*named, *_list_known(repository.list_participants())}),
    )


def _list_known(everybody: Iterable[Participant]) -> Iterable[str]:
    """Yield the seats by which people of files are known: their own, and those that any two were joined by."""
    for one in everybody:
        if one.origin is Origin.FILE:
            yield one.id
        if one.joined_to is not None:
            yield from (one.id, one.joined_to)


def _is_of_files(seat: str, repository: Repository) -> bool:
    """Tell whether a seat is somebody's of a file by now, or was joined."""
    try:
        found = repository.find_participant(seat)
    except MissingEntry:  # gone: had the plan rested on it, it would be among its people
        return False
    return found.origin is Origin.FILE or found.joined_to is not None or bool(repository.list_joined(seat))


def _list_challenges(repository: Repository, kind: str) -> tuple[Challenge, ...]:
    """Return the challenges as files know them: how far the room has come with one says nothing of a line."""
    listed = repository.list_challenges()
    return listed if kind == "challenges" else tuple(Challenge(one.id, one.stake, one.statement) for one in listed)
