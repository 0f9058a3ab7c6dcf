"""A section builder: what a vote gave, in a table of its kind, and what may be read from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.briefs import IdeasBrief
from workshop_kit.domain.budget_reasons import explain_difference, explain_rule
from workshop_kit.domain.judgment import Grade, Judgment
from workshop_kit.domain.model import Idea
from workshop_kit.domain.opinion.explaining import explain_distinction, explain_unity
from workshop_kit.domain.opinion.groups import Opinions
from workshop_kit.domain.result_claims import RESULT, UNGROUPED
from workshop_kit.domain.results import VoteResult
from workshop_kit.domain.voting import Tally
from workshop_kit.i18n import Translator
from workshop_kit.i18n.money import say_amount, say_reckoning
from workshop_kit.i18n.solidity import say_simple, say_solidity, say_spent
from workshop_kit.plots import draw_opinion_groups, draw_profiles
from workshop_kit.report.blocks import (
    Block,
    Bullet,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Picture,
    Table,
    Together,
)
from workshop_kit.report.saying import say_claims, shorten

#: A drawing of more profiles is no help: the table has them all.
_DRAWN: Final = 10
#: How many letters name an option that stands whole in the table above.
_NAMED: Final = 46

#: How a column is headed, and what it says of one option.
_Read = Callable[[Tally], str]


def write_idea(idea: Idea, original: frozenset[str], translator: Translator) -> Bullet:
    """Write one idea: where it comes from, whether it resembles no other, what its author answered if asked."""
    remarks = [] if idea.source is None else [translator(f"report.source.{idea.source.value}")]
    if idea.id in original:
        remarks.append(translator("report.ideas.original"))
    told = [", ".join(remarks), _say_answer(idea, translator)]
    return Bullet(idea.text, " – ".join(filter(None, told)), marked=idea.id in original)


def _say_answer(idea: Idea, translator: Translator) -> str:
    """Say what an author meant, without a name; of who erased their words there is nothing, as of ideas held back."""
    return translator("report.ideas.answer", answer=idea.answer) if idea.answer and not idea.held else ""


def was_judged(tally: Tally, result: VoteResult | None) -> bool:
    """Tell whether an option stands in the table of the vote: the room said something of it, now or the time before."""
    if result is None:
        return False
    before = result.before.get(tally.option.id)
    return is_judged(tally) or (before is not None and is_judged(before))


def is_judged(tally: Tally) -> bool:
    """Tell whether the room said anything of an option."""
    if tally.kind is VoteKind.STATEMENTS:
        return tally.stances is not None and tally.stances.answered > 0
    if tally.kind is VoteKind.GRADES:
        return tally.judgment is not None and tally.judgment.judges > 0
    return tally.cost is not None if tally.kind is VoteKind.BUDGET else tally.dots > 0


def write_result(brief: IdeasBrief, tallies: Sequence[Tally], translator: Translator) -> Iterator[Block]:
    """Write what a vote gave: the table of those ``tallies``, what the vote before gave, and how solid it is."""
    result = brief.result
    if result is None:
        return
    yield from _write_drawing(result, tallies, translator)
    yield _write_table(brief, result, tallies, translator)
    if result.rule.kind is VoteKind.GRADES:
        yield write_profiles(brief.challenge.stake, result, tallies, translator)
    if result.opinions is not None:
        yield from _write_opinions(result, result.opinions, tallies, translator)
    if result.budget is not None:
        yield from _write_budget(result, translator)
    for why in say_claims(UNGROUPED, result, translator):
        yield Paragraph(why)
    said = list(say_claims(RESULT, result, translator))
    if said:
        yield Paragraph(" ".join(said), "quiet")
    solid = say_solidity(translator, result)
    if solid:
        yield Together((Heading(3, translator("report.result.solid")), Paragraph(solid)))


def _write_table(brief: IdeasBrief, result: VoteResult, tallies: Sequence[Tally], translator: Translator) -> Table:
    columns = list(_list_columns(result, translator))
    if any(tally.option.id in result.before for tally in tallies):
        columns.append((Column(translator("report.column.before"), 0, "right"), _read_before(result, translator)))
    shared = Counter(tally.rank for tally in tallies)
    placed = result.rule.kind is not VoteKind.STATEMENTS  # more agree with one than with another: that is no place
    rows = tuple(
        (
            *([Cell(_say_rank(tally, shared, translator))] if placed else []),
            _write_option(tally, brief, result, translator),
            *(Cell(read(tally), strong=number == 0) for number, (_, read) in enumerate(columns)),
        )
        for tally in tallies
    )
    place = "outcome" if result.rule.kind is VoteKind.BUDGET else "rank"
    ranks = (Column(translator(f"report.column.{place}"), 0),) if placed else ()
    heads = (*ranks, Column(translator("report.column.option"), 10))
    caption = translator("report.ideas.votes-caption", stake=brief.challenge.stake)
    return Table(caption, (*heads, *(column for column, _ in columns)), rows)


def write_profiles(stake: str, result: VoteResult, tallies: Sequence[Tally], translator: Translator) -> Table:
    """Write the whole profiles: how many gave each grade, and how many none, which count as the rule says."""
    grades = tuple(reversed(result.rule.scale.grades))
    judged = [(tally, tally.judgment) for tally in tallies if tally.judgment is not None]
    unsaid = any(one.blanks for _, one in judged)
    columns = [
        Column(translator("report.column.option"), 9),
        *(Column(translator(f"stakes.grade.{int(grade)}"), 1, "right", turned=True) for grade in grades),
    ]
    if unsaid:
        columns.append(Column(translator("report.column.no-grade"), 1, "right", turned=True))
    rows = tuple(
        (
            Cell(shorten(tally.option.title, _NAMED)),
            *(Cell(str(given), strong=grade is one.median) for grade, given in list_given(one, result)),
            *([Cell(str(one.blanks))] if unsaid else []),
        )
        for tally, one in judged
    )
    caption = translator("report.result.profiles-caption", stake=stake)
    return Table(caption, tuple(columns), rows, row_header=True)


def list_given(judgment: Judgment, result: VoteResult) -> Iterator[tuple[Grade, int]]:
    """Yield each grade, the best first, with how many gave it: blanks that count as the lowest were given by nobody."""
    grades = result.rule.scale.grades
    for grade in reversed(grades):
        blanks = judgment.blanks if grade is min(grades) and result.rule.blanks_count else 0
        yield grade, judgment.counts[grade] - blanks


def _say_rank(tally: Tally, shared: Mapping[int, int], translator: Translator) -> str:
    """Say the place; what a budget does not reach has none, nor what nobody holds to any more."""
    if tally.kind is VoteKind.BUDGET:
        return translator(f"report.result.{'funded' if tally.funded else 'unfunded'}")
    if not is_judged(tally):
        return "–"
    return translator("report.ideas.tied", rank=tally.rank) if shared[tally.rank] > 1 else str(tally.rank)


def _list_columns(result: VoteResult, translator: Translator) -> Iterator[tuple[Column, _Read]]:
    """Yield what each kind of vote says of an option, what is set in strong letters first."""
    kind = result.rule.kind
    if kind is VoteKind.GRADES:
        yield Column(translator("report.column.grade"), 0), lambda tally: _say_grade(tally, translator)
    elif kind is VoteKind.STATEMENTS:
        for name in ("agree", "disagree", "passed"):
            yield Column(translator(f"report.column.{name}"), 0, "right"), _read_stance(name)
    else:
        yield Column(translator("report.column.supporters"), 2, "right"), lambda tally: str(tally.supporters)
        if kind is VoteKind.DOTS or result.rule.points:
            yield Column(translator("report.column.dots"), 0, "right"), lambda tally: str(tally.dots)
        if kind is VoteKind.BUDGET:
            yield Column(translator("report.column.cost"), 0, "right"), lambda tally: _say_cost(tally, translator)
            yield (
                Column(translator("report.column.simple"), 0),
                lambda tally: translator(f"report.result.{'yes' if _is_taken(result, tally) else 'no'}"),
            )


def _read_stance(name: str) -> _Read:
    return lambda tally: str(getattr(tally.stances, name))


def _is_taken(result: VoteResult, tally: Tally) -> bool:
    return result.greedy is not None and tally.option.id in result.greedy.selected


def _say_cost(tally: Tally, translator: Translator) -> str:
    return "" if tally.cost is None else say_amount(tally.cost, translator.language)


def _say_grade(tally: Tally, translator: Translator) -> str:
    median = None if tally.judgment is None else tally.judgment.median
    return translator("report.profiles.unjudged" if median is None else f"stakes.grade.{int(median)}")


def _read_before(result: VoteResult, translator: Translator) -> _Read:
    def read(tally: Tally) -> str:
        before = result.before.get(tally.option.id)
        if before is None:
            return ""
        if before.kind is VoteKind.GRADES:
            return _say_grade(before, translator)
        if before.kind is VoteKind.STATEMENTS:
            return "" if before.stances is None else str(before.stances.agree)
        return str(before.dots if before.kind is VoteKind.DOTS or result.rule.points else before.supporters)

    return read


def say_support(tally: Tally, translator: Translator) -> str:
    """Say in a few words what put an option first."""
    if tally.judgment is not None:
        return translator("report.first.grade", grade=_say_grade(tally, translator))
    if tally.stances is not None:
        return translator.plural("report.first.agree", tally.stances.agree, answered=tally.stances.answered)
    if tally.cost is not None:
        cost = say_amount(tally.cost, translator.language)
        return translator.plural("report.first.cost", tally.supporters, cost=cost)
    dots = translator.plural("report.first.dots", tally.dots)
    return translator.plural("report.first.support", tally.supporters, dots=dots)


def _write_option(tally: Tally, brief: IdeasBrief, result: VoteResult, translator: Translator) -> Cell:
    option = tally.option
    why = result.explain_options().get(option.id)
    said = "" if why is None else say_reckoning(translator, why)
    entries = tuple(write_idea(idea, brief.original, translator) for idea in option.ideas)
    if option.lone:
        return Cell(option.title, remark=" – ".join(one for one in (entries[0].remark, said) if one))
    gathered = translator.plural("report.ideas.gathered", len(option.ideas))
    return Cell(option.title, entries, " – ".join(one for one in (gathered, said) if one), strong=True)


def _write_drawing(result: VoteResult, tallies: Sequence[Tally], translator: Translator) -> Iterable[Block]:
    """Draw the first profiles of majority judgment, each beside that of the vote before."""
    drawn = [tally.judgment for tally in tallies[:_DRAWN] if tally.judgment is not None]
    if not drawn:
        return ()
    names = {tally.option.id: tally.option.title for tally in tallies}
    before: list[Judgment] = [one.judgment for one in result.before.values() if one.judgment is not None]
    drawing = draw_profiles(drawn, names, translator, before=before, scale=result.rule.scale)
    key = "profiles-before" if before else "profiles"
    caption = translator.plural(f"report.result.{key}", len(drawn))
    if result.rule.blanks_count and any(one.blanks for one in drawn):
        lowest = translator(f"stakes.grade.{int(min(result.rule.scale.grades))}")
        caption = f"{caption}. {translator('report.result.blanks-drawn', grade=lowest)}"
    return (Picture(drawing.svg(), drawing.alternative, caption),)


def _write_opinions(
    result: VoteResult, opinions: Opinions, tallies: Sequence[Tally], translator: Translator
) -> Iterator[Block]:
    """Write what unites first, then what distinguishes; a group of fewer than five people is not told apart."""
    texts = {tally.option.id: shorten(tally.option.title) for tally in tallies}
    told = result.told_apart
    if not told:
        return
    reasons = [explain_unity(one, texts[one.statement]) for one in opinions.uniting if one.statement in texts]
    united = tuple(Bullet(translator.reason(reason, "opinion")) for reason in reasons if reason is not None)
    yield Heading(3, translator("opinion.unites.title"))
    yield Bullets(united) if united else Paragraph(translator("opinion.unites.nothing"))
    apart = tuple(
        Bullet(translator.reason(explain_distinction(group, one, texts[one.statement]), "opinion"))
        for group in told
        for one in group.distinctions
        if one.statement in texts
    )
    if apart:
        yield Heading(3, translator("opinion.distinguishes.title"))
        yield Bullets(apart)
    if len(told) == len(opinions.groups):
        drawing = draw_opinion_groups(opinions, translator)
        yield Picture(drawing.svg(), drawing.alternative, translator("report.result.opinions"), 0.7)
    else:
        yield Paragraph(translator("report.result.few-apart"), "quiet")


def _write_budget(result: VoteResult, translator: Translator) -> Iterator[Block]:
    budget = result.budget
    if budget is None:
        return
    yield Paragraph(say_spent(translator, budget, explain_rule(budget)))
    if result.greedy is not None and result.difference is not None:
        difference = explain_difference(result.difference)
        yield Paragraph(say_simple(translator, explain_rule(result.greedy), difference))
