"""Where a panel's front end comes from: the page that serves it, or this installation."""

from __future__ import annotations

import os
from functools import cache

from workshop_kit.environment import SERVED_VARIABLE
from workshop_kit.places import static_folder


def bundle_module(name: str) -> str:
    """Return the module of bundle ``name``: a reference the served page resolves, or the whole text in JupyterLab."""
    return f"bundle:{name}" if SERVED_VARIABLE in os.environ else _read(f"{name}.js")


def bundle_style(name: str) -> str:
    """Return the style of bundle ``name``; empty where the served page links it already."""
    return "" if SERVED_VARIABLE in os.environ else _read(f"{name}.css")


@cache
def _read(file: str) -> str:
    return (static_folder() / "plain" / file).read_text(encoding="utf-8")
