"""The matrix of volunteers (*matrice*) as a scatter plot without names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.matrix import ROWS, Matrix, Zone, zone_of
from workshop_kit.domain.model import COMPETENCES, INTERESTS
from workshop_kit.i18n import Translator, signed
from workshop_kit.plots.drawing import Drawing, start_figure
from workshop_kit.tokens import read_tokens

if TYPE_CHECKING:
    from matplotlib.axes import Axes


#: Marks in a cell of the matrix: more people than that are told by the number alone.
_MARKS_AT_MOST: Final = 15


def draw_matrix(matrix: Matrix, translator: Translator) -> Drawing:
    """Draw the volunteer matrix of one challenge: competence 0..3 across, interest -2..+2 upwards.

    A filled circle is somebody ready to act, a hollow one somebody willing to learn, a square somebody to leave in
    peace; each cell also shows its number.
    """
    figure, axes = start_figure(4.6, 3.9)
    figure.subplots_adjust(left=0, right=1, bottom=0, top=1)
    axes.set_axis_off()
    axes.set_xlim(-1.06, len(COMPETENCES) - 0.54)
    axes.set_ylim(min(INTERESTS) - 1.26, max(INTERESTS) + 0.46)
    places: dict[Zone, list[tuple[float, float]]] = {zone: [] for zone in Zone}
    for row, interest in enumerate(ROWS):
        for competence in COMPETENCES:
            count = matrix.counts[row][competence]
            _draw_cell(axes, competence, interest, count)
            marks = [_place_mark(index, min(count, _MARKS_AT_MOST)) for index in range(min(count, _MARKS_AT_MOST))]
            places[zone_of(competence, interest)] += [(competence + x, interest + y) for x, y in marks]
    for zone, marks in places.items():
        if marks:
            axes.scatter([x for x, _ in marks], [y for _, y in marks], **_mark_style(zone))
    _draw_scales(axes, translator)
    return Drawing(figure, describe_matrix(matrix, translator))


def describe_matrix(matrix: Matrix, translator: Translator) -> str:
    """Say the matrix in words: how many in each zone, where most are if that is one cell, and how many did not know."""
    zones = matrix.zones
    answered = matrix.placed
    if answered == 0 and not matrix.unsure:
        return translator("report.matrix.empty")
    parts = [translator.plural("report.matrix.answers", answered)]
    parts += [translator.plural(f"report.matrix.in-{zone.name.lower()}", zones[zone]) for zone in Zone if zones[zone]]
    cells = [(matrix.counts[row][c], c, i) for row, i in enumerate(ROWS) for c in COMPETENCES]
    most, competence, interest = max(cells)
    if most and [count for count, _, _ in cells].count(most) == 1:
        parts.append(
            translator.plural("report.matrix.most", most, competence=competence, interest=signed(interest)),
        )
    if matrix.unsure:
        parts.append(translator.plural("report.matrix.unsure", len(matrix.unsure)))
    return " ".join(parts)


def _draw_cell(axes: Axes, competence: int, interest: int, count: int) -> None:
    from matplotlib.patches import FancyBboxPatch

    tokens = read_tokens()
    zone = zone_of(competence, interest)
    fill = {Zone.READY: tokens["lead-soft"], Zone.LEARNING: tokens["warm-soft"], Zone.RESTING: tokens["soft"]}[zone]
    axes.add_patch(
        FancyBboxPatch(
            (competence - 0.44, interest - 0.42),
            0.88,
            0.84,
            boxstyle="round,pad=0,rounding_size=0.06",
            linewidth=0,
            facecolor=fill,
        )
    )
    if count:
        axes.text(
            competence + 0.39, interest - 0.36, str(count), ha="right", va="bottom", fontsize=11.5, color=tokens["ink"]
        )


def _draw_scales(axes: Axes, translator: Translator) -> None:
    tokens = read_tokens()
    centred: dict[str, Any] = {"ha": "center", "va": "center"}
    for competence in COMPETENCES:
        axes.text(competence, min(INTERESTS) - 0.66, str(competence), fontsize=15, color=tokens["ink"], **centred)
    for interest in INTERESTS:
        axes.text(-0.62, interest, signed(interest), fontsize=15, color=tokens["ink"], **centred)
    across, upwards = translator("report.matrix.across"), translator("report.matrix.upwards")
    middle = (len(COMPETENCES) - 1) / 2
    axes.text(middle, min(INTERESTS) - 1.06, across, fontsize=14, color=tokens["quiet"], **centred)
    axes.text(-0.93, 0, upwards, fontsize=14, color=tokens["quiet"], rotation=90, **centred)


def _mark_style(zone: Zone) -> dict[str, Any]:
    tokens = read_tokens()
    return {
        Zone.READY: {"s": 38, "marker": "o", "color": tokens["lead"], "linewidth": 0},
        Zone.LEARNING: {"s": 29, "marker": "o", "facecolor": "none", "edgecolor": tokens["warm"], "linewidth": 1.7},
        Zone.RESTING: {"s": 27, "marker": "s", "color": tokens["quiet"], "linewidth": 0},
    }[zone]


def _place_mark(index: int, marks: int) -> tuple[float, float]:
    """Return where a mark stands in its cell, in rows of five, centred and a little above the number."""
    row, column = divmod(index, 5)
    rows = (marks + 4) // 5
    in_row = min(5, marks - row * 5)
    return ((column - (in_row - 1) / 2) * 0.155, ((rows - 1) / 2 - row) * 0.2 + 0.08)
