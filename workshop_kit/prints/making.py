"""The printing of papers in one call: a workshop's values, Typst, a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workshop_kit.domain.course import Stage
from workshop_kit.domain.entries import COPIES, SLIP
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.i18n import Translator, choose_language
from workshop_kit.live.challenge import read_options
from workshop_kit.prints.board import write_board
from workshop_kit.prints.papers import Papers, write_ballots, write_slips
from workshop_kit.report.printed import Printed
from workshop_kit.report.printing import compile_source
from workshop_kit.store import Repository, open_store

#: What can be printed: slips for ideas, ballots of a challenge that is voted on, and its board for the wall.
KINDS: Final = ("slips", "ballots", "board")
_BOARD: Final = KINDS[-1]


def make_papers(
    folder: Path,
    kind: str,
    *,
    challenge: str | None = None,
    first: int = 1,
    copies: int = 40,
    language: str | None = None,
) -> bytes:
    """Return papers as the content of a PDF/UA-1 file; only numbers that were printed are typed in from then on.

    Parameters
    ----------
    folder
        The workshop's folder.
    kind
        ``"slips"``, ``"ballots"`` or ``"board"``, which has no number and comes once.
    challenge
        The id of a challenge; ``None``: the one the room is at, else the first.
    first, copies
        The number of the first paper, and how many follow each other.
    language
        ``"fr"`` or ``"en"``; ``None``: the workshop's own.

    Raises
    ------
    InvalidEntry
        ``paper-kind``, ``slip-number``, ``copies-number``.
    MissingEntry
        ``no-workshop``, ``no-challenge``.
    NotAllowed
        ``no-challenge-yet``, or ``no-ballot-yet``: the challenge is not voted on, so that its options may change;
        ``board-before-reveal``, ``board-covered``.

    """
    printed = print_papers(folder, kind, challenge=challenge, first=first, copies=copies, language=language)
    return printed.content


def print_papers(
    folder: Path,
    kind: str,
    *,
    challenge: str | None = None,
    first: int = 1,
    copies: int = 40,
    language: str | None = None,
) -> Printed:
    """Return papers as a PDF/UA-1 file, with the signs that could not be drawn; see ``make_papers``."""
    if kind not in KINDS:
        raise InvalidEntry("paper-kind", value=kind, kinds=", ".join(KINDS))
    numbers = range(SLIP.read(first), first + COPIES.read(copies))
    SLIP.read(numbers[-1])
    store = open_store(folder)
    try:
        source = store.read(lambda repository: _write(repository, kind, challenge, numbers, language))
        made = compile_source(source)
        if kind != _BOARD:
            store.perform(None, lambda repository: repository.note_printed(numbers, datetime.now(UTC)))
    finally:
        store.close()
    return made


def _write(repository: Repository, kind: str, challenge: str | None, numbers: range, language: str | None) -> str:
    workshop = repository.find_workshop()
    known = [one.id for one in repository.list_challenges()]
    if not known:
        raise NotAllowed("no-challenge-yet")
    asked = repository.find_challenge(challenge or workshop.current_challenge or known[0])
    words = Translator(choose_language(language, workshop.language))
    if kind == _BOARD:
        return write_board(repository, asked.id, words)
    papers = Papers(workshop.territory, workshop.title, asked, known.index(asked.id) + 1, numbers)
    if kind == "slips":
        return write_slips(papers, words)
    options = read_options(repository, asked)
    if asked.stage is not Stage.VOTE or not options:
        raise NotAllowed("no-ballot-yet")
    rule = repository.find_vote_rule(asked.id)
    return write_ballots(papers, options, words, rule, repository.list_costs(asked.id))
