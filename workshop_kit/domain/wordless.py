"""The places of ideas whose authors erased them, before it was told which of them were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from workshop_kit.domain.briefs import is_told
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.material import Material
from workshop_kit.domain.model import Challenge, Idea, Removal, Remover
from workshop_kit.domain.results import list_given
from workshop_kit.domain.settled import is_chosen


def leave_out_unchosen(material: Material, removed: Collection[str]) -> Material:
    """Return the material without the empty places that nobody chose: they count as withdrawn by their authors.

    Parameters
    ----------
    material
        What the synthesis is made from.
    removed
        What stands in the place of an idea that was erased, in every language.

    """
    if not any(_is_wordless(idea, removed) for idea in material.ideas):
        return material
    out = [idea for challenge in material.challenges for idea in _list_unchosen(material, challenge, removed)]
    gone = {idea.id for idea in out}
    counted = Counter(idea.challenge for idea in out)
    return replace(
        material,
        ideas=[idea for idea in material.ideas if idea.id not in gone],
        removals=[*material.removals, *(Removal(one, Remover.AUTHOR, count) for one, count in counted.items())],
    )


def _list_unchosen(material: Material, challenge: Challenge, removed: Collection[str]) -> Iterator[Idea]:
    """List the ideas of options that hold only empty places, without anything told of a vote and without a mission."""
    ideas = [idea for idea in material.ideas if idea.challenge == challenge.id]
    groups = [group for group in material.groups if group.challenge == challenge.id]
    missions = [mission for mission in material.missions if mission.challenge == challenge.id]
    options = list_options(ideas, groups)
    votes = [vote for vote in material.votes if vote.challenge == challenge.id] if is_told(challenge) else []
    given = list_given(options, votes)
    for option in options:
        kept = option.id in given or any(is_chosen(idea, groups, (), missions) for idea in option.ideas)
        if not kept and all(_is_wordless(idea, removed) for idea in option.ideas):
            yield from option.ideas


def _is_wordless(idea: Idea, removed: Collection[str]) -> bool:
    return idea.author is None and idea.text in removed
