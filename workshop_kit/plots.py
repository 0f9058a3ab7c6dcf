"""Domain values drawn as figures, each with its text alternative in words.

Shapes and figures say what colours say: every drawing holds in greyscale. Texts are drawn as outlines, so that a
figure looks the same in a page, in a PDF and on a machine without our fonts.
"""

from __future__ import annotations

import importlib.util
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from math import hypot, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from workshop_kit.domain.diversity import CategoryPresence
from workshop_kit.domain.entries import clean_line
from workshop_kit.domain.judgment import SEVEN_GRADES, Grade, GradeScale, Judgment, compare_judgments
from workshop_kit.domain.matrix import ROWS, Matrix, Zone, zone_of
from workshop_kit.domain.model import COMPETENCES, INTERESTS
from workshop_kit.i18n import Translator, signed
from workshop_kit.places import print_folder
from workshop_kit.tokens import read_tokens

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from workshop_kit.domain.opinion.groups import OpinionGroup, Opinions

#: The reading face, then those that may draw an organiser's own word for a category.
_FONTS: Final = [
    "Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans S Chinese",
    "Noto Sans Japanese", "Noto Sans Korean", "Noto Sans Tamil", "Noto Sans Devanagari", "Noto Sans Bengali",
    "Noto Sans Khmer", "Noto Sans Georgian", "Noto Sans Armenian", "Noto Sans Ethiopic", "Noto Sans Thai",
    "Noto Sans Lao", "Noto Sans Myanmar", "Noto Sans Sinhala", "Noto Sans Telugu", "Noto Sans Kannada",
    "Noto Sans Malayalam", "Noto Sans Gujarati", "Noto Sans Gurmukhi", "Noto Sans Tifinagh", "Noto Sans Symbols",
    "Noto Sans Symbols 2", "Noto Emoji", "DejaVu Sans",
]  # fmt: skip
#: Letters of a label beside a bar: a longer one stands whole in the words that go with the figure.
_LABEL_AT_MOST: Final = 40
#: What stands for a sign that none of them has.
_UNDRAWN: Final = "□"
#: Marks in a cell of the matrix: more people than that are told by the number alone.
_MARKS_AT_MOST: Final = 15

#: The shape of each opinion group, the largest first.
_SHAPES: Final = ("disc", "ring", "diamond", "square", "triangle")
#: Fill, ink and pattern of each grade, from the lowest: shades tell the upper ones apart, patterns the lower.
_GRADE_STYLES: Final = {
    Grade.REJECT: ("#97400b", "#ffffff", "xxx"),
    Grade.INSUFFICIENT: ("#dc9257", "#1d2b2f", "\\\\\\\\"),
    Grade.PASSABLE: ("#f4cfae", "#1d2b2f", "///"),
    Grade.FAIRLY_GOOD: ("#e4e0d5", "#1d2b2f", ""),
    Grade.GOOD: ("#a5cfca", "#1d2b2f", ""),
    Grade.VERY_GOOD: ("#3d827d", "#ffffff", ""),
    Grade.EXCELLENT: ("#0b5a56", "#ffffff", ""),
}
#: Of a bar, the least share in which a number is written.
_NUMBERED_FROM: Final = 0.045


@dataclass(frozen=True)
class Drawing:
    """A figure and what it says in words, for those who do not see it."""

    figure: Figure
    alternative: str

    def svg(self) -> str:
        """Return the figure as an SVG element, the same bytes for the same figure."""
        from matplotlib import rc_context

        file = BytesIO()
        with rc_context({"svg.hashsalt": "workshop-kit", "svg.fonttype": "path"}):
            self.figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
        text = file.getvalue().decode("utf-8")
        return text[text.index("<svg") :]


def find_fallback_font() -> Path | None:
    """Return the font with many alphabets that comes with matplotlib, without importing matplotlib."""
    found = importlib.util.find_spec("matplotlib")
    if found is None or found.origin is None:
        return None
    font = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"
    return font if font.is_file() else None


def draw_matrix(matrix: Matrix, translator: Translator) -> Drawing:
    """Draw the volunteer matrix of one challenge: competence 0..3 across, interest -2..+2 upwards.

    A filled circle is somebody ready to act, a hollow one somebody willing to learn, a square somebody to leave in
    peace; each cell also shows its number.
    """
    figure, axes = _start(4.6, 3.9)
    figure.subplots_adjust(left=0, right=1, bottom=0, top=1)
    axes.set_axis_off()
    axes.set_xlim(-1.02, len(COMPETENCES) - 0.54)
    axes.set_ylim(min(INTERESTS) - 1.12, max(INTERESTS) + 0.46)
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


def draw_presence(presence: Sequence[CategoryPresence], translator: Translator) -> Drawing:
    """Draw who was there by category, beside how many were invited: bars, and a hollow diamond for the invited."""
    tokens = read_tokens()
    ordered = sorted(presence, key=lambda entry: (entry.present, entry.invited))
    figure, axes = _start(6.6, 0.25 + 0.21 * max(1, len(ordered)), "constrained")
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
    categories = [_show_drawable(translator.category(entry.category)) for entry in ordered]
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


def draw_opinion_groups(opinions: Opinions, translator: Translator) -> Drawing:
    """Draw people on the plane of opinions, a mark each and no name: each group has a shape of its own and its letter.

    Near means nearly the same answers; the axes have no meaning of their own and bear no figures. Distances from the
    middle are drawn by their square root: one person far from all the others would press these into one spot.
    """
    from matplotlib.patheffects import withStroke

    tokens = read_tokens()
    figure, axes = _start(4.6, 3.9)
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
    figure, axes = _start(9.2, 0.62 + 0.62 * max(1, len(judgments)))
    figure.subplots_adjust(left=0, right=1, bottom=0, top=1)
    axes.set_axis_off()
    axes.set_xlim(-0.62, 1.5)
    axes.set_ylim(-0.6, len(judgments) + 0.35)
    first = {one.option: one for one in before}
    said = _say_shifts(judgments, before, scale, translator)
    tokens = read_tokens()
    for line, one in enumerate(judgments):
        middle = len(judgments) - 1 - line
        label = textwrap.fill(_show_drawable(names[one.option]), 24)
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
    from matplotlib.patheffects import withStroke

    left = 0.0
    for grade in reversed(scale.grades):
        count = judgment.counts[grade]
        if not count:
            continue
        fill, ink, pattern = _GRADE_STYLES[grade]
        width = count / judgment.judges
        box: dict[str, Any] = {"xy": (left, middle - height / 2), "width": width, "height": height}
        axes.add_patch(Rectangle(**box, facecolor=fill, edgecolor="#ffffff", linewidth=0.8, hatch=pattern))
        if framed and grade is judgment.median:
            axes.add_patch(Rectangle(**box, fill=False, edgecolor=read_tokens()["ink"], linewidth=2.4, zorder=5))
        if framed and width >= _NUMBERED_FROM:
            axes.text(
                left + width / 2, middle, str(count), ha="center", va="center", fontsize=9.5, fontweight="bold",
                color=ink, zorder=6, path_effects=[withStroke(linewidth=3, foreground=fill)],
            )  # fmt: skip
        left += width


def _draw_grade_key(axes: Axes, height: float, scale: GradeScale, translator: Translator) -> None:
    """Draw the key in one line, in the order of the bars."""
    from matplotlib.patches import Rectangle

    step = 2.08 / len(scale.grades)
    for place, grade in enumerate(reversed(scale.grades)):
        fill, _, pattern = _GRADE_STYLES[grade]
        left = -0.6 + place * step
        axes.add_patch(
            Rectangle((left, height), 0.045, 0.26, facecolor=fill, edgecolor="#ffffff", linewidth=0.8, hatch=pattern)
        )
        word = translator(f"stakes.grade.{int(grade)}")
        axes.text(left + 0.06, height + 0.13, word, va="center", fontsize=9, color=read_tokens()["ink"])


def _start(width: float, height: float, layout: Literal["constrained"] | None = None) -> tuple[Figure, Axes]:
    """Return a figure (inches) in our fonts and without a frame; never pyplot, which keeps every figure it made."""
    from matplotlib import rcParams
    from matplotlib.figure import Figure

    _register_fonts()
    rcParams["font.family"] = _FONTS
    figure = Figure(figsize=(width, height), layout=layout)
    axes = figure.add_subplot()
    axes.set_frame_on(False)
    return figure, axes


def _list_font_files() -> list[Path]:
    return sorted(path for path in (print_folder() / "fonts").iterdir() if path.suffix in {".ttf", ".otf"})


def _show_drawable(text: str) -> str:
    """Return a label with a square for each sign that no font of the kit has, and cut where it would take the figure.

    Signs that show nothing by themselves are left out.
    """
    shown = "".join(
        one
        for one in clean_line(text)
        if unicodedata.category(one) not in {"Cf", "Cc", "Cs"} and one not in "\ufe0e\ufe0f"
    )
    label = shown if len(shown) <= _LABEL_AT_MOST else f"{shown[: _LABEL_AT_MOST - 1]}…"
    if label.isascii() or not _list_font_files():
        return label
    known = _list_known()
    return "".join(one if ord(one) in known else _UNDRAWN for one in label)


@cache
def _list_known() -> frozenset[int]:
    from matplotlib.font_manager import get_font

    fallback = find_fallback_font()
    fonts = [path for path in (*_list_font_files(), fallback) if path is not None]
    return frozenset(code for path in fonts for code in get_font(path).get_charmap())


def _register_fonts() -> None:
    from matplotlib.font_manager import fontManager

    known = {Path(entry.fname).name for entry in fontManager.ttflist}
    for font in _list_font_files():
        if font.name not in known:
            fontManager.addfont(font)


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
            competence + 0.39, interest - 0.36, str(count), ha="right", va="bottom", fontsize=10, color=tokens["ink"]
        )


def _draw_scales(axes: Axes, translator: Translator) -> None:
    tokens = read_tokens()
    centred: dict[str, Any] = {"ha": "center", "va": "center"}
    for competence in COMPETENCES:
        axes.text(competence, min(INTERESTS) - 0.62, str(competence), fontsize=11, color=tokens["ink"], **centred)
    for interest in INTERESTS:
        axes.text(-0.62, interest, signed(interest), fontsize=11, color=tokens["ink"], **centred)
    across, upwards = translator("report.matrix.across"), translator("report.matrix.upwards")
    middle = (len(COMPETENCES) - 1) / 2
    axes.text(middle, min(INTERESTS) - 0.96, across, fontsize=10.5, color=tokens["quiet"], **centred)
    axes.text(-0.93, 0, upwards, fontsize=10.5, color=tokens["quiet"], rotation=90, **centred)


def _mark_style(zone: Zone) -> dict[str, Any]:
    tokens = read_tokens()
    return {
        Zone.READY: {"s": 38, "marker": "o", "color": tokens["lead"], "linewidth": 0},
        Zone.LEARNING: {"s": 29, "marker": "o", "facecolor": "none", "edgecolor": tokens["warm"], "linewidth": 1.7},
        Zone.RESTING: {"s": 27, "marker": "s", "color": tokens["quiet"], "linewidth": 0},
    }[zone]


def _group_style(group: OpinionGroup) -> dict[str, Any]:
    tokens = read_tokens()
    return {
        "disc": {"s": 38, "marker": "o", "color": tokens["lead"], "linewidth": 0},
        "ring": {"s": 32, "marker": "o", "facecolor": "none", "edgecolor": tokens["warm"], "linewidth": 1.7},
        "diamond": {"s": 34, "marker": "D", "color": tokens["ink"], "linewidth": 0},
        "square": {"s": 32, "marker": "s", "facecolor": "none", "edgecolor": tokens["quiet"], "linewidth": 1.7},
        "triangle": {"s": 44, "marker": "^", "color": tokens["bad"], "linewidth": 0},
    }[_SHAPES[group.number]]


def _place_mark(index: int, marks: int) -> tuple[float, float]:
    """Return where a mark stands in its cell, in rows of five, centred and a little above the number."""
    row, column = divmod(index, 5)
    rows = (marks + 4) // 5
    in_row = min(5, marks - row * 5)
    return ((column - (in_row - 1) / 2) * 0.155, ((rows - 1) / 2 - row) * 0.2 + 0.08)
