"""The tables of lots: what panels were made of, the panels, and what the dice chose."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Index, Integer, Table

from workshop_kit.store.columns import UtcTime
from workshop_kit.store.making import make_added, make_id, make_link, make_text, metadata

lot: Final = Table(
    "lot",
    metadata,
    make_id(),
    *(make_text(name) for name in ("file", "digest", "quotas_file", "quotas_digest")),
    Column("size", Integer, nullable=False),
    *(make_text(name) for name in ("quotas", "relaxed", "chances", "panels")),
    Column("at", UtcTime, nullable=False),
    *(make_text(name) for name in ("dice", "drawn")),
    Column("drawn_at", UtcTime),
    make_added(),
)

# Who stands under which number, where volunteers were drawn; whoever is erased goes from it.
lot_person: Final = Table(
    "lot_person",
    metadata,
    make_link("lot", "lot", ondelete="CASCADE", primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    make_link("participant", "participant", ondelete="CASCADE"),
    Index(None, "participant"),
)
