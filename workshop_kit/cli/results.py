"""Say what became of each challenge: options, groups, tensions, opinion groups, budget, margins and gauges."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshop_kit.cli.language import SAY
from workshop_kit.cli.prepare import folder_argument, opened_workshop
from workshop_kit.cli.telling import echo, echo_json
from workshop_kit.i18n import Translator

if TYPE_CHECKING:
    from workshop_kit.domain.voting import Tally
    from workshop_kit.live.outcomes import Outcome


@click.command(help=SAY("cli.results.help"))
@folder_argument
@click.option("--json", "as_json", is_flag=True, help=SAY("cli.option.json"))
def results(folder: Path, as_json: bool) -> None:
    """Say what became of each challenge."""
    from workshop_kit.live.outcomes import read_outcomes

    with opened_workshop(folder) as (store, say):
        outcomes = store.read(lambda repository: read_outcomes(repository, say))
        names = store.read(lambda repository: {one.id: one.pseudonym for one in repository.list_participants()})
    if as_json:
        described = {"challenges": [describe_outcome(one, names, say) for one in outcomes]}
        echo_json(described)
        return
    for outcome in outcomes:
        _tell(outcome, say)


def describe_outcome(outcome: Outcome, names: dict[str, str], say: Translator) -> dict[str, Any]:
    """Return an outcome as programs take it; people are named by their pseudonym, which is what a file called them."""
    from workshop_kit.domain.contacts import conceal_contacts
    from workshop_kit.live.challenge import say_title

    titles = {one.id: say_title(one) for one in outcome.options}
    return {
        "stake": conceal_contacts(outcome.challenge.stake),
        "statement": conceal_contacts(outcome.challenge.statement),
        "options": [_describe_option(outcome, one.id, say) for one in outcome.options],
        "suggested_groups": [[conceal_contacts(idea.text) for idea in group] for group in outcome.suggested],
        "tensions": [[conceal_contacts(idea.text) for idea in pair] for pair in outcome.tensions],
        "opinion_groups": _describe_opinions(outcome, names, titles),
        "budget": _describe_budget(outcome, titles),
        **_describe_margins(outcome),
        "gauges": {one["name"]: {"value": one["value"], "sentence": one["sentence"]} for one in outcome.gauges},
    }


def _describe_option(outcome: Outcome, option: str, say: Translator) -> dict[str, Any]:
    from workshop_kit.domain.ballots import VoteKind
    from workshop_kit.live.challenge import say_idea, say_title

    found = {
        kind: next(tally for tally in result.tallies if tally.option.id == option)
        for kind, result in outcome.results.items()
    }
    dots, stances = found.get(VoteKind.DOTS), found.get(VoteKind.STATEMENTS)
    known = next(one for one in outcome.options if one.id == option)
    said = None if stances is None else stances.stances
    return {
        "title": say_title(known),
        "ideas": [say_idea(idea) for idea in known.ideas],
        "lone": known.lone,
        "dots": {"supporters": 0 if dots is None else dots.supporters, "dots": 0 if dots is None else dots.dots},
        "grades": _describe_grades(found.get(VoteKind.GRADES), say),
        "statements": None if said is None else {"agree": said.agree, "disagree": said.disagree, "pass": said.passed},
    }


def _describe_grades(tally: Tally | None, say: Translator) -> dict[str, Any] | None:
    from workshop_kit.domain.judgment import GRADES

    judged = None if tally is None else tally.judgment
    if tally is None or judged is None:
        return None
    words = {grade: say(f"stakes.grade.{int(grade)}") for grade in GRADES}
    return {
        "counts": {word: judged.counts[grade] for grade, word in words.items()},
        "median": None if judged.median is None else words[judged.median],
        "rank": tally.rank,
    }


def _describe_opinions(outcome: Outcome, names: dict[str, str], titles: dict[str, str]) -> dict[str, Any] | None:
    from workshop_kit.domain.ballots import VoteKind

    answered = outcome.results.get(VoteKind.STATEMENTS)
    opinions = None if answered is None else answered.opinions
    if opinions is None:
        return None
    return {
        "k": len(opinions.groups),
        "people": {names.get(person, person): group for person, group in opinions.people.items()},
        "consensus": [
            {"text": titles[one.statement], "score": round(one.agree, 6)}
            for one in sorted(opinions.unities, key=lambda one: (-one.agree, one.statement))
            if one.statement in titles
        ],
    }


def _describe_budget(outcome: Outcome, titles: dict[str, str]) -> dict[str, Any] | None:
    from workshop_kit.domain.ballots import VoteKind

    spent_on = outcome.results.get(VoteKind.BUDGET)
    budget = None if spent_on is None else spent_on.budget
    if budget is None:
        return None
    spent = budget.spent
    return {
        "rule": budget.rule.value,
        "selected": [titles[one] for one in budget.selected],
        "spent": int(spent) if int(spent) == spent else float(spent),
    }


def _describe_margins(outcome: Outcome) -> dict[str, Any]:
    """Return on how many ballots each result hangs; ``null`` where it is not known, or where no number changes it.

    What is known of a budget stands beside, as bounds.
    """
    margins = {kind.value: one.margin.ballots for kind, one in outcome.results.items() if one.margin is not None}
    bounds = {kind.value: one.solidity.margin for kind, one in outcome.results.items() if one.solidity is not None}
    exact = {name: one.at_most if one.known else None for name, one in bounds.items()}
    told = {name: {"at_least": one.at_least, "at_most": one.at_most} for name, one in bounds.items()}
    return {"margin": {**margins, **exact}, "margin_bounds": told}


def _tell(outcome: Outcome, say: Translator) -> None:
    from workshop_kit.i18n.solidity import say_solidity

    described = describe_outcome(outcome, {}, say)
    echo(say("cli.results.challenge", stake=described["stake"], statement=described["statement"]))
    for option in described["options"]:
        echo(say("cli.results.option", title=option["title"]))
        for line in _list_counts(option, say):
            echo(f"    {line}")
    for group in described["suggested_groups"]:
        echo(say("cli.results.same", texts=" / ".join(group)))
    for first, second in described["tensions"]:
        echo(say("cli.results.tension", first=first, second=second))
    if described["budget"] is not None:
        budget = described["budget"]
        echo(say("cli.results.budget", titles=" ; ".join(budget["selected"]), spent=budget["spent"]))
    for result in outcome.results.values():
        if solid := say_solidity(say, result):
            echo(f"  {solid}")
    for gauge in described["gauges"].values():
        echo(f"  {gauge['sentence']}")
    echo()


def _list_counts(option: dict[str, Any], say: Translator) -> list[str]:
    lines = []
    if option["dots"]["supporters"]:
        dots = say.plural("cli.results.dots-given", option["dots"]["dots"])
        lines.append(say.plural("cli.results.dots", option["dots"]["supporters"], dots=dots))
    if option["grades"] is not None and option["grades"]["median"] is not None:
        lines.append(say("cli.results.grades", median=option["grades"]["median"], rank=option["grades"]["rank"]))
    if option["statements"] is not None:
        stances = option["statements"]
        lines.append(
            say(
                "cli.results.statements",
                agree=stances["agree"],
                disagree=stances["disagree"],
                passed=stances["pass"],
            )
        )
    return lines
