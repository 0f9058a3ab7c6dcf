"""Whatever the home page may be told as a code, it says in words, in both languages; and it says what it was told."""

from __future__ import annotations

import json
from typing import Any, get_args, get_type_hints

import pytest

from workshop_kit import visit
from workshop_kit.environment import QUERY_VARIABLE
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.contract.home import shown as home
from workshop_kit.live.contract.shared import NetworkChoice, ReachCode
from workshop_kit.live.home import HomeWindow
from workshop_kit.widgets.panel import Panel

#: What has no button in "to do now": it waits for somebody else, or is done elsewhere on the page.
WAITING = {"join-network", "wait", "wait-for-phone", "move-to-disk"}


def words(language: str, panel: str = "home") -> set[str]:
    return set(Translator(language).section(f"home.{panel}"))


def codes_of(shape: Any, field: str) -> tuple[str, ...]:
    hint = get_type_hints(shape)[field]
    inside = get_args(hint)[0] if getattr(hint, "__origin__", None) is list else hint
    found: tuple[str, ...] = get_args(inside)
    assert found
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_next_thing_is_said_in_the_list_and_in_the_strip_with_its_button(language: str) -> None:
    codes = set(get_args(home.NextCode))
    sentences = {f"now.{code}" for code in codes - {"test-again"}} | {f"now.{code}.go" for code in codes - WAITING}
    assert (sentences | {f"todo.{code}" for code in codes}) - words(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_a_folder_and_of_a_room_is_said(language: str) -> None:
    found = set(get_args(home.Condition)) - {"ready"}
    rooms = set(get_args(home.RoomState))
    shown = {f"state.{one}" for one in found | (rooms - {"closed", "prepared"})} | {f"room.{one}" for one in rooms}
    assert (shown | {f"shelf.{one}" for one in ("missing", "read-only", "full")}) - words(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_network_says_its_kind_and_why_it_cannot_work(language: str) -> None:
    kinds = codes_of(NetworkChoice, "kind")
    said = {f"network.{form}.{kind}" for form in ("kind", "named") for kind in kinds}
    said |= {f"network.why.{why}" for why in codes_of(NetworkChoice, "why") if why}
    said |= {f"reach.{reach}" for reach in get_args(ReachCode) if reach != "room"}
    assert said - set(Translator(language).section("ways")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_the_test_and_every_reason_for_silence_is_said(language: str) -> None:
    reasons = codes_of(home.PhoneTest, "reasons")
    said = {f"{place}.{reason}" for place in ("now.test-again", "test.reason") for reason in reasons}
    states = codes_of(home.PhoneTest, "state")
    said |= {f"test.{state}" for state in states} | {f"test.{state}.how" for state in states if state != "arrived"}
    said |= {f"test.arrived.{answered}" for answered in codes_of(home.PhoneTest, "answered") if answered}
    assert said - words(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_thing_to_take_away_says_what_it_holds_about_people(language: str) -> None:
    said = {f"take.{form}{end}" for form in home.TakeawayForm for end in (".holds", ".people", ".go")}
    said |= {f"take.{form}" for form in home.TakeawayForm if form != "tables"} | {"take.tables.nobody"}
    assert said - words(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_the_check_up_has_a_heading_and_every_state_a_word(language: str) -> None:
    said = {f"kind.{kind}" for kind in home.CheckKind}
    said |= {f"sign.{state}" for state in codes_of(home.Finding, "state")}
    assert said - words(language, "checkup") == set()


class Keeper:
    """Stands for the program that keeps the rooms."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.number = 0

    def ask(self, act: str, /, **values: Any) -> Any:
        self.asked.append((act, values))
        if act == "numbers":
            return {"home": self.number, "checkup": 0}
        if act == "describe_deletion":
            return {"confirmation": "key"}
        return {"workshop": values.get("workshop"), "number": self.number}

    def close(self) -> None:
        pass


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def panel(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> Panel:
    """The page, opened at an address that asks for English."""
    monkeypatch.setattr(visit, "_begun", None)
    monkeypatch.setenv(QUERY_VARIABLE, "lang=en")
    return Panel(HomeWindow(keeper), "home")


def test_the_page_begins_in_the_language_its_address_asks_for_and_speaks_another_at_a_press(panel: Panel) -> None:
    assert json.loads(panel.words)["title"] == Translator("en")("home.home.title")
    assert panel.answer("speak_language", {"language": "fr"}, "1")["ok"]
    assert json.loads(panel.words)["title"] == Translator("fr")("home.home.title")


def test_what_another_page_changed_is_shown_at_the_next_look(panel: Panel, keeper: Keeper) -> None:
    panel.window.follow_once()
    keeper.number = 7
    panel.window.follow_once()
    assert panel.shown["number"] == 7


def test_a_workshop_that_is_looked_at_is_the_one_the_page_asks_about(panel: Panel) -> None:
    panel.answer("look_at_workshop", {"workshop": "w1"}, "1")
    assert panel.shown["workshop"] == "w1"


def test_what_deleting_erases_comes_back_with_its_confirmation(panel: Panel) -> None:
    assert panel.answer("describe_deletion", {"workshop": "w1"}, "1")["result"]["confirmation"] == "key"
