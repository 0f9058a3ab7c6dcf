"""Read what a row says of somebody's help: how much, where, when, and with what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workshop_kit.domain.contacts import CONCEALED
from workshop_kit.domain.entries import DAYS_WORD, LANGUAGE, MAX_MISSIONS, OFTEN, SECTOR, Text, clean_line
from workshop_kit.domain.forms import Consent, Purpose
from workshop_kit.domain.model import Reason, Volunteer
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.importing import cells as read
from workshop_kit.files.importing.cells import Cells
from workshop_kit.files.importing.intake import fill
from workshop_kit.files.importing.reference import Hall
from workshop_kit.files.importing.report import RowRefused
from workshop_kit.files.reading.helping import says_anywhere, says_at_home, understand_count, understand_days
from workshop_kit.files.reading.hours import understand_last_day
from workshop_kit.files.reading.listed import Listed, is_plain, split_list
from workshop_kit.files.reading.repairs import says_none
from workshop_kit.files.reading.words import understand_consent

#: The column in which the day of each yes stands that is not the yes to a mission.
AGREED: Final = {Purpose.INVITE: "invite_on", Purpose.NEWS: "news_on"}
_NO_END: Final = re.compile(
    r"(?:sans|pas de) (?:limite|fin)|toujours|illimitee?|indefini\w*|indetermine\w*|no (?:limit|end)|always|for ?ever"
)
#: A distance, a time on the way, a number: no name of a sector.
_NO_PLACE: Final = re.compile(r"[\d.,]+ ?(?:km|kms|kilometres?|m|min|mn|minutes?|h|heures?)?")


@dataclass(frozen=True)
class Offered:
    """What a row says of an offer of help beside who it is; ``None`` and ``""`` are not said (*offre*).

    ``reach`` are names as the row writes them, ``None``: not said, none: anywhere.
    """

    max_missions: int | None
    reach: tuple[str, ...] | None
    days: tuple[str, ...] | None
    days_word: str
    often: str
    until: str
    car: bool | None
    languages: tuple[str, ...] | None

    def fill(self, known: Volunteer, hall: Hall) -> Volunteer:
        """Return an offer with what the row says; what it does not say stays as it is known."""
        told = {name: getattr(self, name) for name in ("max_missions", "days", "car", "languages")}
        words = {
            name: _shorten(text, kind, hall)
            for name, text, kind in (("days_word", self.days_word, DAYS_WORD), ("often", self.often, OFTEN))
        }
        reach = None if self.reach is None else tuple(dict.fromkeys(_note_sectors(self.reach, hall)))
        offer: Volunteer = fill(known, **told, **words, until=self.until, reach=reach)
        return offer


def read_offered(cells: Cells, hall: Hall) -> Offered:
    """Return what a row says of an offer of help; raises ``RowRefused``."""
    days, word = _read_days(cells)
    return Offered(
        max_missions=_read_max_missions(cells),
        reach=_read_reach(cells, hall),
        days=days,
        days_word=word,
        often=clean_line(cells.get("often", "")),
        until=_read_until(cells),
        car=read.read_car(cells),
        languages=_read_languages(cells),
    )


def read_agreed(cells: Cells, now: datetime) -> dict[Purpose, datetime | None]:
    """Return when a row says that somebody agreed to each other purpose; ``None``: it says no. What is not said lacks.

    A yes without a day is of ``now``. Raises ``RowRefused``.
    """
    agreed: dict[Purpose, datetime | None] = {}
    for purpose, column in AGREED.items():
        text = cells.get(column, "")
        if text:
            said = understand_consent(text)
            agreed[purpose] = read.read_moment(cells, column) if said is None else now if said else None
    return agreed


def agree(known: Iterable[Consent], agreed: dict[Purpose, datetime | None]) -> tuple[Consent, ...]:
    """Return the consents that stand once a row was read: the day of one that is known already stays."""
    days: dict[Purpose, datetime | None] = {**agreed, **{one.purpose: one.at for one in known}}
    days |= {purpose: None for purpose, at in agreed.items() if at is None}
    return tuple(Consent(purpose, at) for purpose in Purpose if (at := days.get(purpose)) is not None)


def _read_max_missions(cells: Cells) -> int | None:
    text = cells.get("max_missions", "")
    if not text or says_none(text):
        return None
    number = read.read_whole(text)
    if number is None:
        number = understand_count(text)
    if number is None or not MAX_MISSIONS.least <= number <= MAX_MISSIONS.most:
        raise RowRefused("max_missions", text, "max-missions", most=MAX_MISSIONS.most)
    return number


def _read_reach(cells: Cells, hall: Hall) -> tuple[str, ...] | None:
    """Return the names of the sectors that a cell holds; whoever goes nowhere else can go where they live."""
    text = cells.get("reach", "")
    if not text or (not says_at_home(text) and says_none(text)):
        return None
    if says_anywhere(text) and not hall.has_sector(text):
        return ()
    if says_at_home(text) and not hall.has_sector(text):
        own = read.read_text_if_any(cells, "sector", SECTOR)
        if not own:
            raise RowRefused("reach", text, "reach-at-home")
        return (own,)
    return tuple(_read_sector(one, text, hall) for one in split_list(text, hall.has_sector)) or None


def _read_sector(one: Listed, text: str, hall: Hall) -> str:
    if not one.marked and not hall.has_sector(one.name) and is_no_place(one.name):
        raise RowRefused("reach", text, "reach")
    return read.read_text({"reach": one.name}, "reach", SECTOR)


def is_no_place(name: str) -> bool:
    """Tell whether what stands among sectors names none: a distance, a yes, a word for anywhere."""
    said = understand_consent(name) is not None or says_none(name) or says_anywhere(name) or says_at_home(name)
    return said or _NO_PLACE.fullmatch(fold_name(name)) is not None


def _note_sectors(names: Iterable[str], hall: Hall) -> Iterator[str]:
    """Yield sectors as the workshop writes them; one that neither it nor the file has is added, and said."""
    for name in names:
        is_known = hall.has_sector(name)
        written = hall.note_sector(name)
        if written and not is_known:
            hall.line.notes.append(Reason("sector-added", {"sector": written}))
        if written:
            yield written


def _read_days(cells: Cells) -> tuple[tuple[str, ...] | None, str]:
    """Return the days that a cell names, and in words what these do not say."""
    text = clean_line(cells.get("days", ""))
    if says_none(text):
        text = ""
    understood = understand_days(text) if text else None
    beside = clean_line(cells.get("days_word", ""))
    if understood is not None and understood[1]:
        return understood[0], beside
    words = ", ".join(dict.fromkeys(filter(None, (text, beside))))
    return (understood[0] if understood is not None else None), words


def _read_until(cells: Cells) -> str:
    text = cells.get("until", "")
    if not text or says_none(text) or _NO_END.fullmatch(fold_name(text)):
        return ""
    day = understand_last_day(re.sub(r"^\s*(jusqu['’](au|à|en)|au|until)\s+", "", text, flags=re.IGNORECASE))
    return read.check_day(text if day is None else day.isoformat(), "until", text)


def _read_languages(cells: Cells) -> tuple[str, ...] | None:
    text = cells.get("languages", "")
    if not text or says_none(text):
        return None
    names: dict[str, str] = {}
    for name, marked in split_list(text, is_plain):
        if marked or not says_none(name):
            names.setdefault(fold_name(name), read.read_text({"languages": name}, "languages", LANGUAGE))
    return tuple(names.values()) or None


def _shorten(text: str, kind: Text, hall: Hall) -> str:
    """Return words that are kept short; what is cut off is said, so that nobody is left out for having said much.

    Of a workbook, which shows no contact in them, what is known stands.
    """
    if CONCEALED in text:
        return ""
    try:
        return kind.read(text)
    except InvalidEntry:
        kept = f"{text[: kind.longest - 1].rstrip()}…"
        hall.line.notes.append(Reason("words-shortened", {"kept": kept, "most": kind.longest}))
        return kept
