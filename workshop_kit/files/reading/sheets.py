"""Choose the sheets of a workbook that a file is read from; the others are named, each with why it is not taken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.files.reading.asides import says_gone
from workshop_kit.files.reading.columns import COLUMNS
from workshop_kit.files.reading.headings import find_missing, find_name
from workshop_kit.files.reading.layout import Layout
from workshop_kit.files.reading.tables import Sheet
from workshop_kit.files.reading.values import Choices, KnownNames, SheetFound

#: Names that programs give to sheets by themselves: they say nothing.
_GIVEN: Final = re.compile(
    r"(feuil(le)?|sheet|tab(leau|elle)?|table|réponses?( au formulaire)?|form responses|export|données|data|liste"
    r"|bénévoles|volontaires|f|page|classeur|contacts?|inscriptions?|inscrits|résultats?"
    r"|results?)?\s*[\d._-]*( \(\d+\))?",
    re.IGNORECASE,
)
#: Names, in folded words, that say when or in which state the people of a sheet are, not where they live.
_NO_PLACE: Final = re.compile(
    r"(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|printemps|automne|hiver|spring|summer|autumn"
    r"|winter|semaine|week|trimestre|t|matin|soir|oui|non|yes|no|liste d'attente|waiting list|en attente"
    r"|a (rappeler|contacter|relancer|valider|trier|verifier)|nouve(au|aux|lles?)|new|divers|autres?|others?|tous"
    r"|toutes|all|actifs?|actives?|confirmee?s?|membres?|adherente?s?|members|volunteers|people|participante?s?"
    r"|personnes|equipe|bureau|referente?s?|copie( de .*)?|copy( of .*)?|version|v|finale?|brouillon|draft"
    r"|test)[\s\d./\-]*"
)


@dataclass(frozen=True)
class Chosen:
    """Sheet selection (*choix des feuilles*): those that are taken, and why the others are not.

    Attributes
    ----------
    layouts
        Their layouts, in the file's order.
    found
        Every sheet, with why it is not taken.
    missing
        Where no sheet is: the columns that the nearest one lacks.
    named
        By sheet, the cells that its name stands for: its sector or its challenge.
    notes
        What was understood by names of sheets.

    """

    layouts: tuple[Layout, ...]
    found: tuple[SheetFound, ...]
    missing: tuple[str, ...] = ()
    named: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: tuple[Reason, ...] = ()


def choose_sheets(
    kind: str, sheets: Sequence[Sheet], layouts: Sequence[Layout], known: KnownNames, choices: Choices
) -> Chosen:
    """Take every visible sheet with the headings of ``kind``, or those that were chosen.

    A sheet with several tables, each with a layout of its own, is taken with all of them.
    """
    challenges = {one.sheet.name: _find_challenge(kind, one, known) for one in layouts}
    missing = {
        id(one): find_missing(kind, one.headings, sheet_is_challenge=bool(challenges[one.sheet.name]))
        for one in layouts
    }
    complete = [one for one in layouts if not missing[id(one)]]
    most = max((len(one.columns) for one in complete if not one.sheet.hidden), default=0)
    reasons: dict[str, Reason | None] = {}
    for one in layouts:
        why = _refuse(one, missing[id(one)], most, choices)
        reasons[one.sheet.name] = None if one.sheet.name in reasons and reasons[one.sheet.name] is None else why
    _leave_gone(reasons, choices)
    taken = tuple(one for one in layouts if reasons[one.sheet.name] is None)
    found = tuple(_describe(sheet, layouts, reasons) for sheet in sheets)
    if not taken:
        nearest = max(layouts, key=lambda one: (not one.sheet.hidden, len(one.columns)))
        return Chosen((), found, missing[id(nearest)] or find_missing(kind, ()))
    named, notes = _name_sheets(kind, taken, challenges)
    return Chosen(taken, found, (), named, notes)


def _leave_gone(reasons: dict[str, Reason | None], choices: Choices) -> None:
    """Leave aside sheets of people who are gone, where others are taken and nobody chose."""
    gone = [name for name, why in reasons.items() if why is None and says_gone(name, anywhere=True)]
    if choices.sheets is None and len(gone) < sum(why is None for why in reasons.values()):
        reasons.update(dict.fromkeys(gone, Reason("gone", {})))


def _describe(sheet: Sheet, layouts: Sequence[Layout], reasons: Mapping[str, Reason | None]) -> SheetFound:
    if not sheet.rows:
        return SheetFound(sheet.name, 0, taken=False, hidden=sheet.hidden, why=Reason("empty", {}))
    rows = sum(len(one.below) for one in layouts if one.sheet.name == sheet.name)
    why = reasons[sheet.name]
    return SheetFound(sheet.name, rows, taken=why is None, hidden=sheet.hidden, why=why)


def _refuse(layout: Layout, missing: Sequence[str], most: int, choices: Choices) -> Reason | None:
    if choices.sheets is not None:
        if layout.sheet.name not in choices.sheets:
            return Reason("not-chosen", {})
        return Reason("no-headings", {}) if missing else None
    if missing:
        return Reason("no-headings", {})
    if layout.sheet.hidden and not choices.hidden:
        return Reason("hidden", {})
    # a sheet that shares few columns with the fullest one is about something else
    return Reason("other-headings", {}) if len(layout.columns) * 2 < most else None


def _find_challenge(kind: str, layout: Layout, known: KnownNames) -> str:
    """Return the challenge that a sheet is named after, where its rows do not say one."""
    column = "challenges" if kind == "volunteers" else "challenge"
    if column not in COLUMNS[kind] or column in layout.columns or not layout.sheet.name:
        return ""
    name = find_name(layout.sheet.name, known)
    return name if len(name) * 2 >= len(layout.sheet.name) else ""


def _name_sheets(
    kind: str, layouts: Sequence[Layout], challenges: Mapping[str, str]
) -> tuple[dict[str, dict[str, str]], tuple[Reason, ...]]:
    named: dict[str, dict[str, str]] = {}
    notes: list[Reason] = []
    for layout in layouts:
        name = layout.sheet.name
        if name in named:
            continue
        if challenges[name]:
            column = "challenges" if kind == "volunteers" else "challenge"
            named[name] = {column: challenges[name]}
            notes.append(Reason("sheet-as-challenge", {"sheet": name, "challenge": challenges[name]}))
        elif len(layouts) > 1 and "sector" in COLUMNS[kind] and _may_be_place(name) and not _fills_sector(layout):
            named[name] = {"sector": name}
            notes.append(Reason("sheet-as-sector", {"sheet": name}))
    return named, tuple(notes)


def _may_be_place(name: str) -> bool:
    return _GIVEN.fullmatch(name) is None and _NO_PLACE.fullmatch(fold_name(name)) is None


def _fills_sector(layout: Layout) -> bool:
    places = [place for place, one in enumerate(layout.headings) if one.column == "sector"]
    return any(place < len(row.cells) and row.cells[place] for row in layout.below for place in places)
