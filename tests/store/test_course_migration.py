"""A workshop that the first kit left in any of its phases goes on where it stood, and shows no more than it did."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy.engine import make_url

from tests.store.left_behind import OLDEST, Database, File, Place
from tests.widgets.room import DOORS, Page
from workshop_kit import visit
from workshop_kit.domain.course import Phase, Role, Stage
from workshop_kit.domain.history import Course, read_course
from workshop_kit.domain.projection import Projection
from workshop_kit.environment import STORE_VARIABLE
from workshop_kit.live.acts.moving import read_present
from workshop_kit.store import Repository, Store, open_store

#: The room's phases before each challenge had a course of its own.
OLD_PHASES: Final = ("welcome", "writing", "reveal", "vote", "results", "scoring", "offer", "missions", "thanks")
#: Those that became stages.
WORKED: Final = ("writing", "reveal", "vote", "results")
#: Those in which the phones were shown what others wrote, and what the vote gave.
IDEAS_SHOWN: Final = ("reveal", "vote", "results")
TALLIES_SHOWN: Final = ("results",)
#: Those in which the facilitator was shown what the vote gave.
TALLIES_TOLD: Final = ("results", "scoring", "offer", "missions", "thanks")

HOUSING: Final = "fe52d0e68ff54e11849a5a5a91b9d83e"
SENIORS: Final = "cdd20d2e2a83410389c71e4aa6a36fed"
MOBILITY: Final = "923c14cbfe3f4b4391c3394575ce8925"
HEALTH: Final = "12af9603e37f4d22a46d703a537410aa"
WORK: Final = "353522037cd4400c90284291316db1d8"
REVEALED: Final = datetime(2026, 11, 26, 13, 19, 49, 892508, tzinfo=UTC)
MADE_AT: Final = datetime(2026, 11, 26, 13, 19, 48, 345341, tzinfo=UTC)

#: The room is at housing, which was voted on, as health was. Seniors was revealed and not voted on, mobility only
#: written on, and nobody has begun with work.
LEFT: Final = (
    f"DELETE FROM dots WHERE challenge IN ('{SENIORS}', '{MOBILITY}', '{WORK}')",
    f"DELETE FROM idea_group_member WHERE idea IN (SELECT id FROM idea WHERE challenge = '{WORK}')",
    f"DELETE FROM idea_group WHERE challenge = '{WORK}'",
    f"DELETE FROM idea WHERE challenge = '{WORK}'",
    f"UPDATE challenge SET revealed_at = NULL WHERE id IN ('{MOBILITY}', '{WORK}')",
)
#: Who told so before, and in which phase.
FINISHED: Final = "kept-person"

Leave = Callable[..., Store]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what was brought up to date: several tests look at each phase."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def place(kind: str, folder: Path, kept: Path, request: pytest.FixtureRequest) -> Place:
    folder.mkdir()
    if kind == "sqlite":
        return File(folder, kept)
    database = make_url(os.environ[STORE_VARIABLE]).database
    assert database is not None
    return Database(request.getfixturevalue("server"), database)


@pytest.fixture
def leave(place: Place, folder: Path) -> Iterator[Leave]:
    """Open with today's kit what the first one left in a phase, after some more commands in SQL."""
    opened: list[Store] = []

    def leave_in(phase: str, *commands: str) -> Store:
        said = (*LEFT, f"UPDATE workshop SET phase = '{phase}'", *commands)
        if commands:
            place.lay_down(said)
        elif not place.lay_down_kept(phase):
            place.lay_down(said)
            open_store(folder).close()
            place.keep(phase)
        opened.append(open_store(folder))
        return opened[-1]

    yield leave_in
    for store in opened:
        store.close()


def stages_after(phase: str) -> dict[str, Stage]:
    """Return where each challenge must stand, by what had become of it before."""
    if phase == "welcome":
        return dict.fromkeys((HOUSING, SENIORS, MOBILITY, HEALTH, WORK), Stage.UNOPENED)
    if phase in WORKED:
        return {
            HOUSING: Stage(phase),
            SENIORS: Stage.UNOPENED,
            MOBILITY: Stage.WRITING if phase == "writing" else Stage.UNOPENED,
            HEALTH: Stage.CLOSED,
            WORK: Stage.UNOPENED,
        }
    return {**dict.fromkeys((HOUSING, SENIORS, MOBILITY, HEALTH), Stage.CLOSED), WORK: Stage.UNOPENED}


@pytest.mark.parametrize("phase", OLD_PHASES)
def test_the_room_and_each_challenge_stand_where_they_stood(leave: Leave, phase: str) -> None:
    present = leave(phase).read(read_present)
    assert present.phase is (Phase.WORK if phase in WORKED else Phase(phase))
    assert present.focus == HOUSING
    assert present.stages == stages_after(phase)
    assert present.revealed_at == dict.fromkeys((HOUSING, SENIORS, HEALTH), REVEALED)
    with_results = (HOUSING, HEALTH) if phase in TALLIES_TOLD else ()
    assert present.results_at == dict.fromkeys(with_results, REVEALED)


@pytest.mark.parametrize("phase", OLD_PHASES)
def test_the_history_adds_up_to_what_stands_beside_it(leave: Leave, phase: str) -> None:
    store = leave(phase)
    present = store.read(read_present)
    assert fill_up(read_course(store.read(lambda repository: repository.list_steps())), present) == present
    assert present.rounds == present.wordings == dict.fromkeys(present.stages, 1)


@pytest.mark.parametrize("phase", WORKED)
@pytest.mark.parametrize(
    "command",
    [
        "UPDATE challenge SET revealed_at = NULL",
        "DELETE FROM dots",
        "UPDATE workshop SET current_challenge = NULL",
        f"UPDATE workshop SET current_challenge = '{WORK}'",
        f"UPDATE workshop SET current_challenge = '{SENIORS}'",
    ],
)
def test_the_history_adds_up_whatever_was_left_out(leave: Leave, phase: str, command: str) -> None:
    store = leave(phase, command)
    present = store.read(read_present)
    assert fill_up(read_course(store.read(lambda repository: repository.list_steps())), present) == present


def fill_up(course: Course, present: Course) -> Course:
    """Name each challenge in what the history says, also one that it says nothing about."""
    challenges = tuple(present.stages)
    return Course(
        course.phase,
        course.focus,
        {one: course.stage_of(one) for one in challenges},
        {one: course.rounds.get(one, 1) for one in challenges},
        {one: course.wordings.get(one, 1) for one in challenges},
        course.revealed_at,
        course.results_at,
        course.glimpsed,
        course.glimpsed_at,
        course.announced,
    )


@pytest.mark.parametrize("phase", OLD_PHASES)
def test_ideas_dots_and_who_was_done_are_kept(leave: Leave, phase: str) -> None:
    with closing(sqlite3.connect(f"file:{OLDEST}?mode=ro&immutable=1", uri=True)) as file:
        voted = f"challenge IN ('{HOUSING}', '{HEALTH}')"
        dots = set(file.execute(f"SELECT participant, challenge, option, count, 1 FROM dots WHERE {voted}"))
        ideas = dict(file.execute(f"SELECT id, text FROM idea WHERE challenge <> '{WORK}'"))
    store = leave(phase, f"INSERT INTO finished VALUES ('vote', '{FINISHED}')")

    def check(repository: Repository) -> None:
        assert {idea.id: idea.text for idea in repository.list_ideas()} == ideas
        assert {idea.wording for idea in repository.list_ideas() if idea.author is not None} == {1}
        votes = repository.list_dots(every_round=True)
        assert {(one.participant, one.challenge, one.option, one.count, one.round) for one in votes} == dots
        assert repository.list_dots() == votes
        for stage in (Stage.WRITING, Stage.VOTE):
            assert repository.list_finished(HOUSING, stage) == {FINISHED}
            assert repository.list_finished(HEALTH, stage) == frozenset()
        wordings = {(one.challenge, one.number, one.statement, one.at) for one in repository.list_wordings()}
        assert wordings == {(one.id, 1, one.statement, MADE_AT) for one in repository.list_challenges()}

    store.read(check)


@pytest.mark.parametrize("phase", OLD_PHASES)
def test_the_screen_stands_where_the_room_is(leave: Leave, phase: str) -> None:
    stands = leave(phase).read(lambda repository: repository.find_projection())
    worked = phase in WORKED
    place = Projection(Phase.WORK if worked else Phase(phase), HOUSING, Stage(phase) if worked else None)
    assert stands == replace(place, named=phase in ("missions", "thanks"))


@pytest.mark.parametrize("phase", OLD_PHASES)
def test_nothing_is_shown_that_was_hidden_before(
    leave: Leave, folder: Path, monkeypatch: pytest.MonkeyPatch, phase: str
) -> None:
    texts = {idea.text for idea in leave(phase).read(lambda repository: repository.list_ideas())}
    phone = see(monkeypatch, folder, Role.PARTICIPANT, "kept-visitor")
    assert ('"supporters"' in phone) is (phase in TALLIES_SHOWN)
    assert is_in(texts, phone) is (phase in IDEAS_SHOWN)
    screen = see(monkeypatch, folder, Role.SCREEN)
    assert ('"supporters"' in screen) is (phase in TALLIES_SHOWN)
    assert is_in(texts, screen) is (phase in ("reveal", "results"))
    laptop = see(monkeypatch, folder, Role.FACILITATOR)
    assert ('"supporters"' in laptop) is (phase in TALLIES_TOLD)


def see(monkeypatch: pytest.MonkeyPatch, folder: Path, role: Role, visitor: str = "") -> str:
    """Return everything that the panels of a page of ``role`` are told."""
    monkeypatch.setattr(visit, "_begun", None)
    monkeypatch.setenv("PAGE_SERVES_BUNDLES", "1")
    if visitor:
        monkeypatch.setenv("VISITOR_ID", visitor)
    else:
        monkeypatch.delenv("VISITOR_ID", raising=False)
    window = DOORS[role](folder)
    try:
        return json.dumps(Page(window).read_all(), ensure_ascii=False, default=str)
    finally:
        window.close()


def is_in(texts: Iterable[str], shown: str) -> bool:
    """Tell whether one of ``texts`` stands in what was shown."""
    return any(json.dumps(text, ensure_ascii=False) in shown for text in texts)
