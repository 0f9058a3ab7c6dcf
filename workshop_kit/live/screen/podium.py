"""The first places of the results (podium) as the screen holds them: a long title is cut there, and whole on a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.voting import Place, Tally, list_places
from workshop_kit.live.contract.screen import (
    ScreenFrame,
    ScreenPlace,
    ScreenRank,
    ScreenResults,
    ScreenWhole,
)
from workshop_kit.live.screen.pages import fill_pages, set_text, weigh_card
from workshop_kit.live.tallies import describe_tally, find_covered, read_tallies
from workshop_kit.store import Repository

#: How many of those that share a place have room side by side; the others are counted.
SHARING_AT_MOST: Final = 6
#: Signs of a title that have room in its place, by how many places there are; what shares a place has less.
_ROOM: Final = {1: 280, 2: 180, 3: 120}
_ROOM_OF_MORE: Final = 64
_ROOM_OF_SHARING: Final = {2: 84, 3: 72}
_ROOM_OF_MORE_SHARING: Final = 54


def read_results(
    repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime
) -> ScreenResults:
    """Return the places of a challenge's vote, those that are uncovered with what they gathered."""
    challenge = shown[0]
    tallies = read_tallies(repository, challenge)
    places = list_places(tallies)
    covered = len(find_covered(tallies, challenge))
    read = [_read_place(place, covered=at < covered, of=len(places)) for at, place in enumerate(places)]
    uncovered = [tally for place in places[covered:] for tally in place.tallies[:SHARING_AT_MOST]]
    ranks = [rank for place in read for rank in place["ranks"] or ()]
    whole, pages = _give_pages(ranks, uncovered)
    with_dots = sum(tally.placed for tally in tallies)
    return {
        **frame,
        "view": "results",
        "places": read,
        "whole": whole,
        "pages": pages,
        "others": with_dots - sum(len(place.tallies) for place in places),
        "without": len(tallies) - with_dots,
    }


def _read_place(place: Place, *, covered: bool, of: int) -> ScreenPlace:
    if covered:
        return {"rank": place.rank, "ranks": None, "more": 0}
    tallies = place.tallies[:SHARING_AT_MOST]
    room = _ROOM.get(of, _ROOM_OF_MORE)
    if len(tallies) > 1:
        room = min(room, _ROOM_OF_SHARING.get(len(tallies), _ROOM_OF_MORE_SHARING))
    return {
        "rank": place.rank,
        "ranks": [_read_rank(tally, room) for tally in tallies],
        "more": len(place.tallies) - len(tallies),
    }


def _read_rank(tally: Tally, room: int) -> ScreenRank:
    return {
        **describe_tally(tally),
        "title": _shorten(set_text(conceal_contacts(tally.option.title)), room),
        "ideas": len(tally.option.ideas),
        "page": None,
    }


def _give_pages(ranks: Sequence[ScreenRank], uncovered: Sequence[Tally]) -> tuple[list[ScreenWhole], list[int]]:
    """Give what was cut a page after the places, and write beside it which; return these cards and every page."""
    cut: list[ScreenRank] = []
    whole: list[ScreenWhole] = []
    for rank, tally in zip(ranks, uncovered, strict=True):
        title = set_text(conceal_contacts(tally.option.title))
        if title != rank["title"]:
            cut.append(rank)
            whole.append({"rank": tally.rank, "title": title})
    if not whole:
        return [], []
    after = fill_pages([weigh_card("", [one["title"]], notes=1) for one in whole])
    on = [page for page, cards in enumerate(after, start=1) for _ in range(cards)]
    for rank, page in zip(cut, on, strict=True):
        rank["page"] = page
    return whole, [len(ranks), *after]


def _shorten(title: str, room: int) -> str:
    """Cut a title that is too long after a whole word, visibly."""
    if len(title) <= room:
        return title
    kept = title[: room - 1]
    at = kept.rfind(" ")
    return f"{kept[: at if at > room // 2 else len(kept)].rstrip(' ,;:')}…"
