"""What was refused, drawn, removed, corrected, announced and printed is kept: every page tells the same story of it.

Before, a page that was opened again worked these out anew from what stood there by then. Of an older workshop it is
known which round of each vote was announced, and that is written down; nobody kept what was drawn or removed. Wrong
tries of the helpers' code stood among the browsers that were let in, and get a table of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)
#: The columns that the rows which are there get a value for.
_FILLED = {"challenge": ("uncovered", "brought"), "idea": ("corrected", "unread"), "projection": ("named",)}
#: How many places were unveiled where results were there as a whole.
_ALL = 1000
#: Where a challenge that had its results is taken up again.
_AGAIN = ("writing", "reveal", "vote")
#: Stood between the name of a browser and the number of its wrong try, where browsers that were let in stand.
_TRY = "?"
#: By what rows are looked up besides their key, at each reading and each erasure.
_LOOKED_UP = (
    ("participant", "joined_to"),
    ("visitor", "participant"),
    ("idea_group_member", "idea"),
    ("dots", "option"),
    ("assignment", "mission"),
)


def upgrade() -> None:
    """Make the tables and columns, then say which round of each vote the room was told of."""
    with op.batch_alter_table("challenge") as batch:
        batch.add_column(sa.Column("announced", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("uncovered", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("brought", sa.Boolean(), nullable=False, server_default=sa.false()))
    _tell_uncovered(op.get_bind())
    with op.batch_alter_table("challenge") as batch:
        batch.drop_column("unveiled")
    with op.batch_alter_table("idea") as batch:
        batch.add_column(sa.Column("corrected", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("unread", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("projection") as batch:
        batch.add_column(sa.Column("named", sa.Boolean(), nullable=False, server_default=sa.false()))
    for table, columns in _FILLED.items():  # the defaults were for the rows that were there
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.alter_column(column, server_default=None)
    _tell_brought()
    _make_helpers_tables()
    _part_tries(op.get_bind())
    _make_tables()
    for table, column in _LOOKED_UP:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    _tell_announced(op.get_bind())


def _make_tables() -> None:
    op.create_table(
        "shown",
        sa.Column("by", IDENTIFIER, nullable=False),
        sa.Column("press", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("brought", IDENTIFIER, nullable=True),
        sa.Column("ideas", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("by", name=op.f("pk_shown")),
    )
    op.create_table(
        "volunteer_declined",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge"], ["challenge.id"], name=op.f("fk_volunteer_declined_challenge"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["participant"],
            ["volunteer.participant"],
            name=op.f("fk_volunteer_declined_participant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("participant", "challenge", name=op.f("pk_volunteer_declined")),
    )
    op.create_table(
        "idea_removal",
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge"], ["challenge.id"], name=op.f("fk_idea_removal_challenge"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("challenge", "by", name=op.f("pk_idea_removal")),
    )
    op.create_table(
        "drawing",
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("room", sa.Integer(), nullable=False),
        sa.Column("waited", sa.Integer(), nullable=False),
        sa.Column("others", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["challenge"], ["challenge.id"], name=op.f("fk_drawing_challenge"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("challenge", name=op.f("pk_drawing")),
    )
    op.create_table(
        "drawing_mark",
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("competence", sa.Integer(), nullable=True),
        sa.Column("interest", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["challenge"], ["drawing.challenge"], name=op.f("fk_drawing_mark_challenge"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_drawing_mark_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("challenge", "participant", name=op.f("pk_drawing_mark")),
    )


def _make_helpers_tables() -> None:
    op.create_table(
        "helper_try",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("visitor", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helper_try")),
    )
    op.create_table(
        "paper_printing",
        sa.Column("first", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("first", "last", name=op.f("pk_paper_printing")),
    )
    op.create_table(
        "paper_typist",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("visitor", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_paper_typist_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "visitor", name=op.f("pk_paper_typist")),
    )


def _part_tries(bind: sa.Connection) -> None:
    """Bring each wrong try of the code from among the browsers that were let in to the tries."""
    helper = sa.table("helper", sa.column("visitor"), sa.column("at", TIME))
    tried = sa.table("helper_try", sa.column("id"), sa.column("visitor"), sa.column("at", TIME))
    for row in bind.execute(sa.select(helper)).all():
        if _TRY in row.visitor:
            visitor = row.visitor.partition(_TRY)[0]
            bind.execute(sa.insert(tried).values(id=uuid4().hex, visitor=visitor, at=row.at))
            bind.execute(sa.delete(helper).where(helper.c.visitor == row.visitor))


def _tell_uncovered(bind: sa.Connection) -> None:
    """Say of results that were there as a whole which options they uncovered; those half unveiled are covered anew."""
    columns = ("id", "stage", "unveiled", "uncovered")
    challenge = sa.table("challenge", *(sa.column(name) for name in columns))
    idea, group = (sa.table(name, sa.column("id"), sa.column("challenge")) for name in ("idea", "idea_group"))
    shown = sa.and_(challenge.c.stage == "results", challenge.c.unveiled >= _ALL)
    for row in bind.execute(sa.select(challenge).where(shown)).all():
        options = [
            one
            for table in (idea, group)
            for one in bind.scalars(sa.select(table.c.id).where(table.c.challenge == row.id).order_by(table.c.id))
        ]
        bind.execute(sa.update(challenge).where(challenge.c.id == row.id).values(uncovered=" ".join(options)))


def _tell_brought() -> None:
    """Say of what the screen shows that it was brought there."""
    op.execute(
        sa.text(
            "UPDATE challenge SET brought = true WHERE stage IN ('results', 'closed')"
            " OR (stage = 'reveal' AND id IN (SELECT challenge FROM projection WHERE stage = 'reveal'))"
        )
    )
    op.execute(sa.text("UPDATE projection SET named = true WHERE phase IN ('missions', 'thanks')"))


def _tell_announced(bind: sa.Connection) -> None:
    """Say of each challenge whose results were shown which round they were of."""
    columns = ("move", "kind", "challenge", "stage", "undoes")
    step = sa.table("step", *(sa.column(name) for name in (*columns, "number")))
    history = bind.execute(sa.select(*(step.c[name] for name in columns)).order_by(step.c.number)).all()
    announced = _read_announced(history)
    challenge = sa.table("challenge", *(sa.column(name) for name in ("id", "round", "announced", "results_at")))
    for row in bind.execute(sa.select(challenge).where(challenge.c.results_at.is_not(None))).all():
        told = announced.get(row.id, row.round)
        bind.execute(sa.update(challenge).where(challenge.c.id == row.id).values(announced=told))


def _read_announced(history: Sequence[Any]) -> dict[str, int]:
    undone = {one.undoes for one in history if one.kind == "undo"}
    stages: dict[str, str] = {}
    rounds: dict[str, int] = {}
    announced: dict[str, int] = {}
    for one in history:
        if one.kind != "stage" or one.move in undone:
            continue
        if stages.get(one.challenge) in ("results", "closed") and one.stage in _AGAIN:
            rounds[one.challenge] = rounds.get(one.challenge, 1) + 1
        stages[one.challenge] = one.stage
        if one.stage == "results":
            announced[one.challenge] = rounds.get(one.challenge, 1)
    return announced
