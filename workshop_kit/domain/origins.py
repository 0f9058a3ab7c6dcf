"""What an option that a file brought was called there (*origine*): it stands at the end of the option's id.

So a statement of a conversation, or a project of a budget, is known again by its number though others say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_NAME: Final = re.compile(r"[A-Za-z0-9_.]{1,24}")
#: What parts the parts; no random id holds one.
_PARTED: Final = "-"
_ABOUT_VOTE: Final = "meta"
_SEED: Final = "seed"
_UNTIMED: Final = "untimed"


@dataclass(frozen=True)
class FileOrigin:
    """What an option was called in its file.

    ``about_vote``: it is about the vote itself, and groups nobody. ``seed``: it was there before anybody wrote.
    ``untimed``: when it was written is not known.
    """

    name: str
    about_vote: bool = False
    seed: bool = False
    untimed: bool = False

    @property
    def fits(self) -> bool:
        """Whether it can stand in an id."""
        return _NAME.fullmatch(self.name) is not None


def write_origin(random: str, origin: FileOrigin) -> str:
    """Return the id of an option: a ``random`` one, which nobody can guess, then what the file called it.

    What is too long or too strange to stand in an id is left out: such an option is known again by its text.
    """
    if not origin.fits:
        return random
    flags = {_ABOUT_VOTE: origin.about_vote, _SEED: origin.seed, _UNTIMED: origin.untimed}
    return _PARTED.join((random, origin.name, *(flag for flag, stands in flags.items() if stands)))


def read_origin(option: str) -> FileOrigin | None:
    """Return what the option with this id was called in a file; ``None``: no file brought it under a name."""
    _, *parts = option.split(_PARTED)
    if not parts:
        return None
    name, *flags = parts
    return FileOrigin(name, _ABOUT_VOTE in flags, _SEED in flags, _UNTIMED in flags)


def list_about_vote(options: Iterable[str]) -> tuple[str, ...]:
    """Return the options, of those with these ids, that are about the vote itself: they weigh nothing in groups."""
    return tuple(one for one in options if (origin := read_origin(one)) is not None and origin.about_vote)
