"""From stakes to challenges (*des enjeux aux défis*): big concerns are proposed, gathered and judged, and few chosen.

Each proposes in silence, nobody sees the others' before the proposals are closed, and each judges every one by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

from workshop_kit.domain.ideas import suggest_groups
from workshop_kit.domain.judgment import Grade, Judgment, rank_by_judgment
from workshop_kit.domain.model import CHALLENGES_AT_MOST, Idea

#: More than a person has at heart, and few enough that one browser cannot drown the others'.
PROPOSED_EACH: Final = 10
#: Of everybody together: more cannot be sorted by hand. Whoever prepares may type in some more than phones can send.
PROPOSED_IN_ALL: Final = 400
TYPED_BEYOND: Final = 100
#: From how many stakes of everybody on one browser proposes no more than so many: what is left is for who proposed few.
FEW_LEFT: Final = ((300, 1), (200, 3))
#: Stakes that one person judges: more of them nobody reads to the end.
JUDGED_AT_MOST: Final = 30


#: Begins what stands for the judge of a paper, before its number: no digest of a browser begins so.
PAPER: Final = "paper-"


class StakesStage(StrEnum):
    """Where the stakes stand (*où en sont les enjeux*); whoever prepares moves them, and may go back."""

    CLOSED = "closed"
    GATHERING = "gathering"
    SORTING = "sorting"
    JUDGING = "judging"
    JUDGED = "judged"


def count_allowed(there: int) -> int:
    """Return how many stakes one browser may have proposed while ``there`` are so many of everybody's."""
    return next((each for from_on, each in FEW_LEFT if there >= from_on), PROPOSED_EACH)


@dataclass(frozen=True)
class StakesCourse:
    """Where the stakes stand, and whether saying nothing of one counts as the lowest grade."""

    stage: StakesStage = StakesStage.CLOSED
    blanks_count: bool = True


@dataclass(frozen=True)
class ProposedStake:
    """A big concern in somebody's words (*enjeu proposé*).

    Attributes
    ----------
    id, text, at
        Its id, what it says, and when it was proposed, an aware time.
    by
        A keyed digest of the browser that proposed it, ``""``: it was typed in by whoever prepares. It names nobody.
    into
        The id of the one it was put under, since both say the same; ``None``: it stands by itself.
    title
        What it is called once others stand under it, ``""``: by its own words.
    left_out
        Whether it was set aside: it is judged no more, and kept.

    """

    id: str
    text: str
    by: str
    at: datetime
    into: str | None = None
    title: str = ""
    left_out: bool = False


@dataclass(frozen=True)
class StakeGrade:
    """What one judge finds of one stake; ``judge`` is a keyed digest of a browser, or names a paper."""

    judge: str
    stake: str
    grade: Grade


@dataclass(frozen=True)
class StakeOption:
    """What is judged: a stake, with the texts of those that say the same; ``id`` is that of the one that stands."""

    id: str
    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Picked:
    """The first of a ranking (*retenus*): ``chosen``, and ``tied``, of which only some would find place."""

    chosen: tuple[str, ...]
    tied: tuple[str, ...] = ()


def list_stakes(proposed: Iterable[ProposedStake]) -> tuple[StakeOption, ...]:
    """Return what is judged, in the order it came: one for each that stands by itself and was not left out.

    What stands under one that is left out, or is no more, stands by itself again.
    """
    everybody = tuple(proposed)
    heads = {one.id: one for one in everybody if one.into is None and not one.left_out}
    under: dict[str, list[str]] = defaultdict(list)
    alone = dict(heads)
    for one in everybody:
        if one.left_out or one.into is None:
            continue
        if one.into in heads:
            under[one.into].append(one.text)
        else:
            alone[one.id] = one
    return tuple(
        StakeOption(one.id, one.title or one.text, (one.text, *under[one.id]))
        for one in everybody
        if one.id in alone and not one.left_out
    )


def suggest_same(options: Sequence[StakeOption]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of stakes that say nearly the same in nearly the same words, for a person to decide."""
    moment = datetime(2000, 1, 1, tzinfo=UTC)
    return suggest_groups([Idea(one.id, "", one.title, None, None, moment) for one in options])


def shuffle_for(judge: str, options: Iterable[StakeOption]) -> tuple[StakeOption, ...]:
    """Return the stakes in an order of this judge's own: none profits from standing first on every phone."""
    return tuple(sorted(options, key=lambda one: sha256(f"{judge}:{one.id}".encode()).digest()))


def judge_stakes(
    options: Sequence[StakeOption], grades: Iterable[StakeGrade], *, blanks_count: bool = True
) -> tuple[Judgment, ...]:
    """Rank stakes by majority judgment; grades of what is judged no more count for nothing.

    Where a blank counts as the lowest grade, a ballot that was begun and never finished is no ballot: what its judge
    had not come to yet is no judgment of theirs, and would be counted against it.
    """
    ballots = _collect_ballots(options, grades)
    cast = [ballot for judge, ballot in ballots.items() if not blanks_count or _is_finished(judge, ballot, options)]
    return rank_by_judgment([one.id for one in options], cast, blanks_count=blanks_count)


def find_unfinished(options: Sequence[StakeOption], grades: Iterable[StakeGrade]) -> frozenset[str]:
    """Return the judges who graded some of the stakes on their phone, and have not come to the end.

    A phone sends each grade by itself, so that only a grade for every stake says that all were read; whoever wants the
    rest to count as the lowest grade says so there. A paper is handed in whole: its blanks are blanks.
    """
    ballots = _collect_ballots(options, grades)
    return frozenset(judge for judge, ballot in ballots.items() if not _is_finished(judge, ballot, options))


def _collect_ballots(
    options: Sequence[StakeOption], grades: Iterable[StakeGrade]
) -> dict[str, dict[str, Grade | None]]:
    ballots: dict[str, dict[str, Grade | None]] = defaultdict(dict)
    there = {one.id for one in options}
    for one in grades:
        if one.stake in there:
            ballots[one.judge][one.stake] = one.grade
    return ballots


def _is_finished(judge: str, ballot: Mapping[str, Grade | None], options: Sequence[StakeOption]) -> bool:
    return judge.startswith(PAPER) or len(ballot) == len(options)


def pick_first(judged: Sequence[Judgment], places: int = CHALLENGES_AT_MOST) -> Picked:
    """Return the first of a ranking; where a tie stands on the last place, nobody is chosen over another.

    Parameters
    ----------
    judged
        The best first, as ``judge_stakes`` ranks them; what nobody judged is not picked.
    places
        How many can be chosen, 0 or more.

    """
    ranked = [one for one in judged if one.median is not None]
    if len(ranked) <= places:
        return Picked(tuple(one.option for one in ranked))
    border = ranked[places].rank
    chosen = tuple(one.option for one in ranked[:places] if one.rank < border)
    tied = tuple(one.option for one in ranked if one.rank == border) if len(chosen) < places else ()
    return Picked(chosen, tied)
