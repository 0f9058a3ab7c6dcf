"""What the room gave, by person: two seats that were joined count as one; nothing stored is changed by it."""

from __future__ import annotations

from workshop_kit.domain.course import Stage
from workshop_kit.domain.model import Assignment, Idea, Participant, Score, Volunteer, Vote
from workshop_kit.domain.seats import (
    list_persons,
    resolve_seats,
    stand_for_assignments,
    stand_for_ideas,
    stand_for_people,
    stand_for_scores,
    stand_for_volunteers,
    stand_for_votes,
)
from workshop_kit.store.repository import Repository


class Persons:
    """Lists, within one read of the store, what is counted: as the repository does, each under its person's id.

    Parameters
    ----------
    repository
        Inside its transaction.

    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self.everybody = repository.list_participants()
        self.seats = resolve_seats(self.everybody)

    def list_participants(self) -> tuple[Participant, ...]:
        """Return one seat a person, the one that stands."""
        return list_persons(self.everybody)

    def list_seats_of(self, person: str) -> tuple[str, ...]:
        """Return the ids of every seat of a person, whichever of them is named; the one that stands comes first."""
        standing = self.seats.get(person, person)
        return (standing, *(seat for seat, stands in self.seats.items() if stands == standing and seat != standing))

    def list_ideas(self, challenge: str | None = None) -> tuple[Idea, ...]:
        """Return the ideas, of one challenge if given."""
        return stand_for_ideas(self._repository.list_ideas(challenge), self.seats)

    def list_votes(self, challenge: str | None = None) -> tuple[Vote, ...]:
        """Return the votes of the round that counts, of one challenge if given."""
        return stand_for_votes(self._repository.list_votes(challenge), self.seats)

    def list_scores(self, challenge: str | None = None) -> tuple[Score, ...]:
        """Return the scores, of one challenge if given."""
        return stand_for_scores(self._repository.list_scores(challenge), self.seats)

    def list_volunteers(self) -> tuple[Volunteer, ...]:
        """Return those who offered help."""
        return stand_for_volunteers(self._repository.list_volunteers(), self.seats)

    def list_assignments(self) -> tuple[Assignment, ...]:
        """Return the assignments."""
        return stand_for_assignments(self._repository.list_assignments(), self.seats)

    def list_finished(self, challenge: str, stage: Stage) -> frozenset[str]:
        """Return who said, on any seat, that they have finished this stage of a challenge."""
        return stand_for_people(self._repository.list_finished(challenge, stage), self.seats)
