"""What tables are made of: their common register, and the columns that many of them have."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Text

from workshop_kit.store.columns import identifier

#: All tables; it is whole once ``store.schema`` is imported.
metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def make_id(name: str = "id", **options: Any) -> Column[str]:
    """Return the column of an id that is a key of its table."""
    return Column(name, identifier(), primary_key=True, **options)


def make_link(name: str, to: str, *, ondelete: str, primary_key: bool = False, nullable: bool = False) -> Column[Any]:
    """Return a column that names a row of another table, and says what becomes of it when that one goes."""
    target = ForeignKey(f"{to}.id", ondelete=ondelete)
    return Column(name, identifier(), target, primary_key=primary_key, nullable=nullable)


def make_text(name: str) -> Column[str]:
    """Return a column of a text, which may be empty and is never missing."""
    return Column(name, Text, nullable=False)


def make_added() -> Column[int]:
    """Return the column that keeps the order in which rows came."""
    return Column("added", Integer, nullable=False)
