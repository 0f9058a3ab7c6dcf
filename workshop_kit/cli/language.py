"""The language the command line speaks: the one named, else the workshop's, else the machine's, else French."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

import click
from click.core import ParameterSource

from workshop_kit.errors import WorkshopError
from workshop_kit.hosting.settings import machine_language
from workshop_kit.i18n import LANGUAGES, Translator

SAY = Translator(machine_language())
#: Where a command's folder is remembered.
_FOLDER: Final = "workshop-folder"


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


def remember_folder(context: click.Context, _argument: click.Parameter, folder: Path | None) -> Path | None:
    """Remember the folder that a command is about: what is refused before it is opened is said in its language too."""
    context.find_root().meta[_FOLDER] = folder
    return folder


def spoken(context: click.Context) -> Translator:
    """Return the language that was named, else that of the workshop that was opened, or named, else the machine's."""
    root = context.find_root()
    if isinstance(root.obj, Translator):
        return root.obj
    return speak_of(root.meta.get(_FOLDER)) or SAY


def speak_of(folder: Path | None) -> Translator | None:
    """Return the language of a folder's workshop, or of its newest backup, looked at without opening it."""
    from workshop_kit.store.backups import list_backups
    from workshop_kit.store.glance import look_at, read_language

    if folder is None:
        return None
    with contextlib.suppress(WorkshopError):
        return _translator(look_at(folder).language)
    for backup in list_backups(folder)[:1]:
        return _translator(read_language(backup.path))
    return None


def _translator(language: str) -> Translator | None:
    return Translator(language) if language in LANGUAGES else None
