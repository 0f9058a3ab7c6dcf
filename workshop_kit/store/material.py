"""A reader of everything the synthesis is made from, in one transaction: for the report and for who prepares it."""

from __future__ import annotations

from workshop_kit.domain.material import Material
from workshop_kit.store.persons import Persons
from workshop_kit.store.repository import Repository


def gather_material(repository: Repository) -> Material:
    """Read everything the synthesis is made from."""
    persons = Persons(repository)
    challenges = repository.list_challenges()
    earlier = [persons.list_votes_of(one.id, one.counted_round - 1) for one in challenges if one.counted_round > 1]
    return Material(
        workshop=repository.find_workshop(),
        challenges=challenges,
        sectors=repository.list_sectors(),
        stakeholders=repository.list_stakeholders(),
        participants=persons.list_participants(),
        volunteers=persons.list_volunteers(),
        ideas=persons.list_ideas(),
        groups=repository.list_groups(undone=True),
        votes=persons.list_votes(),
        scores=persons.list_scores(),
        missions=repository.list_missions(),
        assignments=persons.list_assignments(),
        history=repository.list_steps(),
        wordings=repository.list_wordings(),
        removals=repository.list_removals(),
        rules={one.id: repository.list_vote_rules(one.id) for one in challenges},
        costs={one.id: repository.list_costs(one.id) for one in challenges},
        earlier=[vote for votes in earlier for vote in votes],
    )
