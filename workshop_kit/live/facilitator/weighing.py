"""How solid the results of a challenge are, as the facilitator's page asks once it shows them.

It may take many seconds: a thread of the page works it out, outside any read of the store and once for the same votes,
so that the timer and the buttons answer meanwhile. It compares people by numpy and scipy, which the page of a phone has
not.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from workshop_kit.domain.ballots import VoteRule
from workshop_kit.domain.course import Role
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Vote
from workshop_kit.domain.permits import is_shown
from workshop_kit.i18n import Translator
from workshop_kit.i18n.money import say_reckoning
from workshop_kit.i18n.solidity import say_simple, say_solidity, say_spent
from workshop_kit.live.challenge import read_options, strip_marks
from workshop_kit.live.contract.facilitator.ideas import FundingSaid, ResultWeighed
from workshop_kit.live.facilitator.likening import give_way
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons

if TYPE_CHECKING:
    from workshop_kit.domain.results import VoteResult

_log = logging.getLogger(__name__)

#: Results that a page keeps: flipping between challenges, or pressing what changes no vote, pays for none again.
KEPT: Final = 4

#: What a result is made from: the rule, options, votes, costs, and who was there.
_Given = tuple[VoteRule, tuple[Option, ...], tuple[Vote, ...], tuple[tuple[str, int], ...], frozenset[str]]


class Weighing:
    """A thread of one page (*pesée*) that works out how solid the results are which it asks about.

    There is none before ``start``: a plain script works it out as it asks. Nor is there one while nothing is asked.

    Parameters
    ----------
    on_ready
        Is called on the page's own loop once there is an answer to what was told to be coming.

    """

    def __init__(self, on_ready: Callable[[], None]) -> None:
        self._on_ready = on_ready
        self._line = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._wanted: _Given | None = None
        self._at: _Given | None = None
        self._made: dict[_Given, VoteResult | Exception] = {}
        self._ended = False
        self.made = 0  # how many answers are there that were coming before: the page asks again by it

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Work beside the page from now on; news goes to its ``loop``."""
        self._loop = loop

    def close(self) -> None:
        """Begin nothing more."""
        with self._line:
            self._ended, self._wanted = True, None

    def weigh(self, store: Store, challenge: str, say: Translator) -> ResultWeighed:
        """Say how solid the results of a challenge are, and of a budget why, beside what the simple rule would fund.

        Nothing of results that are not shown to the facilitator, or not any more: nobody pressed anything to ask. What
        failed for these votes fails again, without being tried again.
        """
        read = store.read(lambda repository: _read_given(repository, challenge))
        if read is None:
            return {"coming": False, "solid": "", "funding": None}
        given, funded = read
        result = self._find(given)
        if result is None:
            return {"coming": True, "solid": "", "funding": None}
        # what phones were told was counted when the vote ended: nothing is said of another count
        told = result.budget is not None and funded is not None and set(result.budget.selected) == funded
        funding = _say_funding(result, say) if told else None
        return {"coming": False, "solid": say_solidity(say, result), "funding": funding}

    def _find(self, given: _Given) -> VoteResult | None:
        """Return a result that is there; else have it made, the last one asked about first."""
        with self._line:
            found = self._made.get(given)
            if found is None and self._loop is not None:
                self._wanted = None if self._ended or given == self._at else given
                if self._thread is None and self._wanted is not None:
                    self._thread = threading.Thread(target=self._work, name="weighing", daemon=True)
                    self._thread.start()
                return None
        found = self._make(given) if found is None else found
        if isinstance(found, Exception):
            raise found
        return found

    def _work(self) -> None:
        give_way()
        while True:
            with self._line:
                given = self._at = self._wanted
                self._wanted = None
                if given is None:
                    self._thread = None
                    return
            self._make(given)
            if self._loop is not None and not self._ended:
                with contextlib.suppress(RuntimeError):  # a page that is gone needs no news
                    self._loop.call_soon_threadsafe(self._tell)

    def _make(self, given: _Given) -> VoteResult | Exception:
        made: VoteResult | Exception
        try:
            made = make_given(given)
        except Exception as error:  # the page that asks is told; the log keeps what it was
            _log.exception("how solid a result is could not be worked out")
            made = error
        with self._line:
            self._made[given] = made
            while len(self._made) > KEPT:
                del self._made[next(iter(self._made))]
        return made

    def _tell(self) -> None:
        self.made += 1
        self._on_ready()


def make_given(given: _Given) -> VoteResult:
    """Count a vote, and find how solid what it gave is."""
    from workshop_kit.domain.results import VoteGiven, make_result

    rule, options, votes, costs, asked = given
    return make_result(VoteGiven(rule, options, votes, costs=dict(costs)), asked, grouped=False)


def _read_given(repository: Repository, challenge: str) -> tuple[_Given, frozenset[str] | None] | None:
    phase = repository.find_workshop().phase
    known = next((one for one in repository.list_challenges() if one.id == challenge), None)
    if known is None or not is_shown(Role.FACILITATOR, "tallies", phase, known.stage):
        return None
    persons = Persons(repository)
    votes = persons.list_votes(challenge)
    voters = {vote.participant for vote in votes}
    asked = frozenset(one.id for one in persons.list_asked(known, voters))
    options = tuple(replace(one, ideas=tuple(map(strip_marks, one.ideas))) for one in read_options(repository, known))
    costs, funded = repository.list_costs(challenge), repository.list_funded(challenge)
    rule = repository.find_vote_rule(challenge, known.counted_round)
    return (rule, options, votes, tuple(costs.items()), asked), None if funded is None else frozenset(funded)


def _say_funding(result: VoteResult, say: Translator) -> FundingSaid | None:
    from workshop_kit.domain.budget_reasons import explain_difference, explain_rule

    budget, greedy, difference = result.budget, result.greedy, result.difference
    if budget is None or greedy is None or difference is None:
        return None
    return {
        "spent": say_spent(say, budget, explain_rule(budget)),
        "simple": say_simple(say, explain_rule(greedy), explain_difference(difference)),
        "options": [
            {"id": option, "why": say_reckoning(say, why), "simple": option in greedy.selected}
            for option, why in result.explain_options().items()
        ],
    }
