"""The matrices as they were drawn for the room, kept in the store: every page shows the same, whenever it is opened.

A page that looks at the matrices has those drawn that are due (``domain.drawing``); the facilitator's press draws all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from workshop_kit.domain.drawing import ANSWERS_AT_LEAST, count_placed, is_due, list_marks
from workshop_kit.domain.model import Participant
from workshop_kit.domain.projection import Drawing
from workshop_kit.domain.seats import resolve_seats, stand_for_scores
from workshop_kit.live.matrix import count_matrix
from workshop_kit.store import Repository, Store


def read_drawings(repository: Repository) -> Mapping[str, Drawing]:
    """Return the drawings that may be shown, by challenge."""
    return {one.challenge: one for one in repository.list_drawings() if not one.withdrawn}


def draw_due(store: Store, now: datetime) -> None:
    """Draw the matrices that are due and keep them; nothing is written when none is."""
    if store.read(lambda repository: bool(_list_due(repository, now))):
        store.perform(None, lambda repository: _keep(repository, _list_due(repository, now)))


def draw_all(repository: Repository, now: datetime) -> None:
    """Draw every matrix as it stands, unless so few answered that a mark is somebody."""
    drawn = [drawing for _, drawing in _draw_each(repository, now)]
    _keep(repository, [one for one in drawn if count_placed(one.marks) >= ANSWERS_AT_LEAST])


def wait_again(repository: Repository) -> None:
    """Take away the drawings made while answers were waited for."""
    for one in repository.list_drawings():
        if one.waited > 0 and not one.withdrawn:
            repository.remove_drawing(one.challenge)


def withdraw_drawings(repository: Repository, seats: Sequence[str]) -> None:
    """Take one person's marks out of the drawings, which are shown no more: the gap would say whose it is."""
    for one in repository.list_drawings():
        theirs = [mark.participant for mark in one.marks if mark.participant in seats]
        if theirs:
            repository.withdraw_marks(one.challenge, theirs)


def find_change(repository: Repository, challenge: str) -> Literal["none", "changed", "erased"] | None:
    """Return what became of a matrix since it was drawn: ``None``, it stands so; ``none``, it was not drawn."""
    kept = next((one for one in repository.list_drawings() if one.challenge == challenge), None)
    if kept is None:
        return "none"
    if kept.withdrawn:
        return "erased"
    now = _draw(repository, challenge, repository.list_participants(), kept.at)
    return None if kept.marks == now.marks else "changed"


def _list_due(repository: Repository, now: datetime) -> list[Drawing]:
    pressed = repository.find_projection().drawn
    return [
        drawing
        for kept, drawing in _draw_each(repository, now)
        if is_due(kept, drawing.marks, waited=drawing.waited, pressed=pressed)
    ]


def _draw_each(repository: Repository, now: datetime) -> list[tuple[Drawing | None, Drawing]]:
    """Return, for each challenge, how its matrix was drawn last and how it would be drawn now."""
    people = repository.list_participants()
    kept = {one.challenge: one for one in repository.list_drawings()}
    return [(kept.get(one.id), _draw(repository, one.id, people, now)) for one in repository.list_challenges()]


def _draw(repository: Repository, challenge: str, people: Sequence[Participant], now: datetime) -> Drawing:
    scores = repository.list_scores(challenge)
    counts = count_matrix(scores, people)
    marks = list_marks(stand_for_scores(scores, resolve_seats(people)))
    return Drawing(challenge, now, counts["room"], counts["waited"], counts["others"], marks)


def _keep(repository: Repository, drawings: Sequence[Drawing]) -> None:
    for drawing in drawings:
        repository.update_drawing(drawing)
