"""The database's tables of the room's tables: where each stands, who sits at it in each round, who stays at theirs."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Index, Integer, Table

from workshop_kit.store.making import make_link, make_text, metadata

work_table: Final = Table(
    "work_table",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    make_text("landmark"),
    Column("easy", Boolean, nullable=False),
)

table_seat: Final = Table(
    "table_seat",
    metadata,
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("here", Boolean, nullable=False),
    Index(None, "round"),
)

# Who said that they walk with difficulty: they are seated where they need not change tables. It goes with the person.
table_stay: Final = Table(
    "table_stay", metadata, make_link("participant", "participant", ondelete="CASCADE", primary_key=True)
)
