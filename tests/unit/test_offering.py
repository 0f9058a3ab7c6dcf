"""A mission is proposed only to who offered help or may be asked; results keep the missions they became."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workshop_kit.domain.assignment import assign_volunteers
from workshop_kit.domain.course import Stage
from workshop_kit.domain.deeds import link_missions
from workshop_kit.domain.entries import read_day
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.model import Challenge, Idea, IdeaGroup, Mission, Origin, Participant, Score, Volunteer
from workshop_kit.domain.names import abbreviate_name
from workshop_kit.domain.offering import Offering, list_offering, says_no
from workshop_kit.domain.presence import list_known_volunteers
from workshop_kit.errors import InvalidEntry

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def person(
    identifier: str, origin: Origin = Origin.ROOM, *, may_ask: bool | None = None, joined_to: str | None = None
) -> Participant:
    return Participant(identifier, identifier, "shop", "", origin, NOON, may_ask=may_ask, joined_to=joined_to)


def offer(identifier: str, *challenges: str, consent: bool = True, phone: str = "06 11 22 33 44") -> Volunteer:
    kept = (phone, NOON) if consent else ("", None)
    return Volunteer(identifier, identifier, "", kept[0], "", kept[1], "aider", challenges=challenges)


def offering(
    *people: Participant, volunteers: tuple[Volunteer, ...] = (), scores: tuple[Score, ...] = ()
) -> dict[str, Offering]:
    return {one.participant.id: one for one in list_offering(people, volunteers, scores)}


def test_a_phones_scores_alone_offer_nothing() -> None:
    assert offering(person("ana"), scores=(Score("ana", "home", 3, 2),)) == {}


def test_who_left_contact_details_with_consent_offers_and_can_be_reached() -> None:
    found = offering(person("ana"), volunteers=(offer("ana"),))["ana"]
    assert found.covers("home")
    assert found.reachable


def test_an_offer_for_some_challenges_is_for_these_alone() -> None:
    found = offering(person("ana"), volunteers=(offer("ana", "home"),))["ana"]
    assert found.covers("home")
    assert not found.covers("move")


def test_who_said_yes_to_being_asked_offers_and_cannot_be_reached() -> None:
    found = offering(person("ana", may_ask=True))["ana"]
    assert found.covers("home")
    assert not found.reachable


@pytest.mark.parametrize("origin", [Origin.ROOM, Origin.PROXY])
def test_a_volunteer_of_the_room_without_consent_offers_nothing(origin: Origin) -> None:
    assert offering(person("ana", origin), volunteers=(offer("ana", consent=False),)) == {}


def test_whom_a_file_brings_as_volunteer_or_with_scores_offers() -> None:
    people = (person("ana", Origin.FILE), person("bob", Origin.FILE), person("cle", Origin.FILE))
    found = offering(*people, volunteers=(offer("ana", consent=False),), scores=(Score("bob", "home", 1, 1),))
    assert set(found) == {"ana", "bob"}
    assert not found["ana"].reachable


def test_a_no_to_one_challenge_outweighs_an_offer_for_any_and_a_yes_for_today() -> None:
    declined = replace(offer("ana"), declined=("home",))
    only_no = Volunteer("bob", "", "", "", "", None, "", declined=("home",))
    found = offering(person("ana"), person("bob", may_ask=True), volunteers=(declined, only_no))
    assert [(found[one].covers("home"), found[one].covers("move")) for one in ("ana", "bob")] == [(False, True)] * 2


def test_who_declined_all_that_they_offered_for_offers_nothing() -> None:
    assert offering(person("ana"), volunteers=(replace(offer("ana", "home"), declined=("home",)),)) == {}


@pytest.mark.parametrize("origin", list(Origin))
def test_a_no_alone_is_no_offer(origin: Origin) -> None:
    only_no = Volunteer("ana", "", "", "", "", None, "", declined=("home",))
    assert offering(person("ana", origin), volunteers=(only_no,)) == {}
    assert list_known_volunteers([person("ana", origin)], [only_no], ()) == ()


def test_a_mission_under_a_declined_challenge_is_given_to_nobody_who_declined_it() -> None:
    people, missions = [person("ana")], [Mission("m", "home", "Garde", 1), Mission("n", "move", "Navette", 1)]
    scores = [Score("ana", "home", 3, 2), Score("ana", "move", 1, 1)]
    offers = [replace(offer("ana"), declined=("home",))]
    found = assign_volunteers(people, scores, missions, volunteers=offers)
    assert [one.mission for one in found.assignments] == ["n"]


HOME = Challenge("home", "stake", "Nobody sleeps rough.", stage=Stage.CLOSED)
MOVE = Challenge("move", "stake", "Everybody gets about.", stage=Stage.UNOPENED)


@pytest.mark.parametrize(
    ("offered", "no", "to_any", "whole"),
    [
        ((), ("home",), False, True),  # asked about this one alone
        ((), ("home",), True, False),  # the other was never declined
        ((), ("home", "move"), True, True),
        (("move",), ("home",), False, False),
        ((), (), True, False),
    ],
)
def test_an_offer_of_any_help_is_taken_back_as_a_whole_only_by_a_no_to_every_challenge(
    offered: tuple[str, ...], no: tuple[str, ...], to_any: bool, whole: bool
) -> None:
    assert says_no(None, (HOME, MOVE), offered, no, to_any=to_any) is whole


def test_a_no_outweighs_whatever_else_is_known() -> None:
    assert offering(person("ana", Origin.FILE, may_ask=False), volunteers=(offer("ana"),)) == {}


def test_what_a_second_seat_offered_counts_once_for_the_first() -> None:
    people = (person("ana"), person("two", joined_to="ana"))
    found = offering(*people, volunteers=(offer("two", "home"),))
    assert set(found) == {"ana"}
    assert found["ana"].reachable


IDEAS = tuple(Idea(one, "home", one, None, None, NOON) for one in ("night", "guard", "wash"))


def titles(missions: dict[str, tuple[Mission, ...]]) -> dict[str, list[str]]:
    return {option: [mission.id for mission in found] for option, found in missions.items()}


def test_a_mission_stays_with_the_idea_it_came_from_when_that_is_gathered() -> None:
    groups = (IdeaGroup("keep", "home", "Garde", ("night", "guard"), NOON),)
    missions = [Mission("rounds", "home", "Tour", 2, option="guard"), Mission("other", "home", "Autre", 1)]
    assert titles(link_missions(list_options(IDEAS, groups), missions, groups)) == {"keep": ["rounds"]}


def test_a_mission_of_a_group_undone_since_goes_with_the_groups_first_idea() -> None:
    groups = (IdeaGroup("keep", "home", "Garde", ("night", "guard"), NOON, undone_at=NOON),)
    missions = [Mission("rounds", "home", "Tour", 2, option="keep")]
    assert titles(link_missions(list_options(IDEAS, groups), missions, groups)) == {"night": ["rounds"]}


def test_a_mission_whose_idea_was_removed_is_linked_to_nothing() -> None:
    missions = [Mission("rounds", "home", "Tour", 2, option="gone")]
    assert link_missions(list_options(IDEAS, ()), missions, ()) == {}


@pytest.mark.parametrize(("typed", "kept"), [("2026-12-04", "2026-12-04"), (" 2026-12-04 ", "2026-12-04"), ("", "")])
def test_a_day_is_kept_as_it_is_written_everywhere(typed: str, kept: str) -> None:
    assert read_day(typed) == kept


@pytest.mark.parametrize("typed", ["2026-02-30", "4 décembre", "0026-12-04", "2126-12-04", "2026-12"])
def test_what_is_no_day_is_refused_with_what_was_received(typed: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_day(typed)
    assert refused.value.code == "day-shape"
    assert refused.value.values == {"received": typed}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Amina Auvray", "Amina A."),
        ("Jean-Luc Le Gall", "Jean-Luc L. G."),
        ("Besnardeau", "Bes…"),
        ("Léa", "Léa"),
        ("Bénévole 12", "Bénévole 12"),
    ],
)
def test_a_name_is_abbreviated_for_a_mirrored_page(name: str, short: str) -> None:
    assert abbreviate_name(name) == short
