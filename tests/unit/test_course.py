"""Who may do what, when, stands in one table, and every door keeps to it."""

from __future__ import annotations

from types import NoneType
from typing import get_type_hints

import pytest

from workshop_kit.domain.course import (
    MOMENTS,
    OPEN_STAGES,
    PHASES,
    REVEALING,
    STAGES,
    WITHOUT_CHALLENGE,
    Moment,
    Phase,
    Role,
    Stage,
    find_moment,
    place_moment,
)
from workshop_kit.domain.model import Participant
from workshop_kit.domain.permits import PERMITS, SHOWS, Permit, check_permitted, is_shown
from workshop_kit.domain.projection import Cover
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.contract.asking import intention, list_intentions
from workshop_kit.live.contract.participant.ideas import Finishable
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.home import HomeWindow
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.screen import ScreenWindow
from workshop_kit.live.window import LiveWorkshop, intentions_of, role_of

DOORS: tuple[type[LiveWorkshop], ...] = (ParticipantWindow, FacilitatorWindow, ScreenWindow, HomeWindow)
ACTS = [(role, act, permit) for role, permits in PERMITS.items() for act, permit in permits.items()]
IN_TURN = [(role, act, permit) for role, act, permit in ACTS if (permit.phases, permit.stages) != (PHASES, STAGES)]


def ids(entries: list[tuple[Role, str, Permit]]) -> list[str]:
    return [f"{role}-{act}" for role, act, _ in entries]


@pytest.mark.parametrize("door", DOORS, ids=[door.role for door in DOORS])
def test_whatever_a_door_carries_out_has_a_permit_and_every_permit_is_carried_out(door: type[LiveWorkshop]) -> None:
    permitted = [act for role in (door.role, *door.guests) for act in PERMITS[role]]
    assert sorted(intentions_of(door)) == sorted(permitted), "two roles at one door have no act in common"


@pytest.mark.parametrize("door", DOORS, ids=[door.role for door in DOORS])
def test_what_is_carried_out_without_the_store_is_permitted_always(door: type[LiveWorkshop]) -> None:
    """Where the room and the challenges stand is in the store: nobody would look at it."""
    for name, found in intentions_of(door).items():
        permit = PERMITS[role_of(door, name)][name]
        assert "repository" in found.passes or (permit.phases, permit.stages) == (PHASES, STAGES), name


@pytest.mark.parametrize("door", DOORS, ids=[door.role for door in DOORS])
def test_what_waits_for_the_stage_of_a_challenge_says_which_challenge(door: type[LiveWorkshop]) -> None:
    """Without it the door would look at no stage, and permit everything."""
    for name, found in intentions_of(door).items():
        assert PERMITS[role_of(door, name)][name].stages == STAGES or found.about, name


def test_who_asks_is_known_with_the_store_alone() -> None:
    class Door:
        @intention
        def wave(self, me: Participant) -> None:
            """Wave to the room."""

    with pytest.raises(TypeError, match="takes me without repository"):
        list_intentions(Door)


@pytest.mark.parametrize("door", DOORS, ids=[door.role for door in DOORS])
def test_what_is_kept_of_an_intention_tells_of_nobody(door: type[LiveWorkshop]) -> None:
    """It outlives an erasure, and whoever sends the id again is told it: ids, codes and counts, no text."""
    told = {"id", "idea", "group", "members", "participant", "breaks", "ideas", "groups", "move", "added", "sent"}
    for name, found in intentions_of(door).items():
        if "repository" in found.passes and found.result is not NoneType:
            assert set(get_type_hints(found.result)) <= told, name


def test_every_role_has_a_door_and_a_row_in_both_tables() -> None:
    behind = [role for door in DOORS for role in (door.role, *door.guests)]
    assert sorted(behind) == sorted(Role)
    assert set(Role) == set(PERMITS) == set(SHOWS)


def test_the_screen_may_do_nothing() -> None:
    assert PERMITS[Role.SCREEN] == {}


def order(one: Phase | Stage) -> int:
    """Return the place of a phase among the phases, or of a stage among the stages."""
    return PHASES.index(one) if isinstance(one, Phase) else STAGES.index(one)


@pytest.mark.parametrize(("role", "act", "permit"), ACTS, ids=ids(ACTS))
def test_an_act_is_permitted_in_its_phases_and_refused_in_all_others(role: Role, act: str, permit: Permit) -> None:
    for phase in PHASES:
        check_refusal(role, act, permit, phase, permit.stages[0], phase in permit.phases, order(phase))


@pytest.mark.parametrize(("role", "act", "permit"), ACTS, ids=ids(ACTS))
def test_an_act_is_permitted_in_the_stages_of_its_challenge_whatever_the_room_does(
    role: Role, act: str, permit: Permit
) -> None:
    for phase in permit.phases:
        for stage in STAGES:
            check_refusal(role, act, permit, phase, stage, stage in permit.stages, order(stage))


def check_refusal(
    role: Role, act: str, permit: Permit, phase: Phase, stage: Stage, permitted: bool, place: int
) -> None:
    """Check that an act is carried out, or refused with the permit's code for before or after."""
    if permitted:
        check_permitted(role, act, phase, stage)
        return
    allowed = [order(one) for one in (permit.stages if phase in permit.phases else permit.phases)]
    with pytest.raises(NotAllowed) as refused:
        check_permitted(role, act, phase, stage)
    assert refused.value.code == (permit.early if place < min(allowed) else permit.late)
    assert not min(allowed) < place < max(allowed), "a permit's phases, and its stages, follow one another"


@pytest.mark.parametrize(("role", "act", "permit"), IN_TURN, ids=ids(IN_TURN))
def test_a_refusal_before_and_one_after_has_its_sentence(role: Role, act: str, permit: Permit) -> None:
    before = permit.phases[0] is not PHASES[0] or permit.stages[0] is not STAGES[0]
    after = permit.phases[-1] is not PHASES[-1] or permit.stages[-1] is not STAGES[-1]
    for needed, code in ((before, permit.early), (after, permit.late)):
        if needed:
            assert all(Translator(language).knows(f"errors.{code}") for language in LANGUAGES), code


@pytest.mark.parametrize("phase", PHASES)
def test_an_idea_that_arrives_late_is_taken_until_the_vote_wherever_the_room_went(phase: Phase) -> None:
    check_permitted(Role.PARTICIPANT, "write_idea", phase, Stage.REVEAL)
    with pytest.raises(NotAllowed, match="writing-closed"):
        check_permitted(Role.PARTICIPANT, "write_idea", phase, Stage.VOTE)
    with pytest.raises(NotAllowed, match="writing-not-begun"):
        check_permitted(Role.PARTICIPANT, "write_idea", phase, Stage.UNOPENED)


def test_ideas_are_gathered_between_the_reveal_and_the_vote_only() -> None:
    for act in ("gather_ideas", "rename_group", "undo_group"):
        check_permitted(Role.FACILITATOR, act, Phase.WORK, Stage.REVEAL)
        with pytest.raises(NotAllowed, match="gathering-before-reveal"):
            check_permitted(Role.FACILITATOR, act, Phase.WORK, Stage.WRITING)
        with pytest.raises(NotAllowed, match="gathering-after-vote"):
            check_permitted(Role.FACILITATOR, act, Phase.WORK, Stage.VOTE)


def test_what_is_about_no_challenge_asks_for_no_stage() -> None:
    check_permitted(Role.PARTICIPANT, "write_idea", Phase.WELCOME, None)
    check_permitted(Role.PARTICIPANT, "score_interest", Phase.SCORING, None)
    with pytest.raises(NotAllowed, match="scoring-not-open"):
        check_permitted(Role.PARTICIPANT, "score_interest", Phase.WORK, None)


def test_nobody_sees_others_ideas_before_the_reveal_nor_tallies_before_the_results() -> None:
    for role in Role:
        for phase in PHASES:
            shown = {what: [one for one in STAGES if is_shown(role, what, phase, one)] for what in SHOWS[role]}
            assert all(order(one) >= order(Stage.REVEAL) for one in shown.get("ideas", []))
            assert all(order(one) >= order(Stage.RESULTS) for one in shown.get("tallies", []))


def test_a_phone_and_the_screen_are_shown_a_challenge_in_the_phase_of_work_alone() -> None:
    about_one = [
        (role, what)
        for role in (Role.PARTICIPANT, Role.SCREEN)
        for what, sight in SHOWS[role].items()
        if sight.stages != STAGES and what != "clarity"  # before anybody works on it, to whom the code was told
    ]
    assert len(about_one) >= 8
    ahead = {"own_ideas": (Phase.WELCOME, Phase.WORK)}  # what a plan has people write before the room works
    for role, what in about_one:
        assert SHOWS[role][what].phases == ahead.get(what, (Phase.WORK,)), what


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("stage", STAGES)
def test_the_screen_shows_one_thing_at_a_time_at_most(phase: Phase, stage: Stage) -> None:
    """What has no view of its own is shown plainly, and has no row; what covers the screen is no thing of its place.

    Stakes are asked of phones on the page of the welcome, around its address and code.
    """
    own = SHOWS[Role.SCREEN].keys() - {cover.value for cover in Cover} - {"stakes"}
    assert sum(is_shown(Role.SCREEN, what, phase, stage) for what in own) <= 1


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_place_of_a_moment_is_where_it_is_done(moment: Moment) -> None:
    assert find_moment(*place_moment(moment)) is moment


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("stage", [None, *STAGES])
def test_every_place_has_its_moment_and_every_open_stage_one_of_its_own(phase: Phase, stage: Stage | None) -> None:
    moment = find_moment(phase, stage)
    assert place_moment(moment)[0] is phase
    if phase is Phase.WORK and stage in OPEN_STAGES:
        assert place_moment(moment) == (phase, stage)


def test_ideas_are_revealed_in_open_stages_and_no_phase_without_challenge_is_the_work() -> None:
    assert set(REVEALING) < set(OPEN_STAGES) < set(STAGES)
    assert not {Stage.UNOPENED, Stage.CLOSED} & set(OPEN_STAGES)
    assert Phase.WORK not in WITHOUT_CHALLENGE


def test_a_page_may_be_done_with_open_stages_alone() -> None:
    assert {Stage(one) for one in Finishable} < set(OPEN_STAGES)
