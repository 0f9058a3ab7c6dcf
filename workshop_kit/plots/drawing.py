"""A figure with its text alternative, its face, and what it does with signs that no face has."""

from __future__ import annotations

import importlib.util
import unicodedata
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from workshop_kit.domain.entries import clean_line
from workshop_kit.places import print_folder

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


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
LABEL_AT_MOST: Final = 40


#: What stands for a sign that none of them has.
_UNDRAWN: Final = "□"


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


def start_figure(width: float, height: float, layout: Literal["constrained"] | None = None) -> tuple[Figure, Axes]:
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


def show_drawable(text: str, most: int = LABEL_AT_MOST) -> str:
    """Return a label with a square for each sign that no font of the kit has, and cut where it would take the figure.

    It has ``most`` signs. Those that show nothing by themselves are left out.
    """
    shown = "".join(
        one
        for one in clean_line(text)
        if unicodedata.category(one) not in {"Cf", "Cc", "Cs"} and one not in "\ufe0e\ufe0f"
    )
    label = shown if len(shown) <= most else f"{shown[: most - 1]}…"
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
