"""Section builders, the first pages: what to remember, who does what and when, what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from workshop_kit.domain.briefs import ChallengeBrief, IdeasBrief, MissionBrief, Synthesis
from workshop_kit.domain.claims import BRIEF, FIRST, UNWORKED, WORDINGS, name_first
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.precision import PARTS, list_lost
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_day
from workshop_kit.report.blocks import (
    Block,
    Bullet,
    Bullets,
    Cell,
    Column,
    Contents,
    Cover,
    Heading,
    Paragraph,
    Parts,
    Statement,
    Table,
    Takeaway,
    Together,
)
from workshop_kit.report.results import say_support
from workshop_kit.report.saying import number_of, say_claims, say_dates, shorten

#: A table of more missions than that is broken over pages; a shorter one stays whole.
_DEEDS_WHOLE: Final = 8
#: A report of more ideas than that is long enough to be leafed through by its contents.
_IDEAS_LEAFED: Final = 40


def write_cover(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return the head of the first page; a count of nothing is left out."""
    figures = synthesis.figures
    counts = (
        ("participants", figures.participants),
        ("worked", figures.worked) if figures.worked else ("challenges", figures.challenges),
        ("ideas", figures.ideas),
        ("filled", figures.filled),
    )
    return (
        Cover(
            kind=translator("report.cover.kind"),
            territory=synthesis.territory,
            title=synthesis.title,
            day=say_day(synthesis.held_on, translator.language),
            numbers=tuple(
                (str(number), translator.plural(f"report.count.{name}", number)) for name, number in counts if number
            ),
        ),
    )


def write_in_brief(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return what to remember: the first ideas of each challenge, ties as ties, and one paragraph of figures."""
    takeaways = [_write_first(brief, translator) for brief in synthesis.ideas if brief.worked]
    brief = " ".join(say_claims(BRIEF, synthesis, translator))
    blocks: list[Block] = [Heading(1, translator("report.brief.title"))]
    if brief:
        blocks.append(Paragraph(brief))
    return (*blocks, *takeaways) if brief or takeaways else ()


def _write_first(brief: IdeasBrief, translator: Translator) -> Takeaway:
    (sentence,) = say_claims(FIRST, brief, translator)
    named = set(name_first(brief))
    first = brief.funded if brief.first is None else brief.first.tallies
    items = tuple(
        Bullet(shorten(one.option.title), say_support(one, translator)) for one in first if one.option.title in named
    )
    return Takeaway(brief.challenge.stake, sentence, items)


def stands_on_one_page(synthesis: Synthesis) -> bool:
    """Tell whether the missions of which something is said are few enough to stand on one page."""
    return sum(brief.settled for section in synthesis.missions for brief in section.missions) <= _DEEDS_WHOLE


def write_who_does_what(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return who does what and when, the point of contact and what comes next; what is not said is left out."""
    missions = [brief for section in synthesis.missions for brief in section.missions]
    settled = [brief for brief in missions if brief.settled]
    others = [brief.mission.title for brief in missions if not brief.settled]
    blocks: list[Block] = []
    if others and settled:  # others than those above; where none is settled, the missions' own section names them
        listed = translator("report.separator").join(map(shorten, others))
        blocks.append(Paragraph(translator("report.who.others", missions=listed)))
    elif others and (synthesis.contact or synthesis.follow_up):
        blocks.append(Paragraph(translator("report.who.unsettled")))
    if synthesis.contact:
        blocks.append(Statement(translator("report.who.contact"), synthesis.contact))
    if synthesis.follow_up:
        blocks.append(Statement(translator("report.who.follow-up"), synthesis.follow_up))
    if not blocks and not settled:
        return ()
    table = (_write_deeds(settled, translator),) if settled else ()
    heading = Heading(1, translator("report.who.title"))
    if not stands_on_one_page(synthesis):
        return (heading, *table, *blocks)
    return (Together((heading, *table)), *blocks) if table else (heading, *blocks)


def _write_deeds(missions: Sequence[MissionBrief], translator: Translator) -> Table:
    """Write a row a mission; what one lacks is said, a column of which nothing is known is left out."""
    columns = (
        (Column(translator("report.column.mission"), 8), [_name_mission(brief, translator) for brief in missions]),
        (Column(translator("report.column.who"), 5), [_name_people(brief, translator) for brief in missions]),
        (
            Column(translator("report.column.owner"), 4),
            [_say_or_ask("owner", brief.mission.owner, translator) for brief in missions],
        ),
        (
            Column(translator("report.column.date"), 4),
            [_say_or_ask("date", say_dates(brief.mission, translator), translator) for brief in missions],
        ),
        (
            Column(translator("report.column.step"), 7),
            [_say_or_ask("step", brief.mission.next_step, translator) for brief in missions],
        ),
    )
    kept = [(column, cells) for column, cells in columns if any(cell.text or cell.below for cell in cells)]
    rows = tuple(zip(*(cells for _, cells in kept), strict=True))
    dated = any(brief.mission.owner.strip() or brief.mission.first_date for brief in missions)
    caption = translator("report.who.caption" if dated else "report.who.caption-people")
    return Table(caption, tuple(column for column, _ in kept), rows, row_header=True)


def _say_or_ask(what: str, said: str, translator: Translator) -> Cell:
    """Write what is said of a mission, or quietly that it is still to be."""
    told = said.strip()
    return Cell(told, remark="" if told else translator(f"report.who.no-{what}"))


def _name_mission(brief: MissionBrief, translator: Translator) -> Cell:
    differs = bool(brief.idea) and fold_name(shorten(brief.idea)) != fold_name(shorten(brief.mission.title))
    idea = translator("report.who.idea", idea=shorten(brief.idea)) if differs else ""
    return Cell(brief.mission.title, remark=idea)


def _name_people(brief: MissionBrief, translator: Translator) -> Cell:
    """Name those who accepted and agreed to be named; count the others who accepted."""
    names = [Bullet(one.name) for one in brief.people if one.name is not None]
    unnamed = len(brief.people) - len(names)
    counted = [Bullet(translator.plural("report.who.accepted", unnamed))] if unnamed else []
    return Cell("", tuple(names + counted), remark="" if brief.people else translator("report.who.no-people"))


def write_contents(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return the list of sections; a report of a few pages needs none."""
    return (Contents(translator("report.contents")),) if synthesis.figures.ideas > _IDEAS_LEAFED else ()


def write_challenges(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return each challenge as the room read it, once, and what else is said of it.

    Those left aside while others were worked on have a line each.
    """
    if not synthesis.challenges:
        return ()
    lead = Paragraph(translator("report.challenges.lead"), "lead")
    aside = say_claims(UNWORKED, synthesis, translator)
    numbered = tuple(enumerate(synthesis.challenges))
    return (
        Together((Heading(1, translator("report.challenges.title")), lead), leads=True),
        *(_write_challenge(position, one, translator) for position, one in numbered if one.worked or not aside),
        *(_write_aside(title, numbered, translator) for title in aside),
    )


def _write_aside(title: str, challenges: Iterable[tuple[int, ChallengeBrief]], translator: Translator) -> Together:
    entries = tuple(
        Bullet(one.challenge.statement, number_of(one.challenge.stake, position, translator))
        for position, one in challenges
        if not one.worked
    )
    return Together((Heading(2, title), Bullets(entries)))


def _write_challenge(position: int, brief: ChallengeBrief, translator: Translator) -> Together:
    challenge = brief.challenge
    lost = list_lost(challenge)  # what its own words do not say, or say otherwise, is no fact beside them
    parts = tuple(
        (translator(f"report.part.{part}"), said)
        for part in PARTS
        if part not in lost and (said := str(getattr(challenge, part)).strip())
    )
    blocks: list[Block] = [
        Heading(2, number_of(challenge.stake, position, translator)),
        Statement("", challenge.statement),
    ]
    if parts:
        blocks.append(Parts(parts))
    course = " ".join(say_claims(WORDINGS, brief, translator))
    if course:
        blocks.append(Paragraph(course, "quiet"))
    if brief.earlier:
        blocks.append(Bullets(tuple(_write_earlier(brief, translator))))
    return Together(tuple(blocks))


def _write_earlier(brief: ChallengeBrief, translator: Translator) -> Iterable[Bullet]:
    for one in brief.earlier:
        yield Bullet(translator.plural("report.wording.earlier", one.ideas, statement=one.statement))
