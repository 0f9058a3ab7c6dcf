"""Keep a spreadsheet from running the words of a cell, whatever it takes for the delimiter."""

from __future__ import annotations

import re
from typing import Final

#: Where a spreadsheet may begin a cell, whatever it takes for the delimiter: at the start, and after any of these.
_BEGINS: Final = r"(?:\A|(?<=[,;|\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]))"
#: What shows nothing and does not keep a spreadsheet from seeing the sign behind it.
_UNSEEN: Final = (
    r"\x00-\x08\x0e-\x1b\x1f-\x20\x7f-\x84\x86-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    r"\u202a-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_RUNS: Final = rf"(?=[{_UNSEEN}']*[=+\-@＝＋－＠])"
#: What a reader would take for a spreadsheet's mark of a text; ``'t Hooft`` and ``'s Gravesande`` are names.
_MARK: Final = "(?='(?![ts][ -]))"
_TO_PROTECT: Final = re.compile(rf"{_BEGINS}{_RUNS}|\A{_MARK}")
_PROTECTED: Final = re.compile(rf"{_BEGINS}{_RUNS}'|\A'{_MARK}")
_SIGNED: Final = re.compile(r"[+-]\d{1,3}", re.ASCII)


def protect_cell(text: str) -> str:
    """Return ``text`` so that no spreadsheet runs any of it as a formula; ``unprotect_cell`` undoes it exactly.

    An apostrophe stands before each sign that would begin a formula, wherever a cell may begin: a file separated by
    semicolons is opened with commas on another machine, which cuts a text in two. A score such as ``-1`` or ``+2`` is
    a number and stays one. An apostrophe that somebody wrote first gets another, or it would be taken for a mark.
    """
    return text if _SIGNED.fullmatch(text) else _TO_PROTECT.sub("'", text)


def unprotect_cell(text: str) -> str:
    """Return what a cell held before it was protected."""
    return _PROTECTED.sub("", text)


def begins_formula(text: str) -> bool:
    """Tell whether a spreadsheet would take ``text`` for a formula where it is typed in."""
    return _TO_PROTECT.match(text) is not None
