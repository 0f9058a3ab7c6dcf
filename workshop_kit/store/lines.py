"""The line in which participants stand to write (*turnstile*): one of them at a time comes before the database.

SQLite makes who finds it busy try again after longer and longer pauses, so that whoever asks most often is served most
often. With a line of their own only one participant at a time is there to be met, and it lets those pass who do not
stand in it: the facilitator and the screen never wait behind a room.

Both lines are locks of the system's on files beside the database. The system lets go of them when a process dies,
however it dies, and hands them on in the order in which they were asked for.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_TAKEN: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK})
#: Follows no link, where the system can be told so.
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
#: Seconds between two tries where the system cannot wait for a lock by itself.
_TRY_EVERY: Final = 0.002
#: Seconds for which a lock that nobody has is waited for.
_REHEARSED_WITHIN: Final = 10.0


class FileLine:
    """A line on a file: who has it keeps it until they step out.

    Parameters
    ----------
    path
        The file, made if it is not there; nothing is ever written in it.

    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._place: int | None = None

    def step_in(self, patience: float) -> bool:
        """Wait for one's turn, at most so many seconds; tell whether it came.

        A disk that knows no locks, or that nobody may write to, lets everybody through, and so does what is no file of
        its own: two lines on one file, as by links in a folder that somebody brought, would wait for themselves.
        """
        try:
            place = os.open(self._path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o600)
        except OSError:
            return True
        found = os.fstat(place)
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
            os.close(place)
            return True
        try:
            came = _take(place) or _wait(place, patience)
        except OSError:  # no locks on this disk
            came = True
        if came:
            self._place = place
        return came

    def clear_away(self) -> None:
        """Remove the file; whoever is in line meanwhile is at worst served out of turn."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def step_out(self) -> None:
        """Let the next one have their turn; doing so twice is harmless."""
        if self._place is not None:
            with suppress(OSError):
                os.close(self._place)
            self._place = None


class Lines:
    """The two lines before a database: the participants' own, and that of those who are let pass.

    Parameters
    ----------
    database
        The database's file.
    yields
        Whether this is a participant's, who stands in line and lets others pass.

    """

    def __init__(self, database: Path, *, yields: bool) -> None:
        self._yields = yields
        self._ours = FileLine(database.with_name(f"{database.name}-line"))
        self._passing = FileLine(database.with_name(f"{database.name}-pass"))
        self._inside = 0

    def clear_away(self) -> None:
        """Remove the files of the lines, as the last one to leave the database does."""
        self._ours.clear_away()
        self._passing.clear_away()

    @contextmanager
    def standing(self, patience: float) -> Iterator[bool]:
        """Stand in one's line for a block, where no participant comes before the database any more.

        Participants wait behind one of their own in their line, and behind whoever passes at its head: so nobody ever
        waits for the one while holding the other's place. Tells whether the turn came in time.
        """
        if self._inside:
            yield True
            return
        line = self._ours if self._yields else self._passing
        came = line.step_in(patience)
        self._inside += 1
        try:
            yield came
        finally:
            self._inside -= 1
            line.step_out()

    @contextmanager
    def writing(self, patience: float) -> Iterator[bool]:
        """Come before the database for a block; tell whether the turn came in time."""
        until = time.monotonic() + patience
        with self.standing(patience) as came:
            if not self._yields:
                yield came
                return
            left = max(0.0, until - time.monotonic())
            came = came and self._passing.step_in(left)
            try:
                yield came
            finally:
                self._passing.step_out()

    def let_pass(self) -> None:
        """As a participant who has the database, let those come next who do not stand in the participants' line."""
        if self._yields:
            self._passing.step_out()


def _take(place: int, *, wait: bool = False) -> bool:
    """Take the lock on an open file and tell whether it was free; raises ``OSError`` on a disk that knows no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(place, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(place, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True


def _wait(place: int, patience: float) -> bool:
    """Wait for the lock on an open file and tell whether it came in time; the file of who waited in vain is closed."""
    if sys.platform == "win32":
        until = time.monotonic() + patience
        while time.monotonic() < until:
            time.sleep(_TRY_EVERY)
            if _take(place):
                return True
        os.close(place)
        return False
    return _Waiter(place).wait(patience)


def rehearse_waiting() -> None:
    """Wait for a lock that nobody has (*warm-up*): what a wait needs is then there for whoever is copied afterwards."""
    if sys.platform != "win32":  # which waits by trying
        with tempfile.TemporaryFile() as nobodys:
            _Waiter(nobodys.fileno()).wait(_REHEARSED_WITHIN)


class _Waiter:
    """A thread that waits in the system's own order, which no loop of tries keeps.

    Left to itself, it gives the lock back as soon as it comes.
    """

    def __init__(self, place: int) -> None:
        self._place = place
        self._deciding = threading.Lock()
        self._came = threading.Event()
        self._left = False
        self._thread = threading.Thread(target=self._stand, name="line", daemon=True)
        self._thread.start()

    def wait(self, patience: float) -> bool:
        """Wait at most so many seconds; tell whether the lock is ours."""
        self._came.wait(patience)
        with self._deciding:
            self._left = not self._came.is_set()
        if not self._left:
            self._thread.join()  # a page that is copied for its visitors has no thread
        return not self._left

    def _stand(self) -> None:
        with suppress(OSError):
            _take(self._place, wait=True)
        with self._deciding:
            self._came.set()
            if self._left:
                with suppress(OSError):
                    os.close(self._place)
