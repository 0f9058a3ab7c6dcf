"""The background jobs of a page: the synthesis being made, in each form, papers to print, and what was made."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from collections import defaultdict
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from workshop_kit.errors import MissingEntry, WorkshopError
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.facilitator.synthesis import Fetched, MakingModel, MakingWord, ReportForm
from workshop_kit.report.aside import Making, MakingState
from workshop_kit.report.printed import Undrawn, say_undrawn


class Job(Protocol):
    """What is asked of a making; see ``report.aside.Making``."""

    state: MakingState
    share: float
    step: str
    error: WorkshopError | None
    undrawn: tuple[Undrawn, ...]

    @property
    def result(self) -> bytes:
        """The content of the file."""

    def cancel(self) -> None:
        """End it at once."""

    def wait(self) -> None:
        """Wait for its end."""


#: Begins to make a report: folder, format, language, and what to call, from any thread, when something has changed.
#: What else it is told stands in ``details``, if there is any.
Start = Callable[..., Job]


class Makings:
    """One making a form, described for the page; what was made stays here until it is fetched.

    It is what the facilitator's door asks for as ``live.facilitator.synthesis.MakesReports``.

    Parameters
    ----------
    start
        What begins a making.

    """

    def __init__(self, start: Start = Making) -> None:
        self._start = start
        self._changed: list[Callable[[], None]] = []
        self._jobs: dict[StrEnum, Job] = {}
        self._begun: defaultdict[StrEnum, int] = defaultdict(int)

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback``, on the page's own loop, each time there is something new to show."""
        self._changed.append(callback)

    def begin(self, folder: Path, form: StrEnum, language: str, **details: str) -> MakingWord:
        """Begin a making and return how it stands; asking again while one is under way changes nothing."""
        if self._state(form) == "working":
            return "working"
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a plain script waits
            loop = None
        told = {"details": details} if details else {}
        self._jobs[form] = self._start(folder, form.value, language, lambda: self._tell(loop), **told)
        self._begun[form] += 1
        if loop is None:
            self._jobs[form].wait()
        return self._state(form)

    def cancel(self, form: StrEnum) -> MakingWord:
        """End a making at once and return how it stands; where none is under way nothing changes."""
        if form in self._jobs:
            self._jobs[form].cancel()
        return self._state(form)

    def fetch(self, form: StrEnum) -> Fetched:
        """Hand over what was made: a PDF in base64, a page as its text.

        Raises
        ------
        MissingEntry
            ``synthesis-not-made`` when there is nothing to hand over.

        """
        if self._state(form) != "ready":
            raise MissingEntry("synthesis-not-made")
        made = self._jobs[form].result
        content = made.decode("utf-8") if form is ReportForm.HTML else base64.b64encode(made).decode("ascii")
        return {"content": content, "number": self._begun[form]}

    def describe(self, form: StrEnum, language: str) -> MakingModel:
        """Return how the making of a form stands, in words of ``language``."""
        job, number = self._jobs.get(form), self._begun[form]
        if job is None:
            return {"state": "none", "number": number}
        state, translator = job.state, Translator(language)
        if state is MakingState.WORKING:
            doing = translator(f"report.progress.{job.step}")
            return {"state": "working", "number": number - 1, "share": round(job.share, 2), "doing": doing}
        told: MakingModel = {"state": state.value, "number": number}
        if state is MakingState.READY:
            told["size"] = round(len(job.result) / 1000)
            told["undrawn"] = say_undrawn(job.undrawn, translator)
        elif job.error is not None:
            told["sentence"] = translator.sentence(job.error)
        return told

    def _state(self, form: StrEnum) -> MakingWord:
        job = self._jobs.get(form)
        return "none" if job is None else job.state.value

    def _tell(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Pass news on from a job's thread to the page's loop; a page that is gone needs none."""
        if loop is None:
            return
        for callback in self._changed:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(callback)
