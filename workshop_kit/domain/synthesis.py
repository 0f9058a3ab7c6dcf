"""The making of the synthesis (*synthèse*): what it counts, from the workshop's own values.

The synthesis is published. So it holds no contact details but the point of contact, not even those somebody typed into
an idea; no idea that is held back; and the name of somebody who accepted a mission, or else their pseudonym, only if
they agreed to be named. No other pseudonym stands there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from workshop_kit.domain.assigning.people import Candidate, gather_candidates
from workshop_kit.domain.briefs import (
    AnsweredWording,
    Assigned,
    ChallengeBrief,
    Figures,
    IdeasBrief,
    MatrixBrief,
    MissionBrief,
    MissionsBrief,
    PresenceBrief,
    Synthesis,
    is_told,
)
from workshop_kit.domain.course import Stage
from workshop_kit.domain.days import find_day
from workshop_kit.domain.deeds import link_missions
from workshop_kit.domain.diversity import list_reveals, measure_conditions, measure_presence
from workshop_kit.domain.gauges import Gauge, Given, measure_gauges
from workshop_kit.domain.history import MIGRATION, Course, StepKind, read_course
from workshop_kit.domain.ideas import Option, list_lone, list_options, title_group
from workshop_kit.domain.material import Material, conceal, join_seats, name_categories
from workshop_kit.domain.matrix import place_scores
from workshop_kit.domain.mission_briefs import can_do, is_by_hand, is_wished, name_pairs
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Category,
    Challenge,
    Idea,
    Mission,
    Participant,
    Remover,
    Vote,
)
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.needs import NeedBrief, list_needs
from workshop_kit.domain.presence import list_asked, list_givers, list_known_volunteers, list_room
from workshop_kit.domain.results import VoteGiven, VoteResult, list_given, make_result
from workshop_kit.domain.seats import list_persons
from workshop_kit.domain.shown_names import list_shown_names

__all__ = ["Material", "Synthesis", "make_synthesis"]


def make_synthesis(material: Material) -> Synthesis:
    """Make the synthesis of a workshop from its values."""
    joined = name_categories(join_seats(material))
    known = list_known_volunteers(joined.participants, joined.volunteers, joined.scores)
    names = list_shown_names(list_persons(material.participants), joined.volunteers)
    return _Making(conceal(_untitle(joined)), len(known), names).make()


@dataclass(frozen=True)
class _Making:
    """One making: the material that may be published, and what several parts of the synthesis count from it."""

    material: Material
    known: int
    names: Mapping[str, str]

    def make(self) -> Synthesis:
        workshop = self.material.workshop
        challenges = self.material.challenges
        ideas = tuple(self._brief_ideas(one) for one in challenges)
        missions = tuple(self._brief_missions(one) for one in challenges)
        return Synthesis(
            title=workshop.title,
            territory=workshop.territory,
            held_on=self._find_day(),
            retention_until=find_day(workshop.retention_until),
            organiser=workshop.organiser.strip(),
            contact=workshop.contact.strip(),
            follow_up=workshop.follow_up.strip(),
            figures=self._count(ideas, missions),
            challenges=tuple(self._brief_challenge(one) for one in challenges),
            presence=self._brief_presence(),
            ideas=ideas,
            matrices=tuple(self._brief_matrix(one) for one in challenges),
            missions=missions,
            needs=self._list_needs(missions),
        )

    @cached_property
    def gave(self) -> frozenset[str]:
        """Who gave anything."""
        given = self.material
        votes = (*given.votes, *given.earlier)
        return list_givers(given.ideas, votes, given.scores, given.volunteers, given.assignments)

    @cached_property
    def room(self) -> tuple[Participant, ...]:
        return list_room(self.material.participants, self.gave)

    @cached_property
    def seated(self) -> frozenset[str]:
        return frozenset(one.id for one in self.room)

    @cached_property
    def shown(self) -> tuple[Idea, ...]:
        """The ideas that are printed."""
        return tuple(idea for idea in self.material.ideas if not idea.held)

    @cached_property
    def reveals(self) -> Mapping[str, datetime]:
        return list_reveals(self.material.challenges)

    @cached_property
    def options(self) -> Mapping[str, tuple[Option, ...]]:
        """The options of each challenge."""
        return {
            challenge.id: list_options(
                [idea for idea in self.shown if idea.challenge == challenge.id],
                [group for group in self.material.groups if group.challenge == challenge.id],
            )
            for challenge in self.material.challenges
        }

    @cached_property
    def lone(self) -> Mapping[str, frozenset[str]]:
        """The lone ideas of each challenge."""
        return {challenge: frozenset(list_lone(options)) for challenge, options in self.options.items()}

    @cached_property
    def standing(self) -> tuple[Assignment, ...]:
        return tuple(one for one in self.material.assignments if one.status is not AssignmentStatus.DECLINED)

    @cached_property
    def told(self) -> frozenset[str]:
        """The challenges whose votes are told: their results were shown, and nobody votes on them again."""
        return frozenset(one.id for one in self.material.challenges if is_told(one))

    def _find_day(self) -> date:
        """Return the day most ideas of the room were written, else most people joined, else the workshop was made.

        What a file brought was written, or imported, on a day of its own.
        """
        days = [find_day(idea.written_at) for idea in self.material.ideas if idea.author in self.seated]
        days = days or [find_day(person.joined_at) for person in self.room]
        if not days:
            return find_day(self.material.workshop.created_at)
        counted = Counter(days)
        return max(sorted(counted), key=lambda day: counted[day])

    def _is_worked_on(self, challenge: Challenge) -> bool:
        """Tell whether the room worked on a challenge: somebody there wrote for it or voted, or it has results.

        One that was opened beside another, and on which nobody did anything, was not worked on. What was written counts
        though it was taken back or removed since.
        """
        return (
            challenge.results_at is not None
            or any(vote.challenge == challenge.id for vote in self.material.votes)
            or any(removal.challenge == challenge.id for removal in self.material.removals)
            or any(idea.challenge == challenge.id and idea.author in self.seated for idea in self.material.ideas)
        )

    def _is_voted_on(self, challenge: Challenge, *, dotted: bool) -> bool:
        if dotted or challenge.results_at is not None or challenge.stage in (Stage.VOTE, Stage.RESULTS):
            return True
        undone = {step.undoes for step in self.material.history if step.kind is StepKind.UNDO}
        return any(
            step.challenge == challenge.id and step.stage in (Stage.VOTE, Stage.RESULTS) and step.move not in undone
            for step in self.material.history
        )

    def _brief_challenge(self, challenge: Challenge) -> ChallengeBrief:
        answered = Counter(idea.wording for idea in self.shown if idea.challenge == challenge.id)
        earlier = tuple(
            AnsweredWording(one.statement, answered[one.number])
            for one in sorted(self.material.wordings, key=lambda wording: wording.number)
            if one.challenge == challenge.id and one.number != challenge.wording and answered[one.number]
        )
        present = answered[challenge.wording]
        told = present + sum(one.ideas for one in earlier)
        worked = self._is_worked_on(challenge)
        others_worked = any(self._is_worked_on(one) for one in self.material.challenges)
        return ChallengeBrief(challenge, worked, others_worked, earlier, present, answered.total() - told)

    def _brief_presence(self) -> PresenceBrief:
        categories = measure_presence(self.material.stakeholders, self.room)
        conditions = measure_conditions(
            self.room,
            self.material.ideas,
            sectors=self.material.sectors,
            votes=[vote for vote in self.material.votes if vote.challenge in self.told],
            scores=self.material.scores,
            revealed_at=self.reveals,
            glimpsed_at=self.course.glimpsed_at,
        )
        absent = tuple(one.category for one in categories if not one.present and one.category != Category.OTHER)
        return PresenceBrief(categories, conditions, absent, len(self.room), self._measure_gauges())

    def _measure_gauges(self) -> tuple[Gauge, ...]:
        """Measure how original the ideas are that were revealed, and how evenly the room contributed.

        A ballot of the vote before is a contribution as well: both are kept.
        """
        votes = [one for one in (*self.material.votes, *self.material.earlier) if one.counts]
        told = {(one.participant, one.challenge, one.round) for one in votes if one.challenge in self.told}
        voted = Counter(person for person, *_ in told)
        revealed = [idea for idea in self.shown if idea.challenge in self.reveals]
        lone = frozenset[str]().union(*self.lone.values())
        original = measure_gauges(Given(self.room, revealed, lone=lone)).originality
        shared = measure_gauges(Given(self.room, self.material.ideas, voted, lone=()), _leave_uncompared)
        gauges = (original, shared.participation)
        return tuple(one for one in gauges if one.value is not None)

    def _brief_ideas(self, challenge: Challenge) -> IdeasBrief:
        options = self.options[challenge.id]
        given = [vote for vote in self.material.votes if vote.challenge == challenge.id]
        result = self._make_result(challenge, given)
        ideas = [idea for idea in self.shown if idea.challenge == challenge.id]
        seated = [idea for idea in ideas if idea.author in self.seated]
        revealed_at = self.reveals.get(challenge.id)
        counted = seated if revealed_at is not None else []
        return IdeasBrief(
            challenge,
            worked=self._is_worked_on(challenge),
            voted=self._is_voted_on(challenge, dotted=bool(list_given(options, given))),
            tallies=result.tallies,
            original=self.lone[challenge.id],
            voters=result.voters,
            elsewhere=len(ideas) - len(seated),
            held=sum(idea.challenge == challenge.id for idea in self.material.ideas) - len(ideas),
            alone=sum(revealed_at is not None and idea.written_at <= revealed_at for idea in counted),
            counted=len(counted),
            glimpsed=self.course.glimpsed.get(challenge.id, 0),
            seen=self._count_seen(challenge),
            withdrawn=self._count_removed(challenge, Remover.AUTHOR),
            dismissed=self._count_removed(challenge, Remover.FACILITATOR),
            returned=sum(idea.once_held for idea in ideas),
            retraced=self._is_retraced(challenge),
            result=result,
        )

    def _make_result(self, challenge: Challenge, given: Sequence[Vote]) -> VoteResult:
        """Count the vote of a challenge, as far as it is told."""
        round = challenge.counted_round
        votes = given if challenge.id in self.told else []
        earlier = [one for one in self.material.earlier if (one.challenge, one.round) == (challenge.id, round - 1)]
        rule = self.material.find_rule(challenge.id, round)
        before = self.material.find_rule(challenge.id, round - 1) if round > 1 else None
        options, costs = self.options[challenge.id], self.material.costs.get(challenge.id)
        voters = {one.participant for one in votes}
        until = self.course.ended_at(challenge.id, round)
        asked = {one.id for one in list_asked(self.material.participants, voters, self.gave, until)}
        held = [one for one in self.material.ideas if one.held and one.challenge == challenge.id]
        return make_result(VoteGiven(rule, options, votes, earlier, before, costs, held), asked)

    def _is_retraced(self, challenge: Challenge) -> bool:
        steps = [one for one in self.material.history if one.kind is StepKind.STAGE and one.challenge == challenge.id]
        return bool(steps) and all(one.by == MIGRATION for one in steps)

    def _count_removed(self, challenge: Challenge, by: Remover) -> int:
        return sum(one.count for one in self.material.removals if one.challenge == challenge.id and one.by is by)

    @cached_property
    def course(self) -> Course:
        return read_course(self.material.history)

    def _count_seen(self, challenge: Challenge) -> int:
        """Count the ideas of the room written before the reveal, but after a slip had shown others."""
        glimpsed_at, revealed_at = self.course.glimpsed_at.get(challenge.id), self.reveals.get(challenge.id)
        if glimpsed_at is None or revealed_at is None:
            return 0
        return sum(
            idea.challenge == challenge.id
            and idea.author in self.seated
            and glimpsed_at < idea.written_at <= revealed_at
            for idea in self.shown
        )

    def _brief_matrix(self, challenge: Challenge) -> MatrixBrief:
        scores = [score for score in self.material.scores if score.challenge == challenge.id]
        matrix = place_scores(scores)
        files = {one.id for one in self.material.participants if not one.origin.seated}
        return MatrixBrief(challenge, matrix, sum(person in files for person in matrix.everybody))

    def _brief_missions(self, challenge: Challenge) -> MissionsBrief:
        missions = [one for one in self.material.missions if one.challenge == challenge.id]
        return MissionsBrief(challenge, tuple(self._brief_mission(one) for one in missions))

    def _brief_mission(self, mission: Mission) -> MissionBrief:
        own = [one for one in self.standing if one.mission == mission.id]
        accepted = [one for one in own if one.status is AssignmentStatus.ACCEPTED]
        pairs = name_pairs(accepted, self.names)
        people = [Assigned(self.names.get(one.participant), pairs.get(one.participant, ())) for one in accepted]
        return MissionBrief(
            mission,
            tuple(sorted(people, key=lambda one: (one.name is None, (one.name or "").casefold()))),
            waiting=len(own) - len(accepted),
            able=self._count_able(mission),
            idea=self.origins.get(mission.id, ""),
            later=sum(one.status is AssignmentStatus.LATER for one in own),
        )

    def _list_needs(self, missions: Sequence[MissionsBrief]) -> tuple[NeedBrief, ...]:
        briefs = [brief for section in missions for brief in section.missions]
        return list_needs([one.mission for one in briefs], {one.mission.id: one.unheld for one in briefs})

    def _count_another(self) -> int:
        """Count those who said no, would like another mission, and have none."""
        busy = {one.participant for one in self.standing}
        wishing = {one.participant for one in self.material.assignments if one.another}
        return len(wishing - busy)

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """The title of the option that each mission came from, by the mission's id."""
        origins: dict[str, str] = {}
        for challenge, options in self.options.items():
            missions = [one for one in self.material.missions if one.challenge == challenge]
            linked = link_missions(options, missions, self.material.groups)
            origins |= {one.id: option.title for option in options for one in linked.get(option.id, ())}
        return origins

    def _count_able(self, mission: Mission) -> int:
        """Count those who could help: on no mission, not asked in vain, and they did not say no, there or at all."""
        out = {one.participant for one in self.material.assignments if one.status is not AssignmentStatus.DECLINED}
        out |= {one.participant for one in self.material.assignments if one.mission == mission.id}
        out |= {one.id for one in self.material.participants if one.may_ask is False}
        return sum(can_do(person, mission) for person in self.candidates if person.id not in out)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Those who scored a challenge or offered help, as the assignment reads them."""
        given = self.material
        return tuple(gather_candidates(given.participants, given.scores, given.volunteers, {}))

    def _count(self, ideas: Sequence[IdeasBrief], missions: Sequence[MissionsBrief]) -> Figures:
        material = self.material
        briefs = [brief for section in missions for brief in section.missions]
        seated = [idea for idea in self.shown if idea.author in self.seated]
        known = {mission.id for mission in material.missions}
        standing = [one for one in self.standing if one.mission in known]
        computed = [one for one in standing if not is_by_hand(one)]
        return Figures(
            participants=len(self.room),
            known=self.known,
            recorded=len(material.participants),
            categories=len(_list_categories(self.room)),
            challenges=len(material.challenges),
            worked=sum(brief.worked for brief in ideas),
            ideas=len(self.shown),
            room_ideas=len(seated),
            room_challenges=len({idea.challenge for idea in seated}),
            held=len(material.ideas) - len(self.shown),
            groups=sum(not option.lone for options in self.options.values() for option in options),
            missions=len(briefs),
            places=sum(brief.mission.places for brief in briefs),
            filled=sum(brief.filled for brief in briefs),
            waiting=sum(brief.waiting for brief in briefs),
            later=sum(brief.later for brief in briefs),
            another=self._count_another(),
            computed=len(computed),
            by_hand=len(standing) - len(computed),
            against_wish=sum(not is_wished(one) for one in computed),
            consents=sum(one.consented_at is not None for one in material.volunteers),
        )


def _leave_uncompared(ideas: Sequence[Idea]) -> list[list[float]]:
    """Compare nothing: how evenly people contributed does not depend on what they wrote."""
    return [[0.0] * len(ideas) for _ in ideas]


def _untitle(material: Material) -> Material:
    """Return the material without the titles that say what an idea held back says.

    Done before contact details are concealed: without them a text is cut elsewhere than the title that was taken
    from it.
    """
    held = [idea for idea in material.ideas if idea.held]
    return replace(material, groups=[replace(one, title=title_group(one, held)) for one in material.groups])


def _list_categories(people: Sequence[Participant]) -> set[str]:
    """List who the room was, "other" aside: it is no voice of its own."""
    return {fold_name(one.category) for one in people if one.category.strip()} - {Category.OTHER.value}
