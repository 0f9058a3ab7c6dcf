"""The stakes that are gathered and judged before there are challenges."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.stakes import ProposedStake, StakeGrade, StakesCourse
from workshop_kit.errors import MissingEntry
from workshop_kit.store import schema
from workshop_kit.store.shelf import Noun, Shelf, row_of

STAKES: Final = Noun("stakes", StakesCourse, schema.stakes_course)
PROPOSED: Final = Noun("proposed-stake", ProposedStake, schema.proposed_stake)


class StakeShelf(Shelf):
    """Table data gateway of what is proposed as a stake, and of what people find of each."""

    def find_stakes_course(self) -> StakesCourse:
        """Return where the stakes stand."""
        return self._find(STAKES) or StakesCourse()

    def update_stakes_course(self, course: StakesCourse) -> None:
        """Replace where the stakes stand."""
        self._write_pair(schema.stakes_course, {"id": 1, **row_of(course)})
        self._note(STAKES.name, STAKES.name)
        self._note("workshop", "workshop")  # every phone looks where it is needed now

    def list_proposed_stakes(self, by: str | None = None) -> tuple[ProposedStake, ...]:
        """Return what was proposed, by one browser if its digest is given, in the order it came."""
        return self._list(PROPOSED) if by is None else self._list(PROPOSED, by=by)

    def find_proposed_stake(self, stake: str) -> ProposedStake:
        """Return the proposal with this id; raises ``MissingEntry``."""
        return self._get(PROPOSED, stake)

    def add_proposed_stake(self, stake: ProposedStake) -> None:
        """Add a proposal with an id of its own."""
        self._insert(PROPOSED, row_of(stake))

    def update_proposed_stake(self, stake: ProposedStake) -> None:
        """Replace the proposal with the same id; raises ``MissingEntry``, also when it stands under none that is."""
        if stake.into is not None and not self._is_there(schema.proposed_stake, id=stake.into):
            raise MissingEntry("no-proposed-stake", id=stake.into)
        self._change(PROPOSED, row_of(stake))

    def remove_proposed_stake(self, stake: str) -> None:
        """Remove a proposal, and what people found of it; what stood under it stands by itself."""
        self._require(PROPOSED, stake)
        for one in self._list(PROPOSED, into=stake):
            self._change(PROPOSED, {**row_of(one), "into": None})
        self._erase(schema.stake_grade, stake=stake)
        self._delete(PROPOSED, stake)

    def list_stake_grades(self, judge: str | None = None) -> tuple[StakeGrade, ...]:
        """Return what people found of the stakes, or one of them."""
        equal = {} if judge is None else {"judge": judge}
        rows = self._rows(schema.stake_grade, "judge", "stake", "grade", order=("judge", "stake"), **equal)
        return tuple(StakeGrade(row.judge, row.stake, Grade(row.grade)) for row in rows)

    def update_stake_grade(self, grade: StakeGrade) -> None:
        """Keep what a judge finds of a stake; raises ``MissingEntry`` when the stake is not there."""
        self._require(PROPOSED, grade.stake)
        self._write_pair(schema.stake_grade, {**row_of(grade), "grade": int(grade.grade)})
        self._note("stake-grade", grade.judge)

    def remove_stake_grades(self, judge: str, stake: str | None = None) -> None:
        """Take back what a judge found, of one stake or of all."""
        if stake is None:
            self._erase(schema.stake_grade, judge=judge)
        else:
            self._erase(schema.stake_grade, judge=judge, stake=stake)
        self._note("stake-grade", judge)
