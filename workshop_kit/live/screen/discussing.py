"""What the room is to talk about: ideas that are marked for it, and ideas that oppose each other, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.ideas import Option, find_tensions, list_opposed
from workshop_kit.domain.model import Challenge, Idea
from workshop_kit.live.challenge import read_options, strip_marks
from workshop_kit.live.contract.screen_shown import ScreenCard, ScreenDiscussed
from workshop_kit.live.screen.pages import Sheet, fill_pages, set_text, weigh_card
from workshop_kit.store import Repository

#: Two rows a page, each of two cards side by side.
_TENSIONS: Final = Sheet(5.5, 40, 1.25)
#: Tensions that are shown, those about the most alike things.
TENSIONS_AT_MOST: Final = 8


def read_discussed(options: Sequence[Option]) -> list[ScreenDiscussed]:
    """Return the ideas marked for discussion, with what their authors answered; nobody reads who they are."""
    return [
        {
            "title": "" if option.lone else set_text(conceal_contacts(option.title)),
            "text": set_text(conceal_contacts(idea.text)),
            "answer": set_text(conceal_contacts(idea.answer)),
        }
        for option in options
        for idea in option.ideas
        if idea.discuss
    ]


def weigh_idea_card(card: ScreenCard) -> float:
    """Return the lines of a card of ideas; an answer has a line of its own that says whose it is."""
    answers = list(filter(None, card["answers"]))
    notes = len(answers) + (card["ideas"] > 1)
    return weigh_card(card["title"], [*card["texts"], *answers], notes=notes)


def list_to_discuss(repository: Repository, challenge: Challenge, covered: int = 0) -> list[ScreenDiscussed]:
    """Return them beside results: none while a place is ``covered``, since a mark would point at it."""
    return [] if covered else read_discussed(read_options(repository, challenge))


def fill_discussed(discussed: Sequence[ScreenDiscussed]) -> list[int]:
    """Return how many of the ideas to discuss stand on each of their pages."""
    weights = [
        weigh_card(one["title"], [one["text"], *([one["answer"]] if one["answer"] else [])], notes=bool(one["answer"]))
        for one in discussed
    ]
    return fill_pages(weights)


def read_tensions(options: Sequence[Option]) -> list[list[str]]:
    """Return the texts that oppose each other about one thing, two and two, of what the room has read.

    Two options oppose each other once, in the words of those of their ideas that are the most alike.
    """
    ideas = tuple(strip_marks(idea) for option in options for idea in option.ideas)
    opposed = list_opposed(options, _find_once(ideas))[:TENSIONS_AT_MOST]
    return [[set_text(conceal_contacts(idea.text)) for idea in pair] for pair in opposed]


def fill_tensions(tensions: Sequence[Sequence[str]]) -> list[int]:
    """Return how many tensions stand on each of their pages."""
    return fill_pages([max(weigh_card("", [text]) for text in pair) for pair in tensions], _TENSIONS)


# Comparing every idea with every other costs more than reading them; a change elsewhere must not pay for it again.
@lru_cache(maxsize=4)
def _find_once(ideas: tuple[Idea, ...]) -> tuple[tuple[str, str], ...]:
    return find_tensions(ideas)
