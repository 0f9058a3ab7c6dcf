"""The history, the wordings, the agenda, the screen's place, the helpers and the rounds of a vote, as they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.values import NOON, a_challenge, add_the_usual, an_idea, changes_of
from workshop_kit.domain.agenda import AgendaItem
from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.history import Step, StepKind
from workshop_kit.domain.model import Dots, Remover, Wording
from workshop_kit.domain.projection import Cover, Projection, Shown
from workshop_kit.errors import MissingEntry
from workshop_kit.store import Repository, Store

OPENED = Step("m1", StepKind.STAGE, NOON, "facilitator", challenge="c1", stage=Stage.WRITING, ideas=0)
TURNED = Step("m1", StepKind.FOCUS, NOON, "facilitator", challenge="c1")
MOVED = Step("m2", StepKind.PHASE, NOON, "facilitator", phase=Phase.WORK, timer_ends_at=NOON)
REWORDED = Step("m3", StepKind.WORDING, NOON, "facilitator", challenge="c1", wording=2)
UNDONE = Step("m4", StepKind.UNDO, NOON, "facilitator", undoes="m2")


def test_steps_are_numbered_in_the_order_they_came(store: Store) -> None:
    assert store.read(lambda repository: repository.list_steps()) == ()
    before = store.latest_sequence()
    store.perform(None, lambda repository: repository.add_steps([OPENED, TURNED]))
    store.perform(None, lambda repository: repository.add_steps([MOVED, REWORDED, UNDONE]))
    store.perform(None, lambda repository: repository.add_steps([]))
    steps = store.read(lambda repository: repository.list_steps())
    kept = [replace(one, number=number) for number, one in enumerate((OPENED, TURNED, MOVED, REWORDED, UNDONE), 1)]
    assert list(steps) == kept
    assert changes_of(store, before) == [("step", "2", None), ("step", "5", None)]


def test_a_challenge_that_is_gone_stays_in_the_history(store: Store) -> None:
    store.perform(None, lambda repository: repository.add_challenge(a_challenge()))
    store.perform(None, lambda repository: repository.add_steps([OPENED]))
    store.perform(None, lambda repository: repository.remove_challenge("c1"))
    assert store.read(lambda repository: [one.challenge for one in repository.list_steps()]) == ["c1"]


def test_where_a_challenge_stands_comes_back(store: Store) -> None:
    stands = a_challenge(
        stage=Stage.RESULTS,
        round=2,
        wording=3,
        results_at=NOON,
        timer_ends_at=NOON,
        timer_left=90,
        tables="1 et 2",
        uncovered=("i1", "g2"),
        brought=True,
    )
    store.perform(None, lambda repository: repository.add_challenge(stands))
    assert store.read(lambda repository: repository.find_challenge("c1")) == stands


def test_wordings_are_kept_by_number_and_go_with_their_challenge(store: Store) -> None:
    store.perform(None, add_the_usual)
    first, second = Wording("c2", 1, "Avant", NOON), Wording("c2", 2, "Après", NOON + timedelta(minutes=1))

    def keep(repository: Repository) -> None:
        for one in (second, first, Wording("c1", 1, "Autre", NOON)):
            repository.add_wording(one)
        repository.add_wording(replace(second, statement="Après, corrigé"))

    store.perform(None, keep)
    kept = store.read(lambda repository: repository.list_wordings("c2"))
    assert sorted(kept, key=lambda one: one.number) == [first, replace(second, statement="Après, corrigé")]
    assert len(store.read(lambda repository: repository.list_wordings())) == 3
    with pytest.raises(MissingEntry, match="no-challenge"):
        store.perform(None, lambda repository: repository.add_wording(Wording("c9", 1, "Rien", NOON)))
    store.perform(None, lambda repository: repository.remove_idea("i3", Remover.AUTHOR))
    store.perform(None, lambda repository: repository.remove_challenge("c2"))
    assert store.read(lambda repository: repository.list_wordings("c2")) == ()


def test_what_each_browser_last_brought_to_the_room_is_kept_until_it_is_forgotten(store: Store) -> None:
    first = Shown("one", "press", NOON, "{}", "{}", "c1", ("i1", "i2"))
    later, other = Shown("one", "again", NOON, "{}", "{}"), replace(first, by="other")

    def keep(repository: Repository) -> None:
        for one in (first, other, later):
            repository.update_shown(one)

    store.perform(None, keep)
    assert store.read(lambda repository: repository.find_shown("one")) == later
    assert store.read(lambda repository: repository.find_shown("other")) == other
    store.perform(None, lambda repository: repository.remove_shown("other"))
    assert store.read(lambda repository: repository.find_shown("other")) is None


def test_the_agenda_is_replaced_as_a_whole_and_keeps_its_order(store: Store) -> None:
    store.perform(None, add_the_usual)
    planned = (
        AgendaItem(Moment.WELCOME, None, 10),
        AgendaItem(Moment.VOTE, "c2", 8),
        AgendaItem(Moment.VOTE, "c1", 0),
        *(AgendaItem(Moment.WRITING, None, minutes) for minutes in range(10)),
    )
    store.perform(None, lambda repository: repository.update_agenda([AgendaItem(Moment.THANKS, None, 5)]))
    store.perform(None, lambda repository: repository.update_agenda(planned))
    assert store.read(lambda repository: repository.list_agenda()) == planned
    store.perform(None, lambda repository: repository.update_agenda(()))
    assert store.read(lambda repository: repository.list_agenda()) == ()


def test_the_screen_stands_at_the_welcome_until_it_is_led(store: Store) -> None:
    assert store.read(lambda repository: repository.find_projection()) == Projection()
    store.perform(None, add_the_usual)
    led = Projection(Phase.WORK, "c2", Stage.REVEAL, 3, drawn=True, cover=Cover.BLACK, frozen=True, read_first=False)
    for one in (Projection(Phase.SCORING), led):
        store.perform(None, lambda repository, one=one: repository.update_projection(one))  # type: ignore[misc]
    assert store.read(lambda repository: repository.find_projection()) == led
    with pytest.raises(MissingEntry, match="no-challenge"):
        store.perform(None, lambda repository: repository.update_projection(replace(led, challenge="c9")))
    store.perform(None, lambda repository: repository.remove_idea("i3", Remover.AUTHOR))
    store.perform(None, lambda repository: repository.remove_challenge("c2"))
    assert store.read(lambda repository: repository.find_projection()) == replace(led, challenge=None)


def test_helpers_are_let_in_one_by_one_and_sent_away_together(store: Store) -> None:
    def let_in(repository: Repository) -> None:
        repository.add_helper("late", NOON + timedelta(minutes=1))
        repository.add_helper("early", NOON)
        repository.add_helper("early", NOON)

    store.perform(None, let_in)
    assert store.read(lambda repository: repository.list_helpers()) == ("early", "late")
    store.perform(None, lambda repository: repository.remove_helpers())
    assert store.read(lambda repository: repository.list_helpers()) == ()


def test_dots_are_counted_in_the_round_of_their_challenge(store: Store) -> None:
    store.perform(None, add_the_usual)
    first, again, other = (
        Dots("p1", "c1", "i1", 2),
        Dots("p1", "c1", "i1", 1, round=2),
        Dots("p1", "c2", "i3", 1),
    )

    def vote(repository: Repository) -> None:
        for dots in (first, again, other):
            repository.update_dots(dots)

    store.perform(None, vote)
    assert store.read(lambda repository: repository.list_votes()) == (first, other)
    second_round = replace(a_challenge(), round=2)
    store.perform(None, lambda repository: repository.update_challenge(second_round))
    assert store.read(lambda repository: repository.list_votes()) == (again, other)
    assert set(store.read(lambda repository: repository.list_votes("c1", every_round=True))) == {first, again}
    store.perform(None, lambda repository: repository.update_dots(replace(again, count=0)))
    assert store.read(lambda repository: repository.list_votes("c1", every_round=True)) == (first,)


def test_a_seat_joined_to_one_that_is_erased_stands_for_itself_again(store: Store) -> None:
    store.perform(None, add_the_usual)
    second = store.read(lambda repository: repository.find_participant("p2"))
    joined = replace(second, joined_to="p1", away_at=NOON, may_ask=False, slip=12)
    store.perform(None, lambda repository: repository.update_participant(joined))
    assert store.read(lambda repository: repository.find_participant("p2")) == joined
    store.perform(None, lambda repository: repository.remove_participant("p1"))
    assert store.read(lambda repository: repository.find_participant("p2")) == replace(joined, joined_to=None)


def test_an_idea_keeps_the_wording_it_answers_and_why_it_is_held(store: Store) -> None:
    store.perform(None, add_the_usual)
    held = an_idea("i9", wording=2, held="Nomme une personne")
    store.perform(None, lambda repository: repository.add_idea(held))
    assert store.read(lambda repository: repository.find_idea("i9")) == replace(held, once_held=True)
