"""What goes out as a workbook: everything in one file, and the contact list of those who consented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.believing import is_past
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Stage
from workshop_kit.domain.forms import Purpose
from workshop_kit.domain.model import AssignmentStatus, Source, StakeholderStatus, Volunteer
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.exporting.export_workshop import Line, list_tables
from workshop_kit.files.exporting.xlsx import Sheet, Value, write_workbook
from workshop_kit.files.importing.reference import name_challenges_apart
from workshop_kit.files.reading.columns import BETWEEN_CHALLENGES
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, Store
from workshop_kit.store.moments import find_last_moment
from workshop_kit.store.persons import Persons

#: The sheets in order, each with the table it holds.
_SHEETS: Final[Mapping[str, str]] = {
    "challenges": "challenges",
    "ideas": "ideas",
    "votes": "votes",
    "scores": "scores",
    "missions": "missions",
    "assignments": "assignments",
    "people": "volunteers",
    "stakeholders": "stakeholders",
}
#: Columns that a table has for people of which nobody asked whether their name and address may be passed on; and the
#: category of a list, with which the sheet of people would pass for one of stakeholders.
_LEFT_OUT: Final = {
    "stakeholders": frozenset({"contact", "email", "phone", "address"}),
    "volunteers": frozenset({"category"}),
}
#: Columns that hold what people wrote: this file is passed on, so that no contact in them is readable.
_CONCEALED: Final = {
    "ideas": frozenset({"text"}),
    "votes": frozenset({"option"}),
    "missions": frozenset({"title", "idea"}),
    "assignments": frozenset({"mission"}),
    "stakeholders": frozenset({"reason"}),
    "volunteers": frozenset({"days_word", "often"}),
}
#: Columns that say in this file alone how far something is.
_ADDED: Final = {"challenges": ("stage",)}
_CONTACTS: Final = (
    *("name", "email", "phone", "sector", "challenges", "consented_on", "purpose", "show_name"),
    *("invite_on", "news_on", "days"),
)
_DAYS: Final = frozenset({"first_date", "last_date", "until"})
_WORDS: Final[Mapping[type[StrEnum], str]] = {
    Source: "words.source",
    StakeholderStatus: "words.status",
    Stage: "phases.stage",
    VoteKind: "files.export.kind",
    AssignmentStatus: "files.export.answer",
}


def export_workbook(store: Store, language: str) -> bytes:
    """Return everything as an XLSX workbook, one sheet a kind, with headings and values in ``language``.

    ``import`` reads the sheets of challenges, ideas, scores, missions, people and stakeholders back. Of people it holds
    the name, and the contact details of those who consented; of the stakeholders' contact persons nothing. A number or
    an address within an idea, or a title made of one, is ``[…]``.

    Parameters
    ----------
    store
        The open workshop.
    language
        ``"fr"`` or ``"en"``.

    """
    say = Translator(language)

    def read(repository: Repository) -> tuple[str, list[Sheet]]:
        tables = list_tables(repository, language)
        sheets = [_make_sheet(name, table, *tables[table], say) for name, table in _SHEETS.items()]
        return repository.find_workshop().title, sheets

    title, sheets = store.read(read)
    return write_workbook(sheets, title, language)


def export_contacts(store: Store, language: str, purpose: Purpose | None = None) -> bytes:
    """Return the contact list as an XLSX workbook: who consented to be contacted, since when and what for.

    Each purpose has a column with the day of its yes, and an empty one is no yes. With a ``purpose`` only those stand
    on it who agreed to that one: a list for the news holds nobody who only wants to be proposed a mission. Who
    withdrew, or never said yes, is not on it; two seats that were joined are one person. Once the retention is over it
    lists nobody.
    """
    say = Translator(language)

    def read(repository: Repository) -> tuple[str, Sheet]:
        challenges = name_challenges_apart(repository.list_challenges())
        lines = [_write_contact(one, challenges, say) for one in _list_contacts(repository, purpose)]
        headings = [say(f"files.export.volunteers.{_name(column)}") for column in _CONTACTS]
        return repository.find_workshop().title, Sheet(say("files.export.sheet.contacts"), headings, lines)

    title, sheet = store.read(read)
    return write_workbook([sheet], title, language)


def count_contacts(store: Store, purpose: Purpose | None = None) -> int:
    """Return how many people ``export_contacts`` lists."""
    return store.read(lambda repository: len(_list_contacts(repository, purpose)))


def write_export(path: Path, content: bytes) -> None:
    """Write an export; its reader never meets half a file.

    Raises
    ------
    InvalidEntry
        The file cannot be written (``export-not-written``): its folder is not there, it is open in a spreadsheet, the
        disk is full.

    """
    partial = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)  # in somebody else's folder it may be a link, and lead anywhere
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise InvalidEntry("export-not-written", path=path, detail=error.strerror or str(error)) from error


def _list_contacts(repository: Repository, purpose: Purpose | None) -> list[Volunteer]:
    if is_past(repository.find_workshop().retention_until, datetime.now(UTC), find_last_moment(repository)):
        return []
    asked = frozenset(Purpose) if purpose is None else {purpose}
    people = Persons(repository).list_volunteers()
    consenting = (one for one in people if any(given.purpose in asked for given in one.list_purposes()))
    return sorted(consenting, key=lambda one: one.name.casefold())


def _write_contact(one: Volunteer, challenges: Mapping[str, str], say: Translator) -> list[Value]:
    given = {agreed.purpose: agreed.at.astimezone().date() for agreed in one.list_purposes()}
    offered = BETWEEN_CHALLENGES.join(challenges[challenge] for challenge in one.challenges)
    return [
        one.name,
        one.email,
        one.phone,
        one.sector,
        offered or (say("files.export.any-challenge") if Purpose.MISSION in given else ""),
        given.get(Purpose.MISSION),
        one.purpose,
        _say_yes_or_no(one.may_show_name, say),
        given.get(Purpose.INVITE),
        given.get(Purpose.NEWS),
        ", ".join(
            [*(say(f"participant.form.day.{day}") for day in one.days), *([one.days_word] if one.days_word else [])]
        ),
    ]


def _make_sheet(name: str, table: str, columns: Sequence[str], lines: Sequence[Line], say: Translator) -> Sheet:
    concealed = _CONCEALED.get(table, frozenset())
    shown = [column for column in columns if column not in _LEFT_OUT.get(table, ())] + [*_ADDED.get(table, ())]
    return Sheet(
        say(f"files.export.sheet.{name}"),
        [say(f"files.export.{table}.{_name(column)}") for column in shown],
        [[_write_value(column, line.get(column), say, hide=column in concealed) for column in shown] for line in lines],
        {say(f"files.export.{table}.key"): say("files.export.key-is-for")} if "key" in shown else {},
    )


def _write_value(column: str, value: object, say: Translator, *, hide: bool = False) -> Value:
    """Write a value in the words of a language, as ``import`` understands them, or as a number, or a day."""
    if isinstance(value, bool):
        return _say_yes_or_no(value, say)
    if isinstance(value, datetime):
        return _read_clock(value)
    if isinstance(value, StrEnum):
        return say(f"{_WORDS[type(value)]}.{value}")
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, tuple):  # the days: names of sectors and languages are written as a list before
        return ", ".join(say(f"participant.form.day.{one}") for one in value)
    if column == "category":
        return say.category(str(value))
    if column in _DAYS:
        return _read_day(str(value))
    if hide:
        return conceal_contacts(str(value))
    return say("files.export.unsure") if value == "?" and column in ("competence", "interest") else str(value)


def _read_clock(moment: datetime) -> Value:
    """Return a moment as the clocks of the place showed it, to the second.

    In the hour that comes twice when summer time ends, the second time has its zone beside it, which makes it a text.
    """
    here = moment.astimezone().replace(microsecond=0)
    shown = here.replace(tzinfo=None)
    return shown if shown.astimezone() == here else here.isoformat(sep=" ")


def _read_day(text: str) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _say_yes_or_no(value: bool, say: Translator) -> str:
    return say("files.export.yes" if value else "files.export.no")


def _name(column: str) -> str:
    """Return a column as a catalog's key writes it."""
    return column.replace("_", "-")
