"""The tables: one for each noun of the method, the same on SQLite and on PostgreSQL.

Columns bear the names of the fields of the values in ``domain.model``, ``domain.agenda``, ``domain.history``,
``domain.projection`` and ``domain.files``, so that a row is a value. Contact details stand in ``volunteer``, apart from
every contribution. ``added`` keeps the order in which things came.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.files import Trait
from workshop_kit.domain.history import StepKind
from workshop_kit.domain.model import AssignmentStatus, Origin, Remover, Source, StakeholderStatus
from workshop_kit.domain.projection import Cover
from workshop_kit.store.columns import Ids, UtcTime, WordOf, identifier

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _id(name: str = "id", **options: Any) -> Column[str]:
    return Column(name, identifier(), primary_key=True, **options)


def _link(name: str, to: str, *, ondelete: str, primary_key: bool = False, nullable: bool = False) -> Column[Any]:
    target = ForeignKey(f"{to}.id", ondelete=ondelete)
    return Column(name, identifier(), target, primary_key=primary_key, nullable=nullable)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _added() -> Column[int]:
    return Column("added", Integer, nullable=False)


workshop: Final = Table(
    "workshop",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True, autoincrement=False),
    _text("title"),
    _text("territory"),
    _text("language"),
    Column("phase", WordOf(Phase), nullable=False),
    _link("current_challenge", "challenge", ondelete="SET NULL", nullable=True),
    Column("timer_ends_at", UtcTime),
    Column("created_at", UtcTime, nullable=False),
    Column("retention_until", UtcTime, nullable=False),
    Column("timer_left", Integer),
    Column("ends_at", UtcTime),
    *(_text(name) for name in ("organiser", "contact", "follow_up", "helper_code")),
)

challenge: Final = Table(
    "challenge",
    metadata,
    _id(),
    *(_text(name) for name in ("stake", "statement", "action", "population", "territory", "deadline", "indicator")),
    Column("position", Integer, nullable=False),
    Column("revealed_at", UtcTime),
    Column("stage", WordOf(Stage), nullable=False),
    Column("round", Integer, nullable=False),
    Column("wording", Integer, nullable=False),
    Column("results_at", UtcTime),
    Column("timer_ends_at", UtcTime),
    Column("timer_left", Integer),
    _text("tables"),
    Column("announced", Integer),
    Column("uncovered", Ids, nullable=False),
    Column("brought", Boolean, nullable=False),
    _added(),
)

wording: Final = Table(
    "wording",
    metadata,
    _link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("statement"),
    Column("at", UtcTime, nullable=False),
)

# Append-only: what is no more (a challenge that nobody worked on) stays named in it, hence no foreign keys.
step: Final = Table(
    "step",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("move"),
    Column("kind", WordOf(StepKind), nullable=False),
    Column("at", UtcTime, nullable=False),
    _text("by"),
    Column("phase", WordOf(Phase)),
    Column("challenge", identifier()),
    Column("stage", WordOf(Stage)),
    Column("wording", Integer),
    Column("undoes", Text),
    Column("ideas", Integer),
    Column("timer_ends_at", UtcTime),
)

projection: Final = Table(
    "projection",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True, autoincrement=False),
    Column("phase", WordOf(Phase), nullable=False),
    _link("challenge", "challenge", ondelete="SET NULL", nullable=True),
    Column("stage", WordOf(Stage)),
    Column("page", Integer, nullable=False),
    Column("drawn", Boolean, nullable=False),
    Column("cover", WordOf(Cover), nullable=False),
    Column("frozen", Boolean, nullable=False),
    Column("read_first", Boolean, nullable=False),
    Column("named", Boolean, nullable=False),
)

# What each of the facilitator's browsers last brought to the room; ids that are no more may stand in it.
shown: Final = Table(
    "shown",
    metadata,
    _id("by"),
    _text("press"),
    Column("at", UtcTime, nullable=False),
    *(_text(name) for name in ("before", "after")),
    Column("brought", identifier()),
    Column("ideas", Ids, nullable=False),
)

agenda: Final = Table(
    "agenda",
    metadata,
    _id(),
    Column("moment", WordOf(Moment), nullable=False),
    _link("challenge", "challenge", ondelete="CASCADE", nullable=True),
    Column("minutes", Integer, nullable=False),
)

sector: Final = Table("sector", metadata, _id(), _text("name"), _text("referent"), _added())

stakeholder: Final = Table(
    "stakeholder",
    metadata,
    _id(),
    *(_text(name) for name in ("category", "name", "contact", "email", "sector")),
    Column("status", WordOf(StakeholderStatus), nullable=False),
    _added(),
)

participant: Final = Table(
    "participant",
    metadata,
    _id(),
    _text("pseudonym"),
    Column("folded", Text, nullable=False, unique=True),
    _text("category"),
    _text("sector"),
    Column("origin", WordOf(Origin), nullable=False),
    Column("joined_at", UtcTime, nullable=False),
    Column("language", Text),
    Column("away_at", UtcTime),
    _link("joined_to", "participant", ondelete="SET NULL", nullable=True),
    Column("may_ask", Boolean),
    Column("slip", Integer, unique=True),
    _added(),
    Index(None, "joined_to"),
)

helper: Final = Table("helper", metadata, _id("visitor"), Column("at", UtcTime, nullable=False))

# Wrong tries of the helpers' code, one row a try.
helper_try: Final = Table("helper_try", metadata, _id(), _text("visitor"), Column("at", UtcTime, nullable=False))

# The numbers of papers that were printed, from the first to the last, one row a range.
paper_printing: Final = Table(
    "paper_printing",
    metadata,
    *(Column(name, Integer, primary_key=True, autoincrement=False) for name in ("first", "last")),
    Column("at", UtcTime, nullable=False),
)

# At whose browser the numbered paper of a participant was typed in; whose browser it is says ``visitor`` alone.
paper_typist: Final = Table(
    "paper_typist",
    metadata,
    _link("participant", "participant", ondelete="CASCADE", primary_key=True),
    _id("visitor"),
)

visitor: Final = Table(
    "visitor",
    metadata,
    _id(),
    _link("participant", "participant", ondelete="CASCADE"),
    Index(None, "participant"),
)

volunteer: Final = Table(
    "volunteer",
    metadata,
    _link("participant", "participant", ondelete="CASCADE", primary_key=True),
    *(_text(name) for name in ("name", "email", "phone", "sector")),
    Column("consented_at", UtcTime),
    _text("purpose"),
    Column("may_show_name", Boolean, nullable=False),
    _added(),
)

volunteer_challenge: Final = Table(
    "volunteer_challenge",
    metadata,
    Column("participant", identifier(), ForeignKey("volunteer.participant", ondelete="CASCADE"), primary_key=True),
    _link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("rank", Integer, nullable=False),
)

volunteer_declined: Final = Table(
    "volunteer_declined",
    metadata,
    Column("participant", identifier(), ForeignKey("volunteer.participant", ondelete="CASCADE"), primary_key=True),
    _link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("rank", Integer, nullable=False),
)

idea: Final = Table(
    "idea",
    metadata,
    _id(),
    _link("challenge", "challenge", ondelete="RESTRICT"),
    _text("text"),
    Column("source", WordOf(Source)),
    _link("author", "participant", ondelete="SET NULL", nullable=True),
    Column("written_at", UtcTime, nullable=False),
    Column("wording", Integer),
    _text("held"),
    Column("corrected", Boolean, nullable=False),
    Column("unread", Boolean, nullable=False),
    _added(),
    Index(None, "challenge"),
    Index(None, "author"),
)

# How many ideas are no more: nothing of what they said, and of whom only on which side they stood.
idea_removal: Final = Table(
    "idea_removal",
    metadata,
    _link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("by", WordOf(Remover), primary_key=True),
    Column("count", Integer, nullable=False),
)

idea_group: Final = Table(
    "idea_group",
    metadata,
    _id(),
    _link("challenge", "challenge", ondelete="RESTRICT"),
    _text("title"),
    Column("formed_at", UtcTime, nullable=False),
    Column("undone_at", UtcTime),
    _added(),
)

idea_group_member: Final = Table(
    "idea_group_member",
    metadata,
    _link("idea_group", "idea_group", ondelete="CASCADE", primary_key=True),
    _link("idea", "idea", ondelete="CASCADE", primary_key=True),
    Column("rank", Integer, nullable=False),
    Index(None, "idea"),
)

# ``option`` names a group or a lone idea, hence no foreign key, here and in ``mission``: the repository looks it up.
dots: Final = Table(
    "dots",
    metadata,
    _link("participant", "participant", ondelete="CASCADE", primary_key=True),
    _id("option"),
    Column("round", Integer, primary_key=True, autoincrement=False),
    _link("challenge", "challenge", ondelete="RESTRICT"),
    Column("count", Integer, nullable=False),
    Index(None, "challenge"),
    Index(None, "option"),
)

#: What people give in a vote, one table a kind; each has a participant, an option and its challenge.
VOTES: Final = (dots,)

finished: Final = Table(
    "finished",
    metadata,
    _link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("stage", WordOf(Stage), primary_key=True),
    _link("participant", "participant", ondelete="CASCADE", primary_key=True),
)

score: Final = Table(
    "score",
    metadata,
    _link("participant", "participant", ondelete="CASCADE", primary_key=True),
    _link("challenge", "challenge", ondelete="RESTRICT", primary_key=True),
    Column("competence", Integer),
    Column("interest", Integer),
    Column("unsure", Boolean, nullable=False),
    Index(None, "challenge"),
)

drawing: Final = Table(
    "drawing",
    metadata,
    _link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("at", UtcTime, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("room", "waited", "others")),
    Column("withdrawn", Boolean, nullable=False),
)

# A mark is as personal as the score it was drawn from: it goes with its person.
drawing_mark: Final = Table(
    "drawing_mark",
    metadata,
    Column("challenge", identifier(), ForeignKey("drawing.challenge", ondelete="CASCADE"), primary_key=True),
    _link("participant", "participant", ondelete="CASCADE", primary_key=True),
    Column("competence", Integer),
    Column("interest", Integer),
)

mission: Final = Table(
    "mission",
    metadata,
    _id(),
    _link("challenge", "challenge", ondelete="RESTRICT"),
    _text("title"),
    Column("places", Integer, nullable=False),
    Column("min_competence", Integer, nullable=False),
    _text("sector"),
    Column("option", identifier()),
    *(_text(name) for name in ("owner", "first_date", "next_step")),
    _added(),
)

assignment: Final = Table(
    "assignment",
    metadata,
    _link("participant", "participant", ondelete="CASCADE", primary_key=True),
    _link("mission", "mission", ondelete="CASCADE", primary_key=True),
    _text("reason_code"),
    _text("reason_values"),
    Column("by_hand", Boolean, nullable=False),
    Column("status", WordOf(AssignmentStatus), nullable=False),
    Index(None, "mission"),
)

change: Final = Table(
    "change",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    _text("kind"),
    _text("entity"),
    Column("challenge", Text),
)

intention: Final = Table("intention", metadata, _id(), _text("result"))

# What digests are keyed with, so that they say nothing outside this workshop, and how many files were taken in.
secret: Final = Table(
    "secret",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True, autoincrement=False),
    _text("word"),
    Column("imports", Integer, nullable=False),
)

# Who asked to be in no list any more: digests alone, which outlive the person, hence no foreign key.
withdrawal: Final = Table(
    "withdrawal",
    metadata,
    _id("who"),
    _id("digest"),
    Column("kind", WordOf(Trait), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("erased", Boolean, nullable=False),
)

# By what a person of a file is known again, also where the details themselves were not kept.
file_mark: Final = Table(
    "file_mark",
    metadata,
    _link("participant", "participant", ondelete="CASCADE", primary_key=True),
    _id("digest"),
    Column("kind", WordOf(Trait), nullable=False),
)

# Two that the facilitator said are two, the lesser id first.
apart: Final = Table(
    "apart",
    metadata,
    _link("first", "participant", ondelete="CASCADE", primary_key=True),
    _link("second", "participant", ondelete="CASCADE", primary_key=True),
    Column("at", UtcTime, nullable=False),
    Index(None, "second"),
)

taken_file: Final = Table(
    "taken_file",
    metadata,
    _id(),
    Column("number", Integer, nullable=False),
    *(_text(name) for name in ("kind", "file", "by")),
    Column("at", UtcTime, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("new", "changed")),
    Column("undone_at", UtcTime),
)

# What a file changed, value by value: what stood there before, and digests of what it put there. It goes with whom it
# is about.
taken_entry: Final = Table(
    "taken_entry",
    metadata,
    _link("taken_file", "taken_file", ondelete="CASCADE", primary_key=True),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    *(_text(name) for name in ("kind", "entity")),
    _link("participant", "participant", ondelete="CASCADE", nullable=True),
    *(_text(name) for name in ("before", "after")),
    Index(None, "participant"),
)

layout: Final = Table(
    "layout",
    metadata,
    _id("digest"),
    *(_text(name) for name in ("kind", "columns")),
    Column("at", UtcTime, nullable=False),
)
