"""Holding an idea back (moderation): with a reason that its author reads, and reversibly."""

from __future__ import annotations

from dataclasses import replace

from workshop_kit.domain.model import DOTS_PER_CHALLENGE, Idea, Source
from workshop_kit.domain.voting import gather_dots
from workshop_kit.live.acts.moving import let_screen_go
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository


def hold_idea(repository: Repository, idea: Idea, reason: str) -> None:
    """Hold an idea back from the room; without a reason, give it back. Either way it was read as it stands.

    Its dots stay on record and no longer count: whoever gave them may put them elsewhere. Given back, the idea takes
    its dots again, as far as their owners still have them.
    """
    repository.update_idea(replace(idea, held=reason, corrected=False))
    if not reason:
        _leave_spent_dots(repository, idea)
    let_screen_go(repository)


def correct_idea(repository: Repository, idea: Idea, text: str, source: Source | None) -> None:
    """Keep what an author changed; an idea held back stays so, and the facilitator is told to read it again."""
    changed = (text, source) != (idea.text, idea.source)
    read_again = bool(idea.held) and (changed or idea.corrected)
    repository.update_idea(replace(idea, text=text, source=source, corrected=read_again))


def _leave_spent_dots(repository: Repository, idea: Idea) -> None:
    """Take from the idea the dots that their owners have put elsewhere meanwhile."""
    votes = repository.list_votes(idea.challenge)
    options = read_options(repository, repository.find_challenge(idea.challenge))
    spent: dict[str, int] = {}
    for given in gather_dots(options, votes).values():
        for person, count in given.items():
            spent[person] = spent.get(person, 0) + count
    for vote in votes:
        beyond = spent.get(vote.participant, 0) - DOTS_PER_CHALLENGE
        if vote.option == idea.id and beyond > 0:
            repository.update_dots(replace(vote, count=max(0, vote.count - beyond)))
