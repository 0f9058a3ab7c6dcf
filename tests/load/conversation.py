"""A conversation of Polis replayed as a workshop: ``python -m tests.load.conversation [SECONDS [PEOPLE]]``.

Its people join by their phones' own door, write their statements, and give each of their votes by websocket, while the
facilitator's real page is open in a real Chromium. The conversation lasted two weeks, most of which nobody was there: a
gap between two votes is cut to a second, and all is played so fast that the votes take ``SECONDS``. Whoever is answered
late sends their next vote late; none is left out. As in a workshop all statements are written before the vote opens, so
that each vote comes after its statement.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any, Final

from tests.load import measuring
from tests.load.exported import Answer, Conversation, Statement, cut_short, play_times, read_conversation
from tests.load.rooms import CHALLENGE, CHECKOUT, OurRoom, Room, open_desk, open_room
from tests.load.visitors import OurVisitor, VisitFailed, prepare_client
from tests.load.watching import Watched, watch_page
from tests.load.waves import leave, percentile
from workshop_kit.domain.ballots import BallotMark
from workshop_kit.domain.course import Moment
from workshop_kit.domain.statements import STANCE_VALUES, Stance
from workshop_kit.live.contract.showing import DRAW_EVERY
from workshop_kit.store import Repository, open_store

#: Seconds that the votes are played in, at best.
PLAYED: Final = 200.0
#: How many times faster than the conversation, its gaps cut, the replay is to be.
FASTER: Final = 50.0
#: Seconds in which the facilitator's page must tell the gauges of the last vote, and once it is closed the groups.
CURRENT_WITHIN: Final = 1.0
#: Milliseconds for which the facilitator's page may be busy at a time.
FLUID: Final = 100.0
#: Seconds after which whatever goes on is given up.
_AT_MOST: Final = 1200.0
_AT_ONCE: Final = 10
#: Seconds in which a page has drawn what changed last, and some more.
_REST: Final = 4 * DRAW_EVERY

Marks = dict[tuple[str, str], int]


class Phone(OurVisitor):
    """One person of the conversation."""

    async def write(self, statement: Statement) -> None:
        """Write a statement; one that holds a contact is sent again, as the page asks."""
        payload = {"challenge": CHALLENGE, "text": statement.text}
        try:
            await self.intend("ideas", "write_idea", payload)
        except VisitFailed:
            await self.intend("ideas", "write_idea", payload)

    async def answer(self, option: str, stance: Stance) -> None:
        """Say what one thinks of a statement."""
        await self.intend("vote", "say_stance", {"challenge": CHALLENGE, "option": option, "stance": stance.value})

    @property
    def pseudonym(self) -> str:
        """The name they join under."""
        return f"Visiteur {self.number}"


class Chairing:
    """The facilitator in a process of their own, and what they read while the vote was open and once it was closed.

    ``closed`` is what their page said of opinion groups at the results, and after how many seconds.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._asks, self._says = process.stdin, process.stdout
        self._hearing: asyncio.Task[None] | None = None
        self._done = asyncio.Event()
        self.told: list[dict[str, Any]] = []
        self.closed: dict[str, Any] = {"groups": "", "took": None}

    async def get_ready(self) -> None:
        """Wait until they are there."""
        await self._says.readline()
        self._hearing = asyncio.create_task(self._hear())

    async def ask(self, deed: str) -> None:
        """Have them do something, and wait until it is done."""
        self._done.clear()
        self._asks.write(f"{deed}\n".encode())
        await self._done.wait()

    async def wait_for(self, sequence: int, seconds: float) -> float | None:
        """Return when they first knew of a change, on the steady clock; ``None``: not within so many seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            known = [float(one["at"]) for one in self.told if one["sequence"] >= sequence]
            if known:
                return min(known)
            await asyncio.sleep(0.02)
        return None

    async def _hear(self) -> None:
        while line := await self._says.readline():
            said = json.loads(line)
            if "done" in said:
                self._done.set()
            elif "groups" in said:
                self.closed = said
            else:
                self.told.append(said)


@contextlib.asynccontextmanager
async def chair_vote(room: Room) -> AsyncIterator[Chairing]:
    """Have a vote on the challenge chaired while the block runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.load.chairing", str(room.folder), CHALLENGE),
        cwd=CHECKOUT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        chair = Chairing(process)
        await chair.get_ready()
        yield chair
    finally:
        if process.returncode is None and process.stdin is not None:
            process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), 10)
            except TimeoutError:
                process.kill()


async def run_conversation(conversation: Conversation, seconds: float = PLAYED) -> dict[str, Any]:
    """Replay a conversation in a fresh room, and return how it went."""
    async with asyncio.timeout(_AT_MOST):
        with (
            open_room(OurRoom, moment=Moment.WRITING, seats=len(conversation.people) + 20) as room,
            open_desk(room.folder) as desk,
        ):
            async with chair_vote(room) as chair, watch_page(desk, "3_ideas") as page:
                return await Replay(room, chair, page, conversation, seconds).run()


class Replay:
    """One replay: the phones, the facilitator, and what was measured."""

    def __init__(self, room: Room, chair: Chairing, page: Watched, conversation: Conversation, seconds: float) -> None:
        self._room = room
        self._chair = chair
        self._page = page
        self._conversation = conversation
        self._seconds = seconds
        self._phones = {one: Phone(room.port, int(one)) for one in conversation.people}
        self._options: dict[str, str] = {}
        self._waited: list[float] = []
        self._refused: list[str] = []

    async def run(self) -> dict[str, Any]:
        """Play it from the first to come to the results."""
        number = len(self._conversation.statements)
        await self._page.expect(".wkf-hidden")
        await self._page.note("opening the page")
        await self._come()
        await self._write()
        await self._page.note("writing")
        await self._chair.ask("reveal")
        await self._page.expect(".wkf-idea", number)
        await self._page.note("revealing")
        await self._chair.ask("gather")
        await self._page.expect(".wkf-idea", number)
        await self._page.note("gathering and parting")
        await self._chair.ask("vote")
        await asyncio.sleep(_REST)
        await self._page.note("opening the vote")
        measured = await self._vote()
        await self._chair.ask("results")
        await self._page.expect(".wkf-results tbody tr", number)
        await self._page.expect(".wkf-opinions")
        await asyncio.sleep(_REST)
        await self._page.note("showing the results")
        await leave(list(self._phones.values()))
        closed = self._chair.closed
        groups = {"groups": closed["groups"], "groups_told": closed["took"] if closed["groups"] else None}
        return {**self._describe(), **measured, **groups, **self._count()}

    async def _come(self) -> None:
        people = list(self._phones.values())
        for start in range(0, len(people), _AT_ONCE):
            await asyncio.gather(*(one.visit() for one in people[start : start + _AT_ONCE]))

    async def _write(self) -> None:
        """Have each person write their statements, one after the other, all people at once."""
        theirs: defaultdict[str, list[Statement]] = defaultdict(list)
        for one in self._conversation.statements:
            theirs[one.author].append(one)

        async def write_all(author: str) -> None:
            for one in theirs[author]:
                await self._phones[author].write(one)

        await asyncio.gather(*map(write_all, theirs))

    async def _vote(self) -> dict[str, Any]:
        """Have everybody vote, and return how fast it went and how soon the gauges were those of the last vote."""
        ideas = self._read(lambda hall: hall.list_ideas(CHALLENGE))
        self._options = find_options(ideas, self._conversation.statements)
        before, began = measuring.use_cpu(self._room.tag), time.monotonic()
        await self._give_votes(began)
        ended, ended_at = time.monotonic(), time.time()
        cpu = measuring.use_cpu(self._room.tag) - before
        known = await self._chair.wait_for(self._find_latest(), 10 * CURRENT_WITHIN)
        await asyncio.sleep(_REST)
        drawn = await self._page.note("voting")
        votes, played = len(self._conversation.answers), ended - began
        told = self._chair.told
        return {
            "played": played,
            "faster": self._conversation.busy_seconds / played,
            "faster_by_the_clock": self._conversation.seconds / played,
            "votes_a_second": votes / played,
            "cpu_a_vote": cpu / votes,
            "gauges_told": None if known is None else max(0.0, known - ended),
            "drawn": max(0.0, drawn["drawn"] / 1000 - ended_at),
            "draws": drawn["draws"],
            "read_in": percentile([one["at"] - one["began"] for one in told], 95),
        }

    async def _give_votes(self, began: float) -> None:
        """Have each person give their votes when their time has come, each after the one before was answered."""
        times = play_times([one.at for one in self._conversation.answers], self._seconds)
        theirs: defaultdict[str, list[tuple[float, Answer]]] = defaultdict(list)
        for at, one in zip(times, self._conversation.answers, strict=True):
            theirs[one.voter].append((at, one))

        async def answer_all(voter: str) -> None:
            for at, one in theirs[voter]:
                await asyncio.sleep(max(0.0, began + at - time.monotonic()))
                asked = time.monotonic()
                try:
                    await self._phones[voter].answer(self._options[one.statement], one.stance)
                except VisitFailed as failed:
                    self._refused.append(str(failed))
                else:
                    self._waited.append(time.monotonic() - asked)

        await asyncio.gather(*map(answer_all, theirs))

    def _describe(self) -> dict[str, Any]:
        return {
            "people": len(self._phones),
            "ideas": len(self._conversation.statements),
            "votes": len(self._conversation.answers),
            "lasted": self._conversation.seconds,
            "busy": self._conversation.busy_seconds,
            "planned": self._seconds,
        }

    def _count(self) -> dict[str, Any]:
        """Return what of all that was given is not kept, and how long anybody or the page had to wait."""
        wanted = {
            (self._phones[one.voter].pseudonym, self._options[one.statement]): STANCE_VALUES[one.stance]
            for one in self._conversation.answers
        }
        ideas = self._read(lambda hall: hall.list_ideas(CHALLENGE))
        return {
            "lost": count_lost(wanted, self._read(list_marks)),
            "lost_ideas": len(self._conversation.statements) - len(ideas),
            "refused": self._refused,
            "acknowledged": {f"p{share}": percentile(self._waited, share) for share in (50, 95, 99, 100)},
            "tasks": self._page.tasks,
            "longest_task": self._page.longest,
        }

    def _find_latest(self) -> int:
        with open_store(self._room.folder) as store:
            return store.latest_sequence()

    def _read(self, action: Any) -> Any:
        with open_store(self._room.folder) as store:
            return store.read(action)


def find_options(ideas: Any, statements: tuple[Statement, ...]) -> dict[str, str]:
    """Return by its number in the file which idea says a statement; of two that say the same, each one of its own.

    A phone finds them on its page by what they say, too.
    """
    left: defaultdict[str, list[str]] = defaultdict(list)
    for idea in ideas:
        left[idea.text].append(idea.id)
    return {one.id: left[one.text].pop(0) for one in statements}


def list_marks(repository: Repository) -> Marks:
    """Return what people answered to statements, by pseudonym and by the idea that says it."""
    names = {one.id: one.pseudonym for one in repository.list_participants()}
    marks = repository.list_votes(CHALLENGE, every_round=True)
    return {(names[one.participant], one.option): one.value for one in marks if isinstance(one, BallotMark)}


def count_lost(wanted: Marks, kept: Marks) -> int:
    """Return how many last answers of people to statements are not kept, or not as they were given."""
    return sum(kept.get(spot) != value for spot, value in wanted.items())


def is_whole(result: dict[str, Any]) -> bool:
    """Tell whether nothing was lost, and nobody refused."""
    return not (result["lost"] or result["lost_ideas"] or result["refused"])


def is_met(result: dict[str, Any]) -> bool:
    """Tell whether nothing was lost, and everything was fast enough."""
    told = (result["gauges_told"], result["groups_told"])
    current = all(one is not None and one <= CURRENT_WITHIN for one in told)
    return is_whole(result) and current and result["faster"] >= FASTER and result["longest_task"] <= FLUID


def main() -> int:
    """Replay the conversation once."""
    prepare_client()
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else PLAYED
    conversation = read_conversation()
    if len(sys.argv) > 2:
        conversation = cut_short(conversation, int(sys.argv[2]))
    result = asyncio.run(run_conversation(conversation, seconds))
    print(json.dumps(result, indent=1, ensure_ascii=False))
    return 0 if is_met(result) else 1


if __name__ == "__main__":
    sys.exit(main())
