"""Stakes that were proposed and judged come back as they were given."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.stakes import ProposedStake, StakeGrade, StakesCourse, StakesStage
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.store import Repository, Store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOMES = ProposedStake("s1", "Le logement", "abc", NOON)
ROOFS = ProposedStake("s2", "Se loger", "", NOON, into="s1", title="Un toit", left_out=True)


@pytest.fixture(autouse=True)
def proposed(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_proposed_stake(HOMES))
    store.perform(None, lambda repository: repository.add_proposed_stake(ROOFS))


def test_a_proposal_comes_back_as_it_was_given(store: Store) -> None:
    assert store.read(lambda repository: repository.list_proposed_stakes()) == (HOMES, ROOFS)
    assert store.read(lambda repository: repository.list_proposed_stakes("abc")) == (HOMES,)
    with pytest.raises(InvalidEntry, match="already-there"):
        store.perform(None, lambda repository: repository.add_proposed_stake(HOMES))


def test_what_stood_under_one_that_is_removed_stands_by_itself(store: Store) -> None:
    store.perform(None, lambda repository: repository.update_stake_grade(StakeGrade("j", "s1", Grade.GOOD)))
    store.perform(None, lambda repository: repository.remove_proposed_stake("s1"))
    assert store.read(lambda repository: repository.list_proposed_stakes()) == (replace(ROOFS, into=None),)
    assert store.read(lambda repository: repository.list_stake_grades()) == ()


def test_nothing_is_put_under_what_is_not_there(store: Store) -> None:
    with pytest.raises(MissingEntry, match="no-proposed-stake"):
        store.perform(None, lambda repository: repository.update_proposed_stake(replace(ROOFS, into="gone")))
    with pytest.raises(MissingEntry, match="no-proposed-stake"):
        store.perform(None, lambda repository: repository.update_stake_grade(StakeGrade("j", "gone", Grade.GOOD)))


def test_a_grade_is_changed_and_taken_back(store: Store) -> None:
    def act(repository: Repository) -> None:
        repository.update_stake_grade(StakeGrade("j", "s1", Grade.GOOD))
        repository.update_stake_grade(StakeGrade("j", "s2", Grade.REJECT))
        repository.update_stake_grade(StakeGrade("j", "s1", Grade.EXCELLENT))

    store.perform(None, act)
    given = (StakeGrade("j", "s1", Grade.EXCELLENT), StakeGrade("j", "s2", Grade.REJECT))
    assert store.read(lambda repository: repository.list_stake_grades("j")) == given
    store.perform(None, lambda repository: repository.remove_stake_grades("j", "s1"))
    assert store.read(lambda repository: repository.list_stake_grades()) == given[1:]
    store.perform(None, lambda repository: repository.remove_stake_grades("j"))
    assert store.read(lambda repository: repository.list_stake_grades()) == ()


def test_where_the_stakes_stand_is_kept(store: Store) -> None:
    assert store.read(lambda repository: repository.find_stakes_course()) == StakesCourse()
    judging = StakesCourse(StakesStage.JUDGING, blanks_count=False)
    store.perform(None, lambda repository: repository.update_stakes_course(judging))
    assert store.read(lambda repository: repository.find_stakes_course()) == judging
