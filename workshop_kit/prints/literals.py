"""A Typst writer of values: what a print is told, as literals that hold no markup, whatever somebody typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from workshop_kit.i18n import Translator
from workshop_kit.report.typst_source import quote, say

#: A sentence in pieces, each with whether it is said with weight.
Rich = tuple[tuple[str, bool], ...]
#: Stands for a star that somebody typed, while the catalogs' own stars are looked for.
_STAR: Final = "\ue0fe"


class Exact(str):
    """A text that stands as it is: drawings and codes, in which no long word may be divided."""

    __slots__ = ()


def write_call(template: str, function: str, *values: Any) -> str:
    """Return source that calls a template's function with values."""
    told = ",\n  ".join(write_value(one) for one in values)
    return f'#import "{template}.typ": *\n#{function}(\n  {told},\n)\n'


def write_value(value: Any) -> str:
    """Return a value as Typst: nothing, a truth, a number, a text, an array or a dictionary of such."""
    match value:
        case None:
            return "none"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case Exact():
            return quote(value)
        case str():
            return say(value)
        case Mapping():
            return "(" + (", ".join(f"{name}: {write_value(one)}" for name, one in value.items()) or ":") + ")"
        case Sequence():
            return "(" + "".join(f"{write_value(one)}, " for one in value) + ")"
    raise TypeError(f"a print cannot be told a {type(value)!r}")


def speak(words: Translator, key: str, number: int | None = None, /, **values: object) -> Rich:
    """Return a sentence of the catalogs in pieces; what stands between two pairs of stars has weight.

    Stars that somebody typed are signs as others.
    """
    told = {name: str(value).replace("*", _STAR) for name, value in values.items()}
    said = words(key, **told) if number is None else words.plural(key, number, **told)
    return split_rich(said)


def split_rich(said: str) -> Rich:
    """Return a sentence in pieces; see ``speak``."""
    pieces = enumerate(said.split("**"))
    return tuple((piece.replace(_STAR, "*"), place % 2 == 1) for place, piece in pieces if piece)


def join_rich(*sentences: Rich) -> Rich:
    """Return sentences as one, a space between them."""
    joined: list[tuple[str, bool]] = []
    for sentence in filter(None, sentences):
        if joined:
            joined.append((" ", False))
        joined += sentence
    return tuple(joined)


def plainly(sentence: Rich) -> str:
    """Return a sentence without its weights."""
    return "".join(piece for piece, _ in sentence)


def first_up(text: str) -> str:
    """Return a text with a capital at its beginning, the rest as it is."""
    return re.sub(r"^\s*(\w)", lambda found: found.group().upper(), text, count=1)
