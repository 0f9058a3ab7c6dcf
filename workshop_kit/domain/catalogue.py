"""The catalogue of those whom a workshop could invite: why each could matter, and which codes of registers say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from workshop_kit.domain.candidates import Register

#: What the NAF of 2025 calls itself in the register's column of nomenclatures; until then it was ``NAFRev2``.
NAF_2025: Final = frozenset({"NAF25", "NAF2025", "NAFREV25"})
_NAF_REV_2: Final = frozenset({"", "NAFREV2"})


@dataclass(frozen=True)
class Entry:
    """One kind of bodies or people to think of (*entrée du catalogue*).

    Attributes
    ----------
    code
        What it is known by, such as ``"local_shops"``.
    name
        What it is called, in the reader's language.
    category
        What a stakeholder of it has: a ``Category`` value or the organiser's own word.
    why
        Why it could matter in a workshop, in a sentence.
    examples
        Bodies of this kind that an organiser may know.
    rna, naf, naf25
        What the codes of registers begin with, without dots: topics of the RNA, trades of the NAF of 2008, and of that
        of 2025 where they are others (else those of 2008 count).
    unexpected
        Whether it is a kind not usually at this table.
    expert_of
        The fields in which one presumes it to know best, in words; empty: in none.

    """

    code: str
    name: str
    category: str
    why: str = ""
    examples: str = ""
    rna: tuple[str, ...] = ()
    naf: tuple[str, ...] = ()
    naf25: tuple[str, ...] = ()
    unexpected: bool = False
    expert_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """The entries in the order they are shown, each code once."""

    entries: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries."""
        return iter(self.entries)

    def find(self, code: str) -> Entry | None:
        """Return the entry of this code."""
        return self._by_code.get(code)

    def with_own(self, own: Iterable[Entry]) -> Catalogue:
        """Return the catalogue with the organiser's own entries: one of a code known already takes its place."""
        said = {one.code: one for one in own}
        kept = tuple(said.pop(one.code, one) for one in self.entries)
        return Catalogue((*kept, *said.values()))

    def find_by_code(self, register: Register, code: str, nomenclature: str = "") -> Entry | None:
        """Return the entry to which a code of a register leads: the one with the longest beginning of it.

        Parameters
        ----------
        register, code
            The register, and what it says that a body is about.
        nomenclature
            Of the NAF, which one: ``"NAFRev2"``, or ``"NAF25"``; of the older ones no entry is found.

        """
        places = self._places(register, nomenclature.upper().replace(" ", ""))
        bare = code.upper().replace(".", "").strip()
        for length in range(len(bare), 0, -1):
            found = places.get(bare[:length])
            if found is not None:
                return found
        return None

    def _places(self, register: Register, nomenclature: str) -> Mapping[str, Entry]:
        if register is Register.RNA:
            return self._by_rna
        if nomenclature in NAF_2025:
            return self._by_naf25
        return self._by_naf if nomenclature in _NAF_REV_2 else {}

    @cached_property
    def _by_code(self) -> Mapping[str, Entry]:
        return {one.code: one for one in self.entries}

    @cached_property
    def _by_rna(self) -> Mapping[str, Entry]:
        return _lead({one.code: one.rna for one in self.entries}, self._by_code)

    @cached_property
    def _by_naf(self) -> Mapping[str, Entry]:
        return _lead({one.code: one.naf for one in self.entries}, self._by_code)

    @cached_property
    def _by_naf25(self) -> Mapping[str, Entry]:
        return _lead({one.code: one.naf25 or one.naf for one in self.entries}, self._by_code)


def _lead(beginnings: Mapping[str, tuple[str, ...]], entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
    """Return the entry of each beginning; of two that claim the same the later one, which is the organiser's."""
    return {
        beginning.upper().replace(".", ""): entries[code]
        for code, several in beginnings.items()
        for beginning in several
    }
