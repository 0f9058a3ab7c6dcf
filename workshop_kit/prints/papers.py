"""A Typst writer of slips and ballots: calls of the template's functions on string literals, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import gcd
from typing import Final

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Source
from workshop_kit.domain.statements import Stance
from workshop_kit.domain.voting import name_series
from workshop_kit.i18n import Translator
from workshop_kit.i18n.money import say_amount
from workshop_kit.report.typst_source import quote, say

#: Two ballots stand on a page when their options are few and short.
_FEW: Final = 8
_SHORT: Final = 95
#: Of options with choices below them, each stands in two lines.
_FEW_CHOSEN: Final = 5
#: More dots than that on one option are written as a number.
_TICKS_AT_MOST: Final = 3
#: By about which share of the options the first place moves from one ballot to the next; all come first in turn.
_TURN: Final = 0.38


@dataclass(frozen=True)
class Papers:
    """What every paper of a printing shares.

    Attributes
    ----------
    territory, title
        Of the workshop.
    challenge, place
        What is asked, and its place among the workshop's challenges, from 1.
    numbers
        The papers' numbers.

    """

    territory: str
    title: str
    challenge: Challenge
    place: int
    numbers: Sequence[int]


def write_slips(papers: Papers, words: Translator) -> str:
    """Return the source of idea slips, four a page."""
    shared = {
        "sign": words("prints.number-sign"),
        "title": words("prints.slip.title"),
        "label": _label(papers, words),
        "statement": papers.challenge.statement,
        "idea": words("prints.slip.idea"),
        "source": words("prints.slip.source"),
        "who": words("prints.slip.who"),
        "again": words("prints.slip.again"),
        "care": words("prints.slip.care"),
    }
    sources = _array(say(words(f"words.source.{one}")) for one in Source)
    each = (f"slip({_name(number)}, {_arguments(shared)}, sources: {sources})" for number in papers.numbers)
    return f"{_open(papers, words, 'prints.slip.title')}#slips({_lines(each)})\n"


def write_ballots(
    papers: Papers,
    options: Sequence[Option],
    words: Translator,
    rule: VoteRule | None = None,
    costs: Mapping[str, int] | None = None,
) -> str:
    """Return the source of ballots of one challenge: each option keeps its number, another comes first on each.

    Parameters
    ----------
    papers, options, words
        What is printed, and in whose language.
    rule
        How the room votes; the usual dots where it is left out.
    costs
        What options cost; of a budget those without a cost are not printed, and the others keep their numbers.

    """
    asked = VoteRule() if rule is None else rule
    shared = {
        "sign": words("prints.number-sign"),
        "title": words("prints.ballot.title"),
        "series": _say_series(papers.challenge.round, name_series(options, asked, papers.challenge.round), words),
        "label": _label(papers, words),
        "statement": papers.challenge.statement,
        "rule": _say_rule(asked, words),
        "foot": words("prints.ballot.foot"),
    }
    known = {} if costs is None or asked.kind is not VoteKind.BUDGET else costs
    offered = [one for one in options if asked.kind is not VoteKind.BUDGET or one.id in known]
    choices = _list_choices(asked, words)
    few = len(offered) <= (_FEW_CHOSEN if choices else _FEW) and all(len(one.title) <= _SHORT for one in offered)
    drawn = "half" if few else "whole"
    marked = f"marks: (ticks: {_count_ticks(asked)}, choices: {_array(map(say, choices))})"
    each = [
        f"{drawn}({_name(number)}, {_arguments(shared)}, {marked}, "
        f"running: {say(words('prints.ballot.running', number=number))}, "
        f"options: {_array(_option(place, one, known, words) for place, one in turned if one in offered)})"
        for number in papers.numbers
        for turned in [turn_options(options, number)]
    ]
    head = _open(papers, words, "prints.ballot.title")
    return f"{head}#halves({_lines(each)})\n" if few else head + "".join(f"#{one}\n" for one in each)


def _say_rule(rule: VoteRule, words: Translator) -> str:
    """Say what the ballot is asked for."""
    if rule.kind is VoteKind.DOTS:
        key = "rule" if rule.most <= _TICKS_AT_MOST else "rule-written"
        return words.plural(f"prints.ballot.{key}", rule.budget, most=rule.most)
    if rule.kind is VoteKind.GRADES:
        return words(f"prints.ballot.rule-grades{'' if rule.blanks_count else '-blanks-out'}")
    if rule.kind is VoteKind.STATEMENTS:
        return words("prints.ballot.rule-statements")
    if rule.points:
        return words.plural("prints.ballot.rule-points", rule.points)
    return words("prints.ballot.rule-approvals", total=say_amount(rule.to_spend, words.language))


def _count_ticks(rule: VoteRule) -> int:
    """Return how many boxes to cross stand before an option; 0: one to write a number in, or choices below."""
    if rule.kind is VoteKind.DOTS:
        return rule.most if rule.most <= _TICKS_AT_MOST else 0
    return 1 if rule.kind is VoteKind.BUDGET and not rule.points else 0


def _list_choices(rule: VoteRule, words: Translator) -> list[str]:
    """Return what is crossed below each option: a grade, the best first, or what one says to a statement."""
    if rule.kind is VoteKind.GRADES:
        return [words(f"stakes.grade.{int(grade)}") for grade in reversed(rule.scale.grades)]
    if rule.kind is VoteKind.STATEMENTS:
        return [words(f"prints.ballot.{stance}") for stance in Stance]
    return []


def turn_options(options: Sequence[Option], number: int) -> list[tuple[int, Option]]:
    """Return the numbered options as ballot ``number`` lists them: no idea profits from standing first on all."""
    numbered = list(enumerate(options, start=1))
    wanted = max(1, round(len(options) * _TURN))
    step = next(one for one in range(wanted, wanted + len(options) + 1) if gcd(one, len(options)) == 1)
    start = (number - 1) * step % len(options)
    return numbered[start:] + numbered[:start]


def _open(papers: Papers, words: Translator, kind: str) -> str:
    title = f"{words(kind)} – {papers.challenge.stake}"
    return (
        '#import "papers.typ": *\n'
        f"#show: papers.with(language: {quote(words.language)}, title: {say(title)}, author: {say(papers.territory)})\n"
    )


def _say_series(round: int, series: str, words: Translator) -> str:
    if round == 1:
        return words("prints.ballot.series", series=series)
    return words("prints.ballot.series-of-round", series=series, round=round)


def _label(papers: Papers, words: Translator) -> str:
    return words("prints.label", number=papers.place, stake=papers.challenge.stake)


def _name(number: int) -> str:
    return f"number: {quote(str(number))}"


def _option(place: int, option: Option, costs: Mapping[str, int], words: Translator) -> str:
    cost = say_amount(costs[option.id], words.language) if option.id in costs else ""
    return f"({quote(str(place))}, {say(conceal_contacts(option.title))}, {say(cost)})"


def _arguments(texts: dict[str, str]) -> str:
    return ", ".join(f"{name}: {say(text)}" for name, text in texts.items())


def _array(items: Iterable[str]) -> str:
    return "(" + "".join(f"{item}, " for item in items) + ")"


def _lines(items: Iterable[str]) -> str:
    def lines() -> Iterator[str]:
        yield from (f"{item},\n" for item in items)

    return "(\n" + "".join(lines()) + ")"
