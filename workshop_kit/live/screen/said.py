"""What people wrote that a page of the screen shows: whatever may have to go from a frozen one."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_kit.live.contract.screen import ScreenModel
from workshop_kit.live.contract.screen_shown import ScreenDiscussed


def list_said(model: ScreenModel) -> frozenset[str]:
    """Return what people wrote on a page, and the names on it."""
    return frozenset(filter(None, _list_texts(model)))


def _list_texts(model: ScreenModel) -> list[str]:
    if model["view"] == "reveal":
        cards = [text for card in model["cards"] for text in (card["title"], *card["texts"], *card["answers"])]
        opposed = [text for pair in model["tensions"] for text in pair]
        return [*cards, *opposed, *_list_discussed(model["discussed"])]
    if model["view"] == "results":
        ranks = [rank["title"] for place in model["places"] for rank in place["ranks"] or ()]
        return [
            *ranks,
            *(one["title"] for one in (*model["whole"], *model["fell"])),
            *_list_discussed(model["discussed"]),
        ]
    if model["view"] == "statements":
        return [*(one["text"] for one in model["statements"]), *_list_discussed(model["discussed"])]
    if model["view"] == "budget":
        return [*(one["title"] for one in model["projects"]), *_list_discussed(model["discussed"])]
    if model["view"] == "missions":
        missions = [one for card in model["cards"] for one in card["missions"]]
        return [text for one in missions for text in (one["title"], *one["names"])]
    return []


def _list_discussed(discussed: Iterable[ScreenDiscussed]) -> list[str]:
    return [text for one in discussed for text in (one["title"], one["text"], one["answer"])]
