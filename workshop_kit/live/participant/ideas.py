"""Silent writing, then the reveal: one's own ideas first, everybody's afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final
from uuid import uuid4

from workshop_kit.domain.ideas import Option, list_options
from workshop_kit.domain.model import Challenge, Idea, Participant, Phase, Source
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.live.participant.entries import clean_text, demand_id, demand_length, demand_one_of
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository

IDEA_AT_LEAST: Final = 3
IDEA_AT_MOST: Final = 1000
#: More than a person writes, and few enough that one page cannot drown the room's.
IDEAS_EACH: Final = 200
#: An idea written in time may arrive late, from a phone that was offline: it is taken until the vote begins.
TAKES_IDEAS: Final = (Phase.WRITING, Phase.REVEAL)


class WritesIdeas(SeatedWindow):
    """What one person writes: nobody else's ideas, nor how many there are, before the reveal."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._mine: set[str] = set()
        super().__init__(*arguments, **named)

    def ideas_model(self) -> dict[str, Any]:
        """Return one's own ideas while writing, everybody's once revealed, nothing otherwise."""
        if self._is_in(Phase.WRITING):
            return self.store.read(self._read_writing)
        if self._is_in(Phase.REVEAL):
            return self.store.read(self._read_reveal)
        return {"visible": False}

    def wrote(self, idea: str) -> bool:
        """Tell whether this seat's page already shows ``idea`` as its own."""
        return idea in self._mine

    def write_idea(self, *, challenge: object, text: object, source: object, intention: str) -> dict[str, Any]:
        """Add one's own idea for a challenge; its id comes back.

        Raises
        ------
        InvalidEntry
            ``idea-length``, ``unknown-source``, ``too-many-ideas``.
        MissingEntry
            The challenge is not there.
        NotAllowed
            ``not-seated``, ``writing-not-begun`` or ``writing-closed``.

        """

        def write(repository: Repository, me: Participant) -> dict[str, Any]:
            _demand_writing(repository)
            idea = Idea(
                id=uuid4().hex,
                challenge=repository.find_challenge(demand_id(challenge)).id,
                text=_demand_text(text),
                source=_demand_source(source),
                author=me.id,
                written_at=self.now(),
            )
            if len(repository.list_ideas(idea.challenge, me.id)) >= IDEAS_EACH:
                raise InvalidEntry("too-many-ideas", most=IDEAS_EACH)
            repository.add_idea(idea)
            return {"idea": idea.id}

        return self._act(intention, write)

    def correct_idea(self, *, idea: object, text: object, source: object, intention: str) -> dict[str, Any]:
        """Change the text or the source of one's own idea; refusals as in ``write_idea``, and ``not-your-idea``."""

        def correct(repository: Repository, me: Participant) -> dict[str, Any]:
            _demand_writing(repository)
            mine = _find_own(repository, me, idea)
            repository.update_idea(replace(mine, text=_demand_text(text), source=_demand_source(source)))
            return {"idea": mine.id}

        return self._act(intention, correct)

    def remove_idea(self, *, idea: object, intention: str) -> dict[str, Any]:
        """Take one's own idea back while writing lasts; afterwards it belongs to the room's discussion."""

        def remove(repository: Repository, me: Participant) -> dict[str, Any]:
            if repository.find_workshop().phase is not Phase.WRITING:
                raise NotAllowed("writing-closed")
            repository.remove_idea(_find_own(repository, me, idea).id)
            return {}

        return self._act(intention, remove)

    def finish(self, *, phase: object, finished: object, intention: str) -> dict[str, Any]:
        """Say "I am done" with ``phase``, or take it up again; without effect once the room has moved on."""
        named = demand_one_of(phase, {Phase.WRITING.value, Phase.VOTE.value}, "malformed-intention")

        def mark(repository: Repository, me: Participant) -> dict[str, Any]:
            if repository.find_workshop().phase is Phase(named):
                act = repository.add_finished if finished is True else repository.remove_finished
                act(Phase(named), me.id)
            return {"finished": finished is True}

        return self._act(intention, mark)

    def _read_writing(self, repository: Repository) -> dict[str, Any]:
        me = self._find_me(repository)
        ideas = repository.list_ideas(author=me.id)
        self._mine = {idea.id for idea in ideas}
        return {
            "visible": True,
            "stage": "writing",
            "current": repository.find_workshop().current_challenge,
            "finished": me.id in repository.list_finished(Phase.WRITING),
            "challenges": [
                describe_challenge(challenge)
                | {"ideas": [_describe_own(idea) for idea in ideas if idea.challenge == challenge.id]}
                for challenge in repository.list_challenges()
            ],
        }

    def _read_reveal(self, repository: Repository) -> dict[str, Any]:
        me = self._find_me(repository)
        return {
            "visible": True,
            "stage": "reveal",
            "current": repository.find_workshop().current_challenge,
            "challenges": [
                describe_challenge(challenge) | {"options": _read_revealed(repository, me, challenge)}
                for challenge in repository.list_challenges()
            ],
        }


def describe_challenge(challenge: Challenge) -> dict[str, Any]:
    """Return what a phone shows of a challenge."""
    return {"id": challenge.id, "stake": challenge.stake, "statement": challenge.statement}


def shuffle_for(person: str, options: Iterable[Option]) -> list[Option]:
    """Return ``options`` in an order of this person's own, always the same, so that no idea profits from its place."""
    return sorted(options, key=lambda option: sha256(f"{person}:{option.id}".encode()).digest())


def _read_revealed(repository: Repository, me: Participant, challenge: Challenge) -> list[dict[str, Any]]:
    options = list_options(repository.list_ideas(challenge.id), repository.list_groups(challenge.id))
    return [
        {
            "title": option.title,
            "lone": option.lone,
            "ideas": [{"text": idea.text, "mine": idea.author == me.id} for idea in option.ideas],
        }
        for option in shuffle_for(me.id, options)
    ]


def _describe_own(idea: Idea) -> dict[str, Any]:
    return {"id": idea.id, "text": idea.text, "source": idea.source.value if idea.source else None}


def _demand_writing(repository: Repository) -> None:
    phase = repository.find_workshop().phase
    if phase not in TAKES_IDEAS:
        raise NotAllowed("writing-not-begun" if phase is Phase.WELCOME else "writing-closed")


def _demand_text(value: object) -> str:
    return demand_length(clean_text(value), IDEA_AT_LEAST, IDEA_AT_MOST, "idea-length")


def _demand_source(value: object) -> Source | None:
    if value is None or value == "":
        return None
    return Source(demand_one_of(value, {source.value for source in Source}, "unknown-source"))


def _find_own(repository: Repository, me: Participant, idea: object) -> Idea:
    found = next((one for one in repository.list_ideas(author=me.id) if one.id == idea), None)
    if found is None:
        raise InvalidEntry("not-your-idea")
    return found
