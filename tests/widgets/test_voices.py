"""Nobody without a voice: whoever has no phone is written, voted and answered for, and counted the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room, fill, lay_out, seat, write_ideas
from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import AssignmentStatus, Dots, Origin, Participant, Score, Stakeholder, Volunteer
from workshop_kit.domain.voting import tally_votes
from workshop_kit.i18n import Translator
from workshop_kit.live.challenge import read_options
from workshop_kit.live.facilitator.voices import VoicesDesk
from workshop_kit.live.participant.helper import HelpsOthers
from workshop_kit.store import Repository


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(lay_out, seat)


def say(code: str, **values: object) -> str:
    return Translator("fr")(f"errors.{code}", **values)


def add(laptop: Laptop, pseudonym: str = "Marcel", category: str = "resident") -> str:
    """Add a person without a phone, and return their id."""
    return str(laptop.do("voices", "add_voice", pseudonym=pseudonym, category=category)["id"])


def voice(laptop: Laptop, pseudonym: str = "Marcel") -> dict[str, Any]:
    """Return somebody's row on the facilitator's panel."""
    laptop.refresh("voices")
    return next(one for one in laptop.model("voices")["people"] if one["pseudonym"] == pseudonym)


def find(room: Room, person: str) -> Participant:
    return room.read(lambda hall: hall.find_participant(person))


def vote(laptop: Laptop, person: str, *numbers: int, **changed: str) -> dict[str, Any]:
    """Send somebody's ballot for the first challenge, ideas numbered as written; return the acknowledgement."""
    laptop.refresh("voices")
    challenge = laptop.model("voices")["challenges"][0]
    given = {"challenge": challenge["id"], "series": challenge["series"], **changed}
    return laptop.ask("voices", "vote_as", participant=person, numbers=_find_numbers(challenge, numbers), **given)


def type_ballot(laptop: Laptop, number: int, *numbers: int, **more: object) -> dict[str, Any]:
    """Type a numbered ballot of the first challenge."""
    laptop.refresh("voices")
    challenge = laptop.model("voices")["challenges"][0]
    given = {"challenge": challenge["id"], "series": challenge["series"], **more}
    return laptop.ask("voices", "type_ballot", number=number, numbers=_find_numbers(challenge, numbers), **given)


def _find_numbers(challenge: dict[str, Any], written: Sequence[int]) -> list[int]:
    """Return the numbers that the ballot gives the ideas written first, second, …; others as they are."""
    printed = {one["id"]: one["number"] for one in challenge["options"]}
    return [printed.get(f"home-{place - 1}", place) for place in written]


def count_dots(hall: Repository, challenge: str = "home") -> dict[str, tuple[int, int]]:
    tallies = tally_votes(read_options(hall, hall.find_challenge(challenge)), hall.list_dots(challenge))
    return {tally.option.title: (tally.dots, tally.supporters) for tally in tallies}


# -- who is spoken for ----------------------------------------------------------------------------------------------


def test_a_person_without_a_phone_is_one_of_the_room(room: Room) -> None:
    laptop = room.laptop()
    person = add(laptop)
    assert find(room, person).origin is Origin.PROXY
    assert [one["pseudonym"] for one in laptop.model("voices")["people"]] == ["Marcel"]


def test_the_organisers_own_word_is_a_category_to_choose(room: Room) -> None:
    room.write(lambda hall: hall.add_stakeholder(Stakeholder("farm", "Agriculteurs", "GAEC des Combes")))
    laptop = room.laptop()
    assert {"key": "Agriculteurs", "label": "Agriculteurs"} in laptop.model("voices")["categories"]
    assert find(room, add(laptop, category="agriculteurs")).category == "Agriculteurs"


def test_a_new_word_is_kept_as_it_was_typed_and_offered_for_the_next_person(room: Room) -> None:
    laptop = room.laptop()
    assert find(room, add(laptop, category="Pêcheurs à la ligne")).category == "Pêcheurs à la ligne"
    assert {"key": "Pêcheurs à la ligne", "label": "Pêcheurs à la ligne"} in laptop.model("voices")["categories"]
    assert find(room, add(laptop, "Simone", "pecheurs a la ligne")).category == "Pêcheurs à la ligne"


def test_a_usual_category_is_understood_by_its_label(room: Room) -> None:
    label = Translator("fr").category("association")
    assert find(room, add(room.laptop(), category=label.upper())).category == "association"


def test_whoever_has_a_phone_is_spoken_for_by_nobody(room: Room) -> None:
    room.move(Moment.WRITING)
    sentence = room.laptop().refuse("voices", "write_as", participant="ana", challenge="home", text="Un banc")
    assert sentence == say("speaks-for-themselves")


def test_a_dead_phone_is_spoken_for_and_goes_back_to_its_holder(room: Room) -> None:
    phone, laptop = room.phone().join("Zoé"), room.laptop()
    zoe = phone.me.id
    room.move(Moment.WRITING, laptop)
    laptop.do("voices", "take_voice", participant=zoe)
    laptop.refresh("people")
    assert [one["id"] for one in laptop.model("people")["seats"] if one["spoken"]] == [zoe]
    laptop.do("voices", "write_as", participant=zoe, challenge="home", text="Un banc au soleil")
    assert voice(laptop, "Zoé")["phone"]
    laptop.do("voices", "give_voice_back", participant=zoe)
    assert laptop.model("voices")["people"] == []
    phone.follow_once()
    (challenge,) = phone.model("ideas")["challenges"]
    assert [one["text"] for one in challenge["ideas"]] == ["Un banc au soleil"]


def test_who_never_had_a_phone_has_none_to_go_back_to(room: Room) -> None:
    laptop = room.laptop()
    sentence = laptop.refuse("voices", "give_voice_back", participant=add(laptop))
    assert sentence == say("speaks-for-themselves")


# -- the acts -------------------------------------------------------------------------------------------------------


def test_an_idea_written_for_somebody_is_theirs_and_answers_the_present_wording(room: Room) -> None:
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.WRITING, laptop)
    laptop.do("voices", "write_as", participant=person, challenge="home", text="Un banc", source="lived")
    (idea,) = room.read(lambda hall: hall.list_ideas("home"))
    assert (idea.author, idea.text, idea.wording) == (person, "Un banc", 1)
    assert voice(laptop)["write"]["done"] == 1


def test_a_ballot_typed_for_somebody_counts_as_a_phones_does(room: Room) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase", "Un car"))
    phone, laptop = room.phone().join("Zoé"), room.laptop()
    person = add(laptop)
    room.move(Moment.VOTE, phone, laptop)
    for option, count in (("home-0", 2), ("home-2", 1)):
        phone.do("vote", "place_dots", challenge="home", option=option, count=count)
    assert vote(laptop, person, 1, 1, 3)["ok"]
    counted = room.read(count_dots)
    assert counted == {"Une laverie": (4, 2), "Un gymnase": (0, 0), "Un car": (2, 2)}
    assert voice(laptop)["vote"] == {"open": True, "done": 3, "asks": []}


def test_a_ballot_typed_again_is_instead_of_the_first(room: Room) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase", "Un car", "Un banc"))
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.VOTE, laptop)
    assert vote(laptop, person, 1, 1, 2, 2, 3)["ok"]
    assert vote(laptop, person, 3, 3, 4, 4, 1)["ok"]
    assert room.read(count_dots) == {
        "Une laverie": (1, 1), "Un gymnase": (0, 0), "Un car": (2, 1), "Un banc": (2, 1)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ((1, 1, 1), say("dots-out-of-range", value=3, least=0, most=2)),
        ((1, 1, 2, 2, 3, 3), say("no-dots-left", most=5)),
        ((4,), say("no-such-option", number=4, most=3)),
        ((0,), say("no-such-option", number=0, most=3)),
    ],
)
def test_a_ballot_that_breaks_the_rule_is_refused_and_changes_nothing(
    room: Room, numbers: tuple[int, ...], sentence: str
) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase", "Un car"))
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.VOTE, laptop)
    assert vote(laptop, person, 2)["ok"]
    assert vote(laptop, person, *numbers)["sentence"] == sentence
    assert room.read(count_dots)["Un gymnase"] == (1, 1)


def test_a_ballot_printed_before_the_way_of_voting_changed_is_said_to_be_of_another_vote(room: Room) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase", "Un car"))
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.VOTE, laptop)
    old = laptop.model("voices")["challenges"][0]["series"]
    room.write(lambda hall: hall.update_vote_rule("home", 1, VoteRule(VoteKind.GRADES)))
    laptop.refresh("voices")
    new = laptop.model("voices")["challenges"][0]["series"]
    assert new != old
    assert vote(laptop, person, 1, series=old)["sentence"] == say("ballot-changed", series=new)


def test_a_ballot_of_an_older_series_is_refused_with_the_new_one(room: Room) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase", "Un car"))
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.VOTE, laptop)
    old = laptop.model("voices")["challenges"][0]["series"]
    laptop.do("ideas", "hold_idea", idea="home-0", reason="nomme quelqu’un")
    laptop.refresh("voices")
    new = laptop.model("voices")["challenges"][0]["series"]
    assert new != old
    assert vote(laptop, person, 1, series=old)["sentence"] == say("ballot-changed", series=new)
    assert room.read(lambda hall: hall.list_dots("home")) == ()


def test_two_open_challenges_are_each_asked_for_at_their_own_stage(room: Room) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase"))
    room.move(Moment.VOTE)
    room.move(Moment.WRITING, challenge="move")
    laptop = room.laptop()
    person = add(laptop)
    shown = voice(laptop)
    assert (shown["write"]["asks"], shown["vote"]["asks"]) == (["move"], ["home"])
    assert laptop.model("voices")["next"] == {
        "participant": person, "pseudonym": "Marcel", "act": "write", "challenge": "move"
    }  # fmt: skip
    laptop.do("voices", "write_as", participant=person, challenge="move", text="Un car")
    laptop.refresh("voices")
    assert laptop.model("voices")["next"]["act"] == "vote"


def test_the_green_button_goes_out_when_all_that_is_open_was_said(room: Room) -> None:
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.WRITING, laptop)
    laptop.do("voices", "write_as", participant=person, challenge="home", text="Un car")
    laptop.refresh("voices")
    assert laptop.model("voices")["next"] is None


def test_a_score_of_zero_said_for_somebody_is_a_score_and_a_half_stays_open(room: Room) -> None:
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.SCORING, laptop)
    laptop.do("voices", "score_as", participant=person, challenge="home", competence=0)
    assert voice(laptop)["score"]["asks"] == ["home", "move"]
    laptop.do("voices", "score_as", participant=person, challenge="home", interest=-2)
    laptop.do("voices", "score_as", participant=person, challenge="move", unsure=True)
    kept = room.read(lambda hall: hall.list_scores(participant=person))
    assert set(kept) == {Score(person, "home", 0, -2), Score(person, "move", None, None, unsure=True)}
    assert voice(laptop)["score"] == {"open": True, "done": 2, "asks": []}


def test_an_offer_needs_the_yes_that_was_read_and_keeps_the_words(room: Room) -> None:
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.OFFER, laptop)
    details = {"participant": person, "name": "Marcel Petit", "email": "", "phone": "06 11 22 33 44", "challenges": []}
    refused = laptop.refuse("voices", "offer_as", **details, consent=False)
    assert refused == say("consent-needed")
    laptop.do("voices", "offer_as", **details, consent=True)
    kept = room.read(lambda hall: hall.find_volunteer(person))
    assert isinstance(kept, Volunteer)
    assert (kept.name, kept.consented_at) == ("Marcel Petit", room.moment)
    # what is read aloud speaks to the person, what is kept speaks as the person: the same words otherwise
    assert "vous recontacter" in laptop.model("voices")["purpose"]
    assert kept.purpose == laptop.model("voices")["purpose"].replace("vous ", "me ")


def test_contact_details_never_come_back_to_the_page_that_typed_them(room: Room) -> None:
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.OFFER, laptop)
    laptop.do(
        "voices", "offer_as",
        participant=person, name="Marcel Petit", email="m@exemple.fr", phone="", challenges=[], consent=True,
    )  # fmt: skip
    laptop.refresh("voices")
    state = str(laptop.panels["voices"].get_state())
    assert "Marcel Petit" not in state
    assert "m@exemple.fr" not in state
    laptop.do("voices", "withdraw_as", participant=person)
    assert room.read(lambda hall: hall.find_volunteer(person)) is None


def test_what_the_room_does_now_is_asked_for_before_what_was_missed(room: Room) -> None:
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.OFFER, laptop)
    laptop.refresh("voices")
    assert laptop.model("voices")["next"]["act"] == "offer"
    laptop.do("voices", "let_ask_as", participant=person, may_ask=True)
    laptop.refresh("voices")
    assert laptop.model("voices")["next"]["act"] == "score"


def test_whether_a_mission_may_be_proposed_is_kept_with_the_person(room: Room) -> None:
    laptop = room.laptop()
    person = add(laptop)
    room.move(Moment.OFFER, laptop)
    assert voice(laptop)["offer"]["asks"] == [person]
    laptop.do("voices", "let_ask_as", participant=person, may_ask=False)
    assert find(room, person).may_ask is False
    assert voice(laptop)["offer"]["asks"] == []


def test_a_mission_is_accepted_in_somebodys_name(make_room: MakeRoom) -> None:
    room = make_room(fill)
    laptop = room.laptop()
    person = add(laptop)
    laptop.do("missions", "place_by_hand", participant=person, mission="rounds")
    room.move(Moment.MISSIONS, laptop)
    assert [one["id"] for one in voice(laptop)["missions"]] == ["rounds"]
    laptop.do("voices", "answer_as", participant=person, mission="rounds", answer="accepted")
    (kept,) = room.read(lambda hall: hall.list_assignments(person))
    assert kept.status is AssignmentStatus.ACCEPTED
    assert voice(laptop)["answer"] == {"open": True, "done": 1, "asks": []}


@pytest.mark.parametrize(
    ("moment", "act", "payload"),
    [
        (Moment.VOTE, "write_as", {"challenge": "home", "text": "Un car"}),
        (Moment.WRITING, "vote_as", {"challenge": "home", "numbers": [1], "series": "A00"}),
        (Moment.RESULTS, "vote_as", {"challenge": "home", "numbers": [1], "series": "A00"}),
        (Moment.WRITING, "score_as", {"challenge": "home", "competence": 1}),
        (Moment.SCORING, "let_ask_as", {"may_ask": True}),
        (Moment.OFFER, "answer_as", {"mission": "rounds", "answer": "accepted"}),
    ],
)
def test_what_a_phone_may_not_do_now_nobody_does_in_its_place(
    make_room: MakeRoom, moment: Moment, act: str, payload: dict[str, Any]
) -> None:
    room = make_room(fill)
    laptop = room.laptop()
    person = add(laptop)
    room.move(moment, laptop)
    before = room.read(lambda hall: (hall.list_ideas(), hall.list_dots(), hall.list_scores()))
    laptop.refuse("voices", act, participant=person, **payload)
    assert room.read(lambda hall: (hall.list_ideas(), hall.list_dots(), hall.list_scores())) == before


def test_one_class_holds_the_acts_of_both_doors() -> None:
    acts = ("add_voice", "write_as", "vote_as", "score_as", "offer_as", "answer_as", "type_slip", "type_ballot")
    assert all(getattr(VoicesDesk, act) is getattr(HelpsOthers, act) for act in acts)


# -- papers ---------------------------------------------------------------------------------------------------------


def test_each_numbered_paper_is_a_voice_and_stands_in_no_row(room: Room) -> None:
    laptop = room.laptop()
    room.move(Moment.WRITING, laptop)
    laptop.do("voices", "type_slip", challenge="home", number=12, text="Une laverie")
    (idea,) = room.read(lambda hall: hall.list_ideas("home"))
    author = find(room, idea.author or "")
    assert (author.pseudonym, author.slip, author.origin) == ("Bulletin 12", 12, Origin.PROXY)
    laptop.refresh("voices")
    assert laptop.model("voices")["people"] == []
    assert laptop.model("voices")["challenges"][0]["papers"] == 1


def test_a_slip_and_a_ballot_of_one_number_are_one_voice(room: Room) -> None:
    laptop = room.laptop()
    room.move(Moment.WRITING, laptop)
    laptop.do("voices", "type_slip", challenge="home", number=12, text="Une laverie")
    room.move(Moment.VOTE, laptop)
    assert type_ballot(laptop, 12, 1, 1)["ok"]
    (given,) = room.read(lambda hall: hall.list_dots("home"))
    (idea,) = room.read(lambda hall: hall.list_ideas("home"))
    assert given.participant == idea.author


def test_a_slip_typed_twice_says_so_and_is_another_idea_or_a_correction_at_a_word(room: Room) -> None:
    laptop = room.laptop()
    room.move(Moment.WRITING, laptop)
    slip = {"challenge": "home", "number": 12}
    laptop.do("voices", "type_slip", **slip, text="Une lavrie")
    refused = laptop.ask("voices", "type_slip", **slip, text="Une laverie")
    assert refused["sentence"] == say("slip-there-already", number=12)
    assert refused["values"] == {"number": 12}
    laptop.do("voices", "type_slip", **slip, text="Une laverie", retyped="instead")
    laptop.do("voices", "type_slip", **slip, text="Un car", retyped="another")
    assert [one.text for one in room.read(lambda hall: hall.list_ideas("home"))] == ["Une laverie", "Un car"]


def test_a_ballot_on_paper_does_not_take_the_place_of_what_its_person_voted_on_a_joined_phone(room: Room) -> None:
    (first, _) = room.write(write_ideas("Une laverie", "Un gymnase"))
    laptop = room.laptop()
    room.move(Moment.WRITING, laptop)
    laptop.do("voices", "type_slip", challenge="home", number=3, text="Un car")
    room.move(Moment.VOTE, laptop)
    (paper,) = (one.id for one in room.read(lambda hall: hall.list_participants()) if one.slip == 3)
    challenge = room.read(lambda hall: hall.find_challenge("home"))
    room.write(lambda hall: hall.update_dots(Dots("ana", "home", first, 2, challenge.round)))
    room.write(lambda hall: hall.update_participant(replace(hall.find_participant("ana"), joined_to=paper)))
    assert type_ballot(laptop, 3, 1, 1)["sentence"] == say("ballot-there-already", number=3)
    given = [(one.participant, one.option, one.count) for one in room.read(lambda hall: hall.list_dots("home"))]
    assert given == [("ana", first, 2)]


def test_a_ballot_typed_twice_says_so_and_is_corrected_at_a_word(room: Room) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase"))
    laptop = room.laptop()
    room.move(Moment.VOTE, laptop)
    assert type_ballot(laptop, 3, 1, 1)["ok"]
    assert type_ballot(laptop, 3, 2)["sentence"] == say("ballot-there-already", number=3)
    assert room.read(count_dots) == {"Une laverie": (2, 1), "Un gymnase": (0, 0)}
    assert type_ballot(laptop, 3, 2, retyped="instead")["ok"]
    assert room.read(count_dots) == {"Une laverie": (0, 0), "Un gymnase": (1, 1)}


def test_the_series_of_a_ballot_may_be_typed_in_small_letters(room: Room) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase"))
    laptop = room.laptop()
    room.move(Moment.VOTE, laptop)
    series = laptop.model("voices")["challenges"][0]["series"]
    assert type_ballot(laptop, 3, 1, series=f" {series.lower()} ")["ok"]


def test_a_paper_takes_another_name_where_somebody_bears_its_own(room: Room) -> None:
    room.phone().join("Bulletin 12")
    laptop = room.laptop()
    room.move(Moment.WRITING, laptop)
    laptop.do("voices", "type_slip", challenge="home", number=12, text="Une laverie")
    (idea,) = room.read(lambda hall: hall.list_ideas("home"))
    assert find(room, idea.author or "").pseudonym == "Bulletin 12 2"


@pytest.mark.parametrize("number", [0, 10_000, "12", None])
def test_a_number_that_no_paper_has_is_refused(room: Room, number: object) -> None:
    laptop = room.laptop()
    room.move(Moment.WRITING, laptop)
    laptop.refuse("voices", "type_slip", challenge="home", number=number, text="Une laverie")
    assert room.read(lambda hall: hall.list_ideas()) == ()


def test_the_next_papers_are_numbered_after_the_last_one_typed(room: Room) -> None:
    laptop = room.laptop()
    assert laptop.model("voices")["papers"]["first"] == 1
    room.move(Moment.WRITING, laptop)
    laptop.do("voices", "type_slip", challenge="home", number=12, text="Une laverie")
    laptop.refresh("voices")
    assert laptop.model("voices")["papers"]["first"] == 13


# -- what is shown --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [one for one in Moment if one is not Moment.VOTE])
def test_the_options_of_a_ballot_are_there_only_while_it_is_voted_on(room: Room, moment: Moment) -> None:
    room.write(write_ideas("Une laverie", "Un gymnase"))
    room.move(moment)
    assert all(one["options"] == [] for one in room.laptop().model("voices")["challenges"])


@pytest.fixture
def move_through(room: Room) -> Callable[[Moment], Laptop]:
    def move(moment: Moment) -> Laptop:
        room.walk_to(moment)
        return room.laptop()

    return move


@pytest.mark.parametrize("moment", [Moment.WRITING, Moment.REVEAL, Moment.RESULTS, Moment.THANKS])
def test_the_words_of_an_idea_are_in_no_row(
    room: Room, move_through: Callable[[Moment], Laptop], moment: Moment
) -> None:
    room.write(write_ideas("Une laverie"))
    laptop = move_through(moment)
    assert "Une laverie" not in str(laptop.model("voices"))
