"""Whatever a participant is told is written for participants: no place on the laptop, no program, no database."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.widgets.panel import _OF_NOTEBOOKS, _ON_THE_LAPTOP

_PACKAGE: Final = Path(__file__).parents[2] / "workshop_kit"
_LIST_MODULES: Final = """
import sys
import workshop_kit.live.participant
import workshop_kit.widgets.participant
print(*(module.__file__ for name, module in sys.modules.items() if name.startswith("workshop_kit.")))
"""
#: Words of those who look after the computer, in both languages; `serve` is a command, not what a laptop does.
_NOT_FOR_PHONES: Final = re.compile(
    r"PostgreSQL|SQLite|\bSQL\b|Python|JupyterLab|Voilà\b|kernel|terminal|commande\b|command\b|workshop-kit|\bpip\b"
    r"|\.db\b|\.json\b|\.ipynb\b|base de données|database|\bdisque|\bdisk\b|\bdossier|\bfolder|\bport\b"
    r"|--\w|\\|\w/\w+/",
    re.IGNORECASE,
)


def find_codes() -> dict[str, bool]:
    """Return each error code that stands in what a participant's page is made of, and whether it is the store's own."""
    listed = subprocess.run(
        [sys.executable, "-c", _LIST_MODULES], capture_output=True, text=True, check=True, timeout=60
    )
    known = set(Translator("fr").section("errors"))
    found: dict[str, bool] = {}
    for path in listed.stdout.split():
        for node in ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else ""
                for argument in node.args[:1]:
                    if isinstance(argument, ast.Constant) and argument.value in known and name == "StoreUnavailable":
                        found[argument.value] = True
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in known:
                found.setdefault(node.value, False)
    return found


CODES: Final = find_codes()


def test_the_errors_of_a_participants_page_are_found() -> None:
    assert {"text-too-long", "vote-not-open", "malformed-intention"} <= set(CODES)
    assert CODES["disk-full"]
    assert not CODES["text-too-long"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(code for code, of_store in CODES.items() if not of_store))
def test_what_a_phone_may_be_told_is_written_for_its_owner(code: str, language: str) -> None:
    sentence = str(Translator(language).section("errors")[code])
    hidden = {f"{{{name}}}" for name in _ON_THE_LAPTOP}
    if code in _OF_NOTEBOOKS or any(name in sentence for name in hidden):  # a phone is told another sentence instead
        return
    assert not _NOT_FOR_PHONES.search(sentence), sentence
