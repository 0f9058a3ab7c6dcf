"""What a row of a register says of a body: whether it is one of these communes, active, and may be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from html import unescape
from typing import Final

from workshop_kit.domain.candidates import Register
from workshop_kit.domain.entries import clean_line
from workshop_kit.domain.names import fold_name
from workshop_kit.files.registers.columns import Columns

#: How much is kept of what a body says of itself, and of its name.
_DESCRIPTION_AT_MOST: Final = 1000
_NAME_AT_MOST: Final = 200
_LINE_AT_MOST: Final = 120
_WEBSITE_AT_MOST: Final = 200
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d\d)/(\d\d)/(\d{4})")
#: What begins the part of an address that names a person: at whose home a body has its seat is not ours to keep.
_PERSON: Final = re.compile(
    r"\b(?:chez|c/o|aux?\s+bons?\s+soins|a\s+l'attention|m\.|mr|mmes?|mlles?|monsieur|madame|mademoiselle|"
    r"m\s+(?:et|ou)\s+mme)(?![a-z])"
)
#: Streets called after a person whose name begins so are streets; and what follows a name may be one.
_WAY_OF: Final = re.compile(r"\b(?:rue|avenue|place|allee|chemin|impasse|route|square|boulevard|residence)\b")
_STREET_BEHIND: Final = re.compile(
    r"\b\d+\s?(?:bis|ter|quater|[a-d])?[\s,]+(?:rue|avenue|av|place|allee|chemin|impasse|route|bd|boulevard)\b"
)
_WEBSITE: Final = re.compile(r"(?:https?://)?[^\s/@:]+\.[^\s/@:]{2,}(?::\d{1,5})?(?:/\S*)?", re.I)
#: How Sirene shortens what follows a number.
_REPETITIONS: Final = {"B": "bis", "T": "ter", "Q": "quater", "C": "quinquies"}
#: How registers shorten the kinds of ways.
_WAYS: Final = {
    "ALL": "allée", "AV": "avenue", "BD": "boulevard", "CAR": "carrefour", "CHE": "chemin", "CHS": "chaussée",
    "CITE": "cité", "COR": "corniche", "CRS": "cours", "DOM": "domaine", "DSC": "descente", "ECA": "écart",
    "ESP": "esplanade", "FG": "faubourg", "GR": "Grande Rue", "HAM": "hameau", "HLE": "halle", "IMP": "impasse",
    "LD": "lieu-dit", "LOT": "lotissement", "MAR": "marché", "MTE": "montée", "PAS": "passage", "PL": "place",
    "PLN": "plaine", "PLT": "plateau", "PRO": "promenade", "PRV": "parvis", "QUA": "quartier", "RES": "résidence",
    "RLE": "ruelle", "ROC": "rocade", "RPT": "rond-point", "RTE": "route", "SEN": "sente", "SQ": "square",
    "TPL": "terre-plein", "TRA": "traverse", "VLA": "villa", "VLGE": "village", "ZA": "zone artisanale",
    "ZI": "zone industrielle",
}  # fmt: skip


class Standing(Enum):
    """What becomes of a row of the commune: a body to pick, one that is no more, or one that must not be shown."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Body:
    """A body as its register has it; ``name`` is empty where it says none.

    ``places`` are the lines of its address in which a hamlet may stand, ``street`` the number and the way.
    """

    id: str
    register: Register
    name: str
    code: str
    nomenclature: str
    description: str
    lines: tuple[str, ...]
    street: str
    places: tuple[str, ...]
    postcode: str
    commune: str
    insee: str
    website: str
    size: str


def read_insee(columns: Columns, cells: Sequence[str]) -> tuple[str, str, str]:
    """Return the INSEE code, the postcode and the commune of a row, codes with the zero a spreadsheet took away."""
    insee, postcode, commune = columns.read(cells, "insee", "postcode", "commune")
    return _fill(insee.upper()), _fill(postcode), commune


def read_standing(columns: Columns, cells: Sequence[str], today: date) -> Standing:
    """Return what becomes of a row; one whose state is not said is none to show."""
    if columns.register is Register.RNA:
        position, dissolved = columns.read(cells, "position", "dissolved")
        gone = _read_day(dissolved)
        active = position.upper().startswith("A") and (gone is None or gone > today)
        return Standing.ACTIVE if active else Standing.INACTIVE
    shown, state = columns.read(cells, "shown", "state")
    if shown.upper() != "O":
        return Standing.HIDDEN
    return Standing.ACTIVE if state.upper().startswith("A") else Standing.INACTIVE


def read_id(columns: Columns, cells: Sequence[str]) -> str:
    """Return the number of a row in its register, ``""`` where there is none that could be found again."""
    (number,) = columns.read(cells, "id")
    number = number.replace(" ", "").replace("\u00a0", "").upper()
    if columns.register is Register.SIRENE:
        return number.zfill(14) if re.fullmatch(r"\d{12,14}", number) else ""
    return number if re.fullmatch(r"[0-9A-Z]{4,20}", number) else ""


def read_body(columns: Columns, cells: Sequence[str], number: str) -> Body:
    """Return what a row that may be shown says of its body."""
    insee, postcode, commune = read_insee(columns, cells)
    if columns.register is Register.RNA:
        return _read_association(columns, cells, number, insee, postcode, commune)
    return _read_establishment(columns, cells, number, insee, postcode, commune)


def _read_association(
    columns: Columns, cells: Sequence[str], number: str, insee: str, postcode: str, commune: str
) -> Body:
    title, short, purpose, code, site, may = columns.read(
        cells, "title", "short_title", "purpose", "code", "website", "may_publish"
    )
    street, lines = _make_lines(columns, cells)
    if not lines:
        post = columns.read(cells, "post_complement", "post_place", "post_street", "post_delivery")
        lines = _keep_lines(post)
        street = _leave_out_person(_clean(post[2], _LINE_AT_MOST))
        post_code, post_commune = columns.read(cells, "post_postcode", "post_commune")
        postcode, commune = _fill(post_code) or postcode, post_commune or commune
    return Body(
        number, Register.RNA, _clean(title, _NAME_AT_MOST) or _clean(short, _NAME_AT_MOST), code, "",
        _clean(purpose, _DESCRIPTION_AT_MOST), lines, street, lines, postcode, _clean(commune, _LINE_AT_MOST), insee,
        _read_website(site) if may in ("", "1") or "may_publish" not in columns.places else "", "",
    )  # fmt: skip


def _read_establishment(
    columns: Columns, cells: Sequence[str], number: str, insee: str, postcode: str, commune: str
) -> Body:
    signs = columns.read(cells, "sign_1", "sign_2", "sign_3")
    usual, code, nomenclature, code_2025, size = columns.read(
        cells, "usual_name", "code", "nomenclature", "code_2025", "size"
    )
    if not code and code_2025:
        code, nomenclature = code_2025, "NAF25"
    street, lines = _make_lines(columns, cells)
    names = dict.fromkeys(_clean(sign, _NAME_AT_MOST) for sign in signs if sign)
    name = " – ".join(names) or _clean(usual, _NAME_AT_MOST)
    return Body(
        number, Register.SIRENE, _clean(name, _NAME_AT_MOST), _dot(code), nomenclature, "", lines, street, lines,
        postcode, _clean(commune, _LINE_AT_MOST), insee, "", "" if size.upper() in ("NN", "") else size,
    )  # fmt: skip


def _make_lines(columns: Columns, cells: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the number and the way, and the lines of an address, without what names a person."""
    complement, number, repetition, way, street, delivery = columns.read(
        cells, "complement", "number", "repetition", "way", "street", "delivery"
    )
    repeated = _REPETITIONS.get(repetition.upper(), repetition)
    number = "" if number.strip("0") == "" else number
    parts = (number, repeated if number else "", _WAYS.get(way.upper(), way) if street else "", street)
    line = _leave_out_person(_clean(" ".join(part for part in parts if part), _LINE_AT_MOST)) if street else ""
    others = columns.read(cells, "line_1", "line_2", "line_3")
    lines = _keep_lines((complement, line, delivery, *others))
    return line or next((one for one in lines if any(sign.isdigit() for sign in one)), ""), lines


def _keep_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the lines of an address that are not empty, each once, without what names a person."""
    kept: dict[str, str] = {}
    for line in lines:
        text = _leave_out_person(_clean(line, _LINE_AT_MOST))
        if text and text.strip(" -_.,0"):
            kept.setdefault(fold_name(text), text)
    return tuple(kept.values())


def _leave_out_person(line: str) -> str:
    """Return a line of an address without the name of somebody at whose home it is; a street stays."""
    flat = _flatten(line)
    found = _PERSON.search(flat)
    if found is None or _WAY_OF.search(flat[: found.start()]):
        return line
    street = _STREET_BEHIND.search(flat, found.end())
    before = line[: found.start()].strip(" -,")
    return " ".join(part for part in (before, line[street.start() :] if street is not None else "") if part)


def _flatten(line: str) -> str:
    """Return a line without case and accents, each letter in its place."""
    # sign by sign: some capitals have two small signs, and all behind them would stand elsewhere
    return "".join(unicodedata.normalize("NFD", sign.lower())[0] for sign in line).replace("’", "'")


def _clean(text: str, at_most: int) -> str:
    """Return a text on one line, no longer than it may be, of what people can read alone: a register holds anything."""
    if "&" in text:
        text = unescape(text)
    text = clean_line(text).strip(' "')
    if len(text) <= at_most:
        return text
    cut = text[: at_most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[at_most // 2 :] else cut}…"


def _read_day(text: str) -> date | None:
    """Return a day; ``None`` where there is none, which the register writes as the first of year 1."""
    found = _DAY.match(text)
    if found is None:
        return None
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        read = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return read if read.year > 1900 else None


def _read_website(text: str) -> str:
    site = _clean(text, _WEBSITE_AT_MOST).strip(" .;,")
    return site if _WEBSITE.fullmatch(site) else ""


def _dot(code: str) -> str:
    """Return a NAF code with its dot, as it is written everywhere else."""
    bare = code.upper().replace(".", "").replace(" ", "")
    return f"{bare[:2]}.{bare[2:]}" if len(bare) > 2 and bare.isalnum() else bare


def _fill(code: str) -> str:
    """Return a code with the zero at its beginning that a spreadsheet takes away."""
    return code.zfill(5) if len(code) == 4 and code.isdigit() else code
