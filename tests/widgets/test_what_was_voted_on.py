"""What people voted on stands: its words, its dots and the mission made of it, whoever tries to change them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Phone, Room, begin
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Dots, IdeaGroup, Mission, Participant
from workshop_kit.domain.voting import tally_votes
from workshop_kit.i18n import Translator
from workshop_kit.live.challenge import read_options
from workshop_kit.store import Repository
from workshop_kit.store.plain import Found, PlainConnection
from workshop_kit.store.statements import Rows, Statement

REFUSED = Translator("fr")("errors.idea-voted-on")
TEXT = "Ouvrir le gymnase"


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(begin)
    room.move(Moment.WRITING)
    return room


@pytest.fixture
def author(room: Room) -> Phone:
    return room.phone().join("Coquelicot")


def write(page: Phone, text: str = TEXT) -> str:
    return str(page.do("ideas", "write_idea", challenge="home", text=text, source="lived")["idea"])


def give(room: Room, option: str, count: int = 2, number: int = 1) -> None:
    room.write(lambda hall: hall.update_dots(Dots("bob", "home", option, count, number)))


def change(page: Phone, idea: str) -> Iterable[str]:
    page.follow_once()
    yield page.refuse("ideas", "correct_idea", idea=idea, text="Fermer le gymnase", source="lived")
    yield page.refuse("ideas", "remove_idea", idea=idea)


def say_tallies(hall: Repository) -> dict[str, int]:
    options = read_options(hall, hall.find_challenge("home"))
    return {tally.option.title: tally.dots for tally in tally_votes(options, hall.list_dots("home"))}


def test_the_words_of_an_idea_that_has_dots_stay_when_the_room_goes_back(room: Room, author: Phone) -> None:
    idea = write(author)
    room.move(Moment.VOTE)
    give(room, idea)
    room.move(Moment.REVEAL, author)
    assert author.refuse("ideas", "correct_idea", idea=idea, text="Fermer", source=None) == REFUSED
    room.move(Moment.WRITING, author)
    assert set(change(author, idea)) == {REFUSED}
    assert room.read(say_tallies)[TEXT] == 2


def test_the_winning_idea_is_not_removed_once_writing_is_opened_again(room: Room, author: Phone) -> None:
    idea = write(author)
    room.move(Moment.VOTE)
    give(room, idea)
    room.move(Moment.RESULTS)
    room.write(lambda hall: hall.add_mission(Mission("m1", "home", TEXT, 1, option=idea)))
    room.move(Moment.WRITING, author)
    give(room, idea, 0, number=2)
    assert set(change(author, idea)) == {REFUSED}
    assert room.read(lambda hall: hall.find_idea(idea)).text == TEXT
    assert [one.count for one in room.read(lambda hall: hall.list_dots("home", every_round=True))] == [2]


@pytest.mark.parametrize("undone", [False, True])
def test_dots_on_a_group_hold_the_words_of_its_ideas_even_once_it_is_undone(
    room: Room, author: Phone, undone: bool
) -> None:
    idea = write(author)
    group = IdeaGroup("both", "home", "Ensemble", (idea, "guard"), NOON)
    room.write(lambda hall: hall.add_group(group))
    give(room, "both")
    if undone:
        room.write(lambda hall: hall.update_group(replace(group, undone_at=NOON)))
    assert author.refuse("ideas", "correct_idea", idea=idea, text="Fermer", source=None) == REFUSED


def test_a_mission_holds_the_words_it_was_made_of(room: Room, author: Phone) -> None:
    idea = write(author)
    room.write(lambda hall: hall.add_mission(Mission("m1", "home", TEXT, 1, option=idea)))
    assert set(change(author, idea)) == {REFUSED}


def told(author: Phone, part: str = "ideas") -> dict[str, bool]:
    author.follow_once()
    author.refresh("ideas")
    return {one["text"]: one["voted_on"] for one in author.model("ideas")["challenges"][0][part]}


@pytest.mark.parametrize("by", ["dots", "mission"])
def test_the_phone_says_which_ideas_stand_before_anything_is_pressed(room: Room, author: Phone, by: str) -> None:
    idea = write(author)
    assert told(author) == {TEXT: False}
    room.move(Moment.VOTE)
    if by == "dots":
        give(room, "guard")
    else:
        room.write(lambda hall: hall.add_mission(Mission("m1", "home", TEXT, 1, option=idea)))
    room.move(Moment.RESULTS)
    room.moment = NOON.replace(hour=13)
    room.move(Moment.WRITING, author)
    write(author, "Ouvrir la salle")
    assert told(author) == {TEXT: True, "Ouvrir la salle": False}


def hold(room: Room, idea: str) -> None:
    room.laptop().do("ideas", "hold_idea", idea=idea, reason="À relire")


def vote_and_hold(room: Room, author: Phone, dots: int) -> str:
    """Have the author's idea held back during a vote in which it received dots or none, and another one."""
    idea = write(author)
    room.move(Moment.VOTE)
    give(room, "guard", 1)
    give(room, idea, dots)
    hold(room, idea)
    return idea


@pytest.mark.parametrize("dots", [0, 2])
@pytest.mark.parametrize(("moment", "part"), [(Moment.REVEAL, "held"), (Moment.WRITING, "ideas")])
def test_before_the_results_an_idea_held_back_tells_nobody_whether_it_has_dots(
    room: Room, author: Phone, moment: Moment, part: str, dots: int
) -> None:
    idea = vote_and_hold(room, author, dots)
    room.move(moment, author)
    assert told(author, part) == {TEXT: True}
    assert author.refuse("ideas", "correct_idea", idea=idea, text="Fermer", source=None) == REFUSED
    laptop = room.laptop()
    held = [one["voted_on"] for one in laptop.model("ideas").get("held", []) if one["id"] == idea]
    assert held == [True] * (moment is Moment.REVEAL)
    assert not laptop.ask("ideas", "remove_idea", idea=idea)["ok"]


@pytest.mark.parametrize("dots", [0, 2])
@pytest.mark.parametrize("shown", [False, True])
def test_an_idea_held_back_is_its_author_s_again_once_all_results_are_shown_unless_it_was_chosen(
    room: Room, author: Phone, shown: bool, dots: int
) -> None:
    vote_and_hold(room, author, dots)
    room.move(Moment.RESULTS)
    if shown:
        room.unveil()
    room.move(Moment.WRITING, author)
    assert told(author) == {TEXT: dots > 0 or not shown}
    room.move(Moment.VOTE)
    room.move(Moment.WRITING, author)
    assert told(author) == {TEXT: True}, "another vote began"


@pytest.mark.parametrize("dots", [0, 2])
def test_results_shown_by_a_slip_tell_nobody_whether_an_idea_held_back_has_dots(
    room: Room, author: Phone, dots: int
) -> None:
    vote_and_hold(room, author, dots)
    laptop = room.laptop()
    since = laptop.model("course")["since"]
    laptop.do("course", "move_challenge_on", challenge="home", stage="results", since=since)
    room.unveil()
    laptop.refresh("course")
    laptop.do("course", "take_back", move=laptop.model("course")["undo"]["move"])
    room.move(Moment.REVEAL, author)
    assert told(author, "held") == {TEXT: True}


def test_closed_results_hide_nothing_of_an_idea_held_back(room: Room, author: Phone) -> None:
    vote_and_hold(room, author, 0)
    room.move(Moment.RESULTS)
    room.move(Moment.CHOICE)
    room.move(Moment.WRITING, author)
    assert told(author) == {TEXT: False}


#: Something of each kind of ballot; what is against an idea is said of it, too.
SAID = (
    (VoteRule(VoteKind.GRADES), 0),
    (VoteRule(VoteKind.STATEMENTS), -1),
    (VoteRule(VoteKind.STATEMENTS), 0),
    (VoteRule(VoteKind.STATEMENTS), 1),
    (VoteRule(VoteKind.BUDGET, to_spend=100), 1),
)


def vote_by(room: Room, rule: VoteRule, value: int, *ideas: str) -> None:
    def give(hall: Repository) -> None:
        for one in ideas:
            hall.update_ballot_mark(BallotMark("bob", "home", one, rule.kind, value, 1))

    room.write(lambda hall: hall.update_vote_rule("home", 1, rule))
    room.write(lambda hall: hall.update_costs("home", {one.id: 10 for one in hall.list_ideas("home")}))
    room.move(Moment.VOTE)
    room.write(give)


@pytest.mark.parametrize(("rule", "value"), SAID)
def test_what_was_voted_on_by_any_ballot_is_not_taken_out(
    room: Room, author: Phone, rule: VoteRule, value: int
) -> None:
    idea = write(author)
    vote_by(room, rule, value, idea)
    room.move(Moment.RESULTS)
    room.move(Moment.WRITING, author)
    assert set(change(author, idea)) == {REFUSED}
    assert not room.laptop().ask("ideas", "remove_idea", idea=idea)["ok"]
    author.do("join", "erase", with_ideas=True)
    assert idea in {one.id for one in room.read(lambda hall: hall.list_ideas("home"))}


@pytest.mark.parametrize(("rule", "value"), SAID)
@pytest.mark.parametrize("chosen", [False, True])
def test_results_shown_at_once_hide_nothing_of_an_idea_held_back(
    room: Room, author: Phone, rule: VoteRule, value: int, chosen: bool
) -> None:
    idea = write(author)
    vote_by(room, rule, value, "guard", *([idea] if chosen else []))
    hold(room, idea)
    room.move(Moment.REVEAL, author)
    assert told(author, "held") == {TEXT: True}, "the results were not shown"
    room.move(Moment.VOTE)
    room.move(Moment.RESULTS)
    waits = rule.kind is VoteKind.GRADES  # place by place, and no press uncovered any
    room.move(Moment.WRITING, author)
    assert told(author) == {TEXT: chosen or waits}


def test_an_idea_held_back_before_the_vote_or_corrected_since_is_alike(room: Room, author: Phone) -> None:
    idea = write(author)
    room.move(Moment.REVEAL)
    hold(room, idea)
    room.moment = NOON.replace(hour=13)
    author.follow_once()
    author.do("ideas", "correct_idea", idea=idea, text="Ouvrir la salle", source=None)
    assert told(author, "held") == {"Ouvrir la salle": False}
    room.move(Moment.VOTE)
    room.move(Moment.REVEAL, author)
    assert told(author, "held") == {"Ouvrir la salle": False}, "nobody voted"
    room.move(Moment.VOTE)
    give(room, "guard")
    room.move(Moment.REVEAL, author)
    assert told(author, "held") == {"Ouvrir la salle": True}


def test_what_stands_is_read_once_whatever_the_number_of_ideas(
    room: Room, author: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(room, write(author))
    asked: list[Statement] = []
    execute = PlainConnection.execute

    def note(connection: PlainConnection, statement: Statement, *values: Rows) -> Found:
        asked.append(statement)
        return execute(connection, statement, *values)

    monkeypatch.setattr(PlainConnection, "execute", note)
    author.refresh("ideas")
    few = len(asked)
    for number in range(5):
        write(author, f"Idée {number}")
    asked.clear()
    author.refresh("ideas")
    assert len(asked) == few > 0


def test_what_may_be_changed_does_not_tell_whether_dots_were_given_to_it(room: Room, author: Phone) -> None:
    idea = write(author)
    room.move(Moment.VOTE)
    give(room, "guard")
    room.move(Moment.REVEAL, author)
    assert author.refuse("ideas", "correct_idea", idea=idea, text="Fermer", source=None) == REFUSED


def test_an_idea_written_since_the_vote_is_still_its_author_s(room: Room, author: Phone) -> None:
    room.move(Moment.VOTE)
    give(room, "guard")
    room.move(Moment.RESULTS)
    room.move(Moment.WRITING, author)
    room.moment = NOON.replace(hour=13)
    idea = write(author)
    author.do("ideas", "correct_idea", idea=idea, text="Ouvrir la salle", source=None)
    author.do("ideas", "remove_idea", idea=idea)


def test_a_vote_in_which_nobody_voted_holds_nothing(room: Room, author: Phone) -> None:
    idea = write(author)
    room.move(Moment.VOTE)
    room.move(Moment.WRITING, author)
    author.do("ideas", "correct_idea", idea=idea, text="Ouvrir la salle", source=None)


def test_a_slip_typed_instead_of_another_does_not_change_what_was_voted_on(room: Room) -> None:
    laptop = room.laptop()
    laptop.do("voices", "type_slip", challenge="home", number=7, category="", text=TEXT, source=None, retyped="new")
    idea = room.read(lambda hall: hall.list_ideas("home"))[-1].id
    give(room, idea)
    answer = laptop.ask(
        *("voices", "type_slip"),
        **{"challenge": "home", "number": 7, "category": "", "text": "Fermer", "source": None, "retyped": "instead"},
    )
    assert answer["sentence"] == REFUSED
    assert room.read(lambda hall: hall.find_idea(idea)).text == TEXT


@pytest.mark.parametrize(("voter", "stays"), [("bob", True), (None, False)])
def test_who_erases_themselves_leaves_the_others_dots_true(
    room: Room, author: Phone, voter: str | None, stays: bool
) -> None:
    idea = write(author)
    person = voter or author.me.id
    room.write(lambda hall: hall.update_dots(Dots(person, "home", idea, 2)))
    author.do("join", "erase", with_ideas=True)
    left = [one for one in room.read(lambda hall: hall.list_ideas("home")) if one.id == idea]
    assert [(one.author, TEXT in one.text) for one in left] == [(None, False)] * stays
    assert sum(room.read(say_tallies).values()) == 2 * stays


LONG = f"{TEXT} toutes les nuits de grand froid, avec des lits de camp, un repas chaud et deux personnes de garde"


@pytest.mark.parametrize(
    ("text", "title", "stays"),
    [
        (TEXT, "ouvrir  le gymnase !", False),
        (LONG, f"{LONG[:72]}…", False),
        (TEXT, "La nuit au chaud", True),
        (LONG, TEXT, True),
        (TEXT, "…", True),
    ],
)
@pytest.mark.parametrize("made_of_it", [True, False])
def test_no_mission_is_called_by_the_words_of_who_erased_them(
    room: Room, author: Phone, text: str, title: str, stays: bool, made_of_it: bool
) -> None:
    mission = Mission("m1", "home", title, 1, option=write(author, text) if made_of_it else None)
    if not made_of_it:
        write(author, text)
    room.write(lambda hall: hall.add_mission(mission))
    author.do("join", "erase", with_ideas=True)
    known = room.read(lambda hall: hall.find_mission("m1"))
    unnamed = Translator("fr")("facilitator.missions.unnamed")
    assert known == (mission if stays else replace(mission, title=unnamed))
    assert stays or TEXT not in str(room.laptop().model("missions"))


@pytest.mark.parametrize("title", [TEXT, f"{TEXT[:10]}…"])
def test_a_mission_of_somebody_else_s_idea_keeps_the_title_that_both_gave(
    room: Room, author: Phone, title: str
) -> None:
    theirs = write(room.phone("browser-2").join("Tournesol"), "ouvrir le gymnase !")
    for _ in range(2):
        write(author)
    mission = Mission("m1", "home", title, 1, option=theirs)
    room.write(lambda hall: hall.add_mission(mission))
    author.do("join", "erase", with_ideas=True)
    assert room.read(lambda hall: hall.find_mission("m1")) == mission


def test_a_group_keeps_the_title_that_somebody_else_gave_it_too(room: Room, author: Phone) -> None:
    theirs = write(room.phone("browser-2").join("Tournesol"))
    mine = write(author)
    room.write(lambda hall: hall.add_group(IdeaGroup("both", "home", TEXT, (theirs, mine), NOON)))
    author.do("join", "erase", with_ideas=True)
    assert room.read(lambda hall: hall.find_group("both")).title == TEXT


def test_a_mission_called_by_two_ideas_of_who_erased_them_waits_for_another_title(room: Room, author: Phone) -> None:
    for text in (TEXT, "ouvrir le gymnase !"):
        write(author, text)
    room.write(lambda hall: hall.add_mission(Mission("m1", "home", TEXT, 1)))
    author.do("join", "erase", with_ideas=True)
    assert room.read(lambda hall: hall.find_mission("m1")).title == Translator("fr")("facilitator.missions.unnamed")


def test_a_mission_keeps_its_title_where_the_idea_stays_without_its_author(room: Room, author: Phone) -> None:
    idea = write(author)
    room.write(lambda hall: hall.add_mission(Mission("m1", "home", TEXT, 1, option=idea)))
    author.do("join", "erase", with_ideas=False)
    assert room.read(lambda hall: hall.find_mission("m1")).title == TEXT


def test_dots_given_in_a_round_that_was_taken_back_are_there_when_it_begins_again(room: Room, author: Phone) -> None:
    idea = write(author)
    room.move(Moment.VOTE)
    give(room, "guard", 1)
    room.move(Moment.RESULTS)
    laptop = room.laptop()

    def reopen() -> None:
        laptop.follow_once()
        since = laptop.model("course")["since"]
        laptop.do("course", "move_challenge_on", challenge="home", stage="vote", since=since, read_first=False)

    reopen()
    author.follow_once()
    author.do("vote", "place_dots", challenge="home", option=idea, count=2)
    give(room, "guard", 0, number=2)
    laptop.refresh("course")
    laptop.do("course", "take_back", move=laptop.model("course")["undo"]["move"])
    assert room.read(say_tallies) == {TEXT: 0, "Un tour de garde des clubs": 1}
    reopen()
    assert room.read(say_tallies) == {TEXT: 2, "Un tour de garde des clubs": 0}


def test_nobody_s_place_among_the_cards_tells_when_they_wrote(room: Room) -> None:
    written = []
    for number in range(8):
        phone = room.phone(f"b{number}").join(f"Oiseau {number}")
        written.append(write(phone, f"Idée numéro {number}"))
    room.move(Moment.REVEAL)
    laptop, screen = room.laptop(), room.screen()
    screen.follow_once()
    (name,) = screen.panels
    cards = [one["texts"][0] for one in screen.model(name)["cards"]]
    table = [one["title"] for one in laptop.model("ideas")["options"]]
    options = room.read(lambda hall: [one.title for one in read_options(hall, hall.find_challenge("home"))])
    assert cards == table == options
    came = room.read(lambda hall: [one.text for one in hall.list_ideas("home")])
    assert sorted(cards) == sorted(came)
    assert room.read(lambda hall: [one.id for one in hall.list_ideas("home")])[1:] == written


def test_an_id_of_one_phone_is_not_another_s(room: Room, author: Phone) -> None:
    other = room.phone("browser-2").join("Tournesol")
    mine = author.ask("ideas", "write_idea", "same-id", challenge="home", text=TEXT, source=None)
    theirs = other.ask("ideas", "write_idea", "same-id", challenge="home", text="Un banc", source=None)
    again = author.ask("ideas", "write_idea", "same-id", challenge="home", text=TEXT, source=None)
    assert mine["result"] == again["result"] != theirs["result"]
    authors: list[Participant] = [author.me, other.me]
    assert [len(room.read(lambda hall, who=one.id: hall.list_ideas(author=who))) for one in authors] == [1, 1]  # type: ignore[misc]


@pytest.mark.parametrize(
    "value",
    ["\ud800", ["\ud800"], {"\ud800": "\udfff"}, 10**5000, "x" * 5000, float("nan")],
    ids=["half", "list", "object", "huge", "long", "no-number"],
)
def test_every_refusal_can_be_sent(room: Room, author: Phone, value: object) -> None:
    room.move(Moment.VOTE, author)
    asked = (
        ("vote", "place_dots", {"challenge": "home", "option": "guard", "count": value}),
        ("vote", "place_dots", {"challenge": value, "option": "guard", "count": 1}),
        ("vote", "place_dots", {"challenge": "home", "option": value, "count": 1}),
        ("ideas", "finish", {"challenge": "home", "stage": value, "finished": True}),
        ("ideas", "finish", {"challenge": "home", "stage": "vote", "finished": value}),
        ("ideas", "correct_idea", {"idea": value, "text": value, "source": value}),
        ("scores", "score_interest", {"challenge": "home", "value": value}),
        ("join", "correct_seat", {"pseudonym": "Bleuet", "category": value, "sector": value}),
        ("join", "choose_language", {"language": value}),
        ("mission", "answer_mission", {"mission": value, "answer": value}),
        ("offer", "offer_help", {"email": value, "phone": value, "name": value, "consent": True}),
    )
    for panel, intention, payload in asked:
        sentence = author.refuse(panel, intention, **payload)
        assert sentence.encode()
        assert len(sentence) < 400
        assert sentence != Translator("fr")("errors.unexpected"), (panel, intention)
