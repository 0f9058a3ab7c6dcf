from __future__ import annotations

import json

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import IDEAS, NAMES, NOON, PSEUDONYMS, SECRETS, Room, Stopwatch, fill, show_in
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
from workshop_kit.store import Repository
from workshop_kit.visit import Visit
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Panel


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill)


TEXTS = [idea.text for idea in IDEAS if idea.challenge == "home"]


def assign(room: Room, participant: str, mission: str, status: AssignmentStatus = AssignmentStatus.ACCEPTED) -> None:
    room.write(lambda repository: repository.update_assignment(
        Assignment(participant, mission, Reason("by-hand"), status=status)
    ))  # fmt: skip


@pytest.mark.parametrize("phase", PHASES)
def test_no_phase_tells_the_screen_who_somebody_is(room: Room, phase: Phase) -> None:
    assign(room, "ana", "rounds")
    assign(room, "bob", "laundry")
    room.move(phase)
    state = room.screen().everything()
    agreed = [NAMES["ana"]] if phase is Phase.MISSIONS else []
    told = [private for private in (*PSEUDONYMS.values(), *SECRETS) if private in state]
    assert told == agreed
    assert [identifier for identifier in PSEUDONYMS if f'"{identifier}"' in state] == []


@pytest.mark.parametrize("phase", [phase for phase in PHASES if phase not in (Phase.REVEAL, Phase.RESULTS)])
def test_no_idea_is_on_the_screen_outside_the_reveal_and_the_results(room: Room, phase: Phase) -> None:
    room.move(phase)
    state = room.screen().everything()
    assert [text for text in (*TEXTS, "Garde de nuit") if text in state] == []


@pytest.mark.parametrize("phase", [phase for phase in PHASES if phase is not Phase.RESULTS])
def test_no_tally_is_on_the_screen_before_the_results(room: Room, phase: Phase) -> None:
    room.move(phase)
    model = room.screen().model("screen")
    assert "ranks" not in model
    assert '"dots"' not in json.dumps(model)
    assert '"supporters"' not in json.dumps(model)


def test_the_welcome_shows_the_address_and_its_code(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_JOIN_URL", "http://192.168.1.20:8866/")
    model = room.screen().model("screen")
    assert model["join"] == "http://192.168.1.20:8866/"
    assert model["people"] == 4
    assert len(model["qr"]) == len(model["qr"][0]) >= 21
    assert model["qr"][0].startswith("1111111")


def test_the_reveal_shows_a_group_as_one_card(room: Room) -> None:
    room.move(Phase.REVEAL)
    cards = room.screen().model("screen")["cards"]
    assert [(card["title"], card["texts"]) for card in cards] == [
        ("Garde de nuit", list(TEXTS[:2])),
        ("", ["Une laverie près de la gare, […]"]),
    ]


def test_a_telephone_number_typed_into_an_idea_is_blotted_out(room: Room) -> None:
    room.write(lambda r: r.add_idea(Idea("mine", "home", "Mon fourgon, 06 12 34 56 78", Source.LIVED, "bob", NOON)))
    room.move(Phase.REVEAL)
    texts = [text for card in room.screen().model("screen")["cards"] for text in card["texts"]]
    assert "Mon fourgon, […]" in texts


def test_the_results_tell_dots_and_supporters_apart(room: Room) -> None:
    room.write(lambda repository: repository.update_dots(Dots("bob", "home", "keep", 1)))
    room.move(Phase.RESULTS)
    first = room.screen().model("screen")["ranks"][0]
    assert (first["rank"], first["title"], first["dots"], first["supporters"]) == (1, "Garde de nuit", 3, 2)


def test_the_vote_counts_people_not_dots(room: Room) -> None:
    room.move(Phase.VOTE)
    assert room.screen().model("screen")["voted"] == 2


def come_by_file(repository: Repository) -> None:
    """Six volunteers that only a file names: they scored, voted and finished, and were never there."""
    for number in range(6):
        person = f"file-{number}"
        repository.add_participant(Participant(person, f"Venue par fichier {number}", "", "", Origin.FILE, NOON))
        repository.update_score(Score(person, "home", 3, 2))
        repository.update_dots(Dots(person, "home", "keep", 1))
        repository.add_finished(Phase.WRITING, person)


def test_of_so_many_never_exceeds_the_room(room: Room) -> None:
    room.write(come_by_file)
    room.move(Phase.WRITING)
    screen = room.screen()
    assert (screen.model("screen")["finished"], screen.model("screen")["people"]) == (1, 4)
    room.move(Phase.VOTE, screen)
    assert (screen.model("screen")["voted"], screen.model("screen")["people"]) == (2, 4)
    room.move(Phase.SCORING, screen)
    (matrix,) = screen.model("screen")["matrices"]
    assert (matrix["heard"], matrix["room"], matrix["waited"], matrix["others"]) == (3, 4, 1, 6)
    assert (matrix["answered"], matrix["counts"][0][3]) == (8, 7)


def test_the_matrix_counts_those_unsure_and_those_waited_for(room: Room) -> None:
    room.move(Phase.SCORING)
    (matrix,) = room.screen().model("screen")["matrices"]
    assert matrix["counts"][0] == [0, 0, 0, 1]
    assert matrix["counts"][4] == [1, 0, 0, 0]
    assert (matrix["answered"], matrix["unsure"], matrix["waited"]) == (2, 1, 1)


def test_a_mission_names_those_who_agreed_and_counts_the_others(room: Room) -> None:
    for person in ("ana", "bob"):
        assign(room, person, "laundry")
    assign(room, "dan", "laundry", AssignmentStatus.DECLINED)
    room.move(Phase.MISSIONS)
    (laundry,) = [one for one in room.screen().model("screen")["missions"] if one["title"] == "Accueil de la laverie"]
    assert (laundry["filled"], laundry["names"], laundry["unnamed"]) == (2, [NAMES["ana"]], 1)


def test_a_mission_still_without_an_answer_names_and_counts_nobody(room: Room) -> None:
    assign(room, "ana", "laundry", AssignmentStatus.PROPOSED)
    room.move(Phase.MISSIONS)
    (laundry,) = [one for one in room.screen().model("screen")["missions"] if one["title"] == "Accueil de la laverie"]
    assert (laundry["filled"], laundry["names"], laundry["unnamed"]) == (0, [], 0)
    before = room.read(lambda repository: len(repository.list_assignments()))
    room.move(Phase.THANKS)
    assert room.screen().model("screen")["taken"] < before


def test_the_screen_speaks_the_workshop_s_language_unless_its_address_says_otherwise(room: Room) -> None:
    screen = room.screen()
    assert screen.panels["screen"].lang == "fr"
    screen.window.visit = Visit(None, "lang=en")
    screen.refresh("screen")
    assert screen.panels["screen"].lang == "en"
    screen.window.visit = Visit(None, "lang=tlh")
    screen.refresh("screen")
    assert screen.panels["screen"].lang == "fr"


def test_the_screen_takes_no_intention(room: Room) -> None:
    screen = room.screen()
    before = room.store.latest_sequence()
    for wanted in ("write_idea", "move_phase", "refresh", "read"):
        assert screen.ask("screen", wanted)["ok"] is False
    assert room.store.latest_sequence() == before


def test_a_new_phase_is_drawn_at_once_even_in_a_pause(room: Room) -> None:
    watch = Stopwatch()
    screen = room.screen()
    panel = Panel(screen.window, "screen", clock=watch, later=watch.later)
    assert panel.pace is not None
    room.move(Phase.SCORING)
    screen.follow_once()
    panel.pace.ask()
    room.move(Phase.THANKS)
    screen.follow_once()
    assert panel.model["phase"] == "thanks"


def test_scores_are_drawn_at_most_twice_a_second_and_the_last_one_is_shown(room: Room) -> None:
    watch = Stopwatch()
    room.move(Phase.SCORING)
    screen = room.screen()
    panel = Panel(screen.window, "screen", clock=watch, later=watch.later)
    screen.follow_once()
    drawn: list[int] = []
    panel.observe(lambda change: drawn.append(change["new"]["matrices"][0]["answered"]), "model")
    for person in ("cle", "dan"):
        for interest in (-2, -1, 0, 1, 2):
            room.write(lambda r, p=person, i=interest: r.update_score(Score(p, "home", 1, i)))  # type: ignore[misc]
            screen.follow_once()
            watch.pass_time(0.02)
    assert drawn == [3]
    assert len(watch.alarms) == 1
    watch.pass_time(0.5)
    assert drawn == [3, 4]
    assert panel.model["matrices"][0]["counts"][0] == [0, 2, 0, 1]
    assert watch.alarms == []


def test_what_a_phase_does_not_show_does_not_draw_the_screen_again(room: Room) -> None:
    room.move(Phase.WRITING)
    screen = room.screen()
    asked: list[bool] = []
    screen.panels["screen"].pace = Pace(lambda: asked.append(True))
    room.write(lambda repository: repository.update_score(Score("dan", "home", 1, 1)))
    screen.follow_once()
    assert asked == []
    room.write(lambda repository: repository.add_finished(Phase.WRITING, "dan"))
    screen.follow_once()
    assert asked == [True]


def test_without_a_chosen_challenge_the_screen_shows_them_all(room: Room) -> None:
    room.change(current_challenge=None)
    room.move(Phase.WRITING)
    model = room.screen().model("screen")
    assert [one["stake"] for one in model["challenges"]] == ["Logement", "Mobilité"]
    room.change(current_challenge="move")
    assert [one["number"] for one in room.screen().model("screen")["challenges"]] == [2]


def test_the_screen_shows_what_the_table_of_the_phases_says(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    show_in(monkeypatch, Role.SCREEN, voted=(), ideas=(Phase.VOTE,))
    room.move(Phase.VOTE)
    beamer = room.screen()
    panel = beamer.panels["screen"]
    assert panel.model["view"] == "reveal"
    idea, dots = Change(1, "idea", "any"), Change(2, "vote", "any")
    assert beamer.window.concerns(panel.spec, idea, panel.model)
    assert not beamer.window.concerns(panel.spec, dots, panel.model)


def test_a_phase_without_a_view_of_its_own_shows_the_challenge_and_the_time_left(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_in(monkeypatch, Role.SCREEN, voted=())
    room.move(Phase.VOTE)
    model = room.screen().read_all()["screen"]
    assert (model["view"], model["phase"]) == ("plain", Phase.VOTE)
    assert [one["stake"] for one in model["challenges"]] == ["Logement"]
