"""What someone in the room, with a seat of their own, tries on a workshop that is really served."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import socket
import stat
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import psutil
import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.web import create_signed_value

from tests.serving.running import run
from tests.serving.visitor import ANSWERED_WITHIN, Visitor, pack
from tests.store.leading import lead_to, let_screen_follow
from workshop_kit.domain.course import MOMENTS, REVEALING, STAGES, Moment, Phase, Role, Stage, place_moment
from workshop_kit.domain.model import (
    Challenge,
    Dots,
    Idea,
    IdeaGroup,
    Origin,
    Participant,
    Score,
    Stakeholder,
    Volunteer,
    Workshop,
)
from workshop_kit.domain.moves import plan_stage
from workshop_kit.domain.permits import PERMITS, Permit
from workshop_kit.domain.stakes import StakesCourse, StakesStage
from workshop_kit.domain.voting import list_places, tally_votes
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.supervisor import Servers
from workshop_kit.live.acts.moving import carry_out_move, read_present
from workshop_kit.live.acts.settling import join_seats
from workshop_kit.live.challenge import read_options
from workshop_kit.serving.config import KernelMode
from workshop_kit.serving.flow import AT_ONCE, Flow
from workshop_kit.serving.kernel import OPENED_AT_MOST, FewWords, Malformed
from workshop_kit.serving.visitors import same_secret
from workshop_kit.store import Repository, Store, create_store
from workshop_kit.store.persons import Persons

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
#: What belongs to somebody else; a participant's page may hold none of it, at any moment.
OTHERS = ("Mésange", "Yvonne Secrète", "yvonne@example.org", "0611223344", "browser-of-another", "maire@example.org")
#: What others wrote: nobody's business before the reveal.
OTHERS_IDEA = "Une laverie tout près de la gare"
#: What was written under a challenge that the room has not come to.
NEXT_IDEA = "Un car le samedi matin"
NEXT_GROUP = "Des navettes"
DEADLINE = 20.0


class Hall:
    """A served workshop, and the facilitator's hand on it."""

    def __init__(self, folder: Path, store: Store, servers: Servers) -> None:
        self.folder = folder
        self.store = store
        self.addresses = servers.addresses
        self.port = int(servers.addresses.participants.rstrip("/").rpartition(":")[2])
        self.facilitator_port = int(re.findall(r":(\d+)/", servers.addresses.facilitator)[0])
        self.screen_port = int(servers.addresses.screen.rstrip("/").rpartition(":")[2])
        self.token = servers.addresses.facilitator.partition("token=")[2]

    def move(self, moment: Moment, challenge: str = "c0") -> None:
        """Move the room to a moment, of a challenge in the phase of work; the screen follows."""
        self.store.perform(None, lambda hall: lead_to(hall, moment, challenge, NOW))

    def uncover(self, challenge: str, places: int = 10) -> None:
        """Uncover so many places of a challenge's results."""
        self.store.perform(None, lambda hall: _uncover(hall, challenge, places))

    def gather_stakes(self, stage: StakesStage = StakesStage.GATHERING) -> None:
        """Ask the phones for stakes, at the welcome."""
        self.store.perform(None, lambda hall: hall.update_stakes_course(StakesCourse(stage)))

    def join(self, pseudonym: str, *, stands: bool) -> None:
        """Have somebody's seat count as one with the other's."""

        def write(hall: Repository) -> None:
            me = hall.find_participant_by_pseudonym(pseudonym)
            assert me is not None
            join_seats(hall, *(("other", me.id) if stands else (me.id, "other")), datetime.now(UTC))

        self.store.perform(None, write)

    def stand(self, challenge: str, stage: Stage) -> None:
        """Bring a challenge alone to a stage, every place uncovered; the room works, and is at the first challenge."""
        self.store.perform(None, lambda hall: _stand(hall, challenge, stage))

    def said(self) -> str:
        """Return everything the servers have logged."""
        return "".join(log.read_text(errors="replace") for log in (self.folder / ".serve").glob("*.log"))

    def bytes_on_disk(self) -> bytes:
        """Return every byte in the workshop's folder."""
        return b"".join(path.read_bytes() for path in self.folder.rglob("*") if path.is_file())


class Phone(Visitor):
    """A participant's browser that says what it likes."""

    def comm(self, panel: str) -> str:
        """Return the identifier of a panel's widget."""
        return next(name for name, state in self.models.items() if state.get("panel") == panel)

    async def come(self, path: str = "/") -> Phone:
        """Open a page anew, its websocket and its widgets."""
        self.models = {}
        await self.open_page(path)
        await self.connect()
        await self.ask_states()
        return self

    async def tell(self, panel: str, content: object) -> list[dict[str, Any]]:
        """Send anything to a panel, and return what comes back."""
        message = {"comm_id": self.comm(panel), "data": {"method": "custom", "content": content}}
        return await self.hear_until_idle(await self.send("comm_msg", message))

    async def ask(self, panel: str, intention: str, **payload: object) -> dict[str, Any]:
        """Send an intention and return its acknowledgement."""
        identifier = uuid.uuid4().hex
        heard = await self.tell(panel, {"intention": intention, "id": identifier, "payload": payload})
        async with asyncio.timeout(ANSWERED_WITHIN):
            while True:  # what is asked faster than people tap is answered in its turn
                for message in heard:
                    content = message["content"].get("data", {})
                    answer = content.get("content") if isinstance(content, dict) else None
                    if isinstance(answer, dict) and answer.get("ack") == identifier:
                        return answer
                heard = [await self.hear()]

    async def do(self, panel: str, intention: str, **payload: object) -> None:
        """Send an intention that must succeed."""
        answer = await self.ask(panel, intention, **payload)
        assert answer["ok"], answer

    async def join(self, pseudonym: str) -> Phone:
        """Take a seat."""
        await self.come()
        await self.do("join", "join", pseudonym=pseudonym, category="shop", sector="")
        return self


def fill(hall: Repository) -> None:
    """Write what others have left in the workshop."""
    hall.add_challenge(Challenge("c0", "Logement", "Plus personne ne dort dehors en 2028.", position=0))
    hall.add_stakeholder(Stakeholder("s0", "elected", "La mairie", "Mme Le Maire", "maire@example.org"))
    hall.add_participant(Participant("other", "Mésange", "shop", "", Origin.ROOM, NOW))
    hall.link_visitor("browser-of-another", "other")
    hall.add_idea(Idea("theirs", "c0", OTHERS_IDEA, None, "other", NOW))
    hall.update_dots(Dots("other", "c0", "theirs", 2))
    hall.update_score(Score("other", "c0", 3, 2))
    hall.update_volunteer(
        Volunteer("other", "Yvonne Secrète", "yvonne@example.org", "0611223344", "", NOW, "aider", may_show_name=False)
    )


def _fill_next(hall: Repository) -> None:
    """Write what people have left under a challenge that the room has not come to."""
    hall.add_challenge(Challenge("c1", "Mobilité", "Aller au marché sans voiture.", position=1))
    for idea in ("next-idea", "next-other"):
        hall.add_idea(Idea(idea, "c1", NEXT_IDEA, None, "other", NOW))
    hall.add_group(IdeaGroup("next-group", "c1", NEXT_GROUP, ("next-idea", "next-other"), NOW))
    hall.update_dots(Dots("other", "c1", "next-group", 2))


def _stand(hall: Repository, challenge: str, stage: Stage) -> None:
    move = plan_stage(read_present(hall), challenge, stage, together=True)
    carry_out_move(hall, replace(move, focus="c0"), NOW)
    _uncover(hall, challenge)
    let_screen_follow(hall)


def _uncover(hall: Repository, challenge: str, places: int = 10) -> None:
    found = hall.find_challenge(challenge)
    standing = list_places(tally_votes(read_options(hall, found), Persons(hall).list_votes(challenge)))
    options = tuple(one.option.id for place in standing[max(0, len(standing) - places) :] for one in place.tallies)
    hall.update_challenge(replace(found, uncovered=options, brought=True))


#: At which stages of the challenge the room is at each page holds what others wrote under it.
_SHOWN = {
    Role.PARTICIPANT: (*REVEALING, Stage.CLOSED),
    Role.SCREEN: (Stage.REVEAL, Stage.RESULTS),
    Role.FACILITATOR: (*REVEALING, Stage.CLOSED),
}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("hall") / "atelier"
    workshop = Workshop("Atelier", "Val-Brume", "fr", Phase.WELCOME, None, None, NOW, NOW + timedelta(days=365))
    options = ServeOptions(  # whatever ports are free: other workers start the same servers
        folder, "127.0.0.1", 0, 0, seats=120, kernels=KernelMode.AUTO, language="fr", title="Atelier"
    )
    with create_store(folder, workshop) as store:
        store.perform(None, fill)
        store.perform(None, _fill_next)
        with Servers(options) as servers:
            yield Hall(folder, store, servers)


@pytest.mark.parametrize("joined", [None, "theirs stands", "mine stands"])
def test_a_page_holds_nothing_of_others_at_any_moment(hall: Hall, joined: str | None) -> None:
    """Nor does it of a seat that was joined to one's own: whoever joined them may be mistaken."""

    async def look() -> None:
        hall.move(Moment.WELCOME)
        hall.uncover("c0", 0)
        phone = await Phone(hall.port).join("Curieuse" if joined is None else f"Curieuse, {joined}")
        if joined is not None:
            hall.join(f"Curieuse, {joined}", stands=joined == "mine stands")
        for moment in MOMENTS:
            hall.move(moment)
            await phone.come()
            if moment is Moment.RESULTS:
                assert OTHERS_IDEA not in json.dumps(phone.models, ensure_ascii=False), "its place is covered"
                phone.close(1001)
                hall.uncover("c0")
                await phone.come()
            held = json.dumps(phone.models, ensure_ascii=False)
            for secret in (*OTHERS, hall.token, str(hall.folder), str(hall.facilitator_port), *phone.cookies.values()):
                assert secret not in held, (moment, secret)
            shown = json.dumps([{**state, "words": {}} for state in phone.models.values()])
            if joined is None:
                assert (OTHERS_IDEA in held) is (place_moment(moment)[1] in REVEALING), moment
                assert ('"supporters"' in shown) is (moment is Moment.RESULTS), moment
            else:
                assert '"joined": "phone"' in shown, "both phones say so all along"
                await phone.do("thanks", "look_at_what_i_gave", opened=True)
                held = json.dumps(await phone.ask_states(), ensure_ascii=False)
                told = [secret for secret in (*OTHERS, NEXT_IDEA, NEXT_GROUP) if secret in held]
                assert told == [], moment  # not even by the title of what they voted for
                await phone.do("thanks", "look_at_what_i_gave", opened=False)
            phone.close(1001)
        if joined is not None:
            await phone.come()
            await phone.do("seat", "part_seats")
            phone.close(1001)

    run(look())


@pytest.mark.parametrize("waiting", [Stage.UNOPENED, Stage.WRITING])
def test_a_challenge_gone_through_opens_nothing_of_another(hall: Hall, waiting: Stage) -> None:
    async def look() -> None:
        hall.stand("c1", waiting)
        phone = await Phone(hall.port).join(f"Curieux, {waiting}")
        screen, laptop = Phone(hall.screen_port), Phone(hall.facilitator_port)
        await laptop.get(f"/?token={hall.token}")
        pages = ((Role.PARTICIPANT, phone, "/"), (Role.SCREEN, screen, "/"), (Role.FACILITATOR, laptop, "/3_ideas"))
        for stage in STAGES:
            hall.stand("c0", stage)
            for role, page, path in pages:
                await page.come(path)
                held = json.dumps(page.models, ensure_ascii=False)
                for secret in (NEXT_IDEA, NEXT_GROUP, "next-idea", "next-group"):
                    assert secret not in held, (role, stage, secret)
                assert (OTHERS_IDEA in held) is (stage in _SHOWN[role]), (role, stage)
                page.close(1001)
            await laptop.come("/3_ideas")
            await laptop.do("ideas", "look_at", challenge="c1")
            looked = json.dumps(await laptop.ask_states(), ensure_ascii=False)
            assert "Aller au marché" in looked
            for secret in (NEXT_IDEA, NEXT_GROUP):  # the remote beside them shows what the room sees of the first
                assert secret not in looked, (stage, secret)
            laptop.close(1001)

    run(look())


def test_a_page_cannot_make_widgets(hall: Hall) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        names = {"_model_module": "@jupyter-widgets/controls", "_model_module_version": "2.0.0", "_model_name": ""}
        views = {"_view_module": "@jupyter-widgets/controls", "_view_module_version": "2.0.0", "_view_name": ""}
        for kind in ("FileUpload", "HTML", "Output", "Image"):
            state = {**names, **views, "_model_name": f"{kind}Model", "_view_name": f"{kind}View"}
            opening = {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget", "data": {"state": state}}
            await phone.hear_until_idle(await phone.send("comm_open", opening, {"version": "2.1.0"}))
        before = set(phone.models)
        assert set(await phone.ask_states()) == before
        phone.close(1001)

    run(attack())


def test_comms_by_the_hundred_are_forgotten_again(hall: Hall) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        last = ""
        for _ in range(OPENED_AT_MOST * 3):
            opening = {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget.control", "data": {}}
            last = await phone.send("comm_open", opening, {"version": "1.0.0"})
        await phone.hear_until_idle(last)
        asked = await phone.send("comm_info_request", {"target_name": "jupyter.widget.control"})
        heard = await phone.hear_until_idle(asked)
        replies = [one for one in heard if one["header"]["msg_type"] == "comm_info_reply"]
        while not replies:  # the two channels are not in step
            message = await phone.hear()
            replies = [message] if message["header"]["msg_type"] == "comm_info_reply" else []
        assert len(replies[0]["content"]["comms"]) <= OPENED_AT_MOST
        phone.close(1001)

    run(attack())


def test_what_a_page_writes_into_its_own_panels_is_not_taken(hall: Hall) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        before = json.dumps(phone.models[phone.comm("seat")], sort_keys=True)
        lies = {"model": {"phase": "results"}, "words": {}, "lang": "../..", "_esm": "alert(1)", "panel": 5}
        message = {"comm_id": phone.comm("seat"), "data": {"method": "update", "state": lies, "buffer_paths": []}}
        await phone.hear_until_idle(await phone.send("comm_msg", message))
        assert json.dumps((await phone.ask_states())[phone.comm("seat")], sort_keys=True) == before
        phone.close(1001)

    run(attack())


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        "write_idea",
        {"intention": "join"},
        {"intention": "join", "id": 5, "payload": {}},
        {"intention": "join", "id": "x" * 101, "payload": {}},
        {"intention": "join", "id": "\x00", "payload": {}},
        {"intention": "join", "id": "\ud800", "payload": {}},
    ],
)
def test_an_intention_without_a_proper_id_is_left_unanswered(hall: Hall, content: object) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        heard = await phone.tell("join", content)
        assert {message["header"]["msg_type"] for message in heard} == {"status"}
        phone.close(1001)

    run(attack())


def test_only_intentions_are_carried_out(hall: Hall) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        for name in ("comm_opened", "control_comm_opened", "__class__", "_class__", "join.__func__", "JOIN", "ｊoin"):
            answer = await phone.ask("join", name, _cls="x")
            assert answer["ok"] is False
            assert "Traceback" not in str(phone.heard)
        phone.close(1001)

    run(attack())


def test_no_panel_of_a_phone_carries_out_what_is_the_facilitators(hall: Hall) -> None:
    every = {
        "phase": "thanks", "challenge": "c0", "idea": "theirs", "person": "other", "with_ideas": True, "format": "pdf",
        "title": "Pris", "territory": "Pris", "language": "en", "minutes": 5, "stakeholder": "s0", "status": "declined",
    }  # fmt: skip

    async def attack() -> None:
        phone = await Phone(hall.port).come()
        before = hall.store.latest_sequence()
        for name in sorted(PERMITS[Role.FACILITATOR].keys() - PERMITS[Role.PARTICIPANT].keys()):
            for panel in ("seat", "ideas"):
                assert not (await phone.ask(panel, name, **every))["ok"], name
        assert hall.store.latest_sequence() == before
        phone.close(1001)

    run(attack())


def test_others_ideas_and_impossible_votes_are_refused(hall: Hall) -> None:
    async def attack() -> None:
        hall.move(Moment.WELCOME)
        phone = await Phone(hall.port).join("Faussaire")
        hall.move(Moment.WRITING)
        for intention in ("correct_idea", "remove_idea"):
            assert not (await phone.ask("ideas", intention, idea="theirs", text="Réécrit par moi", source=None))["ok"]
        hall.move(Moment.VOTE)
        for count in (3, -1, 2.0, True, "2", None, float("inf"), 10**30):
            answer = await phone.ask("vote", "place_dots", challenge="c0", option="theirs", count=count)
            assert not answer["ok"], count
        hall.move(Moment.SCORING)
        for value in (4, -1, 1.5, True, "3", None, float("nan"), 10**30):
            answer = await phone.ask("scores", "score_competence", challenge="c0", value=value)
            assert not answer["ok"], value
        phone.close(1001)

    run(attack())
    ideas = hall.store.read(lambda repository: repository.list_ideas("c0", author="other"))
    assert [idea.text for idea in ideas] == [OTHERS_IDEA]
    assert hall.store.read(lambda repository: {one.participant for one in repository.list_scores()}) == {"other"}
    assert hall.store.read(lambda repository: {one.participant for one in repository.list_votes()}) == {"other"}


@pytest.mark.parametrize(
    "disguise",
    ["Mésange\u200b", "\u202eMésange", "MESANGE", "Ｍésange", "Меsаngе", "Mé\u00adsange", "\u3164Mésange"],
)
def test_nobody_can_pass_for_another(hall: Hall, disguise: str) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        answer = await phone.ask("join", "join", pseudonym=disguise, category="shop", sector="")
        assert not answer["ok"]
        phone.close(1001)

    hall.move(Moment.WELCOME)
    run(attack())


@pytest.mark.parametrize("nothing", ["\u200b\u200b", "\u3164", "\u2800\u2800", "\u0301\u0301", " \n\t", "\x00\x1b"])
def test_a_name_must_show(hall: Hall, nothing: str) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        answer = await phone.ask("join", "join", pseudonym=nothing, category="shop", sector="")
        assert not answer["ok"]
        phone.close(1001)

    run(attack())


def test_a_browser_reaches_no_other_channel_and_no_code(hall: Hall) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        assert phone.socket is not None
        for channel in ("control", "stdin", "iopub", "shell"):
            for kind in ("shutdown_request", "interrupt_request", "input_reply", "execute_request", "debug_request"):
                header = {"msg_id": "1", "msg_type": kind, "session": phone.session, "username": "marker-of-mine"}
                content = {"code": "print('owned')", "restart": False, "value": "x"}
                message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
                await phone.socket.write_message(pack(channel, message), binary=True)
        assert (await phone.ask_states())[phone.comm("seat")]
        assert "owned" not in str(phone.heard)
        phone.close(1001)

    run(attack())
    assert "marker-of-mine" not in hall.said()
    assert "execute_request" not in hall.said()


def test_deep_and_malformed_messages_disturb_nobody(hall: Hall) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        deep: object = "x"
        for _ in range(500):
            deep = [deep]
        assert (await phone.ask("join", "join", pseudonym=deep, category=deep, sector=deep))["ok"] is False
        identifiers: list[object] = [[], 5, None, "nobody", "x" * 5000, phone.comm("join")]
        for identifier in identifiers:
            for kind in ("comm_msg", "comm_open"):
                await phone.hear_until_idle(await phone.send(kind, {"comm_id": identifier, "data": 5}))
        assert (await phone.ask("join", "join", pseudonym="", category="shop", sector=""))["ok"] is False
        assert "Traceback" not in str(phone.heard)
        phone.close(1001)

    run(attack())


#: What is not what a page sends, in the place of a message's data.
NO_DATA: Final[tuple[object, ...]] = (
    *(5, None, [], "x", {}, 10**400, {"method": 5}, {"method": "custom"}, {"method": "update", "state": 5}),
    *({"method": "update", "state": {"model": 1}, "buffer_paths": [["model", 0]]}, {"method": "custom", "content": []}),
    *(
        {"method": "custom", "content": {"id": "a", "intention": {}, "payload": []}},
        {"method": "request_state", "x": 1},
    ),
)


def _junk(header: dict[str, str]) -> list[bytes | str]:
    """Return frames that are no messages, or whose parts are not what they say."""
    whole = pack("shell", {"header": header, "parent_header": {}, "metadata": {}, "content": {}})
    spoilt = [whole.replace(b"{}", junk) for junk in (b"[]", b"5 ", b"{x", b"\xff\xfe")]
    return ["", "{}", "[1", b"\xed\xa0\xbd", b"", b"\x00" * 64, b"\xff" * 64, whole[:-1], whole + b"x", *spoilt]


@pytest.mark.parametrize("sort", ["data", "content", "frames"])
def test_whatever_a_page_sends_leaves_no_traceback_in_the_log(hall: Hall, sort: str) -> None:
    async def attack() -> None:
        phone = await Phone(hall.port).come()
        if sort == "data":
            for data in NO_DATA:
                for _ in range(3):
                    await phone.hear_until_idle(
                        await phone.send("comm_msg", {"comm_id": phone.comm("join"), "data": data})
                    )
        elif sort == "content":
            contents: list[Any] = [*([], 5, "x", None, {"comm_id": phone.comm("join")}, {"comm_id": {}, "data": {}})]
            for content in contents:
                for kind in ("comm_msg", "comm_open", "comm_close", "comm_info_request", "kernel_info_request"):
                    await phone.send(kind, content)
        else:
            header = {"msg_id": "1", "msg_type": "comm_msg", "session": "s", "username": ""}
            for frame in _junk(header):
                other = await Phone(hall.port).come()
                assert other.socket is not None
                at_once = (other.socket.write_message(frame, binary=isinstance(frame, bytes)) for _ in range(3))
                await asyncio.gather(*at_once, return_exceptions=True)
                other.close()
        assert (await Phone(hall.port).come()).models
        phone.close(1001)

    before = hall.said()
    run(attack())
    said = hall.said().removeprefix(before)
    assert "Traceback" not in said, said[-3000:]
    assert said.count("\n") < 60, said


def test_malformed_messages_are_counted_and_summed_up(caplog: pytest.LogCaptureFixture) -> None:
    counted = Malformed()
    for _ in range(120):
        counted.count("KeyError")
    assert [record.args for record in caplog.records] == [(1, "KeyError"), (10, "KeyError"), (100, "KeyError")]


def test_a_flood_leaves_the_others_their_turn(hall: Hall) -> None:
    async def attack() -> None:
        flooder, good = await Phone(hall.port).come(), await Phone(hall.port).come()
        for number in range(300):
            letter = {"intention": "join", "id": f"flood-{number}", "payload": {"pseudonym": "x" * 2000}}
            message = {"comm_id": flooder.comm("join"), "data": {"method": "custom", "content": letter}}
            await flooder.send("comm_msg", message)
        answer = await asyncio.wait_for(good.ask("join", "look_again"), 5.0)
        assert answer["ok"] is True
        flooder.close()
        good.close(1001)

    run(attack())


def test_a_connection_may_speak_at_once_then_only_so_fast() -> None:
    moment = [0.0]
    flow = Flow(clock=lambda: moment[0])
    assert [flow.take(0) for _ in range(int(AT_ONCE))] == [0.0] * int(AT_ONCE)
    assert flow.take(0) > 0
    moment[0] += 60
    assert flow.take(1 << 20) == 0
    assert max(flow.take(1 << 20) for _ in range(20)) > 1


def test_a_connection_whose_bytes_weigh_little_brings_a_register_without_a_pause() -> None:
    moment = [0.0]
    flow = Flow(clock=lambda: moment[0], weight=4_000_000)
    pauses = []
    for _ in range(1000):
        moment[0] += 0.03
        pauses.append(flow.take(540_000))
    assert max(pauses) == 0.0


def test_one_visit_fills_no_log() -> None:
    few: Callable[[Any], bool] = FewWords(3).filter
    assert [few(None) for _ in range(5)] == [True, True, True, False, False]


def test_the_websocket_of_another_is_closed_to_me(hall: Hall) -> None:
    async def attack() -> None:
        owner, other = await Phone(hall.port).come(), Visitor(hall.port)
        await other.open_page()
        upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13"}
        key = {"Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ=="}
        mine, theirs = (f"/api/kernels/{one.kernel}/channels" for one in (other, owner))
        assert (await other.get(theirs, **upgrade, **key)).code == 403
        assert (await other.get(mine, **upgrade, **key, Origin="http://evil.example")).code == 403
        assert (await other.get(mine, **upgrade, **key, Origin="null")).code == 403
        answer = json.loads((await other.get(f"/api/visit/{owner.kernel}")).body)
        assert answer == {"alive": False}
        owner.close(1001)

    run(attack())


def test_a_cookie_of_another_workshop_is_a_strangers(hall: Hall) -> None:
    async def attack() -> None:
        owner = await Phone(hall.port).come()
        (name,) = owner.cookies
        visitor = owner.cookies[name].split("|")[-2].split(":")[-1]
        assert len(base64.b64decode(visitor)) == 32
        foreign = create_signed_value("secret of another workshop", name, base64.b64decode(visitor)).decode()
        thief = Visitor(hall.port, cookies={name: foreign})
        assert json.loads((await thief.get(f"/api/visit/{owner.kernel}")).body) == {"alive": False}
        assert json.loads((await owner.get(f"/api/visit/{owner.kernel}")).body) == {"alive": True}
        assert (await thief.get("/api/queue")).code == 409
        owner.close(1001)

    run(attack())


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../../pyproject.toml",
        "/assets/%2e%2e/%2e%2e/pyproject.toml",
        "/assets/..%5c..%5cpyproject.toml",
        "/assets//etc/passwd",
        "/assets/manifest.json",
        "/serve.json",
        "/workshop.db",
        "/.serve/participant.json",
        "/1_challenge",
        "/screen",
        "/voila/render/participant.ipynb",
        "/voila/files/participant.ipynb",
        "/api/contents/participant.ipynb",
        "/static/voila.js",
        "//evil.example/",
    ],
)
def test_no_file_and_no_other_page_is_reached(hall: Hall, path: str) -> None:
    async def attack() -> None:
        assert (await Visitor(hall.port).get(path)).code == 404

    run(attack())


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/api/kernels", "/api/queue", "/assets/page.js"])
def test_nothing_is_done_by_other_methods(hall: Hall, method: str, path: str) -> None:
    async def attack() -> None:
        request = HTTPRequest(
            f"http://127.0.0.1:{hall.port}{path}", method=method, body=b"{}", allow_nonstandard_methods=True
        )
        answer = await AsyncHTTPClient().fetch(request, raise_error=False)
        assert answer.code in (403, 404, 405)
        assert "Set-Cookie" not in answer.headers

    run(attack())


def test_the_facilitators_door_opens_to_its_token_alone(hall: Hall) -> None:
    async def attack() -> None:
        participant = await Phone(hall.port).come()
        guesses = [hall.token[:-1], hall.token + "x", hall.token.swapcase(), "", "é", "%00", "null"]
        for guess in guesses:
            visitor = Visitor(hall.facilitator_port, cookies=dict(participant.cookies))
            answer = await visitor.get(f"/?token={guess.replace('é', '%C3%A9')}")
            assert (answer.code, answer.headers.get("Set-Cookie")) == (403, None)
            for path in ("/", "/1_challenge", "/api/queue", "/api/alive"):
                assert (await visitor.get(path)).code == 403
        stranger = Visitor(hall.facilitator_port, host="rebound.example")
        assert (await stranger.get(f"/?token={hall.token}")).code == 403
        participant.close(1001)

    run(attack())
    assert not same_secret(hall.token, hall.token[:-1])


def test_pages_run_no_script_but_their_own(hall: Hall) -> None:
    async def attack() -> None:
        facilitator = Visitor(hall.facilitator_port)
        await facilitator.get(f"/?token={hall.token}")
        for visitor in (facilitator, Visitor(hall.port)):
            attack = "/?lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&title=%3Cimg%20src=x%20onerror=alert(1)%3E"
            answer = await visitor.get(attack)
            html, policy = answer.body.decode(), answer.headers["Content-Security-Policy"]
            assert "alert(1)" not in html
            scripts = re.search(r"script-src ([^;]*);", policy)
            assert scripts is not None
            assert re.fullmatch(r"'self' 'sha256-[0-9A-Za-z+/=]+'", scripts[1])
            assert "object-src 'none'; base-uri 'none'" in policy
            assert not re.search(r"<[^>]* on[a-z]+=", html)

    run(attack())


def test_idle_and_half_open_connections_keep_nobody_out(hall: Hall) -> None:
    held = [socket.create_connection(("127.0.0.1", hall.port)) for _ in range(40)]
    try:
        for one in held[:20]:
            one.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        phone = run(Phone(hall.port).come())
        assert phone.models
    finally:
        for one in held:
            one.close()


def test_without_consent_nothing_is_kept_and_an_erasure_leaves_no_trace(hall: Hall) -> None:
    async def live() -> None:
        hall.move(Moment.WELCOME)
        phone = await Phone(hall.port).join("Effaçable-7391")
        hall.move(Moment.WRITING)
        await phone.do("ideas", "write_idea", challenge="c0", text="Idée-à-effacer-5512", source="lived")
        hall.move(Moment.OFFER)
        contact = {"name": "Nom-Réel-8806", "email": "adresse-3317@example.org", "phone": "06 99 88 77 66"}
        offer = {**contact, "challenges": ["c0"], "may_show_name": False}
        for consent in (False, None, 1, "true", [True]):
            assert not (await phone.ask("offer", "offer_help", **offer, consent=consent))["ok"]
        assert b"adresse-3317" not in hall.bytes_on_disk()
        await phone.do("offer", "offer_help", **offer, consent=True)
        assert b"adresse-3317" in hall.bytes_on_disk()
        await phone.do("thanks", "erase", with_ideas=True)
        phone.close(1001)

    run(live())
    left = hall.bytes_on_disk()
    for trace in ("Effaçable-7391", "Idée-à-effacer-5512", "Nom-Réel-8806", "adresse-3317", "06 99 88 77 66"):
        assert trace.encode() not in left, trace


#: What a phone asks of a challenge, well formed: whether it may is a matter of the moment alone.
_TIMED: Final[Mapping[str, tuple[str, dict[str, object]]]] = {
    "write_idea": ("ideas", {"challenge": "c0", "text": "Une idée venue à contretemps"}),
    "correct_idea": ("ideas", {"idea": "mine", "text": "Une idée corrigée à contretemps"}),
    "remove_idea": ("ideas", {"idea": "mine"}),
    "place_dots": ("vote", {"challenge": "c0", "option": "theirs", "count": 1}),
    "give_grade": ("vote", {"challenge": "c0", "option": "theirs", "grade": 5}),
    "say_stance": ("vote", {"challenge": "c0", "option": "theirs", "stance": "agree"}),
    "spend_on": ("vote", {"challenge": "c0", "option": "theirs", "points": 1}),
    "answer_question": ("ideas", {"idea": "mine", "answer": "Une réponse venue à contretemps"}),
    "score_competence": ("scores", {"challenge": "c0", "value": 2}),
    "score_interest": ("scores", {"challenge": "c0", "value": 1}),
    "say_unsure": ("scores", {"challenge": "c0"}),
    "answer_offer": ("offer", {"challenges": ["c0"], "willing": False}),
    "offer_help": (
        "offer",
        {"name": "Rose", "email": "r@example.org", "phone": "", "challenges": ["c0"], "consent": True},
    ),
    "say_terms": (
        "offer",
        {"max_missions": 2, "often": "", "days": [], "until": "", "reach": [], "car": "yes", "languages": []},
    ),
    "answer_mission": ("mission", {"mission": "m0", "answer": "accepted"}),
    "join": ("join", {"pseudonym": "Contretemps encore", "category": "resident"}),
    "say_who": ("seat", {"name": "Rose", "reach": "06 39 98 41 27", "purposes": ["mission"]}),
    "answer_stake": ("seat", {"challenge": "c0", "competence": 1, "interest": 2}),
    "say_days": ("seat", {"days": ["evenings"], "word": "pas le mercredi"}),
    "propose_stake": ("seat", {"text": "Un enjeu venu à contretemps"}),
    "take_back_stake": ("seat", {"stake": "theirs"}),
    "grade_stake": ("seat", {"stake": "theirs", "grade": 4}),
    "rate_clarity": ("seat", {"challenge": "c0", "clearness": "very"}),
    "say_here": ("seat", {}),
    "stay_at_table": ("seat", {"stays": True}),
}  # fmt: skip
#: Those that name what the phone was never given, or ask for what was not begun or is done otherwise.
_OF_ONES_OWN = (
    "give_grade",  # the room votes by dots
    "say_stance",
    "spend_on",
    "answer_question",
    "correct_idea",
    "remove_idea",
    "answer_mission",
    "join",
    "take_back_stake",
    "grade_stake",
    "rate_clarity",
    "say_here",
    "stay_at_table",
)
#: Those for which nobody needs a seat.
_WITHOUT_A_SEAT = ("join", "say_who", "answer_stake", "say_days", "propose_stake")


def test_at_no_moment_does_a_phone_do_what_is_not_its_to_do_then(hall: Hall) -> None:
    """Neither with a seat nor without one, nor as a helper who was not let in; and nothing of it is written."""
    timed = {name for name, permit in PERMITS[Role.PARTICIPANT].items() if permit != Permit()}
    assert timed == set(_TIMED), "what depends on the moment is asked at every moment"

    def may(name: str, phase: Phase, stage: Stage) -> bool:
        permit = PERMITS[Role.PARTICIPANT][name]
        return phase in permit.phases and (stage in permit.stages or permit.stages == STAGES)

    async def attack() -> None:
        hall.move(Moment.WELCOME)
        hall.gather_stakes()
        seated = await Phone(hall.port).join("Contretemps")
        nobody, helper = Phone(hall.port), Phone(hall.port)
        for moment in MOMENTS:
            hall.move(moment)
            for phone in (seated, nobody, helper):  # a page anew has a pace of its own
                await phone.come()
            phase, _ = place_moment(moment)
            stage = hall.store.read(lambda repository: repository.find_challenge("c0")).stage
            before = hall.store.latest_sequence()
            for name, (panel, payload) in _TIMED.items():
                allowed = may(name, phase, stage)
                if not (allowed and name in _WITHOUT_A_SEAT):
                    assert not (await nobody.ask(panel, name, **payload))["ok"], (moment, name)
                if not allowed:
                    assert not (await seated.ask(panel, name, **payload))["ok"], (moment, name)
            for name in PERMITS[Role.HELPER]:
                assert not (await helper.ask("seat", name))["ok"], (moment, name)
            assert hall.store.latest_sequence() == before, moment
            for name, (panel, payload) in _TIMED.items():  # that they are refused at other moments proves something
                if may(name, phase, stage) and name not in _OF_ONES_OWN:
                    await seated.do(panel, name, **payload)
            for phone in (seated, nobody, helper):
                phone.close(1001)
        await seated.come()
        await seated.do("thanks", "erase", with_ideas=True)
        seated.close(1001)

    run(attack())
    hall.gather_stakes(StakesStage.CLOSED)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_the_folder_and_its_secrets_are_the_owners_alone(hall: Hall) -> None:
    kept = [hall.folder, hall.folder / ".serve"]
    kept += [hall.folder / name for name in ("workshop.db", "workshop.db-wal", "workshop.db-shm", "serve.json")]
    kept += [hall.folder / ".serve" / "facilitator.json", *(hall.folder / ".serve").glob("*/cookie-secret")]
    assert len(kept) == 10
    for path in kept:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_neither_logs_nor_process_arguments_tell_a_secret(hall: Hall) -> None:
    commands = [" ".join(arguments_of(one)) for one in psutil.Process().children(recursive=True)]
    assert len(commands) > 3
    assert hall.token not in " ".join(commands)
    said = hall.said()
    assert hall.token not in said
    for secret in (*OTHERS, OTHERS_IDEA, "Curieuse", "Faussaire"):
        assert secret not in said


def test_texts_are_shown_as_texts() -> None:
    sources = Path(__file__).parents[2] / "templates" / "frontend" / "src" / "panels"
    files = [path for path in sources.rglob("*.ts*") if ".test." not in path.name and path.stem != "stage"]
    assert len(files) > 10
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"dangerouslySetInnerHTML|(inner|outer|Adjacent)HTML|document\.write", text), path
        for frame in re.findall(r"<iframe[^>]*>", text):
            assert 'sandbox=""' in frame


def arguments_of(process: psutil.Process) -> list[str]:
    """Return what a process was started with; one that ended meanwhile shows nothing to anybody."""
    try:
        return list(process.cmdline())
    except psutil.NoSuchProcess:  # a zombie is one of these
        return []
