"""Remembering who asked to be here no more, by keyed digests alone: an older file does not bring them back."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from workshop_kit.domain.model import Origin, Participant
from workshop_kit.domain.offering import is_named
from workshop_kit.live.acts.naming import hold_pseudonym
from workshop_kit.store import Repository


def remember_erased(repository: Repository, seat: Participant, now: datetime) -> None:
    """Remember, before a seat is erased, what was known of who it was.

    A pseudonym that somebody chose in the room is nothing that a file would know them by: it is only held, so that
    nobody else in the room is called so.
    """
    offer = repository.find_volunteer(seat.id)
    named = [offer.name] if offer is not None and is_named(offer) else []
    if seat.origin is Origin.FILE:
        named.append(seat.pseudonym)
    who = uuid4().hex
    if seat.origin.seated:
        hold_pseudonym(repository, who, seat.id, seat.pseudonym, now)
    repository.add_withdrawal(
        who,
        now,
        erased=True,
        names=named,
        emails=[] if offer is None else [offer.email],
        phones=[] if offer is None else [offer.phone],
        key=seat.id,
        marks=repository.list_marks(seat.id),
    )


def remember_withdrawn(repository: Repository, seat: Participant, now: datetime) -> None:
    """Remember, before contact details are erased, whose they were; what undoes an import forgets them too."""
    offer = repository.find_volunteer(seat.id)
    if offer is None:
        return
    repository.add_withdrawal(
        uuid4().hex,
        now,
        erased=False,
        names=[offer.name],
        emails=[offer.email],
        phones=[offer.phone],
        marks=repository.list_marks(seat.id),
    )
    repository.forget_details(seat.id)
