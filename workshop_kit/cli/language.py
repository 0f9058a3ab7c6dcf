"""The language the command line speaks: the one named, else the workshop's, else the machine's, else French."""

from __future__ import annotations

import locale
import os

import click
from click.core import ParameterSource

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


def speak_as_named(context: click.Context, _option: click.Parameter, language: str | None) -> str | None:
    """Remember the language that ``--lang`` names, for what is refused later; the callback of such an option."""
    if language is not None and context.get_parameter_source("language") is ParameterSource.COMMANDLINE:
        context.find_root().obj = Translator(language)
    return language


def speak_as(workshop: Translator) -> None:
    """Speak the language of the workshop just opened from now on, unless ``--lang`` names another."""
    root = click.get_current_context().find_root()
    if root.obj is None:
        root.obj = workshop


def spoken(context: click.Context) -> Translator:
    """Return the language that was named, else that of the workshop that was opened, else the machine's."""
    found = context.find_root().obj
    return found if isinstance(found, Translator) else SAY
