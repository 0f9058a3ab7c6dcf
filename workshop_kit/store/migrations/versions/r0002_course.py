"""Each challenge has a course of its own, with a history; and what the cockpit, the screen and the follow-up need.

Before, a phase belonged to the whole room. What it meant for each challenge is written down as well as it can be known:
where the challenge stands, when its ideas were shown, and that its ideas answer its only wording.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)
#: The room's phases that became the stages of a challenge.
STAGES = ("writing", "reveal", "vote", "results")
#: The room's phases in which no page showed what any vote gave.
BEFORE_RESULTS = ("welcome", "writing", "reveal", "vote")
#: More places than any result has: what was on every page stays there.
_ALL = 1000


def upgrade() -> None:
    """Make the tables and columns, then say what the old phase meant for each challenge."""
    _add_columns()
    _make_tables()
    _key_again()
    _tell_course(op.get_bind())


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _whole(name: str, value: int) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default=str(value))


def _add_columns() -> None:
    added: dict[str, tuple[sa.Column[Any], ...]] = {
        "workshop": (
            sa.Column("timer_left", sa.Integer(), nullable=True),
            sa.Column("ends_at", TIME, nullable=True),
            *(_text(name) for name in ("organiser", "contact", "follow_up", "helper_code")),
        ),
        "challenge": (
            sa.Column("stage", sa.Text(), nullable=False, server_default="unopened"),
            _whole("round", 1),
            _whole("wording", 1),
            sa.Column("results_at", TIME, nullable=True),
            sa.Column("timer_ends_at", TIME, nullable=True),
            sa.Column("timer_left", sa.Integer(), nullable=True),
            _text("tables"),
            _whole("unveiled", 0),
        ),
        "participant": (
            sa.Column("away_at", TIME, nullable=True),
            sa.Column("joined_to", IDENTIFIER, nullable=True),
            sa.Column("may_ask", sa.Boolean(), nullable=True),
            sa.Column("slip", sa.Integer(), nullable=True),
        ),
        "idea": (sa.Column("wording", sa.Integer(), nullable=True), _text("held")),
        "mission": (
            sa.Column("option", IDENTIFIER, nullable=True),
            *(_text(name) for name in ("owner", "first_date", "next_step")),
        ),
    }
    for table, columns in added.items():
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.add_column(column)
            if table == "participant":
                target = batch.f("fk_participant_joined_to")
                batch.create_foreign_key(target, "participant", ["joined_to"], ["id"], ondelete="SET NULL")
                batch.create_unique_constraint(batch.f("uq_participant_slip"), ["slip"])
    for table, columns in added.items():  # the defaults were for the rows that were there
        with op.batch_alter_table(table) as batch:
            for column in columns:
                if column.server_default is not None:
                    batch.alter_column(column.name, server_default=None)


def _make_tables() -> None:
    op.create_table(
        "wording",
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["challenge"], ["challenge.id"], name=op.f("fk_wording_challenge"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("challenge", "number", name=op.f("pk_wording")),
    )
    op.create_table(
        "step",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=True),
        sa.Column("challenge", IDENTIFIER, nullable=True),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("wording", sa.Integer(), nullable=True),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.Column("ideas", sa.Integer(), nullable=True),
        sa.Column("timer_ends_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_step")),
    )
    challenge = ["challenge"], ["challenge.id"]
    op.create_table(
        "projection",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=True),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("drawn", sa.Boolean(), nullable=False),
        sa.Column("cover", sa.Text(), nullable=False),
        sa.Column("frozen", sa.Boolean(), nullable=False),
        sa.Column("read_first", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_projection_only_one")),
        sa.ForeignKeyConstraint(*challenge, name=op.f("fk_projection_challenge"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projection")),
    )
    op.create_table(
        "agenda",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(*challenge, name=op.f("fk_agenda_challenge"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda")),
    )
    op.create_table(
        "helper",
        sa.Column("visitor", IDENTIFIER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("visitor", name=op.f("pk_helper")),
    )


def _key_again() -> None:
    """Give dots and "I am done" their new keys: tables made anew, with the rows they held."""
    bind = op.get_bind()
    dots = [row._asdict() for row in bind.execute(sa.text("SELECT participant, option, challenge, count FROM dots"))]
    op.drop_table("dots")
    made = op.create_table(
        "dots",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("option", IDENTIFIER, nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["challenge"], ["challenge.id"], name=op.f("fk_dots_challenge"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_dots_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "option", "round", name=op.f("pk_dots")),
    )
    op.create_index(op.f("ix_dots_challenge"), "dots", ["challenge"])
    op.bulk_insert(made, [{**row, "round": 1} for row in dots])
    current = bind.execute(sa.text("SELECT current_challenge FROM workshop")).scalar()
    finished = [row._asdict() for row in bind.execute(sa.text("SELECT phase, participant FROM finished"))]
    op.drop_table("finished")
    made = op.create_table(
        "finished",
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge"], ["challenge.id"], name=op.f("fk_finished_challenge"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_finished_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("challenge", "stage", "participant", name=op.f("pk_finished")),
    )
    if current is not None:
        rows = [
            {"challenge": current, "stage": row["phase"], "participant": row["participant"]}
            for row in finished
            if row["phase"] in STAGES
        ]
        op.bulk_insert(made, rows)


def _tell_course(bind: sa.Connection) -> None:
    """Say for the room and for each challenge where it stands, and since when as far as that is known."""
    workshop = sa.table("workshop", *(sa.column(name) for name in ("phase", "current_challenge")))
    challenge = sa.table(
        "challenge",
        *(sa.column(name) for name in ("id", "position", "statement", "stage", "unveiled")),
        sa.column("revealed_at", TIME),
        sa.column("results_at", TIME),
    )
    found = bind.execute(sa.select(workshop)).first()
    if found is None:  # the workshop is only being made
        return
    made_at = bind.execute(sa.select(sa.table("workshop", sa.column("created_at", TIME)))).scalar()
    with_ideas = {row[0] for row in bind.execute(sa.text("SELECT DISTINCT challenge FROM idea"))}
    with_votes = {row[0] for row in bind.execute(sa.text("SELECT DISTINCT challenge FROM dots"))}
    steps: list[dict[str, Any]] = []
    wordings: list[dict[str, Any]] = []
    at_stage = None
    for row in bind.execute(sa.select(challenge).order_by(challenge.c.position)).all():
        stage = _find_stage(found.phase, row, found.current_challenge, with_ideas, with_votes)
        had_results = found.phase not in BEFORE_RESULTS and stage == "closed" and row.id in with_votes
        results_at = (row.revealed_at or made_at) if stage == "results" or had_results else None
        changed = {"stage": stage, "results_at": results_at, "unveiled": 0 if results_at is None else _ALL}
        bind.execute(sa.update(challenge).where(challenge.c.id == row.id).values(changed))
        wordings.append({"challenge": row.id, "number": 1, "statement": row.statement, "at": made_at})
        steps += _retrace(row, stage, results_at, made_at)
        at_stage = stage if row.id == found.current_challenge else at_stage
    phase = "work" if found.phase in STAGES else found.phase
    bind.execute(sa.update(workshop).values(phase=phase))
    if found.current_challenge is not None:
        steps.append({"kind": "focus", "challenge": found.current_challenge, "at": made_at})
    steps.append({"kind": "phase", "phase": phase, "at": made_at})
    _write_steps(steps)
    _write_wordings(wordings)
    _place_screen(phase, found.current_challenge, at_stage if phase == "work" else None)


def _retrace(row: Any, stage: str, results_at: Any, made_at: Any) -> list[dict[str, Any]]:
    """Return the steps that brought a challenge to ``stage``: what was shown when, then where it stands."""
    passed = [(name, at) for name, at in (("reveal", row.revealed_at), ("results", results_at)) if at is not None]
    if stage != (passed[-1][0] if passed else "unopened"):
        passed.append((stage, passed[-1][1] if passed else made_at))
    # where no reveal was noted there was no idea to show
    ideas = 0 if row.revealed_at is None else None
    return [{"kind": "stage", "challenge": row.id, "stage": name, "at": at, "ideas": ideas} for name, at in passed]


def _find_stage(phase: str, row: Any, current: str | None, with_ideas: set[str], with_votes: set[str]) -> str:
    """Return where a challenge stood in a room that was in ``phase``."""
    if phase in STAGES and row.id == current:
        return phase
    if row.id not in with_ideas and row.id not in with_votes:
        return "unopened"
    if phase == "welcome":
        return "unopened"
    if phase == "writing" and row.revealed_at is None:
        return "writing"  # everybody could write on every challenge
    if phase in STAGES:
        return "closed" if row.id in with_votes else "unopened"
    return "closed"


def _write_steps(steps: list[dict[str, Any]]) -> None:
    columns = ("number", "move", "kind", "by", "phase", "challenge", "stage", "ideas")
    step = sa.table("step", *(sa.column(name) for name in columns), sa.column("at", TIME))
    nothing = dict.fromkeys(columns)
    rows = [
        {**nothing, **one, "number": number, "move": f"before-{number}", "by": "migration"}
        for number, one in enumerate(steps, start=1)
    ]
    if rows:
        op.bulk_insert(step, rows)


def _write_wordings(wordings: list[dict[str, Any]]) -> None:
    names = ("challenge", "number", "statement")
    wording = sa.table("wording", *(sa.column(name) for name in names), sa.column("at", TIME))
    if wordings:
        op.bulk_insert(wording, wordings)
    op.execute(sa.text("UPDATE idea SET wording = 1 WHERE author IS NOT NULL"))


def _place_screen(phase: str, challenge: str | None, stage: str | None) -> None:
    """Have the screen stand where the room is: it always did."""
    names = ("id", "phase", "challenge", "stage", "page", "drawn", "cover", "frozen", "read_first")
    row = (1, phase, challenge, stage, 0, False, "none", False, True)
    op.bulk_insert(sa.table("projection", *(sa.column(name) for name in names)), [dict(zip(names, row, strict=True))])
