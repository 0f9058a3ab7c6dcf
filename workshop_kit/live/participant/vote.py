"""Private dots, and the results once the vote is closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workshop_kit.domain.course import Stage
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Change, Participant
from workshop_kit.domain.voting import count_dots, list_places, tally_votes
from workshop_kit.live.acts.contributing import place_dots
from workshop_kit.live.challenge import describe_challenge, read_options, say_idea, say_title
from workshop_kit.live.contract.asking import Intention, intention
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
from workshop_kit.store.persons import Person, Persons


class CastsVotes(SeatedWindow):
    """One person's dots, given on whichever of their phones; nobody's tallies before the results.

    The tallies of what has its results change seldom, and the room has a hundred phones: each is read again only when
    something of that challenge, or of who the people are, has changed.
    """

    def _forget(self) -> None:
        super()._forget()
        self._tallied: dict[str, tuple[Challenge, TalliedChallenge]] = {}

    def _keep_up(self, changes: Sequence[Change]) -> None:
        for change in changes:
            if change.kind in ("idea", "group", "vote"):
                self._drop_tallied(change.challenge)
            elif change.kind == "participant":
                self._drop_tallied(None)
        super()._keep_up(changes)

    def _settle(self, found: Intention, asked: Any) -> None:
        super()._settle(found, asked)
        if found.name != "place_dots":  # which touches no results; what else this person did is seen at once
            self._drop_tallied(None)

    def _drop_tallied(self, challenge: str | None) -> None:
        """Have the tallies of a challenge read again, or of all."""
        if challenge is None:
            self._tallied.clear()
        else:
            self._tallied.pop(challenge, None)

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
        apart="challenges",
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
        place_dots(repository, me.id, asked.challenge, asked.option, asked.count)

    def _read_votes(self, repository: Repository) -> OpenVotes:
        self._look_at_course(repository)
        me = self._find_me(repository)
        challenges: list[BallotChallenge | TalliedChallenge] = []
        for challenge in self._list_shown("ballot", "tallies"):
            if self._is_shown("ballot", challenge.stage):
                challenges.append(_read_ballot(repository, me, challenge))
            elif challenge.results_at is not None:
                challenges.append(self._read_tallied(repository, me, challenge))
        return {"visible": True, "challenges": challenges}

    def _read_tallied(self, repository: Repository, me: Participant, challenge: Challenge) -> TalliedChallenge:
        known, tallied = self._tallied.get(challenge.id, (None, None))
        if tallied is None or known != challenge:
            tallied = _read_tallies(repository, me, challenge)
            self._tallied[challenge.id] = challenge, tallied
        return tallied


def _read_ballot(repository: Repository, me: Participant, challenge: Challenge) -> BallotChallenge:
    options, person = read_options(repository, challenge), Person(repository, me.id)
    mine = count_dots(options, person.list_votes(challenge.id))
    ordered = shuffle_for(me.id, options)
    return {
        **describe_challenge(challenge),
        "stage": "vote",
        "options": [{**_describe_option(option, me), "dots": mine.get(option.id, 0)} for option in ordered],
        "finished": person.has_finished(challenge.id, Stage.VOTE),
    }


def _describe_option(option: Option, me: Participant) -> OptionText:
    return {
        "id": option.id,
        "title": say_title(option),
        "lone": option.lone,
        "ideas": [say_idea(idea) for idea in option.ideas],
        "mine": any(idea.author == me.id for idea in option.ideas),
    }


def _read_tallies(repository: Repository, me: Participant, challenge: Challenge) -> TalliedChallenge:
    options = read_options(repository, challenge)
    mine = count_dots(options, Person(repository, me.id).list_votes(challenge.id))
    tallies = tally_votes(options, Persons(repository).list_votes(challenge.id))
    covered = find_covered(tallies, challenge)
    places = list_places(tallies)[len(covered) :]
    # while a place is covered, what stands in none would tell by elimination what is under the cover
    shown = tallies if not covered else [tally for place in places for tally in place.tallies]
    return {
        **describe_challenge(challenge),
        "stage": "closed" if challenge.stage is Stage.CLOSED else "results",
        "covered": len(covered),
        "options": [
            {**_describe_option(tally.option, me), **describe_tally(tally), "my_dots": mine.get(tally.option.id, 0)}
            for tally in shown
        ],
    }
