"""The opinion groups of a vote on statements in words, as the facilitator's page asks once it shows the results.

They are read as the screen reads them, outside any transaction, and found once for the same answers: the page says what
the room sees. It takes numpy, which the page of a phone has not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import Role
from workshop_kit.domain.permits import is_shown
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.facilitator.ideas import OpinionsTold
from workshop_kit.live.contract.screen_shown import ScreenOpinionGroup, ScreenOpinions
from workshop_kit.live.screen.counted import read_stripped_options
from workshop_kit.live.screen.opinions import Answered, gather_answers, read_opinions
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons

_NOTHING: Final[OpinionsTold] = {"groups": "", "unites": [], "apart": []}


def tell_opinions(store: Store, challenge: str, say: Translator) -> OpinionsTold:
    """Say how many opinion groups there are and how large, what unites them, and what sets each apart.

    Nothing while the vote is open, when each answer is its author's own, nor of another kind of vote; where no groups
    can be told apart, one sentence says so.
    """
    answered = store.read(lambda repository: _read_answers(repository, challenge))
    if answered is None:
        return _NOTHING
    opinions = read_opinions(answered)
    if opinions is None:
        return {**_NOTHING, "groups": say("opinion.untold")}
    return {
        "groups": _say_groups(say, opinions),
        "unites": _say_unities(say, opinions),
        "apart": [*_say_apart(say, opinions["groups"])],
    }


def _read_answers(repository: Repository, challenge: str) -> Answered | None:
    phase = repository.find_workshop().phase
    known = next((one for one in repository.list_challenges() if one.id == challenge), None)
    if known is None or not is_shown(Role.FACILITATOR, "tallies", phase, known.stage):
        return None
    if repository.find_vote_rule(challenge, known.counted_round).kind is not VoteKind.STATEMENTS:
        return None
    votes = Persons(repository).list_votes(known.id)
    if not any(vote.counts for vote in votes):
        return None
    return gather_answers(repository, known, read_stripped_options(repository, known), votes)


def _say_groups(say: Translator, opinions: ScreenOpinions) -> str:
    groups = opinions["groups"]
    each = [say.plural("opinion.label", group["people"], letter=group["letter"]) for group in groups]
    told = say.plural("opinion.told", len(groups), each=say("opinion.told.between").join(each))
    others = opinions["others"]
    return f"{told} {say.plural('opinion.others', others)}" if others else told


def _say_unities(say: Translator, opinions: ScreenOpinions) -> list[str]:
    said = [say(f"opinion.{one['code']}", text=one["text"], least=one["least"]) for one in opinions["unites"]]
    return said or [say("opinion.unites.nothing")]


def _say_apart(say: Translator, groups: Iterable[ScreenOpinionGroup]) -> Iterable[str]:
    for group in groups:
        for one in group["known"]:
            values = {"letter": group["letter"], "text": one["text"], "count": one["count"], "seen": one["seen"]}
            yield say(f"opinion.{one['code']}", **values)
