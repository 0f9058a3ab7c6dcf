"""The child process that looks through a register: pages and phones go on meanwhile; see ``report.worker``."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workshop_kit.domain.candidates import Register
from workshop_kit.errors import CannotServe, WorkshopError
from workshop_kit.files.registers.taking import import_register
from workshop_kit.i18n import LANGUAGES
from workshop_kit.report.making import OnStep
from workshop_kit.report.printed import Printed
from workshop_kit.report.worker import work
from workshop_kit.store import open_store

#: How far one is once the file is read; the rest is written into the workshop.
_READ: Final = 0.95
#: A step smaller than this changes nothing that is seen.
_STEP: Final = 0.01

_log = logging.getLogger(__name__)


def read(request: Mapping[str, str], on_step: OnStep) -> Printed:
    """Take in what a request asks for; return what there is to tell of it, in each language."""
    told = 0.0

    def tell(done: int, size: int) -> None:
        nonlocal told
        share = _READ * done / max(size, 1)
        if share - told >= _STEP:
            told = share
            on_step(share, "reading")

    path = Path(request["path"])
    store = open_store(Path(request["folder"]))
    try:
        report = import_register(
            store,
            Path(request["folder"]),
            Register(request["format"]),
            path,
            (request["communes"],),
            today=datetime.now(UTC).astimezone().date(),
            hamlets=Path(request["hamlets"]) if request["hamlets"] else None,
            on_step=tell,
        )
    except WorkshopError:
        raise
    except Exception as error:  # the reader must not see a traceback; the log keeps it
        _log.exception("a register could not be read")
        raise CannotServe("register-failed") from error
    finally:
        store.close()
    lines = {language: report.to_lines(request["name"], language) for language in LANGUAGES}
    return Printed(json.dumps(lines).encode())


if __name__ == "__main__":
    work(read)
