"""The workshop itself, its course, its agenda and what the screen may show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from workshop_kit.domain.agenda import AgendaItem
from workshop_kit.domain.history import Step
from workshop_kit.domain.invitations import Invitation, leave_unreadable_out
from workshop_kit.domain.model import Workshop
from workshop_kit.domain.projection import Projection, Shown
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of

WORKSHOP: Final = Noun("workshop", Workshop, schema.workshop)
STEP: Final = Noun("step", Step, schema.step)
PROJECTION: Final = Noun("projection", Projection, schema.projection)
SHOWN: Final = Noun("shown", Shown, schema.shown)
AGENDA: Final = Noun("agenda", AgendaItem, schema.agenda)
INVITATION: Final = Noun("invitation", Invitation, schema.invitation)


class WorkshopShelf(Shelf):
    """Table data gateway of the workshop's own row."""

    def find_workshop(self) -> Workshop:
        """Return the workshop."""
        found = self._find(WORKSHOP)
        if found is None:
            raise MissingEntry("no-workshop", folder="")
        return found

    def update_workshop(self, workshop: Workshop) -> None:
        """Replace the workshop's own values, such as its phase or its timer."""
        if workshop.current_challenge is not None:
            self._require_challenge(workshop.current_challenge)
        self._replace(schema.workshop, row_of(workshop))
        self._note("workshop", "workshop")

    def find_invitation(self) -> Invitation:
        """Return what prints say of the workshop, as far as it can be read: pages and prints rest on it."""
        return leave_unreadable_out(self._find(INVITATION) or Invitation())

    def update_invitation(self, invitation: Invitation) -> None:
        """Replace what prints say of the workshop."""
        self._write_pair(schema.invitation, {"id": 1, **row_of(invitation)})
        self._note("invitation", "invitation")

    def list_steps(self) -> tuple[Step, ...]:
        """Return the history of the course, the oldest first."""
        return self._list(STEP, order="number")

    def add_steps(self, steps: Sequence[Step]) -> None:
        """Add steps to the history, in their order; each gets the next number. A step is never changed."""
        last = self._rows(schema.step, "number", order=("number",))
        number = last[-1].number if last else 0
        rows = [row_of(replace(step, number=number + place)) for place, step in enumerate(steps, start=1)]
        self._add(schema.step, rows)
        if rows:
            self._note("step", str(rows[-1]["number"]))

    def find_projection(self) -> Projection:
        """Return what the facilitator lets the screen show."""
        return self._find(PROJECTION) or Projection()

    def update_projection(self, projection: Projection) -> None:
        """Replace what the facilitator lets the screen show."""
        if projection.challenge is not None:
            self._require_challenge(projection.challenge)
        self._write_pair(schema.projection, {"id": 1, **row_of(projection)})
        self._note("projection", "projection")

    def find_shown(self, by: str) -> Shown | None:
        """Return what one of the facilitator's browsers last brought to the room."""
        return self._find(SHOWN, by=by)

    def update_shown(self, shown: Shown) -> None:
        """Replace what one of the facilitator's browsers last brought to the room; what it changed was noted there."""
        self._write_pair(schema.shown, row_of(shown))

    def remove_shown(self, by: str) -> None:
        """Forget what one of the facilitator's browsers last brought to the room."""
        self._erase(schema.shown, by=by)

    def list_agenda(self) -> tuple[AgendaItem, ...]:
        """Return the lines of the agenda, in their order; none when there is no agenda."""
        return self._list(AGENDA, order="id")

    def update_agenda(self, items: Iterable[AgendaItem]) -> None:
        """Replace the agenda by these lines, in their order."""
        self._erase(schema.agenda)
        rows = [{"id": f"{place:04d}", **row_of(item)} for place, item in enumerate(items)]
        self._add(schema.agenda, rows)
        self._note("agenda", "agenda")
