"""What was not read, is held back, covered or withdrawn never reaches the projector or a phone, whatever is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NOON, Laptop, Page, Room, fill, lay_out, seat, write_ideas
from workshop_kit.domain.course import Moment, Role, Stage
from workshop_kit.domain.model import Dots
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.acts.holding import correct_idea
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.screen import ScreenWindow
from workshop_kit.live.screen.pages import LINES_AT_MOST, fill_pages, set_text, weigh_card
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.visit import Visit

SECRET = "Untel est un voleur"


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    """Two challenges, four people, ana's phone linked."""
    return make_room(lay_out, seat, lambda hall: hall.link_visitor(ANAS, "ana"))


def on_screen(room: Room) -> str:
    """Return everything that a page of the projector opened now holds."""
    page = room.screen()
    page.refresh("screen")
    return page.everything()


def ahead(laptop: Laptop) -> Any:
    laptop.follow_once()
    laptop.refresh("remote")
    return laptop.model("remote")["ahead"]


def course(laptop: Laptop, intention: str, **payload: Any) -> None:
    laptop.follow_once()
    laptop.refresh("course")
    laptop.do("course", intention, since=laptop.model("course")["since"], **payload)


def bring(laptop: Laptop, stage: str, challenge: str = "home", **given: Any) -> None:
    course(laptop, "move_challenge_on", challenge=challenge, stage=stage, **given)


def undo(laptop: Laptop) -> None:
    laptop.follow_once()
    laptop.refresh("course")
    laptop.do("course", "take_back", move=laptop.model("course")["undo"]["move"])


def write(phone: Page, text: str, challenge: str = "home") -> str:
    phone.follow_once()
    return str(phone.do("ideas", "write_idea", challenge=challenge, text=text)["idea"])


# -- read first --------------------------------------------------------------------------------------------------------


@pytest.fixture
def waiting(room: Room, laptop: Laptop) -> Room:
    """The ideas of a challenge are revealed on phones, and wait to be read before they are on the screen."""
    bring(laptop, "writing")
    write(room.phone(ANAS), SECRET)
    bring(laptop, "reveal", read_first=True)
    assert SECRET not in on_screen(room)
    return room


def open_another_and_take_it_back(laptop: Laptop) -> None:
    bring(laptop, "writing", "move", together=True)
    undo(laptop)


def turn_away_and_back(laptop: Laptop) -> None:
    bring(laptop, "writing", "move", together=True)
    course(laptop, "turn_to", challenge="move")
    course(laptop, "turn_to", challenge="home")


def leave_the_work_and_come_back(laptop: Laptop) -> None:
    course(laptop, "move_room", phase="scoring")
    course(laptop, "move_room", phase="work")


def leave_the_work_and_take_it_back(laptop: Laptop) -> None:
    course(laptop, "move_room", phase="scoring")
    undo(laptop)


def vote_and_go_back(laptop: Laptop) -> None:
    bring(laptop, "vote")
    bring(laptop, "reveal")


def go_back_and_take_it_back(laptop: Laptop) -> None:
    bring(laptop, "writing")
    undo(laptop)


def freeze_and_let_go(laptop: Laptop) -> None:
    laptop.do("remote", "freeze_screen", frozen=True)
    laptop.do("remote", "freeze_screen", frozen=False)


def read_first_off_and_on(laptop: Laptop) -> None:
    laptop.do("remote", "set_read_first", read_first=False)
    laptop.do("remote", "set_read_first", read_first=True)


PRESSES = (
    open_another_and_take_it_back,
    turn_away_and_back,
    leave_the_work_and_come_back,
    leave_the_work_and_take_it_back,
    vote_and_go_back,
    go_back_and_take_it_back,
    freeze_and_let_go,
    read_first_off_and_on,
)


@pytest.mark.parametrize("press", PRESSES)
def test_no_ordinary_press_shows_what_is_read_first(
    waiting: Room, laptop: Laptop, press: Callable[[Laptop], None]
) -> None:
    press(laptop)
    assert SECRET not in on_screen(waiting)
    assert waiting.challenge().stage is Stage.REVEAL
    laptop.do("remote", "show_on_screen", challenge="home")
    assert SECRET in on_screen(waiting)


def test_what_was_shown_by_a_slip_waits_again_once_it_is_taken_back(waiting: Room, laptop: Laptop) -> None:
    laptop.do("remote", "show_on_screen", challenge="home")
    laptop.follow_once()
    laptop.refresh("remote")
    laptop.do("remote", "take_back_shown", press=laptop.model("remote")["undo"]["press"])
    vote_and_go_back(laptop)
    assert SECRET not in on_screen(waiting)


def test_what_was_shown_is_there_again_when_a_slip_is_taken_back(waiting: Room, laptop: Laptop) -> None:
    laptop.do("remote", "show_on_screen", challenge="home")
    go_back_and_take_it_back(laptop)
    assert SECRET in on_screen(waiting)


def test_a_slip_that_is_taken_back_leaves_the_screen_where_it_stood(room: Room, laptop: Laptop) -> None:
    bring(laptop, "writing")
    bring(laptop, "writing", "move", together=True)
    laptop.do("remote", "show_on_screen", challenge="move")
    course(laptop, "move_room", phase="scoring")
    undo(laptop)
    assert room.read(lambda hall: hall.find_projection()).challenge == "move"


def test_the_names_of_the_missions_are_not_shown_by_going_past_them_and_back(make_room: MakeRoom) -> None:
    room = make_room(fill)
    laptop = room.laptop()
    course(laptop, "move_room", phase="offer")
    course(laptop, "move_room", phase="missions", read_first=True)
    for phase in ("thanks", "missions"):
        course(laptop, "move_room", phase=phase)
    assert "Jeanne Petit" not in on_screen(room)
    laptop.do("remote", "show_on_screen")
    assert "Jeanne Petit" in on_screen(room)


def test_a_press_for_the_writing_does_not_show_what_another_page_reveals_meanwhile(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas(SECRET))
    bring(laptop, "writing", "move")
    bring(laptop, "writing", "home", together=True)
    other = room.laptop()
    other.refresh("remote")
    (beside,) = other.model("remote")["others"]
    assert (beside["id"], beside["moment"], beside["ideas"]) == ("home", "writing", [])
    bring(laptop, "reveal", "home", read_first=True)
    pressed = {"challenge": "home", "moment": beside["moment"], "ideas": beside["ideas"]}
    refused = other.refuse("remote", "show_on_screen", **pressed)
    assert refused == Translator("fr").sentence(NotAllowed("moved-meanwhile"))
    assert SECRET not in on_screen(room)
    other.do("remote", "show_on_screen", **{**pressed, "moment": "reveal"})
    assert SECRET not in on_screen(room), "nobody was asked about it"


def test_an_idea_given_back_while_the_first_press_is_asked_about_waits_for_another(room: Room, laptop: Laptop) -> None:
    bring(laptop, "writing")
    laptop.do("remote", "set_read_first", read_first=False)
    phone = room.phone(ANAS)
    secret = write(phone, SECRET)
    write(phone, "Ouvrir le gymnase")
    bring(laptop, "reveal", read_first=True)
    laptop.do("ideas", "hold_idea", idea=secret, reason="Elle peut blesser.")
    counted = ahead(laptop)["ideas"]
    room.laptop().do("ideas", "hold_idea", idea=secret, reason="")
    laptop.do("remote", "show_on_screen", challenge="home", moment="reveal", ideas=counted)
    assert "Ouvrir le gymnase" in on_screen(room)
    assert SECRET not in on_screen(room)
    assert [one["id"] for one in ahead(laptop)["ideas"]] == [secret]
    laptop.do("remote", "show_on_screen", challenge="home", moment="reveal", ideas=[secret])
    assert SECRET in on_screen(room)


# -- late, corrected, written again ------------------------------------------------------------------------------------


def test_an_idea_that_comes_late_waits_on_the_remote_and_is_on_phones_as_the_reveal_is(
    waiting: Room, laptop: Laptop
) -> None:
    laptop.do("remote", "show_on_screen", challenge="home")
    phone = waiting.phone("other").join("Tournesol")
    late = write(phone, "Une injure en retard")
    assert "Une injure en retard" not in on_screen(waiting)
    ana = waiting.phone(ANAS)
    assert "Une injure en retard" in ana.everything()
    assert ahead(laptop) == {
        "code": "read",
        "challenge": "home",
        "ideas": [{"id": late, "text": "Une injure en retard"}],
    }
    after = write(phone, "Venue pendant la lecture")
    laptop.do("remote", "show_on_screen", challenge="home", ideas=[late])
    assert "Une injure en retard" in on_screen(waiting)
    assert "Venue pendant la lecture" not in on_screen(waiting)
    assert [one["id"] for one in ahead(laptop)["ideas"]] == [after]


def test_a_text_changed_after_it_was_shown_waits_and_the_old_one_goes(waiting: Room, laptop: Laptop) -> None:
    laptop.do("remote", "show_on_screen", challenge="home")
    (idea,) = waiting.read(lambda hall: hall.list_ideas("home"))
    waiting.write(lambda hall: correct_idea(hall, idea, "Une autre injure", None))
    assert "Une autre injure" not in on_screen(waiting)
    assert SECRET not in on_screen(waiting)


def test_a_group_is_not_called_by_what_its_author_took_back(room: Room, laptop: Laptop) -> None:
    bring(laptop, "writing")
    phone = room.phone(ANAS)
    mine = write(phone, SECRET)
    other = write(phone, "Ouvrir le gymnase")
    bring(laptop, "reveal", read_first=False)
    laptop.do("ideas", "gather_ideas", ideas=[mine, other], title=SECRET)
    room.write(lambda hall: correct_idea(hall, hall.find_idea(mine), "Un tour de garde", None))
    assert SECRET not in on_screen(room)
    laptop.do("ideas", "remove_idea", idea=other)
    assert "Ouvrir le gymnase" not in on_screen(room)


@pytest.mark.parametrize("again", [SECRET, "untel  EST un voleur !", "Untel est un vоleur"])
def test_an_idea_that_says_what_is_held_back_is_held_back_for_the_same_reason_of_one_press(
    waiting: Room, laptop: Laptop, again: str
) -> None:
    laptop.do("remote", "set_read_first", read_first=False)
    (idea,) = waiting.read(lambda hall: hall.list_ideas("home"))
    laptop.do("ideas", "hold_idea", idea=idea.id, reason="Elle peut blesser.")
    phone = waiting.phone("other").join("Tournesol")
    twin = write(phone, again)
    harmless = write(phone, "Ouvrir le gymnase")
    waiting.write(lambda hall: correct_idea(hall, hall.find_idea(harmless), again, None))
    held = {one.id: one.held for one in waiting.read(lambda hall: hall.list_ideas("home"))}
    assert (held[twin], held[harmless]) == ("Elle peut blesser.", "Elle peut blesser.")
    assert again not in on_screen(waiting)


INSULT = "Insulte Mme Martin"


@pytest.mark.parametrize("corrected", [True, False])
def test_who_writes_what_is_held_back_does_not_read_what_was_said_to_its_author(
    waiting: Room, laptop: Laptop, corrected: bool
) -> None:
    (idea,) = waiting.read(lambda hall: hall.list_ideas("home"))
    laptop.do("ideas", "hold_idea", idea=idea.id, reason=INSULT)
    phone = waiting.phone("other").join("Tournesol")
    twin = write(phone, "Ouvrir le gymnase" if corrected else SECRET)
    if corrected:
        waiting.write(lambda hall: correct_idea(hall, hall.find_idea(twin), SECRET, None))
    write(phone, f"{SECRET} !")  # a third one is held back with the second, and says no more
    phone.follow_once()
    phone.refresh("ideas")
    assert "Martin" not in phone.everything()
    assert Translator("fr")("words.held.same") in phone.everything()
    laptop.follow_once()
    laptop.refresh("ideas")
    said = {one["id"]: (one["held"], one["held_as"]) for one in laptop.model("ideas")["held"]}
    same = Translator("fr")("words.held.same")
    assert said.pop(idea.id) == (INSULT, "")
    assert list(said.values()) == [(same, INSULT)] * 2


@pytest.mark.parametrize(("number", "passes"), [(5000, True), (5001, False)])
def test_a_press_that_names_more_ideas_than_any_page_is_refused(
    waiting: Room, laptop: Laptop, number: int, passes: bool
) -> None:
    answer = laptop.ask("remote", "show_on_screen", challenge="home", ideas=["x"] * number)
    assert answer["ok"] is passes
    assert SECRET not in on_screen(waiting)
    assert passes or answer["sentence"] == Translator("fr")("errors.malformed-intention")


# -- frozen, and the page made before anybody came ---------------------------------------------------------------------


def hold(laptop: Laptop, idea: str) -> None:
    laptop.do("ideas", "hold_idea", idea=idea, reason="Elle peut blesser.")


def remove(laptop: Laptop, idea: str) -> None:
    laptop.do("ideas", "remove_idea", idea=idea)


@pytest.mark.parametrize("act", [hold, remove])
def test_a_screen_that_hears_of_it_and_of_the_freeze_at_once_does_not_keep_it(
    room: Room, laptop: Laptop, act: Callable[[Laptop, str], None]
) -> None:
    first, second = room.write(write_ideas(SECRET, "Ouvrir le gymnase"))
    bring(laptop, "reveal", read_first=False)
    screen = room.screen()
    screen.refresh("screen")
    assert SECRET in screen.everything()
    act(laptop, first)
    laptop.do("remote", "freeze_screen", frozen=True)
    screen.follow_once()
    screen.refresh("screen")
    assert SECRET not in screen.everything()
    assert second in [one.id for one in room.read(lambda hall: hall.list_ideas("home"))]


@pytest.mark.parametrize("door", [ScreenWindow, FacilitatorWindow, ParticipantWindow])
def test_a_window_keeps_nothing_of_its_rehearsal(
    make_room: MakeRoom, door: type[LiveWorkshop], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(fill)
    room.move(Moment.REVEAL)
    for begins in ("when_visited", "when_rehearsed"):
        monkeypatch.setattr(f"workshop_kit.live.window.{begins}", lambda _callback: None)
    fresh, rehearsed = door(room.folder, now=lambda: NOON), door(room.folder, now=lambda: NOON)
    for name in READ[door.role]:
        rehearsed.on_open(getattr(rehearsed, f"{name}_model"))
    rehearsed._rehearse(Visit("nobody", ""))
    rehearsed._opened.clear()
    assert _tell(rehearsed) == _tell(fresh)


READ = {Role.SCREEN: ("screen",), Role.FACILITATOR: ("remote", "people"), Role.PARTICIPANT: ("ideas",)}


def _hold(value: object) -> dict[str, str]:
    aside = ("_on_ready", "_news", "_line")  # a lock says where it is
    return {key: str(one) for key, one in vars(value).items() if key not in aside}


def _tell(window: LiveWorkshop) -> dict[str, str]:
    """Return what a window holds, what it calls back aside."""
    return {
        name: str(_hold(value) if hasattr(value, "__dict__") else value)
        for name, value in vars(window).items()
        if name not in ("_clock", "_opened", "_changed", "_tried", "_language_changed", "_makings", "_papers")
    }


# -- results -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def ranked(room: Room, laptop: Laptop) -> Room:
    """Three places, of which the third is uncovered; cle alone gave the third its dots."""
    room.write(write_ideas("Gymnase", "Laverie", "Charrette", "Sans points"))
    bring(laptop, "vote")
    for dots in (("ana", "home-0", 2), ("bob", "home-0", 2), ("dan", "home-1", 2), ("cle", "home-2", 1)):
        room.write(lambda hall, dots=dots: hall.update_dots(Dots(dots[0], "home", dots[1], dots[2])))  # type: ignore[misc]
    bring(laptop, "results")
    laptop.do("remote", "unveil", challenge="home", unveiled=1)
    return room


def told(room: Room) -> str:
    """Return what the projector and a phone hold of the results."""
    phone = room.phone(ANAS)
    phone.refresh("vote")
    return on_screen(room) + str(phone.model("vote"))


@pytest.mark.parametrize("gone", ["cle", "dan", "bob", "ana"])
def test_nobody_who_goes_uncovers_a_place(ranked: Room, gone: str) -> None:
    assert "Charrette" in told(ranked)
    ranked.write(lambda hall: erase_person(hall, gone, NOON, with_ideas=False))
    assert "Gymnase" not in told(ranked)
    assert "Laverie" not in told(ranked)


def test_a_press_for_places_that_are_others_meanwhile_uncovers_none(ranked: Room, laptop: Laptop) -> None:
    asked = ahead(laptop)
    ranked.write(lambda hall: erase_person(hall, "cle", NOON, with_ideas=False))
    laptop.refuse("remote", "unveil", challenge="home", unveiled=asked["unveiled"], of=asked["of"])
    assert "Gymnase" not in told(ranked)


def test_a_phone_cannot_tell_by_elimination_what_is_covered(ranked: Room, laptop: Laptop) -> None:
    assert "Sans points" not in told(ranked)
    laptop.do("remote", "unveil", challenge="home", unveiled=3)
    assert "Sans points" in told(ranked)


# -- room on the projector ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["a" + "\n" * 998 + "b", "a\nb" * 300, "W" * 1000, "\ufdfd" * 300, "ok " + "！" * 500])
def test_a_text_that_only_takes_up_room_leaves_room_for_the_others(text: str) -> None:
    drowned, usual = set_text(text), "Ouvrir le gymnase les nuits de grand froid"
    assert drowned.count("\n") < LINES_AT_MOST
    assert weigh_card("", [drowned]) < 34
    assert len(fill_pages([weigh_card("", [one]) for one in (usual, set_text("W" * 1000), usual)])) == 1


def test_a_text_of_usual_length_is_set_whole() -> None:
    text = "Deux lignes :\nl’une et l’autre… et 100 000 000 000 pas."
    assert set_text(text) == text
