"""The tables of a challenge's sentences, and of what a few people said of how clear they are."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Integer, Table

from workshop_kit.domain.clarity import Clearness
from workshop_kit.store.columns import UtcTime, WordOf
from workshop_kit.store.making import make_id, make_link, make_text, metadata

# Every sentence that was saved for a challenge, from its first; ``wording`` holds those that people answered.
phrasing: Final = Table(
    "phrasing",
    metadata,
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    make_text("statement"),
    Column("at", UtcTime, nullable=False),
)

# Who reads beforehand has one code for all challenges; without a row nobody is let in.
clarity_code: Final = Table(
    "clarity_code",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True, autoincrement=False),
    make_text("word"),
)

clarity_reader: Final = Table("clarity_reader", metadata, make_id("visitor"), Column("at", UtcTime, nullable=False))

clarity_asking: Final = Table(
    "clarity_asking",
    metadata,
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("phrasing", Integer, primary_key=True, autoincrement=False),
    Column("wanted", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
)

# ``rater`` is a keyed digest of a browser while answers are awaited, and says nothing once all are in.
clarity_rating: Final = Table(
    "clarity_rating",
    metadata,
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("phrasing", Integer, primary_key=True, autoincrement=False),
    make_id("rater"),
    Column("clearness", WordOf(Clearness), nullable=False),
    make_text("remark"),
)
