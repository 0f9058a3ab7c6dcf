"""One intake for each kind of file: what it is compared with, what a row becomes, how it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Generic, TypeVar
from uuid import uuid4

from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.contacts import CONCEALED, conceal_contacts
from workshop_kit.domain.entries import (
    IDEA,
    REASON,
    SECTOR,
    STAKE,
    STAKEHOLDER,
    STATEMENT,
)
from workshop_kit.domain.likeness import fold_phone
from workshop_kit.domain.model import (
    CHALLENGES_AT_MOST,
    Challenge,
    Idea,
    Reason,
    Score,
    Stakeholder,
    StakeholderStatus,
)
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.precision import PARTS, assemble_statement
from workshop_kit.files.importing import cells as read
from workshop_kit.files.importing.ledger import Ledger
from workshop_kit.files.importing.reference import Hall, fold_sentence
from workshop_kit.files.importing.report import RowDoubtful, RowRefused
from workshop_kit.store import Repository

Value = TypeVar("Value")


@dataclass(frozen=True)
class Intake(Generic[Value]):
    """Import strategy of one kind of file.

    Attributes
    ----------
    list_stored
        What is there, by natural key.
    take_row
        Puts one row into the ledger, or raises ``RowRefused`` before it changed anything.
    write
        Writes values, each with what it replaces, ``None`` for a new one.

    """

    list_stored: Callable[[Repository], dict[Hashable, Value]]
    take_row: Callable[[dict[str, str], Hall, Ledger[Value]], None]
    write: Callable[[Repository, Sequence[tuple[Value, Value | None]]], None]


def write_each(
    add: Callable[[Repository, Value], None], update: Callable[[Repository, Value], None]
) -> Callable[[Repository, Sequence[tuple[Value, Value | None]]], None]:
    """Return what writes values one after the other, new ones by ``add``."""

    def write(repository: Repository, changes: Sequence[tuple[Value, Value | None]]) -> None:
        for value, before in changes:
            (add if before is None else update)(repository, value)

    return write


def fill(value: Any, **cells: object) -> Any:
    """Return ``value`` with the cells that say something; an empty cell leaves what is known."""
    return replace(value, **{name: cell for name, cell in cells.items() if cell is not None and cell != ""})


def _list_challenges(repository: Repository) -> dict[Hashable, Challenge]:
    return {_key_of_challenge(one.stake, one.statement): one for one in repository.list_challenges()}


def _key_of_challenge(stake: str, statement: str) -> Hashable:
    return fold_name(stake), fold_sentence(statement)


def _take_challenge(cells: dict[str, str], hall: Hall, ledger: Ledger[Challenge]) -> None:
    stake = read.read_text(cells, "stake", STAKE)
    parts = {part: cells.get(part, "") for part in PARTS}
    statement = read.read_text_if_any(cells, "statement", STATEMENT)
    if not statement:
        statement = assemble_statement(Challenge("", stake, "", **parts), hall.language)  # type: ignore[arg-type]
    key = _key_of_challenge(stake, statement)
    known = ledger.look(key)
    if known is None:
        if len(ledger) >= CHALLENGES_AT_MOST:
            raise RowRefused("stake", stake, "too-many-challenges", most=CHALLENGES_AT_MOST)
        known = Challenge(uuid4().hex, stake, statement, position=len(ledger))
    ledger.put(key, fill(known, **parts))


def _list_stakeholders(repository: Repository) -> dict[Hashable, Stakeholder]:
    return {(fold_name(one.category), fold_name(one.name)): one for one in repository.list_stakeholders()}


def _take_stakeholder(cells: dict[str, str], hall: Hall, ledger: Ledger[Stakeholder]) -> None:
    category = understand_category(read.read_filled(cells, "category"))
    name = read.read_text(cells, "name", STAKEHOLDER)
    email, phone = read.read_email(cells), read.read_phone(cells)
    address = read.read_address(cells)
    reason = read.read_text_if_any(cells, "reason", REASON)
    status = read.read_status(cells)
    named = tuple(dict.fromkeys(hall.find_challenges_by_name(cells, "challenges")))
    key = (fold_name(category), fold_name(name))
    known = ledger.look(key) or Stakeholder(uuid4().hex, category, name, status=StakeholderStatus.TO_INVITE)
    sector = hall.note_sector(read.read_text_if_any(cells, "sector", SECTOR))
    contact = cells.get("contact", "")
    for column, before, after, fold in (
        ("contact", known.contact, contact, fold_name),
        ("email", known.email, email, fold_name),
        ("phone", known.phone, phone, fold_phone),
        ("address", known.address, address, fold_name),
    ):
        if before and after and fold(before) != fold(after):
            hall.line.notes.append(Reason("replaced", {"column": column, "before": before, "after": after}))
    told = {"contact": contact, "email": email, "phone": phone, "address": address, "sector": sector}
    if CONCEALED in reason:  # of a workbook, which shows no contact: what is known stands
        reason = ""
    ledger.put(key, fill(known, **told, reason=reason, challenges=named or None, status=status))


def list_by_words(
    listed: Sequence[Value], say: Callable[[Value, Callable[[str], str]], tuple[Hashable, ...]]
) -> dict[Hashable, Value]:
    """Return values by what they say in full and with contacts concealed, those that say the same one after another."""
    stored: dict[Hashable, Value] = {}
    for show in (str, conceal_contacts):
        counted: Counter[Hashable] = Counter()
        for one in listed:
            said = say(one, show)
            stored.setdefault((*said, counted[said]), one)
            counted[said] += 1
    return stored


def _list_scores(repository: Repository) -> dict[Hashable, Score]:
    return {(one.participant, one.challenge): one for one in repository.list_scores()}


def _take_score(cells: dict[str, str], hall: Hall, ledger: Ledger[Score]) -> None:
    read.read_filled(cells, "volunteer")
    volunteer = read.read_person(cells, "volunteer")
    challenge = hall.find_challenge(cells)
    competence, interest, unsure = read.read_answers(cells)
    person = _find_person(cells, volunteer, hall, lambda one: _is_known_score(ledger, one, challenge, cells))
    known = ledger.look((person, challenge)) or Score(person, challenge, None, None)
    if unsure:
        score = Score(person, challenge, None, None, unsure=True)
    elif competence is None and interest is None:
        score = known
    else:
        score = fill(replace(known, unsure=False), competence=competence, interest=interest)
    ledger.put((person, challenge), score)


def _is_known_score(ledger: Ledger[Score], person: str, challenge: str, cells: dict[str, str]) -> bool:
    """Tell whether a row of scores says what is stored of somebody."""
    known = ledger.look_before((person, challenge))
    if known is None:
        return False
    competence, interest, unsure = read.read_answers(cells)
    return known.unsure is unsure and competence in (None, known.competence) and interest in (None, known.interest)


def _find_person(cells: dict[str, str], name: str, hall: Hall, is_known: Callable[[str], bool]) -> str:
    """Return who a row means; of several who bear the name, the one of whom its word is known already."""
    try:
        return hall.find_person(cells, name)
    except RowDoubtful as doubtful:
        known = [one.person for one in doubtful.doubt.candidates if is_known(one.person)]
        if len(known) != 1:
            raise
        return known[0]


def _write_scores(repository: Repository, changes: Sequence[tuple[Score, Score | None]]) -> None:
    repository.update_scores([score for score, _ in changes])


def _list_ideas(repository: Repository) -> dict[Hashable, Idea]:
    """Return the ideas by what they say, and those with a contact also by what the workbook shows of them."""
    return list_by_words(
        repository.list_ideas(), lambda one, show: (one.challenge, fold_name(show(one.text)), one.author)
    )


def _take_idea(cells: dict[str, str], hall: Hall, ledger: Ledger[Idea]) -> None:
    """Take an idea: what one person says twice is said once, unless what told two apart is concealed.

    What nobody signed is each time somebody else's.
    """
    challenge = hall.find_challenge(cells)
    text = read.read_text(cells, "text", IDEA)
    source = read.read_source(cells)
    written_at = read.read_moment(cells, "written_at")
    name = read.read_person(cells, "author")
    folded = fold_name(text)
    author = None
    if name:
        author = _find_person(
            cells, name, hall, lambda one: ledger.look_before((challenge, folded, one, 0)) is not None
        )
    said = (challenge, folded, author)
    times = ledger.number(said) if author is None or CONCEALED in text else 0
    known = ledger.look((*said, times)) or Idea(uuid4().hex, challenge, text, source, author, written_at or hall.now)
    if ledger.number((challenge, folded)) and ledger.look((*said, times)) is None:
        hall.line.notes.append(Reason("said-again", {}))
    ledger.put((*said, times), fill(known, source=source, written_at=_keep_moment(known.written_at, written_at)))


def _keep_moment(known: datetime, read: datetime | None) -> datetime:
    """Return what a row says of a moment; a spreadsheet keeps seconds or minutes, and says nothing new by it."""
    kept = {known.replace(microsecond=0), known.replace(second=0, microsecond=0)}
    return known if read is None or read.replace(microsecond=0) in kept else read


CHALLENGES: Final = Intake(
    _list_challenges, _take_challenge, write_each(Repository.add_challenge, Repository.update_challenge)
)
STAKEHOLDERS: Final = Intake(
    _list_stakeholders, _take_stakeholder, write_each(Repository.add_stakeholder, Repository.update_stakeholder)
)
SCORES: Final = Intake(_list_scores, _take_score, _write_scores)
IDEAS: Final = Intake(_list_ideas, _take_idea, write_each(Repository.add_idea, Repository.update_idea))
