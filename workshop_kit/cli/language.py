"""The language the command line speaks: the one named, else the workshop's, else the machine's, else French."""

from __future__ import annotations

import click
from click.core import ParameterSource

from workshop_kit.hosting.settings import machine_language
from workshop_kit.i18n import Translator

SAY = Translator(machine_language())


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
