"""What an establishment without a sign is called: its trade, never a person's name."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from workshop_kit.domain.catalogue import NAF_2025

_TRADES: Final = Path(__file__).with_name("trades.csv")
#: Of the NAF of 2025 the divisions are those of 2008, the classes are not.
_DIVISION: Final = 2


def find_trade(code: str, nomenclature: str, language: str) -> str:
    """Return what a NAF code is called, by the longest beginning of it that is; ``""``: by none."""
    trades = _read_trades(language)
    bare = code.upper().replace(".", "")
    longest = _DIVISION if nomenclature.upper() in NAF_2025 else len(bare)
    return next((trades[bare[:length]] for length in range(longest, 1, -1) if bare[:length] in trades), "")


@cache
def _read_trades(language: str) -> Mapping[str, str]:
    with _TRADES.open(encoding="utf-8", newline="") as file:
        return {row["code"].replace(".", ""): row[language] for row in csv.DictReader(file, delimiter=";")}
