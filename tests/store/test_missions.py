from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from tests.store.values import NOON, a_mission, a_volunteer, add_the_usual, changes_of
from workshop_kit.domain.forms import Day
from workshop_kit.domain.model import (
    Assignment,
    AssignmentChange,
    AssignmentRule,
    AssignmentStatus,
    AssignmentStep,
    Mission,
    Reason,
    Score,
)
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Repository, Store
from workshop_kit.store.assignments import STEPS_AT_MOST


@pytest.fixture(autouse=True)
def usual(store: Store) -> None:
    store.perform(None, add_the_usual)


@pytest.mark.parametrize(
    "score",
    [
        Score("p1", "c1", 0, 0),
        Score("p1", "c1", 3, -2),
        Score("p1", "c1", None, 1),
        Score("p1", "c1", None, None, unsure=True),
    ],
)
def test_a_score_comes_back_as_it_was_given(store: Store, score: Score) -> None:
    assert store.read(lambda repository: repository.find_score("p1", "c1")) is None
    store.perform(None, lambda repository: repository.update_score(score))
    assert store.read(lambda repository: repository.find_score("p1", "c1")) == score
    assert changes_of(store, 8) == [("score", "p1", "c1")]


def test_a_score_is_changed_and_listed_by_challenge_and_participant(store: Store) -> None:
    def act(repository: Repository) -> None:
        repository.update_score(Score("p1", "c1", 1, 1))
        repository.update_score(Score("p2", "c1", 2, 2))
        repository.update_score(Score("p1", "c2", 3, 0))
        repository.update_score(Score("p1", "c1", 0, -1))

    store.perform(None, act)
    both = (Score("p1", "c1", 0, -1), Score("p2", "c1", 2, 2))
    assert store.read(lambda repository: repository.list_scores("c1")) == both
    assert store.read(lambda repository: repository.list_scores(participant="p1")) == (both[0], Score("p1", "c2", 3, 0))
    assert len(store.read(lambda repository: repository.list_scores())) == 3


def test_a_score_needs_its_person_and_challenge(store: Store) -> None:
    with pytest.raises(MissingEntry, match="no-participant"):
        store.perform(None, lambda repository: repository.update_score(Score("p9", "c1", 1, 1)))
    with pytest.raises(MissingEntry, match="no-challenge"):
        store.perform(None, lambda repository: repository.update_score(Score("p1", "c9", 1, 1)))


def test_missions_come_change_and_go(store: Store) -> None:
    second = a_mission("a", challenge="c2", min_competence=2, sector="Bourg")
    store.perform(None, lambda repository: repository.add_mission(second))
    assert store.read(lambda repository: repository.list_missions()) == (a_mission("m1"), second)
    assert store.read(lambda repository: repository.list_missions("c2")) == (second,)
    wider = replace(second, places=5)
    store.perform(None, lambda repository: repository.update_mission(wider))
    assert store.read(lambda repository: repository.find_mission("a")) == wider
    store.perform(None, lambda repository: repository.remove_mission("a"))
    assert store.read(lambda repository: repository.list_missions()) == (a_mission("m1"),)
    assert changes_of(store, 8) == [("mission", "a", "c2")] * 3
    with pytest.raises(MissingEntry, match="no-challenge"):
        store.perform(None, lambda repository: repository.add_mission(a_mission("m9", challenge="c9")))


def test_an_assignment_keeps_its_reason_and_is_replaced(store: Store) -> None:
    reason = Reason("skill", {"competence": 3, "sector": "Hameau d’en haut"})
    proposed = Assignment("p1", "m1", reason)
    store.perform(None, lambda repository: repository.update_assignment(proposed))
    assert store.read(lambda repository: repository.list_assignments()) == (proposed,)
    accepted = replace(proposed, by_hand=True, status=AssignmentStatus.ACCEPTED)
    store.perform(None, lambda repository: repository.update_assignment(accepted))
    assert store.read(lambda repository: repository.list_assignments("p1")) == (accepted,)
    assert store.read(lambda repository: repository.list_assignments("p2")) == ()
    store.perform(None, lambda repository: repository.remove_assignment("p1", "m1"))
    assert store.read(lambda repository: repository.list_assignments()) == ()
    assert changes_of(store, 8) == [("assignment", "p1", None)] * 3
    with pytest.raises(MissingEntry, match="no-assignment"):
        store.perform(None, lambda repository: repository.remove_assignment("p1", "m1"))


def test_replacing_assignments_tells_only_those_concerned(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_mission(a_mission("m2")))
    kept, moved = Assignment("p1", "m1", Reason("kept")), Assignment("p2", "m1", Reason("skill"))
    store.perform(None, lambda repository: repository.replace_assignments([kept, moved]))
    before = store.latest_sequence()
    new = (kept, replace(moved, mission="m2"))
    store.perform(None, lambda repository: repository.replace_assignments(new))
    assert store.read(lambda repository: repository.list_assignments()) == new
    assert changes_of(store, before) == [("assignment", "p2", None)]
    store.perform(None, lambda repository: repository.replace_assignments([]))
    assert store.read(lambda repository: repository.list_assignments()) == ()


@pytest.mark.parametrize(("participant", "mission", "code"), [("p9", "m1", "participant"), ("p1", "m9", "mission")])
def test_an_assignment_needs_its_person_and_mission(store: Store, participant: str, mission: str, code: str) -> None:
    wrong = Assignment(participant, mission, Reason("skill"))
    for attempt in (
        lambda repository: repository.update_assignment(wrong),
        lambda repository: repository.replace_assignments([wrong]),
    ):
        with pytest.raises(MissingEntry, match=f"no-{code}"):
            store.perform(None, attempt)


def test_a_removed_mission_takes_its_assignments_with_it(store: Store) -> None:
    store.perform(None, lambda repository: repository.update_assignment(Assignment("p1", "m1", Reason("skill"))))
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.remove_mission("m1"))
    assert store.read(lambda repository: repository.list_assignments()) == ()
    assert changes_of(store, before) == [("assignment", "p1", None), ("mission", "m1", "c1")]


def test_a_mission_says_when_it_is_whom_it_asks_and_how_many_it_takes_at_least(store: Store) -> None:
    asked = Mission(
        "m9", "c1", "Conduire au marché", 4, 1, "Les Granges", None, "Mme Roy", "2026-12-08", "Appeler", 2, 1,
        "2027-03-30", "09:00", "11:30", (Day.WEEKDAYS, Day.WEEKENDS), True, "langue des signes",
    )  # fmt: skip
    store.perform(None, lambda repository: repository.add_mission(asked))
    assert store.read(lambda repository: repository.find_mission("m9")) == asked
    again = replace(asked, days=(), car=False, language="", min_places=0)
    store.perform(None, lambda repository: repository.update_mission(again))
    assert store.read(lambda repository: repository.find_mission("m9")) == again


@pytest.mark.parametrize("car", [None, False, True])
def test_a_volunteer_says_how_much_where_until_when_and_with_what(store: Store, car: bool | None) -> None:
    offered = a_volunteer(
        max_missions=3, reach=("Bourg", "Les Granges, le haut"), often="une fois par semaine", until="2027-06-30",
        car=car, languages=("portugais", "langue des signes"),
    )  # fmt: skip
    store.perform(None, lambda repository: repository.update_volunteer(offered))
    assert store.read(lambda repository: repository.find_volunteer("p1")) == offered
    again = replace(offered, reach=(), languages=(), max_missions=1)
    store.perform(None, lambda repository: repository.update_volunteers([again]))
    assert store.read(lambda repository: repository.list_volunteers()) == (again,)


def test_a_sector_that_is_renamed_is_still_within_reach(store: Store) -> None:
    def act(repository: Repository) -> None:
        repository.update_volunteer(a_volunteer("p1", reach=("Granges", "Bourg", "Les Granges")))
        repository.update_volunteer(a_volunteer("p2", reach=("Bourg",)))

    store.perform(None, act)
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.rename_in(["Granges", "granges"], "Les Granges"))
    reach = {one.participant: one.reach for one in store.read(lambda repository: repository.list_volunteers())}
    assert reach == {"p1": ("Les Granges", "Bourg"), "p2": ("Bourg",)}
    assert changes_of(store, before) == [("volunteer", "p1", None)]


def test_a_beginner_goes_beside_somebody_until_that_one_is_erased(store: Store) -> None:
    pair = Assignment("p1", "m1", Reason("pair"), status=AssignmentStatus.LATER, beside="p2")
    store.perform(None, lambda repository: repository.update_assignment(pair))
    assert store.read(lambda repository: repository.list_assignments()) == (pair,)
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.remove_participant("p2"))
    assert store.read(lambda repository: repository.list_assignments()) == (replace(pair, beside=None),)
    assert ("assignment", "p1", None) in changes_of(store, before)


def test_a_no_keeps_what_was_said_with_it(store: Store) -> None:
    no = Assignment("p1", "m1", Reason("skill"), status=AssignmentStatus.DECLINED, said="Le mardi, non", another=True)
    store.perform(None, lambda repository: repository.replace_assignments([no]))
    assert store.read(lambda repository: repository.list_assignments("p1")) == (no,)


def test_nobody_goes_beside_somebody_who_is_not_there(store: Store) -> None:
    wrong = Assignment("p1", "m1", Reason("pair"), beside="p9")
    step = AssignmentStep(0, "moved", {}, NOON, changes=(AssignmentChange("p1", "m1", None, wrong),))
    for attempt in (
        lambda repository: repository.update_assignment(wrong),
        lambda repository: repository.replace_assignments([wrong]),
        lambda repository: repository.add_assignment_step(step),
    ):
        with pytest.raises(MissingEntry, match="no-participant"):
            store.perform(None, attempt)


def test_what_weighs_in_a_fit_is_the_same_until_it_is_said(store: Store) -> None:
    assert store.read(lambda repository: repository.find_assignment_rule()) == AssignmentRule(1, 1)
    for rule in (AssignmentRule(0, 10), AssignmentRule(3, 1)):
        before = store.latest_sequence()
        store.perform(None, partial(Repository.update_assignment_rule, rule=rule))
        assert store.read(lambda repository: repository.find_assignment_rule()) == rule
        assert changes_of(store, before) == [("assignment-rule", "assignment-rule", None)]


def a_step(*changes: AssignmentChange, code: str = "moved") -> AssignmentStep:
    return AssignmentStep(0, code, {"people": len(changes), "mission": "Tenir"}, NOON, changes=changes)


def test_a_step_comes_back_with_what_it_changed_and_is_undone_and_done_again(store: Store) -> None:
    there = Assignment("p1", "m1", Reason("pair", {"competence": 1}), True, AssignmentStatus.LATER, "p2", "Peut-être")
    step = a_step(
        AssignmentChange("p1", "m1", None, there),
        AssignmentChange("p2", "m1", Assignment("p2", "m1", Reason("x")), None),
    )
    kept = store.perform(None, lambda repository: repository.add_assignment_step(step))
    assert kept == replace(step, number=1)
    assert store.read(lambda repository: repository.list_assignment_steps()) == (kept,)
    labels = store.read(lambda repository: repository.list_assignment_steps(with_changes=False))
    assert labels == (replace(kept, changes=()),)
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.update_assignment_step(replace(kept, undone=True)))
    assert store.read(lambda repository: repository.find_assignment_step(1)) == replace(kept, undone=True)
    assert changes_of(store, before) == [("assignment-step", "1", None)]
    fewer = replace(kept, changes=kept.changes[:1])
    store.perform(None, lambda repository: repository.update_assignment_step(fewer))
    assert store.read(lambda repository: repository.find_assignment_step(1)) == fewer
    with pytest.raises(MissingEntry, match="no-assignment-step"):
        store.read(lambda repository: repository.find_assignment_step(2))
    with pytest.raises(MissingEntry, match="no-assignment-step"):
        store.perform(None, lambda repository: repository.update_assignment_step(replace(kept, number=2)))


def test_what_was_undone_goes_once_another_step_is_made_and_the_oldest_go_at_last(store: Store) -> None:
    change = AssignmentChange("p1", "m1", None, Assignment("p1", "m1", Reason("x")))

    def act(repository: Repository) -> None:
        _, second = (repository.add_assignment_step(a_step(change, code=code)) for code in ("first", "second"))
        repository.update_assignment_step(replace(second, undone=True))
        assert repository.add_assignment_step(a_step(change, code="third")).number == second.number + 1

    store.perform(None, act)
    codes = [one.code for one in store.read(lambda repository: repository.list_assignment_steps())]
    assert codes == ["first", "third"]

    def make_many(repository: Repository) -> None:
        for _ in range(STEPS_AT_MOST):
            repository.add_assignment_step(a_step(change))

    store.perform(None, make_many)
    numbers = [one.number for one in store.read(lambda repository: repository.list_assignment_steps())]
    assert numbers == list(range(4, 4 + STEPS_AT_MOST))


def test_steps_say_nothing_of_who_was_erased_nor_of_a_mission_that_is_no_more(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_mission(a_mission("m2")))
    pair = Assignment("p1", "m1", Reason("pair"), beside="p2")
    other = Assignment("p2", "m1", Reason("skill"), said="Je préfère non")
    elsewhere = Assignment("p1", "m2", Reason("skill"))
    step = a_step(
        AssignmentChange("p1", "m1", pair, None),
        AssignmentChange("p2", "m1", None, other),
        AssignmentChange("p1", "m2", elsewhere, None),
    )
    store.perform(None, lambda repository: repository.add_assignment_step(step))
    store.perform(None, lambda repository: repository.remove_mission("m2"))
    store.perform(None, lambda repository: repository.remove_participant("p2"))
    left = AssignmentChange("p1", "m1", replace(pair, beside=None), None)
    assert store.read(lambda repository: repository.find_assignment_step(1)).changes == (left,)
