"""What one act writes for many is one statement and, beyond a few, one line of the change log, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.store.values import (
    NOON,
    a_mission,
    a_participant,
    a_volunteer,
    add_the_usual,
    an_idea,
    changes_of,
)
from workshop_kit.domain.course import Stage
from workshop_kit.domain.model import SEVERAL, Assignment, Dots, Reason, Stakeholder
from workshop_kit.domain.projection import Drawing, Mark
from workshop_kit.store import Repository, Store
from workshop_kit.store.shelf import NOTED_APART_AT_MOST

MANY = NOTED_APART_AT_MOST + 1
PEOPLE = tuple(f"m{number}" for number in range(MANY))


@pytest.fixture(autouse=True)
def many(store: Store) -> None:
    def write(hall: Repository) -> None:
        add_the_usual(hall)
        for person in PEOPLE:
            hall.add_participant(replace(a_participant(person), sector="Bourg"))
            hall.add_idea(an_idea(f"of-{person}", author=person))
            hall.update_dots(Dots(person, "c1", "i1", 2))
            hall.add_finished("c1", Stage.WRITING, person)

    store.perform(None, write)


def told(store: Store, act: Callable[[Repository], Any]) -> set[tuple[str, str, str | None]]:
    """Do something and return what the change log says of it."""
    before = store.latest_sequence()
    store.perform(None, act)
    return set(changes_of(store, before))


def test_ideas_are_held_back_and_given_back_together(store: Store) -> None:
    ideas = store.read(lambda hall: hall.list_ideas("c1"))
    assert told(store, lambda hall: hall.hold_ideas(ideas, "blesse l’un")) == {("idea", SEVERAL, "c1")}
    assert {one.held for one in store.read(lambda hall: hall.list_ideas("c1"))} == {"blesse l’un"}
    assert [one.held for one in store.read(lambda hall: hall.list_ideas("c2"))] == [""]
    store.perform(None, lambda hall: hall.hold_ideas(ideas, ""))
    given_back = tuple(replace(one, once_held=True) for one in ideas)
    assert store.read(lambda hall: hall.list_ideas("c1")) == given_back


def test_a_few_are_named_in_the_log_each(store: Store) -> None:
    ideas = store.read(lambda hall: (hall.find_idea("i1"), hall.find_idea("i3")))
    assert told(store, lambda hall: hall.hold_ideas(ideas, "non")) == {("idea", "i1", "c1"), ("idea", "i3", "c2")}
    assert told(store, lambda hall: hall.hold_ideas((), "non")) == set()


def test_ideas_wait_to_be_read_together(store: Store) -> None:
    ideas = store.read(lambda hall: hall.list_ideas("c1"))
    assert told(store, lambda hall: hall.have_unread(ideas)) == {("idea", SEVERAL, "c1")}
    assert store.perform(None, lambda hall: hall.mark_read("c1", ["i1", "nobody’s"])) == ("i1",)
    assert len(store.perform(None, lambda hall: hall.mark_read("c1"))) == len(ideas) - 1
    assert store.read(lambda hall: hall.list_ideas("c1")) == ideas


def test_a_sector_is_renamed_wherever_it_stands(store: Store) -> None:
    def belong(hall: Repository) -> None:
        hall.update_volunteer(a_volunteer("p1"))
        hall.update_mission(a_mission("m1", sector="bourg"))
        hall.add_stakeholder(Stakeholder("k", "shop", "La boulangerie", sector="Moulin"))
        for person in PEOPLE:
            hall.update_assignment(Assignment(person, "m1", Reason("assigned-sector", {"sector": "Bourg", "fit": 3})))
        hall.update_assignment(Assignment("p1", "m1", Reason("assigned-sector", {"sector": "Moulin", "fit": 3})))

    store.perform(None, belong)

    def rename(hall: Repository) -> None:
        hall.rename_in(("Bourg", "bourg"), "Le Pont")
        hall.rename_sector_in_reasons(("Bourg", "bourg"), "Le Pont")

    assert told(store, rename) == {
        ("participant", SEVERAL, None),
        ("volunteer", "p1", None),
        ("mission", "m1", "c1"),
        ("assignment", SEVERAL, None),
    }

    def check(hall: Repository) -> None:
        assert {one.sector for one in hall.list_participants()} == {"", "Le Pont"}
        assert [one.sector for one in hall.list_volunteers()] == ["Le Pont"]
        assert [one.sector for one in hall.list_missions()] == ["Le Pont"]
        assert [one.sector for one in hall.list_stakeholders()] == ["Moulin"]
        reasons = {one.participant: one.reason.values for one in hall.list_assignments()}
        assert reasons == {
            **{person: {"sector": "Le Pont", "fit": 3} for person in PEOPLE},
            "p1": {"sector": "Moulin", "fit": 3},
        }

    store.read(check)


def test_dots_stand_in_the_next_round_as_they_were_given(store: Store) -> None:
    store.perform(None, lambda hall: hall.update_dots(Dots("p1", "c2", "i3", 1)))
    assert told(store, lambda hall: hall.take_dots_along("c1", 1, 2)) == {("vote", SEVERAL, "c1")}
    given = store.read(lambda hall: hall.list_dots("c1", every_round=True))
    assert {(one.participant, one.count, one.round) for one in given} == {(p, 2, r) for p in PEOPLE for r in (1, 2)}
    assert len(store.read(lambda hall: hall.list_dots("c2", every_round=True))) == 1


def test_dots_are_lowered_together(store: Store) -> None:
    given = store.read(lambda hall: hall.list_dots("c1"))
    fewer = [replace(one, count=place % 2) for place, one in enumerate(given)]
    assert told(store, lambda hall: hall.lower_dots(fewer)) == {("vote", SEVERAL, "c1")}
    assert set(store.read(lambda hall: hall.list_dots("c1"))) == {one for one in fewer if one.count}
    assert told(store, lambda hall: hall.lower_dots(())) == set()


def test_everybody_goes_on_with_a_stage_together(store: Store) -> None:
    assert told(store, lambda hall: hall.remove_all_finished("c1", Stage.WRITING)) == {("finished", SEVERAL, "c1")}
    assert store.read(lambda hall: hall.list_finished("c1", Stage.WRITING)) == frozenset()
    assert told(store, lambda hall: hall.remove_all_finished("c1", Stage.WRITING)) == set()


def test_only_the_marks_of_who_leaves_are_taken_out_of_a_drawing(store: Store) -> None:
    marks = tuple(Mark(person, 1, 1) for person in PEOPLE)
    store.perform(None, lambda hall: hall.update_drawing(Drawing("c1", NOON, MANY, 0, 0, marks)))
    assert told(store, lambda hall: hall.withdraw_marks("c1", PEOPLE[:1])) == {("drawing", "c1", "c1")}
    (drawing,) = store.read(lambda hall: hall.list_drawings())
    assert drawing == Drawing("c1", NOON, MANY, 0, 0, marks[1:], withdrawn=True)
