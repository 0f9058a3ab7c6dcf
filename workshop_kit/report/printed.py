"""What printing gives back: the file, and the signs that no font at hand could draw, to be named to whoever asked."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.i18n import Translator

#: More signs than that are counted and not named.
_NAMED_AT_MOST: Final = 8


@dataclass(frozen=True)
class Undrawn:
    """A sign that no font at hand has, shown as □, and the words it stands in."""

    sign: str
    within: str


@dataclass(frozen=True)
class Printed:
    """The content of a file, and what could not be drawn in it."""

    content: bytes
    undrawn: tuple[Undrawn, ...] = ()


def say_undrawn(undrawn: Sequence[Undrawn], translator: Translator) -> str:
    """Say which signs could not be drawn and where they stand; empty when all were."""
    if not undrawn:
        return ""
    named = [
        translator("report.undrawn.sign", sign=_show(one.sign), code=_say_code(one.sign), words=_show_each(one.within))
        for one in undrawn[:_NAMED_AT_MOST]
    ]
    if len(undrawn) > _NAMED_AT_MOST:
        named.append("…")
    return translator.plural("report.undrawn.all", len(undrawn), signs=", ".join(named))


def _show(sign: str) -> str:
    """Return a sign as a page can show it: one that nobody gave a shape, or that shows nothing, as a square."""
    return "□" if any(unicodedata.category(one) in {"Co", "Cn", "Cf", "Cc"} for one in sign) else sign


def _show_each(words: str) -> str:
    return "".join(map(_show, words))


def _say_code(sign: str) -> str:
    return " ".join(f"U+{ord(one):04X}" for one in sign)
