"""Turn the rows of a sheet into lines of cells by column: put right where possible, left aside where they are none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from workshop_kit.domain.category_words import fold_word
from workshop_kit.domain.model import Reason, StakeholderStatus
from workshop_kit.domain.names import fold_name
from workshop_kit.files.reading.asides import says_gone, tell_aside
from workshop_kit.files.reading.bodies import is_first_name
from workshop_kit.files.reading.columns import BETWEEN_CHALLENGES, WHO
from workshop_kit.files.reading.consents import weigh_consents
from workshop_kit.files.reading.headings import Heading
from workshop_kit.files.reading.layout import Layout
from workshop_kit.files.reading.moments import put_day_first, stand_months_first, understand_moment
from workshop_kit.files.reading.repairs import is_empty, mend_cell, says_none, says_the_same
from workshop_kit.files.reading.tables import Row
from workshop_kit.files.reading.values import Choices, KnownNames, Line, LineLeft, Place, Repair
from workshop_kit.files.reading.whose import speaks_of_another
from workshop_kit.files.reading.words import speaks_against, understand_consent, understand_status

#: How much of a line that is left aside is shown.
_SHOWN: Final = 90
#: The columns in which people write that it is the same as on the line above.
_CARRIED: Final = frozenset({"sector", "challenge", "stake", "category"})


@dataclass
class _Found:
    """Cells of one row (*cellules*) as they are gathered: by column, and what several columns say of one thing."""

    raw: dict[str, str]
    others: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    ticked: list[str] = field(default_factory=list)
    first_names: list[str] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    consents: list[tuple[Heading, str]] = field(default_factory=list)


#: What a row is read as: its records, or why it is none.
_Read = tuple[Line, ...] | LineLeft


class LineReader:
    """Row parser of one sheet. Rows about which nothing was decided are read once: they always say the same.

    Parameters
    ----------
    kind
        One of ``columns.KINDS``.
    layout
        The sheet with its heading.
    known
        The workshop's own names.
    choices
        What was decided about the file as a whole.
    named
        Cells that the sheet's name stands for, where a row leaves them empty.

    """

    def __init__(
        self, kind: str, layout: Layout, known: KnownNames, choices: Choices, named: Mapping[str, str]
    ) -> None:
        self._kind = kind
        self._layout = layout
        self._known = known
        self._hidden, self._partly = choices.hidden, choices.partly
        self._named = named
        self._written = [one.written for one in layout.headings]
        widths = sorted(len(row.own) for row in layout.below)
        self._usual = widths[len(widths) * 3 // 4] if widths else 0
        self._last = max((row.line for row in layout.below if len(row.own) > 1), default=0)
        self._months_first = frozenset(
            spot
            for spot, one in enumerate(layout.headings)
            if one.column in {"consented_at", "written_at"}
            and stand_months_first(_cell(row, spot) for row in layout.below)
        )
        self._yes = "yes" if known.language == "en" else "oui"
        self._above = self._find_above()
        self._gone = frozenset(self._find_gone()) if kind == "volunteers" else frozenset()
        self._undecided: dict[int, _Read] = {}

    def read(self, choices: Choices) -> tuple[list[Line], list[LineLeft]]:
        """Return the lines in their order, and the rows that are left aside; together they are all of them."""
        decided = {(place.sheet, place.line) for place in (*choices.cells, *choices.taken, *choices.left)}
        lines: list[Line] = []
        left = [self._leave(row, Reason("above", {})) for row in self._layout.above]
        for row in self._layout.below:
            if (self._layout.sheet.name, row.line) in decided:
                read = self._read(row, choices)
            elif row.line in self._undecided:
                read = self._undecided[row.line]
            else:
                read = self._undecided[row.line] = self._read(row, choices)
            if isinstance(read, LineLeft):
                left.append(read)
            else:
                lines.extend(read)
        return lines, left

    def _read(self, row: Row, choices: Choices) -> _Read:
        place = Place(self._layout.sheet.name, row.line)
        why = self._refuse(row, place, choices)
        return tuple(self._read_row(row, place, choices)) if why is None else self._leave(row, why)

    def _find_above(self) -> dict[tuple[int, int], str]:
        """Return what stands above each cell that says "the same", by its row and its column in the table."""
        meant: dict[tuple[int, int], str] = {}
        carried = [(spot, one) for spot, one in enumerate(self._layout.headings) if one.column in _CARRIED]
        above: dict[int, str] = {}
        rows = [row for row in self._layout.below if self._hidden or not row.hidden] if carried else []
        for row in rows:
            for spot, one in carried:
                cell = _read_invitation(one, _cell(row, spot))
                if not says_the_same(cell):
                    above[spot] = cell or above.get(spot, "")
                elif above.get(spot):
                    meant[row.line, spot] = above[spot]
        return meant

    def _refuse(self, row: Row, place: Place, choices: Choices) -> Reason | None:
        if place in choices.left:
            return Reason("chosen", {})
        if place in choices.taken:
            return None
        if row.hidden and not self._hidden:
            return Reason("hidden", {})
        why = self._tell_aside(row)
        return Reason("gone", {}) if why is None and row.line in self._gone else why

    def _tell_aside(self, row: Row) -> Reason | None:
        return tell_aside(row, self._written, self._usual, ends=row.line > self._last)

    def _find_gone(self) -> Iterator[int]:
        """Yield the lines under a title that says that people left or refused, up to the next title."""
        gone = False
        for row in self._layout.below:
            why = self._tell_aside(row)
            if why is not None and why.code == "title":
                gone = says_gone(row.own[0])
            elif gone and why is None:
                yield row.line

    def _leave(self, row: Row, why: Reason) -> LineLeft:
        text = " · ".join(row.own or tuple(filter(None, row.cells)))
        shown = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
        return LineLeft(Place(self._layout.sheet.name, row.line), shown, why)

    def _read_row(self, row: Row, place: Place, choices: Choices) -> Iterator[Line]:
        """Yield the records of a row: one, or in a wide table one for each challenge that is answered."""
        shared = [(spot, one) for spot, one in enumerate(self._layout.headings) if one.column and not one.part]
        parts: dict[str, list[tuple[int, Heading]]] = defaultdict(list)
        for spot, one in enumerate(self._layout.headings):
            if one.column and one.part:
                parts[one.part].append((spot, one))
        if not parts or self._kind == "volunteers":
            everything = [*shared, *(one for some in parts.values() for one in some)]
            yield self._make_line(row, everything, choices.cells.get(place, {}), place)
            return
        answered = {part: some for part, some in parts.items() if any(_cell(row, spot) for spot, _ in some)}
        for part, some in (answered or parts).items():
            at = Place(place.sheet, place.line, part)
            yield self._make_line(row, [*shared, *some], choices.cells.get(at, {}), at)
            if not answered:
                return  # nothing was answered: said once, not once a challenge

    def _make_line(
        self, row: Row, spots: Sequence[tuple[int, Heading]], corrected: Mapping[str, str], place: Place
    ) -> Line:
        found = _Found(dict.fromkeys((one.column for _, one in spots if one.column), ""))
        for spot, one in sorted(spots, key=lambda spot_and_heading: _rank(spot_and_heading[1])):
            self._take(found, one, self._read_cell(found, row, spot, one))
        self._settle(found, row)
        raw = found.raw
        given = {"challenge": place.part} if place.part else {}
        for column, text in {**self._named, **given}.items():
            raw[column] = raw.get(column) or text
        raw.update(corrected)
        if raw.get("first_name") and raw.get("first_name") == raw.get("name"):
            raw["first_name"] = ""  # one cell merged over both
        cells = self._mend(raw, frozenset(corrected), found.repairs)
        found.repairs.extend(_name_others(cells, found.others))
        if self._kind in WHO and "first_name" in cells:
            who = WHO[self._kind]
            cells[who] = " ".join(filter(None, (cells.pop("first_name"), cells.get(who, ""))))
        return Line(place, cells, tuple(found.repairs), row.hidden)

    def _read_cell(self, found: _Found, row: Row, spot: int, one: Heading) -> str:
        """Return what a cell says where it stands: a ditto says what stands above."""
        cell = _read_invitation(one, _cell(row, spot))
        if spot in self._months_first:
            cell = put_day_first(cell)
        if above := self._above.get((row.line, spot)):
            found.repairs.append(Repair(one.column or "", cell, above, Reason("ditto", {})))
            cell = above
        return cell

    def _take(self, found: _Found, one: Heading, cell: str) -> None:
        """Put one cell of a row where it belongs; of several for one column the first is kept."""
        raw, column = found.raw, one.column or ""
        if self._kind == "volunteers" and one.part:
            found.ticked += _read_tick(one.part, cell)
        elif column == "consent" and cell and not is_empty(cell):
            if _is_day(cell):  # on which it was given, or taken back
                if not one.contrary:
                    raw["consented_at"] = raw.get("consented_at") or cell
                cell = self._yes
            found.consents.append((one, cell))
        elif column == "challenges" and cell:
            found.ticked.append(cell)
        elif column == "contact" and cell and is_first_name(one.written):
            found.first_names.append(cell)
        elif cell and (not raw[column] or says_none(raw[column])):
            if raw[column]:
                found.others[column].append(raw[column])
            raw[column] = cell
        elif cell and cell != raw[column]:
            found.others[column].append(cell)

    def _settle(self, found: _Found, row: Row) -> None:
        """Say as one cell each what stood in several: a first name and a name, words of consent, ticked challenges."""
        raw = found.raw
        if found.first_names:
            raw["contact"] = " ".join(filter(None, (*found.first_names, raw["contact"])))
        if found.consents:
            consents = [*found.consents, *self._find_against(row, found.consents)]
            raw["consent"], weighed = weigh_consents(consents, self._known.language)
            found.repairs += [weighed] if weighed is not None else []
        elif self._kind == "volunteers" and not raw.get("consent") and self._dates_tell(raw.get("consented_at", "")):
            raw["consent"] = self._yes
        if found.ticked:
            raw["challenges"] = BETWEEN_CHALLENGES.join((*filter(None, [raw["challenges"]]), *found.ticked))

    def _find_against(self, row: Row, consents: Sequence[tuple[Heading, str]]) -> Iterator[tuple[Heading, str]]:
        """Yield what columns that nothing is read from say against a yes: a remark, a status."""
        if not any(understand_consent(cell) and not one.contrary for one, cell in consents):
            return
        for spot, one in enumerate(self._layout.headings):
            cell = _cell(row, spot)
            if one.column is None and cell and speaks_against(cell) and not speaks_of_another(one.written):
                yield one, cell

    def _dates_tell(self, cell: str) -> bool:
        """Tell whether a day under "accord donné le" is the only word on consent: then it says yes."""
        told = {one.column: one.written for one in self._layout.headings if one.column}
        heading = fold_name(told.get("consented_at", ""))
        return (
            "consent" not in told and _is_day(cell) and re.search(r"accord|consent|autoris|agree", heading) is not None
        )

    def _mend(self, raw: Mapping[str, str], corrected: frozenset[str], repairs: list[Repair]) -> dict[str, str]:
        """Return the cells put right, and add to ``repairs``; what a person wrote is never left out."""
        cells = {}
        for column, text in raw.items():
            partly = self._partly and column not in corrected
            cells[column], repair = mend_cell(self._kind, column, text, self._known, partly=partly)
            if repair is not None:
                repairs.append(repair)
        return cells


def _rank(heading: Heading) -> int:
    """Return how late a column counts among those that say the same: a mobile number before that of a household."""
    if heading.spare:
        return 2
    if heading.column not in {"phone", "email"}:
        return 0
    return int(_SECOND_CHOICE.search(fold_name(heading.written)) is not None)


def _is_day(cell: str) -> bool:
    return not cell.isdigit() and understand_moment(cell) is not None


#: Numbers and addresses that several people answer, or that come second.
_SECOND_CHOICE: Final = re.compile(
    r"\bfixe\b|domicile|maison|bureau|travail|\bpro(f\w*)?\b|landline|\bhome\b|\bwork\b|\b2\b"
)
#: Words that answer "invited?", though under another heading they say whether somebody comes.
_YES_OR_NO: Final = frozenset({"oui", "non", "yes", "no"})


def _read_invitation(heading: Heading, cell: str) -> str:
    """Return a cell; a yes under "invited?" says that they were invited, not that they come."""
    if heading.column != "status" or not re.search("invit", fold_name(heading.written)):
        return cell
    said = understand_consent(cell)
    told = understand_status(cell) is not None and fold_word(cell) not in _YES_OR_NO
    return cell if said is None or told else str(StakeholderStatus.INVITED if said else StakeholderStatus.TO_INVITE)


def _read_tick(challenge: str, cell: str) -> list[str]:
    """Return the challenge of a column that is one choice, where it is ticked; a cell that says else as it is."""
    if not cell or is_empty(cell) or understand_consent(cell) is False:
        return []
    ticked = understand_consent(cell) or fold_name(cell) == fold_name(challenge)
    return [challenge if ticked else cell]


def _cell(row: Row, spot: int) -> str:
    return row.cells[spot] if spot < len(row.cells) else ""


def _name_others(cells: Mapping[str, str], others: Mapping[str, Sequence[str]]) -> Iterator[Repair]:
    """Name what stood in further columns of the same meaning: one is kept, none is lost in silence."""
    for column, texts in others.items():
        kept = cells[column]
        before = " / ".join((kept, *texts))
        yield Repair(column, before, kept, Reason("several-columns", {"kept": kept, "others": ", ".join(texts)}))
