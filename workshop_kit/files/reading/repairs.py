"""Put right what spreadsheets, forms and copying do to cells; whatever was changed is said beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import Final

from workshop_kit.domain.entries import clean_text
from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.files.formulas import unprotect_cell
from workshop_kit.files.reading.columns import BETWEEN_CHALLENGES
from workshop_kit.files.reading.contacts import Found, read_address, read_number, strip_invisible
from workshop_kit.files.reading.headings import find_name, fold_aligned
from workshop_kit.files.reading.helping import understand_car
from workshop_kit.files.reading.moments import understand_moment
from workshop_kit.files.reading.tables.sheet import EDGES, UNCOMPUTED
from workshop_kit.files.reading.values import KnownNames, Repair
from workshop_kit.files.reading.words import understand_source

_ERROR: Final = re.compile(
    r"#(N/?A|REF ?!|NAME ?\?|NOM ?\?|VALUE ?!|VALEUR ?!|DIV/0 ?!|NULL ?!|NUL ?!|NUM ?!|NOMBRE ?!|SPILL ?!"
    r"|PROPAGATION ?!|CALC ?!|CALCUL ?!|GETTING_DATA|CHAMP ?!|FIELD ?!|BLOCKED ?!|CONNECT ?!|UNKNOWN ?!|##+)"
    r"|Err:\d{3}",
    re.IGNORECASE,
)
#: What people and forms write where there is no address or number.
_NONE_SAID: Final = re.compile(
    r"[-–—/.?*…]+|\\n|\(?(vide|null|nan|empty|blank)\)?|(inconnue?|unknown|n/d|#n/d|n\. ?[acd]\.?)"
    r"|(neant|aucune?|rien|sans|non|no|none|nil|null|vide|anonym(e|ous|ous user)|nc|n c|ras"
    r"|non (communique|renseigne)e?"
    r"|(pas|n'a pas|je n'ai pas|n'en a pas|sans|no|aucune?)( de| d'| d)? ?(e ?mail|mail|courriel|adresse"
    r"|telephone|tel|portable"
    r"|numero|phone|internet)?)[.!]?"
)
#: What people write where a cell says the same as the one above.
_DITTO: Final = re.compile(r"idem|id\.?|ditto|do\.|[-–— ]*(\"|''|〃|″|”|,,)[-–— ]*", re.IGNORECASE)
_FORMULA: Final = re.compile(r"=\s*\"((?:[^\"]|\"\")*)\"")
#: The mark of a spreadsheet's text before a cell, or marks around it; ``'t Hooft`` and ``'s Gravesande`` are names.
_MARKED: Final = re.compile(r"'([^'].*[^'])'|'(?![ts][ -])([^'\s].*)", re.DOTALL)
#: Columns that a name stands in: nothing in them may be there without being seen.
_NAMES: Final = frozenset({
    "name", "first_name", "pseudonym", "volunteer", "author", "sector", "contact", "owner", "category", "stake",
    "challenge", "status", "consent", "show_name", "source", "title", "language",
})  # fmt: skip
#: Columns of people's names, and what a list puts before each: a number with a sign, or a bullet.
_PEOPLE: Final = frozenset({"name", "first_name", "contact"})
_LISTED: Final = re.compile(r"(?:\(?\d{1,3} ?(?:[.)°]-?|[\-–—])|[•·▪●►‣◦*➤✓\-–—])\s+(?=[^\W\d_])")
#: Columns of a postal address, in which people write that there is none.
_OF_ADDRESS: Final = frozenset({"address", "complement", "postcode", "posttown"})
_MOMENTS: Final = frozenset({"consented_at", "written_at", "invite_on", "news_on"})
_INVISIBLE: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def is_empty(cell: str) -> bool:
    """Tell whether a form's "no answer" stands in a cell."""
    return cell.strip().upper() in ("N/A", "#N/A")


def is_error(cell: str) -> bool:
    """Tell whether what stands in a cell is an error that a spreadsheet showed."""
    return _ERROR.fullmatch(cell.strip()) is not None


def says_none(cell: str) -> bool:
    """Tell whether a cell says that there is nothing, in the words of people and of forms."""
    return _NONE_SAID.fullmatch(fold_name(cell)) is not None


def says_the_same(cell: str) -> bool:
    """Tell whether a cell says that it is as the one above."""
    return _DITTO.fullmatch(cell) is not None


def mend_cell(
    kind: str, column: str, raw: str, known: KnownNames, *, partly: bool = False
) -> tuple[str, Repair | None]:
    """Return a cell as it is to be read, and what was put right.

    What cannot be put right, such as a number that has lost digits, stays as it was: it is refused when it is read;
    ``partly``, it is left out where the line says enough without it.
    """
    if raw == UNCOMPUTED:
        return "", Repair(column, raw, "", Reason("formula-uncomputed", {}))
    if is_error(raw):
        return "", Repair(column, raw, "", Reason("error-value", {"value": raw.strip()}))
    if is_empty(raw):
        return "", Repair(column, raw, "", Reason("no-answer-given", {}))
    text = unprotect_cell(raw)
    if (kind, column) in _CONTACTS:
        return _mend_contact(column, raw, text, partly=partly)
    if (column == "sector" or column in _OF_ADDRESS) and text and says_none(text):
        return "", Repair(column, raw, "", Reason("none-given", {}))
    if partly and (kind, column) == ("volunteers", "car") and text and understand_car(text) is None:
        return "", Repair(column, raw, "", Reason("car-left-out", {}))
    if partly and column == "source" and text and understand_source(text) is None:
        return "", Repair(column, raw, "", Reason("source-left-out", {}))
    marked = _MARKED.fullmatch(text) if text == raw and (column in _NAMES or column in _MOMENTS) else None
    if marked is not None:
        within = marked[1] or marked[2]
        mended, _ = mend_cell(kind, column, within, known)
        return mended, Repair(column, raw, mended, Reason("text-mark", {}))
    listed = _LISTED.match(text) if column in _PEOPLE and text == raw else None
    if listed is not None:
        name = strip_invisible(text[listed.end() :])
        return name, Repair(column, raw, name, Reason("list-mark", {}))
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


def _mend_contact(column: str, raw: str, text: str, *, partly: bool) -> tuple[str, Repair | None]:
    if _NONE_SAID.fullmatch(fold_name(text)):
        return "", Repair(column, raw, "", Reason("none-given", {}))
    found = _READERS[column](text)
    if not found.refused:
        return found.value, _say(column, raw, found.value, found.why)
    if not partly:
        return clean_text(found.value), None
    return "", Repair(column, raw, "", Reason(f"{found.refused}-left-out", {}))


def _say(column: str, before: str, after: str, why: Reason | None) -> Repair | None:
    return None if why is None or before == after else Repair(column, before, after, why)


_READERS: Final[dict[str, Callable[[str], Found]]] = {"phone": read_number, "email": read_address}
_CONTACTS: Final = frozenset(product(("volunteers", "stakeholders"), ("phone", "email")))


def split_challenges(text: str, known: KnownNames) -> list[str]:
    """Return the challenges that one cell of a form names, in whatever way the form parts them.

    A statement may hold commas itself: the workshop's own names are looked for first.
    """
    found = _find_names(text, known)
    if found:
        return found
    for parting in (r"(?<!\s)\s*[|\n]\s*", r"(?<!\s)\s*;\s*", r"(?<!\s)\s*,\s*(?![^()]{0,500}\))", r"(?<!\s)\s*/\s*"):
        pieces = [piece for piece in re.split(parting, text.strip(" ;,|")) if piece.strip()]
        if all(_is_name(piece, known) for piece in pieces):
            return pieces
    return [piece for piece in re.split(r"\s*\|\s*", text) if piece]


def _is_name(text: str, known: KnownNames) -> bool:
    name = find_name(text, known)
    return bool(name) and len(name) >= 0.8 * len(text.strip())


#: What may stand between names: signs, the bullets and numbers of a list, and words that join.
_JOINS: Final = re.compile(r"(?:[\s,;/|.&+•·*()\[\]\-–—:]|\d+\s*[.)\]]|\b(?:et|and|ainsi que|puis)\b)*")


def _find_names(text: str, known: KnownNames) -> list[str]:
    """Return the names that a text is made of and nothing else, none where something else remains."""
    found: list[tuple[int, str]] = []
    rest = fold_aligned(text)
    for name in sorted(filter(None, known.challenges), key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(fold_aligned(name.rstrip(' .')))}(?!\w)"
        places = list(re.finditer(pattern, rest))
        if places:  # a form says a choice again in a column of its own
            found.append((places[0].start(), name))
            rest = re.sub(pattern, lambda place: " " * len(place[0]), rest)
    return [name for _, name in sorted(found)] if found and _JOINS.fullmatch(rest) else []
