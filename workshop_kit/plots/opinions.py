"""Opinion groups (*groupes d’opinion*) on the plane, a mark a person and no name."""

from __future__ import annotations

from math import hypot, sqrt
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.i18n import Translator
from workshop_kit.plots.drawing import Drawing, start_figure
from workshop_kit.tokens import read_tokens

if TYPE_CHECKING:
    from workshop_kit.domain.opinion.groups import OpinionGroup, Opinions

#: The shape of each opinion group, the largest first.
_SHAPES: Final = ("disc", "ring", "diamond", "square", "triangle")


def draw_opinion_groups(opinions: Opinions, translator: Translator) -> Drawing:
    """Draw people on the plane of opinions, a mark each and no name: each group has a shape of its own and its letter.

    Near means nearly the same answers; the axes have no meaning of their own and bear no figures. Distances from the
    middle are drawn by their square root: one person far from all the others would press these into one spot.
    """
    from matplotlib.patheffects import withStroke

    tokens = read_tokens()
    figure, axes = start_figure(4.6, 3.9)
    lines = (len(opinions.groups) + 1) // 2
    figure.subplots_adjust(left=0, right=1, bottom=0.05 + 0.06 * lines, top=1)
    axes.set_axis_off()
    axes.set_aspect("equal", adjustable="datalim")
    axes.margins(0.08)
    for group in opinions.groups:
        marks = [_draw_in(*opinions.places[person]) for person in group.people]
        label = translator.plural("opinion.label", len(marks), letter=group.letter)
        axes.scatter([x for x, _ in marks], [y for _, y in marks], label=label, zorder=2, **_group_style(group))
    for group in opinions.groups:
        axes.annotate(
            group.letter,
            _draw_in(*group.centre),
            xytext=(0, 6),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=15,
            fontweight="bold",
            color=tokens["ink"],
            path_effects=[withStroke(linewidth=4, foreground=tokens["card"])],  # its marks stay seen around it
            zorder=3,
        )
    figure.legend(
        loc="lower center", ncols=2, frameon=False, fontsize=10.5, labelcolor=tokens["ink"], handletextpad=0.2
    )
    return Drawing(figure, describe_opinions(opinions, translator))


def _draw_in(across: float, upwards: float) -> tuple[float, float]:
    length = hypot(across, upwards)
    return (across / sqrt(length), upwards / sqrt(length)) if length > 0 else (0.0, 0.0)


def describe_opinions(opinions: Opinions | None, translator: Translator) -> str:
    """Say the opinion groups in words: how many people are in each, in what shape, and who is in none."""
    if opinions is None:
        return translator("opinion.none")
    parts = [
        translator.plural(f"opinion.group.{_SHAPES[group.number]}", len(group.people), letter=group.letter)
        for group in opinions.groups
    ]
    if opinions.ungrouped:
        parts.append(translator.plural("opinion.ungrouped", len(opinions.ungrouped)))
    return " ".join([*parts, translator("opinion.near")])


def _group_style(group: OpinionGroup) -> dict[str, Any]:
    tokens = read_tokens()
    return {
        "disc": {"s": 38, "marker": "o", "color": tokens["lead"], "linewidth": 0},
        "ring": {"s": 32, "marker": "o", "facecolor": "none", "edgecolor": tokens["warm"], "linewidth": 1.7},
        "diamond": {"s": 34, "marker": "D", "color": tokens["ink"], "linewidth": 0},
        "square": {"s": 32, "marker": "s", "facecolor": "none", "edgecolor": tokens["quiet"], "linewidth": 1.7},
        "triangle": {"s": 44, "marker": "^", "color": tokens["bad"], "linewidth": 0},
    }[_SHAPES[group.number]]
