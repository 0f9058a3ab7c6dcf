"""Holding an idea back (moderation): with a reason that its author reads, and reversibly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.counting import find_overspent
from workshop_kit.domain.course import Stage
from workshop_kit.domain.entries import GROUP_TITLE
from workshop_kit.domain.ideas import is_called_after, says_the_same
from workshop_kit.domain.model import Dots, Idea, Remover, Source, Vote
from workshop_kit.domain.settled import is_voted_on, keeps_place
from workshop_kit.domain.voting import find_spent, list_covered
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.moderating import find_unfit_reason
from workshop_kit.live.acts.moving import let_screen_go
from workshop_kit.live.challenge import read_options
from workshop_kit.live.held import FLOOD, PAPER, SAME, is_general, is_held_for
from workshop_kit.live.tallies import read_tallies
from workshop_kit.store import Repository
from workshop_kit.store.funding import count_again


def hold_idea(repository: Repository, idea: Idea, reason: str) -> None:
    """Hold an idea back from the room; without a reason, give it back. Either way it was read as it stands.

    Its dots stay on record and no longer count: whoever gave them may put them elsewhere. Given back, the idea takes
    its dots again, as far as their owners still have them; so with the points and the sum of a budget.
    """
    hold_ideas(repository, (idea,), reason)


def hold_ideas(repository: Repository, ideas: Sequence[Idea], reason: str) -> None:
    """Do for several at once what ``hold_idea`` does for one; of what is given back, the first takes its dots first."""
    if not ideas:
        return
    repository.hold_ideas(ideas, reason)
    if not reason:
        _leave_spent(repository, ideas)
    for challenge in dict.fromkeys(idea.challenge for idea in ideas):
        count_again(repository, challenge)
    let_screen_go(repository)


def hold_papers(repository: Repository, papers: Collection[str], *, held: bool) -> None:
    """Hold back every idea of some papers, by the ids of their voices, or give back those that were held back so.

    What is held back for a reason of its own stays so either way. Ballots stand: their dots are no words.
    """
    reason = _say_reason(repository, PAPER) if held else ""
    theirs = (idea for idea in repository.list_ideas() if idea.author in papers)
    concerned = [idea for idea in theirs if (not idea.held if held else is_held_for(PAPER, idea.held))]
    hold_ideas(repository, concerned, reason)


def correct_own_idea(repository: Repository, idea: Idea, text: str, source: Source | None, now: datetime) -> None:
    """Keep what an author changed, until the idea is revealed; one that is held back may be changed then, too.

    Other words count from ``now``: after a reveal, nobody could say that they were written without reading others'.

    Raises
    ------
    NotAllowed
        ``idea-voted-on``; ``idea-revealed``: the room reads it as it stands.

    """
    check_not_voted_on(repository, idea)
    revealed = repository.find_challenge(idea.challenge).stage is not Stage.WRITING
    if revealed and not idea.held and (text, source) != (idea.text, idea.source):
        raise NotAllowed("idea-revealed")
    correct_idea(repository, idea if text == idea.text else replace(idea, written_at=now), text, source)


def correct_idea(
    repository: Repository, idea: Idea, text: str, source: Source | None, *, at_desk: bool = False
) -> None:
    """Keep what was changed; an idea held back stays so, and the facilitator is told to read it again.

    Another text waits to be read before it reaches the screen, as a new one does, and what it said before is said by no
    group any more. What is unfit to be shown unread holds it back, unless the facilitator typed it ``at_desk``. Whoever
    types it, an author's phone or somebody for a slip of paper: raises ``NotAllowed`` (``idea-voted-on``).
    """
    check_not_voted_on(repository, idea)
    changed = (text, source) != (idea.text, idea.source)
    read_again = bool(idea.held) and (changed or idea.corrected)
    corrected = replace(idea, text=text, source=source, corrected=read_again)
    if text != idea.text:
        waits = idea.unread or repository.find_projection().read_first
        unfit = "" if idea.held or at_desk else find_unfit_reason(repository, text, idea.text)
        corrected = replace(corrected, unread=waits, held=idea.held or unfit or find_held(repository, corrected))
        retitle_groups(repository, idea)
    repository.update_idea(corrected)


def find_held(repository: Repository, idea: Idea) -> str:
    """Return for which reason an idea is held back since another of the challenge says the same, ``""`` if none does.

    It is the other's, unless that is in the facilitator's own words: those are for its author, of whom they may tell
    something, and not for whoever writes the same to see what becomes of it. Somebody else's paper that is to be
    checked is none, nor what was held back for the number of them: who sent it is in doubt, and not what it says.
    """
    for one in repository.list_ideas(idea.challenge):
        together = is_held_for(PAPER, one.held) or is_held_for(FLOOD, one.held)
        doubted = together and (one.author is None or one.author != idea.author)
        if one.held and one.id != idea.id and not doubted and says_the_same(one.text, idea.text):
            return one.held if is_general(one.held) else _say_reason(repository, SAME)
    return ""


def find_reason(idea: Idea, others: Iterable[Idea]) -> str:
    """Return the facilitator's own words for which another idea that says the same as ``idea`` is held back.

    ``""``: ``idea`` is held back for a reason of its own, or none of the others is for one in such words.
    """
    if not is_held_for(SAME, idea.held):
        return ""
    alike = (one.held for one in others if one.held and says_the_same(one.text, idea.text))
    return next((reason for reason in alike if not is_general(reason)), "")


def _say_reason(repository: Repository, key: str) -> str:
    return Translator(repository.find_workshop().language)(f"words.held.{key}")


def retitle_groups(repository: Repository, idea: Idea) -> None:
    """Call the groups that took their title from an idea, which says so no more, by another of their ideas."""
    said = {one.id: one for one in repository.list_ideas(idea.challenge)}
    for group in repository.list_groups(idea.challenge, undone=True):
        if idea.id in group.members and is_called_after(group.title, idea.text):
            others = [said[one] for one in group.members if one != idea.id and one in said]
            title = next((one.text for one in others if not one.held and not one.unread), "")
            repository.update_group(replace(group, title=title[: GROUP_TITLE.longest]))


def take_idea_back(repository: Repository, idea: Idea) -> None:
    """Remove an idea for its author; raises ``NotAllowed`` (``idea-voted-on``)."""
    check_not_voted_on(repository, idea)
    repository.remove_idea(idea.id, Remover.AUTHOR)


def check_not_voted_on(repository: Repository, idea: Idea) -> None:
    """Refuse to change what people voted on, in any round: their dots would stand under other words, or under none."""
    if list_voted_on(repository, idea.challenge, (idea,)):
        raise NotAllowed("idea-voted-on")


def list_voted_on(
    repository: Repository, challenge: str, ideas: Collection[Idea], given: Iterable[Vote] | None = None
) -> frozenset[str]:
    """Return the ids of those of a challenge's ``ideas`` that people voted with, or made a mission of.

    A hundred phones ask for it at once: what it takes is read once for all of them, and nothing where nobody wrote.
    ``given`` are the votes of every round and seat, from whoever has read them.
    """
    if not ideas:
        return frozenset()
    cast = repository.list_votes(challenge, every_round=True) if given is None else given
    votes = tuple({vote.option: vote for vote in cast if vote.counts}.values())  # one is enough to hold its option
    missions = repository.list_missions(challenge)
    if not votes and not missions:
        return frozenset()
    groups = repository.list_groups(challenge, undone=True)
    steps = repository.list_steps()
    covered = any(idea.held for idea in ideas) and _has_covered(repository, challenge)
    return frozenset(idea.id for idea in ideas if is_voted_on(idea, groups, votes, missions, steps, covered=covered))


def _has_covered(repository: Repository, challenge: str) -> bool:
    """Tell whether some of the results, as they stand, are still to be uncovered, wherever the challenge stands now."""
    known = repository.find_challenge(challenge)
    return bool(list_covered(read_tallies(repository, known), known.uncovered))


def list_staying(repository: Repository, ideas: Collection[Idea], without: Collection[str]) -> frozenset[str]:
    """Return the ids of those of a challenge's ideas that keep their place without words once their author erases them.

    The author is whoever has the seats ``without``. What it takes is read once, however many they are.
    """
    challenge = next(idea.challenge for idea in ideas)
    groups = repository.list_groups(challenge, undone=True)
    votes = [one for one in repository.list_votes(challenge, every_round=True) if one.participant not in without]
    missions, steps = repository.list_missions(challenge), repository.list_steps()
    covered = _has_covered(repository, challenge)
    return frozenset(idea.id for idea in ideas if keeps_place(idea, groups, votes, missions, steps, covered=covered))


def _leave_spent(repository: Repository, ideas: Sequence[Idea]) -> None:
    """Take from ideas, or from the groups they are in, what their voters have spent elsewhere meanwhile."""
    for challenge in dict.fromkeys(idea.challenge for idea in ideas):
        votes = repository.list_votes(challenge)
        if votes:
            known = repository.find_challenge(challenge)
            rule = repository.find_vote_rule(challenge, known.counted_round)
            options = read_options(repository, known)
            returned = [idea.id for idea in ideas if idea.challenge == challenge]
            dots = [one for one in votes if isinstance(one, Dots)]
            repository.lower_dots(find_spent(options, dots, returned, rule.dots))
            if rule.kind is VoteKind.BUDGET:
                costs = repository.list_costs(challenge)
                for mark in find_overspent(rule, options, votes, costs, returned):
                    repository.update_ballot_mark(mark)
