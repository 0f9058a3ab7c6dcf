"""Erasing a person who asks for it (GDPR, article 17): from their phone, or by the facilitator for who has none."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from workshop_kit.domain.ideas import is_any_taken_from, is_called_after, list_words
from workshop_kit.domain.model import Idea, Remover
from workshop_kit.domain.names import fold_name
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.forgetting import remember_erased
from workshop_kit.live.acts.holding import list_staying
from workshop_kit.live.acts.moving import let_screen_go
from workshop_kit.live.acts.sitting import free_seat, seat_late
from workshop_kit.live.acts.staking import forget_judge
from workshop_kit.live.screen.drawing import withdraw_drawings
from workshop_kit.store import Repository
from workshop_kit.store.funding import count_all_again
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
        free_seat(repository, one.id)
        repository.note_erasure(one.id, with_ideas=with_ideas)


def keep_seat(repository: Repository, seat: str) -> None:
    """Note that a seat stays, though a person it was joined to was erased: it is somebody else's, who is there."""
    known = repository.find_participant(seat)
    here = replace(known, away_at=None)
    repository.update_participant(here)
    repository.note_keeping(known.id)
    if here.origin.seated and here.joined_to is None:
        seat_late(repository, here)


def _erase_seats(repository: Repository, seats: Collection[str], now: datetime, *, with_ideas: bool) -> None:
    withdraw_drawings(repository, Persons(repository).list_seats_of(next(iter(seats))))
    for seat in seats:
        known, offer = repository.find_participant(seat), repository.find_volunteer(seat)
        names = {known.pseudonym} if offer is None else {known.pseudonym, offer.name}
        _forget_owner(repository, names, without=seats)
        if with_ideas:
            _erase_ideas(repository, seat)
        remember_erased(repository, known, now)
        for browser, _ in repository.list_browsers(seat):
            repository.remove_ratings_of(browser)
            forget_judge(repository, browser)
        repository.remove_participant(seat)
    count_all_again(repository)
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


def _erase_ideas(repository: Repository, seat: str) -> None:
    """Remove a seat's ideas; one that was merged, that others chose or may have chosen keeps its place, wordless.

    So the votes of the others stay true: what they chose is told to have been removed by who wrote it. From the ballot
    on until the results are told, so is every other: nobody learns from its going that it has no dots. A mission that
    is called by its words waits for another title, as a group does, unless somebody else's idea says the same.

    What it takes is read once a challenge, however many ideas there are: others wait meanwhile.
    """
    own: dict[str, list[Idea]] = {}
    for idea in repository.list_ideas(author=seat):
        own.setdefault(idea.challenge, []).append(idea)
    language = repository.find_workshop().language if own else ""
    for challenge, ideas in own.items():
        gone = {idea.id for idea in ideas}
        others = [one.text for one in repository.list_ideas(challenge) if one.id not in gone]
        _retitle_missions(repository, challenge, ideas, others, Translator(language)("facilitator.missions.unnamed"))
        taken_back = Translator(language)("participant.thanks.idea-removed")
        _remove_ideas(repository, challenge, ideas, others, taken_back)


def _remove_ideas(
    repository: Repository, challenge: str, ideas: Collection[Idea], others: Collection[str], taken_back: str
) -> None:
    author = next(iter(ideas)).author
    seats = () if author is None else Persons(repository).list_seats_of(author)
    gone = {idea.id: idea for idea in ideas}
    groups = [one for one in repository.list_groups(challenge, undone=True) if not gone.keys().isdisjoint(one.members)]
    staying = list_staying(repository, ideas, without=seats).union(*(group.members for group in groups))
    repository.remove_ideas(challenge, [one for one in gone if one not in staying], Remover.AUTHOR)
    for idea in ideas:
        if idea.id in staying:
            repository.update_idea(replace(idea, text=taken_back, source=None, asked=False, answer=""))
    for group in groups:
        said = (gone[one].text for one in group.members if one in gone)
        if any(is_called_after(group.title, one) for one in said) and not any(
            is_called_after(group.title, one) for one in others
        ):
            repository.update_group(replace(group, title=taken_back))


def _retitle_missions(
    repository: Repository, challenge: str, ideas: Iterable[Idea], others: Iterable[str], unnamed: str
) -> None:
    missions = repository.list_missions(challenge)
    own = {list_words(idea.text) for idea in ideas} if missions else set()
    taken = [mission for mission in missions if is_any_taken_from(mission.title, own)]
    said = {list_words(one) for one in others} if taken else set()
    for mission in taken:
        if not is_any_taken_from(mission.title, said):
            repository.update_mission(replace(mission, title=unnamed))
