"""The background jobs of a page: the synthesis being made, in each format, and what was made."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from workshop_kit.errors import InvalidEntry, MissingEntry, WorkshopError
from workshop_kit.i18n import Translator
from workshop_kit.report.aside import FORMATS, Making, MakingState


class Job(Protocol):
    """What is asked of a making; see ``report.aside.Making``."""

    state: MakingState
    share: float
    step: str
    error: WorkshopError | None

    @property
    def result(self) -> bytes:
        """The content of the file."""

    def cancel(self) -> None:
        """End it at once."""

    def wait(self) -> None:
        """Wait for its end."""


#: Begins to make a report: folder, format, language, and what to call, from any thread, when something has changed.
Start = Callable[[Path, str, str, Callable[[], None]], Job]


class Makings:
    """One making a format, described for the page; what was made stays here until it is fetched.

    Parameters
    ----------
    find_folder
        Returns the workshop's folder once it is needed.
    changed
        Called on the page's own loop when there is something new to show.
    start
        What begins a making.

    """

    def __init__(self, find_folder: Callable[[], Path], changed: Callable[[], None], start: Start = Making) -> None:
        self._find_folder = find_folder
        self._changed = changed
        self._start = start
        self._jobs: dict[str, Job] = {}
        self._begun = dict.fromkeys(FORMATS, 0)

    def begin(self, form: object, language: str) -> dict[str, Any]:
        """Begin to make the synthesis in one format; asking again while it is being made changes nothing."""
        form = _check_form(form)
        if self._state(form) == MakingState.WORKING.value:
            return {"state": MakingState.WORKING.value}
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a plain script waits
            loop = None
        self._jobs[form] = self._start(self._find_folder(), form, language, lambda: self._tell(loop))
        self._begun[form] += 1
        if loop is None:
            self._jobs[form].wait()
        return {"state": self._state(form)}

    def cancel(self, form: object) -> dict[str, Any]:
        """End a making at once; where none is under way nothing changes."""
        form = _check_form(form)
        if form in self._jobs:
            self._jobs[form].cancel()
        return {"state": self._state(form)}

    def fetch(self, form: object) -> dict[str, Any]:
        """Hand over what was made: a PDF in base64, a page as its text.

        Raises
        ------
        MissingEntry
            ``synthesis-not-made`` when there is nothing to hand over.

        """
        form = _check_form(form)
        if self._state(form) != MakingState.READY.value:
            raise MissingEntry("synthesis-not-made")
        made = self._jobs[form].result
        content = made.decode("utf-8") if form == "html" else base64.b64encode(made).decode("ascii")
        return {"content": content, "number": self._begun[form]}

    def describe(self, language: str) -> dict[str, dict[str, Any]]:
        """Return how each making stands: its state, and how many have ended (``number``).

        Beside it, while it works, ``share`` (0 to 1) and ``doing`` (what, in words); once ready, ``size`` in kB; once
        failed, the ``sentence`` that says why and what to do.
        """
        return {form: self._describe(form, Translator(language)) for form in FORMATS}

    def _describe(self, form: str, translator: Translator) -> dict[str, Any]:
        job, number = self._jobs.get(form), self._begun[form]
        if job is None:
            return {"state": "none", "number": number}
        state = job.state
        told: dict[str, Any] = {"state": state.value, "number": number}
        if state is MakingState.WORKING:
            doing = translator(f"report.progress.{job.step}")
            return told | {"number": number - 1, "share": round(job.share, 2), "doing": doing}
        if state is MakingState.READY:
            return told | {"size": round(len(job.result) / 1000)}
        if job.error is not None:
            return told | {"sentence": translator.sentence(job.error)}
        return told

    def _state(self, form: str) -> str:
        job = self._jobs.get(form)
        return "none" if job is None else job.state.value

    def _tell(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Pass news on from a job's thread to the page's loop; a page that is gone needs none."""
        if loop is not None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._changed)


def _check_form(form: object) -> str:
    if form not in FORMATS:
        raise InvalidEntry("malformed-intention")
    return str(form)
