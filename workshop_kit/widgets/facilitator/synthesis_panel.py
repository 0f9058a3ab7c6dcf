"""The panel of step 6."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, ClassVar

from workshop_kit.domain.model import Change
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.facilitator.entries import read_identifier
from workshop_kit.report.aside import Making
from workshop_kit.widgets.facilitator.facilitator_panel import FacilitatorPanel
from workshop_kit.widgets.facilitator.makings import Makings, Start
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Payload


class SynthesisPanel(FacilitatorPanel):
    """The preview of the synthesis and its PDF; the erasure of a person who asks for it.

    A making is under way in the model as ``{"state": "working"}``, then ``"ready"``, ``"cancelled"`` or ``"failed"``
    with a sentence. What was made stays in this kernel until it is fetched: the browser asks for it when it is ready.
    """

    component: ClassVar[str] = "synthesis"
    section: ClassVar[str] = "steps.synthesis"
    cares_about: ClassVar[frozenset[str]] = frozenset(
        {"workshop", "challenge", "participant", "idea", "score", "volunteer", "mission", "assignment"}
    )

    def __init__(self, window: FacilitatorWindow, start: Start = Making, pace: Pace | None = None) -> None:
        self._makings = Makings(lambda: self.window.folder, self.refresh, start)
        super().__init__(window)
        self.pace = pace or Pace(self.refresh)

    def read(self) -> dict[str, Any]:
        """Return what the synthesis will hold, and how far its makings are."""
        model = self.window.synthesis_model()
        name = f"{self.window.translator('steps.synthesis.file')}-{_simplify(model['title'])}.pdf"
        return {**model, "file": name, **self._makings.describe(self.window.language)}

    def handle_make(self, payload: Payload, _identifier: str) -> Any:
        """Begin to make the synthesis in one format."""
        return self._makings.begin(payload.get("format"), self.window.language)

    def handle_cancel(self, payload: Payload, _identifier: str) -> Any:
        """End the making of one format at once."""
        return self._makings.cancel(payload.get("format"))

    def handle_fetch(self, payload: Payload, _identifier: str) -> Any:
        """Hand over what was made."""
        return self._makings.fetch(payload.get("format"))

    def handle_erase_person(self, payload: Payload, identifier: str) -> Any:
        """Erase a person who asked for it, with or without their ideas: which of both must be said."""
        with_ideas = payload.get("with_ideas")
        if not isinstance(with_ideas, bool):
            raise InvalidEntry("malformed-intention")
        person = read_identifier(payload, "person")
        return self.window.erase_person(person=person, with_ideas=with_ideas, intention=identifier)

    def _notice(self, changes: Sequence[Change]) -> None:
        if any(change.kind in self.cares_about for change in changes):
            self.pace.ask()


def _simplify(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "atelier"


def synthesis_panel(window: FacilitatorWindow) -> SynthesisPanel:
    """Show the synthesis before it is printed, and make its PDF."""
    return SynthesisPanel(window)
