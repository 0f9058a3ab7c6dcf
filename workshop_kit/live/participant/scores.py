"""One person's place in the matrix of each challenge: competence and interest, or "I don't know"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from workshop_kit.domain.matrix import check_score
from workshop_kit.domain.model import Participant, Phase, Score
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.live.participant.entries import demand_id
from workshop_kit.live.participant.ideas import describe_challenge
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository

#: Scores may still arrive or be corrected until missions are proposed from them.
_TAKES_SCORES = (Phase.SCORING, Phase.OFFER)


class GivesScores(SeatedWindow):
    """One person's own scores; each scale is saved by itself, so that half an answer is kept."""

    def scores_model(self) -> dict[str, Any]:
        """Return one's own answers on each challenge: ``None`` is no answer, ``unsure`` is "I don't know"."""
        if not self._is_in(Phase.SCORING):
            return {"visible": False}
        return self.store.read(self._read_scores)

    def score_competence(self, *, challenge: object, value: object, intention: str) -> dict[str, Any]:
        """Say one's competence, 0..3, on a challenge; takes "I don't know" back."""
        level = _demand_whole(value)
        return self._score(intention, challenge, lambda score: replace(score, competence=level, unsure=False))

    def score_interest(self, *, challenge: object, value: object, intention: str) -> dict[str, Any]:
        """Say one's interest, -2..+2, in a challenge; takes "I don't know" back."""
        level = _demand_whole(value)
        return self._score(intention, challenge, lambda score: replace(score, interest=level, unsure=False))

    def say_unsure(self, *, challenge: object, intention: str) -> dict[str, Any]:
        """Answer "I don't know", which is not a score of 0."""
        return self._score(
            intention, challenge, lambda score: replace(score, competence=None, interest=None, unsure=True)
        )

    def _score(self, intention: str, challenge: object, change: Callable[[Score], Score]) -> dict[str, Any]:
        def keep(repository: Repository, me: Participant) -> dict[str, Any]:
            if repository.find_workshop().phase not in _TAKES_SCORES:
                raise NotAllowed("scoring-not-open")
            scored = repository.find_challenge(demand_id(challenge))
            current = repository.find_score(me.id, scored.id) or Score(me.id, scored.id, None, None)
            score = change(current)
            check_score(score.competence, score.interest, unsure=score.unsure)
            repository.update_score(score)
            return {}

        return self._act(intention, keep)

    def _read_scores(self, repository: Repository) -> dict[str, Any]:
        me = self._find_me(repository)
        mine = {score.challenge: score for score in repository.list_scores(participant=me.id)}
        return {
            "visible": True,
            "current": repository.find_workshop().current_challenge,
            "challenges": [
                describe_challenge(challenge) | describe_score(mine.get(challenge.id))
                for challenge in repository.list_challenges()
            ],
        }


def describe_score(score: Score | None) -> dict[str, Any]:
    """Return a score as the page shows it; no score is three open questions, not a zero."""
    if score is None:
        return {"competence": None, "interest": None, "unsure": False}
    return {"competence": score.competence, "interest": score.interest, "unsure": score.unsure}


def _demand_whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidEntry("malformed-intention")
    return value
