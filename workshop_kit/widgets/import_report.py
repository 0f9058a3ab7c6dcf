"""The report of an import as a text to keep: what was written, and each line and column that was not, with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from workshop_kit.files.plan import Fate, ImportPlan, PlannedLine
from workshop_kit.files.reading import Place
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date
from workshop_kit.widgets.import_view import explain

#: The catalog's section of the report.
_SECTION = "facilitator.imports.report"


def write_report(plan: ImportPlan, say: Translator, at: datetime) -> str:
    """Return the report in the reader's language, a line each."""
    return "\n".join(_write(plan, say, at)) + "\n"


def _write(plan: ImportPlan, say: Translator, at: datetime) -> Iterator[str]:
    reading, counts = plan.reading, plan.counts
    yield say(f"{_SECTION}.title", file=reading.file, date=say_date(at, say.language))
    for fate in (Fate.NEW, Fate.CHANGED, Fate.SAME):
        yield say.plural(f"{_SECTION}.{fate.value}", counts[fate])
    yield from (explain(say, "files.note", note) for note in (*reading.notes, *plan.notes))
    yield from _write_columns(plan, say)
    yield from _write_left(plan, say)
    yield from _write_repairs(plan, say)


def _write_columns(plan: ImportPlan, say: Translator) -> Iterator[str]:
    reading = plan.reading
    yield ""
    yield say.plural(f"{_SECTION}.columns", len(reading.ignored))
    yield from (say(f"{_SECTION}.column", heading=heading) for heading in reading.ignored)
    for sheet in reading.sheets:
        if not sheet.taken:
            why = "" if sheet.why is None else explain(say, "files.sheet", sheet.why)
            yield say(f"{_SECTION}.sheet", sheet=sheet.name, why=why)


def _write_left(plan: ImportPlan, say: Translator) -> Iterator[str]:
    refused = [line for line in plan.lines if line.fate is Fate.REFUSED]
    doubtful = [line for line in plan.lines if line.fate is Fate.DOUBTFUL]
    left = plan.reading.left
    yield ""
    yield say.plural(f"{_SECTION}.left", len(refused) + len(doubtful) + len(left))
    for line in refused:
        if line.refusal is not None:
            why = explain(say, "files.rejected", line.refusal.why, value=line.refusal.value)
            yield _write_line(say, line.place, line.title, f"{line.refusal.column} – {why}")
    for line in doubtful:
        yield _write_line(say, line.place, line.title, _write_doubt(line, say))
    for one in left:
        yield _write_line(say, one.place, one.text, explain(say, "files.left", one.why))


def _write_doubt(line: PlannedLine, say: Translator) -> str:
    return say(f"{_SECTION}.doubt") if line.doubt is None else explain(say, "files.doubt", line.doubt.why)


def _write_repairs(plan: ImportPlan, say: Translator) -> Iterator[str]:
    repaired = [(line, one) for line in plan.lines for one in line.repairs]
    if not repaired:
        return
    yield ""
    yield say.plural(f"{_SECTION}.repairs", len(repaired))
    for line, one in repaired:
        why = f"{one.before} → {one.after} ({explain(say, 'files.repair', one.why)})"
        yield _write_line(say, line.place, line.title, why)


def _write_line(say: Translator, place: Place, title: str, why: str) -> str:
    key = "line-in-sheet" if place.sheet else "line"
    return say(f"{_SECTION}.{key}", sheet=place.sheet, line=place.line, title=title, why=why)
