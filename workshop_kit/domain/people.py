"""Rules about who somebody is in the room: a category that is known here, a pseudonym nobody else bears."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Protocol

from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.disguises import NamesTaken
from workshop_kit.domain.entries import CATEGORY, PSEUDONYM, read_one_of
from workshop_kit.domain.model import Category, Sector, Stakeholder
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.team_names import is_of_the_team
from workshop_kit.errors import InvalidEntry


class _Named(Protocol):
    """Somebody with a pseudonym."""

    @property
    def id(self) -> str:
        """Whose it is."""

    @property
    def pseudonym(self) -> str:
        """How they are called."""


#: A number behind a name has four digits at most.
_NUMBERS_AT_MOST: Final = 10_000


def list_categories(stakeholders: Iterable[Stakeholder]) -> tuple[str, ...]:
    """List the categories one may come as: the usual ones, then the organiser's own words, then "other"."""
    usual = [category.value for category in Category if category is not Category.OTHER]
    own = {one.category for one in stakeholders if len(one.category) <= CATEGORY.longest}
    return (*usual, *sorted(own - {*usual, Category.OTHER.value, ""}), Category.OTHER.value)


def read_category(value: object, stakeholders: Iterable[Stakeholder], refusal: str = "category-needed") -> str:
    """Return a category one may come as, also by what a phone shows of it; else ``InvalidEntry`` (``refusal``)."""
    listed = list_categories(stakeholders)
    shown = next((one for one in listed if conceal_contacts(one) == value), value)
    return read_one_of(shown, listed, refusal)


def read_own_category(value: object) -> str:
    """Return a category that may be a word of one's own, a usual one by any of the words for it.

    Raises ``InvalidEntry`` (``category-missing``, ``text-too-long``).
    """
    return understand_category(CATEGORY.read(value))


def read_sector(value: object, sectors: Iterable[Sector]) -> str:
    """Return a sector's name as the workshop writes it, ``""`` for none; ``InvalidEntry`` (``unknown-sector``).

    What a phone shows of a name, without a contact that it holds, means that name: the first of several alike.
    """
    if value is None or value == "":
        return ""
    if not isinstance(value, str):
        raise InvalidEntry("malformed-intention")
    named = fold_name(value)
    listed = tuple(sectors)
    for show in (str, conceal_contacts):
        for sector in listed:
            if fold_name(show(sector.name)) == named:
                return sector.name
    raise InvalidEntry("unknown-sector", received=value[:60])


def read_free_pseudonym(
    value: object,
    people: Iterable[_Named],
    *,
    mine: str | None = None,
    refusal: str = "pseudonym-taken-suggestion",
    is_held: Callable[[str], bool] = lambda _pseudonym: False,
) -> str:
    """Return a pseudonym that nobody else bears, nor one that the eye takes for it.

    Parameters
    ----------
    value
        What was entered.
    people
        Everybody the workshop knows.
    mine
        The id of who asks: their own pseudonym is free for them. ``None`` for a new person.
    refusal
        The error's code when it is taken: its sentence is told the ``pseudonym`` and a ``suggestion`` that is free.
    is_held
        Tells whether a pseudonym is held for somebody who bears it no more.

    Raises
    ------
    InvalidEntry
        ``text-too-short``, ``text-too-long``, or ``refusal``.

    """
    pseudonym = PSEUDONYM.read(value)
    taken = NamesTaken(one.pseudonym for one in people if one.id != mine)

    def is_taken(name: str) -> bool:
        return name in taken or is_held(name)

    if not is_taken(pseudonym):
        return pseudonym
    raise InvalidEntry(refusal, pseudonym=pseudonym, suggestion=number_name(pseudonym, is_taken))


def number_name(pseudonym: str, is_taken: Callable[[str], bool]) -> str:
    """Return a pseudonym with a number behind it that is free, the lowest where those below are taken without a gap.

    It is looked for by doubling and halving (*exponential search*): among a thousand of one name in twenty tries. Only
    whoever took the names that are tried, and no others between them, is met with more tries.
    """
    start = pseudonym[: PSEUDONYM.longest - 4].rstrip()
    for odd in range(1, _NUMBERS_AT_MOST, 2):
        taken, free = odd, odd * 2
        while free < _NUMBERS_AT_MOST and is_taken(f"{start} {free}"):
            taken, free = free, free * 2
        if free >= _NUMBERS_AT_MOST:
            continue
        while free - taken > 1:
            middle = (taken + free) // 2
            if middle > 1 and is_taken(f"{start} {middle}"):
                taken = middle
            else:
                free = middle
        return f"{start} {max(free, 2)}"
    return f"{start} {_NUMBERS_AT_MOST}"


def check_not_of_the_team(pseudonym: str, own: Iterable[str]) -> None:
    """Refuse a pseudonym by which somebody would pass for who leads the room: ``InvalidEntry`` (``pseudonym-of-team``).

    ``own`` is what the workshop calls its organiser and its territory; see ``is_of_the_team``.
    """
    if is_of_the_team(pseudonym, own):
        raise InvalidEntry("pseudonym-of-team", pseudonym=pseudonym)
