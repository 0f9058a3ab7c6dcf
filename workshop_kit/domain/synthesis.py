"""What the synthesis (*synthèse*) says: one frozen value a section, made from the workshop's own values.

The synthesis is published. So it holds no contact details, not even those somebody typed into an idea; no
pseudonyms; and the name of somebody who took on a mission only if they agreed to see it shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from workshop_kit.domain.diversity import (
    CategoryPresence,
    Conditions,
    list_reveals,
    measure_conditions,
    measure_presence,
)
from workshop_kit.domain.ideas import list_options, measure_originality
from workshop_kit.domain.material import Material as Material
from workshop_kit.domain.material import conceal, join_seats
from workshop_kit.domain.material import conceal_contacts as conceal_contacts
from workshop_kit.domain.matrix import Matrix, Zone, place_scores, zone_of
from workshop_kit.domain.model import (
    AssignmentStatus,
    Challenge,
    Mission,
    Participant,
    Reason,
    Score,
    Sector,
)
from workshop_kit.domain.precision import Precision, measure_precision
from workshop_kit.domain.presence import list_known_volunteers, list_room
from workshop_kit.domain.voting import Tally, tally_votes


@dataclass(frozen=True)
class Figures:
    """The workshop in numbers, each a count of people or of things; never a share."""

    participants: int  # of the room
    known: int  # volunteers known from a file or a poster alone
    categories: int
    challenges: int
    ideas: int
    groups: int
    voters: int
    scorers: int
    missions: int
    places: int
    filled: int


@dataclass(frozen=True)
class ChallengeBrief:
    """One challenge, what it says and what it lacks."""

    challenge: Challenge
    precision: Precision


@dataclass(frozen=True)
class PresenceBrief:
    """Who was invited, coming and there by category, and the four conditions of a wise crowd, measured."""

    categories: tuple[CategoryPresence, ...]
    conditions: Conditions

    @property
    def absent(self) -> tuple[str, ...]:
        """The usual categories that nobody stood for in the room."""
        return self.conditions.absent_categories


@dataclass(frozen=True)
class IdeasBrief:
    """The ideas of one challenge: every idea stands in exactly one tally.

    ``original`` are the ids of the ideas that resemble no other; ``voters`` is how many people voted.
    """

    challenge: Challenge
    tallies: tuple[Tally, ...]
    original: frozenset[str]
    voters: int

    @property
    def ideas(self) -> int:
        """How many ideas were written for this challenge."""
        return sum(len(tally.option.ideas) for tally in self.tallies)


@dataclass(frozen=True)
class MatrixBrief:
    """The volunteer matrix of one challenge."""

    challenge: Challenge
    matrix: Matrix


@dataclass(frozen=True)
class Assigned:
    """One person on a mission: ``name`` is ``None`` unless they agreed to see it shown."""

    name: str | None
    reason: Reason
    accepted: bool


@dataclass(frozen=True)
class MissionBrief:
    """One mission and the people on it, declined proposals left out.

    ``able`` is how many others, on no mission yet, wish to help and have the competence it takes.
    """

    mission: Mission
    people: tuple[Assigned, ...]
    able: int = 0

    @property
    def vacant(self) -> int:
        """How many places are still free, 0 or more."""
        return max(0, self.mission.places - len(self.people))


@dataclass(frozen=True)
class MissionsBrief:
    """The missions of one challenge."""

    challenge: Challenge
    missions: tuple[MissionBrief, ...]


@dataclass(frozen=True)
class Remaining:
    """Something the workshop leaves to be done: the catalog key ``report.remaining.<code>`` and how many."""

    code: str
    number: int


@dataclass(frozen=True)
class Synthesis:
    """The report of one workshop (*synthèse*), ready to be said in a language."""

    title: str
    territory: str
    held_on: date
    retention_until: date
    figures: Figures
    challenges: tuple[ChallengeBrief, ...]
    presence: PresenceBrief
    ideas: tuple[IdeasBrief, ...]
    matrices: tuple[MatrixBrief, ...]
    missions: tuple[MissionsBrief, ...]
    sectors: tuple[Sector, ...]
    remaining: tuple[Remaining, ...]


def make_synthesis(material: Material) -> Synthesis:
    """Make the synthesis of a workshop from its values."""
    public = conceal(join_seats(material))
    workshop = public.workshop
    challenges = tuple(ChallengeBrief(challenge, measure_precision(challenge)) for challenge in public.challenges)
    present = list_room(public.participants)
    presence = PresenceBrief(measure_presence(public.stakeholders, present), _measure_conditions(public, present))
    missions = _brief_missions(public)
    return Synthesis(
        title=workshop.title,
        territory=workshop.territory,
        held_on=_find_day(public),
        retention_until=workshop.retention_until.date(),
        figures=_count(public, present, missions),
        challenges=challenges,
        presence=presence,
        ideas=tuple(_brief_ideas(public, challenge) for challenge in public.challenges),
        matrices=tuple(_brief_matrix(public, challenge) for challenge in public.challenges),
        missions=missions,
        sectors=tuple(public.sectors),
        remaining=_list_remaining(public, challenges, presence.absent, missions),
    )


def _measure_conditions(material: Material, present: Sequence[Participant]) -> Conditions:
    return measure_conditions(
        present,
        material.ideas,
        sectors=material.sectors,
        votes=material.votes,
        scores=material.scores,
        revealed_at=list_reveals(material.challenges),
    )


def _list_scorers(scores: Sequence[Score]) -> set[str]:
    return {s.participant for s in scores if s.unsure or s.competence is not None or s.interest is not None}


def _find_day(material: Material) -> date:
    """Return the day most ideas were written, else most people joined, else the workshop was made."""
    days = [idea.written_at.date() for idea in material.ideas]
    days = days or [person.joined_at.date() for person in list_room(material.participants)]
    if not days:
        return material.workshop.created_at.date()
    counted = Counter(days)
    return max(sorted(counted), key=lambda day: counted[day])


def _brief_ideas(material: Material, challenge: Challenge) -> IdeasBrief:
    ideas = [idea for idea in material.ideas if idea.challenge == challenge.id]
    groups = [group for group in material.groups if group.challenge == challenge.id and group.undone_at is None]
    votes = [vote for vote in material.votes if vote.challenge == challenge.id]
    return IdeasBrief(
        challenge,
        tuple(tally_votes(list_options(ideas, groups), votes)),
        frozenset(measure_originality(ideas)),
        len({vote.participant for vote in votes}),
    )


def _brief_matrix(material: Material, challenge: Challenge) -> MatrixBrief:
    return MatrixBrief(challenge, place_scores([score for score in material.scores if score.challenge == challenge.id]))


def _brief_missions(material: Material) -> tuple[MissionsBrief, ...]:
    names = {person.participant: person.name for person in material.volunteers if person.may_show_name and person.name}
    people: dict[str, list[Assigned]] = {}
    busy = {one.participant for one in material.assignments if one.status is not AssignmentStatus.DECLINED}
    free = [score for score in material.scores if score.participant not in busy]
    for assignment in material.assignments:
        if assignment.status is not AssignmentStatus.DECLINED:
            accepted = assignment.status is AssignmentStatus.ACCEPTED
            assigned = Assigned(names.get(assignment.participant), assignment.reason, accepted)
            people.setdefault(assignment.mission, []).append(assigned)
    briefs = [
        (mission.challenge, MissionBrief(mission, tuple(sorted(people.get(mission.id, ()), key=_by_name)), able))
        for mission in material.missions
        for able in (_count_able(mission, free),)
    ]
    return tuple(
        MissionsBrief(challenge, tuple(brief for of, brief in briefs if of == challenge.id))
        for challenge in material.challenges
    )


def _count_able(mission: Mission, scores: Sequence[Score]) -> int:
    return sum(
        score.challenge == mission.challenge
        and score.competence is not None
        and score.interest is not None
        and score.competence >= mission.min_competence
        and zone_of(score.competence, score.interest) is not Zone.RESTING
        for score in scores
    )


def _by_name(assigned: Assigned) -> tuple[bool, str]:
    return (assigned.name is None, (assigned.name or "").casefold())


def _count(material: Material, present: Sequence[Participant], missions: Sequence[MissionsBrief]) -> Figures:
    briefs = [brief for section in missions for brief in section.missions]
    return Figures(
        participants=len(present),
        known=len(list_known_volunteers(material.participants, material.volunteers, material.scores)),
        categories=len({person.category for person in present if person.category}),
        challenges=len(material.challenges),
        ideas=len(material.ideas),
        groups=sum(group.undone_at is None for group in material.groups),
        voters=len({vote.participant for vote in material.votes}),
        scorers=len(_list_scorers(material.scores)),
        missions=len(briefs),
        places=sum(brief.mission.places for brief in briefs),
        filled=sum(min(brief.mission.places, len(brief.people)) for brief in briefs),
    )


def _list_remaining(
    material: Material,
    challenges: Sequence[ChallengeBrief],
    absent: Collection[str],
    missions: Sequence[MissionsBrief],
) -> tuple[Remaining, ...]:
    briefs = [brief for section in missions for brief in section.missions]
    waiting = sum(not person.accepted for brief in briefs for person in brief.people)
    without = sum(not section.missions for section in missions)
    counts = (
        ("imprecise", sum(bool(brief.precision.missing) for brief in challenges)),
        ("absent", len(absent)),
        ("vacant", sum(brief.vacant for brief in briefs)),
        ("to-confirm", waiting),
        ("no-mission", without),
    )
    return tuple(Remaining(code, number) for code, number in counts if number)
