from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Room, Stopwatch, fill
from workshop_kit.domain.model import Origin, Participant, Score
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Panel


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill, silence)


def silence(hall: Repository) -> None:
    """Dan has no phone, and neither has ana any more."""
    for person in ("ana", "dan"):
        hall.update_participant(replace(hall.find_participant(person), origin=Origin.PROXY))


def score_for(laptop: Laptop, identifier: str = "id-1", **payload: Any) -> dict[str, Any]:
    return laptop.ask("matrix", "score_for", identifier, **{"challenge": "home", **payload})


def find_score(room: Room, participant: str) -> Score | None:
    return room.read(lambda repository: repository.find_score(participant, "home"))


def find_person(room: Room, pseudonym: str) -> Participant | None:
    return room.read(lambda repository: repository.find_participant_by_pseudonym(pseudonym))


def test_there_is_one_matrix_a_challenge_with_the_pseudonyms_of_each_cell(laptop: Laptop) -> None:
    home, move = laptop.model("matrix")["challenges"]
    assert home["names"] == {"0-3": ["Coquelicot"], "4-0": ["Hirondelle"]}
    assert home["unsure_names"] == ["Girouette"]
    assert home["in_zone"] == {"ready": 1, "learning": 0, "advice": 0, "resting": 1}
    assert (move["answered"], move["unsure"], move["waited"]) == (0, 0, 4)


def test_a_volunteer_of_a_file_is_not_waited_for(room: Room, laptop: Laptop) -> None:
    away = Participant("away", "Châtaigne", "shop", "", Origin.FILE, NOON)
    room.write(lambda repository: repository.add_participant(away))
    laptop.follow_once()
    assert laptop.model("matrix")["challenges"][1]["waited"] == 4


@pytest.mark.parametrize(("interest", "counted"), [(1, (3, 1, 1)), (None, (2, 1, 0))])
def test_a_volunteer_of_a_file_who_scored_counts_in_the_matrix_and_never_in_the_room(
    room: Room, laptop: Laptop, interest: int | None, counted: tuple[int, int, int]
) -> None:
    away = Participant("away", "Châtaigne", "shop", "", Origin.FILE, NOON)
    room.write(lambda repository: repository.add_participant(away))
    room.write(lambda repository: repository.update_score(Score("away", "home", 2, interest)))
    laptop.follow_once()
    home = laptop.model("matrix")["challenges"][0]
    assert (home["answered"], home["unsure"], home["others"]) == counted
    assert (home["room"], home["heard"], home["waited"]) == (4, 3, 1)


def test_a_volunteer_of_a_file_who_does_not_know_is_not_among_the_answers_of_files(room: Room, laptop: Laptop) -> None:
    away = Participant("away", "Châtaigne", "shop", "", Origin.FILE, NOON)
    room.write(lambda repository: repository.add_participant(away))
    room.write(lambda repository: repository.update_score(Score("away", "home", None, None, unsure=True)))
    laptop.follow_once()
    home = laptop.model("matrix")["challenges"][0]
    assert (home["answered"], home["unsure"], home["others"]) == (2, 2, 0)


def test_someone_without_a_phone_is_scored_by_the_facilitator(room: Room, laptop: Laptop) -> None:
    assert score_for(laptop, participant="dan", competence=0, interest=-2)["ok"]
    assert find_score(room, "dan") == Score("dan", "home", 0, -2)
    assert laptop.model("matrix")["challenges"][0]["names"]["4-0"] == ["Boussole", "Hirondelle"]


def test_only_people_without_a_phone_and_those_of_a_file_are_spoken_for(room: Room, laptop: Laptop) -> None:
    assert [one["id"] for one in laptop.model("matrix")["people"]] == ["dan", "eve", "ana"]
    answer = score_for(laptop, participant="bob", competence=3, interest=2)
    assert answer["ok"] is False
    assert "a son téléphone" in answer["sentence"]
    assert find_score(room, "bob") == Score("bob", "home", 0, -2)


def test_a_volunteer_of_a_file_is_scored_by_the_facilitator(room: Room, laptop: Laptop) -> None:
    assert score_for(laptop, participant="eve", competence=2, interest=1)["ok"]
    assert find_score(room, "eve") == Score("eve", "home", 2, 1)


@pytest.mark.parametrize("person", ["ana", "dan", "eve"])  # on a phone that is dead, by word of mouth, in a file
def test_an_answer_that_was_given_is_replaced_only_when_it_is_said_so(room: Room, laptop: Laptop, person: str) -> None:
    room.write(lambda repository: repository.update_score(Score(person, "home", 3, 2)))
    answer = score_for(laptop, "once", participant=person, unsure=True)
    assert answer["ok"] is False
    assert "a déjà répondu" in answer["sentence"]
    assert answer["values"] == {"challenge": "home"}
    assert find_score(room, person) == Score(person, "home", 3, 2)
    assert score_for(laptop, "again", participant=person, unsure=True, again=True)["ok"]
    assert find_score(room, person) == Score(person, "home", None, None, unsure=True)


def test_what_is_said_for_a_person_with_two_seats_is_one_answer(room: Room, laptop: Laptop) -> None:
    laptop.do("people", "join_seats", participant="cle", to="dan")
    laptop.refresh("matrix")
    assert "dan" in [one["id"] for one in laptop.model("matrix")["people"]]
    assert not score_for(laptop, "once", participant="dan", competence=1, interest=1)["ok"]
    assert score_for(laptop, "again", participant="dan", competence=1, interest=1, again=True)["ok"]
    assert find_score(room, "cle") == Score("cle", "home", 1, 1)
    assert find_score(room, "dan") is None


def test_a_new_person_comes_under_any_word(room: Room, laptop: Laptop) -> None:
    assert score_for(laptop, pseudonym="Tilleul", category="Retraités", competence=1, interest=1)["ok"]
    person = find_person(room, "Tilleul")
    assert person is not None
    assert person.category == "Retraités"
    assert {"key": "Retraités", "label": "Retraités"} in laptop.model("matrix")["categories"]
    # the label of a usual category is that category
    label = Translator("en").category("shop")
    assert score_for(laptop, "another", pseudonym="Aulne", category=label, competence=1, interest=1)["ok"]
    known = find_person(room, "Aulne")
    assert known is not None
    assert known.category == "shop"


def test_a_new_person_comes_in_by_proxy(room: Room, laptop: Laptop) -> None:
    answer = score_for(laptop, pseudonym="  Madame  Tilleul ", category="resident", unsure=True)
    person = find_person(room, "madame tilleul")
    assert person is not None
    assert answer["result"] == {"participant": person.id}
    assert {"id": person.id, "pseudonym": "Madame Tilleul"} in laptop.model("matrix")["people"]
    assert person.origin is Origin.PROXY
    assert find_score(room, person.id) == Score(person.id, "home", None, None, unsure=True)


def test_sent_twice_a_new_person_comes_in_once(room: Room, laptop: Laptop) -> None:
    payload: dict[str, Any] = {"pseudonym": "Tilleul", "category": "resident", "competence": 1, "interest": 1}
    assert score_for(laptop, **payload) == score_for(laptop, **payload)
    assert len(room.read(lambda repository: repository.list_participants())) == 6


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
        ({"pseudonym": "Tilleul", "category": "", "competence": 1, "interest": 1}, "décrit le mieux"),
    ],
)
def test_what_the_method_refuses_is_refused_in_words(
    room: Room, laptop: Laptop, payload: dict[str, Any], said: str
) -> None:
    before = room.store.latest_sequence()
    answer = score_for(laptop, **payload)
    assert answer["ok"] is False
    assert said in answer["sentence"]
    assert room.store.latest_sequence() == before


def test_the_matrices_are_drawn_at_most_twice_a_second(room: Room, laptop: Laptop) -> None:
    watch = Stopwatch()
    panel = Panel(laptop.window, "matrix", clock=watch, later=watch.later)
    drawn: list[int] = []
    panel.observe(lambda change: drawn.append(change["new"]["challenges"][0]["answered"]), "model")
    for person in ("cle", "dan"):
        room.write(lambda r, p=person: r.update_score(Score(p, "home", 1, 1)))  # type: ignore[misc]
        laptop.follow_once()
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
