"""The tables of a vote: what people are asked for, what options cost, and the ballots that are not of dots."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Index, Integer, Table

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.store.columns import WordOf
from workshop_kit.store.making import make_id, make_link, metadata

vote_rule: Final = Table(
    "vote_rule",
    metadata,
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("kind", WordOf(VoteKind), nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("budget", "most", "grades", "to_spend", "points")),
    Column("blanks_count", Boolean, nullable=False),
)

# ``option`` names a group or a lone idea, hence no foreign key, here and in ``ballot_mark``.
option_cost: Final = Table(
    "option_cost",
    metadata,
    make_id("option"),
    make_link("challenge", "challenge", ondelete="CASCADE"),
    Column("cost", Integer, nullable=False),
    Column("funded", Boolean),
    Index(None, "challenge"),
)

ballot_mark: Final = Table(
    "ballot_mark",
    metadata,
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    make_id("option"),
    Column("kind", WordOf(VoteKind), primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    make_link("challenge", "challenge", ondelete="RESTRICT"),
    Column("value", Integer, nullable=False),
    Index(None, "challenge"),
    Index(None, "option"),
)
