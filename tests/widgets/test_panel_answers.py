"""An intention that arrives again is answered again, and carried out once."""

from __future__ import annotations

from typing import Any, cast

import pytest

from workshop_kit.live.window import LiveWorkshop
from workshop_kit.widgets.panel import ANSWERS_KEPT, Panel


class NobodyWindow:
    def on_open(self, callback: object) -> None:
        """Stay closed."""

    def on_change(self, callback: object) -> None:
        """Never change."""


class CountingPanel(Panel):
    bundle, component, section = "participant", "counting", "participant.join"

    def __init__(self) -> None:
        super().__init__(cast(LiveWorkshop, NobodyWindow()))
        self.counted: list[str] = []
        self.said: list[Any] = []

    def language(self) -> str:
        return "fr"

    def read(self) -> dict[str, Any]:
        return {}

    def handle_count(self, _payload: dict[str, Any], intention: str) -> int:
        self.counted.append(intention)
        return len(self.counted)

    def send(self, content: Any, buffers: Any = None) -> None:
        self.said.append(content)


@pytest.fixture
def panel(monkeypatch: pytest.MonkeyPatch) -> CountingPanel:
    monkeypatch.setenv("PAGE_SERVES_BUNDLES", "1")
    return CountingPanel()


def ask(panel: CountingPanel, identifier: str) -> None:
    panel._receive(panel, {"intention": "count", "id": identifier, "payload": {}}, None)


def test_an_intention_sent_again_is_carried_out_once_and_answered_each_time(panel: CountingPanel) -> None:
    ask(panel, "a")
    ask(panel, "a")
    ask(panel, "b")
    assert panel.counted == ["a", "b"]
    assert [answer["result"] for answer in panel.said] == [1, 1, 2]


def test_a_panel_remembers_few_answers(panel: CountingPanel) -> None:
    for number in range(ANSWERS_KEPT + 1):
        ask(panel, str(number))
    ask(panel, "1")
    assert len(panel.counted) == ANSWERS_KEPT + 1
    ask(panel, "0")
    assert panel.counted[-1] == "0"
