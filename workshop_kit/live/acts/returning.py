"""Coming back to one's seat with its code (a bearer secret): on another browser, or by another address."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from typing import Final

from workshop_kit.domain.model import Origin
from workshop_kit.domain.seat_codes import LENGTH, SIGNS, list_signs, list_strangers, read_code
from workshop_kit.errors import InvalidEntry, WorkshopError
from workshop_kit.live.acts.slip_codes import find_slip_holder, name_slip
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Person

#: Wrong tries of one browser and of one device in a minute; and how many of all together, before those who were wrong
#: in the last minutes are not compared at all, and everybody else once.
OF_A_BROWSER: Final = 5
OF_A_DEVICE: Final = 15
TOGETHER: Final = 40
#: Seconds of a slot; how many make a minute, and for how many a try is remembered.
_SLOT: Final = 30
_A_MINUTE: Final = 2
_REMEMBERED: Final = 20


def give_code(repository: Repository, participant: str) -> str:
    """Give a seat a new code that no other seat has, and return it."""
    code = _make_code()
    while repository.find_seat_by_code(code) is not None:
        code = _make_code()
    repository.set_seat_code(participant, code)
    return code


def return_to_seat(store: Store, visitor: str, address: str, typed: str, now: datetime) -> str | None:
    """Bring a browser to the seat whose code was typed; it is the same person's from then on, on each of them.

    Where it is the code of a mission's slip the browser comes to no seat: the person is returned whose proposals it
    opens, as long as the page is open; else ``None``.

    A wrong try is noted in a transaction of its own, before it is refused. It counts for the browser, for the device it
    comes from, which a browser without its cookie keeps, and for the room. Whoever made too many is not compared. A
    browser that was never wrong is, though others behind its address made too many, until too many browsers were wrong.

    Raises
    ------
    InvalidEntry
        ``seat-code-missing``, ``seat-code-malformed``, ``seat-code-strangers`` for what can be no code, which counts
        as no try; ``form-begun-already`` where a form was begun here; ``seat-code-wrong``,
        ``seat-code-slow`` after some tries; ``seated-already`` in another seat.

    """
    code = read_code(typed)
    if code is None:
        raise _say_malformed(typed)
    found = store.perform(None, lambda repository: _try(repository, visitor, address, code, now))
    if isinstance(found, WorkshopError):
        raise found
    return found


def _say_malformed(typed: str) -> InvalidEntry:
    """Say what of it makes it no code: nothing of one, too few or too many signs, or some that no code has."""
    number = len(list_signs(typed))
    if number == 0:
        return InvalidEntry("seat-code-missing")
    if number != LENGTH:
        return InvalidEntry("seat-code-malformed", number=number)
    return InvalidEntry("seat-code-strangers", signs=" ".join(list_strangers(typed)))


def list_later(browsers: Sequence[tuple[str, datetime | None]], visitor: str) -> list[tuple[str, datetime]]:
    """Return those of a seat's browsers that came with its code after this one; those before are not its business."""
    mine = dict(browsers).get(visitor)
    came = [(one, at) for one, at in browsers if at is not None and one != visitor]
    return sorted((one for one in came if mine is None or one[1] > mine), key=lambda one: one[1])


def put_others_out(repository: Repository, visitor: str, participant: str) -> None:
    """Let go of the browsers that came to one's seat after this one, and have another code from now on.

    Who came first stays: somebody who read a code cannot put its owner out.
    """
    for browser, _ in list_later(repository.list_browsers(participant), visitor):
        repository.remove_browser(browser, participant)
    give_code(repository, participant)


def _try(repository: Repository, visitor: str, address: str, code: str, now: datetime) -> WorkshopError | str | None:
    sitting = repository.find_participant_by_visitor(visitor)
    if sitting is not None:  # nothing is learnt here about other seats
        own = (repository.find_seat_code(sitting.id), name_slip(repository, Person(repository, sitting.id).id))
        if any(hmac.compare_digest(one.encode(), code.encode()) for one in own):
            return None
        begun = sitting.origin is Origin.FORM  # it is erased first, or two forms would be one person's
        return InvalidEntry("form-begun-already" if begun else "seated-already", pseudonym=sitting.pseudonym)
    slot, device = int(now.timestamp()) // _SLOT, _name_device(repository, address)
    tries = _forget_old(repository, slot)
    if _is_slowed(tries, visitor, device, slot):
        return InvalidEntry("seat-code-slow", minutes=_find_wait(tries, visitor, device, now))
    found = repository.find_seat_by_code(code)
    if found is None or not hmac.compare_digest(found[1].encode(), code.encode()):
        holder = find_slip_holder(repository, code)
        if holder is None:
            repository.add_seat_try(visitor, device, slot)
            return InvalidEntry("seat-code-wrong")
        return holder
    repository.bring_browser(visitor, found[0], now)
    return None


def _forget_old(repository: Repository, slot: int) -> Sequence[tuple[str, str, int]]:
    """Forget the tries that are too old to count, and return the others; a clock put back makes none last longer."""
    tries = repository.list_seat_tries()
    for old in {at for *_, at in tries if not slot - _REMEMBERED < at <= slot}:
        repository.forget_seat_tries(old)
    return [one for one in tries if slot - _REMEMBERED < one[2] <= slot]


def _is_slowed(tries: Sequence[tuple[str, str, int]], visitor: str, device: str, slot: int) -> bool:
    recent = [one for one in tries if one[2] > slot - _A_MINUTE]
    if len(recent) >= TOGETHER:  # who guesses needs a device of its own for each guess
        return any(visitor == browser or device == other for browser, other, _ in tries)
    of_device = [browser for browser, other, _ in recent if other == device]
    if all(browser != visitor for browser, *_ in tries):
        # one address may be many people's: who was never wrong is compared, until as many browsers were wrong there
        return len({*of_device}) >= OF_A_DEVICE
    return sum(browser == visitor for browser, *_ in recent) >= OF_A_BROWSER or len(of_device) >= OF_A_DEVICE


def _find_wait(tries: Sequence[tuple[str, str, int]], visitor: str, device: str, now: datetime) -> int:
    """Return the minutes, rounded up, after which one's code is compared, whatever others try until then.

    Where the room guesses much that is once one's own wrong tries are forgotten; it may be sooner.
    """
    own = [one for one in tries if visitor == one[0] or device == one[1]]
    free = int(now.timestamp()) // _SLOT + 1
    if len([one for one in tries if one[2] > free - 1 - _A_MINUTE]) >= TOGETHER:
        free = max(at for *_, at in own) + _REMEMBERED
    while _is_slowed(own, visitor, device, free):
        free += 1
    return max(1, ceil((free * _SLOT - now.timestamp()) / 60))


def _name_device(repository: Repository, address: str) -> str:
    """Return what tells devices of this room apart; of IPv6, where one takes any address it likes, their network."""
    try:
        known = ip_address(address)
    except ValueError:
        known = None
    if isinstance(known, IPv6Address):
        address = str(known.ipv4_mapped or ip_network((int(known), 64), strict=False))
    salt = repository.find_workshop().created_at.isoformat()
    return sha256(f"{salt}\n{address}".encode()).hexdigest()[:16]


def _make_code() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
