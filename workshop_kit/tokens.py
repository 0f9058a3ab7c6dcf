"""The design tokens, read from the one stylesheet that pages, plots, print and PDF share."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from workshop_kit.places import tokens_file

_TOKEN: Final = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")


@cache
def read_tokens() -> dict[str, str]:
    """Return every token by its name without the dashes, such as ``{"lead": "#0b5a56", "s1": "4px", …}``."""
    return {name: value.strip() for name, value in _TOKEN.findall(tokens_file().read_text(encoding="utf-8"))}
