"""Private dots, and the results once the vote is closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from workshop_kit.domain.ideas import Option, list_options
from workshop_kit.domain.model import DOTS_PER_CHALLENGE, DOTS_PER_OPTION, Challenge, Dots, Participant, Phase
from workshop_kit.domain.voting import check_dots, tally_votes
from workshop_kit.errors import InvalidEntry, MissingEntry, NotAllowed
from workshop_kit.live.participant.entries import demand_id
from workshop_kit.live.participant.ideas import describe_challenge, shuffle_for
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.store import Repository


class CastsVotes(SeatedWindow):
    """One person's dots; nobody's tallies before the results."""

    def vote_model(self) -> dict[str, Any]:
        """Return the options with one's own dots while voting, the tallies once the vote is closed."""
        if self._is_in(Phase.VOTE):
            return self.store.read(self._read_vote)
        if self._is_in(Phase.RESULTS):
            return self.store.read(self._read_results)
        return {"visible": False}

    def place_dots(self, *, challenge: object, option: object, count: object, intention: str) -> dict[str, Any]:
        """Have ``count`` dots (0, 1 or 2) of one's own on an option.

        Raises
        ------
        InvalidEntry
            More than two on one option, or more than five on one challenge.
        MissingEntry
            ``option-gone``: the idea was merged into a group meanwhile, or is not there.
        NotAllowed
            ``not-seated``, ``vote-not-open``.

        """
        if isinstance(count, bool) or not isinstance(count, int):
            raise InvalidEntry("malformed-intention")

        def place(repository: Repository, me: Participant) -> dict[str, Any]:
            if repository.find_workshop().phase is not Phase.VOTE:
                raise NotAllowed("vote-not-open")
            voted = repository.find_challenge(demand_id(challenge))
            options = _list_options(repository, voted)
            if all(one.id != option for one in options):
                raise MissingEntry("option-gone")
            given = repository.list_dots(voted.id, me.id)
            counted = count_dots(options, given)
            new = Dots(me.id, voted.id, demand_id(option), count)
            check_dots([Dots(me.id, voted.id, held, number) for held, number in counted.items()], new)
            for moved in _dots_on_members(options, given, new.option):
                repository.update_dots(replace(moved, count=0))
            repository.update_dots(new)
            return {}

        return self._act(intention, place)

    def _read_vote(self, repository: Repository) -> dict[str, Any]:
        me = self._find_me(repository)
        return {
            "visible": True,
            "stage": "vote",
            "current": repository.find_workshop().current_challenge,
            "finished": me.id in repository.list_finished(Phase.VOTE),
            "dots": DOTS_PER_CHALLENGE,
            "dots_per_option": DOTS_PER_OPTION,
            "challenges": [
                describe_challenge(challenge) | {"options": self._read_options(repository, me, challenge)}
                for challenge in repository.list_challenges()
            ],
        }

    def _read_options(self, repository: Repository, me: Participant, challenge: Challenge) -> list[dict[str, Any]]:
        options = _list_options(repository, challenge)
        mine = count_dots(options, repository.list_dots(challenge.id, me.id))
        return [
            describe_option(option, me) | {"dots": mine.get(option.id, 0)} for option in shuffle_for(me.id, options)
        ]

    def _read_results(self, repository: Repository) -> dict[str, Any]:
        me = self._find_me(repository)
        return {
            "visible": True,
            "stage": "results",
            "current": repository.find_workshop().current_challenge,
            "challenges": [
                describe_challenge(challenge) | {"options": _read_tallies(repository, me, challenge)}
                for challenge in repository.list_challenges()
            ],
        }


def describe_option(option: Option, me: Participant) -> dict[str, Any]:
    """Return what a phone shows of an option: its title, its ideas' texts, and whether one of them is one's own."""
    return {
        "id": option.id,
        "title": option.title,
        "lone": option.lone,
        "ideas": [idea.text for idea in option.ideas],
        "mine": any(idea.author == me.id for idea in option.ideas),
    }


def _read_tallies(repository: Repository, me: Participant, challenge: Challenge) -> list[dict[str, Any]]:
    options = _list_options(repository, challenge)
    mine = count_dots(options, repository.list_dots(challenge.id, me.id))
    tallies = tally_votes(options, repository.list_dots(challenge.id))
    return [
        describe_option(tally.option, me)
        | {
            "dots": tally.dots,
            "supporters": tally.supporters,
            "rank": tally.rank,
            "my_dots": mine.get(tally.option.id, 0),
        }
        for tally in sorted(tallies, key=lambda tally: tally.rank)
    ]


def _list_options(repository: Repository, challenge: Challenge) -> tuple[Option, ...]:
    return list_options(repository.list_ideas(challenge.id), repository.list_groups(challenge.id))


def count_dots(options: Iterable[Option], given: Iterable[Dots]) -> dict[str, int]:
    """Count one person's dots by option as the tally does: those on an idea merged since count for its group."""
    return {tally.option.id: tally.dots for tally in tally_votes(tuple(options), given) if tally.dots > 0}


def _dots_on_members(options: Iterable[Option], given: Iterable[Dots], group: str) -> list[Dots]:
    """List the dots that count for ``group`` because they stand on one of its ideas."""
    members = {idea.id for option in options if option.id == group for idea in option.ideas} - {group}
    return [dots for dots in given if dots.option in members]
