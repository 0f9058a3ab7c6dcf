"""Draw a lot: who of a list is in the panel, with which chance, by which dice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

import click

from workshop_kit.cli.language import SAY
from workshop_kit.cli.prepare import folder_argument, language_option, opened_workshop
from workshop_kit.cli.telling import echo, echo_json
from workshop_kit.domain.entries import LOT_SIZE
from workshop_kit.errors import InvalidEntry
from workshop_kit.files import write_export
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_date

if TYPE_CHECKING:
    from workshop_kit.domain.lots import Lot, LotBasis, RelaxedBound
    from workshop_kit.domain.model import Reason
    from workshop_kit.store import Store

#: The file of the panels, beside the workshop: the proof that anyone can redo.
PANELS_FILE: Final = "tirage-panels.csv"
_FILE: Final = click.Path(path_type=Path)
_SIZE: Final = click.IntRange(LOT_SIZE.least, LOT_SIZE.most)


@click.command(help=SAY("cli.draw.help"))
@folder_argument
@click.option("--candidates", type=_FILE, help=SAY("cli.draw.candidates"))
@click.option("--volunteers", is_flag=True, help=SAY("cli.draw.volunteers"))
@click.option("--quotas", "quotas_path", type=_FILE, required=True, help=SAY("cli.draw.quotas"))
@click.option("--panel", "size", type=_SIZE, required=True, help=SAY("cli.draw.panel"))
@click.option("--dice", default="", help=SAY("cli.draw.dice"))
@click.option("--relax", is_flag=True, help=SAY("cli.draw.relax"))
@click.option("--json", "as_json", is_flag=True, help=SAY("cli.option.json"))
@language_option
def draw(
    folder: Path, candidates: Path | None, volunteers: bool, quotas_path: Path, size: int, dice: str, relax: bool,
    as_json: bool, language: str | None,
) -> None:  # fmt: skip
    """Draw a panel in which each person has as fair a chance as can be."""
    from workshop_kit.domain.lot import read_dice
    from workshop_kit.live.acts.drawing_lot import draw_lot, propose_changes

    with opened_workshop(folder) as (store, spoken):
        say = Translator(language) if language else spoken
        if candidates is not None and volunteers:
            raise InvalidEntry("lot-two-lists")
        if dice:
            read_dice(dice)
        basis, notes = _read_basis(store, candidates, quotas_path, size)
        for line in _say_notes(notes, say, of_volunteers=candidates is None):
            echo(line, err=True)
        changes = propose_changes(basis, size)
        if changes and not relax:
            _refuse(changes, size, say, as_json=as_json)
        lot = draw_lot(store, basis, size, datetime.now(UTC), dice=dice, changes=changes)
        write_export(folder / PANELS_FILE, lot.to_csv().encode())
        for line in _say_earlier(store, lot, say):
            echo(line, err=True)
        if as_json:
            echo_json(lot.to_json(), indent=None)
            return
        for line in (*_say_lot(lot, folder, say), *_name_drawn(store, lot)):
            echo(line)


def _read_basis(
    store: Store, candidates: Path | None, quotas_path: Path, size: int
) -> tuple[LotBasis, tuple[Reason, ...]]:
    """Return whom to draw from: the people of a file, or the volunteers."""
    from workshop_kit.files.reading.lots import list_volunteers, read_candidates, read_quotas
    from workshop_kit.files.reading.read_file import read_bytes
    from workshop_kit.live.acts.lot_people import list_lot_volunteers

    of_quotas = quotas_path.name, read_bytes(quotas_path)
    quotas = read_quotas(*of_quotas, size)
    if candidates is not None:
        return read_candidates(candidates.name, read_bytes(candidates), quotas, of_quotas)

    return list_volunteers(store.read(list_lot_volunteers), quotas, of_quotas)


def _refuse(changes: Sequence[RelaxedBound], size: int, say: Translator, *, as_json: bool) -> None:
    """Say that no panel exists and what would make one; nothing is drawn."""
    if as_json:
        nothing = {"chances": {}, "floor": 0.0, "panels": 0, "drawn": []}
        echo_json({**nothing, "relaxed": [one.to_json() for one in changes]}, indent=None)
    proposed = "\n".join(f"  {line}" for line in _say_changes(changes, say))
    raise click.ClickException(say("cli.draw.impossible", size=size, changes=proposed))


def _say_changes(changes: Sequence[RelaxedBound], say: Translator) -> Iterator[str]:
    for one in changes:
        short = one.bound == "min" and one.people < one.before
        key = "cli.draw.change-short" if short else f"cli.draw.change-{one.bound}"
        values = {"category": one.category, "feature": one.feature, "before": one.before, "after": one.after}
        yield say(key, **values, people=one.people)


def _say_notes(notes: Sequence[Reason], say: Translator, *, of_volunteers: bool) -> Iterator[str]:
    for note in notes:
        value = note.values.get("value")
        words = {"value": say.category(str(value))} if of_volunteers and value else {}  # kept under a word of the code
        yield say(f"cli.draw.note-{note.code}", **{**note.values, **words})


def _say_lot(lot: Lot, folder: Path, say: Translator) -> Iterator[str]:
    possible = [chance for chance in lot.chances if chance]
    bound = min(one for one, chance in zip(lot.ideal, lot.chances, strict=True) if chance)
    yield say("cli.draw.made", people=len(lot.chances), size=lot.size, panels=len(lot.panels))
    for line in _say_changes(lot.relaxed, say):
        yield say("cli.draw.relaxed", change=line)
    shown = {"least": min(possible), "median": median(possible), "most": max(possible), "bound": bound + lot.missing}
    yield say("cli.draw.chances", **{name: _percent(value, say) for name, value in shown.items()})
    if lot.never:
        yield say.plural("cli.draw.never", len(lot.never), rows=", ".join(map(str, lot.never)))
    yield say("cli.draw.panels", file=folder / PANELS_FILE, digest=sha256(lot.to_csv().encode()).hexdigest())
    if lot.dice:
        yield say("cli.draw.drawn", dice=lot.dice, rows=", ".join(map(str, lot.drawn)))
    else:
        yield say("cli.draw.roll")


def _say_earlier(store: Store, lot: Lot, say: Translator) -> Iterator[str]:
    """Yield the other draws of this workshop, whatever list, size or dice: none is thrown again unsaid."""
    for one in store.read(lambda repository: repository.list_lots()):
        if one.id != lot.id and one.drawn_at is not None:
            day = say_date(one.drawn_at, say.language)
            said = {"file": _name_list(one, say), "size": one.size, "dice": one.dice, "day": day}
            yield say("cli.draw.earlier", **said)


def _name_list(lot: Lot, say: Translator) -> str:
    """Return what a lot was drawn from, in words: the file's name, the volunteers or the registers."""
    from workshop_kit.domain.lot_lists import LotSource
    from workshop_kit.live.acts.lot_people import tell_source

    source = tell_source(lot.file)
    return lot.file if source is LotSource.FILE else say(f"facilitator.lot.source.{source}")


def _name_drawn(store: Store, lot: Lot) -> Iterator[str]:
    """Yield the volunteers drawn, by number and pseudonym; nobody of a list of candidates, which has the names."""
    people = store.read(lambda repository: repository.list_lot_people(lot.id))
    names = {one.id: one.pseudonym for one in store.read(lambda repository: repository.list_participants())}
    yield from (f"{number:>5}  {names[people[number]]}" for number in lot.drawn if people.get(number) in names)


def _percent(share: float, say: Translator) -> str:
    whole, part = f"{share * 100:.2f}".split(".")
    return say("cli.draw.percent", whole=whole, part=part)
