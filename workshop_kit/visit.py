"""What a page's kernel knows of the visit it serves.

A page may be finished before anyone asks for it: its cells run once, then each visitor gets a copy of the
finished state. Whatever belongs to one visit (who is visiting, an open database, a running task) must
therefore wait until the visit begins. ``when_visited`` is that waiting place; in a notebook that runs
outside the server, such as JupyterLab, the visit has already begun and callbacks run at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from workshop_kit.environment import (
    ACCEPT_LANGUAGE_VARIABLE,
    ADDRESS_VARIABLE,
    QUERY_VARIABLE,
    VISITOR_VARIABLE,
    WAITING_VARIABLE,
)


@dataclass(frozen=True)
class Visit:
    """One visit to a page.

    Attributes
    ----------
    visitor
        The visitor's identifier, the same at every visit with the same browser; ``None`` outside a server.
    query
        The query string of the page's address, without the question mark.
    accepts
        The languages that the visitor's browser asks for, as the header ``Accept-Language`` has them.
    address
        The network address of the visitor's device, for telling apart who guesses; nothing else is made of it.

    """

    visitor: str | None
    query: str
    accepts: str = ""
    address: str = ""


#: The visitor of a rehearsal: nobody, under a name that no cookie can hold.
NOBODY = "rehearsal"

_waiting: list[Callable[[Visit], None]] = []
_rehearsed: list[Callable[[Visit], None]] = []
_begun: Visit | None = None
_keeper: Callable[[bool], None] | None = None


def when_visited(callback: Callable[[Visit], None]) -> None:
    """Call ``callback`` once the visit has begun: now if it has, later if the page is being made ahead."""
    global _begun
    if _begun is None and os.environ.get(WAITING_VARIABLE) is None:
        _begun = _read_environment()
    if _begun is not None:
        callback(_begun)
    else:
        _waiting.append(callback)


def when_rehearsed(callback: Callable[[Visit], None]) -> None:
    """Call ``callback`` with a visit by nobody, once or often, in a page made ahead; never elsewhere.

    It goes through what every visit does first (queries are compiled, words are read), so that this is done once and
    shared by all visitors. It must write nothing, and leave neither a connection nor a task behind.
    """
    _rehearsed.append(callback)


def rehearse_visit() -> None:
    """Call everything that wanted a rehearsal; called by the server, before the first visit begins."""
    for callback in _rehearsed:
        callback(Visit(NOBODY, ""))


def begin_visit() -> Visit:
    """Begin the visit described by the environment and call everything that waited, in order.

    Called by the server in the visitor's own copy of the process, after its environment was replaced.
    """
    global _begun
    _begun = _read_environment()
    waiting, _waiting[:] = list(_waiting), []
    for callback in waiting:
        callback(_begun)
    return _begun


def keep_visit(kept: bool) -> None:
    """Say that this visit matters to somebody from now on, or no longer; outside a server nothing happens.

    A server may let go of pages that matter to nobody after a while, and of the others never for that.
    """
    if _keeper is not None:
        _keeper(kept)


def keep_through(keeper: Callable[[bool], None]) -> None:
    """Have ``keep_visit`` tell ``keeper``; called by the server in the visitor's process, before the visit begins."""
    global _keeper
    _keeper = keeper


def _read_environment() -> Visit:
    return Visit(
        os.environ.get(VISITOR_VARIABLE) or None,
        os.environ.get(QUERY_VARIABLE, ""),
        os.environ.get(ACCEPT_LANGUAGE_VARIABLE, ""),
        os.environ.get(ADDRESS_VARIABLE, ""),
    )
