"""What is decided about a file that waits to be imported (staged changes), one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from workshop_kit.errors import InvalidEntry, MissingEntry, WorkshopError
from workshop_kit.files.importing.plan import Doubt, ImportPlan, PlannedLine
from workshop_kit.files.reading.values import Choices, Place
from workshop_kit.live.contract.facilitator.imports import (
    AnswerDoubt,
    ChooseColumn,
    ChooseEncoding,
    ChooseKind,
    CorrectLine,
    DoubtAnswer,
    ImportKind,
    TakeHidden,
    TakeLine,
    TakeSheet,
)
from workshop_kit.live.facilitator.imports import Decision
from workshop_kit.widgets.import_view import Looking


@dataclass
class Held:
    """A staged file: its bytes, what was decided about it, and what would become of it.

    ``likely`` is what it rather looks like, had it been chosen as ``guesses``. ``asked`` grows with every decision; the
    plan is that of the decision ``known``.
    """

    id: str
    name: str
    size: int
    kind: ImportKind | None
    comes_first: bool = True
    guessed: bool = False
    likely: ImportKind | None = None
    guesses: ImportKind | None = None
    content: bytearray = field(default_factory=bytearray)
    choices: Choices = field(default_factory=Choices)
    later: frozenset[Place] = frozenset()
    aside: Mapping[Place, PlannedLine] = field(default_factory=lambda: MappingProxyType({}))
    doubts: Mapping[Place, Doubt] = field(default_factory=lambda: MappingProxyType({}))
    plan: ImportPlan | None = None
    remembered: bool = False
    error: WorkshopError | None = None
    looking: Looking = field(default_factory=Looking)
    asked: int = 0
    known: int = 0

    @property
    def arrived(self) -> bool:
        """Whether all of its bytes are here."""
        return len(self.content) >= self.size

    @property
    def busy(self) -> bool:
        """Whether its plan is being worked out."""
        return self.known < self.asked


def take_account(held: Held, asked: Decision) -> None:
    """Change a file's choices by one decision; raises ``MissingEntry`` (``import-gone``) about what is not in it."""
    choices = held.choices
    if isinstance(asked, ChooseKind):
        held.kind, held.guessed = asked.kind, False
        if held.plan is not None and held.plan.reading.kind != asked.kind:
            held.choices, held.later, held.looking = Choices(), frozenset(), Looking()
            held.aside, held.doubts = MappingProxyType({}), MappingProxyType({})
    elif isinstance(asked, TakeHidden):
        held.choices = replace(choices, hidden=asked.take)
    elif isinstance(asked, TakeSheet):
        held.choices = replace(choices, sheets=_choose_sheets(held, asked))
    elif isinstance(asked, ChooseEncoding):
        held.choices = replace(choices, encoding=asked.encoding)
    elif isinstance(asked, ChooseColumn):
        held.choices = replace(choices, columns=_choose_column(held, asked))
    else:
        _take_line_into_account(held, asked, Place(asked.sheet, asked.line, asked.part))


def _choose_sheets(held: Held, asked: TakeSheet) -> frozenset[str]:
    sheets = () if held.plan is None else held.plan.reading.sheets
    if asked.sheet not in {one.name for one in sheets}:
        raise MissingEntry("import-gone")
    taken = frozenset(one.name for one in sheets if one.taken)
    return taken | {asked.sheet} if asked.take else taken - {asked.sheet}


def _choose_column(held: Held, asked: ChooseColumn) -> Mapping[str, str]:
    plan = held.plan
    if plan is None or asked.heading not in {one.heading for one in plan.reading.columns}:
        raise MissingEntry("import-gone")
    others = {heading: column for heading, column in held.choices.columns.items() if heading != asked.heading}
    if asked.aside:
        return {**others, asked.heading: ""}
    if asked.column is None:
        return others
    return {**others, asked.heading: asked.column}


def _take_line_into_account(held: Held, asked: CorrectLine | TakeLine | AnswerDoubt, place: Place) -> None:
    line = _find_line(held, place)
    choices = held.choices
    if isinstance(asked, CorrectLine):
        if len(asked.columns) != len(asked.values):
            raise InvalidEntry("malformed-intention")
        cells = {**choices.cells.get(place, {}), **dict(zip(asked.columns, asked.values, strict=True))}
        held.choices = replace(choices, cells={**choices.cells, place: cells})
    elif isinstance(asked, AnswerDoubt):
        _answer(held, asked, place, line)
    elif asked.take:
        aside = {one: known for one, known in held.aside.items() if one != place}
        by_hand = place in choices.left
        held.aside = MappingProxyType(aside)
        taken = choices.taken if by_hand else choices.taken | {place}
        held.choices = replace(choices, left=choices.left - {place}, taken=taken)
    else:
        if line is not None:
            held.aside = MappingProxyType({**held.aside, place: line})
        held.choices = replace(choices, left=choices.left | {place}, taken=choices.taken - {place})


def _answer(held: Held, asked: AnswerDoubt, place: Place, line: PlannedLine | None) -> None:
    people = {one: person for one, person in held.choices.people.items() if one != place}
    held.later = held.later - {place}
    doubt = held.doubts.get(place, None if line is None else line.doubt)
    if doubt is not None:  # once it is answered the plan has none any more, and the answer is to be read over
        held.doubts = MappingProxyType({**held.doubts, place: doubt})
    if asked.answer is DoubtAnswer.LATER:
        held.later = held.later | {place}
    elif asked.answer is DoubtAnswer.APART:
        people[place] = ""
    else:
        candidates = () if doubt is None else doubt.candidates
        if asked.person not in {one.person for one in candidates}:
            raise MissingEntry("import-gone")
        people[place] = str(asked.person)
    held.choices = replace(held.choices, people=people)


def _find_line(held: Held, place: Place) -> PlannedLine | None:
    """Return the planned line at ``place``, ``None`` where one was left aside; raises ``MissingEntry``."""
    plan = held.plan
    if plan is not None:
        for line in plan.lines:
            if line.place == place:
                return line
        if place in held.aside or any(one.place == place for one in plan.reading.left):
            return None
    raise MissingEntry("import-gone")
