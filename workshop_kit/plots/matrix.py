"""The matrix of volunteers (*matrice*) as a scatter plot without names."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.matrix import COLUMNS, ROWS, Matrix, Zone, zone_of
from workshop_kit.domain.spread import place_marks, spread_marks
from workshop_kit.i18n import Translator, signed
from workshop_kit.plots.drawing import Drawing, start_figure
from workshop_kit.tokens import read_tokens

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Inches of a cell with the gap around it.
_WIDTH: Final = 0.86
_HEIGHT: Final = 0.6
#: What a cell takes of that, and the marks of the cell.
_CELL: Final = 0.92
_INSIDE: Final = 0.84
#: Cells that the names of the zones take on either side, the figures of interest beside the cells, and of competence
#: and its name below them.
_NAMES: Final = 1.72
_FIGURES: Final = 0.56
_BELOW: Final = 1.16
#: Letters of a line of a zone's name.
_LINE: Final = 11
#: Where the name of each zone stands: on which side, and at what interest.
_BESIDE: Final[dict[Zone, tuple[str, float]]] = {
    Zone.LEARNING: ("left", 1.5),
    Zone.READY: ("right", 1.5),
    Zone.RESTING: ("left", -1),
    Zone.ADVICE: ("right", -0.5),
}


def draw_matrix(matrix: Matrix, translator: Translator) -> Drawing:
    """Draw the volunteer matrix of one challenge: competence 0..3 across, interest -2..+2 upwards, a mark a person.

    A filled circle is somebody ready to act, a hollow one somebody willing to learn, a diamond somebody to be asked for
    advice, a square somebody to leave in peace. Beside each zone stand its number and its name; how many stand in each
    cell is told by the table that goes with the figure.
    """
    across = len(COLUMNS) + _FIGURES + 2 * _NAMES
    down = len(ROWS) + _BELOW
    figure, axes = start_figure(across * _WIDTH, down * _HEIGHT)
    figure.subplots_adjust(left=0, right=1, bottom=0, top=1)
    axes.set_axis_off()
    axes.set_xlim(-0.5 - _FIGURES - _NAMES, len(COLUMNS) - 0.5 + _NAMES)
    axes.set_ylim(min(ROWS) - 0.5 - _BELOW, max(ROWS) + 0.5)
    for interest in ROWS:
        for competence in COLUMNS:
            _draw_cell(axes, competence, interest)
    _draw_marks(axes, matrix)
    _draw_scales(axes, translator)
    for zone, number in matrix.zones.items():
        _draw_name(axes, zone, number, translator)
    return Drawing(figure, describe_matrix(matrix, translator))


def describe_matrix(matrix: Matrix, translator: Translator) -> str:
    """Say the matrix in words: how many in each zone, where most are if that is one cell, and how many did not know."""
    zones = matrix.zones
    answered = matrix.placed
    if answered == 0 and not matrix.unsure:
        return translator("report.matrix.empty")
    parts = [translator.plural("report.matrix.answers", answered)]
    parts += [translator.plural(f"report.matrix.in-{zone.name.lower()}", zones[zone]) for zone in Zone if zones[zone]]
    cells = [(matrix.counts[row][c], c, i) for row, i in enumerate(ROWS) for c in COLUMNS]
    most, competence, interest = max(cells)
    if most and [count for count, _, _ in cells].count(most) == 1:
        parts.append(
            translator.plural("report.matrix.most", most, competence=competence, interest=signed(interest)),
        )
    if matrix.unsure:
        parts.append(translator.plural("report.matrix.unsure", len(matrix.unsure)))
    return " ".join(parts)


def _draw_cell(axes: Axes, competence: int, interest: int) -> None:
    from matplotlib.patches import FancyBboxPatch

    ground = {Zone.READY: "lead-soft", Zone.LEARNING: "warm-soft", Zone.ADVICE: "ask-soft", Zone.RESTING: "soft"}
    axes.add_patch(
        FancyBboxPatch(
            (competence - _CELL / 2, interest - _CELL / 2),
            _CELL,
            _CELL,
            boxstyle="round,pad=0,rounding_size=0.06",
            linewidth=0,
            facecolor=read_tokens()[ground[zone_of(competence, interest)]],
        )
    )


def _draw_marks(axes: Axes, matrix: Matrix) -> None:
    spread = spread_marks(matrix.counts)
    inches = min(_WIDTH / spread.across, _HEIGHT / spread.down) * _INSIDE
    places: dict[Zone, list[tuple[float, float]]] = {zone: [] for zone in Zone}
    for row, interest in enumerate(ROWS):
        for competence in COLUMNS:
            for x, y in place_marks(spread, row, competence, matrix.counts[row][competence]):
                right, up = (x - spread.across / 2) * inches, (spread.down / 2 - y) * inches
                places[zone_of(competence, interest)].append((competence + right / _WIDTH, interest + up / _HEIGHT))
    for zone, marks in places.items():
        if marks:
            axes.scatter([x for x, _ in marks], [y for _, y in marks], **_mark_style(zone, inches * 72))


def _draw_scales(axes: Axes, translator: Translator) -> None:
    tokens = read_tokens()
    centred: dict[str, Any] = {"ha": "center", "va": "center"}
    below, beside = min(ROWS) - 0.5, -0.5 - _FIGURES / 2
    for competence in COLUMNS:
        axes.text(competence, below - 0.32, str(competence), fontsize=17, color=tokens["ink"], **centred)
    for interest in ROWS:
        axes.text(beside, interest, signed(interest), fontsize=17, color=tokens["ink"], **centred)
    across, upwards = translator("report.matrix.across"), translator("report.matrix.upwards")
    axes.text((len(COLUMNS) - 1) / 2, below - 0.86, across, fontsize=16, color=tokens["quiet"], **centred)
    axes.text(-0.5, below - 0.32, upwards, fontsize=16, color=tokens["quiet"], ha="right", va="center")


def _draw_name(axes: Axes, zone: Zone, number: int, translator: Translator) -> None:
    tokens = read_tokens()
    side, interest = _BESIDE[zone]
    right = side == "right"
    edge = len(COLUMNS) - 0.36 if right else -0.5 - _FIGURES - 0.06
    align: dict[str, Any] = {"ha": "left" if right else "right"}
    axes.text(
        edge + (0.34 if right else -0.34), interest + 0.02, str(number), fontsize=27, va="bottom",
        color=tokens["ink"], **align,
    )  # fmt: skip
    axes.scatter([edge + (0.12 if right else -0.12)], [interest + 0.34], **_mark_style(zone, 20))
    name = fill(translator.plural(f"words.matrix.zone.{zone}", number), _LINE)
    axes.text(edge, interest, name, fontsize=17, va="top", linespacing=1.05, color=tokens["ink"], **align)


def _mark_style(zone: Zone, place: float) -> dict[str, Any]:
    """Return how a mark is drawn that has so many points of room: less than that wide, so that none touches another."""
    tokens = read_tokens()
    size = place**2
    ring = {"facecolor": "none", "edgecolor": tokens["warm"], "linewidth": place * 0.13}
    return {
        Zone.READY: {"s": size * 0.5, "marker": "o", "color": tokens["lead"], "linewidth": 0},
        Zone.LEARNING: {"s": size * 0.34, "marker": "o", **ring},
        Zone.ADVICE: {"s": size * 0.34, "marker": "D", "color": tokens["ink"], "linewidth": 0},
        Zone.RESTING: {"s": size * 0.36, "marker": "s", "color": tokens["peace"], "linewidth": 0},
    }[zone]
