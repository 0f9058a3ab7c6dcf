"""A late yes to a mission: a mission never has more people than places, and the synthesis counts whom it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Phone, Room
from workshop_kit.domain.model import Assignment, AssignmentStatus, Reason
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.i18n import Translator
from workshop_kit.report.outcome import write_missions
from workshop_kit.store import Repository
from workshop_kit.store.material import gather_material

FULL = Translator("fr")("errors.mission-taken", places=1)


def one_place(hall: Repository) -> None:
    """One place, proposed to ana alone; bob's phone is in the room too."""
    hall.update_mission(replace(hall.find_mission("rounds"), places=1))
    hall.replace_assignments([Assignment("ana", "rounds", Reason("assigned", {"competence": 3, "interest": 2}))])
    hall.link_visitor("bobs", "bob")


@pytest.fixture
def room(make_missions: MakeRoom) -> Room:
    return make_missions(one_place)


def answer(page: Phone, said: str) -> None:
    page.do("mission", "answer_mission", mission="rounds", answer=said)


def put_bob_there(room: Room, status: AssignmentStatus) -> None:
    there = Assignment("bob", "rounds", Reason("by-hand"), by_hand=True, status=status)
    room.write(lambda hall: hall.update_assignment(there))


def list_accepted(room: Room) -> list[str]:
    standing = room.read(lambda hall: hall.list_assignments())
    return [one.participant for one in standing if one.status is AssignmentStatus.ACCEPTED]


@pytest.mark.parametrize("status", [AssignmentStatus.PROPOSED, AssignmentStatus.ACCEPTED])
def test_who_declined_is_told_when_their_place_went_to_somebody_else(
    room: Room, ana: Phone, status: AssignmentStatus
) -> None:
    answer(ana, "declined")
    put_bob_there(room, status)
    assert ana.refuse("mission", "answer_mission", mission="rounds", answer="accepted") == FULL
    assert "ana" not in list_accepted(room)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_who_declined_and_says_not_now_is_told_so_rather_than_of_a_yes(room: Room, ana: Phone, language: str) -> None:
    answer(ana, "declined")
    put_bob_there(room, AssignmentStatus.PROPOSED)
    refused = ana.refuse("mission", "answer_mission", mission="rounds", answer="later")
    assert refused == Translator("fr")("errors.mission-taken-later", places=1)
    said = Translator(language)("errors.mission-taken-later", places=1)
    assert "oui" not in said.split()
    assert "yes" not in said.split()
    assert "ana" not in list_accepted(room)


def test_who_declined_may_change_their_mind_while_the_place_is_free(room: Room, ana: Phone) -> None:
    answer(ana, "declined")
    put_bob_there(room, AssignmentStatus.DECLINED)
    answer(ana, "accepted")
    answer(ana, "accepted")
    assert list_accepted(room) == ["ana"]


def test_a_proposal_without_an_answer_keeps_its_place(room: Room, ana: Phone) -> None:
    bob = room.phone("bobs")
    put_bob_there(room, AssignmentStatus.DECLINED)
    assert bob.refuse("mission", "answer_mission", mission="rounds", answer="accepted") == FULL
    answer(ana, "accepted")


def test_who_was_taken_off_does_not_come_back_by_themselves(room: Room, laptop: Laptop, ana: Phone) -> None:
    laptop.do("missions", "take_off", participant="ana", mission="rounds")
    sentence = ana.refuse("mission", "answer_mission", mission="rounds", answer="accepted")
    assert sentence == Translator("fr")("errors.not-your-mission")
    assert list_accepted(room) == []


@pytest.mark.parametrize(("language", "said"), [("fr", "1 sur 1, et 1 personne de plus"), ("en", "1 of 1, and 1 more")])
def test_the_synthesis_counts_everybody_it_names(room: Room, ana: Phone, language: str, said: str) -> None:
    answer(ana, "accepted")
    put_bob_there(room, AssignmentStatus.ACCEPTED)  # as a file brought from elsewhere may say
    synthesis = make_synthesis(room.read(gather_material))
    (brief,) = [one for part in synthesis.missions for one in part.missions if one.mission.id == "rounds"]
    assert (len(brief.people), brief.filled, brief.beyond, brief.vacant) == (2, 1, 1, 0)
    assert said in str(write_missions(synthesis, Translator(language)))
