from __future__ import annotations

import asyncio
import base64
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.widgets.rooms import NOON, PSEUDONYMS, SECRETS, make_room, write
from workshop_kit.domain.model import Idea, Origin, Participant, Score, Volunteer
from workshop_kit.errors import CannotServe, InvalidEntry, WorkshopError
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.report.aside import Making, MakingState
from workshop_kit.store import Repository, Store
from workshop_kit.widgets.facilitator import synthesis_panel
from workshop_kit.widgets.makings import Makings, Start
from workshop_kit.widgets.panel import Panel

Opens = Callable[..., FacilitatorWindow]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_room(tmp_path / "room")
    yield store
    store.close()


class Job:
    """A making in the hands of a test."""

    def __init__(self, folder: Path, form: str, language: str, on_change: Callable[[], None]) -> None:
        self.state, self.share, self.step = MakingState.WORKING, 0.0, "reading"
        self.error: WorkshopError | None = None
        self.result = f"{folder.name} {form} {language}".encode()
        self._on_change = on_change

    def go_on(self, share: float, step: str) -> None:
        self.share, self.step = share, step
        self._on_change()

    def end(self, error: WorkshopError | None = None) -> None:
        self.error, self.state = error, MakingState.READY if error is None else MakingState.FAILED
        self._on_change()

    def cancel(self) -> None:
        if self.state is MakingState.WORKING:
            self.state = MakingState.CANCELLED
            self._on_change()

    def wait(self) -> None:
        if self.state is MakingState.WORKING:
            self.end()


def make_pages(folder: Path, form: str, language: str, on_change: Callable[[], None]) -> Job:
    return Job(folder, form, language, on_change)


def fail_with(error: WorkshopError) -> Callable[..., Job]:
    def start(*asked: Any) -> Job:
        job = Job(*asked)
        job.end(error)
        return job

    return start


@pytest.fixture
def open_room(tmp_path: Path, store: Store) -> Iterator[Opens]:
    """Open the facilitator's window of the room, whose reports are begun as a test wants it."""
    windows: list[FacilitatorWindow] = []

    def open_window(start: Start = make_pages) -> FacilitatorWindow:
        windows.append(FacilitatorWindow(tmp_path / "room", makings=Makings(start)))
        return windows[-1]

    yield open_window
    for window in windows:
        window.close()


@pytest.fixture
def window(open_room: Opens) -> FacilitatorWindow:
    return open_room()


def speak_english(store: Store, window: LiveWorkshop) -> None:
    """Have the whole workshop speak English, and the page see it."""
    write(store, lambda room: room.update_workshop(replace(room.find_workshop(), language="en")))
    window.follow_once()


def test_what_the_synthesis_will_hold_is_said_in_numbers(window: FacilitatorWindow) -> None:
    model = synthesis_panel(window).model
    assert [model[key] for key in ("challenges", "people", "ideas", "scored", "missions", "places")] == [
        2,
        4,
        3,
        3,
        2,
        3,
    ]
    assert model["file"] == "synthese-atelier.pdf"
    assert model["pdf"]["state"] == "none"


def test_volunteers_known_from_a_file_are_counted_apart_from_the_room(store: Store, window: FacilitatorWindow) -> None:
    def come_by_file(repository: Repository) -> None:
        for person in ("offers", "scores", "writes"):
            repository.add_participant(Participant(person, person, "", "", Origin.FILE, NOON))
        repository.update_volunteer(Volunteer("offers", "Paul Blanc", "", "", "", None, ""))
        repository.update_score(Score("scores", "home", 1, 1))
        repository.add_idea(Idea("theirs", "home", "Une navette", None, "writes", NOON))

    write(store, come_by_file)
    model = synthesis_panel(window).model
    assert (model["people"], model["known"]) == (4, 2)


def test_a_pdf_is_made_then_fetched(window: FacilitatorWindow) -> None:
    panel = synthesis_panel(window)
    assert panel.answer("make", {"format": "pdf"}, "1")["ok"]
    assert panel.model["pdf"]["state"] == "ready"
    content = panel.answer("fetch", {"format": "pdf"}, "2")["result"]["content"]
    assert base64.b64decode(content) == b"room pdf fr"


def test_a_preview_is_made_in_the_language_of_the_page(store: Store, window: FacilitatorWindow) -> None:
    speak_english(store, window)
    panel = synthesis_panel(window)
    panel.answer("make", {"format": "html"}, "1")
    assert panel.answer("fetch", {"format": "html"}, "2")["result"]["content"] == "room html en"
    assert "room html en" not in str(panel.get_state()["model"])


def follow(open_room: Opens, act: Callable[[Panel, Job], None]) -> tuple[Panel, list[Any]]:
    """Ask for a PDF inside a loop, act on the making, and return the panel with every state of it that was shown."""
    jobs: list[Job] = []

    def start(*asked: Any) -> Job:
        jobs.append(Job(*asked))
        return jobs[-1]

    async def within() -> tuple[Panel, list[Any]]:
        panel = synthesis_panel(open_room(start))
        shown: list[Any] = []
        panel.observe(lambda change: shown.append(change["new"]["pdf"]), "model")
        assert panel.answer("make", {"format": "pdf"}, "1")["result"] == {"state": "working"}
        assert panel.answer("make", {"format": "pdf"}, "2")["result"] == {"state": "working"}
        assert len(jobs) == 1
        act(panel, jobs[0])
        await asyncio.sleep(0)
        return panel, shown

    return asyncio.run(within())


def test_with_a_loop_the_page_stays_alive_while_it_is_made(open_room: Opens) -> None:
    panel, shown = follow(open_room, lambda _panel, job: job.end())
    assert [making["state"] for making in shown] == ["working", "ready"]
    assert [making["number"] for making in shown] == [0, 1]
    assert panel.answer("fetch", {"format": "pdf"}, "3")["ok"]


def test_the_page_shows_how_far_a_making_is_in_its_own_language(store: Store, open_room: Opens) -> None:
    def go_on(panel: Panel, job: Job) -> None:
        job.go_on(0.4, "writing")
        panel.refresh()
        speak_english(store, panel.window)

    _, shown = follow(open_room, go_on)
    assert [(making["share"], making["doing"]) for making in shown] == [
        (0.0, "Lecture de l’atelier"),
        (0.4, "Écriture de la synthèse"),
        (0.4, "Writing the synthesis"),
    ]


def test_a_making_is_cancelled_at_a_word_and_can_be_begun_again(open_room: Opens) -> None:
    def cancel(panel: Panel, _job: Job) -> None:
        assert panel.answer("cancel", {"format": "pdf"}, "3")["result"] == {"state": "cancelled"}

    panel, shown = follow(open_room, cancel)
    assert shown[-1] == {"state": "cancelled", "number": 1}
    assert panel.answer("fetch", {"format": "pdf"}, "4")["ok"] is False
    assert panel.answer("make", {"format": "pdf"}, "5")["result"] == {"state": "ready"}
    assert panel.model["pdf"]["number"] == 2


def test_cancelling_what_has_ended_or_never_began_changes_nothing(window: FacilitatorWindow) -> None:
    panel = synthesis_panel(window)
    assert panel.answer("cancel", {"format": "pdf"}, "1")["result"] == {"state": "none"}
    panel.answer("make", {"format": "pdf"}, "2")
    assert panel.answer("cancel", {"format": "pdf"}, "3")["result"] == {"state": "ready"}
    assert panel.answer("fetch", {"format": "pdf"}, "4")["ok"]


def test_a_failure_is_said_in_the_language_of_the_page(store: Store, open_room: Opens) -> None:
    panel = synthesis_panel(
        open_room(fail_with(InvalidEntry("notebook-failed", cell=3, error="KeyError", saved="x.ipynb")))
    )
    panel.answer("make", {"format": "pdf"}, "1")
    assert panel.model["pdf"]["state"] == "failed"
    assert "la cellule 3 de son carnet a échoué (KeyError)" in panel.model["pdf"]["sentence"]
    speak_english(store, panel.window)
    assert "cell 3 of its notebook failed (KeyError)" in panel.model["pdf"]["sentence"]


@pytest.mark.parametrize(
    "error",
    [CannotServe("report-failed"), CannotServe("report-interrupted"), CannotServe("report-too-slow", seconds=120)],
    ids=lambda error: error.code,
)
def test_whatever_ends_a_making_is_a_sentence_that_says_what_to_do(open_room: Opens, error: CannotServe) -> None:
    panel = synthesis_panel(open_room(fail_with(error)))
    panel.answer("make", {"format": "html"}, "1")
    assert panel.model["html"]["state"] == "failed"
    assert "éessayez" in panel.model["html"]["sentence"]


def test_the_page_has_a_real_pdf_made_without_loading_what_makes_it(tmp_path: Path, open_room: Opens) -> None:
    panel = synthesis_panel(open_room(Making))
    panel.answer("make", {"format": "pdf"}, "1")
    content = panel.answer("fetch", {"format": "pdf"}, "2")["result"]["content"]
    assert base64.b64decode(content).startswith(b"%PDF-")
    assert panel.model["pdf"]["size"] == round(len(base64.b64decode(content)) / 1000)
    code = (
        "import sys; from workshop_kit.widgets.facilitator import open_workshop; "
        "print(*{'typst', 'jinja2', 'mistune', 'nbconvert', 'matplotlib'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert loaded.stdout.split() == []


def test_where_nobody_makes_reports_the_page_counts_and_says_so(store: Store, tmp_path: Path) -> None:
    window = FacilitatorWindow(tmp_path / "room")
    panel = synthesis_panel(window)
    assert (panel.model["ideas"], panel.model["pdf"]["state"]) == (3, "none")
    answer = panel.answer("make", {"format": "pdf"}, "1")
    assert answer["ok"] is False
    assert "éessayez" in answer["sentence"]
    window.close()


@pytest.mark.parametrize("payload", [{}, {"format": "docx"}, {"format": None}])
def test_an_unknown_format_is_refused(window: FacilitatorWindow, payload: dict[str, object]) -> None:
    panel = synthesis_panel(window)
    assert panel.answer("make", payload, "1")["ok"] is False
    assert panel.answer("fetch", payload, "2")["ok"] is False
    assert panel.answer("cancel", payload, "3")["ok"] is False


def test_nothing_can_be_fetched_before_it_is_made(window: FacilitatorWindow) -> None:
    answer = synthesis_panel(window).answer("fetch", {"format": "pdf"}, "1")
    assert answer["ok"] is False
    assert "rien à télécharger" in answer["sentence"]


def test_a_person_without_a_phone_is_erased_and_their_ideas_stay_without_author(
    store: Store, window: FacilitatorWindow
) -> None:
    panel = synthesis_panel(window)
    assert {"id": "ana", "label": f"{PSEUDONYMS['ana']} – {SECRETS[0]}"} in panel.model["persons"]
    before = len(store.read(lambda repository: repository.list_ideas()))
    assert panel.answer("erase_person", {"person": "ana", "with_ideas": False}, "1")["ok"]
    assert "ana" not in {person["id"] for person in panel.model["persons"]}
    ideas = store.read(lambda repository: repository.list_ideas())
    assert len(ideas) == before
    assert "ana" not in {idea.author for idea in ideas}
    assert store.read(lambda repository: repository.find_volunteer("ana")) is None


def test_a_person_may_take_their_ideas_along(store: Store, window: FacilitatorWindow) -> None:
    panel = synthesis_panel(window)
    before = {idea.id: idea for idea in store.read(lambda repository: repository.list_ideas(author="ana"))}
    assert panel.answer("erase_person", {"person": "ana", "with_ideas": True}, "1")["ok"]
    assert panel.answer("erase_person", {"person": "ana", "with_ideas": True}, "1")["ok"]  # sent twice, done once
    after = {idea.id: idea for idea in store.read(lambda repository: repository.list_ideas())}
    assert set(after) == {"idea-0", "idea-1"}, "an idea that was merged keeps its place in the group, without its words"
    assert all(idea.author is None and idea.text != before[idea.id].text for idea in after.values())


@pytest.mark.parametrize(
    "payload", [{}, {"person": "ana"}, {"person": "ana", "with_ideas": "no"}, {"person": "nobody", "with_ideas": True}]
)
def test_nobody_is_erased_by_a_malformed_wish(
    store: Store, window: FacilitatorWindow, payload: dict[str, object]
) -> None:
    panel = synthesis_panel(window)
    answer = panel.answer("erase_person", payload, "1")
    assert not answer["ok"]
    assert answer["sentence"]
    assert len(store.read(lambda repository: repository.list_participants())) == 4
