"""People are seated at tables, round by round; where each table stands is said in words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the three tables; nobody is seated in a workshop that was made before."""
    with op.batch_alter_table("workshop") as workshop:
        for name, before in (("table_size", "8"), ("table_rounds", "0"), ("table_round", "0")):
            workshop.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default=before))
    with op.batch_alter_table("workshop") as workshop:
        for name in ("table_size", "table_rounds", "table_round"):
            workshop.alter_column(name, server_default=None)
    op.create_table(
        "work_table",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("landmark", sa.Text(), nullable=False),
        sa.Column("easy", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_work_table")),
    )
    op.create_table(
        "table_seat",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("here", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_table_seat_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "round", name=op.f("pk_table_seat")),
    )
    op.create_index(op.f("ix_table_seat_round"), "table_seat", ["round"])
    op.create_table(
        "table_stay",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_table_stay_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", name=op.f("pk_table_stay")),
    )
