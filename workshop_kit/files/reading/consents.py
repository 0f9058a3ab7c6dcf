"""Weigh what the columns of consent of one row say together: a no, or an unclear word, is never made a yes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.model import Reason
from workshop_kit.files.reading.headings import Heading
from workshop_kit.files.reading.values import Repair
from workshop_kit.files.reading.words import understand_consent

_NO: Final = {"en": "no"}


def weigh_consents(said: Sequence[tuple[Heading, str]], language: str) -> tuple[str, Repair | None]:
    """Return what a row says of consent, and what was done for it.

    A tick under a heading that asks for a no is a no; nothing or a no under it says nothing. Columns that do not agree
    are left to a person: the cell then holds them all.

    Parameters
    ----------
    said
        The filled cells, each with its heading.
    language
        The workshop's, in which a no is written.

    """
    voiced = [(one, cell, _mean(one, cell)) for one, cell in said if not (one.contrary and _mean(one, cell))]
    if not voiced:
        return "", None
    first, cell, meaning = voiced[0]
    no = _NO.get(language, "non")
    if meaning is not None and all(other is meaning for _, _, other in voiced):
        if not first.contrary:
            return cell, None
        return no, Repair("consent", f"{first.written} : {cell}", no, Reason("consent-contrary", {}))
    if len(voiced) == 1 and not first.contrary:
        return cell, None
    together = " / ".join(no if one.contrary and means is False else cell for one, cell, means in voiced)
    before = " / ".join(f"{one.written} : {cell}" for one, cell, _ in voiced)
    return together, Repair("consent", before, together, Reason("consent-contradicts", {}))


def _mean(heading: Heading, cell: str) -> bool | None:
    """Return what a cell says of consent under its heading."""
    said = understand_consent(cell)
    return not said if heading.contrary and said is not None else said
