"""What is known of missions and of people in one read of the store, for everything that step 5 says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from workshop_kit.domain.assigning.people import Candidate, gather_candidates, rank_challenges
from workshop_kit.domain.assigning.rules import find_barriers
from workshop_kit.domain.assignment import find_broken_rules
from workshop_kit.domain.deeds import link_missions
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    AssignmentStep,
    Challenge,
    Mission,
    Origin,
    Participant,
    Reason,
    Volunteer,
)
from workshop_kit.domain.offering import can_be_reached, list_offering, says_no
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.assigning import Basis
from workshop_kit.live.acts.pairing import find_pair
from workshop_kit.live.challenge import read_options, say_title
from workshop_kit.live.telling_apart import tell_apart
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


@dataclass(frozen=True)
class Steps:
    """The step that would be taken back, and the one that would be done again, with what they changed."""

    undo: AssignmentStep | None
    redo: AssignmentStep | None


class KnownMissions:
    """Missions, people, scores, offers and assignments of one read; people rather than seats.

    Parameters
    ----------
    repository
        The open transaction.
    translator
        The language of the page: namesakes are told apart in words.

    """

    def __init__(self, repository: Repository, translator: Translator) -> None:
        self.current = repository.find_workshop().current_challenge
        self.challenges = repository.list_challenges()
        self.missions = {one.id: one for one in repository.list_missions()}
        self.sectors = [sector.name for sector in repository.list_sectors()]
        persons = Persons(repository)
        self.seats = persons.seats
        self.participants = persons.list_participants()
        self.phones = {persons.seats.get(one.id, one.id) for one in persons.everybody if one.origin is Origin.ROOM}
        self.pseudonyms = tell_apart(self.participants, translator)
        self.scores = {(one.participant, one.challenge): one for one in persons.list_scores()}
        self.volunteers = {one.participant: one for one in persons.list_volunteers()}
        offering = list_offering(self.participants, self.volunteers.values(), self.scores.values())
        self.offering = {one.participant.id: one for one in offering}
        self.assignments = persons.list_assignments()
        self.rule = repository.find_assignment_rule()
        self.steps = _read_steps(repository)
        self.ideas = _find_origins(repository, self.challenges, tuple(self.missions.values()))

    @cached_property
    def basis(self) -> Basis:
        """Return what an assignment rests on, as ``live.acts.assigning.read_basis`` reads it."""
        return Basis(
            tuple(one.participant for one in self.offering.values()),
            tuple(self.scores.values()),
            tuple(self.volunteers.values()),
            tuple(self.missions.values()),
            self.challenges,
            self.assignments,
            self.rule,
        )

    @cached_property
    def standing(self) -> tuple[Assignment, ...]:
        """Return the assignments but those that were declined."""
        return tuple(one for one in self.assignments if one.status is not AssignmentStatus.DECLINED)

    @cached_property
    def standing_of(self) -> Mapping[str, list[Assignment]]:
        """Return the assignments that stand, by person."""
        return _group((one.participant, one) for one in self.standing)

    @cached_property
    def standing_on(self) -> Mapping[str, list[Assignment]]:
        """Return the assignments that stand, by mission."""
        return _group((one.mission, one) for one in self.standing)

    @cached_property
    def lonely(self) -> frozenset[tuple[str, str]]:
        """Return who begins on which mission and has nobody to go with any more."""
        pairs = (
            (one, find_pair(one.participant, self.standing_on[one.mission], lambda *_: "")) for one in self.standing
        )
        return frozenset((one.participant, one.mission) for one, pair in pairs if pair is not None and pair.missing)

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Return whose contact details are kept with their consent."""
        return frozenset(one.participant for one in self.volunteers.values() if can_be_reached(one))

    @cached_property
    def refusing(self) -> frozenset[str]:
        """Return who said no to helping at all, in person or to each challenge that they could help with."""
        return frozenset(one.id for one in self.participants if self._refuses(one, self.volunteers.get(one.id)))

    @cached_property
    def declined(self) -> frozenset[tuple[str, str]]:
        """Return who said no to which challenge."""
        return frozenset((one.participant, challenge) for one in self.volunteers.values() for challenge in one.declined)

    @cached_property
    def unagreed(self) -> frozenset[str]:
        """Return who only stands in a file that brings no yes to being contacted: nobody may go and ask them more."""
        agreed = {one.participant for one in self.volunteers.values() if one.consented_at is not None}
        answered = agreed | {person for person, _ in self.scores}
        return frozenset(
            one for one, offering in self.offering.items()
            if offering.participant.may_ask is None and one not in answered
        )  # fmt: skip

    @cached_property
    def is_proposed(self) -> bool:
        """Tell whether missions were proposed at all."""
        return any(not one.by_hand for one in self.assignments)

    def title(self, mission: str) -> str:
        """Return what a mission is called, empty for one that is no more."""
        found = self.missions.get(mission)
        return "" if found is None else found.title

    def offers(self, person: str, challenge: str) -> bool:
        """Tell whether a mission under ``challenge`` may be proposed to somebody."""
        found = self.offering.get(person)
        return found is not None and found.covers(challenge)

    def find_broken(self, person: str, mission: Mission, others: Iterable[str], *, beside: bool) -> tuple[Reason, ...]:
        """Return the rules that it breaks to have somebody on a mission; who goes beside somebody may be a beginner.

        Parameters
        ----------
        person, mission
            Who, and where.
        others
            Ids of the missions they have besides, or would have.
        beside
            They go with somebody who knows.

        """
        offer = self.volunteers.get(person)
        broken = find_broken_rules(
            self.scores.get((person, mission.challenge)),
            mission,
            offer=offer,
            sector=(offer.sector if offer is not None else "") or self._sectors.get(person, ""),
            others=[self.missions[one] for one in others if one in self.missions and one != mission.id],
        )
        return tuple(rule for rule in broken if rule.code != "competence" or not beside)

    @cached_property
    def _sectors(self) -> Mapping[str, str]:
        return {one.id: one.sector for one in self.participants}

    def list_who_could(self, mission: Mission) -> list[str]:
        """Return those who fit a mission, did not offer help for it, and said no to nothing: somebody may ask them."""
        return [
            one.id
            for one in self._askable
            if (one.id, mission.challenge) in self.scores
            and not self.offers(one.id, mission.challenge)
            and (one.id, mission.challenge) not in self.declined
            and (one.id, mission.id) not in self._answered
            and _fits(one, mission)
        ]

    @cached_property
    def _answered(self) -> frozenset[tuple[str, str]]:
        return frozenset((one.participant, one.mission) for one in self.assignments)

    @cached_property
    def _askable(self) -> Sequence[Candidate]:
        """Return those who did not offer help with everything, and did not say no to it."""
        scores, volunteers = self.scores.values(), self.volunteers.values()
        people = gather_candidates(self.participants, scores, volunteers, rank_challenges(self.challenges))
        asked = {one.challenge for one in self.missions.values()}
        return [
            one for one in people
            if one.id not in self.refusing and not all(self.offers(one.id, challenge) for challenge in asked)
        ]  # fmt: skip

    def _refuses(self, person: Participant, own: Volunteer | None) -> bool:
        offered, no = ((), ()) if own is None else (own.challenges, own.declined)
        offering = self.offering.get(person.id)
        to_any = offering is not None and not offering.challenges
        return says_no(person.may_ask, self.challenges, offered, no, to_any=to_any)


def _fits(one: Candidate, mission: Mission) -> bool:
    """Tell whether nothing that somebody said keeps them from a mission; who left no offer was never asked what for."""
    unasked = {"not-offered"} if one.offer is not None else {"not-offered", "car", "language"}
    return all(barrier.code in unasked for barrier in find_barriers(one, mission))


def _group(pairs: Iterable[tuple[str, Assignment]]) -> dict[str, list[Assignment]]:
    grouped: dict[str, list[Assignment]] = {}
    for key, one in pairs:
        grouped.setdefault(key, []).append(one)
    return grouped


def _read_steps(repository: Repository) -> Steps:
    """Read the two steps that the page names, and of no other what it changed."""
    steps = repository.list_assignment_steps(with_changes=False)
    undo = next((one.number for one in reversed(steps) if not one.undone), None)
    redo = next((one.number for one in steps if one.undone), None)
    return Steps(
        *(None if number is None else repository.find_assignment_step(number) for number in (undo, redo)),
    )


def _find_origins(
    repository: Repository, challenges: Sequence[Challenge], missions: Sequence[Mission]
) -> dict[str, str]:
    """Return the title of the result that each mission came from, by the mission's id."""
    origins = {}
    for challenge in challenges:
        if any(one.challenge == challenge.id and one.option is not None for one in missions):
            options = read_options(repository, challenge)
            linked = link_missions(options, missions, repository.list_groups(challenge.id, undone=True))
            origins.update({one.id: say_title(option) for option in options for one in linked.get(option.id, ())})
    return origins
