"""Tell what people left beside the cells of a sheet: comments, and lines that they struck through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from workshop_kit.domain.model import Reason

#: Who comments on the headings of a workbook that went out of a workshop: no remark of anybody's.
KIT: Final = "workshop-kit"
#: How much of a comment is shown in a note, and how many lines are named.
_SHOWN: Final = 80
_LINES_SHOWN: Final = 12
#: What Excel writes before a comment that has answers, for programs that know none.
_THREADED: Final = re.compile(r"^\[[^\]]*\].*?\n\s*(?:Comment|Commentaire)\s*:\s*", re.DOTALL)


@dataclass
class Remarks:
    """Remarks (*remarques*) of a file: each with its sheet and its line, 1 at the top."""

    comments: list[tuple[str, int, str]] = field(default_factory=list)
    struck: list[tuple[str, int]] = field(default_factory=list)

    def comment(self, sheet: str, line: int, text: str) -> None:
        """Take a comment; an empty one says nothing."""
        text = " ".join(_THREADED.sub("", text.strip()).split())
        if text:
            self.comments.append((sheet, line, text))

    def strike(self, sheet: str, line: int, cells: Sequence[bool]) -> None:
        """Take a line of which these filled cells are struck through or not: most of them make it a struck line."""
        if cells and sum(cells) * 2 >= len(cells):
            self.struck.append((sheet, line))

    def list_notes(self) -> Iterator[Reason]:
        """Yield what is to be said of them (``files.note.<code>``): none is read, and none passed over in silence."""
        if self.comments:
            lines = _list([(sheet, line) for sheet, line, _ in self.comments])
            sample = self.comments[0][2]
            shown = f"{sample[:_SHOWN]}…" if len(sample) > _SHOWN else sample
            yield Reason("cell-comments", {"lines": lines, "sample": shown})
        if self.struck:
            yield Reason("struck-lines", {"lines": _list(self.struck)})


def _list(places: Sequence[tuple[str, int]]) -> str:
    several = len({sheet for sheet, _ in places}) > 1
    lines = list(dict.fromkeys(f"{sheet} {line}" if several else str(line) for sheet, line in places))
    return ", ".join(lines[:_LINES_SHOWN]) + ("…" if len(lines) > _LINES_SHOWN else "")
