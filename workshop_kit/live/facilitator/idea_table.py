"""The facilitator's view on the ideas of the current challenge, as far as the phase lets it be seen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from workshop_kit.domain.diversity import list_reveals, measure_conditions
from workshop_kit.domain.ideas import Option, list_options, measure_originality, suggest_groups
from workshop_kit.domain.model import Category, Challenge, Idea, Participant, Phase
from workshop_kit.domain.presence import list_room
from workshop_kit.domain.voting import tally_votes
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository


class Stage(StrEnum):
    """How much of the ideas may be seen."""

    HIDDEN = "hidden"
    REVEAL = "reveal"
    VOTE = "vote"
    RESULTS = "results"


_STAGES: Final = {
    Phase.WELCOME: Stage.HIDDEN,
    Phase.WRITING: Stage.HIDDEN,
    Phase.REVEAL: Stage.REVEAL,
    Phase.VOTE: Stage.VOTE,
}


class IdeaTable:
    """Reads the ideas of the current challenge within one read of the store.

    Parameters
    ----------
    repository
        Inside its transaction.
    language
        The language of the page, for words about people and for sentences.

    """

    def __init__(self, repository: Repository, language: str) -> None:
        self._repository = repository
        self._say = Translator(language)
        workshop = repository.find_workshop()
        self.phase = workshop.phase
        self.stage = _STAGES.get(workshop.phase, Stage.RESULTS)
        self.challenges = repository.list_challenges()
        self.current = workshop.current_challenge
        self.people = repository.list_participants()
        self.room = list_room(self.people)
        self.ideas: Sequence[Idea] = repository.list_ideas(challenge=self.current) if self.current else ()

    def read(self) -> dict[str, Any]:
        """Return the read model; texts stand in it only once revealed, tallies only once the vote is closed."""
        model: dict[str, Any] = {
            "phase": self.phase.value,
            "stage": self.stage.value,
            "challenge": self._read_challenge(),
            "counts": self._count(),
            "gauges": self._read_gauges(),
            "categories": [{"key": str(one), "label": self._say.category(one)} for one in Category],
            "options": [],
            "suggestions": [],
            "may_gather": False,
            "voted": 0,
        }
        if self.current is not None and self.stage is not Stage.HIDDEN:
            model |= self._read_revealed(self.current)
        return model

    def _read_challenge(self) -> dict[str, Any] | None:
        for index, challenge in enumerate(self.challenges):
            if challenge.id == self.current:
                return {"number": index + 1, "total": len(self.challenges), **_name(challenge)}
        return None

    def _count(self) -> dict[str, int]:
        room = {one.id for one in self.room}
        finished = self._repository.list_finished(Phase.WRITING) & room
        wrote = {idea.author for idea in self.ideas if idea.author is not None}
        return {
            "people": len(room),
            "ideas": len(self.ideas),
            "finished": len(finished),
            "silent": len(room - finished - wrote),
        }

    def _read_gauges(self) -> list[dict[str, Any]]:
        """Return the measures that help to act now, each with a sentence that says what to do about it."""
        conditions = measure_conditions(
            self.room,
            self.ideas,
            sectors=self._repository.list_sectors(),
            revealed_at=list_reveals(self.challenges),
        )
        diversity = [self._say.reason(conditions.diversity.reason)]
        if self.room and conditions.absent_categories:
            diversity.append(self._name_categories("absent", conditions.absent_categories))
        if self.ideas and conditions.silent_categories:
            diversity.append(self._name_categories("silent", conditions.silent_categories))
        gauges = [
            _gauge("diversity", conditions.diversity.value, " ".join(diversity)),
            _gauge("field", conditions.decentralisation.value, self._say.reason(conditions.decentralisation.reason)),
        ]
        if self.ideas and self.stage is not Stage.HIDDEN:
            independence = conditions.independence
            gauges.append(_gauge("independence", independence.value, self._say.reason(independence.reason)))
            alone = len(_find_original(tuple(self.ideas)))
            sentence = self._say.plural("facilitator.ideas.gauge.originality.sentence", alone)
            gauges.append(_gauge("originality", alone / len(self.ideas), sentence))
        return gauges

    def _name_categories(self, kind: str, categories: Sequence[str]) -> str:
        names = ", ".join(self._say.category(category) for category in categories)
        return self._say(f"facilitator.ideas.gauge.{kind}", names=names)

    def _read_revealed(self, challenge: str) -> dict[str, Any]:
        dots = self._repository.list_dots(challenge=challenge)
        options = list_options(self.ideas, self._repository.list_groups(challenge=challenge))
        authors = {one.id: one for one in self.people}
        original = _find_original(tuple(self.ideas))
        may_gather = self.stage is Stage.REVEAL and not dots
        shown = [self._read_option(option, authors, original) for option in options]
        if self.stage is Stage.RESULTS:
            tallies = {tally.option.id: tally for tally in tally_votes(options, dots)}
            for one in shown:
                tally = tallies[one["id"]]
                one |= {"dots": tally.dots, "supporters": tally.supporters, "rank": tally.rank}
            shown.sort(key=lambda one: one["rank"])
        return {
            "options": shown,
            "suggestions": self._suggest(options) if may_gather else [],
            "may_gather": may_gather,
            "voted": len({one.participant for one in dots} & {one.id for one in self.room}),
        }

    def _read_option(self, option: Option, authors: dict[str, Participant], original: frozenset[str]) -> dict[str, Any]:
        return {
            "id": option.id,
            "title": option.title,
            "group": not option.lone,
            "original": option.lone and option.ideas[0].id in original,
            "ideas": [self._read_idea(idea, authors.get(idea.author or "")) for idea in option.ideas],
        }

    def _read_idea(self, idea: Idea, author: Participant | None) -> dict[str, Any]:
        return {
            "id": idea.id,
            "text": idea.text,
            "source": None if idea.source is None else idea.source.value,
            "category": None if author is None else self._say.category(author.category),
        }

    def _suggest(self, options: Sequence[Option]) -> list[list[str]]:
        alone = tuple(option.ideas[0] for option in options if option.lone)
        return [list(group) for group in _find_alike(alone)]


def _gauge(key: str, value: float | None, sentence: str) -> dict[str, Any]:
    return {"key": key, "value": value, "sentence": sentence}


# Comparing every idea with every other costs more than reading them; a change elsewhere must not pay for it again.
@lru_cache(maxsize=4)
def _find_original(ideas: tuple[Idea, ...]) -> frozenset[str]:
    return frozenset(measure_originality(ideas))


@lru_cache(maxsize=4)
def _find_alike(ideas: tuple[Idea, ...]) -> tuple[tuple[str, ...], ...]:
    return suggest_groups(ideas)


def _name(challenge: Challenge) -> dict[str, str]:
    return {"id": challenge.id, "stake": challenge.stake, "statement": challenge.statement}
