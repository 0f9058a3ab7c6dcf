"""Process copying (*prefork*): a process that copies itself for whoever asks, and reaps its copies.

The only module that forks. A process that does is single-threaded. It alone starts, signals and reaps its copies, so
that a signal can never reach a stranger that inherited a number.
"""

from __future__ import annotations

import os
import selectors
import signal
import sys
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Final

from workshop_kit.serving import lifeline

assert sys.platform != "win32", "there, nothing forks: see sources.choose_mode"

#: The exit status of a copy that failed, and of one that could not be made.
FAILED: Final = 70


class Copier(ABC):
    """The copies alive, by number, and the loop that waits for requests and for their ends.

    Parameters
    ----------
    asked
        The descriptor at which requests come.

    """

    def __init__(self, asked: int) -> None:
        self._asked = asked
        self._pids: dict[int, int] = {}
        self._wakeup = os.pipe()
        for end in self._wakeup:
            os.set_blocking(end, False)
        self._selector: selectors.BaseSelector

    @abstractmethod
    def answer(self) -> bool:
        """Answer what is asked; tell whether whoever asks is still there."""

    @abstractmethod
    def tell_end(self, number: int, status: int) -> None:
        """Tell that a copy has ended, or could not be made."""

    def serve(self) -> None:
        """Answer until whoever asks is gone."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wakeup[1], warn_on_full_buffer=False)
        with selectors.DefaultSelector() as self._selector:
            self._selector.register(self._asked, selectors.EVENT_READ)
            self._selector.register(self._wakeup[0], selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _ in self._selector.select()}
                if self._wakeup[0] in ready:
                    os.read(self._wakeup[0], 4096)
                    self.reap()
                if self._asked in ready and not self.answer():
                    return

    def copy(self, number: int, become: Callable[[], None]) -> int | None:
        """Have a copy ``become`` what is asked for and return its process; ``None`` if there is no room for one."""
        parent = os.getpid()
        try:
            pid = os.fork()
        except OSError:  # no memory, or too many processes: this copy cannot be, and the others go on
            traceback.print_exc()
            self.tell_end(number, FAILED)
            return None
        if pid == 0:
            try:
                self._part(parent)
                become()
            except BaseException:  # nothing above may run in the copy
                traceback.print_exc()
            finally:
                os._exit(FAILED)
        self._pids[number] = pid
        return pid

    def _part(self, parent: int) -> None:
        """Be a process of its own, as the copy: of what this loop holds nothing stays open.

        A group is made, not a session: Linux shares processors out among sessions first, and a hundred phones, a
        session each, would leave a hundredth to the facilitator's browser on the same laptop.
        """
        os.setpgid(0, 0)
        lifeline.die_with_parent(parent)
        signal.set_wakeup_fd(-1)  # what answers the end of a child may stay: a kernel has none
        self._selector.close()
        for descriptor in self._wakeup:
            os.close(descriptor)

    def reap(self) -> None:
        """Take note of the copies that have ended."""
        for number, pid in list(self._pids.items()):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                del self._pids[number]
                self.tell_end(number, os.waitstatus_to_exitcode(status))
