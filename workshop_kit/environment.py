"""The environment variables of the kit, each named here and nowhere else.

A served page learns from them what it belongs to: the servers' supervisor sets what concerns the workshop, the server
what concerns the page and the visit. A person sets the last group by hand, or none of it.
"""

from __future__ import annotations

import os
import sys
from typing import Final

#: What begins the command of every process of ours (*safe path*): this Python, which loads nothing from the folder that
#: it is started in. Whoever stands in a folder that somebody brought would run whatever is called ``http.py`` there.
PYTHON: Final = (sys.executable, "-P")

# Set by hosting for the pages it has served, by ``workshop-kit lab`` for JupyterLab, or by hand for nbconvert.
#: The folder of the workshop that a notebook opens.
FOLDER_VARIABLE: Final = "WORKSHOP_FOLDER"
#: The language of the synthesis, where it is not the workshop's own; set by hand.
LANGUAGE_VARIABLE: Final = "WORKSHOP_LANGUAGE"
#: The address phones open; set by hosting.
JOIN_VARIABLE: Final = "WORKSHOP_JOIN_URL"
#: A file that holds that address while it may change; set by hosting for the facilitator and the screen.
JOIN_FILE_VARIABLE: Final = "WORKSHOP_JOIN_FILE"
#: The folder of the participants' entrance: the words of the door, how it stands; set by hosting for the facilitator
#: and the screen.
ENTRANCE_VARIABLE: Final = "WORKSHOP_ENTRANCE"
#: A file that holds all the ways in, and the name of the one beside it that says which is wanted; set by hosting for
#: the facilitator's pages alone.
WAYS_FILE_VARIABLE: Final = "WORKSHOP_WAYS_FILE"
#: A file that counts what could not be saved yet; set by hosting for the participants and the facilitator.
UNSAVED_FILE_VARIABLE: Final = "WORKSHOP_UNSAVED_FILE"
#: The address of the screen; set by hosting for the facilitator's pages alone.
SCREEN_VARIABLE: Final = "WORKSHOP_SCREEN_URL"
#: Where the home page asks the program that keeps the rooms, and its secret; set by hosting for that page alone.
CONTROL_PORT_VARIABLE: Final = "WORKSHOP_CONTROL_PORT"
CONTROL_KEY_VARIABLE: Final = "WORKSHOP_CONTROL_KEY"
#: The address of the home page that opened the workshop; set by hosting for the facilitator's pages alone.
HOME_VARIABLE: Final = "WORKSHOP_HOME_URL"

#: A file of names that the code of a visit uses (see ``serving/naming.py``); set by hosting for the participants alone.
NAMES_VARIABLE: Final = "WORKSHOP_NAMES_FILE"

# Set by the server for a page process, or for one visit (the names of CGI, as Voilà uses them, where there is one).
#: The page is being made ahead of its visitors.
WAITING_VARIABLE: Final = "PAGE_AWAITS_VISIT"
#: The page loads the bundles of its panels by itself, compressed and cached.
SERVED_VARIABLE: Final = "PAGE_SERVES_BUNDLES"
#: The visitor's identifier, taken from a cookie whose signature the server checked.
VISITOR_VARIABLE: Final = "VISITOR_ID"
#: The query string of the page's address, without the question mark.
QUERY_VARIABLE: Final = "QUERY_STRING"
#: The languages that the visitor's browser asks for, as its header has them.
ACCEPT_LANGUAGE_VARIABLE: Final = "HTTP_ACCEPT_LANGUAGE"
#: The name and the port by which the visitor reached the server.
SERVER_NAME_VARIABLE: Final = "SERVER_NAME"
SERVER_PORT_VARIABLE: Final = "SERVER_PORT"
#: The visitor's own address.
ADDRESS_VARIABLE: Final = "REMOTE_ADDR"

# Set by whoever runs the kit.
#: Where the home page keeps what it remembers, instead of the user's own folder for such things.
STATE_VARIABLE: Final = "WORKSHOP_KIT_STATE"
#: The address of a PostgreSQL database that holds the workshop instead of a file in its folder.
STORE_VARIABLE: Final = "WORKSHOP_KIT_STORE"
#: Serve with what every system has: no fork, TCP ports instead of socket paths, threads that watch pipes.
PORTABLE_VARIABLE: Final = "WORKSHOP_KIT_PORTABLE"
#: Leave the allocator's holes as they are before a page is copied (see ``serving/heap.py``).
HOLES_VARIABLE: Final = "WORKSHOP_KIT_KEEP_HOLES"


def is_on(variable: str) -> bool:
    """Tell whether a switch of the environment is set; nothing and ``0`` are off."""
    return os.environ.get(variable, "") not in ("", "0")
