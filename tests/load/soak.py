"""Two afternoons: visitors come and go, and everything returns to where it started. ``python -m tests.load.soak``."""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from dataclasses import asdict, dataclass
from typing import Any, Final

from tests.load import measuring
from tests.load.rooms import OurRoom, Room, open_room
from tests.load.visitors import OurVisitor, prepare_client

#: Seconds a kernel without a page is kept, in place of the server's usual quarter of an hour: time is compressed.
CULL_AFTER: Final = 15.0
#: Seconds in which everything must have returned to where it started.
RETURN_WITHIN: Final = 60.0
#: Seconds in which a server that was left tidies up.
SETTLING: Final = 2.0
#: How many people come, and over how many seconds.
VISITORS: Final = 300
AFTERNOON: Final = 90.0
AFTERNOONS: Final = 2
#: How many people have come and gone before the count begins, so that what is loaded once is loaded.
WARM_UP: Final = 5
#: The number of the first of these: nobody who comes later bears it.
EARLY: Final = 1_000_000
_STAY: Final = (5.0, 25.0)
#: What memory may differ by: Python keeps a page of small objects while one of them lives, so a full room leaves holes.
MEMORY_DIFFERS: Final = 1.05


@dataclass(frozen=True)
class Standing:
    """What a server holds."""

    processes: int
    descriptors: int
    proportional: int


async def run_soak(visitors: int, seconds: float, seed: int = 1) -> dict[str, Any]:
    """Let ``visitors`` come over ``seconds``, twice: a third leave politely, a third vanish, a third reload and leave.

    The second afternoon tells a mark left by a full room, which it does not deepen, from something that grows.
    """
    chance = random.Random(seed)
    stood, failures, settled = [], [], 0.0
    most = _Most()
    with open_room(OurRoom, cull_after=CULL_AFTER) as room:
        await asyncio.gather(*(_visit(room, EARLY + number, 0.0, 0.5, "leaves") for number in range(WARM_UP)))
        stood.append(await _come_to_rest(room, None))
        watching = asyncio.create_task(most.watch(room))
        for number in range(AFTERNOONS):
            people = range(number * visitors, (number + 1) * visitors)
            failures += await _pass_afternoon(room, people, seconds, chance)
            left = time.monotonic()
            stood.append(await _come_to_rest(room, stood[0]))
            settled = max(settled, time.monotonic() - left)
        watching.cancel()
    return {
        "visitors": visitors,
        "seconds": seconds,
        "cull_after": CULL_AFTER,
        "failures": failures,
        "stood": [asdict(standing) for standing in stood],
        "most_processes": most.processes,
        "settled_after": settled,
        "returned": not failures and all(_is_back(stood[0], standing) for standing in stood[1:]),
        "left_behind": room.left_behind,
    }


async def _pass_afternoon(room: Room, people: range, seconds: float, chance: random.Random) -> list[str]:
    """Let everybody come and go; return what went wrong."""
    ways = ("leaves", "vanishes", "reloads")
    afternoon = [
        _visit(room, number, place * seconds / len(people), chance.uniform(*_STAY), chance.choice(ways))
        for place, number in enumerate(people)
    ]
    return [one for one in await asyncio.gather(*afternoon) if one is not None]


class _Most:
    """The most processes there were at one time."""

    processes = 0

    async def watch(self, room: Room) -> None:
        """Count every second, until cancelled."""
        while True:
            self.processes = max(self.processes, len(measuring.find_processes(room.tag)))
            await asyncio.sleep(1)


async def _visit(room: Room, number: int, at: float, stays: float, way: str) -> str | None:
    """Come, stay and go; return what went wrong."""
    await asyncio.sleep(at)
    visitor = OurVisitor(room.port, number)
    try:
        async with asyncio.timeout(2 * stays + 60):
            await visitor.visit()
            await asyncio.sleep(stays)
            if way == "reloads":
                await visitor.leave()
                cookies, visitor = visitor.cookies, OurVisitor(room.port, number)
                visitor.cookies = cookies
                await visitor.open_page()
                await visitor.connect()
                await visitor.ask_states()
                await asyncio.sleep(stays)
    except Exception as error:  # counted, not raised: the afternoon goes on
        return f"{type(error).__name__}: {error}"
    finally:
        await (visitor.vanish() if way == "vanishes" else visitor.leave())
    return None


async def _come_to_rest(room: Room, before: Standing | None) -> Standing:
    """Wait until the kernels are gone (or nothing changes any more) and look, a moment later."""
    until = time.monotonic() + RETURN_WITHIN
    while True:
        await asyncio.sleep(1)
        standing = _look(room)
        is_there = standing.processes <= 2 if before is None else _is_back(before, standing)
        if is_there or time.monotonic() > until:
            await asyncio.sleep(SETTLING)
            return _look(room)


def _look(room: Room) -> Standing:
    found = measuring.look(room.tag)
    return Standing(found.processes, found.descriptors, found.proportional)


def _is_back(before: Standing, after: Standing) -> bool:
    counted = after.processes <= before.processes and after.descriptors <= before.descriptors
    return counted and after.proportional <= before.proportional * MEMORY_DIFFERS


def main() -> int:
    """Run a whole afternoon; the exit status is 1 if kernels, descriptors or memory stayed."""
    prepare_client()
    result = asyncio.run(run_soak(VISITORS, AFTERNOON))
    print(json.dumps(result, indent=2))
    return 0 if result["returned"] else 1


if __name__ == "__main__":
    sys.exit(main())
