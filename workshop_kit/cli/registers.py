"""Whom to invite, from a register: what ``import`` does with one, how far it is, and what it tells."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import click

from workshop_kit.domain.candidates import Register
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.registers.report import RegisterReport
from workshop_kit.files.registers.taking import import_register
from workshop_kit.i18n import Translator
from workshop_kit.store import Store

#: The kinds of files that are registers.
REGISTERS: Final = tuple(str(one) for one in Register)


def check_options(kind: str, communes: Sequence[str], hamlets: Path | None, encoding: str | None) -> None:
    """Refuse options that go with another kind of file."""
    if kind in REGISTERS and encoding is not None:
        raise InvalidEntry("register-encoding")
    if kind not in REGISTERS and (communes or hamlets is not None):
        raise InvalidEntry("register-options")


def take_register(
    store: Store, say: Translator, folder: Path, kind: str, file: Path, communes: Sequence[str], hamlets: Path | None
) -> RegisterReport:
    """Take the bodies of some communes from a register as candidates; whoever looks on sees how far it is."""
    today = datetime.now(UTC).astimezone().date()
    with _show_progress(say("cli.import.reading")) as bar:

        def on_step(done: int, size: int) -> None:
            if bar is not None:
                bar.length = max(size, 1)
                bar.update(done - bar.pos)

        return import_register(
            store, folder, Register(kind), file, communes, today=today, hamlets=hamlets, on_step=on_step
        )


def _show_progress(label: str) -> AbstractContextManager[Any]:
    """Return a bar on standard error for whoever looks at it; nothing for programs."""
    return click.progressbar(length=1, label=label, file=sys.stderr) if sys.stderr.isatty() else nullcontext(None)
