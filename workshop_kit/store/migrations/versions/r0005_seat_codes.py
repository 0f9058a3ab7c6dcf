"""Each seat has a personal code, by which its person comes back on another browser, or by another address.

Those who sat already are given one: they may have to come back this evening.
"""

from __future__ import annotations

import secrets
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)
SIGNS = "23456789ACDEFHJKMNPRTVWXY"


def upgrade() -> None:
    """Make the tables, note when a browser came back, and give codes to those who sit."""
    with op.batch_alter_table("visitor") as visitor:
        visitor.add_column(sa.Column("came_at", TIME, nullable=True))
    op.create_table(
        "seat_code",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("digest", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_seat_code_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", name=op.f("pk_seat_code")),
        sa.UniqueConstraint("digest", name=op.f("uq_seat_code_digest")),
    )
    op.create_table(
        "seat_try",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("visitor", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_try")),
    )
    op.create_index(op.f("ix_seat_try_slot"), "seat_try", ["slot"])
    _give_codes(op.get_bind())


def _give_codes(bind: sa.Connection) -> None:
    visitor = sa.table("visitor", sa.column("participant"))
    table = sa.table("seat_code", *(sa.column(name) for name in ("participant", "code", "digest")))
    seated = sorted({row.participant for row in bind.execute(sa.select(visitor.c.participant))})
    given: set[str] = set()
    for participant in seated:
        code = _make_code()
        while code in given:
            code = _make_code()
        given.add(code)
        digest = sha256(code.encode()).hexdigest()
        bind.execute(sa.insert(table).values(participant=participant, code=code, digest=digest))


def _make_code() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(6))
