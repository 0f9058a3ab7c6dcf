"""The registry of what the synthesis may claim: each sentence with its condition and its values.

The report writes from here alone. A sentence whose condition does not hold cannot be printed, and a number that stands
in one is read from the counts of ``domain.briefs``.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.briefs import (
    ChallengeBrief,
    IdeasBrief,
    MatrixBrief,
    PresenceBrief,
    Synthesis,
    is_told,
)
from workshop_kit.domain.claim import Claim, Counted, Names, Rule, Value, list_claims
from workshop_kit.domain.contributions import Few
from workshop_kit.domain.course import Stage
from workshop_kit.domain.diversity import Condition
from workshop_kit.domain.gauges import Gauge
from workshop_kit.domain.result_claims import COUNTING

#: Ideas that share the first place are all named up to that number; naming some of them would crown them.
NAMED_AT_MOST: Final = 3
#: From so many ballots on a first place leads what is to be remembered: of fewer it tells what one or two people want.
BALLOTS_AT_LEAST: Final = 3


def _dots(synthesis: Synthesis) -> int:
    return sum(brief.dots for brief in synthesis.ideas)


def _unworked(synthesis: Synthesis) -> tuple[str, ...]:
    return tuple(brief.challenge.stake for brief in synthesis.challenges if not brief.worked)


#: The workshop in one paragraph.
BRIEF: Final[tuple[Rule[Synthesis], ...]] = (
    Rule(
        "brief.people",
        lambda s: s.figures.participants > 0 and s.figures.categories > 0,
        lambda s: s.figures.participants,
        lambda s: {"categories": Counted("categories", s.figures.categories)},
    ),
    Rule(
        "brief.people-alone",
        lambda s: s.figures.participants > 0 and s.figures.categories == 0,
        lambda s: s.figures.participants,
    ),
    Rule("brief.known", lambda s: s.figures.known > 0 and s.figures.participants > 0, lambda s: s.figures.known),
    Rule("brief.known-alone", lambda s: s.figures.known > 0 and s.figures.participants == 0, lambda s: s.figures.known),
    Rule(
        "brief.ideas",
        lambda s: s.figures.room_ideas > 0,
        lambda s: s.figures.room_ideas,
        lambda s: {"challenges": Counted("on-challenges", s.figures.room_challenges)},
    ),
    Rule(
        "brief.ideas-elsewhere",
        lambda s: s.figures.ideas > s.figures.room_ideas,
        lambda s: s.figures.ideas - s.figures.room_ideas,
    ),
    Rule("brief.held", lambda s: s.figures.held > 0, lambda s: s.figures.held),
    Rule(
        "brief.missions",
        lambda s: s.figures.missions > 0,
        lambda s: s.figures.missions,
        lambda s: {"filled": s.figures.filled, "places": s.figures.places},
    ),
    Rule("brief.waiting", lambda s: s.figures.waiting > 0, lambda s: s.figures.waiting),
    Rule(
        "brief.absent",
        lambda s: s.figures.participants > 0 and bool(s.presence.absent),
        values=lambda s: {"categories": Names(s.presence.absent, categories=True)},
    ),
    Rule(
        "brief.unworked",
        lambda s: 0 < s.figures.worked < s.figures.challenges,
        lambda s: s.figures.challenges - s.figures.worked,
        lambda s: {"stakes": Names(_unworked(s))},
    ),
    Rule("brief.unworked-all", lambda s: s.figures.challenges > 0 and s.figures.worked == 0),
)


def _is_counted(brief: IdeasBrief) -> bool:
    """Tell whether a first place may be told: there is one, and its results were shown."""
    return brief.first is not None and is_told(brief.challenge)


def _leads(brief: IdeasBrief) -> bool:
    """Tell whether a first place is of enough ballots to be remembered."""
    return brief.worked and _is_counted(brief) and brief.voters >= BALLOTS_AT_LEAST


def _is_funding(brief: IdeasBrief) -> bool:
    """Tell whether what a budget funds may be told, from enough ballots."""
    return brief.worked and is_told(brief.challenge) and bool(brief.funded) and brief.voters >= BALLOTS_AT_LEAST


def _is_of_few(brief: IdeasBrief) -> bool:
    """Tell whether something came first by the ballots of one or two people."""
    chosen = brief.first is not None or bool(brief.funded)
    return brief.worked and chosen and is_told(brief.challenge) and brief.voters < BALLOTS_AT_LEAST


def _is_vote_open(brief: IdeasBrief) -> bool:
    """Tell whether a vote was begun and not ended, even if the room went back to the ideas meanwhile."""
    return brief.voted and not is_told(brief.challenge) and brief.challenge.stage is not Stage.CLOSED


def _is_vote_untold(brief: IdeasBrief) -> bool:
    """Tell whether a challenge was closed after its vote without its results being shown, as far as that is known."""
    return _is_closed_untold(brief) and not brief.retraced


def _is_vote_forgotten(brief: IdeasBrief) -> bool:
    """Tell whether a challenge was closed after its vote, and nobody knows whether its results were shown."""
    return _is_closed_untold(brief) and brief.retraced


def _is_closed_untold(brief: IdeasBrief) -> bool:
    return brief.voted and not is_told(brief.challenge) and brief.challenge.stage is Stage.CLOSED


def _is_announced_before(brief: IdeasBrief) -> bool:
    """Tell whether a challenge was taken up again after its results, and closed without new ones."""
    return is_told(brief.challenge) and brief.challenge.counted_round != brief.challenge.round


def _tied(brief: IdeasBrief) -> int:
    return len(brief.first.tallies) if brief.first is not None else 0


def _is_placed(brief: IdeasBrief) -> bool:
    return _leads(brief) and brief.kind is not VoteKind.STATEMENTS


def _is_agreed(brief: IdeasBrief) -> bool:
    """Tell whether the room agreed with some statement more widely than with others, which is no place."""
    return _leads(brief) and brief.kind is VoteKind.STATEMENTS


def _voters(brief: IdeasBrief) -> int:
    return brief.voters


def _ballots(brief: IdeasBrief) -> dict[str, Value]:
    return {"ballots": Counted("ballots", brief.voters)}


def _is_unchosen(brief: IdeasBrief) -> bool:
    """Tell whether the results of a vote on ideas were shown, and put none of them first."""
    return brief.worked and brief.ideas > 0 and is_told(brief.challenge) and brief.first is None and not brief.funded


def _count_ideas(brief: IdeasBrief) -> int:
    return brief.ideas


def _first_titles(brief: IdeasBrief) -> tuple[str, ...]:
    tallies = brief.first.tallies if brief.first is not None else brief.funded
    return tuple(tally.option.title for tally in tallies)


#: What to remember of one challenge: of these exactly one holds wherever the room worked.
FIRST: Final[tuple[Rule[IdeasBrief], ...]] = (
    Rule("first.one", lambda b: _is_placed(b) and _tied(b) == 1, values=_ballots),
    Rule("first.tied", lambda b: _is_placed(b) and 1 < _tied(b) <= NAMED_AT_MOST, _tied, _ballots),
    Rule("first.many-tied", lambda b: _is_placed(b) and _tied(b) > NAMED_AT_MOST, _tied, _ballots),
    Rule("first.agreed", lambda b: _is_agreed(b) and _tied(b) == 1, values=_ballots),
    Rule("first.agreed-tied", lambda b: _is_agreed(b) and 1 < _tied(b) <= NAMED_AT_MOST, _tied, _ballots),
    Rule("first.agreed-many", lambda b: _is_agreed(b) and _tied(b) > NAMED_AT_MOST, _tied, _ballots),
    Rule("first.few", _is_of_few, _voters),
    Rule("first.vote-open", lambda b: b.worked and b.ideas > 0 and _is_vote_open(b)),
    Rule("first.vote-untold", lambda b: b.worked and b.ideas > 0 and _is_vote_untold(b)),
    Rule("first.vote-forgotten", lambda b: b.worked and b.ideas > 0 and _is_vote_forgotten(b)),
    Rule("first.no-dots", lambda b: _is_unchosen(b) and b.kind is VoteKind.DOTS, lambda b: b.ideas),
    Rule("first.no-ballots", lambda b: _is_unchosen(b) and b.kind is not VoteKind.DOTS and not b.voters, _count_ideas),
    Rule("first.no-agreement", lambda b: _is_unchosen(b) and b.kind is VoteKind.STATEMENTS and b.voters > 0),
    Rule("first.funded", _is_funding, lambda b: len(b.funded), _ballots),
    Rule("first.funded-none", lambda b: _is_unchosen(b) and b.kind is VoteKind.BUDGET and b.voters > 0),
    Rule("first.no-vote", lambda b: b.worked and b.ideas > 0 and not b.voted, lambda b: b.ideas),
    Rule("first.no-ideas", lambda b: b.worked and b.ideas == 0),
)

#: The sentences below which titles stand.
NAMING: Final = frozenset({"first.one", "first.tied", "first.agreed", "first.agreed-tied", "first.funded"})


def name_first(brief: IdeasBrief) -> tuple[str, ...]:
    """Return the ideas named as first: all that share the place, or that are funded, or none."""
    said = {claim.key for claim in list_claims(FIRST, brief)}
    return _first_titles(brief) if said & NAMING else ()


#: What heads the challenges that the room left aside while it worked on others.
UNWORKED: Final[tuple[Rule[Synthesis], ...]] = (
    Rule(
        "challenges.unworked",
        lambda s: 0 < s.figures.worked < s.figures.challenges,
        lambda s: s.figures.challenges - s.figures.worked,
    ),
)

#: How the room came to the present wording of a challenge.
WORDINGS: Final[tuple[Rule[ChallengeBrief], ...]] = (
    Rule("wording.present", lambda b: bool(b.earlier) and b.present > 0, lambda b: b.present),
    Rule("wording.present-none", lambda b: bool(b.earlier) and b.present == 0),
    Rule("wording.unknown", lambda b: bool(b.earlier) and b.unknown > 0, lambda b: b.unknown),
)

#: How the work on one challenge went.
COURSE: Final[tuple[Rule[IdeasBrief], ...]] = (
    Rule("ideas.count", lambda b: b.ideas > 0, lambda b: b.ideas),
    Rule("ideas.none", lambda b: b.ideas == 0),
    Rule("ideas.elsewhere", lambda b: 0 < b.elsewhere < b.ideas, lambda b: b.elsewhere),
    Rule("ideas.all-elsewhere", lambda b: 0 < b.elsewhere == b.ideas, lambda b: b.elsewhere),
    Rule("ideas.held", lambda b: b.held > 0, lambda b: b.held),
    Rule("ideas.returned", lambda b: b.returned > 0, lambda b: b.returned),
    Rule("ideas.withdrawn", lambda b: b.withdrawn > 0, lambda b: b.withdrawn),
    Rule("ideas.dismissed", lambda b: b.dismissed > 0, lambda b: b.dismissed),
    Rule("ideas.voters", lambda b: is_told(b.challenge) and b.voters > 0, lambda b: b.voters),
    Rule("ideas.no-voters", lambda b: is_told(b.challenge) and b.voters == 0 and b.kind is VoteKind.DOTS),
    Rule("ideas.no-ballots", lambda b: is_told(b.challenge) and b.voters == 0 and b.kind is not VoteKind.DOTS),
    Rule("ideas.vote-open", _is_vote_open),
    Rule("ideas.vote-untold", _is_closed_untold),
    Rule("ideas.before-vote", lambda b: b.challenge.stage is Stage.CLOSED and not b.voted),
    Rule("ideas.rounds", lambda b: b.challenge.round > 1, lambda b: b.challenge.round),
    Rule("ideas.last-round", lambda b: b.challenge.round > 1 and b.voters > 0 and not _is_announced_before(b)),
    Rule("ideas.announced-before", _is_announced_before),
    Rule("ideas.glimpsed", lambda b: b.glimpsed > 0, lambda b: b.glimpsed),
    Rule(
        "ideas.alone",
        lambda b: 0 < b.counted != b.alone and b.seen == 0,
        values=lambda b: {"alone": b.alone, "ideas": b.counted},
    ),
    Rule("ideas.all-alone", lambda b: 0 < b.counted == b.alone and b.seen == 0, lambda b: b.counted),
    Rule(
        "ideas.alone-slip",
        lambda b: b.seen > 0,
        values=lambda b: {"alone": b.alone, "ideas": b.counted, "seen": b.seen},
    ),
    Rule("ideas.unshown", lambda b: b.worked and b.ideas > 0 and b.challenge.revealed_at is None and not b.glimpsed),
)

#: Who was missing.
ABSENT: Final[tuple[Rule[PresenceBrief], ...]] = (
    Rule(
        "presence.absent",
        lambda p: p.people > 0 and bool(p.absent),
        values=lambda p: {"categories": Names(p.absent, categories=True)},
    ),
    Rule("presence.absent-none", lambda p: p.people > 0 and not p.absent),
)


class Measured(NamedTuple):
    """A condition or a gauge: its name, its value, its numbers where these are few, and the sentence about them."""

    name: str
    value: float | None
    few: Few | None
    claim: Claim


def list_measured(presence: PresenceBrief) -> tuple[Measured, ...]:
    """Return the four conditions, each with the sentence that says what was counted.

    Their conditions stand in ``domain.diversity``, where each is measured.
    """
    conditions = presence.conditions
    measured = (
        ("diversity", conditions.diversity),
        ("independence", conditions.independence),
        ("decentralisation", conditions.decentralisation),
        ("aggregation", conditions.aggregation),
    )
    return tuple(_tell_measured(name, one) for name, one in measured)


def list_gauged(presence: PresenceBrief) -> tuple[Measured, ...]:
    """Return the gauges beside the four conditions, as ``list_measured``."""
    return tuple(_tell_measured(one.name.value, one) for one in presence.gauges)


def _tell_measured(name: str, one: Condition | Gauge) -> Measured:
    return Measured(name, one.value, one.few, Claim(f"measured.{one.reason.code}", one.reason.values))


#: What heads the presences.
PRESENCE: Final[tuple[Rule[PresenceBrief], ...]] = (
    Rule("presence.lead", lambda p: p.invited),
    Rule("presence.lead-uninvited", lambda p: not p.invited),
)

#: What heads the ideas.
IDEAS: Final[tuple[Rule[Synthesis], ...]] = (
    Rule("ideas.lead", lambda s: s.figures.ideas > 0),
    Rule("ideas.lead-votes", lambda s: _dots(s) > 0),
    Rule("ideas.lead-kept", lambda s: any(brief.kept for brief in s.ideas)),
)

#: What heads the matrices.
MATRICES: Final[tuple[Rule[Synthesis], ...]] = (
    Rule("matrices.lead", lambda s: any(brief.answered for brief in s.matrices)),
    Rule("matrices.lead-few", lambda s: any(brief.answered and not brief.drawn for brief in s.matrices)),
)

#: What may be said of a matrix besides what its drawing says.
MATRIX: Final[tuple[Rule[MatrixBrief], ...]] = (
    Rule("matrices.few", lambda b: b.answered > 0 and not b.drawn, lambda b: b.answered),
    Rule("matrices.known", lambda b: b.drawn and b.known > 0, lambda b: b.known),
)


def _without_mission(synthesis: Synthesis) -> int:
    """Count the challenges with a first place that leads, from which no mission came."""
    return sum(
        _leads(ideas) and not section.missions
        for ideas, section in zip(synthesis.ideas, synthesis.missions, strict=True)
    )


def _vacant(synthesis: Synthesis) -> int:
    return synthesis.figures.places - synthesis.figures.filled


def _lacking(synthesis: Synthesis, field: str) -> int:
    """Count the missions of which a field says nothing."""
    return sum(not getattr(brief.mission, field).strip() for one in synthesis.missions for brief in one.missions)


#: What the workshop leaves to be done.
REMAINING: Final[tuple[Rule[Synthesis], ...]] = (
    Rule(
        "remaining.absent",
        lambda s: s.figures.participants > 0 and bool(s.presence.absent),
        lambda s: len(s.presence.absent),
    ),
    Rule("remaining.vacant", lambda s: _vacant(s) > 0, _vacant),
    Rule("remaining.to-confirm", lambda s: s.figures.waiting > 0, lambda s: s.figures.waiting),
    Rule("remaining.later", lambda s: s.figures.later > 0, lambda s: s.figures.later),
    Rule("remaining.another", lambda s: s.figures.another > 0, lambda s: s.figures.another),
    Rule("remaining.no-mission", lambda s: _without_mission(s) > 0, _without_mission),
    Rule("remaining.owner", lambda s: _lacking(s, "owner") > 0, lambda s: _lacking(s, "owner")),
    Rule("remaining.date", lambda s: _lacking(s, "first_date") > 0, lambda s: _lacking(s, "first_date")),
    Rule("remaining.step", lambda s: _lacking(s, "next_step") > 0, lambda s: _lacking(s, "next_step")),
)


#: How it was done.
METHOD: Final[tuple[Rule[Synthesis], ...]] = (
    Rule("method.ideas", lambda s: s.figures.ideas > 0),
    Rule("method.groups", lambda s: s.figures.groups > 0),
    *COUNTING,
    Rule("method.matrices", lambda s: any(brief.matrix.unsure for brief in s.matrices)),
    Rule("method.missions", lambda s: s.figures.computed > 0 and s.figures.against_wish == 0),
    Rule("method.by-hand", lambda s: s.figures.by_hand > 0, lambda s: s.figures.by_hand),
    Rule("method.decline", lambda s: s.figures.computed + s.figures.by_hand > 0),
)


def _knows_somebody(synthesis: Synthesis) -> bool:
    return synthesis.figures.recorded > 0


#: How people's data are protected.
DATA: Final[tuple[Rule[Synthesis], ...]] = (
    Rule("method.concealed", lambda s: s.figures.ideas > 0),
    Rule("method.apart", lambda s: s.figures.consents > 0),
    Rule(
        "method.organiser",
        lambda s: bool(s.organiser) and _knows_somebody(s),
        values=lambda s: {"organiser": s.organiser},
    ),
    Rule("method.retention", lambda s: s.figures.consents > 0, values=lambda s: {"day": s.retention_until}),
    Rule("method.rights", lambda s: _knows_somebody(s)),
)
