"""Taking a pseudonym: what is refused tells of the people in the room alone, never of the organiser's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from workshop_kit.domain.disguises import read_name
from workshop_kit.domain.entries import PSEUDONYM
from workshop_kit.domain.files import Trait, Withdrawal
from workshop_kit.domain.people import check_not_of_the_team, read_free_pseudonym
from workshop_kit.store import Repository


def claim_pseudonym(
    repository: Repository,
    typed: object,
    *,
    mine: str | None = None,
    refusal: str = "pseudonym-taken-suggestion",
    visitor: str | None = None,
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
    visitor
        The browser that asks: what somebody was called who was erased is free for their own alone. ``None``: who seats
        somebody knows whom.

    Raises
    ------
    InvalidEntry
        As ``read_free_pseudonym``, and ``pseudonym-of-team``.

    """
    workshop = repository.find_workshop()
    check_not_of_the_team(PSEUDONYM.read(typed), (workshop.organiser, workshop.territory))
    is_held = _look_up_held(repository, visitor)
    return read_free_pseudonym(typed, repository.list_named(), mine=mine, refusal=refusal, is_held=is_held)


def hold_pseudonym(repository: Repository, who: str, seat: str, pseudonym: str, now: datetime) -> None:
    """Hold what somebody is called who is about to be erased, by keyed digests alone, for their own browsers.

    ``who`` is a random id. Who reads the digests without the name, or without a browser's secret, learns neither.
    """
    browsers = [browser for browser, _ in repository.list_browsers(seat)]
    said = [words for held in _read_held(pseudonym) for words in (held, *((*held, one) for one in browsers))]
    digests = {repository.digest(Trait.PSEUDONYM, *words) for words in said}
    repository.add_withdrawals(Withdrawal(who, one, Trait.PSEUDONYM, now, erased=True) for one in sorted(digests))


def _look_up_held(repository: Repository, visitor: str | None) -> Callable[[str], bool]:
    held = frozenset[str]() if visitor is None else repository.list_held()
    return partial(_is_held, repository, held, visitor or "") if held else lambda _pseudonym: False


def _is_held(repository: Repository, held: frozenset[str], visitor: str, pseudonym: str) -> bool:
    plainly, *seen = _read_held(pseudonym)
    asked = [plainly, *(seen if read_name(pseudonym).kind not in ("LATIN", "") else ())]
    found = [words for words in asked if repository.digest(Trait.PSEUDONYM, *words) in held]
    return bool(found) and not any(repository.digest(Trait.PSEUDONYM, *words, visitor) in held for words in found)


def _read_held(pseudonym: str) -> Iterator[tuple[str, str]]:
    """Yield a pseudonym as it is read plainly, then as the eye may take it."""
    reading = read_name(pseudonym)
    yield "plain", reading.plain
    yield from (("seen", one) for one in sorted(reading.seen))
