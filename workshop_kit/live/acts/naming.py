"""Taking a pseudonym: what is refused tells of the people in the room alone, never of the organiser's file."""

from __future__ import annotations

from workshop_kit.domain.entries import PSEUDONYM
from workshop_kit.domain.people import check_not_of_the_team, read_free_pseudonym
from workshop_kit.store import Repository


def claim_pseudonym(
    repository: Repository, typed: object, *, mine: str | None = None, refusal: str = "pseudonym-taken-suggestion"
) -> str:
    """Return a pseudonym that nobody in the room bears.

    Who bears it in a file alone is not looked at: taking a name that stands on the organiser's list is in nothing
    another than taking any free one.

    Parameters
    ----------
    repository
        Inside its transaction.
    typed, mine, refusal
        As ``read_free_pseudonym``.

    Raises
    ------
    InvalidEntry
        As ``read_free_pseudonym``, and ``pseudonym-of-team``.

    """
    workshop = repository.find_workshop()
    check_not_of_the_team(PSEUDONYM.read(typed), (workshop.organiser, workshop.territory))
    return read_free_pseudonym(typed, repository.list_named(), mine=mine, refusal=refusal)
