"""Read a list of people to draw from, whatever its columns are: what quotas can count, and how people are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from workshop_kit.domain.category_words import fold_word
from workshop_kit.domain.entries import EMAIL, PHONE
from workshop_kit.domain.lot_lists import LotList, LotSource, Reach, band_ages, band_births, is_countable
from workshop_kit.domain.lots import Quota
from workshop_kit.errors import InvalidEntry, UnreadableFile
from workshop_kit.files.formulas import protect_cell
from workshop_kit.files.reading import contacts
from workshop_kit.files.reading.columns import KINDS
from workshop_kit.files.reading.lots import digest_bytes, list_rows, read_quotas
from workshop_kit.files.reading.tables import Row, Sheet, open_tables
from workshop_kit.files.reading.usual import count_known, find_column
from workshop_kit.files.reading.whose import speaks_of_another

#: In how many rows the heading is looked for, above which titles may stand.
_HEADING_WITHIN: Final = 40
_CONTACT: Final = re.compile(r"@|(?:[0-9][ .()/-]?){8}")
_WORD: Final = re.compile(r"[a-z]+")
_AGE: Final = frozenset({"age", "ages"})
_BIRTH: Final = frozenset({"naissance", "nee", "ne", "birth", "born", "birthday", "birthdate", "dob"})
_NAMES: Final = tuple(
    tuple(map(fold_word, several))
    for several in (
        ("prénom", "prénoms", "first name", "firstname", "given name"),
        ("nom complet", "full name", "nom et prénom", "prénom et nom", "nom prénom", "prénom nom", "nom",
         "nom de famille", "name", "last name", "lastname", "surname", "nom usuel"),
    )
)  # fmt: skip
_NAMING: Final = frozenset(name for several in _NAMES for name in several)
#: A town beside a postcode, which elsewhere is somebody's sector.
_TOWNS: Final = frozenset(map(fold_word, ("commune", "ville", "localité", "town", "city")))


def is_quota_file(name: str, content: bytes) -> bool:
    """Tell whether a file holds quotas, right or wrong ones; anything else is taken for a list of people."""
    try:
        read_quotas(name, content, 1)
    except InvalidEntry:  # a bound that is none: quotas, with a fault in them
        return True
    except UnreadableFile as error:
        return error.code == "lot-no-quotas"
    return True


def read_list(name: str, content: bytes, *, wanted: Sequence[Quota] = ()) -> LotList:
    """Return the people of a file, a line each.

    Columns that hold few different values can be counted, ages and years of birth by bands; so can what quotas of a
    file name. The others are left, and handed out only with the lines of those drawn.

    Raises
    ------
    UnreadableFile
        The file cannot be read.
    InvalidEntry
        ``lot-list-empty``: there is nobody under the headings.

    """
    sheets = [one for one in open_tables(name, content, _count_headings).sheets if not one.hidden and one.rows]
    if not sheets:
        raise UnreadableFile("file-empty", file=name)
    sheet = max(sheets, key=lambda one: len(one.rows))
    place = _find_heading(sheet)
    headings = tuple(cell.strip() for cell in sheet.rows[place].cells)
    rows = list(list_rows(sheet, place))
    if not rows:
        raise InvalidEntry("lot-list-empty", file=name)
    told = {fold_word(one.category) for one in wanted}
    columns: dict[str, tuple[str, ...]] = {}
    left = []
    for spot, heading in enumerate(headings):
        values = tuple(_cell(row, spot) for row in rows)
        if not heading or heading in columns or not any(values):
            continue
        asked = fold_word(heading) in told
        banded = values if asked else _band(heading, values)
        if asked or (is_countable(banded) and not _tells_who(heading, values)):
            columns[heading] = banded
        else:
            left.append(heading)
    return LotList(
        LotSource.FILE,
        name,
        digest_bytes(content),
        tuple(columns),
        tuple(zip(*columns.values(), strict=True)) if columns else tuple(() for _ in rows),
        tuple(_name(headings, row) for row in rows),
        left=tuple(left),
        whole=(headings, *(tuple(_cell(row, spot) for spot in range(len(headings))) for row in rows)),
        reach=tuple(_reach(headings, row) for row in rows),
    )


def write_table(lines: Iterable[Sequence[str]], delimiter: str) -> str:
    """Return lines as a text that every spreadsheet opens and none runs a formula of."""
    written = (delimiter.join(_quote(protect_cell(cell), delimiter) for cell in line) for line in lines)
    return "\ufeff" + "".join(f"{line}\r\n" for line in written)


def _quote(cell: str, delimiter: str) -> str:
    if any(sign in cell for sign in (delimiter, '"', "\n", "\r")):
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell


def _tells_who(heading: str, values: Sequence[str]) -> bool:
    """Tell whether a column names people or reaches them, which is no criterion even where several share it."""
    return fold_word(heading) in _NAMING or any(_CONTACT.search(value) for value in values)


def _band(heading: str, values: Sequence[str]) -> tuple[str, ...]:
    words = set(_WORD.findall(fold_word(heading)))
    if words & _AGE:
        return band_ages(values)
    return band_births(values) if words & _BIRTH else tuple(values)


def _count_headings(cells: Iterable[str]) -> int:
    """Tell by how many filled cells a line may be a heading, known ones above all."""
    listed = tuple(cells)
    return 10 * max(count_known(kind, listed) for kind in KINDS) + sum(1 for cell in listed if cell.strip())


def _find_heading(sheet: Sheet) -> int:
    """Return the place of the first row that is as wide as the list is, and says a different word in each cell."""
    widths = sorted(len(row.own) for row in sheet.rows)
    usual = max(1, widths[len(widths) // 2])
    for place, row in enumerate(sheet.rows[:_HEADING_WITHIN]):
        if len(row.own) >= usual and len(set(row.own)) == len(row.own) and not any(map(str.isdecimal, row.own)):
            return place
    return 0


def _name(headings: Sequence[str], row: Row) -> str:
    """Return how somebody is called by their line: first name and name, as far as there are such columns."""
    folded = [fold_word(heading) for heading in headings]
    found = []
    for names in _NAMES:
        spot = next((folded.index(one) for one in names if one in folded), None)
        if spot is not None and (text := _cell(row, spot).strip()):
            found.append(text)
    return " ".join(found)


def _reach(headings: Sequence[str], row: Row) -> Reach:
    """Return how somebody is reached by their line: what can be written to or called, and where a letter goes."""
    cells: dict[str, str] = {}
    for spot, heading in enumerate(headings):
        if speaks_of_another(heading):  # a telephone of the parents reaches somebody else
            continue
        column = "posttown" if fold_word(heading) in _TOWNS else find_column("stakeholders", heading)
        if column is not None and (text := _cell(row, spot).strip()):
            cells.setdefault(column, text)
    email, phone = contacts.read_address(cells.get("email", "")), contacts.read_number(cells.get("phone", ""))
    is_email, is_phone = (
        not found.refused and len(found.value) <= kind.longest for found, kind in ((email, EMAIL), (phone, PHONE))
    )
    lines = [cells[column] for column in ("address", "complement") if column in cells]
    town = " ".join(cells[column] for column in ("postcode", "posttown") if column in cells)
    return Reach(
        email.value if is_email else "",
        phone.value if is_phone else "",
        "\n".join(filter(None, (*lines, town))) if lines else "",
    )


def _cell(row: Row, spot: int) -> str:
    return row.cells[spot].strip() if spot < len(row.cells) else ""
