"""The five gauges of a challenge as the facilitator reads them: what each shows, how it got there, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workshop_kit.domain.counting import gather_ballots
from workshop_kit.domain.course import Stage
from workshop_kit.domain.diversity import list_reveals
from workshop_kit.domain.gauges import Gauge as MeasuredGauge
from workshop_kit.domain.gauges import GaugeName, Gauges, Given, TrendMoment, fill_sentence
from workshop_kit.domain.history import StepKind, read_course
from workshop_kit.domain.ideas import Option, measure_likeness
from workshop_kit.domain.model import Challenge, Idea, Participant
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.shift import Shift, measure_shift
from workshop_kit.domain.speaking import list_told
from workshop_kit.domain.trends import Stop, trace_gauges
from workshop_kit.i18n import Translator
from workshop_kit.live.challenge import strip_marks
from workshop_kit.live.contract.facilitator.ideas import Gauge
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

#: After all that was written.
_PRESENT: Final = datetime.max.replace(tzinfo=UTC)


class GaugeLines:
    """Reads the gauges of one challenge within one read of the store; before its reveal none compares ideas."""

    def __init__(
        self, repository: Repository, persons: Persons, challenge: Challenge, room: Sequence[Participant]
    ) -> None:
        self._repository = repository
        self._persons = persons
        self._challenge = challenge
        self._room = room
        self._ideas: Sequence[Idea] = persons.list_ideas(challenge.id)

    def read(self, say: Translator, options: Sequence[Option], lone: Collection[str], *, revealed: bool) -> list[Gauge]:
        """Return each gauge with its sentence; originality is left out until ideas are ``revealed``.

        ``lone`` are the ideas that the page shows as like no other: the gauge names no more than those.
        """
        gauges = self._measure(options, lone, revealed=revealed)
        texts = {idea.id: idea.text for idea in self._ideas} if revealed else {}
        return [
            self._describe(gauge, gauges, say, texts)
            for gauge in gauges
            if revealed or gauge.name is not GaugeName.ORIGINALITY
        ]

    def _measure(self, options: Sequence[Option], lone: Collection[str], *, revealed: bool) -> Gauges:
        given = Given(
            self._room,
            self._ideas,
            sectors=self._repository.list_sectors(),
            revealed_at=list_reveals([self._challenge]),
            glimpsed_at=read_course(self._repository.list_steps()).glimpsed_at,
            lone=lone,
        )
        return trace_gauges(given, list(self._list_stops(options)), _compare if revealed else _leave_uncompared)

    def _list_stops(self, options: Sequence[Option]) -> Iterator[Stop]:
        """Yield the moments that the challenge has reached, the present as the last of them."""
        known = self._challenge
        votes_at = self._list_openings()
        if known.revealed_at is None:
            yield Stop(TrendMoment.WRITTEN, _PRESENT)
            return
        yield Stop(TrendMoment.WRITTEN, known.revealed_at)
        yield Stop(TrendMoment.REVEALED, votes_at[0] if votes_at else _PRESENT)
        if not votes_at:
            return
        first = self._persons.list_votes_of(known.id, 1)
        voted = Counter({one.participant for one in first if one.counts})
        yield Stop(TrendMoment.VOTED, votes_at[1] if known.round > 1 and len(votes_at) > 1 else _PRESENT, dict(voted))
        if known.round > 1:
            last = self._persons.list_votes_of(known.id, known.round)
            voted.update({one.participant for one in last if one.counts})
            shift = self._measure_shift(options, known.round) if _has_results(known.stage) else None
            yield Stop(TrendMoment.VOTED_AGAIN, _PRESENT, dict(voted), shift)

    def _list_openings(self) -> list[datetime]:
        """Return when each vote on the challenge was opened, without the presses that were taken back."""
        history = self._repository.list_steps()
        undone = {step.undoes for step in history if step.kind is StepKind.UNDO}
        return [
            step.at
            for step in history
            if (step.kind, step.challenge, step.stage) == (StepKind.STAGE, self._challenge.id, Stage.VOTE)
            and step.move not in undone
        ]

    def _measure_shift(self, options: Sequence[Option], round: int) -> Shift | None:
        """Return how far the last vote moved from the one before, ``None``: nobody was asked the same twice."""
        rule, before = (self._repository.find_vote_rule(self._challenge.id, one) for one in (round, round - 1))
        if not rule.asks_the_same(before):
            return None
        given = [self._persons.list_votes_of(self._challenge.id, one) for one in (round - 1, round)]
        ballots = [gather_ballots(rule, options, votes) for votes in given]
        return measure_shift(*ballots, span=rule.span)

    def _describe(self, gauge: MeasuredGauge, gauges: Gauges, say: Translator, texts: dict[str, str]) -> Gauge:
        values = fill_sentence(gauge, say.category, texts, say("gauges.quoted"))
        sectors = gauges.sectors if gauge.name is GaugeName.DECENTRALISATION else ()
        told = list_told(Counter(fold_name(one.sector) for one in self._room))
        return {
            "name": gauge.name,
            "value": gauge.value,
            "few": None if gauge.few is None else {"part": gauge.few.part, "whole": gauge.few.whole},
            "sentence": say(f"gauges.{gauge.reason.code}", **values),
            "trend": [{"moment": one.moment, "value": one.value} for one in gauge.trend],
            "sectors": [
                {"sector": one.sector, "part": one.known.first_hand, "whole": one.known.sourced}
                for one in sectors
                if fold_name(one.sector) in told
            ],
        }


def _has_results(stage: Stage) -> bool:
    return stage in (Stage.RESULTS, Stage.CLOSED)


def _compare(ideas: Sequence[Idea]) -> ArrayLike:
    return _compare_once(tuple(map(strip_marks, ideas)))


# Comparing every idea with every other costs more than reading them; a change elsewhere must not pay for it again.
@lru_cache(maxsize=4)
def _compare_once(ideas: tuple[Idea, ...]) -> ArrayLike:
    return measure_likeness(ideas)


def _leave_uncompared(ideas: Sequence[Idea]) -> ArrayLike:
    """Compare nothing: before the reveal not even the facilitator learns which ideas are alike."""
    import numpy as np

    return np.zeros((len(ideas), len(ideas)))
