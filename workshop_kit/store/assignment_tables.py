"""The tables of who is assigned to which mission, how a fit is weighed, and the steps that can be undone."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, Table

from workshop_kit.domain.missions import AssignmentStatus
from workshop_kit.store.columns import UtcTime, WordOf
from workshop_kit.store.making import make_link, make_text, metadata

assignment: Final = Table(
    "assignment",
    metadata,
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    make_link("mission", "mission", ondelete="CASCADE", primary_key=True),
    make_text("reason_code"),
    make_text("reason_values"),
    Column("by_hand", Boolean, nullable=False),
    Column("status", WordOf(AssignmentStatus), nullable=False),
    make_link("beside", "participant", ondelete="SET NULL", nullable=True),
    make_text("said"),
    Column("another", Boolean, nullable=False),
    Index(None, "mission"),
    Index(None, "beside"),
)

assignment_rule: Final = Table(
    "assignment_rule",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True, autoincrement=False),
    *(Column(name, Integer, nullable=False) for name in ("competence", "interest")),
)

assignment_step: Final = Table(
    "assignment_step",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *(make_text(name) for name in ("code", "values")),
    Column("at", UtcTime, nullable=False),
    Column("undone", Boolean, nullable=False),
)

# Whom a beginner goes with stands beside the row as it was, so that it goes with that person.
assignment_change: Final = Table(
    "assignment_change",
    metadata,
    Column("step", Integer, ForeignKey("assignment_step.number", ondelete="CASCADE"), primary_key=True),
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    make_link("mission", "mission", ondelete="CASCADE", primary_key=True),
    *(make_text(name) for name in ("before", "after")),
    *(make_link(name, "participant", ondelete="SET NULL", nullable=True) for name in ("before_beside", "after_beside")),
    *(Index(None, name) for name in ("participant", "mission", "before_beside", "after_beside")),
)
