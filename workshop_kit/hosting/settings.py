"""User settings: what the home page remembers between two starts, in the user's own folder for such things.

They can be lost without harm: the workshops stand in their folders.
"""

from __future__ import annotations

import contextlib
import json
import locale
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import platformdirs

from workshop_kit.hosting.private import write_private
from workshop_kit.hosting.syncing import find_sync
from workshop_kit.i18n import choose_language

_FILE: Final = "settings.json"
#: Folders remembered elsewhere: a person has a few sticks, not a library.
_ELSEWHERE_AT_MOST: Final = 60
#: What the folder of workshops is called, by the language of the system.
SHELF_NAMES: Final[Mapping[str, str]] = {"fr": "Ateliers", "en": "Workshops"}
#: Languages as Windows names them.
_WINDOWS_NAMES: Final[Mapping[str, str]] = {"French": "fr", "English": "en"}


@dataclass(frozen=True)
class Elsewhere:
    """A workshop's folder outside the folder of workshops; the rest is what was last seen there."""

    path: str
    title: str = ""
    territory: str = ""
    day: str = ""


@dataclass(frozen=True)
class Settings:
    """What is remembered: the folder of workshops (``""``: the usual one), folders elsewhere, seats by workshop.

    ``usual`` is the usual folder as it was found the first time: it stays where it is when the documents begin to be
    copied online, or the system speaks another language. ``network`` is the way in that was chosen last, by its id.
    """

    shelf: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    seats: Mapping[str, int] = field(default_factory=dict)
    usual: str = ""
    network: str = ""


def find_shelf(settings: Settings) -> Path:
    """Return the folder of workshops: the one that was chosen, else the usual one as it was first found."""
    return Path(settings.shelf or settings.usual or usual_shelf())


def usual_shelf() -> Path:
    """Return the usual folder of workshops: Ateliers among the user's documents, Workshops on an English system.

    Where the documents are copied to somebody else's computers by themselves, it stands beside them.
    """
    documents = Path(platformdirs.user_documents_dir())
    parent = documents if documents.is_dir() and not find_sync(documents) else Path.home()
    return parent / SHELF_NAMES[machine_language()]


def read_settings(folder: Path) -> Settings:
    """Return what is remembered in ``folder``; what cannot be read there is as good as nothing."""
    try:
        kept: dict[str, Any] = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        elsewhere = tuple(Elsewhere(**{name: str(one[name]) for name in one}) for one in kept["elsewhere"])
        seats = {str(name): int(number) for name, number in kept["seats"].items()}
        usual, network = (str(kept.get(name, "")) for name in ("usual", "network"))
        return Settings(str(kept["shelf"]), elsewhere, seats, usual, network)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Settings()


def write_settings(folder: Path, settings: Settings) -> None:
    """Remember ``settings``; a full or forbidden disk keeps them for this start alone."""
    settings = replace(settings, elsewhere=settings.elsewhere[-_ELSEWHERE_AT_MOST:])
    with contextlib.suppress(OSError):
        write_private(folder / _FILE, json.dumps(asdict(settings), ensure_ascii=False, indent=1))


def machine_language() -> str:
    """Return the language of this machine that the kit speaks, else French."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value and not value.startswith(("C.", "C", "POSIX")):
            return choose_language(value)
    found = locale.getlocale()[0]
    return choose_language(_WINDOWS_NAMES.get((found or "").split("_")[0], found))
