"""How many ideas a browser wrote is counted by itself, and ideas can be held back together.

Before, what a seat had written was counted by the seat alone: whoever gave it back began anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the two tables; nothing is known of what browsers wrote before."""
    op.create_table(
        "written",
        sa.Column("digest", IDENTIFIER, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_written")),
    )
    op.create_table(
        "sweep",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("ideas", sa.Text(), nullable=False),
        sa.Column("undone_at", TIME),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sweep")),
    )
