"""The design tokens, read from the one stylesheet that pages, plots, print and PDF share."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from workshop_kit.places import tokens_file

_TOKEN: Final = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")


@cache
def read_tokens() -> dict[str, str]:
    """Return every token by its name without the dashes, such as ``{"lead": "#0b5a56", "s1": "4px", …}``.

    These are the values on light ground, the only ones for what is printed or handed on.
    """
    return _read_block(":root")


@cache
def read_dark_tokens() -> dict[str, str]:
    """Return every token as pages show it on dark ground: the same names, with other colours."""
    return {**read_tokens(), **_read_block(".dark")}


def _read_block(selector: str) -> dict[str, str]:
    text = tokens_file().read_text(encoding="utf-8")
    found = re.search(rf"^\s*{re.escape(selector)} \{{(.*?)\}}", text, re.DOTALL | re.MULTILINE)
    assert found is not None, selector
    return {name: value.strip() for name, value in _TOKEN.findall(found[1])}
