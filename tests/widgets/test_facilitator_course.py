"""The course: the room and each challenge move at a press, nobody's page twice, and a slip is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NOON, Laptop, Room, fill, lay_out, seat, write_ideas
from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.history import TAKE_BACK_WITHIN, StepKind
from workshop_kit.domain.model import Challenge, Dots, Idea, Origin, Participant
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.store import Repository


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    third = Challenge("care", "Santé", "Une visite.", position=2)
    return make_room(lay_out, lambda hall: hall.add_challenge(third), seat)


def course(laptop: Laptop) -> dict[str, Any]:
    laptop.refresh("course")
    return laptop.model("course")


def find_challenge(laptop: Laptop, challenge: str) -> dict[str, Any]:
    (found,) = [one for one in course(laptop)["challenges"] if one["id"] == challenge]
    return dict(found)


def press(laptop: Laptop, move: dict[str, Any], *, leaving: str | None = None, **given: Any) -> None:
    """Press the button of a move, as the contract says that it is asked for."""
    since = course(laptop)["since"]
    if move["stage"] is not None:
        laptop.do("course", "move_challenge_on", challenge=move["challenge"], stage=move["stage"], since=since, **given)
    elif move["challenge"] is not None and move["code"] == "turn":
        laptop.do("course", "turn_to", challenge=move["challenge"], since=since, leaving=leaving)
    else:
        laptop.do("course", "move_room", phase=move["phase"], since=since, **given)


def bring(laptop: Laptop, challenge: str, stage: str, **given: Any) -> None:
    """Bring a challenge to a stage, by a page that has seen everything."""
    laptop.do("course", "move_challenge_on", challenge=challenge, stage=stage, since=course(laptop)["since"], **given)


def send_room(laptop: Laptop, phase: str) -> None:
    laptop.do("course", "move_room", phase=phase, since=course(laptop)["since"])


def take_back(laptop: Laptop) -> None:
    laptop.do("course", "take_back", move=course(laptop)["undo"]["move"])


def say(code: str, **values: Any) -> str:
    return Translator("fr").sentence(NotAllowed(code, **values))


def stages(room: Room) -> dict[str, str]:
    return {one.id: one.stage.value for one in room.read(lambda hall: hall.list_challenges())}


# -- walking ----------------------------------------------------------------------------------------------------------


def test_the_next_press_leads_through_the_whole_afternoon(room: Room, laptop: Laptop) -> None:
    walked = []
    while (ahead := course(laptop)["next"]) is not None:
        press(laptop, ahead)
        walked.append((course(laptop)["moment"], course(laptop)["challenge"]))
    each = [(stage, one) for one in ("home", "move", "care") for stage in ("writing", "reveal", "vote", "results")]
    ends = [(phase, "care") for phase in ("scoring", "offer", "missions", "thanks")]
    assert walked == each + ends
    assert set(stages(room).values()) == {"closed"}


def test_what_a_next_press_says_is_what_it_does(room: Room, laptop: Laptop) -> None:
    while (ahead := course(laptop)["next"]) is not None:
        press(laptop, ahead)
        now = course(laptop)
        assert now["moment"] == ahead["moment"]
        assert ahead["phase"] in (None, now["phase"])
        assert ahead["challenge"] in (None, now["challenge"])


def test_every_move_that_is_offered_has_its_words_in_both_languages(room: Room, laptop: Laptop) -> None:
    codes = set()
    while (ahead := course(laptop)["next"]) is not None:
        ways = [ahead, *(one["next"] for one in course(laptop)["challenges"])]
        codes |= {way["code"] for way in ways if way is not None}
        press(laptop, ahead)
    assert len(codes) >= 8
    keys = [f"facilitator.course.next.{code}" for code in sorted(codes)]
    assert [key for key in keys for language in LANGUAGES if not Translator(language).knows(key)] == []


def test_opening_work_turns_the_room_to_the_first_challenge(room: Room, laptop: Laptop) -> None:
    send_room(laptop, "work")
    assert (room.workshop().phase, room.workshop().current_challenge) == (Phase.WORK, "home")


@pytest.mark.parametrize("phase", ["work", "scoring", "offer", "missions"])
def test_a_workshop_without_challenges_has_nothing_to_work_on(make_room: MakeRoom, phase: str) -> None:
    room = make_room()
    assert "Cadrer" in room.laptop().refuse("course", "move_room", phase=phase, since=0)
    assert room.workshop().phase is Phase.WELCOME


@pytest.mark.parametrize("phase", ["lunch", "writing"])
def test_an_unknown_phase_is_refused_in_words(room: Room, laptop: Laptop, phase: str) -> None:
    assert phase in laptop.refuse("course", "move_room", phase=phase, since=0)
    assert "lunch" in laptop.refuse("course", "move_challenge_on", challenge="home", stage="lunch", since=0)


def test_a_challenge_nobody_wrote_cannot_be_moved_nor_turned_to(room: Room, laptop: Laptop) -> None:
    before = room.workshop()
    laptop.refuse("course", "move_challenge_on", challenge="c9", stage="writing", since=0)
    laptop.refuse("course", "turn_to", challenge="c9", since=0)
    assert room.workshop() == before


def test_the_same_press_sent_twice_moves_once(room: Room, laptop: Laptop) -> None:
    first = laptop.ask("course", "move_room", "same", phase="work", since=0)
    send_room(laptop, "scoring")
    second = laptop.ask("course", "move_room", "same", phase="work", since=0)
    assert first["ok"]
    assert first == second
    assert room.workshop().phase is Phase.SCORING


def test_one_challenge_moves_alone(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    bring(laptop, "home", "reveal")
    assert stages(room) == {"home": "reveal", "move": "writing", "care": "unopened"}


def test_opening_another_challenge_closes_the_one_whose_results_were_shown(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "results")
    bring(laptop, "move", "writing", together=True)
    assert stages(room) == {"home": "results", "move": "writing", "care": "unopened"}
    bring(laptop, "care", "writing")
    assert stages(room) == {"home": "closed", "move": "writing", "care": "writing"}


def test_turning_from_shown_results_closes_them_and_opens_nothing(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "results")
    laptop.do("course", "turn_to", challenge="move", since=course(laptop)["since"])
    assert stages(room) == {"home": "closed", "move": "unopened", "care": "unopened"}
    assert (room.workshop().current_challenge, course(laptop)["moment"]) == ("move", "choice")


@pytest.mark.parametrize("at", ["home", "care"])
def test_turning_from_a_challenge_led_beside_the_room_closes_it_also_where_the_room_is_there_already(
    room: Room, laptop: Laptop, at: str
) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "care", "writing", together=True)
    bring(laptop, "move", "results", together=True)
    laptop.do("course", "turn_to", challenge=at, since=course(laptop)["since"])
    turn = find_challenge(laptop, "move")["next"]
    assert (turn["code"], turn["challenge"]) == ("turn", "care")
    press(laptop, turn, leaving="move")
    assert stages(room) == {"home": "writing", "move": "closed", "care": "writing"}
    assert (room.workshop().current_challenge, course(laptop)["undo"]["challenge"]) == ("care", 3)
    take_back(laptop)
    assert (stages(room)["move"], room.workshop().current_challenge) == ("results", at)


@pytest.mark.parametrize("looked_at", ["closed", "results"])
def test_turning_while_another_challenge_is_looked_at_closes_the_results_that_the_room_leaves(
    room: Room, laptop: Laptop, looked_at: str
) -> None:
    open_results_of(room, laptop, "home")
    bring(laptop, "move", looked_at, together=True)
    bring(laptop, "care", "writing", together=True)
    turn = find_challenge(laptop, "move")["next"]
    assert (turn["code"], turn["challenge"], turn["covered"], turn["asks"]) == ("turn", "care", 1, True)
    press(laptop, turn, leaving="move")
    assert stages(room) == {"home": "closed", "move": "closed", "care": "writing"}
    assert room.workshop().current_challenge == "care"
    take_back(laptop)
    assert (stages(room)["home"], stages(room)["move"]) == ("results", looked_at)


def test_the_challenge_the_room_is_at_can_be_removed_and_the_room_goes_on(room: Room, laptop: Laptop) -> None:
    laptop.do("course", "turn_to", challenge="care", since=0)
    laptop.do("challenges", "remove_challenge", challenge="care")
    assert room.workshop().current_challenge is None
    send_room(laptop, "scoring")
    assert (room.workshop().phase, room.workshop().current_challenge) == (Phase.SCORING, None)


def test_the_removal_of_the_room_s_challenge_offers_nothing_to_take_back(room: Room, laptop: Laptop) -> None:
    laptop.do("course", "turn_to", challenge="care", since=0)
    laptop.do("challenges", "remove_challenge", challenge="care")
    assert course(laptop)["undo"] is None


def test_the_room_is_not_led_back_to_a_challenge_that_was_removed(room: Room, laptop: Laptop) -> None:
    laptop.do("course", "turn_to", challenge="care", since=0)
    laptop.do("course", "turn_to", challenge="home", since=course(laptop)["since"])
    undo = course(laptop)["undo"]
    laptop.do("challenges", "remove_challenge", challenge="care")
    assert laptop.refuse("course", "take_back", move=undo["move"]) == say("moved-meanwhile")
    assert room.workshop().current_challenge == "home"


def test_a_challenge_that_moved_and_was_removed_is_not_brought_back_by_taking_a_move_back(
    room: Room, laptop: Laptop
) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "care", "writing", together=True)
    undo = course(laptop)["undo"]
    laptop.do("challenges", "remove_challenge", challenge="care")
    laptop.ask("course", "take_back", move=undo["move"])
    bring(laptop, "home", "reveal")
    assert stages(room) == {"home": "reveal", "move": "unopened"}


# -- what is kept ------------------------------------------------------------------------------------------------------


def reveals(room: Room) -> dict[str, datetime | None]:
    return {one.id: one.revealed_at for one in room.read(lambda hall: hall.list_challenges())}


@pytest.mark.parametrize("stage", ["reveal", "vote", "results"])
def test_the_first_time_ideas_are_shown_is_kept_for_each_challenge_that_has_some(
    room: Room, laptop: Laptop, stage: str
) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    bring(laptop, "home", "writing")
    assert reveals(room) == {"home": None, "move": None, "care": None}
    bring(laptop, "home", stage)
    bring(laptop, "move", stage)
    assert reveals(room) == {"home": NOON, "move": None, "care": None}


def test_a_second_reveal_leaves_the_first_s_time_and_takes_the_new_challenge_s(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    bring(laptop, "home", "reveal")
    room.write(write_ideas("Une laverie", challenge="move"))
    room.moment = later = NOON + timedelta(minutes=30)
    bring(laptop, "home", "vote")
    bring(laptop, "home", "reveal")
    bring(laptop, "move", "reveal")
    assert reveals(room) == {"home": NOON, "move": later, "care": None}


def test_nobody_has_finished_with_a_stage_just_taken_up(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    room.write(lambda hall: hall.add_finished("home", Stage.WRITING, "ana"))
    bring(laptop, "home", "writing")
    assert room.read(lambda hall: hall.list_finished("home", Stage.WRITING)) == {"ana"}
    bring(laptop, "home", "reveal")
    bring(laptop, "home", "writing")
    assert room.read(lambda hall: hall.list_finished("home", Stage.WRITING)) == frozenset()


def test_a_challenge_voted_on_again_begins_another_round_on_the_dots_of_the_last(room: Room, laptop: Laptop) -> None:
    (idea,) = room.write(write_ideas("Ouvrir le gymnase"))
    bring(laptop, "home", "vote")
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", idea, 1)))
    bring(laptop, "home", "results")
    bring(laptop, "home", "vote")
    assert find_challenge(laptop, "home")["round"] == 2
    assert find_challenge(laptop, "home")["voted"] == 1
    assert room.read(lambda hall: hall.list_votes("home")) == (Dots("ana", "home", idea, 1, 2),)
    kept = room.read(lambda hall: hall.list_votes("home", every_round=True))
    assert {vote.round for vote in kept} == {1, 2}


def test_who_wrote_and_who_voted_is_counted_among_those_present(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.VOTE)
    laptop = room.laptop()
    home = find_challenge(laptop, "home")
    assert (home["ideas"], home["wrote"], home["voted"], course(laptop)["people"]) == (3, 2, 2, 4)


def type_papers(hall: Repository) -> None:
    """Type in two slips of the first challenge."""
    for number in (1, 2):
        hall.add_participant(
            Participant(f"slip{number}", f"Bulletin {number}", "", "", Origin.PROXY, NOON, slip=number)
        )
        hall.add_idea(Idea(f"paper{number}", "home", f"Une laverie {number}", None, f"slip{number}", NOON))


def test_a_slip_typed_in_is_waited_for_nowhere(make_room: MakeRoom) -> None:
    room = make_room(fill, type_papers)
    room.walk_to(Moment.WRITING)
    laptop, screen = room.laptop(), room.screen()
    home = find_challenge(laptop, "home")
    assert (home["wrote"], course(laptop)["people"], home["ideas"]) == (2, 4, 5)
    header, shown = laptop.model("header"), screen.model("screen")
    assert (header["heard"], header["people"]) == (2, 4)
    assert (shown["wrote"], shown["expected"]) == (2, 4)
    assert laptop.model("ideas")["counts"]["people"] == 4


def test_a_ballot_typed_in_counts_once_the_vote_is_over_and_a_slip_does_not(make_room: MakeRoom) -> None:
    vote = Dots("slip1", "home", "guard", 1)
    room = make_room(fill, type_papers, lambda hall: hall.update_dots(vote))
    room.walk_to(Moment.RESULTS)
    laptop = room.laptop()
    header, ideas = laptop.model("header"), laptop.model("ideas")
    assert (header["heard"], header["people"]) == (3, 5)
    assert (ideas["voted"], ideas["counts"]["people"]) == (3, 5)


# -- two pages ---------------------------------------------------------------------------------------------------------


def test_a_press_of_a_page_that_has_not_seen_the_last_move_is_refused_in_words(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    seen = course(laptop)["since"]
    bring(laptop, "home", "reveal")
    stale = {"challenge": "home", "stage": "vote", "since": seen}
    assert laptop.refuse("course", "move_challenge_on", **stale) == say("moved-meanwhile")
    send_room(laptop, "scoring")
    assert laptop.refuse("course", "move_room", phase="offer", since=seen) == say("moved-meanwhile")
    assert laptop.refuse("course", "turn_to", challenge="move", since=seen) == say("moved-meanwhile")
    assert (room.workshop().phase, room.workshop().current_challenge) == (Phase.SCORING, "home")
    assert stages(room)["home"] == "reveal"


def test_a_press_for_where_the_room_already_is_changes_nothing_and_is_no_fault(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "reveal")
    before = room.read(lambda hall: hall.list_steps())
    laptop.do("course", "move_challenge_on", challenge="home", stage="reveal", since=0)
    laptop.do("course", "move_room", phase="work", since=0)
    laptop.do("course", "turn_to", challenge="home", since=0)
    assert room.read(lambda hall: hall.list_steps()) == before


def test_two_people_move_two_challenges_without_waiting_for_each_other(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    seen = course(laptop)["since"]
    bring(laptop, "home", "reveal")
    laptop.do("course", "move_challenge_on", challenge="move", stage="reveal", since=seen, together=True)
    assert stages(room) == {"home": "reveal", "move": "reveal", "care": "unopened"}


def test_a_press_of_a_page_that_has_not_seen_what_was_taken_back_is_refused(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "home", "reveal")
    seen = course(laptop)["since"]
    take_back(laptop)
    stale = {"challenge": "home", "stage": "vote", "since": seen}
    assert laptop.refuse("course", "move_challenge_on", **stale) == say("moved-meanwhile")
    assert stages(room)["home"] == "writing"


def open_results_of(room: Room, laptop: Laptop, challenge: str) -> None:
    """Have two options of a challenge be voted on, and come to results of which every place is covered."""
    room.write(write_ideas("Ouvrir le gymnase", "Une laverie", challenge=challenge))
    bring(laptop, challenge, "vote", together=True)
    room.write(lambda hall: hall.update_dots(Dots("ana", challenge, f"{challenge}-0", 2)))
    bring(laptop, challenge, "results", together=True)


@pytest.mark.parametrize("pressed", ["open the next", "turn to another", "leave the challenges"])
def test_a_press_drawn_before_another_page_opened_results_does_not_close_them_with_their_places_covered(
    room: Room, laptop: Laptop, pressed: str
) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    other = room.laptop()
    seen = course(other)["since"]
    open_results_of(room, laptop, "home")
    asked: dict[str, tuple[str, dict[str, Any]]] = {
        "open the next": ("move_challenge_on", {"challenge": "care", "stage": "writing"}),
        "turn to another": ("turn_to", {"challenge": "move"}),
        "leave the challenges": ("move_room", {"phase": "scoring"}),
    }
    intention, payload = asked[pressed]
    assert other.refuse("course", intention, since=seen, **payload) == say("moved-meanwhile")
    assert stages(room)["home"] == "results"
    other.do("course", intention, since=course(other)["since"], **payload)
    assert stages(room)["home"] == "closed"


def test_a_press_drawn_before_another_page_opened_a_writing_does_not_take_the_phones_from_it(
    room: Room, laptop: Laptop
) -> None:
    bring(laptop, "home", "results")
    other = room.laptop()
    seen = course(other)["since"]
    bring(laptop, "move", "writing", together=True)
    assert other.refuse("course", "move_room", phase="scoring", since=seen) == say("moved-meanwhile")
    assert room.workshop().phase is Phase.WORK


@pytest.mark.parametrize("stage", ["reveal", "vote"])
@pytest.mark.parametrize("pressed", ["leave the challenges", "open another"])
def test_a_press_drawn_before_another_page_moved_a_challenge_does_not_take_the_phones_from_it(
    room: Room, laptop: Laptop, stage: str, pressed: str
) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    bring(laptop, "home", "writing")
    other = room.laptop()
    seen = course(other)["since"]
    bring(laptop, "home", stage)
    asked: dict[str, tuple[str, dict[str, Any]]] = {
        "leave the challenges": ("move_room", {"phase": "scoring"}),
        "open another": ("move_challenge_on", {"challenge": "move", "stage": "writing"}),
    }
    intention, payload = asked[pressed]
    assert other.refuse("course", intention, since=seen, **payload) == say("moved-meanwhile")
    assert (room.workshop().phase, room.workshop().current_challenge) == (Phase.WORK, "home")
    other.do("course", intention, since=course(other)["since"], **payload)


def test_a_timer_ended_and_given_back_refuses_no_press_of_another_page(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    laptop.do("course", "start_timer", challenge="home", minutes=6)
    other = room.laptop()
    seen = course(other)["since"]
    laptop.do("course", "stop_timer", challenge="home")
    take_back(laptop)
    other.do("course", "move_challenge_on", challenge="home", stage="reveal", since=seen)
    assert stages(room)["home"] == "reveal"


def test_who_moved_is_told_which_move_it_was(room: Room, laptop: Laptop) -> None:
    since = course(laptop)["since"]
    done = laptop.do("course", "move_challenge_on", challenge="home", stage="writing", since=since)
    assert done == {"move": course(room.laptop())["undo"]["move"]}
    assert laptop.do("course", "move_room", phase="work", since=since) == {"move": None}
    assert laptop.do("course", "turn_to", challenge="home", since=since) == {"move": None}


# -- taking back -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["writing", "reveal", "vote"])
def test_back_at_the_challenges_what_can_be_taken_back_says_which_challenge_the_room_is_at(
    room: Room, laptop: Laptop, stage: str
) -> None:
    bring(laptop, "move", stage)
    send_room(laptop, "scoring")
    assert course(laptop)["undo"]["challenge"] is None
    send_room(laptop, "work")
    undo = course(laptop)["undo"]
    assert (undo["moment"], undo["challenge"]) == (stage, 2)


def test_a_challenge_opened_beside_the_room_s_from_another_phase_is_said_to_lead_to_the_room_s(
    room: Room, laptop: Laptop
) -> None:
    bring(laptop, "home", "writing")
    send_room(laptop, "scoring")
    bring(laptop, "care", "writing", together=True)
    undo = course(laptop)["undo"]
    assert (undo["moment"], undo["challenge"]) == ("writing", 1)


def test_an_early_reveal_taken_back_hides_the_ideas_again_and_gives_the_timer_back(make_room: MakeRoom) -> None:
    room = make_room(fill)
    laptop, phone, screen = room.laptop(), room.phone(ANAS), room.screen()
    bring(laptop, "home", "writing")
    laptop.do("course", "start_timer", challenge="home", minutes=6)
    room.moment += timedelta(minutes=2)
    bring(laptop, "home", "reveal", read_first=False)
    for page in (phone, screen):
        page.follow_once()
        assert "Un tour de garde des clubs" in page.everything()
    assert room.challenge().timer_ends_at is None
    room.moment += timedelta(seconds=5)
    take_back(laptop)
    for page in (phone, screen):
        page.follow_once()
        assert "Un tour de garde des clubs" not in page.everything()
    laptop.refresh("ideas")
    assert "Un tour de garde des clubs" not in laptop.everything()
    assert (room.challenge().stage, room.challenge().revealed_at) == (Stage.WRITING, None)
    assert room.challenge().timer_ends_at == NOON + timedelta(minutes=6)
    assert screen.model("screen")["view"] == "writing"


def test_leaving_a_phase_by_mistake_gives_its_timer_back(room: Room, laptop: Laptop) -> None:
    send_room(laptop, "scoring")
    laptop.do("course", "start_timer", minutes=10)
    send_room(laptop, "offer")
    assert course(laptop)["timer"] is None
    take_back(laptop)
    assert room.workshop().phase is Phase.SCORING
    assert room.workshop().timer_ends_at == NOON + timedelta(minutes=10)


@pytest.mark.parametrize("paused", [False, True])
def test_no_challenge_counts_down_once_the_room_has_left_them_until_that_is_taken_back(
    room: Room, laptop: Laptop, paused: bool
) -> None:
    def read_timers() -> list[tuple[datetime | None, int | None]]:
        return [(one.timer_ends_at, one.timer_left) for one in (room.challenge("home"), room.challenge("move"))]

    for challenge, minutes in (("home", 1), ("move", 9)):
        bring(laptop, challenge, "writing", together=True)
        laptop.do("course", "start_timer", challenge=challenge, minutes=minutes)
    laptop.do("course", "pause_timer", challenge="move", paused=paused)
    room.moment += timedelta(minutes=2)
    before = read_timers()
    assert course(laptop)["leave"]["ends_timer"]
    send_room(laptop, "scoring")
    assert read_timers() == [(None, None), (None, None)]
    since = course(laptop)["since"]
    take_back(laptop)
    assert read_timers() == before
    assert laptop.refuse("course", "move_room", phase="scoring", since=since)


def test_a_paused_timer_that_a_slip_stopped_is_given_back(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    laptop.do("course", "start_timer", challenge="home", minutes=6)
    laptop.do("course", "pause_timer", challenge="home", paused=True)
    bring(laptop, "home", "reveal")
    take_back(laptop)
    timer = find_challenge(laptop, "home")["timer"]
    assert timer is not None
    assert timer["ends_at"] - timer["now"] == 6 * 60 * 1000
    assert timer["paused"], "it stood still"


def test_the_room_s_own_paused_timer_stands_still_again(room: Room, laptop: Laptop) -> None:
    send_room(laptop, "scoring")
    laptop.do("course", "start_timer", minutes=10)
    laptop.do("course", "pause_timer", paused=True)
    send_room(laptop, "offer")
    room.moment += timedelta(seconds=9)
    take_back(laptop)
    assert (room.workshop().timer_ends_at, room.workshop().timer_left) == (None, 600)


def test_what_was_said_in_the_question_about_reading_first_is_taken_back_with_the_move(
    room: Room, laptop: Laptop
) -> None:
    laptop.do("remote", "set_read_first", read_first=False)
    bring(laptop, "home", "writing")
    bring(laptop, "home", "reveal", read_first=True)
    assert course(laptop)["read_first"] is True
    take_back(laptop)
    assert course(laptop)["read_first"] is False


def test_ideas_shown_at_once_once_are_read_first_again_at_the_next_challenge(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "home", "reveal", read_first=False)
    assert room.challenge("home").brought
    assert course(laptop)["read_first"] is True, "that was said of one reveal"
    bring(laptop, "move", "writing")
    bring(laptop, "move", "reveal")
    assert not room.challenge("move").brought
    laptop.do("remote", "set_read_first", read_first=False)
    bring(laptop, "care", "writing")
    bring(laptop, "care", "reveal")
    assert room.challenge("care").brought, "chosen for all"


def test_what_was_said_since_about_reading_first_stands(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "home", "reveal", read_first=False)
    laptop.do("remote", "set_read_first", read_first=True)
    take_back(laptop)
    assert course(laptop)["read_first"]


@pytest.mark.parametrize("paused", [True, False])
@pytest.mark.parametrize("challenge", ["home", None], ids=["of a challenge", "of the room"])
@pytest.mark.parametrize("ended", ["stopped", "a minute less"])
def test_a_timer_ended_early_is_given_back_as_it_was(
    room: Room, laptop: Laptop, ended: str, challenge: str | None, *, paused: bool
) -> None:
    def timed() -> tuple[datetime | None, int | None]:
        found = room.workshop() if challenge is None else room.challenge()
        return found.timer_ends_at, found.timer_left

    bring(laptop, "home", "writing")
    laptop.do("course", "start_timer", challenge=challenge, minutes=1)
    room.moment += timedelta(seconds=20)
    laptop.do("course", "pause_timer", challenge=challenge, paused=paused)
    before = timed()
    if ended == "stopped":
        done = laptop.do("course", "stop_timer", challenge=challenge)
    else:
        done = laptop.do("course", "change_timer", challenge=challenge, minutes=-1)
    assert timed() != before
    undo = course(laptop)["undo"]
    assert (undo["move"], undo["code"], undo["challenge"]) == (done["move"], "timer", 1 if challenge else None)
    room.moment += timedelta(seconds=5)
    take_back(laptop)
    assert timed() == before
    assert course(laptop)["undo"] is None


def test_the_end_of_a_timer_is_taken_back_within_some_seconds_and_while_nobody_set_another(
    room: Room, laptop: Laptop
) -> None:
    bring(laptop, "home", "writing")
    laptop.do("course", "start_timer", challenge="home", minutes=6)
    move = laptop.do("course", "stop_timer", challenge="home")["move"]
    room.moment += TAKE_BACK_WITHIN + timedelta(seconds=1)
    assert course(laptop)["undo"] is None
    seconds = int(TAKE_BACK_WITHIN.total_seconds())
    assert laptop.refuse("course", "take_back", move=move) == say("too-late-to-take-back", seconds=seconds)
    laptop.do("course", "start_timer", challenge="home", minutes=6)
    move = laptop.do("course", "stop_timer", challenge="home")["move"]
    laptop.do("course", "start_timer", challenge="home", minutes=2)
    assert course(laptop)["undo"] is None
    assert laptop.refuse("course", "take_back", move=move) == say("timer-set-meanwhile")
    assert room.challenge().timer_ends_at == room.moment + timedelta(minutes=2)


def can_undo(laptop: Laptop) -> list[tuple[str, int | None]]:
    """Return what can be taken back, the newest first."""
    model = course(laptop)
    newest = [] if model["undo"] is None else [model["undo"]]
    return [(one["code"], one["challenge"]) for one in (*newest, *model["earlier"])]


@pytest.mark.parametrize("challenge", ["home", None], ids=["of the challenge", "of the room"])
@pytest.mark.parametrize("given_back", [True, False], ids=["given back", "ended"])
def test_the_end_of_a_timer_leaves_the_move_before_to_be_taken_back_for_its_own_seconds(
    room: Room, laptop: Laptop, challenge: str | None, *, given_back: bool
) -> None:
    bring(laptop, "home", "writing")
    laptop.do("course", "start_timer", challenge="home", minutes=6)
    laptop.do("course", "start_timer", minutes=9)
    room.moment += timedelta(minutes=1)
    bring(laptop, "home", "reveal")
    move = course(laptop)["undo"]["move"]
    laptop.do("course", "start_timer", challenge="home", minutes=3)
    room.moment += timedelta(seconds=3)
    other = room.laptop()
    timer = other.do("course", "stop_timer", challenge=challenge)["move"]
    assert can_undo(laptop) == [("timer", 1 if challenge else None), ("move", 1)]
    assert course(laptop)["earlier"][0]["left"] == 12_000
    if given_back:
        other.do("course", "take_back", move=timer)
        assert can_undo(laptop) == [("move", 1)]
    laptop.do("course", "take_back", move=move)
    assert stages(room)["home"] == "writing"
    assert room.challenge().timer_ends_at == NOON + timedelta(minutes=6)
    ended = challenge is None and not given_back
    assert can_undo(laptop) == ([("timer", None)] if ended else []), "its own timer is as it was before the move"


def test_the_end_of_each_timer_is_taken_back_by_itself(room: Room, laptop: Laptop) -> None:
    for challenge in ("home", "move"):
        bring(laptop, challenge, "writing", together=True)
        laptop.do("course", "start_timer", challenge=challenge, minutes=6)
    first = laptop.do("course", "stop_timer", challenge="home")["move"]
    laptop.do("course", "stop_timer", challenge="move")
    assert can_undo(laptop) == [("timer", 2), ("timer", 1), ("move", 2)]
    laptop.do("course", "take_back", move=first)
    assert can_undo(laptop) == [("timer", 2), ("move", 2)]
    laptop.do("course", "stop_timer", challenge="home")
    assert can_undo(laptop) == [("timer", 1), ("timer", 2), ("move", 2)]
    bring(laptop, "home", "reveal")
    assert can_undo(laptop) == [("move", 1)]


def test_a_timer_that_had_run_out_or_has_time_left_leaves_nothing_to_take_back(room: Room, laptop: Laptop) -> None:
    laptop.do("course", "start_timer", minutes=3)
    assert laptop.do("course", "change_timer", minutes=-1) == {"move": None}
    room.moment += timedelta(minutes=5)
    assert laptop.do("course", "stop_timer") == {"move": None}
    assert room.read(lambda hall: hall.list_steps()) == ()


def test_the_timer_of_a_challenge_that_was_removed_is_not_given_back(room: Room, laptop: Laptop) -> None:
    laptop.do("course", "start_timer", challenge="care", minutes=3)
    move = laptop.do("course", "stop_timer", challenge="care")["move"]
    room.write(lambda hall: hall.remove_challenge("care"))
    assert course(laptop)["undo"] is None
    assert laptop.refuse("course", "take_back", move=move) == say("moved-meanwhile")


def test_a_move_is_taken_back_within_some_seconds_only(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "reveal")
    move = course(laptop)["undo"]["move"]
    room.moment += TAKE_BACK_WITHIN
    assert course(laptop)["undo"] is None
    room.moment += timedelta(milliseconds=1)
    seconds = int(TAKE_BACK_WITHIN.total_seconds())
    assert laptop.refuse("course", "take_back", move=move) == say("too-late-to-take-back", seconds=seconds)
    assert stages(room)["home"] == "reveal"


def test_a_page_opened_again_still_offers_to_take_back_the_last_move(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "reveal")
    room.moment += timedelta(seconds=5)
    again = room.laptop()
    undo = course(again)["undo"]
    assert undo["left"] == 10_000
    again.do("course", "take_back", move=undo["move"])
    assert stages(room)["home"] == "unopened"


def test_only_the_last_move_is_taken_back_and_only_once(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    first = course(laptop)["undo"]["move"]
    bring(laptop, "home", "reveal")
    last = course(laptop)["undo"]["move"]
    assert laptop.refuse("course", "take_back", move=first) == say("moved-meanwhile")
    laptop.do("course", "take_back", move=last)
    assert course(laptop)["undo"] is None
    for move in (last, first, "nobody's"):
        assert laptop.refuse("course", "take_back", move=move) == say("moved-meanwhile")
    assert stages(room)["home"] == "writing"


def test_what_can_be_taken_back_says_what_it_did(room: Room, laptop: Laptop) -> None:
    bring(laptop, "move", "reveal")
    undo = course(laptop)["undo"]
    assert (undo["moment"], undo["challenge"], undo["left"]) == ("reveal", 2, 15_000)
    room.moment += timedelta(seconds=4)
    assert course(laptop)["undo"]["left"] == 11_000
    send_room(laptop, "offer")
    undo = course(laptop)["undo"]
    assert (undo["moment"], undo["challenge"]) == ("offer", None)


def test_what_was_taken_back_stays_in_the_history(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "reveal")
    before = room.read(lambda hall: hall.list_steps())
    take_back(laptop)
    after = room.read(lambda hall: hall.list_steps())
    assert after[:-1] == before
    assert (after[-1].kind, after[-1].undoes) == (StepKind.UNDO, before[0].move)
    assert [step.number for step in after] == list(range(1, len(after) + 1))


# -- what a press means ------------------------------------------------------------------------------------------------


def test_a_press_that_shows_hides_or_cuts_short_is_asked_about(room: Room, laptop: Laptop) -> None:
    assert not course(laptop)["next"]["asks"]  # opening the first challenge surprises nobody
    bring(laptop, "home", "writing")
    ahead = course(laptop)["next"]
    assert (ahead["code"], ahead["shows"], ahead["ends_timer"], ahead["asks"]) == (
        "open-reveal",
        ["ideas"],
        False,
        True,
    )
    laptop.do("course", "start_timer", challenge="home", minutes=3)
    assert course(laptop)["next"]["ends_timer"]
    bring(laptop, "home", "vote")
    assert course(laptop)["next"]["shows"] == ["results"]
    back = find_challenge(laptop, "home")["back"]
    assert (back["stage"], back["hides"], back["asks"]) == ("reveal", True, True)


def test_leaving_a_writing_is_asked_about_with_how_many_are_still_writing(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    room.write(write_ideas("Ouvrir le gymnase"))
    leave = course(laptop)["leave"]
    assert (leave["leaves"], leave["silent"], leave["asks"]) == ([1], 3, True)
    beside = find_challenge(laptop, "move")["next"]
    assert (beside["code"], beside["leaves"], beside["silent"], beside["asks"]) == ("open-writing", [1], 3, True)
    bring(laptop, "home", "reveal")
    leave = course(laptop)["leave"]
    assert (leave["leaves"], leave["silent"], leave["asks"]) == ([], 0, False)


def test_leaving_a_vote_is_asked_about_with_how_many_have_not_voted(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase", "Une laverie"))
    bring(laptop, "home", "vote")
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", "home-0", 2)))
    for way in (course(laptop)["leave"], find_challenge(laptop, "move")["next"]):
        assert (way["leaves"], way["leaves_vote"], way["voteless"], way["asks"]) == ([], [1], 3, True), way["code"]
    bring(laptop, "move", "writing", together=True)
    leave = course(laptop)["leave"]
    assert (leave["leaves"], leave["leaves_vote"], leave["silent"], leave["voteless"]) == ([2], [1], 4, 3)
    bring(laptop, "home", "results")
    assert (course(laptop)["leave"]["leaves_vote"], course(laptop)["leave"]["voteless"]) == ([], 0)


def test_turning_the_room_away_from_a_writing_is_asked_about(room: Room, laptop: Laptop) -> None:
    bring(laptop, "care", "results")
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    turn = find_challenge(laptop, "care")["next"]
    assert (turn["code"], turn["challenge"], turn["leaves"], turn["asks"]) == ("turn", "home", [], False)
    press(laptop, find_challenge(laptop, "move")["next"])
    assert course(laptop)["challenge"] == "home"
    bring(laptop, "move", "writing")
    laptop.do("course", "turn_to", challenge="move", since=course(laptop)["since"])
    turn = find_challenge(laptop, "care")["next"]
    assert (turn["challenge"], turn["leaves"], turn["silent"], turn["asks"]) == ("home", [2], 4, True)


def test_tables_that_share_the_challenges_stay_with_their_own_wherever_the_room_turns(
    room: Room, laptop: Laptop
) -> None:
    bring(laptop, "home", "writing")
    laptop.do("course", "name_tables", challenge="home", tables="1 à 3")
    assert not find_challenge(laptop, "move")["next"]["asks"]
    assert course(laptop)["leave"]["leaves"] == [1], "the matrices are for all of them"


def find_way(laptop: Laptop, code: str) -> dict[str, Any]:
    """Return the room's next move, which is called ``code``."""
    ahead: dict[str, Any] = course(laptop)["next"]
    assert ahead["code"] == code
    return ahead


@pytest.mark.parametrize("code", ["turn", "open-writing", "phase-scoring"])
def test_a_press_that_would_show_phones_the_places_still_covered_asks_first(
    room: Room, laptop: Laptop, code: str
) -> None:
    room.write(write_ideas("Ouvrir le gymnase", "Une laverie"))
    others = ("move", "care")
    if code == "turn":
        bring(laptop, "move", "writing")
    if code == "phase-scoring":
        for one in others:
            bring(laptop, one, "closed")
    bring(laptop, "home", "vote", together=True)
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", "home-0", 2)))
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", "home-1", 1)))
    bring(laptop, "home", "results", together=True)
    if course(laptop)["challenge"] != "home":
        laptop.do("course", "turn_to", challenge="home", since=course(laptop)["since"])
    ahead = find_way(laptop, code)
    assert (ahead["shows"], ahead["covered"], ahead["asks"]) == (["results"], 2, True)
    laptop.do("remote", "unveil", challenge="home", unveiled=1)
    assert find_way(laptop, code)["covered"] == 1
    laptop.do("remote", "unveil", challenge="home", unveiled=2)
    ahead = find_way(laptop, code)
    assert (ahead["shows"], ahead["covered"], ahead["asks"]) == ([], 0, False)


def test_a_press_that_leads_to_ideas_not_yet_brought_to_the_screen_says_that_they_wait(
    room: Room, laptop: Laptop
) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    bring(laptop, "home", "reveal", read_first=True)
    bring(laptop, "move", "writing", together=True)
    laptop.do("course", "turn_to", challenge="move", since=course(laptop)["since"])
    bring(laptop, "move", "results")
    ahead = find_way(laptop, "turn")
    assert (ahead["challenge"], ahead["moment"], ahead["shows"], ahead["waits"]) == ("home", "reveal", [], True)
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), brought=True)))
    assert not find_way(laptop, "turn")["waits"]


def test_a_timer_that_has_run_out_is_nobody_cut_short(room: Room, laptop: Laptop) -> None:
    send_room(laptop, "scoring")
    laptop.do("course", "start_timer", minutes=3)
    assert course(laptop)["next"]["ends_timer"]
    room.moment += timedelta(minutes=3)
    assert not course(laptop)["next"]["ends_timer"]
    assert not course(laptop)["next"]["asks"]


def test_the_missions_show_names(room: Room, laptop: Laptop) -> None:
    send_room(laptop, "offer")
    assert course(laptop)["next"]["shows"] == ["names"]


# -- timers ------------------------------------------------------------------------------------------------------------


def in_ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


@pytest.mark.parametrize("challenge", ["home", None], ids=["of a challenge", "of the room"])
def test_a_timer_starts_grows_shrinks_and_stops(room: Room, laptop: Laptop, challenge: str | None) -> None:
    def timer() -> Any:
        return course(laptop)["timer"] if challenge is None else find_challenge(laptop, challenge)["timer"]

    laptop.do("course", "start_timer", challenge=challenge, minutes=8)
    assert timer() == {"ends_at": in_ms(NOON + timedelta(minutes=8)), "now": in_ms(NOON), "paused": False}
    laptop.do("course", "change_timer", challenge=challenge, minutes=2)
    assert timer()["ends_at"] == in_ms(NOON + timedelta(minutes=10))
    laptop.do("course", "change_timer", challenge=challenge, minutes=-4)
    assert timer()["ends_at"] == in_ms(NOON + timedelta(minutes=6))
    laptop.do("course", "change_timer", challenge=challenge, minutes=-90)
    assert timer()["ends_at"] == in_ms(NOON), "a timer ends now, never in the past"
    laptop.do("course", "stop_timer", challenge=challenge)
    assert timer() is None


def test_each_challenge_and_the_room_have_a_timer_of_their_own(room: Room, laptop: Laptop) -> None:
    for minutes, challenge in ((3, "home"), (5, "move"), (7, None)):
        laptop.do("course", "start_timer", challenge=challenge, minutes=minutes)
    laptop.do("course", "stop_timer", challenge="home")
    ends = [find_challenge(laptop, one)["timer"] for one in ("home", "move", "care")]
    assert (ends[0], ends[2]) == (None, None)
    assert ends[1]["ends_at"] == in_ms(NOON + timedelta(minutes=5))
    assert course(laptop)["timer"]["ends_at"] == in_ms(NOON + timedelta(minutes=7))


def test_a_paused_timer_stands_still_and_goes_on_with_what_was_left(room: Room, laptop: Laptop) -> None:
    laptop.do("course", "start_timer", challenge="home", minutes=5)
    room.moment += timedelta(minutes=2)
    laptop.do("course", "pause_timer", challenge="home", paused=True)
    room.moment += timedelta(minutes=20)
    timer = find_challenge(laptop, "home")["timer"]
    assert (timer["ends_at"] - timer["now"], timer["paused"]) == (3 * 60 * 1000, True)
    laptop.do("course", "change_timer", challenge="home", minutes=1)
    assert find_challenge(laptop, "home")["timer"]["paused"]
    laptop.do("course", "pause_timer", challenge="home", paused=False)
    assert room.challenge().timer_ends_at == room.moment + timedelta(minutes=4)
    laptop.do("course", "pause_timer", challenge="home", paused=False)
    assert room.challenge().timer_ends_at == room.moment + timedelta(minutes=4)


def test_a_timer_that_ran_out_grows_from_now_and_cannot_be_paused(room: Room, laptop: Laptop) -> None:
    laptop.do("course", "start_timer", minutes=2)
    room.moment += timedelta(minutes=30)
    laptop.do("course", "pause_timer", paused=True)
    assert room.workshop().timer_left is None
    laptop.do("course", "change_timer", minutes=2)
    assert room.workshop().timer_ends_at == room.moment + timedelta(minutes=2)


def test_ninety_minutes_are_the_most_that_may_be_left(room: Room, laptop: Laptop) -> None:
    laptop.do("course", "start_timer", challenge="home", minutes=85)
    assert "90" in laptop.refuse("course", "change_timer", challenge="home", minutes=6)
    laptop.do("course", "change_timer", challenge="home", minutes=5)
    assert room.challenge().timer_ends_at == NOON + timedelta(minutes=90)
    room.moment += timedelta(minutes=10)
    laptop.do("course", "change_timer", challenge="home", minutes=10)
    laptop.do("course", "pause_timer", challenge="home", paused=True)
    assert "90" in laptop.refuse("course", "change_timer", challenge="home", minutes=1)
    assert room.challenge().timer_left == 90 * 60


@pytest.mark.parametrize("minutes", [0, -5, 91, 2.5, "5", True, None])
def test_a_timer_takes_whole_minutes_only(room: Room, laptop: Laptop, minutes: object) -> None:
    assert "90" in laptop.refuse("course", "start_timer", minutes=minutes)
    assert room.workshop().timer_ends_at is None


def test_moving_on_stops_the_timer_of_what_is_left_and_no_other(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    for challenge in ("home", "move"):
        laptop.do("course", "start_timer", challenge=challenge, minutes=5)
    bring(laptop, "home", "reveal")
    assert room.challenge("home").timer_ends_at is None
    assert room.challenge("move").timer_ends_at == NOON + timedelta(minutes=5)


def uncover(room: Room, *options: str) -> None:
    """Have the place of some options be uncovered."""
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), uncovered=options)))


def test_results_already_uncovered_stay_so_when_a_step_back_is_taken_back(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "results")
    uncover(room, "a", "b")
    bring(laptop, "home", "vote")
    take_back(laptop)
    assert (room.challenge().stage, room.challenge().uncovered) == (Stage.RESULTS, ("a", "b"))


def test_results_shown_anew_after_another_vote_are_covered_again(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "results")
    uncover(room, "a", "b")
    bring(laptop, "home", "vote")
    bring(laptop, "home", "results")
    assert room.challenge().uncovered == ()


def test_results_opened_again_once_closed_are_uncovered_whole(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase", "Une laverie"))
    bring(laptop, "home", "results")
    uncover(room, "home-1")
    bring(laptop, "home", "closed")
    bring(laptop, "home", "results")
    assert set(room.challenge().uncovered) == {"home-0", "home-1"}


def test_results_closed_by_a_slip_are_covered_as_they_were(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "results")
    uncover(room, "a")
    bring(laptop, "home", "closed")
    take_back(laptop)
    assert room.challenge().uncovered == ("a",)
