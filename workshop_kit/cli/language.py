"""The language the command line speaks when none is named: the machine's, else French."""

from __future__ import annotations

import locale
import os

from workshop_kit.i18n import Translator, choose_language


def _machine_language() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value and not value.startswith(("C.", "C", "POSIX")):
            return choose_language(value)
    found = locale.getlocale()[0]
    return choose_language(_WINDOWS_NAMES.get((found or "").split("_")[0], found))


_WINDOWS_NAMES = {"French": "fr", "English": "en"}

SAY = Translator(_machine_language())
