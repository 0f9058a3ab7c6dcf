"""Which commune is meant, by the code that registers use: the INSEE code, which looks like a postcode and is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from workshop_kit.errors import InvalidEntry

_CODE: Final = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-578]|2[AB])\d{3}")
#: Cities whose districts have codes of their own: registers write either.
_CITIES: Final[Mapping[str, tuple[str, ...]]] = {
    "75056": tuple(f"751{number:02}" for number in range(1, 21)),
    "69123": tuple(f"6938{number}" for number in range(1, 10)),
    "13055": tuple(f"132{number:02}" for number in range(1, 17)),
}
#: What postcodes of the districts begin with, before their number in two or three digits.
_POSTCODES: Final[Mapping[str, str]] = {"75056": "750", "69123": "6900", "13055": "130"}
#: Moselle, Bas-Rhin and Haut-Rhin: associations are entered at the court, by a law of their own, not in the RNA.
LOCAL_LAW: Final = frozenset({"57", "67", "68"})


@dataclass(frozen=True)
class Communes:
    """The communes whose bodies are wanted, by their INSEE codes as they were given."""

    codes: tuple[str, ...]

    @cached_property
    def wanted(self) -> frozenset[str]:
        """All codes by which a row belongs to one of them: of a city, those of its districts too."""
        return frozenset({*self.codes, *(one for code in self.codes for one in _CITIES.get(code, ()))})

    @property
    def departements(self) -> frozenset[str]:
        """Where they are: two signs, overseas three."""
        return frozenset(find_departement(code) for code in self.codes)

    @cached_property
    def searched(self) -> tuple[str, ...]:
        """Every text that a row of one of them holds: its code, or that of the city where the district has its own."""
        return tuple(sorted(self.wanted | self._districts.keys()))

    def hold(self, code: str, postcode: str) -> bool:
        """Tell whether a row of this code is of one of them; a city's own code is told by the district's postcode."""
        return code in self.wanted or postcode in self._districts.get(code, ())

    @cached_property
    def _districts(self) -> Mapping[str, frozenset[str]]:
        """Return, by a city's code, the postcodes of those of its districts that are wanted by themselves."""
        found: dict[str, set[str]] = {}
        for city, districts in _CITIES.items():
            for code in self.codes:
                if code in districts and city not in self.codes:
                    start, number = _POSTCODES[city], districts.index(code) + 1
                    found.setdefault(city, set()).add(f"{start}{number:0{5 - len(start)}}")
        return {city: frozenset(postcodes) for city, postcodes in found.items()}


def read_communes(given: Iterable[str]) -> Communes:
    """Return the communes of some INSEE codes, as they were typed.

    Raises
    ------
    InvalidEntry
        ``commune-missing``: none was given. ``commune-not-a-code``: one does not look like an INSEE code.

    """
    codes: dict[str, None] = {}
    for text in given:
        for word in re.split(r"[,;\s]+", text.strip()):
            code = word.upper()
            if not word:
                continue
            if not _CODE.fullmatch(code):
                raise InvalidEntry("commune-not-a-code", received=word)
            codes[code] = None
    if not codes:
        raise InvalidEntry("commune-missing")
    return Communes(tuple(codes))


def find_departement(code: str) -> str:
    """Return the département of an INSEE code: of ``59279`` ``59``, of ``2A004`` ``2A``, of ``97411`` ``974``."""
    return code[:3] if code.startswith(("97", "98")) else code[:2]
