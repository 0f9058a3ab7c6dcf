"""Where the installed notebooks, templates and samples are: a checkout's own, else the places Jupyter looks.

And where the user's own settings are.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Final

from workshop_kit.environment import STATE_VARIABLE
from workshop_kit.errors import MissingEntry

#: The steps of the guide: the facilitator's notebooks by name, in order.
GUIDE: Final = ("1_challenge", "2_stakeholders", "3_ideas", "4_matrix", "5_missions", "6_synthesis")
#: The facilitator's page on who is in the room, beside the steps.
ROOM: Final = "room"
#: The page that lists the workshops and opens their rooms.
HOME: Final = "home"
#: The facilitator's page on which files are put down, read over and imported.
IMPORT: Final = "import"
#: Where a workshop's folder holds the organiser's own copies of the notebooks.
OWN_NOTEBOOKS: Final = "notebooks"

_CHECKOUT: Final = Path(__file__).resolve().parent.parent
_INSTALLED: Final = Path(sys.prefix) / "share" / "jupyter"


def notebooks_folder() -> Path:
    """Return the folder of the kit's notebooks."""
    return _find(_CHECKOUT / "notebooks", _INSTALLED / "workshop-kit" / "notebooks")


def visit_names() -> Path:
    """Return the list of the names that a participant's visit uses: see ``serving/naming.py``."""
    return Path(__file__).resolve().parent / "widgets" / "participant.names"


def state_folder() -> Path:
    """Return the user's folder for what the kit keeps to itself; nobody else of this computer may read it."""
    named = os.environ.get(STATE_VARIABLE)
    if named:
        folder = Path(named)
    else:
        import platformdirs

        folder = Path(platformdirs.user_state_dir("workshop-kit", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with contextlib.suppress(OSError):  # one that was there already, or a disk that knows no rights
        folder.chmod(0o700)
    return folder


def samples_folder() -> Path:
    """Return the folder of the sample commune's files."""
    return _find(_CHECKOUT / "data_samples", _INSTALLED / "workshop-kit" / "data_samples")


def print_folder() -> Path:
    """Return the folder of the Typst templates and their fonts."""
    return _find(_CHECKOUT / "templates" / "print", _INSTALLED / "workshop-kit" / "print")


def icon_file(kind: str) -> Path:
    """Return the kit's icon as ``"svg"`` or, 256 pixels wide, as ``"png"``."""
    return _find(_CHECKOUT / "templates" / "icon", _INSTALLED / "workshop-kit" / "icon") / f"workshop-kit.{kind}"


def tokens_file() -> Path:
    """Return the one file of design tokens."""
    return _find(_CHECKOUT / "templates" / "tokens.css", _INSTALLED / "workshop-kit" / "tokens.css")


def voila_templates() -> Path:
    """Return the folder that holds our Voilà template by its name."""
    return _find(_CHECKOUT / "templates" / "voila", _INSTALLED / "voila" / "templates")


def nbconvert_templates() -> Path:
    """Return the folder that holds our nbconvert template by its name."""
    return _find(_CHECKOUT / "templates" / "nbconvert", _INSTALLED / "nbconvert" / "templates")


def static_folder() -> Path:
    """Return the folder of the built front end."""
    return voila_templates() / "workshop" / "static"


def _find(*candidates: Path) -> Path:
    if (_CHECKOUT / "pyproject.toml").is_file():
        return candidates[0]
    for candidate in candidates[1:]:
        if candidate.exists():
            return candidate
    raise MissingEntry("installation-incomplete", path=candidates[-1])
