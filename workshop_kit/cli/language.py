"""The language the command line speaks: the one named, else the workshop's, else the machine's, else French."""

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

_workshops: list[Translator] = []


def speak_as(workshop: Translator) -> None:
    """Speak the language of the workshop just opened, in what is said to the end."""
    _workshops.append(workshop)


def spoken(arguments: list[str]) -> Translator:
    """Return the language of ``--lang``, else that of the workshop that was opened, else the machine's."""
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return Translator(argument.partition("=")[2])
        if argument == "--lang" and position + 1 < len(arguments):
            return Translator(arguments[position + 1])
    return _workshops[-1] if _workshops else SAY
