"""Every code that the rules and the files give has its sentence in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import workshop_kit
from workshop_kit.i18n import LANGUAGES, Translator

PACKAGE = Path(workshop_kit.__file__).parent
FLOORS = ("domain", "files")
#: The synthesis says its reasons from the catalog of the report.
OWN_CATALOG = {"synthesis.py"}
# where the code stands among the arguments, and the catalog that holds its sentence
CALLS = {"Reason": (0, "reasons."), "RowRefused": (2, "files.rejected."), "UnreadableFile": (0, "errors.")}
#: What the readers of files say stands in the catalog of files, each module's under its own word.
READERS = {
    "encodings.py": "files.note.",
    "delimited.py": "files.note.",
    "spoilt.py": "files.note.",
    "workbook.py": "files.note.",
    "remarks.py": "files.note.",
    "read_file.py": "files.note.",
    "sheets.py": "files.sheet.",
    "asides.py": "files.left.",
    "lines.py": "files.left.",
    "contacts.py": "files.repair.",
    "repairs.py": "files.repair.",
    "consents.py": "files.repair.",
    "reading.py": "registers.bad.",
    "lots.py": "cli.draw.note-",
    "pabulib.py": "files.note.",
}
_DOUBTS_OF_BALLOTS = ("several-challenges", "several-options", "voter-seated")
_NOTES_OF_BALLOTS = (
    "ballots-beside",
    "pabulib-empty",
    "pabulib-rounded",
    "polis-replaced",
    "voter-erased",
    "challenge-shortened",
    "statement-shortened",
    "ideas-shortened",
    "no-rows",
)
#: Reasons of reports stand in the catalog of files, those against a placement by hand in the facilitator's.
ELSEWHERE = {
    "reasons.missing-column": "files.rejected.missing-column",
    **{
        f"reasons.{note}": f"files.note.{note}"
        for note in (
            "no-consent",
            "replaced",
            "same-as-line",
            "withheld",
            "layout-remembered",
            "key-ignored",
            "said-again",
            "two-people",
            "category-kept",
            "moment-ahead",
            "several-hours",
            "places-taken",
            "days-kept",
            "sector-added",
            "words-shortened",
        )
    },
    "files.sheet.sheet-as-sector": "files.note.sheet-as-sector",
    "files.sheet.sheet-as-challenge": "files.note.sheet-as-challenge",
    **{f"reasons.{doubt}": f"files.doubt.{doubt}" for doubt in _DOUBTS_OF_BALLOTS},
    **{f"reasons.{note}": f"files.note.{note}" for note in _NOTES_OF_BALLOTS},
    "files.left.ditto": "files.repair.ditto",
    "files.left.several-columns": "files.repair.several-columns",
    **{
        f"reasons.{rule}": f"facilitator.missions.breaks.{rule}"
        for rule in ("no-answer", "unsure", "competence", "interest")
    },
    **{
        f"reasons.{rule}": f"facilitator.missions.breaks.{rule}"
        for rule in ("reach", "car", "language", "days", "until", "time", "most")
    },
    "reasons.not-offered": "facilitator.missions.not-offered",
}
#: Modules whose reasons are said from a catalog of their own, by the word that their keys begin with.
OF_THEIR_OWN = {"gauges.py": "gauges.", "budget_reasons.py": "budget.", "undoing.py": "files.kept."}


def find_keys() -> set[str]:
    keys = set()
    modules = [path for floor in FLOORS for path in (PACKAGE / floor).rglob("*.py") if path.name not in OWN_CATALOG]
    for module in modules:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                place, catalog = CALLS[node.func.id]
                if catalog == "reasons." and "files" in module.parts:
                    catalog = READERS.get(module.name, catalog)
                if catalog == "reasons.":
                    catalog = "opinion." if "opinion" in module.parts else OF_THEIR_OWN.get(module.name, catalog)
                if catalog == "reasons." and ("framing" in module.parts or module.name == "challenge_reading.py"):
                    catalog = "framing."
                for code in find_codes(node.args[place] if len(node.args) > place else None):
                    keys.add(ELSEWHERE.get(catalog + code, catalog + code))
    return keys


def find_codes(argument: ast.expr | None) -> list[str]:
    """Return the texts an argument may be: itself, or either side of a condition."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        return find_codes(argument.body) + find_codes(argument.orelse)
    return []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence(language: str) -> None:
    keys = find_keys()
    assert {"reasons.assigned", "files.rejected.places", "errors.file-empty"} <= keys
    say = Translator(language)
    assert [key for key in sorted(keys) if not say.knows(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_about_a_person_has_its_sentence(language: str) -> None:
    say = Translator(language)
    files = PACKAGE / "files"
    found = re.findall(
        r'describe\(\w+, .+?, "([a-z-]+)"', (files / "importing" / "identity.py").read_text(encoding="utf-8")
    )
    found += ["no-name", "near-name", "other-name", "takes-away", "yes-and-no", "later-consent", "perhaps-withdrawn"]
    assert {"several", "homonym", "look-alike"} <= set(found)
    assert [code for code in found if not say.knows(f"files.doubt.{code}")] == []
    assert [code for code in ("erased", "withdrawn") if not say.knows(f"files.note.{code}")] == []
    assert [code for code in ("changed", "used") if not say.knows(f"files.kept.{code}")] == []
