"""The printing of what invites and receives people, in one call: a workshop's values, a file, and what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workshop_kit.domain.entries import COPIES, SLIP
from workshop_kit.domain.model import Stakeholder
from workshop_kit.domain.printing import (
    Lack,
    PrintKind,
    choose_people,
    find_lacks,
    find_unreached,
    refuse_print,
)
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.i18n import Translator
from workshop_kit.live.lacks import say_lacks
from workshop_kit.prints.colours import choose_colours
from workshop_kit.prints.emails import bundle_emails
from workshop_kit.prints.letters import write_letters
from workshop_kit.prints.lists import write_calls, write_reminders
from workshop_kit.prints.logo import find_logo, read_logo
from workshop_kit.prints.matter import Matter, Options, gather
from workshop_kit.prints.sheets import (
    TABLES,
    write_cards,
    write_door,
    write_forms,
    write_neighbours,
    write_poster,
    write_tables,
)
from workshop_kit.report.printed import Printed
from workshop_kit.report.printing import compile_source
from workshop_kit.store import open_store

#: The sizes of paper; all but the first for a poster alone.
PAPERS: Final = ("a4", "a3")
_SHEETS: Final[Mapping[PrintKind, Callable[[Matter], str]]] = {
    PrintKind.POSTER: write_poster,
    PrintKind.DOOR: write_door,
    PrintKind.CARDS: write_cards,
    PrintKind.NEIGHBOURS: write_neighbours,
}
_LISTS: Final[Mapping[PrintKind, Callable[[Matter, Sequence[Stakeholder]], str]]] = {
    PrintKind.LETTERS: write_letters,
    PrintKind.CALLS: write_calls,
    PrintKind.REMINDERS: write_reminders,
}


@dataclass(frozen=True)
class Invited:
    """What was printed, its file's ending, what it lacks, and who could not be reached that way."""

    kind: PrintKind
    printed: Printed
    ending: str
    lacks: tuple[Lack, ...]
    unreached: tuple[str, ...]

    def say_lacks(self, words: Translator) -> str:
        """Return what was left out since nobody said it yet, in a sentence; ``""`` where nothing was."""
        return say_lacks(words, self.kind, self.lacks, self.unreached)


def print_invitation(
    folder: Path, kind: PrintKind, options: Options | None = None, *, now: datetime | None = None
) -> Invited:
    """Return a print of a workshop's invitation, as a PDF/UA-1 file; messages as a zip.

    Parameters
    ----------
    folder
        The workshop's folder.
    kind
        What is printed.
    options
        See ``Options``.
    now
        The present moment, aware; ``None``: that of this machine's clock.

    Raises
    ------
    InvalidEntry
        ``logo-broken``, ``logo-too-large``, ``copies-number``, ``slip-number``, ``paper-size``.
    MissingEntry
        ``no-workshop``.
    NotAllowed
        ``nobody-to-write``, ``nobody-to-remind``, ``nobody-to-seat``, ``nobody-with-email``: the list is empty.

    """
    chosen = options or Options()
    if chosen.paper not in PAPERS or (chosen.paper != PAPERS[0] and kind is not PrintKind.POSTER):
        raise InvalidEntry("paper-size", received=chosen.paper)
    matter = _gather(folder, chosen, now or datetime.now(UTC))
    people = choose_people(kind, matter.stakeholders, everyone=chosen.everyone)
    refusal = refuse_print(kind, people, len(matter.participants))
    if refusal:
        raise NotAllowed(refusal)
    unreached = find_unreached(kind, people)
    if kind is PrintKind.EMAILS:
        return Invited(kind, Printed(bundle_emails(matter, people)), ".zip", _find_lacks(kind, matter), unreached)
    source = _write(kind, replace(matter, logo=read_logo(folder, bw=chosen.bw)), people)
    printed = compile_source(source, choose_colours(matter.invitation.colour, bw=chosen.bw))
    return Invited(kind, printed, ".pdf", _find_lacks(kind, matter), unreached)


def _gather(folder: Path, options: Options, now: datetime) -> Matter:
    store = open_store(folder)
    try:
        return store.read(lambda repository: gather(repository, folder, options, now))
    finally:
        store.close()


def _find_lacks(kind: PrintKind, matter: Matter) -> tuple[Lack, ...]:
    return find_lacks(
        kind,
        matter.workshop,
        matter.invitation,
        matter.challenges,
        logo=find_logo(matter.folder) is not None,
        room=bool(matter.options.room),
    )


def _count_tables(matter: Matter) -> int:
    """Return how many tables people were seated at, else the usual number."""
    return max((number for seats in matter.tables.values() for number in seats), default=TABLES)


def _write(kind: PrintKind, matter: Matter, people: Sequence[Stakeholder]) -> str:
    options = matter.options
    if kind in _LISTS:
        return _LISTS[kind](matter, people)
    if kind is PrintKind.FORM:
        numbers = range(
            SLIP.read(options.first), options.first + COPIES.read(1 if options.copies is None else options.copies)
        )
        SLIP.read(numbers[-1])
        return write_forms(matter, numbers)
    if kind is PrintKind.TABLES:
        copies = _count_tables(matter) if options.copies is None else options.copies
        return write_tables(matter, range(1, 1 + COPIES.read(copies)))
    return _SHEETS[kind](matter)
