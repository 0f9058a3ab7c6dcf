"""Sixty rounds of killing everything under ten writers: ``python -m tests.load.kills``.

Ten people write as fast as they are answered, when the server, its page processes and every kernel are killed at once.
It is started again on the same folder; what had no answer is sent again under the identifier it had, as a phone does.
At the end each thing that was acknowledged stands in the store once, and nothing stands there twice.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
import uuid
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from tests.load import measuring
from tests.load.rooms import CHALLENGE, OurRoom, Room, open_room
from tests.load.visitors import OurVisitor, prepare_client
from workshop_kit.domain.course import Moment
from workshop_kit.store import open_store

ROUNDS: Final = 60
WRITERS: Final = 10
#: Rounds of one workshop: what a person and a room may write is bounded.
_ROUNDS_A_WORKSHOP: Final = 6
#: Seconds from the last writer's coming to the kill.
_WRITING: Final = (0.1, 1.2)
_COMES_WITHIN: Final = 60.0
#: No text is to be taken for somebody's number.
_AS_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")


@dataclass
class Letters:
    """What one person sent: what was acknowledged, and what was not yet, by the sender's identifier."""

    acknowledged: set[str] = field(default_factory=set)
    open: dict[str, str] = field(default_factory=dict)


class Writer(OurVisitor):
    """Somebody who writes one idea after the other, and sends again what had no answer."""

    letters: Letters

    async def come_back(self) -> None:
        """Open the page anew, in the same seat."""
        self.models, self.session = {}, uuid.uuid4().hex
        await self.open_page()
        await self.connect()
        await self.ask_states()

    async def write(self) -> None:
        """Write until the connection ends."""
        while True:
            if not self.letters.open:
                identifier = uuid.uuid4().hex
                self.letters.open[identifier] = (
                    f"Une idée que personne d’autre n’a, {identifier.translate(_AS_LETTERS)}"
                )
            for identifier, text in list(self.letters.open.items()):
                await self._send(identifier, text)
                self.letters.acknowledged.add(text)
                del self.letters.open[identifier]

    async def _send(self, identifier: str, text: str) -> None:
        answer = self._await(f"ack {identifier}")
        payload = {"challenge": CHALLENGE, "text": text, "source": None}
        content = {"intention": "write_idea", "id": identifier, "payload": payload}
        data = {"method": "custom", "content": content}
        await self.send("comm_msg", {"comm_id": self.find_panel("ideas"), "data": data})
        said: dict[str, Any] = (await answer)["content"]["data"]["content"]
        if not said["ok"]:
            raise AssertionError(f"an idea was refused: {said['sentence']}")


async def run_kills(rounds: int = ROUNDS, writers: int = WRITERS, seed: int = 7) -> dict[str, Any]:
    """Kill everything so many times; return what was acknowledged, lost and doubled, and how long coming back took."""
    chance = random.Random(seed)
    found: dict[str, Any] = {"rounds": 0, "writers": writers, "acknowledged": 0, "sent_again": 0, "back": []}
    found |= {"lost": 0, "doubled": 0, "unsound": 0}
    while found["rounds"] < rounds:
        number = min(_ROUNDS_A_WORKSHOP, rounds - found["rounds"])
        with open_room(OurRoom, moment=Moment.WRITING, seats=max(40, 4 * writers)) as room:
            letters = [Letters() for _ in range(writers)]
            people = [_make_writer(room, place, one) for place, one in enumerate(letters)]
            await asyncio.gather(*(one.visit() for one in people))
            for _ in range(number):
                await _write_until_killed(room, people, chance)
                found["sent_again"] += sum(len(one.open) for one in letters)
                began = time.monotonic()
                room.start()
                async with asyncio.timeout(_COMES_WITHIN):
                    await asyncio.gather(*(one.come_back() for one in people))
                found["back"].append(time.monotonic() - began)
                found["rounds"] += 1
            await asyncio.gather(*(_send_the_rest(one) for one in people))
            _count(room, letters, found)
            await asyncio.gather(*(one.leave() for one in people))
    return found


def _make_writer(room: Room, place: int, letters: Letters) -> Writer:
    writer = Writer(room.port, place)
    writer.letters = letters
    return writer


async def _write_until_killed(room: Room, people: list[Writer], chance: random.Random) -> None:
    writing = [asyncio.ensure_future(person.write()) for person in people]
    await asyncio.sleep(chance.uniform(*_WRITING))
    room.process.kill()
    measuring.end_all(room.tag)
    room.process.wait()
    for task in writing:
        task.cancel()
    for outcome in await asyncio.gather(*writing, return_exceptions=True):
        if isinstance(outcome, AssertionError):
            raise outcome
    for person in people:
        with suppress(Exception):
            await person.vanish()


async def _send_the_rest(one: Writer) -> None:
    for identifier, text in list(one.letters.open.items()):
        await one._send(identifier, text)
        one.letters.acknowledged.add(text)
        del one.letters.open[identifier]


def _count(room: Room, letters: list[Letters], found: dict[str, Any]) -> None:
    with open_store(room.folder) as store:
        kept = Counter(idea.text for idea in store.read(lambda repository: repository.list_ideas(CHALLENGE)))
        sound = store.read(lambda repository: repository._connection.exec_driver_sql("PRAGMA integrity_check").scalar())
    acknowledged = set().union(*(one.acknowledged for one in letters))
    found["acknowledged"] += len(acknowledged)
    found["lost"] += len(acknowledged - kept.keys())
    found["doubled"] += sum(count > 1 for count in kept.values())
    found["unsound"] += sound != "ok"


if __name__ == "__main__":
    prepare_client()
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    result = asyncio.run(run_kills(rounds))
    print(json.dumps({**result, "back": sorted(result["back"])[len(result["back"]) // 2]}))
    if result["lost"] or result["doubled"] or result["unsound"]:
        raise SystemExit("something that was acknowledged is lost, or stands twice")
