"""Self-diagnosis of the installation: what is there, what is missing, how to get it."""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
from dataclasses import dataclass
from importlib import metadata

import click

from workshop_kit.cli.language import SAY
from workshop_kit.cli.prepare import language_option
from workshop_kit.errors import MissingEntry
from workshop_kit.i18n import Translator
from workshop_kit.places import notebooks_folder, print_folder, samples_folder, static_folder

_SQLITE_NEEDED = (3, 35, 0)


@dataclass(frozen=True)
class Finding:
    """One thing looked for.

    ``remedy`` ends the catalog key ``cli.doctor.<remedy>`` that says how to get it; ``needed`` is false for what
    only some workshops use.
    """

    name: str
    version: str
    present: bool
    needed: bool
    remedy: str


@click.command(help=SAY("cli.doctor.help"))
@language_option
def doctor(language: str | None) -> None:
    """Say what is installed, what is missing, how to get it."""
    say = Translator(language) if language else SAY
    findings = examine()
    for finding in findings:
        mark = "✓" if finding.present else ("✗" if finding.needed else "–")
        click.echo(f"{mark} {finding.name} {finding.version}".rstrip())
        if not finding.present:
            click.echo(f"    {say(f'cli.doctor.{finding.remedy}', name=finding.name)}")
    if any(finding.needed and not finding.present for finding in findings):
        raise click.ClickException(say("cli.doctor.incomplete"))
    click.echo(say("cli.doctor.complete"))


def examine() -> tuple[Finding, ...]:
    """Look for everything the kit uses, in the order a person would install it."""
    return (
        Finding("Python", platform.python_version(), sys.version_info >= (3, 11), needed=True, remedy="get-python"),
        Finding(
            "SQLite",
            sqlite3.sqlite_version,
            sqlite3.sqlite_version_info >= _SQLITE_NEEDED,
            needed=True,
            remedy="get-python",
        ),
        *(_find_package(name, needed=True) for name in _needed_packages()),
        _find_package("psycopg", needed=False),
        *_find_files(),
    )


def _needed_packages() -> tuple[str, ...]:
    requirements = metadata.requires("workshop-kit") or []
    names = (re.match(r"[A-Za-z0-9._-]+", one) for one in requirements if "extra ==" not in one)
    return tuple(name.group() for name in names if name is not None)


def _find_package(name: str, *, needed: bool) -> Finding:
    remedy = "get-package" if needed else "get-postgresql"
    try:
        return Finding(name, metadata.version(name), present=True, needed=needed, remedy=remedy)
    except metadata.PackageNotFoundError:
        return Finding(name, "", present=False, needed=needed, remedy=remedy)


def _find_files() -> tuple[Finding, ...]:
    wanted = {
        "notebooks": lambda: notebooks_folder() / "participant.ipynb",
        "pages": lambda: static_folder() / "served" / "manifest.json",
        "print": lambda: print_folder() / "synthesis.typ",
        "fonts": lambda: print_folder() / "fonts" / "AtkinsonHyperlegibleNext-400-normal.ttf",
        "samples": samples_folder,
    }
    findings = []
    for name, find in wanted.items():
        try:
            present = find().exists()
        except MissingEntry:
            present = False
        findings.append(Finding(name, "", present, needed=True, remedy="reinstall"))
    return tuple(findings)
