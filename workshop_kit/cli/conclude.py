"""Conclude a workshop: place the volunteers, write the synthesis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from babel.lists import format_list
from click.core import ParameterSource

from workshop_kit.cli.language import SAY
from workshop_kit.cli.notebooks import tell_strangers
from workshop_kit.cli.outputs import check_file
from workshop_kit.cli.prepare import folder_argument, language_option, opened_workshop
from workshop_kit.cli.telling import echo, echo_json
from workshop_kit.errors import UnreadableFile
from workshop_kit.i18n import Translator

if TYPE_CHECKING:
    from workshop_kit.domain.model import Reason
    from workshop_kit.report.printed import Undrawn
    from workshop_kit.store import Store


@click.command(help=SAY("cli.assign.help"))
@folder_argument
@click.option("--json", "as_json", is_flag=True, help=SAY("cli.option.json"))
@click.option(
    "--what-if", "what_if", metavar=SAY("cli.metavar.file"), type=click.Path(path_type=Path),
    help=SAY("cli.assign.what-if"),
)  # fmt: skip
def assign(folder: Path, as_json: bool, what_if: Path | None) -> None:
    """Place volunteers in missions by competence and wish, and say why."""
    from workshop_kit.files import describe_assignments
    from workshop_kit.live.acts.assigning import assign_workshop

    with opened_workshop(folder) as (store, say):
        if what_if is not None:
            _try_changes(store, what_if, say, as_json=as_json)
            return
        described = describe_assignments(store, assign_workshop(store, datetime.now(UTC)), say.language)
    if as_json:
        echo_json(described)
        return
    for row in described["assignments"]:
        echo(say("cli.assign.assigned", **row))
    for pair in described["pairs"]:
        echo(say("cli.assign.pair", **pair))
    for row in described["unfilled"]:
        echo(say("cli.assign.unfilled", **row))
        echo(say("cli.assign.needs", needs=row["binding"]["needs"]))
    for row in described["unassigned"]:
        echo(say("cli.assign.unassigned", **row))


def _try_changes(store: Store, file: Path, say: Translator, *, as_json: bool) -> None:
    """Print what some choices by hand would change; nothing is written."""
    from workshop_kit.files import describe_difference, read_locks
    from workshop_kit.live.acts.assigning import compare_tries
    from workshop_kit.live.acts.trying import part_tries

    read = store.read(lambda repository: read_locks(repository, file))
    parted = store.read(lambda repository: part_tries(repository, read.tries))
    refused = sorted((*read.refused, *parted.refused), key=lambda one: one[0])
    _tell_left_aside(refused, say)
    if not parted.locks:
        raise UnreadableFile("nothing-tried", file=file.name)
    difference = compare_tries(store, parted.locks)
    told = describe_difference(store, difference, say.language)
    if as_json:
        told["left_aside"] = [{"line": line, "why": say.reason(reason)} for line, reason in refused]
        echo_json(told)
        return
    for row in told["moved"]:
        nothing = say("cli.assign.nothing")
        leaves, takes = (" + ".join(row[side]) or nothing for side in ("leaves", "takes"))
        echo(say("cli.assign.moved", volunteer=row["volunteer"], leaves=leaves, takes=takes))
    for number, cost in enumerate(difference.costs, start=1):
        key = "same" if cost.before == cost.after else "changed"
        level = say(f"facilitator.missions.level.{cost.level}")
        echo(say(f"cli.assign.{key}", number=number, level=level, before=cost.before, after=cost.after))
    echo(told["said"])


def _tell_left_aside(refused: Sequence[tuple[int, Reason]], say: Translator) -> None:
    """Say of the lines of a list why they are not tried; lines of the same reason together."""
    reasons: dict[str, list[str]] = {}
    for line, reason in refused:
        reasons.setdefault(say.reason(reason), []).append(str(line))
    for why, lines in reasons.items():
        listed = format_list(lines, locale=say.language)
        echo(say.plural("cli.assign.line", len(lines), line=listed, why=why), err=True)


@click.command(help=SAY("cli.seat.help"))
@folder_argument
@click.option("--rounds", type=click.IntRange(1, 10), default=1, show_default=True, help=SAY("cli.seat.rounds"))
@click.option("--size", type=click.IntRange(3, 12), default=8, show_default=True, help=SAY("cli.seat.size"))
@click.option("--json", "as_json", is_flag=True, help=SAY("cli.option.json"))
def seat(folder: Path, rounds: int, size: int, as_json: bool) -> None:
    """Seat people at tables that mix them, round by round."""
    from workshop_kit.live.acts.seating import (
        describe_seating,
        find_seating,
        list_sentences,
        name_tables,
        seat_workshop,
    )

    with opened_workshop(folder) as (store, say):
        seat_workshop(store, rounds, size)
        seated = store.read(lambda repository: find_seating(repository, say))
    if as_json:
        echo_json(describe_seating(seated, say))
        return
    for turn, tables in enumerate(name_tables(seated), start=1):
        if rounds > 1:
            echo(say("cli.seat.round", round=turn))
        for number, names in enumerate(tables, start=1):
            echo(say("cli.seat.table", number=number, names=", ".join(names)))
        echo()
    echo("\n".join(list_sentences(seated, say)))


@click.command(help=SAY("cli.report.help"))
@folder_argument
@click.option("-o", "output", type=click.Path(path_type=Path), help=SAY("cli.report.output"))
@click.option(
    "--format", "format_", type=click.Choice(["pdf", "html"]), default="pdf", show_default=True,
    help=SAY("cli.report.format"),
)  # fmt: skip
@language_option
def report(folder: Path, output: Path | None, format_: Literal["pdf", "html"], language: str | None) -> None:
    """Write the synthesis."""
    from workshop_kit.report import make_report

    with opened_workshop(folder) as (_store, say):
        spoken = Translator(language) if language else say
    target = folder / f"{spoken('cli.report.name')}.{format_}"
    if output is not None:
        format_ = _choose_format(output, format_)
        target = check_file(output, f".{format_}")
    tell_strangers(folder, spoken)
    make_report(
        folder,
        target,
        format=format_,
        language=language,
        on_progress=_tell_progress,
        on_undrawn=lambda found: tell_undrawn(found, spoken),
    )
    echo(target)


def _choose_format(output: Path, named: Literal["pdf", "html"]) -> Literal["pdf", "html"]:
    """Return the format that the name of a file says, unless another was named."""
    default = click.get_current_context().get_parameter_source("format_") is not ParameterSource.COMMANDLINE
    return "html" if default and output.suffix.lower() == ".html" else named


def tell_undrawn(undrawn: Sequence[Undrawn], say: Translator) -> None:
    """Name the signs that could not be drawn, if there are any."""
    from workshop_kit.report.printed import say_undrawn

    if undrawn:
        echo(say_undrawn(undrawn, say), err=True)


def _tell_progress(share: float, step: str) -> None:
    echo(f"{share:4.0%} {step}", err=True)
