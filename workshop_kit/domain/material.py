"""What the synthesis is made from: everything the workshop holds, two seats of one person joined, nothing private."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workshop_kit.domain.ballots import VoteRule, find_rule
from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.history import Step
from workshop_kit.domain.model import (
    Assignment,
    Challenge,
    Idea,
    IdeaGroup,
    Mission,
    Participant,
    Removal,
    Score,
    Sector,
    Stakeholder,
    Volunteer,
    Vote,
    Wording,
    Workshop,
)
from workshop_kit.domain.seats import (
    Seats,
    list_persons,
    resolve_seats,
    stand_for_assignments,
    stand_for_ideas,
    stand_for_scores,
    stand_for_volunteers,
    stand_for_votes,
)


@dataclass(frozen=True)
class Material:
    """Input data (*matière*): everything the synthesis is made from, as the store holds it.

    The ``votes`` are those of the rounds that count, ``earlier`` those of the rounds before. ``rules`` says, by
    challenge, from which round each rule stands, and ``costs`` what its options cost.
    """

    workshop: Workshop
    challenges: Sequence[Challenge]
    sectors: Sequence[Sector]
    stakeholders: Sequence[Stakeholder]
    participants: Sequence[Participant]
    volunteers: Sequence[Volunteer]
    ideas: Sequence[Idea]
    groups: Sequence[IdeaGroup]
    votes: Sequence[Vote]
    scores: Sequence[Score]
    missions: Sequence[Mission]
    assignments: Sequence[Assignment]
    history: Sequence[Step] = ()
    wordings: Sequence[Wording] = ()
    removals: Sequence[Removal] = ()
    rules: Mapping[str, Mapping[int, VoteRule]] = field(default_factory=dict)
    costs: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    earlier: Sequence[Vote] = ()

    def find_rule(self, challenge: str, round: int) -> VoteRule:
        """Return what a challenge was voted on by in a round."""
        return find_rule(self.rules.get(challenge, {}), round)


def conceal(material: Material) -> Material:
    """Return the material without what may not be published, whoever typed it and wherever.

    The single point of contact and what follows the workshop stay as they are: they are typed to be published.
    """
    hide = conceal_contacts
    workshop = material.workshop
    return replace(
        material,
        workshop=replace(
            workshop, title=hide(workshop.title), territory=hide(workshop.territory), organiser=hide(workshop.organiser)
        ),
        challenges=[_conceal_challenge(challenge, hide) for challenge in material.challenges],
        sectors=[replace(sector, name=hide(sector.name), referent="") for sector in material.sectors],
        stakeholders=[_conceal_stakeholder(body, hide) for body in material.stakeholders],
        participants=[
            replace(one, pseudonym=hide(one.pseudonym), category=hide(one.category), sector=hide(one.sector))
            for one in material.participants
        ],
        volunteers=[_conceal_volunteer(person, hide) for person in material.volunteers],
        ideas=[replace(idea, text=hide(idea.text), answer=hide(idea.answer)) for idea in material.ideas],
        groups=[replace(group, title=hide(group.title)) for group in material.groups],
        missions=[_conceal_mission(mission, hide) for mission in material.missions],
        assignments=[replace(one, said="") for one in material.assignments],
        wordings=[replace(wording, statement=hide(wording.statement)) for wording in material.wordings],
    )


def _conceal_challenge(challenge: Challenge, hide: Callable[[str], str]) -> Challenge:
    return replace(
        challenge,
        stake=hide(challenge.stake),
        statement=hide(challenge.statement),
        action=hide(challenge.action),
        population=hide(challenge.population),
        territory=hide(challenge.territory),
        deadline=hide(challenge.deadline),
        indicator=hide(challenge.indicator),
    )


def _conceal_stakeholder(body: Stakeholder, hide: Callable[[str], str]) -> Stakeholder:
    named = replace(body, name=hide(body.name), category=hide(body.category), sector=hide(body.sector))
    return replace(named, contact="", email="")


def _conceal_volunteer(person: Volunteer, hide: Callable[[str], str]) -> Volunteer:
    name = hide(person.name) if person.may_show_name else ""
    shown = replace(person, name=name, email="", phone="", sector=hide(person.sector), days_word="", often="")
    return replace(shown, reach=tuple(map(hide, person.reach)), languages=tuple(map(hide, person.languages)))


def _conceal_mission(mission: Mission, hide: Callable[[str], str]) -> Mission:
    return replace(
        mission,
        title=hide(mission.title),
        sector=hide(mission.sector),
        owner=hide(mission.owner),
        language=hide(mission.language),
        next_step=hide(mission.next_step),
    )


def join_seats(material: Material) -> Material:
    """Return the material as the screen counts it: what a joined seat gave is its person's, and two seats are one.

    Where both gave the same thing, one of the two is heard, by the rules of ``domain.seats``. Somebody known from a
    file who has a seat in the room was there, under what that seat said of itself.
    """
    seats = resolve_seats(material.participants)
    if all(stands == seat for seat, stands in seats.items()):
        return material
    return replace(
        material,
        participants=[_stand_in_the_room(one, seats, material.participants) for one in _list_standing(material)],
        volunteers=stand_for_volunteers(material.volunteers, seats),
        ideas=stand_for_ideas(material.ideas, seats),
        votes=stand_for_votes(material.votes, seats),
        earlier=stand_for_votes(material.earlier, seats),
        scores=stand_for_scores(material.scores, seats),
        assignments=stand_for_assignments(material.assignments, seats),
    )


def name_categories(material: Material) -> Material:
    """Return the material with each usual category under its own name, whichever word for it somebody wrote."""
    return replace(
        material,
        stakeholders=[replace(one, category=understand_category(one.category)) for one in material.stakeholders],
        participants=[replace(one, category=understand_category(one.category)) for one in material.participants],
    )


def _list_standing(material: Material) -> list[Participant]:
    return [replace(one, joined_to=None) for one in list_persons(material.participants)]


def _stand_in_the_room(person: Participant, seats: Seats, everybody: Iterable[Participant]) -> Participant:
    """Return somebody of a file as there, if a seat of the room was joined to theirs; a file knows no category."""
    if person.origin.seated:
        return person
    there = next((one for one in everybody if seats[one.id] == person.id and one.origin.seated), None)
    if there is None:
        return person
    return replace(
        person,
        origin=there.origin,
        category=person.category or there.category,
        sector=person.sector or there.sector,
    )
