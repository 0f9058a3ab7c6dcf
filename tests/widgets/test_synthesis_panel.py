from __future__ import annotations

import asyncio
import base64
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NAMES, NOON, PSEUDONYMS, Laptop, Room, fill
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Idea, Origin, Participant, Score, Volunteer
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.errors import CannotServe, InvalidEntry, WorkshopError
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.report.aside import Making, MakingState
from workshop_kit.report.printed import Undrawn
from workshop_kit.store import Repository
from workshop_kit.store.material import gather_material
from workshop_kit.widgets.makings import Makings

Opens = Callable[..., FacilitatorWindow]


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill)


class Job:
    """A making in the hands of a test."""

    def __init__(self, folder: Path, form: str, language: str, on_change: Callable[[], None]) -> None:
        self.state, self.share, self.step = MakingState.WORKING, 0.0, "reading"
        self.error: WorkshopError | None = None
        self.undrawn: tuple[Undrawn, ...] = ()
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
def laptop(room: Room) -> Laptop:
    """The facilitator's page, whose reports are begun as these tests want it."""
    return room.laptop(makings=Makings(make_pages))


def speak_english(room: Room, laptop: Laptop) -> None:
    """Have the whole workshop speak English, and the page see it."""
    room.change(language="en")
    laptop.follow_once()


def test_what_the_synthesis_will_hold_is_said_in_numbers(laptop: Laptop) -> None:
    model = laptop.model("synthesis")
    assert [model[key] for key in ("challenges", "people", "ideas", "scored", "missions", "places")] == [
        2,
        4,
        4,
        3,
        2,
        3,
    ]
    assert model["file"] == "synthese-atelier.pdf"
    assert model["pdf"]["state"] == "none"


def test_volunteers_known_from_a_file_are_counted_apart_from_the_room(room: Room, laptop: Laptop) -> None:
    def come_by_file(repository: Repository) -> None:
        for person in ("offers", "scores", "writes"):
            repository.add_participant(Participant(person, person, "", "", Origin.FILE, NOON))
        repository.update_volunteer(Volunteer("offers", "Paul Blanc", "", "", "", None, ""))
        repository.update_score(Score("scores", "home", 1, 1))
        repository.add_idea(Idea("theirs", "home", "Une navette", None, "writes", NOON))

    room.write(come_by_file)
    laptop.follow_once()
    model = laptop.model("synthesis")
    assert (model["people"], model["known"]) == (4, 2)


def test_who_left_and_gave_nothing_is_counted_nowhere(room: Room, laptop: Laptop) -> None:
    def leave(repository: Repository) -> None:
        repository.add_participant(Participant("late", "Zoé", "", "", Origin.ROOM, NOON, away_at=NOON))
        repository.update_participant(replace(repository.find_participant("ana"), away_at=NOON))

    room.write(leave)
    room.move(Moment.THANKS, laptop)
    laptop.follow_once()
    assert laptop.model("synthesis")["people"] == 4
    assert room.screen().model("screen")["people"] == 4
    made = room.read(gather_material)
    assert make_synthesis(made).figures.participants == 4


def test_a_pdf_is_made_then_fetched(laptop: Laptop) -> None:
    assert laptop.ask("synthesis", "make", format="pdf")["ok"]
    assert laptop.model("synthesis")["pdf"]["state"] == "ready"
    content = laptop.ask("synthesis", "fetch", format="pdf")["result"]["content"]
    assert base64.b64decode(content) == b"atelier pdf fr"
    left = laptop.window.folder / "synthese.pdf"
    assert left.read_bytes() == b"atelier pdf fr", "the home page sees that it is made"


def test_a_preview_is_made_in_the_language_of_the_page(room: Room, laptop: Laptop) -> None:
    speak_english(room, laptop)
    laptop.ask("synthesis", "make", format="html")
    assert laptop.ask("synthesis", "fetch", format="html")["result"]["content"] == "atelier html en"
    assert "atelier html en" not in laptop.everything()


def follow(room: Room, act: Callable[[Laptop, Job], None]) -> tuple[Laptop, list[Any]]:
    """Ask for a PDF inside a loop, act on the making, and return the panel with every state of it that was shown."""
    jobs: list[Job] = []

    def start(*asked: Any) -> Job:
        jobs.append(Job(*asked))
        return jobs[-1]

    async def within() -> tuple[Laptop, list[Any]]:
        laptop = room.laptop(makings=Makings(start))
        shown: list[Any] = []
        laptop.panels["synthesis"].observe(lambda change: shown.append(change["new"]["pdf"]), "model")
        assert laptop.ask("synthesis", "make", format="pdf")["result"] == {"state": "working"}
        assert laptop.ask("synthesis", "make", format="pdf")["result"] == {"state": "working"}
        assert len(jobs) == 1
        act(laptop, jobs[0])
        await asyncio.sleep(0)
        return laptop, shown

    return asyncio.run(within())


def test_with_a_loop_the_page_stays_alive_while_it_is_made(room: Room) -> None:
    laptop, shown = follow(room, lambda _laptop, job: job.end())
    assert [making["state"] for making in shown] == ["working", "ready"]
    assert [making["number"] for making in shown] == [0, 1]
    assert laptop.ask("synthesis", "fetch", format="pdf")["ok"]


def test_the_page_shows_how_far_a_making_is_in_its_own_language(room: Room) -> None:
    def go_on(laptop: Laptop, job: Job) -> None:
        job.go_on(0.4, "writing")
        laptop.refresh("synthesis")
        speak_english(room, laptop)

    _, shown = follow(room, go_on)
    assert [(making["share"], making["doing"]) for making in shown] == [
        (0.0, "Lecture de l’atelier"),
        (0.4, "Écriture de la synthèse"),
        (0.4, "Writing the report"),
    ]


def test_a_making_is_cancelled_at_a_word_and_can_be_begun_again(room: Room) -> None:
    def cancel(laptop: Laptop, _job: Job) -> None:
        assert laptop.ask("synthesis", "cancel", format="pdf")["result"] == {"state": "cancelled"}

    laptop, shown = follow(room, cancel)
    assert shown[-1] == {"state": "cancelled", "number": 1}
    assert laptop.ask("synthesis", "fetch", format="pdf")["ok"] is False
    assert laptop.ask("synthesis", "make", format="pdf")["result"] == {"state": "ready"}
    assert laptop.model("synthesis")["pdf"]["number"] == 2


def test_cancelling_what_has_ended_or_never_began_changes_nothing(laptop: Laptop) -> None:
    assert laptop.ask("synthesis", "cancel", format="pdf")["result"] == {"state": "none"}
    laptop.ask("synthesis", "make", format="pdf")
    assert laptop.ask("synthesis", "cancel", format="pdf")["result"] == {"state": "ready"}
    assert laptop.ask("synthesis", "fetch", format="pdf")["ok"]


def test_a_failure_is_said_in_the_language_of_the_page(room: Room) -> None:
    laptop = room.laptop(
        makings=Makings(fail_with(InvalidEntry("notebook-failed", cell=3, error="KeyError", saved="x.ipynb")))
    )
    laptop.ask("synthesis", "make", format="pdf")
    assert laptop.model("synthesis")["pdf"]["state"] == "failed"
    assert "la cellule 3 de son carnet a échoué (KeyError)" in laptop.model("synthesis")["pdf"]["sentence"]
    speak_english(room, laptop)
    assert "cell 3 of its notebook failed (KeyError)" in laptop.model("synthesis")["pdf"]["sentence"]


@pytest.mark.parametrize(
    "error",
    [CannotServe("report-failed"), CannotServe("report-interrupted"), CannotServe("report-too-slow", seconds=120)],
    ids=lambda error: error.code,
)
def test_whatever_ends_a_making_is_a_sentence_that_says_what_to_do(room: Room, error: CannotServe) -> None:
    laptop = room.laptop(makings=Makings(fail_with(error)))
    laptop.ask("synthesis", "make", format="html")
    assert laptop.model("synthesis")["html"]["state"] == "failed"
    assert "éessayez" in laptop.model("synthesis")["html"]["sentence"]


def test_the_page_has_a_real_pdf_made_without_loading_what_makes_it(tmp_path: Path, room: Room) -> None:
    laptop = room.laptop(makings=Makings(Making))
    laptop.ask("synthesis", "make", format="pdf")
    content = laptop.ask("synthesis", "fetch", format="pdf")["result"]["content"]
    assert base64.b64decode(content).startswith(b"%PDF-")
    assert laptop.model("synthesis")["pdf"]["size"] == round(len(base64.b64decode(content)) / 1000)
    code = (
        "import sys; from workshop_kit.widgets.facilitator import open_workshop; "
        "print(*{'typst', 'jinja2', 'mistune', 'nbconvert', 'matplotlib'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert loaded.stdout.split() == []


def test_where_nobody_makes_reports_the_page_counts_and_says_so(room: Room) -> None:
    laptop = room.laptop()
    assert (laptop.model("synthesis")["ideas"], laptop.model("synthesis")["pdf"]["state"]) == (4, "none")
    answer = laptop.ask("synthesis", "make", format="pdf")
    assert answer["ok"] is False
    assert "éessayez" in answer["sentence"]


@pytest.mark.parametrize("payload", [{}, {"format": "docx"}, {"format": None}])
def test_an_unknown_format_is_refused(laptop: Laptop, payload: dict[str, object]) -> None:
    assert laptop.ask("synthesis", "make", **payload)["ok"] is False
    assert laptop.ask("synthesis", "fetch", **payload)["ok"] is False
    assert laptop.ask("synthesis", "cancel", **payload)["ok"] is False


def test_nothing_can_be_fetched_before_it_is_made(laptop: Laptop) -> None:
    answer = laptop.ask("synthesis", "fetch", format="pdf")
    assert answer["ok"] is False
    assert "rien à télécharger" in answer["sentence"]


def test_a_person_without_a_phone_is_erased_and_their_ideas_stay_without_author(room: Room, laptop: Laptop) -> None:
    ana = {"id": "ana", "label": PSEUDONYMS["ana"], "name": NAMES["ana"], "others": []}
    assert ana in laptop.model("synthesis")["persons"]
    before = len(room.read(lambda repository: repository.list_ideas()))
    assert laptop.ask("synthesis", "erase_person", "once", person="ana", with_ideas=False)["ok"]
    assert "ana" not in {person["id"] for person in laptop.model("synthesis")["persons"]}
    ideas = room.read(lambda repository: repository.list_ideas())
    assert len(ideas) == before
    assert "ana" not in {idea.author for idea in ideas}
    assert room.read(lambda repository: repository.find_volunteer("ana")) is None


def test_who_is_erased_no_longer_owns_a_mission_by_name_and_others_still_do(room: Room, laptop: Laptop) -> None:
    first, other = (one.id for one in room.read(lambda repository: repository.list_missions())[:2])
    laptop.do("missions", "tell_mission", mission=first, field="owner", text=NAMES["ana"].upper())
    laptop.do("missions", "tell_mission", mission=other, field="owner", text="Mme Roy")
    laptop.do("synthesis", "erase_person", person="ana", with_ideas=False)
    owners = {one.id: one.owner for one in room.read(lambda repository: repository.list_missions())}
    assert (owners[first], owners[other]) == ("", "Mme Roy")


def test_a_group_is_no_longer_called_by_a_long_idea_that_was_erased(room: Room, laptop: Laptop) -> None:
    said = "Ouvrir le gymnase, " * 15
    room.write(lambda hall: hall.update_idea(replace(hall.find_idea("night"), text=said)))
    (group,) = room.read(lambda hall: hall.list_groups("home"))
    assert "night" in group.members
    room.write(lambda hall: hall.update_group(replace(group, title=said[:160])))
    laptop.do("synthesis", "erase_person", person="ana", with_ideas=True)
    assert "gymnase" not in room.read(lambda hall: hall.list_groups("home"))[0].title


def test_a_person_may_take_their_ideas_along(room: Room, laptop: Laptop) -> None:
    before = {idea.id: idea for idea in room.read(lambda repository: repository.list_ideas(author="ana"))}
    assert laptop.ask("synthesis", "erase_person", "once", person="ana", with_ideas=True)["ok"]
    assert laptop.ask("synthesis", "erase_person", "once", person="ana", with_ideas=True)["ok"]  # sent twice, done once
    after = {idea.id: idea for idea in room.read(lambda repository: repository.list_ideas())}
    assert set(before) == {"night", "cart"}
    assert set(after) == {"night", "guard", "wash"}, "what was merged keeps its place in the group, without its words"
    assert after["night"].author is None
    assert after["night"].text != before["night"].text


@pytest.mark.parametrize(
    "payload", [{}, {"person": "ana"}, {"person": "ana", "with_ideas": "no"}, {"person": "nobody", "with_ideas": True}]
)
def test_nobody_is_erased_by_a_malformed_wish(room: Room, laptop: Laptop, payload: dict[str, object]) -> None:
    answer = laptop.ask("synthesis", "erase_person", **payload)
    assert not answer["ok"]
    assert answer["sentence"]
    assert len(room.read(lambda repository: repository.list_participants())) == 5


def test_an_idea_that_is_held_back_is_not_among_those_that_will_be_printed(room: Room, laptop: Laptop) -> None:
    laptop.do("ideas", "hold_idea", idea="wash", reason="Un numéro y figure")
    laptop.refresh("synthesis")
    assert laptop.model("synthesis")["ideas"] == 3
