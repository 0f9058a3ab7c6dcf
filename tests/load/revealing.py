"""The facilitator's table of ideas in a process of its own: ``FOLDER CHALLENGE words|meaning``.

It follows the room as the page does, in a loop of its own and with what is made ready beside it. It does one thing for
each line it reads: ``rest N`` waits until it knows of so many ideas and nothing is left to be made ready, ``reveal
TEXT`` presses for the reveal at once, and waits until it suggests an idea that says ``TEXT`` together with another, and
until it does so with the meaning of every idea known. Prints one JSON line each time; moments are by the steady clock.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from workshop_kit.domain.course import Stage
from workshop_kit.domain.model import Idea
from workshop_kit.live.facilitator import FacilitatorWindow, likening
from workshop_kit.widgets.facilitator import ideas_panel


class Table:
    """The panel of ideas as the page draws it, and what each drawing knew."""

    def __init__(self, folder: str, challenge: str, *, by_words: bool) -> None:
        self._challenge = challenge
        self._by_words = by_words
        self._window = FacilitatorWindow(folder)
        self._panel = ideas_panel(self._window)
        self._awaited = ""
        self._measured = self._longest = 0.0
        self._told: float | None = None
        self._known = asyncio.Event()
        self._read, self._panel.read = self._panel.read, self._draw  # type: ignore[method-assign]
        self._recall, self._window._likening.read = self._window._likening.read, self._measure  # type: ignore[method-assign]

    async def run(self) -> None:
        """Do what is asked for, line by line, until standard input ends."""
        self._do("turn_to", {"challenge": self._challenge})
        gc.collect()
        gc.freeze()  # as a served page begins: what was loaded is not searched for garbage again and again
        _say({"ready": True})
        while line := await asyncio.to_thread(sys.stdin.readline):
            deed, _, value = line.strip().partition(" ")
            _say(await (self._rest(int(value)) if deed == "rest" else self._reveal(value)))
        self._window.close()

    async def _rest(self, ideas: int) -> dict[str, Any]:
        while self._panel.shown["counts"]["ideas"] < ideas:
            await asyncio.sleep(0.05)
        await asyncio.to_thread(self._window._likening.wait)
        return {"rests": True}

    async def _reveal(self, text: str) -> dict[str, Any]:
        self._awaited, self._longest = text, 0.0
        self._do("move_challenge_on", {"challenge": self._challenge, "stage": Stage.REVEAL.value, "read_first": False})
        await self._known.wait()
        groups = len(self._panel.shown["suggestions"])
        return {"told": self._told, "known": time.monotonic(), "longest": self._longest, "groups": groups}

    def _draw(self) -> dict[str, Any]:
        began = time.monotonic()
        model = self._read()
        now = time.monotonic()
        self._longest = max(self._longest, now - began)
        if self._awaited and suggests(model, self._awaited):
            self._told = self._told or now
            if self._by_words or self._measured == len(list_ideas(model)):
                self._known.set()
        return model

    def _measure(self, ideas: Sequence[Idea], later: Iterable[str] = ()) -> frozenset[str]:
        found = self._recall(ideas, later)
        self._measured = len(found)
        return found

    def _do(self, intention: str, payload: dict[str, Any]) -> None:
        since = self._window.course_model()["since"]
        self._window.carry_out(intention, {**payload, "since": since}, uuid4().hex)


def list_ideas(model: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the ideas that a table shows."""
    return [idea for option in model["options"] for idea in option["ideas"]]


def suggests(model: dict[str, Any], text: str) -> bool:
    """Tell whether a table suggests an idea that says ``text`` together with another."""
    saying = {idea["id"] for idea in list_ideas(model) if idea["text"] == text}
    return any(not saying.isdisjoint(group["ideas"]) for group in model["suggestions"])


def _say(told: dict[str, Any]) -> None:
    print(json.dumps(told), flush=True)


async def main() -> None:
    """Open the table and serve it."""
    by_words = sys.argv[3] == "words"
    if by_words:
        setattr(likening, "is_installed", lambda: False)  # noqa: B010
    await Table(sys.argv[1], sys.argv[2], by_words=by_words).run()


if __name__ == "__main__":
    asyncio.run(main())
