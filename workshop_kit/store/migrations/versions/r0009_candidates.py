"""Whom the registers know in the commune is a list to pick from, apart from the stakeholders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TEXTS = ("name", "code", "entry", "category", "description", "address", "postcode", "commune", "insee", "hamlet")
MORE_TEXTS = ("sector", "website", "size")


def upgrade() -> None:
    """Make the table; nobody picked from a register before."""
    op.create_table(
        "candidate",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in (*TEXTS, *MORE_TEXTS)),
        sa.Column("taken", IDENTIFIER, nullable=True),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["taken"], ["stakeholder.id"], name=op.f("fk_candidate_taken"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
    )
    op.create_index(op.f("ix_candidate_taken"), "candidate", ["taken"])
