"""A browser in a network namespace: each run is another, without any cookie; what it found is printed as JSON lines.

``python -m tests.hosting.far_phone join|come_back|watch|choose ADDRESS [WHAT]``
"""

from __future__ import annotations

import asyncio
import json
import sys
import uuid
from typing import Any
from urllib.parse import urlsplit

from tests.serving.visitor import Visitor, close_all


class FarPhone(Visitor):
    """A visitor that comes by the address it is given."""

    def panel(self, name: str) -> dict[str, Any]:
        """Return the read model of a panel."""
        return dict(next(state["model"] for state in self.models.values() if state.get("panel") == name))

    async def come(self, path: str) -> None:
        """Open the page, its websocket and its widgets."""
        await self.open_page(path)
        await self.connect()
        await self.ask_states()

    async def ask(self, panel: str, intention: str, **payload: object) -> dict[str, Any]:
        """Send an intention and return its acknowledgement."""
        comm = next(name for name, state in self.models.items() if state.get("panel") == panel)
        letter = {"intention": intention, "id": uuid.uuid4().hex, "payload": payload}
        message = {"comm_id": comm, "data": {"method": "custom", "content": letter}}
        for heard in await self.hear_until_idle(await self.send("comm_msg", message)):
            content = heard["content"].get("data", {})
            answer = content.get("content") if isinstance(content, dict) else None
            if isinstance(answer, dict) and answer.get("ack") == letter["id"]:
                return answer
        raise AssertionError(f"no answer to {intention}")


async def main(what: str, address: str, told: str = "") -> None:
    """Do one thing and say what came of it."""
    place = urlsplit(address)
    phone = FarPhone(place.port or 80, host=str(place.hostname), address=str(place.hostname))
    if place.query:  # the token; the browser keeps a key for it
        await phone.get(f"{place.path}?{place.query}")
    await phone.come("/3_ideas" if what == "choose" else "/")
    if what == "join":
        answer = await phone.ask("join", "join", pseudonym=told, category="shop", sector="")
        say({"ok": answer["ok"], **phone.panel("seat")})
    elif what == "come_back":
        answer = await phone.ask("join", "return_to_seat", code=told)
        say({"ok": answer["ok"], **phone.panel("seat")})
    elif what == "choose":
        say(await phone.ask("header", "choose_way", network=told))
    else:
        await watch(phone)
    await close_all()


async def watch(phone: FarPhone) -> None:
    """Say by which address one joins, each time the screen shows another, until the room is closed."""
    shown = None
    while True:
        if (join := phone.panel("screen")["join"]) != shown:
            shown = join
            say({"join": join})
        try:
            await phone.hear()
        except TimeoutError:
            continue


def say(found: dict[str, Any]) -> None:
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
