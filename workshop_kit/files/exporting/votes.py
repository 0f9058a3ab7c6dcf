"""The table of votes: what each option gathered, by the rule of the round that counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.counting import count_votes
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.voting import Tally
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons

#: What stands in a column is of the kind of vote that asks for it; it is empty of any other.
VOTE_COLUMNS: Final = (
    *("challenge", "option", "ideas", "kind", "dots", "supporters", "grade", "agree", "disagree", "pass"),
    *("points", "approvals", "cost", "funded", "rank"),
)


def list_votes(repository: Repository, challenges: Mapping[str, str], language: str) -> list[Mapping[str, object]]:
    """Return the lines of the table: by challenge, the best option first.

    Parameters
    ----------
    repository
        The open transaction.
    challenges
        What each challenge is called, by id.
    language
        In which majority grades are said.

    """
    return list(_describe(repository, challenges, Translator(language)))


def _describe(repository: Repository, challenges: Mapping[str, str], say: Translator) -> Iterator[Mapping[str, object]]:
    persons = Persons(repository)
    for one in repository.list_challenges():
        rule = repository.find_vote_rule(one.id, one.counted_round)
        options = list_options(repository.list_ideas(one.id), repository.list_groups(one.id))
        votes, costs = persons.list_votes(one.id), repository.list_costs(one.id)
        for tally in count_votes(rule, options, votes, costs, repository.list_funded(one.id)):
            yield {
                "challenge": challenges[one.id],
                "option": tally.option.title,
                "ideas": len(tally.option.ideas),
                "kind": rule.kind,
                **_describe_gathered(rule, tally, say),
                "rank": tally.rank,
            }


def _describe_gathered(rule: VoteRule, tally: Tally, say: Translator) -> Mapping[str, object]:
    if rule.kind is VoteKind.DOTS:
        return {"dots": tally.dots, "supporters": tally.supporters}
    if tally.judgment is not None:
        median = tally.judgment.median
        return {"grade": None if median is None else say(f"stakes.grade.{int(median)}")}
    if tally.stances is not None:
        return {"agree": tally.stances.agree, "disagree": tally.stances.disagree, "pass": tally.stances.passed}
    return {
        "points": tally.dots if rule.points else None,
        "approvals": tally.supporters,
        "cost": tally.cost,
        "funded": tally.funded,
    }
