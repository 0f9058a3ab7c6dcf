"""Silent writing, then the reveal: one's own ideas first, everybody's afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final
from uuid import uuid4

from workshop_kit.domain.course import Phase
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Change, Idea, Participant
from workshop_kit.errors import InvalidEntry
from workshop_kit.live.challenge import describe_challenge, read_options
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.participant.ideas import (
    CorrectIdea,
    Finish,
    IdeasModel,
    OwnIdea,
    RemoveIdea,
    RevealedOption,
    RevealModel,
    WriteIdea,
    WritingModel,
    Written,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository

#: More than a person writes, and few enough that one page cannot drown the room's.
IDEAS_EACH: Final = 200


class WritesIdeas(SeatedWindow):
    """What one person writes: nobody else's ideas, nor how many there are, before the reveal."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._mine: set[str] = set()
        super().__init__(*arguments, **named)

    def _is_readable(self, change: Change, shown: Mapping[str, Any]) -> bool:
        """While writing, other people's ideas do not touch this page."""
        return change.kind != "idea" or shown.get("stage") != "writing" or change.entity in self._mine

    @shows("challenge", "idea", "group", own=("finished",), when=_is_readable)
    def ideas_model(self) -> IdeasModel:
        """Return one's own ideas while writing, everybody's once revealed, nothing otherwise."""
        if self._is_shown("own_ideas"):
            return self.store.read(self._read_writing)
        if self._is_shown("ideas"):
            return self.store.read(self._read_reveal)
        return Hidden(visible=False)

    @intention
    def write_idea(self, repository: Repository, me: Participant, asked: WriteIdea) -> Written:
        """Add one's own idea for a challenge; its id comes back. Raises ``InvalidEntry`` (``too-many-ideas``)."""
        challenge = repository.find_challenge(asked.challenge).id
        if len(repository.list_ideas(challenge, me.id)) >= IDEAS_EACH:
            raise InvalidEntry("too-many-ideas", most=IDEAS_EACH)
        idea = Idea(uuid4().hex, challenge, asked.text, asked.source, me.id, self.now())
        repository.add_idea(idea)
        return {"idea": idea.id}

    @intention
    def correct_idea(self, repository: Repository, me: Participant, asked: CorrectIdea) -> Written:
        """Change the text or the source of one's own idea; raises ``InvalidEntry`` (``not-your-idea``)."""
        mine = _find_own(repository, me, asked.idea)
        repository.update_idea(replace(mine, text=asked.text, source=asked.source))
        return {"idea": mine.id}

    @intention
    def remove_idea(self, repository: Repository, me: Participant, asked: RemoveIdea) -> None:
        """Take one's own idea back while writing lasts; afterwards it belongs to the room's discussion."""
        repository.remove_idea(_find_own(repository, me, asked.idea).id)

    @intention
    def finish(self, repository: Repository, me: Participant, asked: Finish) -> None:
        """Say "I am done" with a phase, or take it up again; without effect once the room has moved on."""
        phase = Phase(asked.phase)
        if repository.find_workshop().phase is phase:
            act = repository.add_finished if asked.finished else repository.remove_finished
            act(phase, me.id)

    @intention
    def look_again(self) -> None:
        """Show the present state, as when a tab left aside is looked at again; the answer's refresh does it."""

    def _read_writing(self, repository: Repository) -> WritingModel:
        me = self._find_me(repository)
        ideas = repository.list_ideas(author=me.id)
        self._mine = {idea.id for idea in ideas}
        return {
            "visible": True,
            "stage": "writing",
            "current": repository.find_workshop().current_challenge,
            "finished": me.id in repository.list_finished(Phase.WRITING),
            "challenges": [
                {
                    **describe_challenge(challenge),
                    "ideas": [_describe_own(idea) for idea in ideas if idea.challenge == challenge.id],
                }
                for challenge in repository.list_challenges()
            ],
        }

    def _read_reveal(self, repository: Repository) -> RevealModel:
        me = self._find_me(repository)
        return {
            "visible": True,
            "stage": "reveal",
            "current": repository.find_workshop().current_challenge,
            "challenges": [
                {**describe_challenge(challenge), "options": _read_revealed(repository, me, challenge)}
                for challenge in repository.list_challenges()
            ],
        }


def shuffle_for(person: str, options: Iterable[Option]) -> list[Option]:
    """Return ``options`` in an order of this person's own, always the same, so that no idea profits from its place."""
    return sorted(options, key=lambda option: sha256(f"{person}:{option.id}".encode()).digest())


def _read_revealed(repository: Repository, me: Participant, challenge: Challenge) -> list[RevealedOption]:
    options = read_options(repository, challenge)
    return [
        {
            "title": option.title,
            "lone": option.lone,
            "ideas": [{"text": idea.text, "mine": idea.author == me.id} for idea in option.ideas],
        }
        for option in shuffle_for(me.id, options)
    ]


def _describe_own(idea: Idea) -> OwnIdea:
    return {"id": idea.id, "text": idea.text, "source": idea.source}


def _find_own(repository: Repository, me: Participant, idea: str) -> Idea:
    found = next((one for one in repository.list_ideas(author=me.id) if one.id == idea), None)
    if found is None:
        raise InvalidEntry("not-your-idea")
    return found
