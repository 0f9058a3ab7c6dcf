"""Personal codes of seats, the browsers that came back with one, and the wrong tries at them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from uuid import uuid4

from workshop_kit.store import schema
from workshop_kit.store.shelf import Shelf


class ReturnShelf(Shelf):
    """Table data gateway of the codes of seats."""

    def find_seat_code(self, participant: str) -> str:
        """Return the code of a seat, ``""`` where it has none."""
        found = self._rows(schema.seat_code, "code", participant=participant)
        return str(found[0][0]) if found else ""

    def find_seat_by_code(self, code: str) -> tuple[str, str] | None:
        """Return whose code this may be, and the code itself, to be compared; ``None``: nobody's."""
        found = self._rows(schema.seat_code, "participant", "code", digest=_digest(code))
        return (found[0].participant, found[0].code) if found else None

    def set_seat_code(self, participant: str, code: str) -> None:
        """Give a seat a code, in place of the one it had; nobody else's page learns of it."""
        if self._is_there(schema.seat_code, participant=participant):
            self._writer.erases = True  # the code before opens nothing any more
        row = {"participant": participant, "code": code, "digest": _digest(code)}
        self._write_pair(schema.seat_code, row)

    def list_browsers(self, participant: str) -> Sequence[tuple[str, datetime | None]]:
        """Return a seat's browsers, each with when it came with the code; ``None``: the seat was taken there."""
        rows = self._rows(schema.visitor, "id", "came_at", order=("id",), participant=participant)
        return [(row.id, row.came_at) for row in rows]

    def bring_browser(self, visitor: str, participant: str, at: datetime) -> None:
        """Remember that a browser came to a seat with its code."""
        self._write_pair(schema.visitor, {"id": visitor, "participant": participant, "came_at": at})
        self._note("participant", participant)

    def remove_browser(self, visitor: str, participant: str) -> None:
        """Forget that a browser is a seat's."""
        self._erase(schema.visitor, id=visitor)
        self._note("participant", participant)

    def list_seat_tries(self) -> Sequence[tuple[str, str, int]]:
        """Return the wrong tries: by which browser, from which device, in which slot of time."""
        rows = self._rows(schema.seat_try, "visitor", "device", "slot", order=("slot", "id"))
        return [(row.visitor, row.device, row.slot) for row in rows]

    def add_seat_try(self, visitor: str, device: str, slot: int) -> None:
        """Note a wrong try; nothing on any page changes."""
        self._add(schema.seat_try, [{"id": uuid4().hex, "visitor": visitor, "device": device, "slot": slot}])

    def forget_seat_tries(self, slot: int) -> None:
        """Forget who tried in a slot of time."""
        self._erase(schema.seat_try, slot=slot)


def _digest(code: str) -> str:
    return sha256(code.encode()).hexdigest()
