"""What a command prints: words of files and of people never command the terminal, nor turn its lines around."""

from __future__ import annotations

import json
from typing import Any, Final

import click

from workshop_kit.domain.entries import is_readable

#: What stands for a sign that is not printed.
_HIDDEN: Final = "\ufffd"
_ONE_UNIT: Final = 0xFFFF


def echo(text: object = "", *, err: bool = False) -> None:
    """Print a line; see ``show``."""
    click.echo(show(str(text)), err=err)


def echo_json(value: Any, *, indent: int | None = 2) -> None:
    """Print a value as JSON, that says all of it: what a terminal would obey is escaped."""
    said = json.dumps(value, ensure_ascii=False, indent=indent)
    click.echo("".join(one if is_readable(one) else _escape(one) for one in said))


def show(text: str) -> str:
    """Return a text as it may stand in a terminal: control characters and marks of direction are shown as "�"."""
    return "".join(one if is_readable(one) else _HIDDEN for one in text)


def _escape(sign: str) -> str:
    point = ord(sign)
    if point <= _ONE_UNIT:
        return f"\\u{point:04x}"
    units = sign.encode("utf-16-be")
    return f"\\u{units[:2].hex()}\\u{units[2:].hex()}"
