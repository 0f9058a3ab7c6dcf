"""What the synthesis is made from: everything the workshop holds, two seats of one person joined, nothing private."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from workshop_kit.domain.history import Step
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Challenge,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
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

#: What stands in the place of an address or a number that somebody typed.
CONCEALED: Final = "[…]"

_CONTACT: Final = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?<![\d+])(?:(?:\+|00)33[\s.\-/]?(?:\(0\)[\s.\-/]?)?|0)[1-9](?:[\s.\-/]?\d{2}){4}(?!\d)"  # a French number
    r"|(?<![\w+])\+\d{1,3}(?:[\s.\-/]?\d{2,4}){3,5}(?!\d)"  # a number from elsewhere
)


@dataclass(frozen=True)
class Material:
    """Everything the synthesis is made from, as the store holds it; ``votes`` are those of the rounds that count."""

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


def conceal_contacts(text: str) -> str:
    """Return ``text`` with every e-mail address and telephone number replaced by ``[…]``.

    Short service numbers, such as 115 or 3919, stay: they are nobody's.
    """
    return _CONTACT.sub(CONCEALED, text)


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
        stakeholders=[replace(body, contact="", email="") for body in material.stakeholders],
        volunteers=[
            replace(person, name=hide(person.name) if person.may_show_name else "", email="", phone="")
            for person in material.volunteers
        ],
        ideas=[replace(idea, text=hide(idea.text)) for idea in material.ideas],
        groups=[replace(group, title=hide(group.title)) for group in material.groups],
        missions=[_conceal_mission(mission, hide) for mission in material.missions],
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


def _conceal_mission(mission: Mission, hide: Callable[[str], str]) -> Mission:
    return replace(
        mission,
        title=hide(mission.title),
        sector=hide(mission.sector),
        owner=hide(mission.owner),
        next_step=hide(mission.next_step),
    )


def join_seats(material: Material) -> Material:
    """Return the material with what a joined seat gave passed to the person it is joined to: two seats are one.

    Where both gave the same, the person's own seat is heard: one score a challenge, one offer, one place a mission,
    the firmest answer of the two. A person known from a file who has a seat in the room was there.
    """
    holders = {one.id: one.joined_to for one in material.participants if one.joined_to is not None}
    if not holders:
        return material

    def whose(seat: str) -> str:
        passed = {seat}
        while (after := holders.get(seat)) is not None and after not in passed:
            passed.add(after)
            seat = after
        return seat

    there = {whose(one.id) for one in material.participants if one.origin is not Origin.FILE}
    people = [
        replace(one, origin=Origin.ROOM) if one.origin is Origin.FILE and one.id in there else one
        for one in material.participants
        if one.id not in holders or whose(one.id) == one.id
    ]
    ideas = [idea if idea.author is None else replace(idea, author=whose(idea.author)) for idea in material.ideas]
    own_offers = sorted(material.volunteers, key=lambda offer: offer.participant in holders)
    own_scores = sorted(material.scores, key=lambda score: score.participant in holders)
    firmest = sorted(material.assignments, key=lambda given: _FIRMNESS.index(given.status))
    return replace(
        material,
        participants=[replace(one, joined_to=None) for one in people],
        volunteers=_keep_first(own_offers, whose, lambda offer: ()),
        ideas=ideas,
        votes=[replace(vote, participant=whose(vote.participant)) for vote in material.votes],
        scores=_keep_first(own_scores, whose, lambda score: (score.challenge,)),
        assignments=_keep_first(firmest, whose, lambda given: (given.mission,)),
    )


_FIRMNESS: Final = (AssignmentStatus.ACCEPTED, AssignmentStatus.PROPOSED, AssignmentStatus.DECLINED)
_Given = TypeVar("_Given", bound=Volunteer | Score | Assignment)


def _keep_first(
    given: Iterable[_Given], whose: Callable[[str], str], about: Callable[[_Given], tuple[str, ...]]
) -> list[_Given]:
    """Keep of what two seats of one person gave about the same thing the first."""
    kept: dict[tuple[str, ...], _Given] = {}
    for entry in given:
        person = whose(entry.participant)
        key = (person, *about(entry))
        if key not in kept:
            kept[key] = replace(entry, participant=person)
    return list(kept.values())
