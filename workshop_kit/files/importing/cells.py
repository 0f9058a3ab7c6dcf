"""Turn one cell of an organiser's file into a value, or say why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from workshop_kit.domain import entries
from workshop_kit.domain.contacts import find_contacts
from workshop_kit.domain.entries import PERSON_NAME, PLACES, POSTAL_ADDRESS, Text
from workshop_kit.domain.model import COMPETENCES, INTERESTS, Source, StakeholderStatus
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.importing.report import RowRefused
from workshop_kit.files.reading import contacts
from workshop_kit.files.reading.helping import understand_car
from workshop_kit.files.reading.moments import understand_moment
from workshop_kit.files.reading.tables.spoilt import LOST, has_asked_letters
from workshop_kit.files.reading.usual import find_column
from workshop_kit.files.reading.words import says_unsure, understand_consent, understand_source, understand_status

#: A cell longer than this is a document, not an answer.
TEXT_AT_MOST: Final = 5000

_NUMBER: Final = re.compile(r"[+-]?\d{1,9}(?:[.,]0*)?")
_FROM_TO: Final = re.compile(r"(?:(?:de|from)\s+)?(\d{1,4})\s*(?:-|–|—|à|a|to)\s*(\d{1,4})", re.IGNORECASE)
_MINUSES: Final = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-"})  # typographic signs that stand for a minus
#: What people write where no name is known, and beside the name of who is dead or left, in folded words.
_UNFILLED: Final = re.compile(
    r"x{2,8}|anonym(e|ous)|inconnue?|unknown|sans nom|no name|(a|to) (completer|remplir|saisir|definir|complete"
    r"|fill in)|n\.? ?[acr]\.?|tbc|tbd|todo|vide|neant|personne|nobody|nom( et)? prenom"
)
_GONE: Final = re.compile(
    r"[†✝]|\bdecedee?\b|\bdeceased\b|\b(a supprimer|a radier|ne plus (re)?(contacter|appeler)|do not contact)\b"
    r"|[(\[]\s*(dcd|partie?|demenagee?|radiee?|demission\w*|retiree?|desinscrite?|doublon|left|moved|gone|removed)\b"
)
#: Columns with a name that must be whole, and those in which no question mark is meant.
_NAMED_ALONE: Final = frozenset({"name", "first_name", "volunteer", "author", "contact", "owner", "sector"})
_NAMED: Final = _NAMED_ALONE | {"pseudonym", "category", "stake"}

Cells = Mapping[str, str]


def check_lengths(cells: Cells) -> None:
    """Refuse a row with a cell that nobody could read on a page."""
    for column, text in cells.items():
        if len(text) > TEXT_AT_MOST:
            raise RowRefused(column, f"{text[:60]}…", "too-long", length=len(text), most=TEXT_AT_MOST)


def check_letters(cells: Cells) -> None:
    """Refuse a row with a name whose letters were lost before the file came here: nobody bears it."""
    for column in _NAMED & cells.keys():
        text = cells[column]
        if LOST in text or (column in _NAMED_ALONE and has_asked_letters(text)):
            raise RowRefused(column, text, "letter-lost")


def read_filled(cells: Cells, column: str) -> str:
    """Return a cell that must not be empty."""
    text = cells.get(column, "")
    if not text:
        raise RowRefused(column, "", "empty")
    return text


def read_text(cells: Cells, column: str, kind: Text) -> str:
    """Return a cell that must not be empty, cleaned and measured as what is entered on a page."""
    return _read_kind(read_filled(cells, column), column, kind)


def read_text_if_any(cells: Cells, column: str, kind: Text) -> str:
    """Return a cell as ``read_text`` does, or an empty text."""
    text = cells.get(column, "")
    return _read_kind(text, column, kind) if text else ""


def read_name(cells: Cells) -> str:
    """Return the name of a person, first name first; one of the two is enough.

    In a list that a person made, an address or a number stands there by mistake; a list that went out of a workshop
    bears keys, and its names are what people called themselves.
    """
    name = " ".join(filter(None, (cells.get("first_name"), cells.get("name"))))
    if name and not cells.get("key"):
        _check_person(name, "name")
        _check_there(name)
    return _read_kind(name or read_filled(cells, "name"), "name", PERSON_NAME)


def read_person(cells: Cells, column: str) -> str:
    """Return the name by which a row of scores or ideas means somebody, or an empty text: the room may see it."""
    name = read_text_if_any(cells, column, PERSON_NAME)
    if name and not cells.get("key"):
        _check_person(name, column)
    return name


def _check_person(name: str, column: str) -> None:
    """Refuse what is no name, or a name with an address or a number beside it: names are shown."""
    is_heading = find_column("volunteers", name) in {"email", "phone", "consent"}  # of a table that lies on its side
    if is_heading or "@" in name or not any(one.isalpha() for one in name) or find_contacts(name):
        raise RowRefused(column, name, "no-name")


def _check_there(name: str) -> None:
    """Refuse what stands for a name that nobody filled in, and a name with a word that its bearer is gone."""
    folded = fold_name(name)
    if _UNFILLED.fullmatch(folded):
        raise RowRefused("name", name, "no-name")
    if _GONE.search(folded):
        raise RowRefused("name", name, "name-gone")


def read_email(cells: Cells) -> str:
    """Return the e-mail address, or an empty text."""
    text = cells.get("email", "")
    found = contacts.read_address(text)
    if found.refused:
        raise RowRefused("email", text, found.refused)
    try:
        return entries.read_email(found.value)
    except InvalidEntry:
        raise RowRefused("email", text, "email") from None


def read_phone(cells: Cells) -> str:
    """Return the telephone number as people write it, or an empty text; one that cannot be called is refused."""
    text = cells.get("phone", "")
    found = contacts.read_number(text)
    if found.refused:
        raise RowRefused("phone", text, found.refused)
    return found.value


def read_address(cells: Cells) -> str:
    """Return where a letter goes, in lines, of however many columns a file says it in; nothing without a street.

    Beside a postcode, a column that says where a body is says its town too.
    """
    lines = [read_text_if_any(cells, column, POSTAL_ADDRESS) for column in ("address", "complement")]
    code = read_text_if_any(cells, "postcode", POSTAL_ADDRESS)
    town = read_text_if_any(cells, "posttown", POSTAL_ADDRESS)
    if code and not town and code.replace(" ", "").isdigit():
        town = cells.get("sector", "")
    said = fold_name(" ".join(lines))
    last = " ".join(one for one in (code, town) if one and fold_name(one) not in said)
    text = "\n".join(filter(None, (*lines, last))) if any(lines) else ""
    return _read_kind(text, "address", POSTAL_ADDRESS) if text else ""


def read_status(cells: Cells) -> StakeholderStatus | None:
    """Return how far the invitation has come, ``None`` when the cell is empty."""
    text = cells.get("status", "")
    status = understand_status(text)
    if text and status is None:
        raise RowRefused("status", text, "status")
    return status


def read_source(cells: Cells) -> Source | None:
    """Return how the author knows, ``None`` when the cell is empty."""
    text = cells.get("source", "")
    source = understand_source(text)
    if text and source is None:
        raise RowRefused("source", text, "source")
    return source


def read_consent(cells: Cells, column: str = "consent") -> bool | None:
    """Return whether the cell says yes, ``None`` when it is empty."""
    text = cells.get(column, "")
    consent = understand_consent(text)
    if text and consent is None:
        raise RowRefused(column, text, "consent")
    return consent


def read_places(cells: Cells) -> tuple[int | None, int]:
    """Return how many places a mission has at least, ``None``: not said, and how many are wanted: 1 or more.

    ``2 à 4`` says both.
    """
    text = read_filled(cells, "places")
    least, number = None, read_whole(text)
    two = _FROM_TO.fullmatch(text.strip()) if number is None else None
    if two is not None and int(two[1]) <= int(two[2]):
        least, number = int(two[1]), int(two[2])
    if number is None or not PLACES.least <= number <= PLACES.most:
        raise RowRefused("places", text, "places", most=PLACES.most)
    return least, number


def read_car(cells: Cells) -> bool | None:
    """Return whether there is a car, or one is asked for; ``None`` when the cell is empty."""
    text = cells.get("car", "")
    car = understand_car(text)
    if text and car is None:
        raise RowRefused("car", text, "car")
    return car


def read_min_competence(cells: Cells) -> int | None:
    """Return the competence a mission needs, 0 to 3, ``None`` when the cell is empty."""
    text = cells.get("min_competence", "")
    if not text:
        return None
    number = read_whole(text)
    if number is None or number not in COMPETENCES:
        raise RowRefused("min_competence", text, "competence")
    return number


def read_answers(cells: Cells) -> tuple[int | None, int | None, bool]:
    """Return competence, interest, and whether the answer is "I don't know", which is neither a 0 nor no answer."""
    competence = _read_answer(cells, "competence", COMPETENCES)
    interest = _read_answer(cells, "interest", INTERESTS)
    unsure = any(says_unsure(cells.get(column, "")) for column in ("competence", "interest"))
    return competence, interest, unsure and competence is None and interest is None


def read_moment(cells: Cells, column: str) -> datetime | None:
    """Return a date and time in UTC, ``None`` when the cell is empty; one without a zone is of this machine's clock."""
    text = cells.get(column, "")
    if not text:
        return None
    moment = understand_moment(text)
    if moment is None:
        raise RowRefused(column, text, "moment")
    try:
        return moment.astimezone(UTC)
    except (OSError, OverflowError, ValueError):  # older than the machine's calendar, or past its end
        raise RowRefused(column, text, "moment") from None


def read_day(cells: Cells, column: str) -> str:
    """Return a day as ``YYYY-MM-DD``, empty when the cell is; a spreadsheet may have made 31/01/2027 of it."""
    text = cells.get(column, "")
    moment = understand_moment(text)
    return check_day(text if moment is None else moment.date().isoformat(), column, text)


def check_day(day: str, column: str, text: str) -> str:
    """Return a day as ``YYYY-MM-DD``, or an empty text; refuse the row where ``text`` of a column says no such day."""
    try:
        return entries.read_day(day)
    except InvalidEntry:
        raise RowRefused(column, text, "moment") from None


def _read_answer(cells: Cells, column: str, scale: range) -> int | None:
    text = cells.get(column, "")
    if not text or says_unsure(text):
        return None
    number = read_whole(text)
    if number is None or number not in scale:
        raise RowRefused(column, text, column)
    return number


def _read_kind(text: str, column: str, kind: Text) -> str:
    cleaned = kind.clean(text)
    if not cleaned and kind.shortest:
        raise RowRefused(column, text, "empty")
    if not kind.shortest <= len(cleaned) <= kind.longest:
        shown = f"{cleaned[:60]}…" if len(cleaned) > 60 else cleaned
        raise RowRefused(column, shown, "length", length=len(cleaned), shortest=kind.shortest, longest=kind.longest)
    return cleaned


def read_whole(text: str) -> int | None:
    """Return a whole number as people and spreadsheets write it (2 2,0 2.0 +1 −1), else ``None``."""
    plain = re.sub(r"\s", "", text.translate(_MINUSES))
    if _NUMBER.fullmatch(plain) is None:
        return None
    return int(re.split("[.,]", plain)[0])
