"""Who is there and who is missing, and the four conditions of a wise crowd, measured rather than claimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from workshop_kit.domain.contributions import (
    Few,
    count_alone,
    count_category_voices,
    count_few,
    count_first_hand,
    count_sector_voices,
)
from workshop_kit.domain.model import (
    Category,
    Challenge,
    Idea,
    Participant,
    Reason,
    Score,
    Sector,
    Stakeholder,
    StakeholderStatus,
    Vote,
)
from workshop_kit.domain.names import fold_name

#: The categories one looks for around the table; "other" is no voice of its own.
USUAL_CATEGORIES: Final = tuple(category.value for category in Category if category is not Category.OTHER)
#: Known categories that are seldom at this table; like the organiser's own words, they are unexpected (*insoupçonné*).
SELDOM: Final = frozenset({Category.SHOP, Category.COMPANY, Category.CULTURE_SPORT})
#: Those who said they come, whether or not they were seen since.
ATTENDING: Final = frozenset({StakeholderStatus.COMING, StakeholderStatus.CAME})


class Absence(StrEnum):
    """Why nobody of a category is coming, the gravest first."""

    UNLISTED = "unlisted"
    DECLINED = "declined"
    TO_INVITE = "to_invite"
    UNANSWERED = "unanswered"


@dataclass(frozen=True)
class CategoryPresence:
    """One stakeholder category: how many are listed, were invited, say they come, and take part.

    ``invited`` counts every invitation sent, whatever the answer.
    """

    category: str
    invited: int
    coming: int
    present: int
    listed: int = 0


@dataclass(frozen=True)
class Condition:
    """One of the four conditions: its ``value`` 0..1, or ``None`` when it cannot be measured yet, and why.

    ``few`` are the numbers of a share of a handful, which is told in them.
    """

    value: float | None
    reason: Reason
    few: Few | None = None


@dataclass(frozen=True)
class Conditions:
    """The four conditions of the wisdom of crowds (docs/method.md, "What research adds").

    Attributes
    ----------
    diversity
        Share of the usual categories that have someone taking part.
    independence
        Share of the ideas written before those of their challenge were shown to the room. Left out are the ideas of
        challenges never revealed, and those whose author is unknown or known from a file alone: nobody knows when
        such an idea was thought of, nor what its author had seen.
    decentralisation
        Share of the ideas whose author knows first-hand (lived or seen in the field), among those that say how.
    aggregation
        Share of the people whose answer counts in a vote or a matrix.
    absent_categories, silent_categories
        Usual categories with nobody; categories with someone who wrote nothing, and nobody who did.
    silent_sectors
        Names of the sectors from which no idea came.

    """

    diversity: Condition
    independence: Condition
    decentralisation: Condition
    aggregation: Condition
    absent_categories: tuple[str, ...] = ()
    silent_categories: tuple[str, ...] = ()
    silent_sectors: tuple[str, ...] = ()


def measure_presence(
    stakeholders: Iterable[Stakeholder], participants: Iterable[Participant] = ()
) -> tuple[CategoryPresence, ...]:
    """Count each category: the usual ones first, at zero if need be, then the organiser's own words by name.

    Present are those who joined with that category; someone known from a file alone has none.
    """
    listed: Counter[str] = Counter()
    invited: Counter[str] = Counter()
    coming: Counter[str] = Counter()
    present: Counter[str] = Counter()
    words: dict[str, str] = {fold_name(category): category for category in USUAL_CATEGORIES}
    for stakeholder in stakeholders:
        if not stakeholder.category.strip():
            continue
        key = fold_name(stakeholder.category)
        words.setdefault(key, stakeholder.category)
        listed[key] += 1
        invited[key] += stakeholder.status is not StakeholderStatus.TO_INVITE
        coming[key] += stakeholder.status in ATTENDING
    for participant in participants:
        if participant.category.strip():
            key = fold_name(participant.category)
            words.setdefault(key, participant.category)
            present[key] += 1
    usual = [fold_name(category) for category in USUAL_CATEGORIES]
    order = usual + sorted(key for key in words if key not in usual)
    return tuple(CategoryPresence(words[key], invited[key], coming[key], present[key], listed[key]) for key in order)


def find_absent_categories(
    stakeholders: Iterable[Stakeholder], participants: Iterable[Participant] = ()
) -> tuple[str, ...]:
    """Return the categories that nobody stands for: not taking part, and none on the list who has not declined.

    Looked for are the usual ones, and those that the organiser listed in their own words. Before the workshop this
    says who is missing while the invitations can still leave.
    """
    listed = tuple(stakeholders)
    hoped = {fold_name(one.category) for one in listed if one.status is not StakeholderStatus.DECLINED}
    return tuple(
        presence.category
        for presence in measure_presence(listed, participants)
        if presence.present == 0 and fold_name(presence.category) not in hoped and presence.category != Category.OTHER
    )


def is_unexpected(category: str) -> bool:
    """Tell whether a category is one that such workshops seldom see (*insoupçonné*): in ``SELDOM``, or a new word."""
    return category in SELDOM or category not in tuple(Category)


def explain_absence(presence: CategoryPresence, absent: Iterable[str]) -> Absence | None:
    """Say why nobody of a category is coming; ``None`` when somebody is, and for "other", which is no voice of its own.

    Parameters
    ----------
    presence
        The category's invitations.
    absent
        The categories that nobody stands for: see ``find_absent_categories``.

    """
    if presence.category == Category.OTHER or presence.coming:
        return None
    if presence.category in absent:
        return Absence.DECLINED if presence.listed else Absence.UNLISTED
    return Absence.UNANSWERED if presence.invited else Absence.TO_INVITE


def measure_conditions(
    participants: Sequence[Participant],
    ideas: Sequence[Idea],
    scores: Iterable[Score] = (),
    votes: Iterable[Vote] = (),
    *,
    sectors: Sequence[Sector] = (),
    revealed_at: Mapping[str, datetime] | None = None,
    glimpsed_at: Mapping[str, datetime] | None = None,
) -> Conditions:
    """Measure the four conditions; what cannot be measured says so.

    Parameters
    ----------
    participants
        Those who take part.
    ideas
        What they wrote; one that is held back says that its author was heard, and counts no further.
    scores, votes
        What was aggregated: places in the matrices and votes.
    sectors
        The parts of the territory, to tell from which no idea came.
    revealed_at
        When the ideas of each challenge (its id) were first shown to the room; a challenge that is not in it was
        never revealed.
    glimpsed_at
        Since when ideas of a challenge (its id) were shown by mistake before that. Then nothing is said to be written
        before any was seen: the reason counts those written after the slip (``seen``).

    """
    present = [one for one in measure_presence((), participants) if one.present]
    absent = tuple(c for c in USUAL_CATEGORIES if c not in {one.category for one in present})
    heard = {fold_name(one.category) for one in count_category_voices(participants, ideas) if one.wrote}
    silent = tuple(one.category for one in present if fold_name(one.category) not in heard)
    voices = count_sector_voices(participants, ideas, sectors)
    silent_sectors = tuple(one.sector for one in voices if not one.ideas)
    shown = [idea for idea in ideas if not idea.held]
    return Conditions(
        _measure_diversity(absent, silent if ideas else (), bool(present)),
        _measure_independence(shown, participants, revealed_at or {}, glimpsed_at or {}),
        _measure_decentralisation(shown, silent_sectors),
        _measure_aggregation({one.id for one in participants}, votes, scores),
        absent,
        silent,
        silent_sectors,
    )


def list_reveals(challenges: Iterable[Challenge]) -> dict[str, datetime]:
    """Return, by id, when the ideas of each challenge were first shown to the room; those never shown are left out."""
    return {one.id: one.revealed_at for one in challenges if one.revealed_at is not None}


def _measure_diversity(absent: Sequence[str], silent: Sequence[str], anyone: bool) -> Condition:
    if not anyone:
        return Condition(None, Reason("diversity-unknown"))
    usual = len(USUAL_CATEGORIES)
    values: dict[str, str | int] = {"present": usual - len(absent), "usual": usual}
    value = (usual - len(absent)) / usual
    if silent:
        return Condition(value, Reason("diversity-silent", {**values, "silent": len(silent)}))
    if absent:
        return Condition(value, Reason("diversity-absent", {**values, "absent": len(absent)}))
    return Condition(value, Reason("diversity-complete", values))


def _measure_independence(
    ideas: Sequence[Idea],
    people: Iterable[Participant],
    revealed_at: Mapping[str, datetime],
    glimpsed_at: Mapping[str, datetime],
) -> Condition:
    if not ideas:
        return Condition(None, Reason("independence-unknown"))
    count = count_alone(ideas, people, revealed_at, glimpsed_at)
    if not count.revealed:
        return Condition(None, Reason("independence-unrevealed"))
    if count.value is None:
        return Condition(None, Reason("independence-unattributed", {"ideas": count.revealed}))
    values: dict[str, str | int] = {"alone": count.alone, "ideas": count.counted, "uncounted": count.uncounted}
    few = count_few(count.alone, count.counted)
    if count.seen:
        code = "independence-partial-slip" if count.uncounted else "independence-slip"
        return Condition(count.value, Reason(code, {**values, "seen": count.seen}), few)
    if count.uncounted:
        return Condition(count.value, Reason("independence-partial", values), few)
    code = "independence-complete" if count.alone == count.counted else "independence"
    return Condition(count.value, Reason(code, values), few)


def _measure_decentralisation(ideas: Sequence[Idea], silent_sectors: Sequence[str]) -> Condition:
    count = count_first_hand(ideas)
    if count.value is None:
        return Condition(None, Reason("decentralisation-unknown"))
    values: dict[str, str | int] = {"first_hand": count.first_hand, "ideas": count.sourced}
    few = count_few(count.first_hand, count.sourced)
    if few is not None and count.sourced < len(ideas):
        return Condition(count.value, Reason("decentralisation-few", {**values, "whole": len(ideas)}), few)
    if silent_sectors:
        values["sectors"] = ", ".join(silent_sectors)
        return Condition(count.value, Reason("decentralisation-silent", values), few)
    return Condition(count.value, Reason("decentralisation", values), few)


def _measure_aggregation(people: set[str], votes: Iterable[Vote], scores: Iterable[Score]) -> Condition:
    if not people:
        return Condition(None, Reason("aggregation-unknown"))
    voted = {one.participant for one in votes if one.counts} & people
    placed = {one.participant for one in scores if one.answered} & people
    counted = len(voted | placed)
    values: dict[str, str | int] = {
        "counted": counted, "people": len(people), "voted": len(voted), "placed": len(placed),
    }  # fmt: skip
    code = "aggregation" if counted == len(people) else "aggregation-partial"
    return Condition(counted / len(people), Reason(code, values), count_few(counted, len(people)))
