"""What a vote is asked for, what options cost, and the ballots that are not of dots."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule, find_rule
from workshop_kit.domain.model import SEVERAL
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of
from workshop_kit.store.statements import copy_where, given, name_values

MARK: Final = Noun("vote", BallotMark, schema.ballot_mark)
RULE: Final = Noun("vote-rule", VoteRule, schema.vote_rule)


class BallotShelf(Shelf):
    """Table data gateway of the rules of votes, of costs, and of ballots of grades, statements and budgets."""

    def find_vote_rule(self, challenge: str, round: int | None = None) -> VoteRule:
        """Return what a challenge is voted on by in a round, ``None``: in the present one; see ``find_rule``."""
        if round is None:
            found = self._rows(schema.challenge, "round", id=challenge)
            if not found:
                raise MissingEntry("no-challenge", id=challenge)
            round = found[0].round
        return find_rule(self.list_vote_rules(challenge), round)

    def list_vote_rules(self, challenge: str) -> Mapping[int, VoteRule]:
        """Return the rules of a challenge's vote, by the round from which each stands."""
        rows = self._rows(schema.vote_rule, "round", *RULE.columns, challenge=challenge)
        return {row[0]: VoteRule(*row[1:]) for row in rows}

    def update_vote_rule(self, challenge: str, round: int, rule: VoteRule) -> None:
        """Have a round of a challenge's vote follow a rule."""
        self._require_challenge(challenge)
        self._write_pair(schema.vote_rule, {"challenge": challenge, "round": round, **row_of(rule)})
        self._note(RULE.name, challenge, challenge)
        self._note("challenge", challenge, challenge)

    def list_costs(self, challenge: str) -> Mapping[str, int]:
        """Return what options of a challenge cost, by the option's id; one without a cost is not there."""
        return {row.option: row.cost for row in self._rows(schema.option_cost, "option", "cost", challenge=challenge)}

    def update_costs(self, challenge: str, costs: Mapping[str, int | None]) -> None:
        """Have options of a challenge cost something, ``None``: nobody knows what."""
        self._require_challenge(challenge)
        for option, cost in costs.items():
            if cost is None:
                self._erase(schema.option_cost, option=option)
            else:
                row = {"option": option, "challenge": challenge, "cost": cost, "funded": None}
                self._write_pair(schema.option_cost, row)
        self._note(RULE.name, challenge, challenge)
        self._note("challenge", challenge, challenge)

    def list_funded(self, challenge: str) -> tuple[str, ...] | None:
        """Return which options of a challenge the sum reached, as it was counted last, ``None``: it was not yet."""
        counted = self._rows(schema.option_cost, "option", "funded", challenge=challenge)
        if all(row.funded is None for row in counted):
            return None
        return tuple(row.option for row in counted if row.funded)

    def note_funded(self, challenge: str, funded: Collection[str]) -> None:
        """Note which options of a challenge the sum reaches, of those that have a cost."""
        for option in self.list_costs(challenge):
            self._replace(schema.option_cost, {"funded": option in funded}, option=option)
        self._note("vote", SEVERAL, challenge)

    def list_ballot_marks(
        self, challenge: str | None = None, participant: str | None = None, kind: VoteKind | None = None
    ) -> tuple[BallotMark, ...]:
        """Return what people put on ballots that are not of dots, in every round."""
        equal = given(challenge=challenge, participant=participant)
        marks = self._list(MARK, order="challenge", **equal)
        return tuple(one for one in marks if kind is None or one.kind is kind)

    def update_ballot_mark(self, mark: BallotMark) -> None:
        """Put or change what one participant finds of one option; without a point of a budget, it is taken back."""
        self._require_participant(mark.participant)
        self._require_option(mark.challenge, mark.option)
        if mark.counts:
            self._write_pair(schema.ballot_mark, row_of(mark))
            self._note("vote", mark.participant, mark.challenge)
        else:
            self.remove_ballot_mark(mark)

    def update_ballot_marks(self, marks: Iterable[BallotMark]) -> None:
        """Put very many marks, as files bring them; they are of participants and options that are there."""
        kept = tuple(marks)
        self._write_all(schema.ballot_mark, (row_of(one) for one in kept))
        for challenge in dict.fromkeys(one.challenge for one in kept):
            self._note_many("vote", {one.participant: None for one in kept if one.challenge == challenge}, challenge)

    def remove_ballot_mark(self, mark: BallotMark) -> None:
        """Take back what one participant put on one option in a round."""
        place = {"participant": mark.participant, "option": mark.option, "kind": mark.kind, "round": mark.round}
        self._erase(schema.ballot_mark, **place)
        self._note("vote", mark.participant, mark.challenge)

    def take_ballot_marks_along(self, challenge: str, before: int, after: int) -> None:
        """Have all the marks of one round stand in a later one as well, in which nobody gave any: noted once."""
        values = {"to_round": after, **name_values({"challenge": challenge, "round": before})}
        self._alter(copy_where(schema.ballot_mark, ("round",), ("challenge", "round")), values)
        self._note("vote", SEVERAL, challenge)

    def _require_option(self, challenge: str, option: str) -> None:
        if not any(self._is_there(table, id=option, challenge=challenge) for table in (schema.idea, schema.idea_group)):
            raise MissingEntry("no-option", id=option)
