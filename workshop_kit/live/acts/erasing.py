"""Erasing a person who asks for it (GDPR, article 17): from their phone, or by the facilitator for who has none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from workshop_kit.domain.ideas import is_called_after, is_taken_from
from workshop_kit.domain.model import Idea, Remover
from workshop_kit.domain.names import fold_name
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.forgetting import remember_erased
from workshop_kit.live.acts.holding import stays_erased
from workshop_kit.live.acts.moving import let_screen_go
from workshop_kit.live.screen.drawing import withdraw_drawings
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person, Persons


def erase_person(repository: Repository, person: str, now: datetime, *, with_ideas: bool) -> None:
    """Erase a person who asks for it: each of their seats with all it gave, the ideas too if so wished.

    Contact details, scores, dots, assignments and the seats go. Ideas that stay no longer have an author: nothing
    links them to the person. A mission whose owner bears their name has none any more. Keyed digests alone remember
    them, so that an older file does not bring them back. Raises ``MissingEntry`` when there is no such participant.
    """
    _erase_seats(repository, [one.id for one in Person(repository, person).seats], now, with_ideas=with_ideas)


def erase_seat(repository: Repository, seat: str, now: datetime, *, with_ideas: bool) -> None:
    """Erase the seat of who asks for it on their phone, and ask the facilitator about each other seat of theirs.

    Two seats were joined by somebody who may be mistaken, so that nobody erases a stranger. Whoever was erased is in
    the room no more: what stands under another seat of theirs is not waited for, until its phone says otherwise.
    """
    others = [one for one in Person(repository, seat).seats if one.id != seat]
    _erase_seats(repository, [seat], now, with_ideas=with_ideas)
    for one in others:
        parted = replace(one, away_at=one.away_at or now, joined_to=None if one.joined_to == seat else one.joined_to)
        repository.update_participant(parted)  # their phones look who is one with them
        repository.note_erasure(one.id, with_ideas=with_ideas)


def keep_seat(repository: Repository, seat: str) -> None:
    """Note that a seat stays, though a person it was joined to was erased: it is somebody else's, who is there."""
    known = repository.find_participant(seat)
    repository.update_participant(replace(known, away_at=None))
    repository.note_keeping(known.id)


def _erase_seats(repository: Repository, seats: Collection[str], now: datetime, *, with_ideas: bool) -> None:
    withdraw_drawings(repository, Persons(repository).list_seats_of(next(iter(seats))))
    for seat in seats:
        known, offer = repository.find_participant(seat), repository.find_volunteer(seat)
        names = {known.pseudonym} if offer is None else {known.pseudonym, offer.name}
        _forget_owner(repository, names, without=seats)
        for idea in repository.list_ideas(author=seat) if with_ideas else ():
            _erase_idea(repository, idea)
        remember_erased(repository, known, now)
        repository.remove_participant(seat)
    let_screen_go(repository)


def _forget_owner(repository: Repository, names: set[str], *, without: Collection[str]) -> None:
    """Forget who is in charge where that is the name of who is erased, and of nobody else.

    Anybody may take a pseudonym: the name of somebody of a file, or who offered help under it, stays theirs.
    """
    others = {one.pseudonym for one in repository.list_participants() if one.id not in without}
    others |= {one.name for one in repository.list_volunteers() if one.participant not in without}
    folded = {fold_name(name) for name in names} - {fold_name(name) for name in others}
    for mission in repository.list_missions():
        if mission.owner and fold_name(mission.owner) in folded:
            repository.update_mission(replace(mission, owner=""))


def _erase_idea(repository: Repository, idea: Idea) -> None:
    """Remove an idea; one that was merged, that others chose or may have chosen keeps its place, wordless.

    So the votes of the others stay true: what they chose is told to have been removed by who wrote it. From the ballot
    on until the results are told, so is every other: nobody learns from its going that it has no dots. A mission that
    is called by its words waits for another title, as a group does, unless somebody else's idea says the same.
    """
    others = [one.text for one in repository.list_ideas(idea.challenge) if one.id != idea.id]
    _retitle_missions(repository, idea, others)
    groups = [one for one in repository.list_groups(idea.challenge, undone=True) if idea.id in one.members]
    seats = () if idea.author is None else Persons(repository).list_seats_of(idea.author)
    if not groups and not stays_erased(repository, idea, without=seats):
        repository.remove_idea(idea.id, Remover.AUTHOR)
        return
    taken_back = Translator(repository.find_workshop().language)("participant.thanks.idea-removed")
    repository.update_idea(replace(idea, text=taken_back, source=None))
    for group in groups:
        if is_called_after(group.title, idea.text) and not any(is_called_after(group.title, one) for one in others):
            repository.update_group(replace(group, title=taken_back))


def _retitle_missions(repository: Repository, idea: Idea, others: Collection[str]) -> None:
    unnamed = Translator(repository.find_workshop().language)("facilitator.missions.unnamed")
    for mission in repository.list_missions(idea.challenge):
        if is_taken_from(mission.title, idea.text) and not any(is_taken_from(mission.title, one) for one in others):
            repository.update_mission(replace(mission, title=unnamed))
