"""A sentence with its condition and its values: what the synthesis may claim is written in these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from workshop_kit.domain.needs import NeedBrief


@dataclass(frozen=True)
class Names:
    """Words listed as a sentence lists them; the keys of ``categories`` are said by their names."""

    words: tuple[str, ...]
    categories: bool = False


@dataclass(frozen=True)
class Counted:
    """A number with its noun, said by the plural entry ``key``."""

    key: str
    number: int


#: What stands in a sentence; a day is said in words, and what would help is a sentence of its own.
Value: TypeAlias = int | str | date | Names | Counted | NeedBrief


@dataclass(frozen=True)
class Claim:
    """Assertion (*affirmation*): one sentence that holds.

    It has the catalog key ``report.<key>``, its values, and the number that chooses its form.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    number: int | None = None


_T = TypeVar("_T")


def _nothing(_: object) -> dict[str, Value]:
    return {}


@dataclass(frozen=True)
class Rule(Generic[_T]):
    """Conditional template (*règle*): a sentence, when it holds, and what stands in it."""

    key: str
    holds: Callable[[_T], bool]
    number: Callable[[_T], int] | None = None
    values: Callable[[_T], Mapping[str, Value]] = _nothing


def list_claims(rules: Iterable[Rule[_T]], facts: _T) -> tuple[Claim, ...]:
    """Return the sentences of ``rules`` that hold of ``facts``, in the order of the rules."""
    return tuple(
        Claim(rule.key, rule.values(facts), None if rule.number is None else rule.number(facts))
        for rule in rules
        if rule.holds(facts)
    )
