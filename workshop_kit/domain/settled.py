"""What the room decided on an idea, after which its words are no longer its author's alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshop_kit.domain.course import Stage
from workshop_kit.domain.history import Step, StepKind
from workshop_kit.domain.model import Idea, IdeaGroup, Mission, Vote


def is_chosen(idea: Idea, groups: Iterable[IdeaGroup], votes: Iterable[Vote], missions: Iterable[Mission]) -> bool:
    """Tell whether dots were given to an idea, or a mission was made of it: to itself, or to a group it is or was in.

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
    return any(vote.option in bearing and vote.count > 0 for vote in votes) or any(
        mission.option in bearing for mission in missions
    )


def is_voted_on(
    idea: Idea,
    groups: Iterable[IdeaGroup],
    votes: Sequence[Vote],
    missions: Iterable[Mission],
    history: Iterable[Step],
) -> bool:
    """Tell whether people have voted with an idea before their eyes, or made something of it; parameters as above.

    An idea on a ballot without a dot of its own counts too, once anybody voted: otherwise its author would learn,
    from what may be changed, whether it received any before the results. One that is held back was on no ballot.
    """
    if is_chosen(idea, groups, votes, missions):
        return True
    return (
        not idea.held
        and any(vote.count > 0 for vote in votes)
        and any(
            step.kind is StepKind.STAGE
            and step.challenge == idea.challenge
            and step.stage is Stage.VOTE
            and step.at >= idea.written_at
            for step in history
        )
    )
