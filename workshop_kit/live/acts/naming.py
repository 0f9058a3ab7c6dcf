"""Taking a pseudonym: what is refused tells of the people in the room alone, never of the organiser's file."""

from __future__ import annotations

from dataclasses import replace

from workshop_kit.domain.model import Origin
from workshop_kit.domain.people import read_free_pseudonym
from workshop_kit.i18n.marking import mark_known
from workshop_kit.store import Repository


def claim_pseudonym(
    repository: Repository, typed: object, *, mine: str | None = None, refusal: str = "pseudonym-taken-suggestion"
) -> str:
    """Return a pseudonym that nobody in the room bears; who bears it in a file alone is marked for the organisers.

    Parameters
    ----------
    repository
        Inside its transaction.
    typed, mine, refusal
        As ``read_free_pseudonym``.

    Raises
    ------
    InvalidEntry
        As ``read_free_pseudonym``.

    """
    room = [one for one in repository.list_participants() if one.origin is not Origin.FILE]
    free = read_free_pseudonym(typed, room, mine=mine, refusal=refusal)
    known = repository.find_participant_by_pseudonym(free)
    if known is not None and known.origin is Origin.FILE and known.id != mine:
        taken = frozenset(one.pseudonym for one in repository.list_participants())
        language = repository.find_workshop().language
        repository.update_participant(replace(known, pseudonym=mark_known(known.pseudonym, language, taken)))
    return free
