"""Carry the rows of a kept file into a PostgreSQL database of the same schema, to be opened there by today's kit."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from workshop_kit.store.databases import PostgresDatabase, database_address
from workshop_kit.store.opening import MIGRATIONS


def carry_over(file: Path, revision: str) -> None:
    """Put the rows of a file of this revision into the PostgreSQL database that the environment names."""
    address = database_address()
    assert address is not None
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    kept = sa.create_engine(f"sqlite:///{file}")
    database = PostgresDatabase(address)
    with kept.connect() as source, database.shaping() as target:
        config.attributes["connection"] = target
        command.upgrade(config, revision)
        tables = sa.MetaData()
        tables.reflect(target)
        for table in tables.sorted_tables:
            if table.name == "alembic_version":
                continue
            rows = source.execute(
                sa.select(*(sa.column(one.name, one.type) for one in table.columns)).select_from(sa.table(table.name))
            )
            _insert(target, table, [row._asdict() for row in rows])
    database.close()
    kept.dispose()


def _insert(target: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        for name, value in row.items():
            if isinstance(value, datetime):
                row[name] = value.replace(tzinfo=UTC)
    if rows:
        target.execute(sa.insert(table), rows)
