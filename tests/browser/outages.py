"""A served workshop that loses its processes, and what its people see of that."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, TypedDict

import psutil
from playwright.sync_api import BrowserContext, Error, Locator, Page, expect

from tests.browser.people import Phone
from tests.browser.served import ServedWorkshop, wait_for
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment, Phase
from workshop_kit.domain.model import Challenge, Idea, Participant, Workshop
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, create_store, open_store

#: Milliseconds that a return may take on a machine with other things to do.
LONG: Final = 30_000
#: Notes each loss, each return and each opening of the page with the time; a reload does not wipe it.
_NOTE_CONNECTION: Final = """
const note = (state) => {
  const notes = JSON.parse(sessionStorage.getItem("notes") ?? "[]");
  sessionStorage.setItem("notes", JSON.stringify([...notes, { state, at: Date.now() / 1000 }]));
};
window.addEventListener("room:ready", () => note("ready"));
window.addEventListener("room:connection", ({ detail }) => note(detail.state));
"""


class Note(TypedDict):
    """What the page said of its connection, and when (seconds since 1970)."""

    state: str
    at: float


def make_writing_workshop(folder: Path) -> None:
    """Make a workshop with one challenge, where everybody is writing."""
    now = datetime.now(UTC)
    challenge = Challenge("logement", "Logement", "Ouvrir un lieu chaud chaque nuit de gel")
    workshop = Workshop("Atelier", "Saint-Elme", "fr", Phase.WELCOME, None, None, now, now + timedelta(days=30))

    def begin(repository: Repository) -> None:
        repository.add_challenge(challenge)
        lead_to(repository, Moment.WRITING)

    store = create_store(folder, workshop)
    store.perform(None, begin)
    store.close()


@contextmanager
def forgetful_server(workshop: ServedWorkshop, port: int, cull_after: float) -> Iterator[psutil.Process]:
    """Serve the participants at another port by a server that gives up absent phones after a few seconds."""
    runtime = workshop.folder / ".serve"
    configuration = json.loads((runtime / "participant.json").read_text(encoding="utf-8"))
    file = runtime / "forgetful.json"
    file.write_text(json.dumps({**configuration, "port": port, "cull_after": cull_after}), encoding="utf-8")
    command = [sys.executable, "-m", "workshop_kit.serving", str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            assert json.loads(server.stdout.readline()).get("listening")
            said = server.stdout.readline()  # it says when it is ready, or why it will never be
            assert json.loads(said).get("ready"), said
            yield psutil.Process(server.pid)
        finally:
            server.stdin.close()


def wait_beside(page: Page, condition: Callable[[], Any], seconds: float, what: str) -> None:
    """Look until ``condition`` gives something, while what the page says is listened to."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not happen within {seconds} s"
        page.wait_for_timeout(50)


def ask(page: Page, expression: str) -> Any:
    """Ask the page for a value; one that is just being loaded anew is asked again."""
    for _ in range(3):
        with suppress(Error):
            return page.evaluate(expression)
    return page.evaluate(expression)


def kernels_of(server: psutil.Process) -> list[psutil.Process]:
    """Return the kernels of one server's visitors."""
    return [kernel for page in server.children() for kernel in page.children()]


class FragileWorkshop(ServedWorkshop):
    """A served workshop whose processes can be killed without warning."""

    def kill_server(self, role: str) -> None:
        """Kill the server of one role, and wait until its successor is there."""
        server = self.find_server(role)
        server.kill()
        wait_for(lambda: self._find_servers(role) not in ([], [server]), 30, f"the {role} server's successor")

    def kill_kernels(self) -> None:
        """Kill every kernel of the participants."""
        kernels = kernels_of(self.find_server("participant"))
        assert kernels != []
        for kernel in kernels:
            kernel.kill()

    def kill(self) -> None:
        """Kill the command itself, as a crash or a switched-off terminal would."""
        self.process.kill()
        self.process.wait()
        self.log.close()

    def start_again(self) -> None:
        """Give the same command again."""
        super().__enter__()

    def __enter__(self) -> FragileWorkshop:
        super().__enter__()
        return self

    def find_server(self, role: str) -> psutil.Process:
        """Return the server process of one role."""
        (server,) = self._find_servers(role)
        return server

    def stand_at(self, moment: Moment) -> None:
        """Lead the workshop to a moment."""
        store = open_store(self.folder)
        store.perform(None, lambda repository: lead_to(repository, moment))
        store.close()

    def ideas(self) -> list[Idea]:
        """Return the ideas in the store."""
        store = open_store(self.folder)
        try:
            return list(store.read(lambda repository: repository.list_ideas()))
        finally:
            store.close()

    def texts(self, author: str) -> list[str]:
        """Return the texts that one person has in the store."""
        (person,) = self.people(author)
        return [idea.text for idea in self.ideas() if idea.author == person.id]

    def people(self, pseudonym: str) -> list[Participant]:
        """Return the participants of that pseudonym: more than one would be one too many."""
        store = open_store(self.folder)
        try:
            everybody = store.read(lambda repository: repository.list_participants())
        finally:
            store.close()
        return [person for person in everybody if person.pseudonym == pseudonym]

    def _find_servers(self, role: str) -> list[psutil.Process]:
        own = psutil.Process(self.process.pid)
        return [child for child in own.children() if child.is_running() and _serves(child, role)]

    def _read_addresses(self) -> dict[str, str] | None:
        addresses: dict[str, Any] | None = super()._read_addresses()
        return addresses if addresses is not None and addresses["pid"] == self.process.pid else None


def _serves(process: psutil.Process, role: str) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE and str(process.cmdline()[-1]).endswith(f"{role}.json")
    except (psutil.NoSuchProcess, IndexError):
        return False


class Person(Phone):
    """A participant whose page takes note of its connection, and who writes one idea after another."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page = context.new_page()
        self.page.add_init_script(_NOTE_CONNECTION)
        self.requested = []
        self.sent: list[bytes] = []
        self.page.on("websocket", lambda socket: socket.on("framesent", self._note_sent))
        self.say = Translator("fr")
        self.page.goto(address)

    @property
    def draft(self) -> Locator:
        """The field of the idea being written."""
        return self.page.get_by_label(self.words("ideas.text"))

    def take_seat(self, pseudonym: str) -> None:
        """Join a workshop that is under way."""
        self.ask_for_seat(pseudonym)
        expect(self.draft).to_be_visible()

    def send(self, text: str) -> None:
        """Write an idea and press the button, whatever becomes of it."""
        self.draft.fill(text)
        self.button("ideas.add")

    def is_seated_as(self, pseudonym: str) -> None:
        """See one's own name at the top of the page, and no form to join."""
        expect(self.page.get_by_text(pseudonym, exact=True).first).to_be_visible(timeout=LONG)
        expect(self.page.get_by_label(self.words("join.pseudonym"))).to_have_count(0)

    def reads_that_connection_is(self, state: str) -> None:
        """Read the strip at the top of the page."""
        expect(self.page.locator("#page-strip")).to_contain_text(self.say(f"page.{state}"), timeout=LONG)

    def reads_no_strip(self) -> None:
        """See that the page has nothing to say of its connection."""
        expect(self.page.locator("#page-strip")).to_have_text("", timeout=LONG)

    def notes(self) -> list[Note]:
        """Return what the page said of its connection since the tab was opened."""
        return list(ask(self.page, 'JSON.parse(sessionStorage.getItem("notes") ?? "[]")'))

    def letters(self) -> int:
        """Return how many intentions wait on the phone."""
        return int(ask(self.page, "Object.keys(localStorage).filter((key) => key.includes(':outbox:')).length"))

    def times_sent(self, intention: str) -> int:
        """Return how often the page has handed an intention to the network."""
        return sum(f'"{intention}"'.encode() in message for message in self.sent)

    def fall_asleep(self) -> None:
        """Have the phone put in a pocket: the page is hidden, then stopped altogether."""
        self._lead("Page.setWebLifecycleState", state="frozen")

    def wake_up(self, minutes: int) -> None:
        """Have the phone looked at again, so many minutes later by its clock."""
        later = f"{{ const now = Date.now; Date.now = () => now() + {minutes * 60_000}; }}"
        self._lead("Runtime.evaluate", expression=later)
        self._lead("Page.setWebLifecycleState", state="active")
        self._lead("Page.bringToFront")

    def _lead(self, method: str, **values: object) -> None:
        session = self.page.context.new_cdp_session(self.page)
        session.send(method, values)
        session.detach()

    def _note_sent(self, message: str | bytes) -> None:
        self.sent.append(message.encode() if isinstance(message, str) else message)
