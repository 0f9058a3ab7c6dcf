"""What a room says of statements: what unites and what distinguishes its opinion groups, drawn without a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Idea, Vote
from workshop_kit.domain.voting import Stances, Tally
from workshop_kit.live.challenge import strip_marks
from workshop_kit.live.contract.screen import ScreenFrame, ScreenStatements
from workshop_kit.live.contract.screen_shown import (
    ScreenKnown,
    ScreenOpinionGroup,
    ScreenOpinions,
    ScreenStatement,
    ScreenUnity,
)
from workshop_kit.live.contract.shared import StanceCounts
from workshop_kit.live.screen.counted import describe_round, read_counted
from workshop_kit.live.screen.discussing import fill_discussed, list_to_discuss
from workshop_kit.live.screen.marks import place_marks
from workshop_kit.live.screen.pages import fill_pages, set_text, shorten_text, weigh_card
from workshop_kit.store import Repository

if TYPE_CHECKING:
    from workshop_kit.domain.opinion.groups import OpinionGroup, Opinions

#: Sentences about what unites, and signs that are read of a statement among them.
_UNITING: Final = 2
_ROOM: Final = 72

#: The statements, what everybody answered to them, and what is held back of the ideas.
Answered = tuple[tuple[Option, ...], tuple[Vote, ...], tuple[Idea, ...]]


def read_statements(repository: Repository, challenge: Challenge, frame: ScreenFrame) -> ScreenStatements:
    """Return the opinion groups, where there are any, and every statement in the order of the tally."""
    counted = read_counted(repository, challenge)
    answered = [tally for tally in counted.tallies if tally.stances is not None and tally.stances.answered]
    statements = [_read_statement(tally, counted.before.get(tally.option.id)) for tally in answered]
    answers = gather_answers(repository, challenge, (one.option for one in counted.tallies), counted.votes)
    opinions = read_opinions(answers)
    voters = len({vote.participant for vote in counted.votes if vote.counts})
    discussed = list_to_discuss(repository, challenge)
    pages = fill_pages([weigh_card("", [one["text"]], notes=2 + (one["before"] is not None)) for one in statements])
    return {
        **describe_round(repository, challenge, frame),
        "view": "statements",
        "answered": voters,
        "opinions": opinions,
        "ungrouped": "" if opinions is not None else _find_why(_group_once(*answers), voters),
        "statements": statements,
        "without": len(counted.tallies) - len(answered),
        "discussed": discussed,
        "pages": [*([len(opinions["groups"])] if opinions else []), *pages, *fill_discussed(discussed)],
    }


def _read_statement(tally: Tally, before: Tally | None) -> ScreenStatement:
    return {
        "text": set_text(conceal_contacts(tally.option.title)),
        **_count(tally.stances or Stances(0, 0, 0)),
        "before": None if before is None or before.stances is None else _count(before.stances),
    }


def _count(stances: Stances) -> StanceCounts:
    return {"agree": stances.agree, "disagree": stances.disagree, "passed": stances.passed}


def _find_why(found: Opinions | None, voters: int) -> Literal["", "few", "none", "small"]:
    """Return why no opinion groups are told; of nobody's answers it needs no reason."""
    from workshop_kit.domain.opinion.groups import PEOPLE_AT_LEAST

    if voters == 0:
        return ""
    if found is not None:
        return "small"
    return "few" if voters < PEOPLE_AT_LEAST else "none"


def gather_answers(
    repository: Repository, challenge: Challenge, options: Iterable[Option], votes: tuple[Vote, ...]
) -> Answered:
    """Return what people are grouped by, whatever the order of the statements."""
    held = tuple(strip_marks(idea) for idea in repository.list_ideas(challenge.id) if idea.held)
    return tuple(sorted(options, key=lambda one: one.id)), votes, held


def read_opinions(answered: Answered) -> ScreenOpinions | None:
    """Return the groups that may be told apart: any other is somebody, without a letter, a mark or a sentence.

    The facilitator's page tells the same of them. It takes a moment, once for the same answers.
    """
    found = _group_once(*answered)
    told = () if found is None else found.told_apart
    if found is None or not told:
        return None
    texts = {one.id: shorten_text(set_text(conceal_contacts(one.title)), _ROOM) for one in answered[0]}
    marks = place_marks([[found.places[person] for person in group.people] for group in told])
    apart = sum(len(group.people) for group in found.groups) - sum(len(group.people) for group in told)
    return {
        "groups": [_read_group(group, placed, texts, len(told)) for group, placed in zip(told, marks, strict=True)],
        "unites": _read_unities(found, texts),
        "others": len(found.ungrouped) + apart,
    }


def _read_unities(found: Opinions, texts: Mapping[str, str]) -> list[ScreenUnity]:
    from workshop_kit.domain.opinion.explaining import explain_unity

    reasons = [explain_unity(unity, texts[unity.statement]) for unity in found.uniting[:_UNITING]]
    return [
        {"code": one.code, "text": str(one.values["text"]), "least": int(one.values.get("least", 10))}
        for one in reasons
        if one is not None
    ]


def _read_group(
    group: OpinionGroup, marks: list[list[int]], texts: Mapping[str, str], groups: int
) -> ScreenOpinionGroup:
    """Return a group with what it is best known by: two sentences where there are two groups, else one."""
    from workshop_kit.domain.opinion.explaining import explain_distinction

    weighty = sorted(group.distinctions, key=lambda one: (-one.weight, one.statement))[: 2 if groups == 2 else 1]
    known: list[ScreenKnown] = []
    for one in weighty:
        reason = explain_distinction(group, one, texts[one.statement])
        known.append({"code": reason.code, "text": texts[one.statement], "count": one.count, "seen": one.seen})
    people = len(group.people)
    return {"number": group.number, "letter": group.letter, "people": people, "marks": marks, "known": known}


@lru_cache(maxsize=4)
def _group_once(options: tuple[Option, ...], votes: tuple[Vote, ...], held: tuple[Idea, ...]) -> Opinions | None:
    """Group who answers alike; it takes numpy, which the screen's page loads only for it."""
    from workshop_kit.domain.results import group_voters

    return group_voters(options, votes, held)
