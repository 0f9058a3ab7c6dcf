"""The panel of step 6."""

from __future__ import annotations

import asyncio
import base64
import logging
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from workshop_kit.domain.model import Change
from workshop_kit.errors import InvalidEntry, MissingEntry, WorkshopError
from workshop_kit.i18n import Translator
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.facilitator.entries import read_identifier
from workshop_kit.live.facilitator.synthesis import FORMATS, make_report
from workshop_kit.widgets.facilitator.facilitator_panel import FacilitatorPanel
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Payload

_log = logging.getLogger(__name__)

#: Makes a report: folder, format, language.
Maker = Callable[[Path, str, str], bytes]


class SynthesisPanel(FacilitatorPanel):
    """The preview of the synthesis and its PDF; the erasure of a person who asks for it.

    A making is under way in the model as ``{"state": "working"}``, then ``"ready"`` or ``"failed"`` with a sentence.
    What was made stays in this kernel until it is fetched: the browser asks for it when it is ready.
    """

    component: ClassVar[str] = "synthesis"
    section: ClassVar[str] = "facilitator.synthesis"
    cares_about: ClassVar[frozenset[str]] = frozenset(
        {"workshop", "challenge", "participant", "idea", "score", "volunteer", "mission", "assignment"}
    )

    def __init__(self, window: FacilitatorWindow, make: Maker = make_report, pace: Pace | None = None) -> None:
        self._make = make
        self._makings: dict[str, dict[str, Any]] = {form: {"state": "none", "number": 0} for form in FORMATS}
        self._made: dict[str, bytes] = {}
        self._tasks: set[asyncio.Task[None]] = set()  # a task nobody holds may vanish
        super().__init__(window)
        self.pace = pace or Pace(self.refresh)

    def read(self) -> dict[str, Any]:
        """Return what the synthesis will hold, and how far its makings are."""
        model = self.window.synthesis_model()
        name = f"{self.window.translator('facilitator.synthesis.file')}-{_simplify(model['title'])}.pdf"
        return {**model, "file": name, **{form: dict(making) for form, making in self._makings.items()}}

    def handle_make(self, payload: Payload, _identifier: str) -> Any:
        """Begin to make the synthesis in one format; asking again while it is being made changes nothing."""
        form = _read_format(payload)
        if self._makings[form]["state"] == "working":
            return {"state": "working"}
        self._makings[form] = {**self._makings[form], "state": "working"}
        language = self.window.language
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a plain script waits
            self._keep(form, language, lambda: self._make(self.window.folder, form, language))
            return {"state": self._makings[form]["state"]}
        task = loop.create_task(self._make_aside(form, language))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return {"state": "working"}

    def handle_fetch(self, payload: Payload, _identifier: str) -> Any:
        """Hand over what was made: a PDF in base64, a page as its text."""
        form = _read_format(payload)
        made = self._made.get(form)
        if made is None:
            raise MissingEntry("synthesis-not-made")
        content = made.decode("utf-8") if form == "html" else base64.b64encode(made).decode("ascii")
        return {"content": content, "number": self._makings[form]["number"]}

    def handle_erase_person(self, payload: Payload, identifier: str) -> Any:
        """Erase a person who asked for it, with or without their ideas: which of both must be said."""
        with_ideas = payload.get("with_ideas")
        if not isinstance(with_ideas, bool):
            raise InvalidEntry("malformed-intention")
        person = read_identifier(payload, "person")
        return self.window.erase_person(person=person, with_ideas=with_ideas, intention=identifier)

    async def _make_aside(self, form: str, language: str) -> None:
        """Make it in a thread: a subprocess cannot be awaited on every system's loop, and the page stays alive."""
        folder = self.window.folder
        try:
            made = await asyncio.to_thread(self._make, folder, form, language)
        except Exception as error:
            failure = error
            self._keep(form, language, lambda: _raise(failure))
        else:
            self._keep(form, language, lambda: made)
        self.refresh()

    def _keep(self, form: str, language: str, take: Callable[[], bytes]) -> None:
        number = self._makings[form]["number"] + 1
        translator = Translator(language)
        try:
            self._made[form] = take()
        except WorkshopError as error:
            self._makings[form] = {"state": "failed", "number": number, "sentence": translator.sentence(error)}
        except Exception:  # the facilitator must not read a traceback; the log keeps it
            _log.exception("the synthesis could not be made")
            sentence = translator("facilitator.synthesis.failed")
            self._makings[form] = {"state": "failed", "number": number, "sentence": sentence}
        else:
            size = round(len(self._made[form]) / 1000)
            self._makings[form] = {"state": "ready", "number": number, "size": size}

    def _notice(self, changes: Sequence[Change]) -> None:
        if any(change.kind in self.cares_about for change in changes):
            self.pace.ask()


def _raise(error: Exception) -> bytes:
    raise error


def _read_format(payload: Payload) -> str:
    form = payload.get("format")
    if form not in FORMATS:
        raise InvalidEntry("malformed-intention")
    return str(form)


def _simplify(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "atelier"


def synthesis_panel(window: FacilitatorWindow) -> SynthesisPanel:
    """Show the synthesis before it is printed, and make its PDF."""
    return SynthesisPanel(window)
