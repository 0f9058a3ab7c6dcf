"""Sums of money as the reader writes them, and sentences that hold some."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Final, Protocol

from babel.numbers import format_currency

from workshop_kit.i18n.translator import Translator

_WHOLE: Final = {"fr": "#,##0\u00a0¤", "en": "¤#,##0"}
_CENT: Final = 100


class Reckoning(Protocol):
    """What says why with sums of money: a code, a number of people, amounts and other numbers."""

    @property
    def code(self) -> str:
        """Return the end of the key."""

    @property
    def number(self) -> int:
        """Return how many the sentence counts."""

    @property
    def amounts(self) -> Mapping[str, int | Fraction]:
        """Return the sums of money by placeholder."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Return the other numbers by placeholder."""


def say_amount(amount: int | Fraction, language: str, currency: str = "EUR", *, up: bool = False) -> str:
    """Return a sum of money, with cents only where it has some.

    What falls between two cents is rounded down, or ``up``: what is left and what is missing then make the cost.
    """
    cents = amount * _CENT
    whole = -(-cents // 1) if up else cents // 1
    number = (Decimal(int(whole)) / _CENT).quantize(Decimal("0.01"), ROUND_CEILING if up else ROUND_FLOOR)
    if whole % _CENT:
        return format_currency(number, currency, locale=language)
    return format_currency(number, currency, _WHOLE.get(language), locale=language, currency_digits=False)


def say_reckoning(say: Translator, one: Reckoning, currency: str = "EUR") -> str:
    """Say why, from the catalog of budgets; what is missing is rounded up, everything else down."""
    amounts = {
        name: say_amount(amount, say.language, currency, up=name == "missing") for name, amount in one.amounts.items()
    }
    return say.plural(f"budget.{one.code}", one.number, **amounts, **one.counts)
