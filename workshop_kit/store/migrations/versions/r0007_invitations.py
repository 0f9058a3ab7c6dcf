"""Whom to invite has a telephone, an address and a reason, and prints say where and when.

Before, a stakeholder had a name and an e-mail address, and nothing said when an invitation left.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)
SETTINGS = ("day", "begins", "finishes", "answer_by", "place", "phone", "address", "colour")
WIFI = ("wifi_name", "wifi_password")


def upgrade() -> None:
    """Add what is not known yet, and the row that prints read."""
    with op.batch_alter_table("stakeholder") as stakeholder:
        for name in ("phone", "address", "reason", "challenges", "register"):
            stakeholder.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        for name in ("invited_at", "reminded_at", "came_at"):
            stakeholder.add_column(sa.Column(name, TIME, nullable=True))
    with op.batch_alter_table("stakeholder") as stakeholder:
        for name in ("phone", "address", "reason", "challenges", "register"):
            stakeholder.alter_column(name, server_default=None)
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in (*SETTINGS, *WIFI)),
        sa.CheckConstraint("id = 1", name=op.f("ck_invitation_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
    )
