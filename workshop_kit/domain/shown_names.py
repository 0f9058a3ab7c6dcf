"""How those are called who agreed to be named (*nom affiché*), beside a mission on the screen and in the synthesis."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Origin, Participant, Volunteer


def list_shown_names(participants: Iterable[Participant], volunteers: Iterable[Volunteer]) -> dict[str, str]:
    """Return the names of who agreed to be named, by person: the one they left, else the pseudonym of the room.

    The phone promises it in these words when it asks. What somebody of a file or of the form is known under is no
    pseudonym: without a name of their own they are not named.

    Parameters
    ----------
    participants
        One seat a person, as ``domain.seats.list_persons`` returns them, with the origin that they came by.
    volunteers
        The offers, as their persons'.

    """
    known = {one.id: one for one in participants}
    names = (
        (one.participant, conceal_contacts(one.name) or _name_seat(known.get(one.participant)))
        for one in volunteers
        if one.may_show_name
    )
    return {person: name for person, name in names if name}


def _name_seat(seat: Participant | None) -> str:
    if seat is None or seat.origin not in (Origin.ROOM, Origin.PROXY):
        return ""
    return conceal_contacts(seat.pseudonym)
