"""Stakes on phones and at the desk: proposed in silence, put together, judged in secret, and made challenges of."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Phone, Room, lay_out
from workshop_kit.domain.course import Moment
from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.model import CHALLENGES_AT_MOST
from workshop_kit.domain.stakes import JUDGED_AT_MOST, PROPOSED_EACH, PROPOSED_IN_ALL, ProposedStake
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.staking import propose_lines
from workshop_kit.store import Repository


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room()


@pytest.fixture
def desk(room: Room) -> Laptop:
    laptop = room.laptop()
    laptop.do("stakes", "move_stakes", stage="gathering")
    return laptop


def say(code: str, **values: object) -> str:
    return Translator("fr")(f"errors.{code}", **values)


def titles(desk: Laptop) -> list[str]:
    desk.refresh("stakes")
    return [one["title"] for one in desk.model("stakes")["stakes"]]


def ids(room: Room) -> dict[str, str]:
    return {one.text: one.id for one in room.read(lambda hall: hall.list_proposed_stakes())}


def propose(room: Room, visitor: str, *texts: str) -> Phone:
    phone = room.phone(visitor)
    for text in texts:
        phone.do("stakes", "propose_stake", text=text)
    return phone


def judge(phone: Phone, **grades: int) -> None:
    phone.follow_once()
    for one in phone.model("stakes")["stakes"]:
        if one["title"] in grades:
            phone.do("stakes", "grade_stake", stake=one["id"], grade=grades[one["title"]])


def test_a_phone_is_asked_for_nothing_before_stakes_are_gathered(room: Room) -> None:
    phone = room.phone()
    assert phone.model("stakes") == {"visible": False}
    assert phone.refuse("stakes", "propose_stake", text="Le logement") == say("stakes-not-open")


def test_stakes_left_open_are_told_where_the_room_is_led_until_phones_show_the_way_in(room: Room, desk: Laptop) -> None:
    def told() -> object:
        desk.follow_once()
        assert desk.model("header")["course"]["stakes"] == desk.model("course")["stakes"]
        return desk.model("course")["stakes"]

    propose(room, "one", "Le logement", "La santé")
    assert told() == {"stage": "gathering", "number": 1, "unfinished": 0, "ends": "closed"}
    desk.do("stakes", "add_stakes", text="Le lac")  # typed in: no phone of the room's
    desk.do("course", "move_stakes", stage="sorting")
    assert told() == {"stage": "sorting", "number": 1, "unfinished": 0, "ends": "closed"}
    desk.do("stakes", "move_stakes", stage="judging")
    judge(room.phone("one"), **{"Le lac": 4})
    assert told() == {"stage": "judging", "number": 1, "unfinished": 1, "ends": "judged"}
    desk.do("course", "move_stakes", stage="judged")
    assert told() is None
    desk.do("stakes", "move_stakes", stage="gathering")
    room.move(Moment.SCORING)
    assert told() is None  # nobody is asked for stakes any more, and everybody may join


def test_a_new_proposal_changes_what_the_header_counts(room: Room, desk: Laptop) -> None:
    assert desk.model("header")["course"]["stakes"]["number"] == 0
    propose(room, "one", "Le logement")
    desk.follow_once()
    assert desk.model("header")["course"]["stakes"]["number"] == 1
    assert desk.model("remote")["screen"]["stakes"]["number"] == 1


def test_nobody_sees_what_others_propose_before_the_gathering_is_over(room: Room, desk: Laptop) -> None:
    first = propose(room, "one", "Le logement")
    second = propose(room, "two", "La santé")
    assert [one["text"] for one in second.model("stakes")["mine"]] == ["La santé"]
    assert "Le logement" not in second.everything()
    assert titles(desk) == []
    assert "La santé" not in desk.everything()
    assert desk.model("stakes")["counts"] == {
        **{"proposed": 2, "browsers": 2},
        **{"judges": 0, "papers": 0, "unfinished": 0},
    }
    desk.do("stakes", "move_stakes", stage="sorting")
    assert titles(desk) == ["Le logement", "La santé"]
    first.follow_once()
    assert first.model("stakes")["stage"] == "sorting"
    assert "La santé" not in first.everything()


def test_one_takes_back_ones_own_proposal_and_no_other(room: Room, desk: Laptop) -> None:
    first, second = propose(room, "one", "Le logement"), propose(room, "two", "La santé")
    known = ids(room)
    assert second.refuse("stakes", "take_back_stake", stake=known["Le logement"]) == say("stakes-not-open")
    first.do("stakes", "take_back_stake", stake=known["Le logement"])
    assert list(ids(room)) == ["La santé"]


def test_what_was_judged_is_taken_back_by_nobody_though_stakes_are_gathered_again(room: Room, desk: Laptop) -> None:
    first, second = propose(room, "one", "Le logement"), propose(room, "two", "La santé")
    desk.do("stakes", "move_stakes", stage="judging")
    judge(second, **{"Le logement": 6})
    desk.do("stakes", "move_stakes", stage="gathering")
    known, grades = ids(room), room.read(lambda hall: hall.list_stake_grades())
    for phone, stake in ((first, "Le logement"), (second, "La santé")):  # a refusal tells nobody which one was judged
        phone.follow_once()
        assert phone.refuse("stakes", "take_back_stake", stake=known[stake]) == say("stakes-judged")
    assert ids(room) == known
    assert room.read(lambda hall: hall.list_stake_grades()) == grades


def test_a_browser_proposes_some_and_the_same_once(room: Room, desk: Laptop) -> None:
    phone = propose(room, "one", "Le logement", "le LOGEMENT !")
    assert len(ids(room)) == 1
    for number in range(1, PROPOSED_EACH):
        phone.do("stakes", "propose_stake", text=f"Enjeu {number}")
    assert phone.refuse("stakes", "propose_stake", text="Un de plus") == say("too-many-stakes", most=PROPOSED_EACH)


def test_who_is_erased_and_comes_again_proposes_no_more_than_before(room: Room, desk: Laptop) -> None:
    phone = propose(room, "first", *(f"Souci numéro {number}" for number in range(PROPOSED_EACH - 1)))
    for name in ("Ana", "Bea"):
        phone.do("join", "join", pseudonym=name, category="resident", sector="")
        phone.do("seat", "erase", with_ideas=True)
    phone.do("stakes", "propose_stake", text="Le dernier")
    assert phone.refuse("stakes", "propose_stake", text="Un de trop") == say("too-many-stakes", most=PROPOSED_EACH)
    assert len(ids(room)) == PROPOSED_EACH


def test_a_browser_that_comes_back_as_many_cannot_fill_the_stakes(room: Room, desk: Laptop) -> None:
    moment = datetime(2027, 1, 12, tzinfo=UTC)

    def fill(hall: Repository, there: int) -> None:
        for number in range(len(hall.list_proposed_stakes()), there):
            hall.add_proposed_stake(ProposedStake(uuid4().hex, f"Souci {number}", f"b{number // 10}", moment))

    first, quiet = propose(room, "first", "Un", "Deux", "Trois"), room.phone("quiet")
    room.write(lambda hall: fill(hall, 200))
    assert first.refuse("stakes", "propose_stake", text="Quatre") == say("too-many-stakes", most=3)
    quiet.do("stakes", "propose_stake", text="Le silence")
    room.write(lambda hall: fill(hall, 300))
    assert quiet.refuse("stakes", "propose_stake", text="Encore") == say("too-many-stakes", most=1)
    room.phone("late").do("stakes", "propose_stake", text="Le retard")
    room.write(lambda hall: fill(hall, PROPOSED_IN_ALL))
    late = room.phone("latest")
    assert late.refuse("stakes", "propose_stake", text="Trop") == say("too-many-stakes-here", most=PROPOSED_IN_ALL)
    desk.do("stakes", "add_stakes", text="Ce que la salle dit tout haut")
    assert "Ce que la salle dit tout haut" in ids(room)


def test_the_numbers_of_a_list_are_no_part_of_what_was_said(room: Room, desk: Laptop) -> None:
    kept = ["1,5 % de logements vides", "3.5 km sans car", "2028", "11 - 17 ans : rien", "0 – 3 ans"]
    desk.do("stakes", "add_stakes", text="\n".join(["1) Se loger", "2. Se soigner", " 3 - Bouger", *kept]))
    assert titles(desk) == ["Se loger", "Se soigner", "Bouger", *kept]


def test_what_is_said_aloud_is_typed_one_a_line(room: Room, desk: Laptop) -> None:
    assert desk.do("stakes", "add_stakes", text="- Se loger\n\n• Se soigner\nse loger")["added"] == 2
    assert titles(desk) == ["Se loger", "Se soigner"]
    assert not desk.ask("stakes", "add_stakes", text="Bouger\n" + "x" * 300)["ok"]
    assert titles(desk) == ["Se loger", "Se soigner"], "nothing is added where one line is refused"


def test_stakes_are_put_together_renamed_and_taken_apart(room: Room, desk: Laptop) -> None:
    desk.do("stakes", "add_stakes", text="L’accès aux soins\nAccès aux soins pour tous\nL’eau")
    desk.do("stakes", "move_stakes", stage="sorting")
    known = ids(room)
    desk.refresh("stakes")
    (suggested,) = desk.model("stakes")["suggestions"]
    assert {known["L’accès aux soins"], known["Accès aux soins pour tous"]} == set(suggested)
    assert desk.refuse("stakes", "put_stakes_together", stakes=suggested[:1]) == say("stakes-too-few")
    desk.do("stakes", "put_stakes_together", stakes=suggested, title="Se soigner")
    assert titles(desk) == ["Se soigner", "L’eau"]
    desk.do("stakes", "rename_stake", stake=suggested[0], title="")
    assert titles(desk)[0] == "L’accès aux soins"
    desk.do("stakes", "take_stakes_apart", stake=suggested[0])
    assert len(titles(desk)) == 3


def test_what_is_set_aside_is_kept_and_not_judged(room: Room, desk: Laptop) -> None:
    desk.do("stakes", "add_stakes", text="L’eau\nLe maire est nul")
    desk.do("stakes", "leave_stake_out", stake=ids(room)["Le maire est nul"], out=True)
    desk.do("stakes", "move_stakes", stage="judging")
    assert [one["title"] for one in room.phone().model("stakes")["stakes"]] == ["L’eau"]
    assert len(titles(desk)) == 2


def test_grades_are_secret_until_the_judging_is_closed(room: Room, desk: Laptop) -> None:
    desk.do("stakes", "add_stakes", text="L’eau\nSe loger")
    first, second = room.phone("one"), room.phone("two")
    desk.do("stakes", "move_stakes", stage="judging")
    judge(first, **{"L’eau": 6, "Se loger": 2})
    second.follow_once()
    assert [one["grade"] for one in second.model("stakes")["stakes"]] == [None, None]
    assert sorted(one["grade"] for one in first.model("stakes")["stakes"]) == [2, 6]
    desk.refresh("stakes")
    assert (desk.model("stakes")["ranked"], desk.model("stakes")["counts"]["judges"]) == ([], 1)
    desk.do("stakes", "move_stakes", stage="judged")
    assert first.refuse("stakes", "grade_stake", stake=ids(room)["L’eau"], grade=0) == say("stakes-not-open")
    second.follow_once()
    assert [(one["title"], one["rank"]) for one in second.model("stakes")["judged"]] == [("L’eau", 1), ("Se loger", 2)]


def test_who_has_not_finished_is_told_before_the_judging_is_closed_and_rejects_nothing(
    room: Room, desk: Laptop
) -> None:
    desk.do("stakes", "add_stakes", text="L’eau\nSe loger")
    desk.do("stakes", "move_stakes", stage="judging")
    judge(room.phone("one"), **{"L’eau": 2, "Se loger": 5})
    judge(room.phone("two"), **{"L’eau": 6})
    desk.follow_once()
    counts = desk.model("stakes")["counts"]
    assert (counts["judges"], counts["unfinished"]) == (2, 1)
    assert desk.model("header")["course"]["stakes"]["unfinished"] == 1
    desk.do("stakes", "move_stakes", stage="judged")
    desk.refresh("stakes")
    assert [(one["title"], sum(one["counts"])) for one in desk.model("stakes")["ranked"]] == [
        ("Se loger", 1), ("L’eau", 1),
    ]  # fmt: skip
    desk.do("stakes", "count_blanks", count=False)
    desk.refresh("stakes")
    assert desk.model("stakes")["counts"]["unfinished"] == 0, "what each gave counts by itself"
    assert sum(map(sum, (one["counts"] for one in desk.model("stakes")["ranked"]))) == 3


def test_a_grade_can_be_taken_back_and_one_that_is_none_is_refused(room: Room, desk: Laptop) -> None:
    desk.do("stakes", "add_stakes", text="L’eau")
    desk.do("stakes", "move_stakes", stage="judging")
    phone, stake = room.phone(), ids(room)["L’eau"]
    phone.do("stakes", "grade_stake", stake=stake, grade=3)
    phone.do("stakes", "grade_stake", stake=stake, grade=None)
    assert phone.model("stakes")["stakes"][0]["grade"] is None
    assert not phone.ask("stakes", "grade_stake", stake=stake, grade=7)["ok"]
    assert phone.refuse("stakes", "grade_stake", stake="nowhere", grade=3) == say("stake-gone")


def test_a_paper_counts_as_a_phone_and_the_last_can_be_taken_back(room: Room, desk: Laptop) -> None:
    desk.do("stakes", "add_stakes", text="L’eau\nSe loger")
    stakes = list(ids(room).values())
    desk.do("stakes", "move_stakes", stage="judging")
    assert desk.refuse("stakes", "judge_stakes_on_paper", stakes=stakes, grades=[-1, -1]) == say("paper-empty")
    desk.do("stakes", "judge_stakes_on_paper", stakes=stakes, grades=[5, -1])
    desk.do("stakes", "move_stakes", stage="judged")
    desk.refresh("stakes")
    found = {one["title"]: (one["median"], one["blanks"]) for one in desk.model("stakes")["ranked"]}
    assert found == {"L’eau": (Grade.VERY_GOOD, 0), "Se loger": (Grade.REJECT, 1)}
    desk.do("stakes", "count_blanks", count=False)
    desk.refresh("stakes")
    assert {one["title"]: one["median"] for one in desk.model("stakes")["ranked"]}["Se loger"] is None
    desk.do("stakes", "take_back_paper")
    assert room.read(lambda hall: hall.list_stake_grades()) == ()


def test_of_many_papers_the_one_typed_in_last_is_taken_back(room: Room, desk: Laptop) -> None:
    desk.do("stakes", "add_stakes", text="L’eau")
    stakes = list(ids(room).values())
    desk.do("stakes", "move_stakes", stage="judging")
    given = [0, 1, 2, 3, 4, 5, 6] * 2
    for grade in given:
        desk.do("stakes", "judge_stakes_on_paper", stakes=stakes, grades=[grade])
    while given:
        assert sorted(one.grade for one in room.read(lambda hall: hall.list_stake_grades())) == sorted(given)
        desk.do("stakes", "take_back_paper")
        given.pop()
    assert room.read(lambda hall: hall.list_stake_grades()) == ()


def test_two_stakes_in_the_same_words_make_one_challenge_whose_first_sentence_is_of_that_moment(
    room: Room, desk: Laptop
) -> None:
    desk.do("stakes", "add_stakes", text="L’eau\nSe loger")
    known = ids(room)
    desk.do("stakes", "rename_stake", stake=known["Se loger"], title="l’eau")
    assert desk.do("stakes", "make_challenges", stakes=list(known.values()))["added"] == 1
    (made,) = room.read(lambda hall: hall.list_challenges())
    (sentence,) = room.read(lambda hall: hall.list_phrasings(made.id))
    assert (sentence.statement, sentence.at) == ("L’eau", room.moment)


def test_challenges_are_made_of_the_stakes_that_are_kept(room: Room, desk: Laptop) -> None:
    desk.do("stakes", "add_stakes", text="L’eau\nSe loger\nSe soigner")
    known = ids(room)
    assert desk.refuse("stakes", "make_challenges", stakes=[]) == say("stakes-none-chosen")
    assert desk.do("stakes", "make_challenges", stakes=[known["Se loger"], known["L’eau"]])["added"] == 2
    assert desk.do("stakes", "make_challenges", stakes=[known["Se loger"]])["added"] == 0
    made = room.read(lambda hall: hall.list_challenges())
    assert [(one.stake, one.statement, one.position) for one in made] == [
        ("Se loger", "Se loger", 0), ("L’eau", "L’eau", 1),
    ]  # fmt: skip


def test_phones_let_people_in_again_once_challenges_are_made(room: Room, desk: Laptop) -> None:
    desk.do("stakes", "add_stakes", text="L’eau\nSe loger")
    known = ids(room)
    desk.do("stakes", "move_stakes", stage="judging")
    desk.do("stakes", "move_stakes", stage="judged")
    phone = room.phone("rose")
    assert phone.model("stakes")["visible"] is True
    desk.do("stakes", "make_challenges", stakes=[known["L’eau"]])
    phone.refresh("stakes")
    assert phone.model("stakes")["visible"] is False
    desk.refresh("stakes")
    assert [one["title"] for one in desk.model("stakes")["stakes"]] == ["L’eau", "Se loger"]


def test_five_challenges_are_the_most(room: Room, desk: Laptop) -> None:
    desk.do("stakes", "add_stakes", text="\n".join(f"Enjeu {number}" for number in range(6)))
    stakes = list(ids(room).values())
    assert desk.refuse("stakes", "make_challenges", stakes=stakes) == say("challenges-full", most=CHALLENGES_AT_MOST)
    assert room.read(lambda hall: hall.list_challenges()) == ()


def test_what_nobody_would_read_to_the_end_is_not_judged(room: Room, desk: Laptop) -> None:
    assert desk.refuse("stakes", "move_stakes", stage="judging") == say("no-stake-yet")
    room.write(
        lambda hall: propose_lines(hall, "\n".join(f"Enjeu {n}" for n in range(JUDGED_AT_MOST + 1)), room.moment)
    )
    refused = say("stakes-too-many", number=JUDGED_AT_MOST + 1, most=JUDGED_AT_MOST)
    assert desk.refuse("stakes", "move_stakes", stage="judging") == refused


def test_who_erases_themselves_leaves_no_grade_and_no_mark(room: Room, desk: Laptop) -> None:
    phone = propose(room, "one", "L’eau").join("Coquelicot")
    desk.do("stakes", "move_stakes", stage="judging")
    judge(phone, **{"L’eau": 4})
    phone.do("seat", "erase", with_ideas=True)
    assert room.read(lambda hall: hall.list_stake_grades()) == ()
    assert [one.by for one in room.read(lambda hall: hall.list_proposed_stakes())] == [""]


def test_nothing_is_asked_once_the_room_works(make_room: MakeRoom) -> None:
    room = make_room(lay_out)
    room.laptop().do("stakes", "move_stakes", stage="gathering")
    phone = room.phone()
    assert phone.model("stakes")["visible"]
    room.move(Moment.WRITING, phone)
    assert phone.model("stakes") == {"visible": False}
    assert phone.refuse("stakes", "propose_stake", text="L’eau") == say("stakes-not-open")


def test_whoever_proposed_and_was_told_to_keep_the_page_open_keeps_it_until_the_ranking(
    room: Room, desk: Laptop, kept: list[bool]
) -> None:
    phone = propose(room, "a", "Le bruit")
    assert kept == [True]
    desk.do("stakes", "move_stakes", stage="sorting")
    phone.follow_once()
    assert kept == [True]
    desk.do("stakes", "move_stakes", stage="judging")
    phone.follow_once()
    assert kept == [True]
    desk.do("stakes", "move_stakes", stage="judged")
    phone.follow_once()
    assert kept == [True, False], "from then on a seat is taken, or the page may rest"


def test_whoever_proposed_nothing_may_rest_and_whoever_judges_may_not(
    room: Room, desk: Laptop, kept: list[bool]
) -> None:
    propose(room, "a", "Le bruit")
    kept.clear()
    phone = room.phone("b")
    desk.do("stakes", "move_stakes", stage="judging")
    phone.follow_once()
    assert kept == []
    judge(phone, **{"Le bruit": 5})
    assert kept == [True]


def test_a_page_that_comes_back_while_stakes_are_put_together_is_kept(
    room: Room, desk: Laptop, kept: list[bool]
) -> None:
    propose(room, "a", "Le bruit")
    desk.do("stakes", "move_stakes", stage="sorting")
    kept.clear()
    room.phone("a")
    assert kept == [True]
