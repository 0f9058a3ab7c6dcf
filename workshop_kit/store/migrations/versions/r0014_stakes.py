"""Stakes can be gathered, sorted and judged before there are challenges."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the three tables; nothing was gathered before."""
    op.create_table(
        "stakes_course",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("blanks_count", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_stakes_course_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stakes_course")),
    )
    op.create_table(
        "proposed_stake",
        sa.Column("id", IDENTIFIER, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("text", "by", "title")),
        sa.Column("at", TIME, nullable=False),
        sa.Column("into", IDENTIFIER, nullable=True),
        sa.Column("left_out", sa.Boolean(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_stake")),
    )
    op.create_table(
        "stake_grade",
        sa.Column("judge", IDENTIFIER, nullable=False),
        sa.Column("stake", IDENTIFIER, nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("judge", "stake", name=op.f("pk_stake_grade")),
    )
