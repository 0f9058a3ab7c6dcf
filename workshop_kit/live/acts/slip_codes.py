"""The code on a mission's paper slip (a capability): it opens the proposals of one person, and nothing else of theirs.

It is worked out from the workshop's secret and the person, and kept nowhere: the same slip printed again has the same
code, a copy of the print is no list of the workshop, and whoever is erased is opened by no code any more. It is written
as the code of a seat is, and tried as seldom (``live.acts.returning``).
"""

from __future__ import annotations

import hmac
from collections import Counter

from workshop_kit.domain.missions import is_taken_off
from workshop_kit.domain.seat_codes import LENGTH, SIGNS
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

#: What the digest of a slip is told apart by from the other digests of the workshop.
_WHAT = "slip"


def name_slip(repository: Repository, seat: str) -> str:
    """Return the signs of the code on the slips of whoever has a seat."""
    number = int(repository.digest(_WHAT, seat), 16)
    signs = ""
    for _ in range(LENGTH):
        number, rest = divmod(number, len(SIGNS))
        signs += SIGNS[rest]
    return signs


def list_slip_codes(repository: Repository) -> dict[str, str]:
    """Return, by the person's id, the codes of all to whom a mission is proposed, or was; none that is another's too.

    Of a thousand people two have the same signs once in five hundred workshops: then neither slip bears a code.
    """
    own = _name_slips(repository)
    taken = {one for one in own.values() if repository.find_seat_by_code(one) is not None}
    return {one: code for one, code in own.items() if code not in taken}


def find_slip_holder(repository: Repository, typed: str) -> str | None:
    """Return the id of the person whose slips bear a code that is no seat's; each is compared, whichever it is.

    Seats are compared before, by whoever asks: a wrong code costs no look at the seats for each person.
    """
    own = _name_slips(repository).items()
    found = [one for one, code in own if hmac.compare_digest(code.encode(), typed.encode())]
    return found[0] if found else None


def stands(repository: Repository, seat: str) -> bool:
    """Tell whether a slip still opens its person: one of a seat that was joined to another opens nothing of the other.

    The facilitator may be mistaken, and whoever holds the paper never said that the two are one.
    """
    return any(one.id == seat and one.joined_to is None for one in repository.list_participants())


def _name_slips(repository: Repository) -> dict[str, str]:
    """Return, by the person's id, the codes of all to whom a mission is proposed, or was; none that two would have."""
    asked = {one.participant for one in Persons(repository).list_assignments() if not is_taken_off(one)}
    codes = {one: name_slip(repository, one) for one in asked}
    counts = Counter(codes.values())
    return {one: code for one, code in codes.items() if counts[code] == 1}
