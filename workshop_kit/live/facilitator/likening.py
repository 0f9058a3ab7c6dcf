"""Which ideas say the same, and which oppose each other: found once, and made ready beside the page's own work.

Meanings (``live.meaning``) take a moment each. A thread of the page computes them as ideas arrive, also while nobody
may read those, so that they are there at the reveal. No read waits for it: until then words say what is alike.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from workshop_kit.domain import ideas as likeness
from workshop_kit.domain.ideas import Option, list_lone, list_options
from workshop_kit.domain.model import Idea
from workshop_kit.live.challenge import strip_marks
from workshop_kit.live.meaning import is_installed, learn_meanings, list_unmeasured, recall_meanings

_log = logging.getLogger(__name__)

#: Texts computed in one go, and the seconds left to everybody else before the next: a phone that votes comes first.
BATCH: Final = 2
PAUSE: Final = 0.05
_NEVER: Final = datetime.min.replace(tzinfo=UTC)
#: What is read before any idea came, the same in two languages: the dictionaries, and what compares, take a second.
_FIRST_READ: Final = ("Ouvrir la piscine le soir", "Open the pool in the evening")
#: How much the thread gives way to others, where threads have a priority of their own.
_NICE: Final = 15

Pairs = tuple[tuple[str, str], ...]
Groups = tuple[tuple[str, ...], ...]


class Likening:
    """A thread of one page (*rapprochements*) that makes ready what its ideas have in common.

    There is none before ``start``, and none while nothing is to be done: a page made ahead of its visitors has none to
    lose, and a plain script has words alone. It begins with the dictionaries, as soon as a page shows ideas at all.

    Parameters
    ----------
    on_ready
        Is called on the page's own loop once the meaning of all ideas is known that a read had to go without.
    pause
        Seconds between two batches.

    """

    def __init__(self, on_ready: Callable[[], None], pause: float = PAUSE) -> None:
        self._on_ready = on_ready
        self._pause = pause
        self._news = threading.Condition()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._ideas: tuple[Idea, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._cold = True
        self._fresh = self._missed = self._failed = self._ended = False

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin with what was offered so far; news goes to ``loop``."""
        with self._news:
            self._loop = loop
            self._wake()

    def close(self) -> None:
        """End the thread, after the batch it is at."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    def wait(self) -> None:
        """Wait until there is nothing left to do."""
        with self._news:
            thread = self._thread
        if thread is not None:
            thread.join()

    def offer(self, ideas: Sequence[Idea], later: Iterable[str] = ()) -> None:
        """Say which ideas are there now, none held back, before anybody reads them; at once, whatever is computed.

        Parameters
        ----------
        ideas
            The ideas of the challenge looked at, in the order of its options.
        later
            Texts of other challenges, whose turn comes afterwards.

        """
        self._take(tuple(map(strip_marks, ideas)), tuple(later), read=False)

    def read(self, ideas: Sequence[Idea], later: Iterable[str] = ()) -> frozenset[str]:
        """Do the same, and return the ids of those ideas whose meaning is known."""
        plain = tuple(map(strip_marks, ideas))
        self._take(plain, tuple(later), read=True)
        return frozenset(recall_meanings(plain))

    def _take(self, ideas: tuple[Idea, ...], later: tuple[str, ...], *, read: bool) -> None:
        texts = (*(idea.text for idea in ideas), *later)
        with self._news:
            missing = self._measures() and bool(list_unmeasured(idea.text for idea in ideas))
            self._missed = self._missed or (read and missing)
            # what a read finds now by words is not found beside it at the same time: both would take twice as long
            beside = self._measures() or not read
            self._fresh = self._fresh or self._cold or (beside and (ideas, texts) != (self._ideas, self._texts))
            self._fresh = self._fresh or missing
            self._ideas, self._texts = ideas, texts
            self._wake()

    def _measures(self) -> bool:
        return is_installed() and not self._failed

    def _wake(self) -> None:
        """Begin a thread where there is something to do and none does it; the caller holds the line."""
        if self._fresh and self._thread is None and self._loop is not None and not self._ended:
            self._thread = threading.Thread(target=self._work, name="likening", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        give_way()
        self._warm_up()
        while True:
            with self._news:
                if self._ended or not self._fresh:
                    self._thread = None
                    return
                self._fresh = False
                ideas = self._ideas
            if self._measures():
                self._learn()
            with self._news:
                if self._ended or self._fresh:  # more came meanwhile: what is compared now would be compared again
                    continue
            self._compare(ideas)
            self._tell()

    def _warm_up(self) -> None:
        """Read the dictionaries once, and whatever else no idea can be compared without."""
        if not self._cold:
            return
        self._cold = False
        texts = [text for text in _FIRST_READ for _ in range(2)]
        try:
            list_lone(list_options([Idea(str(at), "", text, None, None, _NEVER) for at, text in enumerate(texts)], ()))
        except Exception:  # whatever compares ideas next says it too
            _log.exception("the dictionaries could not be read")

    def _learn(self) -> None:
        """Compute what is missing, a few at a time; an error leaves words to say what is alike."""
        while not self._ended:
            with self._news:
                missing = list_unmeasured(self._texts)
            if not missing:
                return
            try:
                learn_meanings(missing[:BATCH], at_least=len(self._texts))
            except Exception:  # the facilitator works on with words; the log keeps what the model said
                _log.exception("meanings cannot be measured on this page")
                self._failed, self._missed = True, False
                return
            if len(missing) > BATCH:
                with self._news:
                    self._news.wait_for(lambda: self._ended, self._pause)

    def _compare(self, ideas: tuple[Idea, ...]) -> None:
        """Find now what the next read would have to find."""
        try:
            measured = frozenset(recall_meanings(ideas))
            find_groups(ideas, measured)
            find_tensions(ideas, measured)
            find_lone(list_options(ideas, ()))
        except Exception:  # the read says it too, where somebody hears of it
            _log.exception("ideas could not be compared")

    def _tell(self) -> None:
        with self._news:
            missed, self._missed = self._missed and not self._fresh, self._missed and self._fresh
            loop = self._loop
        if missed and loop is not None and not self._ended:
            with contextlib.suppress(RuntimeError):  # a page that is gone needs no news
                loop.call_soon_threadsafe(self._on_ready)


def give_way() -> None:
    """Let the processes of phones go first; elsewhere a priority belongs to the whole process, and its page."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


# Comparing every idea with every other costs more than reading them; a change elsewhere must not pay for it again.
@lru_cache(maxsize=8)
def find_groups(ideas: tuple[Idea, ...], measured: frozenset[str]) -> Groups:
    """Return the ids of ideas that say nearly the same, the largest group first.

    Parameters
    ----------
    ideas
        Ideas of one challenge, without marks: ``live.challenge.strip_marks``.
    measured
        The ids of those whose meaning is known. Of the others words say it: no group gains a member by that with whom
        another of it may not stand.

    """
    meant = _list_measured(ideas, measured)
    if not meant:
        return likeness.suggest_groups(ideas)
    found = likeness.suggest_groups(meant, recall_meanings(meant))
    if len(meant) == len(ideas):
        return found
    taken = {id for group in found for id in group}
    rest = [tuple(id for id in group if id not in taken) for group in likeness.suggest_groups(ideas)]
    return tuple(sorted((*found, *(group for group in rest if len(group) > 1)), key=len, reverse=True))


@lru_cache(maxsize=8)
def find_tensions(ideas: tuple[Idea, ...], measured: frozenset[str]) -> Pairs:
    """Return the ids of ideas that oppose each other about one thing, two and two; see ``find_groups``."""
    meant = _list_measured(ideas, measured)
    if not meant:
        return likeness.find_tensions(ideas)
    found = likeness.find_tensions(meant, recall_meanings(meant))
    if len(meant) == len(ideas):
        return found
    known = {idea.id for idea in meant}
    return (*found, *(pair for pair in likeness.find_tensions(ideas) if not known.issuperset(pair)))


@lru_cache(maxsize=4)
def find_lone(options: tuple[Option, ...]) -> frozenset[str]:
    """Return the ids of the ideas that are in no group and like no other, of options without marks."""
    return frozenset(list_lone(options))


def _list_measured(ideas: tuple[Idea, ...], measured: frozenset[str]) -> tuple[Idea, ...]:
    return tuple(idea for idea in ideas if idea.id in measured)
