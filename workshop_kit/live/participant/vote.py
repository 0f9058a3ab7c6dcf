"""Private dots, and the results once the vote is closed."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from typing import Any, Final

from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Stage
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Change, Participant
from workshop_kit.domain.plans import is_to_vote_again, votes_twice
from workshop_kit.domain.statements import order_statements
from workshop_kit.domain.voting import list_places
from workshop_kit.errors import NotAllowed
from workshop_kit.live.acts.contributing import place_dots
from workshop_kit.live.acts.voting import give_grade, read_before, read_given, say_stance, spend_on
from workshop_kit.live.challenge import describe_challenge, read_options, say_idea, say_title
from workshop_kit.live.contract.asking import Intention, intention
from workshop_kit.live.contract.participant.vote import (
    BallotChallenge,
    GiveGrade,
    OpenVotes,
    OptionText,
    PlaceDots,
    SayStance,
    SpendOn,
    TalliedChallenge,
    TalliedOption,
    VoteModel,
    VoteOption,
)
from workshop_kit.live.contract.shared import Hidden
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.participant.ideas import WritesIdeas, list_asked_of
from workshop_kit.live.participant.paging import find_page, list_read, part_options, shuffle_for
from workshop_kit.live.rules import describe_rule
from workshop_kit.live.tallies import describe_tally, find_covered, read_tallies, read_tallies_before
from workshop_kit.store import Repository
from workshop_kit.store.persons import Person
from workshop_kit.store.sheets import read_sheet

#: Options last touched that stay in sight on another page, until others take their place.
TOUCHED_AT_MOST: Final = 5
#: What touches a ballot alone.
_BALLOTS: Final = frozenset({"place_dots", "give_grade", "say_stance", "spend_on"})


class CastsVotes(WritesIdeas):
    """One person's dots, given on whichever of their phones; nobody's tallies before the results.

    Of many options a phone has a page at a time, and those with dots of this person's wherever they stand.

    The tallies of what has its results change seldom, and the room has a hundred phones: each is read again only when
    something of that challenge, or of who the people are, has changed.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.on_rehearsal(self._learn_to_count)

    def _forget(self) -> None:
        super()._forget()
        self._tallied: dict[str, tuple[tuple[Challenge, int], TalliedChallenge]] = {}
        self._touched: deque[str] = deque(maxlen=TOUCHED_AT_MOST)
        self._rank: int | None = None
        self._ordered: dict[str, tuple[VoteKind, Sequence[Option]]] = {}
        self._drawn = 0

    def _keep_up(self, changes: Sequence[Change]) -> None:
        for change in changes:
            if change.kind in ("idea", "group"):
                self._ordered.clear()
            if change.kind in ("idea", "group", "vote"):
                self._drop_tallied(change.challenge)
            elif change.kind == "participant":
                self._drop_tallied(None)
        super()._keep_up(changes)

    def _settle(self, found: Intention, asked: Any) -> None:
        super()._settle(found, asked)
        if found.name not in _BALLOTS:  # which touches no results; what else this person did is seen at once
            self._drop_tallied(None)
            self._ordered.clear()
        elif asked.option not in self._touched:  # nothing goes away under the thumb that takes its last dot back
            self._touched.append(asked.option)

    def _drop_tallied(self, challenge: str | None) -> None:
        """Have the tallies of a challenge read again, or of all."""
        if challenge is None:
            self._tallied.clear()
        else:
            self._tallied.pop(challenge, None)

    def _is_counted(self, change: Change, shown: Mapping[str, Any]) -> bool:
        """While a vote is open, other people's dots do not touch this page, nor do one's own that it shows already."""
        if change.kind not in ("idea", "group", "vote"):
            return True
        stage = next((one["stage"] for one in shown["challenges"] if one["id"] == change.challenge), None)
        if stage is None:
            return False
        return change.kind != "vote" or stage != "vote" or (change.sequence > self._drawn and self._is_mine(change))

    @shows(
        *("idea", "group", "vote"),
        own=("finished",),
        when=_is_counted,
        sections=(
            *("participant.vote", "participant.place", "participant.ballots", "stakes.grade"),
            "participant.clarifying",
        ),
        apart="challenges",
    )
    def vote_model(self) -> VoteModel:
        """Return one's own dots of what is voted on, the tallies of what has its results, and nothing else."""
        if not self._list_shown("ballot", "tallies"):
            return Hidden(visible=False)
        latest = self.store.latest_sequence()
        model = self.store.read(self._read_votes)
        self._drawn = latest
        return model

    @intention
    def place_dots(self, repository: Repository, me: Participant, asked: PlaceDots) -> None:
        """Have dots of one's own on an option, as many as the rule of the vote allows.

        Raises
        ------
        InvalidEntry
            ``no-dots-left``: more than one has on one challenge.
        MissingEntry
            ``option-gone``: the idea was merged into a group meanwhile, or is not there.
        NotAllowed
            ``vote-of-before``: it was put on the ballot of a round that is over.

        """
        _check_round(repository, asked)
        place_dots(repository, me.id, asked.challenge, asked.option, asked.count)

    @intention
    def give_grade(self, repository: Repository, me: Participant, asked: GiveGrade) -> None:
        """Have a grade of one's own on an option, or leave it blank; raises as the act and ``place_dots`` do."""
        _check_round(repository, asked)
        give_grade(repository, me.id, asked.challenge, asked.option, asked.grade)

    @intention
    def say_stance(self, repository: Repository, me: Participant, asked: SayStance) -> None:
        """Agree with a statement, disagree, or pass; raises as ``acts.voting.say_stance``."""
        _check_round(repository, asked)
        say_stance(repository, me.id, asked.challenge, asked.option, asked.stance)

    @intention
    def spend_on(self, repository: Repository, me: Participant, asked: SpendOn) -> None:
        """Spend on an option of a budget, or take it back; raises as ``acts.voting.spend_on``."""
        _check_round(repository, asked)
        spend_on(repository, me.id, asked.challenge, asked.option, asked.points)

    def _read_votes(self, repository: Repository) -> OpenVotes:
        self._look_at_course(repository)
        me = self._find_me(repository)
        challenges: list[BallotChallenge | TalliedChallenge] = []
        for challenge in self._list_shown("ballot", "tallies"):
            if self._is_shown("ballot", challenge.stage):
                turned = self._find_turned(challenge)
                ordered = self._order(repository, me, challenge)
                challenges.append(_read_ballot(repository, me, challenge, ordered, turned, self._touched))
            elif challenge.results_at is not None:
                challenges.append(self._read_tallied(repository, me, challenge))
        return {"visible": True, "challenges": challenges}

    def _learn_to_count(self) -> None:
        """Ask of nothing what results ask the store: one press has a hundred phones do it, each of which prepares it.

        What is asked here is prepared in the page of which they are copies.
        """
        self.store.read(_look_at_no_results)

    def _order(self, repository: Repository, me: Participant, challenge: Challenge) -> Sequence[Option]:
        """Return the options in this person's own order; of statements, so that all are read about equally often.

        Each press shows the ballot anew: hundreds of ideas are read and put in order once, until one of them changes.
        """
        kind = repository.find_vote_rule(challenge.id).kind
        known, ordered = self._ordered.get(challenge.id, (None, ()))
        if known is not kind:
            ordered = self._find_order(repository, me, challenge, kind)
            self._ordered[challenge.id] = kind, ordered
        return ordered

    def _find_order(
        self, repository: Repository, me: Participant, challenge: Challenge, kind: VoteKind
    ) -> Sequence[Option]:
        options = read_options(repository, challenge)
        if kind is not VoteKind.STATEMENTS:
            return shuffle_for(me.id, options)
        if self._rank is None:
            people = sorted(repository.list_participants(), key=lambda one: (one.joined_at, one.id))
            self._rank = [one.id for one in people].index(me.id)
        known = {option.id: option for option in options}
        return [known[one] for one in order_statements(tuple(known), self._rank)]

    def _read_tallied(self, repository: Repository, me: Participant, challenge: Challenge) -> TalliedChallenge:
        asked = challenge, self._find_turned(challenge)
        known, tallied = self._tallied.get(challenge.id, (None, None))
        if tallied is None or known != asked:
            tallied = _read_tallies(repository, me, *asked)
            self._tallied[challenge.id] = asked, tallied
        return tallied


def _check_round(repository: Repository, asked: PlaceDots | GiveGrade | SayStance | SpendOn) -> None:
    if asked.round not in (None, repository.find_challenge(asked.challenge).round):
        raise NotAllowed("vote-of-before")


def _read_ballot(
    repository: Repository,
    me: Participant,
    challenge: Challenge,
    ordered: Sequence[Option],
    turned: int,
    touched: Collection[str],
) -> BallotChallenge:
    person = Person(repository, me.id)
    rule = repository.find_vote_rule(challenge.id)
    dotted = rule.kind is VoteKind.DOTS
    mine = read_given(rule, ordered, person.list_votes(challenge.id))
    before = read_before(repository, me.id, challenge)
    costs = repository.list_costs(challenge.id) if rule.kind is VoteKind.BUDGET else {}
    pages = part_options(ordered)
    page = find_page(turned, pages)
    numbers = {option.id: number for number, option in enumerate(ordered, start=1)}
    finished = person.has_finished(challenge.id, Stage.VOTE)

    def describe(option: Option) -> VoteOption:
        return {
            **_describe_option(option, me),
            "number": numbers[option.id],
            "dots": mine.get(option.id, 0) if dotted else 0,
            "mark": None if dotted else mine.get(option.id),
            "before": before.get(option.id),
            "cost": costs.get(option.id),
        }

    elsewhere = _list_elsewhere(rule, ordered, pages[page - 1], mine, touched)
    return {
        **describe_challenge(challenge),
        "stage": "vote",
        "options": [describe(option) for option in pages[page - 1]],
        "elsewhere": [describe(option) for option in ordered if option.id in elsewhere],
        "rule": describe_rule(rule),
        "round": challenge.round,
        "again": votes_twice(challenge.plan) and challenge.round > 1 and bool(before),
        "total": len(ordered),
        "marked": len(mine),
        "spent": _count_spent(rule, mine, costs),
        "page": page,
        "pages": len(pages),
        "finished": finished,
        "nudged": challenge.nudged_at is not None and not mine and not finished,
        "asked": list_asked_of((idea for option in ordered for idea in option.ideas), me),
    }


def _list_elsewhere(
    rule: VoteRule, ordered: Sequence[Option], page: Sequence[Option], mine: Collection[str], touched: Collection[str]
) -> set[str]:
    """Return which options besides a page's a phone is sent: those with something of this person's, and just touched.

    Of statements they are read one at a time: until all are answered it is the one before the page, the way back to it.
    """
    here = {option.id for option in page}
    given = {option.id for option in ordered if option.id in mine}
    if rule.kind is VoteKind.STATEMENTS and len(given) < len(ordered):
        before = takewhile(lambda option: option.id not in here, ordered)
        given = {option.id for option in deque((one for one in before if one.id in given), maxlen=1)}
    return (given | {option.id for option in ordered if option.id in touched}) - here


def _count_spent(rule: VoteRule, mine: Mapping[str, int], costs: Mapping[str, int]) -> int:
    """Return what a person has spent: dots, points, or the sum of what they approved costs."""
    if rule.kind is VoteKind.BUDGET and not rule.points:
        return sum(costs.get(option, 0) for option in mine)
    return 0 if rule.kind in (VoteKind.GRADES, VoteKind.STATEMENTS) else sum(mine.values())


def _describe_option(option: Option, me: Participant) -> OptionText:
    read = list_read(option)
    return {
        "id": option.id,
        "title": say_title(option),
        "lone": option.lone,
        "gathered": len(option.ideas),
        "ideas": [say_idea(idea) for idea in read],
        "answers": [conceal_contacts(idea.answer) for idea in read],
        "mine": any(idea.author == me.id for idea in option.ideas),
    }


def _look_at_no_results(repository: Repository) -> None:
    nowhere, nobody = Challenge("", "", ""), ""
    repository.find_vote_rule(nowhere.id, nowhere.round)
    repository.list_votes(nowhere.id, nobody, every_round=True)
    for kind in VoteKind:
        read_sheet(repository, nowhere.id, nowhere.round, VoteRule(kind), read_options(repository, nowhere))
    repository.list_costs(nowhere.id)
    repository.list_funded(nowhere.id)


def _read_tallies(repository: Repository, me: Participant, challenge: Challenge, turned: int) -> TalliedChallenge:
    options = read_options(repository, challenge)
    rule = repository.find_vote_rule(challenge.id, challenge.counted_round)
    given = Person(repository, me.id).list_votes_of(challenge.id, challenge.counted_round)
    mine = read_given(rule, options, given)
    before = read_tallies_before(repository, challenge, options)
    tallies = read_tallies(repository, challenge, options)
    covered = find_covered(tallies, challenge)
    places = list_places(tallies)[len(covered) :]
    # while a place is covered, what stands in none would tell by elimination what is under the cover
    shown = tallies if not covered else [tally for place in places for tally in place.tallies]
    told = {tally.option.id: tally for tally in shown}
    pages = part_options(tally.option for tally in shown)
    page = find_page(turned, pages)
    placed = Counter(tally.rank for tally in shown if tally.placed)

    def describe(option: Option) -> TalliedOption:
        tally, dotted = told[option.id], rule.kind is VoteKind.DOTS
        return {
            **_describe_option(option, me),
            **describe_tally(tally, before.get(option.id)),
            "tied": placed[tally.rank] > 1,
            "my_dots": mine.get(option.id, 0) if dotted else 0,
            "my_mark": None if dotted else mine.get(option.id),
        }

    return {
        **describe_challenge(challenge),
        "stage": "closed" if challenge.stage is Stage.CLOSED else "results",
        "covered": len(covered),
        "options": [describe(option) for option in pages[page - 1]],
        "rule": describe_rule(rule),
        "round": challenge.counted_round,
        "discussed": is_to_vote_again(challenge.plan, challenge.stage, challenge.counted_round),
        "most": max((tally.dots for tally in shown), default=0),
        "without": sum(1 for tally in shown if not tally.placed),
        "page": page,
        "pages": len(pages),
    }
