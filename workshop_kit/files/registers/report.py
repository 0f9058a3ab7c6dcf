"""What became of a register's file, in numbers and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from workshop_kit.domain.candidates import Register
from workshop_kit.files.registers.catalogue import CATALOGUE_NAME, BadLine
from workshop_kit.files.registers.reading import BadRow
from workshop_kit.i18n import Translator

#: How many communes are named.
_SHOWN_AT_MOST: Final = 5


@dataclass(frozen=True)
class Taken:
    """What became of the candidates: ``gone`` are no more in the register, of which ``kept`` were taken before."""

    new: int
    changed: int
    unchanged: int
    gone: int
    kept: int
    in_hamlets: int


@dataclass(frozen=True)
class RegisterReport:
    """What became of a register's file.

    Attributes
    ----------
    register, communes
        Which register, and the INSEE codes that were asked for.
    read
        All rows of the file.
    of_communes
        Those of the communes: of them ``inactive`` are no more, and ``hidden`` must not be shown and were left out.
    taken
        What became of the others.
    rejected, rejected_rows
        Rows of the communes that could not be read, the first of them by name, and how many they are.
    twice
        Rows whose number stood in the file before.
    broken
        Rows of which one cannot tell the commune.
    not_unicode
        Rows whose letters were read as Windows-1252.
    left
        Bodies beyond what can be picked from.
    bad_lines
        Lines of the organiser's catalogue that were left out.
    hamlets
        How many names of hamlets were compared, ``None``: no such file was given.
    unnamed
        Bodies that say no name and are called by their trade.

    """

    register: Register
    communes: tuple[str, ...]
    read: int
    of_communes: int
    inactive: int
    hidden: int
    taken: Taken
    rejected: tuple[BadRow, ...]
    rejected_rows: int
    twice: int
    broken: int
    not_unicode: int
    left: int
    bad_lines: tuple[BadLine, ...]
    hamlets: int | None
    unnamed: int

    def to_json(self, language: str) -> dict[str, Any]:
        """Return what ``workshop-kit import --json`` prints, the reasons said in ``language``."""
        say = Translator(language)
        taken = self.taken
        return {
            "kind": str(self.register),
            "read": self.read,
            "added": taken.new + taken.changed,
            "unchanged": taken.unchanged,
            "rejected": [
                {"line": one.line, "column": one.column, "value": one.value, "reason": _say_bad(say, one)}
                | ({"sheet": one.source} if one.source else {})
                for one in self.rejected
            ],
            "new": taken.new,
            "changed": taken.changed,
            "gone": taken.gone,
            "communes": list(self.communes),
            "of_communes": self.of_communes,
            "inactive": self.inactive,
            "hidden": self.hidden,
            "in_hamlets": taken.in_hamlets,
            "notes": list(self._say_notes(say)),
        }

    def to_lines(self, file: str, language: str) -> tuple[str, ...]:
        """Return what to tell the facilitator about ``file``: a summary, the notes, then each row left out."""
        say = Translator(language)
        return tuple(self._say_lines(say, file))

    def _say_lines(self, say: Translator, file: str) -> Iterator[str]:
        taken = self.taken
        communes = ", ".join(self.communes[:_SHOWN_AT_MOST]) + ("…" if len(self.communes) > _SHOWN_AT_MOST else "")
        yield say("registers.read", file=file, read=self.read, communes=communes, found=self.of_communes)
        yield say(
            "registers.summary",
            added=taken.new + taken.changed,
            unchanged=taken.unchanged,
            inactive=self.inactive,
            hidden=self.hidden,
            gone=taken.gone,
        )
        yield from self._say_notes(say)
        for one in self.rejected:
            table = f"{file}, {one.source}" if one.source else file
            yield say("files.rejected-row", file=table, line=one.line, column=one.column, reason=_say_bad(say, one))

    def _say_notes(self, say: Translator) -> Iterator[str]:
        taken = self.taken
        counted = {
            "kept": taken.kept,
            "twice": self.twice,
            "broken": self.broken,
            "windows": self.not_unicode,
            "left": self.left,
            "unnamed": self.unnamed,
            "more-rejected": self.rejected_rows - len(self.rejected),
        }
        for code, number in counted.items():
            if number:
                yield say.plural(f"registers.note.{code}", number)
        if self.hamlets == 0:
            yield say("registers.note.no-hamlets", communes=", ".join(self.communes[:_SHOWN_AT_MOST]))
        elif self.hamlets is not None:
            yield say("registers.note.hamlets", hamlets=self.hamlets, matched=taken.in_hamlets)
        for bad in self.bad_lines:
            why = say(f"registers.bad.{bad.why.code}", value=bad.value)
            yield say("registers.note.catalogue", file=CATALOGUE_NAME, line=bad.line, why=why)


def _say_bad(say: Translator, bad: BadRow) -> str:
    return say(f"registers.bad.{bad.why.code}", value=bad.value, **bad.why.values)
