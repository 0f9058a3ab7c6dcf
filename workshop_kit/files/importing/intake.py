"""One intake for each kind of file: what it is compared with, what a row becomes, how it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar
from uuid import uuid4

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.entries import (
    IDEA,
    MISSION_TITLE,
    NEXT_STEP,
    OWNER,
    PERSON_NAME,
    SECTOR,
    STAKE,
    STAKEHOLDER,
    STATEMENT,
)
from workshop_kit.domain.model import (
    CHALLENGES_AT_MOST,
    Challenge,
    Idea,
    Mission,
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
from workshop_kit.files.reading.words import understand_category
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
        Writes a value; the flag says whether it is new.

    """

    list_stored: Callable[[Repository], dict[Hashable, Value]]
    take_row: Callable[[dict[str, str], Hall, Ledger[Value]], None]
    write: Callable[[Repository, Value, bool], None]


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


def _write_challenge(repository: Repository, challenge: Challenge, new: bool) -> None:
    (repository.add_challenge if new else repository.update_challenge)(challenge)


def _list_stakeholders(repository: Repository) -> dict[Hashable, Stakeholder]:
    return {(fold_name(one.category), fold_name(one.name)): one for one in repository.list_stakeholders()}


def _take_stakeholder(cells: dict[str, str], hall: Hall, ledger: Ledger[Stakeholder]) -> None:
    category = understand_category(read.read_filled(cells, "category"))
    name = read.read_text(cells, "name", STAKEHOLDER)
    email = read.read_email(cells)
    status = read.read_status(cells)
    key = (fold_name(category), fold_name(name))
    known = ledger.look(key) or Stakeholder(uuid4().hex, category, name, status=StakeholderStatus.TO_INVITE)
    sector = hall.note_sector(read.read_text_if_any(cells, "sector", SECTOR))
    ledger.put(key, fill(known, contact=cells.get("contact"), email=email, sector=sector, status=status))


def _write_stakeholder(repository: Repository, stakeholder: Stakeholder, new: bool) -> None:
    (repository.add_stakeholder if new else repository.update_stakeholder)(stakeholder)


def _list_missions(repository: Repository) -> dict[Hashable, Mission]:
    return {(one.challenge, fold_name(one.title)): one for one in repository.list_missions()}


def _take_mission(cells: dict[str, str], hall: Hall, ledger: Ledger[Mission]) -> None:
    challenge = hall.find_challenge(cells)
    title = read.read_text(cells, "title", MISSION_TITLE)
    places = read.read_places(cells)
    min_competence = read.read_min_competence(cells)
    owner, next_step = (
        read.read_text_if_any(cells, "owner", OWNER),
        read.read_text_if_any(cells, "next_step", NEXT_STEP),
    )
    first_date = read.read_day(cells, "first_date")
    key = (challenge, fold_name(title))
    known = ledger.look(key) or Mission(uuid4().hex, challenge, title, places)
    sector = hall.note_sector(read.read_text_if_any(cells, "sector", SECTOR))
    option = hall.find_option(challenge, cells.get("idea", ""))
    told = {"owner": owner, "first_date": first_date, "next_step": next_step, "option": option}
    ledger.put(key, fill(known, places=places, min_competence=min_competence, sector=sector, **told))


def _write_mission(repository: Repository, mission: Mission, new: bool) -> None:
    (repository.add_mission if new else repository.update_mission)(mission)


def _list_scores(repository: Repository) -> dict[Hashable, Score]:
    return {(one.participant, one.challenge): one for one in repository.list_scores()}


def _take_score(cells: dict[str, str], hall: Hall, ledger: Ledger[Score]) -> None:
    volunteer = read.read_text(cells, "volunteer", PERSON_NAME)
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


def _write_score(repository: Repository, score: Score, new: bool) -> None:
    repository.update_score(score)


def _list_ideas(repository: Repository) -> dict[Hashable, Idea]:
    """Return the ideas by what they say, and those with a contact also by what the workbook shows of them."""
    stored: dict[Hashable, Idea] = {}
    ideas = repository.list_ideas()
    for show in (str, conceal_contacts):
        counted: Counter[Hashable] = Counter()
        for one in ideas:
            said = (one.challenge, fold_name(show(one.text)), one.author)
            stored.setdefault((*said, counted[said]), one)
            counted[said] += 1
    return stored


def _take_idea(cells: dict[str, str], hall: Hall, ledger: Ledger[Idea]) -> None:
    """Take an idea: what one person says twice is said once, and what nobody signed is each time somebody else's."""
    challenge = hall.find_challenge(cells)
    text = read.read_text(cells, "text", IDEA)
    source = read.read_source(cells)
    written_at = read.read_moment(cells, "written_at")
    name = read.read_text_if_any(cells, "author", PERSON_NAME)
    folded = fold_name(text)
    author = None
    if name:
        author = _find_person(
            cells, name, hall, lambda one: ledger.look_before((challenge, folded, one, 0)) is not None
        )
    said = (challenge, folded, author)
    times = ledger.number(said) if author is None else 0
    known = ledger.look((*said, times)) or Idea(uuid4().hex, challenge, text, source, author, written_at or hall.now)
    if ledger.number((challenge, folded)) and ledger.look((*said, times)) is None:
        hall.line.notes.append(Reason("said-again", {}))
    ledger.put((*said, times), fill(known, source=source, written_at=written_at))


def _write_idea(repository: Repository, idea: Idea, new: bool) -> None:
    (repository.add_idea if new else repository.update_idea)(idea)


CHALLENGES: Final = Intake(_list_challenges, _take_challenge, _write_challenge)
STAKEHOLDERS: Final = Intake(_list_stakeholders, _take_stakeholder, _write_stakeholder)
MISSIONS: Final = Intake(_list_missions, _take_mission, _write_mission)
SCORES: Final = Intake(_list_scores, _take_score, _write_score)
IDEAS: Final = Intake(_list_ideas, _take_idea, _write_idea)
