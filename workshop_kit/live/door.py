"""The words of the door (a shared secret of a room), and how what serves it is asked to let go of seats.

The words stand apart from the address that phones open: networks come and go while they stay, and they may change while
the address stays. ``open_with_words`` is the one place where the two meet.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.code_words import CODE_WORDS
from workshop_kit.entrance import Standing, is_stuck, leave_order, read_code, read_standing, write_code
from workshop_kit.environment import ENTRANCE_VARIABLE
from workshop_kit.errors import InvalidEntry, StoreUnavailable

#: How many words open a door: with a hundred to choose from each, one of a hundred million codes.
_WORDS: Final = 4


def make_words(language: str) -> str:
    """Return new words for a door, such as ``tilleul cuivre matin loutre``: none of them twice."""
    words = CODE_WORDS[language if language in CODE_WORDS else "fr"]
    return " ".join(secrets.SystemRandom().sample(words, _WORDS))


def find_entrance() -> Path | None:
    """Return the folder of the participants' entrance, ``None`` where nothing is served."""
    told = os.environ.get(ENTRANCE_VARIABLE, "")
    return Path(told) if told else None


def read_words() -> str:
    """Return the words of the door as they are shown, ``""`` while it asks for none."""
    folder = find_entrance()
    return "" if folder is None else read_code(folder)


def is_door_stuck() -> bool:
    """Tell whether the door asks for words that cannot be read any more: then no newcomer comes in."""
    folder = find_entrance()
    return folder is not None and is_stuck(folder)


def open_with_words(address: str, words: str) -> str:
    """Return the address that a code shows: ``address``, and the words of the door if it asks for any."""
    return f"{address}?door={'-'.join(words.split())}" if address and words else address


def change_words(words: str) -> None:
    """Have the door ask newcomers for ``words`` from now on, for none if they are empty.

    Raises
    ------
    InvalidEntry
        ``room-not-served``.
    StoreUnavailable
        ``folder-read-only``.

    """
    folder = _need_entrance()
    try:
        write_code(folder, words)
    except OSError as error:
        raise StoreUnavailable("folder-read-only", folder=str(folder)) from error


def read_entrance() -> Standing | None:
    """Return how the participants' entrance stands, ``None`` while phones are not let in."""
    folder = find_entrance()
    return None if folder is None else read_standing(folder)


def ask_entrance(order: Mapping[str, Any]) -> None:
    """Ask whoever serves the participants to do something; refusals as those of ``change_words``."""
    folder = _need_entrance()
    try:
        leave_order(folder, order)
    except OSError as error:
        raise StoreUnavailable("folder-read-only", folder=str(folder)) from error


def _need_entrance() -> Path:
    folder = find_entrance()
    if folder is None:
        raise InvalidEntry("room-not-served")
    return folder
