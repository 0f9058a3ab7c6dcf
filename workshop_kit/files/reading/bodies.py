"""Tell a body from the person to speak to there, where a list of stakeholders names both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.model import Category
from workshop_kit.files.reading.usual import fold_header

#: Headings that name a person where a body is named beside them, and nothing else.
_OF_PERSON: Final = frozenset({
    "nom", "noms", "name", "nom de famille", "last name", "surname", "nom et prenom", "prenom et nom", "nom prenom",
    "prenom nom", "nom/prenom", "prenom/nom", "full name", "nom complet",
})  # fmt: skip
_FIRST_NAME: Final = frozenset({"prenom", "prenoms", "first name", "given name", "forename"})
_LEAST: Final = 0.6


def find_people(
    written: Sequence[str], columns: Sequence[str | None], values: Sequence[Sequence[str]]
) -> Iterator[int]:
    """Yield the columns that name the person to speak to: "Nom" and "Prénom" beside a filled column of bodies."""
    folded = [fold_header(one) for one in written]
    people = [place for place, one in enumerate(folded) if one in _OF_PERSON]
    bodies = [place for place, column in enumerate(columns) if column == "name" and folded[place] not in _OF_PERSON]
    most = max((len(values[place]) for place in people), default=0)
    if not people or "contact" in columns or not any(_hold_bodies(values[place], most) for place in bodies):
        return
    yield from people
    yield from (place for place, one in enumerate(folded) if one in _FIRST_NAME and columns[place] is None)


def is_first_name(written: str) -> bool:
    """Tell whether a heading is the one of a first name."""
    return fold_header(written) in _FIRST_NAME


def _hold_bodies(values: Sequence[str], most: int) -> bool:
    """Tell whether a column names bodies: filled beside most people, and not with kinds of them."""
    kinds = sum(1 for one in values if re.search(r"\w", one) and understand_category(one) in set(Category))
    return len(values) >= _LEAST * most and kinds < _LEAST * max(len(values), 1)
