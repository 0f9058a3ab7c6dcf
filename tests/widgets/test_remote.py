"""The remote of the screen: what it shows is what the room sees, and its presses say what they do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, PSEUDONYMS, Laptop, Page, Room, fill, lay_out, seat, write_ideas
from workshop_kit.domain.course import PHASES, Moment, Phase
from workshop_kit.domain.history import TAKE_BACK_WITHIN
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Volunteer,
)
from workshop_kit.domain.projection import Cover
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.store import Repository

#: More ideas than one page of the screen holds.
MANY = tuple(f"Une idée assez longue pour prendre deux lignes entières, la numéro {number}" for number in range(40))


def many_ideas(hall: Repository) -> None:
    for number, text in enumerate(MANY):
        hall.add_idea(Idea(f"many-{number}", "home", text, None, "ana", NOON))


def vote(**dots: dict[str, int]) -> Callable[[Repository], None]:
    """Put dots on ideas of ``home``, by person."""

    def put(hall: Repository) -> None:
        for person, given in dots.items():
            for option, count in given.items():
                hall.update_dots(Dots(person, "home", option.replace("_", "-"), count))

    return put


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    """Two challenges, four people."""
    return make_room(lay_out, seat)


def remote(page: Page) -> dict[str, Any]:
    page.follow_once()
    page.refresh("remote")
    return page.model("remote")


def seen(page: Page) -> dict[str, Any]:
    """Return what the projector has."""
    page.follow_once()
    page.refresh("screen")
    return page.model("screen")


def course(laptop: Laptop) -> dict[str, Any]:
    laptop.follow_once()
    laptop.refresh("course")
    return laptop.model("course")


def bring(laptop: Laptop, challenge: str, stage: str, **given: Any) -> None:
    since = course(laptop)["since"]
    laptop.do("course", "move_challenge_on", challenge=challenge, stage=stage, since=since, **given)


def shown_on(phone: Page) -> str:
    """Return what a phone has of the votes."""
    phone.follow_once()
    phone.refresh("vote")
    return str(phone.model("vote"))


def press(laptop: Laptop, intention: str, **payload: Any) -> None:
    laptop.do("remote", intention, **payload)


def say(code: str, **values: Any) -> str:
    return Translator("fr").sentence(NotAllowed(code, **values))


# -- what the room sees -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", list(Moment))
def test_the_remote_shows_what_the_screen_shows_at_every_moment(make_room: MakeRoom, moment: Moment) -> None:
    room = make_room(fill)
    room.walk_to(moment)
    assert remote(room.laptop())["screen"] == seen(room.screen())


def test_the_remote_s_own_words_do_not_hide_the_screen_s(room: Room) -> None:
    for language in LANGUAGES:
        say = Translator(language)
        own = say.section("facilitator.remote").keys()
        assert not own & (say.section("screen").keys() | say.section("phases").keys() | say.section("words").keys())


def test_a_press_on_the_remote_moves_no_phone_and_no_step_of_the_room(room: Room, laptop: Laptop) -> None:
    room.write(many_ideas)
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    before = (room.workshop(), room.read(lambda hall: hall.list_steps()))
    press(laptop, "show_on_screen", challenge="move")
    press(laptop, "cover_screen", cover="black")
    press(laptop, "freeze_screen", frozen=True)
    press(laptop, "set_read_first", read_first=False)
    assert (room.workshop(), room.read(lambda hall: hall.list_steps())) == before


def test_the_screen_may_ask_for_nothing(room: Room) -> None:
    screen = room.screen()
    for intention in ("turn_page", "cover_screen", "freeze_screen", "show_on_screen", "unveil"):
        screen.refuse("screen", intention, page=1, cover="black", frozen=True, challenge="home", unveiled=9)
    assert room.read(lambda hall: hall.find_projection()).cover is Cover.NONE


# -- pages ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def revealed(room: Room, laptop: Laptop) -> Room:
    """Forty ideas on the screen, over several pages."""
    room.write(many_ideas)
    bring(laptop, "home", "reveal")
    press(laptop, "show_on_screen")
    return room


def test_a_page_is_asked_for_by_its_number_so_that_two_tabs_never_turn_two(revealed: Room, laptop: Laptop) -> None:
    screen, other = revealed.screen(), revealed.laptop()
    assert len(seen(screen)["pages"]) > 2
    press(laptop, "turn_page", page=1)
    press(other, "turn_page", page=1)
    assert seen(screen)["page"] == remote(laptop)["screen"]["page"] == 1


def test_a_page_that_is_not_there_is_the_last(revealed: Room, laptop: Laptop) -> None:
    press(laptop, "turn_page", page=900)
    shown = seen(revealed.screen())
    assert shown["page"] == len(shown["pages"]) - 1
    laptop.refuse("remote", "turn_page", page=-1)
    laptop.refuse("remote", "turn_page", page="1")


def test_every_idea_is_on_one_page_of_the_screen(revealed: Room) -> None:
    shown = seen(revealed.screen())
    assert sum(shown["pages"]) == len(shown["cards"]) == len(MANY)


def test_the_next_view_begins_at_its_first_page(revealed: Room, laptop: Laptop) -> None:
    press(laptop, "turn_page", page=2)
    bring(laptop, "home", "vote")
    bring(laptop, "home", "reveal", read_first=False)
    assert seen(revealed.screen())["page"] == 0


# -- black, the code, frozen ------------------------------------------------------------------------------------------


def test_the_black_page_holds_no_idea(revealed: Room, laptop: Laptop) -> None:
    press(laptop, "cover_screen", cover="black")
    screen = revealed.screen()
    assert seen(screen)["view"] == "black"
    assert MANY[0] not in screen.everything()
    press(laptop, "cover_screen", cover="none")
    assert seen(screen)["view"] == "reveal"


def test_the_code_in_large_waits_for_nothing_and_forgets_no_page(revealed: Room, laptop: Laptop) -> None:
    press(laptop, "turn_page", page=2)
    press(laptop, "cover_screen", cover="code")
    screen = revealed.screen()
    assert (seen(screen)["view"], len(seen(screen)["qr"]) > 20) == ("code", True)
    press(laptop, "cover_screen", cover="none")
    assert (seen(screen)["view"], seen(screen)["page"]) == ("reveal", 2)


def test_what_covers_the_screen_is_one_of_three(room: Room, laptop: Laptop) -> None:
    laptop.refuse("remote", "cover_screen", cover="curtain")
    assert room.read(lambda hall: hall.find_projection()).cover is Cover.NONE


def test_a_frozen_screen_keeps_exactly_what_it_showed(revealed: Room, laptop: Laptop) -> None:
    screen = revealed.screen()
    press(laptop, "turn_page", page=1)
    before = seen(screen)
    press(laptop, "freeze_screen", frozen=True)
    revealed.write(write_ideas("Une idée de plus"))
    bring(laptop, "home", "vote", read_first=False)
    bring(laptop, "home", "results")
    assert seen(screen) == before
    assert remote(laptop)["screen"] == before


def test_a_page_cannot_be_turned_on_a_frozen_screen(revealed: Room, laptop: Laptop) -> None:
    press(laptop, "freeze_screen", frozen=True)
    assert laptop.refuse("remote", "turn_page", page=1) == say("screen-frozen")


def test_a_screen_reloaded_while_frozen_shows_the_place_it_was_frozen_at(revealed: Room, laptop: Laptop) -> None:
    press(laptop, "turn_page", page=1)
    press(laptop, "freeze_screen", frozen=True)
    bring(laptop, "home", "results")
    again = seen(revealed.screen())
    assert (again["view"], again["page"], again["challenges"][0]["number"]) == ("reveal", 1, 1)


def test_a_screen_frozen_while_it_follows_its_challenge_stays_at_that_stage(room: Room, laptop: Laptop) -> None:
    room.write(many_ideas)
    bring(laptop, "home", "writing")
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), stage=None)))
    press(laptop, "freeze_screen", frozen=True)
    bring(laptop, "home", "reveal")
    assert seen(room.screen())["view"] == "writing"


def test_let_go_a_frozen_screen_goes_on_from_where_it_stood(revealed: Room, laptop: Laptop) -> None:
    screen = revealed.screen()
    press(laptop, "freeze_screen", frozen=True)
    seen(screen)
    bring(laptop, "home", "results")
    press(laptop, "freeze_screen", frozen=False)
    assert seen(screen)["view"] == "reveal"
    assert remote(laptop)["ahead"]["moment"] == "results"


def test_black_covers_a_frozen_screen_and_gives_it_back_as_it_was(revealed: Room, laptop: Laptop) -> None:
    screen = revealed.screen()
    press(laptop, "freeze_screen", frozen=True)
    before = seen(screen)
    press(laptop, "cover_screen", cover="black")
    assert seen(screen)["view"] == "black"
    revealed.write(write_ideas("Une idée de plus"))
    press(laptop, "cover_screen", cover="none")
    assert seen(screen) == before


def test_a_move_that_hides_something_lets_a_frozen_screen_go(revealed: Room, laptop: Laptop) -> None:
    screen = revealed.screen()
    press(laptop, "freeze_screen", frozen=True)
    assert seen(screen)["view"] == "reveal"
    bring(laptop, "home", "writing")
    assert seen(screen)["view"] == "writing"
    assert MANY[0] not in screen.everything()
    assert not remote(laptop)["frozen"]


# -- what comes next --------------------------------------------------------------------------------------------------


def test_what_the_facilitator_reads_first_reaches_the_screen_at_one_press(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    screen = room.screen()
    bring(laptop, "home", "writing")
    bring(laptop, "home", "reveal", read_first=True)
    assert seen(screen)["view"] == "writing"
    ahead = remote(laptop)["ahead"]
    assert (ahead["code"], ahead["moment"], ahead["number"]) == ("show", "reveal", 1)
    assert len(ahead["ideas"]) == 1
    press(laptop, "show_on_screen", challenge=ahead["challenge"], ideas=ahead["ideas"])
    press(laptop, "show_on_screen", challenge=ahead["challenge"])
    assert seen(screen)["view"] == "reveal"
    assert remote(laptop)["ahead"] is None


def test_the_remote_counts_the_ideas_that_the_room_would_read_for_the_first_time(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase", "Une laverie"))
    room.write(write_ideas("Une charrette", challenge="move"))
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    assert [one["ideas"] for one in remote(laptop)["others"]] == [[]], "nobody reads what is not revealed"
    bring(laptop, "move", "reveal", together=True, read_first=True)
    assert [one["ideas"] for one in remote(laptop)["others"]] == [["move-0"]]
    press(laptop, "show_on_screen", challenge="move", ideas=["move-0"])
    press(laptop, "show_on_screen", challenge="home")
    assert [one["ideas"] for one in remote(laptop)["others"]] == [[]], "the room has read it"
    bring(laptop, "home", "reveal", together=True, read_first=True)
    assert remote(laptop)["ahead"]["ideas"] == ["home-0", "home-1"]
    bring(laptop, "home", "vote", together=True)
    assert remote(laptop)["ahead"] is None, "the screen was led to the vote"


def take_on(person: str, status: AssignmentStatus, *, may_show: bool) -> Callable[[Repository], None]:
    """Have somebody offer help and answer to the mission ``m``."""

    def write(hall: Repository) -> None:
        hall.update_volunteer(
            Volunteer(person, f"Nom {person}", "", "", "", NOON, "aider l’atelier", may_show_name=may_show)
        )
        hall.update_assignment(Assignment(person, "m", Reason("by-hand"), True, status))

    return write


def test_the_remote_counts_the_people_whom_the_missions_would_name(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.add_mission(Mission("m", "home", "Tenir l’accueil", 4)))
    for person, may_show, status in (
        ("ana", True, AssignmentStatus.ACCEPTED),
        ("bob", True, AssignmentStatus.PROPOSED),
        ("cle", False, AssignmentStatus.ACCEPTED),
    ):
        room.write(take_on(person, status, may_show=may_show))
    laptop.do("course", "move_room", phase="missions", since=0, read_first=True)
    ahead = remote(laptop)["ahead"]
    assert (ahead["moment"], ahead["names"]) == ("missions", 1)
    press(laptop, "show_on_screen")
    assert remote(laptop)["ahead"] is None


def test_who_does_not_read_first_shows_at_once(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    press(laptop, "set_read_first", read_first=False)
    bring(laptop, "home", "reveal")
    assert seen(room.screen())["view"] == "reveal"
    assert (remote(laptop)["read_first"], remote(laptop)["ahead"]) == (False, None)


def test_a_challenge_that_is_open_beside_can_be_brought_to_the_screen(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    (other,) = remote(laptop)["others"]
    assert (other["id"], other["number"], other["moment"]) == ("move", 2, "writing")
    press(laptop, "show_on_screen", challenge="move")
    assert seen(room.screen())["challenges"][0]["number"] == 2
    assert (remote(laptop)["number"], [one["id"] for one in remote(laptop)["others"]]) == (2, ["home"])
    assert room.workshop().current_challenge == "home"


@pytest.mark.parametrize("phase", ["scoring", "thanks", "welcome"])
@pytest.mark.parametrize("stage", ["writing", "reveal", "vote"])
def test_a_challenge_that_the_room_left_is_neither_offered_to_the_screen_nor_brought_there(
    room: Room, laptop: Laptop, stage: str, phase: str
) -> None:
    bring(laptop, "home", stage)
    bring(laptop, "move", stage, together=True)
    laptop.do("course", "move_room", phase=phase, since=course(laptop)["since"])
    shown = remote(laptop)
    assert (shown["others"], shown["open"]) == ([], 0)
    assert laptop.refuse("remote", "show_on_screen", challenge="move", moment=stage) == say("challenge-not-open")
    assert remote(laptop)["screen"]["moment"] == phase


def test_a_screen_frozen_on_a_challenge_that_the_room_left_follows_once_it_is_let_go(
    room: Room, laptop: Laptop
) -> None:
    bring(laptop, "home", "writing")
    press(laptop, "freeze_screen", frozen=True)
    laptop.do("course", "move_room", phase="scoring", since=course(laptop)["since"])
    frozen = remote(laptop)
    assert (frozen["screen"]["moment"], frozen["ahead"]["moment"]) == ("writing", "scoring")
    press(laptop, "freeze_screen", frozen=False)
    assert remote(laptop)["screen"]["moment"] == "scoring"


def test_the_remote_knows_how_many_are_open_and_at_which_the_room_is(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    assert (remote(laptop)["focus"], remote(laptop)["open"]) == ("home", 1)
    bring(laptop, "move", "writing", together=True)
    assert (remote(laptop)["focus"], remote(laptop)["open"]) == ("home", 2)


@pytest.mark.parametrize("challenge", ["move", "c9"])
def test_a_challenge_that_nobody_works_on_is_not_brought_to_the_screen(
    room: Room, laptop: Laptop, challenge: str
) -> None:
    bring(laptop, "home", "writing")
    before = room.read(lambda hall: hall.find_projection())
    laptop.refuse("remote", "show_on_screen", challenge=challenge)
    assert room.read(lambda hall: hall.find_projection()) == before


def test_a_challenge_on_the_screen_that_goes_on_waits_for_the_press(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Une laverie", challenge="move"))
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    press(laptop, "show_on_screen", challenge="move")
    bring(laptop, "move", "reveal", together=True, read_first=True)
    assert seen(room.screen())["view"] == "writing"
    ahead = remote(laptop)["ahead"]
    assert (ahead["code"], ahead["challenge"], ahead["moment"]) == ("show", "move", "reveal")


def test_a_challenge_on_the_screen_is_led_along_when_nothing_waits(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Une laverie", challenge="move"))
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    press(laptop, "show_on_screen", challenge="move")
    bring(laptop, "move", "reveal", together=True, read_first=False)
    shown = seen(room.screen())
    assert (shown["view"], shown["challenges"][0]["number"]) == ("reveal", 2)


def test_ideas_hidden_again_leave_a_frozen_screen_that_shows_a_challenge_beside(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Une laverie", challenge="move"))
    bring(laptop, "home", "writing")
    bring(laptop, "move", "reveal", together=True)
    press(laptop, "show_on_screen", challenge="move")
    screen = room.screen()
    press(laptop, "freeze_screen", frozen=True)
    assert seen(screen)["view"] == "reveal"
    bring(laptop, "move", "writing", together=True)
    assert "Une laverie" not in str(seen(screen))


def test_what_changes_under_a_cover_does_not_come_back_with_a_screen_frozen_there(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase", "Une laverie"))
    bring(laptop, "home", "reveal", read_first=False)
    screen = room.screen()
    press(laptop, "cover_screen", cover="black")
    assert seen(screen)["view"] == "black"
    laptop.do("ideas", "hold_idea", idea="home-1", reason="Elle peut blesser.")
    press(laptop, "freeze_screen", frozen=True)
    press(laptop, "cover_screen", cover="none")
    assert [card["texts"] for card in seen(screen)["cards"]] == [["Ouvrir le gymnase"]]


def test_every_moment_that_can_be_shown_next_has_its_words_in_both_languages() -> None:
    keys = [f"facilitator.remote.{family}.{moment}" for moment in Moment for family in ("show", "at")]
    assert [key for key in keys for language in LANGUAGES if not Translator(language).knows(key)] == []


@pytest.mark.parametrize("phase", PHASES[1:])
def test_the_screen_never_leads_the_room(make_room: MakeRoom, phase: Phase) -> None:
    room = make_room(fill)
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), phase=phase, challenge="home")))
    laptop = room.laptop()
    laptop.refuse("remote", "show_on_screen", challenge="home")
    assert seen(room.screen())["view"] == "welcome"


# -- results ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def tied(room: Room, laptop: Laptop) -> Room:
    """Four ideas: one first, two that share the second place, one without a dot; the results are there, covered."""
    room.write(write_ideas("Gymnase", "Laverie", "Numéro", "Charrette"))
    bring(laptop, "home", "vote")
    room.write(vote(ana={"home_0": 2, "home_1": 1}, bob={"home_0": 2, "home_2": 1}))
    bring(laptop, "home", "results")
    return room


def test_places_are_unveiled_from_the_last_and_a_tie_is_one_place(tied: Room, laptop: Laptop) -> None:
    screen = tied.screen()
    assert [place["ranks"] for place in seen(screen)["places"]] == [None, None]
    ahead = remote(laptop)["ahead"]
    assert (ahead["rank"], ahead["titles"], ahead["left"]) == (2, ["Laverie", "Numéro"], 2)
    assert (ahead["dots"], ahead["supporters"]) == (1, 1)
    press(laptop, "unveil", challenge="home", unveiled=ahead["unveiled"])
    assert [place["ranks"] is None for place in seen(screen)["places"]] == [True, False]
    ahead = remote(laptop)["ahead"]
    assert (ahead["rank"], ahead["titles"], ahead["left"]) == (1, ["Gymnase"], 1)
    press(laptop, "unveil", challenge="home", unveiled=ahead["unveiled"])
    assert [place["rank"] for place in seen(screen)["places"] if place["ranks"]] == [1, 2]
    assert remote(laptop)["ahead"] is None


def test_a_covered_place_is_in_no_screen_s_memory(tied: Room) -> None:
    screen = tied.screen()
    seen(screen)
    assert "Gymnase" not in screen.everything()


def test_a_place_is_unveiled_once_by_two_tabs(tied: Room, laptop: Laptop) -> None:
    other = tied.laptop()
    for page in (laptop, other):
        press(page, "unveil", challenge="home", unveiled=1)
    assert remote(laptop)["ahead"]["left"] == 1


def test_a_late_press_covers_nothing_again(tied: Room, laptop: Laptop) -> None:
    press(laptop, "unveil", challenge="home", unveiled=900)
    press(laptop, "unveil", challenge="home", unveiled=1)
    assert [place["ranks"] is None for place in seen(tied.screen())["places"]] == [False, False]
    assert tied.count_unveiled() == 2


def test_a_place_unveiled_by_a_slip_is_covered_again_everywhere_and_the_one_before_stays(
    tied: Room, laptop: Laptop
) -> None:
    screen, phone = tied.screen(), tied.phone("browser")
    phone.join("Tournesol")
    press(laptop, "unveil", challenge="home", unveiled=1)
    tied.moment += timedelta(seconds=30)
    press(laptop, "unveil", challenge="home", unveiled=2)
    assert "Gymnase" in str(seen(screen))
    assert "Gymnase" in shown_on(phone)
    tied.moment += timedelta(seconds=5)
    undo = remote(laptop)["undo"]
    assert (undo["code"], undo["left"]) == ("unveil", 10_000)
    press(laptop, "take_back_shown", press=undo["press"])
    assert [place["ranks"] is None for place in seen(screen)["places"]] == [True, False]
    assert "Gymnase" not in shown_on(phone)
    assert "Laverie" in shown_on(phone)
    assert (remote(laptop)["ahead"]["rank"], remote(laptop)["undo"]) == (1, None)


def test_what_was_brought_to_the_screen_is_taken_back_within_some_seconds_only(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    screen = room.screen()
    bring(laptop, "home", "writing")
    bring(laptop, "home", "reveal", read_first=True)
    press(laptop, "show_on_screen", challenge="home")
    press(laptop, "show_on_screen", challenge="home")  # an impatient finger changes nothing of what is taken back
    undo = remote(laptop)["undo"]
    assert undo["code"] == "show"
    press(laptop, "take_back_shown", press=undo["press"])
    assert seen(screen)["view"] == "writing"
    assert "Ouvrir le gymnase" not in str(seen(screen))
    assert laptop.refuse("remote", "take_back_shown", press=undo["press"]) == say("moved-meanwhile")
    press(laptop, "show_on_screen", challenge="home")
    again = remote(laptop)["undo"]["press"]
    room.moment += TAKE_BACK_WITHIN
    assert remote(laptop)["undo"] is None
    room.moment += timedelta(seconds=1)
    seconds = int(TAKE_BACK_WITHIN.total_seconds())
    late = laptop.refuse("remote", "take_back_shown", press=again)
    assert late == say("too-late-to-take-back", seconds=seconds)
    assert seen(screen)["view"] == "reveal"


def test_two_laptops_never_take_back_what_the_other_showed(tied: Room, laptop: Laptop) -> None:
    other = tied.laptop(visitor="other")
    press(laptop, "unveil", challenge="home", unveiled=1)
    mine = remote(laptop)["undo"]["press"]
    assert remote(other)["undo"] is None
    assert other.refuse("remote", "take_back_shown", press=mine) == say("moved-meanwhile")
    press(other, "unveil", challenge="home", unveiled=2)
    assert remote(laptop)["undo"] is None
    assert laptop.refuse("remote", "take_back_shown", press=mine) == say("moved-meanwhile")
    assert tied.count_unveiled() == 2
    press(other, "take_back_shown", press=remote(other)["undo"]["press"])
    assert tied.count_unveiled() == 1


def test_a_page_opened_again_still_offers_to_take_back_what_was_unveiled(tied: Room) -> None:
    press(tied.laptop(visitor="one"), "unveil", challenge="home", unveiled=1)
    tied.moment += timedelta(seconds=5)
    again, other = tied.laptop(visitor="one"), tied.laptop(visitor="other")
    undo = remote(again)["undo"]
    assert (undo["code"], undo["left"], remote(other)["undo"]) == ("unveil", 10_000, None)
    press(again, "take_back_shown", press=undo["press"])
    assert (tied.count_unveiled(), remote(again)["undo"]) == (0, None)


def test_a_page_opened_again_still_has_what_was_shown_by_a_slip_wait(room: Room) -> None:
    laptop, screen = room.laptop(visitor="one"), room.screen()
    room.write(write_ideas("Ouvrir le gymnase"))
    bring(laptop, "home", "reveal", read_first=True)
    press(laptop, "cover_screen", cover="black")
    press(laptop, "show_on_screen", challenge="home")
    assert "Ouvrir le gymnase" in str(seen(screen))
    again = room.laptop(visitor="one")
    undo = remote(again)["undo"]
    assert undo["code"] == "show"
    press(again, "take_back_shown", press=undo["press"])
    assert seen(screen)["view"] == "black"
    press(again, "cover_screen", cover="none")
    assert "Ouvrir le gymnase" not in str(seen(screen))


def test_what_was_taken_back_is_offered_no_more_though_the_screen_stands_as_before(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Ouvrir le gymnase"))
    bring(laptop, "home", "reveal", read_first=False)
    room.write(lambda hall: hall.add_idea(Idea("late", "home", "Une laverie", None, None, NOON, unread=True)))
    press(laptop, "show_on_screen", challenge="home")
    undo = remote(laptop)["undo"]
    press(laptop, "take_back_shown", press=undo["press"])
    assert room.read(lambda hall: hall.find_idea("late")).unread
    assert remote(laptop)["undo"] is None
    assert laptop.refuse("remote", "take_back_shown", press=undo["press"]) == say("moved-meanwhile")


def test_what_another_tab_did_with_the_screen_meanwhile_stands(room: Room, laptop: Laptop) -> None:
    other = room.laptop()
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    press(laptop, "show_on_screen", challenge="move")
    mine = remote(laptop)["undo"]["press"]
    press(other, "cover_screen", cover="black")
    assert remote(laptop)["undo"] is None
    assert laptop.refuse("remote", "take_back_shown", press=mine) == say("moved-meanwhile")
    assert seen(room.screen())["view"] == "black"


def test_a_press_is_not_taken_back_once_its_results_are_closed(tied: Room, laptop: Laptop) -> None:
    press(laptop, "unveil", challenge="home", unveiled=1)
    mine = remote(laptop)["undo"]["press"]
    bring(laptop, "home", "closed")
    assert remote(laptop)["undo"] is None
    assert laptop.refuse("remote", "take_back_shown", press=mine) == say("moved-meanwhile")
    assert tied.count_unveiled() == 1


def test_the_screen_is_not_brought_back_to_a_challenge_that_was_removed(room: Room, laptop: Laptop) -> None:
    bring(laptop, "home", "writing")
    bring(laptop, "move", "writing", together=True)
    press(laptop, "show_on_screen", challenge="move")
    mine = remote(laptop)["undo"]["press"]
    room.write(lambda hall: hall.remove_challenge("home"))
    assert remote(laptop)["undo"] is None
    assert laptop.refuse("remote", "take_back_shown", press=mine) == say("moved-meanwhile")


def test_nothing_is_unveiled_of_a_challenge_that_is_not_at_its_results(tied: Room, laptop: Laptop) -> None:
    assert laptop.refuse("remote", "unveil", challenge="move", unveiled=1) == say("results-not-shown")
    bring(laptop, "home", "vote")
    assert laptop.refuse("remote", "unveil", challenge="home", unveiled=1) == say("results-not-shown")


def test_a_vote_without_dots_has_nothing_to_unveil_and_says_so(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Gymnase", "Laverie"))
    bring(laptop, "home", "results")
    shown = seen(room.screen())
    assert (shown["places"], shown["others"], shown["without"]) == ([], 0, 2)
    assert remote(laptop)["ahead"] is None


def test_a_single_option_has_a_single_place(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Gymnase"))
    room.write(vote(ana={"home_0": 1}))
    bring(laptop, "home", "results")
    ahead = remote(laptop)["ahead"]
    assert (ahead["rank"], ahead["left"]) == (1, 1)


def test_a_tie_of_more_than_the_screen_holds_says_how_many_more(room: Room, laptop: Laptop) -> None:
    room.write(many_ideas)
    room.write(
        vote(**{person: {f"many_{number + 8 * at}": 1 for number in range(5)} for at, person in enumerate(PSEUDONYMS)})
    )
    bring(laptop, "home", "results")
    assert len(remote(laptop)["ahead"]["titles"]) == 20
    press(laptop, "unveil", challenge="home", unveiled=1)
    (place,) = seen(room.screen())["places"]
    assert (place["rank"], len(place["ranks"]), place["more"]) == (1, 6, 14)


# -- matrices ---------------------------------------------------------------------------------------------------------


def crowd(size: int, answered: int) -> Callable[[Repository], None]:
    def come(hall: Repository) -> None:
        for number in range(size):
            hall.add_participant(Participant(f"p{number}", f"Nom {number}", "resident", "", Origin.ROOM, NOON))
        for number in range(answered):
            hall.update_score(Score(f"p{number}", "home", number % 4, 1))

    return come


@pytest.mark.parametrize("answered", [0, 4])
def test_a_matrix_of_fewer_than_five_is_refused_in_words(make_room: MakeRoom, answered: int) -> None:
    room = make_room(lay_out, crowd(8, answered))
    room.walk_to(Moment.SCORING)
    laptop = room.laptop()
    assert remote(laptop)["ahead"]["few"]
    assert laptop.refuse("remote", "draw_matrices", drawn=True) == say("too-few-answers", least=5)
    assert seen(room.screen())["matrices"][0]["counts"] is None


def test_a_matrix_is_not_drawn_while_the_room_answers_until_the_facilitator_says_so(make_room: MakeRoom) -> None:
    room = make_room(lay_out, crowd(8, 6))
    room.walk_to(Moment.SCORING)
    laptop, screen = room.laptop(), room.screen()
    ahead = remote(laptop)["ahead"]
    assert (ahead["code"], ahead["heard"], ahead["room"], ahead["few"]) == ("draw", 6, 8, False)
    assert seen(screen)["matrices"][0]["counts"] is None
    press(laptop, "draw_matrices", drawn=True)
    assert seen(screen)["matrices"][0]["counts"]["answered"] == 6
    assert seen(screen)["matrices"][1]["counts"] is None
    assert remote(laptop)["ahead"] is None


def test_a_matrix_draws_itself_once_the_room_has_answered(make_room: MakeRoom) -> None:
    room = make_room(lay_out, crowd(6, 6))
    room.walk_to(Moment.SCORING)
    assert seen(room.screen())["matrices"][0]["counts"]["answered"] == 6
    assert remote(room.laptop())["ahead"] is None


def test_the_page_of_matrices_begins_at_the_one_on_the_screen(make_room: MakeRoom) -> None:
    room = make_room(lay_out, crowd(6, 6))
    room.move(Moment.WRITING, challenge="move")
    room.walk_to(Moment.SCORING)
    laptop = room.laptop()
    laptop.refresh("matrix")
    assert laptop.model("matrix")["current"] == "home", "as phones do, wherever the room worked last"
    press(laptop, "turn_page", page=1)
    laptop.refresh("matrix")
    assert laptop.model("matrix")["current"] == "move"


def test_matrices_are_drawn_in_their_phase_alone(make_room: MakeRoom) -> None:
    room = make_room(lay_out, crowd(6, 5))
    assert room.laptop().refuse("remote", "draw_matrices", drawn=True) == say("scoring-not-open")


# -- an idea held back ------------------------------------------------------------------------------------------------


def ideas(page: Page) -> dict[str, Any]:
    page.follow_once()
    page.refresh("ideas")
    return page.model("ideas")


def test_an_idea_held_back_is_on_no_phone_and_not_on_the_screen(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.REVEAL)
    laptop, screen, author, other = room.laptop(), room.screen(), room.phone("browser"), room.phone("b2")
    other.join("Tournesol")
    laptop.do("ideas", "hold_idea", idea="night", reason="Elle peut blesser.")
    assert "Ouvrir le gymnase la nuit" not in str(seen(screen))
    for page in (other, author):
        page.follow_once()
        page.refresh("ideas")
    assert "Ouvrir le gymnase la nuit" not in other.everything()
    (challenge,) = author.model("ideas")["challenges"]
    (held,) = challenge["held"]
    assert (held["text"], held["held"], held["corrected"]) == ("Ouvrir le gymnase la nuit", "Elle peut blesser.", False)


def test_a_reason_of_one_press_is_read_in_the_author_s_language_and_one_s_own_words_as_they_are(
    make_room: MakeRoom,
) -> None:
    room = make_room(fill)
    room.walk_to(Moment.REVEAL)
    laptop, author = room.laptop(), room.phone("browser")
    author.do("seat", "choose_language", language="en")
    for reason, read in (("Elle peut blesser.", "It may hurt somebody."), ("Pas ici", "Pas ici")):
        laptop.do("ideas", "hold_idea", idea="night", reason=reason)
        author.follow_once()
        author.refresh("ideas")
        assert author.model("ideas")["challenges"][0]["held"][0]["held"] == read


def test_the_facilitator_sees_a_held_idea_with_its_reason_apart_from_the_options(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Gymnase", "Laverie"))
    bring(laptop, "home", "reveal")
    laptop.do("ideas", "hold_idea", idea="home-0", reason="Hors de propos")
    table = ideas(laptop)
    assert [option["id"] for option in table["options"]] == ["home-1"]
    assert [(idea["id"], idea["held"]) for idea in table["held"]] == [("home-0", "Hors de propos")]
    laptop.do("ideas", "hold_idea", idea="home-0", reason="")
    assert {option["id"] for option in ideas(laptop)["options"]} == {"home-0", "home-1"}


def test_a_held_idea_is_not_gathered(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Gymnase", "Laverie"))
    bring(laptop, "home", "reveal")
    laptop.do("ideas", "hold_idea", idea="home-0", reason="Hors de propos")
    assert "mise de côté" in laptop.refuse("ideas", "gather_ideas", ideas=["home-0", "home-1"], title="Les deux")


def test_a_held_idea_drops_out_of_its_group_which_forgets_the_title_it_took_from_it(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Gymnase", "Laverie", "Numéro"))
    bring(laptop, "home", "reveal", read_first=False)
    room.write(lambda hall: hall.add_group(IdeaGroup("g", "home", "Gymnase", ("home-0", "home-1", "home-2"), NOON)))
    laptop.do("ideas", "hold_idea", idea="home-0", reason="Hors de propos")
    (card,) = seen(room.screen())["cards"]
    assert card == {"title": "Laverie", "texts": ["Numéro"], "answers": [""], "ideas": 2}
    laptop.do("ideas", "hold_idea", idea="home-0", reason="")
    (card,) = seen(room.screen())["cards"]
    assert (card["title"], sorted(card["texts"])) == ("Gymnase", ["Laverie", "Numéro"])


def test_the_dots_of_a_held_idea_no_longer_count_and_are_not_erased(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Gymnase", "Laverie"))
    bring(laptop, "home", "vote")
    room.write(vote(ana={"home_0": 2}, bob={"home_1": 1}))
    bring(laptop, "home", "results")
    laptop.do("ideas", "hold_idea", idea="home-0", reason="Hors de propos")
    assert remote(laptop)["ahead"]["titles"] == ["Laverie"]
    assert len(room.read(lambda hall: hall.list_dots("home"))) == 2
    laptop.do("ideas", "hold_idea", idea="home-0", reason="")
    assert remote(laptop)["ahead"]["titles"] == ["Laverie"]
    assert remote(laptop)["ahead"]["left"] == 2


def test_dots_put_elsewhere_while_an_idea_was_held_do_not_count_twice_when_it_is_given_back(
    room: Room, laptop: Laptop
) -> None:
    room.write(write_ideas("Gymnase", "Laverie", "Numéro", "Charrette"))
    bring(laptop, "home", "vote")
    room.write(vote(ana={"home_0": 2, "home_1": 2, "home_2": 1}))
    laptop.do("ideas", "hold_idea", idea="home-0", reason="Hors de propos")
    room.write(vote(ana={"home_3": 1}))
    laptop.do("ideas", "hold_idea", idea="home-0", reason="")
    dots = {one.option: one.count for one in room.read(lambda hall: hall.list_dots("home"))}
    assert dots == {"home-0": 1, "home-1": 2, "home-2": 1, "home-3": 1}


def test_holding_an_idea_back_takes_it_off_a_frozen_screen(revealed: Room, laptop: Laptop) -> None:
    screen = revealed.screen()
    press(laptop, "freeze_screen", frozen=True)
    assert MANY[0] in str(seen(screen))
    laptop.do("ideas", "hold_idea", idea="many-0", reason="Elle nomme une personne.")
    assert MANY[0] not in str(seen(screen))


# -- names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("may_show", [True, False])
@pytest.mark.parametrize("status", list(AssignmentStatus))
def test_a_name_is_on_the_screen_only_for_a_mission_accepted_by_who_agreed_to_it(
    room: Room, status: AssignmentStatus, may_show: bool
) -> None:
    offered = Volunteer("ana", "Jeanne Petit", "", "", "", NOON, "aider l’atelier", may_show_name=may_show)
    room.write(lambda hall: hall.update_volunteer(offered))
    room.write(lambda hall: hall.add_mission(Mission("m", "home", "Tenir l’accueil", 2)))
    room.write(lambda hall: hall.update_assignment(Assignment("ana", "m", Reason("by-hand"), True, status)))
    room.walk_to(Moment.MISSIONS)
    ((mission,),) = [card["missions"] for card in seen(room.screen())["cards"]]
    accepted = status is AssignmentStatus.ACCEPTED
    assert mission["names"] == (["Jeanne Petit"] if accepted and may_show else [])
    assert mission["unnamed"] == (1 if accepted and not may_show else 0)
    assert mission["filled"] == int(accepted)
