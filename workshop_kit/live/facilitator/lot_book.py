"""What the lot's page shows: where it may be drawn from, what quotas count, and a lot with its chances and dice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final

from workshop_kit.domain.entries import LOT_SIZE
from workshop_kit.domain.lot_lists import Counted, LotList, LotSource, share_like
from workshop_kit.domain.lots import Lot
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date, say_day_of_month, say_hour
from workshop_kit.live.acts.drawing_lot import list_throws
from workshop_kit.live.acts.lot_people import tell_source
from workshop_kit.live.acts.lot_words import (
    draw_bars,
    list_changes,
    number_panel,
    say_bound,
    say_chance,
    say_fair,
    say_made,
    say_simple,
)
from workshop_kit.live.contract.facilitator.lot import (
    LookAtLot,
    LotColumn,
    LotFileModel,
    LotKept,
    LotMaking,
    LotPerson,
    LotShown,
    LotThrow,
    LotValue,
)
from workshop_kit.live.facilitator.lot_work import LotFile, LotWork

_SECTION: Final = "facilitator.lot"
#: People on one page of the chances.
ROWS: Final = 40
#: The greatest number of a value of which nothing was said: a panel may have as many as it likes.
FREE: Final = LOT_SIZE.most
#: What a column counts: the bounds of its values, or ``None`` where it has the shares of the list.
Counting = Mapping[str, tuple[int, int]] | None


def bound_values(counted: Sequence[Counted], counting: Counting, people: int, size: int) -> dict[str, tuple[int, int]]:
    """Return the bounds of each value of a column; one that nothing is said of is free.

    Parameters
    ----------
    counted
        The values, and how many of the list have each.
    counting
        What was said of them.
    people, size
        How many are in the list, and in a panel.

    """
    if counting is None:
        return {one.value: share_like(one.people, people, size) for one in counted}
    listed = {one.value: counting.get(one.value, (0, FREE)) for one in counted}
    return {**listed, **{value: bounds for value, bounds in counting.items() if value not in listed}}


def describe_column(
    name: str, counted: Sequence[Counted], counting: Counting, people: int, size: int, *, counts: bool
) -> LotColumn:
    """Return a column with its values and bounds."""
    have = {one.value: one.people for one in counted}
    bounds = bound_values(counted, counting if counts else {}, people, size)
    values: list[LotValue] = [
        {"value": value, "people": have.get(value, 0), "least": least, "most": None if most >= FREE else most}
        for value, (least, most) in bounds.items()
    ]
    blank = people - sum(have.values())
    return {"name": name, "counts": counts, "like": counts and counting is None, "blank": blank, "values": values}


def find_counted(lot: Lot, listed: LotList) -> tuple[str, ...]:
    """Return the columns of a list that a lot counted: nothing else of people is shown, or handed to the public."""
    counted = {one.category for one in lot.quotas}
    return tuple(column for column in listed.columns if column in counted)


def pick_counted(lot: Lot, listed: LotList) -> tuple[tuple[str, ...], ...]:
    """Return of each person what stands in the columns that count."""
    spots = [listed.columns.index(column) for column in find_counted(lot, listed)]
    return tuple(tuple(row[spot] for spot in spots) for row in listed.rows)


def describe_file(file: LotFile, say: Translator) -> LotFileModel:
    """Return how a file stands."""
    return {"state": file.state, "name": file.name, "sentence": "" if file.error is None else say.sentence(file.error)}


def describe_work(work: LotWork, say: Translator) -> LotMaking:
    """Return how the making stands, in words."""
    working = work.state == "working"
    return {
        "state": work.state,
        "doing": say(f"{_SECTION}.doing.{work.step}") if working else "",
        "share": round(work.share, 2) if working else 0.0,
        "sentence": "" if work.error is None else say.sentence(work.error),
        "changes": list_changes(work.changes, say),
    }


class LotBook:
    """Describes a lot.

    Parameters
    ----------
    lots
        All that are kept, in the order they were made.
    say
        Speaks the page's language.

    """

    def __init__(self, lots: Sequence[Lot], say: Translator) -> None:
        self._lots = lots
        self._say = say

    def find(self, lot: str) -> Lot | None:
        """Return the lot that is looked at: the one that is named, else the last one."""
        return next((one for one in self._lots if one.id == lot), self._lots[-1] if self._lots else None)

    def describe(self, lot: Lot, listed: LotList | None, names: Mapping[int, str], looked: LookAtLot) -> LotShown:
        """Return a lot.

        Parameters
        ----------
        lot
            It.
        listed
            The list it was drawn from, where it is known still.
        names
            How people are called, by number.
        looked
            How it is looked at.

        """
        say, source = self._say, tell_source(lot.file)
        order = sorted(range(1, len(lot.chances) + 1), key=lambda number: (lot.chances[number - 1], number))
        pages = max(1, -(-len(order) // ROWS))
        page = min(max(looked.page, 1), pages)
        called = names if looked.named else {}
        shown = order[(page - 1) * ROWS : page * ROWS]
        rows = None if listed is None else pick_counted(lot, listed)
        return {
            "id": lot.id,
            "made": say_made(lot, say),
            "fair": say_fair(lot, say),
            "simple": say_simple(lot, say),
            "notes": [say_bound(lot, say), *list_changes(lot.relaxed, say)],
            "bars": draw_bars(lot, say),
            "people": [self._describe_person(lot, number, rows, called) for number in shown],
            "page": page,
            "pages": pages,
            "named": looked.named,
            "known": listed is not None,
            "unknown": "" if listed is not None else say(f"{_SECTION}.unknown.{source.value}", file=lot.file),
            "names": any(names.values()),
            "invites": source is not LotSource.VOLUNTEERS and listed is not None and any(names.values()),
            "marked": source is LotSource.VOLUNTEERS,
            "digest": sha256(lot.to_csv().encode()).hexdigest(),
            "dice": lot.dice,
            "panel": number_panel(lot),
            "drawn": [self._describe_person(lot, number, rows, called) for number in lot.drawn],
            "throws": [_describe_throw(one, say) for one in list_throws(self._lots, lot) if one.dice],
        }

    def list_kept(self, shown: Lot | None) -> list[LotKept]:
        """Return the lots of before, the newest first; of several throws on the same panels, the last."""
        kept: list[LotKept] = []
        seen = [] if shown is None else [one.id for one in list_throws(self._lots, shown)]
        for lot in reversed(self._lots):
            if lot.id not in seen:
                seen += [one.id for one in list_throws(self._lots, lot)]
                day = say_date(lot.at, self._say.language)
                kept.append({"id": lot.id, "label": self._say(f"{_SECTION}.kept-one", size=lot.size, day=day)})
        return kept

    def _describe_person(
        self, lot: Lot, number: int, rows: Sequence[tuple[str, ...]] | None, names: Mapping[int, str]
    ) -> LotPerson:
        row = () if rows is None else rows[number - 1]
        return {
            "number": number,
            "name": names.get(number, ""),
            "about": " · ".join(filter(None, row)),
            "chance": say_chance(lot.chances[number - 1], self._say),
        }


def _describe_throw(lot: Lot, say: Translator) -> LotThrow:
    at = (lot.at if lot.drawn_at is None else lot.drawn_at).astimezone()
    when = {"day": say_day_of_month(at.date(), say.language), "hour": say_hour(at.time(), say.language)}
    return {"lot": lot.id, "said": say(f"{_SECTION}.throw-one", dice=lot.dice, panel=number_panel(lot), **when)}
