"""Contact details are kept for more than one purpose, each with its own yes, and a score may come before the workshop.

Before, there was one consent, to be proposed a mission; it stays where it was.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table of the other purposes; nobody said on which days they can help, and no score came early."""
    with op.batch_alter_table("volunteer") as volunteer:
        volunteer.add_column(sa.Column("days", sa.Text(), nullable=False, server_default=""))
        volunteer.add_column(sa.Column("days_word", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("volunteer") as volunteer:
        volunteer.alter_column("days", server_default=None)
        volunteer.alter_column("days_word", server_default=None)
    with op.batch_alter_table("score") as score:
        score.add_column(sa.Column("early", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("score") as score:
        score.alter_column("early", server_default=None)
    op.create_table(
        "consent",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"],
            ["volunteer.participant"],
            name=op.f("fk_consent_participant_volunteer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("participant", "purpose", name=op.f("pk_consent")),
    )
