"""What a line changes of what is known, column by column, as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from workshop_kit.domain.model import Source, StakeholderStatus
from workshop_kit.files.importing.offers import AGREED
from workshop_kit.files.importing.plan import Change
from workshop_kit.files.reading.columns import COLUMNS
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date

#: Columns whose value bears another name.
_NAMES: Final[Mapping[str, str]] = {"show_name": "may_show_name"}
#: Columns that say when somebody agreed to a purpose beside that of missions, and those that name challenges.
_PURPOSES: Final = {column: purpose for purpose, column in AGREED.items()}
_OF_CHALLENGES: Final = frozenset({"challenges", "declined"})
#: Columns that tell who or what a line is about, and the words of the law that come with a yes.
_NO_CHANGE: Final = frozenset({"key", "challenge", "volunteer", "author", "purpose"})
#: The catalog's section of each choice among words.
_WORDS: Final[Mapping[type[StrEnum], str]] = {StakeholderStatus: "words.status", Source: "words.source"}


def list_changes(
    kind: str, before: Any, after: Any, challenges: Mapping[str, str], say: Translator
) -> Iterator[Change]:
    """Yield the columns that differ between a value before a line and after it, in the order of the kind.

    Parameters
    ----------
    kind
        One of ``columns.KINDS``.
    before, after
        The value as it stood, and as the line leaves it.
    challenges
        What the workshop's challenges are called, by id.
    say
        Says words and days.

    """
    for column in COLUMNS[kind]:
        if column in _NO_CHANGE or not _has(before, column):
            continue
        was, will = _read_value(before, column), _read_value(after, column)
        if was != will:
            yield Change(column, _say_value(column, was, challenges, say), _say_value(column, will, challenges, say))


def _has(value: Any, column: str) -> bool:
    return column in _PURPOSES or hasattr(value, _NAMES.get(column, column))


def _read_value(value: Any, column: str) -> object:
    """Return what a value says in a column; the day of a consent for the column of its purpose."""
    if column in _PURPOSES:
        return next((one.at for one in value.consents if one.purpose is _PURPOSES[column]), None)
    return getattr(value, _NAMES.get(column, column))


def _say_value(column: str, value: object, challenges: Mapping[str, str], say: Translator) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("files.export.yes" if value else "files.export.no")
    if isinstance(value, datetime):
        return say_date(value, say.language)
    if isinstance(value, StrEnum):
        return say(f"{_WORDS[type(value)]}.{value}")
    if isinstance(value, tuple):
        if column == "days":
            return ", ".join(say(f"participant.form.day.{one}") for one in value)
        return ", ".join(challenges.get(one, "") if column in _OF_CHALLENGES else one for one in value)
    return str(value)
