"""The facilitator's header moves the room, and nobody's page twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.widgets.facilitator_stage import NOON, Stage, add_ideas, set_stage
from workshop_kit.domain.course import PHASES, Phase
from workshop_kit.domain.model import Origin, Participant
from workshop_kit.i18n import Translator
from workshop_kit.qr import draw_code
from workshop_kit.widgets.facilitator import header_panel
from workshop_kit.widgets.panel import Panel


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path, challenges=3, people=4)
    yield made
    made.close()


@pytest.fixture
def header(stage: Stage) -> Panel:
    return header_panel(stage.window)


def test_the_next_action_leads_through_every_phase_in_order(stage: Stage, header: Panel) -> None:
    walked = [header.model["phase"]]
    while header.model["next"] is not None:
        stage.do(header, "move_phase", phase=header.model["next"])
        walked.append(header.model["phase"])
    assert walked == [phase.value for phase in PHASES]


def test_writing_begins_on_the_first_challenge_when_none_was_chosen(stage: Stage, header: Panel) -> None:
    stage.do(header, "move_phase", phase="writing")
    assert stage.workshop().current_challenge == "c0"


def test_a_workshop_without_challenges_cannot_write(tmp_path: Path) -> None:
    stage = set_stage(tmp_path)
    assert "Cadrer" in stage.refuse(header_panel(stage.window), "move_phase", phase="writing")
    assert stage.workshop().phase is Phase.WELCOME
    stage.close()


def test_an_unknown_phase_is_refused_in_words(stage: Stage, header: Panel) -> None:
    assert "lunch" in stage.refuse(header, "move_phase", phase="lunch")


def test_the_same_intention_twice_moves_once(stage: Stage, header: Panel) -> None:
    first = header.answer("move_phase", {"phase": "writing"}, "same")
    stage.do(header, "move_phase", phase="reveal")
    second = header.answer("move_phase", {"phase": "writing"}, "same")
    assert first["ok"]
    assert first == second
    assert stage.workshop().phase is Phase.REVEAL


def reveals(stage: Stage) -> dict[str, datetime | None]:
    return {one.id: one.revealed_at for one in stage.read(lambda repository: repository.list_challenges())}


@pytest.mark.parametrize("phase", ["reveal", "vote", "results"])
def test_the_first_time_ideas_are_shown_is_kept_for_each_challenge_that_has_some(
    stage: Stage, header: Panel, phase: str
) -> None:
    add_ideas(stage, "c0", "Ouvrir le gymnase")
    stage.do(header, "move_phase", phase="writing")
    assert reveals(stage) == {"c0": None, "c1": None, "c2": None}
    stage.do(header, "move_phase", phase=phase)
    assert reveals(stage) == {"c0": NOON, "c1": None, "c2": None}


def test_a_second_reveal_leaves_the_first_s_time_and_takes_the_new_challenge_s(stage: Stage, header: Panel) -> None:
    add_ideas(stage, "c0", "Ouvrir le gymnase")
    stage.do(header, "move_phase", phase="reveal")
    stage.do(header, "begin_challenge", challenge="c1")
    add_ideas(stage, "c1", "Une laverie")
    later = NOON + timedelta(minutes=30)
    stage.moment = later
    stage.do(header, "move_phase", phase="reveal")
    assert reveals(stage) == {"c0": NOON, "c1": later, "c2": None}


def test_moving_on_stops_the_timer_of_the_phase_that_is_left(stage: Stage, header: Panel) -> None:
    stage.do(header, "move_phase", phase="writing")
    stage.do(header, "start_timer", minutes=5)
    stage.do(header, "move_phase", phase="reveal")
    assert stage.workshop().timer_ends_at is None


def in_ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def test_the_timer_starts_extends_and_stops(stage: Stage, header: Panel) -> None:
    stage.do(header, "start_timer", minutes=8)
    assert header.model["timer"] == {"ends_at": in_ms(NOON + timedelta(minutes=8)), "now": in_ms(NOON)}
    stage.do(header, "extend_timer", minutes=2)
    assert stage.workshop().timer_ends_at == NOON + timedelta(minutes=10)
    stage.do(header, "stop_timer")
    assert header.model["timer"] is None


def test_a_timer_that_ran_out_is_extended_from_now(stage: Stage, header: Panel) -> None:
    stage.do(header, "start_timer", minutes=2)
    later = NOON + timedelta(minutes=30)
    stage.moment = later
    header.refresh()
    assert header.model["timer"]["ends_at"] < header.model["timer"]["now"] == in_ms(later)
    stage.do(header, "extend_timer", minutes=2)
    assert stage.workshop().timer_ends_at == later + timedelta(minutes=2)


@pytest.mark.parametrize("minutes", [0, -5, 121, 2.5, "5", True, None])
def test_a_timer_takes_whole_minutes_only(stage: Stage, header: Panel, minutes: object) -> None:
    assert "120" in stage.refuse(header, "start_timer", minutes=minutes)
    assert stage.workshop().timer_ends_at is None


def test_people_known_from_a_file_are_not_in_the_room(stage: Stage, header: Panel) -> None:
    absent = Participant("f1", "Absente", "", "", Origin.FILE, NOON)
    stage.write(lambda repository: repository.add_participant(absent))
    stage.window.follow_once()
    assert header.model["people"] == 4


def test_another_window_s_change_reaches_the_header(stage: Stage, header: Panel) -> None:
    newcomer = Participant("p9", "Trèfle", "resident", "", Origin.ROOM, NOON)
    stage.write(lambda repository: repository.add_participant(newcomer))
    assert header.model["people"] == 4
    stage.window.follow_once()
    assert header.model["people"] == 5


def test_the_next_challenge_is_offered_after_the_results_only(stage: Stage, header: Panel) -> None:
    offered = {}
    for phase in ("vote", "results"):
        stage.do(header, "move_phase", phase=phase)
        offered[phase] = header.model["next_challenge"]
    assert offered["vote"] is None
    assert offered["results"]["id"] == "c1"
    stage.do(header, "begin_challenge", challenge="c1")
    assert (stage.workshop().current_challenge, stage.workshop().phase) == ("c1", Phase.WRITING)


def test_nobody_has_finished_with_a_challenge_just_taken_up(stage: Stage, header: Panel) -> None:
    stage.do(header, "choose_challenge", challenge="c0")
    stage.write(lambda repository: repository.add_finished(Phase.WRITING, "p0"))
    stage.do(header, "choose_challenge", challenge="c0")
    assert stage.read(lambda repository: repository.list_finished(Phase.WRITING)) == {"p0"}
    stage.do(header, "choose_challenge", challenge="c1")
    assert stage.read(lambda repository: repository.list_finished(Phase.WRITING)) == frozenset()


def test_a_challenge_nobody_wrote_cannot_be_chosen(stage: Stage, header: Panel) -> None:
    stage.refuse(header, "choose_challenge", challenge="c9")
    assert stage.workshop().current_challenge is None


def test_switching_the_page_leaves_the_workshop_s_language(stage: Stage, header: Panel) -> None:
    stage.do(header, "switch_language", language="en")
    assert header.lang == "en"
    assert header.words["code"] == "QR code"
    assert stage.workshop().language == "fr"
    stage.refuse(header, "switch_language", language="de")


def test_the_code_is_a_square_of_dark_and_light(monkeypatch: pytest.MonkeyPatch, stage: Stage) -> None:
    monkeypatch.setenv("WORKSHOP_JOIN_URL", "http://192.168.1.20:8866/")
    header = header_panel(stage.window)
    rows = header.model["code"]
    assert {len(row) for row in rows} == {len(rows)}
    assert set("".join(rows)) == {"0", "1"}
    assert rows[0].startswith("1111111")  # a finder pattern, as every QR code has
    assert rows == draw_code("http://192.168.1.20:8866/")


def test_without_an_address_there_is_no_code() -> None:
    assert draw_code("") == []


def test_every_phase_and_step_has_its_words_in_both_languages(header: Panel) -> None:
    for language in ("fr", "en"):
        say = Translator(language)
        for phase in PHASES:
            assert say.knows(f"phases.name.{phase}")
            assert say.knows(f"phases.next.{phase}")
        for step in header.model["steps"]:
            assert say.knows(f"facilitator.header.step.{step}")


def test_an_intention_nobody_knows_is_refused(stage: Stage, header: Panel) -> None:
    stage.refuse(header, "close_workshop")
    assert not header.answer("move_phase", "writing", "odd")["ok"]
