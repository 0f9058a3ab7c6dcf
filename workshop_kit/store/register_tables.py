"""The table of whom the registers know in the commune: a list to pick from."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Index, Table

from workshop_kit.domain.candidates import Register
from workshop_kit.store.columns import WordOf
from workshop_kit.store.making import make_id, make_link, make_text, metadata

# Nothing of a person: a body's own name, or its trade. Whoever is not to be shown by the register is in no row.
candidate: Final = Table(
    "candidate",
    metadata,
    make_id(),
    Column("register", WordOf(Register), nullable=False),
    *(make_text(name) for name in ("name", "code", "entry", "category", "description")),
    *(make_text(name) for name in ("address", "postcode", "commune", "insee")),
    *(make_text(name) for name in ("hamlet", "sector", "website", "size")),
    make_link("taken", "stakeholder", ondelete="SET NULL", nullable=True),
    Column("gone", Boolean, nullable=False),
    Index(None, "taken"),
)
