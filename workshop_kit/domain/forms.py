"""The volunteer form (*formulaire des bénévoles*): what a person agrees to, by purpose, and when they can help."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

#: Forms within an hour, and in all, from which on no phone begins another: far more than a commune's posters bring, and
#: few enough that a script fills no disk. Who types a paper list in is not stopped by either.
AN_HOUR_AT_MOST: Final = 200
FORMS_AT_MOST: Final = 3000
#: Forms that one browser begins, having erased the ones before.
FORMS_EACH: Final = 5
#: How often one form takes back what it agreed to, and may agree anew: a slip and a change of mind, no list of names.
WITHDRAWN_EACH: Final = 3


class Purpose(StrEnum):
    """What contact details may be used for (*finalité*), each agreed to by itself."""

    INVITE = "invite"
    MISSION = "mission"
    NEWS = "news"


class Day(StrEnum):
    """When somebody can help, as a chip says it."""

    WEEKDAYS = "weekdays"
    EVENINGS = "evenings"
    WEEKENDS = "weekends"


@dataclass(frozen=True)
class Consent:
    """One yes to one purpose (*accord*): ``at`` is when it was given, an aware time.

    That to be proposed a mission is kept with the offer of help itself, see ``model.Volunteer``.
    """

    purpose: Purpose
    at: datetime


def agree(before: Iterable[Consent], purposes: Collection[Purpose], now: datetime) -> tuple[Consent, ...]:
    """Return the consents to ``purposes``: each keeps the day on which it was first given, what is taken back goes."""
    known = {one.purpose: one for one in before}
    return tuple(known.get(one, Consent(one, now)) for one in Purpose if one in purposes and one is not Purpose.MISSION)


def read_reach(typed: str) -> tuple[str, str]:
    """Return the e-mail address and the telephone number that one line holds, as it was typed: each may be empty.

    People write one of them, or both with a comma, a slash or "ou" between.
    """
    words = _BETWEEN.sub(" ", typed).split()
    email = next((word for word in words if "@" in word), "")
    number = " ".join(word for word in words if word != email and word.casefold().strip(".") not in _JOINTS)
    return email, number


#: Signs between two ways to be reached, or behind the word for one; none stands in either.
_BETWEEN: Final = re.compile(r"[,;/|:]+")
#: What stands between two ways to be reached, and before one.
_JOINTS: Final = frozenset(
    {
        "",
        "ou",
        "or",
        "et",
        "and",
        "-",
        "–",
        "tel",
        "tél",
        "téléphone",
        "phone",
        "mail",
        "e-mail",
        "email",
        "courriel",
    }
)
