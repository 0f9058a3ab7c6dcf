"""Proposals that go with an offer (*retrait*): who takes help back is asked no more about what it was offered for.

A proposal without an answer, or put off, is taken away at once and opens its place again; the change log keeps that it
was. A mission that was accepted stands on the person's own yes, until they say no to it themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from workshop_kit.domain.answer_traces import WITHDRAWN, AnswerTrace
from workshop_kit.domain.missions import is_answered
from workshop_kit.domain.offering import Offering, list_offering
from workshop_kit.domain.seats import list_persons
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person


@contextmanager
def letting_proposals_go(repository: Repository, seat: str, now: datetime) -> Iterator[None]:
    """Take away, after an act, the open proposals for what a person offered before it and does not offer any more.

    A "not me" to a challenge takes the open proposals under it along, whoever made them; what stood by the
    facilitator's hand for somebody who had offered nothing stays theirs to answer.

    Parameters
    ----------
    repository, seat
        Inside its transaction, and any seat of the person whose act it is.
    now
        When.

    """
    before = find_offering(repository, Person(repository, seat))
    yield
    person = Person(repository, seat)
    after, declined = find_offering(repository, person), person.list_declined()

    def goes(challenge: str) -> bool:
        had = before is not None and (after is None or before.covers(challenge))
        return (had or challenge in declined) and not (after is not None and after.covers(challenge))

    for one in (given for each in person.seats for given in repository.list_assignments(each.id)):
        if not is_answered(one.status) and goes(repository.find_mission(one.mission).challenge):
            repository.remove_assignment(one.participant, one.mission)
            repository.note_answer(AnswerTrace(person.id, one.mission, WITHDRAWN, now))


def find_offering(repository: Repository, person: Person) -> Offering | None:
    """Return to what a person may be proposed missions, by the rule for everybody; ``None``: to nothing."""
    offer = person.find_offer()
    own = () if offer is None else (replace(offer, participant=person.id, declined=tuple(person.list_declined())),)
    standing = [one for one in list_persons(person.seats) if one.id == person.id]
    found = list_offering(standing, own, person.list_scores())
    return found[0] if found else None
