from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.widgets.rooms import Stopwatch, make_room, write
from workshop_kit.domain.model import Origin, Participant, Score
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.store import Store
from workshop_kit.widgets.facilitator import matrix_panel
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Panel


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_room(tmp_path / "room")
    yield store
    store.close()


@pytest.fixture
def window(tmp_path: Path, store: Store) -> Iterator[FacilitatorWindow]:
    window = FacilitatorWindow(tmp_path / "room")
    yield window
    window.close()


def score_for(panel: Panel, intention: str = "id-1", **payload: Any) -> dict[str, Any]:
    return panel.answer("score_for", {"challenge": "home", **payload}, intention)


def find_score(store: Store, participant: str) -> Score | None:
    return store.read(lambda repository: repository.find_score(participant, "home"))


def find_person(store: Store, pseudonym: str) -> Participant | None:
    return store.read(lambda repository: repository.find_participant_by_pseudonym(pseudonym))


def test_there_is_one_matrix_a_challenge_with_the_pseudonyms_of_each_cell(window: FacilitatorWindow) -> None:
    home, move = matrix_panel(window).model["challenges"]
    assert home["names"] == {"0-3": ["Coquelicot"], "1-0": ["Hirondelle"]}
    assert home["unsure_names"] == ["Girouette"]
    assert home["in_zone"] == {"ready": 1, "learning": 1, "resting": 0}
    assert (move["answered"], move["unsure"], move["waited"]) == (0, 0, 4)


def test_a_volunteer_of_a_file_is_not_waited_for(store: Store, window: FacilitatorWindow) -> None:
    away = Participant("away", "Châtaigne", "shop", "", Origin.FILE, window.now())
    write(store, lambda repository: repository.add_participant(away))
    assert matrix_panel(window).model["challenges"][1]["waited"] == 4


@pytest.mark.parametrize(("interest", "counted"), [(1, (3, 1, 1)), (None, (2, 1, 0))])
def test_a_volunteer_of_a_file_who_scored_counts_in_the_matrix_and_never_in_the_room(
    store: Store, window: FacilitatorWindow, interest: int | None, counted: tuple[int, int, int]
) -> None:
    away = Participant("away", "Châtaigne", "shop", "", Origin.FILE, window.now())
    write(store, lambda repository: repository.add_participant(away))
    write(store, lambda repository: repository.update_score(Score("away", "home", 2, interest)))
    home = matrix_panel(window).model["challenges"][0]
    assert (home["answered"], home["unsure"], home["others"]) == counted
    assert (home["room"], home["heard"], home["waited"]) == (4, 3, 1)


def test_someone_without_a_phone_is_scored_by_the_facilitator(store: Store, window: FacilitatorWindow) -> None:
    panel = matrix_panel(window)
    assert score_for(panel, participant="dan", competence=0, interest=-2)["ok"]
    assert find_score(store, "dan") == Score("dan", "home", 0, -2)
    assert panel.model["challenges"][0]["names"]["4-0"] == ["Boussole"]


def test_a_new_person_comes_in_by_proxy(store: Store, window: FacilitatorWindow) -> None:
    panel = matrix_panel(window)
    answer = score_for(panel, pseudonym="  Madame  Tilleul ", category="resident", unsure=True)
    person = find_person(store, "madame tilleul")
    assert person is not None
    assert answer["result"] == {"participant": person.id}
    assert {"id": person.id, "pseudonym": "Madame Tilleul"} in panel.model["people"]
    assert person.origin is Origin.PROXY
    assert find_score(store, person.id) == Score(person.id, "home", None, None, unsure=True)


def test_sent_twice_a_new_person_comes_in_once(store: Store, window: FacilitatorWindow) -> None:
    panel = matrix_panel(window)
    payload: dict[str, Any] = {"pseudonym": "Tilleul", "category": "resident", "competence": 1, "interest": 1}
    assert score_for(panel, **payload) == score_for(panel, **payload)
    assert len(store.read(lambda repository: repository.list_participants())) == 5


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ({"participant": "dan", "competence": 4, "interest": 1}, "4"),
        ({"participant": "dan", "competence": 1, "interest": -3}, "-3"),
        ({"participant": "dan", "competence": True, "interest": 1}, "True"),
        ({"participant": "dan", "competence": 0}, "n’est pas complète"),
        ({"participant": "dan", "competence": 1, "interest": 1, "unsure": True}, "Je ne sais pas"),
        ({"pseudonym": " ", "category": "shop", "competence": 1, "interest": 1}, "manque un pseudonyme"),
        ({"pseudonym": "coquelicot", "category": "shop", "competence": 1, "interest": 1}, "déjà pris"),
        ({"pseudonym": "Tilleul", "category": "", "competence": 1, "interest": 1}, "en tant que quoi"),
    ],
)
def test_what_the_method_refuses_is_refused_in_words(
    store: Store, window: FacilitatorWindow, payload: dict[str, Any], said: str
) -> None:
    before = store.latest_sequence()
    answer = score_for(matrix_panel(window), **payload)
    assert answer["ok"] is False
    assert said in answer["sentence"]
    assert store.latest_sequence() == before


def test_the_matrices_are_drawn_at_most_twice_a_second(store: Store, window: FacilitatorWindow) -> None:
    watch = Stopwatch()
    panel = Panel(window, "matrix", clock=watch, later=watch.later)
    drawn: list[int] = []
    panel.observe(lambda change: drawn.append(change["new"]["challenges"][0]["answered"]), "model")
    for person in ("cle", "dan"):
        write(store, lambda r, p=person: r.update_score(Score(p, "home", 1, 1)))  # type: ignore[misc]
        window.follow_once()
    assert drawn == [3]
    watch.pass_time(0.5)
    assert drawn == [3, 4]


def test_a_pace_never_queues() -> None:
    watch, drawn = Stopwatch(), [0]

    def draw() -> None:
        drawn[0] += 1

    pace = Pace(draw, clock=watch, later=watch.later)
    for _ in range(100):
        pace.ask()
        watch.pass_time(0.1)
    assert drawn[0] <= 21
    watch.pass_time(1)
    asked_last = drawn[0]
    watch.pass_time(10)
    assert drawn[0] == asked_last
