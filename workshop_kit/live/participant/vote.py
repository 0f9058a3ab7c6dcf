"""Private dots, and the results once the vote is closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from workshop_kit.domain.course import Stage
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Change, Dots, Participant
from workshop_kit.domain.voting import check_dots, tally_votes
from workshop_kit.errors import MissingEntry
from workshop_kit.live.challenge import describe_challenge, read_options
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.participant.vote import (
    BallotChallenge,
    OpenVotes,
    OptionText,
    PlaceDots,
    TalliedChallenge,
    VoteModel,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.participant.ideas import shuffle_for
from workshop_kit.live.participant.seat import SeatedWindow
from workshop_kit.live.tallies import describe_tally, find_covered
from workshop_kit.store import Repository


class CastsVotes(SeatedWindow):
    """One person's dots; nobody's tallies before the results."""

    def _is_counted(self, change: Change, shown: Mapping[str, Any]) -> bool:
        """While a vote is open, other people's dots do not touch this page."""
        if change.kind not in ("idea", "group", "vote"):
            return True
        stage = next((one["stage"] for one in shown["challenges"] if one["id"] == change.challenge), None)
        if stage is None:
            return False
        return change.kind != "vote" or stage != "vote" or self._is_mine(change)

    @shows(
        *("idea", "group", "vote"),
        own=("finished",),
        when=_is_counted,
        sections=("participant.vote", "participant.place"),
    )
    def vote_model(self) -> VoteModel:
        """Return one's own dots of what is voted on, the tallies of what has its results, and nothing else."""
        if not self._list_shown("ballot", "tallies"):
            return Hidden(visible=False)
        return self.store.read(self._read_votes)

    @intention
    def place_dots(self, repository: Repository, me: Participant, asked: PlaceDots) -> None:
        """Have 0, 1 or 2 dots of one's own on an option.

        Raises
        ------
        InvalidEntry
            ``no-dots-left``: more than five on one challenge.
        MissingEntry
            ``option-gone``: the idea was merged into a group meanwhile, or is not there.

        """
        voted = repository.find_challenge(asked.challenge)
        options = read_options(repository, voted)
        if all(one.id != asked.option for one in options):
            raise MissingEntry("option-gone")
        given = repository.list_votes(voted.id, me.id)
        new = Dots(me.id, voted.id, asked.option, asked.count, voted.round)
        check_dots([Dots(me.id, voted.id, held, number) for held, number in count_dots(options, given).items()], new)
        for moved in _dots_on_members(options, given, new.option):
            repository.update_dots(replace(moved, count=0))
        repository.update_dots(new)

    def _read_votes(self, repository: Repository) -> OpenVotes:
        self._look_at_course(repository)
        me = self._find_me(repository)
        challenges: list[BallotChallenge | TalliedChallenge] = []
        for challenge in self._list_shown("ballot", "tallies"):
            if self._is_shown("ballot", challenge.stage):
                challenges.append(_read_ballot(repository, me, challenge))
            elif challenge.results_at is not None:
                challenges.append(_read_tallies(repository, me, challenge))
        return {"visible": True, "challenges": challenges}


def _read_ballot(repository: Repository, me: Participant, challenge: Challenge) -> BallotChallenge:
    options = read_options(repository, challenge)
    mine = count_dots(options, repository.list_votes(challenge.id, me.id))
    ordered = shuffle_for(me.id, options)
    return {
        **describe_challenge(challenge),
        "stage": "vote",
        "options": [{**_describe_option(option, me), "dots": mine.get(option.id, 0)} for option in ordered],
        "finished": me.id in repository.list_finished(challenge.id, Stage.VOTE),
    }


def count_dots(options: Iterable[Option], given: Iterable[Dots]) -> dict[str, int]:
    """Count one person's dots by option as the tally does: those on an idea merged since count for its group."""
    return {tally.option.id: tally.dots for tally in tally_votes(tuple(options), given) if tally.dots > 0}


def _describe_option(option: Option, me: Participant) -> OptionText:
    return {
        "id": option.id,
        "title": option.title,
        "lone": option.lone,
        "ideas": [idea.text for idea in option.ideas],
        "mine": any(idea.author == me.id for idea in option.ideas),
    }


def _read_tallies(repository: Repository, me: Participant, challenge: Challenge) -> TalliedChallenge:
    options = read_options(repository, challenge)
    mine = count_dots(options, repository.list_votes(challenge.id, me.id))
    tallies = tally_votes(options, repository.list_votes(challenge.id))
    covered = find_covered(tallies, challenge)
    hidden = {tally.option.id for place in covered for tally in place.tallies}
    return {
        **describe_challenge(challenge),
        "stage": "closed" if challenge.stage is Stage.CLOSED else "results",
        "covered": len(covered),
        "options": [
            {**_describe_option(tally.option, me), **describe_tally(tally), "my_dots": mine.get(tally.option.id, 0)}
            for tally in tallies
            if tally.option.id not in hidden
        ],
    }


def _dots_on_members(options: Iterable[Option], given: Iterable[Dots], group: str) -> list[Dots]:
    """List the dots that count for ``group`` because they stand on one of its ideas."""
    members = {idea.id for option in options if option.id == group for idea in option.ideas} - {group}
    return [dots for dots in given if dots.option in members]
