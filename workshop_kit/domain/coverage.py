"""Coverage of an invitation list (*qui manque*): which categories and sectors it reaches, how evenly, and whom to add.

It is said before the invitations leave. Evenness is Pielou's: the entropy of Shannon over that of an even list.
Pielou, "The measurement of diversity in different types of biological collections", J. Theor. Biol. 13 (1966).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from workshop_kit.domain.candidates import Candidate
from workshop_kit.domain.catalogue import Catalogue, Entry
from workshop_kit.domain.diversity import USUAL_CATEGORIES, is_unexpected
from workshop_kit.domain.model import Category, Reason, Sector, Stakeholder, StakeholderStatus
from workshop_kit.domain.names import fold_name

#: From this share of presumed experts on it is said that they are many: a crowd of specialists agrees too soon.
MANY_EXPERTS: Final = 0.6
#: Of these nobody presumes that they know best.
_NO_EXPERTS: Final = frozenset({Category.RESIDENT, Category.OTHER})
#: Below this evenness a list leans on few categories.
EVEN: Final = 0.8
#: A list that is not even leans to a category that has this share of it; below, it reaches few categories, evenly.
LEANS: Final = 1 / 3


@dataclass(frozen=True)
class Reached:
    """A category or a sector: how many are hoped for (``count``), those who declined left out."""

    name: str
    count: int


@dataclass(frozen=True)
class Coverage:
    """What a list of stakeholders reaches.

    Attributes
    ----------
    categories
        The usual ones in their order, at 0 if need be, then the organiser's own by name; "other" only where somebody
        is of it.
    sectors
        The workshop's sectors in their order, at 0 if need be.
    unplaced
        How many are of no sector of the workshop: of the whole territory, of elsewhere, or nobody said.
    listed
        How many are hoped for.
    evenness
        0..1 over the categories: 1 where each has as many; ``None`` where nobody is listed.
    experts
        The share, 0..1, of categories that one presumes to know best and always meets at such tables; ``None`` where
        nobody is listed.

    """

    categories: tuple[Reached, ...]
    sectors: tuple[Reached, ...]
    unplaced: int
    listed: int
    evenness: float | None
    experts: float | None

    @property
    def absent(self) -> tuple[str, ...]:
        """The categories that nobody stands for."""
        return tuple(one.name for one in self.categories if one.count == 0)

    @property
    def silent(self) -> tuple[str, ...]:
        """The sectors that nobody is of."""
        return tuple(one.name for one in self.sectors if one.count == 0)


@dataclass(frozen=True)
class Suggestion:
    """One kind of bodies to invite next (*suggestion*), and why.

    Attributes
    ----------
    category
        What a stakeholder of it will have.
    entry
        The code of the entry of the catalogue, ``""``: of none.
    sector
        The sector in which to look first, ``""``: anywhere.
    candidates
        How many of the register are of it, and in ``sector`` where one is named.
    gain
        By how much one of it raises the diversity of the list, in nats.
    reason
        Why, for the catalogs, whose sentence is told ``who`` as well: the category in words ("du côté des commerces").

    """

    category: str
    entry: str
    sector: str
    candidates: int
    gain: float
    reason: Reason


def is_seldom_seen(candidate: Candidate, catalogue: Catalogue) -> bool:
    """Tell whether a candidate is unexpected (*insoupçonné*): by their category, or by their kind within it.

    Whoever is put on the list stays so: a pharmacy is one of health, where the kind is seldom thought of.
    """
    return is_unexpected(candidate.category) or is_of_unexpected_kind(candidate, catalogue)


def is_of_unexpected_kind(candidate: Candidate, catalogue: Catalogue) -> bool:
    """Tell whether a candidate is of a kind that the catalogue calls unexpected, whatever their category."""
    entry = catalogue.find(candidate.entry)
    return entry is not None and entry.unexpected


def measure_coverage(
    stakeholders: Iterable[Stakeholder], sectors: Sequence[Sector], unexpected: Collection[str] = ()
) -> Coverage:
    """Measure what a list of stakeholders reaches; who declined is not hoped for any more.

    ``unexpected`` are the ids of those who are no presumed experts whatever their category, such as a pharmacy.
    """
    hoped = [one for one in stakeholders if one.status is not StakeholderStatus.DECLINED and one.category.strip()]
    words = {fold_name(one): one for one in USUAL_CATEGORIES}
    order = list(words)
    for one in hoped:
        words.setdefault(fold_name(one.category), one.category)
    order += sorted(key for key in words if key not in order)
    by_category = Counter(fold_name(one.category) for one in hoped)
    names = {fold_name(one.name): one.name for one in sectors}
    by_sector = Counter(key for one in hoped if (key := fold_name(one.sector)) in names)
    experts = sum(_is_presumed_expert(one.category) for one in hoped if one.id not in unexpected)
    return Coverage(
        categories=tuple(Reached(words[key], by_category[key]) for key in order),
        sectors=tuple(Reached(name, by_sector[key]) for key, name in names.items()),
        unplaced=len(hoped) - by_sector.total(),
        listed=len(hoped),
        evenness=measure_evenness([by_category[key] for key in order]) if hoped else None,
        experts=experts / len(hoped) if hoped else None,
    )


def _is_presumed_expert(category: str) -> bool:
    return not is_unexpected(category) and category not in _NO_EXPERTS


def measure_entropy(counts: Iterable[float]) -> float:
    """Return the entropy of Shannon in nats, 0 or more: 0 where all are of one kind, or nobody is there."""
    present = [count for count in counts if count > 0]
    total = sum(present)
    return max(0.0, -sum(count / total * log(count / total) for count in present)) if total else 0.0


def measure_evenness(counts: Sequence[int]) -> float:
    """Return Pielou's evenness, 0..1: the entropy over the greatest that so many kinds can have.

    Parameters
    ----------
    counts
        One a kind, those that nobody is of at 0; of one kind alone the evenness is 1.

    """
    return measure_entropy(counts) / log(len(counts)) if len(counts) > 1 else 1.0


def suggest_invitations(
    coverage: Coverage, candidates: Iterable[Candidate], catalogue: Catalogue, *, at_most: int = 5
) -> tuple[Suggestion, ...]:
    """Suggest whom to invite next: each raises the diversity of the list most, the ones before it counted as invited.

    Diversity is the entropy of the categories plus that of the sectors. Of two that raise it as much, the one of which
    more stand in the register comes first, then the one that the catalogue names first. A category of which the
    register knows nobody is suggested from the catalogue's examples.

    Parameters
    ----------
    coverage
        What the list reaches now.
    candidates
        Whom the registers know; who was taken, and who stands there no more, is left out.
    catalogue
        The kinds of bodies, with the organiser's own.
    at_most
        How many suggestions, 1 or more.

    """
    offers = _Offers(coverage, candidates, catalogue)
    found: list[Suggestion] = []
    while len(found) < at_most:
        best = offers.find_best()
        if best is None:
            break
        found.append(best)
        offers.take(best)
    return tuple(found)


class _Offers:
    """The kinds that may be suggested, and the list as it would be with those suggested so far."""

    def __init__(self, coverage: Coverage, candidates: Iterable[Candidate], catalogue: Catalogue) -> None:
        self._words = {fold_name(one.name): one.name for one in coverage.categories}
        self._categories = Counter({fold_name(one.name): one.count for one in coverage.categories})
        self._sectors = Counter({fold_name(one.name): one.count for one in coverage.sectors})
        self._sector_names = {fold_name(one.name): one.name for one in coverage.sectors}
        self._listed = coverage.listed
        self._now = coverage.listed, Counter(self._categories)
        self._entries = tuple(catalogue)
        self._there: Counter[tuple[str, str]] = Counter()
        for one in candidates:
            if one.taken is None and not one.gone and catalogue.find(one.entry) is not None:
                self._there[one.entry, ""] += 1
                sector = fold_name(one.sector)
                if sector in self._sector_names:
                    self._there[one.entry, sector] += 1
        self._suggested: set[str] = set()
        self._said: set[str] = set()

    def find_best(self) -> Suggestion | None:
        offers = [
            (self._measure_gain(fold_name(entry.category), sector), there, -place, entry, sector)
            for place, entry in enumerate(self._entries)
            if entry.code not in self._suggested
            for sector, there in self._list_places(entry)
        ]
        offers = [one for one in offers if one[0] > 0]
        if not offers:
            return None
        gain, there, _, entry, sector = max(offers, key=lambda one: one[:3])
        return self._describe(entry, sector, there, gain)

    def take(self, suggestion: Suggestion) -> None:
        self._suggested.add(suggestion.entry)
        self._said.add(fold_name(suggestion.category))
        self._categories[fold_name(suggestion.category)] += 1
        self._listed += 1
        if suggestion.sector:
            self._sectors[fold_name(suggestion.sector)] += 1

    def _list_places(self, entry: Entry) -> Iterable[tuple[str, int]]:
        """List where to look for one of an entry, and how many the register knows there."""
        yield "", self._there[entry.code, ""]
        for sector in self._sector_names:
            if self._there[entry.code, sector]:
                yield sector, self._there[entry.code, sector]

    def _measure_gain(self, category: str, sector: str) -> float:
        categories = Counter(self._categories)
        categories[category] += 1
        gain = measure_entropy(categories.values()) - measure_entropy(self._categories.values())
        if sector:
            sectors = Counter(self._sectors)
            sectors[sector] += 1
            gain += measure_entropy(sectors.values()) - measure_entropy(self._sectors.values())
        if self._listed == 0:  # the first of a list raises no entropy, and is needed all the same
            gain += 1.0
        return gain

    def _describe(self, entry: Entry, sector: str, there: int, gain: float) -> Suggestion:
        listed, categories = self._now  # what is said is the list as it stands, not as it would be
        known = categories[fold_name(entry.category)]
        registered = self._there[entry.code, ""]
        values: dict[str, str | int] = {
            "entry": entry.name,
            "listed": known,
            "all": listed,
            "registered": registered,
            "there": there,
            "sector": self._sector_names.get(sector, ""),
            "examples": entry.examples,
        }
        code = "suggest-nobody" if known == 0 else "suggest-few"
        if fold_name(entry.category) in self._said:  # how few there are is said once
            code = "suggest-also"
        if registered == 0:
            code += "-catalogue"
        elif sector:
            code += "-there" if there == registered else "-sector"
        where = self._sector_names[sector] if sector else ""
        return Suggestion(entry.category, entry.code, where, there, gain, Reason(code, values))
