"""Section builders, what was asked and by whom it was answered: cover, in brief, challenges, who was there."""

from __future__ import annotations

from collections.abc import Iterable

from babel.numbers import format_percent

from workshop_kit.domain.diversity import CategoryPresence, Condition
from workshop_kit.domain.precision import PARTS
from workshop_kit.domain.synthesis import ChallengeBrief, Synthesis
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_day
from workshop_kit.plots import draw_presence
from workshop_kit.report.blocks import (
    Block,
    Bullet,
    Bullets,
    Cell,
    Column,
    Cover,
    Heading,
    Meter,
    Numbers,
    Paragraph,
    Parts,
    Picture,
    Statement,
    Table,
    Together,
)


def join_words(words: Iterable[str], translator: Translator) -> str:
    """Join words as a sentence does: "a, b et c"."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return ", ".join(listed[:-1]) + translator("report.and") + listed[-1]


def number_of(stake: str, position: int, translator: Translator) -> str:
    """Name a challenge above its statement: its number and its stake."""
    return translator("report.challenge-kicker", number=position + 1, stake=stake)


def write_cover(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return the cover."""
    figures = synthesis.figures
    counts = (
        ("participants", figures.participants),
        ("challenges", figures.challenges),
        ("ideas", figures.ideas),
        ("filled", figures.filled),
    )
    return (
        Cover(
            kind=translator("report.cover.kind"),
            territory=synthesis.territory,
            title=synthesis.title,
            day=say_day(synthesis.held_on, translator.language),
            stakes=tuple(brief.challenge.stake for brief in synthesis.challenges),
            numbers=_say_counts(counts, translator),
            contents=translator("report.contents"),
        ),
    )


def write_in_brief(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return the key figures and one paragraph that says them."""
    figures = synthesis.figures
    counts = (
        ("categories", figures.categories),
        ("groups", figures.groups),
        ("voters", figures.voters),
        ("scorers", figures.scorers),
        ("missions", figures.missions),
        ("vacant", figures.places - figures.filled),
    )
    sentences = [
        translator.plural(
            "report.brief.people",
            figures.participants,
            categories=translator.plural("report.categories", figures.categories),
        ),
        *((translator.plural("report.brief.known", figures.known),) if figures.known else ()),
        translator.plural(
            "report.brief.ideas",
            figures.ideas,
            challenges=translator.plural("report.on-challenges", figures.challenges),
        ),
    ]
    if figures.missions:
        sentences.append(
            translator.plural("report.brief.missions", figures.missions, filled=figures.filled, places=figures.places)
        )
    absent = synthesis.presence.absent
    if absent:
        names = join_words((translator.category(one) for one in absent), translator)
        sentences.append(translator("report.brief.absent", categories=names))
    first = [tallies[0] for brief in synthesis.ideas if (tallies := brief.tallies) and tallies[0].supporters]
    blocks: list[Block] = [
        Heading(1, translator("report.brief.title"), new_page=True),
        Paragraph(" ".join(sentences), "lead"),
        Numbers(_say_counts(counts, translator)),
    ]
    if first:
        blocks += [Heading(2, translator("report.brief.first")), _write_first(synthesis, translator)]
    return tuple(blocks)


def _write_first(synthesis: Synthesis, translator: Translator) -> Table:
    rows = [
        (
            Cell(brief.challenge.stake),
            Cell(brief.tallies[0].option.title),
            Cell(str(brief.tallies[0].supporters)),
        )
        for brief in synthesis.ideas
        if brief.tallies and brief.tallies[0].supporters
    ]
    columns = (
        Column(translator("report.column.stake"), 3),
        Column(translator("report.column.option"), 8),
        Column(translator("report.column.supporters"), 2, "right"),
    )
    return Table(translator("report.brief.first-caption"), columns, tuple(rows), row_header=True)


def _say_counts(counts: Iterable[tuple[str, int]], translator: Translator) -> tuple[tuple[str, str], ...]:
    return tuple((str(number), translator.plural(f"report.count.{name}", number)) for name, number in counts)


def write_challenges(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return each challenge with what it says and what it still lacks."""
    blocks: list[Block] = [
        Heading(1, translator("report.challenges.title")),
        Paragraph(translator("report.challenges.lead"), "lead"),
    ]
    if not synthesis.challenges:
        blocks.append(Paragraph(translator("report.challenges.none"), "note"))
    for position, brief in enumerate(synthesis.challenges):
        blocks.append(_write_challenge(position, brief, translator))
    return tuple(blocks)


def _write_challenge(position: int, brief: ChallengeBrief, translator: Translator) -> Together:
    challenge = brief.challenge
    said = {part: str(getattr(challenge, part)).strip() for part in PARTS}
    within = translator("report.part-within")
    items = tuple(
        (
            translator(f"report.part.{part}"),
            said[part] or (within if part in brief.precision.said else None),
        )
        for part in PARTS
    )
    return Together(
        (
            Heading(2, number_of(challenge.stake, position, translator)),
            Statement("", challenge.statement),
            Parts(items, translator("report.part-missing")),
        )
    )


def write_presence(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return who was there and who was missing, and the four conditions of a wise crowd."""
    presence = synthesis.presence
    shown = tuple(one for one in presence.categories if one.invited or one.coming or one.present)
    blocks: list[Block] = [
        Heading(1, translator("report.presence.title"), new_page=True),
        Paragraph(translator("report.presence.lead"), "lead"),
    ]
    if shown:
        drawing = draw_presence(shown, translator)
        caption = translator("report.presence.figure-caption")
        blocks += [
            Picture(drawing.svg(), drawing.alternative, caption),
            _write_categories(presence.categories, translator),
        ]
    blocks.append(_write_absent(presence.absent, translator))
    conditions = presence.conditions
    blocks += [
        Heading(2, translator("report.conditions.title")),
        Paragraph(translator("report.conditions.lead")),
        *(
            _write_condition(name, condition, translator)
            for name, condition in (
                ("diversity", conditions.diversity),
                ("independence", conditions.independence),
                ("decentralisation", conditions.decentralisation),
                ("aggregation", conditions.aggregation),
            )
        ),
    ]
    return tuple(blocks)


def _write_absent(absent: tuple[str, ...], translator: Translator) -> Together:
    title = Heading(2, translator("report.presence.absent-title"))
    if not absent:
        return Together((title, Paragraph(translator("report.presence.absent-none"))))
    items = tuple(Bullet(translator.category(category)) for category in absent)
    return Together((title, Paragraph(translator("report.presence.absent-lead")), Bullets(items)))


def _write_categories(categories: Iterable[CategoryPresence], translator: Translator) -> Table:
    columns = (
        Column(translator("report.column.category"), 4),
        *(Column(translator(f"report.column.{name}"), 2, "right") for name in ("invited", "coming", "present")),
    )
    rows = tuple(
        (
            Cell(translator.category(one.category)),
            Cell(str(one.invited)),
            Cell(str(one.coming)),
            Cell(str(one.present), strong=one.present > 0),
        )
        for one in categories
    )
    return Table(translator("report.presence.table-caption"), columns, rows, row_header=True)


def _write_condition(name: str, condition: Condition, translator: Translator) -> Meter:
    figure = translator("report.conditions.unknown")
    if condition.value is not None:
        figure = format_percent(
            condition.value,
            format="#,##0\u202f%" if translator.language == "fr" else "#,##0%",
            locale=translator.language,
        )
    sentence = translator.reason(condition.reason, "report.measured")
    meaning = translator(f"report.conditions.{name}-meaning")
    return Meter(translator(f"report.conditions.{name}"), condition.value, figure, f"{meaning} {sentence}")
