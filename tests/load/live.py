"""A room at work: how soon writes are acknowledged, and how soon a change is on every phone."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.load.rooms import CHALLENGE, CHECKOUT, OurRoom, Room, open_room
from tests.load.visitors import OurVisitor, Visitor
from tests.load.waves import leave, percentile
from workshop_kit.domain.course import Moment

WRITES_A_SECOND: Final = 20
#: Seconds a late change or answer is waited for after the last one was sent.
GRACE: Final = 3.0
#: Visitors that come at the same moment while the room fills.
_AT_ONCE: Final = 10


@dataclass
class _Heard:
    """What reached the seats, by the change's end of the timer."""

    at: dict[int, list[float]] = field(default_factory=dict)

    def note(self, visitor: Visitor, comm: str, state: dict[str, Any]) -> None:
        """Keep the time at which a seat's header learned of a timer."""
        timer = (state.get("model") or {}).get("timer")
        if timer is not None and visitor.models[comm].get("panel") == "seat":
            self.at.setdefault(int(timer["ends_at"]), []).append(time.monotonic())


async def run_live(seats: int, seconds: int) -> dict[str, Any]:
    """Fill a room that is writing, then let it write while its facilitator changes something every second."""
    heard = _Heard()
    with open_room(OurRoom, moment=Moment.WRITING) as room:
        visitors = [OurVisitor(room.port, number, heard.note) for number in range(seats)]
        async with asyncio.timeout(120):
            for start in range(0, seats, _AT_ONCE):
                await asyncio.gather(*(visitor.visit() for visitor in visitors[start : start + _AT_ONCE]))
        async with asyncio.timeout(seconds + 60):
            changes, acknowledged, refused = await _work(room, visitors, seconds)
        await leave(visitors)
    delays = [at - change["committed"] for change in changes for at in heard.at.get(change["ends_at"], ())]
    whole = [at - change["asked"] for change in changes for at in heard.at.get(change["ends_at"], ())]
    return {
        "seats": seats,
        "seconds": seconds,
        "writes_a_second": WRITES_A_SECOND,
        "writes": len(acknowledged) + len(refused),
        "refused": refused,
        "acknowledged": _spread(acknowledged),
        "changes": len(changes),
        "propagated": _spread(delays),
        "propagated_with_commit": _spread(whole),
        "unheard": len(changes) * seats - len(delays),
    }


async def _work(
    room: Room, visitors: list[OurVisitor], seconds: int
) -> tuple[list[dict[str, Any]], list[float], list[str]]:
    facilitator = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.load.facilitating", str(Path(room.folder)), str(seconds)),
        cwd=CHECKOUT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert facilitator.stdin is not None
    assert facilitator.stdout is not None
    try:
        await facilitator.stdout.readline()
        facilitator.stdin.write(b"go\n")
        writing = [
            asyncio.create_task(_write_later(visitors[number % len(visitors)], number))
            for number in range(seconds * WRITES_A_SECOND)
        ]
        changes = [json.loads(await facilitator.stdout.readline()) for _ in range(seconds)]
        outcomes = await asyncio.gather(*writing)
        await asyncio.sleep(GRACE)
    finally:
        if facilitator.returncode is None:
            facilitator.stdin.close()
            try:
                await asyncio.wait_for(facilitator.wait(), 10)
            except TimeoutError:
                facilitator.kill()
    acknowledged = [one for one in outcomes if isinstance(one, float)]
    return changes, acknowledged, [one for one in outcomes if isinstance(one, str)]


async def _write_later(visitor: OurVisitor, number: int) -> float | str:
    await asyncio.sleep(number / WRITES_A_SECOND)
    payload = {"challenge": CHALLENGE, "text": f"Une idée parmi d’autres, la numéro {number}", "source": "lived"}
    began = time.monotonic()
    try:
        await asyncio.wait_for(visitor.intend("ideas", "write_idea", payload), 20)
    except Exception as error:  # a write that failed is a figure, too
        return f"{type(error).__name__}: {error}"
    return time.monotonic() - began


def _spread(values: list[float]) -> dict[str, float | None]:
    return {f"p{share}": percentile(values, share) for share in (50, 95, 99, 100)}
