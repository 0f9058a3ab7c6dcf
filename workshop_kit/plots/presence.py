"""Who is there, by category (*présence*), as bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workshop_kit.domain.diversity import CategoryPresence
from workshop_kit.i18n import Translator
from workshop_kit.plots.drawing import Drawing, show_drawable, start_figure
from workshop_kit.tokens import read_tokens

if TYPE_CHECKING:
    pass


def draw_presence(presence: Sequence[CategoryPresence], translator: Translator) -> Drawing:
    """Draw who was there by category, beside how many were invited: bars, and a hollow diamond for the invited."""
    tokens = read_tokens()
    ordered = sorted(presence, key=lambda entry: (entry.present, entry.invited))
    figure, axes = start_figure(6.6, 0.25 + 0.21 * max(1, len(ordered)), "constrained")
    lines = range(len(ordered))
    axes.barh(lines, [entry.present for entry in ordered], height=0.56, color=tokens["lead"])
    axes.scatter(
        [entry.invited for entry in ordered],
        lines,
        marker="D",
        s=24,
        facecolor=tokens["card"],
        edgecolor=tokens["warm"],
        linewidth=1.6,
        zorder=3,
    )
    widest = max([1, *(max(entry.present, entry.invited) for entry in ordered)])
    for line, entry in zip(lines, ordered, strict=True):
        place = max(entry.present, entry.invited) + widest * 0.035
        axes.text(place, line, str(entry.present), va="center", fontsize=9.5, fontweight="bold", color=tokens["ink"])
    axes.set_xlim(0, widest * 1.1)
    axes.set_ylim(-0.6, len(ordered) - 0.4)
    categories = [show_drawable(translator.category(entry.category)) for entry in ordered]
    axes.set_yticks(list(lines), categories, parse_math=False)  # an organiser's own word may hold dollars
    axes.set_xticks([])
    axes.tick_params(length=0, labelsize=9.5, labelcolor=tokens["ink"], pad=6)
    axes.axvline(0, color=tokens["quiet"], linewidth=1)
    return Drawing(figure, describe_presence(presence, translator))


def describe_presence(presence: Sequence[CategoryPresence], translator: Translator) -> str:
    """Say who was there in words, the largest category first."""
    if not presence:
        return translator("report.presence.empty")
    ordered = sorted(presence, key=lambda entry: (-entry.present, -entry.invited))
    parts = [
        translator(
            "report.presence.one",
            category=translator.category(entry.category),
            present=entry.present,
            invited=entry.invited,
        )
        for entry in ordered
    ]
    return translator("report.presence.all", categories=translator("report.separator").join(parts))
