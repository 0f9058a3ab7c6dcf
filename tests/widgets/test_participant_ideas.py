"""Writing alone, the reveal, the vote and its results."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Phone, Room, begin
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.domain.model import Dots, Idea, IdeaGroup, Source
from workshop_kit.store import Repository


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(begin)


@pytest.fixture
def phone(room: Room) -> Phone:
    return room.phone().join("Coquelicot")


def _write(phone: Phone, text: str = "Ouvrir le gymnase") -> str:
    answer = phone.ask("ideas", "write_idea", challenge="home", text=text, source="lived")
    assert answer["ok"], answer
    return str(answer["result"]["idea"])


def test_an_idea_is_kept_with_its_source_and_author(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    written = _write(phone)
    idea = room.read(lambda repository: repository.find_idea(written))
    assert (idea.text, idea.source, idea.author) == ("Ouvrir le gymnase", Source.LIVED, phone.me.id)
    assert [one["text"] for one in phone.model("ideas")["challenges"][0]["ideas"]] == ["Ouvrir le gymnase"]


def test_the_source_may_be_left_out(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    phone.do("ideas", "write_idea", challenge="home", text="Des repas chauds", source=None)
    assert phone.model("ideas")["challenges"][0]["ideas"][0]["source"] is None
    phone.refuse("ideas", "write_idea", challenge="home", text="Des repas chauds", source="stars")


def test_nothing_of_the_others_leaks_before_the_reveal(room: Room, phone: Phone) -> None:
    for moment in (Moment.WELCOME, Moment.WRITING):
        room.move(moment, phone)
        assert "des clubs" not in phone.everything()
        assert '"guard"' not in phone.everything()
    before = phone.model("ideas")
    room.write(lambda repository: repository.add_idea(Idea("more", "home", "Autre chose", None, "bob", NOON)))
    phone.follow_once()
    phone.refresh("ideas")
    assert phone.model("ideas") == before

    room.move(Moment.REVEAL, phone)
    assert "des clubs" in phone.everything()


@pytest.mark.parametrize("text", ["", "ab", "  a  ", "x" * 1001, None, 3])
def test_an_idea_has_three_to_a_thousand_characters(room: Room, phone: Phone, text: object) -> None:
    room.move(Moment.WRITING, phone)
    phone.refuse("ideas", "write_idea", challenge="home", text=text, source=None)
    assert len(room.read(lambda repository: repository.list_ideas())) == 1


def test_an_unknown_challenge_is_refused(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    phone.refuse("ideas", "write_idea", challenge="c9", text="Ouvrir le gymnase", source=None)
    phone.refuse("ideas", "write_idea", challenge=None, text="Ouvrir le gymnase", source=None)


def test_an_idea_sent_twice_is_kept_once(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    for _ in range(2):
        assert phone.ask("ideas", "write_idea", "same-id", challenge="home", text="Ouvrir le gymnase", source=None)[
            "ok"
        ]
    assert len(phone.model("ideas")["challenges"][0]["ideas"]) == 1


def test_an_idea_is_text_whatever_it_contains(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    _write(phone, "<img src=x onerror=alert(1)>\r\nligne\u0000 deux")
    assert phone.model("ideas")["challenges"][0]["ideas"][0]["text"] == "<img src=x onerror=alert(1)>\nligne deux"


def test_an_idea_written_in_time_may_arrive_late_until_the_vote(room: Room, phone: Phone) -> None:
    room.move(Moment.REVEAL, phone)
    _write(phone)
    room.move(Moment.VOTE, phone)
    sentence = phone.refuse("ideas", "write_idea", challenge="home", text="Trop tard", source=None)
    assert "personne qui anime" in sentence
    assert len(room.read(lambda repository: repository.list_ideas())) == 2


def test_writing_waits_for_its_stage_and_for_a_seat(room: Room, phone: Phone) -> None:
    phone.refuse("ideas", "write_idea", challenge="home", text="Trop tôt", source=None)
    room.move(Moment.WRITING, phone)
    stranger = room.phone("browser-2")
    assert "pseudonyme" in stranger.refuse("ideas", "write_idea", challenge="home", text="Sans place", source=None)


def test_my_idea_can_be_corrected_and_removed_while_writing_lasts(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    idea = _write(phone)
    phone.do("ideas", "correct_idea", idea=idea, text="Ouvrir le gymnase la nuit", source="data")
    mine = phone.model("ideas")["challenges"][0]["ideas"]
    as_said = {"id": idea, "text": "Ouvrir le gymnase la nuit", "source": "data", "earlier": False}
    assert mine == [{**as_said, "held": "", "corrected": False, "voted_on": False}]
    room.move(Moment.REVEAL, phone)
    phone.refuse("ideas", "remove_idea", idea=idea)
    room.move(Moment.WRITING, phone)
    phone.do("ideas", "remove_idea", idea=idea)
    assert phone.model("ideas")["challenges"][0]["ideas"] == []


def test_a_dot_that_comes_after_the_vote_is_told_apart_from_one_that_may_not_be_given(room: Room, phone: Phone) -> None:
    room.move(Moment.VOTE, phone)
    dot = {"challenge": "home", "option": "guard"}
    assert "closed" not in phone.ask("vote", "place_dots", **dot, count=3)
    room.move(Moment.RESULTS, phone)
    late = phone.ask("vote", "place_dots", **dot, count=1)
    assert (late["ok"], late["closed"]) == (False, True)


@pytest.mark.parametrize("change", [{"text": "Tout autre chose", "source": "lived"}, {"source": "data"}])
def test_what_the_room_reads_is_not_written_anew_from_a_phone(room: Room, phone: Phone, change: dict[str, str]) -> None:
    room.move(Moment.WRITING, phone)
    idea = _write(phone)
    room.move(Moment.REVEAL, phone)
    before = room.read(lambda hall: hall.find_idea(idea))
    asked = {"idea": idea, "text": "Ouvrir le gymnase", "source": "lived"}
    assert "révélées" in phone.refuse("ideas", "correct_idea", **{**asked, **change})
    phone.do("ideas", "correct_idea", **asked)
    assert room.read(lambda hall: hall.find_idea(idea)) == before


def test_other_words_after_a_reveal_are_not_counted_as_written_before_it(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    held, again = _write(phone), _write(phone, "Des repas chauds")
    room.moment += timedelta(minutes=5)
    room.move(Moment.REVEAL, phone)
    room.laptop().do("ideas", "hold_idea", idea=held, reason="Elle peut blesser.")
    room.moment += timedelta(minutes=1)
    phone.follow_once()
    phone.do("ideas", "correct_idea", idea=held, text="Ouvrir une salle", source="lived")
    room.move(Moment.WRITING, phone)
    phone.do("ideas", "correct_idea", idea=again, text="Des repas partagés", source="lived")
    revealed_at = room.challenge().revealed_at
    assert revealed_at is not None
    written = {one.id: one.written_at for one in room.read(lambda hall: hall.list_ideas("home"))}
    assert min(written[held], written[again]) > revealed_at


@pytest.mark.parametrize("idea", ["guard", "nothing", None, 1])
def test_other_peoples_ideas_cannot_be_touched(room: Room, phone: Phone, idea: object) -> None:
    room.move(Moment.WRITING, phone)
    phone.refuse("ideas", "correct_idea", idea=idea, text="Volée", source=None)
    phone.refuse("ideas", "remove_idea", idea=idea)
    assert room.read(lambda repository: repository.find_idea("guard")).text == "Un tour de garde des clubs"


def test_i_am_done_can_be_taken_back_and_means_nothing_after_the_stage(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    phone.do("ideas", "finish", challenge="home", stage="writing", finished=True)
    assert phone.model("ideas")["challenges"][0]["finished"]
    phone.do("ideas", "finish", challenge="home", stage="writing", finished=False)
    assert not phone.model("ideas")["challenges"][0]["finished"]
    room.move(Moment.VOTE, phone)
    phone.do("ideas", "finish", challenge="home", stage="writing", finished=True)
    assert room.read(lambda repository: repository.list_finished("home", Stage.WRITING)) == frozenset()


@pytest.mark.parametrize("stage", ["results", "lunch", "", None, 1])
def test_one_is_done_with_writing_or_with_a_vote_and_nothing_else(room: Room, phone: Phone, stage: object) -> None:
    room.move(Moment.RESULTS, phone)
    phone.refuse("ideas", "finish", challenge="home", stage=stage, finished=True)
    phone.refuse("ideas", "finish", challenge="c9", stage="writing", finished=True)


def test_other_peoples_writing_wakes_no_panel(room: Room, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    room.move(Moment.WRITING, phone)
    refreshed: list[str] = []
    monkeypatch.setattr(phone.panels["ideas"], "refresh", lambda: refreshed.append("ideas"))
    room.write(lambda repository: repository.add_idea(Idea("more", "home", "Autre chose", None, "bob", NOON)))
    room.write(lambda repository: repository.add_finished("home", Stage.WRITING, "bob"))
    phone.follow_once()
    assert refreshed == []


def test_another_tab_of_the_same_person_catches_up_when_it_is_looked_at(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    tab = room.phone()
    _write(phone)
    tab.follow_once()
    tab.do("ideas", "look_again")
    assert tab.model("ideas") == phone.model("ideas")
    assert len(tab.model("ideas")["challenges"][0]["ideas"]) == 1


def test_the_reveal_marks_mine_and_shows_groups_as_one(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    mine = _write(phone)
    room.write(lambda repository: repository.add_idea(Idea("third", "home", "Ouvrir la salle", None, "bob", NOON)))
    room.write(
        lambda repository: repository.add_group(IdeaGroup("g0", "home", "Dormir au chaud", (mine, "third"), NOON))
    )
    room.move(Moment.REVEAL, phone)
    options = {option["title"]: option for option in phone.model("ideas")["challenges"][0]["options"]}
    assert set(options) == {"Dormir au chaud", "Un tour de garde des clubs"}
    assert {(idea["text"], idea["mine"]) for idea in options["Dormir au chaud"]["ideas"]} == {
        ("Ouvrir le gymnase", True),
        ("Ouvrir la salle", False),
    }
    assert options["Un tour de garde des clubs"]["lone"]
    assert '"author"' not in phone.everything()


def _fill_ballot(room: Room, number: int = 6) -> None:
    def add(repository: Repository) -> None:
        for index in range(number):
            repository.add_idea(Idea(f"i{index}", "home", f"Idée {index}", None, "bob", NOON))

    room.write(add)


def test_each_person_has_an_order_of_their_own_that_never_changes(room: Room) -> None:
    _fill_ballot(room, 8)
    room.move(Moment.VOTE)
    orders = set()
    for number in range(4):
        phone = room.phone(f"browser-{number}").join(f"Fleur {number}")
        order = tuple(option["id"] for option in phone.model("vote")["challenges"][0]["options"])
        again = room.phone(f"browser-{number}").model("vote")["challenges"][0]["options"]
        assert order == tuple(option["id"] for option in again)
        orders.add(order)
    assert len(orders) > 1


def test_dots_are_placed_changed_and_taken_back(room: Room, phone: Phone) -> None:
    room.move(Moment.VOTE, phone)
    for count in (1, 2, 0, 1):
        phone.do("vote", "place_dots", challenge="home", option="guard", count=count)
        assert phone.model("vote")["challenges"][0]["options"][0]["dots"] == count
    assert room.read(lambda repository: repository.list_votes()) == (Dots(phone.me.id, "home", "guard", 1),)


@pytest.mark.parametrize("count", [3, -1, "1", 1.0, True, None])
def test_two_dots_at_most_on_one_option(room: Room, phone: Phone, count: object) -> None:
    room.move(Moment.VOTE, phone)
    phone.refuse("vote", "place_dots", challenge="home", option="guard", count=count)
    assert room.read(lambda repository: repository.list_votes()) == ()


def test_five_dots_at_most_on_one_challenge(room: Room, phone: Phone) -> None:
    _fill_ballot(room)
    room.move(Moment.VOTE, phone)
    for option, count in (("i0", 2), ("i1", 2), ("i2", 1)):
        phone.do("vote", "place_dots", challenge="home", option=option, count=count)
    phone.refuse("vote", "place_dots", challenge="home", option="i3", count=1)
    phone.do("vote", "place_dots", challenge="home", option="i0", count=1)
    phone.do("vote", "place_dots", challenge="home", option="i3", count=1)


def test_dots_on_an_idea_merged_since_count_for_its_group_and_stay_five(room: Room, phone: Phone) -> None:
    _fill_ballot(room)
    room.move(Moment.VOTE, phone)
    for option, count in (("i0", 2), ("i1", 2), ("i2", 1)):
        phone.do("vote", "place_dots", challenge="home", option=option, count=count)
    room.write(lambda repository: repository.add_group(IdeaGroup("g0", "home", "Ensemble", ("i0", "i5"), NOON)))
    phone.follow_once()
    shown = {option["id"]: option["dots"] for option in phone.model("vote")["challenges"][0]["options"]}
    assert shown["g0"] == 2
    phone.refuse("vote", "place_dots", challenge="home", option="i3", count=1)
    phone.refuse("vote", "place_dots", challenge="home", option="i0", count=1)
    phone.do("vote", "place_dots", challenge="home", option="g0", count=1)
    phone.do("vote", "place_dots", challenge="home", option="i3", count=1)
    shown = {option["id"]: option["dots"] for option in phone.model("vote")["challenges"][0]["options"]}
    assert (shown["g0"], shown["i3"]) == (1, 1)


def test_the_vote_is_open_only_in_its_stage(room: Room, phone: Phone) -> None:
    for moment in (Moment.REVEAL, Moment.RESULTS):
        room.move(moment, phone)
        phone.refuse("vote", "place_dots", challenge="home", option="guard", count=1)


def test_no_tally_reaches_a_phone_before_the_results(room: Room, phone: Phone) -> None:
    room.move(Moment.VOTE, phone)
    before = phone.everything()
    room.write(lambda repository: repository.update_dots(Dots("bob", "home", "guard", 2)))
    phone.follow_once()
    phone.refresh("vote")
    assert phone.everything() == before
    assert "supporters" not in phone.model("vote")["challenges"][0]["options"][0]

    room.move(Moment.RESULTS)
    room.unveil()
    phone.follow_once()
    result = phone.model("vote")["challenges"][0]["options"][0]
    assert (result["dots"], result["supporters"], result["my_dots"]) == (2, 1, 0)


def test_a_refusal_quotes_only_what_can_be_sent(room: Room) -> None:
    phone = room.phone().join("Merle", sector="")
    room.move(Moment.WRITING, phone)
    phone.refuse("ideas", "write_idea", challenge="c0", text="Une halle", source="\ud800").encode()
    phone.refuse("seat", "choose_language", language="\ud800").encode()


def test_a_phone_is_told_what_the_room_has_seen_once_writing_is_opened_again(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    assert phone.model("ideas")["challenges"][0]["seen"] == "nothing"
    phone.do("ideas", "write_idea", challenge="home", text="Une laverie")
    room.move(Moment.REVEAL, phone)
    room.move(Moment.WRITING, phone)
    assert phone.model("ideas")["challenges"][0]["seen"] == "before"


def test_a_phone_is_told_that_ideas_were_shown_by_mistake_when_a_reveal_is_taken_back(room: Room, phone: Phone) -> None:
    room.move(Moment.WRITING, phone)
    _write(phone)
    room.move(Moment.REVEAL, phone)
    laptop = room.laptop()
    laptop.do("course", "take_back", move=laptop.model("course")["undo"]["move"])
    phone.follow_once()
    assert phone.model("ideas")["challenges"][0]["seen"] == "glimpse"
    assert "des clubs" not in phone.everything()
    for moment in (Moment.REVEAL, Moment.WRITING):
        room.move(moment, phone)
    assert phone.model("ideas")["challenges"][0]["seen"] == "before", "what was shown on purpose is no mistake"
