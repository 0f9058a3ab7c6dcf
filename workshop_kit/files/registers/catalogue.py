"""The catalogue of stakeholder categories: the kit's own, and what the organiser wrote in ``categories.csv``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.catalogue import Catalogue, Entry
from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.model import Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry, UnreadableFile
from workshop_kit.files.reading.read_file import read_bytes
from workshop_kit.files.reading.tables import open_tables
from workshop_kit.store.plain_files import is_plain_file

#: The organiser's own catalogue, in the workshop's folder.
CATALOGUE_NAME: Final = "categories.csv"
#: Lines of an organiser's catalogue, and its bytes: pages read it anew with each change of a list.
LINES_AT_MOST: Final = 2000
_LARGEST: Final = 1_000_000
#: What stands in the column of the NAF of 2025 where no code of it leads here.
_NONE: Final = "-"
_HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("code",),
    "name": ("nom", "name", "libelle", "categorie d'acteurs", "kind"),
    "category": ("categorie", "category", "categorie de la methode"),
    "why": ("pourquoi", "why", "raison", "reason"),
    "examples": ("exemples", "examples", "exemple", "example"),
    "rna": ("rna", "codes rna", "rna codes", "objet social"),
    "naf": ("naf", "codes naf", "naf codes", "ape", "code ape"),
    "naf25": ("naf 2025", "naf25", "naf2025"),
    "unexpected": ("insoupconne", "insoupconnee", "insoupconnes", "unexpected"),
    "expert_of": ("expert presume de", "presumed expert of", "expert", "expert de", "expert of"),
}
_PLACES: Final = {heading: column for column, several in _HEADINGS.items() for heading in several}
_YES: Final = frozenset({"oui", "o", "yes", "y", "x", "1", "vrai", "true"})
_NO: Final = frozenset({"non", "n", "no", "0", "faux", "false"})
_RNA: Final = re.compile(r"0\d{0,5}")
_NAF: Final = re.compile(r"\d{1,2}(?:\.?\d{0,2}[A-Z]?)?")
_DECIMAL_COMMA: Final = re.compile(r"\b(\d\d),(\d(?:\d?[A-Za-z])?)(?!\d)")
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class BadLine:
    """A line of the organiser's catalogue that was left out: where, what stood there, and why (``registers.bad.…``)."""

    line: int
    value: str
    why: Reason


@dataclass(frozen=True)
class ReadCatalogue:
    """A catalogue as it was read, and the lines of the organiser's file that were left out."""

    catalogue: Catalogue
    bad: tuple[BadLine, ...] = ()
    own: tuple[Entry, ...] = field(default=())


class _Refused(Exception):
    def __init__(self, value: str, code: str) -> None:
        super().__init__(code)
        self.value = value
        self.code = code


@cache
def read_usual_catalogue(language: str) -> Catalogue:
    """Return the kit's own catalogue in a language."""
    path = _usual_path(language)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    places = _find_places(rows[0])
    return Catalogue(tuple(_make_entry(_pick(places, row), None) for row in rows[1:]))


def read_catalogue(folder: Path, language: str) -> ReadCatalogue:
    """Return the catalogue of a workshop: the kit's own with what the organiser's file changes and adds.

    An entry of a code known already takes what is written and keeps the rest; another one is added. The file is read as
    every file of an organiser: with any delimiter and encoding, its headings in French or English, in any order.

    Parameters
    ----------
    folder
        The workshop's folder, which may hold ``categories.csv``.
    language
        In which the kit's own entries speak.

    Raises
    ------
    UnreadableFile
        The organiser's file is there and cannot be read as a table (``catalogue-columns``: it names no column), or is
        longer than any catalogue (``catalogue-too-long``).

    """
    usual = read_usual_catalogue(language)
    path = folder / CATALOGUE_NAME
    if not path.exists():
        return ReadCatalogue(usual)
    own: dict[str, Entry] = {}
    bad: list[BadLine] = []
    for number, (line, cells) in enumerate(_read_rows(path), start=1):
        if number > LINES_AT_MOST:
            raise _refuse_length(path)
        try:
            known = usual.find(cells.get("code", "")) or own.get(cells.get("code", ""))
            entry = _make_entry(cells, known)
            own[entry.code] = entry
        except _Refused as refused:
            bad.append(BadLine(line, refused.value, Reason(refused.code)))
    return ReadCatalogue(usual.with_own(own.values()), tuple(bad), tuple(own.values()))


def find_catalogue(folder: Path, language: str) -> Catalogue:
    """Return the catalogue of a workshop as pages show it: an organiser's file that cannot be read changes nothing.

    Whoever imports a register is told what is wrong with it.
    """
    try:
        return read_catalogue(folder, language).catalogue
    except UnreadableFile:
        return read_usual_catalogue(language)


def write_catalogue(folder: Path, language: str) -> Path:
    """Write the kit's own catalogue into a folder, to be edited.

    Raises ``InvalidEntry``: ``catalogue-there``, or ``export-not-written`` where it cannot be written as a whole.
    """
    from workshop_kit.files.exporting.workbook import write_export  # no page that reads a catalogue writes one

    path = folder / CATALOGUE_NAME
    if path.exists() or path.is_symlink():
        raise InvalidEntry("catalogue-there", path=path)
    text = _usual_path(language).read_text(encoding="utf-8")
    # the mark tells spreadsheets its encoding; of half a file, as a full disk leaves, nobody would get rid
    write_export(path, text.replace("\n", "\r\n").encode("utf-8-sig"))
    return path


def _usual_path(language: str) -> Path:
    return Path(__file__).with_name(f"categories.{language}.csv")


def _read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the filled lines under the headings, with the number of each."""
    tables = open_tables(path.name, _read_own(path), lambda cells: len(_find_places(list(cells))))
    found = False
    for sheet in tables.sheets:
        places: Mapping[str, int] = {}
        for row in sheet.rows:
            if not places:
                seen = _find_places(row.cells)
                places = seen if "name" in seen or "code" in seen else {}
                found = found or bool(places)
            elif any(row.cells):
                yield row.line, _pick(places, row.cells)
    if not found:
        raise UnreadableFile("catalogue-columns", file=path.name)


def _read_own(path: Path) -> bytes:
    """Return what an organiser's file holds: a pipe in its place would be waited for without end on every page."""
    if not (path.is_dir() or is_plain_file(path)):
        raise UnreadableFile("catalogue-not-plain", file=path.name)
    if path.stat().st_size > _LARGEST and not path.is_dir():
        raise _refuse_length(path)
    return read_bytes(path)


def _refuse_length(path: Path) -> UnreadableFile:
    return UnreadableFile("catalogue-too-long", file=path.name, most=LINES_AT_MOST)


def _find_places(cells: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        column = _PLACES.get(fold_name(cell))
        if column is not None:
            places.setdefault(column, place)
    return places


def _pick(places: Mapping[str, int], cells: Sequence[str]) -> dict[str, str]:
    return {name: cells[place].strip() for name, place in places.items() if place < len(cells)}


def _make_entry(cells: Mapping[str, str], known: Entry | None) -> Entry:
    """Return the entry that a line makes, of a known one what it says anew; raises ``_Refused``."""
    name = cells.get("name", "") or (known.name if known is not None else "")
    if not name:
        raise _Refused(cells.get("code", ""), "name-missing")
    category = understand_category(cells.get("category", ""))
    said: dict[str, Any] = {
        "name": name,
        "category": category or (known.category if known is not None else name),
        "why": cells.get("why", ""),
        "examples": cells.get("examples", ""),
        "rna": tuple(_read_rna(word) for word in _split(cells.get("rna", ""))),
        "naf": tuple(_read_naf(word) for word in _split_naf(cells.get("naf", ""))),
        "naf25": _read_naf_2025(cells.get("naf25", "")),
        "expert_of": tuple(word.strip() for word in re.split("[,;/]", cells.get("expert_of", "")) if word.strip()),
    }
    unexpected = _read_yes(cells.get("unexpected", ""))
    if unexpected is not None:
        said["unexpected"] = unexpected
    entry = known or Entry(cells.get("code", "") or _make_code(name), name, category)
    return replace(entry, **{field: value for field, value in said.items() if value not in ("", ())})


def _split(text: str) -> list[str]:
    return [word for word in re.split(r"[,;\s]+", text) if word and word != _NONE]


def _split_naf(text: str) -> list[str]:
    return _split(_DECIMAL_COMMA.sub(r"\1.\2", text))  # as a French spreadsheet writes 47.2


def _read_rna(word: str) -> str:
    code = word if word.startswith("0") else f"0{word}"  # a spreadsheet takes the zero away
    if not _RNA.fullmatch(code):
        raise _Refused(word, "rna-code")
    return code


def _read_naf(word: str) -> str:
    code = word.upper().replace(",", ".")
    code = f"0{code}" if re.fullmatch(r"\d(?:\.\d.*)?", code) else code
    if not _NAF.fullmatch(code):
        raise _Refused(word, "naf-code")
    return code


def _read_naf_2025(text: str) -> tuple[str, ...]:
    return (_NONE,) if text.strip() == _NONE else tuple(_read_naf(word) for word in _split_naf(text))


def _read_yes(text: str) -> bool | None:
    word = fold_name(text)
    if not word:
        return None
    if word not in _YES | _NO:
        raise _Refused(text, "yes-or-no")
    return word in _YES


def _make_code(name: str) -> str:
    return _NOT_WORD.sub("_", fold_name(name)).strip("_") or name
