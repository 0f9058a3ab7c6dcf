from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import MILL, NOON, Laptop, Room, fill
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.store import Repository


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill, undecide)


def undecide(hall: Repository) -> None:
    """Nobody is on a mission yet, and bob would go to the laundry, where two may."""
    hall.remove_assignment("ana", "rounds")
    hall.remove_assignment("bob", "laundry")
    hall.update_score(Score("bob", "home", 0, 1))
    hall.update_mission(replace(hall.find_mission("rounds"), places=1))
    hall.update_mission(replace(hall.find_mission("laundry"), places=2))


def act(laptop: Laptop, intention: str, identifier: str | None = None, /, **payload: Any) -> dict[str, Any]:
    return laptop.ask("missions", intention, identifier, **payload)


def shown(laptop: Laptop, mission: str) -> dict[str, Any]:
    (found,) = [
        one for part in laptop.model("missions")["challenges"] for one in part["missions"] if one["id"] == mission
    ]
    assert isinstance(found, dict)
    return found


def who(laptop: Laptop, mission: str) -> list[str]:
    return [person["pseudonym"] for person in shown(laptop, mission)["people"]]


def missions(room: Room) -> dict[str, Mission]:
    return {one.title: one for one in room.read(lambda repository: repository.list_missions())}


def assignments(room: Room) -> dict[tuple[str, str], Assignment]:
    rows = room.read(lambda repository: repository.list_assignments())
    return {(one.participant, one.mission): one for one in rows}


def test_the_proposal_says_who_goes_where_and_why(laptop: Laptop) -> None:
    assert act(laptop, "propose_assignments")["ok"]
    assert who(laptop, "rounds") == ["Coquelicot"]
    assert who(laptop, "laundry") == ["Hirondelle"]
    (person,) = shown(laptop, "rounds")["people"]
    assert "Hameau du Moulin" in person["reason"]
    assert (person["competence"], person["interest"], person["status"]) == (3, 2, "proposed")
    assert person["breaks"] == []
    book = laptop.model("missions")
    assert (book["filled"], book["waiting"], book["places"]) == (0, 2, 3)


def test_those_without_a_mission_and_places_without_anybody_say_why(laptop: Laptop) -> None:
    act(laptop, "propose_assignments")
    assert shown(laptop, "rounds")["unfilled"] == []
    assert shown(laptop, "laundry")["unfilled"] != []
    ((_, reason),) = [(one["pseudonym"], one["reason"]) for one in laptop.model("missions")["unassigned"]]
    assert reason


def test_who_gave_no_agreement_in_a_file_is_nobody_to_go_and_ask(room: Room, laptop: Laptop) -> None:
    def come_by_file(hall: Repository) -> None:
        for person, agreed in (("no", None), ("yes", NOON)):
            hall.add_participant(Participant(person, person, "", "", Origin.FILE, NOON))
            hall.update_volunteer(Volunteer(person, person, "", "", "", agreed, ""))

    room.write(come_by_file)
    laptop.follow_once()
    said = {one["id"]: one["reason"] for one in laptop.model("missions")["unassigned"]}
    assert "ne pas insister" in said["no"]
    assert "Demandez-la" not in said["no"]
    assert "Demandez-la" in said["yes"]


def test_before_any_proposal_those_who_would_fit_are_told_to_ask_for_one(laptop: Laptop) -> None:
    reasons = {one["pseudonym"]: one["reason"] for one in laptop.model("missions")["unassigned"]}
    assert "Proposer des missions" in reasons["Coquelicot"]
    assert laptop.model("missions")["proposed"] is False


def test_a_choice_by_hand_is_kept_when_the_rest_is_computed_again(room: Room, laptop: Laptop) -> None:
    act(laptop, "propose_assignments", "first")
    assert act(laptop, "place_by_hand", participant="ana", mission="laundry", leaving="rounds")["ok"]
    assert who(laptop, "rounds") == []
    act(laptop, "propose_assignments", "second")
    assert "Coquelicot" in who(laptop, "laundry")
    assert assignments(room)["ana", "laundry"].by_hand is True
    assert assignments(room)["ana", "rounds"].status is AssignmentStatus.DECLINED


def test_another_mission_leaves_why_somebody_has_the_first(room: Room, laptop: Laptop) -> None:
    act(laptop, "propose_assignments")
    proposed = assignments(room)["ana", "rounds"]
    accepted = replace(proposed, status=AssignmentStatus.ACCEPTED)
    room.write(lambda hall: hall.update_assignment(accepted))
    assert act(laptop, "place_by_hand", participant="ana", mission="laundry")["ok"]
    assert assignments(room)["ana", "rounds"] == accepted


def test_a_proposal_kept_by_hand_and_refused_was_refused_not_taken_off(room: Room, laptop: Laptop) -> None:
    act(laptop, "propose_assignments")
    act(laptop, "place_by_hand", participant="ana", mission="laundry")
    kept = assignments(room)["ana", "rounds"]
    assert kept.by_hand
    room.write(lambda hall: hall.update_assignment(replace(kept, status=AssignmentStatus.DECLINED)))
    laptop.refresh("missions")
    (said,) = [one["said"] for one in laptop.model("missions")["declined"]]
    assert "Vous avez retiré" not in said


def test_a_choice_that_breaks_a_rule_is_allowed_marked_and_said(laptop: Laptop) -> None:
    answer = act(laptop, "place_by_hand", participant="bob", mission="rounds")
    assert answer["result"] == {"breaks": ["competence"]}
    (person,) = shown(laptop, "rounds")["people"]
    assert person["by_hand"] is True
    assert person["breaks"] == ["Compétence 0, la mission demande 2\u00a0: prévoir quelqu’un à ses côtés."]


@pytest.mark.parametrize(("participant", "rule"), [("cle", "unsure"), ("dan", "no-answer")])
def test_someone_who_gave_no_scores_may_be_placed_by_hand(laptop: Laptop, participant: str, rule: str) -> None:
    answer = act(laptop, "place_by_hand", participant=participant, mission="laundry")
    assert answer["result"] == {"breaks": [rule]}
    assert len(shown(laptop, "laundry")["people"][0]["breaks"]) == 1


def test_a_full_mission_takes_nobody_more(room: Room, laptop: Laptop) -> None:
    act(laptop, "place_by_hand", participant="ana", mission="rounds")
    answer = act(laptop, "place_by_hand", participant="bob", mission="rounds")
    assert answer["ok"] is False
    assert "complète" in answer["sentence"]
    assert ("bob", "rounds") not in assignments(room)


def test_someone_taken_off_is_not_proposed_for_the_same_mission_again(room: Room, laptop: Laptop) -> None:
    act(laptop, "propose_assignments", "first")
    assert act(laptop, "take_off", participant="ana", mission="rounds")["ok"]
    assert who(laptop, "rounds") == []
    act(laptop, "propose_assignments", "second")
    assert "Coquelicot" not in who(laptop, "rounds")
    assert "Coquelicot" in who(laptop, "laundry")
    (aside,) = laptop.model("missions")["declined"]
    assert (aside["said"], aside["off"]) == ("Vous avez retiré Coquelicot de «\u202fTour de garde\u202f».", True)


def test_someone_taken_off_may_be_put_back_by_hand(room: Room, laptop: Laptop) -> None:
    act(laptop, "place_by_hand", "a", participant="ana", mission="rounds")
    act(laptop, "take_off", participant="ana", mission="rounds")
    act(laptop, "place_by_hand", "b", participant="ana", mission="rounds")
    assert who(laptop, "rounds") == ["Coquelicot"]
    assert laptop.model("missions")["declined"] == []


def test_an_accepted_mission_stays_and_a_declined_one_says_so(room: Room, laptop: Laptop) -> None:
    why = Reason("assigned", {"competence": 2, "interest": 1})
    rows = (
        Assignment("ana", "laundry", why, status=AssignmentStatus.ACCEPTED),
        Assignment("bob", "laundry", why, status=AssignmentStatus.DECLINED),
    )
    for row in rows:
        room.write(lambda repository, one=row: repository.update_assignment(one))  # type: ignore[misc]
    act(laptop, "propose_assignments")
    assert shown(laptop, "laundry")["people"][0]["status"] == "accepted"
    assert who(laptop, "laundry") == ["Coquelicot"]
    assert "a refusé" in laptop.model("missions")["declined"][0]["said"]


def test_someone_placed_by_hand_who_says_no_is_not_said_to_be_taken_off(room: Room, laptop: Laptop) -> None:
    by_hand = Assignment("bob", "laundry", Reason("assigned-by-hand"), by_hand=True, status=AssignmentStatus.DECLINED)
    room.write(lambda repository: repository.update_assignment(by_hand))
    act(laptop, "propose_assignments")
    (said,) = [one["said"] for one in laptop.model("missions")["declined"]]
    assert said.startswith("Hirondelle a refusé")


def test_missions_are_added_changed_and_removed(room: Room, laptop: Laptop) -> None:
    entries: dict[str, Any] = {
        "title": " Chauffeur  du marché ",
        "places": 3,
        "min_competence": 0,
        "sector": "hameau du moulin",
    }
    assert act(laptop, "add_mission", challenge="move", **entries)["ok"]
    added = missions(room)["Chauffeur du marché"]
    assert (added.challenge, added.places, added.min_competence, added.sector) == ("move", 3, 0, MILL)
    assert act(laptop, "change_mission", mission=added.id, **{**entries, "places": 5, "sector": ""})["ok"]
    assert missions(room)["Chauffeur du marché"].places == 5
    assert act(laptop, "remove_mission", mission=added.id)["ok"]
    assert "Chauffeur du marché" not in missions(room)


def test_sectors_are_offered_and_kept_by_name(laptop: Laptop) -> None:
    assert laptop.model("missions")["sectors"] == [MILL]
    assert shown(laptop, "rounds")["sector"] == MILL


def test_removing_a_mission_frees_its_people(room: Room, laptop: Laptop) -> None:
    act(laptop, "propose_assignments")
    assert act(laptop, "remove_mission", mission="rounds")["ok"]
    assert not [pair for pair in assignments(room) if pair[1] == "rounds"]
    assert "Coquelicot" in [one["pseudonym"] for one in laptop.model("missions")["unassigned"]]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"title": " "}, "n’a pas d’intitulé"),
        ({"places": 0}, "«\u202f0\u202f»"),
        ({"places": 1001}, "1 à 1000"),
        ({"places": 2.5}, "2.5"),
        ({"places": None}, "None"),
        ({"min_competence": 4}, "4"),
        ({"sector": "nowhere"}, "nowhere"),
        ({"sector": "mill"}, "mill"),  # the id of a sector is not its name
    ],
)
def test_a_mission_that_cannot_be_is_refused_in_words(
    room: Room, laptop: Laptop, entries: dict[str, Any], said: str
) -> None:
    good = {"title": "Relais", "places": 2, "min_competence": 1, "sector": ""}
    answer = act(laptop, "add_mission", challenge="home", **{**good, **entries})
    assert answer["ok"] is False
    assert said in answer["sentence"]
    assert len(missions(room)) == 2


def test_places_cannot_be_fewer_than_the_people_already_there(room: Room, laptop: Laptop) -> None:
    for person in ("ana", "bob"):
        act(laptop, "place_by_hand", participant=person, mission="laundry")
    answer = act(laptop, "change_mission", mission="laundry", title="Laverie", places=1, min_competence=0, sector="")
    assert answer["ok"] is False
    assert missions(room)["Accueil de la laverie"].places == 2


def test_asked_twice_with_one_id_a_proposal_is_computed_once(room: Room, laptop: Laptop) -> None:
    act(laptop, "propose_assignments", "same")
    before = room.store.latest_sequence()
    assert act(laptop, "propose_assignments", "same")["ok"]
    assert room.store.latest_sequence() == before


def test_a_proposal_for_many_is_answered_each_time_a_page_asks_for_it_and_computed_once(
    room: Room, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def come(hall: Repository) -> None:
        for number in range(80):
            hall.add_participant(Participant(f"p{number}", f"Fleur {number}", "shop", MILL, Origin.ROOM, NOON))
            hall.update_volunteer(Volunteer(f"p{number}", f"Personne {number}", "", "", MILL, NOON, "missions"))
            hall.update_score(Score(f"p{number}", "home", number % 4, 1))
        for number in range(20):
            hall.add_mission(Mission(f"m{number}", "home", f"Mission {number}", 4, number % 4))

    room.write(come)
    panel = laptop.panels["missions"]
    said: list[Any] = []
    monkeypatch.setattr(panel, "send", lambda content, buffers=None: said.append(content))
    letter = {"intention": "propose_assignments", "id": "long", "payload": {}}
    panel._receive(panel, letter, None)
    after = room.store.latest_sequence()
    panel._receive(panel, letter, None)  # its patience was over before the answer came
    assert said == [{"ack": "long", "ok": True, "result": None}] * 2
    assert room.store.latest_sequence() == after
    assert laptop.model("missions")["waiting"] > 50


# -- a mission put back -----------------------------------------------------------------------------------------------


def test_a_removed_mission_comes_back_where_it_stood_with_its_people_and_their_answers(
    room: Room, laptop: Laptop
) -> None:
    said = Assignment("ana", "rounds", Reason("by-hand"), True, AssignmentStatus.ACCEPTED, said="le soir")
    room.write(lambda hall: hall.update_assignment(said))
    laptop.follow_once()
    before = room.read(lambda hall: (hall.list_missions(), hall.list_assignments()))
    laptop.do("missions", "remove_mission", mission="rounds")
    (removed,) = laptop.model("missions")["removed"]
    assert (removed["id"], removed["challenge"], removed["after"]) == ("rounds", "home", "")
    assert len(removed["accepted"]) == 1
    laptop.do("missions", "put_mission_back", mission="rounds")
    assert room.read(lambda hall: (hall.list_missions(), hall.list_assignments())) == before
    assert laptop.model("missions")["removed"] == []
    assert not laptop.ask("missions", "put_mission_back", mission="rounds")["ok"]


def test_a_mission_that_comes_back_brings_nobody_who_was_erased(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "remove_mission", mission="rounds")
    room.write(lambda hall: hall.remove_participant("ana"))
    laptop.follow_once()
    laptop.do("missions", "put_mission_back", mission="rounds")
    assert room.read(lambda hall: [one.participant for one in hall.list_assignments() if one.mission == "rounds"]) == []


def test_what_was_removed_elsewhere_is_not_put_back(laptop: Laptop) -> None:
    assert not laptop.ask("missions", "put_mission_back", mission="rounds")["ok"]


# -- before somebody is placed ----------------------------------------------------------------------------------------


def test_before_somebody_is_placed_the_rules_that_it_breaks_are_said(room: Room, laptop: Laptop) -> None:
    asking = replace(room.read(lambda hall: hall.find_mission("laundry")), car=True, language="LSF", sector="")
    room.write(lambda hall: hall.update_mission(replace(asking, min_competence=3)))
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), min_places=1, importance=1)))
    laptop.follow_once()
    answer = laptop.ask("missions", "foresee_placing", participant="ana", mission="laundry", leaving="rounds")
    notes = " ".join(answer["result"]["notes"])
    assert "voiture" in notes
    assert "LSF" in notes
    assert "à pourvoir d’abord, passerait sous son minimum (1)" in notes
    assert not laptop.ask("missions", "foresee_placing", participant="ana", mission="none")["ok"]
