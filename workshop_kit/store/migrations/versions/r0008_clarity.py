"""Every sentence that was saved for a challenge is kept, and a few people may say how clear one is.

Before, what a challenge said until somebody could answer it was replaced by what was saved next: of those sentences the
present one alone is known.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables, and bring the sentences there which were kept so far."""
    op.create_table(
        "phrasing",
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        _link("phrasing"),
        sa.PrimaryKeyConstraint("challenge", "number", name=op.f("pk_phrasing")),
    )
    op.create_table(
        "clarity_code",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_clarity_code_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clarity_code")),
    )
    op.create_table(
        "clarity_reader",
        sa.Column("visitor", IDENTIFIER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("visitor", name=op.f("pk_clarity_reader")),
    )
    op.create_table(
        "clarity_asking",
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("phrasing", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        _link("clarity_asking"),
        sa.PrimaryKeyConstraint("challenge", "phrasing", name=op.f("pk_clarity_asking")),
    )
    op.create_table(
        "clarity_rating",
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("phrasing", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rater", IDENTIFIER, nullable=False),
        sa.Column("clearness", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        _link("clarity_rating"),
        sa.PrimaryKeyConstraint("challenge", "phrasing", "rater", name=op.f("pk_clarity_rating")),
    )
    _bring_sentences(op.get_bind())


def _link(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["challenge"], ["challenge.id"], name=op.f(f"fk_{table}_challenge"), ondelete="CASCADE"
    )


def _describe(table: str) -> sa.TableClause:
    return sa.table(table, *(sa.column(name) for name in ("challenge", "number", "statement")), sa.column("at", TIME))


def _bring_sentences(bind: sa.Connection) -> None:
    """Keep the wordings that people answered, and what each challenge says now."""
    phrasing, wording = _describe("phrasing"), _describe("wording")
    challenge = sa.table("challenge", sa.column("id"), sa.column("statement"))
    workshop = sa.table("workshop", sa.column("created_at", TIME))
    made_at = bind.execute(sa.select(workshop.c.created_at)).scalar()
    rows: dict[str, list[dict[str, object]]] = {}
    for row in bind.execute(sa.select(wording).order_by(wording.c.challenge, wording.c.number)):
        known = rows.setdefault(row.challenge, [])
        known.append({"challenge": row.challenge, "number": len(known) + 1, "statement": row.statement, "at": row.at})
    for row in bind.execute(sa.select(challenge)):
        known = rows.setdefault(row.id, [])
        if row.statement and (not known or known[-1]["statement"] != row.statement):
            at = known[-1]["at"] if known else made_at
            known.append({"challenge": row.id, "number": len(known) + 1, "statement": row.statement, "at": at})
    every = [row for known in rows.values() for row in known]
    if every:
        op.bulk_insert(phrasing, every)
