"""What is asked of whoever works out assignments beside the page, and one who does it where it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.assignment import Assignments
from workshop_kit.live.acts.assigning import Basis, Trial, keep_people, try_locks

#: Takes what was worked out, or what went wrong.
Arrive = Callable[[Trial | Exception], None]
Explained = Callable[[Assignments], None]


class SolvesMissions(Protocol):
    """Works out assignments off the page's loop, one at a time."""

    @property
    def share(self) -> float:
        """Return how much of what is worked out is done, 0 to 1."""

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call ``callback``, on the page's own loop, each time ``share`` is another."""

    def begin(self, basis: Basis, locks: Sequence[Lock], arrive: Arrive) -> None:
        """Work out a trial, and hand it to ``arrive`` on the page's own loop; what was under way before is dropped.

        Without ``locks`` it is a proposal: it moves nobody who has a mission, as far as ``keep_people`` says.
        """

    def stop(self) -> None:
        """Drop what is under way: it arrives no more."""

    def explain(self, basis: Basis, arrive: Explained) -> None:
        """Work out what a proposal would be now, for the reasons that the page says; at leisure, and not too often."""


class SolvesHere:
    """Works out assignments where it is asked for (*sur place*): a script has no loop to keep alive."""

    share = 0.0

    def on_change(self, callback: Callable[[], None]) -> None:
        """Never call it: everything is over at once."""

    def begin(self, basis: Basis, locks: Sequence[Lock], arrive: Arrive) -> None:
        """Work out a trial and hand it over, or what went wrong."""
        found: Trial | Exception
        try:
            found = try_locks(basis, locks)
            found = found if locks else keep_people(basis, found)
        except Exception as error:  # whoever asked is told, as from a thread
            found = error
        arrive(found)

    def stop(self) -> None:
        """Nothing is ever under way."""

    def explain(self, basis: Basis, arrive: Explained) -> None:
        """Work it out and hand it over."""
        arrive(try_locks(basis).found)
