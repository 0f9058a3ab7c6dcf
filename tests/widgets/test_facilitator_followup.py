"""From the idea to the deed: missions made of results, told field by field, and what is missing before publication."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NOON, PSEUDONYMS, Laptop, Phone, Room, fill
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Dots,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.store import Repository
from workshop_kit.store.material import gather_material


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(fill)
    room.walk_to(Moment.RESULTS)
    room.move(Moment.CHOICE)
    return room


def followed(laptop: Laptop, challenge: str = "home") -> dict[str, Any]:
    laptop.refresh("followup")
    (found,) = [one for one in laptop.model("followup")["challenges"] if one["id"] == challenge]
    assert isinstance(found, dict)
    return found


def gaps(laptop: Laptop) -> dict[str, int]:
    laptop.refresh("followup")
    return {one["kind"]: one["number"] for one in laptop.model("followup")["gaps"]}


def booked(laptop: Laptop, mission: str) -> dict[str, Any]:
    laptop.refresh("missions")
    missions = [one for part in laptop.model("missions")["challenges"] for one in part["missions"]]
    (found,) = [one for one in missions if one["id"] == mission]
    assert isinstance(found, dict)
    return found


def find(room: Room, mission: str) -> Mission:
    return room.read(lambda hall: hall.find_mission(mission))


# -- a result becomes a mission -----------------------------------------------------------------------------------


def test_a_result_becomes_a_mission_that_keeps_where_it_came_from(room: Room, laptop: Laptop) -> None:
    made = laptop.do("followup", "make_mission", option="keep", challenge="home", title="Garder le gymnase", places=3)
    mission = find(room, made["id"])
    assert (mission.option, mission.challenge, mission.places) == ("keep", "home", 3)
    (first, _) = followed(laptop)["results"]
    assert [one["title"] for one in first["missions"]] == ["Garder le gymnase"]
    assert booked(laptop, made["id"])["idea"] == "Garde de nuit"


def test_a_mission_is_still_linked_once_its_group_is_undone(room: Room, laptop: Laptop) -> None:
    made = laptop.do("followup", "make_mission", option="keep", challenge="home", title="Garder le gymnase", places=3)
    room.write(lambda hall: hall.update_group(replace(hall.find_group("keep"), undone_at=NOON)))
    laptop.refresh("ideas")
    options = laptop.model("ideas")["options"]
    (first,) = [one for one in options if one["missions"] == ["Garder le gymnase"]]
    assert first["lone"]
    assert booked(laptop, made["id"])["idea"] == first["title"]
    asked = {"challenge": "home", "title": "Encore", "places": 1}
    assert "Garder le gymnase" in laptop.refuse("followup", "make_mission", option=first["id"], **asked)
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", first["id"], 2)))
    linked = {one["title"]: [mission["id"] for mission in one["missions"]] for one in followed(laptop)["results"]}
    assert linked[first["title"]] == [made["id"]]
    (section,) = [one for one in make_synthesis(room.read(gather_material)).missions if one.challenge.id == "home"]
    assert {one.mission.id: one.idea for one in section.missions}[made["id"]] == first["title"]


def test_a_result_that_has_its_mission_becomes_none_again(room: Room, laptop: Laptop) -> None:
    asked = {"option": "keep", "challenge": "home", "title": "Garder le gymnase", "places": 3}
    laptop.do("followup", "make_mission", **asked)
    assert "Garder le gymnase" in laptop.refuse("followup", "make_mission", **asked)
    assert len(room.read(lambda hall: hall.list_missions())) == 3


def test_what_is_no_result_becomes_no_mission(laptop: Laptop) -> None:
    assert laptop.refuse("followup", "make_mission", option="cart", challenge="home", title="T", places=1)


def test_no_mission_is_made_of_results_that_nobody_saw(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.VOTE)
    laptop = room.laptop()
    assert laptop.refuse("ideas", "make_mission", option="keep", challenge="home", title="T", places=1)
    assert followed(laptop)["results"] == []
    assert followed(laptop)["worked"] == "open"


def test_changing_a_mission_keeps_its_origin_and_what_was_told(room: Room, laptop: Laptop) -> None:
    made = laptop.do("ideas", "make_mission", option="keep", challenge="home", title="Garder", places=3)["id"]
    laptop.do("missions", "tell_mission", mission=made, field="owner", text="Mme Roy")
    laptop.do("missions", "change_mission", mission=made, title="Veiller", places=4, min_competence=1, sector="")
    mission = find(room, made)
    assert (mission.title, mission.option, mission.owner) == ("Veiller", "keep", "Mme Roy")


# -- told on the page, field by field -------------------------------------------------------------------------------


def test_owner_date_and_step_are_told_one_at_a_time(room: Room, laptop: Laptop) -> None:
    laptop.do("followup", "tell_mission", mission="rounds", field="owner", text=" Mme  Roy ")
    laptop.do("followup", "tell_mission", mission="rounds", field="first_date", text="2026-12-04")
    laptop.do("missions", "tell_mission", mission="rounds", field="next_step", text="Appeler les clubs")
    mission = find(room, "rounds")
    assert (mission.owner, mission.first_date, mission.next_step) == ("Mme Roy", "2026-12-04", "Appeler les clubs")
    laptop.do("missions", "tell_mission", mission="rounds", field="owner", text="")
    assert find(room, "rounds").owner == ""


def test_what_is_no_day_is_refused_and_what_was_told_stays(room: Room, laptop: Laptop) -> None:
    laptop.do("followup", "tell_mission", mission="rounds", field="first_date", text="2026-12-04")
    sentence = laptop.refuse("followup", "tell_mission", mission="rounds", field="first_date", text="2026-02-30")
    assert "2026-02-30" in sentence
    assert laptop.refuse("followup", "tell_mission", mission="rounds", field="owner", text="x" * 81)
    assert laptop.refuse("followup", "tell_mission", mission="rounds", field="title", text="x")
    assert find(room, "rounds").first_date == "2026-12-04"


def test_the_workshop_says_whom_to_call_and_what_follows(room: Room, laptop: Laptop) -> None:
    laptop.do("followup", "tell_workshop", field="contact", text="CCAS, 02 61 91 00 12")
    laptop.do("challenges", "tell_workshop", field="organiser", text="Mairie de Val-Brume")
    laptop.do("followup", "tell_workshop", field="follow_up", text="En mairie le 30 novembre.")
    workshop = room.workshop()
    assert workshop.contact == "CCAS, 02 61 91 00 12"
    assert workshop.organiser == laptop.model("challenges")["organiser"] == "Mairie de Val-Brume"
    assert workshop.follow_up == "En mairie le 30 novembre."
    assert laptop.refuse("followup", "tell_workshop", field="contact", text="x" * 201)


def test_describing_the_workshop_leaves_what_it_says_for_afterwards(room: Room, laptop: Laptop) -> None:
    laptop.do("followup", "tell_workshop", field="contact", text="CCAS")
    laptop.do("challenges", "describe_workshop", title="Un toit", territory="Val-Brume", language="fr")
    assert room.workshop().contact == "CCAS"


# -- what is missing ------------------------------------------------------------------------------------------------


def test_each_gap_is_counted_and_leads_to_its_first_place(laptop: Laptop) -> None:
    assert gaps(laptop) == {"owner": 2, "date": 2, "step": 2, "contact": 1, "follow_up": 1, "organiser": 1}
    laptop.do("followup", "tell_mission", mission="laundry", field="owner", text="M. Petit")
    assert gaps(laptop)["owner"] == 1
    (owner,) = [one for one in laptop.model("followup")["gaps"] if one["kind"] == "owner"]
    assert (owner["mission"], owner["challenge"]) == ("rounds", "home")
    assert followed(laptop)["lacks"] == 5


def test_nothing_is_missing_once_everything_is_told(laptop: Laptop) -> None:
    for mission in ("rounds", "laundry"):
        for field, text in (("owner", "Mme Roy"), ("first_date", "2026-12-04"), ("next_step", "Appeler")):
            laptop.do("followup", "tell_mission", mission=mission, field=field, text=text)
    for field in ("contact", "follow_up", "organiser"):
        laptop.do("followup", "tell_workshop", field=field, text="CCAS")
    assert gaps(laptop) == {}
    assert followed(laptop)["lacks"] == 0


def test_results_lead_to_missions_and_the_rest_is_counted(room: Room, laptop: Laptop) -> None:
    shown = followed(laptop)
    assert [(one["title"][:13], one["rank"], one["dots"]) for one in shown["results"]] == [
        ("Garde de nuit", 1, 2),
        ("Une laverie p", 2, 1),
    ]
    assert (shown["rest"], shown["undotted"]) == (0, 0)
    assert {one["id"] for one in shown["others"]} == {"rounds", "laundry"}
    assert followed(laptop, "move")["worked"] == "no"


def test_a_tie_is_shown_as_a_tie(make_room: MakeRoom) -> None:
    room = make_room(fill, lambda hall: hall.update_dots(Dots("bob", "home", "wash", 2)))
    room.walk_to(Moment.RESULTS)
    shown = followed(room.laptop())["results"]
    assert [(one["rank"], one["tied"]) for one in shown] == [(1, True), (1, True)]


def test_a_seat_is_filled_once_it_was_accepted(laptop: Laptop) -> None:
    """Ana accepted her mission; bob was placed by hand on his, and did not answer."""
    others = {one["id"]: one for one in followed(laptop)["others"]}
    assert (others["rounds"]["filled"], others["rounds"]["waiting"]) == (1, 0)
    assert (others["laundry"]["filled"], others["laundry"]["waiting"]) == (0, 1)
    book, counts = laptop.model("missions"), laptop.model("synthesis")
    for model in (book, counts):
        assert (model["filled"], model["waiting"], model["places"]) == (1, 1, 3)


# -- who is proposed a mission --------------------------------------------------------------------------------------


def propose(room: Room) -> Laptop:
    room.write(lambda hall: hall.remove_assignment("ana", "rounds"))
    room.write(lambda hall: hall.remove_assignment("bob", "laundry"))
    laptop = room.laptop()
    laptop.do("missions", "propose_assignments")
    return laptop


def say_why(laptop: Laptop, mission: str) -> str:
    return "".join(piece["text"] for piece in booked(laptop, mission)["unfilled"])


def names(laptop: Laptop, mission: str) -> list[str]:
    return [one["pseudonym"] for one in booked(laptop, mission)["people"]]


def test_scores_alone_propose_nobody_and_a_yes_does(room: Room) -> None:
    room.write(lambda hall: hall.update_score(Score("dan", "home", 2, 2)))
    laptop = propose(room)
    assert "Boussole" not in names(laptop, "rounds") + names(laptop, "laundry")
    reasons = {one["pseudonym"]: one["reason"] for one in laptop.model("missions")["unassigned"]}
    assert "Aide non proposée" in reasons["Boussole"]
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant("dan"), may_ask=True)))
    laptop.do("missions", "propose_assignments")
    assert "Boussole" in names(laptop, "rounds") + names(laptop, "laundry")


def say_no_to_everything_asked(room: Room) -> None:
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), stage=Stage.CLOSED)))
    phone = room.phone("five").join("Capucine", "shop")
    room.write(lambda hall: hall.update_score(Score(phone.me.id, "home", 2, 2)))
    room.move(Moment.OFFER, phone)
    asked = [one["id"] for one in phone.model("offer")["challenges"]]
    assert asked == ["home"]
    phone.do("offer", "answer_offer", challenges=asked, willing=False)


def say_no_in_person(room: Room) -> None:
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant("dan"), may_ask=False)))
    room.write(lambda hall: hall.update_score(Score("dan", "home", 2, 2)))


@pytest.mark.parametrize(
    ("answer", "who"), [(say_no_to_everything_asked, "Capucine"), (say_no_in_person, PSEUDONYMS["dan"])]
)
def test_who_said_no_stands_apart_and_is_nobody_to_ask(room: Room, answer: Callable[[Room], None], who: str) -> None:
    answer(room)
    shown = room.laptop().model("missions")
    assert [one["pseudonym"] for one in shown["said_no"]] == [who]
    assert who not in [one["pseudonym"] for one in shown["unassigned"]]
    (seat,) = [one["id"] for one in shown["said_no"]]
    assert shown["asked"][seat]["said_no"] == ["home", "move"]


def test_who_offers_help_with_anything_and_declines_one_challenge_may_be_placed_on_the_others(
    room: Room, laptop: Laptop
) -> None:
    def offer_any(hall: Repository) -> None:
        hall.update_challenge(replace(hall.find_challenge("home"), stage=Stage.CLOSED))
        hall.add_participant(Participant("zoe", "Bénévole 12", "", "", Origin.FILE, NOON))
        hall.update_volunteer(Volunteer("zoe", "Zoé", "zoe@exemple.fr", "", "", NOON, "aider", declined=("home",)))
        hall.update_score(Score("zoe", "move", 3, 2))
        hall.add_mission(Mission("bus", "move", "Minibus", 1))

    room.write(offer_any)
    laptop.refresh("missions")
    shown = laptop.model("missions")
    assert "Bénévole 12" in [one["pseudonym"] for one in shown["unassigned"]]
    assert shown["said_no"] == []
    assert (shown["asked"]["zoe"]["offers"], shown["asked"]["zoe"]["said_no"]) == (["move"], ["home"])
    assert "Bénévole 12" in names(propose(room), "bus")


def test_who_may_be_asked_and_then_declines_all_that_is_asked_is_proposed_nothing(room: Room) -> None:
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), stage=Stage.CLOSED)))
    phone = room.phone("five").join("Capucine", "shop")
    room.write(lambda hall: hall.update_score(Score(phone.me.id, "move", 2, 2)))
    room.write(lambda hall: hall.add_mission(Mission("bus", "move", "Minibus", 1)))
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home"], willing=True)
    phone.do("offer", "answer_offer", challenges=["home"], willing=False)
    assert phone.me.may_ask is None
    laptop = propose(room)
    assert [one["pseudonym"] for one in laptop.model("missions")["said_no"]] == ["Capucine"]
    assert names(laptop, "bus") == []


def test_who_fits_and_did_not_offer_is_counted_as_somebody_to_ask(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.update_score(Score("dan", "home", 2, 2)))
    assert [one["pseudonym"] for one in booked(laptop, "rounds")["could"]] == ["Boussole"]
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant("dan"), may_ask=False)))
    assert booked(laptop, "rounds")["could"] == []


def test_whom_nobody_can_reach_is_marked(room: Room) -> None:
    def ask_dan(hall: Repository) -> None:
        hall.update_score(Score("dan", "home", 2, 2))
        hall.update_participant(replace(hall.find_participant("dan"), may_ask=True))

    room.write(ask_dan)
    laptop = propose(room)
    people = {one["pseudonym"]: one for mission in ("rounds", "laundry") for one in booked(laptop, mission)["people"]}
    assert people["Boussole"]["reachable"] is False
    assert people["Boussole"]["offered"] is True
    assert people["Coquelicot"]["reachable"] is True


def test_who_is_placed_by_hand_without_having_offered_is_marked(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "place_by_hand", participant="dan", mission="rounds")
    (dan,) = [one for one in booked(laptop, "rounds")["people"] if one["pseudonym"] == "Boussole"]
    assert (dan["offered"], dan["reachable"]) == (False, False)


def test_a_second_mission_by_hand_leaves_the_first(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.remove_assignment("bob", "laundry"))
    laptop.do("missions", "place_by_hand", participant="ana", mission="laundry")
    assert names(laptop, "rounds") == ["Coquelicot"]
    (ana,) = booked(laptop, "laundry")["people"]
    assert ana["also"] == ["Tour de garde"]
    (placed,) = laptop.model("missions")["placed"]
    assert set(placed["mission"].split(" · ")) == {"Tour de garde", "Accueil de la laverie"}


def test_a_proposal_that_became_one_of_two_by_hand_is_kept_when_the_rest_is_computed_again(room: Room) -> None:
    laptop = propose(room)
    assert names(laptop, "rounds") == ["Coquelicot"]
    laptop.do("missions", "place_by_hand", participant="ana", mission="laundry")
    laptop.do("missions", "propose_assignments")
    assert names(laptop, "rounds") == names(laptop, "laundry") == ["Coquelicot"]


def test_who_is_moved_leaves_the_mission_they_are_moved_from(room: Room, laptop: Laptop) -> None:
    laptop.do("missions", "place_by_hand", participant="bob", mission="rounds", leaving="laundry")
    assert names(laptop, "laundry") == []
    assert "Hirondelle" in names(laptop, "rounds")


def test_why_places_are_free_is_not_said_before_anybody_was_proposed(make_room: MakeRoom) -> None:
    def undo(hall: Repository) -> None:
        hall.remove_assignment("ana", "rounds")
        hall.remove_assignment("bob", "laundry")
        hall.add_mission(Mission("cart", "move", "Charrette", 1))

    laptop = make_room(fill, undo).laptop()
    assert "1 personne y viendrait" in say_why(laptop, "rounds")
    assert booked(laptop, "laundry")["unfilled"] == []  # ana fits it too, and has no other mission yet
    assert "n’a encore répondu" in say_why(laptop, "cart")
    laptop.do("missions", "propose_assignments")
    assert say_why(laptop, "laundry").startswith("«\u202fAccueil de la laverie\u202f»")
    assert booked(laptop, "rounds")["places"] - len(booked(laptop, "rounds")["people"]) == 1
    assert "a 2 places à pourvoir" in say_why(laptop, "rounds"), "the one that is proposed may still change"
    assert "1 de ces places est déjà proposée" in say_why(laptop, "rounds")


# -- a mirrored laptop -----------------------------------------------------------------------------------------------


def test_the_list_of_people_to_erase_shows_no_name_of_a_file_before_it_is_chosen(make_room: MakeRoom) -> None:
    def bring(hall: Repository) -> None:
        for number, sector in enumerate(("", "Les Granges", "Les Granges")):
            name = f"Amina Auvray{'x' * number}"
            hall.add_participant(Participant(f"file-{number}", name, "shop", sector, Origin.FILE, NOON))

    laptop = make_room(fill, bring).laptop()
    persons = {one["id"]: one for one in laptop.model("synthesis")["persons"]}
    assert persons["file-0"]["label"] == "Amina A."
    assert persons["file-0"]["name"] == "Amina Auvray"
    assert persons["file-1"]["label"] == "Amina A. (Les Granges)"
    assert persons["file-2"]["label"] == "Amina A. (Les Granges) 2"
    assert (persons["ana"]["label"], persons["ana"]["name"]) == ("Coquelicot", "Jeanne Petit")


# -- phones ----------------------------------------------------------------------------------------------------------


def test_a_yes_on_a_phone_says_that_a_mission_may_be_proposed_without_contact_details(room: Room) -> None:
    phone = room.phone("other").join("Mésange")
    room.move(Moment.OFFER, phone)
    phone.do("offer", "answer_offer", challenges=["home"], willing=True)
    assert room.read(lambda hall: hall.find_participant(phone.me.id)).may_ask is True
    kept = room.read(lambda hall: hall.find_volunteer(phone.me.id))
    assert kept is not None
    assert (kept.name, kept.email, kept.phone, kept.consented_at) == ("", "", "", None)
    phone.do("offer", "withdraw_offer")
    assert room.read(lambda hall: hall.find_participant(phone.me.id)).may_ask is False
    assert room.read(lambda hall: hall.find_volunteer(phone.me.id)) is None


def test_a_phone_is_not_asked_before_the_room_speaks_of_help(room: Room) -> None:
    phone = room.phone("other").join("Mésange")
    assert phone.refuse("offer", "answer_offer", challenges=["home"], willing=True)


def test_who_offers_help_takes_back_an_earlier_no(room: Room) -> None:
    phone = room.phone("other").join("Mésange")
    room.move(Moment.OFFER, phone)
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant(phone.me.id), may_ask=False)))
    phone.do("offer", "offer_help", name="Odette", email="", phone="06 39 98 41 27", challenges=[], consent=True)
    assert room.read(lambda hall: hall.find_participant(phone.me.id)).may_ask is None


def tell_all(hall: Repository) -> None:
    mission = hall.find_mission("rounds")
    told = replace(mission, owner="Mme Roy", first_date="2026-12-01", next_step="Appeler les clubs")
    hall.update_mission(told)
    workshop = replace(hall.find_workshop(), contact="CCAS, 02 61 91 00 12", follow_up="En mairie le 30 novembre.")
    hall.update_workshop(workshop)


def test_after_a_yes_the_phone_says_who_answers_for_the_mission_and_from_when(room: Room) -> None:
    room.write(tell_all)
    phone = room.phone(ANAS)
    room.move(Moment.MISSIONS, phone)
    model = phone.model("mission")
    (mission,) = model["missions"]
    assert (mission["owner"], mission["first_date"], mission["next_step"]) == (
        "Mme Roy", "mardi 1er\xa0décembre\xa02026", "Appeler les clubs",
    )  # fmt: skip
    assert (model["contact"], model["reachable"]) == ("CCAS, 02 61 91 00 12", True)


def test_a_mission_without_contact_details_asks_for_them(room: Room) -> None:
    phone = room.phone("other").join("Mésange")
    room.write(lambda hall: hall.update_assignment(Assignment(phone.me.id, "rounds", Reason("by-hand"), by_hand=True)))
    room.move(Moment.MISSIONS, phone)
    phone.do("mission", "answer_mission", mission="rounds", answer="accepted")
    assert phone.model("mission")["reachable"] is False
    phone.do(
        "mission", "offer_help", name="Odette", email="", phone="06 39 98 41 27", challenges=["home"], consent=True
    )
    assert phone.model("mission")["reachable"] is True


def test_the_thanks_say_what_follows_whom_to_call_and_whether_ones_name_is_shown(room: Room) -> None:
    room.write(tell_all)
    phone: Phone = room.phone(ANAS)
    room.move(Moment.THANKS, phone)
    model = phone.model("thanks")
    assert model["follow_up"] == "En mairie le 30 novembre."
    assert model["given"]["contact"] == "CCAS, 02 61 91 00 12"
    assert model["given"]["named"] is True
    declined = AssignmentStatus.DECLINED
    room.write(lambda hall: hall.update_assignment(Assignment("ana", "rounds", Reason("by-hand"), status=declined)))
    phone.follow_once()
    assert phone.model("thanks")["given"]["named"] is False


def test_two_seats_that_were_joined_count_once_in_a_result_and_on_a_mission(room: Room, laptop: Laptop) -> None:
    def give_again(hall: Repository) -> None:
        hall.update_dots(Dots("cle", "home", "keep", 2))
        hall.update_assignment(Assignment("cle", "rounds", Reason("by-hand"), status=AssignmentStatus.ACCEPTED))
        hall.update_participant(replace(hall.find_participant("cle"), joined_to="ana"))

    room.write(give_again)
    challenge = followed(laptop)
    first = challenge["results"][0]
    assert (first["option"], first["dots"], first["supporters"]) == ("keep", 2, 1)
    rounds = next(one for one in challenge["others"] if one["id"] == "rounds")
    assert rounds["filled"] == 1
