"""The table of what the volunteer form brings besides an offer of help: a yes to each purpose, with its day."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Table

from workshop_kit.domain.forms import Purpose
from workshop_kit.store.columns import UtcTime, WordOf, identifier
from workshop_kit.store.making import metadata

consent: Final = Table(
    "consent",
    metadata,
    Column("participant", identifier(), ForeignKey("volunteer.participant", ondelete="CASCADE"), primary_key=True),
    Column("purpose", WordOf(Purpose), primary_key=True),
    Column("at", UtcTime, nullable=False),
)
