"""The colours of a print: the commune's own where it reads well on white, or all in black and white."""

from __future__ import annotations

import colorsys
import re
from typing import Final

from workshop_kit.tokens import read_tokens

#: The contrast with white that text in the commune's colour has at least (WCAG 2, level AA).
CONTRAST: Final = 4.5
_DARKER: Final = 0.96
_BLACK: Final = "#000000"
_WHITE: Final = "#ffffff"
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
#: What is text or a mark, and what lies behind it.
_MARKS: Final = ("ink", "quiet", "lead", "warm", "edge", "rule")
_GROUNDS: Final = ("paper", "soft", "lead-soft", "warm-soft")


def choose_colours(colour: str, *, bw: bool) -> dict[str, str]:
    """Return the tokens of a print: ``colour``, as ``#rrggbb``, leads unless it is none; black and white has none."""
    tokens = {name: value for name, value in read_tokens().items() if value.startswith("#")}
    if bw:
        return tokens | dict.fromkeys(_MARKS, _BLACK) | dict.fromkeys(_GROUNDS, _WHITE) | {"line": "#999999"}
    return tokens | {"lead": darken(colour)} if _COLOUR.fullmatch(colour) else tokens


def darken(colour: str) -> str:
    """Return a colour, made darker until text in it can be read on white."""
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(colour))
    while measure_contrast(_write(hue, light, saturation)) < CONTRAST:
        light *= _DARKER
    return _write(hue, light, saturation)


def measure_contrast(colour: str) -> float:
    """Return the contrast of a colour with white, 1 to 21, as WCAG 2 measures it."""
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in _channels(colour)]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _write(hue: float, light: float, saturation: float) -> str:
    return "#" + "".join(f"{round(one * 255):02x}" for one in colorsys.hls_to_rgb(hue, light, saturation))
