"""The columns of the registers' files, found by their names: their order and number change from year to year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.candidates import Register
from workshop_kit.domain.entries import clean_line
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.registers.splitting import Layout, split_line

#: What the heading line may be parted by.
_DELIMITERS: Final = (";", ",", "\t", "|")
#: Lines above the headings that are looked through.
_LINES_BEFORE: Final = 20
_FOLDED: Final = re.compile(r"[^a-z0-9]+")

#: By our names, the names that files give a column. What has none of them is empty.
_RNA: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "id_association", "waldec"),
    "title": ("titre",),
    "short_title": ("titre_court",),
    "purpose": ("objet",),
    "code": ("objet_social1",),
    "position": ("position",),
    "dissolved": ("date_disso",),
    "insee": ("adrs_codeinsee",),
    "postcode": ("adrs_codepostal",),
    "commune": ("adrs_libcommune", "libcom"),
    "complement": ("adrs_complement",),
    "number": ("adrs_numvoie",),
    "repetition": ("adrs_repetition",),
    "way": ("adrs_typevoie",),
    "street": ("adrs_libvoie",),
    "delivery": ("adrs_distrib",),
    "line_1": ("adr1",),
    "line_2": ("adr2",),
    "line_3": ("adr3",),
    "post_complement": ("adrg_complemid",),
    "post_place": ("adrg_complemgeo",),
    "post_street": ("adrg_libvoie",),
    "post_delivery": ("adrg_distrib",),
    "post_postcode": ("adrg_codepostal",),
    "post_commune": ("adrg_achemine",),
    "website": ("siteweb",),
    "may_publish": ("publiweb",),
}
_SIRENE: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("siret",),
    "shown": ("statutDiffusionEtablissement",),
    "state": ("etatAdministratifEtablissement",),
    "insee": ("codeCommuneEtablissement",),
    "postcode": ("codePostalEtablissement",),
    "commune": ("libelleCommuneEtablissement",),
    "complement": ("complementAdresseEtablissement",),
    "number": ("numeroVoieEtablissement",),
    "repetition": ("indiceRepetitionEtablissement",),
    "way": ("typeVoieEtablissement",),
    "street": ("libelleVoieEtablissement",),
    "delivery": ("distributionSpecialeEtablissement",),
    "sign_1": ("enseigne1Etablissement", "enseigneEtablissement"),
    "sign_2": ("enseigne2Etablissement",),
    "sign_3": ("enseigne3Etablissement",),
    "usual_name": ("denominationUsuelleEtablissement",),
    "code": ("activitePrincipaleEtablissement",),
    "nomenclature": ("nomenclatureActivitePrincipaleEtablissement",),
    "code_2025": ("activitePrincipaleNAF25Etablissement",),
    "size": ("trancheEffectifsEtablissement",),
}
_NAMES: Final = {Register.RNA: _RNA, Register.SIRENE: _SIRENE}
#: Without these nobody could tell whom a row is about, whether it is active, and whether it may be shown.
_NEEDED: Final = {
    Register.RNA: ("id", "title", "insee", "position"),
    Register.SIRENE: ("id", "shown", "state", "insee"),
}
#: Other files of the same publishers, by a column that they alone have.
_OTHERS: Final[Mapping[str, str]] = {
    "nomunitelegale": "register-units",
    "categoriejuridiqueunitelegale": "register-units",
    "etatadministratifunitelegale": "register-units",
    "changementetatadministratifetablissement": "register-history",
    "siretetablissementpredecesseur": "register-links",
    "apet700": "register-too-old",
    "nomlieudit": "register-is-hamlets",
    "nomvoie": "register-is-streets",
}
#: How the cells of some columns look, also where a spreadsheet shortened them.
_INSEE: Final = re.compile(r"\d{4,5}|2[ABab]\d{3}")
_RNA_LOOKS: Final = {"insee": _INSEE, "position": re.compile(r"[A-Za-z][^\W\d]{0,9}")}
_SIRENE_LOOKS: Final = {
    "insee": _INSEE,
    "id": re.compile(r"[\d\s]{12,18}|\d[.,]\d*E\+\d+"),
    "shown": re.compile(r"[A-Za-z]"),
    "state": re.compile(r"[A-Za-z][^\W\d]{0,9}"),
}


@dataclass(frozen=True)
class Columns:
    """Where the columns of a file stand: their places by our names, and how its lines are made."""

    register: Register
    places: Mapping[str, int]
    names: tuple[str, ...]
    layout: Layout

    def read(self, cells: Sequence[str], *names: str) -> list[str]:
        """Return some cells of a row by our names, stripped; what the file or the row has not is empty."""
        return [self._read(cells, name) for name in names]

    def _read(self, cells: Sequence[str], name: str) -> str:
        place = self.places.get(name)
        if place is None or place >= len(cells):
            return ""
        cell = clean_line(cells[place])  # what turns a line around, or a terminal's colours, is no part of a register
        return "" if cell == "[ND]" else cell  # what the register masks

    def name(self, column: str) -> str:
        """Return how the file names one of our columns."""
        place = self.places.get(column)
        return _NAMES[self.register][column][0] if place is None else self.names[place]


def find_columns(register: Register, file: str, lines: Sequence[str]) -> tuple[Columns, int]:
    """Return the columns of a register's file and the number of the line of its headings, from 1.

    Parameters
    ----------
    register
        What the file is said to be.
    file
        Its name, for the sentence of a refusal.
    lines
        Its first lines.

    Raises
    ------
    UnreadableFile
        It is the file of another register, another file of the same publisher, or lacks a column that is needed.

    """
    best: tuple[int, int, str, list[str]] = (0, 1, ",", [])
    for number, line in enumerate(lines[:_LINES_BEFORE], start=1):
        for delimiter in _DELIMITERS:
            names = [cell.strip() for cell in split_line(line, delimiter)[0]]
            known = sum(_fold(name) in _ALL for name in names)
            if known > best[0]:
                best = (known, number, delimiter, names)
    _, number, delimiter, names = best
    places = _place(names, register)
    missing = [_NAMES[register][one][0] for one in _NEEDED[register] if one not in places]
    if missing:
        _refuse(register, file, names, missing)
    needed = 1 + max(places[one] for one in _NEEDED[register])
    full = _count_delimiters(lines[number:], delimiter, len(names), needed)
    layout = Layout(delimiter, len(names), needed, full, _make_fits(register, places))
    return Columns(register, places, tuple(names), layout), number


def find_hamlet_columns(file: str, lines: Sequence[str]) -> tuple[str, int, int]:
    """Return the delimiter of a file of hamlets, and where the name and the commune stand.

    Raises ``UnreadableFile``: ``hamlets-columns``.
    """
    for delimiter in _DELIMITERS:
        names = [_fold(name) for name in split_line(lines[0] if lines else "", delimiter)[0]]
        if "nomlieudit" in names and "codeinsee" in names:
            return delimiter, names.index("nomlieudit"), names.index("codeinsee")
    raise UnreadableFile("hamlets-columns", file=file)


def _refuse(register: Register, file: str, names: Iterable[str], missing: Sequence[str]) -> None:
    folded = {_fold(name) for name in names}
    other = next(one for one in Register if one is not register)
    if all(name in _place(list(names), other) for name in _NEEDED[other]):
        raise UnreadableFile(f"register-is-{other}", file=file)
    code = next((code for mark, code in _OTHERS.items() if mark in folded), None)
    if code is not None:
        raise UnreadableFile(code, file=file)
    if missing == ["statutDiffusionEtablissement"]:
        raise UnreadableFile("register-no-diffusion", file=file)
    raise UnreadableFile(f"register-columns-{register}", file=file, columns=", ".join(missing))


def _count_delimiters(lines: Sequence[str], delimiter: str, width: int, needed: int) -> int:
    """Return how many delimiters a whole line has: of the columns at its end a program may have left some out."""
    return width - 1 if not lines or any(line.count(delimiter) >= width - 1 for line in lines) else needed - 1


def _make_fits(register: Register, places: Mapping[str, int]) -> Callable[[list[str], bool], bool]:
    """Return what tells whether cells stand in their columns: by the codes that one knows by their looks."""
    patterns = {Register.RNA: _RNA_LOOKS, Register.SIRENE: _SIRENE_LOOKS}[register]
    looks = [(places[name], pattern) for name, pattern in patterns.items()]

    def fits(cells: list[str], whole: bool) -> bool:
        for place, pattern in looks:
            cell = cells[place].strip()
            if pattern.fullmatch(cell) is None and (cell not in ("", "[ND]") or not whole):
                return False
        return True

    return fits


def _place(names: Sequence[str], register: Register) -> dict[str, int]:
    folded = {_fold(name): place for place, name in reversed(list(enumerate(names)))}
    found: dict[str, int] = {}
    for ours, theirs in _NAMES[register].items():
        place = next((folded[_fold(name)] for name in theirs if _fold(name) in folded), None)
        if place is not None:
            found[ours] = place
    return found


def _fold(name: str) -> str:
    return _FOLDED.sub("", name.casefold())


_ALL: Final = frozenset(
    {_fold(name) for names in _NAMES.values() for theirs in names.values() for name in theirs} | set(_OTHERS)
)
