"""The values of an invitation (*invitation*): where and when one is invited to, and what prints say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from workshop_kit.domain.entries import read_day
from workshop_kit.domain.model import Stakeholder
from workshop_kit.errors import InvalidEntry

#: An hour as it is kept.
_HOUR: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)


@dataclass(frozen=True)
class Invitation:
    """What letters, posters and door signs say of a workshop; ``""`` is not said yet, and is printed nowhere.

    ``day`` and ``answer_by`` are days as ``YYYY-MM-DD``, ``begins`` and ``finishes`` hours as ``HH:MM``. ``place`` says
    where it is held, in words; ``phone`` is the number of the counter that answers for it. ``address`` is the web
    address that prints show, ``""``: none, and they live by telephone, counter and paper alone. ``colour`` is the
    commune's, as ``#rrggbb``. ``wifi_name`` and ``wifi_password`` are those of the room's Wi-Fi.
    """

    day: str = ""
    begins: str = ""
    finishes: str = ""
    answer_by: str = ""
    place: str = ""
    phone: str = ""
    address: str = ""
    colour: str = ""
    wifi_name: str = ""
    wifi_password: str = ""


def leave_unreadable_out(said: Invitation) -> Invitation:
    """Return what prints say without what is no day, no hour or no one line: a folder may be somebody else's work."""
    days = {name: _keep_day(getattr(said, name)) for name in ("day", "answer_by")}
    hours = {name: hour if _HOUR.fullmatch(hour := getattr(said, name)) else "" for name in ("begins", "finishes")}
    return replace(said, **days, **hours, address=" ".join(said.address.split()))


def _keep_day(text: str) -> str:
    try:
        return read_day(text)
    except InvalidEntry:
        return ""


def has_contact(stakeholder: Stakeholder) -> bool:
    """Tell whether somebody can be reached there: what is to be erased once the retention is over."""
    return any((stakeholder.contact, stakeholder.email, stakeholder.phone, stakeholder.address))


def forget_contact(stakeholder: Stakeholder) -> Stakeholder:
    """Return a stakeholder whom nobody can be reached at any more."""
    return replace(stakeholder, contact="", email="", phone="", address="")


def invite_anew(stakeholder: Stakeholder, identifier: str) -> Stakeholder:
    """Return a stakeholder as the next workshop begins with it: nobody to reach, and not invited yet."""
    return Stakeholder(
        identifier,
        stakeholder.category,
        stakeholder.name,
        sector=stakeholder.sector,
        reason=stakeholder.reason,
        register=stakeholder.register,
    )
