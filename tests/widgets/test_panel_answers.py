"""An intention that arrives again is answered again, and carried out once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from workshop_kit.domain.course import Role
from workshop_kit.errors import MissingEntry, StoreUnavailable
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.visit import Visit
from workshop_kit.widgets.panel import ANSWERS_KEPT, Panel


class CountingDoor(LiveWorkshop):
    """A door that keeps no store: it counts what it is asked, and stays closed."""

    role = Role.SCREEN

    def __init__(self) -> None:
        super().__init__()
        self.counted = 0
        self.asked_by: list[str] = []

    @property
    def language(self) -> str:
        return "fr"

    def _begin(self, visit: Visit) -> None:
        """Open nothing."""

    @shows()
    def counting_model(self) -> Hidden:
        """Return nothing to show."""
        return Hidden(visible=False)

    @intention
    def count(self) -> int:
        """Count how often this was carried out."""
        self.counted += 1
        return self.counted

    def rehearsals(self) -> Iterable[tuple[str, str, dict[str, Any]]]:
        return (("counting", "count", {}),)

    def carry_out(self, name: object, payload: object, identifier: str) -> Any:
        self.asked_by.append(identifier)
        return super().carry_out(name, payload, identifier)

    @intention
    def stumble(self) -> None:
        """Fail as a programming error does."""
        raise ZeroDivisionError("secret")

    @intention
    def look_for_what_is_gone(self) -> None:
        """Ask for an idea that somebody removed."""
        raise MissingEntry("no-idea", id="i0")

    @intention
    def lose_the_folder(self) -> None:
        """Fail as where the workshop is not where it was."""
        raise MissingEntry("no-workshop", folder="/home/ana/atelier")

    @intention
    def save_on_a_full_disk(self) -> None:
        """Fail as a full disk does."""
        raise StoreUnavailable("store-unavailable", place="/home/ana/atelier", detail="PostgreSQL")


class HeardPanel(Panel):
    """A panel whose answers are heard here."""

    def __init__(self, door: CountingDoor) -> None:
        super().__init__(door, "counting")
        self.said: list[Any] = []

    def send(self, content: Any, buffers: Any = None) -> None:
        self.said.append(content)


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> CountingDoor:
    monkeypatch.setenv("PAGE_SERVES_BUNDLES", "1")
    return CountingDoor()


@pytest.fixture
def panel(door: CountingDoor) -> HeardPanel:
    return HeardPanel(door)


def ask(panel: HeardPanel, identifier: object, intention: object = "count", payload: object = None) -> None:
    content = {"intention": intention, "id": identifier, "payload": {} if payload is None else payload}
    panel._receive(panel, content, None)


def test_an_intention_sent_again_is_carried_out_once_and_answered_each_time(
    panel: HeardPanel, door: CountingDoor
) -> None:
    for identifier in ("a", "a", "b"):
        ask(panel, identifier)
    assert door.counted == 2
    assert [answer["result"] for answer in panel.said] == [1, 1, 2]


def test_a_panel_remembers_few_answers(panel: HeardPanel, door: CountingDoor) -> None:
    for number in range(ANSWERS_KEPT + 1):
        ask(panel, str(number))
    ask(panel, "1")
    assert door.counted == ANSWERS_KEPT + 1
    ask(panel, "0")
    assert door.counted == ANSWERS_KEPT + 2


@pytest.mark.parametrize(
    "name", ["counting_model", "carry_out", "count.__func__", "COUNT", "__class__", "", None, 3, []]
)
def test_only_intentions_are_carried_out(panel: HeardPanel, door: CountingDoor, name: object) -> None:
    ask(panel, "a", name)
    assert panel.said[0]["ok"] is False
    assert door.counted == 0


def test_a_rehearsal_has_an_id_that_no_page_can_have_sent_before(panel: HeardPanel, door: CountingDoor) -> None:
    """An id that is known is answered from the store: nothing would be tried."""
    panel._rehearse()
    panel._rehearse()
    assert door.counted == 2
    assert len(set(door.asked_by)) == 2


@pytest.mark.parametrize("payload", [[], "count", 3, True])
def test_a_payload_that_names_no_fields_is_refused(panel: HeardPanel, door: CountingDoor, payload: object) -> None:
    ask(panel, "a", "count", payload)
    assert panel.said[0]["ok"] is False
    assert door.counted == 0


@pytest.mark.parametrize("identifier", [None, 5, "", "x" * 101, "\x00", "\ud800", "a b"])
def test_an_intention_without_a_proper_id_is_left_unanswered(
    panel: HeardPanel, door: CountingDoor, identifier: object
) -> None:
    ask(panel, identifier)
    assert panel.said == []
    assert door.counted == 0


def test_a_failure_is_answered_without_its_traceback(panel: HeardPanel, caplog: pytest.LogCaptureFixture) -> None:
    ask(panel, "a", "stumble")
    (answer,) = panel.said
    assert answer.keys() == {"ack", "ok", "sentence"}
    assert "secret" not in str(answer)
    assert "ZeroDivisionError: secret" in caplog.text


def test_what_a_page_writes_into_its_panel_is_not_taken(panel: HeardPanel) -> None:
    before = panel.get_state()
    panel.layout.set_state({"display": "none", "_model_name": "Other", "_view_module": "elsewhere"})
    assert panel.layout.get_state(["display", "_model_name"]) == {"display": None, "_model_name": "LayoutModel"}
    panel.set_state({"model": {"phase": "results"}, "words": {}, "lang": "../..", "_esm": "alert(1)", "panel": 5})
    assert panel.get_state() == before


def test_a_page_that_shows_what_is_gone_may_load_itself_again(panel: HeardPanel) -> None:
    ask(panel, "a", "look_for_what_is_gone")
    ask(panel, "b", "stumble")
    assert [answer.get("reload") for answer in panel.said] == [True, None]


@pytest.mark.parametrize(("role", "told"), [(Role.PARTICIPANT, False), (Role.FACILITATOR, True)])
def test_a_phone_is_told_that_it_keeps_what_is_not_saved_and_not_which_disk_is_full(
    panel: HeardPanel, door: CountingDoor, monkeypatch: pytest.MonkeyPatch, role: Role, told: bool
) -> None:
    monkeypatch.setattr(CountingDoor, "role", role)
    ask(panel, "a", "save_on_a_full_disk")
    sentence = panel.said[0]["sentence"]
    assert ("/home/ana/atelier" in sentence) is told
    assert ("gardé sur votre téléphone" in sentence) is not told
    assert panel.said[0].get("waiting", False) is not told


@pytest.mark.parametrize(("role", "told"), [(Role.PARTICIPANT, False), (Role.FACILITATOR, True), (Role.HOME, False)])
def test_a_phone_is_told_no_place_on_the_laptop_whatever_fails(
    panel: HeardPanel, monkeypatch: pytest.MonkeyPatch, role: Role, told: bool
) -> None:
    monkeypatch.setattr(CountingDoor, "role", role)
    ask(panel, "a", "lose_the_folder")
    assert ("/home/ana/atelier" in panel.said[0]["sentence"]) is told
