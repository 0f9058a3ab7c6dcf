"""Section builders, what came out: ideas and votes, matrices, missions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshop_kit.domain.briefs import Assigned, IdeasBrief, MatrixBrief, MissionBrief, MissionsBrief, Synthesis
from workshop_kit.domain.claims import COURSE, IDEAS, MATRICES, MATRIX
from workshop_kit.domain.matrix import COLUMNS, ROWS, Matrix, Zone
from workshop_kit.domain.mission_claims import MISSIONS, NEEDED, VACANT
from workshop_kit.domain.needs import USUAL_IMPORTANCE
from workshop_kit.domain.voting import Tally
from workshop_kit.i18n import Translator
from workshop_kit.i18n.mission_facts import say_days
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
    Table,
    Together,
)
from workshop_kit.report.results import was_judged, write_idea, write_result
from workshop_kit.report.saying import join_words, number_of, say_claims


def write_ideas(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return every idea, by challenge: those that the room voted for in order, then all the others, kept as they are.

    A challenge that the room did not work on and that has no idea is left out.
    """
    parts = [(position, brief) for position, brief in enumerate(synthesis.ideas) if _has_something(brief)]
    if not parts:
        return ()
    blocks: list[Block] = [_open("ideas", say_claims(IDEAS, synthesis, translator), translator)]
    for position, brief in parts:
        blocks += _write_challenge_ideas(position, brief, translator)
    return tuple(blocks)


def _has_something(brief: IdeasBrief) -> bool:
    return brief.worked or brief.ideas + brief.held + brief.withdrawn + brief.dismissed > 0


def _open(section: str, said: Sequence[str], translator: Translator) -> Together:
    """Open a section: its heading, what it is in a line, what else must be known to read it."""
    lines = (Paragraph(sentence, "plain" if number else "lead") for number, sentence in enumerate(said))
    return Together((Heading(1, translator(f"report.{section}.title")), *lines), leads=True)


def _write_challenge_ideas(position: int, brief: IdeasBrief, translator: Translator) -> Iterable[Block]:
    heading = Heading(2, number_of(brief.challenge.stake, position, translator))
    course = Paragraph(" ".join(say_claims(COURSE, brief, translator)), "quiet")
    yield Together((heading, course), leads=bool(brief.tallies))
    chosen = [tally for tally in brief.tallies if was_judged(tally, brief.result)]
    others = [tally for tally in brief.tallies if tally not in chosen]
    if chosen:
        yield from write_result(brief, chosen, translator)
    if others:
        yield Heading(3, translator(f"report.ideas.kept-{brief.kind}" if chosen else "report.ideas.all"))
    lone = [idea for tally in others if tally.option.lone for idea in tally.option.ideas]
    if lone:
        yield Bullets(tuple(write_idea(idea, brief.original, translator) for idea in lone))
    for tally in others:
        if not tally.option.lone:
            yield Together((Paragraph(_name_group(tally, translator)),), leads=True)
            yield Bullets(tuple(write_idea(idea, brief.original, translator) for idea in tally.option.ideas))


def _name_group(tally: Tally, translator: Translator) -> str:
    gathered = translator.plural("report.ideas.gathered", len(tally.option.ideas))
    return translator("report.ideas.group", title=tally.option.title, gathered=gathered)


def write_matrices(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return each challenge's matrix as a figure and as a table; how many answered where it would point at somebody."""
    answered = [(position, brief) for position, brief in enumerate(synthesis.matrices) if brief.answered]
    if not answered:
        return ()
    opening = [_open("matrices", say_claims(MATRICES, synthesis, translator), translator)]
    legend: list[Block] = []
    if any(brief.drawn for _, brief in answered):
        entries = (
            Bullet(translator(f"report.matrices.mark-{zone}"), translator(f"report.matrices.zone-{zone}"))
            for zone in Zone
        )
        legend.append(Together((Bullets(tuple(entries)),)))
    return (*opening, *legend, *(_write_matrix(position, brief, translator) for position, brief in answered))


def _write_matrix(position: int, brief: MatrixBrief, translator: Translator) -> Together:
    heading = Heading(2, number_of(brief.challenge.stake, position, translator))
    said = " ".join(say_claims(MATRIX, brief, translator))
    if not brief.drawn:
        return Together((heading, Paragraph(said)))
    drawing = draw_matrix(brief.matrix, translator)
    return Together(
        (
            heading,
            Paragraph(f"{drawing.alternative} {said}".rstrip()),
            Beside(
                Picture(drawing.svg(), drawing.alternative, ""),
                _write_matrix_table(brief.challenge.stake, brief.matrix, translator),
            ),
        )
    )


def _write_matrix_table(stake: str, matrix: Matrix, translator: Translator) -> Table:
    columns = (
        Column(translator("report.column.interest"), 17),
        *(Column(str(number), 4, "right") for number in COLUMNS),
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
    """Return the missions, who accepted them, and the places still free."""
    if not synthesis.figures.missions:
        return ()
    blocks: list[Block] = [_open("missions", say_claims(MISSIONS, synthesis, translator), translator)]
    for position, section in enumerate(synthesis.missions):
        if section.missions:
            blocks += [
                Heading(2, number_of(section.challenge.stake, position, translator)),
                _write_mission_table(section, translator),
            ]
    vacant = [brief for section in synthesis.missions for brief in section.missions if brief.vacant]
    if vacant:
        entries = [Bullet(brief.mission.title, ", ".join(say_claims(VACANT, brief, translator))) for brief in vacant]
        blocks += [
            Heading(2, translator("report.missions.vacant-title")),
            Paragraph(translator("report.missions.vacant-lead")),
            Bullets(tuple(entries)),
        ]
    needed = [said for one in synthesis.needs for said in say_claims(NEEDED, one, translator)]
    if needed:
        blocks += [
            Heading(2, translator("report.missions.needs-title")),
            Bullets(tuple(Bullet(said) for said in needed)),
        ]
    return tuple(blocks)


def _write_mission_table(section: MissionsBrief, translator: Translator) -> Table:
    columns = (
        Column(translator("report.column.mission"), 8),
        Column(translator("report.column.people"), 5),
        Column(translator("report.column.filled"), 0, "right"),
    )
    rows = tuple(
        (
            Cell(brief.mission.title, remark=_say_needs(brief, translator)),
            Cell("" if brief.people else translator("report.missions.nobody"), _say_people(brief.people, translator)),
            Cell(_say_filled(brief, translator)),
        )
        for brief in section.missions
    )
    return Table(translator("report.missions.caption", stake=section.challenge.stake), columns, rows, row_header=True)


def _say_filled(brief: MissionBrief, translator: Translator) -> str:
    """Say how many places are taken, and how many people more are named beside."""
    said = translator("report.missions.of", filled=brief.filled, places=brief.mission.places)
    if brief.mission.min_places:
        said += translator("report.missions.minimum", number=brief.mission.min_places)
    return f"{said}{translator.plural('report.missions.beyond', brief.beyond)}" if brief.beyond else said


def _say_needs(brief: MissionBrief, translator: Translator) -> str:
    """Say how important a mission is where it is not as others are, where and on which days, and what it asks for."""
    mission = brief.mission
    told = mission.importance != USUAL_IMPORTANCE
    parts = [translator(f"report.missions.importance-{mission.importance}")] if told else []
    parts += [part for part in (mission.sector, say_days(mission, translator)) if part]
    if mission.min_competence:
        parts.append(translator("report.missions.competence", number=mission.min_competence))
    parts += [translator("report.missions.car")] if mission.car else []
    parts += [translator("report.missions.language", language=mission.language)] if mission.language else []
    return ", ".join(parts)


def _say_people(people: Sequence[Assigned], translator: Translator) -> tuple[Bullet, ...]:
    """Say who accepted a mission: those who agreed by name, and with whom they go; the others are counted."""
    named = [Bullet(one.name, _say_pair(one, translator)) for one in people if one.name is not None]
    unnamed = len(people) - len(named)
    others = [Bullet(translator.plural("report.missions.somebody", unnamed))] if unnamed else []
    return tuple(named + others)


def _say_pair(one: Assigned, translator: Translator) -> str:
    return translator("report.missions.pair", names=join_words(one.pair, translator)) if one.pair else ""
