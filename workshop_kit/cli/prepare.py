"""Prepare a workshop: make its folder, fill it from files, take everything out again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from workshop_kit.cli.language import SAY, remember_folder, speak_as, speak_as_named
from workshop_kit.cli.outputs import check_file, check_folder
from workshop_kit.cli.registers import REGISTERS, check_options, take_register
from workshop_kit.cli.telling import echo, echo_json
from workshop_kit.domain.forms import Purpose
from workshop_kit.domain.model import new_workshop
from workshop_kit.errors import InvalidEntry
from workshop_kit.files import (
    KINDS,
    BallotFileKind,
    ImportReport,
    count_contacts,
    export_contacts,
    export_polis,
    export_workbook,
    export_workshop,
    import_ballots,
    import_file,
    write_export,
)
from workshop_kit.files.reading.tables.encodings import ENCODINGS
from workshop_kit.files.reading.values import Choices
from workshop_kit.files.registers.catalogue import write_catalogue
from workshop_kit.files.registers.report import RegisterReport
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.i18n.dates import say_date
from workshop_kit.live.acts.retention import Retention, keep_retention
from workshop_kit.store import Store, create_store, open_store

#: Files of ballots, which are taken in with who voted.
BALLOT_FILES: Final = tuple(one.value for one in BallotFileKind)

folder_argument = click.argument(
    "folder", metavar=SAY("cli.metavar.folder"), type=click.Path(path_type=Path, file_okay=False),
    callback=remember_folder,
)  # fmt: skip
language_option = click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), callback=speak_as_named, help=SAY("cli.option.lang")
)


@click.command(help=SAY("cli.new.help"))
@folder_argument
@click.option("--title", required=True, help=SAY("cli.new.title"))
@click.option("--territory", required=True, help=SAY("cli.new.territory"))
@language_option
def new(folder: Path, title: str, territory: str, language: str | None) -> None:
    """Make the folder of a new workshop."""
    workshop = new_workshop(title, territory, language or SAY.language, datetime.now(UTC))
    create_store(folder, workshop).close()
    echo(Translator(workshop.language)("cli.new.done", folder=folder))


@click.command("import", help=SAY("cli.import.help"))
@folder_argument
@click.argument("kind", type=click.Choice((*KINDS, *BALLOT_FILES, *REGISTERS)))
@click.argument("file", metavar=SAY("cli.metavar.file"), type=click.Path(path_type=Path))
@click.option("--encoding", type=click.Choice(tuple(ENCODINGS)), help=SAY("cli.import.encoding"))
@click.option("--commune", "communes", metavar="INSEE", multiple=True, help=SAY("cli.import.commune"))
@click.option(
    "--hamlets", metavar=SAY("cli.metavar.file"), type=click.Path(path_type=Path), help=SAY("cli.import.hamlets")
)
@click.option("--json", "as_json", is_flag=True, help=SAY("cli.option.json"))
def import_(
    folder: Path,
    kind: str,
    file: Path,
    encoding: str | None,
    communes: tuple[str, ...],
    hamlets: Path | None,
    as_json: bool,
) -> None:
    """Read an organiser's file, or a register, into the workshop; good rows are kept, bad ones reported."""
    check_options(kind, communes, hamlets, encoding)
    report: ImportReport | RegisterReport
    with opened_workshop(folder) as (store, say):
        if kind in REGISTERS:
            report = take_register(store, say, folder, kind, file, communes, hamlets)
        elif kind in BALLOT_FILES:
            report = import_ballots(store, BallotFileKind(kind), file, encoding=encoding or "")
        else:
            report = import_file(store, kind, file, choices=Choices(partly=True, encoding=encoding or ""))
    if as_json:
        echo_json(report.to_json(say.language))
    else:
        for line in report.to_lines(file.name, say.language):
            echo(line)
    if isinstance(report, ImportReport) and report.unusable:
        raise click.ClickException(say("cli.import.unusable", file=file))


@click.command(help=SAY("cli.catalogue.help"))
@folder_argument
def categories(folder: Path) -> None:
    """Write the catalogue of stakeholder categories into the folder, to be edited."""
    with opened_workshop(folder) as (_store, say):
        echo(write_catalogue(folder, say.language))


@click.command(help=SAY("cli.export.help"))
@folder_argument
@click.argument("out", metavar=SAY("cli.metavar.out"), type=click.Path(path_type=Path))
@click.option("--contacts", is_flag=True, help=SAY("cli.export.contacts"))
@click.option("--purpose", type=click.Choice([one.value for one in Purpose]), help=SAY("cli.export.purpose"))
@click.option("--format", "format_", type=click.Choice(["polis"]), help=SAY("cli.export.format"))
def export(folder: Path, out: Path, contacts: bool, purpose: str | None, format_: str | None) -> None:
    """Write everything: one CSV a kind and one JSON, or one workbook; or the contact list of those who consented."""
    if format_ == "polis":
        with opened_workshop(folder) as (store, _):
            echo("\n".join(map(str, export_polis(store, check_folder(out)))))
        return
    contacts, only = contacts or purpose is not None, None if purpose is None else Purpose(purpose)
    as_workbook = out.suffix.lower() == ".xlsx"
    if contacts and not as_workbook:
        raise InvalidEntry("export-not-xlsx", path=out)
    out = check_file(out, ".xlsx") if as_workbook else check_folder(out)
    with opened_workshop(folder) as (store, say):
        if not as_workbook:
            for path in export_workshop(store, out, say.language):
                echo(path)
            return
        content = export_contacts(store, say.language, only) if contacts else export_workbook(store, say.language)
        write_export(out, content)
        echo(out)
        if contacts:
            echo(say.plural("cli.export.counted", count_contacts(store, only)))


@contextmanager
def opened_workshop(folder: Path) -> Iterator[tuple[Store, Translator]]:
    """Open a workshop's store and speak its language; contact details past their retention are erased first."""
    store = open_store(folder)
    try:
        say = Translator(store.read(lambda repository: repository.find_workshop()).language)
        speak_as(say)
        now = datetime.now(UTC)
        for line in say_retention(keep_retention(store, folder, now), folder, now, say):
            echo(line, err=True)
        yield store, say
    finally:
        store.close()


def say_retention(standing: Retention, folder: Path, now: datetime, say: Translator) -> list[str]:
    """Say what was erased by date, or what will be and how to confirm or to prevent it; nothing where nothing is."""
    if standing.erased:
        return [
            say.plural("cli.retention.erased", standing.erased),
            say("cli.retention.sealed", folder=folder),
        ]
    leaving = [
        say(f"cli.retention.leaving.{what}", day=say_date(day, say.language), today=say_date(now, say.language))
        for what, day in standing.leaving.items()
    ]
    if standing.erases_at is None:
        return leaving
    values = {
        "folder": folder,
        "until": say_date(standing.until, say.language),
        "today": say_date(now, say.language),
        "day": say_date(standing.erases_at, say.language),
        "last": say_date(standing.last or standing.until, say.language),
    }
    if standing.doubtful:
        return [say("cli.retention.doubtful", **values), say("cli.retention.confirm", **values), *leaving]
    told = [say.plural("cli.retention.announced", standing.contacts, **values)]
    return [*told, *leaving] if now <= standing.until else [*told, say("cli.retention.confirm", **values), *leaving]
