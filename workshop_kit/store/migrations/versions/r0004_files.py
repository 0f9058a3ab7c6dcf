"""A person of a file and a seat of the room may bear the same name, and what files did can be undone.

Before, both were one name's: whoever joined as somebody of a list was found by the next file, and read their contact
details. Who is known from a file alone bears no name that anybody else could take, so that nothing marks it any more.
"""

from __future__ import annotations

import re
import secrets

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)
#: What stood behind the name of who was known from a file, where somebody in the room had taken it.
_MARKED = re.compile(r"(.+?) \((?:fichier|file)\)(?: \d+)?")


def upgrade() -> None:
    """Free the names that files brought, make the tables, and give the workshop a secret of its own."""
    bind = op.get_bind()
    people = sa.table("participant", *(sa.column(name) for name in ("id", "pseudonym", "folded", "origin")))
    for row in bind.execute(sa.select(people).where(people.c.origin == "file")).all():
        marked = _MARKED.fullmatch(row.pseudonym)
        name = row.pseudonym if marked is None else marked[1]
        bind.execute(sa.update(people).where(people.c.id == row.id).values(pseudonym=name, folded=f"file {row.id}"))
    _make_tables()
    _make_undo_tables()
    secret = sa.table("secret", *(sa.column(name) for name in ("id", "word", "imports")))
    bind.execute(sa.insert(secret).values(id=1, word=secrets.token_hex(32), imports=0))


def _make_tables() -> None:
    op.create_table(
        "secret",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("imports", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_secret_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_secret")),
    )
    op.create_table(
        "withdrawal",
        sa.Column("who", IDENTIFIER, nullable=False),
        sa.Column("digest", IDENTIFIER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("erased", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("who", "digest", name=op.f("pk_withdrawal")),
    )
    op.create_table(
        "file_mark",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("digest", IDENTIFIER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_file_mark_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "digest", name=op.f("pk_file_mark")),
    )
    op.create_table(
        "apart",
        sa.Column("first", IDENTIFIER, nullable=False),
        sa.Column("second", IDENTIFIER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["first"], ["participant.id"], name=op.f("fk_apart_first"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["second"], ["participant.id"], name=op.f("fk_apart_second"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("first", "second", name=op.f("pk_apart")),
    )
    op.create_index(op.f("ix_apart_second"), "apart", ["second"])


def _make_undo_tables() -> None:
    op.create_table(
        "taken_file",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("undone_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_file")),
    )
    op.create_table(
        "taken_entry",
        sa.Column("taken_file", IDENTIFIER, nullable=False),
        sa.Column("rank", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("participant", IDENTIFIER, nullable=True),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["taken_file"], ["taken_file.id"], name=op.f("fk_taken_entry_taken_file"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_taken_entry_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("taken_file", "rank", name=op.f("pk_taken_entry")),
    )
    op.create_index(op.f("ix_taken_entry_participant"), "taken_entry", ["participant"])
    op.create_table(
        "layout",
        sa.Column("digest", IDENTIFIER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_layout")),
    )
