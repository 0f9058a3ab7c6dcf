"""Gauges of a workshop (*jauges*): diversity, decentralisation, originality, independence and participation, 0..1 each.

They tell how the room worked, never that its result is right. Formulas and sources: docs/method/gauges.md. What is
counted for them is counted for the four conditions of ``diversity`` as well, by ``contributions``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from math import exp
from typing import TYPE_CHECKING, Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.contributions import (
    CategoryVoice,
    Few,
    SectorVoice,
    count_alone,
    count_category_voices,
    count_few,
    count_first_hand,
    count_sector_voices,
    is_voice,
)
from workshop_kit.domain.coverage import measure_entropy
from workshop_kit.domain.diversity import USUAL_CATEGORIES
from workshop_kit.domain.ideas import list_lone, list_options, measure_likeness
from workshop_kit.domain.model import Idea, Participant, Reason, Sector
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.shift import Shift

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

#: Ideas, categories or sectors that one sentence names.
NAMED_AT_MOST: Final = 3
#: Characters of an idea that a sentence quotes.
QUOTED_AT_MOST: Final = 60
#: A category whose people write less than half as often as those of the most heard is named.
SELDOM_HEARD: Final = 0.5
#: From these values on nothing needs to be done now.
EVEN: Final = 0.7
MOSTLY: Final = 0.5
#: Returns how alike every two of some ideas of one challenge are, 0..1, in their order.
Likeness = Callable[[Sequence[Idea]], "ArrayLike"]


class GaugeName(StrEnum):
    """The gauges, in the order in which they are shown."""

    DIVERSITY = "diversity"
    DECENTRALISATION = "decentralisation"
    ORIGINALITY = "originality"
    INDEPENDENCE = "independence"
    PARTICIPATION = "participation"


@dataclass(frozen=True)
class Given:
    """What gauges are measured on, of one challenge or of the whole workshop (*contributions*).

    Attributes
    ----------
    people
        Those present.
    ideas
        What was written; one that is held back says that its author was heard, and counts no further.
    voted
        In how many rounds of vote each person's ballot counts, by id: a ballot is one contribution, however long.
    sectors
        The parts of the territory.
    revealed_at, glimpsed_at
        When the ideas of each challenge (its id) were shown to the room, and before that by mistake.
    shift
        How far the second vote moved, ``None``: there was none, or nobody gave twice what can be compared.
    lone
        Ids of the ideas in no standing group and like no other, as ``ideas.list_lone`` finds them. ``None``: they are
        looked for among those shown, as though no group stood.

    """

    people: Sequence[Participant]
    ideas: Sequence[Idea] = ()
    voted: Mapping[str, int] = field(default_factory=dict)
    sectors: Sequence[Sector] = ()
    revealed_at: Mapping[str, datetime] = field(default_factory=dict)
    glimpsed_at: Mapping[str, datetime] = field(default_factory=dict)
    shift: Shift | None = None
    lone: Collection[str] | None = None

    @property
    def shown(self) -> tuple[Idea, ...]:
        """The ideas that are not held back."""
        return tuple(idea for idea in self.ideas if not idea.held)


class TrendMoment(StrEnum):
    """When gauges are read along the course of a challenge, in its order."""

    WRITTEN = "written"
    REVEALED = "revealed"
    VOTED = "voted"
    VOTED_AGAIN = "voted-again"


@dataclass(frozen=True)
class TrendPoint:
    """What a gauge showed at one moment of the course; ``value`` as of a gauge."""

    moment: TrendMoment
    value: float | None


@dataclass(frozen=True)
class Gauge:
    """One gauge (*jauge*).

    Attributes
    ----------
    name
        Which.
    value
        0..1, ``None`` where it cannot be measured, and the reason says why.
    reason
        What it is and what to do about it: the key ``gauges.<code>`` and the values of its sentence, to which
        ``fill_sentence`` adds the names.
    categories, sectors, ideas
        What the sentence names: categories and sectors to be asked, ids of ideas to be protected.
    trend
        What it showed along the course of its challenge, where that was traced.
    few
        The numbers of a share of a handful, which is told in them and has no trend.

    """

    name: GaugeName
    value: float | None
    reason: Reason
    categories: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()
    trend: tuple[TrendPoint, ...] = ()
    few: Few | None = None


@dataclass(frozen=True)
class Gauges:
    """The five gauges, and what they were counted from."""

    diversity: Gauge
    decentralisation: Gauge
    originality: Gauge
    independence: Gauge
    participation: Gauge
    voices: tuple[CategoryVoice, ...]
    sectors: tuple[SectorVoice, ...]

    def __iter__(self) -> Iterator[Gauge]:
        """Yield the gauges in the order in which they are shown."""
        return iter((self.diversity, self.decentralisation, self.originality, self.independence, self.participation))


def measure_gauges(given: Given, likeness: Likeness = measure_likeness) -> Gauges:
    """Measure the five gauges; what cannot be measured says so.

    Parameters
    ----------
    given
        What was contributed.
    likeness
        How alike ideas are: that of their words unless another measure is given.

    """
    voices = count_category_voices(given.people, given.ideas)
    sectors = count_sector_voices(given.people, given.ideas, given.sectors)
    nearest = measure_distances(given.shown, likeness)
    found = list_lone(list_options(given.shown, ())) if given.lone is None else given.lone
    lone = tuple(idea.id for idea in given.shown if idea.id in found)
    return Gauges(
        _measure_diversity(voices),
        _measure_decentralisation(given, sectors),
        _measure_originality(given, nearest, lone),
        _measure_independence(given),
        _measure_participation(given),
        voices,
        sectors,
    )


def measure_evenness_of_rates(voices: Sequence[CategoryVoice]) -> float:
    """Return how many categories are heard, as a share of those looked for, 0..1.

    It is the effective number of categories (Hill 1973, order 1) of how often each one's people write, over the usual
    categories and the organiser's own that are present.
    """
    told = [one for one in voices if is_voice(one.category)]
    own = sum(one.category not in USUAL_CATEGORIES for one in told)
    rates = [one.wrote / one.present for one in told]
    if not any(rates):
        return 0.0
    return min(1.0, exp(measure_entropy(sorted(rates))) / (len(USUAL_CATEGORIES) + own))


def _measure_diversity(voices: Sequence[CategoryVoice]) -> Gauge:
    name = GaugeName.DIVERSITY
    told = [one for one in voices if is_voice(one.category)]
    if not told:
        return Gauge(name, None, Reason("diversity-unknown"))
    if not any(one.wrote for one in voices):
        return Gauge(name, None, Reason("diversity-unwritten"))
    value = measure_evenness_of_rates(voices)
    silent = tuple(one.category for one in told if not one.wrote)
    known = {fold_name(one.category) for one in told}
    absent = tuple(one for one in USUAL_CATEGORIES if fold_name(one) not in known)
    highest = max(one.wrote / one.present for one in told)
    seldom = tuple(one.category for one in told if 0 < one.wrote / one.present < SELDOM_HEARD * highest)
    for code, named in (("silent", silent), ("seldom", seldom), ("absent", absent)):
        if named:
            return Gauge(name, value, Reason(f"diversity-{code}"), categories=named)
    return Gauge(name, value, Reason("diversity-even"))


def _measure_decentralisation(given: Given, sectors: Sequence[SectorVoice]) -> Gauge:
    name = GaugeName.DECENTRALISATION
    known = count_first_hand(given.shown)
    if known.value is None:
        return Gauge(name, None, Reason("decentralisation-unknown" if given.shown else "decentralisation-unwritten"))
    values: dict[str, str | int] = {"part": known.first_hand, "whole": known.sourced}
    few = count_few(known.first_hand, known.sourced)
    if few is not None and known.sourced < len(given.shown):
        return Gauge(name, known.value, Reason("decentralisation-few", {**values, "ideas": len(given.shown)}), few=few)
    silent = tuple(one.sector for one in sectors if not one.ideas)
    told = tuple(one.sector for one in sectors if one.known.sourced and not one.known.first_hand)
    if silent:
        return Gauge(name, known.value, Reason("decentralisation-silent", values), sectors=silent, few=few)
    if told:
        return Gauge(name, known.value, Reason("decentralisation-told", values), sectors=told, few=few)
    code = "decentralisation-field" if known.value >= MOSTLY else "decentralisation-hearsay"
    return Gauge(name, known.value, Reason(code, values), few=few)


def measure_distances(ideas: Sequence[Idea], likeness: Likeness = measure_likeness) -> dict[str, float]:
    """Return by id how far each idea is from the nearest other of its challenge, 0..1; the only one has no other."""
    import numpy as np

    by_challenge: dict[str, list[Idea]] = {}
    for idea in ideas:
        by_challenge.setdefault(idea.challenge, []).append(idea)
    found: dict[str, float] = {}
    for members in by_challenge.values():
        if len(members) < 2:
            continue
        alike = np.array(likeness(members), dtype=float)
        np.fill_diagonal(alike, 0.0)
        away = 1 - alike.max(axis=1).clip(0, 1)
        found |= {idea.id: float(one) for idea, one in zip(members, away, strict=True)}
    return {idea.id: found[idea.id] for idea in ideas if idea.id in found}


def _measure_originality(given: Given, nearest: Mapping[str, float], lone: tuple[str, ...]) -> Gauge:
    name = GaugeName.ORIGINALITY
    if not nearest:
        return Gauge(name, None, Reason("originality-alone" if given.shown else "originality-unwritten"))
    value = sum(sorted(nearest.values())) / len(nearest)
    few = count_few(len(lone), len(nearest))
    if lone:
        return Gauge(name, value, Reason("originality-lone", {"number": len(lone)}), ideas=lone, few=few)
    return Gauge(name, value, Reason("originality-none"), few=few)


def _measure_independence(given: Given) -> Gauge:
    name = GaugeName.INDEPENDENCE
    count = count_alone(given.shown, given.people, given.revealed_at, given.glimpsed_at)
    if not given.shown:
        return Gauge(name, None, Reason("independence-unwritten"))
    if not count.revealed:
        return Gauge(name, None, Reason("independence-unrevealed"))
    if count.value is None:
        return Gauge(name, None, Reason("independence-unattributed", {"whole": count.revealed}))
    values: dict[str, str | int] = {"part": count.alone, "whole": count.counted}
    few = count_few(count.alone, count.counted)
    if given.shift is not None:
        values["moved"] = round(100 * given.shift.moved)
        still = given.shift.moved == 0
        code = "still" if still else "narrowed" if given.shift.narrowed else "moved"
        return Gauge(name, count.value, Reason(f"independence-{code}", values), few=few)
    if count.seen:
        return Gauge(name, count.value, Reason("independence-slip", {**values, "seen": count.seen}), few=few)
    code = "independence-alone" if count.alone == count.counted else "independence-after"
    return Gauge(name, count.value, Reason(code, values), few=few)


def measure_gini(contributions: Iterable[int]) -> float:
    """Return Gini's coefficient of what people gave, 0 where all gave as much, towards 1 where one gave everything.

    ``sum |x_i - x_j| / (2 n sum x)`` over all pairs (Gini 1912), by the sorted form; 0 where nobody gave anything.
    """
    given = sorted(contributions)
    total = sum(given)
    if not total:
        return 0.0
    weighted = sum((2 * rank - len(given) - 1) * one for rank, one in enumerate(given, start=1))
    return weighted / (len(given) * total)


def _measure_participation(given: Given) -> Gauge:
    """Measure how evenly those present gave ideas and ballots: one less Gini's coefficient."""
    name = GaugeName.PARTICIPATION
    wrote = Counter(idea.author for idea in given.ideas)
    gave = [wrote[one.id] + given.voted.get(one.id, 0) for one in given.people]
    if len(gave) < 2:
        return Gauge(name, None, Reason("participation-unknown"))
    if not any(gave):
        return Gauge(name, None, Reason("participation-unbegun"))
    value = 1 - measure_gini(gave)
    silent = gave.count(0)
    values: dict[str, str | int] = {"part": len(gave) - silent, "whole": len(gave)}
    few = count_few(len(gave) - silent, len(gave))
    if silent:
        return Gauge(name, value, Reason("participation-silent", values), few=few)
    return Gauge(name, value, Reason("participation-even" if value >= EVEN else "participation-few", values), few=few)


def fill_sentence(
    gauge: Gauge, name_category: Callable[[str], str], texts: Mapping[str, str], quoted: str = "« {text} »"
) -> dict[str, str | int]:
    """Return the values of a gauge's sentence: its numbers, and the names of what it speaks of, three at most.

    Parameters
    ----------
    gauge
        The gauge.
    name_category
        Says a category in the reader's language.
    texts
        What the ideas say, by id; contacts in them are concealed.
    quoted
        How the reader's language quotes a ``{text}``.

    """
    before, _, after = quoted.partition("{text}")
    ideas = [f"{before}{_quote(texts[one])}{after}" for one in gauge.ideas if one in texts]
    names = [*map(name_category, gauge.categories), *gauge.sectors, *ideas]
    named = ", ".join(names[:NAMED_AT_MOST]) + ("…" if len(names) > NAMED_AT_MOST else "")
    return {**gauge.reason.values, "names": named}


def _quote(text: str) -> str:
    line = " ".join(conceal_contacts(text).split())
    if len(line) <= QUOTED_AT_MOST:
        return line
    return line[:QUOTED_AT_MOST].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
