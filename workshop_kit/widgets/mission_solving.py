"""Assignments worked out in a thread, so that the page stays alive: told how far they are, and dropped at once.

The solver lets go of the interpreter while it searches. What is dropped goes on until its next level, and arrives
nowhere.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.live.acts.assigning import Basis, Trial, keep_people, try_locks
from workshop_kit.live.facilitator.mission_work import Arrive, Explained

_log = logging.getLogger(__name__)

#: Seconds between two workings-out for the reasons alone, and how many times as long as the last one took.
_REST: Final = 2.0
_REST_TIMES: Final = 5.0
Solve = Callable[[Basis, Sequence[Lock], Callable[[float], None]], Trial]


class _Dropped(Exception):
    """What was asked for is asked for no more."""


class MissionSolving:
    """Works out assignments off the page's loop, one at a time; without a loop, where it is asked for.

    It is what the facilitator's door asks for as ``live.facilitator.mission_work.SolvesMissions``.

    Parameters
    ----------
    solve
        What works them out.
    clock
        A clock that never goes back, in seconds.

    """

    def __init__(self, solve: Solve = try_locks, clock: Callable[[], float] = time.monotonic) -> None:
        self._solve = solve
        self._clock = clock
        self._changed: list[Callable[[], None]] = []
        self._number = 0
        self._share = 0.0
        self._busy = False
        self._waiting: tuple[Basis, Explained] | None = None
        self._explaining = self._timed = False
        self._rested_at = float("-inf")

    @property
    def share(self) -> float:
        """How much of what is worked out is done, 0 to 1."""
        return self._share

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback``, on the page's own loop, each time ``share`` is another."""
        self._changed.append(callback)

    def begin(self, basis: Basis, locks: Sequence[Lock], arrive: Arrive) -> None:
        """Work out a trial, and hand it to ``arrive`` on the page's own loop; what was under way before is dropped."""
        self._number += 1
        self._share, self._busy = 0.0, True
        number, loop = self._number, _find_loop()
        if loop is None:
            self._hand_over(number, arrive, self._work_out(basis, locks, lambda share: None))
            return

        def tell(share: float) -> None:
            if number != self._number:
                raise _Dropped
            _call(loop, partial(self._note, number, share))

        def run() -> None:
            found = self._work_out(basis, locks, tell)
            if not isinstance(found, _Dropped):
                _call(loop, partial(self._hand_over, number, arrive, found))

        threading.Thread(target=run, name="missions", daemon=True).start()

    def stop(self) -> None:
        """Drop what is under way: it arrives no more."""
        self._number += 1
        self._busy = False
        self._explain_next()

    def explain(self, basis: Basis, arrive: Explained) -> None:
        """Work out what a proposal would be now, at leisure: the last that was asked for alone, and after a rest."""
        if _find_loop() is None:
            arrive(self._solve(basis, (), lambda share: None).found)
            return
        self._waiting = basis, arrive
        self._explain_next()

    def _work_out(self, basis: Basis, locks: Sequence[Lock], tell: Callable[[float], None]) -> Trial | Exception:
        try:
            found = self._solve(basis, locks, tell)
            return found if locks else keep_people(basis, found, tell)
        except _Dropped as dropped:
            return dropped
        except Exception as error:  # whoever asked is told; the log keeps it
            _log.exception("missions could not be worked out")
            return error

    def _note(self, number: int, share: float) -> None:
        if number == self._number and self._busy and share != self._share:
            self._share = share
            for callback in self._changed:
                callback()

    def _hand_over(self, number: int, arrive: Arrive, found: Trial | Exception) -> None:
        if number != self._number:
            return
        self._busy = False
        try:
            arrive(found)
        finally:  # whoever cannot take it does not keep the reasons from being worked out
            self._explain_next()

    def _explain_next(self) -> None:
        """Begin what waits to be explained, unless something else is worked out or it is too soon."""
        loop = _find_loop()
        if loop is None or self._waiting is None or self._busy or self._explaining or self._timed:
            return
        pause = self._rested_at - self._clock()
        if pause > 0:
            self._timed = True
            loop.call_later(pause, self._ring)
            return
        basis, arrive = self._waiting
        self._waiting, self._explaining = None, True

        def run() -> None:
            began = self._clock()
            found = self._work_out(basis, (), lambda share: None)
            _call(loop, partial(self._take_explained, arrive, found, self._clock() - began))

        threading.Thread(target=run, name="missions-why", daemon=True).start()

    def _ring(self) -> None:
        self._timed = False
        self._explain_next()

    def _take_explained(self, arrive: Explained, found: Trial | Exception, took: float) -> None:
        self._explaining = False
        self._rested_at = self._clock() + max(_REST, _REST_TIMES * took)
        try:
            if isinstance(found, Trial):
                arrive(found.found)
        finally:
            self._explain_next()


def _call(loop: asyncio.AbstractEventLoop, callback: Callable[[], None]) -> None:
    """Pass news on to the page's loop; a page that is gone needs none."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(callback)


def _find_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:  # a plain script waits
        return None
