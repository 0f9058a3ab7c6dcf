"""What the projector learns of a vote of each kind: places stay covered, small opinion groups have no name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, IDEAS, NOON, Page, Room, fill
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Moment, Stage
from workshop_kit.domain.model import Dots, Idea, IdeaGroup, Origin, Participant
from workshop_kit.domain.plans import Plan
from workshop_kit.live.screen import counted, discussing, opinions
from workshop_kit.store import Repository

RULES = {
    VoteKind.GRADES: VoteRule(VoteKind.GRADES),
    VoteKind.STATEMENTS: VoteRule(VoteKind.STATEMENTS),
    VoteKind.BUDGET: VoteRule(VoteKind.BUDGET, to_spend=100),
}


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    """A room of four people, whose plan has them vote twice."""
    room = make_room(fill)
    room.write(lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), plan=Plan.NOMINAL)))
    room.walk_to(Moment.VOTE)
    return room


def vote_by(room: Room, kind: VoteKind, **marks: dict[str, int]) -> None:
    """Have people vote in the present round, by their ids, and bring the results to the screen."""
    round = room.challenge().round

    def give(hall: Repository) -> None:
        for person, given in marks.items():
            for option, value in given.items():
                hall.update_ballot_mark(BallotMark(person, "home", option, kind, value, round))

    room.write(lambda hall: hall.update_vote_rule("home", round, RULES[kind]))
    room.write(give)
    room.move(Moment.RESULTS)


def read(page: Page) -> dict[str, Any]:
    page.follow_once()
    page.refresh("screen")
    return page.model("screen")


def test_a_first_vote_of_two_is_said_to_be_one(room: Room) -> None:
    screen = room.screen()
    assert (read(screen)["round"], read(screen)["first"]) == (1, True)
    room.move(Moment.RESULTS)
    assert read(screen)["first"]
    room.move(Moment.VOTE)
    assert (read(screen)["round"], read(screen)["first"]) == (2, False)


def test_profiles_stay_covered_until_their_place_is_uncovered(room: Room) -> None:
    vote_by(room, VoteKind.GRADES, ana={"keep": 5, "wash": 2}, bob={"keep": 6, "wash": 1}, cle={"keep": 5})
    screen = room.screen()
    model = read(screen)
    assert [place["ranks"] for place in model["places"]] == [None, None]
    assert '"counts"' not in screen.everything()
    room.unveil(places=1)
    places = read(screen)["places"]
    assert places[0]["ranks"] is None
    assert places[1]["ranks"][0]["judgment"]["counts"] == [1, 1, 1, 0, 0, 0, 0], "a blank counts as the lowest"
    assert "Garde de nuit" not in screen.everything()


def test_a_title_of_some_length_is_neither_cut_nor_put_on_a_page_of_its_own_beside_a_profile(room: Room) -> None:
    title = "Un numéro unique à appeler quand on voit quelqu’un dehors la nuit"
    room.write(lambda hall: hall.update_idea(
        replace(next(one for one in hall.list_ideas("home") if one.id == "wash"), text=title)
    ))  # fmt: skip
    vote_by(room, VoteKind.GRADES, ana={"keep": 5, "wash": 2}, bob={"keep": 6, "wash": 1})
    room.unveil()
    model = read(room.screen())
    assert title in [rank["title"] for place in model["places"] for rank in place["ranks"]]
    assert (model["whole"], model["pages"]) == ([], [])


def test_the_second_vote_stands_beside_the_first(room: Room) -> None:
    vote_by(room, VoteKind.GRADES, ana={"keep": 4}, bob={"keep": 4})
    room.unveil()
    room.move(Moment.VOTE)
    vote_by(room, VoteKind.GRADES, ana={"keep": 6}, bob={"keep": 5})
    room.unveil()
    ((first,), *_) = [place["ranks"] for place in read(room.screen())["places"]]
    assert (first["before"]["judgment"]["median"], first["judgment"]["median"]) == (4, 5)


def come(room: Room, *people: str) -> None:
    for one in people:
        room.write(lambda hall, one=one: hall.add_participant(  # type: ignore[misc]
            Participant(one, f"Nom {one}", "", "", Origin.ROOM, NOON)
        ))  # fmt: skip


def write_statements(room: Room) -> None:
    for number in range(6):
        idea = Idea(f"said-{number}", "home", f"Phrase {number}", None, None, NOON)
        room.write(lambda hall, idea=idea: hall.add_idea(idea))  # type: ignore[misc]


def stand(*sides: int) -> dict[str, int]:
    return {f"said-{number}": side for number, side in enumerate(sides)}


def test_what_unites_and_what_distinguishes_is_said_and_drawn_without_a_name(room: Room) -> None:
    write_statements(room)
    some, others = [f"a{number}" for number in range(6)], [f"b{number}" for number in range(5)]
    come(room, *some, *others)
    minds = {**dict.fromkeys(some, stand(1, 1, 1, -1, -1, 1)), **dict.fromkeys(others, stand(1, -1, -1, 1, 1, -1))}
    vote_by(room, VoteKind.STATEMENTS, **minds)
    screen = room.screen()
    model = read(screen)
    assert model["view"] == "statements"
    assert [(one["letter"], one["people"], len(one["marks"])) for one in model["opinions"]["groups"]] == [
        ("A", 6, 6),
        ("B", 5, 5),
    ]
    assert model["opinions"]["unites"] == [{"code": "unites.all-agree", "text": "Phrase 0", "least": 10}]
    assert all(group["known"] for group in model["opinions"]["groups"])
    marks = [tuple(mark) for group in model["opinions"]["groups"] for mark in group["marks"]]
    assert len(set(marks)) == 11
    assert all(0 <= number <= 1000 for mark in marks for number in mark)
    assert [
        one for one in (*some, *others) if f'"{one}"' in screen.everything() or f"Nom {one}" in screen.everything()
    ] == []
    assert (model["statements"][0]["text"], model["statements"][0]["agree"]) == ("Phrase 0", 11)
    assert model["ungrouped"] == ""


@pytest.mark.parametrize("number", [2, 4])
def test_a_group_of_fewer_than_five_people_has_no_letter_no_mark_and_no_sentence(room: Room, number: int) -> None:
    write_statements(room)
    some, few = [f"a{one}" for one in range(8)], [f"b{one}" for one in range(number)]
    come(room, *some, *few)
    minds = {**dict.fromkeys(some, stand(1, 1, 1, -1, -1, 1)), **dict.fromkeys(few, stand(-1, -1, -1, 1, 1, -1))}
    vote_by(room, VoteKind.STATEMENTS, **minds)
    model = read(room.screen())
    assert model["opinions"] is None, "what is left is one group, which is no groups"
    assert model["ungrouped"] == "small"
    assert sum(model["pages"]) == 6


def test_a_budget_is_shown_at_once_with_what_is_left(room: Room) -> None:
    room.write(lambda hall: hall.update_costs("home", {"keep": 60, "wash": 70}))
    vote_by(room, VoteKind.BUDGET, ana={"keep": 1}, bob={"keep": 1}, cle={"wash": 1})
    model = read(room.screen())
    told = [(one["title"], one["cost"], one["supporters"], one["funded"]) for one in model["projects"]]
    assert told == [("Garde de nuit", 60, 2, True), ("Une laverie près de la gare, […]", 70, 1, False)]
    assert (model["view"], model["spent"], model["rule"]["to_spend"]) == ("budget", 60, 100)


def test_phones_read_statements_and_budgets_at_once_too(room: Room) -> None:
    vote_by(room, VoteKind.STATEMENTS, ana={"keep": 1}, bob={"wash": -1})
    phone = room.phone(ANAS)
    phone.refresh("vote")
    challenge = next(one for one in phone.model("vote")["challenges"] if one["id"] == "home")
    assert challenge["covered"] == 0


def mark(room: Room, idea: str, answer: str = "") -> None:
    room.write(lambda hall: hall.update_idea(
        replace(next(one for one in hall.list_ideas("home") if one.id == idea), discuss=True, answer=answer)
    ))  # fmt: skip


def test_ideas_to_discuss_have_a_page_with_what_their_author_answered(room: Room) -> None:
    mark(room, "night", "Appelez le 06 12 34 56 78")
    room.move(Moment.REVEAL)
    model = read(room.screen())
    title, text = "Garde de nuit", "Ouvrir le gymnase la nuit"
    assert model["discussed"] == [{"title": title, "text": text, "answer": "Appelez le […]"}]
    assert model["pages"] == [2, 1]


def answer(room: Room, idea: str, said: str, held: str = "") -> None:
    room.write(lambda hall: hall.update_idea(
        replace(next(one for one in hall.list_ideas("home") if one.id == idea), asked=True, answer=said, held=held)
    ))  # fmt: skip


def test_an_author_s_answer_stands_under_the_idea_where_there_is_room(room: Room) -> None:
    answer(room, "night", "De 22 h à 6 h, appelez le 06 12 34 56 78")
    answer(room, "wash", "Le samedi")
    room.move(Moment.REVEAL)
    screen = room.screen()
    cards = read(screen)["cards"]
    told = {text: said for card in cards for text, said in zip(card["texts"], card["answers"], strict=True)}
    assert told["Ouvrir le gymnase la nuit"] == "De 22 h à 6 h, appelez le […]"
    assert "Le samedi" in told.values()
    answer(room, "wash", "Le samedi", held="insult")
    assert "Le samedi" not in str(read(screen))
    answer(room, "night", "De 22 h à 6 h. " * 60)
    assert all(said == "" for card in read(screen)["cards"] for said in card["answers"]), "no card outgrows a column"


def test_what_is_to_be_discussed_waits_until_every_place_is_uncovered(room: Room) -> None:
    mark(room, "night")
    room.move(Moment.RESULTS)
    screen = room.screen()
    assert read(screen)["discussed"] == []
    room.unveil()
    assert [one["text"] for one in read(screen)["discussed"]] == ["Ouvrir le gymnase la nuit"]


def test_ideas_that_oppose_each_other_stand_side_by_side_after_the_others(room: Room) -> None:
    opposed = {"shut": "Fermer la rue de l’école aux voitures", "open": "Ouvrir la rue de l’école aux voitures"}
    for name, text in opposed.items():
        idea = Idea(name, "home", text, None, "ana", NOON)
        room.write(lambda hall, idea=idea: hall.add_idea(idea))  # type: ignore[misc]
    room.move(Moment.REVEAL)
    model = read(room.screen())
    assert [set(pair) for pair in model["tensions"]] == [{*opposed.values()}]
    assert model["pages"][-1] == 1


def test_two_groups_that_oppose_each_other_are_one_row(room: Room) -> None:
    texts = {
        "shut": "Fermer la rue de l’école aux voitures", "close": "Fermer la rue de l’école à toutes les voitures",
        "open": "Ouvrir la rue de l’école aux voitures",
    }  # fmt: skip
    for name, text in texts.items():
        idea = Idea(name, "home", text, None, "ana", NOON)
        room.write(lambda hall, idea=idea: hall.add_idea(idea))  # type: ignore[misc]
    room.move(Moment.REVEAL)
    screen = room.screen()
    assert len(read(screen)["tensions"]) == 2
    room.write(lambda hall: hall.add_group(IdeaGroup("street", "home", "Une rue à pied", ("shut", "close"), NOON)))
    (pair,) = read(screen)["tensions"]
    assert texts["open"] in pair


def test_an_idea_that_was_not_read_is_in_no_tension_and_not_discussed(room: Room) -> None:
    mark(room, "wash")
    room.write(lambda hall: hall.update_idea(replace(hall.list_ideas("home")[0], discuss=True)))
    room.move(Moment.REVEAL)
    every = [replace(one, unread=True) for one in room.read(lambda hall: hall.list_ideas("home"))]
    for idea in every:
        room.write(lambda hall, idea=idea: hall.update_idea(idea))  # type: ignore[misc]
    model = read(room.screen())
    assert (model["cards"], model["discussed"], model["tensions"]) == ([], [], [])
    assert [one.text for one in IDEAS if one.text in room.screen().everything()] == []


def test_who_is_done_is_counted_while_they_write_and_vote(room: Room) -> None:
    screen = room.screen()
    assert read(screen)["finished"] == 0
    room.write(lambda hall: hall.add_finished("home", Stage.VOTE, "ana"))
    assert read(screen)["finished"] == 1
    room.move(Moment.WRITING)
    room.write(lambda hall: hall.add_finished("home", Stage.WRITING, "bob"))
    assert read(screen)["finished"] == 1


@pytest.mark.parametrize(
    ("kept", "moment"),
    [(counted._keep_count, Moment.RESULTS), (discussing._find_once, Moment.REVEAL)],
)
def test_a_change_elsewhere_counts_nothing_again(room: Room, kept: Callable[..., Any], moment: Moment) -> None:
    room.move(moment)
    screen = room.screen()
    read(screen)
    before = kept.cache_info().misses  # type: ignore[attr-defined]
    come(room, "late")
    read(screen)
    mark(room, "night")
    read(screen)
    assert kept.cache_info().misses == before  # type: ignore[attr-defined]


def test_opinion_groups_are_found_once_for_the_same_votes(room: Room) -> None:
    vote_by(room, VoteKind.STATEMENTS, ana={"keep": 1}, bob={"wash": -1})
    screen = room.screen()
    read(screen)
    before = opinions._group_once.cache_info().misses
    come(room, "late")
    read(screen)
    assert opinions._group_once.cache_info().misses == before


def give_dots(room: Room, **marks: dict[str, int]) -> None:
    """Have people put dots in the present round, and bring all the places to the screen."""
    round = room.challenge().round
    for person, given in marks.items():
        for option, count in given.items():
            dots = Dots(person, "home", option, count, round)
            room.write(lambda hall, dots=dots: hall.update_dots(dots))  # type: ignore[misc]
    room.move(Moment.RESULTS)


def test_what_lost_most_and_has_no_place_tells_what_it_had_once_all_is_uncovered(room: Room) -> None:
    give_dots(room, ana={"keep": 1, "wash": 2}, bob={"wash": 2})
    room.unveil()
    assert read(room.screen())["fell"] == [], "there was no vote before"
    room.move(Moment.VOTE)
    give_dots(room, ana={"keep": 3}, bob={"keep": 2})
    screen = room.screen()
    assert read(screen)["fell"] == []
    room.unveil()
    (fell,) = read(screen)["fell"]
    assert (fell["title"], fell["supporters"], fell["dots"]) == ("Une laverie près de la gare, […]", 0, 0)
    assert (fell["before"]["supporters"], fell["before"]["dots"]) == (2, 4)


def test_what_lost_most_and_has_a_place_tells_it_there(room: Room) -> None:
    give_dots(room, ana={"keep": 1, "wash": 2}, bob={"wash": 2})
    room.move(Moment.VOTE)
    give_dots(room, ana={"keep": 3}, bob={"wash": 1})
    room.unveil()
    model = read(room.screen())
    assert model["fell"] == []
    assert sorted(rank["before"]["dots"] for place in model["places"] for rank in place["ranks"]) == [1, 4]


def test_a_second_budget_stands_beside_the_first(room: Room) -> None:
    room.write(lambda hall: hall.update_costs("home", {"keep": 60, "wash": 70}))
    vote_by(room, VoteKind.BUDGET, ana={"keep": 1}, bob={"keep": 1}, cle={"wash": 1})
    assert read(room.screen())["projects"][0]["before"] is None
    room.move(Moment.VOTE)
    vote_by(room, VoteKind.BUDGET, ana={"keep": 1})
    assert [one["before"]["supporters"] for one in read(room.screen())["projects"]] == [2, 1]


def test_why_there_are_no_opinion_groups_is_said_where_few_answered(room: Room) -> None:
    vote_by(room, VoteKind.STATEMENTS, ana={"keep": 1}, bob={"wash": -1})
    assert read(room.screen())["ungrouped"] == "few"
