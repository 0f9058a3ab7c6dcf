from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.widgets.rooms import NOON, PSEUDONYMS, SECRETS, make_room, write
from workshop_kit.domain.model import Idea, Origin, Participant, Score, Volunteer
from workshop_kit.errors import CannotServe
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.facilitator.synthesis import make_report
from workshop_kit.store import Repository, Store
from workshop_kit.widgets.facilitator.synthesis_panel import SynthesisPanel


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_room(tmp_path / "room")
    yield store
    store.close()


@pytest.fixture
def window(tmp_path: Path, store: Store) -> Iterator[FacilitatorWindow]:
    window = FacilitatorWindow(tmp_path / "room")
    yield window
    window.close()


def make_pages(folder: Path, form: str, language: str) -> bytes:
    return f"{folder.name} {form} {language}".encode()


def test_what_the_synthesis_will_hold_is_said_in_numbers(window: FacilitatorWindow) -> None:
    model = SynthesisPanel(window, make_pages).model
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
    model = SynthesisPanel(window, make_pages).model
    assert (model["people"], model["known"]) == (4, 2)


def test_a_pdf_is_made_then_fetched(window: FacilitatorWindow) -> None:
    panel = SynthesisPanel(window, make_pages)
    assert panel.answer("make", {"format": "pdf"}, "1")["ok"]
    assert panel.model["pdf"]["state"] == "ready"
    content = panel.answer("fetch", {"format": "pdf"}, "2")["result"]["content"]
    assert base64.b64decode(content) == b"room pdf fr"


def test_a_preview_is_made_in_the_language_of_the_page(window: FacilitatorWindow) -> None:
    window.switch_language("en")
    panel = SynthesisPanel(window, make_pages)
    panel.answer("make", {"format": "html"}, "1")
    assert panel.answer("fetch", {"format": "html"}, "2")["result"]["content"] == "room html en"
    assert "room html en" not in str(panel.get_state()["model"])


def test_with_a_loop_the_page_stays_alive_while_it_is_made(window: FacilitatorWindow) -> None:
    async def follow() -> list[str]:
        gate = asyncio.Event()
        loop = asyncio.get_running_loop()

        def make_slowly(folder: Path, form: str, language: str) -> bytes:
            asyncio.run_coroutine_threadsafe(gate.wait(), loop).result(timeout=5)
            return b"done"

        panel = SynthesisPanel(window, make_slowly)
        states: list[str] = []
        finished = asyncio.Event()

        def note(change: dict[str, dict[str, dict[str, str]]]) -> None:
            states.append(change["new"]["pdf"]["state"])
            if states[-1] == "ready":
                finished.set()

        panel.observe(note, "model")
        assert panel.answer("make", {"format": "pdf"}, "1")["result"] == {"state": "working"}
        assert panel.answer("make", {"format": "pdf"}, "2")["result"] == {"state": "working"}
        gate.set()
        await asyncio.wait_for(finished.wait(), timeout=5)
        assert panel.answer("fetch", {"format": "pdf"}, "3")["ok"]
        return states

    assert asyncio.run(follow()) == ["working", "ready"]


def test_a_failure_says_what_the_command_said(window: FacilitatorWindow) -> None:
    def fail(_command: Sequence[str]) -> tuple[int, str]:
        return 1, "a warning\nIl manque le gabarit. Réinstallez workshop-kit.\n"

    panel = SynthesisPanel(window, lambda folder, form, language: make_report(folder, form, language, run=fail))
    panel.answer("make", {"format": "pdf"}, "1")
    assert panel.model["pdf"]["state"] == "failed"
    assert panel.model["pdf"]["sentence"].endswith("Il manque le gabarit. Réinstallez workshop-kit.")


def test_an_unforeseen_failure_is_a_sentence_without_a_traceback(window: FacilitatorWindow) -> None:
    def explode(folder: Path, form: str, language: str) -> bytes:
        raise OSError("/secret/path")

    panel = SynthesisPanel(window, explode)
    panel.answer("make", {"format": "html"}, "1")
    assert panel.model["html"]["state"] == "failed"
    assert "secret" not in panel.model["html"]["sentence"]


@pytest.mark.parametrize("payload", [{}, {"format": "docx"}, {"format": None}])
def test_an_unknown_format_is_refused(window: FacilitatorWindow, payload: dict[str, object]) -> None:
    panel = SynthesisPanel(window, make_pages)
    assert panel.answer("make", payload, "1")["ok"] is False
    assert panel.answer("fetch", payload, "2")["ok"] is False


def test_nothing_can_be_fetched_before_it_is_made(window: FacilitatorWindow) -> None:
    answer = SynthesisPanel(window, make_pages).answer("fetch", {"format": "pdf"}, "1")
    assert answer["ok"] is False
    assert "rien à télécharger" in answer["sentence"]


def test_a_person_without_a_phone_is_erased_and_their_ideas_stay_without_author(
    store: Store, window: FacilitatorWindow
) -> None:
    panel = SynthesisPanel(window, make_pages)
    assert {"id": "ana", "label": f"{PSEUDONYMS['ana']} – {SECRETS[0]}"} in panel.model["persons"]
    before = len(store.read(lambda repository: repository.list_ideas()))
    assert panel.answer("erase_person", {"person": "ana", "with_ideas": False}, "1")["ok"]
    assert "ana" not in {person["id"] for person in panel.model["persons"]}
    ideas = store.read(lambda repository: repository.list_ideas())
    assert len(ideas) == before
    assert "ana" not in {idea.author for idea in ideas}
    assert store.read(lambda repository: repository.find_volunteer("ana")) is None


def test_a_person_may_take_their_ideas_along(store: Store, window: FacilitatorWindow) -> None:
    panel = SynthesisPanel(window, make_pages)
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
    panel = SynthesisPanel(window, make_pages)
    answer = panel.answer("erase_person", payload, "1")
    assert not answer["ok"]
    assert answer["sentence"]
    assert len(store.read(lambda repository: repository.list_participants())) == 4


def test_the_report_is_asked_for_by_its_command(tmp_path: Path) -> None:
    asked: list[str] = []

    def run(command: Sequence[str]) -> tuple[int, str]:
        asked.extend(command)
        Path(command[command.index("-o") + 1]).write_bytes(b"%PDF")
        return 0, ""

    assert make_report(tmp_path, "pdf", "en", run) == b"%PDF"
    assert asked[1:5] == ["-m", "workshop_kit", "report", str(tmp_path)]
    assert asked[-4:] == ["--format", "pdf", "--lang", "en"]


def test_a_command_that_says_nothing_is_still_told(tmp_path: Path) -> None:
    with pytest.raises(CannotServe) as refusal:
        make_report(tmp_path, "pdf", "fr", run=lambda _command: (3, ""))
    assert refusal.value.values["sentence"] == "(3)"
