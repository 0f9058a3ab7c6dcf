"""The tables of what files did: who is known from them, who asked not to come back, what can be undone."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, Table

from workshop_kit.domain.files import Trait
from workshop_kit.store.columns import UtcTime, WordOf
from workshop_kit.store.making import make_id, make_link, make_text, metadata

# What digests are keyed with, so that they say nothing outside this workshop, and how many files were taken in.
secret: Final = Table(
    "secret",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True, autoincrement=False),
    make_text("word"),
    Column("imports", Integer, nullable=False),
)

# Who asked to be in no list any more: digests alone, which outlive the person, hence no foreign key.
withdrawal: Final = Table(
    "withdrawal",
    metadata,
    make_id("who"),
    make_id("digest"),
    Column("kind", WordOf(Trait), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("erased", Boolean, nullable=False),
)

# By what a person of a file is known again, also where the details themselves were not kept.
file_mark: Final = Table(
    "file_mark",
    metadata,
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    make_id("digest"),
    Column("kind", WordOf(Trait), nullable=False),
)

# Two that the facilitator said are two, the lesser id first.
apart: Final = Table(
    "apart",
    metadata,
    make_link("first", "participant", ondelete="CASCADE", primary_key=True),
    make_link("second", "participant", ondelete="CASCADE", primary_key=True),
    Column("at", UtcTime, nullable=False),
    Index(None, "second"),
)

taken_file: Final = Table(
    "taken_file",
    metadata,
    make_id(),
    Column("number", Integer, nullable=False),
    *(make_text(name) for name in ("kind", "file", "by")),
    Column("at", UtcTime, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("new", "changed")),
    Column("undone_at", UtcTime),
)

# What a file changed, value by value: what stood there before, and digests of what it put there. It goes with whom it
# is about.
taken_entry: Final = Table(
    "taken_entry",
    metadata,
    make_link("taken_file", "taken_file", ondelete="CASCADE", primary_key=True),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    *(make_text(name) for name in ("kind", "entity")),
    make_link("participant", "participant", ondelete="CASCADE", nullable=True),
    *(make_text(name) for name in ("before", "after")),
    Index(None, "participant"),
)

layout: Final = Table(
    "layout",
    metadata,
    make_id("digest"),
    *(make_text(name) for name in ("kind", "columns")),
    Column("at", UtcTime, nullable=False),
)
