"""The tables of the stakes that are gathered and judged before there are challenges."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, CheckConstraint, Column, Integer, Table

from workshop_kit.domain.stakes import StakesStage
from workshop_kit.store.columns import UtcTime, WordOf, identifier
from workshop_kit.store.making import make_added, make_id, make_text, metadata

stakes_course: Final = Table(
    "stakes_course",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True, autoincrement=False),
    Column("stage", WordOf(StakesStage), nullable=False),
    Column("blanks_count", Boolean, nullable=False),
)

# ``by`` is a keyed digest of a browser: it names nobody.
proposed_stake: Final = Table(
    "proposed_stake",
    metadata,
    make_id(),
    make_text("text"),
    make_text("by"),
    Column("at", UtcTime, nullable=False),
    Column("into", identifier()),
    make_text("title"),
    Column("left_out", Boolean, nullable=False),
    make_added(),
)

# ``stake`` names one that is judged, hence no foreign key: it may be put under another meanwhile.
stake_grade: Final = Table(
    "stake_grade",
    metadata,
    make_id("judge"),
    make_id("stake"),
    Column("grade", Integer, nullable=False),
)
