"""A lot is kept with what it was made of, its panels and its dice.

Before, nothing was drawn.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)
IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables, empty."""
    texts = ("file", "digest", "quotas_file", "quotas_digest", "quotas", "relaxed", "chances", "panels")
    op.create_table(
        "lot",
        sa.Column("id", IDENTIFIER, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in (*texts, "dice", "drawn")),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("drawn_at", TIME, nullable=True),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lot")),
    )
    op.create_table(
        "lot_person",
        sa.Column("lot", IDENTIFIER, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(["lot"], ["lot.id"], name=op.f("fk_lot_person_lot"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_lot_person_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("lot", "number", name=op.f("pk_lot_person")),
    )
    op.create_index(op.f("ix_lot_person_participant"), "lot_person", ["participant"])
