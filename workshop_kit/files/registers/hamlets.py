"""Which hamlet an address names: by the places of the national base of addresses, and the workshop's sectors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from workshop_kit.domain.names import fold_name
from workshop_kit.files.registers.columns import find_hamlet_columns
from workshop_kit.files.registers.communes import Communes
from workshop_kit.files.registers.scanning import Counted, Wanted, go_through, read_head
from workshop_kit.files.registers.sources import open_sources
from workshop_kit.files.registers.splitting import split_line

#: What a word may be that many streets of any commune bear: alone it says nothing of where somebody is.
_EVERYWHERE: Final = frozenset(
    [
        "bourg",
        "centre",
        "chateau",
        "chapelle",
        "ecole",
        "eglise",
        "ferme",
        "fontaine",
        "forge",
        "fort",
        "gare",
        "lavoir",
        "mairie",
        "marais",
        "marche",
        "moulin",
        "park",
        "parc",
        "phare",
        "place",
        "plage",
        "plaine",
        "pont",
        "port",
        "poste",
        "quai",
        "stade",
        "tour",
        "usine",
        "val",
        "vallee",
        "vieux",
        "village",
        "ville",
        "cimetiere",
    ]
)
_ARTICLE: Final = re.compile(r"^(?:le |la |les |l'|au |aux |the )")
_SAYS_PLACE: Final = re.compile(r"\b(?:lieu dit|lieudit|ld|hameau(?: de[s]?| du)?|ham|quartier|village)\b")
_NOT_LETTERS: Final = re.compile(r"[^\w']+")


@dataclass(frozen=True)
class Places:
    """The names of hamlets by which addresses are gone through, and the workshop's sectors."""

    hamlets: tuple[str, ...]
    sectors: tuple[str, ...] = ()

    def find(self, lines: Iterable[str]) -> tuple[str, str]:
        """Return the hamlet that the lines of an address name, and the sector of that name; ``""``: none.

        Names are compared without case, accents and dashes, as whole words, the longest first. One common word alone,
        such as *moulin*, counts where it is said that a place follows or where the line says nothing else.
        """
        for line in lines:
            words = f" {_fold(line)} "
            for form, name in self._forms:
                if f" {form} " in words and self._may_be(form, words):
                    return name, self._sectors.get(form, self._sectors.get(_fold(name), ""))
        return "", ""

    @staticmethod
    def _may_be(form: str, words: str) -> bool:
        return form not in _EVERYWHERE or words.strip() == form or _SAYS_PLACE.search(words) is not None

    @cached_property
    def _forms(self) -> tuple[tuple[str, str], ...]:
        """Return each folded form of a name with the name, the longest first."""
        found: dict[str, str] = {}
        for name in (*self.hamlets, *self.sectors):
            for form in _list_forms(name):
                found.setdefault(form, name)
        return tuple(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))

    @cached_property
    def _sectors(self) -> dict[str, str]:
        return {form: sector for sector in reversed(self.sectors) for form in _list_forms(sector)}


def read_hamlets(path: Path, communes: Communes) -> tuple[str, ...]:
    """Return the names of the hamlets of some communes from a file of the national base of addresses.

    Raises
    ------
    UnreadableFile
        It is no such file (``hamlets-columns``), or cannot be read.

    """
    names: dict[str, str] = {}
    with open_sources(path, communes.departements) as sources:
        for source in sources:
            head = read_head(source)
            delimiter, name, insee = find_hamlet_columns(path.name, head.lines)
            wanted = Wanted(communes.searched, delimiter, max(name, insee), skip=1)
            for line in go_through(source, wanted, Counted(), lambda _done, _all: None):
                cells = split_line(line.text, delimiter)[0]
                if len(cells) > max(name, insee) and cells[insee].strip().zfill(5) in communes.wanted:
                    text = cells[name].strip()
                    names.setdefault(_fold(text), text)
    return tuple(text for folded, text in names.items() if len(folded) > 2)


def _list_forms(name: str) -> list[str]:
    folded = _fold(name)
    bare = _ARTICLE.sub("", folded)
    # without its article a name of one word would be found in any street called after it
    return [form for form in (folded, bare if " " in bare else folded) if len(form) > 2]


def _fold(text: str) -> str:
    return _NOT_LETTERS.sub(" ", fold_name(text)).strip()
