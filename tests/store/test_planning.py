"""What is planned on a snapshot is written only where what it rests on still stands, else planned anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.values import a_challenge, a_participant, add_the_usual, an_idea, changes_of, many_sectors
from workshop_kit.domain.model import Sector
from workshop_kit.errors import InvalidEntry
from workshop_kit.store import Repository, Store
from workshop_kit.store.databases import PostgresDatabase, SqliteDatabase
from workshop_kit.store.lines import Lines
from workshop_kit.store.planning import READ_AGAIN_AT_MOST
from workshop_kit.store.transactions import PLANS_AT_MOST

Open = Callable[[], Store]


@pytest.fixture(autouse=True)
def usual(store: Store) -> None:
    store.perform(None, add_the_usual)


class Raced:
    """An action during which somebody else writes, the first ``times`` that it is run."""

    def __init__(self, other: Store, act: Callable[[Repository], object], meanwhile: Callable[[Repository], object]):
        self.runs, self.times = 0, 1
        self._other, self._act, self._meanwhile = other, act, meanwhile

    def __call__(self, repository: Repository) -> object:
        self.runs += 1
        result = self._act(repository)
        if self.runs <= self.times:
            self._other.perform(None, self._meanwhile)
        return result


def each(*acts: Callable[[Repository], object]) -> Callable[[Repository], None]:
    """Return the action that does one after the other."""

    def act(repository: Repository) -> None:
        for one in acts:
            one(repository)

    return act


def test_of_two_who_take_one_name_at_once_one_is_refused(store: Store, open_another: Open) -> None:
    def take(identifier: str) -> Callable[[Repository], None]:
        return lambda hall: hall.add_participant(a_participant(identifier, pseudonym="Merle"))

    raced = Raced(open_another(), take("p8"), take("p9"))
    with pytest.raises(InvalidEntry, match="pseudonym-taken"):
        store.perform(None, raced)
    assert raced.runs == 2
    ids = {one.id for one in store.read(lambda hall: hall.list_participants())}
    assert "p9" in ids
    assert "p8" not in ids


def test_what_concerns_something_else_costs_no_second_plan_and_comes_before(store: Store, open_another: Open) -> None:
    raced = Raced(
        open_another(),
        lambda hall: hall.add_idea(an_idea("mine")),
        each(
            lambda hall: hall.add_idea(an_idea("theirs", challenge="c2")),
            lambda hall: hall.add_sector(Sector("s", "Bourg", "")),
        ),
    )
    since = store.latest_sequence()
    store.perform(None, raced)
    assert raced.runs == 1
    assert [entity for _, entity, _ in changes_of(store, since)] == ["theirs", "s", "mine"]
    assert [one.sequence for one in store.changes_since(since)] == [since + 1, since + 2, since + 3]
    assert [one.id for one in store.read(lambda hall: hall.list_ideas())][-2:] == ["theirs", "mine"]


def test_a_few_rows_that_are_as_they_were_cost_no_second_plan(store: Store, open_another: Open) -> None:
    raced = Raced(
        open_another(),
        each(lambda hall: hall.find_challenge("c1"), lambda hall: hall.add_idea(an_idea("mine"))),
        lambda hall: hall.update_challenge(a_challenge("c2", stake="Autre", position=1)),
    )
    store.perform(None, raced)
    assert raced.runs == 1


def test_many_rows_of_which_some_may_have_changed_are_read_in_a_second_plan(store: Store, open_another: Open) -> None:
    store.perform(None, many_sectors)
    raced = Raced(
        open_another(),
        lambda hall: hall.add_idea(an_idea("mine", text=f"Parmi {len(hall.list_sectors())}")),
        lambda hall: hall.add_sector(Sector("new", "Bourg", "")),
    )
    store.perform(None, raced)
    assert raced.runs == 2
    mine = store.read(lambda hall: hall.find_idea("mine"))
    assert mine.text == f"Parmi {READ_AGAIN_AT_MOST + 2}"


def test_who_loses_every_race_is_carried_out_in_the_line(store: Store, open_another: Open, tmp_path: Path) -> None:
    """Only who writes past the lines, as on a disk that knows no locks, makes somebody lose more than one."""
    store.perform(None, many_sectors)
    other = open_another()
    if isinstance(other._database, SqliteDatabase):
        other._database._lines = Lines(tmp_path / "nowhere" / "workshop.db", yields=False)
    elif isinstance(other._database, PostgresDatabase):
        other._database._lines = ()
    raced = Raced(
        other,
        each(lambda hall: hall.list_sectors(), lambda hall: hall.add_idea(an_idea("mine"))),
        lambda hall: hall.update_sector(Sector("s1", f"Bourg {hall.latest_sequence()}", "")),
    )
    raced.times = PLANS_AT_MOST
    store.perform("once", raced)
    assert raced.runs == PLANS_AT_MOST + 1
    assert store.read(lambda hall: hall.find_idea("mine")).id == "mine"


def test_an_intention_that_another_process_performs_meanwhile_is_performed_once(
    store: Store, open_another: Open
) -> None:
    other = open_another()

    def theirs(hall: Repository) -> str:
        hall.add_idea(an_idea("theirs"))
        return "theirs"

    def act(hall: Repository) -> str:
        other.perform("the same", theirs)
        hall.add_idea(an_idea("mine"))
        return "mine"

    assert store.perform("the same", act) == "theirs"
    ids = {one.id for one in store.read(lambda hall: hall.list_ideas())}
    assert "theirs" in ids
    assert "mine" not in ids


def test_a_refusal_needs_no_line(store: Store, open_another: Open) -> None:
    with open_another()._database.writing(), pytest.raises(InvalidEntry, match="already-there"):
        store.perform("refused", lambda hall: hall.add_idea(an_idea("i1")))
