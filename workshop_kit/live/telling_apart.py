"""What people are called on the facilitator's pages where two bear one name: a file's people are marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workshop_kit.domain.model import Origin, Participant
from workshop_kit.domain.names import fold_name
from workshop_kit.i18n import Translator


def tell_apart(people: Iterable[Participant], translator: Translator) -> dict[str, str]:
    """Return, by id, what each is called: the pseudonym, and of a file's people what tells them from a namesake.

    From a seat of the room it is that they come from a file, from one another the sector, then a number. It is said
    where it is shown and kept nowhere: nobody else meets it.
    """
    everybody = tuple(people)
    shared = Counter(fold_name(one.pseudonym) for one in everybody)
    told: dict[str, str] = {}
    taken = {one.pseudonym for one in everybody if one.origin.seated}
    seats = {fold_name(one) for one in taken}
    for one in everybody:
        name = one.pseudonym
        if not one.origin.seated:
            if one.origin is Origin.FILE and shared[fold_name(name)] > 1:
                seated = fold_name(name) in seats
                name = translator("facilitator.from-file", pseudonym=name) if seated or not one.sector else name
                name = f"{name} ({one.sector})" if one.sector else name
            name = next(wording for wording in _number(name) if wording not in taken)
            taken.add(name)
        told[one.id] = name
    return told


def _number(name: str) -> Iterable[str]:
    yield name
    yield from (f"{name} {number}" for number in range(2, 10_000))
