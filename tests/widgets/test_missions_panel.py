from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.widgets.rooms import MILL, make_room, write
from workshop_kit.domain.model import Assignment, AssignmentStatus, Mission, Reason
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.store import Store
from workshop_kit.widgets.facilitator import missions_panel
from workshop_kit.widgets.panel import Panel


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_room(tmp_path / "room")
    yield store
    store.close()


@pytest.fixture
def panel(tmp_path: Path, store: Store) -> Iterator[Panel]:
    window = FacilitatorWindow(tmp_path / "room")
    yield missions_panel(window)
    window.close()


def act(panel: Panel, intention: str, identifier: str | None = None, **payload: Any) -> dict[str, Any]:
    return panel.answer(intention, payload, identifier or f"{intention}-{sorted(payload.items())}")


def shown(panel: Panel, mission: str) -> dict[str, Any]:
    (found,) = [one for part in panel.model["challenges"] for one in part["missions"] if one["id"] == mission]
    assert isinstance(found, dict)
    return found


def who(panel: Panel, mission: str) -> list[str]:
    return [person["pseudonym"] for person in shown(panel, mission)["people"]]


def missions(store: Store) -> dict[str, Mission]:
    return {one.title: one for one in store.read(lambda repository: repository.list_missions())}


def assignments(store: Store) -> dict[tuple[str, str], Assignment]:
    rows = store.read(lambda repository: repository.list_assignments())
    return {(one.participant, one.mission): one for one in rows}


def test_the_proposal_says_who_goes_where_and_why(panel: Panel) -> None:
    assert act(panel, "propose_assignments")["ok"]
    assert who(panel, "watch") == ["Coquelicot"]
    assert who(panel, "wash") == ["Hirondelle"]
    (person,) = shown(panel, "watch")["people"]
    assert "Hameau du Moulin" in person["reason"]
    assert (person["competence"], person["interest"], person["status"]) == (3, 2, "proposed")
    assert person["breaks"] == []
    assert (panel.model["placed"], panel.model["places"]) == (2, 3)


def test_those_without_a_mission_and_places_without_anybody_say_why(panel: Panel) -> None:
    act(panel, "propose_assignments")
    assert shown(panel, "watch")["unfilled"] == ""
    assert shown(panel, "wash")["unfilled"] != ""
    ((_, reason),) = [(one["pseudonym"], one["reason"]) for one in panel.model["unassigned"]]
    assert reason


def test_before_any_proposal_those_who_would_fit_are_told_to_ask_for_one(panel: Panel) -> None:
    reasons = {one["pseudonym"]: one["reason"] for one in panel.model["unassigned"]}
    assert "Proposer les affectations" in reasons["Coquelicot"]
    assert panel.model["proposed"] is False


def test_a_choice_by_hand_is_kept_when_the_rest_is_computed_again(store: Store, panel: Panel) -> None:
    act(panel, "propose_assignments", "first")
    assert act(panel, "place_by_hand", participant="ana", mission="wash")["ok"]
    assert who(panel, "watch") == []
    act(panel, "propose_assignments", "second")
    assert "Coquelicot" in who(panel, "wash")
    assert assignments(store)["ana", "wash"].by_hand is True
    assert ("ana", "watch") not in assignments(store)


def test_a_choice_that_breaks_a_rule_is_allowed_marked_and_said(panel: Panel) -> None:
    answer = act(panel, "place_by_hand", participant="bob", mission="watch")
    assert answer["result"] == {"breaks": ["competence"]}
    (person,) = shown(panel, "watch")["people"]
    assert person["by_hand"] is True
    assert person["breaks"] == ["Compétence 0, la mission demande 2\u00a0: prévoir quelqu’un à ses côtés."]


@pytest.mark.parametrize(("participant", "rule"), [("cle", "unsure"), ("dan", "no-answer")])
def test_someone_who_gave_no_scores_may_be_placed_by_hand(panel: Panel, participant: str, rule: str) -> None:
    answer = act(panel, "place_by_hand", participant=participant, mission="wash")
    assert answer["result"] == {"breaks": [rule]}
    assert len(shown(panel, "wash")["people"][0]["breaks"]) == 1


def test_a_full_mission_takes_nobody_more(store: Store, panel: Panel) -> None:
    act(panel, "place_by_hand", participant="ana", mission="watch")
    answer = act(panel, "place_by_hand", participant="bob", mission="watch")
    assert answer["ok"] is False
    assert "complète" in answer["sentence"]
    assert ("bob", "watch") not in assignments(store)


def test_someone_taken_off_is_not_proposed_for_the_same_mission_again(store: Store, panel: Panel) -> None:
    act(panel, "propose_assignments", "first")
    assert act(panel, "take_off", participant="ana", mission="watch")["ok"]
    assert who(panel, "watch") == []
    act(panel, "propose_assignments", "second")
    assert "Coquelicot" not in who(panel, "watch")
    assert "Coquelicot" in who(panel, "wash")
    assert panel.model["declined"] == [{"said": "Vous avez retiré Coquelicot de «\u202fTour de garde\u202f»."}]


def test_someone_taken_off_may_be_put_back_by_hand(store: Store, panel: Panel) -> None:
    act(panel, "place_by_hand", "a", participant="ana", mission="watch")
    act(panel, "take_off", participant="ana", mission="watch")
    act(panel, "place_by_hand", "b", participant="ana", mission="watch")
    assert who(panel, "watch") == ["Coquelicot"]
    assert panel.model["declined"] == []


def test_an_accepted_mission_stays_and_a_declined_one_says_so(store: Store, panel: Panel) -> None:
    why = Reason("assigned", {"competence": 2, "interest": 1})
    rows = (
        Assignment("ana", "wash", why, status=AssignmentStatus.ACCEPTED),
        Assignment("bob", "wash", why, status=AssignmentStatus.DECLINED),
    )
    for row in rows:
        write(store, lambda repository, one=row: repository.update_assignment(one))  # type: ignore[misc]
    act(panel, "propose_assignments")
    assert shown(panel, "wash")["people"][0]["status"] == "accepted"
    assert who(panel, "wash") == ["Coquelicot"]
    assert "a décliné" in panel.model["declined"][0]["said"]


def test_missions_are_added_changed_and_removed(store: Store, panel: Panel) -> None:
    entries: dict[str, Any] = {
        "title": " Chauffeur  du marché ",
        "places": 3,
        "min_competence": 0,
        "sector": "hameau du moulin",
    }
    assert act(panel, "add_mission", challenge="move", **entries)["ok"]
    added = missions(store)["Chauffeur du marché"]
    assert (added.challenge, added.places, added.min_competence, added.sector) == ("move", 3, 0, MILL)
    assert act(panel, "change_mission", mission=added.id, **{**entries, "places": 5, "sector": ""})["ok"]
    assert missions(store)["Chauffeur du marché"].places == 5
    assert act(panel, "remove_mission", mission=added.id)["ok"]
    assert "Chauffeur du marché" not in missions(store)


def test_sectors_are_offered_and_kept_by_name(panel: Panel) -> None:
    assert panel.model["sectors"] == [MILL]
    assert shown(panel, "watch")["sector"] == MILL


def test_removing_a_mission_frees_its_people(store: Store, panel: Panel) -> None:
    act(panel, "propose_assignments")
    assert act(panel, "remove_mission", mission="watch")["ok"]
    assert not [pair for pair in assignments(store) if pair[1] == "watch"]
    assert "Coquelicot" in [one["pseudonym"] for one in panel.model["unassigned"]]


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
    store: Store, panel: Panel, entries: dict[str, Any], said: str
) -> None:
    good = {"title": "Relais", "places": 2, "min_competence": 1, "sector": ""}
    answer = act(panel, "add_mission", challenge="home", **{**good, **entries})
    assert answer["ok"] is False
    assert said in answer["sentence"]
    assert len(missions(store)) == 2


def test_places_cannot_be_fewer_than_the_people_already_there(store: Store, panel: Panel) -> None:
    for person in ("ana", "bob"):
        act(panel, "place_by_hand", participant=person, mission="wash")
    answer = act(panel, "change_mission", mission="wash", title="Laverie", places=1, min_competence=0, sector="")
    assert answer["ok"] is False
    assert missions(store)["Accueil de la laverie"].places == 2


def test_asked_twice_with_one_id_a_proposal_is_computed_once(store: Store, panel: Panel) -> None:
    act(panel, "propose_assignments", "same")
    before = store.latest_sequence()
    assert act(panel, "propose_assignments", "same")["ok"]
    assert store.latest_sequence() == before
