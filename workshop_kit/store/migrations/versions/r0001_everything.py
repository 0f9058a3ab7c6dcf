"""Everything: the first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:  # one reason to be long: the whole schema
    """Create every table."""
    op.create_table(
        "challenge",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("stake", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("population", sa.Text(), nullable=False),
        sa.Column("territory", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("revealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
    )
    op.create_table(
        "change",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("challenge", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_change")),
    )
    op.create_table(
        "intention",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intention")),
    )
    op.create_table(
        "participant",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("folded", name=op.f("uq_participant_folded")),
    )
    op.create_table(
        "sector",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("referent", sa.Text(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sector")),
    )
    op.create_table(
        "stakeholder",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stakeholder")),
    )
    op.create_table(
        "dots",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("option", IDENTIFIER, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["challenge"], ["challenge.id"], name=op.f("fk_dots_challenge"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_dots_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "option", name=op.f("pk_dots")),
    )
    op.create_index(op.f("ix_dots_challenge"), "dots", ["challenge"], unique=False)
    op.create_table(
        "finished",
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_finished_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("phase", "participant", name=op.f("pk_finished")),
    )
    op.create_table(
        "idea",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("author", IDENTIFIER, nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author"], ["participant.id"], name=op.f("fk_idea_author"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["challenge"], ["challenge.id"], name=op.f("fk_idea_challenge"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
    )
    op.create_index(op.f("ix_idea_author"), "idea", ["author"], unique=False)
    op.create_index(op.f("ix_idea_challenge"), "idea", ["challenge"], unique=False)
    op.create_table(
        "idea_group",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("formed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge"], ["challenge.id"], name=op.f("fk_idea_group_challenge"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_group")),
    )
    op.create_table(
        "mission",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("min_competence", sa.Integer(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge"], ["challenge.id"], name=op.f("fk_mission_challenge"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission")),
    )
    op.create_table(
        "score",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("competence", sa.Integer(), nullable=True),
        sa.Column("interest", sa.Integer(), nullable=True),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["challenge"], ["challenge.id"], name=op.f("fk_score_challenge"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_score_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "challenge", name=op.f("pk_score")),
    )
    op.create_index(op.f("ix_score_challenge"), "score", ["challenge"], unique=False)
    op.create_table(
        "visitor",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_visitor_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visitor")),
    )
    op.create_table(
        "volunteer",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("may_show_name", sa.Boolean(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_volunteer_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", name=op.f("pk_volunteer")),
    )
    op.create_table(
        "workshop",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("territory", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("current_challenge", IDENTIFIER, nullable=True),
        sa.Column("timer_ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retention_until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["current_challenge"], ["challenge.id"], name=op.f("fk_workshop_current_challenge"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop")),
    )
    op.create_table(
        "assignment",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("mission", IDENTIFIER, nullable=False),
        sa.Column("reason_code", sa.Text(), nullable=False),
        sa.Column("reason_values", sa.Text(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["mission"], ["mission.id"], name=op.f("fk_assignment_mission"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_assignment_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "mission", name=op.f("pk_assignment")),
    )
    op.create_table(
        "idea_group_member",
        sa.Column("idea_group", IDENTIFIER, nullable=False),
        sa.Column("idea", IDENTIFIER, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["idea"], ["idea.id"], name=op.f("fk_idea_group_member_idea"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["idea_group"], ["idea_group.id"], name=op.f("fk_idea_group_member_idea_group"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("idea_group", "idea", name=op.f("pk_idea_group_member")),
    )
    op.create_table(
        "volunteer_challenge",
        sa.Column("participant", IDENTIFIER, nullable=False),
        sa.Column("challenge", IDENTIFIER, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge"], ["challenge.id"], name=op.f("fk_volunteer_challenge_challenge"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["participant"],
            ["volunteer.participant"],
            name=op.f("fk_volunteer_challenge_participant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("participant", "challenge", name=op.f("pk_volunteer_challenge")),
    )
