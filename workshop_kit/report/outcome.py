"""Section builders, what came out: ideas and votes, matrices, missions, what comes next, how it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workshop_kit.domain.matrix import COLUMNS, ROWS, Matrix
from workshop_kit.domain.model import Idea, Reason
from workshop_kit.domain.synthesis import Assigned, IdeasBrief, MatrixBrief, MissionBrief, MissionsBrief, Synthesis
from workshop_kit.domain.voting import Tally
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_day
from workshop_kit.plots import draw_matrix
from workshop_kit.report.blocks import (
    Beside,
    Block,
    Bullet,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Picture,
    Statement,
    Table,
    Together,
)
from workshop_kit.report.framing import number_of

_BLANK_LINES = 4


def write_ideas(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return every idea, by challenge: those that received dots in order, then all the others, kept as they are."""
    blocks: list[Block] = [
        Heading(1, translator("report.ideas.title"), new_page=True),
        Paragraph(translator("report.ideas.lead"), "lead"),
    ]
    for position, brief in enumerate(synthesis.ideas):
        blocks += _write_challenge_ideas(position, brief, translator)
    return tuple(blocks)


def _write_challenge_ideas(position: int, brief: IdeasBrief, translator: Translator) -> Iterable[Block]:
    heading = Heading(2, number_of(brief.challenge.stake, position, translator))
    count = translator.plural("report.ideas.count", brief.ideas)
    if brief.voters:
        count += " " + translator.plural("report.ideas.voters", brief.voters)
    yield Together((heading, Statement("", brief.challenge.statement), Paragraph(count, "quiet")), leads=True)
    chosen = [tally for tally in brief.tallies if tally.dots]
    others = [tally for tally in brief.tallies if not tally.dots]
    if chosen:
        yield _write_votes(chosen, brief, translator)
    grouped = [tally for tally in others if not tally.option.lone]
    for tally in grouped:
        yield Together(
            (
                Heading(3, tally.option.title),
                Bullets(tuple(_write_idea(idea, brief.original, translator) for idea in tally.option.ideas)),
            )
        )
    lone = [idea for tally in others if tally.option.lone for idea in tally.option.ideas]
    if lone:
        yield Heading(3, translator("report.ideas.kept" if chosen or grouped else "report.ideas.all"))
        if chosen:
            yield Paragraph(translator("report.ideas.kept-lead"), "quiet")
        yield Bullets(tuple(_write_idea(idea, brief.original, translator) for idea in lone))


def _write_votes(tallies: Iterable[Tally], brief: IdeasBrief, translator: Translator) -> Table:
    columns = (
        Column(translator("report.column.rank"), 0, "right"),
        Column(translator("report.column.option"), 8),
        Column(translator("report.column.supporters"), 0, "right"),
        Column(translator("report.column.dots"), 0, "right"),
    )
    rows = tuple(
        (
            Cell(str(tally.rank)),
            _write_option(tally, brief.original, translator),
            Cell(str(tally.supporters), strong=True),
            Cell(str(tally.dots)),
        )
        for tally in tallies
    )
    return Table(translator("report.ideas.votes-caption", stake=brief.challenge.stake), columns, rows)


def _write_option(tally: Tally, original: frozenset[str], translator: Translator) -> Cell:
    option = tally.option
    if option.lone:
        entry = _write_idea(option.ideas[0], original, translator)
        return Cell(option.title, remark=entry.remark)
    remark = translator.plural("report.ideas.gathered", len(option.ideas))
    return Cell(option.title, tuple(idea.text for idea in option.ideas), remark, strong=True)


def _write_idea(idea: Idea, original: frozenset[str], translator: Translator) -> Bullet:
    remarks = [] if idea.source is None else [translator(f"report.source.{idea.source.value}")]
    if idea.id in original:
        remarks.append(translator("report.ideas.original"))
    return Bullet(idea.text, " · ".join(remarks), marked=idea.id in original)


def write_matrices(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return each challenge's matrix as a figure and as a table."""
    blocks: list[Block] = [
        Heading(1, translator("report.matrices.title"), new_page=True),
        Paragraph(translator("report.matrices.lead"), "lead"),
        Bullets(
            tuple(
                Bullet(translator(f"report.matrices.mark-{zone}"), translator(f"report.matrices.zone-{zone}"))
                for zone in ("ready", "learning", "resting")
            )
        ),
    ]
    for position, brief in enumerate(synthesis.matrices):
        blocks.append(_write_matrix(position, brief, translator))
    return tuple(blocks)


def _write_matrix(position: int, brief: MatrixBrief, translator: Translator) -> Together:
    heading = Heading(2, number_of(brief.challenge.stake, position, translator))
    if not brief.matrix.placed and not brief.matrix.unsure:
        return Together((heading, Paragraph(translator("report.matrix.empty"), "note")))
    drawing = draw_matrix(brief.matrix, translator)
    caption = translator("report.matrices.figure-caption", stake=brief.challenge.stake)
    return Together(
        (
            heading,
            Paragraph(drawing.alternative),
            Beside(
                Picture(drawing.svg(), drawing.alternative, caption),
                _write_matrix_table(brief.challenge.stake, brief.matrix, translator),
            ),
        )
    )


def _write_matrix_table(stake: str, matrix: Matrix, translator: Translator) -> Table:
    columns = (
        Column(translator("report.column.interest"), 9),
        *(Column(translator("report.column.competence", number=number), 4, "right") for number in COLUMNS),
    )
    rows = tuple(
        (
            Cell(translator(f"report.interest.{interest}")),
            *(Cell(str(count), strong=count > 0) for count in counts),
        )
        for interest, counts in zip(ROWS, matrix.counts, strict=True)
    )
    return Table(translator("report.matrices.table-caption", stake=stake), columns, rows, row_header=True)


def write_missions(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return the missions, who takes them on and why, and the places still free."""
    figures = synthesis.figures
    blocks: list[Block] = [Heading(1, translator("report.missions.title"), new_page=True)]
    if not figures.missions:
        return (*blocks, Paragraph(translator("report.missions.none"), "note"))
    lead = translator.plural("report.missions.lead", figures.missions, filled=figures.filled, places=figures.places)
    blocks += [Paragraph(lead, "lead"), Paragraph(translator("report.missions.names"), "quiet")]
    for position, section in enumerate(synthesis.missions):
        if section.missions:
            blocks += [
                Heading(2, number_of(section.challenge.stake, position, translator)),
                _write_mission_table(section, translator),
            ]
    vacant = [(section, brief) for section in synthesis.missions for brief in section.missions if brief.vacant]
    if vacant:
        blocks += [
            Heading(2, translator("report.missions.vacant-title")),
            Paragraph(translator("report.missions.vacant-lead")),
            Bullets(tuple(_write_vacant(brief, translator) for _, brief in vacant)),
        ]
    return tuple(blocks)


def _write_mission_table(section: MissionsBrief, translator: Translator) -> Table:
    columns = (
        Column(translator("report.column.mission"), 5),
        Column(translator("report.column.people"), 8),
        Column(translator("report.column.filled"), 0, "right"),
    )
    rows = tuple(
        (
            Cell(brief.mission.title, remark=_say_needs(brief, translator)),
            Cell(
                "" if brief.people else translator("report.missions.nobody"),
                _say_people(brief.people, translator),
            ),
            Cell(translator("report.missions.of", filled=len(brief.people), places=brief.mission.places)),
        )
        for brief in section.missions
    )
    return Table(translator("report.missions.caption", stake=section.challenge.stake), columns, rows, row_header=True)


def _say_needs(brief: MissionBrief, translator: Translator) -> str:
    parts = [brief.mission.sector] if brief.mission.sector else []
    if brief.mission.min_competence:
        parts.append(translator("report.missions.competence", number=brief.mission.min_competence))
    return " · ".join(parts)


def _say_people(people: Iterable[Assigned], translator: Translator) -> tuple[str, ...]:
    """Say who is on a mission: those who agreed by name, the others counted by their reason."""
    lines = []
    counted: Counter[tuple[str, bool]] = Counter()
    for one in people:
        reason = _say_reason(one.reason, translator)
        if one.name is None:
            counted[reason, one.accepted] += 1
        else:
            lines.append(_say_line(one.name, reason, one.accepted, translator))
    for (reason, accepted), number in counted.items():
        who = translator.plural("report.missions.somebody", number)
        lines.append(_say_line(who, reason, accepted, translator))
    return tuple(lines)


def _say_line(who: str, reason: str, accepted: bool, translator: Translator) -> str:
    status = "" if accepted else translator("report.missions.to-confirm")
    return translator("report.missions.person", name=who, reason=reason) + status


def _say_reason(reason: Reason, translator: Translator) -> str:
    """Say why, without the person's own scores: the synthesis is public, and the scores are not."""
    if translator.knows(f"report.reason.{reason.code}"):
        return translator.reason(reason, "report.reason")
    return translator("report.reason.other")


def _write_vacant(brief: MissionBrief, translator: Translator) -> Bullet:
    places = translator.plural("report.missions.free-places", brief.vacant)
    able = (
        translator.plural("report.missions.able", brief.able) if brief.able else translator("report.missions.able-none")
    )
    return Bullet(brief.mission.title, f"{places} · {able}")


def write_next_steps(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return what remains to be done, with lines for an owner and a date, and how this document was made."""
    remaining = tuple(
        Bullet(translator.plural(f"report.remaining.{one.code}", one.number)) for one in synthesis.remaining
    )
    blocks: list[Block] = [
        Heading(1, translator("report.next.title"), new_page=True),
        Paragraph(translator("report.next.lead"), "lead"),
        Heading(2, translator("report.next.remaining")),
        Bullets(remaining) if remaining else Paragraph(translator("report.next.nothing")),
        Together((Heading(2, translator("report.next.who")), _write_lines(synthesis, translator))),
        Together(
            (
                Heading(2, translator("report.next.contact")),
                Paragraph(translator("report.next.contact-lead")),
                _write_contact(translator),
            )
        ),
    ]
    return tuple(blocks)


def _write_lines(synthesis: Synthesis, translator: Translator) -> Table:
    columns = (
        Column(translator("report.column.what"), 6),
        Column(translator("report.column.owner"), 4),
        Column(translator("report.column.date"), 2),
    )
    to_fill = Cell(translator("report.next.to-complete"))
    known = tuple((Cell(brief.challenge.stake), to_fill, to_fill) for brief in synthesis.challenges)
    steps = tuple((Cell(translator(f"report.next.step-{n}")), to_fill, to_fill) for n in range(1, _BLANK_LINES))
    return Table(translator("report.next.caption"), columns, known + steps, row_header=True)


def _write_contact(translator: Translator) -> Table:
    columns = (Column(translator("report.column.contact"), 3), Column(translator("report.column.answer"), 8))
    to_fill = Cell(translator("report.next.to-complete"))
    rows = tuple((Cell(translator(f"report.next.contact-{name}")), to_fill) for name in ("who", "where", "when"))
    return Table(translator("report.next.contact-caption"), columns, rows, row_header=True)


def write_method(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return how the workshop was held and how people's data are protected."""
    day = say_day(synthesis.retention_until, translator.language)
    names = ("ideas", "votes", "matrices", "missions")
    return (
        Heading(1, translator("report.method.title")),
        Bullets(tuple(Bullet(translator(f"report.method.{name}")) for name in names)),
        Together(
            (
                Heading(2, translator("report.method.data-title")),
                Paragraph(translator("report.method.data")),
                Paragraph(translator("report.method.retention", day=day)),
                Paragraph(translator("report.method.rights")),
            )
        ),
    )
