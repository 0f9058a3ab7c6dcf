"""One person's place in the matrix of each challenge: competence and interest, or "I don't know"."""

from __future__ import annotations

from workshop_kit.domain.model import Challenge, Participant, Score
from workshop_kit.live.acts import contributing
from workshop_kit.live.challenge import describe_challenge
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.participant.scores import (
    SayUnsure,
    ScoreAnswers,
    ScoreCompetence,
    ScoredChallenge,
    ScoreInterest,
    ScoresModel,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.matrix import name_zone
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


class GivesScores(SeatedWindow):
    """One person's own scores; each scale is saved by itself, so that half an answer is kept."""

    @shows("challenge", own=("score",))
    def scores_model(self) -> ScoresModel | Hidden:
        """Return one's own answers on each challenge: ``None`` is no answer, ``unsure`` is "I don't know"."""
        return self.store.read(self._read_scores) if self._is_shown("scores") else Hidden(visible=False)

    @intention
    def score_competence(self, repository: Repository, me: Participant, asked: ScoreCompetence) -> None:
        """Say one's competence, 0..3, on a challenge; takes "I don't know" back."""
        contributing.score_competence(repository, me.id, asked.challenge, asked.value)

    @intention
    def score_interest(self, repository: Repository, me: Participant, asked: ScoreInterest) -> None:
        """Say one's interest, -2..+2, in a challenge; takes "I don't know" back."""
        contributing.score_interest(repository, me.id, asked.challenge, asked.value)

    @intention
    def say_unsure(self, repository: Repository, me: Participant, asked: SayUnsure) -> None:
        """Answer "I don't know", which is not a score of 0."""
        contributing.say_unsure(repository, me.id, asked.challenge)

    def _read_scores(self, repository: Repository) -> ScoresModel:
        me = self._find_me(repository)
        mine = {score.challenge: score for score in Person(repository, me.id).list_scores()}
        return {
            "visible": True,
            "challenges": [describe_scored(one, mine.get(one.id)) for one in repository.list_challenges()],
        }


def describe_scored(challenge: Challenge, score: Score | None) -> ScoredChallenge:
    """Return a challenge with one's answers, and the zone that they mean."""
    answers = describe_score(score)
    competence, interest = answers["competence"], answers["interest"]
    zone = None if competence is None or interest is None else name_zone(competence, interest)
    return {**describe_challenge(challenge), **answers, "zone": zone}


def describe_score(score: Score | None) -> ScoreAnswers:
    """Return a score as the page shows it; no score is three open questions, not a zero."""
    if score is None:
        return {"competence": None, "interest": None, "unsure": False, "early": False}
    return {
        "competence": score.competence,
        "interest": score.interest,
        "unsure": score.unsure,
        "early": score.early,
    }
