"""Challenges are revealed one by one: what is done with the first shows nothing of the second, to anybody."""

from __future__ import annotations

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NOON, Page, Phone, Room, lay_out, seat, write_ideas
from workshop_kit.domain.course import OPEN_STAGES, STAGES, Moment, Phase, Stage
from workshop_kit.domain.model import Dots, Idea, IdeaGroup
from workshop_kit.domain.moves import plan_stage
from workshop_kit.domain.projection import Projection
from workshop_kit.live.acts.moving import carry_out_move, read_present
from workshop_kit.store import Repository

FIRST = ("Ouvrir le gymnase", "Une laverie près de la gare", "Former dix bénévoles", "Des repas chauds")
#: Nobody whose page is opened here wrote one of these.
SECOND = ("", "Un car le samedi", "Partager les fourgons", "Un pédibus le mercredi")
TITLE = "Rouler ensemble"
TEXTS = (*(text for text in SECOND if text), TITLE)


def fill_both(hall: Repository) -> None:
    """Ideas, a group and dots for two challenges; ana, whose phone is looked at, gave nothing to the second."""
    lay_out(hall)
    seat(hall)
    hall.link_visitor(ANAS, "ana")
    write_ideas(*FIRST)(hall)
    for number, (text, person) in enumerate(zip(SECOND, ("ana", "bob", "cle", "dan"), strict=True)):
        if text:
            hall.add_idea(Idea(f"move-{number}", "move", text, None, person, NOON))
    hall.add_group(IdeaGroup("wheels", "move", TITLE, ("move-1", "move-2"), NOON))
    hall.update_dots(Dots("bob", "move", "wheels", 2))
    hall.update_dots(Dots("cle", "move", "move-3", 1))


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(fill_both)


def open_pages(room: Room) -> dict[str, Page]:
    phone = room.phone(ANAS)
    phone.do("thanks", "look_at_what_i_gave", opened=True)
    return {"phone": phone, "facilitator": room.laptop(), "screen": room.screen(), "newcomer": room.phone("stranger")}


def bring(room: Room, challenge: str, stage: Stage, *pages: Page) -> None:
    """Bring a challenge to a stage beside the others, with the screen on it."""

    def act(hall: Repository) -> None:
        move = plan_stage(read_present(hall), challenge, stage, together=True)
        if not move.is_none:
            carry_out_move(hall, move, room.moment)

    room.write(act)
    room.bring_screen(*pages)


def find_leaks(page: Page, texts: tuple[str, ...]) -> list[str]:
    page.follow_once()
    for panel in page.panels:
        page.refresh(panel)
    state = page.everything()
    return [text for text in texts if text in state]


def turn_page_to(room: Room, page: Page, challenge: str | None) -> None:
    """Have the facilitator's page look at a challenge, and the remote ask the screen for its results."""
    if "course" in page.panels:
        page.do("ideas", "look_at", challenge=challenge)
    if challenge is not None:
        asked = Projection(Phase.WORK, challenge, Stage.RESULTS)
        room.write(lambda hall: hall.update_projection(asked))


@pytest.mark.parametrize("waiting", [Stage.UNOPENED, Stage.WRITING])
@pytest.mark.parametrize("reader", ["phone", "facilitator", "screen", "newcomer"])
def test_no_stage_of_one_challenge_shows_an_idea_of_another_that_is_not_revealed(
    room: Room, reader: str, waiting: Stage
) -> None:
    page = open_pages(room)[reader]
    bring(room, "home", Stage.WRITING, page)
    bring(room, "move", waiting, page)
    seen = set()
    for stage in STAGES[1:]:
        bring(room, "home", stage, page)
        room.unveil("home")
        assert find_leaks(page, TEXTS) == [], stage
        seen |= {text for text in FIRST if text in page.everything()}
        turn_page_to(room, page, "move")
        assert find_leaks(page, TEXTS) == [], stage
        turn_page_to(room, page, None)
    assert reader == "newcomer" or seen == set(FIRST), "the first challenge was there to be seen"


@pytest.mark.parametrize("moment", [Moment.SCORING, Moment.OFFER, Moment.MISSIONS, Moment.THANKS])
@pytest.mark.parametrize("reader", ["phone", "facilitator", "screen"])
def test_what_was_never_revealed_is_not_shown_because_the_room_went_on(room: Room, reader: str, moment: Moment) -> None:
    page = open_pages(room)[reader]
    bring(room, "move", Stage.WRITING)
    bring(room, "home", Stage.RESULTS)
    room.move(moment, page)
    if reader == "facilitator":
        page.do("ideas", "look_at", challenge="move")
    assert find_leaks(page, TEXTS) == []


def test_the_facilitator_who_looks_at_a_challenge_that_is_not_revealed_sees_numbers_alone(room: Room) -> None:
    laptop = room.laptop()
    bring(room, "home", Stage.REVEAL, laptop)
    laptop.do("ideas", "look_at", challenge="move")
    model = laptop.model("ideas")
    assert (model["challenge"]["id"], model["stage"], model["current"]) == ("move", "hidden", False)
    assert (model["counts"]["ideas"], model["options"]) == (3, [])
    assert find_leaks(laptop, TEXTS) == []
    laptop.do("ideas", "look_at", challenge=None)
    assert (laptop.model("ideas")["challenge"]["id"], laptop.model("ideas")["current"]) == ("home", True)
    laptop.do("ideas", "look_at", challenge="gone")
    assert laptop.model("ideas")["challenge"]["id"] == "home"


@pytest.mark.parametrize("stage", [Stage.REVEAL, Stage.VOTE])
@pytest.mark.parametrize("reader", ["phone", "facilitator", "screen"])
def test_the_results_of_one_challenge_show_no_tally_of_another(room: Room, reader: str, stage: Stage) -> None:
    page = open_pages(room)[reader]
    bring(room, "move", stage)
    before = counted(page)
    bring(room, "home", Stage.RESULTS, page)
    room.unveil("home")
    page.follow_once()
    room.write(lambda hall: hall.update_dots(Dots("dan", "move", "move-3", 2)))
    page.follow_once()
    assert counted(page) == before
    bring(room, "move", Stage.RESULTS)
    room.unveil("move")
    assert counted(page) != before, "the tallies of the second were there to be seen"


def counted(page: Page) -> list[tuple[str, int, int]]:
    """Return what a page has of the tallies of the second challenge: option, dots, supporters."""
    page.follow_once()
    if "ideas" in page.panels and "course" in page.panels:
        page.do("ideas", "look_at", challenge="move")
    models = page.read_all()
    found: list[tuple[str, int, int]] = []

    def search(value: object) -> None:
        if isinstance(value, dict):
            title = str(value.get("title", ""))
            tally = value.get("tally", value)
            if isinstance(tally, dict) and "supporters" in tally and (title in TEXTS):
                found.append((title, tally["dots"], tally["supporters"]))
            for one in value.values():
                search(one)
        elif isinstance(value, list):
            for one in value:
                search(one)

    search(models)
    return found


def test_each_phone_has_both_challenges_each_as_far_as_it_has_come(room: Room) -> None:
    phone = room.phone(ANAS)
    bring(room, "home", Stage.REVEAL)
    bring(room, "move", Stage.WRITING, phone)
    ideas = phone.model("ideas")["challenges"]
    assert [(one["id"], one["stage"]) for one in ideas] == [("home", "reveal"), ("move", "writing")]
    assert "options" not in ideas[1]
    bring(room, "home", Stage.VOTE, phone)
    assert [(one["id"], one["stage"]) for one in phone.model("vote")["challenges"]] == [("home", "vote")]
    assert [(one["id"], one["stage"]) for one in phone.model("ideas")["challenges"]] == [("move", "writing")]
    bring(room, "home", Stage.RESULTS)
    bring(room, "move", Stage.VOTE, phone)
    assert [(one["id"], one["stage"]) for one in phone.model("vote")["challenges"]] == [
        ("home", "results"),
        ("move", "vote"),
    ]


def test_one_writes_and_votes_on_each_challenge_as_it_stands_and_not_as_the_room_does(room: Room) -> None:
    phone = room.phone(ANAS)
    bring(room, "home", Stage.VOTE)
    bring(room, "move", Stage.WRITING, phone)
    assert room.workshop().current_challenge == "home"
    written = phone.do("ideas", "write_idea", challenge="move", text="Une charrette commune")["idea"]
    assert "écriture" in phone.refuse("ideas", "write_idea", challenge="home", text="Trop tard").lower()
    phone.do("vote", "place_dots", challenge="home", option="home-1", count=2)
    phone.refuse("vote", "place_dots", challenge="move", option="move-3", count=1)
    phone.do("ideas", "finish", challenge="move", stage="writing", finished=True)
    assert room.read(lambda hall: hall.list_finished("move", Stage.WRITING)) == {"ana"}
    assert room.read(lambda hall: hall.list_finished("home", Stage.WRITING)) == frozenset()
    phone.do("ideas", "remove_idea", idea=written)
    phone.refuse("ideas", "remove_idea", idea="home-0")


def test_an_option_of_another_challenge_takes_no_dots(room: Room) -> None:
    phone = room.phone(ANAS)
    bring(room, "home", Stage.VOTE)
    bring(room, "move", Stage.REVEAL, phone)
    phone.refuse("vote", "place_dots", challenge="home", option="move-3", count=1)
    assert room.read(lambda hall: hall.list_votes(participant="ana")) == ()


def test_dots_on_one_challenge_do_not_draw_another_that_is_voted_on(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = room.phone(ANAS)
    bring(room, "home", Stage.RESULTS)
    bring(room, "move", Stage.VOTE, phone)
    refreshed: list[str] = []
    monkeypatch.setattr(phone.panels["vote"], "refresh", lambda: refreshed.append("vote"))
    room.write(lambda hall: hall.update_dots(Dots("dan", "move", "move-3", 2)))
    phone.follow_once()
    assert refreshed == []


def test_the_phone_of_a_covered_result_is_not_told_what_the_screen_covers(room: Room) -> None:
    for dots in (Dots("bob", "home", "home-0", 2), Dots("cle", "home", "home-1", 1)):
        room.write(lambda hall, dots=dots: hall.update_dots(dots))  # type: ignore[misc]
    phone, screen = room.phone(ANAS), room.screen()
    bring(room, "home", Stage.RESULTS, phone, screen)
    (home,) = phone.model("vote")["challenges"]
    assert home["covered"] == 2
    assert home["options"] == []  # what stands in no place would tell by elimination what is covered
    for page in (phone, screen):
        assert not any(text in json_of(page, "vote", "screen") for text in FIRST[:2])
    room.unveil("home", 1)
    phone.follow_once()
    (home,) = phone.model("vote")["challenges"]
    assert [one["rank"] for one in home["options"]] == [2]
    for page in (phone, screen):
        page.follow_once()
        assert FIRST[1] in json_of(page, "vote", "screen")
        assert FIRST[0] not in json_of(page, "vote", "screen")
    room.unveil("home", 2)
    phone.follow_once()
    (home,) = phone.model("vote")["challenges"]
    assert (home["covered"], [one["rank"] for one in home["options"][:2]]) == (0, [1, 2])


def json_of(page: Page, *panels: str) -> str:
    return str([page.model(panel) for panel in panels if panel in page.panels])


# -- reworded while people write ---------------------------------------------------------------------------------------

NEW = "Chacun va au marché sans voiture d’ici 2028."


def reword(room: Room, *pages: Page, statement: str = NEW) -> None:
    """Have the facilitator say the second challenge otherwise."""
    laptop = room.laptop()
    laptop.do("challenges", "write_challenge", id="move", stake="Mobilité", statement=statement)
    for page in pages:
        page.follow_once()


def find_seat(phone: Phone) -> dict[str, object]:
    (found,) = [one for one in phone.model("seat")["challenges"] if one["id"] == "move"]
    return dict(found)


def test_a_challenge_reworded_while_people_write_keeps_which_wording_each_idea_answers(room: Room) -> None:
    phone = room.phone(ANAS)
    bring(room, "move", Stage.WRITING, phone)
    before = phone.do("ideas", "write_idea", challenge="move", text="Un vélo pour tous", wording=1)["idea"]
    reword(room, phone)
    assert (find_seat(phone)["wording"], find_seat(phone)["statement"]) == (2, NEW)
    on_the_way = phone.do("ideas", "write_idea", challenge="move", text="Un tram", wording=1)["idea"]
    after = phone.do("ideas", "write_idea", challenge="move", text="Un funiculaire", wording=2)["idea"]
    unsaid = phone.do("ideas", "write_idea", challenge="move", text="Une passerelle")["idea"]
    ahead = phone.do("ideas", "write_idea", challenge="move", text="Un téléphérique", wording=9)["idea"]
    numbers = {one.id: one.wording for one in room.read(lambda hall: hall.list_ideas("move", "ana"))}
    assert numbers == {before: 1, on_the_way: 1, after: 2, unsaid: 2, ahead: 2}
    earlier = {one["id"] for one in phone.model("ideas")["challenges"][0]["ideas"] if one["earlier"]}
    assert earlier == {before, on_the_way}
    phone.do("ideas", "correct_idea", idea=before, text="Un vélo pour toutes", source=None)
    assert room.read(lambda hall: hall.find_idea(before)).wording == 1
    kept = room.read(lambda hall: hall.list_wordings("move"))
    assert [(one.number, one.statement) for one in kept] == [(1, "Aller au marché sans voiture."), (2, NEW)]


def test_an_idea_of_an_earlier_wording_is_marked_for_the_facilitator_once_revealed(room: Room) -> None:
    phone = room.phone(ANAS)
    bring(room, "move", Stage.WRITING, phone)
    idea = phone.do("ideas", "write_idea", challenge="move", text="Un vélo pour tous", wording=1)["idea"]
    reword(room)
    bring(room, "move", Stage.REVEAL)
    laptop = room.laptop()
    laptop.do("ideas", "look_at", challenge="move")
    marked = {one["id"]: one["earlier"] for option in laptop.model("ideas")["options"] for one in option["ideas"]}
    assert marked == {idea: True, "move-1": False, "move-2": False, "move-3": False}


@pytest.mark.parametrize("stage", [Stage.WRITING, Stage.REVEAL])
def test_a_rewording_moves_nothing_and_can_not_be_taken_for_a_move(room: Room, stage: Stage) -> None:
    bring(room, "move", stage)
    before = room.read(read_present)
    reword(room)
    after = room.read(read_present)
    assert (after.stages, after.focus, after.phase) == (before.stages, before.focus, before.phase)
    assert (before.wordings["move"], after.wordings["move"]) == (1, 2)
    laptop = room.laptop()
    laptop.do("course", "take_back", move=laptop.model("course")["undo"]["move"])
    assert room.challenge("move").stage is Stage.UNOPENED
    assert (room.challenge("move").wording, room.challenge("move").statement) == (2, NEW)


def test_a_challenge_nobody_has_answered_is_only_corrected(make_room: MakeRoom) -> None:
    room = make_room(lay_out, seat)
    reword(room)
    assert (room.challenge("move").wording, room.challenge("move").statement) == (1, NEW)
    reword(room)
    bring(room, "move", Stage.WRITING)
    reword(room)
    assert room.challenge("move").wording == 1, "the same words are no other wording"
    assert room.read(lambda hall: [one.kind for one in hall.list_steps() if one.wording is not None]) == []


@pytest.mark.parametrize(
    "corrected",
    ["Aller au marché, sans voiture.", "ALLER au marché sans voiture", "Aller au marché sans voiture !"],
)
def test_another_comma_capital_or_space_is_a_correction_and_no_other_wording(room: Room, corrected: str) -> None:
    phone = room.phone(ANAS)
    room.move(Moment.WRITING, phone, challenge="move")
    idea = phone.do("ideas", "write_idea", challenge="move", text="Un vélo pour tous", wording=1)["idea"]
    reword(room, phone, statement=corrected)
    assert (room.challenge("move").wording, room.challenge("move").statement) == (1, corrected)
    assert find_seat(phone)["wording"] == 1, "nobody is told that the question changed"
    assert room.read(lambda hall: [one.kind for one in hall.list_steps() if one.wording is not None]) == []
    reword(room, phone)
    reword(room, phone, statement=NEW.replace("Chacun", "CHACUN"))
    kept = {one.number: one.statement for one in room.read(lambda hall: hall.list_wordings("move"))}
    assert kept == {1: corrected, 2: room.challenge("move").statement}
    assert room.read(lambda hall: hall.find_idea(idea)).wording == 1


@pytest.mark.parametrize("stage", STAGES)
def test_before_another_question_is_saved_the_form_knows_whether_phones_will_tell(room: Room, stage: Stage) -> None:
    bring(room, "move", stage)
    laptop = room.laptop()

    def renewed(**said: str) -> object:
        return laptop.do("challenges", "preview_challenge", id="move", **said)["renewed"]

    assert renewed(statement=NEW) is (stage in OPEN_STAGES)
    assert renewed(action="Aller à pied") is (stage in OPEN_STAGES), "the sentence that the fields make is another too"
    assert renewed(statement="ALLER au marché, sans voiture !") is False, "a correction asks nobody anew"
    assert renewed() is False, "nothing is said yet"
    assert laptop.do("challenges", "preview_challenge", statement=NEW)["renewed"] is False
    assert room.challenge("move").wording == 1


@pytest.mark.parametrize("reworded", ["Aller au marché sans voitures.", "Aller au marche sans voiture."])
def test_another_letter_is_another_wording(room: Room, reworded: str) -> None:
    room.move(Moment.WRITING, challenge="move")
    reword(room, statement=reworded)
    assert room.challenge("move").wording == 2
