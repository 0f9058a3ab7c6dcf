"""What is said of a file's lines on the import page: reasons, and two people side by side."""

from __future__ import annotations

from workshop_kit.domain.model import Reason
from workshop_kit.files.importing.plan import Likeness, PlannedLine
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.contract.facilitator.imports_shown import ImportLikeness


def explain(say: Translator, section: str, reason: Reason, **values: str | int) -> str:
    """Say a reason of the files' catalog; one with a number of things is said as the language counts."""
    told = {**values, **reason.values}
    number = told.pop("number", None)
    key = f"{section}.{reason.code}"
    return say(key, **told) if number is None else say.plural(key, int(number), **told)


def describe_likeness(like: Likeness, say: Translator) -> ImportLikeness:
    """Return one column of two people; an empty answer leaves a yes as it is."""
    known, read = like.known, like.read
    if like.column != "consent":
        return {"column": like.column, "known": known, "read": read, "verdict": like.verdict.value}
    since = None if like.since is None else say_date(like.since, say.language)
    stays = known == "yes" and not read
    return {
        "column": like.column,
        "known": say("facilitator.imports.yes.since", date=since) if since else _say_answer(known, say),
        "read": _say_answer(read, say),
        "verdict": "stays" if stays else like.verdict.value,
    }


def _say_answer(answer: str, say: Translator) -> str:
    return say(f"facilitator.imports.answer-said.{answer or 'none'}")


def say_aside(line: PlannedLine, say: Translator) -> str:
    """Say of a line that it was left aside by hand."""
    key = "line-in-sheet" if line.place.sheet else "line"
    place = {"sheet": line.place.sheet, "line": line.place.line}
    return say(f"facilitator.imports.report.{key}", title=line.title, **place)
