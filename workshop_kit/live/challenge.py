"""What every page is told of a challenge: its words, its place, and what the room votes on under it."""

from __future__ import annotations

from dataclasses import replace

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.ideas import Option, list_options
from workshop_kit.domain.model import Challenge, Idea
from workshop_kit.live.contract.shared import ChallengeText, NumberedChallenge
from workshop_kit.store import Repository


def describe_challenge(challenge: Challenge) -> ChallengeText:
    """Return what anybody is shown of a challenge: the facilitator's form of challenges alone has it as typed."""
    hide = conceal_contacts
    return {"id": challenge.id, "stake": hide(challenge.stake), "statement": hide(challenge.statement)}


def number_challenge(challenge: Challenge, number: int) -> NumberedChallenge:
    """Return a challenge with its place among the workshop's, from 1."""
    return {**describe_challenge(challenge), "number": number}


def read_options(repository: Repository, challenge: Challenge, *, read: bool = False) -> tuple[Option, ...]:
    """Return the options of a challenge: its groups, and the ideas that are in none; none that is held back.

    With ``read``, only what was brought to the screen: an option whose ideas all wait to be read is none.
    """
    ideas = [idea for idea in repository.list_ideas(challenge.id) if idea.held or not (read and idea.unread)]
    return list_options(ideas, repository.list_groups(challenge.id))


def strip_marks(idea: Idea) -> Idea:
    """Return an idea without what changes nothing of what it says: it is compared with the others once."""
    return replace(idea, asked=False, answer="", discuss=False, unread=False, corrected=False)


def say_idea(idea: Idea) -> str:
    """Return what an idea says to the room, its author included: else they would believe that all read their number."""
    return conceal_contacts(idea.text)


def say_title(option: Option) -> str:
    """Return what an option is called to the room, as ``say_idea`` does."""
    return say_idea(option.ideas[0]) if option.lone and option.ideas else conceal_contacts(option.title)


def is_concealed(title: str) -> bool:
    """Tell whether others read a title without the contact details in it.

    The facilitator reads titles as typed where they may be changed: a change that began with the concealed words would
    lose the others. What is published or shown to the room is concealed wherever it comes from.
    """
    return conceal_contacts(title) != title


def read_shown_ideas(repository: Repository, challenge: str) -> tuple[Idea, ...]:
    """Return the ideas of a challenge that the room may see: those that are not held back."""
    return tuple(idea for idea in repository.list_ideas(challenge) if not idea.held)
