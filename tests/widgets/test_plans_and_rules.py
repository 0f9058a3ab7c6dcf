"""How a challenge is worked and voted on, as the facilitator reads and sets it: its plan, its rule, its costs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NOON, Laptop, Room, fill, lay_out, seat, write_ideas
from workshop_kit.domain.ballots import BallotMark, VoteKind
from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.model import Dots, Origin, Participant
from workshop_kit.domain.plans import PLANS, Plan
from workshop_kit.i18n import LANGUAGES, Translator

TEXTS = ("Ouvrir le gymnase la nuit", "Une laverie près de la gare", "Un seul numéro à appeler")


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(lay_out, seat, write_ideas(*TEXTS))
    room.move(Moment.WRITING)
    return room


def votes(laptop: Laptop) -> dict[str, Any]:
    laptop.refresh("votes")
    return laptop.model("votes")


def home(laptop: Laptop) -> dict[str, Any]:
    laptop.refresh("course")
    return dict(laptop.model("course")["challenges"][0])


def press(laptop: Laptop, move: dict[str, Any]) -> None:
    since = laptop.model("course")["since"]
    laptop.do("course", "move_challenge_on", challenge=move["challenge"], stage=move["stage"], since=since)


# -- plans ------------------------------------------------------------------------------------------------------------


def test_every_plan_and_every_step_is_said_in_both_languages(room: Room, laptop: Laptop) -> None:
    keys = [f"facilitator.votes.plan.{plan}" for plan in Plan]
    keys += [f"facilitator.votes.plan.{plan}.what" for plan in Plan]
    keys += [f"facilitator.votes.step.{one.step}" for steps in PLANS.values() for one in steps]
    assert [key for key in keys for language in LANGUAGES if not Translator(language).knows(key)] == []
    assert [one["plan"] for one in votes(laptop)["plans"]] == list(Plan)
    assert [one["minutes"] for one in votes(laptop)["plans"]][:2] == [20, 60]


def test_a_plan_that_votes_twice_leads_through_a_discussion_to_a_second_vote(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "choose_plan", challenge="home", plan="nominal")
    walked = []
    while (one := home(laptop))["next"] is not None and one["next"]["challenge"] == "home":
        press(laptop, one["next"])
        walked.append((home(laptop)["step"], home(laptop)["planned"]))
    assert walked == [("reveal", 23), ("vote", 5), ("discuss", 12), ("vote-again", 5), ("decide", 5)]


def test_the_second_vote_is_asked_about_and_may_be_skipped(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "choose_plan", challenge="home", plan="nominal")
    assert home(laptop)["skip"] is None
    room.move(Moment.RESULTS)
    one = home(laptop)
    assert (one["next"]["code"], one["next"]["asks"]) == ("vote-again", True)
    assert (one["skip"]["code"], one["skip"]["challenge"]) == ("open-writing", "move")
    laptop.do("votes", "choose_plan", challenge="home", plan="sprint")
    one = home(laptop)
    assert (one["next"]["code"], one["skip"]) == ("open-writing", None)


def test_the_agenda_takes_the_minutes_of_a_plan_and_a_line_changed_by_hand_stays(room: Room, laptop: Laptop) -> None:
    laptop.do("agenda", "plan_agenda", minutes=120)
    laptop.do("votes", "choose_plan", challenge="home", plan="nominal")
    lines = {one["moment"]: one["minutes"] for one in laptop.model("agenda")["lines"] if one["challenge"] == "home"}
    assert lines == {"writing": 10, "reveal": 23, "vote": 10, "results": 17}
    room.move(Moment.VOTE)
    assert home(laptop)["planned"] == 5, "one of the two votes"
    laptop.do("agenda", "set_length", moment="vote", challenge="home", minutes=9)
    assert home(laptop)["planned"] == 9


def test_a_second_vote_says_how_many_places_of_the_first_nobody_has_seen(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), plan=Plan.NOMINAL)))
    room.walk_to(Moment.RESULTS)
    laptop = room.laptop()
    assert (home(laptop)["next"]["code"], home(laptop)["next"]["unseen"]) == ("vote-again", 2)
    room.unveil()
    assert home(laptop)["next"]["unseen"] == 0


def test_a_cafe_says_how_its_tables_rotate(room: Room, laptop: Laptop) -> None:
    assert votes(laptop)["rotation"] is None
    laptop.do("votes", "choose_plan", challenge="home", plan="cafe")
    assert votes(laptop)["rotation"] == {"turn": 1, "of": 3, "rounds": 0, "told": 0, "spoken": True, "single": True}
    for number in range(8):
        somebody = Participant(f"p{number}", f"Oiseau {number}", "shop", "", Origin.ROOM, NOON)
        room.write(lambda hall, one=somebody: hall.add_participant(one))  # type: ignore[misc]
    laptop.do("seating", "seat_people", rounds=3, size=6)
    laptop.do("seating", "tell_round", round=2)
    assert votes(laptop)["rotation"] == {"turn": 1, "of": 3, "rounds": 3, "told": 2, "spoken": True, "single": False}
    room.move(Moment.REVEAL)
    assert votes(laptop)["rotation"] is None, "written at every table"


def change_tables(laptop: Laptop, **asked: Any) -> None:
    laptop.do("course", "change_tables", challenge="home", since=laptop.model("course")["since"], **asked)


def test_a_cafe_is_led_from_table_to_table_before_its_ideas_are_revealed(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "choose_plan", challenge="home", plan="cafe")
    walked = []
    while (one := home(laptop))["next"]["code"] == "next-table":
        walked.append((one["turn"]["number"], one["turn"]["of"], one["skip"]["code"]))
        change_tables(laptop)
    assert walked == [(1, 3, "open-reveal"), (2, 3, "open-reveal")]
    one = home(laptop)
    assert (one["turn"]["number"], one["next"]["code"], one["skip"]) == (3, "open-reveal", None)
    since = laptop.model("course")["since"]
    assert laptop.refuse("course", "change_tables", challenge="home", since=since), "they wrote at all three"
    undo = laptop.model("course")["undo"]
    assert (undo["code"], undo["challenge"]) == ("table", 1)
    laptop.do("course", "take_back", move=undo["move"])
    assert home(laptop)["turn"]["number"] == 2
    press(laptop, home(laptop)["skip"])
    assert (home(laptop)["turn"], home(laptop)["next"]["code"]) == (None, "open-vote")


def test_the_screen_says_at_which_table_people_write_and_follows_each_turn(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "choose_plan", challenge="home", plan="cafe")
    screen = room.screen()
    told = [screen.model("screen")["open"][0]["turn"]]
    for _ in range(2):
        home(laptop)
        change_tables(laptop)
        screen.follow_once()
        told.append(screen.model("screen")["open"][0]["turn"])
    assert told == [{"at": number, "of": 3} for number in (1, 2, 3)]
    laptop.do("course", "take_back", move=laptop.model("course")["undo"]["move"])
    screen.follow_once()
    assert screen.model("screen")["open"][0]["turn"] == {"at": 2, "of": 3}
    room.move(Moment.REVEAL)
    screen.follow_once()
    assert all(one["turn"] is None for one in screen.model("screen").get("open", []))


def test_the_screen_names_no_turn_where_people_stay_at_their_table(room: Room, laptop: Laptop) -> None:
    assert room.screen().model("screen")["open"][0]["turn"] is None


def test_a_turn_of_a_cafe_tells_phones_its_table_and_ends_the_timer(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "choose_plan", challenge="home", plan="cafe")
    for number in range(8):
        somebody = Participant(f"p{number}", f"Oiseau {number}", "shop", "", Origin.ROOM, NOON)
        room.write(lambda hall, one=somebody: hall.add_participant(one))  # type: ignore[misc]
    laptop.do("seating", "seat_people", rounds=2, size=6)
    laptop.do("course", "start_timer", minutes=12, challenge="home")
    assert home(laptop)["next"]["ends_timer"], "it is asked about"
    home(laptop)
    change_tables(laptop)
    assert (room.workshop().table_round, room.challenge().timer_ends_at) == (2, None)
    laptop.do("course", "take_back", move=laptop.model("course")["undo"]["move"])
    assert (room.workshop().table_round, room.challenge().timer_ends_at is None) == (1, False)
    home(laptop)
    change_tables(laptop)
    home(laptop)
    change_tables(laptop)
    assert (home(laptop)["turn"], room.workshop().table_round) == ({"number": 3, "of": 3, "seated": 2}, 2)


def test_phones_say_the_table_of_a_cafe_only_while_it_is_written(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.WRITING)
    laptop = room.laptop()
    laptop.do("votes", "choose_plan", challenge="home", plan="cafe")
    for number in range(8):
        somebody = Participant(f"p{number}", f"Oiseau {number}", "shop", "", Origin.ROOM, NOON)
        room.write(lambda hall, one=somebody: hall.add_participant(one))  # type: ignore[misc]
    laptop.do("seating", "seat_people", rounds=3, size=6)
    laptop.do("seating", "tell_round", round=1)
    phone = room.phone(ANAS)
    phone.refresh("seat")
    assert phone.model("seat")["table"]["round"] == 1
    home(laptop)
    change_tables(laptop)
    phone.follow_once()
    assert (phone.model("seat")["table"]["round"], laptop.model("seating")["spoken"]) == (2, True)
    room.move(Moment.REVEAL)
    phone.follow_once()
    laptop.refresh("seating")
    assert (phone.model("seat")["table"], laptop.model("seating")["spoken"]) == (None, False)
    assert room.workshop().table_round == 2, "the speaking order goes round the tables"
    room.move(Moment.WRITING)
    phone.follow_once()
    assert phone.model("seat")["table"] is not None, "it is written on once more"


# -- what a vote lacks ------------------------------------------------------------------------------------------------


def test_a_budget_without_any_cost_is_not_opened(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "set_vote_rule", challenge="home", kind="budget", to_spend=10_000)
    room.move(Moment.REVEAL)
    one = home(laptop)
    assert (one["vote"], one["lacks_costs"], one["next"]["costless"]) == ("budget", True, len(TEXTS))
    since = laptop.model("course")["since"]
    refused = laptop.refuse("course", "move_challenge_on", challenge="home", stage="vote", since=since)
    assert "coût" in refused
    assert room.challenge().stage is Stage.REVEAL


def test_a_budget_without_any_cost_is_not_opened_from_the_writing_either(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "set_vote_rule", challenge="home", kind="budget", to_spend=10_000)
    one = home(laptop)
    assert (one["lacks_costs"], one["next"]["costless"]) == (False, 0), "how many ideas there are is not told this way"
    since = laptop.model("course")["since"]
    refused = laptop.refuse("course", "move_challenge_on", challenge="home", stage="vote", since=since)
    assert "coût" in refused
    assert room.challenge().stage is Stage.WRITING


def test_a_budget_in_which_some_costs_are_missing_is_asked_about_with_how_many(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "set_vote_rule", challenge="home", kind="budget", to_spend=10_000)
    room.move(Moment.REVEAL)
    option = votes(laptop)["options"][0]["id"]
    laptop.do("votes", "set_cost", challenge="home", option=option, cost=300)
    one = home(laptop)
    assert (one["lacks_costs"], one["next"]["costless"], one["next"]["asks"]) == (False, len(TEXTS) - 1, True)
    press(laptop, one["next"])
    assert room.challenge().stage is Stage.VOTE


def test_other_votes_ask_for_no_cost(room: Room, laptop: Laptop) -> None:
    room.move(Moment.REVEAL)
    one = home(laptop)
    assert (one["vote"], one["lacks_costs"], one["next"]["costless"], one["next"]["asks"]) == ("dots", False, 0, False)


def test_what_the_desk_says_of_the_gentle_line_is_the_line_that_phones_show() -> None:
    for language in LANGUAGES:
        say = Translator(language)
        for kind, line in (("", "participant.ideas.nudge"), (".vote", "participant.ballots.nudge")):
            assert say(line) in say(f"facilitator.ideas.nudge.line{kind}")
            assert say(line) in say(f"facilitator.ideas.nudge.done{kind}", hour="")


def test_a_challenge_is_opened_to_be_written_on_from_home_before_the_room_works(make_room: MakeRoom) -> None:
    room = make_room(fill)
    laptop, phone = room.laptop(), room.phone(ANAS)
    laptop.do("ideas", "look_at", challenge="home")
    assert votes(laptop)["ahead"] is None
    assert "Écriture à la maison" in laptop.refuse("votes", "open_ahead", challenge="home")
    laptop.do("votes", "choose_plan", challenge="home", plan="prework")
    assert votes(laptop)["ahead"] is False
    done = laptop.do("votes", "open_ahead", challenge="home")
    laptop.refresh("course")
    assert done["move"] == laptop.model("course")["undo"]["move"], "the press that did it knows it for its own"
    assert laptop.do("votes", "open_ahead", challenge="home")["move"] is None
    assert (votes(laptop)["ahead"], room.workshop().phase) == (True, Phase.WELCOME)
    phone.follow_once()
    assert phone.model("ideas")["challenges"][0]["ahead"] is True
    written = phone.do("ideas", "write_idea", challenge="home", text="Un minibus", source=None)["idea"]
    laptop.do("votes", "open_ahead", challenge="home", open=False)
    phone.follow_once()
    assert phone.model("ideas")["visible"] is False
    laptop.do("votes", "open_ahead", challenge="home")
    laptop.refresh("course")
    ahead = laptop.model("course")["next"]
    since = laptop.model("course")["since"]
    laptop.do("course", "turn_to", challenge=ahead["challenge"], since=since)
    assert (room.workshop().phase, room.challenge().stage) == (Phase.WORK, Stage.WRITING)
    assert written in {one.id for one in room.read(lambda hall: hall.list_ideas("home"))}
    assert votes(laptop)["ahead"] is None


def test_before_the_room_works_the_plan_of_each_challenge_is_there(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.change(current_challenge=None)
    laptop = room.laptop()
    told = votes(laptop)
    assert (told["challenge"], [one["id"] for one in told["upcoming"]][:1]) == (None, ["home"])
    laptop.do("ideas", "look_at", challenge="home")
    assert votes(laptop)["upcoming"] == []
    laptop.do("ideas", "look_at", challenge=None)
    room.move(Moment.WRITING)
    assert votes(laptop)["upcoming"] == []


def test_while_forms_are_filled_in_opening_a_challenge_welcomes_the_room(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.change(phase=Phase.FORM)
    laptop = room.laptop()
    laptop.do("ideas", "look_at", challenge="home")
    laptop.do("votes", "choose_plan", challenge="home", plan="prework")
    laptop.do("votes", "open_ahead", challenge="home")
    assert (room.workshop().phase, room.challenge().stage) == (Phase.WELCOME, Stage.WRITING)


# -- rules ------------------------------------------------------------------------------------------------------------


def test_a_rule_stays_that_of_a_vote_that_was_taken_back_and_may_go_on(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "choose_plan", challenge="home", plan="nominal")
    for moment in (Moment.VOTE, Moment.RESULTS, Moment.VOTE):
        room.move(moment, laptop)
    option = room.read(lambda hall: hall.list_ideas("home")[0].id)
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", option, 1, 2)))
    home(laptop)
    laptop.do("course", "take_back", move=laptop.model("course")["undo"]["move"])
    assert room.challenge().round == 1
    assert laptop.refuse("votes", "set_vote_rule", challenge="home", kind="grades")


def test_a_rule_is_set_until_somebody_votes_by_it(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "set_vote_rule", challenge="home", kind="dots", budget=8, most=3)
    assert (votes(laptop)["rule"]["budget"], votes(laptop)["set"]) == (8, False)
    room.move(Moment.VOTE, laptop)
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", "home-0", 3)))
    assert votes(laptop)["set"] is True
    laptop.refuse("votes", "set_vote_rule", challenge="home", kind="grades")


def test_grades_are_listed_the_best_first(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "set_vote_rule", challenge="home", kind="grades", grades=5)
    assert votes(laptop)["rule"]["scale"] == [5, 4, 3, 1, 0]


def test_what_options_cost_is_told_once_they_may_be_read(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "set_vote_rule", challenge="home", kind="budget", to_spend=1000)
    assert votes(laptop)["options"] == []
    room.move(Moment.REVEAL, laptop)
    assert [one["cost"] for one in votes(laptop)["options"]] == [None, None, None]
    laptop.do("votes", "set_cost", challenge="home", option="home-1", cost=400)
    assert {one["id"]: one["cost"] for one in votes(laptop)["options"]}["home-1"] == 400


def test_a_cost_is_set_and_mended_while_people_vote_until_somebody_spends_on_that_idea(
    room: Room, laptop: Laptop
) -> None:
    laptop.do("votes", "set_vote_rule", challenge="home", kind="budget", to_spend=1000)
    room.move(Moment.REVEAL, laptop)
    laptop.do("votes", "set_cost", challenge="home", option="home-1", cost=400)
    room.move(Moment.VOTE, laptop)
    room.write(lambda hall: hall.update_ballot_mark(BallotMark("ana", "home", "home-1", VoteKind.BUDGET, 1)))
    laptop.refuse("votes", "set_cost", challenge="home", option="home-1", cost=300)
    laptop.refuse("votes", "set_cost", challenge="home", option="home-1", cost=None)
    laptop.do("votes", "set_cost", challenge="home", option="home-0", cost=50_000)
    laptop.do("votes", "set_cost", challenge="home", option="home-0", cost=None)
    laptop.do("votes", "set_cost", challenge="home", option="home-0", cost=500)
    room.write(lambda hall: hall.update_ballot_mark(BallotMark("bob", "home", "home-0", VoteKind.BUDGET, 1)))
    assert "une personne au moins" in laptop.refuse("votes", "set_cost", challenge="home", option="home-0", cost=300)
    assert room.read(lambda hall: hall.list_costs("home")) == {"home-0": 500, "home-1": 400}


def test_once_a_budget_is_counted_no_cost_of_it_is_changed(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "set_vote_rule", challenge="home", kind="budget", to_spend=1000)
    room.move(Moment.REVEAL, laptop)
    laptop.do("votes", "set_cost", challenge="home", option="home-1", cost=400)
    room.move(Moment.VOTE, laptop)
    room.write(lambda hall: hall.update_ballot_mark(BallotMark("ana", "home", "home-1", VoteKind.BUDGET, 1)))
    for moment in (Moment.RESULTS, Moment.CHOICE):
        room.move(moment, laptop)
        laptop.refuse("votes", "set_cost", challenge="home", option="home-0", cost=200)


def test_the_page_follows_the_challenge_that_it_looks_at(room: Room, laptop: Laptop) -> None:
    laptop.do("ideas", "look_at", challenge="move")
    assert votes(laptop)["challenge"]["number"] == 2
    laptop.do("ideas", "look_at", challenge=None)
    assert votes(laptop)["challenge"]["number"] == 1


def test_without_a_challenge_there_is_nothing_to_vote_on(make_room: MakeRoom) -> None:
    assert votes(make_room().laptop())["challenge"] is None


# -- results ----------------------------------------------------------------------------------------------------------


def results(laptop: Laptop) -> dict[str, dict[str, Any]]:
    laptop.refresh("ideas")
    return {one["id"]: one["tally"] for one in laptop.model("ideas")["options"]}


def test_grades_are_told_as_a_profile_with_the_first_vote_beside_the_second(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "choose_plan", challenge="home", plan="nominal")
    laptop.do("votes", "set_vote_rule", challenge="home", kind="grades")
    for round, given in ((1, (6, 6, 0)), (2, (4, 4, 4))):
        room.move(Moment.VOTE)
        for person, grade in zip(("ana", "bob", "cle"), given, strict=True):
            mark = BallotMark(person, "home", "home-0", VoteKind.GRADES, grade, round)
            room.write(lambda hall, mark=mark: hall.update_ballot_mark(mark))  # type: ignore[misc]
        room.move(Moment.RESULTS)
    tally = results(laptop)["home-0"]
    assert tally["judgment"]["counts"][4] == 3
    assert tally["before"]["judgment"]["counts"][6] == 2
    assert (laptop.model("ideas")["round"], laptop.model("ideas")["rule"]["kind"]) == (2, "grades")
    told = next(one for one in laptop.model("ideas")["gauges"] if one["name"] == "independence")
    assert "second vote" in told["sentence"]
    assert [one["moment"] for one in told["trend"]] == ["written", "revealed", "voted", "voted-again"]


def test_while_people_vote_again_nothing_is_told_of_how_they_move(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "choose_plan", challenge="home", plan="nominal")
    room.move(Moment.VOTE)
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", "home-0", 2)))
    room.move(Moment.RESULTS)
    room.move(Moment.VOTE)
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", "home-1", 2, 2)))
    laptop.refresh("ideas")
    assert "second vote" not in str([one["sentence"] for one in laptop.model("ideas")["gauges"]])


def test_a_budget_says_what_the_sum_reaches(room: Room, laptop: Laptop) -> None:
    laptop.do("votes", "set_vote_rule", challenge="home", kind="budget", to_spend=500)
    room.move(Moment.REVEAL)
    for option, cost in (("home-0", 400), ("home-1", 450)):
        laptop.do("votes", "set_cost", challenge="home", option=option, cost=cost)
    room.move(Moment.VOTE)
    for person in ("ana", "bob"):
        mark = BallotMark(person, "home", "home-0", VoteKind.BUDGET, 1)
        room.write(lambda hall, mark=mark: hall.update_ballot_mark(mark))  # type: ignore[misc]
    room.move(Moment.RESULTS)
    told = {one: (tally["cost"], tally["funded"]) for one, tally in results(laptop).items()}
    assert told == {"home-0": (400, True), "home-1": (450, False), "home-2": (None, None)}


# -- progress and turns -----------------------------------------------------------------------------------------------


def test_progress_is_numbers_by_category_and_never_who(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.add_finished("home", Stage.WRITING, "dan"))
    laptop.refresh("ideas")
    progress = laptop.model("ideas")["progress"]
    assert {key: progress[key] for key in ("people", "writing", "done", "silent")} == {
        "people": 4,
        "writing": 3,
        "done": 1,
        "silent": 0,
    }
    assert progress["parts"] == [], "one category alone is the room again"


def test_who_was_encouraged_is_not_told_but_when(room: Room, laptop: Laptop) -> None:
    laptop.refresh("ideas")
    assert laptop.model("ideas")["nudged"] is None
    laptop.do("ideas", "nudge_silent", challenge="home")
    laptop.refresh("ideas")
    assert laptop.model("ideas")["nudged"] == int(room.moment.timestamp() * 1000)


def test_marked_ideas_take_turns_announced_by_no_name(room: Room, laptop: Laptop) -> None:
    room.move(Moment.REVEAL, laptop)
    for idea in ("home-0", "home-1"):
        laptop.do("ideas", "mark_for_discussion", idea=idea, discuss=True)
    laptop.refresh("ideas")
    turns = laptop.model("ideas")["turns"]
    assert {one["idea"] for one in turns} == {"home-0", "home-1"}
    assert {(one["table"], one["category"]) for one in turns} == {(None, Translator("fr").category("shop"))}


def test_an_author_s_answer_is_read_beneath_their_idea_without_contacts(room: Room, laptop: Laptop) -> None:
    room.move(Moment.REVEAL, laptop)
    laptop.do("ideas", "ask_author", idea="home-0")
    idea = room.read(lambda hall: hall.find_idea("home-0"))
    room.write(lambda hall: hall.update_idea(replace(idea, answer="Celui du haut, 06 39 98 09 01")))
    laptop.refresh("ideas")
    (told,) = [one for option in laptop.model("ideas")["options"] for one in option["ideas"] if one["id"] == "home-0"]
    assert (told["asked"], told["answer"]) == (True, "Celui du haut, […]")
