"""Lists to draw from, as tables: what may be counted in them, quotas made of it, and how a panel looks like them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from workshop_kit.domain.lots import Quota
from workshop_kit.domain.names import fold_name

#: A column with more values than that tells people apart one by one: a name, a telephone.
VALUES_AT_MOST: Final = 40
#: Ages are counted by bands where there are more of them than that.
_NUMBERS_AT_MOST: Final = 12
#: Ages as the census groups them: where each begins.
_AGES: Final = (0, 15, 30, 45, 60, 75)
_AGE: Final = range(0, 120)
_WHOLE: Final = re.compile(r"[0-9]{1,3}")
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


class LotSource(StrEnum):
    """Whom a lot is drawn from: the volunteers, those of the registers who are looked for, the lines of a file."""

    VOLUNTEERS = "volunteers"
    CANDIDATES = "candidates"
    FILE = "file"


@dataclass(frozen=True)
class Reach:
    """How somebody of a list is reached (*coordonnées*), as far as its columns say it; each may be empty."""

    email: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True)
class LotList:
    """People to draw from (*liste de tirage*): a line each, with what quotas may count.

    Attributes
    ----------
    source, file, digest
        Where it comes from, and by what it is known again; ``file`` as ``Lot`` keeps it.
    columns
        The headings of what may be counted.
    rows
        For each person, what stands in these columns; ``""``: nothing.
    names
        How each person is called; ``""`` where the list does not say.
    ids
        Who they are in the workshop: participants or candidates; none where they stand in a file.
    left
        Headings that nothing can be counted in.
    whole
        Every heading and every line as the file has them, to hand out the lines of those drawn; none elsewhere.
    reach
        How each person of a file is reached, for those drawn who are invited; none elsewhere.

    """

    source: LotSource
    file: str
    digest: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    ids: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    whole: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    reach: tuple[Reach, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Counted:
    """Value of a column (*modalité*), and how many of the list have it."""

    value: str
    people: int


#: For a column that counts, the least and the most of each of its values.
Bounds = Mapping[str, Mapping[str, tuple[int, int]]]


def fold_value(text: str) -> str:
    """Return what two writings of a value share."""
    return fold_name(text).strip()


def count_values(listed: LotList, column: str) -> tuple[Counted, ...]:
    """Return the values of a column, the most frequent first; two writings of one value count together.

    Bands of ages stand in their own order. Whoever has nothing in the column counts nowhere.
    """
    place = listed.columns.index(column)
    said: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for row in listed.rows:
        if row[place]:
            counts[said.setdefault(fold_value(row[place]), row[place])] += 1
    begins = {value: re.match(r"[0-9]{1,9}", value) for value in counts}
    if all(begins.values()):
        order = sorted(counts, key=lambda value: int(begins[value][0]))  # type: ignore[index]
    else:
        order = sorted(counts, key=lambda value: (-counts[value], fold_value(value)))
    return tuple(Counted(value, counts[value]) for value in order)


def share_like(people: int, everybody: int, size: int) -> tuple[int, int]:
    """Return the least and the most of a panel that has as large a share of somebody as the list: rounded both ways."""
    exact = size * people
    return exact // everybody, -(-exact // everybody)


def make_quotas(bounds: Bounds) -> tuple[Quota, ...]:
    """Return the quotas of the columns that count."""
    return tuple(
        Quota(column, value, least, most)
        for column, values in bounds.items()
        for value, (least, most) in values.items()
    )


def count_for(listed: LotList, quotas: Sequence[Quota]) -> tuple[tuple[int, ...], ...]:
    """Return for each person the quotas they count for, by their place: of a column one at most."""
    place_of = {(one.category, fold_value(one.feature)): place for place, one in enumerate(quotas)}
    categories = tuple(dict.fromkeys(one.category for one in quotas))
    spots = [(category, listed.columns.index(category)) for category in categories]
    people = []
    for row in listed.rows:
        found = (place_of.get((category, fold_value(row[spot]))) for category, spot in spots)
        people.append(tuple(sorted(place for place in found if place is not None)))
    return tuple(people)


def take_quotas(listed: LotList, quotas: Sequence[Quota]) -> tuple[dict[str, dict[str, tuple[int, int]]], list[Quota]]:
    """Return the bounds that quotas of a file set for a list, and those of them that nobody of it counts for.

    Columns and values are found however they are written. What a column has and the quotas do not name stays free.
    """
    columns = {fold_value(one): one for one in listed.columns}
    named = {column for one in quotas if (column := columns.get(fold_value(one.category))) is not None}
    values_of = {column: {fold_value(one.value): one.value for one in count_values(listed, column)} for column in named}
    bounds: dict[str, dict[str, tuple[int, int]]] = {}
    nobody = []
    for quota in quotas:
        column = columns.get(fold_value(quota.category))
        if column is None:
            continue
        value = values_of[column].get(fold_value(quota.feature))
        if value is None:
            nobody.append(quota)
        bounds.setdefault(column, {})[value or quota.feature] = (quota.least, quota.most)
    return bounds, nobody


def band_ages(values: Sequence[str]) -> tuple[str, ...]:
    """Return ages in bands as the census has them; where something else stands among them, all as they are."""
    filled = [value for value in values if value]
    if len(set(filled)) <= _NUMBERS_AT_MOST or not all(_WHOLE.fullmatch(one) and int(one) in _AGE for one in filled):
        return tuple(values)
    return tuple(_band_age(int(value)) if value else "" for value in values)


def band_births(values: Sequence[str]) -> tuple[str, ...]:
    """Return days or years of birth by decade; where one of them has no year, all as they are."""
    years = [_YEAR.search(value) for value in values]
    if any(value and not year for value, year in zip(values, years, strict=True)):
        return tuple(values)
    return tuple(f"{year[0][:3]}0–{year[0][:3]}9" if year else "" for year in years)


def is_countable(values: Sequence[str]) -> bool:
    """Tell whether quotas can count by a column: several people share a value, and there are two values at least."""
    filled = [fold_value(value) for value in values if value]
    different = len(set(filled))
    return 2 <= different <= VALUES_AT_MOST and different < len(filled)


def _band_age(age: int) -> str:
    place = max(place for place, begins in enumerate(_AGES) if age >= begins)
    return f"{_AGES[place]}–{_AGES[place + 1] - 1}" if place + 1 < len(_AGES) else f"{_AGES[place]}+"
