"""What became of a file, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from workshop_kit.domain.model import Reason
from workshop_kit.i18n import Translator


class RowRefused(Exception):
    """A row cannot be taken: its first bad column, what stood there, and the entry ``files.rejected.<code>``.

    It never leaves this package: it becomes a ``Rejection``.
    """

    def __init__(self, column: str, value: str, code: str, **values: str | int) -> None:
        super().__init__(column, value, code)
        self.column = column
        self.value = value
        self.reason = Reason(code, values)


@dataclass(frozen=True)
class Rejection:
    """One row that was left out: the line where it starts, its first bad column as the file names it, and why.

    ``reason`` names the catalog entry ``files.rejected.<code>``, which says what is wrong and what to do.
    """

    line: int
    column: str
    value: str
    reason: Reason


@dataclass(frozen=True)
class ImportReport:
    """What became of a file.

    ``read`` rows are ``added`` (new, or changed by the file), ``unchanged`` or ``rejected``. ``unusable`` is true when
    a column is missing: then nothing was read, and the one rejection names the column. ``notes``
    (``files.note.<code>``) tell what was done with care, such as contact details that were not kept.
    """

    kind: str
    read: int
    added: int
    unchanged: int
    rejected: tuple[Rejection, ...]
    notes: tuple[Reason, ...] = field(default=())
    unusable: bool = False

    def to_json(self, language: str) -> dict[str, Any]:
        """Return what ``workshop-kit import --json`` prints, the reasons said in ``language``."""
        say = Translator(language)
        return {
            "kind": self.kind,
            "read": self.read,
            "added": self.added,
            "unchanged": self.unchanged,
            "rejected": [
                {"line": one.line, "column": one.column, "value": one.value, "reason": _say_rejection(say, one)}
                for one in self.rejected
            ],
        }

    def to_lines(self, file: str, language: str) -> tuple[str, ...]:
        """Return what to tell the facilitator about ``file``: a summary, the notes, then each row left out."""
        say = Translator(language)
        lines = [say("files.summary", file=file, read=self.read, added=self.added, unchanged=self.unchanged)]
        lines += [say(f"files.note.{note.code}", **note.values) for note in self.notes]
        if self.rejected and not self.unusable:
            lines.append(say.plural("files.rejected-count", len(self.rejected)))
        lines += [
            say("files.rejected-row", file=file, line=one.line, column=one.column, reason=_say_rejection(say, one))
            for one in self.rejected
        ]
        return tuple(lines)


def _say_rejection(say: Translator, rejection: Rejection) -> str:
    return say(f"files.rejected.{rejection.reason.code}", value=rejection.value, **rejection.reason.values)
