"""A section builder: who was there and who was missing, and the four conditions of thinking together, measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshop_kit.domain.briefs import PresenceBrief, Synthesis
from workshop_kit.domain.claims import ABSENT, PRESENCE, Measured, list_gauged, list_measured
from workshop_kit.domain.diversity import CategoryPresence
from workshop_kit.i18n import Translator
from workshop_kit.plots import draw_presence
from workshop_kit.report.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Meter,
    Paragraph,
    Picture,
    Table,
    Together,
)
from workshop_kit.report.saying import say_claim, say_claims, say_percent


def write_presence(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return who was there and who was missing, and the four conditions of a wise crowd.

    Where nobody was invited and nobody came, there is nothing to say.
    """
    presence = synthesis.presence
    shown = tuple(one for one in presence.categories if one.invited or one.coming or one.present)
    if not shown and not presence.people:
        return ()
    title = Heading(1, translator("report.presence.title"))
    blocks: list[Block] = []
    if shown:
        lead = (Paragraph(sentence, "lead") for sentence in say_claims(PRESENCE, presence, translator))
        drawing = _draw(shown, translator) if presence.invited else ()
        table = _write_categories(shown, translator, invited=presence.invited)
        blocks += [Together((title, *lead), leads=True), table, *drawing]
    return (*(blocks or [title]), *_write_absent(presence, translator), *_write_conditions(presence, translator))


def _draw(shown: Sequence[CategoryPresence], translator: Translator) -> tuple[Picture, ...]:
    drawing = draw_presence(shown, translator)
    return (Picture(drawing.svg(), drawing.alternative, translator("report.presence.figure-caption")),)


def _write_absent(presence: PresenceBrief, translator: Translator) -> Iterable[Block]:
    said = say_claims(ABSENT, presence, translator)
    if not said:
        return
    title = Heading(2, translator("report.presence.absent-title"))
    yield Together((title, *(Paragraph(sentence) for sentence in said)))


def _write_conditions(presence: PresenceBrief, translator: Translator) -> Iterable[Block]:
    measured = list_measured(presence)
    if all(one.value is None for one in measured):
        return
    first, *others = (_write_measured(one, translator) for one in measured)
    heading = Heading(2, translator("report.conditions.title"))
    yield Together((heading, Paragraph(translator("report.conditions.lead")), first))
    yield from others
    gauges = [_write_measured(one, translator) for one in list_gauged(presence)]
    if gauges:
        lead = Paragraph(translator("report.gauges.lead"))
        yield Together((Heading(2, translator("report.gauges.title")), lead, *gauges))


def _write_measured(one: Measured, translator: Translator) -> Meter:
    """Write a share as a bar in per cent; of a handful, in its numbers alone."""
    meaning = translator(f"report.conditions.{one.name}-meaning")
    share = one.value if one.few is None else None
    return Meter(
        translator(f"report.conditions.{one.name}"),
        share,
        _say_figure(one, translator),
        f"{meaning} {say_claim(one.claim, translator)}",
    )


def _say_figure(one: Measured, translator: Translator) -> str:
    if one.value is None:
        return translator("report.conditions.unknown")
    if one.few is not None:
        return translator("report.conditions.few", part=one.few.part, whole=one.few.whole)
    return say_percent(one.value, translator.language)


def _write_categories(categories: Iterable[CategoryPresence], translator: Translator, *, invited: bool) -> Table:
    """Write a row a category; where nobody was invited, nothing is said of invitations."""
    names = ("invited", "coming", "present") if invited else ("present",)
    columns = (
        Column(translator("report.column.category"), 4),
        *(Column(translator(f"report.column.{name}"), 2, "right") for name in names),
    )
    rows = tuple(
        (
            Cell(translator.category(one.category)),
            *((Cell(str(one.invited)), Cell(str(one.coming))) if invited else ()),
            Cell(str(one.present), strong=one.present > 0),
        )
        for one in categories
    )
    caption = translator(f"report.presence.table-caption{'' if invited else '-uninvited'}")
    return Table(caption, columns, rows, row_header=True)
