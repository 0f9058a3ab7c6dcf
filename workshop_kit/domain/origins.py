"""What an option that a file brought was called there (*origine*): it stands at the end of the option's id.

So a statement of a conversation, or a project of a budget, is known again by its number though others say the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NAME: Final = re.compile(r"[A-Za-z0-9_.]{1,24}")
#: What parts the parts; no random id holds one.
_PARTED: Final = "-"
_ABOUT_VOTE: Final = "meta"


@dataclass(frozen=True)
class FileOrigin:
    """What an option was called in its file, and whether it is about the vote itself, which groups nobody."""

    name: str
    about_vote: bool = False

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
    return _PARTED.join((random, origin.name, *((_ABOUT_VOTE,) if origin.about_vote else ())))


def read_origin(option: str) -> FileOrigin | None:
    """Return what the option with this id was called in a file; ``None``: no file brought it under a name."""
    _, *parts = option.split(_PARTED)
    if not parts:
        return None
    return FileOrigin(parts[0], _ABOUT_VOTE in parts[1:])
