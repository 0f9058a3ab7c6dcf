"""What each person answered on each matrix."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.model import Score
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import given

SCORE: Final = Noun("score", Score, schema.score)


class ScoreShelf(Shelf):
    """Table data gateway of the scores."""

    def list_scores(self, challenge: str | None = None, participant: str | None = None) -> tuple[Score, ...]:
        """Return the scores, of one challenge or one participant if given."""
        return self._list(SCORE, order="challenge", **given(challenge=challenge, participant=participant))

    def find_score(self, participant: str, challenge: str) -> Score | None:
        """Return one person's score on one challenge; ``None`` when nothing was answered yet."""
        return self._find(SCORE, participant=participant, challenge=challenge)

    def update_score(self, score: Score) -> None:
        """Add or replace one person's score on one challenge; raises ``MissingEntry`` when either is not there."""
        self._require_participant(score.participant)
        self._require_challenge(score.challenge)
        self._write_pair(schema.score, row_of(score))
        self._note("score", score.participant, score.challenge)
