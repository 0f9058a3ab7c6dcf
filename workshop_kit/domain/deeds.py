"""From the idea to the deed: which missions each result of a vote became."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import IdeaGroup, Mission


def link_missions(
    options: Sequence[Option], missions: Iterable[Mission], groups: Iterable[IdeaGroup]
) -> dict[str, tuple[Mission, ...]]:
    """Return the missions that each option became, by the option's id; options without a mission are left out.

    A mission keeps its origin when ideas are gathered or parted afterwards: one that came from an idea belongs to the
    group that holds it now, one that came from a group undone since to the option of that group's first idea.

    Parameters
    ----------
    options
        What the room voted on, as it stands now.
    missions
        All the missions; those without an origin, or of other challenges, are not linked.
    groups
        The groups of the challenge, those undone too.

    """
    holders = {option.id: option.id for option in options}
    for option in options:
        for idea in option.ideas:
            holders.setdefault(idea.id, option.id)
    undone = {group.id: group.members for group in groups}
    linked: defaultdict[str, list[Mission]] = defaultdict(list)
    for mission in missions:
        if mission.option is None:
            continue
        origins = (mission.option, *undone.get(mission.option, ()))
        holder = next((holders[one] for one in origins if one in holders), None)
        if holder is not None:
            linked[holder].append(mission)
    return {option: tuple(found) for option, found in linked.items()}
