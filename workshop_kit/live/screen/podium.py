"""The first places of the results (podium) as the screen holds them: a long title is cut there, and whole on a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.voting import PODIUM, Place, Tally, list_places
from workshop_kit.live.contract.screen import ScreenBudget, ScreenFrame, ScreenResults, ScreenStatements
from workshop_kit.live.contract.screen_shown import ScreenFell, ScreenPlace, ScreenRank, ScreenWhole
from workshop_kit.live.screen.counted import Counted, describe_round, read_counted
from workshop_kit.live.screen.discussing import fill_discussed, list_to_discuss
from workshop_kit.live.screen.funding import read_budget
from workshop_kit.live.screen.opinions import read_statements
from workshop_kit.live.screen.pages import fill_pages, set_text, shorten_text, weigh_card
from workshop_kit.live.tallies import describe_tally, find_covered
from workshop_kit.store import Repository

#: How many of those that share a place have room side by side; the others are counted.
SHARING_AT_MOST: Final = 6
#: Signs of a title that have room in its place, by how many places there are; what shares a place has less.
_ROOM: Final = {1: 280, 2: 180, 3: 120}
_ROOM_OF_MORE: Final = 64
_ROOM_OF_SHARING: Final = {2: 84, 3: 72}
_ROOM_OF_MORE_SHARING: Final = 54
#: Signs of a title beside a profile of grades, by how many rows there are; one that is cut leaves room for its page.
_ROOM_BESIDE_GRADES: Final = {1: 240, 2: 180, 3: 140, 4: 110}
_ROOM_BESIDE_MORE_GRADES: Final = 88
_ROOM_OF_PAGE: Final = 14
#: Those that fell most and are told below the places: of more, none fell more than the others.
FALLEN_AT_MOST: Final = 2
#: Signs of the title of what fell, in the line below the places.
_ROOM_OF_FALLEN: Final = 44


def read_results(
    repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime
) -> ScreenResults | ScreenStatements | ScreenBudget:
    """Return what a challenge's vote gave, in the way of its kind."""
    challenge = shown[0]
    kind = repository.find_vote_rule(challenge.id, challenge.counted_round).kind
    if kind is VoteKind.STATEMENTS:
        return read_statements(repository, challenge, frame)
    if kind is VoteKind.BUDGET:
        return read_budget(repository, challenge, frame)
    return _read_places(repository, challenge, frame)


def _read_places(repository: Repository, challenge: Challenge, frame: ScreenFrame) -> ScreenResults:
    """Return the places of a vote, those that are uncovered with what they gathered."""
    counted = read_counted(repository, challenge)
    places = list_places(counted.tallies)
    covered = len(find_covered(counted.tallies, challenge))
    shown = _list_shown(places, counted.rule.kind)
    rows = sum(map(len, shown))
    read = [
        _read_place(place, shown[at], counted, covered=at < covered, of=len(places), rows=rows)
        for at, place in enumerate(places)
    ]
    uncovered = [tally for tallies in shown[covered:] for tally in tallies]
    ranks = [rank for place in read for rank in place["ranks"] or ()]
    whole, pages = _give_pages(ranks, uncovered)
    discussed = list_to_discuss(repository, challenge, covered)
    first = pages or ([len(ranks)] if discussed else [])
    with_dots = sum(tally.placed for tally in counted.tallies)
    return {
        **describe_round(repository, challenge, frame),
        "view": "results",
        "places": read,
        "whole": whole,
        "discussed": discussed,
        "pages": [*first, *fill_discussed(discussed)],
        "others": with_dots - sum(len(place.tallies) for place in places),
        "without": len(counted.tallies) - with_dots,
        "fell": [] if covered else _list_fallen(counted, places),
    }


def _list_fallen(counted: Counted, places: Sequence[Place]) -> list[ScreenFell]:
    """Return the options beyond the places that lost most dots of all: what stands in a place tells it there."""
    lost = {tally.option.id: _count_lost(tally, counted) for tally in counted.tallies}
    most = max(lost.values(), default=0)
    inside = {tally.option.id for place in places for tally in place.tallies}
    fallen = [tally for tally in counted.tallies if lost[tally.option.id] == most and tally.option.id not in inside]
    return [_describe_fallen(tally, counted) for tally in fallen] if most > 0 and len(fallen) <= FALLEN_AT_MOST else []


def _count_lost(tally: Tally, counted: Counted) -> int:
    before = counted.before.get(tally.option.id)
    return 0 if before is None else before.dots - tally.dots


def _describe_fallen(tally: Tally, counted: Counted) -> ScreenFell:
    described = describe_tally(tally, counted.before.get(tally.option.id))
    title = shorten_text(set_text(conceal_contacts(tally.option.title)), _ROOM_OF_FALLEN)
    return {"title": title, "supporters": tally.supporters, "dots": tally.dots, "before": described["before"]}


def _list_shown(places: Sequence[Place], kind: VoteKind) -> list[tuple[Tally, ...]]:
    """Return of each place those that are shown: side by side, or of grades in so many rows as the best have."""
    if kind is not VoteKind.GRADES:
        return [place.tallies[:SHARING_AT_MOST] for place in places]
    shown: list[tuple[Tally, ...]] = []
    for place in places:  # only the last place may be shared by more than there are rows
        shown.append(place.tallies[: max(1, PODIUM - sum(map(len, shown)))])
    return shown


def _read_place(
    place: Place, tallies: Sequence[Tally], counted: Counted, *, covered: bool, of: int, rows: int
) -> ScreenPlace:
    if covered:
        return {"rank": place.rank, "ranks": None, "more": 0}
    room = _ROOM.get(of, _ROOM_OF_MORE)
    if counted.rule.kind is VoteKind.GRADES:
        room = _ROOM_BESIDE_GRADES.get(rows, _ROOM_BESIDE_MORE_GRADES)
    elif len(tallies) > 1:
        room = min(room, _ROOM_OF_SHARING.get(len(tallies), _ROOM_OF_MORE_SHARING))
    return {
        "rank": place.rank,
        "ranks": [_read_rank(tally, counted.before.get(tally.option.id), room) for tally in tallies],
        "more": len(place.tallies) - len(tallies),
    }


def _read_rank(tally: Tally, before: Tally | None, room: int) -> ScreenRank:
    title = set_text(conceal_contacts(tally.option.title))
    if tally.kind is VoteKind.GRADES and len(title) > room:
        room -= _ROOM_OF_PAGE
    return {
        **describe_tally(tally, before),
        "title": shorten_text(title, room),
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
