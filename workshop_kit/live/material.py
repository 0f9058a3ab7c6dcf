"""A reader of everything the synthesis is made from, in one transaction: for the report and for who prepares it."""

from __future__ import annotations

from workshop_kit.domain.material import Material
from workshop_kit.store import Repository


def gather_material(repository: Repository) -> Material:
    """Read everything the synthesis is made from."""
    return Material(
        workshop=repository.find_workshop(),
        challenges=repository.list_challenges(),
        sectors=repository.list_sectors(),
        stakeholders=repository.list_stakeholders(),
        participants=repository.list_participants(),
        volunteers=repository.list_volunteers(),
        ideas=repository.list_ideas(),
        groups=repository.list_groups(),
        votes=repository.list_votes(),
        scores=repository.list_scores(),
        missions=repository.list_missions(),
        assignments=repository.list_assignments(),
        history=repository.list_steps(),
        wordings=repository.list_wordings(),
    )
