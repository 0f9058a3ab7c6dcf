"""What a reading is made of: terms, the reading itself, and where the walk through a sentence stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Term:
    """One thing an idea speaks of: where it stands, the classes it is compared by, and whether it is wanted.

    ``weight`` is from 0 to 1, ``sign`` 1 or -1.
    """

    start: int
    end: int
    plain: str
    keys: frozenset[str]
    kind: str
    weight: float
    sign: int
    listed: bool
    rather: bool = False


@dataclass(frozen=True)
class Reading:
    """An idea as it is compared: its terms, its directions with their signs, the sides it takes, its numbers.

    ``counted`` are the numbers in their order, ``marks`` the places of the words that give a direction or take a side,
    ``hinges`` those of words such as "before", between which the order matters. ``spent`` says that a negation was used
    up by a quality, or by an ill that nobody wants: then the idea as a whole is neither for nor against. ``denies``
    says that a word of it denies or lessens, whatever.
    """

    language: str
    words: tuple[str, ...]
    terms: tuple[Term, ...]
    acts: frozenset[str]
    head: int
    sides: frozenset[tuple[int, int]]
    numbers: frozenset[str]
    counted: tuple[str, ...]
    marks: tuple[tuple[int, int, str], ...]
    hinges: tuple[tuple[int, str], ...]
    spent: bool = False
    denies: bool = False

    @cached_property
    def weight(self) -> float:
        """The sum of the weights of the terms."""
        return sum(term.weight for term in self.terms)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the idea, each once."""
        return frozenset(self.words)

    @cached_property
    def said(self) -> frozenset[str]:
        """The words of its terms, each once."""
        return frozenset(word for term in self.terms for word in term.plain.split())


@dataclass
class State:
    """Where the walk through a sentence stands."""

    sign: int = 1
    turned: bool = False
    why: bool = False
    rather: bool = False
    aside: bool = False
    framed: bool = False
    complaint: bool = False
    spent: bool = False
    stated: bool = False
    complained: bool = False
    replacing: bool = False
    when: bool = False
    denied: bool = False
    spared: bool = False
    cried: bool = False
    act: str = ""
    act_sign: int = 1
    head: int = 0
    clause: int = 0
    opened: int = 0
    carried: int = 1
    terms: list[Term] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    sides: set[tuple[int, int]] = field(default_factory=set)
    counted: list[str] = field(default_factory=list)
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    hinges: list[tuple[int, str]] = field(default_factory=list)
    lifted: set[int] = field(default_factory=set)
