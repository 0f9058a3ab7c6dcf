"""The screen shows what everybody may see, behind the room at times and never before it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import (
    IDEAS,
    NAMES,
    NOON,
    PSEUDONYMS,
    SECRETS,
    Laptop,
    Page,
    Room,
    Stopwatch,
    fill,
    lay_out,
    seat,
    show_in,
    write_ideas,
)
from workshop_kit.domain.course import MOMENTS, Moment, Phase, Role, Stage
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Change,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Source,
    Volunteer,
)
from workshop_kit.domain.moves import Move
from workshop_kit.domain.projection import Cover, Projection
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.moving import carry_out_move
from workshop_kit.live.contract.showing import list_panels
from workshop_kit.live.screen import ScreenWindow
from workshop_kit.live.screen.waiting import count_names
from workshop_kit.store import Repository
from workshop_kit.store.material import gather_material
from workshop_kit.visit import Visit
from workshop_kit.widgets.pace import Pace
from workshop_kit.widgets.panel import Panel


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill)


TEXTS = [idea.text for idea in IDEAS if idea.challenge == "home"]


def assign(room: Room, participant: str, mission: str, status: AssignmentStatus = AssignmentStatus.ACCEPTED) -> None:
    room.write(lambda repository: repository.update_assignment(
        Assignment(participant, mission, Reason("by-hand"), status=status)
    ))  # fmt: skip


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_moment_tells_the_screen_who_somebody_is(room: Room, moment: Moment) -> None:
    assign(room, "ana", "rounds")
    assign(room, "bob", "laundry")
    room.walk_to(moment)
    room.unveil()
    state = room.screen().everything()
    agreed = [NAMES["ana"]] if moment is Moment.MISSIONS else []
    told = [private for private in (*PSEUDONYMS.values(), *SECRETS) if private in state]
    assert told == agreed
    assert [identifier for identifier in PSEUDONYMS if f'"{identifier}"' in state] == []


@pytest.mark.parametrize("moment", [one for one in MOMENTS if one not in (Moment.REVEAL, Moment.RESULTS)])
def test_no_idea_is_on_the_screen_outside_the_reveal_and_the_results(room: Room, moment: Moment) -> None:
    room.walk_to(moment)
    state = room.screen().everything()
    assert [text for text in (*TEXTS, "Garde de nuit") if text in state] == []


@pytest.mark.parametrize("moment", [one for one in MOMENTS if one is not Moment.RESULTS])
def test_no_tally_is_on_the_screen_outside_the_results(room: Room, moment: Moment) -> None:
    room.walk_to(moment)
    model = room.screen().model("screen")
    assert "places" not in model
    assert '"dots":' not in json.dumps(model)
    assert '"supporters":' not in json.dumps(model)


def test_the_welcome_shows_the_address_and_its_code(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_JOIN_URL", "http://192.168.1.20:8866/")
    model = room.screen().model("screen")
    assert model["join"] == "http://192.168.1.20:8866/"
    assert model["people"] == 4
    assert len(model["qr"]) == len(model["qr"][0]) >= 21
    assert model["qr"][0].startswith("1111111")


def test_the_reveal_shows_a_group_as_one_card(room: Room) -> None:
    room.move(Moment.REVEAL)
    cards = room.screen().model("screen")["cards"]
    assert [(card["title"], card["texts"]) for card in cards] == [
        ("Garde de nuit", list(TEXTS[:2])),
        ("", ["Une laverie près de la gare, […]"]),
    ]


def test_ideas_in_the_words_of_their_group_s_title_are_said_once(room: Room) -> None:
    room.move(Moment.REVEAL)
    for idea in ("twin", "other"):
        twin = Idea(idea, "home", "Un car de nuit", None, "dan", NOON)
        room.write(lambda hall, twin=twin: hall.add_idea(twin))  # type: ignore[misc]
    room.write(lambda hall: hall.add_group(IdeaGroup("cars", "home", "Un car  de nuit", ("twin", "other"), NOON)))
    card = next(one for one in room.screen().model("screen")["cards"] if "car" in one["title"])
    assert (card["texts"], card["ideas"]) == ([], 2)


def test_a_telephone_number_typed_into_an_idea_is_blotted_out(room: Room) -> None:
    room.write(lambda r: r.add_idea(Idea("mine", "home", "Mon fourgon, 06 12 34 56 78", Source.LIVED, "bob", NOON)))
    room.move(Moment.REVEAL)
    texts = [text for card in room.screen().model("screen")["cards"] for text in card["texts"]]
    assert "Mon fourgon, […]" in texts


def test_the_results_tell_dots_and_supporters_apart(room: Room) -> None:
    room.write(lambda repository: repository.update_dots(Dots("bob", "home", "keep", 1)))
    room.move(Moment.RESULTS)
    room.unveil()
    ((first,), _) = [place["ranks"] for place in room.screen().model("screen")["places"]]
    assert (first["rank"], first["title"], first["dots"], first["supporters"]) == (1, "Garde de nuit", 3, 2)


def test_the_results_are_uncovered_place_by_place_from_the_last(room: Room) -> None:
    room.move(Moment.RESULTS)
    screen = room.screen()
    for uncovered, titles in enumerate([[], ["Une laverie près de la gare, […]"], ["Garde de nuit"]]):
        room.unveil(places=uncovered)
        screen.follow_once()
        places = screen.model("screen")["places"]
        assert [place["rank"] for place in places] == [1, 2]
        assert [place["ranks"] is None for place in places] == [uncovered < 2, uncovered < 1]
        assert all(title in screen.everything() for title in titles)
        if uncovered == 0:
            assert "laverie" not in screen.everything()
        if uncovered < 2:
            assert "Garde de nuit" not in screen.everything()


def test_what_comes_after_the_first_places_is_counted(make_room: MakeRoom) -> None:
    room = make_room(lay_out, seat, write_ideas("Un", "Deux", "Trois", "Quatre"))
    extra = [Idea(f"more-{number}", "home", f"Encore {number}", None, "ana", NOON) for number in range(4)]
    for idea in extra:
        room.write(lambda hall, idea=idea: hall.add_idea(idea))  # type: ignore[misc]
    ranked = [f"home-{number}" for number in range(4)] + ["more-0", "more-1"]
    for place, option in enumerate(ranked):
        for person in list(PSEUDONYMS)[: max(1, 4 - place)]:
            dots = Dots(person, "home", option, 2 if place < 3 else 1)
            room.write(lambda hall, dots=dots: hall.update_dots(dots))  # type: ignore[misc]
    room.move(Moment.RESULTS)
    model = room.screen().model("screen")
    assert [place["rank"] for place in model["places"]] == [1, 2, 3, 4], "the tie of the last place stays whole"
    assert (model["others"], model["without"]) == (0, 2)


def test_the_vote_counts_people_not_dots(room: Room) -> None:
    room.move(Moment.VOTE)
    assert room.screen().model("screen")["voted"] == 2


def come_by_file(repository: Repository) -> None:
    """Six volunteers that only a file names: they scored, voted and finished, and were never there."""
    for number in range(6):
        person = f"file-{number}"
        repository.add_participant(Participant(person, f"Venue par fichier {number}", "", "", Origin.FILE, NOON))
        repository.update_score(Score(person, "home", 3, 2))
        repository.update_dots(Dots(person, "home", "keep", 1))
        repository.add_finished("home", Stage.WRITING, person)
        repository.add_idea(Idea(f"by-{person}", "home", "Venue par fichier", None, person, NOON))


def test_of_so_many_never_exceeds_the_room(room: Room) -> None:
    room.write(come_by_file)
    room.move(Moment.WRITING)
    screen = room.screen()
    assert (screen.model("screen")["wrote"], screen.model("screen")["people"]) == (2, 4)
    room.move(Moment.VOTE, screen)
    assert (screen.model("screen")["voted"], screen.model("screen")["people"]) == (2, 4)
    room.move(Moment.SCORING, screen)
    draw_matrices(room, screen)
    matrix = read_matrix(screen)
    assert (matrix["heard"], matrix["room"]) == (3, 4)
    counts = matrix["counts"]
    assert (counts["heard"], counts["room"], counts["waited"], counts["others"]) == (3, 4, 1, 6)
    assert (counts["answered"], counts["counts"][0][3]) == (8, 7)


def test_volunteers_of_a_file_are_told_apart_from_the_offers_that_the_head_counts(room: Room, laptop: Laptop) -> None:
    def bring(hall: Repository) -> None:
        come_by_file(hall)
        for number in range(6):
            hall.update_volunteer(Volunteer(f"file-{number}", "Zoé Fictive", "", "", "", NOON, "missions"))

    room.write(bring)
    room.move(Moment.OFFER)
    screen = room.screen()
    laptop.refresh("header")
    heard = laptop.model("header")["heard"]
    assert heard > 0
    assert (screen.model("screen")["offers"], screen.model("screen")["others"]) == (heard, 6)
    room.move(Moment.THANKS, screen)
    assert (screen.model("screen")["offers"], screen.model("screen")["others"]) == (heard, 6)


def test_a_yes_without_contact_details_counts_alike_in_the_head_on_the_screen_and_in_the_synthesis(
    room: Room, laptop: Laptop
) -> None:
    def bring(hall: Repository) -> None:
        come_by_file(hall)
        hall.update_volunteer(Volunteer("file-0", "Zoé Fictive", "", "", "", NOON, "missions"))
        hall.update_participant(replace(hall.find_participant("file-1"), may_ask=False))

    room.write(bring)
    room.move(Moment.OFFER)
    screen = room.screen()
    before = screen.model("screen")["offers"]
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant("dan"), may_ask=True)))
    for one in (screen, laptop):
        one.follow_once()
    screen.refresh("screen")
    laptop.refresh("header")
    assert (screen.model("screen")["offers"], screen.model("screen")["others"]) == (before + 1, 5)
    assert laptop.model("header")["heard"] == before + 1
    assert make_synthesis(room.read(gather_material)).figures.known == 5


@pytest.mark.parametrize(("language", "details"), [("fr", "coordonnées"), ("en", "contact details")])
def test_the_call_for_help_asks_for_a_yes_or_a_no_and_for_contact_details_only_after_a_mission(
    language: str, details: str
) -> None:
    say = Translator(language)
    assert details not in say("screen.offer.title").lower()
    assert details in say("screen.offer.how").lower()
    assert "mission" in say("screen.offer.how")


def turn_page(room: Room, page: int, *pages: Page) -> None:
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), page=page)))
    for one in pages:
        one.follow_once()


def test_challenges_open_together_stand_on_one_page_and_each_on_its_own(room: Room) -> None:
    room.move(Moment.WRITING)
    screen = room.screen()
    assert (screen.model("screen")["pages"], screen.model("screen")["expected"]) == ([], 4)
    room.move(Moment.WRITING, screen, challenge="move")
    room.set_timer(9, "move")
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("move"), tables="tables 3 et 4")))
    room.write(lambda hall: hall.add_idea(Idea("more", "move", "Un car", None, "dan", NOON)))
    screen.follow_once()
    screen.refresh("screen")
    model = screen.model("screen")
    assert (model["page"], model["pages"]) == (0, [2, 1, 1])
    assert [one["challenge"]["number"] for one in model["open"]] == [1, 2]
    assert [one["wrote"] for one in model["open"]] == [2, 2]
    assert (model["wrote"], model["expected"]) == (3, 4), "of the whole room, each counted once"
    turn_page(room, 2, screen)
    model = screen.model("screen")
    ((number, tables),) = [(one["number"], one["tables"]) for one in model["challenges"]]
    assert (number, tables, model["wrote"], model["expected"]) == (2, "tables 3 et 4", 2, None)
    assert model["timer"] is not None


def test_challenges_open_together_count_what_is_done_with_each(room: Room) -> None:
    room.move(Moment.WRITING)
    screen = room.screen()
    room.move(Moment.WRITING, screen, challenge="move")
    turn_page(room, 0, screen)
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), stage=Stage.VOTE)))
    screen.follow_once()
    screen.refresh("screen")
    told = {one["challenge"]["number"]: (one["moment"], one["voted"]) for one in screen.model("screen")["open"]}
    assert told == {1: ("vote", 2), 2: ("writing", 0)}
    room.write(lambda hall: hall.update_dots(Dots("dan", "home", "wash", 1)))
    screen.follow_once()
    screen.refresh("screen")
    assert [one["voted"] for one in screen.model("screen")["open"]] == [3, 0], "a vote draws the page again"


def test_every_page_says_of_ideas_that_wait_to_be_read_beside_another_challenge_that_they_are_written(
    room: Room,
) -> None:
    room.move(Moment.WRITING)
    screen = room.screen()
    room.move(Moment.WRITING, screen, challenge="move")
    turn_page(room, 0, screen)
    room.write(
        lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), stage=Stage.REVEAL, brought=False))
    )
    screen.follow_once()

    def tell() -> list[tuple[str, bool]]:
        return [(one["moment"], one["over"]) for one in screen.model("screen")["open"]]

    assert tell() == [("reveal", True), ("writing", False)]
    turn_page(room, 1, screen)
    assert tell() == [("reveal", True)], "the same on its own page"
    assert not any(text in screen.everything() for text in TEXTS)
    turn_page(room, 0, screen)
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), brought=True)))
    screen.follow_once()
    assert tell() == [("reveal", False), ("writing", False)]


def test_a_vote_beside_another_challenge_is_of_nobody_knows_how_many(room: Room) -> None:
    room.move(Moment.VOTE)
    screen = room.screen()
    assert (screen.model("screen")["voted"], screen.model("screen")["expected"]) == (2, 4)
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("move"), stage=Stage.WRITING)))
    screen.follow_once()
    assert screen.model("screen")["expected"] is None


def test_the_screen_knows_that_the_room_is_further_than_what_it_shows(room: Room) -> None:
    room.move(Moment.WRITING)
    screen = room.screen()
    assert [one["moment"] for one in screen.model("screen")["open"]] == ["writing"]
    room.move(Moment.REVEAL, screen, screen=False)
    assert (screen.model("screen")["view"], screen.model("screen")["open"][0]["moment"]) == ("writing", "reveal")
    room.move(Moment.VOTE, screen)
    assert screen.model("screen")["over"] is False
    room.move(Moment.RESULTS, screen)
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), stage=Stage.VOTE)))
    screen.follow_once()
    assert (screen.model("screen")["view"], screen.model("screen")["over"]) == ("vote", True)
    room.move(Moment.OFFER, screen)
    assert screen.model("screen")["over"] is False
    room.move(Moment.MISSIONS, screen, screen=False)
    assert (screen.model("screen")["view"], screen.model("screen")["over"]) == ("offer", True)


def test_a_held_idea_is_in_no_number_and_its_author_wrote_all_the_same(room: Room) -> None:
    room.move(Moment.REVEAL)
    laptop = room.laptop()
    laptop.refresh("ideas")
    before = laptop.model("ideas")["counts"]
    laptop.do("ideas", "hold_idea", idea="wash", reason="Il nomme quelqu’un")
    for panel in ("ideas", "course"):
        laptop.refresh(panel)
    after = laptop.model("ideas")["counts"]
    assert (after["ideas"], after["wrote"]) == (before["ideas"] - 1, before["wrote"])
    assert laptop.model("course")["challenges"][0]["ideas"] == after["ideas"]


LONG = "Ouvrir le gymnase chaque soir d’hiver, avec un repas chaud et des douches, " * 5


def test_a_long_title_is_cut_visibly_and_stands_whole_on_a_page_after_the_places(room: Room) -> None:
    room.write(lambda hall: hall.update_idea(replace(hall.list_ideas("home")[2], text=LONG.strip(" ,"))))
    room.write(lambda hall: hall.update_dots(Dots("bob", "home", "wash", 1)))
    room.move(Moment.RESULTS)
    screen = room.screen()
    assert (screen.model("screen")["whole"], screen.model("screen")["pages"]) == ([], [])
    room.unveil()
    screen.follow_once()
    model = screen.model("screen")
    (cut,) = [rank for place in model["places"] for rank in place["ranks"] if rank["page"] is not None]
    assert cut["title"].endswith("…")
    assert LONG.startswith(cut["title"][:-1])
    assert [one["title"] for one in model["whole"]] == [LONG.strip(" ,")]
    assert (cut["page"], model["pages"]) == (1, [2, 1])


def read_matrix(screen: Page, number: int = 1) -> dict[str, Any]:
    """Return what the screen has of the matrix of a challenge, by its number."""
    (found,) = [one for one in screen.model("screen")["matrices"] if one["challenge"]["number"] == number]
    return dict(found)


def draw_matrices(room: Room, *pages: Page) -> None:
    """Have the matrices drawn though somebody has not answered, as the facilitator's remote does."""
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), drawn=True)))
    for page in pages:
        page.follow_once()


def score_all(room: Room, *people: str) -> None:
    for person in people:
        score = Score(person, "home", 2, 1)
        room.write(lambda hall, score=score: hall.update_score(score))  # type: ignore[misc]


def seat_more(room: Room, *people: str) -> None:
    for person in people:
        seated = Participant(person, person, "shop", "", Origin.ROOM, NOON)
        room.write(lambda hall, seated=seated: hall.add_participant(seated))  # type: ignore[misc]


def test_a_mark_of_fewer_than_five_is_somebody_and_is_drawn_nowhere(room: Room) -> None:
    room.move(Moment.SCORING)
    screen = room.screen()
    score_all(room, "cle", "dan")
    draw_matrices(room, screen)
    matrix = read_matrix(screen)
    assert (matrix["heard"], matrix["few"], matrix["counts"]) == (4, True, None)
    assert '"in_zone"' not in screen.everything()
    seat_more(room, "fay")
    score_all(room, "fay")
    screen.follow_once()
    screen.refresh("screen")
    matrix = read_matrix(screen)
    assert (matrix["few"], matrix["counts"]["answered"]) == (False, 5)


def test_a_matrix_is_drawn_once_all_present_have_answered(room: Room) -> None:
    room.move(Moment.SCORING)
    seat_more(room, "fay", "gil")
    score_all(room, "cle", "dan", "fay")
    screen = room.screen()
    assert (read_matrix(screen)["few"], read_matrix(screen)["counts"]) == (False, None), "gil is waited for"
    assert read_matrix(screen)["heard"] == 5
    left = replace(room.read(lambda hall: hall.find_participant("gil")), away_at=NOON)
    room.write(lambda hall: hall.update_participant(left))
    screen.follow_once()
    screen.refresh("screen")
    assert read_matrix(screen)["counts"]["waited"] == 0


def test_a_matrix_is_drawn_before_when_the_facilitator_says_so_and_is_so_the_next_time(room: Room) -> None:
    room.move(Moment.SCORING)
    seat_more(room, "fay", "gil")
    score_all(room, "cle", "dan", "fay")
    screen = room.screen()
    draw_matrices(room, screen)
    counts = read_matrix(screen)["counts"]
    assert (counts["answered"], counts["waited"], counts["counts"][0]) == (5, 1, [0, 0, 0, 1])
    assert read_matrix(screen, 2)["counts"] is None
    room.move(Moment.OFFER, screen=False)
    room.move(Moment.SCORING, screen, screen=False)
    screen.refresh("screen")
    assert read_matrix(screen)["counts"] == counts


def add_mission(mission: Mission, hall: Repository) -> None:
    hall.add_mission(mission)


def find_filling(room: Room, title: str) -> Any:
    """Return a mission as the screen shows it."""
    cards = room.screen().model("screen")["cards"]
    (found,) = [one for card in cards for one in card["missions"] if one["title"] == title]
    return found


def test_a_mission_names_those_who_agreed_and_counts_the_others(room: Room) -> None:
    for person in ("ana", "bob"):
        assign(room, person, "laundry")
    assign(room, "dan", "laundry", AssignmentStatus.DECLINED)
    room.move(Moment.MISSIONS)
    laundry = find_filling(room, "Accueil de la laverie")
    assert (laundry["filled"], laundry["names"], laundry["unnamed"]) == (2, [NAMES["ana"]], 1)


def test_who_agreed_to_be_named_and_left_no_name_is_named_by_their_pseudonym(room: Room) -> None:
    for person in ("cle", "dan", "eve"):
        assign(room, person, "laundry")
        shown = Volunteer(person, "", "", "", "", None, "", may_show_name=person != "dan")
        room.write(lambda hall, shown=shown: hall.update_volunteer(shown))  # type: ignore[misc]
    assert room.read(count_names) == 2  # ana, who left a name, and cle; eve is of a file, and so is what she is called
    room.move(Moment.MISSIONS)
    laundry = find_filling(room, "Accueil de la laverie")
    assert (laundry["filled"], laundry["names"], laundry["unnamed"]) == (3, [PSEUDONYMS["cle"]], 2)


def test_a_mission_still_without_an_answer_names_and_counts_nobody(room: Room) -> None:
    assign(room, "ana", "laundry", AssignmentStatus.PROPOSED)
    room.move(Moment.MISSIONS)
    laundry = find_filling(room, "Accueil de la laverie")
    assert (laundry["filled"], laundry["names"], laundry["unnamed"]) == (0, [], 0)
    before = room.read(lambda repository: len(repository.list_assignments()))
    room.move(Moment.THANKS)
    assert room.screen().model("screen")["taken"] < before


def test_an_answer_that_is_to_come_later_is_waited_for_and_a_wish_for_another_is_not(room: Room) -> None:
    assign(room, "ana", "laundry", AssignmentStatus.LATER)
    assign(room, "bob", "laundry", AssignmentStatus.PROPOSED)
    away = Assignment("dan", "laundry", Reason("by-hand"), status=AssignmentStatus.DECLINED, another=True)
    room.write(lambda hall: hall.update_assignment(away))
    room.move(Moment.MISSIONS)
    laundry = find_filling(room, "Accueil de la laverie")
    assert (laundry["filled"], laundry["waiting"], laundry["names"]) == (0, 2, [])


def test_missions_stand_challenge_by_challenge_with_their_minimum_and_what_is_taken_of_all(room: Room) -> None:
    known = room.read(lambda hall: (hall.list_challenges(), hall.list_missions()))
    first = known[0][0].id
    extra = [
        Mission(f"m{at}", first, f"Tenir la permanence du soir, semaine {at}", 4, min_places=2) for at in range(30)
    ]
    for one in extra:
        room.write(partial(add_mission, one))
    room.move(Moment.MISSIONS)
    model = room.screen().model("screen")
    cards = [card for card in model["cards"] if card["number"] == 1]
    assert [card["more"] for card in cards] == [False, *[True] * (len(cards) - 1)]
    assert {card["number"] for card in model["cards"]} == {
        place
        for place, one in enumerate(known[0], 1)
        if one.id == first or any(m.challenge == one.id for m in known[1])
    }
    shown = [one for card in cards for one in card["missions"]]
    own = room.read(lambda hall: hall.list_missions(first))
    assert [one["title"] for one in shown] == [one.title for one in own]
    assert [one["minimum"] for one in shown] == [one.min_places for one in own]
    assert {(card["filled"], card["places"]) for card in cards} == {
        (sum(one["filled"] for one in shown), sum(one.places for one in own))
    }
    assert sum(model["pages"]) == len(model["cards"])
    assert len(model["pages"]) > 1


def test_places_that_fill_are_drawn_twice_a_second_at_most() -> None:
    (panel,) = list_panels(ScreenWindow, "screen").values()
    assert panel.pace is not None
    assert panel.pace >= 0.5
    assert not {"assignment", "mission", "volunteer"} & panel.at_once


def test_the_screen_speaks_the_workshop_s_language_unless_its_address_says_otherwise(room: Room) -> None:
    screen = room.screen()
    assert screen.panels["screen"].lang == "fr"
    screen.window.visit = Visit(None, "lang=en")
    screen.refresh("screen")
    assert screen.panels["screen"].lang == "en"
    screen.window.visit = Visit(None, "lang=tlh")
    screen.refresh("screen")
    assert screen.panels["screen"].lang == "fr"


def test_the_screen_takes_no_intention(room: Room) -> None:
    screen = room.screen()
    before = room.store.latest_sequence()
    for wanted in ("write_idea", "move_room", "refresh", "read"):
        assert screen.ask("screen", wanted)["ok"] is False
    assert room.store.latest_sequence() == before


def test_a_new_moment_is_drawn_at_once_even_in_a_pause(room: Room) -> None:
    watch = Stopwatch()
    screen = room.screen()
    panel = Panel(screen.window, "screen", clock=watch, later=watch.later)
    assert panel.pace is not None
    room.move(Moment.SCORING)
    screen.follow_once()
    panel.pace.ask()
    room.move(Moment.THANKS)
    screen.follow_once()
    assert panel.model["moment"] == "thanks"


def test_scores_are_drawn_at_most_twice_a_second_and_the_last_one_is_shown(room: Room) -> None:
    watch = Stopwatch()
    room.move(Moment.SCORING)
    seat_more(room, "fay", "gil")
    screen = room.screen()
    panel = Panel(screen.window, "screen", clock=watch, later=watch.later)
    screen.follow_once()
    drawn: list[int] = []
    panel.observe(lambda change: drawn.append(change["new"]["matrices"][0]["heard"]), "model")
    for person in ("fay", "gil"):
        for interest in (-2, -1, 0, 1, 2):
            room.write(lambda r, p=person, i=interest: r.update_score(Score(p, "home", 1, i)))  # type: ignore[misc]
            screen.follow_once()
            watch.pass_time(0.02)
    assert drawn == [4]
    assert len(watch.alarms) == 1
    watch.pass_time(0.5)
    assert drawn == [4, 5]
    assert watch.alarms == []


def test_what_a_moment_does_not_show_does_not_draw_the_screen_again(room: Room) -> None:
    room.move(Moment.WRITING)
    screen = room.screen()
    asked: list[bool] = []
    screen.panels["screen"].pace = Pace(lambda: asked.append(True))
    room.write(lambda repository: repository.update_score(Score("dan", "home", 1, 1)))
    screen.follow_once()
    assert asked == []
    offering = Volunteer("dan", "Zoé Fictive", "", "", "", NOON, "missions")
    room.write(lambda repository: repository.update_volunteer(offering))
    screen.follow_once()
    assert asked == []
    room.write(lambda repository: repository.add_idea(Idea("more", "home", "Une autre", None, "dan", NOON)))
    screen.follow_once()
    assert asked == [True]


def test_the_screen_shows_all_challenges_until_the_room_works_on_one(room: Room) -> None:
    screen = room.screen()
    assert [one["stake"] for one in screen.model("screen")["challenges"]] == ["Logement", "Mobilité"]
    room.move(Moment.WRITING, screen, challenge="move")
    model = screen.model("screen")
    assert ([one["number"] for one in model["challenges"]], model["of"]) == ([2], 2)


def test_the_timer_on_the_screen_is_that_of_what_it_shows(room: Room) -> None:
    room.move(Moment.WRITING)
    room.set_timer(5)
    room.set_timer(9, "move")
    room.set_timer(20, None)
    screen = room.screen()

    def left() -> int:
        timer = screen.model("screen")["timer"]
        return int(timer["ends_at"] - timer["now"]) // 60_000

    assert left() == 5
    room.move(Moment.WRITING, screen, challenge="move")
    room.set_timer(9, "move")
    turn_page(room, 2, screen)
    assert left() == 9
    room.move(Moment.SCORING)
    room.set_timer(20, None)
    screen.follow_once()
    assert left() == 20


def test_the_screen_shows_what_the_table_of_the_course_says(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    show_in(monkeypatch, Role.SCREEN, voted=(), ideas=(Stage.VOTE,))
    room.move(Moment.VOTE)
    beamer = room.screen()
    panel = beamer.panels["screen"]
    assert panel.model["view"] == "reveal"
    idea, dots = Change(1, "idea", "any"), Change(2, "vote", "any")
    assert beamer.window.concerns(panel.spec, idea, panel.model)
    assert not beamer.window.concerns(panel.spec, dots, panel.model)


def test_a_moment_without_a_view_of_its_own_shows_the_challenge_and_the_time_left(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_in(monkeypatch, Role.SCREEN, voted=())
    room.move(Moment.VOTE)
    model = room.screen().read_all()["screen"]
    assert (model["view"], model["moment"]) == ("plain", Moment.VOTE)
    assert [one["stake"] for one in model["challenges"]] == ["Logement"]


# -- behind the room, never before it ----------------------------------------------------------------------------------


def test_a_challenge_taken_up_again_from_its_ideas_hides_them_at_once(room: Room) -> None:
    room.move(Moment.REVEAL)
    screen = room.screen()
    assert screen.model("screen")["view"] == "reveal"
    room.move(Moment.WRITING, screen, screen=False)
    assert screen.model("screen")["view"] == "writing"
    assert not any(text in screen.everything() for text in TEXTS)


def test_the_facilitator_reads_what_is_revealed_first_and_the_screen_follows_at_a_press(room: Room) -> None:
    room.move(Moment.WRITING)
    screen, phone, laptop = room.screen(), room.phone("browser"), room.laptop()
    room.move(Moment.REVEAL, screen, phone, laptop, screen=False)
    assert (screen.model("screen")["view"], screen.model("screen")["moment"]) == ("writing", "writing")
    assert TEXTS[0] not in screen.everything()
    assert TEXTS[0] in phone.everything()
    assert TEXTS[0] in laptop.everything()
    room.bring_screen(screen)
    assert (screen.model("screen")["view"], screen.model("screen")["moment"]) == ("reveal", "reveal")
    assert TEXTS[0] in screen.everything()


def test_the_names_of_the_missions_wait_for_the_press_as_well(room: Room) -> None:
    room.walk_to(Moment.OFFER)
    screen = room.screen()
    room.move(Moment.MISSIONS, screen, screen=False)
    assert screen.model("screen")["view"] == "offer"
    room.bring_screen(screen)
    assert NAMES["ana"] in screen.everything()


def test_who_need_not_read_first_brings_the_screen_with_the_room(room: Room) -> None:
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), read_first=False)))
    screen = room.screen()
    for moment in (Moment.WRITING, Moment.REVEAL, Moment.VOTE, Moment.RESULTS):
        room.move(moment, screen, screen=False)
        assert screen.model("screen")["view"] == moment


def test_the_screen_never_stands_before_the_room(room: Room) -> None:
    room.move(Moment.WRITING)
    for place, view in (
        (Projection(Phase.WORK, "home", Stage.RESULTS), "writing"),
        (Projection(Phase.WORK, "home", Stage.REVEAL), "writing"),
        (Projection(Phase.WORK, "home", None), "writing"),
        (Projection(Phase.WORK, "move", Stage.REVEAL), "plain"),
        (Projection(Phase.MISSIONS), "writing"),
        (Projection(Phase.WELCOME), "welcome"),
    ):
        room.write(lambda hall, place=place: hall.update_projection(place))  # type: ignore[misc]
        screen = room.screen()
        assert screen.model("screen")["view"] == view, place
        assert not any(idea.text in screen.everything() for idea in IDEAS), place


def freeze(room: Room, screen: Page) -> None:
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), frozen=True)))
    screen.follow_once()


def test_a_frozen_screen_stays_while_the_room_goes_on(room: Room) -> None:
    room.move(Moment.VOTE)
    screen = room.screen()
    freeze(room, screen)
    before = screen.model("screen")
    room.write(lambda hall: hall.update_dots(Dots("dan", "home", "wash", 1)))
    room.move(Moment.RESULTS, screen, screen=False)
    assert screen.model("screen") == before
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), frozen=False)))
    room.bring_screen(screen)
    assert screen.model("screen")["view"] == "results"


def test_a_frozen_screen_lets_go_of_what_the_room_hides(room: Room) -> None:
    room.move(Moment.REVEAL)
    screen = room.screen()
    freeze(room, screen)
    room.move(Moment.WRITING, screen, screen=False)
    assert screen.model("screen")["view"] == "writing"
    assert not any(text in screen.everything() for text in TEXTS)


def test_a_frozen_screen_lets_go_of_another_challenge_that_is_hidden(room: Room) -> None:
    room.move(Moment.REVEAL)
    screen = room.screen()
    freeze(room, screen)
    room.move(Moment.WRITING, screen, challenge="move", screen=False)
    assert TEXTS[0] in screen.everything()
    room.write(lambda hall: carry_out_move(hall, Move(stages={"home": Stage.WRITING}), NOON))
    screen.follow_once()
    assert not any(text in screen.everything() for text in TEXTS)


def test_an_idea_held_back_leaves_a_frozen_screen_too(room: Room) -> None:
    room.move(Moment.REVEAL)
    screen, laptop = room.screen(), room.laptop()
    freeze(room, screen)
    laptop.do("ideas", "hold_idea", idea="wash", reason="Il nomme quelqu’un")
    screen.follow_once()
    screen.refresh("screen")
    assert "laverie" not in screen.everything()


@pytest.mark.parametrize(("cover", "view"), [(Cover.BLACK, "black"), (Cover.CODE, "code")])
def test_a_covered_screen_shows_nothing_of_what_it_covers(room: Room, cover: Cover, view: str) -> None:
    room.move(Moment.REVEAL)
    screen = room.screen()
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), cover=cover)))
    screen.follow_once()
    assert screen.model("screen")["view"] == view
    assert not any(text in screen.everything() for text in TEXTS)


def test_cards_are_turned_page_by_page_and_a_page_that_went_is_the_last(room: Room) -> None:
    for number in range(30):
        idea = Idea(f"long-{number}", "home", f"Idée {number} " + "très longue " * 8, None, "bob", NOON)
        room.write(lambda hall, idea=idea: hall.add_idea(idea))  # type: ignore[misc]
    room.move(Moment.REVEAL)
    screen = room.screen()
    pages = screen.model("screen")["pages"]
    assert len(pages) > 2
    assert sum(pages) == len(screen.model("screen")["cards"]) == 32
    room.write(lambda hall: hall.update_projection(replace(hall.find_projection(), page=len(pages) + 5)))
    screen.follow_once()
    assert screen.model("screen")["page"] == len(pages) - 1
