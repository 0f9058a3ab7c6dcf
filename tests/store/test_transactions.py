from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.store.values import WORKSHOP, a_challenge, add_the_usual, an_idea, changes_of, notices_a_change
from workshop_kit.domain.model import Idea
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Repository, Store

Open = Callable[[], Store]


def add_one(repository: Repository) -> str:
    repository.add_challenge(a_challenge())
    return "added"


def never(repository: Repository) -> str:
    raise AssertionError("the action ran again")


def test_an_intention_sent_twice_is_performed_once_with_the_same_answer(store: Store, open_another: Open) -> None:
    assert store.perform("id-1", add_one) == "added"
    assert store.perform("id-1", never) == "added"
    assert open_another().perform("id-1", never) == "added"
    assert changes_of(store, 0) == [("challenge", "c1", "c1")]


def test_an_intention_without_an_answer_is_performed_once_as_well(store: Store) -> None:
    store.perform("id-1", lambda repository: repository.add_challenge(a_challenge()))
    store.perform("id-1", lambda repository: repository.add_challenge(a_challenge()))
    assert store.latest_sequence() == 1


def test_the_first_and_the_second_answer_are_equal(store: Store) -> None:
    answer = {"id": ("a", 1), "text": "\u202f«\u00a0é\u00a0»", "none": None}
    assert store.perform("id-1", lambda repository: answer) == store.perform("id-1", lambda repository: answer)


def test_an_action_that_fails_leaves_nothing_and_may_be_sent_again(store: Store) -> None:
    def fail(repository: Repository) -> str:
        add_one(repository)
        raise MissingEntry("no-mission", id="m")

    with pytest.raises(MissingEntry):
        store.perform("id-1", fail)
    assert store.read(lambda repository: repository.list_challenges()) == ()
    assert store.latest_sequence() == 0
    assert store.perform("id-1", add_one) == "added"
    assert store.latest_sequence() == 1


def test_an_answer_that_is_not_json_undoes_the_action(store: Store) -> None:
    def act(repository: Repository) -> object:
        repository.add_challenge(a_challenge())
        return object()

    with pytest.raises(TypeError):
        store.perform("id-1", act)
    assert store.read(lambda repository: repository.list_challenges()) == ()


def test_the_feed_is_numbered_from_one_without_gaps(store: Store) -> None:
    assert (store.latest_sequence(), tuple(store.changes_since(0))) == (0, ())
    store.perform(None, add_the_usual)

    def fail(repository: Repository) -> None:
        repository.add_idea(an_idea("x"))
        repository.find_idea("y")

    with pytest.raises(MissingEntry):
        store.perform(None, fail)
    store.perform(None, lambda repository: repository.add_idea(an_idea("after")))
    assert [change.sequence for change in store.changes_since(0)] == list(range(1, 10))
    assert store.latest_sequence() == 9
    assert changes_of(store, 8) == [("idea", "after", "c1")]
    assert tuple(store.changes_since(9)) == ()


def test_the_same_thing_changed_twice_in_one_transaction_is_one_change(store: Store) -> None:
    def act(repository: Repository) -> None:
        add_one(repository)
        repository.update_challenge(a_challenge(stake="Autre"))

    store.perform(None, act)
    assert changes_of(store, 0) == [("challenge", "c1", "c1")]


def test_nothing_has_changed_before_anyone_writes(store: Store, open_another: Open) -> None:
    other = open_another()
    store.has_changed()
    store.read(lambda repository: repository.list_challenges())
    other.perform(None, lambda repository: repository.list_challenges())
    assert not store.has_changed()
    assert not other.has_changed()


def test_a_commit_is_noticed_by_others_and_by_oneself_then_no_more(store: Store, open_another: Open) -> None:
    other = open_another()
    store.has_changed()
    store.perform(None, add_one)
    assert notices_a_change(store)
    assert notices_a_change(other)
    assert not store.has_changed()
    assert not other.has_changed()
    other.perform(None, lambda repository: repository.update_challenge(a_challenge(stake="Autre")))
    assert notices_a_change(store)
    assert notices_a_change(other)


def test_a_reading_sees_one_moment_whatever_others_commit(store: Store, open_another: Open) -> None:
    store.perform(None, add_the_usual)
    other = open_another()

    def act(repository: Repository) -> tuple[tuple[Idea, ...], tuple[Idea, ...]]:
        before = repository.list_ideas()
        other.perform(None, lambda elsewhere: elsewhere.add_idea(an_idea("meanwhile")))
        return before, repository.list_ideas()

    before, after = store.read(act)
    assert before == after
    assert len(store.read(lambda repository: repository.list_ideas())) == len(before) + 1


def test_a_reading_cannot_write(store: Store) -> None:
    with pytest.raises(RuntimeError, match="only reads"):
        store.read(lambda repository: repository.add_challenge(a_challenge()))
    with pytest.raises(RuntimeError, match="only reads"):
        store.read(lambda repository: repository.update_workshop(WORKSHOP))
    assert store.read(lambda repository: repository.list_challenges()) == ()


def test_a_transaction_inside_another_is_refused_at_once(store: Store) -> None:
    for inner in (store.perform, lambda _, action: store.read(action)):
        with pytest.raises(RuntimeError, match="under way"):
            store.perform(None, lambda repository, inner=inner: inner(None, add_one))  # type: ignore[misc]
    assert store.perform(None, add_one) == "added"


def test_closing_twice_is_harmless(store: Store) -> None:
    store.close()
    store.close()
