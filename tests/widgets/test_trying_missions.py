"""What if: missions worked out beside the page, shown before they are written, accepted, taken back and done again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from threading import Event
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Room, fill
from workshop_kit.domain.assigning.locks import Lock
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
from workshop_kit.live.acts.assigning import Basis, Trial, read_basis, try_locks
from workshop_kit.live.facilitator.mission_trying import AGAIN_AT_MOST
from workshop_kit.live.facilitator.mission_work import Arrive, Explained, SolvesHere
from workshop_kit.store import Repository
from workshop_kit.visit import NOBODY, Visit
from workshop_kit.widgets.mission_solving import MissionSolving

PLACES = {"rounds": 1, "laundry": 1}


def undecide(hall: Repository) -> None:
    """Nobody is on a mission yet; ana and bob would both do either, and flo too, with less competence."""
    hall.remove_assignment("ana", "rounds")
    hall.remove_assignment("bob", "laundry")
    for mission, places in PLACES.items():
        hall.update_mission(replace(hall.find_mission(mission), places=places, min_competence=0, sector=""))
    for person, competence, interest in (("ana", 3, 2), ("bob", 2, 1)):
        hall.update_score(Score(person, "home", competence, interest))
    hall.add_participant(Participant("flo", "Églantine", "shop", "", Origin.ROOM, NOON))
    hall.update_volunteer(Volunteer("flo", "Ève", "", "06 11 22 33 55", "", NOON, "missions"))
    hall.update_score(Score("flo", "home", 1, 1))


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill, undecide)


class Slow(SolvesHere):
    """Works things out when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[Basis, tuple[Lock, ...], Arrive]] = []
        self.share = 0.4
        self.stopped = 0

    def begin(self, basis: Basis, locks: Sequence[Lock], arrive: Arrive) -> None:
        self.asked.append((basis, tuple(locks), arrive))

    def stop(self) -> None:
        self.stopped += 1

    def finish(self, found: Exception | None = None) -> None:
        basis, locks, arrive = self.asked.pop(0)
        arrive(try_locks(basis, locks) if found is None else found)


def standing(room: Room) -> set[tuple[str, str]]:
    rows = room.read(lambda hall: hall.list_assignments())
    return {(one.participant, one.mission) for one in rows if one.status is not AssignmentStatus.DECLINED}


def find(room: Room, participant: str, mission: str) -> Assignment:
    rows = room.read(lambda hall: hall.list_assignments(participant))
    return next(one for one in rows if one.mission == mission)


def say_yes(room: Room, laptop: Laptop, participant: str, mission: str) -> None:
    agreed = replace(find(room, participant, mission), status=AssignmentStatus.ACCEPTED)
    room.write(lambda hall: hall.update_assignment(agreed))
    laptop.follow_once()


def book(laptop: Laptop) -> dict[str, Any]:
    return laptop.model("missions")


def trial_of(laptop: Laptop) -> dict[str, Any]:
    trial = book(laptop)["trial"]
    assert isinstance(trial, dict)
    return trial


def attempt(laptop: Laptop, participant: str, mission: str, *, stays: bool = True, leaving: str | None = None) -> None:
    laptop.do("missions", "try_change", participant=participant, mission=mission, stays=stays, leaving=leaving)


def accept(laptop: Laptop) -> None:
    laptop.do("missions", "accept_trial", trial=trial_of(laptop)["number"])


def propose(laptop: Laptop) -> set[tuple[str, str]]:
    laptop.do("missions", "propose_assignments")
    return {
        (person["id"], mission["id"])
        for part in book(laptop)["challenges"]
        for mission in part["missions"]
        for person in mission["people"]
    }


def where(laptop: Laptop, person: str) -> str:
    return next(mission for one, mission in propose(laptop) if one == person)


def others_of(mission: str) -> str:
    return next(one for one in PLACES if one != mission)


def give_both(room: Room, laptop: Laptop) -> None:
    """Ana takes two missions and is on both; nobody else is on any."""

    def give(hall: Repository) -> None:
        offer = hall.find_volunteer("ana")
        assert offer is not None
        hall.update_volunteer(replace(offer, max_missions=2))
        for mission in PLACES:
            hall.update_assignment(Assignment("ana", mission, Reason("assigned")))

    room.write(give)
    laptop.follow_once()


# -- trying -----------------------------------------------------------------------------------------------------------


def test_a_trial_says_who_would_move_and_writes_nothing(room: Room, laptop: Laptop) -> None:
    before = propose(laptop)
    assert {person for person, _ in before} == {"ana", "bob"}
    mission = where(laptop, "bob")
    attempt(laptop, "flo", mission)
    assert standing(room) == before
    trial = trial_of(laptop)
    moves = {one["id"]: ([m["id"] for m in one["leaves"]], [m["id"] for m in one["takes"]]) for one in trial["moves"]}
    assert moves == {"flo": ([], [mission]), "bob": ([mission], [])}
    assert (trial["changes"], trial["moves"][0]["id"]) == (2, "flo")
    assert next(one for one in trial["moves"] if one["id"] == "bob")["alone"] is True
    assert trial["word"].startswith("Hirondelle n’aurait plus de mission. Églantine aurait une mission. Ce qui baisse")


def test_of_who_loses_one_of_two_missions_it_is_said_which_they_keep(room: Room, laptop: Laptop) -> None:
    give_both(room, laptop)
    attempt(laptop, "flo", "rounds")
    ana = next(one for one in trial_of(laptop)["moves"] if one["id"] == "ana")
    assert [[one["id"] for one in ana[key]] for key in ("leaves", "takes", "keeps")] == [["rounds"], [], ["laundry"]]
    assert ana["alone"] is False


def test_a_trial_against_a_no_says_so_in_its_sentence_and_which_levels_come_to_less(room: Room, laptop: Laptop) -> None:
    propose(laptop)
    room.write(lambda hall: hall.update_score(Score("flo", "home", 1, -2)))
    laptop.follow_once()
    attempt(laptop, "flo", where(laptop, "bob"))
    trial = trial_of(laptop)
    assert trial["word"].startswith("Églantine a dit ne pas vouloir de ce défi\u00a0: demandez d’abord. ")
    lost = [one["level"] for one in trial["costs"] if one["after"] < one["before"]]
    assert "people" in lost
    assert "Ce qui baisse\u00a0: Personnes avec une mission voulue (de 2 à 1)" in trial["word"]


def test_a_trial_against_another_rule_sends_to_what_is_said_at_the_name(room: Room, laptop: Laptop) -> None:
    propose(laptop)
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), car=True)))
    laptop.follow_once()
    attempt(laptop, "flo", "rounds")
    assert trial_of(laptop)["word"].startswith("Tout ne convient pas à Églantine\u00a0: lisez")


@pytest.mark.parametrize(("places", "said"), [(1, "1 personne de plus."), (2, "2 personnes de plus.")])
def test_people_more_on_a_mission_are_counted_by_people(room: Room, laptop: Laptop, places: int, said: str) -> None:
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission("rounds"), places=places)))
    room.write(lambda hall: hall.remove_mission("laundry"))
    laptop.follow_once()
    attempt(laptop, "flo", "rounds")
    assert said in trial_of(laptop)["word"]


def test_a_mission_that_loses_people_is_said_to_have_that_many_fewer(room: Room, laptop: Laptop) -> None:
    def widen(hall: Repository) -> None:
        hall.update_mission(replace(hall.find_mission("rounds"), places=3))
        hall.remove_mission("laundry")

    room.write(widen)
    assert {person for person, _ in propose(laptop)} == {"ana", "bob", "flo"}
    for person in ("bob", "flo"):
        attempt(laptop, person, "rounds", stays=False)
    assert "«\u202fTour de garde\u202f» aurait 2 personnes de moins." in trial_of(laptop)["word"]
    laptop.do("missions", "leave_trial")
    attempt(laptop, "flo", "rounds", stays=False)
    assert "«\u202fTour de garde\u202f» aurait 1 personne de moins." in trial_of(laptop)["word"]


def test_each_level_is_told_in_the_order_that_counts(laptop: Laptop) -> None:
    attempt(laptop, "flo", where(laptop, "bob"))
    costs = {one["level"]: (one["before"], one["after"], one["most"]) for one in trial_of(laptop)["costs"]}
    assert list(costs)[:3] == ["people", "places", "fit"]
    assert costs["people"] == (2, 2, None)
    assert costs["places"] == (2, 2, 2)
    assert costs["fit"][1] < costs["fit"][0]


def test_an_accepted_trial_is_written_as_one_step_and_what_was_tried_is_kept(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    attempt(laptop, "flo", mission)
    accept(laptop)
    assert ("flo", mission) in standing(room)
    assert "bob" not in {person for person, _ in standing(room)}
    assert find(room, "flo", mission).by_hand is True
    assert book(laptop)["trial"] is None
    assert book(laptop)["undo"]["label"] == "essai accepté pour Églantine"
    laptop.do("missions", "propose_assignments")
    assert ("flo", mission) in standing(room)


def test_a_trial_that_is_left_changes_nothing(room: Room, laptop: Laptop) -> None:
    before = propose(laptop)
    attempt(laptop, "flo", "rounds")
    laptop.do("missions", "leave_trial")
    assert (standing(room), book(laptop)["trial"]) == (before, None)


def test_what_is_tried_of_two_people_is_tried_together(laptop: Laptop) -> None:
    propose(laptop)
    attempt(laptop, "flo", "rounds")
    attempt(laptop, "cle", "laundry")
    tried = {(one["id"], one["mission"]["id"]) for one in trial_of(laptop)["tried"]}
    assert tried == {("flo", "rounds"), ("cle", "laundry")}
    attempt(laptop, "flo", "rounds", stays=False)
    assert [one["stays"] for one in trial_of(laptop)["tried"] if one["id"] == "flo"] == [False]


def test_never_here_opens_the_place_to_somebody_else(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    attempt(laptop, "bob", mission, stays=False)
    accept(laptop)
    assert ("bob", mission) not in standing(room)
    laptop.do("missions", "propose_assignments")
    assert ("bob", mission) not in standing(room)


def test_a_trial_against_a_rule_is_allowed_and_said_before(laptop: Laptop) -> None:
    propose(laptop)
    attempt(laptop, "dan", "rounds")
    (dan,) = [one for one in trial_of(laptop)["moves"] if one["id"] == "dan"]
    assert dan["notes"] == [
        "Aide non proposée\u00a0: posez d’abord la question.",
        "Cette personne n’a pas répondu sur ce défi.",
    ]


def test_who_said_yes_and_would_be_moved_is_told_of_before(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    say_yes(room, laptop, "bob", mission)
    attempt(laptop, "bob", mission, stays=False)
    (bob,) = [one for one in trial_of(laptop)["moves"] if one["id"] == "bob"]
    assert bob["notes"][0] == "Cette personne avait dit oui."
    accept(laptop)
    assert find(room, "bob", mission).reason == Reason("taken-off", {"accepted": 1})


def test_who_is_moved_leaves_the_mission_that_they_had_agreed_to(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    say_yes(room, laptop, "bob", mission)
    attempt(laptop, "bob", others_of(mission), leaving=mission)
    accept(laptop)
    assert {m for person, m in standing(room) if person == "bob"} == {others_of(mission)}


def test_nobody_is_tried_where_people_decided_on_every_place(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    say_yes(room, laptop, "bob", mission)
    said = laptop.refuse("missions", "try_change", participant="flo", mission=mission, stays=True, leaving=None)
    assert "complète" in said
    assert book(laptop)["trial"] is None


def test_somebody_or_a_mission_that_is_not_there_cannot_be_tried(laptop: Laptop) -> None:
    for asked in ({"participant": "nobody", "mission": "rounds"}, {"participant": "ana", "mission": "none"}):
        assert not laptop.ask("missions", "try_change", **asked, stays=True)["ok"]


def test_nobody_is_tried_or_placed_where_they_said_no(room: Room, laptop: Laptop) -> None:
    propose(laptop)
    no = Assignment("flo", "rounds", Reason("assigned"), status=AssignmentStatus.DECLINED, said="le soir, non")
    room.write(lambda hall: hall.update_assignment(no))
    laptop.follow_once()
    tried = {"participant": "flo", "mission": "rounds", "leaving": None}
    for intention, asked in (("try_change", {**tried, "stays": True}), ("place_by_hand", tried)):
        said = laptop.refuse("missions", intention, **asked)
        assert said.startswith("Églantine a dit non à «\u202fTour de garde\u202f».")
    assert (find(room, "flo", "rounds"), book(laptop)["trial"]) == (no, None)


# -- meanwhile --------------------------------------------------------------------------------------------------------


def test_a_trial_is_worked_out_again_when_an_answer_comes_meanwhile(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    attempt(laptop, "flo", others_of(mission))
    first = trial_of(laptop)["number"]
    say_yes(room, laptop, "bob", mission)
    laptop.refresh("missions")
    assert (trial_of(laptop)["number"] > first, trial_of(laptop)["renewed"]) == (True, True)
    assert not laptop.ask("missions", "accept_trial", trial=first)["ok"]
    accept(laptop)
    assert ("bob", mission) in standing(room)


def test_a_trial_that_changed_too_often_waits_to_be_asked_for(room: Room, laptop: Laptop) -> None:
    propose(laptop)
    attempt(laptop, "flo", "rounds")
    for number in range(AGAIN_AT_MOST + 1):
        room.write(lambda hall, interest=number % 2: hall.update_score(Score("cle", "home", 1, interest)))  # type: ignore[misc]
        laptop.follow_once()
    laptop.refresh("missions")
    assert trial_of(laptop)["stale"] is True
    assert not laptop.ask("missions", "accept_trial", trial=trial_of(laptop)["number"])["ok"]
    laptop.do("missions", "renew_trial")
    assert trial_of(laptop)["stale"] is False
    accept(laptop)


def test_a_trial_of_somebody_who_is_erased_is_over(room: Room, laptop: Laptop) -> None:
    propose(laptop)
    attempt(laptop, "flo", "rounds")
    room.write(lambda hall: hall.remove_participant("flo"))
    laptop.follow_once()
    laptop.refresh("missions")
    assert book(laptop)["trial"] is None


def test_a_trial_of_a_seat_that_is_joined_is_its_person_s(room: Room, laptop: Laptop) -> None:
    attempt(laptop, "flo", where(laptop, "ana"))
    mission = trial_of(laptop)["tried"][0]["mission"]["id"]
    laptop.do("people", "join_seats", participant="flo", to="bob")
    laptop.follow_once()
    laptop.refresh("missions")
    assert [(one["id"], one["mission"]["id"]) for one in trial_of(laptop)["tried"]] == [("bob", mission)]
    accept(laptop)
    assert {one for one in standing(room) if one[0] in ("flo", "bob")} == {("bob", mission)}


def test_a_trial_of_a_mission_that_is_declined_meanwhile_is_over(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    attempt(laptop, "bob", mission)
    no = replace(find(room, "bob", mission), status=AssignmentStatus.DECLINED)
    room.write(lambda hall: hall.update_assignment(no))
    laptop.follow_once()
    laptop.refresh("missions")
    assert book(laptop)["trial"] is None


def test_a_proposal_is_worked_out_again_when_something_changed_meanwhile(room: Room) -> None:
    solver = Slow()
    laptop = room.laptop(solver=solver)
    laptop.do("missions", "propose_assignments")
    assert book(laptop)["solving"] == {
        "state": "working",
        "what": "propose",
        "share": 0.4,
        "sentence": "",
        "written": "",
    }
    room.write(lambda hall: hall.update_score(Score("bob", "home", 0, -2)))
    solver.finish()
    assert standing(room) == set()
    solver.finish()
    laptop.follow_once()
    assert "bob" not in {person for person, _ in standing(room)}
    assert len(standing(room)) == 2
    assert (book(laptop)["solving"]["state"], book(laptop)["solving"]["share"]) == ("none", 0.0)
    assert "Mission" in book(laptop)["solving"]["written"], "it is said once it is done"


def test_a_proposal_gives_up_after_a_few_times_in_words(room: Room) -> None:
    solver = Slow()
    laptop = room.laptop(solver=solver)
    laptop.do("missions", "propose_assignments")
    for number in range(AGAIN_AT_MOST):
        room.write(lambda hall, interest=number % 2: hall.update_score(Score("cle", "home", 1, interest)))  # type: ignore[misc]
        solver.finish()
    assert (solver.asked, standing(room)) == ([], set())
    assert book(laptop)["solving"]["state"] == "failed"
    assert "Quelque chose a changé" in book(laptop)["solving"]["sentence"]


def test_what_cannot_be_worked_out_is_said_and_changes_nothing(room: Room) -> None:
    solver = Slow()
    laptop = room.laptop(solver=solver)
    laptop.do("missions", "propose_assignments")
    with pytest.raises(ValueError, match="solver"):
        solver.finish(ValueError("the solver failed"))
    assert book(laptop)["solving"]["state"] == "failed"
    assert "n’a pas abouti" in book(laptop)["solving"]["sentence"]
    assert standing(room) == set()


def test_what_is_worked_out_can_be_stopped(room: Room) -> None:
    solver = Slow()
    laptop = room.laptop(solver=solver)
    laptop.do("missions", "propose_assignments")
    laptop.do("missions", "stop_solving")
    assert (book(laptop)["solving"]["state"], solver.stopped) == ("stopped", 1)
    laptop.do("missions", "stop_solving")
    assert solver.stopped == 1


# -- undo and redo ----------------------------------------------------------------------------------------------------


def test_every_act_is_taken_back_by_its_name_and_done_again(room: Room, laptop: Laptop) -> None:
    states: list[tuple[str, set[tuple[str, str]]]] = [("", standing(room))]

    def note() -> None:
        states.append((book(laptop)["undo"]["label"], standing(room)))

    laptop.do("missions", "propose_assignments")
    note()
    mission = next(mission for person, mission in standing(room) if person == "bob")
    laptop.do("missions", "take_off", participant="bob", mission=mission)
    note()
    laptop.do("missions", "place_by_hand", participant="flo", mission=mission, leaving=None)
    note()
    laptop.do("missions", "keep_here", participant="ana", mission=others_of(mission), stays=True)
    note()
    labels = [label for label, _ in states[1:]]
    assert labels == ["missions proposées", "retrait de Hirondelle", "placement de Églantine", "Coquelicot reste ici"]
    for label, before in [*zip([label for label, _ in states[1:]], [rows for _, rows in states], strict=False)][::-1]:
        assert book(laptop)["undo"]["label"] == label
        laptop.do("missions", "undo_assignments", step=book(laptop)["undo"]["number"])
        assert standing(room) == before
    assert book(laptop)["undo"] is None
    for label, after in states[1:]:
        assert book(laptop)["redo"]["label"] == label
        laptop.do("missions", "redo_assignments", step=book(laptop)["redo"]["number"])
        assert standing(room) == after
    assert book(laptop)["redo"] is None


def test_another_step_than_the_one_that_was_read_is_not_taken_back(room: Room, laptop: Laptop) -> None:
    propose(laptop)
    read = book(laptop)["undo"]["number"]
    laptop.do("missions", "keep_here", participant="ana", mission=where(laptop, "ana"), stays=True)
    said = laptop.refuse("missions", "undo_assignments", step=read)
    assert "Quelque chose a changé" in said
    assert "rien à refaire" in laptop.refuse("missions", "redo_assignments", step=1)


def test_an_answer_given_since_stays_when_a_step_is_taken_back(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    say_yes(room, laptop, "bob", mission)
    laptop.do("missions", "undo_assignments", step=book(laptop)["undo"]["number"])
    assert standing(room) == {("bob", mission)}


def test_the_name_of_a_step_goes_with_whoever_is_erased(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "place_by_hand", participant="flo", mission="rounds", leaving=None)
    assert "Églantine" in book(laptop)["undo"]["label"]
    room.write(lambda hall: hall.remove_participant("flo"))
    laptop.follow_once()
    laptop.refresh("missions")
    assert "Églantine" not in laptop.everything()
    assert room.read(lambda hall: hall.list_assignment_steps()) == ()


@pytest.mark.parametrize("undone", [False, True])
def test_a_step_of_which_everybody_was_erased_is_no_step_any_more(room: Room, laptop: Laptop, undone: bool) -> None:
    laptop.do("missions", "place_by_hand", participant="bob", mission="rounds", leaving=None)
    before = book(laptop)["undo"]
    laptop.do("missions", "place_by_hand", participant="flo", mission="laundry", leaving=None)
    last = book(laptop)["undo"]["number"]
    if undone:
        laptop.do("missions", "undo_assignments", step=last)
    room.write(lambda hall: hall.remove_participant("flo"))
    laptop.follow_once()
    laptop.refresh("missions")
    assert (book(laptop)["undo"], book(laptop)["redo"]) == (before, None)
    laptop.refuse("missions", "redo_assignments" if undone else "undo_assignments", step=last)
    laptop.do("missions", "undo_assignments", step=before["number"])
    assert standing(room) == set()


def test_who_stays_is_not_moved_and_may_be_let_go(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    laptop.do("missions", "keep_here", participant="bob", mission=mission, stays=True)
    room.write(lambda hall: hall.update_score(Score("bob", "home", 0, 1)))
    room.write(lambda hall: hall.update_mission(replace(hall.find_mission(mission), min_competence=2)))
    laptop.do("missions", "propose_assignments")
    assert ("bob", mission) in standing(room)
    laptop.do("missions", "keep_here", participant="bob", mission=mission, stays=False)
    assert find(room, "bob", mission).by_hand is False
    assert not laptop.ask("missions", "keep_here", participant="flo", mission=mission, stays=True)["ok"]


# -- what else is shown ---------------------------------------------------------------------------------------------


def test_after_a_no_a_proposal_says_how_many_would_move_and_moves_nobody_who_decided(
    room: Room, laptop: Laptop
) -> None:
    mission = where(laptop, "bob")
    assert book(laptop)["pending"] == 0

    refused = replace(find(room, "bob", mission), status=AssignmentStatus.DECLINED, said="le soir, non", another=True)
    room.write(lambda hall: hall.update_assignment(refused))
    say_yes(room, laptop, "ana", others_of(mission))
    laptop.refresh("missions")
    (no,) = book(laptop)["declined"]
    assert (no["note"], no["another"], no["off"]) == ("le soir, non", True, False)
    assert book(laptop)["pending"] == 1
    laptop.do("missions", "propose_assignments")
    assert standing(room) == {("ana", others_of(mission)), ("flo", mission)}
    assert book(laptop)["pending"] == 0


def test_weights_are_kept_and_change_who_fits(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "weigh_fit", competence=0, interest=3)
    assert book(laptop)["rule"] == {"competence": 0, "interest": 3}
    assert "11" in laptop.refuse("missions", "weigh_fit", competence=11, interest=0)


def test_why_a_place_is_free_names_people_and_missions_that_lead_to_them(room: Room, laptop: Laptop) -> None:
    for mission in PLACES:
        room.write(lambda hall, one=mission: hall.update_mission(replace(hall.find_mission(one), places=3)))  # type: ignore[misc]
    propose(laptop)
    shown = {one["id"]: one for part in book(laptop)["challenges"] for one in part["missions"]}
    pieces = shown["rounds"]["unfilled"]
    assert {one["mission"] for one in pieces if one["mission"]} == set(PLACES)
    assert {one["person"] for one in pieces if one["person"]} == {"ana", "bob", "flo"}
    assert all("\x02" not in one["text"] and "\x03" not in one["text"] for one in pieces)
    assert shown["rounds"]["helps"].startswith("Une personne de plus")


def test_a_pair_is_said_on_the_page(room: Room, laptop: Laptop) -> None:
    def train(hall: Repository) -> None:
        hall.update_mission(replace(hall.find_mission("rounds"), places=2, min_competence=2))
        hall.update_mission(replace(hall.find_mission("laundry"), places=1, min_competence=3))
        hall.update_score(Score("bob", "home", 2, 2))

    room.write(train)
    propose(laptop)
    shown = {one["id"]: one for part in book(laptop)["challenges"] for one in part["missions"]}
    (flo,) = [one for one in shown["rounds"]["people"] if one["id"] == "flo"]
    assert flo["beside"] == "bob"
    assert flo["breaks"] == []


def test_a_mission_is_entered_with_everything_that_it_asks_for(room: Room, laptop: Laptop) -> None:
    entries: dict[str, Any] = {
        **{"title": "Portage", "places": 3, "min_competence": 1, "sector": "", "min_places": 2, "importance": 1},
        **{"first_date": "2026-12-08", "last_date": "2026-12-10", "begins": "19:00", "finishes": "21:30"},
        **{"days": ["evenings", "evenings"], "car": True, "language": "portugais", "owner": "Mme Roy"},
    }
    laptop.do("missions", "add_mission", challenge="home", **entries)
    found = next(one for one in room.read(lambda hall: hall.list_missions()) if one.title == "Portage")
    assert found == Mission(found.id, "home", **{**entries, "days": ("evenings",)})
    (shown,) = [one for part in book(laptop)["challenges"] for one in part["missions"] if one["id"] == found.id]
    assert shown["when"].startswith("du 8 décembre 2026 au 10 décembre 2026, 19\u00a0h\u00a0– 21\u00a0h\u00a030, ")
    laptop.do("missions", "change_mission", mission=found.id, **{**entries, "last_date": "2026-12-08"})
    (shown,) = [one for part in book(laptop)["challenges"] for one in part["missions"] if one["id"] == found.id]
    assert shown["when"].startswith("8 décembre 2026, 19\u00a0h"), "one day is said once"
    laptop.do(
        "missions", "change_mission", mission=found.id, **{**entries, "owner": "", "first_date": "", "last_date": ""}
    )
    changed = room.read(lambda hall: hall.find_mission(found.id))
    assert (changed.owner, changed.first_date) == ("", "")


@pytest.mark.parametrize(
    ("entries", "said", "at"),
    [
        ({"title": ""}, "intitulé", "title"),
        ({"places": 0}, "1 à 1000", "places"),
        ({"min_places": 4}, "0 à 3", "min_places"),
        ({"importance": 4}, "4", "importance"),
        ({"begins": "bientôt"}, "bientôt", "begins"),
        ({"first_date": "2026-12-08", "last_date": "2026-12-01"}, "finirait avant de commencer", "last_date"),
        ({"begins": "19:00", "finishes": "18:00"}, "finirait avant de commencer", "finishes"),
        ({"first_date": "demain"}, "demain", "first_date"),
    ],
)
def test_a_mission_that_cannot_be_so_is_refused_in_words_at_the_entry_at_fault(
    laptop: Laptop, entries: dict[str, Any], said: str, at: str
) -> None:
    good = {"title": "Relais", "places": 3, "min_competence": 1, "sector": ""}
    answer = laptop.ask("missions", "add_mission", challenge="home", **{**good, **entries})
    assert (answer["ok"], answer["field"]) == (False, at)
    assert said in answer["sentence"]


# -- off the page's loop --------------------------------------------------------------------------------------------


def run(play: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(play(), 20))


async def until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0.005)


def test_a_proposal_is_worked_out_while_the_page_stays_alive(room: Room) -> None:
    solver = MissionSolving()
    laptop = room.laptop(solver=solver)

    async def play() -> None:
        laptop.panels["missions"].answer("propose_assignments", {}, "one")
        assert standing(room) == set()
        assert book(laptop)["solving"]["state"] == "working"
        await until(lambda: book(laptop)["solving"]["state"] == "none")
        assert len(standing(room)) == 2

    run(play)


def test_what_is_stopped_arrives_no_more_and_its_thread_ends(room: Room) -> None:
    go, ended = Event(), Event()

    def solve(basis: Basis, locks: Sequence[Lock], tell: Callable[[float], None]) -> Trial:
        tell(0.5)
        go.wait(30)
        try:
            tell(0.7)
        finally:
            ended.set()
        return try_locks(basis, locks)

    laptop = room.laptop(solver=MissionSolving(solve))

    async def play() -> None:
        laptop.panels["missions"].answer("propose_assignments", {}, "one")
        await until(lambda: book(laptop)["solving"]["share"] == 0.5)
        laptop.panels["missions"].answer("stop_solving", {}, "two")
        go.set()
        await until(ended.is_set)
        await asyncio.sleep(0.05)
        assert book(laptop)["solving"]["state"] == "stopped"
        assert standing(room) == set()

    run(play)


class Patient:
    """Solves until it is told to go on or dropped, and keeps who was at it."""

    def __init__(self) -> None:
        self.go = Event()
        self.begun: list[tuple[Lock, ...]] = []
        self.ended: list[str] = []
        self.at_once = 0

    def __call__(self, basis: Basis, locks: Sequence[Lock], tell: Callable[[float], None]) -> Trial:
        self.begun.append(tuple(locks))
        self.at_once = max(self.at_once, len(self.begun) - len(self.ended))
        how = "dropped"
        try:
            while not self.go.wait(0.002):
                tell(0.5)
            tell(0.5)
            how = "whole"
            return try_locks(basis, locks)
        finally:
            self.ended.append(how)


def test_one_thread_ends_before_the_next_begins_and_the_last_asked_for_arrives(room: Room) -> None:
    solve, arrived = Patient(), list[str]()
    solver = MissionSolving(solve)

    async def play() -> None:
        basis = room.read(read_basis)
        for name in ("ana", "bob", "flo"):
            solver.begin(basis, [Lock(name, "rounds", stays=True)], lambda found, name=name: arrived.append(name))  # type: ignore[misc]
        await until(lambda: solve.ended == ["dropped"] and len(solve.begun) == 2)
        solve.go.set()
        await until(lambda: arrived == ["flo"])

    run(play)
    assert [locks[0].participant for locks in solve.begun] == ["ana", "flo"]
    assert (solve.at_once, solve.ended) == (1, ["dropped", "whole"])


def test_reasons_give_way_to_what_is_asked_for_and_are_worked_out_after_it(room: Room) -> None:
    solve, arrived = Patient(), list[str]()
    solver = MissionSolving(solve)

    async def play() -> None:
        basis = room.read(read_basis)
        solver.explain(basis, lambda found: arrived.append("reasons"))
        await until(lambda: len(solve.begun) == 1)
        solver.begin(basis, [Lock("ana", "rounds", stays=True)], lambda found: arrived.append("trial"))
        await until(lambda: len(solve.begun) == 2)
        solve.go.set()
        await until(lambda: arrived == ["trial", "reasons"])

    run(play)
    assert (solve.at_once, solve.ended) == (1, ["dropped", "whole", "whole"])


def test_what_is_stopped_lets_the_reasons_be_worked_out(room: Room) -> None:
    solve, arrived = Patient(), list[str]()
    solver = MissionSolving(solve)

    async def play() -> None:
        basis = room.read(read_basis)
        solver.begin(basis, [], lambda found: arrived.append("trial"))
        solver.explain(basis, lambda found: arrived.append("reasons"))
        await until(lambda: len(solve.begun) == 1)
        solver.stop()
        await until(lambda: solve.ended == ["dropped"] and len(solve.begun) == 2)
        solver.stop()
        solve.go.set()
        await until(lambda: arrived == ["reasons"])

    run(play)
    assert (solve.at_once, solve.ended) == (1, ["dropped", "whole"])


def test_reasons_are_worked_out_one_after_another_the_last_asked_for_alone(room: Room) -> None:
    solved: list[Basis] = []
    clock = [0.0]

    def solve(basis: Basis, locks: Sequence[Lock], tell: Callable[[float], None]) -> Trial:
        solved.append(basis)
        return try_locks(basis, locks)

    solver = MissionSolving(solve, lambda: clock[0])
    told: list[str] = []

    def take(name: str) -> Explained:
        return lambda _found: told.append(name)

    async def play() -> None:
        basis = room.read(read_basis)
        for name in ("first", "second", "third"):
            solver.explain(basis, take(name))
        await until(lambda: told == ["first"])
        assert len(solved) == 1
        clock[0] = 100.0
        solver.explain(basis, take("fourth"))
        solver._ring()
        await until(lambda: told == ["first", "fourth"])

    run(play)


def test_a_page_made_ahead_for_nobody_works_nothing_out(room: Room) -> None:
    asked: list[Basis] = []

    class Counting(SolvesHere):
        def explain(self, basis: Basis, arrive: Explained) -> None:
            asked.append(basis)

    laptop = room.laptop(solver=Counting())
    assert len(asked) == 1
    laptop.window._rehearse(Visit(NOBODY, ""))
    assert len(asked) == 1


# -- a new proposal ---------------------------------------------------------------------------------------------------


def test_a_proposal_that_moves_somebody_who_has_a_mission_is_shown_before_it_is_written(
    room: Room, laptop: Laptop
) -> None:
    before = propose(laptop)
    mission = where(laptop, "bob")
    room.write(lambda hall: hall.update_score(Score("bob", "home", 0, -1)))
    laptop.follow_once()
    laptop.do("missions", "propose_assignments")
    assert standing(room) == before
    trial = trial_of(laptop)
    assert trial["tried"] == []
    moves = {one["id"]: ([m["id"] for m in one["leaves"]], [m["id"] for m in one["takes"]]) for one in trial["moves"]}
    assert moves == {"bob": ([mission], []), "flo": ([], [mission])}
    accept(laptop)
    assert (standing(room) - before, before - standing(room)) == ({("flo", mission)}, {("bob", mission)})
    assert find(room, "flo", mission).by_hand is False
    assert book(laptop)["undo"]["label"] == "missions proposées"
    laptop.do("missions", "undo_assignments", step=book(laptop)["undo"]["number"])
    assert ("flo", mission) not in standing(room)


def test_a_no_is_worked_out_again_at_one_press_and_it_is_said_who_comes(room: Room, laptop: Laptop) -> None:
    mission = where(laptop, "bob")
    refused = replace(find(room, "bob", mission), status=AssignmentStatus.DECLINED)
    room.write(lambda hall: hall.update_assignment(refused))
    laptop.follow_once()
    laptop.do("missions", "propose_assignments")
    assert ("flo", mission) in standing(room)
    assert (book(laptop)["trial"], book(laptop)["solving"]["written"]) == (None, "Mission proposée à Églantine.")
    say_yes(room, laptop, "flo", mission)
    assert book(laptop)["solving"]["written"] == ""


def test_a_shown_proposal_is_worked_out_again_when_something_changed_and_can_be_left(
    room: Room, laptop: Laptop
) -> None:
    before = propose(laptop)
    room.write(lambda hall: hall.update_score(Score("bob", "home", 0, -1)))
    laptop.follow_once()
    laptop.do("missions", "propose_assignments")
    first = trial_of(laptop)["number"]
    room.write(lambda hall: hall.update_score(Score("cle", "home", 1, 0)))
    laptop.follow_once()
    laptop.refresh("missions")
    assert trial_of(laptop)["number"] > first
    assert (trial_of(laptop)["tried"], trial_of(laptop)["renewed"]) == ([], True)
    laptop.do("missions", "renew_trial")
    laptop.do("missions", "leave_trial")
    assert (book(laptop)["trial"], standing(room)) == (None, before)


# -- a beginner alone -------------------------------------------------------------------------------------------------


def pair_up(room: Room, laptop: Laptop, *, declined: bool) -> None:
    """Flo begins on the rounds beside ana, and both said yes; then ana says no."""
    status = AssignmentStatus.DECLINED if declined else AssignmentStatus.ACCEPTED
    beside = Assignment("flo", "rounds", Reason("assigned-beside"), status=AssignmentStatus.ACCEPTED, beside="ana")

    def pair(hall: Repository) -> None:
        hall.update_mission(replace(hall.find_mission("rounds"), places=2, min_competence=2))
        hall.update_assignment(beside)
        hall.update_assignment(Assignment("ana", "rounds", Reason("assigned"), status=status))

    room.write(pair)
    laptop.follow_once()


def test_a_beginner_who_has_nobody_to_go_with_any_more_is_told_of(room: Room, laptop: Laptop) -> None:
    pair_up(room, laptop, declined=False)
    assert book(laptop)["lonely"] == []
    pair_up(room, laptop, declined=True)
    (lonely,) = book(laptop)["lonely"]
    assert (lonely["id"], lonely["mission"]["id"], lonely["found"]) == ("flo", "rounds", True)
    people = [one for part in book(laptop)["challenges"] for each in part["missions"] for one in each["people"]]
    assert {one["id"]: one["lonely"] for one in people} == {"flo": True}
    laptop.do("missions", "propose_assignments")
    assert find(room, "flo", "rounds").beside == "bob"
    assert book(laptop)["lonely"] == []


def test_where_nobody_can_go_with_a_beginner_it_is_said_that_a_proposal_finds_nobody(
    room: Room, laptop: Laptop
) -> None:
    room.write(lambda hall: hall.update_score(Score("bob", "home", 1, 1)))
    pair_up(room, laptop, declined=True)
    (lonely,) = book(laptop)["lonely"]
    assert lonely["found"] is False
