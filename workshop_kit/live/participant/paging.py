"""Many ideas on a phone: a hundred phones are sent so many at once, a page after the other, and none is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Idea

#: Ideas that a phone is given at a time: forty of the longest are some 45 kB.
IDEAS_A_PAGE: Final = 40


def shuffle_for(person: str, options: Iterable[Option]) -> list[Option]:
    """Return ``options`` in an order of this person's own, always the same, so that no idea profits from its place.

    It is drawn from the two ids alone: each idea is as likely as any other to be on somebody's first page.
    """
    return sorted(options, key=lambda option: sha256(f"{person}:{option.id}".encode()).digest())


def part_ideas(options: Iterable[Option]) -> list[list[tuple[Option, Sequence[Idea]]]]:
    """Return the ideas of options in pages, the last the shortest; a group that is too long goes on over a page."""
    pages: list[list[tuple[Option, Sequence[Idea]]]] = [[]]
    room = IDEAS_A_PAGE
    for option in options:
        left: Sequence[Idea] = option.ideas
        while left:
            if room == 0:
                pages.append([])
                room = IDEAS_A_PAGE
            pages[-1].append((option, left[:room]))
            left, room = left[room:], room - len(left[:room])
    return pages


def part_options(options: Iterable[Option]) -> list[list[Option]]:
    """Return options in pages, each option on one of them alone: what is chosen has one place."""
    pages: list[list[Option]] = [[]]
    room = IDEAS_A_PAGE
    for option in options:
        needed = max(1, len(list_read(option)))
        if needed > room and pages[-1]:
            pages.append([])
            room = IDEAS_A_PAGE
        pages[-1].append(option)
        room -= needed
    return pages


def list_read(option: Option) -> Sequence[Idea]:
    """Return the ideas of an option that are sent with it: of a group that is longer than a page the first."""
    return option.ideas[:IDEAS_A_PAGE]


def find_page(wanted: int, pages: Sequence[object]) -> int:
    """Return the number of the page that is shown where ``wanted`` is asked for, from 1: there may be fewer by now."""
    return min(max(wanted, 1), len(pages))
