"""Every text can be read on the ground it stands on, on light pages and on dark ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from workshop_kit.tokens import read_dark_tokens, read_tokens

ROOT = Path(__file__).parents[2]
GROUNDS = ("paper", "card", "soft")
#: Text that stands on a tinted ground of its own, beside what may stand anywhere.
TINTED = [
    *(
        (text, ground)
        for ground in ("lead-soft", "warm-soft", "good-soft", "bad-soft", "ask-soft")
        for text in ("ink", "quiet")
    ),
    ("lead", "lead-soft"),
    ("warm", "warm-soft"),
    ("good", "good-soft"),
    ("bad", "bad-soft"),
    ("lead", "warm-soft"),
    ("on-lead", "lead"),
    *(("on-lead", grade) for grade in ("g0", "g5")),
    *(("ink", grade) for grade in ("g2", "g3", "g4")),
    ("on-g1", "g1"),
]
TEXTS = [(text, ground) for ground in GROUNDS for text in ("ink", "quiet", "lead", "warm", "good", "bad")] + TINTED
#: Edges of what can be pressed, rings of focus and the marks of the matrix.
SHAPES = [
    *((shape, ground) for ground in GROUNDS for shape in ("edge", "lead", "peace")),
    ("lead", "lead-soft"),
    ("warm", "warm-soft"),
    ("bad", "bad-soft"),
    ("ink", "ask-soft"),
]

THEMES = {"light": read_tokens(), "dark": read_dark_tokens()}


def measure_contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    lights = sorted((measure_light(first), measure_light(second)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def measure_light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def find_pale(tokens: Mapping[str, str], pairs: list[tuple[str, str]], least: float) -> list[str]:
    measured = {f"{one} on {other}": measure_contrast(tokens[one], tokens[other]) for one, other in pairs}
    return [f"{pair}: {contrast:.2f}" for pair, contrast in measured.items() if contrast < least]


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_its_ground(theme: str) -> None:
    assert find_pale(THEMES[theme], TEXTS, 4.5) == []


@pytest.mark.parametrize("theme", THEMES)
def test_what_can_be_pressed_and_what_is_drawn_can_be_seen(theme: str) -> None:
    assert find_pale(THEMES[theme], SHAPES, 3) == []


def test_a_pale_text_is_found_out() -> None:
    assert find_pale({"ink": "#777777", "paper": "#ffffff"}, [("ink", "paper")], 4.5) == ["ink on paper: 4.48"]


def test_every_colour_has_a_value_on_dark_ground_and_nothing_else_changes() -> None:
    light, dark = read_tokens(), read_dark_tokens()
    assert set(light) == set(dark)
    for name, value in light.items():
        assert (value != dark[name]) is value.startswith("#"), name


def test_what_is_printed_and_drawn_has_the_light_values() -> None:
    assert read_tokens()["paper"] == "#fbf9f4"
    assert measure_light(read_tokens()["paper"]) > 0.9 > 0.1 > measure_light(read_dark_tokens()["paper"])


def test_no_stylesheet_of_the_pages_has_a_colour_of_its_own() -> None:
    """A colour outside the tokens would not follow into the dark: only white under a print, and shadows."""
    own = {}
    for sheet in (ROOT / "templates/frontend/src").rglob("*.css"):
        rules = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{}]*\{)", rules)) - {"#fff", "#0003", "#1d2b2fcc", "#000c"}
        if found:
            own[sheet.name] = found
    assert own == {}


def test_grades_have_one_colour_on_the_wall_and_on_the_pages() -> None:
    tokens = read_tokens()
    board = (ROOT / "templates/print/board.typ").read_text(encoding="utf-8")
    (fills,) = re.findall(r"grade-fills = \((.*)\)\.map", board)
    assert re.findall(r"#[0-9a-f]{6}", fills) == [tokens[one] for one in ("lead", "g5", "g4", "g3", "g2", "g1", "g0")]
    desk = (ROOT / "templates/frontend/src/panels/facilitator/votes.css").read_text(encoding="utf-8")
    screen = (ROOT / "templates/frontend/src/panels/stage/votes.css").read_text(encoding="utf-8")
    drawn = [dict(re.findall(rf"\.{one}(\d) \{{ background: var\((--\w+)\)", css)) for one, css in (
        ("wkf-grade-", desk), ("wk-g", screen),
    )]  # fmt: skip
    assert drawn[0] == drawn[1] == {"6": "--lead", **{str(one): f"--g{one}" for one in range(6)}}
