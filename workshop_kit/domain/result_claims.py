"""What the synthesis may claim of a vote: how it was counted, how far it moved, on how many ballots it hangs.

As in ``domain.claims``: a sentence whose condition does not hold cannot be printed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from workshop_kit.domain.ballots import USUAL_DOTS, VoteKind
from workshop_kit.domain.briefs import IdeasBrief, Synthesis
from workshop_kit.domain.claim import Rule
from workshop_kit.domain.opinion.groups import PEOPLE_AT_LEAST
from workshop_kit.domain.results import VoteResult


def _counted(synthesis: Synthesis) -> tuple[IdeasBrief, ...]:
    """Return the challenges of which a vote is told."""
    return tuple(brief for brief in synthesis.ideas if brief.voters > 0 and brief.result is not None)


def _are_usual(synthesis: Synthesis) -> bool:
    """Tell whether every vote that is told was of the usual dots."""
    rules = [brief.result.rule for brief in _counted(synthesis) if brief.result is not None]
    return bool(rules) and all(rule.kind is VoteKind.DOTS and rule.dots == USUAL_DOTS for rule in rules)


def _any_of(kind: VoteKind, *, blanks: bool | None = None) -> Callable[[Synthesis], bool]:
    def holds(synthesis: Synthesis) -> bool:
        rules = [brief.result.rule for brief in _counted(synthesis) if brief.result is not None]
        return any(rule.kind is kind and blanks in (None, rule.blanks_count) for rule in rules)

    return holds


_is_dotted: Final = _any_of(VoteKind.DOTS)

#: How votes are counted.
COUNTING: Final[tuple[Rule[Synthesis], ...]] = (
    Rule("method.votes", _are_usual),
    Rule("method.dots", lambda s: _is_dotted(s) and not _are_usual(s)),
    Rule("method.grades", _any_of(VoteKind.GRADES)),
    Rule("method.statements", _any_of(VoteKind.STATEMENTS)),
    Rule("method.budget", _any_of(VoteKind.BUDGET)),
)


def _percent(share: float) -> int:
    """Return a share as whole per cent: 0 and 100 are said of nothing and of everything alone."""
    whole = round(100 * share)
    return min(99, max(1, whole)) if 0 < share < 1 else whole


def _moved(result: VoteResult) -> int:
    return 0 if result.shift is None else _percent(result.shift.moved)


def _is_moved(result: VoteResult) -> bool:
    return result.shift is not None and result.shift.moved > 0


def _is_narrowed(result: VoteResult) -> bool:
    return result.shift is not None and result.shift.narrowed


def _people(result: VoteResult) -> int:
    return 0 if result.shift is None else result.shift.people


def _is_usual(result: VoteResult) -> bool:
    return result.rule.dots == USUAL_DOTS


#: What was asked, and how the vote moved since the one before.
RESULT: Final[tuple[Rule[VoteResult], ...]] = (
    Rule(
        "result.dots",
        lambda r: r.voters > 0 and r.rule.kind is VoteKind.DOTS and not _is_usual(r),
        lambda r: r.rule.budget,
        lambda r: {"most": r.rule.most},
    ),
    Rule("result.blanks", lambda r: r.voters > 0 and r.rule.kind is VoteKind.GRADES and r.rule.blanks_count),
    Rule("result.blanks-out", lambda r: r.voters > 0 and r.rule.kind is VoteKind.GRADES and not r.rule.blanks_count),
    Rule("result.before", lambda r: bool(r.before)),
    Rule("result.shift-none", lambda r: r.shift is not None and not _is_moved(r), _people),
    Rule(
        "result.shift-narrowed",
        lambda r: _is_moved(r) and _is_narrowed(r),
        _people,
        lambda r: {"moved": _moved(r)},
    ),
    Rule(
        "result.shift-moved",
        lambda r: _is_moved(r) and not _is_narrowed(r),
        _people,
        lambda r: {"moved": _moved(r)},
    ),
)


def _is_ungrouped(result: VoteResult) -> bool:
    return result.rule.kind is VoteKind.STATEMENTS and result.voters > 0 and result.opinions is None


#: Why no opinion groups are told of a vote on statements.
UNGROUPED: Final[tuple[Rule[VoteResult], ...]] = (
    Rule("result.groups-few", lambda r: _is_ungrouped(r) and r.voters < PEOPLE_AT_LEAST, lambda r: r.voters),
    Rule("result.groups-none", lambda r: _is_ungrouped(r) and r.voters >= PEOPLE_AT_LEAST),
    Rule("result.groups-small", lambda r: r.opinions is not None and not r.told_apart),
)
