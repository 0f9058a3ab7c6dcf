"""What the room gave, by person: two seats that were joined are one, for who counts and for each of their phones."""

from __future__ import annotations

from collections.abc import Collection

from workshop_kit.domain.course import Stage
from workshop_kit.domain.history import read_course
from workshop_kit.domain.model import Assignment, Challenge, Dots, Idea, Participant, Score, Volunteer, Vote
from workshop_kit.domain.presence import list_asked, list_givers
from workshop_kit.domain.seats import (
    find_offer,
    find_scoring_seat,
    find_voting_seat,
    hold_assignments,
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
        self._given: dict[str | None, tuple[Vote, ...]] = {}
        self._counted: dict[str | None, tuple[Vote, ...]] = {}

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
        if challenge not in self._counted:
            counted = self._repository.keep_counted(self.list_every_vote(challenge))
            self._counted[challenge] = stand_for_votes(counted, self.seats)
        return self._counted[challenge]

    def list_votes_of(self, challenge: str, round: int) -> tuple[Vote, ...]:
        """Return the votes of one round of a challenge, on every kind of ballot."""
        given = self.list_every_vote(challenge)
        return stand_for_votes([vote for vote in given if vote.round == round], self.seats)

    def list_every_vote(self, challenge: str | None = None) -> tuple[Vote, ...]:
        """Return what every seat gave, in every round and on every kind of ballot; a long list, hence read once."""
        if challenge not in self._given:
            self._given[challenge] = self._repository.list_votes(challenge, every_round=True)
        return self._given[challenge]

    def list_dots(self, challenge: str | None = None) -> tuple[Dots, ...]:
        """Return the dots of the round that counts, of one challenge if given."""
        return tuple(one for one in self.list_votes(challenge) if isinstance(one, Dots))

    def list_scores(self, challenge: str | None = None) -> tuple[Score, ...]:
        """Return the scores, of one challenge if given."""
        return stand_for_scores(self._repository.list_scores(challenge), self.seats)

    def list_volunteers(self) -> tuple[Volunteer, ...]:
        """Return those who offered help."""
        return stand_for_volunteers(self._repository.list_volunteers(), self.seats)

    def list_assignments(self) -> tuple[Assignment, ...]:
        """Return the assignments."""
        return stand_for_assignments(self._repository.list_assignments(), self.seats)

    def list_givers(self) -> frozenset[str]:
        """Return who gave anything."""
        return list_givers(
            self.list_ideas(), self.list_votes(), self.list_scores(), self.list_volunteers(), self.list_assignments()
        )

    def list_asked(self, challenge: Challenge, voters: Collection[str]) -> tuple[Participant, ...]:
        """Return among whom the vote of a challenge that counts is counted, once it is over."""
        course = read_course(self._repository.list_steps())
        until = course.ended_at(challenge.id, challenge.counted_round)
        return list_asked(self.everybody, voters, self.list_givers(), until)

    def list_finished(self, challenge: str, stage: Stage) -> frozenset[str]:
        """Return who said, on any seat, that they have finished this stage of a challenge."""
        return stand_for_people(self._repository.list_finished(challenge, stage), self.seats)


class Person:
    """One person within one transaction, whichever of their seats acts: what they gave, and which seat keeps it.

    They have one ballot, one score a challenge, one offer and one answer to a mission. What is changed is what counts,
    on the seat that keeps it: a seat never gets a second answer beside the first. Ideas are each seat's own writing.

    Parameters
    ----------
    repository
        Inside its transaction.
    seat
        The id of any of their seats.

    Attributes
    ----------
    seats
        Every seat of theirs, as it is kept.
    id
        The id of the one that stands.

    """

    def __init__(self, repository: Repository, seat: str) -> None:
        self._repository = repository
        self.seats = _gather(repository, repository.find_participant(seat))
        self._standing = resolve_seats(self.seats)
        self.id = self._standing[seat]

    @property
    def may_ask(self) -> bool | None:
        """Whether a mission may be proposed to them, as they said on any of their seats."""
        return next(one.may_ask for one in list_persons(self.seats) if one.id == self.id)

    def find_voting_seat(self, challenge: str) -> str:
        """Return the id of the seat whose dots are theirs in the present round of a challenge."""
        return find_voting_seat(self.id, self._list_votes(challenge), self._standing)

    def list_votes(self, challenge: str) -> tuple[Vote, ...]:
        """Return their votes in the present round of a challenge."""
        return stand_for_votes(self._list_votes(challenge), self._standing)

    def find_scoring_seat(self, challenge: str) -> str:
        """Return the id of the seat whose score on a challenge is theirs."""
        scores = [one for one in self._list_scores() if one.challenge == challenge]
        return find_scoring_seat(self.id, scores, self._standing)

    def list_scores(self) -> tuple[Score, ...]:
        """Return their scores, one a challenge."""
        return stand_for_scores(self._list_scores(), self._standing)

    def find_offer(self) -> Volunteer | None:
        """Return their offer of help as the seat that gave it keeps it: another seat may not read its details."""
        found = (self._repository.find_volunteer(seat.id) for seat in self.seats)
        return find_offer(self.id, (one for one in found if one is not None), self._standing)

    def list_declined(self) -> frozenset[str]:
        """Return the ids of the challenges for which they said "not me", on any seat."""
        found = (self._repository.find_volunteer(seat.id) for seat in self.seats)
        return frozenset(challenge for one in found if one is not None for challenge in one.declined)

    def list_assignments(self) -> tuple[Assignment, ...]:
        """Return their assignments, to each mission once, as the seat that has it keeps it."""
        kept = (one for seat in self.seats for one in self._repository.list_assignments(seat.id))
        return hold_assignments(sorted(kept, key=lambda one: (one.mission, one.participant)), self._standing)

    def has_finished(self, challenge: str, stage: Stage) -> bool:
        """Tell whether they said, on any seat, that they have finished this stage of a challenge."""
        finished = self._repository.list_finished(challenge, stage)
        return any(seat.id in finished for seat in self.seats)

    def list_votes_of(self, challenge: str, round: int) -> tuple[Vote, ...]:
        """Return what they gave in one round of a challenge, on every kind of ballot."""
        given = [v for seat in self.seats for v in self._repository.list_votes(challenge, seat.id, every_round=True)]
        return stand_for_votes([vote for vote in given if vote.round == round], self._standing)

    def _list_votes(self, challenge: str) -> list[Vote]:
        return [vote for seat in self.seats for vote in self._repository.list_votes(challenge, seat.id)]

    def _list_scores(self) -> list[Score]:
        return [score for seat in self.seats for score in self._repository.list_scores(participant=seat.id)]


def _gather(repository: Repository, seat: Participant) -> tuple[Participant, ...]:
    """Return every seat of a person: up to the one that stands, then all that were joined to any of them."""
    found, reached = {seat.id: seat}, [seat]
    while reached:
        one = reached.pop()
        near = list(repository.list_joined(one.id))
        if one.joined_to is not None and one.joined_to not in found:
            near.append(repository.find_participant(one.joined_to))
        for other in near:
            if other.id not in found:
                found[other.id] = other
                reached.append(other)
    return tuple(found.values())
