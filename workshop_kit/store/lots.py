"""The lots that were drawn: their panels and what chose among them."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from typing import Any, Final

from workshop_kit.domain.lots import Lot, Quota, RelaxedBound
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Shelf, row_of

_NAME: Final = "lot"
#: What is kept as it is; the rest is written as texts.
_PLAIN: Final = ("id", "file", "digest", "quotas_file", "quotas_digest", "size", "at", "dice", "drawn_at")
#: Bytes of the panels of the largest lot, unpacked: a thousand of ten thousand people, six signs and a comma each.
_PANELS_AT_MOST: Final = 80_000_000
#: By how much a solver's rounding may bring a chance beyond none or certainty.
_ROUNDED: Final = 0.001
_WRITTEN: Final = ("quotas", "relaxed", "chances", "panels", "drawn")


class LotShelf(Shelf):
    """Table data gateway of the lots."""

    def list_lots(self) -> tuple[Lot, ...]:
        """Return the lots in the order they were made, without what is none in a folder of somebody else's work."""
        rows = self._rows(schema.lot, *_PLAIN, *_WRITTEN, order=("added", "id"))
        return tuple(lot for lot in map(_read_lot, rows) if lot is not None)

    def add_lot(self, lot: Lot, people: Sequence[str] | Mapping[int, str] = ()) -> None:
        """Keep a lot; ``people`` are the participants under its numbers, from 1, where volunteers are drawn."""
        self._add(schema.lot, [{**_write_lot(lot), "added": self._writer.next_sequence}])
        numbered = people if isinstance(people, Mapping) else dict(enumerate(people, start=1))
        self._add(
            schema.lot_person,
            [{"lot": lot.id, "number": number, "participant": one} for number, one in numbered.items()],
        )
        self._note(_NAME, lot.id)

    def update_lot(self, lot: Lot) -> None:
        """Replace the lot with the same id; raises ``MissingEntry``."""
        if not self._is_there(schema.lot, id=lot.id):
            raise MissingEntry("no-lot", id=lot.id)
        self._replace(schema.lot, _write_lot(lot), id=lot.id)
        self._note(_NAME, lot.id)

    def list_lot_people(self, lot: str) -> dict[int, str]:
        """Return the participants under the numbers of a lot, without those who were erased since."""
        return dict(self._rows(schema.lot_person, "number", "participant", order=("number",), lot=lot))


def _write_lot(lot: Lot) -> dict[str, Any]:
    row = row_of(replace(lot, panels=()))
    chances = {"chances": lot.chances, "ideal": lot.ideal, "missing": lot.missing}
    return {
        **{name: row[name] for name in _PLAIN},
        "quotas": json.dumps([astuple(one) for one in lot.quotas], ensure_ascii=False),
        "relaxed": json.dumps([astuple(one) for one in lot.relaxed], ensure_ascii=False),
        "chances": json.dumps(chances),
        "panels": b64encode(zlib.compress(json.dumps(lot.panels).encode(), 9)).decode(),
        "drawn": json.dumps(lot.drawn),
    }


def _read_lot(row: Any) -> Lot | None:
    """Return a lot; ``None`` where what stands there is none: pages are made of it, and would not open."""
    try:
        lot = _make_lot(row)
        return lot if _is_whole(lot) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, zlib.error):
        return None


def _is_whole(lot: Lot) -> bool:
    """Tell whether a lot's parts belong together: each person has a chance, and dice drew some of them."""
    people = len(lot.chances)
    chances = any(lot.chances) and all(-_ROUNDED <= one <= 1 + _ROUNDED for one in (*lot.chances, *lot.ideal))
    drawn = all(0 < number <= people for number in lot.drawn)
    thrown = re.fullmatch("[0-9]{3,}", lot.dice) is not None if lot.dice else not lot.drawn
    return chances and drawn and thrown and people == len(lot.ideal) and len(lot.panels) > 0


def _unpack(panels: str) -> bytes:
    """Return panels as they were written; raises ``ValueError`` where they fill more than the largest lot has."""
    unpacking = zlib.decompressobj()
    told = unpacking.decompress(b64decode(panels), _PANELS_AT_MOST)
    if not unpacking.eof:
        raise ValueError("panels without end")
    return told


def _make_lot(row: Any) -> Lot:
    chances = json.loads(row.chances)
    return Lot(
        **{name: getattr(row, name) for name in _PLAIN},
        quotas=tuple(Quota(*one) for one in json.loads(row.quotas)),
        relaxed=tuple(RelaxedBound(*one) for one in json.loads(row.relaxed)),
        chances=tuple(chances["chances"]),
        ideal=tuple(chances["ideal"]),
        missing=chances["missing"],
        panels=tuple(map(tuple, json.loads(_unpack(row.panels)))),
        drawn=tuple(json.loads(row.drawn)),
    )
