"""How those are called who agreed to be named (*nom affiché*): on phones, paper, the screen and in the synthesis."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Participant, Volunteer


def name_shown(seat: Participant | None, offer: Volunteer | None) -> str:
    """Return how somebody who agreed to be named is called, ``""``: they did not, or have nothing to be called by.

    By the name they left to be reached about a mission, else by the pseudonym of the room: a name left in the room for
    something else is read by the organisers alone. The phone promises it in these words when it asks.

    Parameters
    ----------
    seat
        The seat that stands for them, with the origin that they came by; ``None``: they are not there any more.
    offer
        What they offered, and whether they may be named.

    """
    if offer is None or not offer.may_show_name:
        return ""
    pseudonym = name_seat(seat)
    if pseudonym and offer.consented_at is None:
        return pseudonym
    return conceal_contacts(offer.name) or pseudonym


def name_seat(seat: Participant | None) -> str:
    """Return the pseudonym that somebody chose in the room; of a file or a form it is none, and nobody reads it."""
    return conceal_contacts(seat.pseudonym) if seat is not None and seat.origin.seated else ""


def list_shown_names(participants: Iterable[Participant], volunteers: Iterable[Volunteer]) -> dict[str, str]:
    """Return the names of who agreed to be named, by person.

    Parameters
    ----------
    participants
        One seat a person, as ``domain.seats.list_persons`` returns them.
    volunteers
        The offers, as their persons'.

    """
    known = {one.id: one for one in participants}
    names = ((one.participant, name_shown(known.get(one.participant), one)) for one in volunteers)
    return {person: name for person, name in names if name}
