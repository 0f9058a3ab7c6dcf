"""A room under attack: how soon an ordinary participant and the facilitator are answered while others do mischief.

Ten people say, again and again, that they are done and that they are not; the facilitator sets a timer each second.
Whoever floods sends as fast as the connection takes it, what is kept and what is refused in turn, and hears no answer.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from tests.load.rooms import CHALLENGE, CHECKOUT, OurRoom, Room, StockVoila, open_room
from tests.load.visitors import VISITORS, Visitor, prepare_client
from tests.load.waves import leave, percentile
from workshop_kit.domain.course import Moment
from workshop_kit.serving.lifeline import die_with_parent

#: People who do nothing but take part, and the seconds between two letters of one of them.
ORDINARY: Final = 10
PAUSE: Final = 0.5
#: Connections that say half a request and no more, and people who come at the same time to stay.
HALF_OPEN: Final = 200
COMING: Final = 5
#: Seconds that whoever is not answered is waited for.
PATIENCE: Final = 30.0


@dataclass(frozen=True)
class Attack:
    """What is done to a room.

    Attributes
    ----------
    name
        What the report calls it.
    start
        What does it, with the room and its port, in a process that is ended.
    people
        How many took part in the workshop before.

    """

    name: str
    start: Callable[[Room], Coroutine[Any, Any, None]]
    people: int = 0


async def _do_nothing(_room: Room) -> None:
    await asyncio.sleep(0)


def _flood(visitors: int) -> Callable[[Room], Coroutine[Any, Any, None]]:
    async def start(room: Room) -> None:
        await asyncio.gather(*(_flood_one(room, 900 + number) for number in range(visitors)))

    return start


async def _flood_one(room: Room, number: int) -> None:
    """Send without end; whoever is cut off comes again."""
    while True:
        visitor = VISITORS[type(room)](room.port, number)
        with contextlib.suppress(Exception):
            await visitor.visit()
            for sent in range(1_000_000):
                await _send(visitor, sent)
        await visitor.vanish()
        await asyncio.sleep(0.1)


async def _send(visitor: Visitor, number: int) -> None:
    """Send a letter that is kept or one that is refused, in turn, and hear no answer."""
    taken = {"pseudonym": "Visiteur 0", "category": "resident", "sector": ""}
    asked: tuple[str, str, dict[str, Any]] = (
        ("ideas", "finish", {"challenge": CHALLENGE, "stage": "writing", "finished": number % 4 == 0})
        if number % 2 == 0
        else ("join", "correct_seat", taken)
    )
    panel, intention, payload = asked
    content = {"intention": intention, "id": uuid.uuid4().hex, "payload": payload}
    data = {"method": "custom", "content": content}
    await visitor.send("comm_msg", {"comm_id": visitor.find_panel(panel), "data": data})


async def _come_without_end(room: Room) -> None:
    """Have people come, join and go without end, some at a time, each as somebody new."""

    async def come(first: int) -> None:
        number = first
        while True:
            number += COMING
            visitor = VISITORS[type(room)](room.port, number)
            with contextlib.suppress(Exception):
                await asyncio.wait_for(visitor.visit(), PATIENCE)
            await visitor.leave()

    await asyncio.gather(*(come(2000 + number) for number in range(COMING)))


async def _open_halves(room: Room) -> None:
    """Hold connections open that have said half a request."""
    held: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
    try:
        while True:
            while len(held) < HALF_OPEN:
                reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
                writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-")
                held.append((reader, writer))
            await asyncio.sleep(1)
            held = [(reader, writer) for reader, writer in held if not reader.at_eof()]
    finally:
        for _, writer in held:
            writer.close()


ATTACKS: Final = (
    Attack("none", _do_nothing),
    Attack("one flood", _flood(1)),
    Attack("five floods", _flood(5)),
    Attack("people who come without end", _come_without_end),
    Attack(f"{HALF_OPEN} half-open connections", _open_halves),
    Attack("1,000 people before", _do_nothing, people=1000),
    Attack("1,000 people before, five floods", _flood(5), people=1000),
)
#: What stock Voilà is put beside: it knows neither seats nor a queue, and each newcomer takes it a second.
BESIDE: Final = ("none", "one flood", "five floods")


async def run_attacks(seconds: int, *, quick: bool = False) -> list[dict[str, Any]]:
    """Return what was measured under each attack."""
    rows = []
    for attack in ATTACKS:
        people = min(attack.people, 100) if quick else attack.people
        rows.append(await _measure(OurRoom, attack, people, seconds))
    for attack in ATTACKS:
        if attack.name in BESIDE and not quick:
            rows.append(await _measure(StockVoila, attack, 0, seconds))
    return rows


async def _measure(kind: type[Room], attack: Attack, people: int, seconds: int) -> dict[str, Any]:
    row: dict[str, Any] = {"room": kind.name, "attack": attack.name, "people": people, "seconds": seconds}
    with open_room(kind, moment=Moment.WRITING, people=people) as room:
        visitors = [VISITORS[kind](room.port, number) for number in range(ORDINARY)]
        for visitor in visitors:
            await asyncio.wait_for(visitor.visit(), PATIENCE)
        try:
            async with _attacking(attack, room), _facilitating(room, seconds) as changes:
                outcomes = await asyncio.gather(*(_take_part(visitor, seconds) for visitor in visitors))
                committed = await changes
        finally:
            await leave(visitors)
    answered = [one for times in outcomes for one in times if one is not None]
    row["unanswered"] = sum(one is None for times in outcomes for one in times)
    row["letters"] = len(answered) + row["unanswered"]
    row["participant"] = {f"p{share}": percentile(answered, share) for share in (50, 95, 100)}
    row["facilitator"] = {f"p{share}": percentile(committed, share) for share in (50, 95, 100)}
    return row


@asynccontextmanager
async def _attacking(attack: Attack, room: Room) -> AsyncIterator[None]:
    """Have an attack go on for a block, in a process of its own: whoever measures has nothing else to do."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.load.attack", attack.name, room.name, str(room.port)),
        cwd=CHECKOUT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        preexec_fn=partial(die_with_parent, os.getpid()),
    )
    assert child.stdout is not None
    try:
        await child.stdout.readline()
        await asyncio.sleep(1)
        yield
    finally:
        if child.returncode is None:
            child.kill()
        await child.wait()


async def _take_part(visitor: Visitor, seconds: int) -> list[float | None]:
    """Say in turn that one is done and that one is not; return how soon each was answered, ``None`` for never."""
    times: list[float | None] = []
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        began = time.monotonic()
        payload = {"challenge": CHALLENGE, "stage": "writing", "finished": len(times) % 2 == 0}
        try:
            await asyncio.wait_for(visitor.intend("ideas", "finish", payload), PATIENCE)
        except Exception:  # an answer that does not come is a figure, too
            times.append(None)
        else:
            times.append(time.monotonic() - began)
        await asyncio.sleep(max(0.0, PAUSE - (time.monotonic() - began)))
    return times


@asynccontextmanager
async def _facilitating(room: Room, seconds: int) -> AsyncIterator[Awaitable[list[float]]]:
    """Have a facilitator set a timer each second, in a process of their own."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.load.facilitating", str(room.folder), str(seconds)),
        cwd=CHECKOUT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    output = child.stdout

    async def listen() -> list[float]:
        changes = [json.loads(await output.readline()) for _ in range(seconds)]
        return [change["committed"] - change["asked"] for change in changes]

    try:
        await output.readline()
        child.stdin.write(b"go\n")
        yield asyncio.ensure_future(listen())
    finally:
        if child.returncode is None:
            child.stdin.close()
            try:
                await asyncio.wait_for(child.wait(), 10)
            except TimeoutError:
                child.kill()


def main() -> None:
    """Attack the room at a port, until ended: ``python -m tests.load.attack ATTACK SERVER PORT``."""
    name, server, port = sys.argv[1:]
    prepare_client()
    room = next(kind for kind in VISITORS if kind.name == server)(Path(), Path())
    room.port = int(port)
    attack = next(one for one in ATTACKS if one.name == name)
    print("attacking", flush=True)
    asyncio.run(attack.start(room))


if __name__ == "__main__":
    main()
