"""What each person answered on each matrix, and the matrices as they were drawn for the room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from workshop_kit.domain.model import Score
from workshop_kit.domain.projection import Drawing, Mark
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import given

SCORE: Final = Noun("score", Score, schema.score)
_DRAWN: Final = ("challenge", "at", "room", "waited", "others", "withdrawn")


class ScoreShelf(Shelf):
    """Table data gateway of the scores and of the drawings of the matrices."""

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

    def update_scores(self, scores: Sequence[Score]) -> None:
        """Add or replace many scores at once; raises ``MissingEntry`` when somebody or a challenge is not there."""
        people, challenges = self._list_keys(schema.participant), self._list_keys(schema.challenge)
        for one in scores:
            if (one.participant,) not in people:
                raise MissingEntry("no-participant", id=one.participant)
            if (one.challenge,) not in challenges:
                raise MissingEntry("no-challenge", id=one.challenge)
            self._note("score", one.participant, one.challenge)
        self._write_all(schema.score, map(row_of, scores))

    def remove_score(self, participant: str, challenge: str) -> None:
        """Remove one person's score on one challenge: nothing was answered."""
        self._erase(schema.score, participant=participant, challenge=challenge)
        self._writer.erases = True
        self._note("score", participant, challenge)

    def list_drawings(self) -> tuple[Drawing, ...]:
        """Return the matrices as they were drawn, those withdrawn as well."""
        marks: dict[str, list[Mark]] = {}
        columns = ("challenge", "participant", "competence", "interest")
        for challenge, *mark in self._rows(schema.drawing_mark, *columns, order=("challenge", "participant")):
            marks.setdefault(challenge, []).append(Mark(*mark))
        rows = self._rows(schema.drawing, *_DRAWN, order=("challenge",))
        return tuple(Drawing(**row._asdict(), marks=tuple(marks.get(row.challenge, ()))) for row in rows)

    def update_drawing(self, drawing: Drawing) -> None:
        """Add or replace the drawing of a challenge's matrix; raises ``MissingEntry`` when somebody is not there."""
        self._require_challenge(drawing.challenge)
        people = self._list_keys(schema.participant)
        for mark in drawing.marks:
            if (mark.participant,) not in people:
                raise MissingEntry("no-participant", id=mark.participant)
        self._write_pair(schema.drawing, row_of(drawing, "marks"))
        self._erase(schema.drawing_mark, challenge=drawing.challenge)
        self._add(schema.drawing_mark, [{"challenge": drawing.challenge, **row_of(mark)} for mark in drawing.marks])
        self._note("drawing", drawing.challenge, drawing.challenge)

    def withdraw_marks(self, challenge: str, people: Iterable[str]) -> None:
        """Take people's marks out of the drawing of a challenge's matrix, which is shown no more."""
        self._replace(schema.drawing, {"withdrawn": True}, challenge=challenge)
        for participant in people:
            self._erase(schema.drawing_mark, challenge=challenge, participant=participant)
        self._note("drawing", challenge, challenge)

    def remove_drawing(self, challenge: str) -> None:
        """Remove the drawing of a challenge's matrix, if there is one."""
        if self._is_there(schema.drawing, challenge=challenge):
            self._erase(schema.drawing, challenge=challenge)
            self._note("drawing", challenge, challenge)
