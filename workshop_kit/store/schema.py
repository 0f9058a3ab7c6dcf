"""The tables: one for each noun of the method, the same on SQLite and on PostgreSQL.

Columns bear the names of the fields of the values in ``domain.model``, ``domain.workshops``, ``domain.agenda``,
``domain.history``, ``domain.projection``, ``domain.files``, ``domain.floods``, ``domain.stakes``,
``domain.candidates``, ``domain.tables``, ``domain.clarity``, ``domain.ballots``, ``domain.missions`` and
``domain.invitations``, so that a row is a value.
Contact details stand in ``volunteer``, apart from every contribution. ``added`` keeps the order in which things came.
The other ballots than those of dots, and what a vote is asked for, stand in ``store.ballot_tables``, who is assigned to
which mission, and how that came about, in ``store.assignment_tables``. The tables of what files did are written down in
``store.file_tables``, those of the stakes in ``store.stake_tables``, those of a challenge's sentences in
``store.clarity_tables``, that of whom registers know in ``store.register_tables``, those of who sits at which table in
``store.seating_tables``, that of the form in ``store.form_tables``, those of who comes to a seat by a browser, a code
or a paper in ``store.seat_tables``, what all tables are made of in ``store.making``.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.history import StepKind
from workshop_kit.domain.model import Origin, Remover, Source, StakeholderStatus
from workshop_kit.domain.plans import Plan
from workshop_kit.domain.projection import Cover
from workshop_kit.store import seating_tables as seating_tables
from workshop_kit.store.assignment_tables import assignment, assignment_change, assignment_rule, assignment_step
from workshop_kit.store.ballot_tables import ballot_mark, option_cost, vote_rule
from workshop_kit.store.clarity_tables import clarity_asking, clarity_code, clarity_rating, clarity_reader, phrasing
from workshop_kit.store.columns import Ids, Texts, UtcTime, WordOf, identifier
from workshop_kit.store.file_tables import apart, file_mark, layout, secret, taken_entry, taken_file, withdrawal
from workshop_kit.store.form_tables import consent
from workshop_kit.store.lot_tables import lot, lot_person
from workshop_kit.store.making import make_added, make_id, make_link, make_text, metadata
from workshop_kit.store.register_tables import candidate
from workshop_kit.store.seat_tables import (
    helper,
    helper_try,
    paper_printing,
    paper_typist,
    seat_code,
    seat_try,
    visitor,
)
from workshop_kit.store.stake_tables import proposed_stake, stake_grade, stakes_course

__all__ = [
    "apart", "assignment", "assignment_change", "assignment_rule", "assignment_step", "ballot_mark", "candidate",
    "clarity_asking", "clarity_code", "clarity_rating", "clarity_reader", "consent", "file_mark", "helper",
    "helper_try", "layout", "lot", "lot_person", "metadata", "option_cost", "paper_printing", "paper_typist",
    "phrasing", "proposed_stake", "seat_code", "seat_try", "secret", "stake_grade", "stakes_course", "taken_entry",
    "taken_file", "visitor", "vote_rule", "withdrawal",
]  # fmt: skip

workshop: Final = Table(
    "workshop",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    make_text("title"),
    make_text("territory"),
    make_text("language"),
    Column("phase", WordOf(Phase), nullable=False),
    make_link("current_challenge", "challenge", ondelete="SET NULL", nullable=True),
    Column("timer_ends_at", UtcTime),
    Column("created_at", UtcTime, nullable=False),
    Column("retention_until", UtcTime, nullable=False),
    Column("timer_left", Integer),
    Column("ends_at", UtcTime),
    *(make_text(name) for name in ("organiser", "contact", "follow_up", "helper_code")),
    *(Column(name, Integer, nullable=False) for name in ("table_size", "table_rounds", "table_round")),
)

challenge: Final = Table(
    "challenge",
    metadata,
    make_id(),
    *(make_text(name) for name in ("stake", "statement", "action", "population", "territory", "deadline", "indicator")),
    Column("position", Integer, nullable=False),
    Column("revealed_at", UtcTime),
    Column("stage", WordOf(Stage), nullable=False),
    Column("round", Integer, nullable=False),
    Column("wording", Integer, nullable=False),
    Column("results_at", UtcTime),
    Column("timer_ends_at", UtcTime),
    Column("timer_left", Integer),
    make_text("tables"),
    Column("announced", Integer),
    Column("uncovered", Ids, nullable=False),
    Column("brought", Boolean, nullable=False),
    Column("plan", WordOf(Plan), nullable=False),
    Column("nudged_at", UtcTime),
    make_added(),
)

wording: Final = Table(
    "wording",
    metadata,
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    make_text("statement"),
    Column("at", UtcTime, nullable=False),
)

# Append-only: what is no more (a challenge that nobody worked on) stays named in it, hence no foreign keys.
step: Final = Table(
    "step",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    make_text("move"),
    Column("kind", WordOf(StepKind), nullable=False),
    Column("at", UtcTime, nullable=False),
    make_text("by"),
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
    make_link("challenge", "challenge", ondelete="SET NULL", nullable=True),
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
    make_id("by"),
    make_text("press"),
    Column("at", UtcTime, nullable=False),
    *(make_text(name) for name in ("before", "after")),
    Column("brought", identifier()),
    Column("ideas", Ids, nullable=False),
)

agenda: Final = Table(
    "agenda",
    metadata,
    make_id(),
    Column("moment", WordOf(Moment), nullable=False),
    make_link("challenge", "challenge", ondelete="CASCADE", nullable=True),
    Column("minutes", Integer, nullable=False),
)

sector: Final = Table("sector", metadata, make_id(), make_text("name"), make_text("referent"), make_added())

stakeholder: Final = Table(
    "stakeholder",
    metadata,
    make_id(),
    *(make_text(name) for name in ("category", "name", "contact", "email", "sector")),
    Column("status", WordOf(StakeholderStatus), nullable=False),
    *(make_text(name) for name in ("phone", "address", "reason")),
    Column("challenges", Ids, nullable=False),
    make_text("register"),
    *(Column(name, UtcTime) for name in ("invited_at", "reminded_at", "came_at")),
    make_added(),
)

# What prints say of the workshop, in one row; apart from the workshop's own, which every page reads.
invitation: Final = Table(
    "invitation",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True, autoincrement=False),
    *(make_text(name) for name in ("day", "begins", "finishes", "answer_by", "place", "phone", "address", "colour")),
    *(make_text(name) for name in ("wifi_name", "wifi_password")),
)

participant: Final = Table(
    "participant",
    metadata,
    make_id(),
    make_text("pseudonym"),
    Column("folded", Text, nullable=False, unique=True),
    make_text("category"),
    make_text("sector"),
    Column("origin", WordOf(Origin), nullable=False),
    Column("joined_at", UtcTime, nullable=False),
    Column("language", Text),
    Column("away_at", UtcTime),
    make_link("joined_to", "participant", ondelete="SET NULL", nullable=True),
    Column("may_ask", Boolean),
    Column("slip", Integer, unique=True),
    make_added(),
    Index(None, "joined_to"),
)

volunteer: Final = Table(
    "volunteer",
    metadata,
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    *(make_text(name) for name in ("name", "email", "phone", "sector")),
    Column("consented_at", UtcTime),
    make_text("purpose"),
    Column("may_show_name", Boolean, nullable=False),
    Column("days", Ids, nullable=False),
    make_text("days_word"),
    Column("max_missions", Integer, nullable=False),
    Column("reach", Texts, nullable=False),
    *(make_text(name) for name in ("often", "until")),
    Column("car", Boolean),
    Column("languages", Texts, nullable=False),
    make_added(),
)

volunteer_challenge: Final = Table(
    "volunteer_challenge",
    metadata,
    Column("participant", identifier(), ForeignKey("volunteer.participant", ondelete="CASCADE"), primary_key=True),
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("rank", Integer, nullable=False),
)

volunteer_declined: Final = Table(
    "volunteer_declined",
    metadata,
    Column("participant", identifier(), ForeignKey("volunteer.participant", ondelete="CASCADE"), primary_key=True),
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("rank", Integer, nullable=False),
)

idea: Final = Table(
    "idea",
    metadata,
    make_id(),
    make_link("challenge", "challenge", ondelete="RESTRICT"),
    make_text("text"),
    Column("source", WordOf(Source)),
    make_link("author", "participant", ondelete="SET NULL", nullable=True),
    Column("written_at", UtcTime, nullable=False),
    Column("wording", Integer),
    make_text("held"),
    Column("corrected", Boolean, nullable=False),
    Column("unread", Boolean, nullable=False),
    Column("asked", Boolean, nullable=False),
    make_text("answer"),
    Column("discuss", Boolean, nullable=False),
    Column("once_held", Boolean, nullable=False),
    make_added(),
    Index(None, "challenge"),
    Index(None, "author"),
)

# How many ideas are no more: nothing of what they said, and of whom only on which side they stood.
idea_removal: Final = Table(
    "idea_removal",
    metadata,
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("by", WordOf(Remover), primary_key=True),
    Column("count", Integer, nullable=False),
)

# How many ideas a browser wrote for a challenge, by a keyed digest of the two: it names no browser, and no idea. By a
# digest of their own, how far invitations had come before people were ticked at the door, as a place in their order.
written: Final = Table("written", metadata, make_id("digest"), Column("count", Integer, nullable=False))

# Which ideas were held back together; ids that are no more may stand in it.
sweep: Final = Table(
    "sweep",
    metadata,
    make_id(),
    Column("at", UtcTime, nullable=False),
    Column("ideas", Ids, nullable=False),
    Column("undone_at", UtcTime),
)

idea_group: Final = Table(
    "idea_group",
    metadata,
    make_id(),
    make_link("challenge", "challenge", ondelete="RESTRICT"),
    make_text("title"),
    Column("formed_at", UtcTime, nullable=False),
    Column("undone_at", UtcTime),
    make_added(),
)

idea_group_member: Final = Table(
    "idea_group_member",
    metadata,
    make_link("idea_group", "idea_group", ondelete="CASCADE", primary_key=True),
    make_link("idea", "idea", ondelete="CASCADE", primary_key=True),
    Column("rank", Integer, nullable=False),
    Index(None, "idea"),
)

# ``option`` names a group or a lone idea, hence no foreign key, here and in ``mission``: the repository looks it up.
dots: Final = Table(
    "dots",
    metadata,
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    make_id("option"),
    Column("round", Integer, primary_key=True, autoincrement=False),
    make_link("challenge", "challenge", ondelete="RESTRICT"),
    Column("count", Integer, nullable=False),
    Index(None, "challenge"),
    Index(None, "option"),
)

#: What people give in a vote, one table a kind; each has a participant, an option and its challenge.
VOTES: Final = (dots, ballot_mark)

finished: Final = Table(
    "finished",
    metadata,
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("stage", WordOf(Stage), primary_key=True),
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
)

score: Final = Table(
    "score",
    metadata,
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    make_link("challenge", "challenge", ondelete="RESTRICT", primary_key=True),
    Column("competence", Integer),
    Column("interest", Integer),
    *(Column(name, Boolean, nullable=False) for name in ("unsure", "early")),
    Index(None, "challenge"),
)

drawing: Final = Table(
    "drawing",
    metadata,
    make_link("challenge", "challenge", ondelete="CASCADE", primary_key=True),
    Column("at", UtcTime, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("room", "waited", "others")),
    Column("withdrawn", Boolean, nullable=False),
)

# A mark is as personal as the score it was drawn from: it goes with its person.
drawing_mark: Final = Table(
    "drawing_mark",
    metadata,
    Column("challenge", identifier(), ForeignKey("drawing.challenge", ondelete="CASCADE"), primary_key=True),
    make_link("participant", "participant", ondelete="CASCADE", primary_key=True),
    Column("competence", Integer),
    Column("interest", Integer),
)

mission: Final = Table(
    "mission",
    metadata,
    make_id(),
    make_link("challenge", "challenge", ondelete="RESTRICT"),
    make_text("title"),
    Column("places", Integer, nullable=False),
    Column("min_competence", Integer, nullable=False),
    make_text("sector"),
    Column("option", identifier()),
    *(make_text(name) for name in ("owner", "first_date", "next_step")),
    *(Column(name, Integer, nullable=False) for name in ("min_places", "importance")),
    *(make_text(name) for name in ("last_date", "begins", "finishes")),
    Column("days", Ids, nullable=False),
    Column("car", Boolean, nullable=False),
    make_text("language"),
    make_added(),
)

change: Final = Table(
    "change",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    make_text("kind"),
    make_text("entity"),
    Column("challenge", Text),
)

intention: Final = Table("intention", metadata, make_id(), make_text("result"))
