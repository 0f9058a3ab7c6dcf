"""The codes told to few (shared secrets of few words): the helpers' own, and how a browser is let in with one."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from hashlib import sha256
from typing import Final

from workshop_kit.domain.code_words import CODE_WORDS
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry, WorkshopError
from workshop_kit.store import Repository, Store

#: Wrong tries that one browser may make in a minute; and how many of all browsers together, before each has but one.
TRIES_A_MINUTE: Final = 4
TRIES_TOGETHER: Final = 20
_MINUTE: Final = timedelta(minutes=1)


class Door(Enum):
    """What a code opens to a browser: a helper's page, or challenges to be read before the workshop."""

    HELPER = "helper"
    READER = "reader"


def make_code(language: str) -> str:
    """Return a new code: two short words and a number, such as ``noisette-citron 472``."""
    words = CODE_WORDS[language if language in CODE_WORDS else "fr"]
    return f"{secrets.choice(words)}-{secrets.choice(words)} {100 + secrets.randbelow(900)}"


def change_code(repository: Repository, code: str) -> None:
    """Have another code open the door from now on; who is in stays in."""
    repository.update_workshop(replace(repository.find_workshop(), helper_code=code))


def close_door(repository: Repository) -> None:
    """Have no code open the door any more; every helper is out."""
    change_code(repository, "")
    repository.remove_helpers()


def name_helper(visitor: str) -> str:
    """Return a name for a helper's browser that is not the browser's own."""
    return sha256(visitor.encode()).hexdigest()[:16]


def let_go(repository: Repository, helper: str) -> None:
    """Let one helper out, by the name of ``name_helper``; nothing changes where they are not in."""
    for visitor in repository.list_helpers():
        if name_helper(visitor) == helper:
            repository.remove_helper(visitor)


def is_helper(repository: Repository, visitor: str) -> bool:
    """Tell whether a browser was let in as a helper's."""
    return visitor in repository.list_helpers()


def let_in(store: Store, visitor: str, code: str, now: datetime, *, to: Collection[Door] = tuple(Door)) -> None:
    """Let a browser in by the code of one of two doors: to speak for others, or to read challenges beforehand.

    A wrong try is noted in a transaction of its own, before it is refused; whoever made too many is not compared with
    the code at all. While many are wrong, a browser is compared once a minute: who guesses becomes slow, and
    nobody can close the door to who knows the code. What is compared takes the same time whatever
    was typed, and whether there is a code or none.

    Raises
    ------
    InvalidEntry
        ``helper-code-wrong``, ``helper-code-slow`` after some tries in a minute.

    """
    refusal = store.perform(None, lambda repository: _try(repository, visitor, code, now, to))
    if refusal is not None:
        raise refusal


def _try(
    repository: Repository, visitor: str, code: str, now: datetime, doors: Collection[Door]
) -> WorkshopError | None:
    if is_helper(repository, visitor) and (repository.is_reader(visitor) or not repository.find_clarity_code()):
        return None
    repository.forget_tries(now - _MINUTE)
    if _is_slowed(repository.list_tries(), visitor, now):
        return InvalidEntry("helper-code-slow")
    rights = {
        Door.HELPER: repository.find_workshop().helper_code if Door.HELPER in doors else "",
        Door.READER: repository.find_clarity_code() if Door.READER in doors else "",
    }
    opened = [door for door, right in rights.items() if _is_right(code, right)]
    if not opened:
        repository.add_try(visitor, now)
        return InvalidEntry("helper-code-wrong")
    if Door.HELPER in opened:
        repository.add_helper(visitor, now)
    else:
        repository.add_reader(visitor, now)
    return None


def _is_right(code: str, right: str) -> bool:
    wanted = _digest(right) if right else secrets.token_bytes(32)  # nobody is let in by an empty code
    return hmac.compare_digest(_digest(code), wanted)


def _is_slowed(tries: Sequence[tuple[str, datetime]], visitor: str, now: datetime) -> bool:
    """Tell whether a browser has to wait for its own wrong tries: of one alone while the room makes many."""
    recent = [one for one, at in tries if now - _MINUTE < at <= now]  # a clock put back makes none last longer
    return recent.count(visitor) >= (TRIES_A_MINUTE if len(recent) < TRIES_TOGETHER else 1)


def _digest(code: str) -> bytes:
    """Return what two spellings of one code have in common: case, accents, hyphens, spaces or none tell nothing."""
    return sha256("".join(re.findall(r"[^\W_]+", fold_name(code))).encode()).digest()
