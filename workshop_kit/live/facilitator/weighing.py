"""How solid the results of a challenge are, as the facilitator's page asks once it shows them.

It may take a moment: it is worked out beside the page, outside any read of the store, and once for the same votes. It
compares people by numpy and scipy, which the page of a phone has not.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

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
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons

if TYPE_CHECKING:
    from workshop_kit.domain.results import VoteResult

#: What a result is made from: the rule, options, votes, costs, and who was there.
_Given = tuple[VoteRule, tuple[Option, ...], tuple[Vote, ...], tuple[tuple[str, int], ...], frozenset[str]]


def weigh_result(store: Store, challenge: str, say: Translator) -> ResultWeighed:
    """Say how solid the results of a challenge are, and of a budget why, beside what the simple rule would fund.

    Nothing of results that are not shown to the facilitator, or not any more: nobody pressed anything to ask.
    """
    read = store.read(lambda repository: _read_given(repository, challenge))
    if read is None:
        return {"solid": "", "funding": None}
    given, funded = read
    result = _make_once(given)
    # what phones were told was counted when the vote ended: nothing is said of another count
    told = result.budget is not None and funded is not None and set(result.budget.selected) == funded
    return {"solid": say_solidity(say, result), "funding": _say_funding(result, say) if told else None}


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


# Flipping between challenges, or pressing anything that changes no vote, must not pay for it again.
@lru_cache(maxsize=4)
def _make_once(given: _Given) -> VoteResult:
    from workshop_kit.domain.results import VoteGiven, make_result

    rule, options, votes, costs, asked = given
    return make_result(VoteGiven(rule, options, votes, costs=dict(costs)), asked, grouped=False)


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
