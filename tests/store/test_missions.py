from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.values import a_mission, add_the_usual, changes_of
from workshop_kit.domain.model import Assignment, AssignmentStatus, Reason, Score
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Repository, Store


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
