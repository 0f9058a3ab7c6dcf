"""Profiles of majority judgment (*profils de mérite*) as stacked bars, two votes one above the other."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from workshop_kit.domain.judgment import SEVEN_GRADES, Grade, GradeScale, Judgment, compare_judgments
from workshop_kit.i18n import Translator
from workshop_kit.plots.drawing import Drawing, show_drawable, start_figure
from workshop_kit.tokens import read_tokens

if TYPE_CHECKING:
    from matplotlib.axes import Axes


#: Fill, ink (both tokens) and pattern of each grade, from the lowest: shades tell the upper ones apart, patterns the
#: lower.
_GRADE_STYLES: Final = {
    Grade.REJECT: ("g0", "on-lead", "xxx"),
    Grade.INSUFFICIENT: ("g1", "on-g1", "\\\\\\\\"),
    Grade.PASSABLE: ("g2", "ink", "///"),
    Grade.FAIRLY_GOOD: ("g3", "ink", ""),
    Grade.GOOD: ("g4", "ink", ""),
    Grade.VERY_GOOD: ("g5", "on-lead", ""),
    Grade.EXCELLENT: ("lead", "on-lead", ""),
}
#: Of a bar, the least share in which a number is written.
_NUMBERED_FROM: Final = 0.045
#: How many letters of an option's name stand in a line beside its bar, and how many lines.
_NAME_WIDTH: Final = 38
_NAME_LINES: Final = 3


def draw_profiles(
    judgments: Sequence[Judgment],
    names: Mapping[str, str],
    translator: Translator,
    *,
    before: Sequence[Judgment] = (),
    scale: GradeScale = SEVEN_GRADES,
) -> Drawing:
    """Draw the profile of each option, grades always from the best to the lowest, with their numbers inside.

    The majority grade is framed, and written beside the bar. Where there was a first vote, it is the thin bar above,
    and what became of the majority grade is written too. The marks above and below stand in the middle.

    Parameters
    ----------
    judgments
        The profiles, from the top of the drawing down.
    names
        What each option is called.
    translator
        In whose language.
    before
        The profiles of the first vote.
    scale
        The grades of the vote.

    """
    figure, axes = start_figure(9.2, 0.62 + 0.62 * max(1, len(judgments)))
    figure.subplots_adjust(left=0, right=1, bottom=0, top=1)
    axes.set_axis_off()
    axes.set_xlim(-0.62, 1.5)
    axes.set_ylim(-0.6, len(judgments) + 0.35)
    first = {one.option: one for one in before}
    said = _say_shifts(judgments, before, scale, translator)
    tokens = read_tokens()
    for line, one in enumerate(judgments):
        middle = len(judgments) - 1 - line
        label = _wrap_name(names[one.option])
        axes.text(-0.6, middle, label, va="center", fontsize=9.5, color=tokens["ink"], parse_math=False)
        if one.option in first:
            _draw_profile(axes, first[one.option], middle + 0.31, 0.12, scale)
        _draw_profile(axes, one, middle, 0.42, scale, framed=True)
        for low, high in ((-0.31, -0.23), (0.37 if one.option in first else 0.23, 0.45)):
            axes.plot([0.5, 0.5], [middle + low, middle + high], color=tokens["ink"], linewidth=1.6)
        grade = translator("report.profiles.unjudged" if one.median is None else f"stakes.grade.{int(one.median)}")
        beside = 0.12 if one.option in said else 0
        axes.text(1.04, middle + beside, grade, va="center", fontsize=10.5, fontweight="bold", color=tokens["ink"])
        if one.option in said:
            axes.text(1.04, middle - 0.2, said[one.option], va="center", fontsize=9, color=tokens["quiet"])
    _draw_grade_key(axes, len(judgments) - 0.08, scale, translator)
    return Drawing(figure, describe_profiles(judgments, names, translator, before=before, scale=scale))


def describe_profiles(
    judgments: Sequence[Judgment],
    names: Mapping[str, str],
    translator: Translator,
    *,
    before: Sequence[Judgment] = (),
    scale: GradeScale = SEVEN_GRADES,
) -> str:
    """Say the profiles in words: of each option its majority grade, how many gave each grade, and what became of it."""
    if not judgments:
        return translator("report.profiles.empty")
    said = _say_shifts(judgments, before, scale, translator)
    parts = []
    for one in judgments:
        if one.median is None:
            parts.append(translator("report.profiles.none", option=names[one.option]))
            continue
        counts = translator("report.separator").join(
            translator("report.profiles.count", grade=translator(f"stakes.grade.{int(grade)}"), count=one.counts[grade])
            for grade in reversed(scale.grades)
            if one.counts[grade]
        )
        grade = translator(f"stakes.grade.{int(one.median)}")
        parts.append(translator("report.profiles.one", option=names[one.option], grade=grade, counts=counts))
        if one.option in said:
            _, _, shift = said[one.option].partition(" ")  # an arrow is for the eye alone
            parts.append(translator("report.profiles.shift", shift=shift))
    return " ".join(parts)


def _wrap_name(name: str) -> str:
    """Return what an option is called in lines beside its bar, cut at a word's end."""
    shown = show_drawable(name, _NAME_WIDTH * (_NAME_LINES + 1))
    return "\n".join(textwrap.wrap(shown, _NAME_WIDTH, max_lines=_NAME_LINES, placeholder="…"))


def _say_shifts(
    judgments: Sequence[Judgment], before: Sequence[Judgment], scale: GradeScale, translator: Translator
) -> dict[str, str]:
    """Return by option what became of its majority grade, where it had one both times."""
    said = {}
    for one in compare_judgments(before, judgments, scale):
        if one.before is not None and one.after is not None:
            key = "same" if one.steps == 0 else "up" if one.steps > 0 else "down"
            said[one.option] = translator(f"report.profiles.{key}", grade=translator(f"stakes.grade.{int(one.before)}"))
    return said


def _draw_profile(
    axes: Axes, judgment: Judgment, middle: float, height: float, scale: GradeScale, *, framed: bool = False
) -> None:
    from matplotlib.patches import Rectangle

    left = 0.0
    for grade in reversed(scale.grades):
        count = judgment.counts[grade]
        if not count:
            continue
        fill, ink, pattern = _find_style(grade)
        width = count / judgment.judges
        box: dict[str, Any] = {"xy": (left, middle - height / 2), "width": width, "height": height}
        axes.add_patch(Rectangle(**box, facecolor=fill, edgecolor="#ffffff", linewidth=0.8, hatch=pattern))
        if framed and grade is judgment.median:
            axes.add_patch(Rectangle(**box, fill=False, edgecolor=read_tokens()["ink"], linewidth=2.4, zorder=5))
        if framed and width >= _NUMBERED_FROM:
            plate = {"boxstyle": "square,pad=0.15", "facecolor": fill, "edgecolor": "none"}  # no hatching behind it
            axes.text(
                left + width / 2, middle, str(count), ha="center", va="center", fontsize=9.5, fontweight="bold",
                color=ink, zorder=6, bbox=plate if pattern else None,
            )  # fmt: skip
        left += width


def _draw_grade_key(axes: Axes, height: float, scale: GradeScale, translator: Translator) -> None:
    """Draw the key in one line, in the order of the bars."""
    from matplotlib.patches import Rectangle

    step = 2.08 / len(scale.grades)
    for place, grade in enumerate(reversed(scale.grades)):
        fill, _, pattern = _find_style(grade)
        left = -0.6 + place * step
        axes.add_patch(
            Rectangle((left, height), 0.045, 0.26, facecolor=fill, edgecolor="#ffffff", linewidth=0.8, hatch=pattern)
        )
        word = translator(f"stakes.grade.{int(grade)}")
        axes.text(left + 0.06, height + 0.13, word, va="center", fontsize=9, color=read_tokens()["ink"])


def _find_style(grade: Grade) -> tuple[str, str, str]:
    """Return the colours of a grade's bar and of the number in it, and its pattern."""
    fill, ink, pattern = _GRADE_STYLES[grade]
    tokens = read_tokens()
    return tokens[fill], tokens[ink], pattern
