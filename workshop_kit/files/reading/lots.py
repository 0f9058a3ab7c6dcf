"""Read what a lot is drawn from: the quotas of a panel, and the people who may be in it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from workshop_kit.domain.category_words import fold_word, understand_category
from workshop_kit.domain.entries import clean_line
from workshop_kit.domain.lot_pool import count_people
from workshop_kit.domain.lots import LotBasis, Quota
from workshop_kit.domain.model import Reason
from workshop_kit.errors import InvalidEntry, UnreadableFile
from workshop_kit.files.reading.asides import tell_aside
from workshop_kit.files.reading.tables import Row, Sheet, open_tables

_HEADINGS: Final[Mapping[str, Sequence[str]]] = {
    "category": ("category", "catégorie", "critère", "criterion", "attribute", "attribut", "variable"),
    "feature": ("feature", "caractéristique", "modalité", "value", "valeur", "name", "nom", "sous-catégorie"),
    "min": ("min", "minimum", "mini", "au moins", "at least", "least"),
    "max": ("max", "maximum", "maxi", "au plus", "at most", "most"),
}
_COLUMN_OF: Final = {fold_word(one): column for column, names in _HEADINGS.items() for one in names}
#: Where these stand beside a value, they name the category: other programs write "feature, value, min, max".
_ALSO_CATEGORY: Final = frozenset(map(fold_word, ("feature", "caractéristique")))
#: In how many rows the heading is looked for, above which titles may stand.
_HEADING_WITHIN: Final = 40
_WHOLE: Final = re.compile(r"(\d{1,6})(?:[.,]0+)?")
#: Quotas of a file: more than any criteria make. What panels are made of grows with their square.
QUOTAS_AT_MOST: Final = 1000
#: Rows that a note names; more of them are counted.
_NAMED: Final = 12
#: What volunteers are told apart by.
_OF_VOLUNTEERS: Final[Mapping[str, Sequence[str]]] = {
    "category": ("category", "catégorie", "type", "collège"),
    "sector": ("sector", "secteur", "hameau", "quartier", "lieu", "place", "area", "neighbourhood", "village"),
}


def digest_bytes(content: bytes) -> str:
    """Return by what a file can be known again."""
    return hashlib.sha256(content).hexdigest()


def read_quotas(name: str, content: bytes, size: int) -> tuple[Quota, ...]:
    """Return the quotas of a file, which has the columns category, feature, min and max, in either language.

    An empty category is the one above, an empty minimum is 0, an empty maximum the whole panel.

    Raises
    ------
    UnreadableFile
        The file cannot be read, or has no such columns.
    InvalidEntry
        A bound is no whole number, the bounds of a feature cross, or it is there twice; ``lot-quotas-many``.

    """
    sheet, place, columns = _find_quota_heading(name, content)
    quotas: list[Quota] = []
    known: set[tuple[str, str]] = set()
    category = ""
    for row in list_rows(sheet, place):
        cells = {column: _cell(row, columns.get(column)) for column in _HEADINGS}
        category = cells["category"] or category
        if not cells["feature"]:
            continue
        least = _read_bound(name, row, cells["min"], 0)
        most = _read_bound(name, row, cells["max"], size)
        said = {"file": name, "line": row.line, "feature": cells["feature"]}
        if least > most:
            raise InvalidEntry("lot-quota-crossed", **said, least=least, most=most)
        key = fold_word(category), fold_word(cells["feature"])
        if key in known:
            raise InvalidEntry("lot-quota-twice", **said)
        known.add(key)
        if len(quotas) >= QUOTAS_AT_MOST:
            raise InvalidEntry("lot-quotas-many", file=name, most=QUOTAS_AT_MOST)
        quotas.append(Quota(category, cells["feature"], least, most))
    if not quotas:
        raise UnreadableFile("lot-no-quotas", file=name)
    return tuple(quotas)


def read_candidates(
    name: str, content: bytes, quotas: Sequence[Quota], quotas_file: tuple[str, bytes]
) -> tuple[LotBasis, tuple[Reason, ...]]:
    """Return the people of a list by the quotas they count for, and what is to be said of the list.

    Each category of the quotas is a column. Whoever has no feature in it, or one that the quotas do not name, counts
    for no quota of it, and may be drawn all the same; it is said on which lines.

    Raises
    ------
    UnreadableFile
        The file cannot be read.
    InvalidEntry
        A category has no column, or there is nobody.

    """
    wanted = {fold_word(one.category): one.category for one in quotas}

    def count_known(cells: Iterable[str]) -> int:
        return len({fold_word(cell) for cell in cells} & set(wanted))

    sheets = [one for one in open_tables(name, content, count_known).sheets if not one.hidden and one.rows]
    places = [(sheet, place) for sheet in sheets for place in range(min(_HEADING_WITHIN, len(sheet.rows)))]
    if not places:
        raise UnreadableFile("file-empty", file=name)
    sheet, place = max(places, key=lambda one: (count_known(one[0].rows[one[1]].cells), -one[1]))
    headings = sheet.rows[place].cells
    spots: dict[str, int] = {}
    for spot, heading in enumerate(headings):
        if fold_word(heading) in wanted:
            spots.setdefault(fold_word(heading), spot)
    if missing := [said for folded, said in wanted.items() if folded not in spots]:
        found = clean_line(", ".join(filter(None, headings))) or "—"
        raise InvalidEntry("lot-columns-missing", file=name, missing=", ".join(missing), found=found)
    rows = list(list_rows(sheet, place))
    cells = [(row.line, {folded: _cell(row, spot) for folded, spot in spots.items()}) for row in rows]
    ignored = [clean_line(one) for one in headings if one and fold_word(one) not in wanted]
    people, notes = _sort_people(cells, quotas)
    left = [row.line for row in sheet.rows[place + 1 :] if row.hidden]
    if left:
        notes.append(Reason("hidden", {"lines": _name_lines(left), "number": len(left)}))
    if ignored:
        notes.append(Reason("ignored", {"columns": ", ".join(ignored)}))
    if not people:
        raise InvalidEntry("lot-nobody")
    of_quotas = quotas_file[0], digest_bytes(quotas_file[1])
    return LotBasis(people, tuple(quotas), name, digest_bytes(content), *of_quotas), tuple(notes)


def list_volunteers(
    volunteers: Sequence[tuple[str, str, str]], quotas: Sequence[Quota], quotas_file: tuple[str, bytes]
) -> tuple[LotBasis, tuple[Reason, ...]]:
    """Return the volunteers of a workshop as a list to draw from, by their category and sector.

    Parameters
    ----------
    volunteers
        Of each, their participant's id, category and sector, in the order of the list.
    quotas, quotas_file
        The quotas, and the file that they come from.

    """
    column_of = {fold_word(one): place for place, names in enumerate(_OF_VOLUNTEERS.values()) for one in names}
    wanted = {fold_word(one.category): one.category for one in quotas}
    if missing := [said for folded, said in wanted.items() if folded not in column_of]:
        raise InvalidEntry("lot-columns-missing", file="—", missing=", ".join(missing), found="category, sector")
    cells = [
        (number, {folded: _say_category(one[1 + column_of[folded]], column_of[folded]) for folded in wanted})
        for number, one in enumerate(volunteers, start=1)
    ]
    spoken = [
        Quota(one.category, _say_category(one.feature, column_of[fold_word(one.category)]), one.least, one.most)
        for one in quotas
    ]
    people, notes = _sort_people(cells, spoken)
    if not people:
        raise InvalidEntry("lot-nobody")
    content = "\n".join("\t".join(one) for one in volunteers).encode()
    basis = LotBasis(
        people, tuple(quotas), "", digest_bytes(content), quotas_file[0], digest_bytes(quotas_file[1]),
        tuple(one[0] for one in volunteers),
    )  # fmt: skip
    return basis, tuple(notes)


def _say_category(text: str, column: int) -> str:
    """Return a category by the word it is kept under, where it is one of the kit's."""
    understood = understand_category(text) if column == 0 else None
    return text if understood is None else str(understood)


def _sort_people(
    cells: Sequence[tuple[int, Mapping[str, str]]], quotas: Sequence[Quota]
) -> tuple[tuple[tuple[int, ...], ...], list[Reason]]:
    """Return for each person the quotas they count for, and whom and what to name."""
    place_of = {(fold_word(one.category), fold_word(one.feature)): place for place, one in enumerate(quotas)}
    said = {fold_word(one.category): one.category for one in quotas}
    other: dict[tuple[str, str], list[int]] = defaultdict(list)
    people = []
    for line, filled in cells:
        counted = []
        for category, cell in filled.items():
            place = place_of.get((category, fold_word(cell)))
            if place is None:
                other[category, cell].append(line)
            else:
                counted.append(place)
        people.append(tuple(sorted(counted)))
    notes = []
    for (category, cell), lines in other.items():
        values: dict[str, str | int] = {"category": said[category], "lines": _name_lines(lines), "number": len(lines)}
        notes.append(Reason("other", {**values, "value": cell}) if cell else Reason("empty", values))
    for one, have in zip(quotas, count_people(people, quotas), strict=True):
        if not have:
            notes.append(Reason("nobody", {"category": one.category, "feature": one.feature}))
    return tuple(people), notes


def _find_quota_heading(name: str, content: bytes) -> tuple[Sheet, int, dict[str, int]]:
    tables = open_tables(name, content, lambda cells: len({_COLUMN_OF.get(fold_word(cell)) for cell in cells} - {None}))
    for sheet in tables.sheets:
        if sheet.hidden:
            continue
        for place, row in enumerate(sheet.rows[:_HEADING_WITHIN]):
            columns = _find_columns(row.cells)
            if columns.keys() >= {"category", "feature"} and columns.keys() & {"min", "max"}:
                return sheet, place, columns
    shown = next((row.own for sheet in tables.sheets for row in sheet.rows), ())
    raise UnreadableFile("lot-no-quota-columns", file=name, found=clean_line(", ".join(shown)) or "—")


def _find_columns(cells: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    folded = [fold_word(cell) for cell in cells]
    for spot, cell in enumerate(folded):
        if column := _COLUMN_OF.get(cell):
            columns.setdefault(column, spot)
    if "category" not in columns:
        features = [spot for spot, cell in enumerate(folded) if _COLUMN_OF.get(cell) == "feature"]
        named = [spot for spot in features if folded[spot] in _ALSO_CATEGORY]
        if named and len(features) > 1:
            columns["category"] = named[0]
            columns["feature"] = next(spot for spot in features if spot != named[0])
    return columns


def list_rows(sheet: Sheet, place: int) -> Iterator[Row]:
    """Yield the rows below a heading that are records: no total, no note, none that is hidden."""
    headings, below = sheet.rows[place].cells, sheet.rows[place + 1 :]
    widths = sorted(len(row.own) for row in below)
    usual = widths[len(widths) * 3 // 4] if widths else 0
    last = max((row.line for row in below if len(row.own) > 1), default=0)
    for row in below:
        if any(row.cells) and not row.hidden and tell_aside(row, headings, usual, ends=row.line > last) is None:
            yield row


def _read_bound(name: str, row: Row, cell: str, otherwise: int) -> int:
    if not cell:
        return otherwise
    found = _WHOLE.fullmatch(cell.replace("\u202f", "").replace(" ", ""))
    if found is None:
        raise InvalidEntry("lot-quota-number", file=name, line=row.line, value=cell)
    return int(found[1])


def _cell(row: Row, spot: int | None) -> str:
    """Return a cell on one line, of what people can read alone: notes repeat it, on a terminal too."""
    return clean_line(row.cells[spot]) if spot is not None and spot < len(row.cells) else ""


def _name_lines(lines: Sequence[int]) -> str:
    named = ", ".join(map(str, lines[:_NAMED]))
    return f"{named}…" if len(lines) > _NAMED else named
