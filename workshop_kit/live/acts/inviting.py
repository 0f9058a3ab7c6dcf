"""Whom to invite: candidates of the registers are taken in, and it is noted how far each invitation has come."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from workshop_kit.domain.candidates import Candidate
from workshop_kit.domain.catalogue import Catalogue
from workshop_kit.domain.entries import CATEGORY, REASON, STAKEHOLDER, STAKEHOLDER_SECTOR
from workshop_kit.domain.model import Category, Stakeholder, StakeholderStatus
from workshop_kit.errors import NotAllowed
from workshop_kit.store import Repository


def take_candidates(repository: Repository, candidates: Iterable[str], catalogue: Catalogue) -> int:
    """Make stakeholders of candidates; return how many are new. Who stands on the list already is not added again.

    Raises ``MissingEntry`` (``no-candidate``).
    """
    listed = {one.register: one for one in repository.list_stakeholders() if one.register}
    added = 0
    for identifier in dict.fromkeys(candidates):
        known = repository.find_candidate(identifier)
        if known.taken is not None:
            continue
        there = listed.get(known.id)
        if there is None:
            there = make_stakeholder(known, catalogue)
            repository.add_stakeholder(there)
            added += 1
        repository.take_candidate(known.id, there.id)
    return added


def make_stakeholder(candidate: Candidate, catalogue: Catalogue) -> Stakeholder:
    """Return a candidate as a stakeholder: its address, its number, and why its kind could matter."""
    entry = catalogue.find(candidate.entry)
    town = " ".join(filter(None, (candidate.postcode, candidate.commune)))
    return Stakeholder(
        uuid4().hex,
        candidate.category[: CATEGORY.longest].strip() or Category.OTHER.value,
        candidate.name[: STAKEHOLDER.longest],
        sector=(candidate.sector or candidate.hamlet)[: STAKEHOLDER_SECTOR.longest],
        address="\n".join(filter(None, (candidate.address, town))),
        reason="" if entry is None else entry.why[: REASON.longest],
        register=candidate.id,
    )


def let_candidate_go(repository: Repository, candidate: str) -> None:
    """Take a candidate off the list again; raises ``NotAllowed`` (``candidate-invited``) once it was invited."""
    known = repository.find_candidate(candidate)
    if known.taken is None:
        return
    listed = repository.find_stakeholder(known.taken)
    if listed.status is not StakeholderStatus.TO_INVITE:
        raise NotAllowed("candidate-invited", name=listed.name)
    repository.take_candidate(known.id, None)
    repository.remove_stakeholder(listed.id)
