"""Who may do what in which phase stands in one table, and every door keeps to it."""

from __future__ import annotations

from itertools import pairwise
from types import NoneType
from typing import get_type_hints

import pytest

from workshop_kit.domain.course import (
    ABOUT_ONE_CHALLENGE,
    PERMITS,
    PHASES,
    REVEALING,
    SHOWS,
    WITHOUT_CHALLENGE,
    Permit,
    Phase,
    Role,
    check_permitted,
    is_shown,
    phase_after,
)
from workshop_kit.domain.model import Participant
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.contract.asking import intention, list_intentions
from workshop_kit.live.contract.participant.ideas import Finishable
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.screen import ScreenWindow
from workshop_kit.live.window import LiveWorkshop, intentions_of

DOORS: tuple[type[LiveWorkshop], ...] = (ParticipantWindow, FacilitatorWindow, ScreenWindow)
ACTS = [(role, act, permit) for role, permits in PERMITS.items() for act, permit in permits.items()]
IN_TURN = [(role, act, permit) for role, act, permit in ACTS if permit.phases != PHASES]


def ids(entries: list[tuple[Role, str, Permit]]) -> list[str]:
    return [f"{role}-{act}" for role, act, _ in entries]


@pytest.mark.parametrize("door", DOORS, ids=[door.role for door in DOORS])
def test_whatever_a_door_carries_out_has_a_permit_and_every_permit_is_carried_out(door: type[LiveWorkshop]) -> None:
    assert set(intentions_of(door)) == set(PERMITS[door.role])


@pytest.mark.parametrize("door", DOORS, ids=[door.role for door in DOORS])
def test_what_is_carried_out_without_the_store_is_permitted_in_every_phase(door: type[LiveWorkshop]) -> None:
    """The phase stands in the store: nobody would look at it."""
    for name, found in intentions_of(door).items():
        assert "repository" in found.passes or PERMITS[door.role][name].phases == PHASES, name


def test_who_asks_is_known_with_the_store_alone() -> None:
    class Door:
        @intention
        def wave(self, me: Participant) -> None:
            """Wave to the room."""

    with pytest.raises(TypeError, match="takes me without repository"):
        list_intentions(Door)


@pytest.mark.parametrize("door", DOORS, ids=[door.role for door in DOORS])
def test_what_is_kept_of_an_intention_tells_of_nobody(door: type[LiveWorkshop]) -> None:
    """It outlives an erasure, and whoever sends the id again is told it: ids and codes, no text."""
    told = {"id", "idea", "group", "members", "participant", "breaks"}
    for name, found in intentions_of(door).items():
        if "repository" in found.passes and found.result is not NoneType:
            assert set(get_type_hints(found.result)) <= told, name


def test_every_role_has_a_door_and_a_row_in_both_tables() -> None:
    assert {door.role for door in DOORS} == set(Role) == set(PERMITS) == set(SHOWS)


def test_the_screen_may_do_nothing() -> None:
    assert PERMITS[Role.SCREEN] == {}


@pytest.mark.parametrize(("role", "act", "permit"), ACTS, ids=ids(ACTS))
def test_an_act_is_permitted_in_its_phases_and_refused_in_all_others(role: Role, act: str, permit: Permit) -> None:
    first, last = PHASES.index(permit.phases[0]), PHASES.index(permit.phases[-1])
    for index, phase in enumerate(PHASES):
        if phase in permit.phases:
            check_permitted(role, act, phase)
            continue
        with pytest.raises(NotAllowed) as refused:
            check_permitted(role, act, phase)
        assert refused.value.code == (permit.early if index < first else permit.late)
        assert not first < index < last, "a permit's phases follow one another"


@pytest.mark.parametrize(("role", "act", "permit"), IN_TURN, ids=ids(IN_TURN))
def test_a_refusal_before_and_one_after_has_its_sentence(role: Role, act: str, permit: Permit) -> None:
    before, after = permit.phases[0] is not PHASES[0], permit.phases[-1] is not PHASES[-1]
    for needed, code in ((before, permit.early), (after, permit.late)):
        if needed:
            assert all(Translator(language).knows(f"errors.{code}") for language in LANGUAGES), code


def test_an_idea_that_arrives_late_is_taken_until_the_vote() -> None:
    check_permitted(Role.PARTICIPANT, "write_idea", Phase.REVEAL)
    with pytest.raises(NotAllowed, match="writing-closed"):
        check_permitted(Role.PARTICIPANT, "write_idea", Phase.VOTE)
    with pytest.raises(NotAllowed, match="writing-not-begun"):
        check_permitted(Role.PARTICIPANT, "write_idea", Phase.WELCOME)


def test_ideas_are_gathered_between_the_reveal_and_the_vote_only() -> None:
    for act in ("gather_ideas", "rename_group", "undo_group"):
        with pytest.raises(NotAllowed, match="gathering-before-reveal"):
            check_permitted(Role.FACILITATOR, act, Phase.WRITING)
        with pytest.raises(NotAllowed, match="gathering-after-vote"):
            check_permitted(Role.FACILITATOR, act, Phase.VOTE)


def test_nobody_sees_others_ideas_before_the_reveal_nor_tallies_before_the_results() -> None:
    for role in Role:
        for phase in PHASES:
            if is_shown(role, "ideas", phase):
                assert PHASES.index(phase) >= PHASES.index(Phase.REVEAL)
            if is_shown(role, "tallies", phase):
                assert PHASES.index(phase) >= PHASES.index(Phase.RESULTS)


def test_the_screen_shows_one_thing_a_phase_at_most() -> None:
    """A phase without a view of its own is shown plainly, and has no row."""
    for phase in PHASES:
        assert sum(is_shown(Role.SCREEN, what, phase) for what in SHOWS[Role.SCREEN]) <= 1


def test_each_phase_leads_to_the_next_and_the_last_to_none() -> None:
    assert all(phase_after(one) is other for one, other in pairwise(PHASES))
    assert phase_after(PHASES[-1]) is None


def test_the_room_works_on_one_challenge_from_writing_to_its_results() -> None:
    first, last = (PHASES.index(phase) for phase in (Phase.WRITING, Phase.RESULTS))
    assert PHASES[first : last + 1] == ABOUT_ONE_CHALLENGE
    assert set(REVEALING) < set(ABOUT_ONE_CHALLENGE)
    assert not set(WITHOUT_CHALLENGE) & set(ABOUT_ONE_CHALLENGE)


def test_a_page_may_be_done_with_phases_of_the_workshop_alone() -> None:
    assert {Phase(one) for one in Finishable} < set(ABOUT_ONE_CHALLENGE)
