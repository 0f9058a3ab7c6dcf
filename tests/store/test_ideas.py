from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.values import NOON, a_group, add_the_usual, an_idea, changes_of
from workshop_kit.domain.model import Dots, Remover, Source
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.store import Repository, Store


@pytest.fixture(autouse=True)
def usual(store: Store) -> None:
    store.perform(None, add_the_usual)


def test_ideas_are_listed_in_the_order_they_came_and_by_challenge_and_author(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_idea(an_idea("a", author="p2")))

    def check(repository: Repository) -> None:
        assert [idea.id for idea in repository.list_ideas()] == ["i1", "i2", "i3", "a"]
        assert [idea.id for idea in repository.list_ideas("c1")] == ["i1", "i2", "a"]
        assert [idea.id for idea in repository.list_ideas(author="p2")] == ["i2", "a"]
        assert [idea.id for idea in repository.list_ideas("c2", "p2")] == []
        assert repository.find_idea("i3") == an_idea("i3", challenge="c2", author=None, source=None)

    store.read(check)


def test_an_idea_is_corrected(store: Store) -> None:
    before = store.latest_sequence()
    better = an_idea("i1", text="Deux bancs", source=Source.DATA)
    store.perform(None, lambda repository: repository.update_idea(better))
    assert store.read(lambda repository: repository.find_idea("i1")) == better
    assert changes_of(store, before) == [("idea", "i1", "c1")]


def test_an_idea_moved_to_another_challenge_is_news_for_both(store: Store) -> None:
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.update_idea(an_idea("i1", challenge="c2")))
    assert changes_of(store, before) == [("idea", "i1", "c1"), ("idea", "i1", "c2")]


@pytest.mark.parametrize(("field", "code"), [("challenge", "no-challenge"), ("author", "no-participant")])
@pytest.mark.parametrize("verb", ["add_idea", "update_idea"])
def test_an_idea_needs_a_challenge_and_an_author_that_are_there(store: Store, verb: str, field: str, code: str) -> None:
    wrong = an_idea("i1" if verb == "update_idea" else "i9", **{field: "nobody"})
    with pytest.raises(MissingEntry, match=code):
        store.perform(None, lambda repository: getattr(repository, verb)(wrong))


def test_a_removed_idea_takes_its_dots_with_it(store: Store) -> None:
    store.perform(None, lambda repository: repository.update_dots(Dots("p2", "c1", "i1", 2)))
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.remove_idea("i1", Remover.AUTHOR))
    assert store.read(lambda repository: repository.list_votes()) == ()
    assert changes_of(store, before) == [("vote", "p2", "c1"), ("idea", "i1", "c1")]


def test_a_group_is_formed_and_undone_and_keeps_its_lineage(store: Store) -> None:
    group = a_group(members=("i2", "i1"))
    store.perform(None, lambda repository: repository.add_group(group))
    assert store.read(lambda repository: repository.list_groups("c1")) == (group,)
    assert store.read(lambda repository: repository.list_groups("c2")) == ()
    undone = replace(group, undone_at=NOON)
    store.perform(None, lambda repository: repository.update_group(undone))
    assert store.read(lambda repository: repository.list_groups()) == ()
    assert store.read(lambda repository: repository.list_groups(undone=True)) == (undone,)
    assert store.read(lambda repository: repository.find_group("g1")) == undone
    assert changes_of(store, 8) == [("group", "g1", "c1")] * 2


def test_a_group_changes_its_title_and_members(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_idea(an_idea("i4")))
    store.perform(None, lambda repository: repository.add_group(a_group()))
    changed = a_group(members=("i4", "i1"), title="Bancs et ombre")
    store.perform(None, lambda repository: repository.update_group(changed))
    assert store.read(lambda repository: repository.find_group("g1")) == changed


def test_a_group_holds_ideas_of_its_challenge_only(store: Store) -> None:
    with pytest.raises(MissingEntry, match="no-idea"):
        store.perform(None, lambda repository: repository.add_group(a_group(members=("i1", "i9"))))
    with pytest.raises(InvalidEntry, match="idea-elsewhere"):
        store.perform(None, lambda repository: repository.add_group(a_group(members=("i1", "i3"))))
    with pytest.raises(MissingEntry, match="no-group"):
        store.perform(None, lambda repository: repository.update_group(a_group("g9")))
    with pytest.raises(MissingEntry, match="no-group"):
        store.read(lambda repository: repository.find_group("g9"))


def test_an_idea_in_a_standing_group_is_not_removed_under_it(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_group(a_group()))
    with pytest.raises(InvalidEntry, match="idea-in-group"):
        store.perform(None, lambda repository: repository.remove_idea("i1", Remover.AUTHOR))
    store.perform(None, lambda repository: repository.update_group(a_group(undone_at=NOON)))
    store.perform(None, lambda repository: repository.remove_idea("i1", Remover.AUTHOR))
    assert store.read(lambda repository: repository.find_group("g1")).members == ("i2",)


def test_dots_are_put_changed_and_taken_back(store: Store) -> None:
    def put(participant: str, option: str, count: int, challenge: str = "c1") -> None:
        dots = Dots(participant, challenge, option, count)
        store.perform(None, lambda repository: repository.update_dots(dots))

    put("p1", "i1", 1)
    put("p1", "i2", 2)
    put("p2", "i1", 1)
    put("p1", "i3", 1, "c2")
    put("p1", "i1", 2)
    assert store.read(lambda repository: repository.list_votes("c1", "p1")) == (
        Dots("p1", "c1", "i1", 2),
        Dots("p1", "c1", "i2", 2),
    )
    put("p1", "i1", 0)
    put("p1", "i1", 0)
    assert {dots.option for dots in store.read(lambda repository: repository.list_votes(participant="p1"))} == {
        "i2",
        "i3",
    }
    assert len(store.read(lambda repository: repository.list_votes())) == 3
    assert changes_of(store, 8)[0] == ("vote", "p1", "c1")


@pytest.mark.parametrize(
    ("dots", "code"),
    [
        (Dots("p9", "c1", "i1", 1), "no-participant"),
        (Dots("p1", "c9", "i1", 1), "no-challenge"),
        (Dots("p1", "c1", "i3", 1), "no-option"),
        (Dots("p1", "c1", "i1", -1), "refused-by-store"),
    ],
)
def test_dots_go_on_an_option_of_the_challenge(store: Store, dots: Dots, code: str) -> None:
    with pytest.raises((InvalidEntry, MissingEntry), match=code):
        store.perform(None, lambda repository: repository.update_dots(dots))


def test_of_a_removed_idea_only_how_many_and_on_whose_side_is_kept(store: Store) -> None:
    def remove(repository: Repository) -> None:
        for number in range(3):
            repository.add_idea(an_idea(f"new-{number}", author=None))
            repository.remove_idea(f"new-{number}", Remover.FACILITATOR if number else Remover.AUTHOR)

    store.perform(None, remove)
    kept = store.read(lambda repository: repository.list_removals())
    assert {(one.by, one.count) for one in kept} == {(Remover.AUTHOR, 1), (Remover.FACILITATOR, 2)}
