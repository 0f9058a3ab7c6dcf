"""What the room decided on an idea, after which its words are no longer its author's alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from workshop_kit.domain.course import Stage
from workshop_kit.domain.history import Step, StepKind
from workshop_kit.domain.model import Idea, IdeaGroup, Mission, Vote


def is_chosen(idea: Idea, groups: Iterable[IdeaGroup], votes: Iterable[Vote], missions: Iterable[Mission]) -> bool:
    """Tell whether anything was given to an idea in a vote, or a mission was made of it, or of a group it is or was in.

    Parameters
    ----------
    idea
        The idea in question.
    groups
        The groups of its challenge, those undone too.
    votes
        What was given on its challenge, in every round.
    missions
        The missions of its challenge.

    """
    bearing = {idea.id, *(group.id for group in groups if idea.id in group.members)}
    return any(vote.option in bearing and vote.counts for vote in votes) or any(
        mission.option in bearing for mission in missions
    )


def is_voted_on(
    idea: Idea,
    groups: Iterable[IdeaGroup],
    votes: Sequence[Vote],
    missions: Iterable[Mission],
    history: Iterable[Step],
    *,
    covered: bool,
) -> bool:
    """Tell whether people have voted since an idea says what it says, or made something of it.

    An idea on a ballot without a dot of its own counts too, once anybody voted: otherwise its author would learn,
    from what may be changed, whether it received any before the results. One that is held back counts until the
    results are shown, whether it was on the ballot for a while or never: from then on only if it was chosen.

    Parameters
    ----------
    idea, groups, votes, missions
        As above.
    history
        The history of the workshop.
    covered
        Whether some of the challenge's results, as they stand, were never uncovered.

    """
    if is_chosen(idea, groups, votes, missions):
        return True
    if not any(vote.counts for vote in votes):
        return False
    since = _list_stages_since_ballot(idea, history)
    return since is not None and (not idea.held or not _were_told(since, covered=covered))


def keeps_place(
    idea: Idea,
    groups: Iterable[IdeaGroup],
    votes: Iterable[Vote],
    missions: Iterable[Mission],
    history: Iterable[Step],
    *,
    covered: bool,
) -> bool:
    """Tell whether an idea keeps its place, without its words, once its author erases it.

    One that others chose does, so that their dots stay true. Any other does as well once a vote was opened with it,
    until the results are told: the ballots of the room show which place goes, and would tell before the results which
    ideas have dots. Whether anybody voted is not looked at: had only the author voted, that would be told otherwise.

    Parameters
    ----------
    idea, groups, missions, history, covered
        As above.
    votes
        What others than the author gave on its challenge, in every round.

    """
    if is_chosen(idea, groups, votes, missions):
        return True
    since = _list_stages_since_ballot(idea, history)
    return since is not None and not _were_told(since, covered=covered)


def _list_stages_since_ballot(idea: Idea, history: Iterable[Step]) -> Sequence[Stage | None] | None:
    """List what its challenge stood at, moves taken back aside, since a vote was last opened with an idea, if any.

    Taking back what had ended a vote opens it again, with what was written in between.
    """
    steps = tuple(history)
    undone = {step.undoes: step.at for step in steps if step.kind is StepKind.UNDO}
    passed = [step for step in steps if step.kind is StepKind.STAGE and step.challenge == idea.challenge]
    opened = [at for at, step in enumerate(passed) if step.stage is Stage.VOTE and step.at >= idea.written_at]
    for at, step in enumerate(passed):
        again = undone.get(step.move)
        if again is not None and again >= idea.written_at and _stood_in_vote(passed[:at], undone, again):
            opened.append(at)
    if not opened:
        return None
    return [step.stage for step in passed[max(opened) :] if step.move not in undone]


def _stood_in_vote(passed: Sequence[Step], undone: Mapping[str | None, datetime], at: datetime) -> bool:
    """Tell whether a challenge stood in its vote after the steps ``passed``, those taken back before ``at`` aside."""
    stood = [step.stage for step in passed if step.move not in undone or undone[step.move] > at]
    return stood[-1:] == [Stage.VOTE]


def _were_told(stages: Sequence[Stage | None], *, covered: bool) -> bool:
    """Tell whether the results came among ``stages``, and were uncovered or closed; a closed one hides none."""
    if Stage.RESULTS not in stages:
        return False
    return not covered or Stage.CLOSED in stages[stages.index(Stage.RESULTS) :]
