"""The state of a page's widgets: all that the page may know, and cheap to tell where nothing is new."""

from __future__ import annotations

import json
from typing import Any

import pytest
import traitlets
from ipywidgets import Layout, Widget

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Page, fill
from workshop_kit.domain.course import Moment

#: What a page makes a widget from.
_IDENTITY = ("_model_module", "_model_name", "_view_module", "_view_name")


def _told_by_ipywidgets(widget: Widget) -> dict[str, Any]:
    """Return a widget's state as ipywidgets itself would tell it, but for what is ``None``."""
    state = Widget.get_state(widget)
    return {name: value for name, value in state.items() if value is not None}


def _has_state_of_ipywidgets(page: Page) -> bool:
    return all(panel.get_state() == _told_by_ipywidgets(panel) for panel in page.panels.values())


@pytest.mark.parametrize("moment", [Moment.WELCOME, Moment.WRITING, Moment.RESULTS, Moment.THANKS])
def test_a_page_is_told_the_state_that_ipywidgets_would_tell(make_room: MakeRoom, moment: Moment) -> None:
    room = make_room(fill)
    pages = room.phone().join("Pervenche"), room.laptop(), room.screen()
    assert all(map(_has_state_of_ipywidgets, pages))
    room.walk_to(moment, *pages)
    assert all(map(_has_state_of_ipywidgets, pages))


def test_what_a_notebook_sets_is_told(make_room: MakeRoom) -> None:
    panel = next(iter(make_room(fill).laptop().panels.values()))
    panel.add_class("large")
    panel.tabbable = True
    assert panel.get_state()["_dom_classes"] == ("large",)
    assert panel.get_state()["tabbable"] is True
    assert panel.get_state("tabbable") == {"tabbable": True}


def test_a_layout_tells_what_it_is_and_no_more(make_room: MakeRoom) -> None:
    layout = make_room(fill).phone().panels["join"].layout
    assert set(_IDENTITY) <= layout.get_state().keys()
    assert len(json.dumps(layout.get_state())) < 300


def test_a_panel_that_has_nothing_new_goes_through_no_trait(
    make_room: MakeRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(fill)
    phone = room.phone().join("Pervenche")
    gone_through: list[type] = []
    ours = traitlets.HasTraits.traits

    def traits(self: traitlets.HasTraits, **metadata: Any) -> Any:
        gone_through.append(type(self))
        return ours(self, **metadata)

    monkeypatch.setattr(traitlets.HasTraits, "traits", traits)
    for panel in phone.panels.values():
        panel.refresh()
        panel.get_state()
    assert gone_through == []
    Widget.get_state(phone.panels["join"])  # what is counted is what ipywidgets does
    assert gone_through != []


def test_another_layout_that_a_notebook_gives_a_panel_is_told_too(make_room: MakeRoom) -> None:
    panel = next(iter(make_room(fill).laptop().panels.values()))
    panel.get_state()
    panel.layout = Layout(width="50%")
    assert panel.get_state() == _told_by_ipywidgets(panel)
    assert panel.get_state()["layout"] == f"IPY_MODEL_{panel.layout.model_id}"


def test_how_wide_a_notebook_makes_the_panels_is_told_again_to_a_page_loaded_anew(make_room: MakeRoom) -> None:
    layout = next(iter(make_room(fill).laptop().panels.values())).layout
    layout.get_state()
    layout.width = "50%"
    assert layout.get_state()["width"] == "50%"
    assert set(_IDENTITY) <= layout.get_state().keys()
    layout.width = None
    assert layout.get_state()["width"] is None
