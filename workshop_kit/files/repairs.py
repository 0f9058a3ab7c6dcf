"""Put right what spreadsheets, forms and copying do to cells; whatever was changed is said beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from workshop_kit.domain.entries import clean_text
from workshop_kit.domain.model import Reason
from workshop_kit.files.cells import unprotect_cell
from workshop_kit.files.contacts import Found, read_address, read_number, strip_invisible
from workshop_kit.files.headings import find_name
from workshop_kit.files.moments import understand_moment
from workshop_kit.files.reading import KnownNames, Repair
from workshop_kit.files.tables.sheet import EDGES, UNCOMPUTED

#: What stands between two challenges in one cell.
BETWEEN_CHALLENGES: Final = " | "

_ERROR: Final = re.compile(
    r"#(N/?A|REF ?!|NAME ?\?|NOM ?\?|VALUE ?!|VALEUR ?!|DIV/0 ?!|NULL ?!|NUL ?!|NUM ?!|NOMBRE ?!|SPILL ?!"
    r"|PROPAGATION ?!|CALC ?!|CALCUL ?!|GETTING_DATA|CHAMP ?!|FIELD ?!|BLOCKED ?!|CONNECT ?!|UNKNOWN ?!|##+)|Err:\d{3}",
    re.IGNORECASE,
)
_FORMULA: Final = re.compile(r"=\s*\"((?:[^\"]|\"\")*)\"")
#: The mark of a spreadsheet's text before a cell, or marks around it; ``'t Hooft`` and ``'s Gravesande`` are names.
_MARKED: Final = re.compile(r"'([^'].*[^'])'|'(?![ts][ -])([^'\s].*)", re.DOTALL)
#: Columns that a name stands in: nothing in them may be there without being seen.
_NAMES: Final = frozenset({
    "name", "first_name", "pseudonym", "volunteer", "author", "sector", "contact", "owner", "category", "stake",
    "challenge", "status", "consent", "show_name", "source", "title",
})  # fmt: skip
_MOMENTS: Final = frozenset({"consented_at", "written_at"})
_INVISIBLE: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def mend_cell(kind: str, column: str, raw: str, known: KnownNames) -> tuple[str, Repair | None]:
    """Return a cell as it is to be read, and what was put right.

    What cannot be put right, such as a number that has lost digits, stays as it was: it is refused when it is read.
    """
    if raw == UNCOMPUTED:
        return "", Repair(column, raw, "", Reason("formula-uncomputed", {}))
    if _ERROR.fullmatch(raw.strip()):
        return "", Repair(column, raw, "", Reason("error-value", {"value": raw.strip()}))
    text = unprotect_cell(raw)
    marked = _MARKED.fullmatch(text) if column in _NAMES or column in _MOMENTS else None
    if marked is not None:
        return mend_cell(kind, column, marked[1] or marked[2], known)[0], Repair(
            column, raw, marked[1] or marked[2], Reason("text-mark", {})
        )
    reader = _READERS.get(column)
    if reader is not None and (kind, column) in _CONTACTS:
        found = reader(text)
        if found.refused:
            return clean_text(found.value), None
        return found.value, _say(column, raw, found.value, found.why)
    formula = _FORMULA.fullmatch(text) if text == raw else None
    if formula is not None:
        text = clean_text(formula[1].replace('""', '"'))
        return text, Repair(column, raw, text, Reason("formula", {}))
    if column in _MOMENTS:
        moment = understand_moment(text)
        return (text if moment is None else moment.isoformat()), None
    if column in {"challenges", "declined"}:
        return BETWEEN_CHALLENGES.join(split_challenges(text, known)), None
    cleaned = strip_invisible(text) if column in _NAMES else clean_text(text).strip(EDGES)
    hidden = column in _NAMES and _INVISIBLE.search(raw) is not None
    return cleaned, _say(column, raw, cleaned, Reason("invisible", {}) if hidden else None)


def _say(column: str, before: str, after: str, why: Reason | None) -> Repair | None:
    return None if why is None or before == after else Repair(column, before, after, why)


_READERS: Final[dict[str, Callable[[str], Found]]] = {"phone": read_number, "email": read_address}
_CONTACTS: Final = frozenset({("volunteers", "phone"), ("volunteers", "email"), ("stakeholders", "email")})


def split_challenges(text: str, known: KnownNames) -> list[str]:
    """Return the challenges that one cell of a form names, in whatever way the form parts them.

    A statement may hold commas itself: the workshop's own names are looked for first.
    """
    for parting in (r"\s*[|\n]\s*", r"\s*;\s*", r"\s*,\s*(?![^()]*\))", r"\s*/\s*"):
        pieces = [piece for piece in re.split(parting, text.strip(" ;,|")) if piece.strip()]
        if all(_is_name(piece, known) for piece in pieces):
            return pieces
    found = _find_names(text, known)
    return found or [piece for piece in re.split(r"\s*\|\s*", text) if piece]


def _is_name(text: str, known: KnownNames) -> bool:
    name = find_name(text, known)
    return bool(name) and len(name) >= 0.8 * len(text.strip())


def _find_names(text: str, known: KnownNames) -> list[str]:
    """Return the names that a text is made of and nothing else, none where something else remains."""
    found: list[tuple[int, str]] = []
    rest = text
    for name in sorted(known.challenges, key=len, reverse=True):
        place = rest.casefold().find(name.casefold())
        if name and place >= 0:
            found.append((place, name))
            rest = rest[:place] + " " * len(name) + rest[place + len(name) :]
    return [name for _, name in sorted(found)] if found and not rest.strip(" ,;/|.\n") else []
