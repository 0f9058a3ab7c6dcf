from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from tests.store.values import (
    NOON,
    WORKSHOP,
    a_challenge,
    a_group,
    a_mission,
    a_participant,
    a_volunteer,
    add_the_usual,
    an_idea,
    changes_of,
)
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Dots, Remover, Score, Sector, Stakeholder, StakeholderStatus
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.store import Repository, Store


def test_a_new_workshop_is_found_as_it_was_made(store: Store) -> None:
    assert store.read(lambda repository: repository.find_workshop()) == WORKSHOP


def test_the_workshop_moves_to_another_phase(store: Store) -> None:
    moved = replace(WORKSHOP, phase=Phase.SCORING, timer_ends_at=NOON, current_challenge="c1")

    def act(repository: Repository) -> None:
        repository.add_challenge(a_challenge())
        repository.update_workshop(moved)

    store.perform(None, act)
    assert store.read(lambda repository: repository.find_workshop()) == moved
    assert changes_of(store, 1) == [("workshop", "workshop", None)]


def test_a_time_comes_back_as_the_same_moment_whatever_its_zone(store: Store) -> None:
    in_paris = NOON.astimezone(timezone(timedelta(hours=1)))
    store.perform(None, lambda repository: repository.update_workshop(replace(WORKSHOP, timer_ends_at=in_paris)))
    found = store.read(lambda repository: repository.find_workshop()).timer_ends_at
    assert found == in_paris
    assert found is not None
    assert found.utcoffset() == timedelta(0)


def test_a_challenge_keeps_when_its_ideas_were_shown(store: Store) -> None:
    shown = replace(a_challenge(), revealed_at=NOON)
    store.perform(None, lambda repository: repository.add_challenge(a_challenge()))
    assert store.read(lambda repository: repository.find_challenge("c1")).revealed_at is None
    store.perform(None, lambda repository: repository.update_challenge(shown))
    assert store.read(lambda repository: repository.find_challenge("c1")) == shown


def test_a_time_without_its_zone_is_refused(store: Store) -> None:
    no_zone = replace(WORKSHOP, timer_ends_at=NOON.replace(tzinfo=None))
    with pytest.raises(InvalidEntry, match="refused-by-store"):
        store.perform(None, lambda repository: repository.update_workshop(no_zone))


def test_the_workshop_cannot_work_on_a_challenge_that_is_not_there(store: Store) -> None:
    with pytest.raises(MissingEntry, match="no-challenge"):
        store.perform(None, lambda repository: repository.update_workshop(replace(WORKSHOP, current_challenge="c9")))


def test_challenges_are_listed_by_position(store: Store) -> None:
    second, first = a_challenge("a", position=1), a_challenge("b", position=0, action="loger", deadline="2028")

    def act(repository: Repository) -> None:
        repository.add_challenge(second)
        repository.add_challenge(first)

    store.perform(None, act)
    assert store.read(lambda repository: repository.list_challenges()) == (first, second)
    assert store.read(lambda repository: repository.find_challenge("a")) == second


def test_a_challenge_is_updated_and_removed(store: Store) -> None:
    better = a_challenge(statement="Plus précis")
    store.perform(None, lambda repository: repository.add_challenge(a_challenge()))
    store.perform(None, lambda repository: repository.update_challenge(better))
    assert store.read(lambda repository: repository.list_challenges()) == (better,)
    store.perform(None, lambda repository: repository.remove_challenge("c1"))
    assert store.read(lambda repository: repository.list_challenges()) == ()
    assert changes_of(store, 0) == [("challenge", "c1", "c1")] * 3


def test_an_entry_cannot_be_added_twice(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_challenge(a_challenge()))
    with pytest.raises(InvalidEntry, match="already-there"):
        store.perform(None, lambda repository: repository.add_challenge(a_challenge()))


@pytest.mark.parametrize("verb", ["find", "update", "remove"])
@pytest.mark.parametrize("noun", ["challenge", "stakeholder", "participant", "idea", "mission"])
def test_what_is_not_there_is_missing(store: Store, verb: str, noun: str) -> None:
    add_all = {
        "challenge": a_challenge("x"),
        "stakeholder": Stakeholder("x", "shop", "Boulangerie"),
        "participant": a_participant("x"),
        "idea": an_idea("x"),
        "mission": a_mission("x"),
    }
    given: tuple[object, ...] = (add_all[noun],) if verb == "update" else ("x",)
    given += (Remover.AUTHOR,) if (verb, noun) == ("remove", "idea") else ()
    store.perform(None, add_the_usual)
    with pytest.raises(MissingEntry, match=f"no-{noun}"):
        store.perform(None, lambda repository: getattr(repository, f"{verb}_{noun}")(*given))


def put_an_idea(repository: Repository) -> None:
    repository.add_idea(an_idea(author=None))


def put_a_score(repository: Repository) -> None:
    repository.add_participant(a_participant())
    repository.update_score(Score("p1", "c1", 0, 0))


def put_a_mission(repository: Repository) -> None:
    repository.add_mission(a_mission())


def put_an_undone_group(repository: Repository) -> None:
    repository.add_group(a_group(members=(), undone_at=NOON))


@pytest.mark.parametrize("put", [put_an_idea, put_a_score, put_a_mission, put_an_undone_group])
def test_a_challenge_that_was_worked_on_cannot_be_removed(store: Store, put: object) -> None:
    assert callable(put)
    store.perform(None, lambda repository: repository.add_challenge(a_challenge()))
    store.perform(None, put)
    with pytest.raises(InvalidEntry, match="challenge-in-use"):
        store.perform(None, lambda repository: repository.remove_challenge("c1"))


def test_removing_the_current_challenge_leaves_none_and_says_so(store: Store) -> None:
    def act(repository: Repository) -> None:
        repository.add_challenge(a_challenge())
        repository.update_workshop(replace(WORKSHOP, current_challenge="c1"))
        repository.add_participant(a_participant())
        repository.update_volunteer(a_volunteer(challenges=("c1",)))

    store.perform(None, act)
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.remove_challenge("c1"))
    assert store.read(lambda repository: repository.find_workshop()).current_challenge is None
    volunteer = store.read(lambda repository: repository.find_volunteer("p1"))
    assert volunteer is not None
    assert volunteer.challenges == ()
    assert {kind for kind, _, _ in changes_of(store, before)} == {"workshop", "volunteer", "challenge"}


def test_sectors_come_and_go(store: Store) -> None:
    town, hamlet = Sector("b", "Bourg"), Sector("a", "Hameau", "Mme Dupré")

    def act(repository: Repository) -> None:
        repository.add_sector(town)
        repository.add_sector(hamlet)

    store.perform(None, act)
    assert store.read(lambda repository: repository.list_sectors()) == (town, hamlet)
    store.perform(None, lambda repository: repository.update_sector(replace(town, referent="M. Roux")))
    store.perform(None, lambda repository: repository.remove_sector("a"))
    assert store.read(lambda repository: repository.list_sectors()) == (replace(town, referent="M. Roux"),)
    assert changes_of(store, 2) == [("sector", "b", None), ("sector", "a", None)]
    with pytest.raises(MissingEntry, match="no-sector"):
        store.perform(None, lambda repository: repository.remove_sector("a"))


def test_stakeholders_come_and_go(store: Store) -> None:
    shop = Stakeholder("s", "Épicerie ambulante", "Chez Lou", "Lou", "lou@exemple.fr", "Bourg")
    store.perform(None, lambda repository: repository.add_stakeholder(shop))
    coming = replace(shop, status=StakeholderStatus.COMING)
    store.perform(None, lambda repository: repository.update_stakeholder(coming))
    assert store.read(lambda repository: repository.find_stakeholder("s")) == coming
    assert store.read(lambda repository: repository.list_stakeholders()) == (coming,)
    store.perform(None, lambda repository: repository.remove_stakeholder("s"))
    assert store.read(lambda repository: repository.list_stakeholders()) == ()
    assert changes_of(store, 0) == [("stakeholder", "s", None)] * 3


def test_an_action_may_catch_a_refusal_and_go_on(store: Store) -> None:
    def act(repository: Repository) -> None:
        add_the_usual(repository)
        refused: tuple[Callable[[], None], ...] = (
            lambda: repository.add_idea(an_idea("i1")),
            lambda: repository.add_idea(an_idea("i9", challenge="nowhere")),
            lambda: repository.add_idea(an_idea("i9", text="a\0b")),
            lambda: repository.add_mission(a_mission("m9", places=10**12)),
            lambda: repository.update_dots(Dots("p1", "c1", "nothing", 1)),
            lambda: repository.add_participant(a_participant("p9", "NOM P1")),
            lambda: repository.add_group(a_group(members=("i1", "i3"))),
        )
        for refusal in refused:
            with pytest.raises((InvalidEntry, MissingEntry)):
                refusal()
        repository.add_idea(an_idea("last"))

    store.perform(None, act)
    assert [idea.id for idea in store.read(lambda repository: repository.list_ideas())] == ["i1", "i2", "i3", "last"]
    entities = [change.entity for change in store.changes_since(0)]
    assert entities[-1] == "last"
    assert not {"i9", "m9", "p9"} & set(entities)
