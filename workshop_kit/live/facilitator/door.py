"""The door of the room: who holds its seats, whom it lets in, and the words that newcomers say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.model import Change
from workshop_kit.entrance import Device, Standing
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.door import ChangeDoorWords, CloseDoor, Crowd, DoorModel, OpenDoor
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.door import (
    ask_entrance,
    change_words,
    is_door_stuck,
    make_words,
    open_with_words,
    read_entrance,
    read_words,
)
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.joining import JOIN, read_join_address
from workshop_kit.qr import draw_code

#: The kind of change that says that the entrance stands otherwise.
ENTRANCE: Final = "entrance"


class DoorDesk(Desk):
    """The door (*la porte*) of the room: seats, devices, words."""

    def _forget(self) -> None:
        super()._forget()
        self._entrance: Standing | None = None

    @shows(JOIN, ENTRANCE)
    def door_model(self) -> DoorModel:
        """Return how the entrance stands, in numbers: no name and no address is in it."""
        self._entrance = standing = read_entrance()
        words = read_words()
        return {
            "words": words,
            "stuck": is_door_stuck(),
            "code": draw_code(open_with_words(read_join_address(), words)) if words else [],
            "counts": None
            if standing is None
            else {
                "seats": standing.seats,
                "taken": standing.taken,
                "kept": standing.kept,
                "devices": standing.devices,
                "waiting": standing.waiting,
                "slowed": standing.slowed,
                "turned": standing.turned,
            },
            "crowds": [] if standing is None else [_describe(one) for one in standing.crowds],
        }

    @intention
    def change_door_words(self, asked: ChangeDoorWords) -> None:
        """Have newcomers say new words from now on, or none; who is in stays in. They are of the room's language.

        Raises
        ------
        InvalidEntry
            ``room-not-served``.
        StoreUnavailable
            ``folder-read-only``.

        """
        change_words(make_words(self._workshop_language) if asked.asks else "")

    @intention
    def let_seats_go(self) -> None:
        """End every page that nobody joined from; each comes back when it is touched. Refused as above."""
        ask_entrance({"act": "let-go"})

    @intention
    def close_door_to(self, asked: CloseDoor) -> None:
        """Close the door to a device and end its pages; never to everybody who joined. Refused as above."""
        ask_entrance({"act": "close", "device": asked.device, "everybody": asked.everybody})

    @intention
    def open_door_to(self, asked: OpenDoor) -> None:
        """Open the door to a device again. Refused as above."""
        ask_entrance({"act": "open", "device": asked.device})

    def follow_once(self) -> Sequence[Change]:
        """Hand on the changes since the last look, and that the entrance stands otherwise."""
        changes = super().follow_once()
        standing = read_entrance()
        if standing != self._entrance:
            self._entrance = standing
            self._announce(ENTRANCE)
        return changes


def _describe(device: Device) -> Crowd:
    return {
        "id": device.id,
        "seats": device.seats,
        "kept": device.kept,
        "since": int(device.since * 1000),
        "mixed": device.mixed,
        "beside": device.beside,
        "whole": device.whole,
        "closed": device.closed,
    }
