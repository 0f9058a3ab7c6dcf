"""Long-polled questions of the pages of those who wait: for their turn, or at the door."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from tornado.web import HTTPError

from workshop_kit.serving.handlers import RoomHandler

#: Seconds a waiting page's question is held, so that the answer comes with the turn; in a full room; at the door.
HELD: Final = 3.0
HELD_IN_FULL: Final = 6.0
HELD_AT_DOOR: Final = 4.5


class QueueHandler(RoomHandler):
    """The question of the waiting page, whether it is its turn."""

    async def get(self) -> None:
        """Answer when the turn comes, or with the place after a while; once the room is closed, that it is."""
        self.room.note_asked()
        if self.get_query_argument("door", None) is not None:
            await self._ask_at_door()
            return
        visitor = self.find_visitor()
        if visitor is None:  # a browser without cookies has no place
            raise HTTPError(409)
        if self._is_refused(visitor) or (not self.was_in() and self.room.doorkeeper.asks_words):
            raise HTTPError(403, "the door is closed")
        answer = await self._ask_place(visitor)
        if self.room.farewell is not None:
            self.finish({"closed": self.room.farewell})
        elif answer is not None:
            self.finish(answer)

    def _is_refused(self, visitor: str | None) -> bool:
        return self.room.doorkeeper.refuses(visitor, self.address, self.request.headers.get("User-Agent", ""))

    async def _ask_at_door(self) -> None:
        """Tell a page that asks for the door's words, after a while, whether its browser still has to say them."""
        if self.room.may_hold_at_door():
            with self.room.held_at_door():
                await self.room.until_closed(HELD_AT_DOOR)
        if self.room.farewell is not None:
            self.finish({"closed": self.room.farewell})
            return
        passes = self.was_in() or not self.room.doorkeeper.asks_words or self._is_refused(self.find_visitor())
        self.finish({"asks": not passes})

    async def _ask_place(self, visitor: str) -> dict[str, Any] | None:
        """Return what is to be answered about a place in the queue; ``None`` where it is answered already."""
        room, address = self.room, self.address
        begun = room.find_begun(visitor, self.get_query_argument("page", ""))
        if begun is not None:
            await asyncio.wait([begun], timeout=HELD)
            return {"ready": begun.done(), "place": 0, "full": False}
        admission = room.admission
        if not admission.has(visitor):
            pause = room.pace.enter(visitor, address, known=self.was_in())
            if pause > 0:
                await room.until_closed(min(pause, HELD))
                if room.farewell is None:
                    self.say_slow()
                return None
        place = admission.join(visitor, address, joined=room.knows_seat(visitor))
        blocked = admission.is_blocked(place)
        if blocked:
            room.doubt(visitor)
        ready = room.farewell is None and await admission.wait(place, HELD_IN_FULL if blocked else HELD)
        full = not ready and admission.is_blocked(place)
        return {"ready": ready, "place": admission.number(place), "full": full}

    def say_slow(self) -> None:
        """Say that the page comes by itself, a little later."""
        self.finish({"ready": False, "place": 0, "full": False, "slow": True})
