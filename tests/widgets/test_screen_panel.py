from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.widgets.rooms import IDEAS, NOON, PSEUDONYMS, SECRETS, Stopwatch, make_room, move, show_in, write
from workshop_kit.domain.course import PHASES, Phase, Role
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Change,
    Dots,
    Idea,
    Origin,
    Participant,
    Reason,
    Score,
    Source,
)
from workshop_kit.live.screen import ScreenWindow
from workshop_kit.store import Repository, Store
from workshop_kit.visit import Visit
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Panel
from workshop_kit.widgets.screen import open_workshop, screen_panel


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_room(tmp_path / "room")
    yield store
    store.close()


@pytest.fixture
def window(tmp_path: Path, store: Store) -> Iterator[ScreenWindow]:
    window = open_workshop(tmp_path / "room")
    yield window
    window.close()


def synced(panel: Panel) -> str:
    """Everything a browser could ask this panel for."""
    state = {key: value for key, value in panel.get_state().items() if not key.startswith("_") and key != "layout"}
    return json.dumps(state, ensure_ascii=False, default=str)


def assign(store: Store, participant: str, mission: str, status: AssignmentStatus = AssignmentStatus.ACCEPTED) -> None:
    write(store, lambda repository: repository.update_assignment(
        Assignment(participant, mission, Reason("by-hand"), status=status)
    ))  # fmt: skip


@pytest.mark.parametrize("phase", PHASES)
def test_no_phase_tells_the_screen_who_somebody_is(store: Store, window: ScreenWindow, phase: Phase) -> None:
    assign(store, "ana", "watch")
    assign(store, "bob", "wash")
    move(store, phase)
    state = synced(screen_panel(window))
    agreed = [SECRETS[0]] if phase is Phase.MISSIONS else []
    told = [private for private in (*PSEUDONYMS.values(), *SECRETS) if private in state]
    assert told == agreed
    assert [identifier for identifier in PSEUDONYMS if f'"{identifier}"' in state] == []


@pytest.mark.parametrize("phase", [phase for phase in PHASES if phase not in (Phase.REVEAL, Phase.RESULTS)])
def test_no_idea_is_on_the_screen_outside_the_reveal_and_the_results(
    store: Store, window: ScreenWindow, phase: Phase
) -> None:
    move(store, phase)
    state = synced(screen_panel(window))
    assert [text for text in (*IDEAS, "Garde de nuit") if text in state] == []


@pytest.mark.parametrize("phase", [phase for phase in PHASES if phase is not Phase.RESULTS])
def test_no_tally_is_on_the_screen_before_the_results(store: Store, window: ScreenWindow, phase: Phase) -> None:
    move(store, phase)
    model = screen_panel(window).model
    assert "ranks" not in model
    assert '"dots"' not in json.dumps(model)
    assert '"supporters"' not in json.dumps(model)


def test_the_welcome_shows_the_address_and_its_code(
    window: ScreenWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_JOIN_URL", "http://192.168.1.20:8866/")
    model = screen_panel(window).model
    assert model["join"] == "http://192.168.1.20:8866/"
    assert model["people"] == 4
    assert len(model["qr"]) == len(model["qr"][0]) >= 21
    assert model["qr"][0].startswith("1111111")


def test_the_reveal_shows_a_group_as_one_card(store: Store, window: ScreenWindow) -> None:
    move(store, Phase.REVEAL)
    cards = screen_panel(window).model["cards"]
    assert [(card["title"], card["texts"]) for card in cards] == [("Garde de nuit", list(IDEAS[:2])), ("", [IDEAS[2]])]


def test_a_telephone_number_typed_into_an_idea_is_blotted_out(store: Store, window: ScreenWindow) -> None:
    write(store, lambda r: r.add_idea(Idea("mine", "home", "Mon fourgon, 06 12 34 56 78", Source.LIVED, "bob", NOON)))
    move(store, Phase.REVEAL)
    texts = [text for card in screen_panel(window).model["cards"] for text in card["texts"]]
    assert "Mon fourgon, […]" in texts


def test_the_results_tell_dots_and_supporters_apart(store: Store, window: ScreenWindow) -> None:
    move(store, Phase.RESULTS)
    first = screen_panel(window).model["ranks"][0]
    assert (first["rank"], first["title"], first["dots"], first["supporters"]) == (1, "Garde de nuit", 3, 2)


def test_the_vote_counts_people_not_dots(store: Store, window: ScreenWindow) -> None:
    move(store, Phase.VOTE)
    assert screen_panel(window).model["voted"] == 2


def come_by_file(repository: Repository) -> None:
    """Six volunteers that only a file names: they scored, voted and finished, and were never there."""
    for number in range(6):
        person = f"file-{number}"
        repository.add_participant(Participant(person, f"Bénévole {number}", "", "", Origin.FILE, NOON))
        repository.update_score(Score(person, "home", 3, 2))
        repository.update_dots(Dots(person, "home", "group", 1))
        repository.add_finished(Phase.WRITING, person)


def test_of_so_many_never_exceeds_the_room(store: Store, window: ScreenWindow) -> None:
    write(store, come_by_file)
    move(store, Phase.WRITING)
    panel = screen_panel(window)
    assert (panel.model["finished"], panel.model["people"]) == (1, 4)
    move(store, Phase.VOTE)
    window.follow_once()
    panel.refresh()
    assert (panel.model["voted"], panel.model["people"]) == (2, 4)
    move(store, Phase.SCORING)
    window.follow_once()
    panel.refresh()
    (matrix,) = panel.model["matrices"]
    assert (matrix["heard"], matrix["room"], matrix["waited"], matrix["others"]) == (3, 4, 1, 6)
    assert (matrix["answered"], matrix["counts"][0][3]) == (8, 7)


def test_the_matrix_counts_those_unsure_and_those_waited_for(store: Store, window: ScreenWindow) -> None:
    move(store, Phase.SCORING)
    (matrix,) = screen_panel(window).model["matrices"]
    assert matrix["counts"][0] == [0, 0, 0, 1]
    assert matrix["counts"][1] == [1, 0, 0, 0]
    assert (matrix["answered"], matrix["unsure"], matrix["waited"]) == (2, 1, 1)


def test_a_mission_names_those_who_agreed_and_counts_the_others(store: Store, window: ScreenWindow) -> None:
    for person in ("ana", "bob"):
        assign(store, person, "wash")
    assign(store, "dan", "wash", AssignmentStatus.DECLINED)
    move(store, Phase.MISSIONS)
    (wash,) = [one for one in screen_panel(window).model["missions"] if one["title"] == "Accueil de la laverie"]
    assert (wash["filled"], wash["names"], wash["unnamed"]) == (2, [SECRETS[0]], 1)


def test_the_screen_speaks_the_workshop_s_language_unless_its_address_says_otherwise(
    store: Store, window: ScreenWindow
) -> None:
    assert screen_panel(window).lang == "fr"
    window.visit = Visit(None, "lang=en")
    assert screen_panel(window).lang == "en"
    window.visit = Visit(None, "lang=tlh")
    assert screen_panel(window).lang == "fr"


def test_the_screen_takes_no_intention(store: Store, window: ScreenWindow) -> None:
    panel = screen_panel(window)
    before = store.latest_sequence()
    for wanted in ("write_idea", "move_phase", "refresh", "read"):
        assert panel.answer(wanted, {}, "id")["ok"] is False
    assert store.latest_sequence() == before


def test_a_new_phase_is_drawn_at_once_even_in_a_pause(store: Store, window: ScreenWindow) -> None:
    watch = Stopwatch()
    panel = Panel(window, "screen", clock=watch, later=watch.later)
    assert panel.pace is not None
    move(store, Phase.SCORING)
    window.follow_once()
    panel.pace.ask()
    move(store, Phase.THANKS)
    window.follow_once()
    assert panel.model["phase"] == "thanks"


def test_scores_are_drawn_at_most_twice_a_second_and_the_last_one_is_shown(store: Store, window: ScreenWindow) -> None:
    watch = Stopwatch()
    move(store, Phase.SCORING)
    panel = Panel(window, "screen", clock=watch, later=watch.later)
    window.follow_once()
    drawn: list[int] = []
    panel.observe(lambda change: drawn.append(change["new"]["matrices"][0]["answered"]), "model")
    for person in ("cle", "dan"):
        for interest in (-2, -1, 0, 1, 2):
            write(store, lambda r, p=person, i=interest: r.update_score(Score(p, "home", 1, i)))  # type: ignore[misc]
            window.follow_once()
            watch.pass_time(0.02)
    assert drawn == [3]
    assert len(watch.alarms) == 1
    watch.pass_time(0.5)
    assert drawn == [3, 4]
    assert panel.model["matrices"][0]["counts"][0] == [0, 2, 0, 1]
    assert watch.alarms == []


def test_what_a_phase_does_not_show_does_not_draw_the_screen_again(store: Store, window: ScreenWindow) -> None:
    move(store, Phase.WRITING)
    panel = screen_panel(window)
    window.follow_once()
    asked: list[bool] = []
    panel.pace = Pace(lambda: asked.append(True))
    write(store, lambda repository: repository.update_score(Score("dan", "home", 1, 1)))
    window.follow_once()
    assert asked == []
    write(store, lambda repository: repository.add_finished(Phase.WRITING, "dan"))
    window.follow_once()
    assert asked == [True]


def test_without_a_chosen_challenge_the_screen_shows_them_all(store: Store, window: ScreenWindow) -> None:
    move(store, Phase.WRITING, None)
    model = screen_panel(window).model
    assert [one["stake"] for one in model["challenges"]] == ["Logement", "Mobilité"]
    write(store, lambda r: r.update_workshop(replace(r.find_workshop(), current_challenge="move")))
    assert [one["number"] for one in screen_panel(window).model["challenges"]] == [2]


def test_the_screen_shows_what_the_table_of_the_phases_says(
    store: Store, window: ScreenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_in(monkeypatch, Role.SCREEN, voted=(), ideas=(Phase.VOTE,))
    move(store, Phase.VOTE)
    panel = screen_panel(window)
    assert panel.model["view"] == "reveal"
    idea, dots = Change(1, "idea", "any"), Change(2, "dots", "any")
    assert window.concerns(panel.spec, idea, panel.model)
    assert not window.concerns(panel.spec, dots, panel.model)


def test_a_phase_without_a_view_of_its_own_shows_the_challenge_and_the_time_left(
    store: Store, window: ScreenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_in(monkeypatch, Role.SCREEN, voted=())
    move(store, Phase.VOTE)
    model = window.screen_model()
    assert (model["view"], model["phase"]) == ("plain", Phase.VOTE)
    assert [one["stake"] for one in model["challenges"]] == ["Logement"]
