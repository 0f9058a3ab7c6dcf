"""Challenges at work, one or several open together: how far each is, and how many of the room gave something."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import OPEN_STAGES, Phase, Stage, find_moment
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.plans import count_turns
from workshop_kit.domain.presence import list_waited
from workshop_kit.live.acts.moving import read_present
from workshop_kit.live.contract.screen import ScreenFrame, ScreenVote, ScreenWriting
from workshop_kit.live.contract.screen_shown import ScreenChallenge, ScreenOpen, ScreenTurn
from workshop_kit.live.screen.counted import describe_round
from workshop_kit.live.timer import read_timer
from workshop_kit.store import Repository
from workshop_kit.store.persons import Persons


def list_together(repository: Repository, shown: Challenge) -> list[Challenge]:
    """Return the challenges that the room works on now, among them the one that is shown."""
    return [one for one in repository.list_challenges() if one.stage in OPEN_STAGES or one.id == shown.id]


def find_page_of(repository: Repository, shown: Challenge) -> int:
    """Return the page of the writing on which a challenge stands alone: 0 when no other is open with it."""
    together = [one.id for one in list_together(repository, shown)]
    return together.index(shown.id) + 1 if len(together) > 1 else 0


def describe_shown(challenge: Challenge, number: int) -> ScreenChallenge:
    """Return what the screen has of a challenge."""
    return {
        "number": number,
        "stake": conceal_contacts(challenge.stake),
        "statement": conceal_contacts(challenge.statement),
        "tables": challenge.tables,
    }


def read_writing(
    repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame, now: datetime
) -> ScreenWriting:
    """Return the writing: of one challenge; or, where others are open with it, of all and then of each."""
    together = list_together(repository, shown[0])
    authors = _list_authors(repository, together)
    everything = _read_open(repository, together, authors, now)
    if len(together) == 1:
        return {
            **frame,
            "view": "writing",
            "open": everything,
            "wrote": everything[0]["wrote"],
            "expected": _count_waited(repository),
            "finished": _count_finished(repository, together[0]),
        }
    page = min(frame["page"], len(together))
    told = everything if page == 0 else [everything[page - 1]]
    all_authors = frozenset[str]().union(*authors.values())
    return {
        **frame,
        "view": "writing",
        "challenges": [one["challenge"] for one in told],
        "timer": None if page == 0 else told[0]["timer"],
        "page": page,
        "pages": [len(together), *(1 for _ in together)],
        "open": told,
        "wrote": _count_heard(repository, all_authors) if page == 0 else told[0]["wrote"],
        "expected": _count_waited(repository) if page == 0 else None,
        "finished": 0 if page == 0 else _count_finished(repository, together[page - 1]),
    }


def _list_authors(repository: Repository, together: Sequence[Challenge]) -> dict[str, frozenset[str]]:
    """Return by challenge who wrote an idea; one held back counts too, or the room would see that one is."""
    persons = Persons(repository)
    return {
        one.id: frozenset(idea.author for idea in persons.list_ideas(one.id) if idea.author is not None)
        for one in together
    }


def _read_open(
    repository: Repository, together: Sequence[Challenge], authors: dict[str, frozenset[str]], now: datetime
) -> list[ScreenOpen]:
    numbers = {one.id: number for number, one in enumerate(repository.list_challenges(), start=1)}
    return [
        {
            "challenge": describe_shown(one, numbers[one.id]),
            "moment": find_moment(Phase.WORK, one.stage),
            "over": one.stage is Stage.REVEAL and not one.brought,
            "turn": _read_turn(repository, one),
            "timer": read_timer(one, now),
            "wrote": _count_heard(repository, authors[one.id]),
            "voted": _count_voted(repository, one),
        }
        for one in together
    ]


def _read_turn(repository: Repository, challenge: Challenge) -> ScreenTurn | None:
    of = count_turns(challenge.plan)
    if challenge.stage is not Stage.WRITING or challenge.round > 1 or of == 1:
        return None
    return {"at": read_present(repository).turn_of(challenge.id), "of": of}


def read_vote(repository: Repository, shown: Sequence[Challenge], frame: ScreenFrame, _now: datetime) -> ScreenVote:
    """Return the vote on a challenge."""
    challenge = shown[0]
    return {
        **describe_round(repository, challenge, frame),
        "view": "vote",
        "voted": _count_voted(repository, challenge),
        "finished": _count_finished(repository, challenge),
        "expected": _count_waited(repository) if len(list_together(repository, challenge)) == 1 else None,
        "over": challenge.stage is not Stage.VOTE,
    }


def _count_voted(repository: Repository, challenge: Challenge) -> int:
    voters = {vote.participant for vote in Persons(repository).list_votes(challenge.id) if vote.counts}
    return _count_heard(repository, voters)


def _count_finished(repository: Repository, challenge: Challenge) -> int:
    return _count_heard(repository, Persons(repository).list_finished(challenge.id, challenge.stage))


def _count_heard(repository: Repository, people: Collection[str]) -> int:
    """Return how many of ``people`` were waited for: the screen says "of so many", and those are the same."""
    return sum(one.id in people for one in list_waited(repository.list_attending()))


def _count_waited(repository: Repository) -> int:
    return len(list_waited(repository.list_attending()))
