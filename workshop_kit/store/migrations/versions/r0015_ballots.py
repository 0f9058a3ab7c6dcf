"""Challenges are worked by a plan and voted on in four ways; authors are asked what they mean."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the three tables and the columns; every challenge goes on as a sprint, with dots."""
    _add("challenge", (sa.Column("plan", sa.Text(), nullable=False, server_default="sprint"),))
    with op.batch_alter_table("challenge") as challenge:
        challenge.add_column(sa.Column("nudged_at", TIME, nullable=True))
    _add(
        "idea",
        (
            sa.Column("asked", sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.Column("answer", sa.Text(), nullable=False, server_default=""),
            sa.Column("discuss", sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.Column("once_held", sa.Boolean(), nullable=False, server_default=sa.false()),
        ),
    )
    op.execute("UPDATE idea SET once_held = (held <> '')")  # what is given back from now on was held back once
    op.create_table(
        "vote_rule",
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("budget", "most", "grades", "to_spend", "points")),
        sa.Column("blanks_count", sa.Boolean(), nullable=False),
        _link("vote_rule", "challenge", "CASCADE"),
        sa.PrimaryKeyConstraint("challenge", "round", name=op.f("pk_vote_rule")),
    )
    op.create_table(
        "option_cost",
        sa.Column("option", IDENTIFIER, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("cost", sa.Integer(), nullable=False),
        sa.Column("funded", sa.Boolean(), nullable=True),
        _link("option_cost", "challenge", "CASCADE"),
        sa.PrimaryKeyConstraint("option", name=op.f("pk_option_cost")),
    )
    op.create_index(op.f("ix_option_cost_challenge"), "option_cost", ["challenge"])
    op.create_table(
        "ballot_mark",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("option", IDENTIFIER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        _link("ballot_mark", "participant", "CASCADE"),
        _link("ballot_mark", "challenge", "RESTRICT"),
        sa.PrimaryKeyConstraint("participant", "option", "kind", "round", name=op.f("pk_ballot_mark")),
    )
    for column in ("challenge", "option"):
        op.create_index(op.f(f"ix_ballot_mark_{column}"), "ballot_mark", [column])


def _add(table: str, columns: tuple[sa.Column[object], ...]) -> None:
    """Add columns that are never empty, as every row before has them by their default."""
    with op.batch_alter_table(table) as altered:
        for column in columns:
            altered.add_column(column)
    with op.batch_alter_table(table) as altered:
        for column in columns:
            altered.alter_column(column.name, server_default=None)


def _link(table: str, to: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([to], [f"{to}.id"], name=op.f(f"fk_{table}_{to}"), ondelete=ondelete)
