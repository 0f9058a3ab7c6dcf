"""The tables of how one comes to a seat: by a browser, by a personal code, by a helper's hand or by a paper."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Index, Integer, Table

from workshop_kit.store.columns import UtcTime, identifier
from workshop_kit.store.making import make_id, make_link, make_text, metadata

helper: Final = Table("helper", metadata, make_id("visitor"), Column("at", UtcTime, nullable=False))

# Wrong tries of the helpers' code, one row a try.
helper_try: Final = Table(
    "helper_try", metadata, make_id(), make_text("visitor"), Column("at", UtcTime, nullable=False)
)

# The numbers of papers that were printed, from the first to the last, one row a range.
paper_printing: Final = Table(
    "paper_printing",
    metadata,
    *(Column(name, Integer, primary_key=True, autoincrement=False) for name in ("first", "last")),
    Column("at", UtcTime, nullable=False),
)

# At whose browser the numbered paper of a participant was typed in; whose browser it is says ``visitor`` alone.
paper_typist: Final = Table(
    "paper_typist",
    metadata,
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    make_id("visitor"),
)

visitor: Final = Table(
    "visitor",
    metadata,
    make_id(),
    make_link("participant", "participant", ondelete="CASCADE"),
    Column("came_at", UtcTime),
    Index(None, "participant"),
)

# The personal code of a seat; it is looked for by its digest, so that the time of a search says nothing of a code.
seat_code: Final = Table(
    "seat_code",
    metadata,
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    make_text("code"),
    Column("digest", identifier(), nullable=False, unique=True),
)

# Wrong tries of personal codes, one row a try: by which browser, from which device, in which half minute.
seat_try: Final = Table(
    "seat_try",
    metadata,
    make_id(),
    *(make_text(name) for name in ("visitor", "device")),
    Column("slot", Integer, nullable=False),
    Index(None, "slot"),
)
