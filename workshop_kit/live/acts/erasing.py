"""Erasing a person who asks for it (GDPR, article 17): from their phone, or by the facilitator for who has none."""

from __future__ import annotations

from dataclasses import replace

from workshop_kit.domain.ideas import is_called_after
from workshop_kit.domain.model import Idea, Remover
from workshop_kit.domain.names import fold_name
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.holding import bears_result
from workshop_kit.live.acts.moving import let_screen_go
from workshop_kit.live.screen.drawing import withdraw_drawings
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person, Persons


def erase_person(repository: Repository, person: str, *, with_ideas: bool) -> None:
    """Erase contact details, scores, dots, assignments and the seat of a participant, and the ideas too if so wished.

    Ideas that stay no longer have an author: nothing links them to the person. A mission whose owner bears their name
    has none any more. What another seat of theirs gave is not touched: it stands for itself from then on. Raises
    ``MissingEntry`` when there is no such participant.
    """
    known = repository.find_participant(person)
    others = [one.id for one in Person(repository, person).seats if one.id != person]
    offer = repository.find_volunteer(person)
    _forget_owner(repository, {known.pseudonym} if offer is None else {known.pseudonym, offer.name})
    if with_ideas:
        for idea in repository.list_ideas(author=person):
            _erase_idea(repository, idea)
    withdraw_drawings(repository, Persons(repository).list_seats_of(person))
    repository.remove_participant(person)
    for seat in others:
        repository.update_participant(repository.find_participant(seat))  # their phones look who is one with them
    let_screen_go(repository)


def _forget_owner(repository: Repository, names: set[str]) -> None:
    folded = {fold_name(name) for name in names}
    for mission in repository.list_missions():
        if mission.owner and fold_name(mission.owner) in folded:
            repository.update_mission(replace(mission, owner=""))


def _erase_idea(repository: Repository, idea: Idea) -> None:
    """Remove an idea; one that was merged, that others voted on or that became a mission keeps its place, wordless.

    So the votes of the others stay true: what they chose is told to have been removed by who wrote it.
    """
    groups = [one for one in repository.list_groups(idea.challenge, undone=True) if idea.id in one.members]
    seats = () if idea.author is None else Persons(repository).list_seats_of(idea.author)
    if not groups and not bears_result(repository, idea, without=seats):
        repository.remove_idea(idea.id, Remover.AUTHOR)
        return
    taken_back = Translator(repository.find_workshop().language)("participant.thanks.idea-removed")
    repository.update_idea(replace(idea, text=taken_back, source=None))
    for group in groups:
        if is_called_after(group.title, idea.text):
            repository.update_group(replace(group, title=taken_back))
