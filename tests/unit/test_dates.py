"""Days said on the phone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workshop_kit.i18n.dates import say_date


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("fr", 23, "23 novembre 2026"),
        ("fr", 1, "1er novembre 2026"),
        ("fr", 21, "21 novembre 2026"),
        ("en", 23, "23 November 2026"),
        ("en", 1, "1 November 2026"),
    ],
)
def test_a_day_is_said_the_french_or_the_british_way(language: str, day: int, said: str) -> None:
    assert say_date(datetime(2026, 11, day, 12, tzinfo=UTC), language) == said
