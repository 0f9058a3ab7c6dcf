"""Look after a workshop's folder: check it, put a backup back."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshop_kit.cli.language import SAY, speak_as, speak_of
from workshop_kit.cli.prepare import folder_argument, language_option, say_retention
from workshop_kit.cli.telling import echo, echo_json, show
from workshop_kit.errors import MissingEntry
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date

if TYPE_CHECKING:
    from workshop_kit.store.backups import Backup

_MARKS = {"good": "✓", "mended": "+", "warning": "!", "broken": "✗"}


@click.command(help=SAY("cli.check.help"))
@folder_argument
@click.option("--erase-contacts", is_flag=True, help=SAY("cli.check.erase-contacts"))
@click.option("--no-mend", is_flag=True, help=SAY("cli.check.no-mend"))
@click.option("--json", "as_json", is_flag=True, help=SAY("cli.option.json"))
@language_option
def check(folder: Path, erase_contacts: bool, no_mend: bool, as_json: bool, language: str | None) -> None:
    """Say what is wrong with a workshop's folder, and mend what can be."""
    from workshop_kit.hosting.checking import check_workshop, is_whole, say_checked

    say = Translator(language) if language else _speak_of(folder)
    now = datetime.now(UTC)
    if erase_contacts:
        _erase_contacts(folder, now, say)
    found = check_workshop(folder, now, mends=not no_mend)
    if as_json:
        told = [{"code": one.code, "state": one.state.value, "sentence": say_checked(one, say)} for one in found]
        echo_json(told)
    else:
        for one in found:
            echo(f"{_MARKS[one.state.value]} {say_checked(one, say)}")
    if not is_whole(found):
        raise click.ClickException(say("cli.check.incomplete"))
    if not as_json:
        echo(say("cli.check.complete"))


@click.command(help=SAY("cli.restore.help"))
@folder_argument
@click.option("--to", "wanted", metavar=SAY("cli.metavar.backup"), help=SAY("cli.restore.to"))
@click.option("--list", "only_list", is_flag=True, help=SAY("cli.restore.list"))
@click.option("--yes", is_flag=True, help=SAY("cli.restore.yes"))
@click.option("--other", is_flag=True, help=SAY("cli.restore.other"))
@language_option
def restore(folder: Path, wanted: str | None, only_list: bool, yes: bool, other: bool, language: str | None) -> None:
    """Put a backup back in the place of the workshop, which is kept."""
    from workshop_kit.hosting.restoring import find_backup, say_when
    from workshop_kit.hosting.restoring import restore as put_back

    say = Translator(language) if language else _speak_of(folder)
    now = datetime.now(UTC)
    lines = _list(folder, now, say)
    if not lines:
        raise MissingEntry("no-backups", folder=str(folder))
    if only_list or wanted is None:
        for line in lines:
            echo(line)
    if only_list:
        return
    if wanted is None:
        if not sys.stdin.isatty() and not yes:
            raise click.ClickException(say("cli.restore.choose"))
        wanted = "1" if yes else click.prompt(say("cli.restore.which"), default="1")
    backup = find_backup(folder, wanted, now)
    when = say_when(backup)
    told = {"day": say_date(when, say.language), "hour": when.strftime("%H:%M")}
    if not yes:
        other = _ask(folder, backup, say, told) or other
    restored = put_back(folder, backup, now, others=other)
    echo(say("cli.restore.done", folder=folder, **told))
    if restored.replaced is not None:
        echo(say("cli.restore.kept"))
    if not restored.remembers:
        echo(say("cli.restore.unremembered"))


def _ask(folder: Path, backup: Backup, say: Translator, told: Mapping[str, str]) -> bool:
    """Ask before a backup is put back, and tell whether it is another workshop's; without a yes nothing is done."""
    from workshop_kit.hosting.weighing import BackupState, examine_backup

    examined = examine_backup(folder, backup)
    is_other = examined.state is BackupState.OTHER
    asked = say(f"cli.restore.confirm{'-other' if is_other else ''}", title=examined.title, **told)
    if not click.confirm(show(asked)):
        raise click.Abort
    return is_other


def _list(folder: Path, now: datetime, say: Translator) -> list[str]:
    from workshop_kit.domain.believing import is_ahead
    from workshop_kit.hosting.choosing import list_to_choose
    from workshop_kit.hosting.restoring import say_when
    from workshop_kit.hosting.weighing import BackupState, examine_backup

    lines = []
    for number, one in enumerate(list_to_choose(folder, now), start=1):
        when = say_when(one)
        values = {"number": number, "day": say_date(when, say.language), "hour": when.strftime("%H:%M:%S")}
        examined = examine_backup(folder, one)
        line = say(f"cli.restore.line.{one.kind}", **values)
        if examined.state is not BackupState.GOOD:
            line = f"{line} — {say(f'cli.restore.mark.{examined.state}', title=examined.title)}"
        lines.append(say("cli.restore.ahead", line=line) if is_ahead(one.at, now) else line)
    return lines


def _erase_contacts(folder: Path, now: datetime, say: Translator) -> None:
    """Erase what is past its day at once, since somebody says that the date is right."""
    from workshop_kit.live.acts.retention import keep_retention
    from workshop_kit.store import open_store

    with open_store(folder) as store:
        standing = keep_retention(store, folder, now, confirmed=True)
    lines = say_retention(standing, folder, now, say) or [say("cli.check.nothing-due")]
    for line in lines:
        echo(line, err=True)


def _speak_of(folder: Path) -> Translator:
    """Return the language of the workshop, where it can be read at all."""
    say = speak_of(folder) or SAY
    speak_as(say)
    return say
