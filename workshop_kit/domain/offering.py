"""Who may be proposed a mission: those who offered help, or said yes to being asked; never on the ground of a score."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from workshop_kit.domain.course import Stage
from workshop_kit.domain.forms import Purpose
from workshop_kit.domain.model import Challenge, Origin, Participant, Score, Volunteer


@dataclass(frozen=True)
class Offering:
    """Someone to whom a mission may be proposed (*personne qui s'est proposée*).

    ``challenges`` are the ids of those the offer is for; empty means any. ``declined`` are the ids of those for which
    they said "not me". ``reachable``: contact details are kept, so that somebody may call them after the workshop.
    """

    participant: Participant
    challenges: tuple[str, ...]
    reachable: bool
    declined: tuple[str, ...] = ()

    def covers(self, challenge: str) -> bool:
        """Tell whether a mission under ``challenge`` may be proposed to them; a no to it outweighs every yes."""
        return covers(challenge, self.challenges, self.declined)


def list_offering(
    participants: Iterable[Participant], volunteers: Iterable[Volunteer], scores: Iterable[Score]
) -> tuple[Offering, ...]:
    """Return the people to whom a mission may be proposed, in the order of ``participants``.

    They said yes to a challenge or that they may be asked, or left contact details with their consent, or the
    organiser's own files bring them as volunteers or with scores. Scores given on a phone say what somebody can and
    likes, not that they offer. A seat that stands for another offers nothing by itself: what was offered there counts
    for the other. Who said no to being asked is left out, whatever else is known of them, and so is who declined all
    that they had offered for.
    """
    everybody = tuple(participants)
    seats = {one.id: one.joined_to or one.id for one in everybody}
    offers: dict[str, Volunteer] = {}
    for volunteer in volunteers:
        seat = seats.get(volunteer.participant, volunteer.participant)
        if seat not in offers or volunteer.participant == seat:
            offers[seat] = volunteer
    scored = {score.participant for score in scores}
    return tuple(
        Offering(one, offer.challenges, can_be_reached(offer), offer.declined)
        if offer is not None
        else Offering(one, (), reachable=False)
        for one in everybody
        for offer in (offers.get(one.id),)
        if one.joined_to is None and one.may_ask is not False and _offers(one, offer, one.id in scored)
    )


def covers(challenge: str, offered: Collection[str], declined: Collection[str]) -> bool:
    """Tell whether help is offered for a challenge: ``offered`` names some, or is empty and means any not declined."""
    return (not offered or challenge in offered) and challenge not in declined


def list_asked_about(challenges: Iterable[Challenge], answered: Collection[str]) -> tuple[Challenge, ...]:
    """Return the challenges that somebody is asked to help with: those worked on, all where none was, and any answered.

    Parameters
    ----------
    challenges
        Every challenge.
    answered
        The ids of those about which they said yes or no already.

    """
    known = tuple(challenges)
    worked = {one.id for one in known if one.stage is not Stage.UNOPENED} or {one.id for one in known}
    return tuple(one for one in known if one.id in worked or one.id in answered)


def says_no(
    may_ask: bool | None,
    challenges: Iterable[Challenge],
    offered: Collection[str],
    no: Collection[str],
    *,
    to_any: bool,
) -> bool:
    """Tell whether somebody said no to helping at all: when they were asked in person, or to each that it is about.

    Parameters
    ----------
    may_ask
        What they said of being asked; ``None``: nothing.
    challenges
        Every challenge.
    offered, no
        The ids of the challenges to which they said yes, and no.
    to_any
        Whether they offer help with any challenge: then only a no to every one of them takes that back. Who offered
        nothing was asked about some alone, and a no to these is the whole of it.

    """
    known = tuple(challenges)
    asked = known if to_any else list_asked_about(known, {*offered, *no})
    return may_ask is False or (bool(asked) and not any(covers(one.id, (), no) for one in asked))


def offers_any(may_ask: bool | None, offer: Volunteer | None) -> bool:
    """Tell whether help is offered with any challenge: they offer some, or may be asked, and name none."""
    if offer is not None and offer.challenges:
        return False
    return may_ask is True or (offer is not None and is_offer(offer))


def is_offer(volunteer: Volunteer) -> bool:
    """Tell whether somebody offered help by name: a row that only says yes or no to some challenges bears none.

    Nor is it an offer where the name is kept for something else alone, such as the news.
    """
    return volunteer.consented_at is not None or (bool(volunteer.name) and not volunteer.consents)


def is_named(volunteer: Volunteer) -> bool:
    """Tell whether a row holds who somebody is, whatever they agreed to: it goes when the retention is over."""
    return is_offer(volunteer) or bool(volunteer.consents)


def may_be_drawn(volunteer: Volunteer) -> bool:
    """Tell whether somebody may be in a lot: they offered help, or agreed to be invited; not to the news alone.

    Who left no name offers nothing: they could not be told, and a script begins such forms by the hundred.
    """
    return is_offer(volunteer) or any(one.purpose is Purpose.INVITE for one in volunteer.consents)


def can_be_reached(offer: Volunteer | None) -> bool:
    """Tell whether there is a way to reach someone after the workshop, with their consent."""
    return offer is not None and offer.consented_at is not None and bool(offer.email or offer.phone)


def _offers(person: Participant, offer: Volunteer | None, scored: bool) -> bool:
    if offer is not None and offer.challenges and set(offer.challenges) <= set(offer.declined):
        return False
    if person.may_ask or (offer is not None and offer.consented_at is not None):
        return True
    return person.origin is Origin.FILE and (scored or (offer is not None and is_offer(offer)))
