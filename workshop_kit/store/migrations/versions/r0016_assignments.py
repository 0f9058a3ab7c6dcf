"""Missions say how many people they take at least, when, and what they ask; volunteers what they can; steps go back."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the columns and the three tables; whoever said nothing takes one mission, and goes anywhere."""
    _add(
        "mission",
        (
            sa.Column("min_places", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("importance", sa.Integer(), nullable=False, server_default="2"),
            *(_text(name) for name in ("last_date", "begins", "finishes", "days", "language")),
            sa.Column("car", sa.Boolean(), nullable=False, server_default=sa.false()),
        ),
    )
    _add(
        "volunteer",
        (
            sa.Column("max_missions", sa.Integer(), nullable=False, server_default="1"),
            *(sa.Column(name, sa.Text(), nullable=False, server_default="[]") for name in ("reach", "languages")),
            *(_text(name) for name in ("often", "until")),
        ),
    )
    with op.batch_alter_table("volunteer") as volunteer:
        volunteer.add_column(sa.Column("car", sa.Boolean(), nullable=True))
    _add("assignment", (_text("said"), sa.Column("another", sa.Boolean(), nullable=False, server_default=sa.false())))
    with op.batch_alter_table("assignment") as assignment:
        assignment.add_column(sa.Column("beside", IDENTIFIER, nullable=True))
        name = assignment.f("fk_assignment_beside")
        assignment.create_foreign_key(name, "participant", ["beside"], ["id"], ondelete="SET NULL")
    op.create_index(op.f("ix_assignment_beside"), "assignment", ["beside"])
    _make_tables()


def _make_tables() -> None:
    op.create_table(
        "assignment_rule",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("competence", "interest")),
        sa.CheckConstraint("id = 1", name=op.f("ck_assignment_rule_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_rule")),
    )
    op.create_table(
        "assignment_step",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("code", "values")),
        sa.Column("at", TIME, nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_assignment_step")),
    )
    op.create_table(
        "assignment_change",
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, IDENTIFIER, nullable=False) for name in ("participant", "mission")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("before", "after")),
        *(sa.Column(name, IDENTIFIER, nullable=True) for name in ("before_beside", "after_beside")),
        _link("step", "assignment_step.number", "CASCADE"),
        *(_link(name, f"{name}.id", "CASCADE") for name in ("participant", "mission")),
        *(_link(name, "participant.id", "SET NULL") for name in ("before_beside", "after_beside")),
        sa.PrimaryKeyConstraint("step", "participant", "mission", name=op.f("pk_assignment_change")),
    )
    for column in ("participant", "mission", "before_beside", "after_beside"):
        op.create_index(op.f(f"ix_assignment_change_{column}"), "assignment_change", [column])


def _add(table: str, columns: tuple[sa.Column[Any], ...]) -> None:
    """Add columns that are never empty, as every row before has them by their default."""
    with op.batch_alter_table(table) as altered:
        for column in columns:
            altered.add_column(column)
    with op.batch_alter_table(table) as altered:
        for column in columns:
            altered.alter_column(column.name, server_default=None)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _link(column: str, to: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_assignment_change_{column}"), ondelete=ondelete)
