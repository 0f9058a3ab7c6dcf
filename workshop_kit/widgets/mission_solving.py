"""Assignments worked out in a thread, so that the page stays alive: told how far they are, and dropped at once.

The solver lets go of the interpreter while it searches, and asks again and again whether anybody waits for it: what is
dropped ends there, and arrives nowhere. There is one thread at a time, and the next begins once it has ended.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class _Job:
    """What is to be worked out (*calcul*), and who takes it: a trial, or what the reasons rest on."""

    basis: Basis
    locks: Sequence[Lock]
    arrive: Arrive
    explains: bool = False


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
        self._share = 0.0
        self._asked: _Job | None = None
        self._waiting: _Job | None = None
        self._running: _Job | None = None
        self._wanted: _Job | None = None
        self._timed = False
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
        self._share = 0.0
        if _find_loop() is None:
            arrive(self._work_out(_Job(basis, locks, arrive), _tell_nobody))
            return
        self._asked = _Job(basis, locks, arrive)
        self._go_on()

    def stop(self) -> None:
        """Drop what is under way: it arrives no more."""
        self._asked = None
        self._go_on()

    def explain(self, basis: Basis, arrive: Explained) -> None:
        """Work out what a proposal would be now, at leisure: the last that was asked for alone, and after a rest."""
        if _find_loop() is None:
            arrive(self._solve(basis, (), _tell_nobody).found)
            return

        def take(found: Trial | Exception) -> None:
            if isinstance(found, Trial):
                arrive(found.found)

        self._waiting = _Job(basis, (), take, explains=True)
        self._go_on()

    def _work_out(self, job: _Job, tell: Callable[[float], None]) -> Trial | Exception:
        try:
            found = self._solve(job.basis, job.locks, tell)
            return found if job.locks else keep_people(job.basis, found, tell)
        except _Dropped as dropped:
            return dropped
        except Exception as error:  # whoever asked is told; the log keeps it
            _log.exception("missions could not be worked out")
            return error

    def _go_on(self) -> None:
        """Say what is wanted now, and begin it unless something runs still: what is asked for goes before reasons."""
        loop = _find_loop()
        if self._asked is not None:
            self._wanted = self._asked
        elif self._running is None or not self._running.explains:
            self._wanted = self._waiting
        else:
            self._wanted = self._running
        if loop is None or self._running is not None or self._wanted is None:
            return
        pause = self._rested_at - self._clock()
        if self._wanted.explains and pause > 0:
            if not self._timed:
                self._timed = True
                loop.call_later(pause, self._ring)
            return
        self._start(self._wanted, loop)

    def _start(self, job: _Job, loop: asyncio.AbstractEventLoop) -> None:
        self._running, told = job, [-1.0]
        if job.explains:
            self._waiting = None

        def tell(share: float) -> None:
            if job is not self._wanted or loop.is_closed():
                raise _Dropped
            if share != told[-1]:
                told.append(share)
                _call(loop, partial(self._note, job, share))

        def run() -> None:
            began = self._clock()
            found = self._work_out(job, tell)
            _call(loop, partial(self._end, job, found, self._clock() - began))

        threading.Thread(target=run, name="missions-why" if job.explains else "missions", daemon=True).start()

    def _note(self, job: _Job, share: float) -> None:
        if job is self._asked and share != self._share:
            self._share = share
            for callback in self._changed:
                callback()

    def _end(self, job: _Job, found: Trial | Exception, took: float) -> None:
        """Hand over what a thread found, if it is wanted still, and begin what waits."""
        self._running = None
        wanted = job is self._asked or (job.explains and not isinstance(found, _Dropped))
        if job is self._asked:
            self._asked = None
        if job.explains and wanted:
            self._rested_at = self._clock() + max(_REST, _REST_TIMES * took)
        elif job.explains and self._waiting is None:
            self._waiting = job  # it was dropped for something else, and is asked for still
        try:
            if wanted:
                job.arrive(found)
        finally:  # whoever cannot take it does not keep the reasons from being worked out
            self._go_on()

    def _ring(self) -> None:
        self._timed = False
        self._go_on()


def _tell_nobody(_share: float) -> None:
    return


def _call(loop: asyncio.AbstractEventLoop, callback: Callable[[], None]) -> None:
    """Pass news on to the page's loop; a page that is gone needs none."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(callback)


def _find_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:  # a plain script waits
        return None
