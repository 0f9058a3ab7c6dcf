"""Record linkage among those a workshop knows: people of files that look like one another, or like a seat of the room.

It only asks. What speaks for it is said, and whoever answers may take the answer back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workshop_kit.domain.likeness import Sameness, compare_names, pair_near, sort_name


class Sign(StrEnum):
    """What speaks for two being one person (*signe*)."""

    NAME = "name"
    NEAR_NAME = "near-name"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True)
class Described:
    """Somebody as they may be known again (*signalement*).

    Attributes
    ----------
    id, person
        Of the seat, and of the person it counts for.
    brought
        Whether a file brought them; a seat of the room came by itself.
    names
        What they are called: the name that was given, and in the room the pseudonym too.
    pseudonyms
        What a file calls them besides, which several people may share.
    emails, phones
        Digests of what they gave themselves, or of what files gave.

    """

    id: str
    person: str
    brought: bool
    names: tuple[str, ...]
    emails: frozenset[str] = field(default_factory=frozenset)
    phones: frozenset[str] = field(default_factory=frozenset)
    pseudonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class LookAlike:
    """Suspected duplicate (*ressemblance*): somebody of a file, and a seat or somebody else of a file."""

    brought: str
    other: str
    signs: tuple[Sign, ...]


def find_look_alikes(people: Iterable[Described], apart: Collection[tuple[str, str]]) -> tuple[LookAlike, ...]:
    """Return the pairs that look like one person, of whom one at least was brought by a file.

    A seat and somebody of a file look alike by the same name or pseudonym, or by the address or number that the seat
    itself gave. Two of a file look alike by the same name, by the same address, or by nearly the same name. A number
    that they share under different names is a household's.

    Parameters
    ----------
    people
        Everybody, one a seat.
    apart
        The pairs of ids that are two, the lesser first.

    """
    known = {one.id: one for one in people}
    persons: dict[str, list[str]] = defaultdict(list)
    for one in known.values():
        persons[one.person].append(one.id)
    told = {_pair(known[a].person, known[b].person) for a, b in apart if a in known and b in known}
    found: dict[tuple[str, str], LookAlike] = {}
    for first, second in _list_pairs(list(known.values())):
        one, other = (known[first], known[second]) if known[first].brought else (known[second], known[first])
        pair = _pair(one.person, other.person)
        if not one.brought or one.person == other.person or pair in told or pair in found:
            continue
        signs = _list_signs(one, other)
        if signs:
            found[pair] = LookAlike(one.id, other.id, signs)
    return tuple(sorted(found.values(), key=lambda pair: (-len(pair.signs), known[pair.brought].names, pair.other)))


def _list_pairs(people: list[Described]) -> Iterable[tuple[str, str]]:
    """Return the pairs that have something in common, each once or more."""
    together: Mapping[str, list[str]] = defaultdict(list)
    for one in people:
        for trait in {*map(sort_name, (*one.names, *one.pseudonyms)), *one.emails, *one.phones}:
            together[trait].append(one.id)
    for ids in together.values():
        yield from ((a, b) for place, a in enumerate(ids) for b in ids[place + 1 :])
    brought = [one for one in people if one.brought]
    for first, second in pair_near([one.names[0] if one.names else "" for one in brought]):
        yield brought[first].id, brought[second].id


def _list_signs(one: Described, other: Described) -> tuple[Sign, ...]:
    names = one.names if other.brought else (*one.names, *one.pseudonyms)
    verdicts = {compare_names(a, b) for a in names for b in other.names}
    email, phone = one.emails & other.emails, one.phones & other.phones
    signs = [Sign.NAME] if Sameness.SAME in verdicts else []
    if other.brought and not signs and Sameness.NEAR in verdicts:
        contradicts = (one.emails and other.emails and not email) or (one.phones and other.phones and not phone)
        signs = [] if contradicts and not (email or phone) else [Sign.NEAR_NAME]
    if email:
        signs.append(Sign.EMAIL)
    if phone and (signs or not other.brought):
        signs.append(Sign.PHONE)
    return tuple(signs)


def _pair(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)
