"""Proxy entries: who somebody is that the facilitator writes or scores for, held to the same rules as a phone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from workshop_kit.domain.entries import clean_name
from workshop_kit.domain.model import Origin, Participant, Stakeholder
from workshop_kit.domain.people import list_categories, read_category, read_free_pseudonym
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.shared import Choice
from workshop_kit.store import Repository


def find_or_seat(repository: Repository, pseudonym: str, category: str, now: datetime) -> Participant | None:
    """Return the person called ``pseudonym``, seated anew when nobody is; ``None`` without a pseudonym.

    Raises
    ------
    InvalidEntry
        As ``seat_someone``.

    """
    name = clean_name(pseudonym)
    if not name:
        return None
    return repository.find_participant_by_pseudonym(name) or seat_someone(repository, name, category, now)


def seat_someone(repository: Repository, pseudonym: str, category: str, now: datetime) -> Participant:
    """Seat somebody without a phone, and return them.

    Raises
    ------
    InvalidEntry
        ``text-too-short``, ``text-too-long``,
        ``proxy-pseudonym-taken`` by somebody or by their look-alike, ``proxy-category``.

    """
    people, bodies = repository.list_participants(), repository.list_stakeholders()
    person = Participant(
        id=uuid4().hex,
        pseudonym=read_free_pseudonym(pseudonym, people, refusal="proxy-pseudonym-taken"),
        category=read_category(category, bodies, refusal="proxy-category"),
        sector="",
        origin=Origin.PROXY,
        joined_at=now,
    )
    repository.add_participant(person)
    return person


def offer_categories(stakeholders: Iterable[Stakeholder], translator: Translator) -> list[Choice]:
    """Return the categories one may come as, each with its label."""
    return [{"key": key, "label": translator.category(key)} for key in list_categories(stakeholders)]
