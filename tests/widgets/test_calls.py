"""The calls of a page's notebook are those of its door's panels."""

from __future__ import annotations

from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.window import panels_of
from workshop_kit.widgets import facilitator, participant, screen


@pytest.mark.parametrize("page", [participant, facilitator, screen], ids=lambda page: page.__name__)
def test_a_page_offers_a_call_for_each_panel_and_says_what_it_shows(page: object) -> None:
    calls = [name for name in dir(page) if name.endswith("_panel")]
    assert calls
    for name in calls:
        call = getattr(page, name)
        assert call.__name__ == name
        assert call.__doc__.startswith("Return")


@pytest.mark.parametrize("page", [participant, facilitator, screen], ids=lambda page: page.__name__)
def test_a_page_opens_the_window_of_its_role(make_room: MakeRoom, page: Any) -> None:
    room = make_room()
    window = page.open_workshop(room.folder)
    assert page.__name__.endswith(f".{window.role}")
    assert window.store.read(lambda hall: hall.find_workshop()) == room.workshop()
    window.close()


def test_every_panel_of_the_phone_has_its_call() -> None:
    offered = {name for name in dir(participant) if name.endswith("_panel")}
    assert offered == {f"{name}_panel" for name in panels_of(ParticipantWindow)}


def test_a_call_that_does_not_exist_says_which_do() -> None:
    with pytest.raises(AttributeError, match="ideas_panel"):
        _ = participant.wishes_panel
