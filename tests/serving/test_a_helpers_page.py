"""A helper's browser on a workshop that is really served: what its process shows, and what it lets pass."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.serving.running import run
from tests.serving.visitor import Visitor
from workshop_kit.domain.course import PHASES, STAGES, Phase, Stage
from workshop_kit.domain.model import (
    Challenge,
    Dots,
    Idea,
    Origin,
    Participant,
    Score,
    Stakeholder,
    Volunteer,
    new_workshop,
)
from workshop_kit.domain.moves import Move
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.supervisor import Servers
from workshop_kit.live.acts.helping import change_code
from workshop_kit.live.acts.moving import carry_out_move
from workshop_kit.serving.config import KernelMode
from workshop_kit.store import Repository, Store, create_store

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
CODE = "noisette-citron 47"
#: What belongs to others, whether they have a phone or not; a helper's page may hold none of it at any time.
SECRETS = (
    CODE, "noisette", "Mésange", "Yvonne Secrète", "yvonne@example.org", "0611223344", "browser-of-another",
    "maire@example.org", "Marcel Caché", "0699887766",
)  # fmt: skip
IDEA = "Une laverie tout près de la gare"


class Hall:
    """A served workshop with a code for helpers, and the hand on it."""

    def __init__(self, store: Store, servers: Servers) -> None:
        self.store = store
        self.port = int(servers.addresses.participants.rstrip("/").rpartition(":")[2])
        self.screen_port = int(servers.addresses.screen.rstrip("/").rpartition(":")[2])

    def move(self, move: Move) -> None:
        """Carry out a move of the course."""
        self.store.perform(None, lambda repository: carry_out_move(repository, move, NOW))


class Browser(Visitor):
    """A browser on the participants' page that comes to help."""

    def panel(self, name: str) -> str:
        """Return the identifier of a panel's widget."""
        return next(one for one, state in self.models.items() if state.get("panel") == name)

    async def come(self) -> Browser:
        """Open the page, its websocket and its widgets."""
        await self.open_page()
        await self.connect()
        await self.ask_states()
        return self

    async def ask(self, intention: str, **payload: object) -> dict[str, Any]:
        """Send an intention to the helper's panel, and return its acknowledgement."""
        content = {"intention": intention, "id": uuid.uuid4().hex, "payload": payload}
        data = {"method": "custom", "content": content}
        heard = await self.hear_until_idle(await self.send("comm_msg", {"comm_id": self.panel("helper"), "data": data}))
        for message in heard:
            told = message["content"].get("data", {})
            answer = told.get("content") if isinstance(told, dict) else None
            if isinstance(answer, dict) and answer.get("ack") == content["id"]:
                return answer
        raise AssertionError(f"no answer to {intention}")


def fill(hall: Repository) -> None:
    """Write what others have left, and one person without a phone."""
    hall.add_challenge(Challenge("c0", "Logement", "Plus personne ne dort dehors en 2028."))
    hall.add_stakeholder(Stakeholder("s0", "elected", "La mairie", "Mme Le Maire", "maire@example.org"))
    hall.add_participant(Participant("other", "Mésange", "shop", "", Origin.ROOM, NOW))
    hall.link_visitor("browser-of-another", "other")
    hall.add_participant(Participant("voice", "Marcel", "shop", "", Origin.PROXY, NOW))
    hall.add_idea(Idea("theirs", "c0", IDEA, None, "other", NOW))
    hall.update_dots(Dots("other", "c0", "theirs", 2))
    hall.update_score(Score("other", "c0", 3, 2))
    hall.update_volunteer(Volunteer("other", "Yvonne Secrète", "yvonne@example.org", "0611223344", "", NOW, "aider"))
    hall.update_volunteer(Volunteer("voice", "Marcel Caché", "", "0699887766", "", NOW, "aider"))
    change_code(hall, CODE)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder: Path = tmp_path_factory.mktemp("hall") / "atelier"
    options = ServeOptions(  # whatever ports are free: other workers start the same servers
        folder, "127.0.0.1", 0, 0, seats=30, kernels=KernelMode.AUTO, language="fr", title="Atelier"
    )
    with create_store(folder, new_workshop("Atelier", "Val-Brume", "fr", NOW)) as store:
        store.perform(None, fill)
        with Servers(options) as servers:
            yield Hall(store, servers)


def test_a_helpers_process_shows_no_secret_at_any_stage_nor_in_any_phase(hall: Hall) -> None:
    moves = [Move(Phase.WORK, "c0", {"c0": stage}) for stage in STAGES[1:]] + [Move(phase) for phase in PHASES]

    async def look() -> None:
        helper = await Browser(hall.port).come()
        answer = await helper.ask("come_to_help", code="Noisette Citron 47")
        assert answer["ok"], answer
        for move in moves:
            hall.move(move)
            await helper.come()  # anew each time: what is shown is then what the process reads
            state = helper.models[helper.panel("helper")]
            held = json.dumps(state, ensure_ascii=False)
            assert [one["pseudonym"] for one in state["model"]["voices"]["people"]] == ["Marcel"]
            for secret in (*SECRETS, *helper.cookies.values()):
                assert secret not in held, (move, secret)
            assert (IDEA in held) is (move.stages.get("c0") is Stage.VOTE), move
            assert not re.search(r'"(supporters|rank)"', held), move
            helper.close(1001)

    run(look())


def test_neither_a_seat_nor_the_screen_holds_the_code(hall: Hall) -> None:
    async def look() -> None:
        for port in (hall.port, hall.screen_port):
            browser = await Browser(port).come()
            assert "noisette" not in json.dumps(browser.models, ensure_ascii=False)
            browser.close(1001)

    run(look())


def test_a_guess_is_slowed_over_the_wire_too(hall: Hall) -> None:
    async def guess() -> None:
        browser = await Browser(hall.port).come()
        said = [(await browser.ask("come_to_help", code=f"noix-noix {one}"))["sentence"] for one in range(10, 16)]
        assert len(set(said)) == 2
        assert said[-1] != said[0]
        refused = await browser.ask("write_as", participant="voice", challenge="c0", text="Une laverie")
        assert not refused["ok"]
        browser.close(1001)

    run(guess())
