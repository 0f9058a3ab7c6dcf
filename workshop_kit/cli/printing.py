"""Print what a workshop needs on paper: slips and ballots, and what invites and receives people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from workshop_kit.cli.conclude import tell_undrawn
from workshop_kit.cli.language import SAY
from workshop_kit.cli.outputs import check_file, check_folder
from workshop_kit.cli.prepare import folder_argument, language_option, opened_workshop
from workshop_kit.cli.telling import echo
from workshop_kit.domain.printing import PrintKind
from workshop_kit.errors import MissingEntry
from workshop_kit.files import write_export
from workshop_kit.i18n import Translator

if TYPE_CHECKING:
    from workshop_kit.prints.invitations import Invited

#: What is printed in the room: for people without a phone, and for the wall; the others invite and receive.
_PAPERS: Final = ("slips", "ballots", "board")
#: The slips of missions, for whoever is not in the room or has no phone.
_MISSIONS: Final = "missions"
_COPIES: Final = 40


@click.command(name="print", help=SAY("cli.print.help"))
@folder_argument
@click.argument("kind", type=click.Choice([*_PAPERS, _MISSIONS, *(one.value for one in PrintKind)]))
@click.option("--challenge", "place", type=click.IntRange(1), help=SAY("cli.print.challenge"))
@click.option("--first", type=click.IntRange(1, 9999), default=1, show_default=True, help=SAY("cli.print.first"))
@click.option("--copies", type=click.IntRange(1, 300), help=SAY("cli.print.copies"))
@click.option("--paper", type=click.Choice(["a4", "a3"]), default="a4", show_default=True, help=SAY("cli.print.paper"))
@click.option("--bw", is_flag=True, help=SAY("cli.print.bw"))
@click.option("--all", "everyone", is_flag=True, help=SAY("cli.print.all"))
@click.option("--password", is_flag=True, help=SAY("cli.print.password"))
@click.option("-o", "output", type=click.Path(path_type=Path), help=SAY("cli.print.output"))
@language_option
def print_(folder: Path, kind: str, place: int | None, output: Path | None, language: str | None, **told: Any) -> None:
    """Print numbered slips or ballots, or what invites and receives people."""
    with opened_workshop(folder) as (store, say):
        challenges = [one.id for one in store.read(lambda repository: repository.list_challenges())]
    spoken = Translator(language) if language else say
    if place is not None and place > len(challenges):
        raise MissingEntry("no-challenge", id=place)
    challenge = None if place is None else challenges[place - 1]
    if kind in _PAPERS:
        _print_papers(folder, kind, challenge, output, spoken, language, told)
    elif kind == _MISSIONS:
        _print_missions(folder, output, spoken, language, told)
    else:
        _print_invitation(folder, PrintKind(kind), challenge, output, spoken, language, told)


def _print_papers(
    folder: Path,
    kind: str,
    challenge: str | None,
    output: Path | None,
    spoken: Translator,
    language: str | None,
    told: dict[str, Any],
) -> None:
    from workshop_kit.prints.making import print_papers

    target = _find_target(folder, spoken(f"voices.file.{kind}"), ".pdf", output)
    copies = told["copies"] or _COPIES
    printed = print_papers(folder, kind, challenge=challenge, first=told["first"], copies=copies, language=language)
    _write(target, printed.content)
    tell_undrawn(printed.undrawn, spoken)


def _print_missions(
    folder: Path, output: Path | None, spoken: Translator, language: str | None, told: dict[str, Any]
) -> None:
    from workshop_kit.prints.matter import Options
    from workshop_kit.prints.mission_slips import print_missions

    target = _find_target(folder, spoken("voices.file.missions"), ".pdf", output)
    options = Options(language=language, bw=told["bw"], everyone=told["everyone"], room=_find_room(folder))
    printed = print_missions(folder, options)
    _write(target, printed.content)
    tell_undrawn(printed.undrawn, spoken)


def _print_invitation(
    folder: Path,
    kind: PrintKind,
    challenge: str | None,
    output: Path | None,
    spoken: Translator,
    language: str | None,
    told: dict[str, Any],
) -> None:
    from workshop_kit.prints.invitations import print_invitation
    from workshop_kit.prints.matter import Options

    unpacked = kind is PrintKind.EMAILS and output is not None and output.suffix.lower() != ".zip"
    ending = ".zip" if kind is PrintKind.EMAILS else ".pdf"
    name = spoken(f"invitations.file.{kind}")
    target = check_folder(output) if unpacked and output else _find_target(folder, name, ending, output)
    room = _find_room(folder)
    made = print_invitation(folder, kind, Options(language=language, challenge=challenge, room=room, **told))
    if unpacked:
        _unpack(target, made)
    else:
        _write(target, made.printed.content)
    lacking = made.say_lacks(spoken)
    if lacking:
        echo(lacking, err=True)
    tell_undrawn(made.printed.undrawn, spoken)


def _find_target(folder: Path, name: str, ending: str, output: Path | None) -> Path:
    return folder / f"{name}{ending}" if output is None else check_file(output, ending)


def _find_room(folder: Path) -> str:
    """Return the address by which phones join now, with the words of the door; ``""`` while the room is not open."""
    from workshop_kit.entrance import read_code
    from workshop_kit.hosting.addresses import read_served_addresses
    from workshop_kit.hosting.configuring import find_entrance
    from workshop_kit.hosting.supervisor import is_served
    from workshop_kit.live.door import open_with_words

    addresses = read_served_addresses(folder) if is_served(folder) else None  # a killed program leaves its file behind
    return open_with_words(addresses.participants, read_code(find_entrance(folder))) if addresses else ""


def _write(target: Path, content: bytes) -> None:
    write_export(target, content)
    echo(target)


def _unpack(target: Path, made: Invited) -> None:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(made.printed.content)) as bundle:
        for name in bundle.namelist():
            write_export(target / name, bundle.read(name))  # what stands there may be a link, and lead anywhere
    echo(target)
